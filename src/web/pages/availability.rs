//! `/console/offers/{id}/availability`: when a host receives visits of an offer, edited as a form that
//! works without scripts, with what saving would do beside it.
//!
//! Here are the views and the way through; `rows` is the form, `preview` what stands beside it.

mod preview;
mod rows;

use actix_web::http::StatusCode;
use actix_web::web::{Form, Path, ServiceConfig};
use actix_web::{HttpResponse, get, post};
use askama::Template;

use super::day::Day;
use super::form::{Field, faults};
use super::parts::{Frame, SideTime};
use super::reader::{Reader, see_other};
use super::typed::Typed;
use crate::app::Error;
use crate::app::availability::{self, AvailabilityView, Outcome};
use crate::domain::id::OfferId;
use crate::domain::locale::Localizer;
use crate::web::Problem;
use crate::web::request::id;

/// The editor of an offer's availability.
#[derive(Template)]
#[template(path = "pages/availability.html")]
pub struct AvailabilityPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// The offer's title.
    pub title: String,
    /// Such as `International Affairs · Kaohsiung`.
    pub host: String,
    /// Whose clock the times are in, in words.
    pub clock: String,
    /// The console with this host.
    pub back: String,
    /// Where the form posts.
    pub action: String,
    /// The version that is edited.
    pub version: String,
    /// What the last saving did, line by line; empty where nothing was saved just now.
    pub saved: Vec<String>,
    /// What is wrong with the form as a whole.
    pub fault: Option<String>,
    /// The week.
    pub windows: Vec<WindowRow>,
    /// Dates with hours of their own.
    pub dates: Vec<DateRow>,
    /// Steps and buffers.
    pub rhythm: Vec<Field>,
    /// Notice, furthest day and holidays.
    pub ahead: Vec<Field>,
    /// Limits.
    pub limits: Vec<Field>,
    /// What saving would do; none where the form cannot be taken as it is.
    pub preview: Option<PreviewView>,
}

/// A window of every week.
pub struct WindowRow {
    /// From 0, as the remove button names it.
    pub index: usize,
    /// What names the row for those who hear it.
    pub label: String,
    /// Day of the week.
    pub day: Field,
    /// When it begins.
    pub from: Field,
    /// When it ends.
    pub to: Field,
    /// When in the year, and make-up workdays.
    pub more: Vec<Field>,
    /// What `more` says, where it says anything.
    pub more_words: String,
    /// `more` is drawn unfolded.
    pub more_open: bool,
}

/// A date with hours of its own.
pub struct DateRow {
    /// From 0, as the remove button names it.
    pub index: usize,
    /// What names the row for those who hear it.
    pub label: String,
    /// The date.
    pub date: Field,
    /// When the hours begin.
    pub from: Field,
    /// When they end.
    pub to: Field,
}

/// What saving would do.
pub struct PreviewView {
    /// In numbers, line by line.
    pub lines: Vec<String>,
    /// The first days that have times.
    pub days: Vec<PreviewDay>,
    /// Said where more follow.
    pub more: Option<String>,
}

/// A day of the preview.
pub struct PreviewDay {
    /// The cities' days as a picture, with the times across them.
    pub day: Day,
    /// The times.
    pub times: Vec<PreviewTime>,
}

/// A time of the preview.
pub struct PreviewTime {
    /// The element's id.
    pub id: String,
    /// In each city's clock.
    pub sides: Vec<SideTime>,
    /// What would become of it, in words.
    pub fate: String,
    /// The same for style sheets.
    pub class: &'static str,
}

impl AvailabilityPage {
    /// The fields that were wrong, in the form's order.
    pub fn faults(&self) -> Vec<&Field> {
        let windows = self.windows.iter();
        let windows =
            windows.flat_map(|row| [&row.day, &row.from, &row.to].into_iter().chain(&row.more));
        let dates = self.dates.iter();
        let dates = dates.flat_map(|row| [&row.date, &row.from, &row.to]);
        let rules = self.rhythm.iter().chain(&self.ahead).chain(&self.limits);
        faults(windows.chain(dates).chain(rules))
    }
}

/// The routes of this page.
pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(editor).service(edit);
}

#[get("/console/offers/{id}/availability")]
async fn editor(reader: Reader, path: Path<String>) -> Result<HttpResponse, Problem> {
    if reader.actor().person().is_none() {
        return Ok(see_other("/sign-in"));
    }
    let id = id(&path, "offer")?;
    let found = availability::get(&reader.state.app, reader.actor(), id).await?;
    let typed = Typed::new(rows::of_rules(&found, &reader.state.app)?);
    draw(&reader, found, typed, StatusCode::OK).await
}

#[post("/console/offers/{id}/availability")]
async fn edit(
    reader: Reader,
    path: Path<String>,
    form: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Problem> {
    let (app, id) = (&reader.state.app, id::<OfferId>(&path, "offer")?);
    let mut pairs = form.into_inner();
    let what = rows::take_button(&mut pairs);
    reader.check_form(Typed::new(pairs.clone()).one("csrf"))?;
    let found = availability::get(app, reader.actor(), id).await?;
    if what != "save" {
        rows::rearrange(&mut pairs, &what);
        return draw(&reader, found, Typed::new(pairs), StatusCode::OK).await;
    }
    let mut typed = Typed::new(pairs);
    let (input, places) = rows::input(&typed);
    let version = typed.one("version").parse().unwrap_or(-1);
    let status = match availability::set(app, reader.actor(), id, version, input, None).await {
        Ok(done) => return Ok(see_other(&saved_at(id, &done))),
        Err(Error::Invalid(invalid)) => {
            typed.blame_at(invalid, |field| places.of(field));
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Err(Error::VersionMismatch) => {
            typed.fault("version", "version_mismatch");
            StatusCode::PRECONDITION_FAILED
        }
        Err(other) => return Err(other.into()),
    };
    draw(&reader, found, typed, status).await
}

/// Where the browser goes after saving: the editor, told what saving did.
fn saved_at(id: OfferId, done: &Outcome) -> String {
    let numbers = [
        ("added", done.added),
        ("withdrawn", done.withdrawn),
        ("kept", done.kept_booked),
        ("unchanged", done.unchanged),
        ("busy", done.skipped_overlaps),
        ("off", done.called_off),
    ];
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.append_pair("done", "availability-saved");
    for (name, number) in numbers {
        query.append_pair(name, &number.to_string());
    }
    format!("/console/offers/{id}/availability?{}", query.finish())
}

/// What the address says that saving did.
fn saved(reader: &Reader) -> Vec<String> {
    if reader.param("done") != Some("availability-saved") {
        return Vec::new();
    }
    let number = |name: &str| {
        let text = reader.param(name).unwrap_or_default();
        text.parse::<u16>().unwrap_or(0).into()
    };
    let done = Outcome {
        added: number("added"),
        withdrawn: number("withdrawn"),
        kept_booked: number("kept"),
        unchanged: number("unchanged"),
        called_off: number("off"),
        skipped_overlaps: number("busy"),
        ..Outcome::default()
    };
    preview::lines(reader, &done, preview::Tense::Done)
}

async fn draw(
    reader: &Reader,
    found: AvailabilityView,
    mut typed: Typed,
    status: StatusCode,
) -> Result<HttpResponse, Problem> {
    let (app, l) = (&reader.state.app, &reader.l);
    let (input, places) = rows::input(&typed);
    let seen = availability::preview(app, reader.actor(), found.offer.id, input).await;
    let preview = match seen {
        Ok(seen) => Some(preview::view(reader, &found, seen)?),
        Err(Error::Invalid(invalid)) => {
            typed.blame_at(invalid, |field| places.of(field));
            None
        }
        Err(other) => return Err(other.into()),
    };
    let fault = ["version", "windows", "overrides"]
        .into_iter()
        .find_map(|part| typed.said_of(l, part));
    let city = reader.city_name(&found.city);
    let page = AvailabilityPage {
        l: *l,
        frame: reader.frame(l.text("availability-title")),
        title: found.offer.title.clone(),
        host: format!("{} · {city}", found.host.name),
        clock: l.with("availability-clock", "city", &city),
        back: format!("/console?host={}", found.host.id),
        action: format!("/console/offers/{}/availability", found.offer.id),
        version: typed.one("version").to_owned(),
        saved: saved(reader),
        fault,
        windows: rows::windows(l, &typed),
        dates: rows::dates(l, &typed),
        rhythm: rows::rhythm(l, &typed, &found.offer),
        ahead: rows::ahead(l, &typed),
        limits: rows::limits(l, &typed),
        preview,
    };
    reader.page(status, &page)
}
