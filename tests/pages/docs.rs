use crate::browser::Browser;
use crate::support::{Engine, TestApp};

#[actix_web::test]
async fn every_operation_is_told() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    let document = app.get("/api/v1/openapi.json").await.body;
    let page = Browser::guest(&app).get("/api/docs").await;
    assert_eq!(page.status, 200);
    let mut operations = 0;
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            operations += 1;
            let words = path
                .split(|c: char| !c.is_ascii_alphanumeric())
                .filter(|w| !w.is_empty());
            let words = words.collect::<Vec<_>>().join("-").to_lowercase();
            let article = format!("<article class=\"op\" id=\"{method}-{words}\"");
            let at = page
                .text
                .split(&article)
                .nth(1)
                .unwrap_or_else(|| panic!("{article}"));
            let told = at.split("</article>").next().unwrap();
            assert!(told.contains(&format!("<code>{path}</code>")), "{path}");
            for parameter in operation["parameters"].as_array().into_iter().flatten() {
                let name = parameter["name"].as_str().unwrap();
                assert!(
                    told.contains(&format!("<code>{name}</code>")),
                    "{path}: {name}"
                );
            }
            for status in operation["responses"].as_object().unwrap().keys() {
                assert!(
                    told.contains(&format!("\">{status}</span>")),
                    "{path}: {status}"
                );
            }
        }
    }
    assert!(operations > 20, "{operations}");
    assert_eq!(
        page.text.matches("<article class=\"op\"").count(),
        operations
    );
    // Members are told through references, to the inner ones.
    let booking = page
        .text
        .split("id=\"post-api-v1-bookings\"")
        .nth(1)
        .unwrap();
    let booking = booking.split("</article>").next().unwrap();
    for member in ["contact", "email", "organization", "manage_url"] {
        assert!(
            booking.contains(&format!("<code>{member}</code>")),
            "{member}"
        );
    }
}
