//! `/cities/{slug}`: one city, who receives visits there, and when.

use actix_web::web::{Path, ServiceConfig};
use actix_web::{HttpResponse, get};
use askama::Template;
use chrono::NaiveTime;

use super::day::Clock;
use super::home::{VISITS, open_in};
use super::parts::{Frame, PartnershipRow, SlotCard, name_of};
use super::reader::Reader;
use super::show;
use crate::app::slot::{self, SlotQuery};
use crate::app::{city, host, offer, partnership};
use crate::domain::display;
use crate::domain::host::{Host, Track};
use crate::domain::locale::Localizer;
use crate::domain::slot::SlotStatus;
use crate::web::Problem;

/// A city's page.
#[derive(Template)]
#[template(path = "pages/city.html")]
pub struct CityPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// Its clock and name.
    pub clock: Clock,
    /// The country's name.
    pub country: String,
    /// IANA name of the zone.
    pub zone: String,
    /// Languages by name, joined for reading.
    pub languages: String,
    /// Office hours in words, such as `09:00–17:00`.
    pub office_hours: String,
    /// Its partnerships.
    pub partnerships: Vec<PartnershipRow>,
    /// Its hosts, grouped by track; tracks without a host are left out.
    pub tracks: Vec<TrackHosts>,
    /// Public visits in this city that can still be booked, soonest first.
    pub visits: Vec<SlotCard>,
    /// Link to its special days, for those who keep them.
    pub days: Option<String>,
    /// The calendar that follows them.
    pub feed: String,
    /// Words for seats that change.
    pub seat_words: Vec<String>,
}

/// The hosts of one track.
pub struct TrackHosts {
    /// Which.
    pub track: Track,
    /// Who.
    pub hosts: Vec<CityHost>,
}

/// A host and what it offers.
pub struct CityHost {
    /// The host's name.
    pub name: String,
    /// What it is, in a sentence; may be empty.
    pub about: String,
    /// Titles of its public offers.
    pub offers: Vec<String>,
}

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(city_page);
}

#[get("/cities/{slug}")]
async fn city_page(reader: Reader, slug: Path<String>) -> Result<HttpResponse, Problem> {
    let (app, actor, l) = (&reader.state.app, reader.actor(), reader.l);
    let city = city::get(app, &slug).await?;
    let mut partnerships = partnership::list(app, actor).await?;
    partnerships.retain(|partnership| partnership.includes(city.id));
    let open = slot::count_open(app).await?;
    let hosts = host::list(app, Some(city.id)).await?;
    let offers = offer::list(app, actor, Some(city.id)).await?;
    let query = SlotQuery {
        city: Some(city.slug.clone()),
        from: Some(app.now()),
        status: Some(SlotStatus::Open),
        limit: VISITS,
        ..SlotQuery::default()
    };
    let visits = slot::list(app, actor, query).await?;

    let host_of = |host: &Host| CityHost {
        name: host.name.clone(),
        about: name_of(&l, "kind", host.kind.as_str()),
        offers: offers
            .iter()
            .filter(|view| view.host.id == host.id)
            .map(|view| view.offer.title.clone())
            .collect(),
    };
    let tracks = Track::ALL.iter().map(|track| TrackHosts {
        track: *track,
        hosts: hosts
            .iter()
            .filter(|host| host.track == *track)
            .map(host_of)
            .collect(),
    });
    let minute = |minute: u16| {
        let seconds = u32::from(minute % (24 * 60)) * 60;
        let time = NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap_or_default();
        display::time(reader.locale(), time)
    };
    let (from, to) = (
        minute(city.hours.start_minute),
        minute(city.hours.end_minute),
    );
    let mut frame = reader.frame(reader.city_name(&city));
    frame.live = show::live(visits.live);
    reader.show(&CityPage {
        l,
        frame,
        clock: show::clock(&reader, &city)?,
        country: l.country(&city.country),
        zone: city.zone.clone(),
        languages: show::languages(&reader, &city.languages),
        office_hours: format!("{from} – {to}"),
        partnerships: partnerships
            .iter()
            .map(|p| show::partnership_row(&reader, p, open_in(&open, p)))
            .collect(),
        tracks: tracks.filter(|track| !track.hosts.is_empty()).collect(),
        days: actor
            .coordinates(city.id)
            .then(|| format!("/console/cities/{}/holidays", city.slug)),
        feed: format!("/cities/{}/visits.ics", city.slug),
        seat_words: show::words_for(&reader, &visits.slots),
        visits: visits
            .slots
            .iter()
            .map(|slot| show::card(&reader, slot, None))
            .collect(),
    })
}
