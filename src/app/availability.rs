//! When an offer is to be had: its rules, the slots that these make, and what changing them does.
//!
//! [`set`] writes the rules and what follows from them in one transaction; [`fill`] does the same
//! for rules that have not changed while time went on. Both compare what the rules mean with what
//! stands (`domain/availability/change.rs`), so that doing either again does nothing.

mod bookable;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};

use super::access::require;
use super::idempotency::{IdempotencyKey, once};
use super::local_time::{LocalTime, local_times, zone_of};
use super::slot::{opened, partner_cities, topics_of};
use super::{App, Error, offer};
use crate::domain::availability::change::{Buffers, Change, Generated, Standing, change, key};
use crate::domain::availability::generate::{PlannedSlot, Shape, generate};
use crate::domain::availability::input::{AvailabilityInput, Merged};
use crate::domain::availability::limits::furthest_day;
use crate::domain::availability::{Availability, BUFFER_MAX, TIMES_MAX};
use crate::domain::city::City;
use crate::domain::event::{EventKind, NewEvent, slots_data};
use crate::domain::host::Host;
use crate::domain::id::{HostId, OfferId, SlotId};
use crate::domain::input::Invalid;
use crate::domain::offer::Offer;
use crate::domain::person::Actor;
use crate::domain::slot::{Slot, SlotState};
use crate::domain::workdays::Workdays;
use crate::domain::zone::Zone;
use crate::storage::{self, Tx, View};

pub(super) use bookable::{closed_for_booking, require_bookable, tell_counted};

/// Most times that a preview tells one by one.
const TOLD_MAX: usize = 100;
/// Days that a preview tells one by one.
const TOLD_DAYS: i64 = 14;

/// An offer's rules with all that an editor needs.
#[derive(Debug, Clone)]
pub struct AvailabilityView {
    /// The offer.
    pub offer: Offer,
    /// Its host.
    pub host: Host,
    /// The host's city, in whose clock the rules are.
    pub city: City,
    /// The rules.
    pub rules: Availability,
    /// Their version; 0 while nobody has entered any.
    pub version: i64,
}

/// What a change of rules does, or would do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Times that are added.
    pub added: usize,
    /// Times that are withdrawn; nobody has booked them.
    pub withdrawn: usize,
    /// Times that stay although the rules no longer mean them: they are booked.
    pub kept_booked: usize,
    /// Times that stay as they are.
    pub unchanged: usize,
    /// Times that are meant but were called off by a person, and stay so.
    pub called_off: usize,
    /// Times that are meant while the host has something else to do.
    pub skipped_overlaps: usize,
    /// Windows that overlapped and were made one.
    pub merged: Vec<Merged>,
    /// The rules' version afterwards.
    pub version: i64,
}

/// What would become of a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is added.
    New,
    /// It is there already.
    Stands,
    /// The host has something else to do.
    Overlaps,
    /// A person has called it off.
    CalledOff,
}

/// A time that rules mean.
#[derive(Debug, Clone)]
pub struct PlannedTime {
    /// What the host's clock is to show.
    pub local_start: NaiveDateTime,
    /// The beginning.
    pub starts_at: DateTime<Utc>,
    /// The end.
    pub ends_at: DateTime<Utc>,
    /// What would become of it.
    pub fate: Fate,
    /// In each city's clock, the host's first.
    pub local: Vec<LocalTime>,
}

/// What saving rules would do, and the first of the times that they mean.
#[derive(Debug, Clone)]
pub struct Preview {
    /// What saving would do.
    pub outcome: Outcome,
    /// The times of the first two weeks that have any, at most a hundred.
    pub times: Vec<PlannedTime>,
    /// The host's city and its partners.
    pub cities: Vec<City>,
}

/// What rules are applied to, read once.
struct Desk {
    offer: Offer,
    host: Host,
    city: City,
    zone: Zone,
    workdays: Arc<Workdays>,
}

impl Desk {
    fn load(app: &App, view: &mut View<'_>, id: OfferId) -> Result<Self, Error> {
        let (offer, host) = storage::offer::by_id(view, id)?.ok_or(Error::NotFound("offer"))?;
        let city = storage::city::by_ids(view, &[host.city_id])?.pop();
        let city = city.ok_or(Error::NotFound("city"))?;
        Ok(Self {
            zone: zone_of(&app.zones, &city.zone)?,
            workdays: Arc::new(city.workdays()),
            offer,
            host,
            city,
        })
    }

    /// The same for `actor`, who has to manage the host.
    fn of(app: &App, view: &mut View<'_>, actor: &Actor, id: OfferId) -> Result<Self, Error> {
        let desk = Self::load(app, view, id)?;
        if !offer::visible(view, actor, &desk.offer, &desk.host)? {
            return Err(Error::NotFound("offer"));
        }
        let manages = actor.manages(&desk.host);
        require(actor, manages, "only who manages the host may do this")?;
        Ok(desk)
    }

    fn shape(&self) -> Shape {
        Shape {
            duration_minutes: self.offer.duration_minutes,
            overlap_allowed: self.offer.overlap_allowed,
        }
    }

    fn view(self, stored: Option<storage::availability::Stored>) -> AvailabilityView {
        let (rules, version) = stored.map_or_else(Default::default, |s| (s.rules, s.version));
        AvailabilityView {
            offer: self.offer,
            host: self.host,
            city: self.city,
            rules,
            version,
        }
    }
}

/// The rules of an offer, for who manages its host.
///
/// # Errors
/// Where there is no such offer that `actor` may manage.
pub async fn get(app: &App, actor: &Actor, id: OfferId) -> Result<AvailabilityView, Error> {
    let (app, actor) = (app.clone(), actor.clone());
    let db = app.db.clone();
    db.read(move |view| {
        let desk = Desk::of(&app, view, &actor, id)?;
        let stored = storage::availability::of_offers(view, &[id])?.pop();
        Ok(desk.view(stored))
    })
    .await
}

/// What [`set`] would do with these rules, without doing it.
///
/// # Errors
/// Where `actor` may not, or a field is wrong.
pub async fn preview(
    app: &App,
    actor: &Actor,
    id: OfferId,
    input: AvailabilityInput,
) -> Result<Preview, Error> {
    let (app, actor) = (app.clone(), actor.clone());
    let db = app.db.clone();
    db.read(move |view| {
        let desk = Desk::of(&app, view, &actor, id)?;
        let (rules, merged) = input.check()?;
        let compared = Compared::of(&app, view, &desk, &rules)?;
        let change = compared.change(&desk);
        let stored = storage::availability::of_offers(view, &[id])?.pop();
        let cities = partner_cities(view, &actor, desk.city.id)?;
        Ok(Preview {
            times: told(&app, &compared.planned, &change, &cities)?,
            outcome: Outcome {
                merged,
                version: stored.map_or(0, |stored| stored.version),
                ..outcome(&change)
            },
            cities,
        })
    })
    .await
}

/// The first times, each with what would become of it, in every city's clock.
fn told(
    app: &App,
    planned: &[PlannedSlot],
    change: &Change,
    cities: &[City],
) -> Result<Vec<PlannedTime>, Error> {
    let starts = |times: &[PlannedSlot]| -> HashSet<DateTime<Utc>> {
        times.iter().map(PlannedSlot::starts_at).collect()
    };
    let (called_off, overlapping) = (starts(&change.called_off), starts(&change.overlapping));
    let mut new = starts(&change.add);
    new.extend(change.revive.iter().map(|(_, time)| time.starts_at()));
    let Some(first) = planned.first() else {
        return Ok(Vec::new());
    };
    let until = first.starts_at() + Duration::days(TOLD_DAYS);
    let shown = planned.iter().take_while(|time| time.starts_at() < until);
    let tell = |time: &PlannedSlot| {
        let at = time.starts_at();
        Ok(PlannedTime {
            local_start: time.local_start,
            starts_at: at,
            ends_at: time.ends_at,
            fate: match () {
                () if called_off.contains(&at) => Fate::CalledOff,
                () if overlapping.contains(&at) => Fate::Overlaps,
                () if new.contains(&at) => Fate::New,
                () => Fate::Stands,
            },
            local: local_times(app, cities, at, time.ends_at)?,
        })
    };
    shown.take(TOLD_MAX).map(tell).collect()
}

fn outcome(change: &Change) -> Outcome {
    Outcome {
        added: change.add.len() + change.revive.len(),
        withdrawn: change.withdraw.len(),
        kept_booked: change.keep_booked.len(),
        unchanged: change.unchanged,
        called_off: change.called_off.len(),
        skipped_overlaps: change.overlapping.len(),
        ..Outcome::default()
    }
}

/// Enters the rules of an offer in place of those of `version`, and makes its slots what they mean:
/// adds those that are missing, withdraws those that nobody has booked and the rules no longer
/// mean, and leaves alone whatever is booked or was called off by a person.
///
/// # Errors
/// Where `actor` may not, a field is wrong, the rules mean too many times, or somebody has edited
/// them since `version`.
pub async fn set(
    app: &App,
    actor: &Actor,
    id: OfferId,
    version: i64,
    input: AvailabilityInput,
    key: Option<IdempotencyKey>,
) -> Result<Outcome, Error> {
    let (app, actor) = (app.clone(), actor.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        once(&app, tx, key.as_ref(), |tx| {
            let desk = Desk::of(&app, tx, &actor, id)?;
            let (rules, merged) = input.check()?;
            storage::host::lock_slots(tx, desk.host.id)?;
            let stored = storage::availability::of_offers(tx, &[id])?.pop();
            if stored.map_or(0, |stored| stored.version) != version
                || !storage::availability::replace(tx, id, &rules, version, app.now())?
            {
                return Err(Error::VersionMismatch);
            }
            let done = apply(&app, tx, &actor, &desk, &rules)?;
            Ok(Outcome {
                merged,
                version: version + 1,
                ..done
            })
        })
    })
    .await
}

/// The offers that have rules.
///
/// # Errors
/// Where the database cannot be used.
pub async fn with_rules(app: &App) -> Result<Vec<OfferId>, Error> {
    app.db
        .read(|view| Ok(storage::availability::offers(view)?))
        .await
}

/// Makes the slots of an offer what its rules mean today. Reads first, and writes only where there
/// is something to do.
///
/// # Errors
/// Where the database cannot be used.
pub async fn fill(app: &App, id: OfferId) -> Result<Outcome, Error> {
    let (reading, writing) = (app.clone(), app.clone());
    let idle = app.db.read(move |view| {
        let Some(stored) = storage::availability::of_offers(view, &[id])?.pop() else {
            return Ok(Some(Outcome::default()));
        };
        let desk = Desk::load(&reading, view, id)?;
        let change = Compared::of(&reading, view, &desk, &stored.rules)?.change(&desk);
        Ok::<_, Error>(change.is_empty().then(|| outcome(&change)))
    });
    if let Some(nothing_to_do) = idle.await? {
        return Ok(nothing_to_do);
    }
    app.db
        .write(move |tx| {
            let desk = Desk::load(&writing, tx, id)?;
            storage::host::lock_slots(tx, desk.host.id)?;
            // Under the lock, for somebody may have edited them meanwhile.
            let Some(stored) = storage::availability::of_offers(tx, &[id])?.pop() else {
                return Ok(Outcome::default());
            };
            apply(&writing, tx, &Actor::System, &desk, &stored.rules)
        })
        .await
}

/// What rules mean beside what stands.
struct Compared {
    planned: Vec<PlannedSlot>,
    standing: Vec<Standing>,
    buffers: HashMap<OfferId, Buffers>,
}

impl Compared {
    /// Reads what stands; to be asked under the host's lock where the answer is acted upon.
    fn of(
        app: &App,
        view: &mut View<'_>,
        desk: &Desk,
        rules: &Availability,
    ) -> Result<Self, Error> {
        let (now, zone) = (app.now(), &desk.zone);
        let today = zone.at(now).date_naive();
        let last = furthest_day(rules, zone, now);
        let mut planned = generate(rules, desk.shape(), zone, &desk.workdays, today, last);
        planned.retain(|time| time.starts_at() > now);
        if planned.len() > TIMES_MAX {
            return Err(too_many(planned.len(), rules).into());
        }
        // What has just ended may still have its buffer before it.
        let since = now - Duration::minutes(i64::from(2 * BUFFER_MAX));
        let mut standing = storage::availability::standing(view, desk.host.id, since)?;
        for begun in standing.iter_mut().filter(|slot| slot.starts_at <= now) {
            begun.generated = None;
        }
        let mut buffers = buffers_of(view, desk.host.id)?;
        buffers.insert(desk.offer.id, rules.into());
        Ok(Self {
            planned,
            standing,
            buffers,
        })
    }

    fn change(&self, desk: &Desk) -> Change {
        change(
            &self.planned,
            desk.offer.id,
            desk.shape(),
            desk.zone.name(),
            &self.standing,
            &self.buffers,
        )
    }

    /// What a withdrawal has left: those slots are gone, and the others that were to be are booked.
    fn after_withdrawal(&mut self, wanted: &[SlotId], withdrawn: &HashSet<SlotId>) {
        for slot in &mut self.standing {
            if withdrawn.contains(&slot.id) {
                slot.state = SlotState::Cancelled;
                slot.generated = slot.generated.take().map(|made| Generated {
                    withdrawn: true,
                    ..made
                });
            } else if wanted.contains(&slot.id) {
                slot.booked = true;
            }
        }
    }
}

fn too_many(times: usize, rules: &Availability) -> Invalid {
    let detail = format!(
        "These windows make {times} times within the next {} days; make at most {TIMES_MAX}. Give \
         fewer windows, a longer step or a nearer furthest day.",
        rules.horizon_days
    );
    Invalid::one("windows", "too_many_times", detail)
}

/// The buffers of a host's offers, as far as they have any rules.
pub(super) fn buffers_of(
    view: &mut View<'_>,
    host: HostId,
) -> Result<HashMap<OfferId, Buffers>, Error> {
    let stored = storage::availability::of_host(view, host)?;
    let buffers = stored.iter().map(|one| (one.offer_id, (&one.rules).into()));
    Ok(buffers.collect())
}

/// Makes the slots what the rules mean. The host's slots have to be locked.
fn apply(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    desk: &Desk,
    rules: &Availability,
) -> Result<Outcome, Error> {
    let mut compared = Compared::of(app, tx, desk, rules)?;
    let mut change = compared.change(desk);
    let wanted = change.withdraw.clone();
    let withdrawn: HashSet<SlotId> = storage::availability::withdraw(tx, &wanted)?
        .into_iter()
        .collect();
    if withdrawn.len() < wanted.len() {
        // Somebody has booked one of them just now: it stays and is in the way of what comes.
        compared.after_withdrawal(&wanted, &withdrawn);
        change = compared.change(desk);
    }
    let made: Vec<(Slot, String)> = change
        .add
        .iter()
        .map(|time| {
            let slot = slot_of(app, desk, time);
            (slot, key(time.local_start, desk.zone.name()))
        })
        .collect();
    storage::availability::insert(tx, &made)?;
    let revived = change.revive.iter();
    let revived: Vec<Slot> = revived
        .map(|(id, time)| Slot {
            id: *id,
            ..slot_of(app, desk, time)
        })
        .collect();
    storage::availability::revive(tx, &revived)?;
    let done = Outcome {
        withdrawn: withdrawn.len(),
        ..outcome(&change)
    };
    if done.added + done.withdrawn > 0 {
        let (offer, city) = (&desk.offer, &desk.city);
        publish_changed(app, tx, actor, offer, city, (done.added, done.withdrawn))?;
    }
    Ok(done)
}

/// Tells that many slots were added and withdrawn at once.
pub(super) fn publish_changed(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    offer: &Offer,
    city: &City,
    (added, withdrawn): (usize, usize),
) -> Result<(), Error> {
    let topics = topics_of(tx, offer, city)?;
    tx.publish(NewEvent {
        kind: EventKind::SlotsChanged,
        topics,
        data: slots_data(offer.id, added, withdrawn),
        at: app.now(),
        actor: actor.label(),
    });
    Ok(())
}

fn slot_of(app: &App, desk: &Desk, time: &PlannedSlot) -> Slot {
    let (offer, at) = (&desk.offer, (time.start, time.resolution));
    opened(app, offer, &desk.zone, time.local_start, at, offer.capacity)
}

/// Whether a slot would come too close to another one of its host: overlap it, or reach into the
/// buffers around either. Ask it under [`storage::host::lock_slots`], else the answer may be old.
///
/// # Errors
/// Where the database cannot be used.
pub(super) fn is_busy(view: &mut View<'_>, slot: &Slot) -> Result<bool, Error> {
    let buffers = buffers_of(view, slot.host_id)?;
    let around = |offer: OfferId, from, to| {
        let buffers = buffers.get(&offer).copied().unwrap_or_default();
        buffers.around(from, to)
    };
    let (from, to) = around(slot.offer_id, slot.starts_at, slot.ends_at);
    let reach = Duration::minutes(BUFFER_MAX.into());
    let near = storage::slot::overlapping(view, slot.host_id, from - reach, to + reach)?;
    Ok(near.into_iter().any(|(offer, starts_at, ends_at)| {
        let (other_from, other_to) = around(offer, starts_at, ends_at);
        other_from < to && from < other_to
    }))
}
