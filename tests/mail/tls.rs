//! Mail servers whose certificates a city's own authority has made: what is sent and taken is, and
//! with whom, where the settings name that authority and where they do not.

use std::io::{self, BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;

use rstest::rstest;
use sisterline::domain::letter::LetterState;
use sisterline::mail::inbound::imap::{self, LookError, look};
use sisterline::settings::Settings;
use sisterline::settings::mail::Mail;

use crate::World;
use crate::dovecot::{Dovecot, PASSWORD, USER};
use crate::sink::Sink;

/// An authority that nobody knows, and a server's certificate by it for the name `localhost`.
struct City {
    directory: tempfile::TempDir,
}

impl City {
    fn new() -> Self {
        let city = Self {
            directory: tempfile::tempdir().unwrap(),
        };
        std::fs::write(city.file("names"), "subjectAltName=DNS:localhost\n").unwrap();
        city.openssl(
            "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=Authority \
             -keyout ca.key -out ca.pem",
        );
        city.openssl(
            "req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=localhost \
             -keyout server.key -out server.csr",
        );
        city.openssl(
            "x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 \
             -extfile names -out server.pem",
        );
        city
    }

    fn openssl(&self, arguments: &str) {
        let output = Command::new("openssl")
            .args(arguments.split_whitespace())
            .current_dir(&self.directory)
            .output()
            .unwrap();
        let words = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "openssl {arguments}: {words}");
    }

    fn file(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    /// A mail server with this certificate, `how` being `--tls` or `--wrapped`.
    fn sink(&self, how: &str) -> Sink {
        let (certificate, key) = (self.file("server.pem"), self.file("server.key"));
        Sink::start(&[how, certificate.to_str().unwrap(), key.to_str().unwrap()])
    }
}

/// What these settings of `[mail]` describe; `ca_file` may be empty.
fn opened(ca_file: &Path, smtp_url: &str, inbound: &str) -> Mail {
    let overlay = format!(
        "[mail]\ntransport = \"smtp\"\nsmtp_url = \"{smtp_url}\"\nca_file = \"{}\"\n{inbound}",
        ca_file.display()
    );
    let settings = Settings::load(&[&overlay], None).unwrap();
    settings.mail.open().unwrap()
}

#[rstest]
#[case::starttls("--tls", "smtp://localhost:PORT?tls=required")]
#[case::wrapped("--wrapped", "smtps://localhost:PORT")]
#[tokio::test]
async fn letters_reach_a_server_of_ones_own_authority(#[case] how: &str, #[case] url: &str) {
    let (world, city) = (World::new(), City::new());
    let sink = city.sink(how);
    let url = url.replace("PORT", &sink.port().to_string());
    let worker = world.worker(opened(&city.file("ca.pem"), &url, "").transport);
    for email in ["ada@school.example.org", "grace@school.example.org"] {
        let letter = world.write(email).await;
        assert_eq!(world.when_in(&letter, LetterState::Sent).await.attempts, 1);
    }
    assert_eq!(worker.status().paused(), None);
    worker.stop().await;
    assert_eq!(sink.mails().len(), 2);
}

/// Nothing is told to who may be anybody; no letter dies of it, and the reason can be read.
#[rstest]
#[case::unknown_by_starttls("", "--tls", "smtp://localhost:PORT?tls=required")]
#[case::unknown_wrapped("", "--wrapped", "smtps://localhost:PORT")]
#[case::another_name_by_starttls("ca.pem", "--tls", "smtp://127.0.0.1:PORT?tls=required")]
#[case::another_name_wrapped("ca.pem", "--wrapped", "smtps://127.0.0.1:PORT")]
#[tokio::test]
async fn a_server_that_is_not_proved_pauses_everything(
    #[case] authority: &str,
    #[case] how: &str,
    #[case] url: &str,
) {
    let (world, city) = (World::new(), City::new());
    let sink = city.sink(how);
    let url = url.replace("PORT", &sink.port().to_string());
    let ca_file = match authority {
        "" => PathBuf::new(),
        name => city.file(name),
    };
    let worker = world.worker(opened(&ca_file, &url, "").transport);
    let letter = world.write("ada@school.example.org").await;
    let waiting = world.when(&letter, |stored| stored.attempts >= 2).await;
    assert!(
        matches!(waiting.state, LetterState::Queued | LetterState::Sending),
        "{waiting:?}"
    );
    let reason = worker.status().paused().unwrap();
    assert!(reason.contains("certificate"), "{reason}");
    worker.stop().await;
    assert!(sink.mails().is_empty());
}

/// A server without TLS is no server to send to by TLS.
#[rstest]
#[case::starttls("smtp://localhost:PORT?tls=required", "STARTTLS")]
#[case::wrapped("smtps://localhost:PORT", "corrupt message")]
#[tokio::test]
async fn a_server_without_tls_pauses_everything(#[case] url: &str, #[case] said: &str) {
    let world = World::new();
    let sink = Sink::start(&[]);
    let url = url.replace("PORT", &sink.port().to_string());
    let worker = world.worker(opened(Path::new(""), &url, "").transport);
    let letter = world.write("ada@school.example.org").await;
    let waiting = world.when(&letter, |stored| stored.attempts >= 2).await;
    assert_ne!(waiting.state, LetterState::Dead);
    let reason = worker.status().paused().unwrap();
    assert!(reason.contains(said), "{reason}");
    worker.stop().await;
    assert!(sink.mails().is_empty());
}

/// Somebody on the line to a server, who adds an answer of their own to that to STARTTLS.
fn meddled(server: u16) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for client in listener.incoming() {
            let client = client.unwrap();
            let server = TcpStream::connect(("127.0.0.1", server)).unwrap();
            let (mut from, mut to) = (client.try_clone().unwrap(), server.try_clone().unwrap());
            std::thread::spawn(move || io::copy(&mut from, &mut to));
            std::thread::spawn(move || meddle(server, client));
        }
    });
    port
}

fn meddle(server: TcpStream, mut client: TcpStream) -> io::Result<u64> {
    let mut server = BufReader::new(server);
    let mut greetings = 0;
    // The second is the answer to STARTTLS.
    while greetings < 2 {
        let mut line = String::new();
        server.read_line(&mut line)?;
        greetings += i32::from(line.starts_with("220"));
        if greetings == 2 {
            line.push_str("250-not.the.server\r\n250 SIZE\r\n");
        }
        client.write_all(line.as_bytes())?;
    }
    io::copy(&mut server, &mut client)
}

/// What was said before TLS began is not believed within it.
#[tokio::test]
async fn nothing_is_carried_over_into_tls() {
    let (world, city) = (World::new(), City::new());
    let sink = city.sink("--tls");
    let port = meddled(sink.port());
    let url = format!("smtp://localhost:{port}?tls=required");
    let worker = world.worker(opened(&city.file("ca.pem"), &url, "").transport);
    let letter = world.write("ada@school.example.org").await;
    let waiting = world.when(&letter, |stored| stored.attempts >= 2).await;
    assert_ne!(waiting.state, LetterState::Dead);
    let reason = worker.status().paused().unwrap();
    assert!(reason.contains("corrupt message"), "{reason}");
    worker.stop().await;
    assert!(sink.mails().is_empty());
}

#[tokio::test]
async fn a_mailbox_is_looked_into_at_a_server_that_is_proved() {
    let (world, city) = (World::new(), City::new());
    let dovecot = Dovecot::start_wrapped(&city.file("server.pem"), &city.file("server.key"));
    dovecot.deliver(b"From: spam@example.com\r\nSubject: hello\r\n\r\nBuy!\r\n");
    let mailbox = |authority: &Path, host: &str| -> imap::Mailbox {
        let inbound = format!(
            "[mail.inbound.imap]\nhost = \"{host}\"\nport = {}\nuser = \"{USER}\"\npassword = {}\n",
            dovecot.port,
            serde_json::to_string(PASSWORD).unwrap()
        );
        let mail = opened(authority, "smtp://localhost", &inbound);
        mail.inbound.mailbox.unwrap()
    };
    let authority = city.file("ca.pem");
    for (authority, host) in [(Path::new(""), "localhost"), (&authority, "127.0.0.1")] {
        let refused = look(&world.app, &mailbox(authority, host)).await;
        let Err(LookError::Io(error)) = refused else {
            panic!("{refused:?}")
        };
        assert!(error.to_string().contains("certificate"), "{error}");
    }
    assert_eq!(dovecot.messages("mail/new").len(), 1);
    let taken = look(&world.app, &mailbox(&authority, "localhost")).await;
    assert_eq!(taken.unwrap(), 1);
    assert_eq!(dovecot.messages("mail/new").len(), 0);
}
