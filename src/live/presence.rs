//! How many are looking at a slot, and who of those who signed in is here.
//!
//! Told by the clients, counted by the connection, kept in memory and for each node by itself. It is
//! told roughly, and never who looks.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use crate::domain::id::{PersonId, SlotId};

/// Most slots that one connection may look at.
pub const LOOKS: usize = 20;

/// Who looks at what on this node. Cheap to clone.
#[derive(Clone, Default)]
pub struct Presence {
    inner: Arc<Mutex<Inner>>,
}

#[derive(Default)]
struct Inner {
    slots: HashMap<SlotId, HashMap<u64, Arc<Notify>>>,
    people: HashMap<PersonId, u32>,
    next: u64,
}

/// One connection's part; it looks at nothing once it is dropped.
pub struct Onlooker {
    presence: Presence,
    number: u64,
    person: Option<PersonId>,
    wake: Arc<Notify>,
    /// What it looks at, and what it was told of it.
    looks: HashMap<SlotId, usize>,
}

impl Presence {
    /// A connection, of `person` where somebody has signed in; `wake` is notified of news.
    pub fn onlooker(&self, person: Option<PersonId>, wake: Arc<Notify>) -> Onlooker {
        let mut inner = self.lock();
        inner.next += 1;
        if let Some(person) = person {
            *inner.people.entry(person).or_default() += 1;
        }
        Onlooker {
            number: inner.next,
            presence: self.clone(),
            person,
            wake,
            looks: HashMap::new(),
        }
    }

    /// Which of `people` are connected to this node.
    pub fn online(&self, people: impl IntoIterator<Item = PersonId>) -> BTreeSet<PersonId> {
        let inner = self.lock();
        let people = people.into_iter();
        people
            .filter(|one| inner.people.contains_key(one))
            .collect()
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    /// Changes who looks at a slot, and wakes the others where the rough number is another one.
    fn change(&mut self, slot: SlotId, change: impl FnOnce(&mut HashMap<u64, Arc<Notify>>)) {
        let lookers = self.slots.entry(slot).or_default();
        let before = rough(lookers.len());
        change(lookers);
        if rough(lookers.len()) != before {
            lookers.values().for_each(|wake| wake.notify_one());
        }
        if lookers.is_empty() {
            self.slots.remove(&slot);
        }
    }
}

impl Onlooker {
    /// Looks at these slots from now on, and at no others.
    pub fn look(&mut self, slots: Vec<SlotId>) {
        let mut inner = self.presence.lock();
        let left: Vec<SlotId> = self.looks.keys().copied().collect();
        for slot in left.into_iter().filter(|slot| !slots.contains(slot)) {
            self.looks.remove(&slot);
            inner.change(slot, |lookers| drop(lookers.remove(&self.number)));
        }
        for slot in slots {
            if self.looks.contains_key(&slot) {
                continue;
            }
            self.looks.insert(slot, 0);
            let wake = self.wake.clone();
            inner.change(slot, |lookers| drop(lookers.insert(self.number, wake)));
        }
        self.wake.notify_one();
    }

    /// The slots whose rough number of onlookers is not what was told last.
    pub fn news(&mut self) -> Vec<(SlotId, usize)> {
        if self.looks.is_empty() {
            return Vec::new();
        }
        let inner = self.presence.lock();
        let mut news = Vec::new();
        for (slot, told) in &mut self.looks {
            let now = rough(inner.slots.get(slot).map_or(0, HashMap::len));
            if now != *told {
                *told = now;
                news.push((*slot, now));
            }
        }
        news
    }
}

impl Drop for Onlooker {
    fn drop(&mut self) {
        let looks = std::mem::take(&mut self.looks);
        let mut inner = self.presence.lock();
        for slot in looks.into_keys() {
            inner.change(slot, |lookers| drop(lookers.remove(&self.number)));
        }
        if let Some(person) = self.person {
            let count = inner.people.entry(person).or_default();
            *count = count.saturating_sub(1);
            if *count == 0 {
                inner.people.remove(&person);
            }
        }
    }
}

/// A number of people as it is told: exact up to five, then the greatest of a few below it.
fn rough(count: usize) -> usize {
    match count {
        0..=5 => count,
        6..=9 => 5,
        10..=19 => 10,
        20..=49 => 20,
        50..=99 => 50,
        _ => 100,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slot() -> SlotId {
        "0193f8a0-0000-7000-8000-000000000001".parse().unwrap()
    }

    #[test]
    fn everybody_is_told_roughly_how_many_look() {
        let presence = Presence::default();
        let mut all: Vec<Onlooker> = (0..12)
            .map(|_| presence.onlooker(None, Arc::new(Notify::new())))
            .collect();
        all[0].look(vec![slot()]);
        assert_eq!(all[0].news(), [(slot(), 1)]);
        assert_eq!(all[0].news(), []);
        for one in &mut all[1..] {
            one.look(vec![slot()]);
        }
        assert_eq!(all[0].news(), [(slot(), 10)]);
        let last = all.pop().unwrap();
        drop(last);
        assert_eq!(all[0].news(), []);
        all.truncate(3);
        assert_eq!(all[0].news(), [(slot(), 3)]);
        all[1].look(Vec::new());
        assert_eq!(all[0].news(), [(slot(), 2)]);
        all.clear();
        assert!(presence.lock().slots.is_empty());
    }

    #[test]
    fn who_signed_in_is_here_while_one_connection_lasts() {
        let presence = Presence::default();
        let person: PersonId = "0193f8a0-0000-7000-8000-000000000002".parse().unwrap();
        let wake = Arc::new(Notify::new());
        let (one, two) = (
            presence.onlooker(Some(person), wake.clone()),
            presence.onlooker(Some(person), wake),
        );
        drop(one);
        assert_eq!(presence.online([person]).len(), 1);
        drop(two);
        assert_eq!(presence.online([person]).len(), 0);
    }
}
