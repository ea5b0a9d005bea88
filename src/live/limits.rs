//! How much this node takes on: connections at once, of all, of one address and of one session or
//! token, and their messages and topics in a minute.
//!
//! Kept in memory, for each node by itself: against abuse, not a promise.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

/// Most parties that are remembered though they hold no connection.
const REMEMBERED: usize = 50_000;

/// In which time a budget is whole again.
const REFILL: Duration = Duration::from_secs(60);

/// The limits; 0 means any number.
#[derive(Debug, Clone, Copy, Default)]
pub struct LiveLimits {
    /// Connections of all together.
    pub connections: u32,
    /// Connections of one address.
    pub connections_per_address: u32,
    /// Connections of one session or token.
    pub connections_per_holder: u32,
    /// What one address may ask in a minute and at once; a session or token may ask half of it.
    pub messages_per_minute: u32,
}

/// Somebody who is counted.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Party {
    Address(IpAddr),
    /// A session or a token, by its hash.
    Holder(String),
}

/// Who is counted, and how many connections all have together.
#[derive(Debug, Default)]
struct Counts {
    open: u32,
    parties: HashMap<Party, Count>,
}

#[derive(Debug)]
struct Count {
    open: u32,
    /// When the budget is whole again (the generic cell rate algorithm).
    whole_at: Instant,
}

/// Counts everybody. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Gate {
    limits: LiveLimits,
    counts: Arc<Mutex<Counts>>,
}

/// Why a connection is not let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    /// There are as many as this node takes.
    Full,
    /// The address, or the session or token, has as many as it may, or has asked too much.
    TooMuch,
}

/// A connection that was let in; it counts until it is dropped.
#[derive(Debug)]
pub struct Pass {
    gate: Gate,
    parties: Vec<Party>,
}

impl Gate {
    /// A gate that nobody has passed.
    pub fn new(limits: LiveLimits) -> Self {
        Self {
            limits,
            counts: Arc::default(),
        }
    }

    /// Lets a connection in.
    ///
    /// # Errors
    /// [`Closed`], where there are too many, or too much was asked already.
    pub fn enter(&self, address: Option<IpAddr>, holder: Option<String>) -> Result<Pass, Closed> {
        self.enter_at(address, holder, Instant::now())
    }

    fn enter_at(
        &self,
        address: Option<IpAddr>,
        holder: Option<String>,
        now: Instant,
    ) -> Result<Pass, Closed> {
        let parties = address.map(Party::Address).into_iter();
        let parties: Vec<Party> = parties.chain(holder.map(Party::Holder)).collect();
        let mut counts = self.lock();
        if self.limits.connections > 0 && counts.open >= self.limits.connections {
            return Err(Closed::Full);
        }
        let known = &mut counts.parties;
        if known.len() > REMEMBERED {
            known.retain(|_, count| count.open > 0 || count.whole_at > now);
        }
        let is_full = |party: &Party| {
            let most = match party {
                Party::Address(_) => self.limits.connections_per_address,
                Party::Holder(_) => self.limits.connections_per_holder,
            };
            most > 0 && known.get(party).is_some_and(|count| count.open >= most)
        };
        if parties.iter().any(is_full) || !self.spend(known, &parties, 1, now) {
            return Err(Closed::TooMuch);
        }
        for party in &parties {
            entry(known, party, now).open += 1;
        }
        counts.open += 1;
        drop(counts);
        Ok(Pass {
            gate: self.clone(),
            parties,
        })
    }

    /// Takes `units` from everybody's budget; nothing where one of them has too little.
    fn spend(
        &self,
        counts: &mut HashMap<Party, Count>,
        parties: &[Party],
        units: u32,
        now: Instant,
    ) -> bool {
        if self.limits.messages_per_minute == 0 {
            return true;
        }
        let mut after = Vec::with_capacity(parties.len());
        for party in parties {
            let units = match party {
                Party::Address(_) => units,
                Party::Holder(_) => units.saturating_mul(2),
            };
            let cost = REFILL.saturating_mul(units) / self.limits.messages_per_minute;
            let whole_at = counts
                .get(party)
                .map_or(now, |count| count.whole_at.max(now))
                + cost;
            if whole_at > now + REFILL {
                return false;
            }
            after.push(whole_at);
        }
        for (party, whole_at) in parties.iter().zip(after) {
            entry(counts, party, now).whole_at = whole_at;
        }
        true
    }

    fn lock(&self) -> MutexGuard<'_, Counts> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn entry<'c>(counts: &'c mut HashMap<Party, Count>, party: &Party, now: Instant) -> &'c mut Count {
    counts.entry(party.clone()).or_insert_with(|| Count {
        open: 0,
        whole_at: now,
    })
}

impl Pass {
    /// Takes `units` from the budgets of whoever this is; whether there was enough.
    pub fn spend(&self, units: u32) -> bool {
        self.spend_at(units, Instant::now())
    }

    fn spend_at(&self, units: u32, now: Instant) -> bool {
        let mut counts = self.gate.lock();
        self.gate
            .spend(&mut counts.parties, &self.parties, units, now)
    }
}

impl Drop for Pass {
    fn drop(&mut self) {
        let mut counts = self.gate.lock();
        counts.open -= 1;
        let known = &mut counts.parties;
        for party in &self.parties {
            let Some(count) = known.get_mut(party) else {
                continue;
            };
            count.open -= 1;
            if count.open == 0 && count.whole_at <= Instant::now() {
                known.remove(party);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gate(connections: u32, messages: u32) -> Gate {
        Gate::new(LiveLimits {
            connections: 0,
            connections_per_address: connections,
            connections_per_holder: 1,
            messages_per_minute: messages,
        })
    }

    #[test]
    fn connections_are_counted_while_they_last() {
        let gate = gate(2, 0);
        let at = |last: u8| Some(IpAddr::from([192, 0, 2, last]));
        let (first, second) = (gate.enter(at(1), None), gate.enter(at(1), None));
        assert!(first.is_ok() && second.is_ok());
        assert_eq!(gate.enter(at(1), None).err(), Some(Closed::TooMuch));
        let other = gate.enter(at(2), Some("session".into()));
        assert!(other.is_ok());
        assert!(gate.enter(at(3), Some("session".into())).is_err());
        drop((first, other));
        assert!(gate.enter(at(1), None).is_ok());
        drop(second);
        assert!(
            gate.lock().parties.is_empty(),
            "nobody is remembered for nothing"
        );
    }

    #[test]
    fn a_node_takes_so_many_of_all_and_no_more() {
        let gate = Gate::new(LiveLimits {
            connections: 2,
            ..LiveLimits::default()
        });
        let (first, second) = (gate.enter(None, None), gate.enter(None, None));
        assert!(first.is_ok() && second.is_ok());
        assert_eq!(gate.enter(None, None).err(), Some(Closed::Full));
        drop(first);
        assert!(gate.enter(None, None).is_ok());
    }

    #[test]
    fn a_budget_is_shared_and_refills() {
        let (gate, now) = (gate(0, 60), Instant::now());
        let at = Some(IpAddr::from([192, 0, 2, 1]));
        let enter = |now| gate.enter_at(at, None, now);
        let (one, two) = (enter(now).unwrap(), enter(now).unwrap());
        assert!(one.spend_at(50, now) && two.spend_at(8, now));
        assert!(!one.spend_at(1, now) && !two.spend_at(1, now));
        assert!(enter(now).is_err());
        drop((one, two));
        assert!(enter(now).is_err(), "coming again does not help");
        let later = now + Duration::from_secs(10);
        let one = enter(later).unwrap();
        assert!(one.spend_at(9, later) && !one.spend_at(1, later));
    }
}
