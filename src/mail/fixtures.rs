//! A visit between Seattle and Kaohsiung, for the tests of this folder.

use chrono::{DateTime, TimeDelta, Utc};

use super::calendar::Mailbox;
use super::letters::LetterContext;
use crate::app::links::LinkKey;
use crate::domain::booking::Part;
use crate::domain::id::{AttendeeId, BookingId, Id, LetterId, SignInLinkId};
use crate::domain::letter::{Content, Letter, LetterKind, Place, Recipient, Visit};
use crate::domain::locale::Locale;
use crate::domain::zone::ZoneData;

pub fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

pub fn context() -> LetterContext {
    LetterContext {
        public_url: "https://visits.example.org".to_owned(),
        from: Mailbox {
            name: "Sisterline 姊妹線".to_owned(),
            email: "visits@example.org".to_owned(),
        },
        replies: None,
        link_key: LinkKey::new("a key".into()),
        zones: ZoneData::bundled(),
        signer: None,
    }
}

pub fn place(name: &str, native_name: &str, zone: &str) -> Place {
    Place {
        name: name.to_owned(),
        native_name: native_name.to_owned(),
        zone: zone.to_owned(),
    }
}

/// 5 PM in Seattle is 9 AM of the next day in Kaohsiung.
pub fn visit() -> Visit {
    let starts_at = at("2026-12-16T01:00:00Z");
    Visit {
        booking_id: BookingId::new(starts_at, [1; 10]),
        sequence: 0,
        part: Part::Contact,
        title: "An hour in our harbour".to_owned(),
        description: "We show you the port.\nBring questions.".to_owned(),
        host: "Port of Kaohsiung".to_owned(),
        host_city: place("Kaohsiung", "高雄市", "Asia/Taipei"),
        organization: "Ballard High School".to_owned(),
        guest_city: place("Seattle", "Seattle", "America/Los_Angeles"),
        moved_from: None,
        starts_at,
        ends_at: starts_at + TimeDelta::minutes(60),
        seats: 12,
        note: "Two of us\nuse sign language.".to_owned(),
        meeting_url: Some("https://meet.example.org/harbour?x=1&y=2".to_owned()),
        reason: None,
        in_reply_to: None,
        respond_by: None,
        uninvited: false,
        attendee_id: Some(AttendeeId::new(starts_at, [5; 10])),
        answered: None,
    }
}

pub fn reader(part: Part, locale: Locale, zone: &str) -> Recipient {
    let (name, email) = match part {
        Part::Host => ("林美玲", "meiling@port.example.tw"),
        Part::Contact => ("Ada Byron", "ada@school.example.org"),
        Part::Guest => ("Grace Hopper", "grace@school.example.org"),
    };
    Recipient {
        name: name.to_owned(),
        email: email.to_owned(),
        locale,
        zone: zone.to_owned(),
    }
}

/// A letter of this kind about a visit, to this reader.
pub fn letter(kind: LetterKind, recipient: Recipient, visit: Visit) -> Letter {
    let created_at = at("2026-11-24T04:00:00Z");
    Letter {
        id: LetterId::new(created_at, [7; 10]),
        kind,
        recipient,
        booking_id: Some(visit.booking_id),
        revision: visit.sequence,
        expires_at: visit.ends_at,
        created_at,
        content: Content::Visit(Box::new(visit)),
    }
}

/// The contact's invite in English, in Seattle.
pub fn invite() -> Letter {
    let reader = reader(Part::Contact, Locale::En, "America/Los_Angeles");
    letter(LetterKind::VisitConfirmed, reader, visit())
}

pub fn sign_in_letter(locale: Locale) -> Letter {
    let created_at = at("2026-11-24T04:00:00Z");
    let link = SignInLinkId::new(created_at, [3; 10]);
    Letter {
        kind: LetterKind::SignIn,
        recipient: reader(Part::Host, locale, "Asia/Taipei"),
        booking_id: None,
        revision: 0,
        content: Content::SignIn { link, minutes: 15 },
        expires_at: created_at + TimeDelta::minutes(15),
        ..invite()
    }
}
