//! What a use case answers when it does not do what it was asked.

use crate::domain::booking::BookingStatus;
use crate::domain::input::Invalid;
use crate::domain::slot::Refusal;
use crate::domain::zone::MustChoose;
use crate::storage::{StorageError, WorkError};

/// Why a use case did nothing.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such thing, or its existence is private.
    #[error("there is no such {0}")]
    NotFound(&'static str),
    /// The input cannot be taken.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// The wall clock has no single instant, and nobody chose.
    #[error(transparent)]
    MustChoose(#[from] MustChoose),
    /// The state of things does not allow it.
    #[error(transparent)]
    Conflict(#[from] Conflict),
    /// Nobody is signed in, and somebody has to be.
    #[error("sign in first")]
    SignInRequired,
    /// Who asks may not do this.
    #[error("{0}")]
    Forbidden(&'static str),
    /// The thing was edited since it was read.
    #[error("it has been edited meanwhile")]
    VersionMismatch,
    /// The key was used for another request.
    #[error("this Idempotency-Key was used for another request")]
    IdempotencyKeyReused,
    /// These visits of a series, by original local start, have passed or the host has another slot
    /// then.
    #[error("{} visit(s) of the series conflict", .0.len())]
    SeriesConflicts(Vec<chrono::NaiveDateTime>),
    /// Too many ask for the same at once.
    #[error("too many ask at once")]
    Busy,
    /// The database.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// A state of things that does not allow what was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Conflict {
    /// The slot cannot be booked.
    #[error("the slot cannot be booked: {0}")]
    Slot(Refusal),
    /// The host has another slot at that time.
    #[error("the host has another slot at that time")]
    SlotOverlaps,
    /// The name is taken.
    #[error("that name is taken")]
    SlugTaken,
    /// The letter's time has passed.
    #[error("the letter's time has passed")]
    LetterExpired,
    /// Its reader was written something newer about the visit.
    #[error("its reader was written something newer about the visit")]
    LetterOvertaken,
    /// The letter was not given up.
    #[error("the letter was not given up")]
    LetterNotDead,
    /// All its cities have agreed to the partnership.
    #[error("all its cities have agreed to the partnership")]
    PartnershipAgreed,
    /// One of its cities has yet to agree to the partnership.
    #[error("one of its cities has yet to agree to the partnership")]
    PartnershipProposed,
    /// The visit has not begun, or was called off.
    #[error("the visit has not taken place")]
    NotVisited,
    /// The plan is another one by now than the one that was looked at.
    #[error("the plan has changed")]
    PlanChanged,
    /// The visit has begun or is over.
    #[error("the visit has begun")]
    VisitStarted,
    /// The booking stands where this cannot happen to it.
    #[error("this cannot happen to a booking that is {0}")]
    BookingIs(BookingStatus),
    /// Guests may change this visit no longer.
    #[error("it is too late to change this visit")]
    TooLate,
    /// Fewer seats than are taken or held.
    #[error("more seats are taken")]
    SeatsTaken,
    /// The slot is cancelled.
    #[error("the slot is cancelled")]
    SlotCancelled,
    /// The contact has as many open bookings of this offer as one may.
    #[error("this party has booked as often as it may")]
    PartyLimit,
    /// The city has as many open bookings of this offer as one may.
    #[error("this city has booked as often as it may")]
    CityLimit,
    /// The hold has expired, was given up or never was.
    #[error("there is no such hold any more")]
    HoldExpired,
    /// The session or address holds as much as one may.
    #[error("too many seats are held")]
    TooManyHolds,
    /// The offer has no waiting list.
    #[error("there is no waiting list")]
    NoWaitingList,
    /// Seats are left, so nobody has to wait.
    #[error("seats are left")]
    SeatsLeft,
    /// The address is on the waiting list.
    #[error("this address waits already")]
    AlreadyWaiting,
    /// As many wait as may.
    #[error("the waiting list is full")]
    WaitingListFull,
}

impl WorkError for Error {
    fn storage(&self) -> Option<&StorageError> {
        match self {
            Self::Storage(error) => Some(error),
            _ => None,
        }
    }
}
