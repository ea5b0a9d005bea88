//! `/console/partnerships`: all partnerships of the cities somebody keeps, those that need attention
//! first.

use actix_web::web::ServiceConfig;
use actix_web::{HttpResponse, get};
use askama::Template;
use chrono::{DateTime, Utc};

use super::parts::{Frame, name_of};
use super::reader::{Reader, see_other};
use super::show;
use crate::app::local_time::zone_of;
use crate::app::partnership::life::{self, Overviewed};
use crate::domain::display;
use crate::domain::locale::Localizer;
use crate::domain::partnership::Stage;
use crate::domain::partnership::health::{Attention, Health};
use crate::web::Problem;

/// The coordinators' overview.
#[derive(Template)]
#[template(path = "pages/overview.html")]
pub struct OverviewPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// The partnerships, those that need attention first.
    pub partnerships: Vec<OverviewCard>,
}

/// A partnership.
pub struct OverviewCard {
    /// UUID.
    pub id: String,
    /// Its cities' names.
    pub cities: String,
    /// How far it has come.
    pub stage: Stage,
    /// Such as `Pilot until Jun 30, 2027`; empty where it is none.
    pub pilot: String,
    /// Whether it is alive.
    pub health: Health,
    /// What needs attention, in words.
    pub needs: Vec<String>,
    /// When its cities meet next, on the clock of its first city; empty where they do not.
    pub next: String,
    /// When they met last; empty where they did not.
    pub last: String,
    /// Its latest year with a visit, and what there was.
    pub year: Option<(String, String)>,
    /// Where it is edited, or agreed to.
    pub edit: String,
    /// Where times for its cities are found.
    pub find: String,
}

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(overview);
}

#[get("/console/partnerships")]
async fn overview(reader: Reader) -> Result<HttpResponse, Problem> {
    if reader.actor().person().is_none() {
        return Ok(see_other("/sign-in"));
    }
    if !reader.actor().keeps_a_city() {
        return Ok(see_other("/console"));
    }
    let all = life::overview(&reader.state.app, reader.actor()).await?;
    let cards = all.iter().map(|one| card(&reader, one));
    reader.show(&OverviewPage {
        l: reader.l,
        frame: reader.frame(reader.l.text("overview-title")),
        partnerships: cards.collect::<Result<_, _>>()?,
    })
}

fn card(reader: &Reader, one: &Overviewed) -> Result<OverviewCard, Problem> {
    let (l, locale) = (&reader.l, reader.locale());
    let partnership = &one.partnership;
    let first = partnership.cities.first();
    let first = first.ok_or_else(|| Problem::not_found("city"))?;
    let zone = zone_of(&reader.state.app.zones, &first.zone)?;
    let moment = |at: DateTime<Utc>| display::weekday_date_time(locale, zone.at(at));
    let date = |at: DateTime<Utc>| display::date(locale, zone.at(at));
    let year = one.years.first().map(|year| {
        let visits = l.count("life-visit-count", year.total.visits);
        let people = l.count("life-people-count", year.total.people);
        (year.year.to_string(), format!("{visits} · {people}"))
    });
    let pilot = partnership
        .pilot_ends
        .map(|last| l.with("pilot-until", "date", &display::date(locale, last)));
    let need = |need: &Attention| match need {
        Attention::Proposal => {
            let awaited = show::city_list(reader, partnership.awaiting_cities());
            l.with("proposal-awaits", "cities", &awaited)
        }
        need => name_of(l, "attention", need.as_str()),
    };
    let slugs = partnership.cities.iter();
    let slugs: Vec<String> = slugs.map(|city| format!("city={}", city.slug)).collect();
    let names = partnership.cities.iter().map(|city| reader.city_name(city));
    let id = partnership.id.to_string();
    Ok(OverviewCard {
        cities: names.collect::<Vec<_>>().join(" – "),
        stage: partnership.stage,
        pilot: pilot.unwrap_or_default(),
        health: one.health,
        needs: one.attention.iter().map(need).collect(),
        next: one.meetings.next.map(moment).unwrap_or_default(),
        last: one.meetings.last.map(date).unwrap_or_default(),
        year,
        edit: match partnership.is_agreed() {
            true => format!("/console/partnerships/{id}/edit"),
            false => format!("/partnerships/{id}"),
        },
        find: format!("/find?{}", slugs.join("&")),
        id,
    })
}
