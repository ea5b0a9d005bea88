//! Sending over SMTP (RFC 5321), with a small pool of open connections.
//!
//! The pool is our own: lettre's puts a connection back whose command was given up half-way, and
//! then takes the late answer to that command for the answer to the next.

mod line;
mod url;

use std::error::Error as _;
use std::fmt::Display;
use std::io::ErrorKind;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use lettre::Address;
use lettre::address::Envelope;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{
    AsyncSmtpConnection, AsyncTokioStream, Certificate, TlsParameters,
};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailBodyParameter, MailParameter};
use rustls_pki_types::ServerName;
use secrecy::{ExposeSecret, SecretString};

pub use url::InvalidSmtpUrl;

use super::SendError;
use crate::mail::message::Outgoing;
use crate::mail::tls::Authorities;
use line::Protection;
use url::{Security, Server};

/// How long sending one message may take, connecting included.
const SEND_TIMEOUT: Duration = Duration::from_secs(30);

/// How long an unused connection is kept. Servers hang up on idle clients after a few minutes
/// (RFC 5321 4.5.3.2.7 asks them for five).
const IDLE: Duration = Duration::from_secs(30);

/// How many unused connections are kept.
const IDLE_MAX: usize = 4;

/// A mail server and the connections to it.
pub struct Smtp {
    server: Server,
    protection: Protection,
    hello: ClientId,
    /// How long sending one message may take, connecting included.
    patience: Duration,
    idle: Mutex<Vec<(AsyncSmtpConnection, Instant)>>,
}

impl Smtp {
    /// The server of a URL: `smtp://HOST[:PORT]` without encryption, `smtp://…?tls=required` with
    /// STARTTLS, `smtps://…` with TLS from the first byte; `USER:PASSWORD@` before the host, each
    /// percent-encoded. Ports default to 25, 587 and 465. With TLS one of these authorities has to
    /// have certified the host. Nothing is connected yet.
    ///
    /// # Errors
    /// Where it is no such URL.
    pub fn new(url: &SecretString, authorities: &Authorities) -> Result<Self, InvalidSmtpUrl> {
        let server = Server::parse(url.expose_secret())?;
        let protection = match server.security {
            Security::Plain => Protection::Plain,
            Security::StartTls => Protection::StartTls(
                start_tls(&server.host, authorities)
                    .map_err(|_| InvalidSmtpUrl("needs TLS, which cannot be set up"))?,
            ),
            Security::Tls => {
                let name = ServerName::try_from(server.host.clone());
                let name = name.map_err(|_| InvalidSmtpUrl("has a host name unfit for TLS"))?;
                Protection::Tls(Box::new((authorities.connector(), name)))
            }
        };
        Ok(Self {
            server,
            protection,
            hello: ClientId::default(),
            patience: SEND_TIMEOUT,
            idle: Mutex::default(),
        })
    }

    /// The same with so long for one message, connecting included.
    pub fn with_patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    pub(super) async fn send(&self, message: &Outgoing) -> Result<(), SendError> {
        let address = |text: &str| {
            text.parse::<Address>()
                .map_err(|error| SendError::Permanent(error.to_string()))
        };
        let envelope = Envelope::new(Some(address(&message.from)?), vec![address(&message.to)?])
            .map_err(|error| SendError::Permanent(error.to_string()))?;
        // A connection that is given up half-way is dropped with the future, never kept.
        tokio::time::timeout(self.patience, self.deliver(&envelope, &message.raw))
            .await
            .unwrap_or_else(|_| {
                Err(SendError::Transient(
                    "the mail server did not answer in time".to_owned(),
                ))
            })
    }

    /// Sends on a kept connection, or on a new one where none is kept or it turns out stale.
    async fn deliver(&self, envelope: &Envelope, raw: &[u8]) -> Result<(), SendError> {
        if let Some(mut connection) = self.kept() {
            match transact(&mut connection, envelope, raw).await {
                Ok(()) => {
                    self.keep(connection);
                    return Ok(());
                }
                Err((_, error)) if is_stale(&error) => {
                    let error = scrubbed(&error);
                    tracing::debug!(error, "a kept connection was stale; connecting anew");
                }
                Err((about, error)) => return Err(refusal(about, &error)),
            }
        }
        let mut connection = self.connect().await?;
        let speaks = |extension| connection.server_info().supports_feature(extension);
        if beyond_ascii(envelope) && !speaks(Extension::SmtpUtfEight) {
            let detail = "the mail server takes no addresses beyond ASCII (RFC 6531)";
            return Err(SendError::Permanent(detail.to_owned()));
        }
        transact(&mut connection, envelope, raw)
            .await
            .map_err(|(about, error)| refusal(about, &error))?;
        self.keep(connection);
        Ok(())
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, SendError> {
        let server = (self.server.host.as_str(), self.server.port);
        let line = line::open(server, &self.protection);
        let line = line.await.map_err(|error| no_line(&error))?;
        self.greet(line)
            .await
            .map_err(|error| connection_failure(&error))
    }

    /// Everything before the first letter.
    async fn greet(&self, line: Box<dyn AsyncTokioStream>) -> Result<AsyncSmtpConnection, Error> {
        let mut connection = AsyncSmtpConnection::connect_with_transport(line, &self.hello).await?;
        if let Protection::StartTls(tls) = &self.protection {
            connection.starttls(tls.clone(), &self.hello).await?;
        }
        if let Some((user, password)) = &self.server.user {
            let credentials = Credentials::new(user.clone(), password.expose_secret().to_owned());
            connection.auth(DEFAULT_MECHANISMS, &credentials).await?;
        }
        Ok(connection)
    }

    fn kept(&self) -> Option<AsyncSmtpConnection> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        idle.retain(|(_, since)| since.elapsed() < IDLE);
        idle.pop().map(|(connection, _)| connection)
    }

    fn keep(&self, connection: AsyncSmtpConnection) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if !connection.has_broken() && idle.len() < IDLE_MAX {
            idle.push((connection, Instant::now()));
        }
    }

    pub(super) async fn close(&self) {
        while let Some(mut connection) = self.kept() {
            connection.abort().await;
        }
    }
}

/// TLS with this host in the midst of a connection, which only lettre can begin.
fn start_tls(host: &str, authorities: &Authorities) -> Result<TlsParameters, Error> {
    let mut tls = TlsParameters::builder(host.to_owned());
    for own in authorities.own() {
        tls = tls.add_root_certificate(Certificate::from_der(own.to_vec())?);
    }
    tls.build()
}

/// What an answer of the server was about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    /// Whom mail comes from: the same for every letter.
    Sender,
    /// This letter or its reader.
    Letter,
}

/// One mail transaction (RFC 5321 3.3), a step at a time, so that it is known what was refused.
async fn transact(
    connection: &mut AsyncSmtpConnection,
    envelope: &Envelope,
    raw: &[u8],
) -> Result<(), (About, Error)> {
    let mut parameters = Vec::new();
    if beyond_ascii(envelope) {
        parameters.push(MailParameter::SmtpUtfEight);
    }
    if !raw.is_ascii() {
        parameters.push(MailParameter::Body(MailBodyParameter::EightBitMime));
    }
    let of = |about| move |error| (about, error);
    let from = Mail::new(envelope.from().cloned(), parameters);
    connection.command(from).await.map_err(of(About::Sender))?;
    for to in envelope.to() {
        let to = Rcpt::new(to.clone(), Vec::new());
        connection.command(to).await.map_err(of(About::Letter))?;
    }
    connection.command(Data).await.map_err(of(About::Letter))?;
    connection.message(raw).await.map_err(of(About::Letter))?;
    Ok(())
}

/// Whether an address needs a server that speaks SMTPUTF8 (RFC 6531).
fn beyond_ascii(envelope: &Envelope) -> bool {
    let addresses = envelope.to().iter().chain(envelope.from());
    addresses
        .map(AsRef::<str>::as_ref)
        .any(|address| !address.is_ascii())
}

fn code(error: &Error) -> Option<String> {
    error.status().map(|code| code.to_string())
}

/// Whether a kept connection was at fault and not the message: the server hung up, or said that
/// it is about to (421, RFC 5321 4.2.1).
fn is_stale(error: &Error) -> bool {
    !error.is_client() && code(error).is_none_or(|code| code == "421")
}

/// What it means that there is no line: one that TLS cannot be agreed on for concerns every letter.
fn no_line(error: &std::io::Error) -> SendError {
    if error.kind() == ErrorKind::InvalidData {
        SendError::Paused(scrubbed(error))
    } else {
        SendError::Transient(scrubbed(error))
    }
}

/// What it means that there is no connection: a refusal concerns every letter.
fn connection_failure(error: &Error) -> SendError {
    if error.is_permanent() || error.is_client() || error.is_tls() || failed_handshake(error) {
        SendError::Paused(scrubbed(error))
    } else {
        SendError::Transient(scrubbed(error))
    }
}

/// What it means that the server did not take a letter.
fn refusal(about: About, error: &Error) -> SendError {
    // The codes by which a server asks for a login, or for a better one (RFC 4954 6).
    let login = ["530", "534", "535", "538"];
    match code(error) {
        Some(code) if login.contains(&code.as_str()) => SendError::Paused(scrubbed(error)),
        _ if about == About::Sender && error.is_permanent() => SendError::Paused(scrubbed(error)),
        _ if error.is_permanent() || error.is_client() => SendError::Permanent(scrubbed(error)),
        _ => SendError::Transient(scrubbed(error)),
    }
}

/// Whether TLS could not be agreed on, which lettre reports as a failure to connect.
fn failed_handshake(error: &Error) -> bool {
    let mut cause = error.source();
    while let Some(error) = cause {
        let io = error.downcast_ref::<std::io::Error>();
        if io.is_some_and(|io| io.kind() == ErrorKind::InvalidData) {
            return true;
        }
        cause = error.source();
    }
    false
}

/// What the server said, without mail addresses and control characters, and not too long.
fn scrubbed(error: &impl Display) -> String {
    let text = error.to_string();
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    let words: Vec<&str> = words
        .filter(|word| !word.is_empty())
        .map(|word| {
            if word.contains('@') {
                "(address)"
            } else {
                word
            }
        })
        .collect();
    words.join(" ").chars().take(300).collect()
}
