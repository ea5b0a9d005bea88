//! Series: agreeing to one, looking at it, calling it or one of its visits off, moving a visit.
//!
//! Each visit is a slot and a booking like any other, taken with the same guarantees, all in one
//! transaction: every one of them, or none and a list of those that are in the way.

use std::collections::BTreeSet;

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::access::{Subject, require};
use super::booking::Guests;
use super::clock::hex;
use super::idempotency::{IdempotencyKey, once};
use super::letters::{SeriesFacts, write_series};
use super::local_time::zone_of;
use super::plan::{PlanAsked, Planned, plan};
use super::slot::{publish, reload};
use super::{App, Conflict, Error, availability, booking, letters, partnership, seats};
use crate::domain::booking::{Attendee, BookingInput};
use crate::domain::city::City;
use crate::domain::event::EventKind;
use crate::domain::host::Host;
use crate::domain::id::{CityId, PartnershipId, SeriesId};
use crate::domain::input::{Checker, Invalid};
use crate::domain::letter::LetterKind;
use crate::domain::offer::Offer;
use crate::domain::person::Actor;
use crate::domain::plan::{Alternative, PlanKind, Visit};
use crate::domain::recurrence::Rule;
use crate::domain::series::{
    EXCEPTIONS_MAX, OccurrenceState, Reach, Series, SeriesStatus, SeriesVisit, settle, split,
};
use crate::domain::slot::{Slot, SlotState, end_of};
use crate::domain::zone::Zone;
use crate::storage::{self, Tx, View};

/// How long before a visit of a series its invite is sent. The letter that lists all of them is
/// sent at once.
const INVITE_AHEAD: Duration = Duration::days(14);

/// A plan that somebody agrees to.
#[derive(Debug, Clone, Default)]
pub struct SeriesInput {
    /// What was planned.
    pub plan: PlanAsked,
    /// Which of the plans: a [`PlanKind`]'s word.
    pub kind: String,
    /// On which city's clock, counted from 0.
    pub clock: i64,
    /// What the plan was when it was looked at: [`fingerprint`]. Empty means whatever it is now.
    pub fingerprint: String,
    /// Id of the offer.
    pub offer_id: String,
    /// Id of the series that this one takes the place of, from its first date on.
    pub predecessor: Option<String>,
    /// Who comes.
    pub booking: BookingInput,
    /// The original local starts of visits that are left out.
    pub leave_out: Vec<String>,
}

/// A series with all that those concerned are told of it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SeriesView {
    /// The series.
    pub series: Series,
    /// What its visits are of.
    pub offer: Offer,
    /// Who receives them.
    pub host: Host,
    /// The cities that meet.
    pub cities: Vec<City>,
    /// Its visits, by original local start.
    pub visits: Vec<SeriesVisit>,
    /// Whether who asks may call off and move.
    pub may_change: bool,
}

/// Names what a plan says, so that nobody agrees to another one than they saw.
pub fn fingerprint(plan: &Alternative) -> String {
    let mut hash = Sha256::new();
    for visit in &plan.visits {
        hash.update(visit.original.and_utc().timestamp().to_be_bytes());
        hash.update(visit.starts_at.timestamp().to_be_bytes());
    }
    hex(&hash.finalize()[..12])
}

/// What is needed to write a series, found and checked before the transaction.
struct Agreed {
    planned: Planned,
    chosen: Alternative,
    zone: Zone,
    left_out: BTreeSet<NaiveDateTime>,
}

/// Agrees to a plan: makes a slot and a booking for each of its visits. Who manages the host does.
///
/// # Errors
/// Where a field is wrong, `actor` may not, the plan is another one by now, or visits conflict
/// with what the host has: [`Error::SeriesConflicts`] lists all of these, and nothing is written.
pub async fn create(
    app: &App,
    actor: &Actor,
    input: SeriesInput,
    key: Option<IdempotencyKey>,
) -> Result<SeriesView, Error> {
    require(actor, *actor != Actor::Guest, "only hosts agree to series")?;
    let agreed = agreed(app, actor, &input).await?;
    let (app, actor) = (app.clone(), actor.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        once(&app, tx, key.as_ref(), |tx| {
            let desk = Desk::of(&app, tx, &actor, &input, &agreed)?;
            storage::host::lock_slots(tx, desk.host.id)?;
            let predecessor = end_predecessor(&app, tx, &actor, &input, &agreed)?;
            let series = desk.write(&app, tx, &actor, &agreed, predecessor)?;
            load(tx, series, true)
        })
    })
    .await
}

async fn agreed(app: &App, actor: &Actor, input: &SeriesInput) -> Result<Agreed, Error> {
    let planned = plan(app, actor, input.plan.clone()).await?;
    let mut check = Checker::default();
    let kind = check.parse::<PlanKind>("kind", "unknown_word", &input.kind);
    let left_out = left_out(&mut check, &input.leave_out);
    check.finish(())?;
    let clock = usize::try_from(input.clock).ok();
    let mut plans = planned.plans.alternatives.iter();
    let chosen = plans
        .find(|plan| Some(plan.kind) == kind && Some(plan.clock) == clock)
        .cloned();
    let Some(chosen) = chosen else {
        let detail = "There is no such plan for these cities; look at the plans again.";
        return Err(Invalid::one("kind", "no_such_plan", detail).into());
    };
    if !input.fingerprint.is_empty() && input.fingerprint != fingerprint(&chosen) {
        return Err(Conflict::PlanChanged.into());
    }
    let place = planned.places.get(chosen.clock);
    let zone = place.map(|place| place.time.zone.clone());
    Ok(Agreed {
        zone: zone.ok_or(Error::NotFound("city"))?,
        planned,
        chosen,
        left_out,
    })
}

fn left_out(check: &mut Checker, given: &[String]) -> BTreeSet<NaiveDateTime> {
    if given.len() > EXCEPTIONS_MAX {
        let detail = format!("Leave out at most {EXCEPTIONS_MAX} visits.");
        check.wrong("leave_out", "too_many", detail);
        return BTreeSet::new();
    }
    let mut all = BTreeSet::new();
    for (index, text) in given.iter().enumerate() {
        match local_start(text) {
            Some(original) => drop(all.insert(original)),
            None => check.wrong(
                &format!("leave_out[{index}]"),
                "invalid_local_time",
                "Give the original local start, such as 2027-03-14T17:00.",
            ),
        }
    }
    all
}

/// The name of a visit, as it is written in addresses.
pub fn local_start(text: &str) -> Option<NaiveDateTime> {
    let with = |format| NaiveDateTime::parse_from_str(text.trim(), format).ok();
    with("%Y-%m-%dT%H:%M").or_else(|| with("%Y-%m-%dT%H:%M:%S"))
}

/// Everything that the visits of a series have in common.
struct Desk {
    offer: Offer,
    host: Host,
    host_city: City,
    cities: Vec<CityId>,
    partnership: Option<PartnershipId>,
    guests: Guests,
}

impl Desk {
    fn of(
        app: &App,
        tx: &mut Tx<'_>,
        actor: &Actor,
        input: &SeriesInput,
        agreed: &Agreed,
    ) -> Result<Self, Error> {
        let unknown = || Invalid::one("offer_id", "unknown_offer", "Name an offer by its id.");
        let id = input.offer_id.trim().parse().map_err(|_| unknown())?;
        let (offer, host) = storage::offer::by_id(tx, id)?.ok_or_else(unknown)?;
        require(
            actor,
            actor.manages(&host),
            "only who manages the host may do this",
        )?;
        let planned = &agreed.planned;
        let of_plan = |city: &City| {
            let places = planned.places.iter();
            places
                .flat_map(|place| &place.city)
                .any(|own| own.id == city.id)
        };
        let host_city = storage::city::by_ids(tx, &[host.city_id])?.pop();
        let host_city = host_city.ok_or(Error::NotFound("city"))?;
        let mut check = Checker::default();
        if !of_plan(&host_city) {
            let detail = "Choose an offer of one of the cities that were planned for.";
            check.wrong("offer_id", "not_a_member", detail);
        }
        if i64::from(offer.duration_minutes) != i64::from(planned.duration_minutes) {
            let detail = format!(
                "Plan for {} minutes, as the offer has it.",
                offer.duration_minutes
            );
            check.wrong("duration_minutes", "other_duration", detail);
        }
        let guest_city = storage::city::by_slug(tx, input.booking.city.trim())?;
        let guest_city = guest_city.filter(|city| of_plan(city) && city.id != host_city.id);
        if guest_city.is_none() {
            let detail = "Choose the guests' city among those that were planned for.";
            check.wrong("city", "unknown_city", detail);
        }
        check.finish(())?;
        let mut guests = booking::guests(app, tx, actor, &offer, &host, &input.booking)?;
        let named = planned.partnership.as_ref().map(|known| known.id);
        guests.partnership = named.or(guests.partnership);
        let cities = planned.places.iter().flat_map(|place| &place.city);
        Ok(Self {
            cities: cities.map(|city| city.id).collect(),
            partnership: guests.partnership,
            offer,
            host,
            host_city,
            guests,
        })
    }

    fn write(
        &self,
        app: &App,
        tx: &mut Tx<'_>,
        actor: &Actor,
        agreed: &Agreed,
        predecessor: Option<SeriesId>,
    ) -> Result<Series, Error> {
        let planned = &agreed.planned;
        let series = Series {
            id: app.id(),
            offer_id: self.offer.id,
            city_id: self.guests.city.id,
            partnership_id: self.partnership,
            cities: self.cities.clone(),
            organization: self.guests.new.organization.clone(),
            zone: agreed.zone.name().to_owned(),
            rule: planned.rule.clone(),
            start: planned.start,
            plan: agreed.chosen.kind,
            status: SeriesStatus::Agreed,
            predecessor,
            version: 1,
            created_at: app.now(),
        };
        storage::series::insert(tx, &series)?;
        let mut conflicts = Vec::new();
        let mut times = Vec::new();
        let mut first = true;
        for visit in &agreed.chosen.visits {
            let kept = if agreed.left_out.contains(&visit.original) {
                Some(left_out_visit(visit.original))
            } else {
                let seats = self.guests.new.seats;
                let slot = slot_of(app, &self.offer, &agreed.zone, visit, seats);
                self.take(app, tx, actor, slot, visit.original, first)?
            };
            match kept {
                Some(kept) => {
                    if kept.state == OccurrenceState::Standing {
                        first = false;
                        times.extend(kept.starts_at.zip(kept.ends_at));
                    }
                    storage::series::insert_visit(tx, series.id, &kept)?;
                }
                None => conflicts.push(visit.original),
            }
        }
        if !conflicts.is_empty() {
            return Err(Error::SeriesConflicts(conflicts));
        }
        if times.is_empty() {
            let detail = "Every visit was left out; keep at least one.";
            return Err(Invalid::one("leave_out", "no_occurrence", detail).into());
        }
        self.write_letters(app, tx, &series, times)?;
        Ok(series)
    }

    fn write_letters(
        &self,
        app: &App,
        tx: &mut Tx<'_>,
        series: &Series,
        times: Vec<(DateTime<Utc>, DateTime<Utc>)>,
    ) -> Result<(), Error> {
        let readers = booking::attendees(app, tx, &self.guests.new, &self.host)?;
        let facts = SeriesFacts {
            series,
            offer: &self.offer,
            host: &self.host.name,
            host_city: &self.host_city,
            guest_city: &self.guests.city,
            times,
            reason: None,
        };
        write_series(app, tx, LetterKind::SeriesConfirmed, &facts, &readers)
    }

    /// Makes the slot and the booking of a visit; nothing where the time has passed or the host has
    /// another slot then. The host's slots have to be locked.
    fn take(
        &self,
        app: &App,
        tx: &mut Tx<'_>,
        actor: &Actor,
        slot: Slot,
        original: NaiveDateTime,
        at_once: bool,
    ) -> Result<Option<SeriesVisit>, Error> {
        let busy = !self.offer.overlap_allowed && availability::is_busy(tx, &slot)?;
        if busy || slot.starts_at <= app.now() {
            return Ok(None);
        }
        storage::slot::insert(tx, &slot)?;
        let (offer, city) = (&self.offer, &self.host_city);
        publish(app, tx, actor, EventKind::SlotCreated, &slot, offer, city)?;
        let what = (&slot, &self.offer, &self.host);
        let booking = booking::create_agreed(app, tx, actor, what, &self.guests)?;
        if !at_once {
            let due = (slot.starts_at - INVITE_AHEAD).max(app.now());
            storage::outbox::postpone(tx, booking.id, due)?;
        }
        Ok(Some(SeriesVisit {
            original,
            state: OccurrenceState::Standing,
            slot_id: Some(slot.id),
            booking_id: Some(booking.id),
            starts_at: Some(slot.starts_at),
            ends_at: Some(slot.ends_at),
        }))
    }
}

fn left_out_visit(original: NaiveDateTime) -> SeriesVisit {
    SeriesVisit {
        original,
        state: OccurrenceState::LeftOut,
        slot_id: None,
        booking_id: None,
        starts_at: None,
        ends_at: None,
    }
}

/// The series of this id, for those concerned: who manages the host or keeps one of its cities, and
/// the bearer of the link in its letter.
///
/// # Errors
/// Where there is none that `subject` may see.
pub async fn get(app: &App, subject: &Subject, id: SeriesId) -> Result<SeriesView, Error> {
    let (app, subject) = (app.clone(), subject.clone());
    let db = app.db.clone();
    db.read(move |view| concerned(&app, view, &subject, id))
        .await
}

/// The series of a partnership, for those who keep or receive in one of its cities; for others
/// none.
///
/// # Errors
/// Where there is no partnership that `actor` may know of.
pub async fn of_partnership(
    app: &App,
    actor: &Actor,
    id: PartnershipId,
) -> Result<Vec<Series>, Error> {
    let actor = actor.clone();
    app.db
        .read(move |view| {
            let found = partnership::visible(view, &actor, id)?;
            let found = found.ok_or(Error::NotFound("partnership"))?;
            if !found.cities.iter().any(|city| actor.belongs_to(city.id)) {
                return Ok(Vec::new());
            }
            Ok(storage::series::of_partnership(view, id)?)
        })
        .await
}

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
fn call_off_all(
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

/// Calls off what is left of the series that a new one takes the place of.
fn end_predecessor(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    input: &SeriesInput,
    agreed: &Agreed,
) -> Result<Option<SeriesId>, Error> {
    let given = input.predecessor.as_deref().map(str::trim);
    let Some(id) = given.filter(|id| !id.is_empty()) else {
        return Ok(None);
    };
    let id: SeriesId = id.parse().map_err(|_| Error::NotFound("series"))?;
    let subject = Subject {
        actor: actor.clone(),
        manage_key: None,
    };
    let found = changeable(app, tx, &subject, id)?;
    let from = agreed.planned.start;
    let following = found
        .visits
        .iter()
        .find(|visit| visit.original.date() >= from);
    if let Some(at) = following.map(|visit| visit.original) {
        call_off_all(app, tx, actor, &found, Reach::Following, Some(at), None)?;
    }
    Ok(Some(id))
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

/// The slot of a visit, with room for `seats` at least.
fn slot_of(app: &App, offer: &Offer, zone: &Zone, visit: &Visit, seats: i32) -> Slot {
    let start = zone.at(visit.starts_at);
    Slot {
        id: app.id(),
        offer_id: offer.id,
        host_id: offer.host_id,
        local_start: visit.local_start,
        zone: zone.name().to_owned(),
        duration_minutes: offer.duration_minutes,
        starts_at: visit.starts_at,
        ends_at: end_of(start, offer.duration_minutes),
        offset_seconds: start.offset().local_minus_utc(),
        resolution: visit.resolution,
        tzdb_version: app.zones.version().to_owned(),
        capacity: offer.capacity.max(seats),
        seats_taken: 0,
        seats_held: 0,
        waiting: 0,
        state: SlotState::Open,
        version: 1,
        created_at: app.now(),
    }
}

/// The series of this id, where `subject` may change it.
fn changeable(
    app: &App,
    view: &mut View<'_>,
    subject: &Subject,
    id: SeriesId,
) -> Result<SeriesView, Error> {
    let found = concerned(app, view, subject, id)?;
    require(
        &subject.actor,
        found.may_change,
        "only who manages the host or keeps one of the cities may do this",
    )?;
    Ok(found)
}

/// The series of this id, where `subject` is one of those concerned.
fn concerned(
    app: &App,
    view: &mut View<'_>,
    subject: &Subject,
    id: SeriesId,
) -> Result<SeriesView, Error> {
    let series = storage::series::by_id(view, id)?.ok_or(Error::NotFound("series"))?;
    let by_link = subject
        .manage_key
        .as_deref()
        .is_some_and(|key| app.link_key.may_manage_series(id, key));
    let mut found = load(view, series, by_link)?;
    let keeps = found
        .cities
        .iter()
        .any(|city| subject.actor.coordinates(city.id));
    found.may_change = by_link || keeps || subject.actor.manages(&found.host);
    match found.may_change {
        true => Ok(found),
        false => Err(Error::NotFound("series")),
    }
}

fn load(view: &mut View<'_>, series: Series, may_change: bool) -> Result<SeriesView, Error> {
    let found = storage::offer::by_id(view, series.offer_id)?;
    let (offer, host) = found.ok_or(Error::NotFound("offer"))?;
    let known = storage::city::by_ids(view, &series.cities)?;
    let of = |id: &CityId| known.iter().find(|city| city.id == *id).cloned();
    Ok(SeriesView {
        cities: series.cities.iter().filter_map(of).collect(),
        visits: storage::series::visits(view, series.id)?,
        series,
        offer,
        host,
        may_change,
    })
}
