//! Writes the letters of a change into its transaction: who is told what.

use chrono::{DateTime, Duration, Utc};

use super::{App, Error};
use crate::domain::booking::{Attendee, Booking};
use crate::domain::city::City;
use crate::domain::id::SignInLinkId;
use crate::domain::letter::{Content, Letter, LetterKind, Place, Recipient, Visit};
use crate::domain::offer::Offer;
use crate::domain::person::Person;
use crate::domain::slot::Slot;
use crate::storage::{Tx, outbox};

/// The things that the letters of one booking tell of.
pub(super) struct VisitFacts<'a> {
    pub slot: &'a Slot,
    pub offer: &'a Offer,
    pub host: &'a str,
    pub host_city: &'a City,
    pub guest_city: &'a City,
    pub booking: &'a Booking,
    /// When the visit was to begin, where that has changed.
    pub moved_from: Option<DateTime<Utc>>,
}

/// Writes every attendee of a booking a letter of this kind.
pub(super) fn write_to_attendees(
    app: &App,
    tx: &mut Tx<'_>,
    kind: LetterKind,
    facts: &VisitFacts<'_>,
    attendees: &[Attendee],
) -> Result<(), Error> {
    let booking = facts.booking;
    for attendee in attendees {
        let invite = LetterKind::VisitConfirmed;
        let in_reply_to = outbox::first_of(tx, booking.id, &attendee.email, invite)?;
        let visit = Visit {
            booking_id: booking.id,
            sequence: booking.sequence,
            part: attendee.part,
            title: facts.offer.title.clone(),
            description: facts.offer.description.clone(),
            host: facts.host.to_owned(),
            host_city: place(facts.host_city),
            organization: booking.organization.clone(),
            guest_city: place(facts.guest_city),
            moved_from: facts.moved_from,
            starts_at: facts.slot.starts_at,
            ends_at: facts.slot.ends_at,
            seats: booking.seats,
            note: booking.note.clone(),
            meeting_url: facts.offer.meeting_url.clone(),
            reason: booking.cancel_reason.clone(),
            in_reply_to,
        };
        let letter = Letter {
            id: app.id(),
            kind,
            recipient: Recipient {
                name: attendee.name.clone(),
                email: attendee.email.clone(),
                locale: attendee.locale,
                zone: attendee.zone.clone(),
            },
            booking_id: Some(booking.id),
            revision: booking.sequence,
            content: Content::Visit(Box::new(visit)),
            created_at: app.now(),
            expires_at: facts.slot.ends_at,
        };
        outbox::insert(tx, &letter)?;
    }
    Ok(())
}

fn place(city: &City) -> Place {
    Place {
        name: city.name.clone(),
        native_name: city.native_name.clone(),
        zone: city.zone.clone(),
    }
}

/// Writes a person the letter with their sign-in link.
pub(super) fn write_sign_in(
    app: &App,
    tx: &mut Tx<'_>,
    person: &Person,
    link: SignInLinkId,
    lasts: Duration,
) -> Result<(), Error> {
    let letter = Letter {
        id: app.id(),
        kind: LetterKind::SignIn,
        recipient: Recipient {
            name: person.name.clone(),
            email: person.email.clone(),
            locale: person.locale,
            zone: person.zone.clone(),
        },
        booking_id: None,
        revision: 0,
        content: Content::SignIn {
            link,
            minutes: lasts.num_minutes(),
        },
        created_at: app.now(),
        expires_at: app.now() + lasts,
    };
    Ok(outbox::insert(tx, &letter)?)
}
