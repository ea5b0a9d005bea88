//! Signatures, held against another program's reading of the same RFCs.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use rstest::rstest;
use sisterline::domain::letter::{LetterKind, LetterState};
use sisterline::mail::dkim::Signer;

use crate::sink::{self, Sink};
use crate::{World, smtp};

/// Keys as OpenSSL makes them.
#[rstest]
#[case::rsa(&["genrsa", "2048"])]
#[case::rsa_pkcs1(&["genrsa", "-traditional", "2048"])]
#[case::ed25519(&["genpkey", "-algorithm", "ed25519"])]
#[tokio::test]
async fn another_program_verifies_what_we_sign(#[case] openssl: &[&str]) {
    let directory = tempfile::tempdir().unwrap();
    let key = directory.path().join("dkim.pem");
    let pem = Command::new("openssl").args(openssl).output().unwrap();
    assert!(pem.status.success());
    std::fs::write(&key, pem.stdout).unwrap();
    let signer = Arc::new(Signer::from_file(&key, "example.org", "may2027").unwrap());
    let (name, record) = (signer.record_name(), signer.record());
    assert_eq!(name, "may2027._domainkey.example.org");

    let world = World::new();
    let sink = Sink::start(&[]);
    let worker = world.signing_worker(smtp(&sink.url()), Some(signer));
    let letter = world.write("ada@school.example.org").await;
    let mut reminder = world.invite("grace@school.example.org", letter.expires_at);
    reminder.kind = LetterKind::VisitReminder;
    world.insert(&reminder).await;
    world.when_in(&reminder, LetterState::Sent).await;
    world.when_in(&letter, LetterState::Sent).await;
    worker.stop().await;
    let mails = sink.mails();
    let (mut mails, reminders): (Vec<_>, Vec<_>) = mails
        .into_iter()
        .partition(|mail| sink::header(mail, "List-Unsubscribe-Post").is_empty());
    assert!(sink::dkim_holds(&reminders[0], &name, &record));
    mails.truncate(1);
    // The way off the list is sealed too (RFC 8058 4).
    let raw = std::fs::read_to_string(&reminders[0]).unwrap();
    for (from, to) in [
        ("/unsubscribe/", "/elsewhere/"),
        ("List-Unsubscribe=One-Click", "List-Unsubscribe=Two-Clicks"),
    ] {
        assert!(tampered(&directory, &raw, from, to, &name, &record));
    }

    assert!(sink::dkim_holds(&mails[0], &name, &record));
    let raw = std::fs::read_to_string(&mails[0]).unwrap();
    assert!(tampered(
        &directory,
        &raw,
        "\r\nSubject: ",
        "\r\nSubject: Not ",
        &name,
        &record
    ));
    assert!(tampered(
        &directory,
        &raw,
        "\r\nTo: ",
        "\r\nFrom: a@b.example\r\nTo: ",
        &name,
        &record
    ));
    // Calendars and readers go on reading it.
    assert_eq!(sink::validated(&mails[0])["method"], "REQUEST");
}

/// Whether the signature breaks where `from` is replaced.
fn tampered(
    directory: &tempfile::TempDir,
    raw: &str,
    from: &str,
    to: &str,
    name: &str,
    record: &str,
) -> bool {
    assert!(raw.contains(from));
    let path: &Path = &directory.path().join("tampered.eml");
    std::fs::write(path, raw.replacen(from, to, 1)).unwrap();
    !sink::dkim_holds(path, name, record)
}
