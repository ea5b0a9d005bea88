//! How a partnership is doing, as its page tells it: numbers, visits, what they brought, its history.

use super::day::percent_of;
use super::parts::{SideTime, name_of};
use super::reader::Reader;
use super::show;
use crate::app::local_time::{local_times, zone_of};
use crate::app::partnership::life::{HistoryLine, Life, OutcomeTold, VisitTold};
use crate::domain::city::City;
use crate::domain::display;
use crate::domain::partnership::numbers::{Count, Year};
use crate::domain::partnership::stages::ChangeKind;
use crate::domain::report::Outcome;
use crate::web::Problem;

/// How a partnership is doing.
pub struct LifeView {
    /// Such as `Pilot until Jun 30, 2027`; empty where it is none.
    pub pilot: String,
    /// The last visit.
    pub last: Option<VisitLine>,
    /// The next one.
    pub next: Option<VisitLine>,
    /// Years with a visit, the latest first.
    pub years: Vec<YearRow>,
    /// Visits to look back on, each with the link to what came of it; for those who keep it.
    pub recent: Vec<(VisitLine, String)>,
    /// What visits brought.
    pub outcomes: Vec<OutcomeCard>,
    /// What became of it, the latest first.
    pub history: Vec<HistoryRow>,
    /// Where it is edited, for those who may.
    pub edit: Option<String>,
    /// Where its letters are switched off and on, for those who get them.
    pub letters: Option<String>,
}

/// A visit.
pub struct VisitLine {
    /// Its date on the host's clock.
    pub date: String,
    /// The same for programs.
    pub datetime: String,
    /// The offer's title; empty where it is not told.
    pub title: String,
    /// The time in each city's own clock; only of a visit to come.
    pub sides: Vec<SideTime>,
}

/// A year.
pub struct YearRow {
    /// The year.
    pub year: String,
    /// How many visits.
    pub visits: String,
    /// How many people.
    pub people: String,
    /// The people as the percentage of a bar.
    pub bar: String,
    /// Tracks and what they received, in words.
    pub tracks: Vec<(String, String)>,
}

/// What a visit brought.
pub struct OutcomeCard {
    /// The visit.
    pub visit: VisitLine,
    /// Its sides' words.
    pub words: Vec<Words>,
}

/// What one side learned.
pub struct Words {
    /// Whose words.
    pub side: String,
    /// The words.
    pub text: String,
    /// The language they are in.
    pub lang: &'static str,
}

/// A line of the history.
pub struct HistoryRow {
    /// When.
    pub date: String,
    /// The same for programs.
    pub datetime: String,
    /// What happened.
    pub what: String,
    /// Who did it; empty where it is not told.
    pub by: String,
    /// Why; maybe empty.
    pub why: String,
}

/// How a partnership is doing, in the reader's words.
pub(super) fn view(reader: &Reader, life: &Life) -> Result<LifeView, Problem> {
    let (l, locale) = (&reader.l, reader.locale());
    let partnership = &life.partnership;
    let pilot = partnership.pilot_ends.map(|last| {
        let date = display::date(locale, last);
        l.with("pilot-until", "date", &date)
    });
    let next = match &life.next {
        Some(visit) => Some(VisitLine {
            sides: sides(reader, &partnership.cities, visit)?,
            ..visit_line(reader, visit)?
        }),
        None => None,
    };
    let last = life.last.as_ref();
    let recent = life.recent.iter().map(|visit| {
        let href = format!("/bookings/{}/report", visit.booking);
        Ok::<_, Problem>((visit_line(reader, visit)?, href))
    });
    let outcomes = life.outcomes.iter().map(|told| outcome(reader, told));
    Ok(LifeView {
        pilot: pilot.unwrap_or_default(),
        last: last.map(|visit| visit_line(reader, visit)).transpose()?,
        next,
        recent: recent.collect::<Result<_, _>>()?,
        years: years(reader, &life.years),
        outcomes: outcomes.collect::<Result<_, _>>()?,
        history: history(reader, life)?,
        edit: life
            .keeps
            .then(|| format!("/console/partnerships/{}/edit", partnership.id)),
        letters: reader
            .actor()
            .gets_letters_for(&partnership.cities)
            .then(|| format!("/partnerships/{}/reminders", partnership.id)),
    })
}

fn sides(reader: &Reader, cities: &[City], visit: &VisitTold) -> Result<Vec<SideTime>, Problem> {
    let app = &reader.state.app;
    let local = local_times(app, cities, visit.starts_at, visit.ends_at)?;
    Ok(local
        .iter()
        .map(|local| show::side(reader, local))
        .collect())
}

fn visit_line(reader: &Reader, visit: &VisitTold) -> Result<VisitLine, Problem> {
    let start = zone_of(&reader.state.app.zones, &visit.zone)?.at(visit.starts_at);
    Ok(VisitLine {
        date: display::date(reader.locale(), start),
        datetime: start.to_rfc3339(),
        title: visit.title.clone().unwrap_or_default(),
        sides: Vec::new(),
    })
}

/// Years as rows, each bar as long as its people are many.
pub(super) fn years(reader: &Reader, years: &[Year]) -> Vec<YearRow> {
    let l = &reader.l;
    let most = years.iter().map(|year| year.total.people).max();
    let most = most.unwrap_or(1).max(1) as f64;
    let told = |count: &Count| {
        let (visits, people) = (
            l.count("life-visit-count", count.visits),
            l.count("life-people-count", count.people),
        );
        format!("{visits} · {people}")
    };
    let row = |year: &Year| YearRow {
        year: year.year.to_string(),
        visits: year.total.visits.to_string(),
        people: year.total.people.to_string(),
        bar: percent_of(year.total.people as f64 / most),
        tracks: year
            .tracks
            .iter()
            .map(|(track, count)| (name_of(l, "track", track.as_str()), told(count)))
            .collect(),
    };
    years.iter().map(row).collect()
}

fn outcome(reader: &Reader, told: &OutcomeTold) -> Result<OutcomeCard, Problem> {
    Ok(OutcomeCard {
        visit: visit_line(reader, &told.visit)?,
        words: told.outcomes.iter().map(|one| words(reader, one)).collect(),
    })
}

pub(super) fn words(reader: &Reader, outcome: &Outcome) -> Words {
    Words {
        side: name_of(&reader.l, "life-side", outcome.side.as_str()),
        text: outcome.text.clone(),
        lang: outcome.locale.tag(),
    }
}

fn history(reader: &Reader, life: &Life) -> Result<Vec<HistoryRow>, Problem> {
    let first = life.partnership.cities.first();
    let first = first.ok_or_else(|| Problem::not_found("city"))?;
    let zone = zone_of(&reader.state.app.zones, &first.zone)?;
    let row = |line: &HistoryLine| {
        let at = zone.at(line.change.at);
        HistoryRow {
            date: display::date(reader.locale(), at),
            datetime: at.to_rfc3339(),
            what: what(reader, life, line),
            by: line
                .who
                .as_ref()
                .map(|name| reader.l.with("history-by", "name", name))
                .unwrap_or_default(),
            why: line.change.why.clone(),
        }
    };
    Ok(life.history.iter().rev().map(row).collect())
}

fn what(reader: &Reader, life: &Life, line: &HistoryLine) -> String {
    let (l, change) = (&reader.l, &line.change);
    if let Some(outcome) = change.outcome {
        return name_of(l, "pilot-outcome", outcome.as_str());
    }
    let stage = name_of(l, "stage", change.stage.as_str());
    match change.kind {
        ChangeKind::Proposed => l.with("history-proposed", "stage", &stage),
        ChangeKind::Stage => l.with("history-stage", "stage", &stage),
        ChangeKind::Facts => l.text("history-facts"),
        ChangeKind::Pilot => {
            let date = change
                .pilot_ends
                .map(|last| display::date(reader.locale(), last));
            l.with("history-pilot", "date", &date.unwrap_or_default())
        }
        ChangeKind::Agreed => {
            let city = line
                .city
                .and_then(|index| life.partnership.cities.get(index));
            let city = city.map(|city| reader.city_name(city)).unwrap_or_default();
            l.with("history-agreed", "city", &city)
        }
    }
}
