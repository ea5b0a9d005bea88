//! What comes of a message that came in by mail: an answer is written down, a proposal told to the
//! host, an address marked from which letters come back.
//!
//! A message is believed by the token in the address that it went to, which only the letter's
//! reader has; what it says of itself is not enough. Doing the same message twice does nothing
//! twice, so whoever brings messages may bring one again after a crash.

use super::answers::{Took, booking_of, may_still, take};
use super::change::edit;
use super::tell;
use crate::app::idempotency::{IdempotencyKey, once};
use crate::app::links::token_hash;
use crate::app::{App, Error};
use crate::domain::answer::{AnswerSource, Participation, ReplyFacts};
use crate::domain::booking::{Attendee, Booking};
use crate::domain::id::{AttendeeId, LetterId};
use crate::domain::inbound::{Incoming, Taken};
use crate::domain::itip::{Answer, Method};
use crate::domain::letter::{LetterState, VisitTime, calendar_uid};
use crate::storage::{self, Tx};

/// Longest visit that a proposal may ask for, so that a wrong time is not told as one.
const LONGEST: chrono::TimeDelta = chrono::TimeDelta::hours(48);

/// Takes a message that came in. What is no business of ours is no error.
///
/// # Errors
/// Where the database cannot be used: the message is to be brought again.
pub async fn receive(app: &App, message: Incoming) -> Result<Taken, Error> {
    let keys = &app.link_key;
    match message {
        Incoming::Ignored(_) => Ok(Taken::Ignored),
        Incoming::Answer {
            tokens,
            from,
            answer,
        } => match tokens.iter().find_map(|token| keys.answering(token)) {
            Some(attendee) => answered(app, attendee, from, *answer).await,
            None => Ok(Taken::UnknownToken),
        },
        Incoming::Report {
            tokens,
            failed,
            status,
        } => match tokens.iter().find_map(|token| keys.returned(token)) {
            Some(letter) => came_back(app, letter, failed, status).await,
            None => Ok(Taken::UnknownToken),
        },
    }
}

/// A calendar's answer at an attendee's address.
async fn answered(
    app: &App,
    attendee: AttendeeId,
    from: Option<String>,
    answer: Answer,
) -> Result<Taken, Error> {
    // A stranger's rules of time are worked out before the database waits for it.
    let time = proposed(app, &answer);
    let app = app.clone();
    let db = app.db.clone();
    db.write(move |tx| {
        let booking = match booking_of(tx, attendee) {
            Err(Error::NotFound(_)) => return Ok(Taken::UnknownToken),
            found => found?,
        };
        let (booking, slot, ..) = edit(tx, booking)?;
        if answer.uid != calendar_uid(booking.id) {
            return Ok(Taken::OtherEvent);
        }
        let people = storage::booking::attendees(tx, booking.id)?;
        let person = people.iter().find(|person| person.id == attendee);
        let Some((person, participation)) =
            person.and_then(|person| Some((person, said(person, from.as_deref(), &answer)?)))
        else {
            return Ok(Taken::UnknownAttendee);
        };
        if may_still(&app, &booking, &slot).is_err() {
            return Ok(Taken::Closed);
        }
        match answer.method {
            Method::Reply => reply(&app, tx, &booking, person, participation, &answer),
            Method::Counter => propose(&app, tx, &booking, person, (&answer, time)),
        }
    })
    .await
}

/// What an answer says of somebody; nothing where it is of others. An invite that was passed on is
/// answered by whoever got it, at the same address of ours: that is no answer of who was invited.
fn said(person: &Attendee, from: Option<&str>, answer: &Answer) -> Option<Option<Participation>> {
    let is_them = |email: &str| email.to_lowercase() == person.email.to_lowercase();
    let named = answer.people.iter().find(|(email, _)| is_them(email));
    match (named, answer.people.as_slice()) {
        (Some((_, participation)), _) => Some(*participation),
        // A mailbox with several addresses answers by its main one.
        (None, [(_, participation)]) if from.is_some_and(is_them) => Some(*participation),
        _ => None,
    }
}

fn reply(
    app: &App,
    tx: &mut Tx<'_>,
    booking: &Booking,
    person: &Attendee,
    participation: Option<Participation>,
    answer: &Answer,
) -> Result<Taken, Error> {
    let Some(participation) = participation.filter(|answer| *answer != Participation::NeedsAction)
    else {
        return Ok(Taken::NoAnswer);
    };
    let reply = ReplyFacts {
        participation,
        note: answer.note.clone(),
        source: AnswerSource::Mail,
        sequence: answer.sequence,
        stamp: answer.stamp,
    };
    Ok(match take(app, tx, booking, person.id, &reply)? {
        Took::New => Taken::Answered,
        Took::Same => Taken::Unchanged,
        Took::Older => Taken::Older,
    })
}

/// Tells the host of another time that somebody proposes, where it could be read; nothing is changed.
fn propose(
    app: &App,
    tx: &mut Tx<'_>,
    booking: &Booking,
    person: &Attendee,
    (answer, time): (&Answer, Option<VisitTime>),
) -> Result<Taken, Error> {
    let known = storage::answer::of_attendee(tx, person.id)?;
    if answer
        .sequence
        .is_some_and(|sequence| sequence < known.sequence)
    {
        return Ok(Taken::Older);
    }
    let what = format!("{:?} {:?} {:?}", answer.start, answer.end, answer.stamp);
    let key = token_hash(&format!("{} {what}", person.id));
    let key = IdempotencyKey::new("proposal", &key, &[])?;
    once(app, tx, Some(&key), |tx| {
        tell::proposed(app, tx, booking, person.id, time, &answer.note)
    })?;
    Ok(Taken::Proposed)
}

/// The time that an answer proposes, where it does.
fn proposed(app: &App, answer: &Answer) -> Option<VisitTime> {
    if answer.method != Method::Counter {
        return None;
    }
    let (starts_at, ends_at) = answer.times(&app.zones)?;
    let is_time = ends_at > starts_at && ends_at - starts_at <= LONGEST;
    is_time.then_some(VisitTime { starts_at, ends_at })
}

/// A letter came back, or is late.
async fn came_back(
    app: &App,
    letter: LetterId,
    failed: bool,
    status: String,
) -> Result<Taken, Error> {
    let app = app.clone();
    let db = app.db.clone();
    db.write(move |tx| {
        let Some(stored) = storage::outbox::by_id(tx, letter)? else {
            return Ok(Taken::UnknownToken);
        };
        // What was never handed over cannot come back.
        if !matches!(stored.state, LetterState::Sent | LetterState::Sending) {
            return Ok(Taken::NoAnswer);
        }
        let email = stored.letter.recipient.email;
        if !(failed && status.starts_with('5')) {
            tracing::info!(%letter, status, failed, "a letter is late");
            let note = if failed {
                "given up on the way"
            } else {
                "late"
            };
            storage::outbox::note(tx, letter, &format!("{note}: {status}"))?;
            return Ok(Taken::Delayed);
        }
        tracing::warn!(%letter, status, "a letter came back");
        storage::outbox::note(tx, letter, &format!("came back: {status}"))?;
        let booking = match stored.letter.booking_id {
            Some(id) => Some(edit(tx, id)?.0),
            None => None,
        };
        let id = booking.as_ref().map(|booking| booking.id);
        if !storage::answer::mark_failing(tx, &email, id, &status, app.now())? {
            return Ok(Taken::Unchanged);
        }
        if let Some(booking) = booking {
            tell::undelivered(&app, tx, &booking, &email, &status)?;
        }
        Ok(Taken::Undelivered)
    })
    .await
}
