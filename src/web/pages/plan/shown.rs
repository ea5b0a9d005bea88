//! Plans in words: cards side by side, the chosen one date by date.

use std::collections::HashSet;

use super::agree;
use super::asked::Asked;
use super::{ChosenPlan, PlanCard, PlanResult, PlanSide, VisitCell, VisitRow};
use crate::app::Error;
use crate::app::plan::Planned;
use crate::app::series::fingerprint;
use crate::domain::burden::Burden;
use crate::domain::display;
use crate::domain::hours::Tier;
use crate::domain::plan::{Alternative, CityVisit, PlanKind, Visit};
use crate::web::pages::day::percent_of;
use crate::web::pages::parts::name_of;
use crate::web::pages::reader::Reader;
use crate::web::pages::typed::Typed;

/// Wall clocks that a card names.
const CLOCKS: usize = 4;

pub(super) async fn result(
    reader: &Reader,
    asked: &Asked,
    planned: &Planned,
    typed: &Typed,
    error: Option<String>,
) -> Result<PlanResult, Error> {
    let l = &reader.l;
    let plans = distinct(&planned.plans.alternatives);
    let most = plans.iter().flat_map(|plan| &plan.with_carried).max();
    let most = most.copied().unwrap_or_default().as_f64().max(4.0);
    let chosen = plans
        .iter()
        .position(|plan| plan.kind.as_str() == asked.kind && plan.clock.to_string() == asked.clock);
    let card = |(index, plan): (usize, &&Alternative)| PlanCard {
        chosen: chosen == Some(index),
        ..card(reader, asked, planned, plan, most)
    };
    let summary = match (plans.is_empty(), planned.plans.dates.is_empty()) {
        (_, true) => l.text("plan-no-dates"),
        (true, false) => nobody_awake(reader, planned),
        _ => l.count("plan-visits", planned.plans.dates.len() as i64),
    };
    Ok(PlanResult {
        summary,
        notes: notes(reader, planned),
        cards: plans.iter().enumerate().map(card).collect(),
        chosen: match chosen.and_then(|index| plans.get(index)) {
            Some(plan) => Some(shown(reader, asked, planned, plan, typed, error).await?),
            None => None,
        },
    })
}

/// The plans without those that say the same as one before them.
fn distinct(plans: &[Alternative]) -> Vec<&Alternative> {
    let mut seen = HashSet::new();
    plans
        .iter()
        .filter(|plan| seen.insert(fingerprint_of_times(plan)))
        .collect()
}

fn fingerprint_of_times(plan: &Alternative) -> Vec<i64> {
    plan.visits
        .iter()
        .map(|visit| visit.starts_at.timestamp())
        .collect()
}

fn city_name(reader: &Reader, planned: &Planned, index: usize) -> String {
    let place = planned.places.get(index);
    let city = place.and_then(|place| place.city.as_ref());
    city.map(|city| reader.city_name(city)).unwrap_or_default()
}

fn nobody_awake(reader: &Reader, planned: &Planned) -> String {
    let asleep = planned
        .plans
        .nights
        .iter()
        .enumerate()
        .filter(|(_, nights)| **nights > 0);
    let names: Vec<String> = asleep
        .map(|(city, _)| city_name(reader, planned, city))
        .collect();
    reader.l.with(
        "plan-nobody-awake",
        "cities",
        &names.join(&reader.l.text("list-separator")),
    )
}

/// The dates that were left out or moved, and what was borne before.
fn notes(reader: &Reader, planned: &Planned) -> Vec<String> {
    let (l, locale) = (&reader.l, reader.locale());
    let separator = l.text("list-separator");
    let mut notes = Vec::new();
    let dates: Vec<String> = planned
        .plans
        .left_out
        .iter()
        .map(|left| {
            let names: Vec<String> = left
                .cities
                .iter()
                .map(|c| city_name(reader, planned, *c))
                .collect();
            let date = display::date(locale, left.date);
            l.args(
                "plan-left-out-date",
                &[("date", &date), ("cities", &names.join(&separator))],
            )
        })
        .collect();
    if !dates.is_empty() {
        notes.push(l.with("plan-left-out", "dates", &dates.join(&separator)));
    }
    let moved = planned
        .plans
        .dates
        .iter()
        .filter(|one| one.date != one.original);
    let moved: Vec<String> = moved
        .map(|one| {
            let (from, to) = (
                display::date(locale, one.original),
                display::date(locale, one.date),
            );
            l.args("plan-moved-date", &[("from", &from), ("to", &to)])
        })
        .collect();
    if !moved.is_empty() {
        notes.push(l.with("plan-moved", "dates", &moved.join(&separator)));
    }
    if planned.carried.iter().any(|borne| *borne > Burden::ZERO) {
        let borne = planned
            .carried
            .iter()
            .enumerate()
            .map(|(city, borne)| format!("{} {borne}", city_name(reader, planned, city)));
        let borne: Vec<String> = borne.collect();
        notes.push(l.with("plan-carried", "cities", &borne.join(&separator)));
    }
    notes
}

fn card(
    reader: &Reader,
    asked: &Asked,
    planned: &Planned,
    plan: &Alternative,
    most: f64,
) -> PlanCard {
    let l = &reader.l;
    let side = |(city, burden): (usize, &Burden)| {
        let unsocial = |visit: &&Visit| visit.cities[city].tier == Tier::Unsocial;
        let unsocial = plan.visits.iter().filter(unsocial).count();
        PlanSide {
            city: city_name(reader, planned, city),
            burden: burden.to_string(),
            bar: percent_of(burden.as_f64() / most),
            unsocial: match unsocial {
                0 => String::new(),
                count => l.count("plan-unsocial", count as i64),
            },
        }
    };
    PlanCard {
        title: title(reader, planned, plan),
        about: l.text(&format!(
            "plan-about-{}",
            plan.kind.as_str().replace('_', "-")
        )),
        clocks: clocks(reader, planned, plan),
        changes: match plan.clock_changes {
            0 => l.text("plan-no-changes"),
            count => l.count("plan-changes", count as i64),
        },
        sides: plan.burden.iter().enumerate().map(side).collect(),
        href: asked.href(plan.kind.as_str(), plan.clock),
        chosen: false,
    }
}

fn title(reader: &Reader, planned: &Planned, plan: &Alternative) -> String {
    let city = city_name(reader, planned, plan.clock);
    match plan.kind {
        PlanKind::Fixed | PlanKind::OneSided => {
            let key = format!("plan-kind-{}", plan.kind.as_str().replace('_', "-"));
            reader.l.with(&key, "city", &city)
        }
        kind => name_of(&reader.l, "plan-kind", kind.as_str()),
    }
}

/// The wall clocks of a plan, in order of first use.
fn clocks(reader: &Reader, planned: &Planned, plan: &Alternative) -> String {
    let mut clocks: Vec<String> = Vec::new();
    for visit in &plan.visits {
        let time = display::time(reader.locale(), visit.local_start);
        if !clocks.contains(&time) {
            clocks.push(time);
        }
    }
    let more = clocks.len() > CLOCKS;
    clocks.truncate(CLOCKS);
    if more {
        clocks.push("…".to_owned());
    }
    let city = city_name(reader, planned, plan.clock);
    reader.l.args(
        "plan-clocks",
        &[("city", &city), ("times", &clocks.join(" · "))],
    )
}

async fn shown(
    reader: &Reader,
    asked: &Asked,
    planned: &Planned,
    plan: &Alternative,
    typed: &Typed,
    error: Option<String>,
) -> Result<ChosenPlan, Error> {
    let cities = (0..planned.places.len()).map(|city| city_name(reader, planned, city));
    let agree = agree::form(reader, asked, planned, &fingerprint(plan), typed, error).await?;
    let row = |(index, visit): (usize, &Visit)| VisitRow {
        number: index + 1,
        moved: visit.cities.iter().any(|city| city.clock_moved),
        cells: visit
            .cities
            .iter()
            .enumerate()
            .map(|(city, there)| cell(reader, city_name(reader, planned, city), there))
            .collect(),
    };
    Ok(ChosenPlan {
        title: title(reader, planned, plan),
        cities: cities.collect(),
        rows: plan.visits.iter().enumerate().map(row).collect(),
        who_may: match (&agree, reader.actor().person()) {
            (Some(_), _) => String::new(),
            (None, Some(_)) => reader.l.text("plan-who-may"),
            (None, None) => reader.l.text("plan-sign-in"),
        },
        agree,
    })
}

fn cell(reader: &Reader, city: String, there: &CityVisit) -> VisitCell {
    let locale = reader.locale();
    VisitCell {
        city,
        date: display::weekday_date(locale, there.start),
        time: display::time(locale, there.start),
        datetime: there.start.to_rfc3339(),
        tier: there.tier,
        holiday: there.holiday,
        moved: match there.clock_moved {
            true => reader.l.with(
                "plan-clock-moved",
                "offset",
                &display::offset(locale, there.start),
            ),
            false => String::new(),
        },
    }
}
