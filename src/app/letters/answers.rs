//! Letters to the host about who comes: an answer, a proposal of another time, an address from
//! which letters come back.

use chrono::Duration;

use super::{VisitFacts, place};
use crate::app::{App, Error};
use crate::domain::answer::Answered;
use crate::domain::booking::{Attendee, Part};
use crate::domain::id::AttendeeId;
use crate::domain::letter::{
    AnswersFrozen, Content, Letter, LetterKind, PersonAnswer, Recipient, VisitTime,
};
use crate::storage::{self, Tx, outbox};

/// How long a letter about an answer waits for further ones, which then take its place.
const GATHERS: Duration = Duration::minutes(1);

/// What the host is told.
pub(in crate::app) enum News {
    /// Somebody has answered.
    Answer,
    /// Somebody proposes another time, where it could be read, and says why.
    Proposal(Option<VisitTime>, String),
    /// A letter came back, with this status (RFC 3463).
    Failing(String),
}

/// Tells those who receive a visit what has come of `who`; nobody is told of themselves.
pub(in crate::app) fn tell_hosts(
    app: &App,
    tx: &mut Tx<'_>,
    facts: &VisitFacts<'_>,
    who: AttendeeId,
    news: &News,
) -> Result<(), Error> {
    let booking = facts.booking.id;
    let everybody = storage::booking::attendees(tx, booking)?;
    let answers = storage::answer::of_bookings(tx, &[booking])?;
    let of = |person: &Attendee| {
        let found = answers.iter().find(|(id, _)| *id == person.id);
        let answered = found.map_or_else(|| Answered::nothing(0), |(_, answered)| answered.clone());
        PersonAnswer {
            name: person.name.clone(),
            email: person.email.clone(),
            participation: answered.participation,
            note: answered.note,
        }
    };
    let Some(concerned) = everybody.iter().find(|person| person.id == who) else {
        return Ok(());
    };
    let mut frozen = AnswersFrozen {
        booking_id: booking,
        title: facts.offer.title.clone(),
        organization: facts.booking.organization.clone(),
        host_city: place(facts.host_city),
        guest_city: place(facts.guest_city),
        time: VisitTime {
            starts_at: facts.slot.starts_at,
            ends_at: facts.slot.ends_at,
        },
        who: of(concerned),
        others: everybody.iter().filter(|p| p.id != who).map(of).collect(),
        proposed: None,
        status: None,
    };
    let kind = match news {
        News::Answer => LetterKind::AnswerReceived,
        News::Proposal(time, note) => {
            frozen.proposed = *time;
            frozen.who.note.clone_from(note);
            LetterKind::TimeProposed
        }
        News::Failing(status) => {
            frozen.status = Some(status.clone());
            LetterKind::AddressFailing
        }
    };
    let hosts = everybody.iter().filter(|p| p.part == Part::Host);
    for host in hosts.filter(|host| host.id != who) {
        let letter = Letter {
            id: app.id(),
            kind,
            recipient: Recipient {
                name: host.name.clone(),
                email: host.email.clone(),
                locale: host.locale,
                zone: host.zone.clone(),
            },
            // It is of the booking's people: see `Letter::answers_of`.
            booking_id: None,
            revision: 0,
            content: Content::Answers(Box::new(frozen.clone())),
            created_at: app.now(),
            expires_at: facts.slot.ends_at,
        };
        let mut due_at = app.now();
        if matches!(news, News::Answer) {
            outbox::supersede_answers(tx, booking, &host.email)?;
            due_at += GATHERS;
        }
        outbox::insert_due(tx, &letter, due_at)?;
    }
    Ok(())
}
