//! What the address of `/plan` asks for, the fields it is asked with, and the rule they mean.

use chrono::{DateTime, Datelike, Duration, NaiveDate, Utc, Weekday};

use crate::app::overlap::PlaceInput;
use crate::app::plan::PlanAsked;
use crate::domain::locale::Localizer;
use crate::domain::plan::{Block, HolidayRule};
use crate::domain::recurrence::COUNT_MAX;
use crate::web::pages::form::{Choice, Control, Field};
use crate::web::pages::parts::name_of;
use crate::web::pages::show;

/// How often a series may come, as words of the form.
const EVERY: [&str; 5] = ["week", "fortnight", "month", "quarter", "year"];
/// Lengths of a visit to choose from, in minutes.
const LENGTHS: [u32; 7] = [30, 45, 60, 75, 90, 120, 180];

/// What is asked for.
pub(super) struct Asked {
    pub cities: Vec<String>,
    pub nights: Vec<String>,
    pub partnership: String,
    start: String,
    every: String,
    count: String,
    minutes: String,
    holidays: String,
    block: String,
    at: String,
    pub kind: String,
    pub clock: String,
}

impl Asked {
    pub fn new(pairs: &[(String, String)]) -> Self {
        let all = |name: &str| {
            let given = pairs.iter().filter(|(given, _)| given == name);
            given.map(|(_, value)| value.clone()).collect::<Vec<_>>()
        };
        let one = |name: &str, usual: &str| {
            let value = all(name).into_iter().next().unwrap_or_default();
            match value.trim() {
                "" => usual.to_owned(),
                value => value.to_owned(),
            }
        };
        let minutes = one("duration", "60");
        Self {
            cities: all("city"),
            nights: all("night"),
            partnership: one("partnership", ""),
            start: one("start", ""),
            every: one("every", "month"),
            count: one("count", "12"),
            minutes: one("minutes", &minutes),
            holidays: one("holidays", HolidayRule::Skip.as_str()),
            block: one("block", ""),
            at: one("at", ""),
            kind: one("kind", ""),
            clock: one("clock", "0"),
        }
    }

    /// Whether enough was said to plan with.
    pub fn is_ready(&self) -> bool {
        !self.cities.is_empty() || !self.partnership.is_empty()
    }

    /// The first date: the one asked for, else in four weeks.
    fn start(&self, now: DateTime<Utc>) -> String {
        match self.start.as_str() {
            "" => (now + Duration::days(28)).date_naive().to_string(),
            start => start.to_owned(),
        }
    }

    /// The request that it means.
    pub fn input(&self, now: DateTime<Utc>) -> PlanAsked {
        let place = |slug: &String| PlaceInput {
            slug: slug.clone(),
            night: self.nights.contains(slug),
            ..PlaceInput::default()
        };
        let filled = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        let start = self.start(now);
        PlanAsked {
            cities: self.cities.iter().map(place).collect(),
            partnership: filled(&self.partnership),
            rule: self.rule(start.parse().ok()),
            start,
            at: filled(&self.at),
            duration_minutes: self.minutes.parse().unwrap_or(0),
            holidays: filled(&self.holidays),
            block: filled(&self.block),
            ..PlanAsked::default()
        }
    }

    /// The rule: on the first date's day of the week, in months on the same one of the month.
    fn rule(&self, start: Option<NaiveDate>) -> String {
        let count = self.count.as_str();
        let same = |start: NaiveDate| {
            let ordinal = match start.day0() / 7 + 1 {
                5 => "-1".to_owned(),
                ordinal => ordinal.to_string(),
            };
            format!(";BYDAY={ordinal}{}", code(start.weekday()))
        };
        let by_day = start.map_or(String::new(), same);
        match self.every.as_str() {
            "week" => format!("FREQ=WEEKLY;COUNT={count}"),
            "fortnight" => format!("FREQ=WEEKLY;INTERVAL=2;COUNT={count}"),
            "quarter" => format!("FREQ=MONTHLY;INTERVAL=3{by_day};COUNT={count}"),
            "year" => format!("FREQ=MONTHLY;INTERVAL=12{by_day};COUNT={count}"),
            _ => format!("FREQ=MONTHLY{by_day};COUNT={count}"),
        }
    }

    /// What a form carries to ask for the same again.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs: Vec<(&'static str, String)> = Vec::new();
        pairs.extend(self.cities.iter().map(|slug| ("city", slug.clone())));
        pairs.extend(self.nights.iter().map(|slug| ("night", slug.clone())));
        let single = [
            ("partnership", &self.partnership),
            ("start", &self.start),
            ("every", &self.every),
            ("count", &self.count),
            ("minutes", &self.minutes),
            ("holidays", &self.holidays),
            ("block", &self.block),
            ("at", &self.at),
        ];
        let filled = single.into_iter().filter(|(_, value)| !value.is_empty());
        pairs.extend(filled.map(|(name, value)| (name, value.clone())));
        pairs
    }

    /// The address of the page with one plan shown date by date.
    pub fn href(&self, kind: &str, clock: usize) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(self.pairs());
        query.append_pair("kind", kind);
        query.append_pair("clock", &clock.to_string());
        format!("/plan?{}", query.finish())
    }

    /// The fields that ask.
    pub fn fields(&self, l: &Localizer, now: DateTime<Utc>) -> Vec<Field> {
        let choice = |value: &str, label: String, chosen: &str| Choice {
            chosen: value == chosen,
            value: value.to_owned(),
            label,
            detail: String::new(),
        };
        let every = EVERY.map(|word| choice(word, name_of(l, "plan-every", word), &self.every));
        let mut lengths = LENGTHS.to_vec();
        let own = self.minutes.parse::<u32>().ok();
        lengths.extend(own.filter(|own| !LENGTHS.contains(own)));
        lengths.sort_unstable();
        let lengths = lengths.into_iter().map(|minutes| {
            let label = l.count("find-minutes", minutes.into());
            choice(&minutes.to_string(), label, &self.minutes)
        });
        let holidays = HolidayRule::ALL.iter().map(|rule| {
            let label = name_of(l, "plan-holidays", rule.as_str());
            choice(rule.as_str(), label, &self.holidays)
        });
        let mut blocks = vec![choice("", l.text("plan-block-usual"), &self.block)];
        blocks.extend(Block::ALL.iter().map(|block| {
            let label = name_of(l, "plan-block", block.as_str());
            choice(block.as_str(), label, &self.block)
        }));
        let most = COUNT_MAX.to_string();
        let select = |name, choices| Field::choosing(l, name, Control::Select, choices);
        let fields = [
            Field::new(l, "start", Control::Input("date")).value(&self.start(now)),
            select("every", every.to_vec()),
            Field::new(l, "count", Control::Input("number"))
                .value(&self.count)
                .between("1", &most),
            select("minutes", lengths.collect()),
            select("holidays", holidays.collect()),
            select("block", blocks).optional(),
            Field::new(l, "at", Control::Input("time"))
                .value(&self.at)
                .optional(),
        ];
        let worded = |field: Field| Field {
            label: l.text(&format!("plan-field-{}", field.name)),
            ..field
        };
        fields.map(worded).to_vec()
    }
}

/// A day of the week as rules write it.
fn code(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "MO",
        Weekday::Tue => "TU",
        Weekday::Wed => "WE",
        Weekday::Thu => "TH",
        Weekday::Fri => "FR",
        Weekday::Sat => "SA",
        Weekday::Sun => "SU",
    }
}

/// What is wrong, in the reader's language where there are words for it.
pub(super) fn fault(l: &Localizer, field: &str, code: &str, detail: &str) -> String {
    let part = field.split('[').next().unwrap_or_default();
    for key in [
        format!("plan-fault-{part}-{}", code.replace('_', "-")),
        format!("plan-fault-{}", code.replace('_', "-")),
    ] {
        let words = l.text(&key);
        if words != key {
            return words;
        }
    }
    show::fault(l, code, detail)
}
