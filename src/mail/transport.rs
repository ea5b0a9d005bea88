//! Where messages go: a mail server, a directory, or the memory of this process.
//!
//! Only [`smtp`] knows SMTP. What a failure means for a letter is decided here, as one of the
//! three kinds of [`SendError`]; what is done about it is [`outbox`](super::outbox)'s.

pub mod smtp;

use std::collections::VecDeque;
use std::io::Write;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use super::message::Outgoing;
use crate::domain::id::LetterId;
use smtp::Smtp;

/// How many messages [`Transport::Memory`] keeps.
const KEPT: usize = 1_000;

/// A message that was not sent. The texts hold no mail address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// It may be sent later: the server is away, or busy, or asks to wait.
    #[error("{0}")]
    Transient(String),
    /// This message will never be taken.
    #[error("{0}")]
    Permanent(String),
    /// Nothing can be sent until somebody mends the settings or the server; the message is fine.
    #[error("{0}")]
    Paused(String),
}

/// Where messages go. Cheap to clone.
#[derive(Clone)]
pub enum Transport {
    /// To a mail server.
    Smtp(Arc<Smtp>),
    /// Into a directory, one `.eml` file a letter; it is made when the first is sent.
    File(Arc<Path>),
    /// Nowhere: the newest are kept to be looked at.
    Memory(Memory),
}

impl Transport {
    /// Sends one message. Returns when it is safe to forget it.
    ///
    /// # Errors
    /// Where it was not sent, or nobody knows whether it was.
    pub async fn send(&self, message: Outgoing) -> Result<(), SendError> {
        match self {
            Self::Smtp(smtp) => smtp.send(&message).await,
            Self::File(directory) => {
                let directory = directory.clone();
                let written =
                    tokio::task::spawn_blocking(move || write_file(&directory, &message)).await;
                match written {
                    Ok(Ok(())) => Ok(()),
                    Ok(Err(error)) => Err(SendError::Transient(format!("mail.directory: {error}"))),
                    Err(join) => Err(SendError::Transient(join.to_string())),
                }
            }
            Self::Memory(memory) => {
                memory.keep(message);
                Ok(())
            }
        }
    }

    /// Takes leave of the mail server.
    pub async fn close(&self) {
        if let Self::Smtp(smtp) = self {
            smtp.close().await;
        }
    }
}

/// Writes `DIRECTORY/LETTER.eml`, readable by its owner only because links in it let people in.
/// It appears whole or not at all; a second attempt replaces it.
fn write_file(directory: &Path, message: &Outgoing) -> std::io::Result<()> {
    std::fs::create_dir_all(directory)?;
    let done = directory.join(format!("{}.eml", message.letter));
    let partial = directory.join(format!(".{}.partial", message.letter));
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&partial)?;
    file.write_all(&message.raw)?;
    file.sync_all()?;
    std::fs::rename(partial, done)
}

/// The newest messages, in the memory of this process. Cheap to clone.
#[derive(Clone, Default)]
pub struct Memory {
    kept: Arc<Mutex<VecDeque<Arc<Outgoing>>>>,
}

impl Memory {
    fn keep(&self, message: Outgoing) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|older| older.letter != message.letter);
        kept.push_front(Arc::new(message));
        kept.truncate(KEPT);
    }

    /// What was sent, the newest first.
    pub fn newest(&self) -> Vec<Arc<Outgoing>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().cloned().collect()
    }

    /// The message of a letter, where it is still kept.
    pub fn of(&self, letter: LetterId) -> Option<Arc<Outgoing>> {
        self.newest()
            .into_iter()
            .find(|message| message.letter == letter)
    }
}

#[cfg(test)]
mod tests;
