//! How many letters one domain gets in a minute, whichever node sends them.
//!
//! Each letter moves the domain's next turn on by its share of a minute. A domain may be some seconds
//! behind its turn, so that a worker that looks once a second sends all that it may.

use std::collections::BTreeMap;

use chrono::{Duration, NaiveDateTime};
use diesel::prelude::*;
use diesel::sql_types::{Text, Timestamp};

use crate::storage::schema::mail_domain;
use crate::storage::{StorageError, Tx};

/// How far behind its turn a domain may be, which is what it may get at once.
const SLACK: Duration = Duration::seconds(5);

/// How many letters to each of these domains may be sent now, of as many as are wanted, by the
/// database's clock. Those turns are taken.
pub(super) fn admitted(
    tx: &mut Tx<'_>,
    wanted: BTreeMap<String, usize>,
    per_minute: u32,
    clock: NaiveDateTime,
) -> Result<BTreeMap<String, usize>, StorageError> {
    let mut granted = BTreeMap::new();
    // In the order of their names, so that no two nodes wait for each other crosswise.
    for (domain, wanted) in wanted {
        let turns = match per_minute {
            0 => wanted,
            _ => turns(tx, &domain, wanted, per_minute, clock)?,
        };
        granted.insert(domain, turns);
    }
    Ok(granted)
}

fn turns(
    tx: &mut Tx<'_>,
    domain: &str,
    wanted: usize,
    per_minute: u32,
    clock: NaiveDateTime,
) -> Result<usize, StorageError> {
    // Locks the row to the end of the transaction: another node's turns come after these.
    diesel::sql_query(
        "INSERT INTO mail_domain (domain, next_at) VALUES ($1, $2) \
         ON CONFLICT (domain) DO UPDATE SET domain = excluded.domain",
    )
    .bind::<Text, _>(domain)
    .bind::<Timestamp, _>(clock - SLACK)
    .execute(tx.conn)?;
    let row = mail_domain::table.filter(mail_domain::domain.eq(domain));
    let next: NaiveDateTime = row.select(mail_domain::next_at).first(tx.conn)?;
    let (turns, next) = take(next, wanted, per_minute, clock);
    diesel::update(mail_domain::table.filter(mail_domain::domain.eq(domain)))
        .set(mail_domain::next_at.eq(next))
        .execute(tx.conn)?;
    Ok(turns)
}

/// How many of the wanted turns there are by now, and when the next one after them is.
fn take(
    next: NaiveDateTime,
    wanted: usize,
    per_minute: u32,
    clock: NaiveDateTime,
) -> (usize, NaiveDateTime) {
    let share = Duration::microseconds(60_000_000 / i64::from(per_minute.max(1)));
    let mut next = next.max(clock - SLACK);
    let mut turns = 0;
    while turns < wanted && next <= clock {
        next += share;
        turns += 1;
    }
    (turns, next)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    /// However eagerly it is asked, no minute has more than its letters and what the slack lets through.
    #[rstest]
    #[case(1)]
    #[case(7)]
    #[case(60)]
    #[case(600)]
    fn no_minute_has_more_than_its_share(#[case] per_minute: u32) {
        let begin = chrono::DateTime::UNIX_EPOCH.naive_utc();
        let mut next = begin - SLACK;
        let mut sent = Vec::new();
        for tenth in 0..1_800 {
            let clock = begin + Duration::milliseconds(100 * tenth);
            let (turns, later) = take(next, 1_000, per_minute, clock);
            next = later;
            sent.extend(std::iter::repeat_n(clock, turns));
        }
        let allowed = per_minute + per_minute / 12 + 1;
        for (n, from) in sent.iter().enumerate() {
            let to = *from + Duration::minutes(1);
            let within = sent[n..].iter().take_while(|at| **at < to).count();
            assert!(within <= allowed as usize, "{within} in a minute");
        }
        // And it is used up: three minutes have three minutes' worth.
        assert!(sent.len() >= 3 * per_minute as usize, "{}", sent.len());
    }
}
