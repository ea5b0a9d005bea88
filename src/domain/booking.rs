//! A booking: a guest party's claim on a slot, and the people who attend.

mod states;

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::id::{AttendeeId, BookingId, CityId, PartnershipId, SlotId};
use super::input::{Checker, Invalid};
use super::locale::Locale;
use super::offer::CAPACITY_MAX;
use super::policy::{Wishes, WishesInput};
use super::words::words;
use super::zone::ZoneData;

pub use states::{BookingAct, BookingStatus, TRANSITIONS, drawing};

/// Most people that one booking names besides its contact.
pub const ATTENDEES_MAX: usize = 50;

words! {
    /// On which side of a visit an attendee is.
    Part {
        /// The guest who booked and who manages the booking.
        Contact = "contact",
        /// A further guest.
        Guest = "guest",
        /// Somebody of the host.
        Host = "host",
    }
}

/// A guest party's claim on a slot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Booking {
    /// Its id.
    pub id: BookingId,
    /// The slot it claims.
    pub slot_id: SlotId,
    /// The guests' city.
    pub city_id: CityId,
    /// The partnership under which they come, where there is one.
    pub partnership_id: Option<PartnershipId>,
    /// Whom the guests come from: an office, a school, a club.
    pub organization: String,
    /// Seats it takes.
    pub seats: i32,
    /// What the guests wrote to the host, maybe empty.
    pub note: String,
    /// Where it stands.
    pub status: BookingStatus,
    /// The SEQUENCE of its calendar object (RFC 5545 3.8.7.4): raised by each change that
    /// attendees are told of.
    pub sequence: i32,
    /// How many people come.
    pub group_size: i32,
    /// What the guests said beside who they are.
    pub wishes: Wishes,
    /// When it lapses unless it is approved before; absent where it waits for nobody.
    pub respond_by: Option<DateTime<Utc>>,
    /// Whether the host's side has approved it.
    pub host_approved: bool,
    /// Whether the guests' side has approved it.
    pub guest_approved: bool,
    /// Why it was cancelled or declined, where somebody said so.
    pub cancel_reason: Option<String>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Raised by each change.
    pub version: i64,
}

/// A person on a booking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendee {
    /// Their id.
    pub id: AttendeeId,
    /// On which side they are.
    pub part: Part,
    /// Their name.
    pub name: String,
    /// Their mail address.
    pub email: String,
    /// The language they are written to in.
    pub locale: Locale,
    /// IANA name of the zone they are told times in.
    pub zone: String,
}

/// A person as a guest names them, not yet checked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttendeeInput {
    /// Name.
    pub name: String,
    /// Mail address.
    pub email: String,
    /// Language tag; absent means the contact's, and English for the contact.
    pub locale: Option<String>,
    /// IANA zone name; absent means the contact's, and the guest city's for the contact.
    pub zone: Option<String>,
}

/// What a guest sends to book, not yet checked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookingInput {
    /// Slug of the guests' city.
    pub city: String,
    /// Whom the guests come from.
    pub organization: String,
    /// Who books.
    pub contact: AttendeeInput,
    /// Who else comes.
    pub attendees: Vec<AttendeeInput>,
    /// Seats to take.
    pub seats: i32,
    /// A note to the host.
    pub note: String,
    /// What the guests say beside who they are.
    #[serde(default)]
    pub wishes: WishesInput,
    /// The token of a hold, whose seats it then takes.
    #[serde(default)]
    pub hold_token: Option<String>,
}

/// A checked person, before they have an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAttendee {
    /// On which side they are.
    pub part: Part,
    /// Their name.
    pub name: String,
    /// Their mail address.
    pub email: String,
    /// Their language.
    pub locale: Locale,
    /// Their zone.
    pub zone: String,
}

/// A checked booking, before it has an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewBooking {
    /// Whom the guests come from.
    pub organization: String,
    /// The contact first, then the further guests; every address once.
    pub guests: Vec<NewAttendee>,
    /// Seats to take, at least one.
    pub seats: i32,
    /// A note to the host, maybe empty.
    pub note: String,
}

impl BookingInput {
    /// Checks everything that needs no look at other things; `city_zone` is the zone of the
    /// guests' city.
    ///
    /// # Errors
    /// Every field that is wrong.
    pub fn check(&self, zones: &ZoneData, city_zone: &str) -> Result<NewBooking, Invalid> {
        let mut check = Checker::default();
        let organization = check.line("organization", &self.organization);
        let seats = check.number("seats", self.seats, 1, CAPACITY_MAX);
        let note = check.text("note", &self.note);
        let fallback = Fallback {
            locale: Locale::En,
            zone: city_zone,
        };
        let contact = self
            .contact
            .check(&mut check, "contact", Part::Contact, zones, &fallback);
        let fallback = Fallback {
            locale: contact.locale,
            zone: &contact.zone.clone(),
        };
        let taken = HashSet::from([contact.email.to_lowercase()]);
        let mut guests = vec![contact];
        guests.extend(further(
            &mut check,
            zones,
            &self.attendees,
            taken,
            &fallback,
        ));
        check.finish(NewBooking {
            organization,
            guests,
            seats,
            note,
        })
    }
}

/// Checks further guests: not too many, and every address once and not among those `taken`.
fn further(
    check: &mut Checker,
    zones: &ZoneData,
    people: &[AttendeeInput],
    mut taken: HashSet<String>,
    fallback: &Fallback<'_>,
) -> Vec<NewAttendee> {
    if people.len() > ATTENDEES_MAX {
        let detail = format!("Name at most {ATTENDEES_MAX} further attendees.");
        check.wrong("attendees", "too_many", detail);
    }
    let mut guests = Vec::new();
    for (index, attendee) in people.iter().take(ATTENDEES_MAX).enumerate() {
        let path = format!("attendees[{index}]");
        let guest = attendee.check(check, &path, Part::Guest, zones, fallback);
        if !guest.email.is_empty() && !taken.insert(guest.email.to_lowercase()) {
            check.wrong(
                &format!("{path}.email"),
                "duplicate_email",
                "This address is already on the booking.",
            );
        }
        guests.push(guest);
    }
    guests
}

/// Checks those who are to be the further guests of a booking from now on, beside
/// its contact.
///
/// # Errors
/// Every field that is wrong.
pub fn check_attendees(
    zones: &ZoneData,
    people: &[AttendeeInput],
    contact: &Attendee,
) -> Result<Vec<NewAttendee>, Invalid> {
    let mut check = Checker::default();
    let fallback = Fallback {
        locale: contact.locale,
        zone: &contact.zone,
    };
    let taken = HashSet::from([contact.email.to_lowercase()]);
    let guests = further(&mut check, zones, people, taken, &fallback);
    check.finish(guests)
}

struct Fallback<'a> {
    locale: Locale,
    zone: &'a str,
}

impl AttendeeInput {
    fn check(
        &self,
        all: &mut Checker,
        path: &str,
        part: Part,
        zones: &ZoneData,
        fallback: &Fallback<'_>,
    ) -> NewAttendee {
        let given = |value: &Option<String>| {
            value
                .as_deref()
                .map(str::trim)
                .filter(|v| !v.is_empty())
                .map(str::to_owned)
        };
        let mut check = Checker::default();
        let zone = given(&self.zone).unwrap_or_else(|| fallback.zone.to_owned());
        let zone = check.result("zone", "unknown_zone", zones.zone(&zone));
        let attendee = NewAttendee {
            part,
            name: check.line("name", &self.name),
            email: check.email("email", &self.email),
            locale: given(&self.locale).map_or(fallback.locale, |tag| Locale::negotiate(&tag)),
            zone: zone.map(|zone| zone.name().to_owned()).unwrap_or_default(),
        };
        all.nested(path, check);
        attendee
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(name: &str, email: &str) -> AttendeeInput {
        AttendeeInput {
            name: name.into(),
            email: email.into(),
            ..AttendeeInput::default()
        }
    }

    fn input() -> BookingInput {
        BookingInput {
            city: "seattle".into(),
            organization: "Garfield High School".into(),
            contact: person("Ann Lee", "ann@example.org"),
            attendees: vec![person("Bo", "bo@example.org")],
            seats: 1,
            ..BookingInput::default()
        }
    }

    fn errors(input: &BookingInput) -> Vec<(String, String)> {
        let invalid = input
            .check(&ZoneData::bundled(), "America/Los_Angeles")
            .unwrap_err();
        invalid.0.into_iter().map(|e| (e.field, e.code)).collect()
    }

    #[test]
    fn further_guests_follow_the_contact() {
        let mut input = input();
        input.contact.locale = Some("zh-Hant-TW".into());
        input.contact.zone = Some("Asia/Taipei".into());
        let booking = input
            .check(&ZoneData::bundled(), "America/Los_Angeles")
            .unwrap();
        assert_eq!(booking.guests[1].locale, Locale::ZhTw);
        assert_eq!(booking.guests[1].zone, "Asia/Taipei");
    }

    #[test]
    fn every_wrong_field_is_named_at_once() {
        let mut input = input();
        input.organization = " ".into();
        input.seats = 0;
        input.contact.zone = Some("Mars/Olympus".into());
        input.attendees.push(person("Ann again", "ANN@example.org"));
        input.attendees.push(person("x\r\nBcc: y", "nonsense"));
        let found = errors(&input);
        for expected in [
            ("organization", "required"),
            ("seats", "out_of_range"),
            ("contact.zone", "unknown_zone"),
            ("attendees[1].email", "duplicate_email"),
            ("attendees[2].name", "control_characters"),
            ("attendees[2].email", "invalid_email"),
        ] {
            assert!(
                found.contains(&(expected.0.into(), expected.1.into())),
                "{expected:?}: {found:?}"
            );
        }
    }

    #[test]
    fn a_crowd_is_refused_without_looking_at_each() {
        let mut input = input();
        input.attendees = (0..10_000)
            .map(|n| person("x", &format!("x{n}@example.org")))
            .collect();
        assert_eq!(
            errors(&input),
            [("attendees".to_owned(), "too_many".to_owned())]
        );
    }
}
