//! What the tests of this folder write the [sample letters](super::samples) with, and to other readers.

use chrono::{DateTime, Utc};

use super::calendar::Mailbox;
use super::letters::LetterContext;
use super::samples::{self, SampleDay};
use crate::app::links::LinkKey;
use crate::domain::booking::Part;
use crate::domain::letter::{Content, Letter, LetterKind, Recipient, Visit};
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

/// 5 PM in Seattle is 9 AM of the next day in Kaohsiung.
pub fn visit() -> Visit {
    samples::visit(Part::Contact, SampleDay::NextDay.starts_at())
}

pub fn reader(part: Part, locale: Locale, zone: &str) -> Recipient {
    Recipient {
        zone: zone.to_owned(),
        ..samples::reader(part, locale)
    }
}

/// The sample of a kind, about [`visit`].
pub fn sample(kind: LetterKind, locale: Locale) -> Letter {
    samples::letter(kind, locale, SampleDay::NextDay.starts_at())
}

/// A letter of this kind about a visit, to this reader.
pub fn letter(kind: LetterKind, recipient: Recipient, visit: Visit) -> Letter {
    let base = sample(kind, recipient.locale);
    Letter {
        revision: visit.sequence,
        content: Content::Visit(Box::new(visit)),
        recipient,
        ..base
    }
}

/// The contact's invite in English, in Seattle.
pub fn invite() -> Letter {
    sample(LetterKind::VisitConfirmed, Locale::En)
}
