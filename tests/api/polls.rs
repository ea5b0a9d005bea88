//! `/api/v1/polls`: opening one, answering by link, choosing a time; what strangers may not.

use chrono::{DateTime, Duration, Timelike, Utc};
use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};
use sisterline::app::{Clock, expiry, outbox};
use sisterline::domain::letter::LetterKind;

use crate::support::world::{HOST_EMAIL, World, id, slot_of};
use crate::support::{Answer, Engine, TestApp};

/// A coordinator's token.
async fn keeper(app: &TestApp, city: &str) -> String {
    let scope = json!({ "city": city });
    let email = format!("keeper@{city}.example");
    app.token_of(&email, "coordinator", scope).await
}

/// In so many days, at this hour in Taipei, as an instant.
fn at(app: &TestApp, days: i64, hour: u32) -> DateTime<Utc> {
    let day = (app.clock.now() + Duration::days(days)).naive_utc();
    let wall = day.date().and_hms_opt(hour, 0, 0).unwrap();
    (wall - Duration::hours(8)).and_utc()
}

fn asked(app: &TestApp, world: &World) -> Value {
    let times = [(10, 9), (11, 10), (12, 20)];
    let times = times.map(|(days, hour)| json!({ "starts_at": at(app, days, hour) }));
    json!({ "partnership": world.partnership, "offer_id": world.offer, "city": "seattle",
        "organization": "Garfield High School", "note": "The spring term.", "candidates": times })
}

/// A poll of three times, opened by an admin.
struct Opened {
    world: World,
    poll: Value,
    path: String,
}

impl Opened {
    async fn new(app: &TestApp) -> Self {
        let world = World::new(app, 3).await;
        let poll = app.create("/api/v1/polls", &asked(app, &world)).await;
        let path = format!("/api/v1/polls/{}", id(&poll));
        Self { world, poll, path }
    }

    /// The key of a city's link.
    fn key(&self, city: &str) -> String {
        let mut cities = self.poll["cities"].as_array().unwrap().iter();
        let city = cities.find(|one| one["city"] == city).unwrap();
        let url = city["vote_url"].as_str().unwrap();
        url.split_once("?key=").unwrap().1.to_owned()
    }

    async fn vote(&self, app: &TestApp, city: &str, vote: &Value) -> Answer {
        let path = format!("{}/vote?key={}", self.path, self.key(city));
        app.put(&path, vote).await
    }

    async fn close(&self, app: &TestApp, token: &str, candidate: i64) -> Answer {
        let path = format!("{}/close", self.path);
        let body = json!({ "candidate": candidate });
        app.send_as(token, Method::POST, &path, &body).await
    }

    async fn seen(&self, app: &TestApp) -> Value {
        let answer = app
            .send_as(&app.admin, Method::GET, &self.path, &json!({}))
            .await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        answer.body
    }
}

fn vote_of(name: &str, answers: [&str; 3]) -> Value {
    let answers: Vec<Value> = (0..)
        .zip(answers)
        .map(|(candidate, answer)| json!({ "candidate": candidate, "answer": answer }))
        .collect();
    json!({ "name": name, "answers": answers })
}

fn with_email(mut vote: Value, email: &str) -> Value {
    vote["email"] = json!(email);
    vote
}

fn ranks(poll: &Value) -> Vec<i64> {
    let times = poll["candidates"].as_array().unwrap().iter();
    times.map(|time| time["rank"].as_i64().unwrap()).collect()
}

async fn letters(app: &TestApp, kind: LetterKind) -> Vec<String> {
    let all = outbox::newest(&app.server.app, 100).await.unwrap();
    let of_kind = all
        .into_iter()
        .filter(|stored| stored.letter.kind == kind)
        .map(|stored| stored.letter.recipient.email);
    let mut people: Vec<String> = of_kind.collect();
    people.sort();
    people
}

#[rstest]
#[actix_web::test]
async fn from_a_question_to_a_visit(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 3).await;
    let (own, _) = (
        keeper(&app, "kaohsiung").await,
        keeper(&app, "seattle").await,
    );
    let new = asked(&app, &world);
    let opened = app.send_as(&own, Method::POST, "/api/v1/polls", &new).await;
    assert_eq!(opened.status, 201, "{}", opened.body);
    let opened = Opened {
        path: format!("/api/v1/polls/{}", id(&opened.body)),
        poll: opened.body,
        world,
    };
    // The other city is written to, the own one knows of it.
    assert_eq!(
        letters(&app, LetterKind::PollOpened).await,
        ["keeper@seattle.example"]
    );

    let from_seattle = with_email(
        vote_of("Ann", ["if_need_be", "yes", "no"]),
        "ann@example.org",
    );
    let voted = opened.vote(&app, "seattle", &from_seattle).await;
    assert_eq!(voted.status, 200, "{}", voted.body);
    for name in ["Mei-ling", "Chien-hung"] {
        let vote = vote_of(name, ["yes", "if_need_be", "yes"]);
        assert_eq!(opened.vote(&app, "kaohsiung", &vote).await.status, 200);
    }
    // Whoever came by a link sees counts, and nobody's name.
    let path = format!("{}?key={}", opened.path, opened.key("seattle"));
    let public = app.get(&path).await.body;
    assert_eq!(public["votes"], Value::Null);
    assert!(!public.to_string().contains("Mei-ling"), "{public}");
    assert_eq!(public["cities"][0]["vote_url"], Value::Null);
    assert_eq!(
        public["candidates"][0]["cities"][0]["yes"], 2,
        "the host's city first"
    );
    // Half of each city, then a whole one of the other; the last one is ruled out by a city.
    assert_eq!(ranks(&public), [1, 2, 3]);
    assert_eq!(public["candidates"][2]["blocked"], true);

    // She thinks again.
    let mut again = vote_of("Ann Lee", ["no", "yes", "no"]);
    again["voter"] = voted.body["voter"].clone();
    again["email"] = json!("ann@example.org");
    let changed = opened.vote(&app, "seattle", &again).await;
    assert_eq!(changed.body["poll"]["voters"], 3, "{}", changed.body);
    assert_eq!(changed.body["poll"]["own"]["name"], "Ann Lee");
    assert_eq!(ranks(&changed.body["poll"])[1], 1);

    let closed = opened.close(&app, &own, 1).await;
    assert_eq!(closed.status, 200, "{}", closed.body);
    assert_eq!(
        (&closed.body["status"], &closed.body["chosen"]),
        (&json!("closed"), &json!(1))
    );
    assert_eq!(closed.body["booking"]["status"], "confirmed");
    assert_eq!(
        letters(&app, LetterKind::VisitConfirmed).await,
        ["ann@example.org", HOST_EMAIL, "keeper@kaohsiung.example"]
    );
    // Doing it again changes nothing; another time is another question.
    let twice = opened.close(&app, &own, 1).await;
    for part in ["status", "chosen", "booking", "version", "candidates"] {
        assert_eq!(twice.body[part], closed.body[part], "{part}");
    }
    opened
        .close(&app, &own, 0)
        .await
        .assert_problem(409, "poll_closed");
    opened
        .vote(&app, "seattle", &again)
        .await
        .assert_problem(409, "poll_closed");
    let off = format!("{}/cancel", opened.path);
    app.send_as(&own, Method::POST, &off, &json!({}))
        .await
        .assert_problem(409, "poll_closed");

    // It is a booking like any other: it moves, and is called off.
    let (path, key) = closed.body["booking"]["manage_url"]
        .as_str()
        .and_then(|url| url.split_once("/bookings/"))
        .and_then(|(_, rest)| rest.split_once("?key="))
        .unwrap();
    let other = slot_of(&app, &opened.world.offer, 20, 9);
    let other = id(&app.create("/api/v1/slots", &other).await);
    let to = format!("/api/v1/bookings/{path}/reschedule?key={key}");
    let moved = app.post(&to, &json!({ "slot_id": other })).await;
    assert_eq!(moved.status, 200, "{}", moved.body);
    let off = format!("/api/v1/bookings/{path}/cancel?key={key}");
    let cancelled = app.post(&off, &json!({})).await;
    assert_eq!(cancelled.body["status"], "cancelled", "{}", cancelled.body);
}

#[rstest]
#[actix_web::test]
async fn a_host_answers_what_others_have_chosen(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let opened = Opened::new(&app).await;
    let guests = keeper(&app, "seattle").await;
    let closed = opened.close(&app, &guests, 0).await;
    assert_eq!(closed.body["booking"]["status"], "requested");
    let booking = closed.body["booking"]["id"].as_str().unwrap();
    let path = format!("/api/v1/bookings/{booking}/confirm");
    let confirmed = app
        .send_as(&app.admin, Method::POST, &path, &json!({}))
        .await;
    assert_eq!(confirmed.body["status"], "confirmed", "{}", confirmed.body);
    // A time that the host did not offer is not for others.
    let slot = &confirmed.body["slot"];
    assert_eq!(slot["status"], "closed");
}

#[rstest]
#[actix_web::test]
async fn an_offered_time_is_booked_and_a_taken_one_leaves_the_poll_open(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let opened = Opened::new(&app).await;
    let offered = slot_of(&app, &opened.world.offer, 10, 9);
    let offered = id(&app.create("/api/v1/slots", &offered).await);
    // Half an hour after the second time has begun.
    let mut taken = slot_of(&app, &opened.world.offer, 11, 10);
    let start = taken["local_start"].as_str().unwrap().replace(":00", ":30");
    taken["local_start"] = json!(start);
    app.create("/api/v1/slots", &taken).await;

    opened
        .close(&app, &app.admin, 1)
        .await
        .assert_problem(409, "slot_overlaps");
    let seen = opened.seen(&app).await;
    assert_eq!(
        (&seen["status"], &seen["chosen"]),
        (&json!("open"), &Value::Null)
    );
    let vote = vote_of("Ann", ["yes"; 3]);
    assert_eq!(opened.vote(&app, "seattle", &vote).await.status, 200);

    let closed = opened.close(&app, &app.admin, 0).await;
    assert_eq!(closed.status, 200, "{}", closed.body);
    let slot = app.get(&format!("/api/v1/slots/{offered}")).await.body;
    assert_eq!(slot["seats_left"], 2);
}

/// Two choose at once, the same time and another: one of them is the poll's, and one visit is
/// booked.
#[rstest]
#[actix_web::test]
async fn two_closes_at_once_book_one_visit(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[values([0, 0], [0, 1])] chosen: [i64; 2],
) {
    let app = TestApp::spawn(engine).await;
    let opened = Opened::new(&app).await;
    let [one, other] = chosen;
    let (one, other) = futures_util::future::join(
        opened.close(&app, &app.admin, one),
        opened.close(&app, &app.admin, other),
    )
    .await;
    let same = chosen[0] == chosen[1];
    let well = [&one, &other]
        .iter()
        .filter(|answer| answer.status == 200)
        .count();
    assert_eq!(
        well,
        if same { 2 } else { 1 },
        "{} {}",
        one.body,
        other.body
    );
    for refused in [&one, &other].iter().filter(|answer| answer.status != 200) {
        refused.assert_problem(409, "poll_closed");
    }
    let path = format!("/api/v1/slots?offer={}", opened.world.offer);
    let slots = app.get(&path).await.body;
    assert_eq!(slots["items"].as_array().unwrap().len(), 1, "{slots}");
    assert_eq!(slots["items"][0]["seats_left"], 2);
}

/// A poll is closed while the host adds another visit that overlaps: one of them has the time.
#[rstest]
#[actix_web::test]
async fn a_close_against_a_slot_of_the_same_host(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let opened = Opened::new(&app).await;
    for round in 0..3 {
        let mut taken = slot_of(
            &app,
            &opened.world.offer,
            10 + round,
            [9, 10, 20][round as usize],
        );
        let start = taken["local_start"].as_str().unwrap().replace(":00", ":30");
        taken["local_start"] = json!(start);
        let slots = "/api/v1/slots";
        let (closed, added) = futures_util::future::join(
            opened.close(&app, &app.admin, round),
            app.send_as(&app.admin, Method::POST, slots, &taken),
        )
        .await;
        match (closed.status, added.status) {
            (200, 409) => {
                added.assert_problem(409, "slot_overlaps");
                return;
            }
            (409, 201) => {
                closed.assert_problem(409, "slot_overlaps");
                assert_eq!(opened.seen(&app).await["status"], "open");
            }
            both => panic!("{both:?}: {} {}", closed.body, added.body),
        }
    }
}

#[rstest]
#[actix_web::test]
async fn many_answer_at_once_and_each_is_counted(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let opened = Opened::new(&app).await;
    let votes: Vec<Value> = (0..12)
        .map(|n| vote_of(&format!("Ann {n}"), ["yes", "no", "no"]))
        .collect();
    let all = votes.iter().map(|vote| opened.vote(&app, "seattle", vote));
    for answer in futures_util::future::join_all(all).await {
        assert_eq!(answer.status, 200, "{}", answer.body);
    }
    let seen = opened.seen(&app).await;
    assert_eq!(seen["voters"], 12);
    assert_eq!(seen["candidates"][0]["cities"][1]["yes"], 12);
    assert_eq!(seen["votes"].as_array().unwrap().len(), 12);
}

#[rstest]
#[actix_web::test]
async fn a_poll_lapses(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let app = TestApp::spawn(engine).await;
    let opened = Opened::new(&app).await;
    let mut soon = asked(&app, &opened.world);
    soon["deadline"] = json!(app.clock.now().with_nanosecond(0).unwrap() + Duration::hours(2));
    let soon = app.create("/api/v1/polls", &soon).await;
    let soon = Opened {
        path: format!("/api/v1/polls/{}", id(&soon)),
        poll: soon,
        world: opened.world,
    };
    let opened = Opened {
        world: World {
            partnership: String::new(),
            host: String::new(),
            offer: String::new(),
            topic: String::new(),
        },
        ..opened
    };
    app.clock.advance(Duration::hours(3));
    // Even where no job has come by yet.
    let vote = vote_of("Ann", ["yes"; 3]);
    let late = soon.vote(&app, "seattle", &vote).await;
    late.assert_problem(409, "poll_lapsed");
    soon.close(&app, &app.admin, 0)
        .await
        .assert_problem(409, "poll_lapsed");
    expiry::run(&app.server.app).await.unwrap();
    assert_eq!(soon.seen(&app).await["status"], "lapsed");
    assert_eq!(opened.seen(&app).await["status"], "open");
    // One of three times has passed: the others can still be chosen.
    app.clock.advance(Duration::days(10) + Duration::hours(12));
    expiry::run(&app.server.app).await.unwrap();
    opened
        .close(&app, &app.admin, 0)
        .await
        .assert_problem(409, "slot_started");
    assert_eq!(opened.seen(&app).await["status"], "open");
    app.clock.advance(Duration::days(3));
    expiry::run(&app.server.app).await.unwrap();
    assert_eq!(opened.seen(&app).await["status"], "lapsed");
}

#[rstest]
#[actix_web::test]
async fn who_may_what(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let app = TestApp::spawn(engine).await;
    let opened = Opened::new(&app).await;
    let vote = vote_of("Ann", ["yes"; 3]);
    // Without a link, with a forged one, with another poll's.
    let other = app
        .create("/api/v1/polls", &asked(&app, &opened.world))
        .await;
    let foreign = other["cities"][1]["vote_url"].as_str().unwrap();
    let foreign = foreign.split_once("?key=").unwrap().1.to_owned();
    for key in [String::new(), "0".repeat(64), foreign] {
        let path = format!("{}?key={key}", opened.path);
        app.get(&path).await.assert_problem(404, "not_found");
        let path = format!("{}/vote?key={key}", opened.path);
        app.put(&path, &vote).await.assert_problem(404, "not_found");
    }
    // The link of one city is not another's.
    let mut wrong = vote.clone();
    wrong["city"] = json!("kaohsiung");
    let refused = opened.vote(&app, "seattle", &wrong).await;
    refused.assert_field("city", "other_city");
    // Nobody changes an answer that is not theirs.
    let voted = opened.vote(&app, "seattle", &vote).await.body;
    let token = voted["voter"].as_str().unwrap();
    for forged in [
        "nonsense".to_owned(),
        format!("{token}0"),
        token.replace(&token[..8], "00000000"),
    ] {
        let mut change = vote.clone();
        change["voter"] = json!(forged);
        let refused = opened.vote(&app, "seattle", &change).await;
        refused.assert_field("voter", "unknown_voter");
    }
    // Whoever has the link of a city closes nothing; members of hosts open nothing.
    let body = json!({ "candidate": 0 });
    let close = format!("{}/close?key={}", opened.path, opened.key("seattle"));
    app.post(&close, &body)
        .await
        .assert_problem(401, "sign_in_required");
    app.post(&format!("{}/close", opened.path), &body)
        .await
        .assert_problem(404, "not_found");
    let new = asked(&app, &opened.world);
    app.post("/api/v1/polls", &new)
        .await
        .assert_problem(401, "sign_in_required");
    let host = json!({ "host_id": opened.world.host });
    let member = app.token_of("desk@kaohsiung.example", "member", host).await;
    app.send_as(&member, Method::POST, "/api/v1/polls", &new)
        .await
        .assert_problem(403, "forbidden");
    let listed = app
        .send_as(&member, Method::GET, "/api/v1/polls", &json!({}))
        .await;
    assert_eq!(listed.body["items"], json!([]));
    let seen = opened.seen(&app).await;
    assert_eq!(
        (&seen["voters"], &seen["status"]),
        (&1.into(), &json!("open"))
    );
}

#[rstest]
#[case(json!({ "candidates": [] }), "candidates", "too_few")]
#[case(json!({ "candidates": vec![json!({}); 10_000] }), "candidates", "too_many")]
#[case(json!({ "candidates": [{ "starts_at": "2020-01-01T00:00:00Z" }] }), "candidates[0]", "in_past")]
#[case(json!({ "candidates": [{ "local_start": "25:00" }] }), "candidates[0].local_start",
    "invalid_local_time")]
#[case(json!({ "organization": " " }), "organization", "required")]
#[case(json!({ "title": "x".repeat(200) }), "title", "too_long")]
#[case(json!({ "note": "x".repeat(3_000) }), "note", "too_long")]
#[case(json!({ "city": "kaohsiung" }), "city", "unknown_city")]
#[case(json!({ "seats": 0 }), "seats", "out_of_range")]
#[case(json!({ "deadline": "2020-01-01T00:00:00Z" }), "deadline", "in_past")]
#[case(json!({ "offer_id": "0193f8a0-0000-7000-8000-000000000001" }), "offer_id", "unknown_offer")]
#[case(json!({ "partnership": "x" }), "partnership", "unknown_partnership")]
#[actix_web::test]
async fn a_poll_is_refused(#[case] change: Value, #[case] field: &str, #[case] code: &str) {
    let app = TestApp::spawn(Engine::Sqlite).await;
    let world = World::new(&app, 3).await;
    let mut new = asked(&app, &world);
    let change = change.as_object().unwrap().clone();
    new.as_object_mut().unwrap().extend(change);
    let refused = app
        .send_as(&app.admin, Method::POST, "/api/v1/polls", &new)
        .await;
    assert_eq!(refused.status, 422, "{}", refused.body);
    refused.assert_field(field, code);
}

#[actix_web::test]
async fn answers_are_refused_and_the_same_key_answers_once() {
    let app = TestApp::spawn_with(Engine::Sqlite, "[limits]\nguest_votes_per_hour = 9\n").await;
    let opened = Opened::new(&app).await;
    let good = vote_of("Ann", ["yes"; 3]);
    let table = [
        (json!({ "name": "" }), "name", "required"),
        (
            json!({ "name": "a\r\nBcc: x" }),
            "name",
            "control_characters",
        ),
        (json!({ "email": "nonsense" }), "email", "invalid_email"),
        (json!({ "zone": "Mars/Olympus" }), "zone", "unknown_zone"),
        (json!({ "answers": [] }), "answers", "too_few"),
        (
            json!({ "answers": [{ "candidate": 0, "answer": "maybe" }] }),
            "answers[0].answer",
            "unknown_word",
        ),
    ];
    for (change, field, code) in table {
        let mut vote = good.clone();
        let change = change.as_object().unwrap().clone();
        vote.as_object_mut().unwrap().extend(change);
        let refused = opened.vote(&app, "seattle", &vote).await;
        assert_eq!(refused.status, 422, "{}", refused.body);
        refused.assert_field(field, code);
    }
    let path = format!("{}/vote?key={}", opened.path, opened.key("seattle"));
    let mut voters = Vec::new();
    for _ in 0..2 {
        let request = app.request(Method::PUT, &path).json(&good);
        let request = request.header("idempotency-key", "once");
        let answer = Answer::of(request.send().await.unwrap()).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        voters.push(answer.body["voter"].clone());
    }
    assert_eq!(voters[0], voters[1]);
    // Nine from one address in an hour, and these were eight.
    assert_eq!(opened.vote(&app, "seattle", &good).await.status, 200);
    let refused = opened.vote(&app, "seattle", &good).await;
    refused.assert_problem(429, "too_many_requests");
    assert_eq!(opened.seen(&app).await["voters"], 2);
}

#[actix_web::test]
async fn as_many_answer_as_may() {
    let app = TestApp::spawn_with(Engine::Sqlite, "[limits]\nguest_votes_per_hour = 0\n").await;
    let opened = Opened::new(&app).await;
    let votes: Vec<Value> = (0..500)
        .map(|n| {
            let vote = vote_of(&format!("Ann {n}"), ["yes"; 3]);
            with_email(vote, &format!("ann{n}@example.org"))
        })
        .collect();
    for some in votes.chunks(50) {
        let all = some.iter().map(|vote| opened.vote(&app, "seattle", vote));
        for answer in futures_util::future::join_all(all).await {
            assert_eq!(answer.status, 200, "{}", answer.body);
        }
    }
    let one_more = opened
        .vote(&app, "kaohsiung", &vote_of("Mei-ling", ["yes"; 3]))
        .await;
    one_more.assert_problem(409, "poll_full");
    // A booking names fifty; the poll is closed all the same.
    let closed = opened.close(&app, &app.admin, 0).await;
    assert_eq!(closed.status, 200, "{}", closed.body);
    let booking = closed.body["booking"]["id"].as_str().unwrap();
    let booking = app
        .send_as(
            &app.admin,
            Method::GET,
            &format!("/api/v1/bookings/{booking}"),
            &json!({}),
        )
        .await;
    let people = booking.body["attendees"].as_array().unwrap().iter();
    let guests = people.filter(|one| one["part"] == "guest").count();
    assert_eq!(guests, 50, "{}", booking.body);
}
