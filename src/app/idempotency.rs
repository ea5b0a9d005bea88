//! `Idempotency-Key`: the same key and body give the same answer and do nothing twice.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{App, Error};
use crate::domain::input::Invalid;
use crate::storage::idempotency::{find, keep, take};
use crate::storage::{StorageError, Tx};

/// Longest key, in bytes.
pub const KEY_MAX: usize = 255;

/// A request's key, what it is for, and a hash of what it asked.
#[derive(Debug, Clone)]
pub struct IdempotencyKey {
    scope: String,
    key: String,
    body_hash: String,
    /// Under what the same request is known wherever it comes from.
    anywhere: Option<(String, String)>,
}

impl IdempotencyKey {
    /// A key as the client sent it, for the use case `scope`; `body` is what it asked.
    ///
    /// # Errors
    /// Where the key is empty, too long or not printable ASCII.
    pub fn new(scope: &str, key: &str, body: &[u8]) -> Result<Self, Invalid> {
        let printable = key.bytes().all(|b| (0x20..0x7f).contains(&b));
        if key.is_empty() || key.len() > KEY_MAX || !printable {
            let detail = format!("Use 1 to {KEY_MAX} printable ASCII characters, such as a UUID.");
            return Err(Invalid::one(
                "Idempotency-Key",
                "invalid_idempotency_key",
                detail,
            ));
        }
        Ok(Self {
            scope: scope.to_owned(),
            key: key.to_owned(),
            body_hash: super::links::token_hash(&String::from_utf8_lossy(body)),
            anywhere: None,
        })
    }

    /// The same for guests, whose scope tells where they are: who repeats a request from another
    /// network gets the answer that was kept, and strangers who choose the same key are not in each
    /// other's way, because there the key counts with its body only.
    #[must_use]
    pub fn known_anywhere(mut self, use_case: &str) -> Self {
        let whole = super::links::token_hash(&format!("{} {}", self.key, self.body_hash));
        self.anywhere = Some((format!("{use_case} anywhere"), whole));
        self
    }
}

/// Does `work` and keeps its answer under the key, or gives the answer that was kept.
///
/// Only success is kept: what failed may be asked again.
///
/// # Errors
/// [`Error::IdempotencyKeyReused`] where the key came with another body, or what `work` answers.
pub(super) fn once<T: Serialize + DeserializeOwned>(
    app: &App,
    tx: &mut Tx<'_>,
    key: Option<&IdempotencyKey>,
    work: impl FnOnce(&mut Tx<'_>) -> Result<T, Error>,
) -> Result<T, Error> {
    let Some(key) = key else { return work(tx) };
    let unreadable = |error| StorageError::Unreadable(Box::new(error));
    if let Some(kept) = find(tx, &key.scope, &key.key)? {
        if kept.body_hash != key.body_hash {
            return Err(Error::IdempotencyKeyReused);
        }
        return Ok(serde_json::from_str(&kept.outcome).map_err(unreadable)?);
    }
    if let Some((scope, whole)) = &key.anywhere {
        if let Some(kept) = find(tx, scope, whole)? {
            return Ok(serde_json::from_str(&kept.outcome).map_err(unreadable)?);
        }
        take(tx, scope, whole, &key.body_hash, app.now())?;
    }
    take(tx, &key.scope, &key.key, &key.body_hash, app.now())?;
    let answer = work(tx)?;
    let outcome = serde_json::to_string(&answer).map_err(unreadable)?;
    keep(tx, &key.scope, &key.key, &outcome)?;
    if let Some((scope, whole)) = &key.anywhere {
        keep(tx, scope, whole, &outcome)?;
    }
    Ok(answer)
}
