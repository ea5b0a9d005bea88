use chrono::Datelike;
use rstest::rstest;
use serde_json::json;
use sisterline::app::Clock;

use crate::browser::{Browser, Page};
use crate::support::world::{HOST_EMAIL, World};
use crate::support::{Engine, TestApp};

const URL: &str = "/console/cities/kaohsiung/holidays";
const COORDINATOR: &str = "lin@kaohsiung.example";

async fn coordinator(app: &TestApp) -> Browser<'_> {
    let role = json!({ "email": COORDINATOR, "name": "Lin", "role": "coordinator",
        "city": "kaohsiung" });
    app.create("/api/v1/roles", &role).await;
    Browser::signed_in(app, COORDINATOR).await
}

/// Sends a file as a browser does.
async fn send_file(browser: &Browser<'_>, page: &Page, file: &str, confirmed: bool) -> Page {
    let csrf = page.hidden(&format!("{URL}/file"), "csrf");
    let part = |name: &str, value: &str| {
        format!("--sister\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let mut body = part("csrf", &csrf) + &part("file", file);
    if confirmed {
        body += &part("confirmed", "yes");
    }
    let kind = "multipart/form-data; boundary=sister";
    let path = format!("{URL}/file");
    browser.post_raw(&path, kind, body + "--sister--\r\n").await
}

#[rstest]
#[actix_web::test]
async fn a_coordinator_opens_a_holiday_and_takes_it_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    World::new(&app, 3).await;
    let browser = coordinator(&app).await;
    let year = app.clock.now().year() + 1;
    let date = format!("{year}-10-10");
    browser.get("/console").await.assert_has(URL);
    let page = browser.get(&format!("{URL}?year={year}")).await;
    page.assert_has("國慶日");
    page.assert_has("National Day");
    page.assert_has(&format!("data-date=\"{date}\""));
    let csrf = page.hidden(URL, "csrf");

    let form = [
        ("csrf", csrf.as_str()),
        ("date", &date),
        ("day_kind", "workday"),
    ];
    let opened = browser.post(URL, &form).await;
    assert_eq!(opened.status, 303, "{}", opened.text);
    let page = browser.get(&opened.location).await;
    page.assert_has("Instead of: 國慶日");
    page.assert_has("The day is entered.");

    let restore = format!("{URL}/restore");
    let form = [("csrf", csrf.as_str()), ("date", date.as_str())];
    for _click in 0..2 {
        let restored = browser.post(&restore, &form).await;
        assert_eq!(restored.status, 303, "{}", restored.text);
        browser
            .get(&restored.location)
            .await
            .assert_lacks("Instead of");
    }
}

#[actix_web::test]
async fn what_is_wrong_with_a_day_stands_at_its_field() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    World::new(&app, 3).await;
    let browser = coordinator(&app).await;
    let csrf = browser.get(URL).await.hidden(URL, "csrf");
    for (date, kind, field) in [
        ("", "holiday", "date"),
        ("1999-01-01", "holiday", "date"),
        ("2027-01-01", "feast", "day_kind"),
    ] {
        let form = [("csrf", csrf.as_str()), ("date", date), ("day_kind", kind)];
        let page = browser.post(URL, &form).await;
        assert_eq!(page.status, 422, "{form:?}");
        assert!(!page.error_at(&format!("f-day-{field}")).is_empty());
    }
}

#[actix_web::test]
async fn a_calendar_file_is_looked_at_before_it_is_entered() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    World::new(&app, 3).await;
    let browser = coordinator(&app).await;
    let page = browser.get(URL).await;
    let year = app.clock.now().year() + 1;
    let file = format!(
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:{year}0505\r\n\
         SUMMARY:Harbour <b> day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    );
    let preview = send_file(&browser, &page, &file, false).await;
    assert_eq!(preview.status, 200);
    preview.assert_has("One day would be entered.");
    preview.assert_has("BEGIN:VCALENDAR");
    preview.assert_lacks("<b>");
    let that_year = format!("{URL}?year={year}");
    browser.get(&that_year).await.assert_lacks("Harbour");

    let done = send_file(&browser, &page, &file, true).await;
    assert_eq!(done.status, 303, "{}", done.text);
    browser.get(&that_year).await.assert_has("Harbour");

    let timed = file.replace("0505\r\n", "0505T090000Z\r\n");
    let refused = send_file(&browser, &page, &timed, false).await;
    assert_eq!(refused.status, 422);
    refused.assert_has("Line 4: This is not a whole day.");
}

#[actix_web::test]
async fn others_have_no_such_page() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    World::new(&app, 3).await;
    let guest = Browser::guest(&app).get(URL).await;
    assert_eq!((guest.status, guest.location.as_str()), (303, "/sign-in"));
    let host = Browser::signed_in(&app, HOST_EMAIL).await;
    assert_eq!(host.get(URL).await.status, 403);
    let form = [("date", "2027-05-05"), ("day_kind", "holiday")];
    assert_eq!(host.post(URL, &form).await.status, 403);
}
