//! Rules of other people's calendars: without an end or with a far one, and with `BYSETPOS`.
//!
//! They are looked at through a window. What comes before it is skipped by whole periods where the
//! rule does not count, and every day that is looked at is taken off a budget, so that no rule takes
//! longer than its reader allows.

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime};

use super::{Frequency, Parts, Rule, RuleError, TEXT_MAX, date, list};

/// Most occurrences that a counting rule is followed for.
const COUNT_FOLLOWED: u32 = 20_000;

/// Where a foreign rule ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// With this date, by the clock of the event.
    Date(NaiveDate),
    /// At this wall clock, of the event or, where it says so, of UTC.
    At {
        /// The wall clock; the last occurrence may begin then.
        clock: NaiveDateTime,
        /// It is UTC's.
        utc: bool,
    },
}

/// A rule of somebody else's calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foreign {
    rule: Rule,
    positions: Vec<i16>,
    count: Option<u32>,
    /// Its last instant, which its reader compares with.
    pub until: Option<Until>,
}

/// The days that may still be looked at.
#[derive(Debug)]
pub struct Budget(pub u64);

impl Budget {
    /// Takes so many off; says whether there was enough.
    pub fn take(&mut self, days: u64) -> bool {
        let left = self.0.checked_sub(days);
        self.0 = left.unwrap_or(0);
        left.is_some()
    }
}

impl Foreign {
    /// Reads a rule.
    ///
    /// # Errors
    /// The part that is not understood.
    pub fn read(text: &str) -> Result<Self, RuleError> {
        if text.len() > TEXT_MAX {
            return Err(RuleError::Malformed);
        }
        let text = text.trim().to_ascii_uppercase();
        let (mut parts, mut positions) = (Parts::default(), Vec::new());
        let (mut count, mut until) = (None, None);
        for part in text.split(';').filter(|part| !part.trim().is_empty()) {
            let (name, value) = part.split_once('=').ok_or(RuleError::Malformed)?;
            match (name.trim(), value.trim()) {
                ("COUNT", value) => {
                    count = Some(value.parse().map_err(|_| RuleError::Value("COUNT"))?);
                }
                ("UNTIL", value) => {
                    until = Some(Until::read(value).ok_or(RuleError::Value("UNTIL"))?);
                }
                ("BYSETPOS", value) => {
                    let read = list(value, position);
                    positions = read.ok_or(RuleError::Value("BYSETPOS"))?;
                }
                // Programs say again what the start says; more than one is another rule.
                ("BYHOUR" | "BYMINUTE" | "BYSECOND", value) if value.parse::<u8>().is_ok() => {}
                (name, value) => parts.read(name, value)?,
            }
        }
        // Where it ends is looked at here.
        parts.until = Some(NaiveDate::MAX);
        let rule = parts.rule()?.check()?;
        Ok(Self {
            rule,
            positions,
            count,
            until,
        })
    }

    /// Its dates between two, both included, for an event that begins on `start`: always one of
    /// them, since every program shows it. `None` where the budget does not suffice.
    pub fn dates(
        &self,
        start: NaiveDate,
        (from, to): (NaiveDate, NaiveDate),
        budget: &mut Budget,
    ) -> Option<Vec<NaiveDate>> {
        let mut dates = Vec::new();
        if (from..=to).contains(&start) {
            dates.push(start);
        }
        let last = self.last().map_or(to, |last| last.min(to));
        let mut left = self.count.unwrap_or(u32::MAX).saturating_sub(1);
        left = left.min(COUNT_FOLLOWED);
        let interval = u32::from(self.rule.interval);
        let mut period = match self.count {
            Some(_) => 0,
            None => self.skipped(start, from) / interval * interval,
        };
        while left > 0 {
            let first = self.rule.first_of(start, period);
            let Some(first) = first.filter(|first| *first <= last) else {
                break;
            };
            let named: Vec<NaiveDate> = self.rule.of_period(start, first).collect();
            if !budget.take(self.days_of_a_period()) {
                return None;
            }
            for date in self.placed(named) {
                if date <= start || date > last || left == 0 {
                    continue;
                }
                left -= 1;
                if date >= from {
                    dates.push(date);
                }
            }
            period = period.checked_add(interval)?;
        }
        Some(dates)
    }

    /// A date from which on its dates, asked for up to `at`, have the last one in force at `at` among them, for
    /// an event that begins on `start`.
    pub fn last_before(&self, start: NaiveDate, at: NaiveDate) -> NaiveDate {
        // What counts is followed from its start anyway.
        if self.count.is_some() {
            return start.min(at);
        }
        let last = self.last().map_or(at, |last| last.min(at));
        // Leap days come eight years after each other where a century has none.
        let years = i64::from(self.rule.interval).saturating_mul(2).max(8);
        last.checked_sub_signed(Duration::days(366 * years))
            .unwrap_or(start)
    }

    /// The last date it can name, a day later where it says an instant of another clock.
    fn last(&self) -> Option<NaiveDate> {
        match self.until? {
            Until::Date(date) => Some(date),
            Until::At { clock, .. } => clock.date().succ_opt(),
        }
    }

    /// How many periods after that of `start` certainly lie before `from`.
    fn skipped(&self, start: NaiveDate, from: NaiveDate) -> u32 {
        let days = from.signed_duration_since(start).num_days().max(0);
        let periods = match self.rule.frequency {
            Frequency::Daily => days,
            Frequency::Weekly => days / 7 - 1,
            Frequency::Monthly => days / 31 - 1,
            Frequency::Yearly => days / 366 - 1,
        };
        u32::try_from(periods.max(0)).unwrap_or(0)
    }

    fn days_of_a_period(&self) -> u64 {
        match self.rule.frequency {
            Frequency::Daily => 1,
            Frequency::Weekly => 7,
            Frequency::Monthly => 31,
            Frequency::Yearly => 366,
        }
    }

    /// Those of a period's dates that `BYSETPOS` picks.
    fn placed(&self, named: Vec<NaiveDate>) -> Vec<NaiveDate> {
        if self.positions.is_empty() {
            return named;
        }
        let count = i32::try_from(named.len()).unwrap_or(i32::MAX);
        let is_picked = |index: usize| {
            let place = i32::try_from(index).unwrap_or(i32::MAX - 1) + 1;
            self.positions.iter().any(|position| {
                let position = i32::from(*position);
                position == place || position == place - count - 1
            })
        };
        let picked = named.into_iter().enumerate();
        let picked = picked.filter(|(index, _)| is_picked(*index));
        picked.map(|(_, date)| date).collect()
    }
}

impl Until {
    fn read(text: &str) -> Option<Self> {
        if let Some(day) = date(text) {
            return Some(Self::Date(day));
        }
        let (clock, utc) = match text.strip_suffix('Z') {
            Some(clock) => (clock, true),
            None => (text, false),
        };
        let (day, time) = clock.split_once('T')?;
        let day = date(day)?;
        let digits = time.len() == 6 && time.bytes().all(|b| b.is_ascii_digit());
        let time = NaiveTime::parse_from_str(time, "%H%M%S").ok();
        let clock = day.and_time(time.filter(|_| digits)?);
        (clock.year() < 10_000).then_some(Self::At { clock, utc })
    }
}

fn position(text: &str) -> Option<i16> {
    let position: i16 = text.trim_start_matches('+').parse().ok()?;
    (1..=366)
        .contains(&position.unsigned_abs())
        .then_some(position)
}
