//! What has to be done to the slots that stand, so that they are what the rules mean.
//!
//! A time is known by its wall clock and zone ([`key`]), so that newer zone data, which may move its
//! instant, do not make it another one.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Duration, NaiveDateTime, Utc};

use super::Availability;
use super::generate::{PlannedSlot, Shape};
use crate::domain::id::{OfferId, SlotId};
use crate::domain::slot::SlotState;

/// What names a time among those that an offer's rules have ever made.
pub fn key(local_start: NaiveDateTime, zone: &str) -> String {
    format!("{} {zone}", local_start.format("%Y-%m-%dT%H:%M"))
}

/// Minutes that are kept free around a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Buffers {
    /// Before it.
    pub before: u16,
    /// After it.
    pub after: u16,
}

impl From<&Availability> for Buffers {
    fn from(rules: &Availability) -> Self {
        Self {
            before: rules.buffer_before_minutes,
            after: rules.buffer_after_minutes,
        }
    }
}

impl Buffers {
    /// The time that a visit takes of its host, the buffers around it included.
    pub fn around(
        self,
        starts_at: DateTime<Utc>,
        ends_at: DateTime<Utc>,
    ) -> (DateTime<Utc>, DateTime<Utc>) {
        let minutes = |minutes: u16| Duration::minutes(minutes.into());
        (
            starts_at - minutes(self.before),
            ends_at + minutes(self.after),
        )
    }
}

/// How a slot came to be made from rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Generated {
    /// Its [`key`].
    pub key: String,
    /// It was cancelled because the rules no longer meant it, not by a person.
    pub withdrawn: bool,
}

/// A slot of the host, as far as it matters here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Its id.
    pub id: SlotId,
    /// Its offer.
    pub offer_id: OfferId,
    /// Its beginning.
    pub starts_at: DateTime<Utc>,
    /// Its end.
    pub ends_at: DateTime<Utc>,
    /// Its length.
    pub duration_minutes: i32,
    /// What its host has decided.
    pub state: SlotState,
    /// Somebody has booked it, or is about to.
    pub booked: bool,
    /// Present where rules made it.
    pub generated: Option<Generated>,
    /// Whether it is in the way of others: its offer does not allow overlaps.
    pub blocks: bool,
}

/// What has to be done.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Change {
    /// Times to add.
    pub add: Vec<PlannedSlot>,
    /// Withdrawn slots that the rules mean again.
    pub revive: Vec<(SlotId, PlannedSlot)>,
    /// Slots that nobody has booked and the rules no longer mean.
    pub withdraw: Vec<SlotId>,
    /// Booked slots that the rules no longer mean; they stay.
    pub keep_booked: Vec<SlotId>,
    /// How many are as they should be.
    pub unchanged: usize,
    /// Times that the rules mean and a person has called off; they stay so.
    pub called_off: Vec<PlannedSlot>,
    /// Times that the rules mean while the host has something else to do.
    pub overlapping: Vec<PlannedSlot>,
}

impl Change {
    /// Whether nothing has to be done.
    pub fn is_empty(&self) -> bool {
        self.add.is_empty() && self.revive.is_empty() && self.withdraw.is_empty()
    }
}

/// Compares the times that the rules of `offer` mean with the host's slots that have not begun.
///
/// `buffers` holds those of every offer of the host that has any.
pub fn change(
    planned: &[PlannedSlot],
    offer: OfferId,
    shape: Shape,
    zone: &str,
    standing: &[Standing],
    buffers: &HashMap<OfferId, Buffers>,
) -> Change {
    let mut change = Change::default();
    let busy = match shape.overlap_allowed {
        true => Busy::default(),
        false => Busy::of(offer, standing, buffers),
    };
    let own_buffers = buffers.get(&offer).copied().unwrap_or_default();
    let mut own: HashMap<&str, &Standing> = standing
        .iter()
        .filter(|slot| slot.offer_id == offer)
        .filter_map(|slot| Some((slot.generated.as_ref()?.key.as_str(), slot)))
        .collect();
    for time in planned {
        let (from, to) = own_buffers.around(time.starts_at(), time.ends_at);
        let known = own.remove(key(time.local_start, zone).as_str());
        match known.map(|slot| (slot, made(slot))) {
            Some((_, Made::CalledOff)) => change.called_off.push(*time),
            Some((_, Made::Booked)) => change.unchanged += 1,
            None if busy.is_at(from, to) => change.overlapping.push(*time),
            None => change.add.push(*time),
            Some((_, Made::Withdrawn)) if busy.is_at(from, to) => change.overlapping.push(*time),
            Some((slot, Made::Withdrawn)) => change.revive.push((slot.id, *time)),
            Some((slot, Made::Free)) if busy.is_at(from, to) => {
                change.overlapping.push(*time);
                change.withdraw.push(slot.id);
            }
            // An offer's visits may have become longer or shorter: the slot is made anew.
            Some((slot, Made::Free)) if slot.duration_minutes != shape.duration_minutes => {
                change.withdraw.push(slot.id);
                change.revive.push((slot.id, *time));
            }
            Some((_, Made::Free)) => change.unchanged += 1,
        }
    }
    for slot in own.into_values() {
        match made(slot) {
            Made::Free => change.withdraw.push(slot.id),
            Made::Booked => change.keep_booked.push(slot.id),
            Made::CalledOff | Made::Withdrawn => {}
        }
    }
    change.withdraw.sort_unstable();
    change.keep_booked.sort_unstable();
    change
}

/// Where a slot that rules have made stands.
enum Made {
    /// Nobody has booked it.
    Free,
    /// Somebody has.
    Booked,
    /// A person has cancelled it.
    CalledOff,
    /// The rules no longer meant it.
    Withdrawn,
}

fn made(slot: &Standing) -> Made {
    let withdrawn = slot.generated.as_ref().is_some_and(|made| made.withdrawn);
    match (slot.state, slot.booked) {
        (SlotState::Cancelled, _) if withdrawn => Made::Withdrawn,
        (SlotState::Cancelled, _) => Made::CalledOff,
        (_, true) => Made::Booked,
        (_, false) => Made::Free,
    }
}

/// When the host has something else to do: beginnings with their ends, apart from each other.
#[derive(Default)]
struct Busy(BTreeMap<DateTime<Utc>, DateTime<Utc>>);

impl Busy {
    /// All that stands but the unbooked times of the offer itself, which give way to its rules.
    fn of(offer: OfferId, standing: &[Standing], buffers: &HashMap<OfferId, Buffers>) -> Self {
        let in_the_way = standing.iter().filter(|slot| {
            let gives_way = slot.offer_id == offer && slot.generated.is_some() && !slot.booked;
            slot.blocks && slot.state != SlotState::Cancelled && !gives_way
        });
        let mut taken: Vec<_> = in_the_way
            .map(|slot| {
                let around = buffers.get(&slot.offer_id).copied().unwrap_or_default();
                around.around(slot.starts_at, slot.ends_at)
            })
            .collect();
        taken.sort_unstable();
        let mut busy: Vec<(DateTime<Utc>, DateTime<Utc>)> = Vec::with_capacity(taken.len());
        for (from, to) in taken {
            match busy.last_mut() {
                Some(last) if from < last.1 => last.1 = last.1.max(to),
                _ => busy.push((from, to)),
            }
        }
        Self(busy.into_iter().collect())
    }

    fn is_at(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> bool {
        let before = self.0.range(..to).next_back();
        before.is_some_and(|(_, end)| *end > from)
    }
}
