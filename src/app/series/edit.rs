//! Calling visits of a series off, and moving one.

use chrono::NaiveDateTime;

use super::{SeriesView, changeable, concerned, local_start, slot_of};
use crate::app::access::{Subject, require};
use crate::app::letters::{self, SeriesFacts, write_series};
use crate::app::local_time::zone_of;
use crate::app::slot::reload;
use crate::app::{App, Conflict, Error, availability, booking, seats};
use crate::domain::booking::Attendee;
use crate::domain::event::EventKind;
use crate::domain::id::{CityId, SeriesId};
use crate::domain::input::{Checker, Invalid};
use crate::domain::letter::LetterKind;
use crate::domain::person::Actor;
use crate::domain::plan::Visit;
use crate::domain::recurrence::Rule;
use crate::domain::series::{
    OccurrenceState, Reach, Series, SeriesStatus, SeriesVisit, settle, split,
};
use crate::domain::slot::{Slot, SlotState};
use crate::storage::{self, Tx, View};

/// Calls off a visit of a series, it and all that follow, or all that are yet to come, frees the
/// seats and tells everybody. Doing it again changes nothing.
///
/// # Errors
/// Where there is none that `subject` may change, or it has begun.
pub async fn cancel(
    app: &App,
    subject: &Subject,
    id: SeriesId,
    visit: Option<NaiveDateTime>,
    reach: Reach,
    reason: Option<String>,
) -> Result<SeriesView, Error> {
    let mut checker = Checker::default();
    let reason = reason
        .map(|reason| checker.text("reason", &reason))
        .filter(|reason| !reason.is_empty());
    checker.finish(())?;
    let (app, subject) = (app.clone(), subject.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        let found = changeable(&app, tx, &subject, id)?;
        let at = match (reach, visit) {
            (Reach::All, _) => None,
            (_, Some(at)) => Some(standing(&found, at)?),
            (_, None) => return Err(Error::NotFound("visit")),
        };
        call_off_all(
            &app,
            tx,
            &subject.actor,
            &found,
            reach,
            at,
            reason.as_deref(),
        )?;
        concerned(&app, tx, &subject, id)
    })
    .await
}

/// Calls off those of a series' visits to come that an edit means, and writes of it.
pub(super) fn call_off_all(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    found: &SeriesView,
    reach: Reach,
    at: Option<NaiveDateTime>,
    reason: Option<&str>,
) -> Result<(), Error> {
    let meant = |one: &&SeriesVisit| match (reach, at) {
        (Reach::This, Some(at)) => one.original == at,
        (Reach::Following, Some(at)) => one.original >= at,
        _ => true,
    };
    let to_come = |one: &&SeriesVisit| {
        one.state == OccurrenceState::Standing && one.starts_at.is_some_and(|at| at > app.now())
    };
    let visits = found.visits.iter().filter(meant).filter(to_come);
    let visits: Vec<SeriesVisit> = visits.copied().collect();
    let id = found.series.id;
    let mut readers = Vec::new();
    for one in &visits {
        let uninvited = call_off(app, tx, actor, found, one, reason)?;
        if readers.is_empty() {
            readers = uninvited;
        }
    }
    tell_called_off(app, tx, found, &visits, reason, &readers)?;
    let (status, rule) = after_cancelling(&found.series, reach, at);
    storage::series::change(tx, id, found.series.version, status, &rule)?;
    Ok(())
}

/// Writes those who have no invite to these visits one letter that lists them. Whoever has one gets
/// the letter that takes it back.
fn tell_called_off(
    app: &App,
    tx: &mut Tx<'_>,
    found: &SeriesView,
    visits: &[SeriesVisit],
    reason: Option<&str>,
    readers: &[Attendee],
) -> Result<(), Error> {
    let city = |id: CityId| {
        let city = found.cities.iter().find(|city| city.id == id);
        city.ok_or(Error::NotFound("city"))
    };
    let times = visits
        .iter()
        .filter_map(|one| one.starts_at.zip(one.ends_at));
    let facts = SeriesFacts {
        series: &found.series,
        offer: &found.offer,
        host: &found.host.name,
        host_city: city(found.host.city_id)?,
        guest_city: city(found.series.city_id)?,
        times: times.collect(),
        reason,
    };
    write_series(app, tx, LetterKind::SeriesCancelled, &facts, readers)
}

/// What a series is after an edit that calls visits off.
fn after_cancelling(
    series: &Series,
    reach: Reach,
    at: Option<NaiveDateTime>,
) -> (SeriesStatus, Rule) {
    let unchanged = series.rule.clone();
    match (reach, at) {
        (Reach::This, _) => (series.status, unchanged),
        (_, None) => (SeriesStatus::Ended, unchanged),
        (_, Some(at)) => {
            let before = split(&series.rule, series.start, at.date());
            let rule = before.map_or(None, |(before, _)| before);
            (SeriesStatus::Ended, rule.unwrap_or(unchanged))
        }
    }
}

/// The name of a visit that is yet to come.
fn standing(found: &SeriesView, at: NaiveDateTime) -> Result<NaiveDateTime, Error> {
    let visit = found.visits.iter().find(|visit| visit.original == at);
    Ok(visit.ok_or(Error::NotFound("visit"))?.original)
}

/// Calls off one visit, and its slot where nobody else has booked it; says who had no invite to it
/// yet and was written nothing.
fn call_off(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    found: &SeriesView,
    visit: &SeriesVisit,
    reason: Option<&str>,
) -> Result<Vec<Attendee>, Error> {
    let Some(booking) = visit.booking_id else {
        return Ok(Vec::new());
    };
    let slot = booking::change::cancel_agreed(app, tx, actor, booking, reason)?;
    let mut uninvited = Vec::new();
    for attendee in storage::booking::attendees(tx, booking)? {
        if !letters::is_invited(tx, booking, &attendee.email)? {
            letters::take_back_from(tx, booking, &attendee.email)?;
            uninvited.push(attendee);
        }
    }
    drop_slot(app, tx, actor, &slot)?;
    let gone = SeriesVisit {
        state: OccurrenceState::Cancelled,
        ..*visit
    };
    storage::series::set_visit(tx, found.series.id, &gone)?;
    Ok(uninvited)
}

/// Cancels a slot that was made for a visit, unless others have booked it.
fn drop_slot(app: &App, tx: &mut Tx<'_>, actor: &Actor, slot: &Slot) -> Result<(), Error> {
    let standing = [SlotState::Open, SlotState::Closed];
    let empty = slot.seats_taken == 0;
    if empty && storage::seats::set_state(tx, slot.id, &standing, SlotState::Cancelled)? {
        seats::end_all(tx, slot.id)?;
        seats::settle(app, tx, actor, slot.id, EventKind::SlotCancelled)?;
    }
    Ok(())
}

/// Moves one visit to another local start in the series' zone: the old time is called off, the
/// new one is taken with the same guarantees, and everybody is told. The visit keeps its name.
///
/// # Errors
/// Where there is none that `subject` may change, it has begun, or the host has another slot then.
pub async fn move_visit(
    app: &App,
    subject: &Subject,
    id: SeriesId,
    visit: NaiveDateTime,
    to: String,
) -> Result<SeriesView, Error> {
    let (app, subject) = (app.clone(), subject.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        let found = changeable(&app, tx, &subject, id)?;
        let actor = &subject.actor;
        require(
            actor,
            actor.manages(&found.host),
            "only who manages the host may do this",
        )?;
        let one = found.visits.iter().find(|one| one.original == visit);
        let one = *one.ok_or(Error::NotFound("visit"))?;
        let (Some(old), Some(booking)) = (one.slot_id, one.booking_id) else {
            return Err(Error::NotFound("visit"));
        };
        storage::host::lock_slots(tx, found.host.id)?;
        let slot = moved_slot(&app, tx, &found, &to)?;
        storage::slot::insert(tx, &slot)?;
        seats::settle(&app, tx, actor, slot.id, EventKind::SlotCreated)?;
        let seen = storage::booking::by_id(tx, booking)?.ok_or(Error::NotFound("booking"))?;
        booking::change::reschedule_in(&app, tx, actor, &seen, slot.id)?;
        let old = reload(tx, old)?;
        drop_slot(&app, tx, actor, &old)?;
        let now = SeriesVisit {
            slot_id: Some(slot.id),
            ..one
        };
        storage::series::set_visit(tx, id, &now)?;
        let series = &found.series;
        storage::series::change(tx, id, series.version, series.status, &series.rule)?;
        concerned(&app, tx, &subject, id)
    })
    .await
}

/// The slot that a visit is moved to. The host's slots have to be locked.
fn moved_slot(app: &App, view: &mut View<'_>, found: &SeriesView, to: &str) -> Result<Slot, Error> {
    let wrong = || {
        let detail = "Give a wall clock to come that exists there, such as 2027-03-14T17:00.";
        Invalid::one("local_start", "invalid_local_time", detail)
    };
    let local = local_start(to).ok_or_else(wrong)?;
    let zone = zone_of(&app.zones, &found.series.zone)?;
    let (start, resolution) = settle(&zone, local).ok_or_else(wrong)?;
    if start.to_utc() <= app.now() {
        return Err(wrong().into());
    }
    let visit = Visit {
        original: local,
        local_start: local,
        starts_at: start.to_utc(),
        resolution,
        cities: Vec::new(),
    };
    let slot = slot_of(app, &found.offer, &zone, &visit, 0);
    match !found.offer.overlap_allowed && availability::is_busy(view, &slot)? {
        true => Err(Conflict::SlotOverlaps.into()),
        false => Ok(slot),
    }
}
