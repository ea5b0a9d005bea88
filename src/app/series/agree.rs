//! Agreeing to a plan.

use std::collections::BTreeSet;

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use sha2::{Digest, Sha256};

use super::edit::call_off_all;
use super::{SeriesView, changeable, load, local_start, slot_of};
use crate::app::access::{Subject, require};
use crate::app::booking::{self, Guests};
use crate::app::clock::hex;
use crate::app::idempotency::{IdempotencyKey, once};
use crate::app::letters::{SeriesFacts, write_series};
use crate::app::plan::{PlanAsked, Planned, plan};
use crate::app::slot::publish;
use crate::app::{App, Conflict, Error, availability};
use crate::domain::booking::BookingInput;
use crate::domain::city::City;
use crate::domain::event::EventKind;
use crate::domain::host::Host;
use crate::domain::id::{CityId, PartnershipId, SeriesId};
use crate::domain::input::{Checker, Invalid};
use crate::domain::letter::LetterKind;
use crate::domain::offer::Offer;
use crate::domain::person::Actor;
use crate::domain::plan::{Alternative, PlanKind};
use crate::domain::series::{
    EXCEPTIONS_MAX, OccurrenceState, Reach, Series, SeriesStatus, SeriesVisit,
};
use crate::domain::slot::Slot;
use crate::domain::zone::Zone;
use crate::storage::{self, Tx};

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
    let subject = Subject::from(actor.clone());
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
