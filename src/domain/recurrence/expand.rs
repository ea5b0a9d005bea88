//! From a rule to its dates: period by period, each period's dates in order.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::{COUNT_MAX, End, Frequency, Rule, RuleError, YEARS_MAX};

impl Rule {
    /// Its dates from `start` on, in order, none twice. A start that the rule does not name is
    /// none of them.
    ///
    /// # Errors
    /// Where there is none, there are more than [`COUNT_MAX`], or they go on for more than
    /// [`YEARS_MAX`] years.
    pub fn dates(&self, start: NaiveDate) -> Result<Vec<NaiveDate>, RuleError> {
        let horizon = start
            .checked_add_months(Months::new(12 * YEARS_MAX))
            .ok_or(RuleError::TooLong)?;
        let (most, last) = match self.end {
            End::Count(count) => (count.min(COUNT_MAX), horizon),
            End::Until(until) if until > horizon => return Err(RuleError::TooLong),
            // One more than may be, to see that there are too many.
            End::Until(until) => (COUNT_MAX + 1, until),
        };
        let most = most as usize;
        let mut dates = Vec::new();
        let mut period = 0;
        while dates.len() < most {
            let found = self.first_of(start, period).filter(|first| *first <= last);
            let Some(first) = found else { break };
            let named = self.of_period(start, first);
            let left = most - dates.len();
            let within = named.filter(|date| (start..=last).contains(date));
            dates.extend(within.take(left));
            period += u32::from(self.interval);
        }
        match self.end {
            _ if dates.is_empty() => Err(RuleError::Empty),
            End::Count(_) if dates.len() < most => Err(RuleError::TooLong),
            End::Until(_) if dates.len() == most => Err(RuleError::TooMany),
            _ => Ok(dates),
        }
    }

    /// The first day of the period that lies so many periods after that of `start`.
    pub(super) fn first_of(&self, start: NaiveDate, periods: u32) -> Option<NaiveDate> {
        match self.frequency {
            Frequency::Daily => start.checked_add_days(Days::new(periods.into())),
            Frequency::Weekly => {
                let into = start.weekday().days_since(self.week_start);
                // A week that began before the first date chrono can count is none to start in.
                let first = start.checked_sub_days(Days::new(into.into()))?;
                first.checked_add_days(Days::new(7 * u64::from(periods)))
            }
            Frequency::Monthly => start.with_day(1)?.checked_add_months(Months::new(periods)),
            Frequency::Yearly => {
                let years = i32::try_from(periods).ok()?;
                NaiveDate::from_ymd_opt(start.year().checked_add(years)?, 1, 1)
            }
        }
    }

    /// The dates of the period that begins with `first`, in order.
    pub(super) fn of_period(
        &self,
        start: NaiveDate,
        first: NaiveDate,
    ) -> impl Iterator<Item = NaiveDate> {
        let days = match self.frequency {
            Frequency::Daily => 1,
            Frequency::Weekly => 7,
            Frequency::Monthly => u16::from(first.num_days_in_month()),
            Frequency::Yearly if first.leap_year() => 366,
            Frequency::Yearly => 365,
        };
        first
            .iter_days()
            .take(days.into())
            .filter(move |date| self.names(start, *date))
    }

    /// Whether it names a date of one of its periods.
    fn names(&self, start: NaiveDate, date: NaiveDate) -> bool {
        let month = date.month();
        if !self.by_month.is_empty() && !self.by_month.iter().any(|by| u32::from(*by) == month) {
            return false;
        }
        if self.by_day.is_empty() && self.by_month_day.is_empty() {
            return self.is_like_start(start, date);
        }
        (self.by_month_day.is_empty() || self.names_month_day(date))
            && (self.by_day.is_empty() || self.names_weekday(date))
    }

    /// What the start says where the rule does not: the weekday, the day of the month, the month.
    fn is_like_start(&self, start: NaiveDate, date: NaiveDate) -> bool {
        match self.frequency {
            Frequency::Daily => true,
            Frequency::Weekly => date.weekday() == start.weekday(),
            Frequency::Monthly => date.day() == start.day(),
            Frequency::Yearly => {
                let month = !self.by_month.is_empty() || date.month() == start.month();
                month && date.day() == start.day()
            }
        }
    }

    fn names_month_day(&self, date: NaiveDate) -> bool {
        let days = i32::from(date.num_days_in_month());
        let day = date.day() as i32;
        self.by_month_day.iter().any(|by| match i32::from(*by) {
            from_end @ ..0 => days + 1 + from_end == day,
            from_start => from_start == day,
        })
    }

    fn names_weekday(&self, date: NaiveDate) -> bool {
        let in_year = self.frequency == Frequency::Yearly && self.by_month.is_empty();
        let (index, days) = match in_year {
            true => (date.ordinal0(), if date.leap_year() { 366 } else { 365 }),
            false => (date.day0(), u32::from(date.num_days_in_month())),
        };
        let (from_start, from_end) = (index / 7 + 1, (days - 1 - index) / 7 + 1);
        self.by_day.iter().any(|by| {
            let is_it = |day: Weekday| day == date.weekday();
            is_it(by.day)
                && match by.ordinal {
                    None => true,
                    Some(ordinal @ ..0) => u32::from(ordinal.unsigned_abs()) == from_end,
                    Some(ordinal) => u32::from(ordinal.unsigned_abs()) == from_start,
                }
        })
    }
}
