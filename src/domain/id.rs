//! Identifiers: one type a noun, so that a slot's id never stands where a booking's is meant.
//!
//! All are UUIDv7 (RFC 9562): unguessable enough to be named in public, ordered by time of making.
//! They are made in `app` from the clock and the random source that it was given.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A text that is not a UUID stood where an id was expected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an id")]
pub struct NotAnId;

/// What every id type can do.
pub trait Id: Copy + fmt::Display + FromStr<Err = NotAnId> {
    /// Makes an id for a thing that came to be at `at`, with ten random bytes.
    fn new(at: DateTime<Utc>, random: [u8; 10]) -> Self;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl Id for $name {
            fn new(at: DateTime<Utc>, random: [u8; 10]) -> Self {
                let millis = u64::try_from(at.timestamp_millis()).unwrap_or_default();
                Self(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                Uuid::try_parse(text).map(Self).map_err(|_| NotAnId)
            }
        }
    )+};
}

ids! {
    /// Names a city. In URLs a city goes by its slug.
    CityId,
    /// Names a partnership.
    PartnershipId,
    /// Names a host.
    HostId,
    /// Names an offer.
    OfferId,
    /// Names a slot.
    SlotId,
    /// Names a booking; the calendar UID of its visit is made from it.
    BookingId,
    /// Names a series of visits.
    SeriesId,
    /// Names an attendee of one booking.
    AttendeeId,
    /// Names a party on a slot's waiting list.
    WaitingId,
    /// Names a person who can sign in.
    PersonId,
    /// Names a one-time sign-in link.
    SignInLinkId,
    /// Names a poll.
    PollId,
    /// Names somebody who answers one poll.
    VoterId,
    /// Names a letter; its Message-ID is made from it.
    LetterId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_version_7_and_ordered_by_time() {
        let at = |ms| DateTime::from_timestamp_millis(ms).unwrap();
        let early = SlotId::new(at(1_800_000_000_000), [9; 10]);
        let late = SlotId::new(at(1_800_000_000_001), [0; 10]);
        assert!(early < late);
        assert_eq!(
            Uuid::try_parse(&early.to_string())
                .unwrap()
                .get_version_num(),
            7
        );
        assert_eq!(early.to_string().parse(), Ok(early));
        assert_eq!("seattle".parse::<SlotId>(), Err(NotAnId));
    }
}
