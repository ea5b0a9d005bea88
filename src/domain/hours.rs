//! How an hour feels in a city: office hours, hours at which people can be reached, and the rest.
//!
//! Local wall-clock times only; which instants they are is [`zone`](super::zone)'s business. What
//! an unsocial hour costs, and who should bear it, does not live here.

use std::fmt;
use std::str::FromStr;

use chrono::{
    DateTime, Datelike, Days, NaiveDate, NaiveDateTime, Timelike, Utc, Weekday, WeekdaySet,
};
use serde::{Deserialize, Serialize};

use super::words::words;
use super::zone::{Resolved, Zone};

/// From this minute of the local day on people can be reached: 07:00.
const REACHABLE_FROM: u16 = 7 * 60;
/// Until this minute of the local day people can be reached: 22:00.
const REACHABLE_UNTIL: u16 = 22 * 60;
/// Minutes in a day of the wall clock.
const DAY: u16 = 24 * 60;

words! {
    /// How an hour feels in a city, from good to bad.
    Tier {
        /// Inside office hours on a working day.
        Office = "office",
        /// From 07:00 to 22:00 otherwise, weekends included.
        Reachable = "reachable",
        /// The rest: night.
        Unsocial = "unsocial",
    }
}

/// The days of the week on which a city's offices are closed; maybe none.
///
/// Written as a list in the week's order from Monday, such as `sat,sun` or `fri,sat`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Weekend(WeekdaySet);

/// A text that is no list of weekdays.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("List the days as mon, tue, wed, thu, fri, sat, sun with commas between, such as sat,sun.")]
pub struct NotAWeekend;

const DAY_WORDS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Mon),
    ("tue", Weekday::Tue),
    ("wed", Weekday::Wed),
    ("thu", Weekday::Thu),
    ("fri", Weekday::Fri),
    ("sat", Weekday::Sat),
    ("sun", Weekday::Sun),
];

impl Weekend {
    /// A weekend of these days.
    pub fn new(days: impl IntoIterator<Item = Weekday>) -> Self {
        Self(days.into_iter().collect())
    }

    /// Whether offices are closed on this day of the week.
    pub fn contains(self, day: Weekday) -> bool {
        self.0.contains(day)
    }
}

impl Default for Weekend {
    /// Saturday and Sunday.
    fn default() -> Self {
        Self::new([Weekday::Sat, Weekday::Sun])
    }
}

impl fmt::Display for Weekend {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let days = DAY_WORDS.iter().filter(|(_, day)| self.contains(*day));
        f.write_str(&days.map(|(word, _)| *word).collect::<Vec<_>>().join(","))
    }
}

impl FromStr for Weekend {
    type Err = NotAWeekend;

    fn from_str(text: &str) -> Result<Self, NotAWeekend> {
        if text.trim().is_empty() {
            return Ok(Self::new([]));
        }
        let day = |word: &str| {
            let word = word.trim();
            DAY_WORDS
                .iter()
                .find(|(known, _)| known.eq_ignore_ascii_case(word))
                .map(|(_, day)| *day)
        };
        text.split(',')
            .map(day)
            .collect::<Option<WeekdaySet>>()
            .map(Self)
            .ok_or(NotAWeekend)
    }
}

impl From<Weekend> for String {
    fn from(weekend: Weekend) -> Self {
        weekend.to_string()
    }
}

impl TryFrom<String> for Weekend {
    type Error = NotAWeekend;

    fn try_from(text: String) -> Result<Self, NotAWeekend> {
        text.parse()
    }
}

/// When a city's offices are open, in local time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeHours {
    /// Minutes after local midnight at which offices open.
    pub start_minute: u16,
    /// Minutes after local midnight at which they close; at most 1440. Not after the start means
    /// that there are no office hours.
    pub end_minute: u16,
    /// The days on which they stay closed.
    pub weekend: Weekend,
}

impl Default for OfficeHours {
    /// 09:00 to 17:00 from Monday to Friday.
    fn default() -> Self {
        Self {
            start_minute: 9 * 60,
            end_minute: 17 * 60,
            weekend: Weekend::default(),
        }
    }
}

impl OfficeHours {
    /// Whether the hours can be meant: they open before they close, within one day.
    pub fn is_valid(&self) -> bool {
        self.start_minute < self.end_minute && self.end_minute <= DAY
    }

    /// How this moment of the wall clock feels.
    pub fn tier_at(&self, local: NaiveDateTime) -> Tier {
        let time = local.time();
        let minute = u16::try_from(time.hour() * 60 + time.minute()).unwrap_or(DAY);
        let open = (self.start_minute..self.end_minute).contains(&minute);
        if open && !self.weekend.contains(local.weekday()) {
            Tier::Office
        } else if (REACHABLE_FROM..REACHABLE_UNTIL).contains(&minute) {
            Tier::Reachable
        } else {
            Tier::Unsocial
        }
    }

    /// The minutes of a local day at which the tier may change, midnight among them.
    fn edges(&self) -> [u16; 5] {
        [
            0,
            REACHABLE_FROM,
            REACHABLE_UNTIL,
            self.start_minute,
            self.end_minute,
        ]
    }

    /// The moments of one local date at which the tier may change.
    fn edges_on(&self, date: NaiveDate) -> impl Iterator<Item = NaiveDateTime> {
        let edges = self.edges().into_iter().filter(|minute| *minute < DAY);
        edges.filter_map(move |minute| {
            date.and_hms_opt(u32::from(minute / 60), u32::from(minute % 60), 0)
        })
    }
}

/// The worst tier that a meeting from `start` to before `end` touches, both on the local clock.
///
/// A meeting without length is judged by its start.
pub fn tier(hours: &OfficeHours, start: NaiveDateTime, end: NaiveDateTime) -> Tier {
    // Every hour of the week comes by within eight days.
    let last = start.checked_add_days(Days::new(8)).unwrap_or(end).min(end);
    let later = start
        .date()
        .iter_days()
        .take_while(|date| *date <= last.date())
        .flat_map(|date| hours.edges_on(date))
        .filter(|edge| start < *edge && *edge < last);
    later
        .map(|edge| hours.tier_at(edge))
        .fold(hours.tier_at(start), Tier::max)
}

/// How many days `of` lies after `relative_to`: 1 for the next day, -1 for the day before.
pub fn day_offset(of: NaiveDate, relative_to: NaiveDate) -> i64 {
    of.signed_duration_since(relative_to).num_days()
}

/// A stretch of time that feels the same throughout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    /// Its beginning.
    pub start: DateTime<Utc>,
    /// Its end, at which the next one begins.
    pub end: DateTime<Utc>,
    /// How it feels.
    pub tier: Tier,
}

/// Cuts the time from `from` to `to` into bands of one tier, without holes, neighbours differing.
///
/// Meant for days and weeks: the work grows with the number of days.
pub fn day_bands(
    zone: &Zone,
    hours: &OfficeHours,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Vec<Band> {
    let mut cuts = zone.changes(from, to);
    // A day more on either side: a clock change may move an edge over midnight.
    let (first, last) = (zone.at(from).date_naive(), zone.at(to).date_naive());
    let (first, last) = (
        first.pred_opt().unwrap_or(first),
        last.succ_opt().unwrap_or(last),
    );
    for date in first.iter_days().take_while(|date| *date <= last) {
        for edge in hours.edges_on(date) {
            match zone.resolve(edge) {
                Resolved::Exact(at) => cuts.push(at.to_utc()),
                Resolved::Fold { first, second } => cuts.extend([first.to_utc(), second.to_utc()]),
                // Passed at the moment of the clock change, which is among the cuts.
                Resolved::Gap { .. } | Resolved::DayMissing => {}
            }
        }
    }
    cuts.retain(|cut| from < *cut && *cut < to);
    cuts.sort_unstable();
    let mut bands: Vec<Band> = Vec::new();
    let mut start = from;
    for end in cuts.into_iter().chain([to]).filter(|end| *end > from) {
        let tier = hours.tier_at(zone.at(start).naive_local());
        match bands.last_mut() {
            Some(band) if band.tier == tier => band.end = end,
            _ => bands.push(Band { start, end, tier }),
        }
        start = end;
    }
    bands
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;
    use crate::domain::zone::ZoneData;

    fn local(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    fn hours(start: u16, end: u16, weekend: &str) -> OfficeHours {
        OfficeHours {
            start_minute: start,
            end_minute: end,
            weekend: weekend.parse().unwrap(),
        }
    }

    #[rstest]
    #[case("sat,sun", "sat,sun")]
    #[case("sun,sat", "sat,sun")]
    #[case(" Fri , SAT ", "fri,sat")]
    #[case("fri", "fri")]
    #[case("", "")]
    #[case("mon,tue,wed,thu,fri,sat,sun", "mon,tue,wed,thu,fri,sat,sun")]
    fn weekends(#[case] text: &str, #[case] written: &str) {
        let weekend: Weekend = text.parse().unwrap();
        assert_eq!(weekend.to_string(), written);
        assert_eq!(weekend.to_string().parse(), Ok(weekend));
        let json = serde_json::to_string(&weekend).unwrap();
        assert_eq!(json, format!("\"{written}\""));
        assert_eq!(serde_json::from_str::<Weekend>(&json).unwrap(), weekend);
    }

    #[rstest]
    #[case("saturday")]
    #[case("sat;sun")]
    #[case("sat,,sun")]
    #[case("sat,")]
    #[case("6,7")]
    fn no_weekends(#[case] text: &str) {
        assert_eq!(text.parse::<Weekend>(), Err(NotAWeekend));
    }

    #[rstest]
    #[case(540, 1020, true)]
    #[case(0, 1440, true)]
    #[case(540, 540, false)]
    #[case(1020, 540, false)]
    #[case(540, 1441, false)]
    fn hours_that_can_be_meant(#[case] start: u16, #[case] end: u16, #[case] valid: bool) {
        assert_eq!(hours(start, end, "").is_valid(), valid);
    }

    // 2026-12-15 is a Tuesday.
    #[rstest]
    #[case("2026-12-15 09:00", "2026-12-15 10:00", Tier::Office)]
    #[case("2026-12-15 16:00", "2026-12-15 17:00", Tier::Office)]
    #[case("2026-12-15 16:30", "2026-12-15 17:30", Tier::Reachable)]
    #[case("2026-12-15 08:59", "2026-12-15 10:00", Tier::Reachable)]
    #[case("2026-12-15 07:00", "2026-12-15 08:00", Tier::Reachable)]
    #[case("2026-12-15 06:59", "2026-12-15 08:00", Tier::Unsocial)]
    #[case("2026-12-15 21:00", "2026-12-15 22:00", Tier::Reachable)]
    #[case("2026-12-15 21:00", "2026-12-15 22:01", Tier::Unsocial)]
    #[case("2026-12-15 23:30", "2026-12-16 00:30", Tier::Unsocial)]
    #[case::all_night_between_good_hours("2026-12-15 21:00", "2026-12-16 09:00", Tier::Unsocial)]
    #[case::saturday("2026-12-19 10:00", "2026-12-19 11:00", Tier::Reachable)]
    #[case::into_saturday("2026-12-18 16:00", "2026-12-19 16:00", Tier::Unsocial)]
    #[case::no_length("2026-12-15 10:00", "2026-12-15 10:00", Tier::Office)]
    #[case::backwards("2026-12-15 10:00", "2026-12-15 09:00", Tier::Office)]
    #[case::ages("2026-12-15 10:00", "9999-12-15 09:00", Tier::Unsocial)]
    fn tiers(#[case] start: &str, #[case] end: &str, #[case] expected: Tier) {
        assert_eq!(
            tier(&OfficeHours::default(), local(start), local(end)),
            expected
        );
    }

    #[rstest]
    #[case::friday_in_cairo("fri,sat", "2026-12-18 10:00", Tier::Reachable)]
    #[case::sunday_in_cairo("fri,sat", "2026-12-20 10:00", Tier::Office)]
    #[case::saturday_in_tehran("fri", "2026-12-19 10:00", Tier::Office)]
    #[case::without_a_weekend("", "2026-12-20 10:00", Tier::Office)]
    fn tiers_by_weekend(#[case] weekend: &str, #[case] start: &str, #[case] expected: Tier) {
        let start = local(start);
        let hours = hours(540, 1020, weekend);
        assert_eq!(tier(&hours, start, start + TimeDelta::hours(1)), expected);
    }

    #[rstest]
    #[case::early_office(
        hours(360, 900, ""),
        "2026-12-15 06:00",
        "2026-12-15 08:00",
        Tier::Office
    )]
    #[case::late_office(
        hours(600, 1440, ""),
        "2026-12-15 23:00",
        "2026-12-16 00:00",
        Tier::Office
    )]
    #[case::always(
        hours(0, 1440, ""),
        "2026-12-15 23:00",
        "2027-12-16 00:00",
        Tier::Office
    )]
    #[case::weekend_far_off(
        hours(0, 1440, "sun"),
        "2026-12-14 00:00",
        "2026-12-21 00:00",
        Tier::Unsocial
    )]
    #[case::no_office(
        hours(1020, 540, ""),
        "2026-12-15 10:00",
        "2026-12-15 11:00",
        Tier::Reachable
    )]
    fn tiers_by_hours(
        #[case] hours: OfficeHours,
        #[case] start: &str,
        #[case] end: &str,
        #[case] expected: Tier,
    ) {
        assert_eq!(tier(&hours, local(start), local(end)), expected);
    }

    #[rstest]
    #[case("2026-12-16", "2026-12-15", 1)]
    #[case("2026-12-15", "2026-12-15", 0)]
    #[case("2026-12-31", "2027-01-01", -1)]
    #[case("2028-03-01", "2028-02-28", 2)]
    fn day_offsets(#[case] of: NaiveDate, #[case] relative_to: NaiveDate, #[case] days: i64) {
        assert_eq!(day_offset(of, relative_to), days);
    }

    fn bands(zone: &str, from: &str, to: &str) -> Vec<String> {
        let zone = ZoneData::bundled().zone(zone).unwrap();
        let utc = |text: &str| zone.resolve(local(text)).choose(None).unwrap().0.to_utc();
        day_bands(&zone, &OfficeHours::default(), utc(from), utc(to))
            .iter()
            .map(|band| {
                let minutes = (band.end - band.start).num_minutes();
                format!(
                    "{} {} {minutes}",
                    zone.at(band.start).format("%H:%M"),
                    band.tier
                )
            })
            .collect()
    }

    #[test]
    fn bands_of_plain_days() {
        assert_eq!(
            bands("Asia/Taipei", "2026-12-15 00:00", "2026-12-16 00:00"),
            [
                "00:00 unsocial 420",
                "07:00 reachable 120",
                "09:00 office 480",
                "17:00 reachable 300",
                "22:00 unsocial 120",
            ]
        );
        assert_eq!(
            bands("Asia/Taipei", "2026-12-18 16:15", "2026-12-19 12:00"),
            [
                "16:15 office 45",
                "17:00 reachable 300",
                "22:00 unsocial 540",
                "07:00 reachable 300"
            ]
        );
        assert_eq!(
            bands("Asia/Taipei", "2026-12-15 10:00", "2026-12-15 10:30"),
            ["10:00 office 30"]
        );
        assert_eq!(
            bands("Asia/Taipei", "2026-12-15 10:00", "2026-12-15 10:00"),
            [""; 0]
        );
        assert_eq!(
            bands("Asia/Taipei", "2026-12-15 10:00", "2026-12-15 09:00"),
            [""; 0]
        );
    }

    #[test]
    fn bands_of_days_on_which_the_clock_changes() {
        let spring = bands(
            "America/Los_Angeles",
            "2027-03-14 00:00",
            "2027-03-15 00:00",
        );
        assert_eq!(
            spring,
            [
                "00:00 unsocial 360",
                "07:00 reachable 900",
                "22:00 unsocial 120"
            ]
        );
        let autumn = bands(
            "America/Los_Angeles",
            "2027-11-07 00:00",
            "2027-11-08 00:00",
        );
        assert_eq!(
            autumn,
            [
                "00:00 unsocial 480",
                "07:00 reachable 900",
                "22:00 unsocial 120"
            ]
        );
    }

    #[test]
    fn an_edge_inside_a_clock_change_moves_to_it() {
        let zone = ZoneData::bundled().zone("America/Los_Angeles").unwrap();
        let hours = hours(150, 300, "");
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        // Opening at 02:30 falls into the gap: open from the moment of the change, 03:00.
        let spring = day_bands(
            &zone,
            &hours,
            at("2027-03-14T09:00:00Z"),
            at("2027-03-14T13:00:00Z"),
        );
        assert_eq!(
            spring
                .iter()
                .map(|band| (band.start, band.tier))
                .collect::<Vec<_>>(),
            [
                (at("2027-03-14T09:00:00Z"), Tier::Unsocial),
                (at("2027-03-14T10:00:00Z"), Tier::Office),
                (at("2027-03-14T12:00:00Z"), Tier::Unsocial),
            ]
        );
        // Opening at 01:30 happens twice: open, closed again when the clock is put back, open.
        let hours = self::hours(90, 300, "");
        let autumn = day_bands(
            &zone,
            &hours,
            at("2027-11-07T08:00:00Z"),
            at("2027-11-07T13:00:00Z"),
        );
        assert_eq!(
            autumn
                .iter()
                .map(|band| (band.start, band.tier))
                .collect::<Vec<_>>(),
            [
                (at("2027-11-07T08:00:00Z"), Tier::Unsocial),
                (at("2027-11-07T08:30:00Z"), Tier::Office),
                (at("2027-11-07T09:00:00Z"), Tier::Unsocial),
                (at("2027-11-07T09:30:00Z"), Tier::Office),
            ]
        );
    }

    #[test]
    fn bands_over_a_day_that_does_not_exist() {
        let apia = bands("Pacific/Apia", "2011-12-29 12:00", "2011-12-31 12:00");
        // Thursday afternoon and night, then Saturday morning: 24 hours.
        assert_eq!(
            apia,
            [
                "12:00 office 300",
                "17:00 reachable 300",
                "22:00 unsocial 540",
                "07:00 reachable 300"
            ]
        );
    }

    proptest! {
        #[test]
        fn bands_cover_everything_and_tell_the_truth(
            name in prop::sample::select(vec![
                "America/Los_Angeles", "Australia/Lord_Howe", "Africa/Cairo", "America/Nuuk",
                "Pacific/Apia", "Asia/Kathmandu", "Europe/Prague", "Antarctica/Troll",
            ]),
            start_minute in 0_u16..1500,
            end_minute in 0_u16..1500,
            weekend in prop::sample::select(vec!["sat,sun", "fri", ""]),
            from in 1_262_304_000_i64..2_000_000_000,
            length in 1_i64..400_000,
        ) {
            let zone = ZoneData::bundled().zone(name).unwrap();
            let hours = hours(start_minute, end_minute, weekend);
            let from = DateTime::from_timestamp(from, 0).unwrap();
            let to = from + TimeDelta::seconds(length);
            let bands = day_bands(&zone, &hours, from, to);
            prop_assert_eq!(bands[0].start, from);
            prop_assert_eq!(bands[bands.len() - 1].end, to);
            for pair in bands.windows(2) {
                prop_assert_eq!(pair[0].end, pair[1].start);
                prop_assert_ne!(pair[0].tier, pair[1].tier);
            }
            for band in bands {
                prop_assert!(band.start < band.end);
                let mut at = band.start;
                while at < band.end {
                    prop_assert_eq!(hours.tier_at(zone.at(at).naive_local()), band.tier);
                    at += TimeDelta::seconds(127);
                }
            }
        }

        #[test]
        fn a_meeting_is_as_bad_as_its_worst_minute(
            start in 0_i64..1_000_000,
            minutes in 1_i64..5_000,
            hours in (0_u16..1440, 0_u16..1440).prop_map(|(from, to)| hours(from, to, "sat,sun")),
        ) {
            let start = DateTime::from_timestamp(start * 60, 0).unwrap().naive_utc();
            let every = |minute| hours.tier_at(start + TimeDelta::minutes(minute));
            let worst = (0..minutes).map(every).max().unwrap();
            prop_assert_eq!(tier(&hours, start, start + TimeDelta::minutes(minutes)), worst);
        }
    }
}
