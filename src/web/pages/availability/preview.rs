//! What saving would do, beside the form: in numbers, and day by day in the partners' clocks.

use chrono::NaiveDate;

use super::{PreviewDay, PreviewTime, PreviewView};
use crate::app::Error;
use crate::app::availability::{AvailabilityView, Fate, Outcome, PlannedTime, Preview};
use crate::domain::city::City;
use crate::domain::locale::Localizer;
use crate::domain::slot::SlotStatus;
use crate::web::pages::parts::{SideTime, SlotCard, name_of};
use crate::web::pages::reader::Reader;
use crate::web::pages::show;

/// Days that are drawn.
const DAYS: usize = 5;
/// Cities in whose clocks they are drawn.
const CITIES: usize = 3;

/// Whether something is told before or after it happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    /// It would happen.
    Would,
    /// It has happened.
    Done,
}

/// What a change does, line by line; what does not happen is not mentioned.
pub(super) fn lines(reader: &Reader, outcome: &Outcome, tense: Tense) -> Vec<String> {
    let l = &reader.l;
    let when = match tense {
        Tense::Would => "will",
        Tense::Done => "did",
    };
    let count = |key: String, number: usize| {
        (number > 0).then(|| l.count(&key, i64::try_from(number).unwrap_or(i64::MAX)))
    };
    let mut lines: Vec<String> = [
        count(format!("availability-{when}-add"), outcome.added),
        count(format!("availability-{when}-withdraw"), outcome.withdrawn),
        count("availability-kept".to_owned(), outcome.kept_booked),
        count("availability-unchanged".to_owned(), outcome.unchanged),
        count("availability-busy".to_owned(), outcome.skipped_overlaps),
        count("availability-called-off".to_owned(), outcome.called_off),
    ]
    .into_iter()
    .flatten()
    .collect();
    lines.extend(outcome.merged.iter().map(|merged| {
        let (from, to) = (&merged.span.from, &merged.span.to);
        let span = format!("{from}–{to}");
        let day = day_name(l, &merged.day);
        l.args("availability-merged", &[("day", &day), ("span", &span)])
    }));
    if lines.is_empty() {
        lines.push(l.text("availability-nothing"));
    }
    lines
}

/// A weekday's name, or a date as it is.
fn day_name(l: &Localizer, day: &str) -> String {
    match day.parse::<NaiveDate>() {
        Ok(date) => date.to_string(),
        Err(_) => name_of(l, "day", day),
    }
}

/// What saving would do.
pub(super) fn view(
    reader: &Reader,
    found: &AvailabilityView,
    seen: Preview,
) -> Result<PreviewView, Error> {
    let cities: Vec<City> = seen.cities.into_iter().take(CITIES).collect();
    let mut dates: Vec<NaiveDate> = seen.times.iter().map(|t| t.local_start.date()).collect();
    dates.dedup();
    let mut days = Vec::new();
    for date in dates.iter().take(DAYS) {
        let of_date: Vec<&PlannedTime> = seen
            .times
            .iter()
            .filter(|time| time.local_start.date() == *date)
            .collect();
        days.push(of_day(reader, found, &cities, *date, &of_date)?);
    }
    let more = (dates.len() > DAYS).then(|| reader.l.text("availability-more-days"));
    Ok(PreviewView {
        lines: lines(reader, &seen.outcome, Tense::Would),
        days,
        more,
    })
}

fn of_day(
    reader: &Reader,
    found: &AvailabilityView,
    cities: &[City],
    date: NaiveDate,
    times: &[&PlannedTime],
) -> Result<PreviewDay, Error> {
    let mut told = Vec::new();
    let mut cards = Vec::new();
    for (n, time) in times.iter().enumerate() {
        let id = format!("time-{date}-{n}");
        let sides: Vec<SideTime> = time
            .local
            .iter()
            .take(CITIES)
            .map(|local| show::side(reader, local))
            .collect();
        let (class, status) = match time.fate {
            Fate::New => ("new", SlotStatus::Open),
            Fate::Stands => ("stands", SlotStatus::Open),
            Fate::Overlaps => ("overlaps", SlotStatus::Closed),
            Fate::CalledOff => ("called-off", SlotStatus::Cancelled),
        };
        let card = SlotCard {
            id: id.clone(),
            href: format!("#{id}"),
            title: found.offer.title.clone(),
            host: found.host.name.clone(),
            host_city: reader.city_name(&found.city),
            track: found.host.track,
            languages: String::new(),
            sides: sides.clone(),
            seats_left: found.offer.capacity.into(),
            status,
            busy: false,
        };
        cards.push((time.starts_at, time.ends_at, card));
        told.push(PreviewTime {
            id,
            sides,
            fate: name_of(&reader.l, "time-fate", class),
            class,
        });
    }
    Ok(PreviewDay {
        day: show::laid_out(reader, cities, date, cards)?,
        times: told,
    })
}
