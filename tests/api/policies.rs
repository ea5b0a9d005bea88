//! What an offer asks of those who book it.

use reqwest::Method;
use rstest::rstest;
use serde_json::json;

use crate::support::world::{World, book, booking_of, id, managed};
use crate::support::{Answer, Engine, TestApp};

#[rstest]
#[actix_web::test]
async fn guests_answer_what_the_offer_asks(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 9).await;
    world
        .policy(
            &app,
            json!({ "ask_language": true, "ask_interpreter": true, "ask_accessibility": true,
            "consent": "Photographs are taken.", "group_max": 3, "questions": [
                { "id": "why", "text": "Why do you come?", "kind": "text", "required": true },
                { "id": "by", "text": "How?", "kind": "choice", "choices": ["Bus", "Tram"] }] }),
        )
        .await;
    let slot = id(&world.slot(&app, 7).await);
    let bare = book(&app, &slot, "a@example.org").await;
    bare.assert_field("answers.why", "required");
    bare.assert_field("consent", "consent_required");
    let mut body = booking_of(&slot, "a@example.org");
    body.as_object_mut().unwrap().extend(
        json!({ "seats": 3, "language": "zh-TW", "interpreter": true, "accessibility": "A ramp.",
            "consent": true, "answers": [{ "question": "why", "answer": "Art" }] })
        .as_object()
        .unwrap()
        .clone(),
    );
    let mut wrong = body.clone();
    wrong["answers"] =
        json!([{ "question": "why", "answer": "Art" }, { "question": "age", "answer": "7" }]);
    wrong["seats"] = 4.into();
    wrong["language"] = "fr".into();
    let answer = app.post("/api/v1/bookings", &wrong).await;
    answer.assert_field("answers[1].question", "unknown_question");
    answer.assert_field("seats", "out_of_range");
    answer.assert_field("language", "unknown_language");
    let made = app.post("/api/v1/bookings", &body).await;
    assert_eq!(made.status, 201, "{}", made.body);
    assert_eq!(
        made.body["answers"],
        json!([{ "question": "why", "text": "Why do you come?", "answer": "Art" }])
    );
    assert_eq!(
        (&made.body["group_size"], &made.body["accessibility"]),
        (&json!(3), &json!("A ramp."))
    );
    assert_eq!(
        (&made.body["language"], &made.body["interpreter"]),
        (&json!("zh-TW"), &json!(true))
    );
}

#[rstest]
#[actix_web::test]
async fn a_party_and_a_city_book_as_often_as_they_may(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 9).await;
    world
        .policy(&app, json!({ "party_limit": 1, "city_limit": 2 }))
        .await;
    let slots = [
        id(&world.slot(&app, 7).await),
        id(&world.slot(&app, 8).await),
    ];
    // Two at once for one party, on two slots of the offer: one of them.
    let (one, two) = futures_util::future::join(
        book(&app, &slots[0], "a@example.org"),
        book(&app, &slots[1], "A@example.org"),
    )
    .await;
    let mut codes = [one.code().to_owned(), two.code().to_owned()];
    codes.sort();
    assert_eq!(codes, ["", "party_limit"]);
    assert_eq!(book(&app, &slots[0], "b@example.org").await.status, 201);
    book(&app, &slots[0], "c@example.org")
        .await
        .assert_problem(409, "city_limit");
    let made = if one.status == 201 { one } else { two };
    let (of, key) = managed(&made.body);
    app.post(
        &format!("/api/v1/bookings/{of}/cancel?key={key}"),
        &json!({}),
    )
    .await;
    assert_eq!(book(&app, &slots[1], "a@example.org").await.status, 201);
}

#[rstest]
#[actix_web::test]
async fn a_party_may_be_one_seat(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 1).await;
    world
        .policy(&app, json!({ "seat": "party", "group_max": 30 }))
        .await;
    let slot = id(&world.slot(&app, 7).await);
    let mut body = booking_of(&slot, "a@example.org");
    body["group_size"] = 31.into();
    app.post("/api/v1/bookings", &body)
        .await
        .assert_field("group_size", "out_of_range");
    body["group_size"] = 28.into();
    let made = app.post("/api/v1/bookings", &body).await.body;
    assert_eq!(
        (&made["seats"], &made["group_size"]),
        (&json!(1), &json!(28))
    );
}

#[rstest]
#[actix_web::test]
async fn a_policy_is_checked_and_changed_by_who_manages_the_host(
    #[values(Engine::Sqlite)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 1).await;
    let path = format!("/api/v1/offers/{}/policy", world.offer);
    for (policy, field) in [
        (json!({ "approval": "maybe" }), "policy.approval"),
        (json!({ "approval_hours": 0 }), "policy.approval_hours"),
        (
            json!({ "questions": [{ "id": "A b", "text": "x", "kind": "text" }] }),
            "policy.questions[0].id",
        ),
        (
            json!({ "questions": [{ "id": "a", "text": "x", "kind": "song" }] }),
            "policy.questions[0].kind",
        ),
        (
            json!({ "questions": vec![json!({ "id": "a", "text": "x", "kind": "text" }); 500] }),
            "policy.questions",
        ),
    ] {
        let answer = app.send_as(&app.admin, Method::PUT, &path, &policy).await;
        assert!(
            answer.fields().iter().any(|f| f.0 == field),
            "{field}: {}",
            answer.body
        );
    }
    app.put(&path, &json!({}))
        .await
        .assert_problem(401, "sign_in_required");
    let elsewhere = app
        .token_of("s@example.org", "coordinator", json!({ "city": "seattle" }))
        .await;
    let answer: Answer = app
        .send_as(&elsewhere, Method::PUT, &path, &json!({}))
        .await;
    answer.assert_problem(403, "forbidden");
}
