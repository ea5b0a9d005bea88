//! What the finder says: times, burdens, clock changes and advice in the reader's language.

use chrono::{Duration, SecondsFormat};

use super::{Asked, FoundSide, FoundTime, Way};
use crate::app::overlap::{Overlap, Place, PlaceTime};
use crate::domain::burden::Burden;
use crate::domain::display;
use crate::domain::input::FieldError;
use crate::domain::locale::Localizer;
use crate::domain::overlap::{Blocked, Found, Nothing, Window};
use crate::domain::zone::Zone;
use crate::web::pages::parts::SideTime;
use crate::web::pages::reader::Reader;
use crate::web::pages::show;

/// Most clock changes that are told.
const NOTES_MAX: usize = 12;

/// What is wrong with a field, in the reader's language where there are words for it.
pub(super) fn fault(l: &Localizer, error: &FieldError) -> String {
    let key = format!("find-fault-{}", error.code.replace('_', "-"));
    let words = l.text(&key);
    if words == key {
        error.detail.clone()
    } else {
        words
    }
}

/// How much was found.
pub(super) fn summary(l: &Localizer, found: &Found) -> String {
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let fitting = l.count("find-fitting", count(found.feasible));
    let days = l.count("find-on-days", count(found.days));
    let easy = match found.easy {
        0 => l.text("find-none-easy"),
        easy => l.count("find-easy", count(easy)),
    };
    l.args(
        "find-summary",
        &[("fitting", &fitting), ("days", &days), ("easy", &easy)],
    )
}

fn name(reader: &Reader, place: &Place) -> String {
    match &place.city {
        Some(city) => reader.city_name(city),
        None => place.time.zone.name().to_owned(),
    }
}

/// A time in all clocks. `scale` is the burden of a whole bar.
pub(super) fn time(
    reader: &Reader,
    overlap: &Overlap,
    window: &Window,
    (rank, scale): (usize, f64),
    blocked: &[Blocked],
) -> FoundTime {
    let locale = reader.locale();
    let local = overlap.local(window);
    let sides = local.iter().zip(&overlap.places).zip(&window.burdens);
    let side = |(index, ((time, place), burden)): (usize, ((&PlaceTime, &Place), &Burden))| {
        let blocked = blocked.iter().find(|blocked| blocked.city == index);
        FoundSide {
            side: SideTime {
                city: name(reader, place),
                datetime: time.start.to_rfc3339(),
                date: display::weekday_date(locale, time.start),
                start: display::time(locale, time.start),
                end: display::time(locale, time.end),
                offset: display::offset(locale, time.start),
                day_offset: time.day_offset,
                tier: time.tier,
                holiday: (place.city.as_ref())
                    .and_then(|city| show::holiday(reader, city, time.start.date_naive())),
            },
            day_off: time.day_off,
            bears: bears(&reader.l, *burden, overlap.search.duration_minutes),
            burden: burden.to_string(),
            bar: format!("{:.1}%", (burden.as_f64() / scale * 100.0).min(100.0)),
            blocked: blocked.map_or_else(String::new, |why| {
                let key = if why.night {
                    "find-blocked-night"
                } else {
                    "find-blocked-day-off"
                };
                reader.l.text(key)
            }),
        }
    };
    let start = overlap
        .places
        .first()
        .map(|place| place.time.zone.at(window.start));
    let flexible = match window.flexible_minutes {
        0 => String::new(),
        minutes => {
            let last = window.start + Duration::minutes(minutes.into());
            let last = overlap.places.first().map(|place| place.time.zone.at(last));
            let last = last
                .map(|last| display::time(locale, last))
                .unwrap_or_default();
            reader.l.with("find-flexible", "time", &last)
        }
    };
    FoundTime {
        rank,
        at: window.start.to_rfc3339_opts(SecondsFormat::Secs, true),
        date: start
            .map(|start| display::long_date(locale, start))
            .unwrap_or_default(),
        flexible,
        sides: sides.enumerate().map(side).collect(),
    }
}

/// A burden in words, by what it is an hour.
pub(in crate::web::pages) fn bears(l: &Localizer, burden: Burden, minutes: u32) -> String {
    let an_hour = burden.as_f64() * 60.0 / f64::from(minutes.max(1));
    let word = match an_hour {
        rate if rate <= 0.0 => "none",
        rate if rate < 1.0 => "little",
        rate if rate < 10.0 => "some",
        rate if rate < 30.0 => "much",
        _ => "most",
    };
    l.text(&format!("find-bears-{word}"))
}

/// What the clocks do in the time searched: each change, and how far apart the city then is from
/// the first one (the first one from the second).
pub(super) fn clock_notes(reader: &Reader, overlap: &Overlap) -> Vec<String> {
    let search = &overlap.search;
    let mut notes = Vec::new();
    for (index, place) in overlap.places.iter().enumerate() {
        let other = overlap.places.get(usize::from(index == 0));
        let Some(other) = other else { continue };
        for change in place.time.zone.changes(search.from, search.to) {
            let before = change - Duration::seconds(1);
            let offset = |zone: &Zone, at| zone.at(at).offset().local_minus_utc();
            let apart =
                |at| (offset(&place.time.zone, at) - offset(&other.time.zone, at)).abs() / 60;
            let forward = offset(&place.time.zone, change) > offset(&place.time.zone, before);
            if apart(before) == apart(change) {
                continue;
            }
            let key = if forward {
                "find-clock-forward"
            } else {
                "find-clock-back"
            };
            let date = display::date(reader.locale(), place.time.zone.at(before));
            let args = [
                ("city", name(reader, place)),
                ("date", date),
                ("other", name(reader, other)),
                ("before", length(&reader.l, apart(before))),
                ("after", length(&reader.l, apart(change))),
            ];
            let args: Vec<(&str, &str)> = args
                .iter()
                .map(|(key, text)| (*key, text.as_str()))
                .collect();
            notes.push((change, reader.l.args(key, &args)));
        }
    }
    notes.sort();
    notes.truncate(NOTES_MAX);
    notes.into_iter().map(|(_, note)| note).collect()
}

/// Such as `9 hours`, `5:45 hours`.
fn length(l: &Localizer, minutes: i32) -> String {
    match minutes % 60 {
        0 => l.count("find-hours", (minutes / 60).into()),
        rest => l.with(
            "find-hours-exactly",
            "time",
            &format!("{}:{rest:02}", minutes / 60),
        ),
    }
}

/// What would help where nothing fits, each as the search that does it.
pub(super) fn advice(
    reader: &Reader,
    asked: &Asked,
    overlap: &Overlap,
    nothing: &Nothing,
) -> Vec<Way> {
    let l = &reader.l;
    let mut ways = Vec::new();
    let city = |place: &usize| {
        Some((
            overlap.places.get(*place)?,
            overlap.places.get(*place)?.city.as_ref()?,
        ))
    };
    for (place, city) in nothing.opt_in.iter().filter_map(city) {
        ways.push(Way {
            words: l.with("find-advice-night", "city", &name(reader, place)),
            href: asked.but(|asked| asked.nights.push(city.slug.clone())),
        });
    }
    if let Some(minutes) = nothing.shorten_to {
        ways.push(Way {
            words: l.count("find-advice-shorten", minutes.into()),
            href: asked.but(|asked| asked.minutes = minutes.to_string()),
        });
    }
    let leave: Vec<_> = nothing.leave_out.iter().filter_map(city).collect();
    if !leave.is_empty() {
        let names: Vec<String> = leave.iter().map(|(place, _)| name(reader, place)).collect();
        let names = names.join(&l.text("list-separator"));
        ways.push(Way {
            words: l.with("find-advice-leave", "cities", &names),
            href: asked.but(|asked| {
                asked
                    .cities
                    .retain(|slug| !leave.iter().any(|(_, city)| city.slug == *slug));
            }),
        });
    }
    if nothing.allow_days_off {
        ways.push(Way {
            words: l.text("find-advice-days-off"),
            href: asked.but(|asked| asked.working_days_only = false),
        });
    }
    ways
}
