//! One moment on several clocks, as a letter tells it.

use chrono::{DateTime, FixedOffset, Utc};

use super::sheet::Clock;
use crate::domain::booking::Part;
use crate::domain::display;
use crate::domain::hours::day_offset;
use crate::domain::letter::{Place, Recipient, Visit};
use crate::domain::locale::Localizer;
use crate::domain::zone::{UnknownZone, ZoneData};

/// A zone that was valid when the letter was decided is not in the zone data.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the zone {name:?} is not known")]
pub struct NoZone {
    /// Its name.
    pub name: String,
    /// The cause.
    pub source: UnknownZone,
}

/// The visit's beginning and end on a zone's clock.
pub(super) fn span(
    zones: &ZoneData,
    zone: &str,
    visit: &Visit,
) -> Result<(DateTime<FixedOffset>, DateTime<FixedOffset>), NoZone> {
    from_to(zones, zone, visit.starts_at, visit.ends_at)
}

/// An interval on a zone's clock.
pub(super) fn from_to(
    zones: &ZoneData,
    zone: &str,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Result<(DateTime<FixedOffset>, DateTime<FixedOffset>), NoZone> {
    let found = zones.zone(zone);
    let zone = found.map_err(|source| NoZone {
        name: zone.to_owned(),
        source,
    })?;
    Ok((zone.at(from), zone.at(to)))
}

/// The visit on the reader's clock, then on those of both cities; the city that the reader shares
/// a zone with is not told twice.
pub(super) fn clocks(
    zones: &ZoneData,
    words: &Localizer,
    reader: &Recipient,
    visit: &Visit,
) -> Result<Vec<Clock>, NoZone> {
    let cities = [&visit.host_city, &visit.guest_city];
    let (from, to) = (visit.starts_at, visit.ends_at);
    clocks_at(zones, words, reader, visit.part, cities, (from, to))
}

/// An interval on the clock of a reader on this side of a visit, then on those of the host's city
/// and the guests'.
pub(super) fn clocks_at(
    zones: &ZoneData,
    words: &Localizer,
    reader: &Recipient,
    part: Part,
    cities: [&Place; 2],
    span: (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<Clock>, NoZone> {
    let [host_city, guest_city] = cities;
    let home = match part {
        Part::Host => host_city,
        Part::Contact | Part::Guest => guest_city,
    };
    // The host's city first, as it is where the visit is at home.
    clocks_of(zones, words, reader, home, &cities, span)
}

/// An interval on the clock of a reader who belongs to `home`, then on those of `cities`. A reader
/// who shares the zone of `home` is not told its clock twice.
pub(super) fn clocks_of(
    zones: &ZoneData,
    words: &Localizer,
    reader: &Recipient,
    home: &Place,
    cities: &[&Place],
    (from, to): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<Clock>, NoZone> {
    let at_home = zones.same(&reader.zone, &home.zone);
    let mine = from_to(zones, &reader.zone, from, to)?;
    let label = if at_home {
        words.with("letter-your-time-in", "city", &place(words, home))
    } else {
        words.with("letter-your-time", "zone", &reader.zone)
    };
    let mut clocks = vec![Clock {
        label,
        when: when(words, mine),
        shift: None,
    }];
    for city in cities.iter().filter(|city| !(at_home && **city == home)) {
        let there = from_to(zones, &city.zone, from, to)?;
        let days = day_offset(there.0.date_naive(), mine.0.date_naive());
        clocks.push(Clock {
            label: place(words, city),
            when: when(words, there),
            shift: shift(words, days),
        });
    }
    Ok(clocks)
}

/// When the visit was to be, on the reader's clock, where that has changed. On the host city's clock,
/// in which it was promised, it has not; the new rules would tell the old instant wrongly there.
pub(super) fn before(
    zones: &ZoneData,
    words: &Localizer,
    reader: &Recipient,
    visit: &Visit,
) -> Result<Option<String>, NoZone> {
    let promised_there = zones.same(&reader.zone, &visit.host_city.zone);
    let Some(was) = visit.moved_from.filter(|_| !promised_there) else {
        return Ok(None);
    };
    let old = Visit {
        starts_at: was,
        ends_at: was + (visit.ends_at - visit.starts_at),
        ..visit.clone()
    };
    Ok(Some(when(words, span(zones, &reader.zone, &old)?)))
}

/// The date, the times and the offset.
pub(super) fn when(
    words: &Localizer,
    (start, end): (DateTime<FixedOffset>, DateTime<FixedOffset>),
) -> String {
    let locale = words.locale();
    let (before, after) = (display::offset(locale, start), display::offset(locale, end));
    let offset = if before == after {
        before
    } else {
        words.args(
            "letter-offset-change",
            &[("before", &before), ("after", &after)],
        )
    };
    let date = display::long_date(locale, start);
    let range = display::time_range(locale, start, end);
    words.args(
        "letter-when",
        &[("date", &date), ("range", &range), ("offset", &offset)],
    )
}

pub(super) fn shift(words: &Localizer, days: i64) -> Option<String> {
    match days {
        0 => None,
        1 => Some(words.text("letter-next-day")),
        -1 => Some(words.text("letter-previous-day")),
        days => Some(display::day_shift(words.locale(), days)),
    }
}

/// A city as the reader knows it, with the name its own people use.
pub(super) fn place(words: &Localizer, place: &Place) -> String {
    let (name, native) = (place.name.as_str(), place.native_name.as_str());
    if words.locale().reads(native) {
        native.to_owned()
    } else if native.is_empty() || native == name {
        name.to_owned()
    } else {
        words.args("letter-place", &[("name", name), ("native", native)])
    }
}
