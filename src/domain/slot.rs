//! A slot: one bookable interval of an offer, promised as a wall clock in its host's city.
//!
//! What is stored is the promise, `local_start` in `zone`; the instants are derived from it and
//! name the zone data they were derived with, so that they can be derived again.

use chrono::{DateTime, Duration, FixedOffset, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};

use super::id::{HostId, OfferId, SlotId};
use super::words::words;
use super::zone::Resolution;

words! {
    /// What a host has decided about a slot.
    SlotState {
        /// It takes bookings while seats are left.
        Open = "open",
        /// It takes no further bookings.
        Closed = "closed",
        /// It does not take place.
        Cancelled = "cancelled",
    }
}

words! {
    /// What a visitor sees of a slot: its state, and whether seats are left.
    SlotStatus {
        /// Seats are left.
        Open = "open",
        /// Every seat is taken.
        Full = "full",
        /// The host takes no further bookings, or is busy.
        Closed = "closed",
        /// It does not take place.
        Cancelled = "cancelled",
    }
}

words! {
    /// Why a slot cannot be booked.
    Refusal {
        /// Fewer seats are left than were asked for.
        Full = "slot_full",
        /// The host has closed or cancelled it.
        Closed = "slot_closed",
        /// It has begun.
        Started = "slot_started",
        /// It begins too soon: its host wants to be told earlier.
        Notice = "slot_notice",
        /// It is further ahead than its host takes bookings.
        TooEarly = "slot_too_early",
        /// Its host is busy then by their own calendar.
        Busy = "slot_busy",
        /// Its host has as many bookings that day as they take.
        DayLimit = "slot_day_limit",
        /// Its host has as many bookings that week as they take.
        WeekLimit = "slot_week_limit",
    }
}

/// One bookable interval of an offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// Its id.
    pub id: SlotId,
    /// The offer it belongs to.
    pub offer_id: OfferId,
    /// The host it takes up.
    pub host_id: HostId,
    /// The promise: what the host's clock shows when it begins, as entered.
    pub local_start: NaiveDateTime,
    /// IANA name of the host's zone, as entered.
    pub zone: String,
    /// Its length, in minutes.
    pub duration_minutes: i32,
    /// When it begins, derived.
    pub starts_at: DateTime<Utc>,
    /// When it ends: `starts_at` plus the duration.
    pub ends_at: DateTime<Utc>,
    /// The zone's offset from UTC at `starts_at`, in seconds east, derived.
    pub offset_seconds: i32,
    /// How the wall clock was resolved to an instant.
    pub resolution: Resolution,
    /// The zone data that the instants were derived with.
    pub tzdb_version: String,
    /// Its seats.
    pub capacity: i32,
    /// Seats that bookings have taken; with those held never above `capacity`.
    pub seats_taken: i32,
    /// Seats kept for a while for people who are booking.
    pub seats_held: i32,
    /// Parties that wait for seats.
    pub waiting: i32,
    /// Its host is busy then by their own calendar, and takes nobody further.
    #[serde(default)]
    pub busy: bool,
    /// What its host has decided.
    pub state: SlotState,
    /// Raised by each change.
    pub version: i64,
    /// When it was entered.
    pub created_at: DateTime<Utc>,
}

impl Slot {
    /// Seats that anybody can still take: none while somebody waits for them.
    pub fn seats_left(&self) -> i32 {
        if self.waiting > 0 {
            0
        } else {
            self.seats_free()
        }
    }

    /// Seats that nobody has taken or holds.
    pub fn seats_free(&self) -> i32 {
        self.capacity - self.seats_taken - self.seats_held
    }

    /// Whether it would take bookings if its host were not busy.
    pub fn is_kept_by_busy(&self) -> bool {
        self.busy && self.state == SlotState::Open
    }

    /// What a visitor sees.
    pub fn status(&self) -> SlotStatus {
        match self.state {
            SlotState::Closed => SlotStatus::Closed,
            SlotState::Cancelled => SlotStatus::Cancelled,
            SlotState::Open if self.busy => SlotStatus::Closed,
            SlotState::Open if self.seats_left() == 0 => SlotStatus::Full,
            SlotState::Open => SlotStatus::Open,
        }
    }

    /// Whether `seats` can be taken at `now`, else why not.
    ///
    /// This only explains; what takes the seats is one conditional update in `storage`.
    pub fn refusal(&self, seats: i32, now: DateTime<Utc>) -> Option<Refusal> {
        if self.state != SlotState::Open {
            Some(Refusal::Closed)
        } else if self.starts_at <= now {
            Some(Refusal::Started)
        } else if self.busy {
            Some(Refusal::Busy)
        } else if self.seats_left() < seats {
            Some(Refusal::Full)
        } else {
            None
        }
    }
}

/// The end of a slot of `duration_minutes` that begins at `start`.
///
/// The length is real time: a slot across a clock change lasts as long as any other.
pub fn end_of(start: DateTime<FixedOffset>, duration_minutes: i32) -> DateTime<Utc> {
    start.to_utc() + Duration::minutes(i64::from(duration_minutes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Id;

    fn slot(state: SlotState, taken: i32) -> Slot {
        let at = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        Slot {
            id: SlotId::new(at, [1; 10]),
            offer_id: OfferId::new(at, [2; 10]),
            host_id: HostId::new(at, [3; 10]),
            local_start: at.naive_utc(),
            zone: "Etc/UTC".into(),
            duration_minutes: 30,
            starts_at: at,
            ends_at: at + Duration::minutes(30),
            offset_seconds: 0,
            resolution: Resolution::Exact,
            tzdb_version: "2026f".into(),
            capacity: 3,
            seats_taken: taken,
            seats_held: 0,
            waiting: 0,
            busy: false,
            state,
            version: 1,
            created_at: at,
        }
    }

    #[test]
    fn a_busy_host_takes_nobody() {
        let before = DateTime::from_timestamp(1_799_999_999, 0).unwrap();
        let mut slot = slot(SlotState::Open, 3);
        slot.busy = true;
        let said = (slot.status(), slot.refusal(1, before));
        assert_eq!(said, (SlotStatus::Closed, Some(Refusal::Busy)));
        slot.state = SlotState::Cancelled;
        let said = (slot.status(), slot.refusal(1, before));
        assert_eq!(said, (SlotStatus::Cancelled, Some(Refusal::Closed)));
    }

    #[test]
    fn status_and_refusal() {
        let before = DateTime::from_timestamp(1_799_999_999, 0).unwrap();
        let start = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        use SlotState::*;
        let table = [
            (Open, 0, 3, before, SlotStatus::Open, None),
            (Open, 1, 3, before, SlotStatus::Open, Some(Refusal::Full)),
            (Open, 3, 1, before, SlotStatus::Full, Some(Refusal::Full)),
            (Open, 0, 1, start, SlotStatus::Open, Some(Refusal::Started)),
            (
                Closed,
                0,
                1,
                before,
                SlotStatus::Closed,
                Some(Refusal::Closed),
            ),
            (
                Cancelled,
                0,
                1,
                start,
                SlotStatus::Cancelled,
                Some(Refusal::Closed),
            ),
        ];
        for (state, taken, seats, now, status, refusal) in table {
            let slot = slot(state, taken);
            assert_eq!(
                (slot.status(), slot.refusal(seats, now)),
                (status, refusal),
                "{state} {taken}"
            );
        }
    }
}
