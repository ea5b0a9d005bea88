//! What an offer's rules say at the moment of booking.

use std::collections::HashMap;

use chrono::NaiveDateTime;

use super::publish_changed;
use crate::app::local_time::zone_of;
use crate::app::{App, Conflict, Error};
use crate::domain::availability::Availability;
use crate::domain::availability::limits::{Booked, refusal, week_of};
use crate::domain::city::City;
use crate::domain::id::{OfferId, SlotId};
use crate::domain::offer::Offer;
use crate::domain::person::Actor;
use crate::domain::slot::{Refusal, Slot, SlotStatus};
use crate::storage::{self, Tx, View};

/// Refuses a booking that the rules of the slot's offer do not let be made now.
///
/// Where they count bookings, bookings of the host queue from here on, so that none is counted
/// before another one is made.
///
/// # Errors
/// [`Conflict::Slot`] with the reason.
pub(in crate::app) fn require_bookable(
    app: &App,
    tx: &mut Tx<'_>,
    slot: &Slot,
) -> Result<(), Error> {
    let Some(stored) = storage::availability::of_offers(tx, &[slot.offer_id])?.pop() else {
        return Ok(());
    };
    if stored.rules.limits_bookings() {
        storage::host::lock_slots(tx, slot.host_id)?;
    }
    match refused(app, tx, &stored.rules, slot)? {
        Some(refusal) => Err(Conflict::Slot(refusal).into()),
        None => Ok(()),
    }
}

fn refused(
    app: &App,
    view: &mut View<'_>,
    rules: &Availability,
    slot: &Slot,
) -> Result<Option<Refusal>, Error> {
    let booked = match rules.limits_bookings() {
        true => {
            let (from, to) = week_of(slot.local_start);
            let booked = storage::availability::booked(view, &[slot.offer_id], from, to)?;
            let counts: Vec<_> = booked.into_iter().map(|(_, at, n)| (at, n)).collect();
            Booked::of(slot.local_start, &counts)
        }
        false => Booked::default(),
    };
    let (zone, now) = (zone_of(&app.zones, &slot.zone)?, app.now());
    Ok(refusal(
        rules,
        &zone,
        slot.starts_at,
        slot.local_start,
        booked,
        now,
    ))
}

/// Which of these slots look open while the rules of their offers do not let them be booked now,
/// and why.
///
/// # Errors
/// Where the database cannot be used.
pub(in crate::app) fn closed_for_booking<'a>(
    app: &App,
    view: &mut View<'_>,
    slots: impl Iterator<Item = &'a Slot>,
) -> Result<HashMap<SlotId, Refusal>, Error> {
    let now = app.now();
    let open: Vec<&Slot> = slots
        .filter(|slot| slot.status() == SlotStatus::Open && slot.starts_at > now)
        .collect();
    let mut offers: Vec<OfferId> = open.iter().map(|slot| slot.offer_id).collect();
    offers.sort_unstable();
    offers.dedup();
    let stored = storage::availability::of_offers(view, &offers)?;
    let rules: HashMap<OfferId, Availability> = stored
        .into_iter()
        .map(|one| (one.offer_id, one.rules))
        .collect();
    let booked = booked_around(view, &open, &rules)?;
    let mut closed = HashMap::new();
    for slot in open {
        let Some(rules) = rules.get(&slot.offer_id) else {
            continue;
        };
        let counts = booked.get(&slot.offer_id).map_or(&[][..], Vec::as_slice);
        let booked = Booked::of(slot.local_start, counts);
        let zone = zone_of(&app.zones, &slot.zone)?;
        if let Some(why) = refusal(rules, &zone, slot.starts_at, slot.local_start, booked, now) {
            closed.insert(slot.id, why);
        }
    }
    Ok(closed)
}

type Counts = HashMap<OfferId, Vec<(NaiveDateTime, i64)>>;

/// The bookings of the offers that count them, in the weeks of these slots.
fn booked_around(
    view: &mut View<'_>,
    slots: &[&Slot],
    rules: &HashMap<OfferId, Availability>,
) -> Result<Counts, Error> {
    let counted = |slot: &&&Slot| {
        let rules = rules.get(&slot.offer_id);
        rules.is_some_and(Availability::limits_bookings)
    };
    let counted: Vec<&Slot> = slots.iter().filter(counted).copied().collect();
    let weeks = || counted.iter().map(|slot| week_of(slot.local_start));
    let (Some(from), Some(to)) = (weeks().map(|w| w.0).min(), weeks().map(|w| w.1).max()) else {
        return Ok(Counts::new());
    };
    let offers: Vec<OfferId> = counted.iter().map(|slot| slot.offer_id).collect();
    let mut counts = Counts::new();
    for (offer, at, bookings) in storage::availability::booked(view, &offers, from, to)? {
        counts.entry(offer).or_default().push((at, bookings));
    }
    Ok(counts)
}

/// Tells that a booking was made or called off where bookings are counted, for it may close other
/// slots of its day and week, or open them again.
///
/// # Errors
/// Where the database cannot be used.
pub(in crate::app) fn tell_counted(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    offer: &Offer,
    city: &City,
) -> Result<(), Error> {
    let stored = storage::availability::of_offers(tx, &[offer.id])?.pop();
    if stored.is_some_and(|stored| stored.rules.limits_bookings()) {
        publish_changed(app, tx, actor, offer, city, (0, 0))?;
    }
    Ok(())
}
