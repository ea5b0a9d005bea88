//! A letter: one mail to one recipient, as frozen facts.
//!
//! `app` writes letters in the transaction of the change they tell of; `mail` turns the facts into
//! words and sends them. Nothing secret is in them: links are made when the mail is rendered.

use std::fmt;

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};

use super::answer::Participation;
use super::booking::Part;
use super::id::{
    AttendeeId, BookingId, CityId, LetterId, PartnershipId, PollId, SeriesId, SignInLinkId,
    WaitingId,
};
use super::locale::Locale;
use super::partnership::Stage;
use super::words::words;

words! {
    /// What a letter is about.
    LetterKind {
        /// A visit is booked: carries the invite.
        VisitConfirmed = "visit_confirmed",
        /// A visit begins at another instant, because a country changed its clock: moves the invite.
        VisitMoved = "visit_moved",
        /// A visit has left a city's reachable hours by that: asks the city to confirm it again.
        ConfirmAgain = "confirm_again",
        /// A visit was moved to another time: changes the invite.
        VisitRescheduled = "visit_rescheduled",
        /// A visit takes place in another room: changes the invite.
        VisitMeeting = "visit_meeting",
        /// A visit is asked for: tells the contact that it waits for approval.
        VisitRequested = "visit_requested",
        /// A visit is asked for: asks those who approve.
        VisitToApprove = "visit_to_approve",
        /// A visit was not approved: takes the invite back where there was one.
        VisitDeclined = "visit_declined",
        /// A visit was not approved in time: takes the invite back where there was one.
        VisitLapsed = "visit_lapsed",
        /// Somebody was taken off a visit: takes the invite back from them alone.
        VisitLeft = "visit_left",
        /// A party joined a waiting list.
        WaitingJoined = "waiting_joined",
        /// Seats are kept for a party that waited.
        WaitingOffered = "waiting_offered",
        /// A visit is called off: takes the invite back.
        VisitCancelled = "visit_cancelled",
        /// A series is agreed: lists its visits.
        SeriesConfirmed = "series_confirmed",
        /// Several visits of a series are called off: lists them.
        SeriesCancelled = "series_cancelled",
        /// Somebody has answered whether they come: tells the host.
        AnswerReceived = "answer_received",
        /// Somebody proposes another time by their calendar: tells the host.
        TimeProposed = "time_proposed",
        /// A letter to somebody came back: tells the host.
        AddressFailing = "address_failing",
        /// A city is asked which time suits it: to its coordinators.
        PollOpened = "poll_opened",
        /// A link to sign in by.
        SignIn = "sign_in",
        /// A partnership is proposed: asks the coordinators of a city that has yet to agree.
        PartnershipProposed = "partnership_proposed",
        /// All cities have agreed: tells who proposed it.
        PartnershipAgreed = "partnership_agreed",
        /// Nothing happens in a partnership: offers its coordinators times that suit all.
        PartnershipQuiet = "partnership_quiet",
        /// A day after a visit: asks what came of it and offers the next one.
        VisitFollowUp = "visit_follow_up",
        /// A visit comes up: reminds of it, hours or days before.
        VisitReminder = "visit_reminder",
        /// A visit begins soon: reminds of it, minutes or a few hours before.
        VisitSoon = "visit_soon",
    }
}

impl LetterKind {
    /// What a reader who wants no more letters of this kind leaves; nothing where everybody has to
    /// get them: invites, cancellations, links to sign in by.
    pub fn list(self) -> Option<MailingList> {
        match self {
            Self::VisitReminder | Self::VisitSoon => Some(MailingList::Reminders),
            Self::PartnershipQuiet => Some(MailingList::QuietPartnerships),
            _ => None,
        }
    }

    /// Whether it is about a visit and says nothing new of how that stands.
    pub fn is_aside(self) -> bool {
        matches!(
            self,
            Self::VisitReminder | Self::VisitSoon | Self::VisitFollowUp
        )
    }
}

/// From how long before a visit a reminder says that it begins soon.
pub const SOON: Duration = Duration::hours(6);

words! {
    /// Letters that a reader may do without, by their address.
    MailingList {
        /// Reminders of visits.
        Reminders = "reminders",
        /// The monthly letters about partnerships in which nothing happens, left for each by itself.
        QuietPartnerships = "quiet_partnerships",
    }
}

/// What a reader may leave: all of a list, or what it tells of one partnership.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subscription {
    /// The list.
    pub list: MailingList,
    /// The partnership, where the list is left for each by itself.
    pub partnership: Option<PartnershipId>,
}

impl Subscription {
    /// Reminders of visits.
    pub const REMINDERS: Self = Self {
        list: MailingList::Reminders,
        partnership: None,
    };

    /// The monthly letters about a partnership in which nothing happens.
    pub fn quiet(partnership: PartnershipId) -> Self {
        Self {
            list: MailingList::QuietPartnerships,
            partnership: Some(partnership),
        }
    }
}

words! {
    /// Where a letter stands.
    LetterState {
        /// Waiting for its time or its turn.
        Queued = "queued",
        /// Leased by a worker.
        Sending = "sending",
        /// Handed over to the mail server.
        Sent = "sent",
        /// Given up, with its reason kept.
        Dead = "dead",
        /// Given up for good by an admin.
        Discarded = "discarded",
        /// Never sent, because a newer letter says otherwise.
        Superseded = "superseded",
        /// Never sent, because its time has passed.
        Expired = "expired",
    }
}

/// A letter as it is decided.
#[derive(Debug, Clone, PartialEq)]
pub struct Letter {
    /// Its id; the Message-ID is made from it, so that a second attempt is the same mail.
    pub id: LetterId,
    /// What it is about.
    pub kind: LetterKind,
    /// Whom it goes to.
    pub recipient: Recipient,
    /// The booking it tells of, where there is one.
    pub booking_id: Option<BookingId>,
    /// The booking's SEQUENCE that it tells of; 0 where there is no booking.
    pub revision: i32,
    /// The facts.
    pub content: Content,
    /// When it was decided; also the calendar object's DTSTAMP.
    pub created_at: DateTime<Utc>,
    /// After this it is of no use any more.
    pub expires_at: DateTime<Utc>,
}

impl Letter {
    /// What its reader leaves who wants no more of its kind; nothing where everybody has to get it.
    pub fn subscription(&self) -> Option<Subscription> {
        match (self.kind.list()?, &self.content) {
            (MailingList::Reminders, _) => Some(Subscription::REMINDERS),
            (MailingList::QuietPartnerships, Content::Partnership(facts)) => {
                Some(Subscription::quiet(facts.partnership_id))
            }
            (MailingList::QuietPartnerships, _) => None,
        }
    }

    /// The booking whose answers it tells of, where it does. Such letters change no calendar and may
    /// come in any order and number, so they have no place among those about the booking itself.
    pub fn answers_of(&self) -> Option<BookingId> {
        match &self.content {
            Content::Answers(facts) => Some(facts.booking_id),
            _ => None,
        }
    }
}

/// Whom a letter goes to, and how they read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    /// Their name.
    pub name: String,
    /// Their mail address.
    pub email: String,
    /// Their language.
    pub locale: Locale,
    /// IANA name of their zone.
    pub zone: String,
}

/// The facts a letter tells, by kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "content", rename_all = "snake_case")]
pub enum Content {
    /// About a visit.
    Visit(Box<Visit>),
    /// About a place on a waiting list.
    Waiting(Box<WaitingFacts>),
    /// About visits of a series.
    Series(Box<SeriesFrozen>),
    /// About a poll.
    Poll(Box<PollFacts>),
    /// About a partnership.
    Partnership(Box<PartnershipFrozen>),
    /// About who comes to a visit.
    Answers(Box<AnswersFrozen>),
    /// A link to sign in by.
    SignIn {
        /// The link; its secret part is made when the mail is rendered.
        link: SignInLinkId,
        /// How long it works, in minutes.
        minutes: i64,
    },
}

/// A place and its clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The city's name in English.
    pub name: String,
    /// The city's name as its own people write it.
    pub native_name: String,
    /// IANA name of its zone.
    pub zone: String,
}

/// A place on a waiting list at the time of writing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WaitingFacts {
    /// The party's place on the list; its link is made when the mail is rendered.
    pub waiting_id: WaitingId,
    /// The offer's title.
    pub title: String,
    /// The host's name.
    pub host: String,
    /// Where the host is.
    pub host_city: Place,
    /// Where the guests are.
    pub guest_city: Place,
    /// When the visit begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// Seats the party needs.
    pub seats: i32,
    /// Until when seats are kept for it, where they are.
    pub offered_until: Option<DateTime<Utc>>,
}

/// Visits of a series at the time of writing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SeriesFrozen {
    /// The series.
    pub series_id: SeriesId,
    /// What the reader is to it.
    pub part: Part,
    /// The offer's title.
    pub title: String,
    /// The host's name.
    pub host: String,
    /// Where the host is.
    pub host_city: Place,
    /// Whom the guests come from.
    pub organization: String,
    /// Where the guests are.
    pub guest_city: Place,
    /// The visits that the letter is about, in order.
    pub times: Vec<VisitTime>,
    /// Why they were called off, where somebody said so.
    pub reason: Option<String>,
}

/// A poll at the time of writing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PollFacts {
    /// The poll.
    pub poll_id: PollId,
    /// The reader's city, which is asked; the link for its people is made when the mail is rendered.
    pub city_id: CityId,
    /// That city.
    pub city: Place,
    /// What the poll is about.
    pub title: String,
    /// What else to know, maybe empty.
    pub note: String,
    /// The host's name.
    pub host: String,
    /// Where the host is.
    pub host_city: Place,
    /// Whom the guests come from.
    pub organization: String,
    /// Where the guests are.
    pub guest_city: Place,
    /// The times that are asked about, in order.
    pub times: Vec<VisitTime>,
    /// Until when answers are taken.
    pub deadline: DateTime<Utc>,
}

/// A partnership at the time of writing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PartnershipFrozen {
    /// The partnership.
    pub partnership_id: PartnershipId,
    /// Its cities by their slugs; the reader's own first.
    pub cities: Vec<(String, Place)>,
    /// How far it has come.
    pub stage: Stage,
    /// Who proposed it, where that is told.
    pub proposer: Option<String>,
    /// When its cities met last, where they did.
    pub last: Option<DateTime<Utc>>,
    /// Times at which all of them can meet.
    pub times: Vec<VisitTime>,
}

/// What our UIDs end with. It is independent of the sender's domain, so that a cancellation finds
/// its event after a move.
const UIDS: &str = "@sisterline";

/// The name that something of ours has in every calendar, for good: the event of a booking or of a
/// slot, the busy times of a host.
pub fn calendar_uid(id: impl fmt::Display) -> String {
    format!("{id}{UIDS}")
}

/// The id in a UID that may be of ours.
pub fn id_in_uid(uid: &str) -> Option<&str> {
    uid.strip_suffix(UIDS)
}

/// Who comes to a visit, at the time of writing, and what has come of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AnswersFrozen {
    /// The booking.
    pub booking_id: BookingId,
    /// The offer's title.
    pub title: String,
    /// Whom the guests come from.
    pub organization: String,
    /// Where the host is.
    pub host_city: Place,
    /// Where the guests are.
    pub guest_city: Place,
    /// When the visit takes place.
    pub time: VisitTime,
    /// Who has answered, proposes another time, or cannot be reached.
    pub who: PersonAnswer,
    /// Everybody else who was invited.
    pub others: Vec<PersonAnswer>,
    /// The time that `who` proposes, where it could be read.
    pub proposed: Option<VisitTime>,
    /// Why a letter to `who` came back (RFC 3463), where one did.
    pub status: Option<String>,
}

/// Somebody who was invited, and what they have answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonAnswer {
    /// Their name.
    pub name: String,
    /// Their mail address.
    pub email: String,
    /// Whether they come. Letters that wait have it by its former name.
    #[serde(rename = "attendance")]
    pub participation: Participation,
    /// What they wrote beside, maybe empty.
    pub note: String,
}

/// When a visit takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitTime {
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
}

/// A visit at the time of writing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Visit {
    /// The booking it is about.
    pub booking_id: BookingId,
    /// The booking's SEQUENCE.
    pub sequence: i32,
    /// What the reader is to it.
    pub part: Part,
    /// The offer's title.
    pub title: String,
    /// The offer's description, maybe empty.
    pub description: String,
    /// The host's name.
    pub host: String,
    /// Where the host is.
    pub host_city: Place,
    /// Whom the guests come from.
    pub organization: String,
    /// Where the guests are.
    pub guest_city: Place,
    /// When it was to begin, where that has changed.
    #[serde(default)]
    pub moved_from: Option<DateTime<Utc>>,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// Seats taken.
    pub seats: i32,
    /// What the guests wrote to the host; told to hosts only.
    pub note: String,
    /// Where it takes place, an `https://` address.
    pub meeting_url: Option<String>,
    /// Why it was called off, where somebody said so.
    pub reason: Option<String>,
    /// The first letter of this visit to this reader, to answer to.
    pub in_reply_to: Option<LetterId>,
    /// When the request lapses without an answer, while the visit waits for approval.
    #[serde(default)]
    pub respond_by: Option<DateTime<Utc>>,
    /// Whether the reader has no invite in their calendar that this could change or take back.
    #[serde(default)]
    pub uninvited: bool,
    /// The reader, where they are asked whether they come.
    #[serde(default)]
    pub attendee_id: Option<AttendeeId>,
    /// What the reader has answered, where they have.
    #[serde(default)]
    pub answered: Option<Participation>,
}
