//! How much a stranger may make us do: the letters that requests without an account may cause, and
//! the answers to polls, by the address they come from.
//!
//! Kept in memory, for each node by itself: a limit against abuse, not a promise. What a single
//! request may hold is checked where it is read.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use chrono::{DateTime, Utc};
use ipnet::IpNet;

use super::Problem;
use crate::domain::person::Actor;
use crate::domain::throttle::Budget;

/// Most addresses that are remembered at once.
const ADDRESSES_MAX: usize = 100_000;

/// Where requests come from, told by the connection or, through proxies that are trusted, by
/// `X-Forwarded-For`.
#[derive(Debug, Clone, Default)]
pub struct TrustedProxies(pub Vec<IpNet>);

impl TrustedProxies {
    /// The address of whoever sent the request; `None` where the connection has none.
    ///
    /// The header is read from its end, where our own proxies have written: the first address
    /// that is none of theirs is the sender's, and what stands before it is anybody's invention.
    pub fn sender(&self, request: &HttpRequest) -> Option<IpAddr> {
        let mut sender = request.peer_addr()?.ip().to_canonical();
        let headers = request.headers().get_all("x-forwarded-for");
        let headers: Vec<&str> = headers.filter_map(|value| value.to_str().ok()).collect();
        let told = headers.iter().rev().flat_map(|value| value.rsplit(','));
        for address in told {
            if !self.0.iter().any(|proxies| proxies.contains(&sender)) {
                break;
            }
            match address.trim().parse::<IpAddr>() {
                Ok(address) => sender = address.to_canonical(),
                Err(_) => break,
            }
        }
        Some(sender)
    }
}

/// What is left to whom.
#[derive(Debug)]
pub struct Limits {
    proxies: TrustedProxies,
    letters: Purses,
    votes: Purses,
}

/// The budgets of all addresses for one kind of thing.
#[derive(Debug)]
struct Purses {
    /// What each has; `None` for any number.
    each: Option<Budget>,
    /// When the budget of each address is whole again.
    spent: Mutex<HashMap<IpAddr, DateTime<Utc>>>,
}

impl Purses {
    fn new(per_hour: u32) -> Self {
        Self {
            each: Budget::new(per_hour),
            spent: Mutex::default(),
        }
    }

    /// Takes `units` from what an address has; else how many seconds to wait.
    fn spend(&self, address: IpAddr, units: usize, now: DateTime<Utc>) -> Result<(), i64> {
        let Some(budget) = self.each else {
            return Ok(());
        };
        let mut spent = self.spent.lock().unwrap_or_else(PoisonError::into_inner);
        if spent.len() >= ADDRESSES_MAX {
            spent.retain(|_, whole_at| *whole_at > now);
        }
        let units = u32::try_from(units).unwrap_or(u32::MAX);
        match budget.spend(spent.get(&address).copied(), units, now) {
            Ok(whole_at) => {
                // Where so many have spent something, nobody new is limited rather than refused.
                if spent.len() < ADDRESSES_MAX || spent.contains_key(&address) {
                    spent.insert(address, whole_at);
                }
                Ok(())
            }
            Err(wait) => Err(wait.num_seconds().max(1)),
        }
    }
}

impl Limits {
    /// How many letters one address may cause in an hour, and how many answers to polls it may send;
    /// 0 for any number.
    pub fn new(proxies: TrustedProxies, letters_per_hour: u32, votes_per_hour: u32) -> Self {
        Self {
            proxies,
            letters: Purses::new(letters_per_hour),
            votes: Purses::new(votes_per_hour),
        }
    }

    /// Who sent a request, as one sender is counted.
    pub fn sender(&self, request: &HttpRequest) -> Option<IpAddr> {
        self.proxies.sender(request).map(household)
    }

    /// The household that a request comes from, as text; empty where the connection has none.
    pub fn household(&self, request: &HttpRequest) -> String {
        let address = self.sender(request);
        address
            .map(|address| address.to_string())
            .unwrap_or_default()
    }

    /// Takes `letters` from what the sender of `request` may cause. Whoever is signed in is known
    /// and not limited.
    ///
    /// # Errors
    /// 429 where too little is left.
    pub fn letters(
        &self,
        request: &HttpRequest,
        actor: &Actor,
        letters: usize,
        now: DateTime<Utc>,
    ) -> Result<(), Problem> {
        self.spend(&self.letters, request, actor, letters, now).map_err(|wait| {
            let detail = "So many letters have been asked for from your address that the next one \
                          has to wait. Try again later, or sign in.";
            too_many(wait, detail)
        })
    }

    /// Takes one answer to a poll from what the sender of `request` may give. Whoever is signed in
    /// is known and not limited.
    ///
    /// # Errors
    /// 429 where too little is left.
    pub fn votes(
        &self,
        request: &HttpRequest,
        actor: &Actor,
        now: DateTime<Utc>,
    ) -> Result<(), Problem> {
        self.spend(&self.votes, request, actor, 1, now)
            .map_err(|wait| {
                let detail = "So many answers have come from your address that the next one has to \
                          wait. Try again later.";
                too_many(wait, detail)
            })
    }

    fn spend(
        &self,
        purses: &Purses,
        request: &HttpRequest,
        actor: &Actor,
        units: usize,
        now: DateTime<Utc>,
    ) -> Result<(), i64> {
        match (actor, self.sender(request)) {
            (Actor::Guest, Some(address)) => purses.spend(address, units, now),
            _ => Ok(()),
        }
    }
}

fn too_many(wait: i64, detail: &str) -> Problem {
    Problem {
        retry_after: Some(wait),
        ..Problem::new(StatusCode::TOO_MANY_REQUESTS, "too_many_requests", detail)
    }
}

/// What counts as one sender: an IPv4 address, or the IPv6 network of one household (/64).
fn household(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(v6) => {
            let prefix = v6.to_bits() >> 64 << 64;
            IpAddr::V6(Ipv6Addr::from_bits(prefix))
        }
    }
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::straight("198.51.100.7", &[], "198.51.100.7")]
    #[case::straight_and_lying("198.51.100.7", &["203.0.113.9"], "198.51.100.7")]
    #[case::by_the_proxy("127.0.0.1", &["203.0.113.9"], "203.0.113.9")]
    #[case::lying_to_the_proxy("127.0.0.1", &["192.0.2.1, 203.0.113.9"], "203.0.113.9")]
    #[case::by_two_proxies("127.0.0.1", &["203.0.113.9, 10.1.2.3"], "203.0.113.9")]
    #[case::in_two_headers("127.0.0.1", &["192.0.2.1", "203.0.113.9,10.0.0.1"], "203.0.113.9")]
    #[case::nonsense("127.0.0.1", &["unknown"], "127.0.0.1")]
    #[case::mapped("::ffff:127.0.0.1", &["::ffff:203.0.113.9"], "203.0.113.9")]
    fn the_sender(#[case] peer: &str, #[case] told: &[&str], #[case] expected: &str) {
        let proxies = ["127.0.0.0/8", "10.0.0.0/8"].map(|net| net.parse().unwrap());
        let mut request =
            TestRequest::default().peer_addr((peer.parse::<IpAddr>().unwrap(), 1).into());
        for value in told {
            request = request.append_header(("x-forwarded-for", *value));
        }
        let sender = TrustedProxies(proxies.to_vec()).sender(&request.to_http_request());
        assert_eq!(sender, Some(expected.parse().unwrap()));
    }

    #[test]
    fn a_household_has_one_budget() {
        let one: IpAddr = "2001:db8:1:2:3:4:5:6".parse().unwrap();
        let other: IpAddr = "2001:db8:1:2::1".parse().unwrap();
        let stranger: IpAddr = "2001:db8:1:3::1".parse().unwrap();
        assert_eq!(household(one), household(other));
        assert_ne!(household(one), household(stranger));
    }
}
