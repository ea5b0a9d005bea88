//! `/console/hosts/{id}/calendar`: the address of a host's own calendar goes in here, and what came
//! of it is told; and the button by which a clash has been seen.

use actix_web::http::StatusCode;
use actix_web::web::{Form, Path, ServiceConfig};
use actix_web::{HttpResponse, get, post};
use askama::Template;
use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::form::{Control, Field, faults};
use super::parts::{Frame, name_of};
use super::reader::{Reader, see_other};
use super::typed::Typed;
use crate::app::busy::{self, CalendarView};
use crate::app::city;
use crate::app::local_time::zone_of;
use crate::app::{Conflict, Error};
use crate::domain::display;
use crate::domain::host::Host;
use crate::domain::id::HostId;
use crate::domain::input::URL_MAX;
use crate::domain::locale::Localizer;
use crate::web::Problem;
use crate::web::request::id;

/// A host's own calendar.
#[derive(Template)]
#[template(path = "pages/own_calendar.html")]
pub struct OwnCalendarPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// The host's name.
    pub host: String,
    /// The console with this host.
    pub back: String,
    /// Where the forms post.
    pub action: String,
    /// What is known of the calendar, where one was given.
    pub known: Option<CalendarLines>,
    /// Where its address is typed; it never comes back.
    pub address: Field,
}

impl OwnCalendarPage {
    /// The fields that were wrong.
    pub fn faults(&self) -> Vec<&Field> {
        faults([&self.address])
    }
}

/// What is known of a calendar, in words.
pub struct CalendarLines {
    /// Where it is.
    pub server: String,
    /// When it was read and will be looked at, and what was not understood.
    pub lines: Vec<String>,
    /// Why the last look failed.
    pub failed: Option<String>,
}

pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(show)
        .service(save)
        .service(check)
        .service(remove)
        .service(seen);
}

#[derive(Deserialize)]
struct Button {
    #[serde(default)]
    csrf: String,
}

#[get("/console/hosts/{id}/calendar")]
async fn show(reader: Reader, path: Path<String>) -> Result<HttpResponse, Problem> {
    if reader.actor().person().is_none() {
        return Ok(see_other("/sign-in"));
    }
    let host = id(&path, "host")?;
    draw(&reader, StatusCode::OK, host, &Typed::default()).await
}

#[post("/console/hosts/{id}/calendar")]
async fn save(
    reader: Reader,
    path: Path<String>,
    form: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Problem> {
    let host = id(&path, "host")?;
    let mut sent = Typed::new(form.into_inner());
    reader.check_form(sent.one("csrf"))?;
    let app = &reader.state.app;
    match busy::set(app, reader.actor(), host, sent.one("address")).await {
        Ok(_) => Ok(see_other(&address_of(host, "calendar-saved"))),
        Err(Error::Invalid(invalid)) => {
            sent.blame_at(invalid, str::to_owned);
            draw(&reader, StatusCode::UNPROCESSABLE_ENTITY, host, &sent).await
        }
        Err(other) => Err(other.into()),
    }
}

#[post("/console/hosts/{id}/calendar/check")]
async fn check(
    reader: Reader,
    path: Path<String>,
    form: Form<Button>,
) -> Result<HttpResponse, Problem> {
    reader.check_form(&form.csrf)?;
    let host = id(&path, "host")?;
    match busy::check_now(&reader.state.app, reader.actor(), host).await {
        Ok(_) => Ok(see_other(&address_of(host, "calendar-check"))),
        Err(Error::Conflict(Conflict::CalendarAsked)) => {
            Ok(see_other(&address_of(host, "calendar-asked")))
        }
        Err(other) => Err(other.into()),
    }
}

#[post("/console/hosts/{id}/calendar/remove")]
async fn remove(
    reader: Reader,
    path: Path<String>,
    form: Form<Button>,
) -> Result<HttpResponse, Problem> {
    reader.check_form(&form.csrf)?;
    let host = id(&path, "host")?;
    busy::remove(&reader.state.app, reader.actor(), host).await?;
    Ok(see_other(&address_of(host, "calendar-removed")))
}

#[post("/console/clashes/{slot}/seen")]
async fn seen(
    reader: Reader,
    path: Path<String>,
    form: Form<Button>,
) -> Result<HttpResponse, Problem> {
    reader.check_form(&form.csrf)?;
    busy::saw_clash(&reader.state.app, reader.actor(), id(&path, "slot")?).await?;
    Ok(see_other("/console"))
}

fn address_of(host: HostId, done: &str) -> String {
    format!("/console/hosts/{host}/calendar?done={done}")
}

/// The field for the address.
pub(super) fn address_field(l: &Localizer) -> Field {
    Field::new(l, "address", Control::Input("url"))
        .hint(l.text("own-calendar-hint"))
        .at_most(URL_MAX as u32)
}

async fn draw(
    reader: &Reader,
    status: StatusCode,
    host: HostId,
    sent: &Typed,
) -> Result<HttpResponse, Problem> {
    let l = &reader.l;
    let (host, calendar) = busy::get(&reader.state.app, reader.actor(), host).await?;
    let known = match &calendar {
        Some(calendar) => Some(lines(reader, &host, calendar).await?),
        None => None,
    };
    let page = OwnCalendarPage {
        l: *l,
        frame: reader.frame(l.text("own-calendar-title")),
        back: format!("/console?host={}", host.id),
        action: format!("/console/hosts/{}/calendar", host.id),
        host: host.name,
        known,
        address: Field {
            // Not even what was just typed is written into a page.
            value: String::new(),
            ..sent.field(l, address_field(l))
        },
    };
    reader.page(status, &page)
}

/// What is known of a calendar, told in the clock of the host's city.
async fn lines(
    reader: &Reader,
    host: &Host,
    calendar: &CalendarView,
) -> Result<CalendarLines, Problem> {
    let (l, app) = (&reader.l, &reader.state.app);
    let cities = city::list(app).await?;
    let home = cities.iter().find(|city| city.id == host.city_id);
    let home = home.ok_or_else(|| Problem::not_found("city"))?;
    let zone = zone_of(&app.zones, &home.zone)?;
    let told = |key: &str, at: DateTime<Utc>| {
        let time = display::weekday_date_time(reader.locale(), zone.at(at));
        l.with(key, "time", &time)
    };
    let mut lines = vec![match calendar.succeeded_at {
        Some(at) => told("own-calendar-read", at),
        None => l.text("own-calendar-waits"),
    }];
    if calendar.checked_at.is_some() {
        lines.push(told("own-calendar-next", calendar.due_at));
    }
    if calendar.skipped > 0 {
        lines.push(l.count("own-calendar-skipped", calendar.skipped.into()));
    }
    Ok(CalendarLines {
        server: l.with("own-calendar-server", "server", &calendar.server),
        lines,
        failed: calendar.fault.map(|fault| {
            let reason = name_of(l, "calendar-fault", fault.as_str());
            l.with("own-calendar-failed", "reason", &reason)
        }),
    })
}
