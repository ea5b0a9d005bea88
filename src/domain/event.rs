//! An event: a line of a topic's log, and what topics there are.
//!
//! Events carry ids, counts and states; never a name, an address or a note.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::answer::Participation;
use super::booking::Booking;
use super::id::{AttendeeId, BookingId, OfferId, PartnershipId, PollId};
use super::partnership::Partnership;
use super::poll::Poll;
use super::slot::Slot;
use super::words::words;

/// What one log is about, and what a subscriber names.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Topic {
    /// The public offers of one city's hosts, by its slug.
    City(String),
    /// What the partners of a partnership see.
    Partnership(PartnershipId),
    /// One offer's slots.
    Offer(OfferId),
    /// One booking, for those concerned.
    Booking(BookingId),
    /// One poll, for those who are asked.
    Poll(PollId),
}

impl fmt::Display for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::City(slug) => write!(f, "city/{slug}"),
            Self::Partnership(id) => write!(f, "partnership/{id}"),
            Self::Offer(id) => write!(f, "offer/{id}"),
            Self::Booking(id) => write!(f, "booking/{id}"),
            Self::Poll(id) => write!(f, "poll/{id}"),
        }
    }
}

/// A text that names no topic.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("must be city/SLUG, partnership/ID, offer/ID, booking/ID or poll/ID")]
pub struct UnknownTopic;

impl FromStr for Topic {
    type Err = UnknownTopic;

    fn from_str(text: &str) -> Result<Self, UnknownTopic> {
        let (noun, name) = text.split_once('/').ok_or(UnknownTopic)?;
        match noun {
            "city" if (1..=60).contains(&name.len()) => Ok(Self::City(name.to_owned())),
            "partnership" => name
                .parse()
                .map(Self::Partnership)
                .map_err(|_| UnknownTopic),
            "offer" => name.parse().map(Self::Offer).map_err(|_| UnknownTopic),
            "booking" => name.parse().map(Self::Booking).map_err(|_| UnknownTopic),
            "poll" => name.parse().map(Self::Poll).map_err(|_| UnknownTopic),
            _ => Err(UnknownTopic),
        }
    }
}

words! {
    /// What happened.
    EventKind {
        /// A slot was added.
        SlotCreated = "slot.created",
        /// Seats of a slot were taken.
        SlotBooked = "slot.booked",
        /// Seats of a slot became free.
        SlotReleased = "slot.released",
        /// Seats of a slot are kept for somebody who is booking.
        SlotHeld = "slot.held",
        /// The number of a slot's seats was changed.
        SlotResized = "slot.resized",
        /// A slot takes no further bookings.
        SlotClosed = "slot.closed",
        /// A slot that was closed takes bookings again.
        SlotReopened = "slot.reopened",
        /// A party joined a slot's waiting list or left it.
        SlotQueued = "slot.queued",
        /// A slot will not take place.
        SlotCancelled = "slot.cancelled",
        /// A slot begins at another instant, because its zone's rules changed; its wall clock stays.
        SlotMoved = "slot.moved",
        /// Many slots of an offer were added or withdrawn at once, or can be booked no longer.
        SlotsChanged = "slots.changed",
        /// A booking was made that waits for approval.
        BookingRequested = "booking.requested",
        /// One of the two sides approved a booking.
        BookingApproved = "booking.approved",
        /// A booking was made or approved: the visit takes place.
        BookingConfirmed = "booking.confirmed",
        /// A booked visit begins at another instant.
        BookingMoved = "booking.moved",
        /// A booking was not approved.
        BookingDeclined = "booking.declined",
        /// A booking was not approved in time.
        BookingLapsed = "booking.lapsed",
        /// A booking was moved to another slot.
        BookingRescheduled = "booking.rescheduled",
        /// Attendees of a booking were added, removed or replaced.
        BookingAttendees = "booking.attendees",
        /// An attendee has said whether they come.
        BookingAnswered = "booking.answered",
        /// A letter to an attendee came back: their address does not work.
        BookingUndelivered = "booking.undelivered",
        /// A visit takes place in another room; where, those who come are told.
        BookingMeeting = "booking.meeting",
        /// A visit is over.
        BookingCompleted = "booking.completed",
        /// A booking was called off.
        BookingCancelled = "booking.cancelled",
        /// Cities are asked which time suits them.
        PollOpened = "poll.opened",
        /// Somebody answered a poll or changed their answer.
        PollVoted = "poll.voted",
        /// A time was chosen, and a visit booked.
        PollClosed = "poll.closed",
        /// A poll was called off.
        PollCancelled = "poll.cancelled",
        /// A poll's time was over before anybody chose.
        PollLapsed = "poll.lapsed",
        /// A partnership's stage or facts were edited, or what its visits brought was published.
        PartnershipChanged = "partnership.changed",
    }
}

/// An event as it is decided, before its topics' logs give it numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct NewEvent {
    /// What happened.
    pub kind: EventKind,
    /// The topics whose logs tell it.
    pub topics: Vec<Topic>,
    /// Ids, counts and states.
    pub data: Value,
    /// When it was decided.
    pub at: DateTime<Utc>,
    /// Who did it, for the audit trail; never streamed.
    pub actor: String,
}

/// A line of a topic's log.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Its place in the log: from 1, without gaps.
    pub seq: i64,
    /// What happened, an [`EventKind`]'s word.
    pub kind: String,
    /// When it was decided.
    pub at: DateTime<Utc>,
    /// Ids, counts and states.
    pub data: Value,
}

/// The end of a topic's log at one moment: where a snapshot stands and a subscriber goes on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Names the log's life; another epoch means that the past is another one.
    pub epoch: String,
    /// The last event's seq, 0 for none.
    pub seq: i64,
}

/// What an event about `slot` says.
pub fn slot_data(slot: &Slot) -> Value {
    json!({
        "slot_id": slot.id,
        "offer_id": slot.offer_id,
        "capacity": slot.capacity,
        "seats_left": slot.seats_left(),
        "seats_taken": slot.seats_taken,
        "seats_held": slot.seats_held,
        "waiting": slot.waiting,
        "status": slot.status(),
        "busy": slot.busy,
    })
}

/// What an event about `slot` says that begins at another instant than it did.
pub fn moved_data(slot: &Slot) -> Value {
    let mut data = slot_data(slot);
    data["starts_at"] = json!(slot.starts_at);
    data["ends_at"] = json!(slot.ends_at);
    data
}

/// What an event about many slots of `offer` says.
pub fn slots_data(offer: OfferId, added: usize, withdrawn: usize) -> Value {
    json!({ "offer_id": offer, "added": added, "withdrawn": withdrawn })
}

/// What an event about `partnership` says.
pub fn partnership_data(partnership: &Partnership) -> Value {
    json!({
        "partnership_id": partnership.id,
        "stage": partnership.stage,
        "version": partnership.version,
    })
}

/// What an event about `booking` says.
pub fn booking_data(booking: &Booking) -> Value {
    json!({
        "booking_id": booking.id,
        "slot_id": booking.slot_id,
        "status": booking.status,
        "seats": booking.seats,
    })
}

/// What an event about one attendee of `booking` says.
pub fn attendee_data(booking: &Booking, attendee: AttendeeId, answer: Participation) -> Value {
    let mut data = booking_data(booking);
    data["attendee_id"] = json!(attendee);
    data["answer"] = json!(answer);
    data
}

/// What an event about `poll` says: how many have answered, never who or what.
pub fn poll_data(poll: &Poll) -> Value {
    let chosen = poll.chosen.and_then(|chosen| poll.candidates.get(chosen));
    json!({
        "poll_id": poll.id,
        "status": poll.state,
        "voters": poll.voters,
        "starts_at": chosen,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn topics_read_as_they_are_written() {
        for text in [
            "city/new-taipei",
            "partnership/0193f8a0-0000-7000-8000-000000000001",
            "offer/0193f8a0-0000-7000-8000-000000000001",
            "booking/0193f8a0-0000-7000-8000-000000000001",
            "poll/0193f8a0-0000-7000-8000-000000000001",
        ] {
            assert_eq!(
                text.parse::<Topic>().map(|t| t.to_string()).as_deref(),
                Ok(text)
            );
        }
        for text in [
            "",
            "city",
            "city/",
            "offer/x",
            "person/1",
            "offer/0193f8a0/x",
        ] {
            assert_eq!(text.parse::<Topic>(), Err(UnknownTopic), "{text}");
        }
    }
}
