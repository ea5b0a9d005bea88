//! Looks into a mailbox for answers and reports, now and then.
//!
//! Each message is fetched without being marked, taken, and only then marked as seen and moved
//! away. Where the program dies between, the message is taken once more, which changes nothing.

use std::time::Duration;

use async_imap::Session;
use futures_util::TryStreamExt;
use rustls_pki_types::ServerName;
use secrecy::{ExposeSecret, SecretString};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::time::timeout;

use super::{MESSAGE_MAX, read};
use crate::app::App;
use crate::app::booking::inbound::receive;
use crate::mail::tls::Authorities;

/// How long one look may take.
const LOOK: Duration = Duration::from_secs(120);
/// Most messages that one look takes.
const BATCH: usize = 100;
/// The longest wait after looks that failed.
const WAIT_CAP: Duration = Duration::from_secs(900);

/// Where the mailbox is.
#[derive(Debug, Clone)]
pub struct Mailbox {
    /// The server's name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// Whom to believe over TLS, which is then spoken from the first byte.
    pub tls: Option<Authorities>,
    /// Who has the mailbox.
    pub user: String,
    /// Their password.
    pub password: SecretString,
    /// The folder to look into.
    pub folder: String,
    /// The folder to move what was taken to; empty leaves it, marked as seen.
    pub done_folder: String,
    /// How long to wait between two looks.
    pub every: Duration,
}

/// Why a look failed.
#[derive(Debug, thiserror::Error)]
pub enum LookError {
    /// It took too long.
    #[error("it took too long")]
    Late,
    /// The network.
    #[error("the server cannot be reached")]
    Io(#[from] std::io::Error),
    /// The server's name cannot be one of a certificate.
    #[error("the server's name cannot be used with TLS")]
    Name,
    /// The server says no, or what nobody understands.
    #[error("the server refuses")]
    Imap(#[from] async_imap::error::Error),
    /// A message could not be taken.
    #[error("a message could not be taken")]
    App(#[from] crate::app::Error),
}

/// Looks until it is told to stop.
pub async fn run(app: App, mailbox: Mailbox, mut stopping: watch::Receiver<bool>) {
    let mut wait = mailbox.every;
    loop {
        let looked = tokio::select! {
            biased;
            _ = stopping.wait_for(|stop| *stop) => return,
            looked = timeout(LOOK, look(&app, &mailbox)) => looked.unwrap_or(Err(LookError::Late)),
        };
        match looked {
            Ok(taken) => {
                if taken > 0 {
                    tracing::info!(taken, "took messages from the mailbox");
                }
                wait = mailbox.every;
            }
            Err(error) => {
                tracing::warn!(%error, cause = ?error, "the mailbox cannot be looked into");
                wait = wait.saturating_mul(2).min(WAIT_CAP.max(mailbox.every));
            }
        }
        tokio::select! {
            biased;
            _ = stopping.wait_for(|stop| *stop) => return,
            () = tokio::time::sleep(wait) => {}
        }
    }
}

/// Looks once; says how many messages were taken.
///
/// # Errors
/// Where the mailbox cannot be used, or a message not be taken.
pub async fn look(app: &App, mailbox: &Mailbox) -> Result<usize, LookError> {
    let stream = TcpStream::connect((mailbox.host.as_str(), mailbox.port)).await?;
    match &mailbox.tls {
        None => look_by(app, mailbox, stream).await,
        Some(authorities) => {
            let name = ServerName::try_from(mailbox.host.clone()).map_err(|_| LookError::Name)?;
            let stream = authorities.connector().connect(name, stream).await?;
            look_by(app, mailbox, stream).await
        }
    }
}

async fn look_by<S>(app: &App, mailbox: &Mailbox, stream: S) -> Result<usize, LookError>
where
    S: AsyncRead + AsyncWrite + Unpin + std::fmt::Debug + Send,
{
    let mut client = async_imap::Client::new(stream);
    // The server speaks first.
    client.read_response().await?;
    let session = client.login(&mailbox.user, mailbox.password.expose_secret());
    let mut session = session.await.map_err(|(error, _)| error)?;
    session.select(&mailbox.folder).await?;
    let mut found: Vec<u32> = session.uid_search("UNSEEN").await?.into_iter().collect();
    found.sort_unstable();
    let mut taken = 0;
    for uid in found.into_iter().take(BATCH) {
        take(app, mailbox, &mut session, uid).await?;
        taken += 1;
    }
    session.logout().await?;
    Ok(taken)
}

/// Takes one message, and marks it only then.
async fn take<S>(
    app: &App,
    mailbox: &Mailbox,
    session: &mut Session<S>,
    uid: u32,
) -> Result<(), LookError>
where
    S: AsyncRead + AsyncWrite + Unpin + std::fmt::Debug + Send,
{
    let uid = uid.to_string();
    // What is too large is none of ours, and not worth the way.
    let sizes: Vec<_> = session
        .uid_fetch(&uid, "RFC822.SIZE")
        .await?
        .try_collect()
        .await?;
    let size = sizes.first().and_then(|fetched| fetched.size);
    if size.is_some_and(|size| usize::try_from(size).unwrap_or(usize::MAX) <= MESSAGE_MAX) {
        let fetched: Vec<_> = session
            .uid_fetch(&uid, "BODY.PEEK[]")
            .await?
            .try_collect()
            .await?;
        if let Some(raw) = fetched.first().and_then(|fetched| fetched.body()) {
            let outcome = receive(app, read(raw)).await?;
            tracing::info!(%outcome, "took a message from the mailbox");
        }
    }
    let marked = session.uid_store(&uid, "+FLAGS.SILENT (\\Seen)").await?;
    let _: Vec<_> = marked.try_collect().await?;
    if !mailbox.done_folder.is_empty() {
        session.uid_mv(&uid, &mailbox.done_folder).await?;
    }
    Ok(())
}
