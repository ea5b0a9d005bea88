//! How partnerships are doing: numbers, visits, outcomes, history; and the overview of those somebody
//! keeps.

use actix_web::web::{Data, Path, ServiceConfig};
use actix_web::{HttpResponse, get};
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::partnerships::PartnershipDto;
use super::reports::OutcomeDto;
use super::{List, LiveFrom};
use crate::app::partnership::life::{self, HistoryLine, OutcomeTold, Overviewed, VisitTold};
use crate::domain::event::Topic;
use crate::domain::partnership::numbers::{Count, Year};
use crate::web::State;
use crate::web::problem::Problem;
use crate::web::request::{Who, id};

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(overview).service(get_one);
}

/// A visit of a partnership.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = VisitTold)]
pub struct VisitDto {
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// The offer's title, where you may know of it.
    pub title: Option<String>,
}

impl From<VisitTold> for VisitDto {
    fn from(visit: VisitTold) -> Self {
        Self {
            starts_at: visit.starts_at,
            ends_at: visit.ends_at,
            title: visit.title,
        }
    }
}

/// Visits and people.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TrackCount)]
pub struct TrackDto {
    /// official, civic, education, culture or business.
    pub track: String,
    /// Visits.
    pub visits: i64,
    /// People who came where somebody has counted, else as announced.
    pub people: i64,
}

/// A year of a partnership.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PartnershipYear)]
pub struct YearDto {
    /// The year on the hosts' clocks.
    pub year: i32,
    /// Visits.
    pub visits: i64,
    /// People.
    pub people: i64,
    /// By track; those without a visit are left out.
    pub tracks: Vec<TrackDto>,
}

impl From<Year> for YearDto {
    fn from(year: Year) -> Self {
        let Count { visits, people } = year.total;
        let track = |(track, count): (crate::domain::host::Track, Count)| TrackDto {
            track: track.to_string(),
            visits: count.visits,
            people: count.people,
        };
        Self {
            year: year.year,
            visits,
            people,
            tracks: year.tracks.into_iter().map(track).collect(),
        }
    }
}

/// What a visit brought, as it is shown publicly.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = VisitOutcome)]
pub struct VisitOutcomeDto {
    /// The visit.
    pub visit: VisitDto,
    /// What its sides learned.
    pub outcomes: Vec<OutcomeDto>,
}

impl From<OutcomeTold> for VisitOutcomeDto {
    fn from(told: OutcomeTold) -> Self {
        Self {
            visit: told.visit.into(),
            outcomes: told.outcomes.into_iter().map(Into::into).collect(),
        }
    }
}

/// A line of a partnership's history.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PartnershipHistoryLine)]
pub struct HistoryDto {
    /// proposed, agreed, stage, pilot or facts.
    pub kind: String,
    /// The stage after it.
    pub stage: String,
    /// How a pilot came out: continued, ended or extended.
    pub outcome: Option<String>,
    /// The last day of the pilot after it.
    pub pilot_ends: Option<String>,
    /// Slug of the city that agreed.
    pub city: Option<String>,
    /// Who it was; told to those who belong to one of the cities.
    pub who: Option<String>,
    /// Why; told to the same, and to everybody where a pilot came out.
    pub why: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl HistoryDto {
    fn new(line: HistoryLine, cities: &[crate::domain::city::City]) -> Self {
        let change = line.change;
        let city = line.city.and_then(|index| cities.get(index));
        Self {
            kind: change.kind.to_string(),
            stage: change.stage.to_string(),
            outcome: change.outcome.map(|outcome| outcome.to_string()),
            pilot_ends: change.pilot_ends.map(|date| date.to_string()),
            city: city.map(|city| city.slug.clone()),
            who: line.who,
            why: change.why,
            at: change.at,
        }
    }
}

/// How a partnership is doing.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PartnershipLife)]
pub struct LifeDto {
    /// The partnership.
    pub partnership: PartnershipDto,
    /// active, quiet, dormant or resting; told to those who belong to one of the cities.
    pub health: Option<String>,
    /// What needs attention, told to the same: pilot_over, proposal, pilot_ends, pilot_open, dormant, quiet.
    pub attention: Vec<String>,
    /// The last visit that you may know of.
    pub last_visit: Option<VisitDto>,
    /// The next one.
    pub next_visit: Option<VisitDto>,
    /// Visits and people a year, the latest first.
    pub years: Vec<YearDto>,
    /// What its visits brought, the latest first.
    pub outcomes: Vec<VisitOutcomeDto>,
    /// What became of it.
    pub history: Vec<HistoryDto>,
    /// Where to subscribe from for what happens to it.
    pub live: LiveFrom,
}

/// Answers how a partnership is doing.
#[utoipa::path(tag = "Partnerships", context_path = "/api/v1", params(("id" = String, Path)),
    responses((status = 200, body = LifeDto), (status = 404, body = Problem)))]
#[get("/partnerships/{id}/life")]
pub(super) async fn get_one(
    state: Data<State>,
    who: Who,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let id = id(&path, "partnership")?;
    let life = life::get(&state.app, who.actor(), id).await?;
    let cities = &life.partnership.cities;
    let line = |line| HistoryDto::new(line, cities);
    let history = life.history.into_iter().map(line).collect();
    let attention = life.attention.iter().filter(|_| life.belongs);
    Ok(HttpResponse::Ok().json(LifeDto {
        health: life.belongs.then(|| life.health.to_string()),
        attention: attention.map(ToString::to_string).collect(),
        last_visit: life.last.map(Into::into),
        next_visit: life.next.map(Into::into),
        years: life.years.into_iter().map(Into::into).collect(),
        outcomes: life.outcomes.into_iter().map(Into::into).collect(),
        history,
        live: (Topic::Partnership(id), life.head).into(),
        partnership: life.partnership.into(),
    }))
}

/// A partnership among those that you keep.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PartnershipOverview)]
pub struct OverviewDto {
    /// The partnership.
    pub partnership: PartnershipDto,
    /// active, quiet, dormant or resting.
    pub health: String,
    /// What needs attention, the most pressing first.
    pub attention: Vec<String>,
    /// When its cities met last.
    pub last_visit: Option<DateTime<Utc>>,
    /// When they meet next, maybe by a visit that waits for approval.
    pub next_visit: Option<DateTime<Utc>>,
    /// Visits and people a year, the latest first.
    pub years: Vec<YearDto>,
}

impl From<Overviewed> for OverviewDto {
    fn from(one: Overviewed) -> Self {
        Self {
            partnership: one.partnership.into(),
            health: one.health.to_string(),
            attention: one.attention.iter().map(ToString::to_string).collect(),
            last_visit: one.meetings.last,
            next_visit: one.meetings.next,
            years: one.years.into_iter().map(Into::into).collect(),
        }
    }
}

/// Lists the partnerships of the cities that you coordinate, those that need attention first.
#[utoipa::path(tag = "Partnerships", context_path = "/api/v1",
    responses((status = 200, body = List<OverviewDto>), (status = 401, body = Problem),
        (status = 403, body = Problem)))]
#[get("/partnerships/overview")]
pub(super) async fn overview(state: Data<State>, who: Who) -> Result<HttpResponse, Problem> {
    let all = life::overview(&state.app, who.actor()).await?;
    Ok(HttpResponse::Ok().json(List::<OverviewDto>::whole(all)))
}
