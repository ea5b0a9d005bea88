//! How often somebody may do something: a budget that refills evenly, in one number per somebody.
//!
//! The generic cell rate algorithm (ITU-T I.371): what is kept is the moment at which the budget
//! is whole again. Who somebody is and where the moments are kept does not live here.

use chrono::{DateTime, Duration, Utc};

/// A budget of so many units an hour, all of which may be spent at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    per_hour: u32,
}

impl Budget {
    /// A budget of so many units an hour; `None` for 0, which means without a limit.
    pub fn new(per_hour: u32) -> Option<Self> {
        (per_hour > 0).then_some(Self { per_hour })
    }

    /// Spends `units` at `now`, given when the budget would have been whole again (`None` for
    /// somebody who has spent nothing): answers when it will be now.
    ///
    /// More units than the whole budget cost the whole budget, so that they can be had at all.
    ///
    /// # Errors
    /// How long to wait, where too little is left. Nothing is spent then.
    pub fn spend(
        self,
        whole_at: Option<DateTime<Utc>>,
        units: u32,
        now: DateTime<Utc>,
    ) -> Result<DateTime<Utc>, Duration> {
        let hour = Duration::hours(1);
        let cost = i64::from(units.min(self.per_hour)) * 3_600_000 / i64::from(self.per_hour);
        let whole_at = whole_at.unwrap_or(now).max(now) + Duration::milliseconds(cost);
        let over = whole_at - now - hour;
        if over > Duration::zero() {
            Err(over)
        } else {
            Ok(whole_at)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_is_spent_and_refills() {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let budget = Budget::new(60).unwrap();
        let mut whole_at = None;
        for _ in 0..6 {
            whole_at = Some(budget.spend(whole_at, 10, now).unwrap());
        }
        assert_eq!(
            budget.spend(whole_at, 5, now),
            Err(Duration::minutes(5)),
            "a unit a minute comes back"
        );
        assert!(
            budget
                .spend(whole_at, 5, now + Duration::minutes(5))
                .is_ok()
        );
        assert!(
            budget
                .spend(whole_at, 1, now + Duration::minutes(1))
                .is_ok()
        );
        assert!(budget.spend(None, 1_000, now).is_ok());
        assert_eq!(Budget::new(0), None);
    }
}
