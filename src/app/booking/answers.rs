//! Whether attendees come: what they say by the link in their letter or by a reply of their
//! calendar, until the visit begins. Whichever way, it is one answer; the newer one counts.

use super::change::edit;
use super::{BookingView, load, stored, tell};
use crate::app::access::Subject;
use crate::app::{App, Conflict, Error};
use crate::domain::answer::{AnswerSource, Answered, Participation, ReplyFacts, check};
use crate::domain::booking::{Attendee, Booking, BookingStatus};
use crate::domain::id::{AttendeeId, BookingId};
use crate::domain::slot::Slot;
use crate::storage::{self, Tx, View};

/// What somebody who is asked whether they come is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerView {
    /// The booking and its visit.
    pub booking: BookingView,
    /// Who is asked.
    pub attendee: Attendee,
    /// What they have answered.
    pub answered: Answered,
    /// Whether they may answer, or answer otherwise.
    pub open: bool,
}

/// What an attendee is asked, for the bearer of their link. Changes nothing.
///
/// # Errors
/// Where there is no such attendee, or the key is not theirs.
pub async fn asked(app: &App, id: AttendeeId, key: &str) -> Result<AnswerView, Error> {
    may(app, id, key)?;
    let app = app.clone();
    let db = app.db.clone();
    db.read(move |view| view_of(&app, view, id)).await
}

/// Takes an attendee's answer by their link.
///
/// # Errors
/// Where there is no such attendee, the key is not theirs, a field is wrong, or the visit has begun
/// or does not take place.
pub async fn answer(
    app: &App,
    id: AttendeeId,
    key: &str,
    answer: &str,
    note: &str,
) -> Result<AnswerView, Error> {
    may(app, id, key)?;
    let (participation, note) = check(answer, note)?;
    let app = app.clone();
    let db = app.db.clone();
    db.write(move |tx| {
        let reply = ReplyFacts {
            participation,
            note: note.clone(),
            source: AnswerSource::Link,
            sequence: None,
            stamp: None,
        };
        let booking = booking_of(tx, id)?;
        let (booking, slot, ..) = edit(tx, booking)?;
        may_still(&app, &booking, &slot)?;
        take(&app, tx, &booking, id, &reply)?;
        view_of(&app, tx, id)
    })
    .await
}

/// Whoever has the link has it from the attendee's letter.
fn may(app: &App, id: AttendeeId, key: &str) -> Result<(), Error> {
    match app.link_key.may_answer(id, key) {
        true => Ok(()),
        false => Err(Error::NotFound("attendee")),
    }
}

/// Refuses answers to a visit that has begun or does not take place.
pub(super) fn may_still(app: &App, booking: &Booking, slot: &Slot) -> Result<(), Error> {
    match booking.status {
        BookingStatus::Requested | BookingStatus::Confirmed if slot.starts_at <= app.now() => {
            Err(Conflict::VisitStarted.into())
        }
        BookingStatus::Requested | BookingStatus::Confirmed => Ok(()),
        status => Err(Conflict::BookingIs(status).into()),
    }
}

/// Writes an answer down and tells of it; says whether it changed anything. Under the booking's
/// lock.
pub(super) fn take(
    app: &App,
    tx: &mut Tx<'_>,
    booking: &Booking,
    id: AttendeeId,
    reply: &ReplyFacts,
) -> Result<Took, Error> {
    let people = storage::booking::attendees(tx, booking.id)?;
    let person = people.iter().find(|person| person.id == id);
    let person = person.ok_or(Error::NotFound("attendee"))?;
    let before = storage::answer::of_attendee(tx, id)?;
    let Some(after) = before.after(reply, booking.sequence, app.now()) else {
        return Ok(Took::Older);
    };
    // Who answers has had our letter.
    storage::answer::forget_failing(tx, &person.email)?;
    if after.says(&before) {
        return Ok(Took::Same);
    }
    storage::answer::save(tx, id, &after)?;
    if after.participation == Participation::Declined {
        storage::outbox::supersede_reminders(tx, booking.id, &person.email)?;
    }
    tell::answered(app, tx, booking, person, after.participation)?;
    Ok(Took::New)
}

/// What became of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Took {
    /// It was written down.
    New,
    /// It says what was known.
    Same,
    /// A newer one is known.
    Older,
}

/// Asks everybody anew, because the visit has another time from this SEQUENCE on.
pub(super) fn reset(tx: &mut Tx<'_>, booking: &Booking) -> Result<(), Error> {
    for person in storage::booking::attendees(tx, booking.id)? {
        storage::answer::save(tx, person.id, &Answered::nothing(booking.sequence))?;
    }
    Ok(())
}

/// The booking that an attendee is on.
pub(super) fn booking_of(view: &mut View<'_>, id: AttendeeId) -> Result<BookingId, Error> {
    storage::answer::booking_of(view, id)?.ok_or(Error::NotFound("attendee"))
}

fn view_of(app: &App, view: &mut View<'_>, id: AttendeeId) -> Result<AnswerView, Error> {
    let booking = booking_of(view, id)?;
    let booking = stored(view, booking)?;
    let booking = load(app, view, &Subject::guest(), booking)?;
    let attendee = booking.attendees.iter().find(|person| person.id == id);
    let attendee = attendee.cloned().ok_or(Error::NotFound("attendee"))?;
    Ok(AnswerView {
        answered: booking.answer_of(id),
        open: may_still(app, &booking.booking, &booking.slot.slot).is_ok(),
        attendee,
        booking,
    })
}

impl BookingView {
    /// What an attendee of it has answered.
    pub fn answer_of(&self, id: AttendeeId) -> Answered {
        let found = self.answers.iter().find(|(of, _)| *of == id);
        found.map_or_else(|| Answered::nothing(0), |(_, answered)| answered.clone())
    }
}
