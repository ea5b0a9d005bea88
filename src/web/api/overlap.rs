//! Times that suit several cities.

use actix_web::web::{Data, ServiceConfig};
use actix_web::{HttpResponse, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::app::overlap::{self, Overlap, OverlapInput, Place, PlaceInput, PlaceTime};
use crate::domain::burden::Burden;
use crate::domain::overlap::{Nothing, Window};
use crate::web::State;
use crate::web::problem::Problem;
use crate::web::request::Body;

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(find);
}

/// A search for times.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct OverlapRequest {
    /// From 2 to 20, each a slug or an object. The first one's days are counted.
    #[schema(example = json!(["seattle", { "slug": "kaohsiung", "night": true }]))]
    cities: Vec<Participant>,
    /// No meeting begins earlier: RFC 3339, or a date, which means its beginning in the first city.
    #[schema(example = "2027-01-11")]
    from: String,
    /// No meeting ends later: RFC 3339, or a date, which means its end in the first city. At most 400
    /// days are searched.
    #[schema(example = "2027-01-31")]
    to: String,
    /// From 5 to 480.
    #[schema(example = 60)]
    duration_minutes: i64,
    /// Between two starts: 5, 15, 30 or 60; absent means 15.
    step_minutes: Option<i64>,
    /// worst_off (the city that bears most bears as little as can be, then the next) or total; absent
    /// means worst_off.
    order: Option<String>,
    /// Whether a weekend or holiday of any city rules a time out, instead of costing it something.
    working_days_only: bool,
    /// Whether the best time of each day comes before any second one and none overlaps another;
    /// absent means true.
    spread: Option<bool>,
    /// At most 200; absent means 20.
    limit: Option<i64>,
}

/// A city to find a time for.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(untagged, expecting = "a city's slug, or an object with slug or zone")]
pub enum Participant {
    /// Its slug.
    Slug(String),
    /// A city with weights of its own, or a clock that is no city's here.
    Weighed(Box<Weighed>),
}

/// A city with weights of its own, or a clock that is no city's here.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct Weighed {
    /// The city's slug.
    slug: String,
    /// Instead of a slug: an IANA zone.
    zone: Option<String>,
    /// With a zone: minutes after midnight; absent means 540.
    office_start_minute: Option<u16>,
    /// With a zone: minutes after midnight; absent means 1020.
    office_end_minute: Option<u16>,
    /// With a zone: such as fri,sat; absent means sat,sun.
    weekend: Option<String>,
    /// Percent that hours before office hours weigh, at most 1000; absent means 100.
    early: Option<u16>,
    /// Percent that hours after office hours weigh.
    late: Option<u16>,
    /// Percent that the surcharge of the day's edges (06-07, 22-23) weighs.
    edge: Option<u16>,
    /// Percent that the surcharge of weekends and holidays weighs.
    day_off: Option<u16>,
    /// Whether times from 23:00 to 06:00 may be taken.
    night: bool,
}

/// What was found.
#[derive(Debug, Serialize, ToSchema)]
pub struct OverlapAnswer {
    /// The times, best first.
    items: Vec<WindowDto>,
    /// Always null: what is beyond the limit is asked for by a narrower search.
    next: Option<String>,
    /// How many starts fit all cities, those beyond the limit included.
    feasible: usize,
    /// At how many of these nobody bears anything.
    easy: usize,
    /// On how many days of the first city there is one.
    days: usize,
    /// Where none fits: the least bad ones, and what would help.
    nothing: Option<NothingDto>,
}

/// A time.
#[derive(Debug, Serialize, ToSchema)]
pub struct WindowDto {
    /// When it begins.
    starts_at: String,
    /// When it ends.
    ends_at: String,
    /// By how many minutes it may begin later on the same day without any city bearing other than now.
    flexible_minutes: u32,
    /// What all cities bear together.
    #[schema(example = 0.08)]
    burden: f64,
    /// In each city's clock, in the order asked for.
    local: Vec<WindowLocal>,
    /// Whom it does not fit; only among the least bad.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    blocked: Vec<BlockedDto>,
}

/// A time in a city's own clock.
#[derive(Debug, Serialize, ToSchema)]
pub struct WindowLocal {
    /// The city's slug; null for a clock alone.
    city: Option<String>,
    /// IANA zone.
    zone: String,
    /// With the zone's offset.
    start: String,
    /// With the zone's offset.
    end: String,
    /// How the least pleasant minute of it feels.
    tier: String,
    /// Whether it begins on a weekend or holiday there.
    day_off: bool,
    /// Days between the date there and in the first city.
    day_offset: i64,
    /// What it costs this city: the squared hours outside office hours, and more at the edges of the day
    /// and on days off, over the meeting.
    burden: f64,
}

/// A city that a time does not fit.
#[derive(Debug, Serialize, ToSchema)]
pub struct BlockedDto {
    /// The city's slug; null for a clock alone.
    city: Option<String>,
    /// IANA zone.
    zone: String,
    /// Because of its night.
    night: bool,
    /// Because of its day off.
    day_off: bool,
}

/// Why nothing fits, and what would help.
#[derive(Debug, Serialize, ToSchema)]
pub struct NothingDto {
    /// The times that the fewest cities cannot take.
    least_bad: Vec<WindowDto>,
    /// Cities each of which alone would make it possible by agreeing to meet at night: slugs or zones.
    opt_in: Vec<String>,
    /// The fewest cities without which the others can meet: slugs or zones.
    leave_out: Vec<String>,
    /// The longest meeting that fits all, in minutes.
    shorten_to: Option<u32>,
    /// Whether weekends and holidays would make it possible.
    allow_days_off: bool,
}

impl From<Participant> for PlaceInput {
    fn from(participant: Participant) -> Self {
        match participant {
            Participant::Slug(slug) => Self {
                slug,
                ..Self::default()
            },
            Participant::Weighed(place) => Self {
                slug: place.slug,
                zone: place.zone,
                office_start_minute: place.office_start_minute,
                office_end_minute: place.office_end_minute,
                weekend: place.weekend,
                early: place.early,
                late: place.late,
                edge: place.edge,
                day_off: place.day_off,
                night: place.night,
            },
        }
    }
}

/// Finds the times at which several cities can meet, those first that weigh least on the city that
/// bears most.
#[utoipa::path(tag = "Overlap", context_path = "/api/v1", request_body = OverlapRequest,
    responses((status = 200, body = OverlapAnswer), (status = 422, body = Problem),
        (status = 503, body = Problem)))]
#[post("/overlap")]
pub(super) async fn find(
    state: Data<State>,
    body: Body<OverlapRequest>,
) -> Result<HttpResponse, Problem> {
    let asked = body.value;
    let input = OverlapInput {
        cities: asked.cities.into_iter().map(Into::into).collect(),
        from: asked.from,
        to: asked.to,
        duration_minutes: asked.duration_minutes,
        step_minutes: asked.step_minutes,
        order: asked.order,
        working_days_only: asked.working_days_only,
        spread: asked.spread,
        limit: asked.limit,
    };
    let overlap = overlap::find(&state.app, input).await?;
    let found = &overlap.found;
    let items = found.windows.iter().map(|window| dto(&overlap, window));
    Ok(HttpResponse::Ok().json(OverlapAnswer {
        items: items.collect(),
        next: None,
        feasible: found.feasible,
        easy: found.easy,
        days: found.days,
        nothing: found.nothing.as_ref().map(|why| nothing(&overlap, why)),
    }))
}

fn dto(overlap: &Overlap, window: &Window) -> WindowDto {
    let local = overlap.local(window).into_iter().zip(&overlap.places);
    let local = local.zip(&window.burdens).map(local_dto);
    WindowDto {
        starts_at: instant(window.start),
        ends_at: instant(overlap.end(window)),
        flexible_minutes: window.flexible_minutes,
        burden: rounded(Overlap::total(window)),
        local: local.collect(),
        blocked: Vec::new(),
    }
}

fn local_dto(((time, place), burden): ((PlaceTime, &Place), &Burden)) -> WindowLocal {
    WindowLocal {
        city: slug(place),
        zone: place.time.zone.name().to_owned(),
        start: time.start.to_rfc3339(),
        end: time.end.to_rfc3339(),
        tier: time.tier.to_string(),
        day_off: time.day_off,
        day_offset: time.day_offset,
        burden: rounded(*burden),
    }
}

fn nothing(overlap: &Overlap, why: &Nothing) -> NothingDto {
    let names = |places: &[usize]| {
        let places = places.iter().filter_map(|place| overlap.places.get(*place));
        let name = |place: &Place| slug(place).unwrap_or_else(|| place.time.zone.name().to_owned());
        places.map(name).collect()
    };
    let least_bad = why.least_bad.iter().map(|time| WindowDto {
        blocked: overlap
            .blocked(&time.blocked)
            .map(|(place, blocked)| BlockedDto {
                city: slug(place),
                zone: place.time.zone.name().to_owned(),
                night: blocked.night,
                day_off: blocked.day_off,
            })
            .collect(),
        ..dto(overlap, &time.window)
    });
    NothingDto {
        least_bad: least_bad.collect(),
        opt_in: names(&why.opt_in),
        leave_out: names(&why.leave_out),
        shorten_to: why.shorten_to,
        allow_days_off: why.allow_days_off,
    }
}

fn slug(place: &Place) -> Option<String> {
    place.city.as_ref().map(|city| city.slug.clone())
}

fn instant(at: chrono::DateTime<chrono::Utc>) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}

/// To three decimals, which is as much as says something.
fn rounded(burden: Burden) -> f64 {
    (burden.as_f64() * 1000.0).round() / 1000.0
}
