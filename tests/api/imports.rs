//! `/api/v1/imports` and tables in `/api/v1/exports`: dry runs, faults by line, all or nothing, again.

use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::world::{HOST_EMAIL, World, book, id};
use crate::support::{Answer, Engine, TestApp};

const CITIES: &str = "slug;name;native_name;country;zone;office_start;office_end;weekend;languages\r\n\
    kaohsiung;Kaohsiung;高雄;TW;Asia/Taipei;8:30;17:30;sat|sun;zh-TW, en\r\n\
    seattle;Seattle;;US;America/Los_Angeles;09:00:00;17:00:00;sat sun;en\r\n\
    dubai;Dubai;دبي;ae;Asia/Dubai;;;fri|sat;\r\n";

async fn send(app: &TestApp, query: &str, file: impl Into<Vec<u8>>) -> Answer {
    send_as(app, &app.admin, query, file).await
}

async fn send_as(app: &TestApp, token: &str, query: &str, file: impl Into<Vec<u8>>) -> Answer {
    let request = app
        .request(Method::POST, &format!("/api/v1/imports{query}"))
        .bearer_auth(token)
        .header("content-type", "text/csv")
        .body(file.into());
    Answer::of(request.send().await.unwrap()).await
}

/// Created, updated and unchanged rows of each table.
fn counts(answer: &Answer) -> Vec<(String, u64, u64, u64)> {
    assert_eq!(answer.status, 200, "{}", answer.body);
    let tables = answer.body["tables"].as_array().unwrap().iter();
    let number = |table: &Value, name: &str| table[name].as_u64().unwrap();
    tables
        .map(|table| {
            (
                table["table"].as_str().unwrap().to_owned(),
                number(table, "created"),
                number(table, "updated"),
                number(table, "unchanged"),
            )
        })
        .collect()
}

fn of(table: &str, created: u64, updated: u64, unchanged: u64) -> Vec<(String, u64, u64, u64)> {
    vec![(table.to_owned(), created, updated, unchanged)]
}

/// The faults of a dry run: line, column, code.
fn faults(answer: &Answer) -> Vec<(u64, String, String)> {
    assert_eq!(answer.status, 200, "{}", answer.body);
    let errors = answer.body["errors"].as_array().unwrap().iter();
    let text = |error: &Value, name: &str| error[name].as_str().unwrap().to_owned();
    errors
        .map(|error| {
            let line = error["line"].as_u64().unwrap();
            (line, text(error, "column"), text(error, "code"))
        })
        .collect()
}

async fn cities(app: &TestApp) -> usize {
    let listed = app.get("/api/v1/cities").await.body;
    listed["items"].as_array().unwrap().len()
}

async fn export(app: &TestApp, table: &str, format: &str) -> String {
    let path = format!("/api/v1/exports/{table}?format={format}");
    let request = app.request(Method::GET, &path).bearer_auth(&app.admin);
    let answer = request.send().await.unwrap();
    assert_eq!(answer.status(), 200);
    answer.text().await.unwrap()
}

#[rstest]
#[actix_web::test]
async fn a_file_is_tried_brought_in_and_changes_nothing_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let tried = send(&app, "?dry_run=true", CITIES).await;
    assert_eq!(counts(&tried), of("cities", 3, 0, 0));
    assert_eq!(
        (&tried.body["dry_run"], cities(&app).await),
        (&json!(true), 0)
    );
    assert_eq!(counts(&send(&app, "", CITIES).await), of("cities", 3, 0, 0));
    let kaohsiung = app.get("/api/v1/cities/kaohsiung").await.body;
    assert_eq!(
        (&kaohsiung["native_name"], &kaohsiung["languages"]),
        (&json!("高雄"), &json!(["zh-TW", "en"]))
    );
    let dubai = app.get("/api/v1/cities/dubai").await.body;
    assert_eq!(dubai["country"], "AE");
    for query in ["?dry_run=true", "", ""] {
        assert_eq!(
            counts(&send(&app, query, CITIES).await),
            of("cities", 0, 0, 3)
        );
    }
    // A column that the file does not have is left as it is.
    let renamed = "slug,name,country,zone\ndubai,Dubai City,AE,Asia/Dubai\n";
    assert_eq!(
        counts(&send(&app, "", renamed).await),
        of("cities", 0, 1, 0)
    );
    let changed = app.get("/api/v1/cities/dubai").await.body;
    assert_eq!(
        (&changed["name"], &changed["native_name"]),
        (&json!("Dubai City"), &json!("دبي"))
    );
    assert_eq!(changed["version"], dubai["version"].as_i64().unwrap() + 1);
}

#[rstest]
#[actix_web::test]
async fn one_json_file_brings_all_of_a_city_in(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    // Offers stand before the hosts and cities that they are of.
    let file = json!({
        "offers": [{ "city": "brno", "host": "Radnice", "title": "Tour", "duration_minutes": 45,
            "topics": ["a|b", "c, d"], "overlap_allowed": false, "capacity": null,
            "meeting_url": "https://meet.example.org/tour" }],
        "hosts": [{ "city": "brno", "name": "Radnice", "kind": "office", "track": "official" }],
        "partnerships": [{ "cities": ["brno", "leeds"], "stage": "official", "since": 1960 }],
        "cities": [
            { "slug": "brno", "name": "Brno", "country": "CZ", "zone": "Europe/Prague" },
            { "slug": "leeds", "name": "Leeds", "country": "GB", "zone": "Europe/London" }],
    });
    let all = |created, unchanged| {
        let tables = [
            ("cities", 2),
            ("partnerships", 1),
            ("hosts", 1),
            ("offers", 1),
        ];
        let count = |(table, rows): (&str, u64)| of(table, created * rows, 0, unchanged * rows);
        tables.into_iter().flat_map(count).collect::<Vec<_>>()
    };
    let text = file.to_string();
    assert_eq!(
        counts(&send(&app, "?dry_run=true", text.clone()).await),
        all(1, 0)
    );
    assert_eq!(counts(&send(&app, "", text.clone()).await), all(1, 0));
    assert_eq!(counts(&send(&app, "", text).await), all(0, 1));
    let offers = app
        .send_as(&app.admin, Method::GET, "/api/v1/offers", &json!({}))
        .await
        .body;
    let offer = &offers["items"][0];
    assert_eq!(
        (&offer["topics"], &offer["capacity"], &offer["visibility"]),
        (&json!(["a|b", "c, d"]), &json!(1), &json!("partners"))
    );
    let list = app
        .send_as(&app.admin, Method::GET, "/api/v1/partnerships", &json!({}))
        .await;
    let partnership = &list.body["items"][0];
    assert_eq!(
        (&partnership["since"], &partnership["stage"]),
        (&json!(1960), &json!("official"))
    );

    // Another order of the cities is the same partnership.
    let turned = "cities,stage,since\nleeds|brno,paused,\n";
    assert_eq!(
        counts(&send(&app, "", turned).await),
        of("partnerships", 0, 1, 0)
    );
    let list = app
        .send_as(&app.admin, Method::GET, "/api/v1/partnerships", &json!({}))
        .await;
    assert_eq!(list.body["items"][0]["stage"], "paused");
    assert_eq!(list.body["items"][0]["since"], Value::Null);
}

#[rstest]
#[actix_web::test]
async fn every_fault_is_told_by_line_and_column_and_nothing_is_written(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let file = "slug,name,native_name,country,zone,office_start,office_end,subdivision\n\
        good,Good,,TW,Asia/Taipei,,,\n\
        Bad Slug,,\"two\nlines\",Taiwan,Mars/Base,25:00,8,XX\n\
        good,Again,,TW,Asia/Taipei,,,\n\
        late,Late,,TW,Asia/Taipei,18:00,09:00,\n";
    let tried = send(&app, "?dry_run=true", file).await;
    let expected = [
        (3, "office_start", "invalid_time"),
        (3, "office_end", "invalid_time"),
        (3, "slug", "invalid_slug"),
        (3, "name", "required"),
        (3, "native_name", "control_characters"),
        (3, "country", "invalid_country"),
        (3, "subdivision", "unknown_subdivision"),
        (3, "zone", "unknown_zone"),
        (5, "slug", "duplicate_row"),
        (6, "office_end", "end_before_start"),
    ];
    let expected = expected.map(|(line, column, code)| (line, column.to_owned(), code.to_owned()));
    assert_eq!(faults(&tried), expected);
    assert_eq!(tried.body["errors_total"], 10);
    let refused = send(&app, "", file).await;
    refused.assert_problem(422, "invalid_input");
    assert_eq!(refused.fields().len(), 10);
    refused.assert_field("lines[3].zone", "unknown_zone");
    refused.assert_field("lines[5].slug", "duplicate_row");
    assert_eq!(cities(&app).await, 0, "the good row was written");
}

#[rstest]
#[case::unknown_city("hosts", "city,name,kind,track\natlantis,A,office,official\n",
    &[(2, "city", "unknown_city")])]
#[case::words("hosts", "city,name,kind,track\nseattle,A,tent,fun\n",
    &[(2, "kind", "unknown_kind"), (2, "track", "unknown_track")])]
#[case::partnerships("partnerships",
    "cities,stage,since\nseattle,official,\nseattle|atlantis,gone,1066\nseattle|kaohsiung|seattle,pilot,x\n\
     kaohsiung|seattle,pilot,\nseattle|kaohsiung,pilot,\n",
    &[(2, "cities", "out_of_range"), (3, "stage", "unknown_stage"), (3, "since", "out_of_range"),
      (3, "cities", "unknown_city"), (4, "since", "not_a_number"), (4, "since", "out_of_range"),
      (4, "cities", "duplicate_city"), (5, "cities", "duplicate_row"), (6, "cities", "duplicate_row")])]
#[case::offers("offers",
    "city,host,title,duration_minutes,capacity,visibility,overlap_allowed,meeting_url\n\
     kaohsiung,Nobody,T,45,,,,\natlantis,X,T,45,,,,\n\
     kaohsiung,International Affairs,,x,0,all,maybe,http://meet.example.org\n\
     kaohsiung,International Affairs,City hall tour,45,,,yes,\n",
    &[(2, "host", "unknown_host"), (3, "city", "unknown_city"),
      (4, "duration_minutes", "not_a_number"), (4, "overlap_allowed", "not_yes_or_no"),
      (4, "visibility", "unknown_visibility"), (4, "title", "required"),
      (4, "duration_minutes", "out_of_range"), (4, "capacity", "out_of_range"),
      (4, "meeting_url", "invalid_url"), (5, "overlap_allowed", "cannot_change")])]
#[actix_web::test]
async fn bad_files(
    #[case] table: &str,
    #[case] file: &str,
    #[case] expected: &[(u64, &str, &str)],
) {
    let app = TestApp::spawn(Engine::Sqlite).await;
    World::new(&app, 3).await;
    let before = export(&app, table, "csv").await;
    let expected: Vec<_> = expected
        .iter()
        .map(|(line, column, code)| (*line, (*column).to_owned(), (*code).to_owned()))
        .collect();
    assert_eq!(faults(&send(&app, "?dry_run=true", file).await), expected);
    send(&app, "", file)
        .await
        .assert_problem(422, "invalid_input");
    assert_eq!(export(&app, table, "csv").await, before);
}

#[rstest]
#[actix_web::test]
async fn what_is_given_out_is_read_back_unchanged(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 3).await;
    let odd = json!({ "host_id": world.host, "title": "=HYPERLINK(\"x\")", "topics": ["a|b", "\\", "-1"],
        "description": "@one\n\"two\"; three\n\n+four", "duration_minutes": 30, "capacity": 3,
        "visibility": "unlisted", "overlap_allowed": true, "languages": ["en"] });
    app.create("/api/v1/offers", &odd).await;
    for table in ["cities", "partnerships", "hosts", "offers"] {
        for format in ["csv", "json"] {
            let file = export(&app, table, format).await;
            let again = send(&app, "", file.clone()).await;
            let [(_, created, updated, unchanged)] = counts(&again)[..] else {
                panic!("{}", again.body)
            };
            assert_eq!((created, updated), (0, 0), "{file}");
            assert!(unchanged > 0);
            assert_eq!(export(&app, table, format).await, file);
        }
    }
    let csv = export(&app, "offers", "csv").await;
    assert!(
        csv.contains("'=HYPERLINK") && csv.contains("'@one"),
        "{csv}"
    );
    // The same on a server that has nothing yet.
    let other = TestApp::spawn(engine).await;
    for table in ["cities", "partnerships", "hosts", "offers"] {
        let file = export(&app, table, "csv").await;
        assert_eq!(send(&other, "", file.clone()).await.status, 200);
        let mut rows: Vec<String> = export(&other, table, "csv")
            .await
            .lines()
            .map(str::to_owned)
            .collect();
        let mut expected: Vec<String> = file.lines().map(str::to_owned).collect();
        rows.sort();
        expected.sort();
        assert_eq!(rows, expected);
    }
}

#[rstest]
#[actix_web::test]
async fn another_address_in_a_file_is_mailed_to_those_who_come(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 3).await;
    let slot = id(&world.slot(&app, 7).await);
    book(&app, &slot, "ann@example.org").await;
    app.letters_sent().await;
    let file = "city,host,title,duration_minutes,meeting_url\n\
        kaohsiung,International Affairs,City hall tour,45,https://meet.example.org/other\n";
    assert_eq!(counts(&send(&app, "", file).await), of("offers", 0, 1, 0));
    let letters = sisterline::app::outbox::newest(&app.server.app, 100)
        .await
        .unwrap();
    let told: Vec<&str> = letters
        .iter()
        .filter(|stored| stored.letter.kind.as_str() == "visit_meeting")
        .map(|stored| stored.letter.recipient.email.as_str())
        .collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(
        told.contains(&"ann@example.org") && told.contains(&HOST_EMAIL),
        "{told:?}"
    );
}

#[rstest]
#[actix_web::test]
async fn only_admins_bring_files_in_and_take_tables_out(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    World::new(&app, 3).await;
    let here = json!({ "city": "kaohsiung" });
    let keeper = app.token_of("k@example.org", "coordinator", here).await;
    for query in ["", "?dry_run=true"] {
        send_as(&app, &keeper, query, CITIES)
            .await
            .assert_problem(403, "forbidden");
        let path = format!("/api/v1/imports{query}");
        let guest = app
            .request(Method::POST, &path)
            .body(CITIES)
            .send()
            .await
            .unwrap();
        Answer::of(guest)
            .await
            .assert_problem(401, "sign_in_required");
    }
    let table = "/api/v1/exports/offers";
    app.get(table).await.assert_problem(401, "sign_in_required");
    let refused = app.send_as(&keeper, Method::GET, table, &json!({})).await;
    refused.assert_problem(403, "forbidden");
    send(&app, "?dry_run=maybe", CITIES)
        .await
        .assert_problem(422, "invalid_input");
    send(&app, "", vec![b'a'; 3 << 20])
        .await
        .assert_problem(413, "too_large");
    app.get("/api/v1/imports/templates/towns")
        .await
        .assert_problem(404, "not_found");
    let odd = "/api/v1/exports/offers?format=xml";
    let unknown = app.send_as(&app.admin, Method::GET, odd, &json!({})).await;
    unknown.assert_problem(422, "invalid_input");
    // Each template brings in what it shows, one after the other.
    for table in ["cities", "hosts", "offers"] {
        let template = app.get(&format!("/api/v1/imports/templates/{table}")).await;
        let Value::String(file) = template.body else {
            panic!("{}", template.body)
        };
        assert_eq!(counts(&send(&app, "", file).await), of(table, 1, 0, 0));
    }
}

#[rstest]
#[actix_web::test]
async fn a_file_sent_again_with_its_key_is_brought_in_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let send = |file: &'static str| {
        app.request(Method::POST, "/api/v1/imports")
            .bearer_auth(&app.admin)
            .header("idempotency-key", "k1")
            .body(file)
            .send()
    };
    for _ in 0..2 {
        let answer = Answer::of(send(CITIES).await.unwrap()).await;
        assert_eq!(counts(&answer), of("cities", 3, 0, 0));
    }
    let other = Answer::of(send("slug,name,country,zone\n").await.unwrap()).await;
    other.assert_problem(422, "idempotency_key_reused");
    // Two at once do not bring the same hosts in twice.
    let file = "city,name,kind,track\nseattle,Port,office,business\n";
    let (one, two) = tokio::join!(
        send_as(&app, &app.admin, "", file),
        send_as(&app, &app.admin, "", file)
    );
    let mut done = [counts(&one), counts(&two)];
    done.sort();
    assert_eq!(done, [of("hosts", 0, 0, 1), of("hosts", 1, 0, 0)]);
}
