//! Answers and reports that come back by mail: from an invite that a mail server got, over the HTTP
//! intake and out of a mailbox, to what the host sees; on both engines.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use hmac::{Hmac, KeyInit, Mac};
use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};
use sha2::Sha256;
use sisterline::app::{Clock, outbox};
use sisterline::domain::letter::{Content, LetterKind};

use crate::PATIENCE;
use crate::dovecot::{Dovecot, PASSWORD, USER};
use crate::samples::{APPLE, BOUNCE, COUNTER, COUNTER_WINDOWS, GMAIL, OUTLOOK, VACATION, fill};
use crate::sink::{Sink, header, validated};
use crate::support::world::{HOST_EMAIL, World, booking_of, id};
use crate::support::{Answer, Engine, TestApp};

const CONTACT: &str = "ann@school.example.org";
const GUEST: &str = "ben@school.example.org";
const SECRET: &str = "0123456789abcdef0123456789abcdef";

/// A visit of Ann and Ben whose invites a mail server has taken.
struct Scene {
    app: TestApp,
    world: World,
    booking: String,
    slot: Value,
    sink: Sink,
}

impl Scene {
    async fn new(engine: Engine, inbound: &str) -> Self {
        let sink = Sink::start(&["--envelope"]);
        let settings = format!(
            "[mail]\ntransport = \"smtp\"\nsmtp_url = \"{}\"\n\
             from = \"Sisterline <visits@example.org>\"\n{inbound}",
            sink.url()
        );
        let app = TestApp::spawn_with(engine, &settings).await;
        let world = World::new(&app, 5).await;
        let slot = world.slot(&app, 7).await;
        let mut request = booking_of(&id(&slot), CONTACT);
        request["attendees"] = json!([{ "name": "Ben Ode", "email": GUEST }]);
        let booked = app.post("/api/v1/bookings", &request).await;
        assert_eq!(booked.status, 201, "{}", booked.body);
        let booking = id(&booked.body);
        let scene = Self {
            app,
            world,
            booking,
            slot,
            sink,
        };
        scene.mails(3).await;
        scene
    }

    async fn by_http(engine: Engine) -> Self {
        Self::new(engine, &format!("[mail.inbound]\nsecret = \"{SECRET}\"\n")).await
    }

    /// The mails that were sent, as soon as there are so many.
    async fn mails(&self, count: usize) -> Vec<PathBuf> {
        let begun = Instant::now();
        while self.sink.mails().len() < count {
            assert!(begun.elapsed() < PATIENCE, "only {:?}", self.sink.mails());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        self.sink.mails()
    }

    /// What the newest invite told each calendar, by its reader's address: the event, and to where
    /// its mail comes back.
    async fn events(&self, count: usize) -> BTreeMap<String, (Value, String)> {
        let mut mails = self.mails(count).await;
        // Letters to the host about answers change no calendar.
        mails.retain(|mail| {
            std::fs::read_to_string(mail)
                .unwrap()
                .contains("text/calendar")
        });
        let one = |mail: &PathBuf| {
            let event = validated(mail);
            let to = event["attendees"][0].as_str().unwrap().to_owned();
            (to, (event, header(mail, "X-Sink-From")))
        };
        mails.iter().map(one).collect()
    }

    /// A sample as the calendar of `who` answers their invite.
    async fn sample(&self, sample: &str, who: &str, facts: &[(&str, &str)]) -> Vec<u8> {
        let events = self.events(3).await;
        let (event, _) = &events[who];
        let text = |field: &str| event[field].as_str().unwrap().to_owned();
        let (organizer, uid) = (text("organizer"), text("uid"));
        let stamp = self.app.clock.now().format("%Y%m%dT%H%M%SZ").to_string();
        let mut all = facts.to_vec();
        all.extend([
            ("TO", organizer.as_str()),
            ("FROM", who),
            ("UID", &uid),
            ("STAMP", &stamp),
        ]);
        fill(sample, &all)
    }

    /// Hands a message over by HTTP; what came of it.
    async fn hand_over(&self, message: Vec<u8>) -> String {
        let time = self.app.clock.now().timestamp().to_string();
        let answer = hand_over(&self.app, &time, &signature(&time, &message), message).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        answer.body["outcome"].as_str().unwrap().to_owned()
    }

    /// What each of the three has answered, by which way, and whether mail comes back from them.
    async fn answers(&self) -> Vec<(String, String, bool)> {
        let path = format!("/api/v1/bookings/{}", self.booking);
        let nothing = json!({});
        let seen = self
            .app
            .send_as(&self.app.admin, Method::GET, &path, &nothing)
            .await;
        let people = seen.body["attendees"].as_array().unwrap().clone();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let one = |person: &Value| {
            let fails = person["mail_comes_back"].as_bool().unwrap();
            (
                text(&person["answer"]),
                text(&person["answer_source"]),
                fails,
            )
        };
        people.iter().map(one).collect()
    }

    async fn answer_of_contact(&self) -> String {
        self.answers().await[0].0.clone()
    }

    async fn letters(&self, kind: LetterKind) -> Vec<(String, Content)> {
        let letters = outbox::newest(&self.app.server.app, 1_000).await.unwrap();
        let of = letters
            .into_iter()
            .filter(|stored| stored.letter.kind == kind);
        of.map(|stored| (stored.letter.recipient.email, stored.letter.content))
            .collect()
    }
}

fn signature(time: &str, message: &[u8]) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).unwrap();
    mac.update(time.as_bytes());
    mac.update(b".");
    mac.update(message);
    let bytes = mac.finalize().into_bytes();
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

async fn hand_over(app: &TestApp, time: &str, signature: &str, message: Vec<u8>) -> Answer {
    let request = app
        .request(Method::POST, "/inbound/mail")
        .header("Sisterline-Timestamp", time)
        .header("Sisterline-Signature", signature)
        .header("Content-Type", "message/rfc822")
        .body(message);
    Answer::of(request.send().await.unwrap()).await
}

#[rstest]
#[actix_web::test]
async fn each_calendars_reply_is_the_answer_of_who_was_invited(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let scene = Scene::by_http(engine).await;
    // Every reader's calendar answers at an address of its own, which the mail comes from.
    let events = scene.events(3).await;
    let organizers: Vec<&str> = events
        .values()
        .map(|(event, _)| event["organizer"].as_str().unwrap())
        .collect();
    assert!(
        organizers
            .iter()
            .all(|one| one.starts_with("visits+a") && one.ends_with("@example.org"))
    );
    assert!(organizers[0] != organizers[1] && organizers[1] != organizers[2]);

    for (sample, who, said) in [
        (GMAIL, CONTACT, "ACCEPTED"),
        (OUTLOOK, GUEST, "TENTATIVE"),
        (APPLE, HOST_EMAIL, "DECLINED"),
    ] {
        let message = scene.sample(sample, who, &[("ANSWER", said)]).await;
        assert_eq!(scene.hand_over(message.clone()).await, "answered", "{who}");
        assert_eq!(scene.hand_over(message).await, "unchanged", "{who}");
    }
    let mail = "mail".to_owned();
    let said = scene.answers().await;
    let words: Vec<&str> = said.iter().map(|(answer, ..)| answer.as_str()).collect();
    assert_eq!(words, ["accepted", "tentative", "declined"]);
    assert!(said.iter().all(|(_, source, _)| *source == mail));
    // The host's own answer is told to nobody: there is no other host.
    let told = scene.letters(LetterKind::AnswerReceived).await;
    assert!(
        told.iter().all(|(to, _)| to == HOST_EMAIL) && told.len() == 2,
        "{told:?}"
    );
}

#[rstest]
#[actix_web::test]
async fn old_replies_and_those_of_others_change_nothing(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let scene = Scene::by_http(engine).await;
    let accepted = scene
        .sample(GMAIL, CONTACT, &[("ANSWER", "ACCEPTED")])
        .await;
    // Somebody to whom the invite was passed on answers at the contact's address.
    let text = String::from_utf8(accepted.clone()).unwrap();
    let stranger = text.replace(CONTACT, "eve@elsewhere.example");
    assert_eq!(
        scene.hand_over(stranger.into_bytes()).await,
        "unknown_attendee"
    );
    // Another event, an address with a token that is none of ours, and none at all.
    let other = text.replace("@sisterline", "@elsewhere");
    assert_eq!(scene.hand_over(other.into_bytes()).await, "other_event");
    let (_, tail) = text.split_once("visits+a").unwrap();
    let token = tail.split('@').next().unwrap();
    let forged = text.replace(token, &"k".repeat(token.len()));
    assert_eq!(scene.hand_over(forged.into_bytes()).await, "unknown_token");
    let plain = text.replace(&format!("+a{token}"), "");
    assert_eq!(scene.hand_over(plain.into_bytes()).await, "unknown_token");
    let away = scene.sample(VACATION, CONTACT, &[]).await;
    assert_eq!(scene.hand_over(away).await, "ignored");
    assert_eq!(scene.answer_of_contact().await, "needs-action");

    // An earlier answer that comes after a later one.
    scene.app.clock.advance(chrono::Duration::minutes(3));
    let declined = scene
        .sample(OUTLOOK, CONTACT, &[("ANSWER", "DECLINED")])
        .await;
    assert_eq!(scene.hand_over(declined).await, "answered");
    assert_eq!(scene.hand_over(accepted.clone()).await, "older");
    // An answer to a time that is no more.
    scene.app.clock.advance(chrono::Duration::minutes(3));
    let late = scene
        .sample(GMAIL, CONTACT, &[("ANSWER", "ACCEPTED"), ("SEQUENCE", "0")])
        .await;
    let to = id(&scene.world.slot(&scene.app, 9).await);
    let path = format!("/api/v1/bookings/{}/reschedule", scene.booking);
    let moved = json!({ "slot_id": to });
    let moved = scene
        .app
        .send_as(&scene.app.admin, Method::POST, &path, &moved)
        .await;
    assert_eq!(moved.status, 200, "{}", moved.body);
    assert_eq!(scene.hand_over(late).await, "older");
    assert_eq!(scene.answer_of_contact().await, "needs-action");
    let now = scene
        .sample(GMAIL, CONTACT, &[("ANSWER", "ACCEPTED"), ("SEQUENCE", "1")])
        .await;
    assert_eq!(scene.hand_over(now).await, "answered");
    // And to a visit that has begun.
    scene.app.clock.advance(chrono::Duration::days(10));
    let over = scene
        .sample(GMAIL, CONTACT, &[("ANSWER", "DECLINED"), ("SEQUENCE", "1")])
        .await;
    assert_eq!(scene.hand_over(over).await, "closed");
}

#[rstest]
#[actix_web::test]
async fn a_proposal_is_told_to_the_host_and_changes_nothing(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let scene = Scene::by_http(engine).await;
    let facts = [
        ("START", "20301217T090000"),
        ("END", "20301217T094500"),
        ("NOTE", "An hour later?"),
    ];
    let counter = scene.sample(COUNTER, CONTACT, &facts).await;
    assert_eq!(scene.hand_over(counter.clone()).await, "proposed");
    assert_eq!(scene.hand_over(counter).await, "proposed");
    let told = scene.letters(LetterKind::TimeProposed).await;
    let [(to, Content::Answers(facts))] = told.as_slice() else {
        panic!("one letter for one proposal: {told:?}")
    };
    assert_eq!(to, HOST_EMAIL);
    assert_eq!(facts.who.note, "An hour later?");
    let proposed = facts.proposed.unwrap();
    assert_eq!(
        proposed.starts_at,
        "2030-12-17T01:00:00Z"
            .parse::<chrono::DateTime<chrono::Utc>>()
            .unwrap()
    );
    assert_eq!(scene.answer_of_contact().await, "needs-action");

    // Outlook tells the hour by its own name for Seattle's clock.
    let facts = [("START", "20301216T170000"), ("END", "20301216T174500")];
    let counter = scene.sample(COUNTER_WINDOWS, GUEST, &facts).await;
    assert_eq!(scene.hand_over(counter).await, "proposed");
    let told = scene.letters(LetterKind::TimeProposed).await;
    let from_guest = told.iter().find_map(|(_, content)| match content {
        Content::Answers(facts) if facts.who.email == GUEST => facts.proposed,
        _ => None,
    });
    assert_eq!(from_guest, Some(proposed));
    let path = format!("/api/v1/slots/{}", id(&scene.slot));
    assert_eq!(
        scene.app.get(&path).await.body["starts_at"],
        scene.slot["starts_at"]
    );
}

#[rstest]
#[actix_web::test]
async fn a_letter_that_comes_back_marks_the_address_and_tells_the_host_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let scene = Scene::by_http(engine).await;
    let (_, returns) = scene.events(3).await[GUEST].clone();
    assert!(returns.starts_with("visits+b"), "{returns}");
    let report = |action: &str, status: &str, to: &str| {
        let facts = [
            ("ACTION", action),
            ("STATUS", status),
            ("TO", to),
            ("FROM", GUEST),
            ("UID", "x"),
        ];
        fill(BOUNCE, &facts)
    };
    let fails = async || scene.answers().await[1].2;
    assert_eq!(
        scene.hand_over(report("delayed", "4.4.1", &returns)).await,
        "delayed"
    );
    assert_eq!(
        scene.hand_over(report("failed", "4.4.7", &returns)).await,
        "delayed"
    );
    // Nobody can say so who does not know the letter's address.
    for forged in ["visits@example.org", "visits+bounce@example.org", GUEST] {
        assert_eq!(
            scene.hand_over(report("failed", "5.1.1", forged)).await,
            "unknown_token"
        );
    }
    assert!(!fails().await);
    assert_eq!(
        scene.hand_over(report("failed", "5.1.1", &returns)).await,
        "undelivered"
    );
    assert_eq!(
        scene.hand_over(report("failed", "5.1.1", &returns)).await,
        "unchanged"
    );
    assert!(fails().await);
    let told = scene.letters(LetterKind::AddressFailing).await;
    let [(to, Content::Answers(facts))] = told.as_slice() else {
        panic!("one letter: {told:?}")
    };
    assert_eq!((to.as_str(), facts.who.email.as_str()), (HOST_EMAIL, GUEST));
    assert_eq!(facts.status.as_deref(), Some("5.1.1"));

    // Later letters still go there, and who answers is heard of again.
    let cancelled = scene.sample(GMAIL, GUEST, &[("ANSWER", "ACCEPTED")]).await;
    assert_eq!(scene.hand_over(cancelled).await, "answered");
    assert!(!fails().await);
}

#[rstest]
#[actix_web::test]
async fn the_intake_takes_only_what_is_signed_and_fresh(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let scene = Scene::by_http(engine).await;
    let app = &scene.app;
    let message = scene
        .sample(GMAIL, CONTACT, &[("ANSWER", "ACCEPTED")])
        .await;
    let now = app.clock.now().timestamp();
    for (time, signed_at) in [
        (now, now + 1),
        (now - 301, now - 301),
        (now + 301, now + 301),
    ] {
        let signature = signature(&signed_at.to_string(), &message);
        let answer = hand_over(app, &time.to_string(), &signature, message.clone()).await;
        answer.assert_problem(401, "bad_signature");
    }
    let time = now.to_string();
    let signed = signature(&time, &message);
    hand_over(app, &time, &signed, b"another".to_vec())
        .await
        .assert_problem(401, "bad_signature");
    let unsigned = app
        .request(Method::POST, "/inbound/mail")
        .body(message.clone());
    Answer::of(unsigned.send().await.unwrap())
        .await
        .assert_problem(401, "bad_signature");
    let large = vec![b'x'; 2 * 1024 * 1024 + 1];
    let signed = signature(&time, &large);
    hand_over(app, &time, &signed, large)
        .await
        .assert_problem(413, "too_large");
    assert_eq!(scene.answer_of_contact().await, "needs-action");
    // Where no secret is set there is no such route, and invites say so.
    let closed = TestApp::spawn(engine).await;
    hand_over(&closed, &time, "00", message)
        .await
        .assert_problem(404, "not_found");
}

#[rstest]
#[actix_web::test]
async fn answers_and_reports_are_taken_out_of_a_mailbox(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let dovecot = Dovecot::start();
    dovecot.create("Done");
    let password = serde_json::to_string(PASSWORD).unwrap();
    let settings = format!(
        "[mail.inbound.imap]\nhost = \"127.0.0.1\"\nport = {}\ntls = false\nuser = \"{USER}\"\n\
         password = {password}\ndone_folder = \"Done\"\nevery_seconds = 1\n",
        dovecot.port
    );
    let scene = Scene::new(engine, &settings).await;
    let (_, returns) = scene.events(3).await[GUEST].clone();
    let bounce = [("TO", returns.as_str()), ("FROM", GUEST), ("UID", "x")];
    let reply = scene
        .sample(APPLE, CONTACT, &[("ANSWER", "ACCEPTED")])
        .await;
    dovecot.deliver(b"From: spam@example.com\r\nSubject: hello\r\n\r\nBuy!\r\n");
    dovecot.deliver(&reply);
    dovecot.deliver(&fill(BOUNCE, &bounce));
    // The same once more, as after a crash between taking and marking it.
    dovecot.deliver(&reply);
    let begun = Instant::now();
    // A message that is moved is in both folders for a moment.
    let left = || [dovecot.messages("mail/new"), dovecot.messages("mail/cur")].concat();
    while dovecot.messages("mail/.Done/cur").len() < 4 || !left().is_empty() {
        assert!(begun.elapsed() < PATIENCE, "{:?}", left());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert!(
        dovecot
            .messages("mail/.Done/cur")
            .iter()
            .all(|name| name.contains('S')),
        "seen"
    );
    let said = scene.answers().await;
    assert_eq!(
        (said[0].0.as_str(), said[1].2),
        ("accepted", true),
        "{said:?}"
    );
    assert_eq!(scene.letters(LetterKind::AnswerReceived).await.len(), 1);
    assert_eq!(scene.letters(LetterKind::AddressFailing).await.len(), 1);
    scene.app.stop().await;
}

/// What a calendar holds is what was answered, also when the invite comes once more.
#[actix_web::test]
async fn later_updates_say_what_was_answered() {
    let scene = Scene::by_http(Engine::Sqlite).await;
    let invites = async |count: usize| {
        let mails = scene.mails(count).await;
        let invites = mails
            .iter()
            .filter(|mail| header(mail, "To").contains(CONTACT));
        let events =
            invites.filter_map(|mail| calendar_of(&std::fs::read_to_string(mail).unwrap()));
        events
            .map(|event| event.replace("\r\n ", ""))
            .collect::<Vec<_>>()
    };
    assert!(invites(3).await[0].contains("PARTSTAT=NEEDS-ACTION;RSVP=TRUE"));

    // Guests move the visit, the contact answers for the new time, and only then it is approved.
    scene
        .world
        .policy(&scene.app, json!({ "approval": "host" }))
        .await;
    let to = id(&scene.world.slot(&scene.app, 9).await);
    let booking: sisterline::domain::id::BookingId = scene.booking.parse().unwrap();
    let key = scene.app.server.app.link_key.manage_key(booking);
    let path = format!("/api/v1/bookings/{}/reschedule?key={key}", scene.booking);
    let moved = scene.app.post(&path, &json!({ "slot_id": to })).await;
    assert_eq!(moved.body["status"], "requested", "{}", moved.body);
    let asked = invites(7).await;
    assert!(asked[1].contains("PARTSTAT=NEEDS-ACTION") && asked[1].contains("SEQUENCE:1"));
    let facts = [("ANSWER", "ACCEPTED"), ("SEQUENCE", "1")];
    let reply = scene.sample(GMAIL, CONTACT, &facts).await;
    assert_eq!(scene.hand_over(reply).await, "answered");
    let path = format!("/api/v1/bookings/{}/confirm", scene.booking);
    let confirmed = scene
        .app
        .send_as(&scene.app.admin, Method::POST, &path, &json!({}))
        .await;
    assert_eq!(confirmed.status, 200, "{}", confirmed.body);
    let confirmed = invites(10).await;
    let last = confirmed.last().unwrap();
    assert!(
        last.contains("PARTSTAT=ACCEPTED") && last.contains("SEQUENCE:2"),
        "{last}"
    );
    scene.app.stop().await;
}

/// The calendar object in a mail, which comes base64-encoded or as it is.
fn calendar_of(mail: &str) -> Option<String> {
    use base64::Engine as _;
    let (_, part) = mail.split_once("Content-Type: text/calendar")?;
    let (head, body) = part.split_once("\r\n\r\n")?;
    let body = body.split("\r\n--").next().unwrap();
    if head.contains("base64") {
        let encoded: String = body.split_whitespace().collect();
        let bytes = base64::engine::general_purpose::STANDARD.decode(encoded);
        return Some(String::from_utf8(bytes.unwrap()).unwrap());
    }
    Some(body.replace("=\r\n", "").replace("=3D", "="))
}
