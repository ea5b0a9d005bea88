//! What can go wrong with the database, sorted by what a caller can do about it.

use diesel::result::{DatabaseErrorKind, Error as DieselError};

/// A failure of the database.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// It cannot be reached or cannot write just now; it may come back by itself.
    #[error("the database cannot be used just now")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// A newer program has changed its schema; this one would misunderstand it.
    #[error("the database is of a newer version of this program (migration {migration})")]
    Newer {
        /// The migration that this program does not know.
        migration: String,
    },
    /// Something with this unique value exists.
    #[error("the value is taken: {constraint}")]
    Taken {
        /// The constraint, as the engine names it.
        constraint: String,
    },
    /// Another unit of work was in the way; running it again may succeed.
    #[error("another unit of work was in the way")]
    Contention(#[source] DieselError),
    /// A stored value cannot be read back.
    #[error("a stored value cannot be read")]
    Unreadable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// A statement failed: a defect of ours.
    #[error("a statement failed")]
    Statement(#[source] DieselError),
    /// A unit of work panicked and was rolled back.
    #[error("a unit of work panicked")]
    Panicked,
}

impl StorageError {
    /// What was read before a lock is no longer so: running the work again may succeed.
    pub fn overtaken() -> Self {
        Self::Contention(DieselError::RollbackTransaction)
    }
}

impl From<DieselError> for StorageError {
    fn from(error: DieselError) -> Self {
        match error {
            DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, info) => Self::Taken {
                constraint: info
                    .constraint_name()
                    .unwrap_or_else(|| info.message())
                    .to_owned(),
            },
            DieselError::DatabaseError(kind, ref info) => {
                let message = info.message();
                let contention = matches!(kind, DatabaseErrorKind::SerializationFailure)
                    || message.contains("deadlock detected")
                    || message.contains("due to lock timeout");
                if contention {
                    Self::Contention(error)
                } else if is_absence(&kind, message) {
                    Self::Unavailable(Box::new(error))
                } else {
                    Self::Statement(error)
                }
            }
            DieselError::BrokenTransactionManager => Self::Unavailable(Box::new(error)),
            DieselError::DeserializationError(cause) => Self::Unreadable(cause),
            other => Self::Statement(other),
        }
    }
}

/// Whether the database is away, by what PostgreSQL (libpq and the server's shutdown notices) and
/// SQLite say then. Diesel has a kind for a closed connection only.
fn is_absence(kind: &DatabaseErrorKind, message: &str) -> bool {
    const WORDS: &[&str] = &[
        "server closed the connection",
        "terminating connection",
        "no connection to the server",
        "connection to server",
        "could not connect",
        "the database system is",
        "database is locked",
        "disk I/O error",
        "database or disk is full",
        "unable to open database file",
        "readonly database",
    ];
    matches!(
        kind,
        DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::UnableToSendCommand
    ) || WORDS.iter().any(|word| message.contains(word))
}
