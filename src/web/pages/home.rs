//! `/`: what this is, who takes part, what can be visited next.

use std::cmp::Reverse;
use std::collections::HashMap;

use actix_web::web::ServiceConfig;
use actix_web::{HttpResponse, get};
use askama::Template;

use super::day::Clock;
use super::parts::{Frame, PartnershipRow, SlotCard};
use super::reader::Reader;
use super::show;
use crate::app::slot::{self, SlotQuery};
use crate::app::{city, partnership};
use crate::domain::city::City;
use crate::domain::id::CityId;
use crate::domain::locale::Localizer;
use crate::domain::partnership::Partnership;
use crate::domain::slot::SlotStatus;
use crate::web::Problem;

/// The front page.
#[derive(Template)]
#[template(path = "pages/home.html")]
pub struct HomePage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// Every city that takes part, from east to west.
    pub cities: Vec<HomeCity>,
    /// Every public partnership.
    pub partnerships: Vec<PartnershipRow>,
    /// Public visits that can still be booked, soonest first.
    pub visits: Vec<SlotCard>,
    /// Words for seats that change.
    pub seat_words: Vec<String>,
}

/// A city among others.
pub struct HomeCity {
    /// Its clock and name.
    pub clock: Clock,
    /// The country's name.
    pub country: String,
    /// Partnerships it is in.
    pub partnerships: i64,
}

/// Most visits that the front page and a city's page list.
pub(super) const VISITS: i64 = 12;

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(home);
}

#[get("/")]
async fn home(reader: Reader) -> Result<HttpResponse, Problem> {
    let (app, actor) = (&reader.state.app, reader.actor());
    let cities = city::list(app).await?;
    let partnerships = partnership::list(app, actor).await?;
    let open = slot::count_open(app).await?;
    let query = SlotQuery {
        from: Some(app.now()),
        status: Some(SlotStatus::Open),
        limit: VISITS,
        ..SlotQuery::default()
    };
    let visits = slot::list(app, actor, query).await?;

    let count = |city: &City| partnerships.iter().filter(|p| p.includes(city.id)).count();
    let mut clocks = Vec::new();
    for city in &cities {
        clocks.push(HomeCity {
            clock: show::clock(&reader, city)?,
            country: reader.l.country(&city.country),
            partnerships: i64::try_from(count(city)).unwrap_or(i64::MAX),
        });
    }
    // From east to west, the order in which a day visits them.
    clocks.sort_by_key(|city| Reverse(city.clock.offset_minutes));
    let row = |partnership: &Partnership| {
        let open_slots = open_in(&open, partnership);
        show::partnership_row(&reader, partnership, open_slots)
    };
    let mut frame = reader.frame(reader.l.text("home-page-title"));
    frame.description = reader.l.text("home-lead");
    frame.live = show::live(visits.live);
    reader.show(&HomePage {
        l: reader.l,
        frame,
        cities: clocks,
        partnerships: partnerships.iter().map(row).collect(),
        seat_words: show::words_for(&reader, &visits.slots),
        visits: visits
            .slots
            .iter()
            .map(|slot| show::card(&reader, slot, None))
            .collect(),
    })
}

/// How many slots of a partnership's cities can be booked.
pub(super) fn open_in(open: &HashMap<CityId, i64>, partnership: &Partnership) -> i64 {
    partnership
        .cities
        .iter()
        .filter_map(|city| open.get(&city.id))
        .sum()
}
