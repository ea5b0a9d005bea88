//! The commands of whoever runs the program.

use reqwest::Client;
use rstest::rstest;
use serde_json::json;

use crate::program::Place;
use crate::support::{Engine, TestDatabase};

#[rstest]
#[actix_web::test]
async fn the_operator_lets_the_first_people_in(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::new(engine);
    let place = Place::new(&database.url);
    assert_eq!(place.says(&["migrate"]), "");
    assert_eq!(place.says(&["migrate"]), "");
    let program = place.serve();
    let greeting = program.said.iter().find(|line| line.contains("/sign-in/"));
    assert!(
        greeting.is_some(),
        "the first start prints a link: {:?}",
        program.said
    );

    // On a running installation.
    let link = place.says(&["admin", "link", "ops@example.org"]);
    assert!(
        link.starts_with("http://") && link.contains("/sign-in/"),
        "{link}"
    );
    let token = place.says(&["admin", "token", "ops@example.org"]);
    let made = Client::new()
        .post(format!("{}/api/v1/tokens", program.url))
        .bearer_auth(&token)
        .json(&json!({ "label": "second" }));
    assert_eq!(made.send().await.unwrap().status(), 201);
    program.kill();

    let program = place.serve();
    assert_eq!(program.said, [""; 0], "only the first start greets");
}

#[test]
fn mail_is_tried_out_and_its_record_told() {
    let database = TestDatabase::new(Engine::Sqlite);
    let place = Place::new(&database.url);
    assert!(place.says(&["mail", "dns"]).contains("not signed"));
    let key = std::process::Command::new("openssl")
        .args(["genrsa", "2048"])
        .output()
        .unwrap();
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("dkim.pem");
    std::fs::write(&file, key.stdout).unwrap();
    let config = place.folder.path().join("sisterline.toml");
    let settings = std::fs::read_to_string(&config).unwrap();
    let settings = format!("{settings}dkim_key_file = \"{}\"\n", file.display());
    std::fs::write(config, settings).unwrap();
    let record = place.says(&["mail", "dns"]);
    let start = "sisterline._domainkey.sisterline.example. IN TXT \"v=DKIM1; k=rsa; p=";
    assert!(
        record.starts_with(start) && record.contains("\" \""),
        "{record}"
    );

    let said = place.says(&["mail", "test", "ops@example.org"]);
    assert!(said.contains("was taken"), "{said}");
    let mails = place.folder.path().join("mail");
    let mut files = std::fs::read_dir(mails).unwrap();
    let mail = std::fs::read_to_string(files.next().unwrap().unwrap().path()).unwrap();
    assert!(
        mail.starts_with("DKIM-Signature: ") && mail.contains("To: ops@example.org"),
        "{mail}"
    );
}

#[test]
fn the_zone_data_in_use_is_told() {
    let database = TestDatabase::new(Engine::Sqlite);
    let place = Place::new(&database.url);
    let status = place.says(&["zones", "status"]);
    let mut lines = status.lines();
    let (version, source) = lines.next().unwrap().split_once(" from ").unwrap();
    let used = format!("  {source}: {version} (in use)");
    assert_eq!(lines.filter(|line| *line == used).count(), 1, "{status}");
    let seen = format!("The database has been used with {version}.");
    assert!(status.contains(&seen), "{status}");
    assert!(
        status.ends_with("0 slots ahead were derived with other data."),
        "{status}"
    );
    assert!(version >= "2026f" && !source.is_empty(), "{status}");
}

#[rstest]
#[case::key("SISTERLINE__SERVER__LISEN", "x", "lisen")]
#[case::section("SISTERLINE__SERVUR__LISTEN", "x", "servur")]
#[case::number("SISTERLINE__LIVE__PING_SECONDS", "soon", "ping_seconds")]
#[case::zero("SISTERLINE__LIVE__PING_SECONDS", "0", "ping_seconds")]
#[case::word("SISTERLINE__MAIL__TRANSPORT", "pigeon", "transport")]
#[case::url("SISTERLINE__DATABASE__URL", "mysql://x", "database.url")]
#[case::connections("SISTERLINE__DATABASE__CONNECTIONS", "0", "database.connections")]
#[case::public(
    "SISTERLINE__SERVER__PUBLIC_URL",
    "visits.example.org",
    "server.public_url"
)]
#[case::secret("SISTERLINE__SERVER__SECRET_KEY", "hush", "server.secret_key")]
#[case::from("SISTERLINE__MAIL__FROM", "nobody", "mail.from")]
#[case::listen("SISTERLINE__SERVER__LISTEN", "nowhere", "server.listen")]
#[case::zones("SISTERLINE__ZONES__DIRECTORY", "/nowhere", "zones.directory")]
#[case::admin("SISTERLINE__SERVER__ADMIN_EMAIL", "nobody", "server.admin_email")]
fn a_wrong_setting_is_named(#[case] name: &str, #[case] value: &str, #[case] key: &str) {
    let database = TestDatabase::new(Engine::Sqlite);
    let place = Place::new(&database.url);
    assert_eq!(place.says(&["check-config"]), "The settings are good.");
    let output = place.run_with(&["check-config"], name, value);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success(), "{name}={value} is taken");
    assert!(said.contains(key), "{key} not in: {said}");
    assert!(
        !said.contains("hush") && !said.contains("panicked"),
        "{said}"
    );
    assert!(
        !place.folder.path().join("data").exists(),
        "checking makes nothing"
    );
}

#[test]
fn a_wrong_file_or_address_is_an_error_and_no_panic() {
    let database = TestDatabase::new(Engine::Sqlite);
    let place = Place::new(&database.url);
    for arguments in [
        &["admin", "link", "nobody"][..],
        &["admin", "token", ""],
        &["admin", "link"],
        &["fly"],
    ] {
        let output = place.run(arguments);
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success(), "{arguments:?}");
        assert!(
            !said.is_empty() && !said.contains("panicked"),
            "{arguments:?}: {said}"
        );
    }
    // A database that cannot be reached is named by its key, and its password is not told.
    let away = "postgres://user:hush@127.0.0.1:1/x";
    let output = place.run_with(&["migrate"], "SISTERLINE__DATABASE__URL", away);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success());
    assert!(
        said.contains("database.url") && !said.contains("hush"),
        "{said}"
    );
}

#[rstest]
fn tables_are_brought_in_from_files(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let database = TestDatabase::new(engine);
    let place = Place::new(&database.url);
    let file = place.folder.path().join("cities.csv");
    let row = "brno,Brno,CZ,Europe/Prague\n";
    std::fs::write(&file, format!("slug,name,country,zone\n{row}x,,CZ,Mars\n")).unwrap();
    for arguments in [
        &["import", "cities.csv", "--dry-run"][..],
        &["import", "cities.csv"],
    ] {
        let refused = place.run(arguments);
        let errors = String::from_utf8(refused.stderr).unwrap();
        assert!(!refused.status.success(), "{errors}");
        for told in [
            "line 3, slug: ",
            "line 3, name: ",
            "line 3, zone: ",
            "3 errors",
        ] {
            assert!(errors.contains(told), "{told} in {errors}");
        }
    }
    std::fs::write(&file, format!("slug,name,country,zone\n{row}")).unwrap();
    for (arguments, said) in [
        (
            &["import", "cities.csv", "--dry-run"][..],
            "1 would be created, 0 would be updated, 0 unchanged",
        ),
        (
            &["import", "cities.csv"],
            "1 created, 0 updated, 0 unchanged",
        ),
        (
            &["import", "cities.csv"],
            "0 created, 0 updated, 1 unchanged",
        ),
    ] {
        assert_eq!(place.says(arguments), format!("cities: {said}"));
    }
    assert!(!place.run(&["import", "nothing.csv"]).status.success());
}
