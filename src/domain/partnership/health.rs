//! Whether a partnership is alive, by when its cities met and will meet; and what of it needs somebody's
//! attention.

use chrono::{DateTime, Duration, Months, NaiveDate, Utc};

use super::{Partnership, Stage};
use crate::domain::words::words;

words! {
    /// Whether a partnership is alive.
    Health {
        /// Its cities have met of late or will meet.
        Active = "active",
        /// They have not met for a while, and no visit lies ahead.
        Quiet = "quiet",
        /// The same for long.
        Dormant = "dormant",
        /// Nothing is expected of it: proposed, paused or ended.
        Resting = "resting",
    }
}

words! {
    /// What of a partnership needs attention, the most pressing first.
    Attention {
        /// The pilot's last day has passed, and nobody has said how it came out.
        PilotOver = "pilot_over",
        /// It waits for a city to agree.
        Proposal = "proposal",
        /// The pilot ends soon.
        PilotEnds = "pilot_ends",
        /// Nobody has said when the pilot ends.
        PilotOpen = "pilot_open",
        /// It is dormant.
        Dormant = "dormant",
        /// It is quiet.
        Quiet = "quiet",
    }
}

/// When a partnership is said to be quiet, and what is soon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thresholds {
    /// Months without a visit after which it is quiet.
    pub quiet_months: u32,
    /// Months without a visit after which it is dormant.
    pub dormant_months: u32,
    /// Days before its end in which a pilot needs attention.
    pub pilot_days: i64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            quiet_months: 6,
            dormant_months: 18,
            pilot_days: 60,
        }
    }
}

/// When a partnership's cities met last and will meet next.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Meetings {
    /// When the last visit began.
    pub last: Option<DateTime<Utc>>,
    /// When the next one begins, maybe one that is only asked for yet.
    pub next: Option<DateTime<Utc>>,
}

/// Whether a partnership is alive at `now`. One that never had a visit is counted from its entry.
pub fn health(
    partnership: &Partnership,
    meetings: Meetings,
    now: DateTime<Utc>,
    thresholds: &Thresholds,
) -> Health {
    let lives = matches!(
        partnership.stage,
        Stage::Prospective | Stage::Pilot | Stage::Official
    );
    if !lives || !partnership.is_agreed() {
        return Health::Resting;
    }
    if meetings.next.is_some() {
        return Health::Active;
    }
    let since = meetings.last.unwrap_or(partnership.created_at);
    let longer_than = |months: u32| {
        now.checked_sub_months(Months::new(months))
            .is_some_and(|then| since < then)
    };
    if longer_than(thresholds.dormant_months) {
        Health::Dormant
    } else if longer_than(thresholds.quiet_months) {
        Health::Quiet
    } else {
        Health::Active
    }
}

/// What of a partnership needs attention, the most pressing first. `today` is the date in its first
/// city.
pub fn attention(
    partnership: &Partnership,
    health: Health,
    today: NaiveDate,
    thresholds: &Thresholds,
) -> Vec<Attention> {
    let mut found = Vec::new();
    if !partnership.is_agreed() {
        found.push(Attention::Proposal);
    } else if partnership.stage == Stage::Pilot {
        found.extend(match partnership.pilot_ends {
            None => Some(Attention::PilotOpen),
            Some(last) if last < today => Some(Attention::PilotOver),
            Some(last) if last - today <= Duration::days(thresholds.pilot_days) => {
                Some(Attention::PilotEnds)
            }
            Some(_) => None,
        });
    }
    found.extend(match health {
        Health::Dormant => Some(Attention::Dormant),
        Health::Quiet => Some(Attention::Quiet),
        Health::Active | Health::Resting => None,
    });
    found.sort_unstable();
    found
}

#[cfg(test)]
mod tests;
