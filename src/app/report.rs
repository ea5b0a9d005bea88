//! What is left of a visit: who came, what each side learned, and the way to the next one.
//!
//! Hosts and the coordinators of both cities mark who came and write for the hosts' side; the contact
//! writes for the guests'. What guests write is shown publicly only if they offer it and the other
//! side publishes it, because the page is the cities'.

use serde::{Deserialize, Serialize};

use super::access::Subject;
use super::booking::{slot_for, stored};
use super::slot::SlotView;
use super::{App, Conflict, Error, partnership};
use crate::domain::booking::{Attendee, Booking, BookingStatus};
use crate::domain::city::City;
use crate::domain::id::BookingId;
use crate::domain::person::Actor;
use crate::domain::report::{Attendance, AttendanceInput, Outcome, OutcomeInput, Side};
use crate::storage::{self, StorageError, Tx, View};

/// What is left of a visit, for those concerned.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ReportView {
    /// The booking.
    pub booking: Booking,
    /// The guests' city.
    pub city: City,
    /// Everybody who is on it.
    pub attendees: Vec<Attendee>,
    /// The slot it claimed.
    pub slot: SlotView,
    /// For which side the reader speaks.
    pub side: Side,
    /// Who came, where somebody has marked it.
    pub attendance: Option<Attendance>,
    /// What the sides learned, the hosts' first.
    pub outcomes: Vec<Outcome>,
}

/// What is left of a visit that has begun.
///
/// # Errors
/// Where there is none that `subject` had to do with, or it did not take place.
pub async fn get(app: &App, subject: &Subject, id: BookingId) -> Result<ReportView, Error> {
    let (app, subject) = (app.clone(), subject.clone());
    let db = app.db.clone();
    db.read(move |view| {
        let (booking, side) = concerned(&app, view, &subject, id)?;
        load(&app, view, &subject.actor, booking, side)
    })
    .await
}

/// Marks who came, in place of what was marked. For hosts and coordinators, once the visit has begun.
///
/// # Errors
/// Where `subject` may not, a field is wrong, or the visit did not take place.
pub async fn mark(
    app: &App,
    subject: &Subject,
    id: BookingId,
    input: AttendanceInput,
) -> Result<ReportView, Error> {
    let (app, subject) = (app.clone(), subject.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        let (booking, side) = concerned(&app, tx, &subject, id)?;
        for_hosts(side)?;
        let marked = input.check(&storage::booking::attendees(tx, id)?)?;
        let actor = &subject.actor;
        storage::report::mark(tx, id, &marked, &actor.label(), app.now())?;
        tell(&app, tx, actor, &booking)?;
        load(&app, tx, actor, booking, side)
    })
    .await
}

/// Keeps what the side of `subject` learned; `version` is that of the text it was written over,
/// 0 for none.
///
/// # Errors
/// Where there is no such visit that `subject` had to do with, a field is wrong, the visit did not
/// take place, or somebody else of their side wrote meanwhile.
pub async fn write(
    app: &App,
    subject: &Subject,
    id: BookingId,
    version: i64,
    input: OutcomeInput,
) -> Result<ReportView, Error> {
    let (app, subject) = (app.clone(), subject.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        let (booking, side) = concerned(&app, tx, &subject, id)?;
        let known = storage::report::outcomes(tx, &[id])?;
        let known = known.into_iter().find(|outcome| outcome.side == side);
        if known.as_ref().map_or(0, |known| known.version) != version {
            return Err(Error::VersionMismatch);
        }
        let (text, locale) = input.check()?;
        let offered = input.public && !text.is_empty();
        let new = Outcome {
            booking_id: id,
            side,
            text,
            locale,
            offered,
            public: offered && side == Side::Hosts,
            version: version + 1,
            written_at: app.now(),
        };
        keep(&app, tx, &subject.actor, &booking, &new)?;
        load(&app, tx, &subject.actor, booking, side)
    })
    .await
}

/// Shows what the guests learned publicly, or does so no longer. For hosts and coordinators;
/// `version` is that of the text they have read.
///
/// # Errors
/// Where `subject` may not, the guests have not offered it, or they wrote meanwhile.
pub async fn publish(
    app: &App,
    subject: &Subject,
    id: BookingId,
    version: i64,
    public: bool,
) -> Result<ReportView, Error> {
    let (app, subject) = (app.clone(), subject.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        let (booking, side) = concerned(&app, tx, &subject, id)?;
        for_hosts(side)?;
        let known = storage::report::outcomes(tx, &[id])?.into_iter();
        let mut of_guests = known.filter(|outcome| outcome.side == Side::Guests);
        let known = of_guests.next().filter(|known| known.offered);
        let known = known.ok_or(Error::NotFound("outcome"))?;
        if known.version != version {
            return Err(Error::VersionMismatch);
        }
        if known.public != public {
            let new = Outcome {
                public,
                version: version + 1,
                ..known
            };
            keep(&app, tx, &subject.actor, &booking, &new)?;
        }
        load(&app, tx, &subject.actor, booking, side)
    })
    .await
}

fn keep(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    booking: &Booking,
    new: &Outcome,
) -> Result<(), Error> {
    match storage::report::write(tx, new, &actor.label()) {
        Ok(true) => tell(app, tx, actor, booking),
        Ok(false) | Err(StorageError::Taken { .. }) => Err(Error::VersionMismatch),
        Err(other) => Err(other.into()),
    }
}

/// Tells those who look at the partnership that its page says something new.
fn tell(app: &App, tx: &mut Tx<'_>, actor: &Actor, booking: &Booking) -> Result<(), Error> {
    if let Some(id) = booking.partnership_id
        && let Some(known) = storage::partnership::by_id(tx, id)?
    {
        partnership::publish(app, tx, actor, &known);
    }
    Ok(())
}

fn for_hosts(side: Side) -> Result<(), Error> {
    match side {
        Side::Hosts => Ok(()),
        Side::Guests => Err(Error::Forbidden("only hosts and coordinators do this")),
    }
}

/// A visit that has begun, and the side for which `subject` speaks.
fn concerned(
    app: &App,
    view: &mut View<'_>,
    subject: &Subject,
    id: BookingId,
) -> Result<(Booking, Side), Error> {
    let booking = stored(view, id)?;
    let (slot, _, host) =
        storage::slot::by_id(view, booking.slot_id)?.ok_or(Error::NotFound("booking"))?;
    let actor = &subject.actor;
    let key = subject.manage_key.as_deref();
    let partners = booking.partnership_id.is_some() && actor.coordinates(booking.city_id);
    let side = if actor.manages(&host) || partners {
        Side::Hosts
    } else if key.is_some_and(|key| app.link_key.may_manage(id, key)) {
        Side::Guests
    } else {
        return Err(Error::NotFound("booking"));
    };
    let begun = slot.starts_at <= app.now();
    match booking.status {
        BookingStatus::Confirmed | BookingStatus::Completed if begun => Ok((booking, side)),
        _ => Err(Conflict::NotVisited.into()),
    }
}

fn load(
    app: &App,
    view: &mut View<'_>,
    actor: &Actor,
    booking: Booking,
    side: Side,
) -> Result<ReportView, Error> {
    let found = storage::slot::by_id(view, booking.slot_id)?.ok_or(Error::NotFound("slot"))?;
    let city = storage::city::by_ids(view, &[booking.city_id])?.pop();
    let city = city.ok_or(Error::NotFound("city"))?;
    let mut outcomes = storage::report::outcomes(view, &[booking.id])?;
    outcomes.sort_by_key(|outcome| outcome.side);
    // Emptied words are as good as none; they stay for their version.
    Ok(ReportView {
        slot: slot_for(app, view, actor, found, city.id)?,
        attendees: storage::booking::attendees(view, booking.id)?,
        attendance: storage::report::attendance(view, booking.id)?,
        outcomes,
        side,
        city,
        booking,
    })
}
