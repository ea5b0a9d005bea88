//! From the domain to what pages show: clocks, times, cards and days in the reader's language.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, Duration, FixedOffset, NaiveDate, NaiveTime, Timelike, Utc};

use super::day::{Band, Clock, DAY, Day, Midnight, OffsetChange, PlacedSlot, Ribbon, Tick};
use super::parts::{LiveTopic, PartnershipRow, SideTime, SlotCard, seat_words};
use super::reader::Reader;
use crate::app::Error;
use crate::app::local_time::{LocalTime, zone_of};
use crate::app::slot::SlotView;
use crate::domain::city::City;
use crate::domain::event::{Head, Topic};
use crate::domain::hours::{day_bands, day_offset};
use crate::domain::id::PartnershipId;
use crate::domain::locale::Localizer;
use crate::domain::partnership::Partnership;
use crate::domain::slot::Refusal;
use crate::domain::zone::{Resolved, Zone};
use crate::domain::{display, hours};

/// Most cities in whose clocks a row of a list is told.
const SIDES_MAX: usize = 3;

/// Where a snapshot stands, for the page's live client.
pub fn live(topics: impl IntoIterator<Item = (Topic, Head)>) -> Vec<LiveTopic> {
    let one = |(topic, head): (Topic, Head)| LiveTopic {
        topic: topic.to_string(),
        epoch: head.epoch,
        seq: head.seq,
    };
    topics.into_iter().map(one).collect()
}

/// A visit's time in one city.
pub fn side(reader: &Reader, local: &LocalTime) -> SideTime {
    let locale = reader.locale();
    SideTime {
        city: reader.city_name(&local.city),
        datetime: local.start.to_rfc3339(),
        date: display::weekday_date(locale, local.start),
        start: display::time(locale, local.start),
        end: display::time(locale, local.end),
        offset: display::offset(locale, local.start),
        day_offset: local.day_offset,
        tier: local.tier,
        holiday: holiday(reader, &local.city, local.start.date_naive()),
    }
}

/// What is said where a holiday falls on a date in a city: its name, in the language of the place
/// for those who read it and in English for others.
pub fn holiday(reader: &Reader, city: &City, date: NaiveDate) -> Option<String> {
    let named = city.holiday(date)?;
    let at_home = city
        .languages
        .first()
        .is_some_and(|tag| tag == reader.locale().tag());
    let name = if at_home { named.name } else { named.english };
    let place = reader.city_name(city);
    Some(match name {
        "" => reader.l.with("holiday-unnamed", "city", &place),
        name => reader
            .l
            .args("holiday-here", &[("city", &place), ("name", name)]),
    })
}

/// A visit's time in every city concerned.
pub fn sides(reader: &Reader, slot: &SlotView) -> Vec<SideTime> {
    slot.local.iter().map(|local| side(reader, local)).collect()
}

/// A slot as a row of a list. `via` is the partnership on whose page it stands.
pub fn card(reader: &Reader, slot: &SlotView, via: Option<PartnershipId>) -> SlotCard {
    let id = slot.slot.id;
    SlotCard {
        id: id.to_string(),
        href: match via {
            Some(partnership) => format!("/slots/{id}?partnership={partnership}"),
            None => format!("/slots/{id}"),
        },
        title: slot.offer.title.clone(),
        host: slot.host.name.clone(),
        host_city: slot
            .local
            .first()
            .map(|l| reader.city_name(&l.city))
            .unwrap_or_default(),
        track: slot.host.track,
        languages: languages(reader, &slot.offer.languages),
        sides: slot
            .local
            .iter()
            .take(SIDES_MAX)
            .map(|local| side(reader, local))
            .collect(),
        seats_left: slot.slot.seats_left().into(),
        status: slot.status(),
        busy: slot.refusal == Some(Refusal::Busy),
    }
}

/// Languages by name, joined for reading.
pub fn languages(reader: &Reader, tags: &[String]) -> String {
    let names: Vec<String> = tags.iter().map(|tag| reader.l.language(tag)).collect();
    names.join(&reader.l.text("list-separator"))
}

/// Cities by name, joined for reading.
pub fn city_list<'a>(reader: &Reader, cities: impl Iterator<Item = &'a City>) -> String {
    let names: Vec<String> = cities.map(|city| reader.city_name(city)).collect();
    names.join(&reader.l.text("list-separator"))
}

/// The words that the live client needs for these slots.
pub fn words_for<'a>(
    reader: &Reader,
    slots: impl IntoIterator<Item = &'a SlotView>,
) -> Vec<String> {
    let largest = slots.into_iter().map(|slot| slot.slot.capacity).max();
    seat_words(&reader.l, largest.unwrap_or(0).into())
}

/// A partnership as a row of a list.
pub fn partnership_row(reader: &Reader, partnership: &Partnership, open: i64) -> PartnershipRow {
    PartnershipRow {
        id: partnership.id.to_string(),
        cities: partnership
            .cities
            .iter()
            .map(|city| reader.city_name(city))
            .collect(),
        stage: partnership.stage,
        since: partnership.since.map(|year| year.to_string()),
        open_slots: open,
    }
}

/// A city's clock now.
///
/// # Errors
/// Where the zone data does not know the city's zone.
pub fn clock(reader: &Reader, city: &City) -> Result<Clock, Error> {
    let (app, locale) = (&reader.state.app, reader.locale());
    let zone = zone_of(&app.zones, &city.zone)?;
    let now = app.now();
    let local = zone.at(now);
    let midnight = midnight_of(&zone, local.date_naive());
    let bands = day_bands(
        &zone,
        &city.hours,
        &city.workdays(),
        midnight,
        midnight + Duration::days(1),
    );
    let change = zone
        .changes(now, now + Duration::days(300))
        .into_iter()
        .next();
    Ok(Clock {
        city: reader.city_name(city),
        href: format!("/cities/{}", city.slug),
        digits: local.format("%H:%M").to_string(),
        time: display::time(locale, local),
        date: display::weekday_date(locale, local),
        next_date: display::weekday_date(locale, local.date_naive() + Duration::days(1)),
        offset: display::offset(locale, local),
        offset_minutes: local.offset().local_minus_utc() / 60,
        change: change.map(|at| {
            let after = zone.at(at);
            OffsetChange {
                at_ms: at.timestamp_millis(),
                offset_minutes: after.offset().local_minus_utc() / 60,
                offset: display::offset(locale, after),
            }
        }),
        minute: minute_of_day(local),
        bands: placed(&bands, midnight),
    })
}

fn minute_of_day(local: DateTime<FixedOffset>) -> u32 {
    local.hour() * 60 + local.minute()
}

/// When a date begins; where the clocks skip its midnight, when they are back.
pub fn midnight_of(zone: &Zone, date: NaiveDate) -> DateTime<Utc> {
    match zone.resolve(date.and_time(NaiveTime::MIN)) {
        Resolved::Exact(at) | Resolved::Gap { shifted: at } | Resolved::Fold { first: at, .. } => {
            at.to_utc()
        }
        // A date that does not exist is none that a page is drawn for; any instant of its place
        // will do.
        Resolved::DayMissing => date.and_time(NaiveTime::MIN).and_utc(),
    }
}

/// Minutes from `left` to `at`, held within the picture.
pub(super) fn x_of(at: DateTime<Utc>, left: DateTime<Utc>) -> u32 {
    let minutes = at
        .signed_duration_since(left)
        .num_minutes()
        .clamp(0, DAY.into());
    u32::try_from(minutes).unwrap_or(DAY)
}

fn placed(bands: &[hours::Band], left: DateTime<Utc>) -> Vec<Band> {
    let one = |band: &hours::Band| {
        let x = x_of(band.start, left);
        Band {
            x,
            width: x_of(band.end, left) - x,
            tier: band.tier,
        }
    };
    bands
        .iter()
        .map(one)
        .filter(|band| band.width > 0)
        .collect()
}

/// A day of the first city: every city's ribbon over the same 24 hours, and the slots across them.
///
/// # Errors
/// Where the zone data does not know a city's zone.
pub fn day(
    reader: &Reader,
    cities: &[City],
    date: NaiveDate,
    slots: &[SlotView],
    via: PartnershipId,
) -> Result<Day, Error> {
    let cards = slots.iter().map(|slot| {
        let card = card(reader, slot, Some(via));
        (slot.slot.starts_at, slot.slot.ends_at, card)
    });
    laid_out(reader, cities, date, cards)
}

/// The same for cards with their beginnings and ends; those of other days are left out.
///
/// # Errors
/// Where the zone data does not know a city's zone.
pub fn laid_out(
    reader: &Reader,
    cities: &[City],
    date: NaiveDate,
    cards: impl IntoIterator<Item = (DateTime<Utc>, DateTime<Utc>, SlotCard)>,
) -> Result<Day, Error> {
    let app = &reader.state.app;
    let zones: Vec<Zone> = cities
        .iter()
        .map(|city| zone_of(&app.zones, &city.zone))
        .collect::<Result<_, _>>()?;
    let Some(first) = zones.first() else {
        return Err(Error::NotFound("city"));
    };
    let left = midnight_of(first, date);
    let ribbons = cities
        .iter()
        .zip(&zones)
        .map(|(city, zone)| ribbon(reader, city, zone, left, date));
    let of_day = cards
        .into_iter()
        .filter(|(starts_at, ..)| first.at(*starts_at).date_naive() == date);
    let place = |(starts_at, ends_at, card): (DateTime<Utc>, DateTime<Utc>, SlotCard)| {
        let x = x_of(starts_at, left).min(DAY - 1);
        PlacedSlot {
            card,
            x,
            width: x_of(ends_at, left).saturating_sub(x).max(1),
        }
    };
    let now = app.now();
    let is_today = first.at(now).date_naive() == date;
    let day = Day::new(
        display::long_date(reader.locale(), date),
        date.to_string(),
        ribbons.collect(),
        of_day.map(place).collect(),
        is_today.then(|| x_of(now, left)),
    );
    let last = |zone: &Zone| {
        zone.at(left + Duration::minutes(i64::from(DAY) - 1))
            .date_naive()
    };
    let of_city = |(city, zone): (&City, &Zone)| {
        let dates = BTreeSet::from([zone.at(left).date_naive(), last(zone)]);
        let said = |date: NaiveDate| Some((date, holiday(reader, city, date)?));
        dates.into_iter().filter_map(said).collect::<Vec<_>>()
    };
    let said = cities.iter().zip(&zones).flat_map(of_city);
    let dated = |(date, words): (NaiveDate, String)| {
        format!("{words} ({})", display::weekday_date(reader.locale(), date))
    };
    Ok(Day {
        holidays: said.map(dated).collect(),
        ..day
    })
}

/// A city's day over the 24 hours from `left`, its dates told relative to `first_date`.
pub(super) fn ribbon(
    reader: &Reader,
    city: &City,
    zone: &Zone,
    left: DateTime<Utc>,
    first_date: NaiveDate,
) -> Ribbon {
    let locale = reader.locale();
    let right = left + Duration::minutes(DAY.into());
    let start = zone.at(left);
    let shift = |date: NaiveDate| display::day_shift(locale, day_offset(date, first_date));
    let date = start.date_naive();
    let next = date + Duration::days(1);
    let midnight = x_of(midnight_of(zone, next), left);
    Ribbon {
        city: reader.city_name(city),
        date: display::weekday_date(locale, date),
        shift: shift(date),
        bands: placed(
            &day_bands(zone, &city.hours, &city.workdays(), left, right),
            left,
        ),
        ticks: ticks(zone, left),
        midnight: (0 < midnight && midnight < DAY).then(|| Midnight {
            x: midnight,
            date: display::weekday_date(locale, next),
            shift: shift(next),
        }),
    }
}

/// A mark at each full hour of a city's own clock, every third one labelled.
fn ticks(zone: &Zone, left: DateTime<Utc>) -> Vec<Tick> {
    let full_hour = |x: &u32| zone.at(left + Duration::minutes((*x).into())).minute() == 0;
    let tick = |x: u32| {
        let hour = zone.at(left + Duration::minutes(x.into())).hour();
        Tick {
            x,
            label: if hour.is_multiple_of(3) {
                format!("{hour:02}")
            } else {
                String::new()
            },
        }
    };
    // Offsets are multiples of a quarter of an hour since 1972.
    (0..=DAY).step_by(15).filter(full_hour).map(tick).collect()
}

/// What a wrong field is told, in the reader's language where there are words for its code.
pub fn fault(l: &Localizer, code: &str, detail: &str) -> String {
    let key = format!("fault-{}", code.replace('_', "-"));
    let words = l.text(&key);
    if words == key {
        detail.to_owned()
    } else {
        words
    }
}

/// The date that is shown first: the one asked for, no earlier than today in the first city.
pub fn first_date(asked: Option<&str>, today: NaiveDate) -> NaiveDate {
    let asked = asked.and_then(|date| date.parse::<NaiveDate>().ok());
    let within = |date: &NaiveDate| *date > today && date.year() <= today.year() + 10;
    asked.filter(within).unwrap_or(today)
}
