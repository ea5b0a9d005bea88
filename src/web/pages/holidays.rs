//! `/console/cities/{slug}/holidays`: a city's special days of a year, where each comes from, and what
//! its coordinators change of them, one by one or by a calendar file.

use actix_web::http::StatusCode;
use actix_web::web::{Form, Path, Payload, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, get, post};
use askama::Template;
use chrono::{Datelike, NaiveDate};

use super::form::{Choice, Control, Field, faults};
use super::parts::{Frame, name_of};
use super::reader::{Reader, see_other};
use super::show;
use super::typed::Typed;
use super::upload;
use crate::app::holidays::{self, CityDay, CityDays, DayInput, Imported};
use crate::app::{Error, local_time};
use crate::domain::display;
use crate::domain::ics::FILE_MAX;
use crate::domain::input::{Invalid, LINE_MAX};
use crate::domain::locale::Localizer;
use crate::domain::workdays::{DayKind, OwnDay};
use crate::web::Problem;
use crate::web::request::file;

/// Room for the fields of a form beside its file, in bytes.
const FIELDS_MAX: usize = 16 * 1024;
/// Years after this one that the page turns to.
const YEARS_AHEAD: i32 = 10;

/// A city's special days of a year.
#[derive(Template)]
#[template(path = "pages/holidays.html")]
pub struct HolidaysPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// The city's name.
    pub city: String,
    /// The page's address, without a query.
    pub here: String,
    /// Which year.
    pub year: i32,
    /// The years before and after, as far as there is something to enter.
    pub previous: Option<i32>,
    /// The year after.
    pub next: Option<i32>,
    /// How far public holidays are known, in words.
    pub known: String,
    /// The months that have a special day.
    pub months: Vec<Month>,
    /// Enters a day.
    pub fields: Vec<Field>,
    /// What is wrong with a file that was sent.
    pub refused: Option<String>,
    /// What a file that was sent would do.
    pub preview: Option<FilePreview>,
}

/// A month's special days.
pub struct Month {
    /// Its name.
    pub name: String,
    /// The days.
    pub days: Vec<DayRow>,
}

/// A special day.
pub struct DayRow {
    /// `YYYY-MM-DD`.
    pub date: String,
    /// The date in words.
    pub words: String,
    /// Its name there.
    pub name: String,
    /// Its name in English, where that says more to the reader; may be empty.
    pub english: String,
    /// What it is.
    pub kind: DayKind,
    /// Said where coordinators have entered it: what the table says instead.
    pub instead_of: Option<String>,
    /// Coordinators have entered it.
    pub own: bool,
}

/// What a calendar file would do.
pub struct FilePreview {
    /// Said of it as a whole.
    pub lines: Vec<String>,
    /// The days that would be entered, in words.
    pub days: Vec<String>,
    /// The days that would be taken back, in words.
    pub removed: Vec<String>,
    /// The file, to be sent once more.
    pub file: String,
}

impl HolidaysPage {
    /// The fields that were wrong, in the form's order.
    pub fn faults(&self) -> Vec<&Field> {
        faults(&self.fields)
    }
}

pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(look)
        .service(enter)
        .service(restore)
        .service(send_file);
}

/// A page to draw: what of a form came back, what of a file.
#[derive(Default)]
struct Sent {
    typed: Typed,
    refused: Option<String>,
    preview: Option<FilePreview>,
}

fn address(slug: &str) -> String {
    format!("/console/cities/{slug}/holidays")
}

#[get("/console/cities/{slug}/holidays")]
async fn look(reader: Reader, slug: Path<String>) -> Result<HttpResponse, Problem> {
    if reader.actor().person().is_none() {
        return Ok(see_other("/sign-in"));
    }
    let year = reader.param("year").and_then(|year| year.parse().ok());
    draw(&reader, &slug, year, StatusCode::OK, Sent::default()).await
}

async fn draw(
    reader: &Reader,
    slug: &str,
    year: Option<i32>,
    status: StatusCode,
    sent: Sent,
) -> Result<HttpResponse, Problem> {
    let (app, l) = (&reader.state.app, &reader.l);
    let city = holidays::may_edit(app, reader.actor(), slug).await?;
    let zone = local_time::zone_of(&app.zones, &city.zone)?;
    let this_year = zone.at(app.now()).year();
    let year = year
        .unwrap_or(this_year)
        .clamp(this_year, this_year + YEARS_AHEAD);
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    let found = holidays::list(app, slug, day(1, 1), day(12, 31)).await?;
    let page = HolidaysPage {
        l: *l,
        frame: reader.frame(l.with("holidays-title", "city", &reader.city_name(&city))),
        city: reader.city_name(&city),
        here: address(&city.slug),
        year,
        previous: (year > this_year).then_some(year - 1),
        next: (year < this_year + YEARS_AHEAD).then_some(year + 1),
        known: known(reader, &found),
        months: months(reader, &found),
        fields: fields(l, &sent.typed, this_year),
        refused: sent.refused,
        preview: sent.preview,
    };
    reader.page(status, &page)
}

/// How far public holidays are known.
fn known(reader: &Reader, found: &CityDays) -> String {
    let country = reader.l.country(&found.city.country);
    match found.known_until {
        Some(until) => {
            let until = display::date(reader.locale(), until);
            let args = [("country", country.as_str()), ("date", until.as_str())];
            reader.l.args("holidays-known", &args)
        }
        None => reader.l.with("holidays-unknown", "country", &country),
    }
}

fn months(reader: &Reader, found: &CityDays) -> Vec<Month> {
    // Who reads the language of the place needs no English beside it.
    let at_home = found.city.languages.first();
    let abroad = at_home.is_none_or(|tag| tag != reader.locale().tag());
    let mut months: Vec<Month> = Vec::new();
    let mut last = 0;
    for day in &found.days {
        if day.date.month() != last {
            last = day.date.month();
            months.push(Month {
                name: reader.l.text(&format!("month-{last}")),
                days: Vec::new(),
            });
        }
        if let (Some(month), Some(kind)) = (months.last_mut(), day.kind()) {
            month.days.push(row(reader, day, kind, abroad));
        }
    }
    months
}

fn row(reader: &Reader, day: &CityDay, kind: DayKind, abroad: bool) -> DayRow {
    let l = &reader.l;
    let instead_of = day.own.as_ref().and(day.public).map(|public| {
        let kind = name_of(l, "day-kind", public.kind.as_str());
        let args = [("name", public.name), ("kind", kind.as_str())];
        l.args("holidays-instead-of", &args)
    });
    let english = Some(day.english()).filter(|english| abroad && *english != day.name());
    DayRow {
        date: day.date.to_string(),
        words: display::weekday_date(reader.locale(), day.date),
        name: day.name().to_owned(),
        english: english.unwrap_or_default().to_owned(),
        kind,
        instead_of,
        own: day.own.is_some(),
    }
}

fn fields(l: &Localizer, typed: &Typed, this_year: i32) -> Vec<Field> {
    let kind = |kind: &DayKind| Choice {
        value: kind.to_string(),
        label: name_of(l, "day-kind", kind.as_str()),
        detail: String::new(),
        chosen: false,
    };
    let kinds = DayKind::ALL.iter().map(kind).collect();
    let (first, last) = (
        format!("{this_year}-01-01"),
        format!("{}-12-31", this_year + YEARS_AHEAD),
    );
    let fields = [
        Field::new(l, "date", Control::Input("date")).between(&first, &last),
        Field::choosing(l, "day_kind", Control::Select, kinds),
        Field::new(l, "day_name", Control::Input("text"))
            .at_most(LINE_MAX as u32)
            .optional(),
    ];
    fields
        .into_iter()
        .map(|field| typed.field(l, field.within("day")))
        .collect()
}

/// A form of this page as it came, checked to be of this session.
fn read(reader: &Reader, form: Vec<(String, String)>) -> Result<Typed, Problem> {
    let typed = Typed::new(form);
    reader.check_form(typed.one("csrf"))?;
    Ok(typed)
}

/// Back to the year of a date that was changed.
fn done(slug: &str, date: &str, what: &str) -> HttpResponse {
    let year: String = date.chars().take(4).filter(char::is_ascii_digit).collect();
    see_other(&format!("{}?year={year}&done={what}", address(slug)))
}

#[post("/console/cities/{slug}/holidays")]
async fn enter(
    reader: Reader,
    slug: Path<String>,
    form: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Problem> {
    let mut typed = read(&reader, form.into_inner())?;
    let input = DayInput {
        date: typed.one("date").to_owned(),
        kind: typed.one("day_kind").to_owned(),
        name: typed.one("day_name").to_owned(),
    };
    // A day that is entered twice is entered once: no key is needed.
    match holidays::set(&reader.state.app, reader.actor(), &slug, input, None).await {
        Ok(day) => Ok(done(&slug, &day.date.to_string(), "day-entered")),
        Err(Error::Invalid(invalid)) => {
            typed.blame(invalid, &[("kind", "day_kind"), ("name", "day_name")]);
            let sent = Sent {
                typed,
                ..Sent::default()
            };
            draw(&reader, &slug, None, StatusCode::UNPROCESSABLE_ENTITY, sent).await
        }
        Err(error) => Err(error.into()),
    }
}

#[post("/console/cities/{slug}/holidays/restore")]
async fn restore(
    reader: Reader,
    slug: Path<String>,
    form: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Problem> {
    let typed = read(&reader, form.into_inner())?;
    let date = typed.one("date");
    let parsed = date.parse().map_err(|_| Problem::not_found("day"))?;
    match holidays::remove(&reader.state.app, reader.actor(), &slug, parsed).await {
        // Taken back by the click before.
        Ok(()) | Err(Error::NotFound("day")) => Ok(done(&slug, date, "day-restored")),
        Err(error) => Err(error.into()),
    }
}

/// A calendar file: what it would do at first, and does once that was confirmed.
#[post("/console/cities/{slug}/holidays/file")]
async fn send_file(
    request: HttpRequest,
    reader: Reader,
    slug: Path<String>,
    body: Payload,
) -> Result<HttpResponse, Problem> {
    let (app, actor) = (&reader.state.app, reader.actor());
    holidays::may_edit(app, actor, &slug).await?;
    let body = file(body, FILE_MAX + FIELDS_MAX).await?;
    let parts = upload::parts(&request, &body)
        .ok_or_else(|| Problem::bad_request("malformed_form", "The form cannot be read."))?;
    let part = |name: &str| {
        parts
            .iter()
            .find(|(of, _)| of == name)
            .map(|(_, part)| *part)
    };
    let text = |name: &str| String::from_utf8_lossy(part(name).unwrap_or_default()).into_owned();
    reader.check_form(&text("csrf"))?;
    let calendar = part("file").unwrap_or_default();
    let confirmed = part("confirmed").is_some();
    match holidays::import(app, actor, &slug, calendar.to_vec(), !confirmed).await {
        Ok(_) if confirmed => Ok(see_other(&format!("{}?done=days-entered", address(&slug)))),
        Ok(would) => {
            let sent = Sent {
                preview: Some(preview(&reader, &would, text("file"))),
                ..Sent::default()
            };
            draw(&reader, &slug, None, StatusCode::OK, sent).await
        }
        Err(Error::Invalid(invalid)) => {
            let sent = Sent {
                refused: Some(refusal(&reader.l, &invalid)),
                ..Sent::default()
            };
            draw(&reader, &slug, None, StatusCode::UNPROCESSABLE_ENTITY, sent).await
        }
        Err(error) => Err(error.into()),
    }
}

fn preview(reader: &Reader, would: &Imported, file: String) -> FilePreview {
    let count = |key: &str, days: usize| {
        let days = i64::try_from(days).unwrap_or(i64::MAX);
        (days > 0).then(|| reader.l.count(key, days))
    };
    let lines = [
        count("holidays-would-add", would.added.len()),
        count("holidays-would-change", would.changed.len()),
        count("holidays-would-remove", would.removed.len()),
        count("holidays-would-keep", would.unchanged),
    ];
    let mut lines: Vec<String> = lines.into_iter().flatten().collect();
    if lines.is_empty() {
        lines.push(reader.l.text("holidays-would-nothing"));
    }
    let words = |day: &OwnDay| {
        let kind = name_of(&reader.l, "day-kind", day.kind.as_str());
        let date = display::weekday_date(reader.locale(), day.date);
        let year = day.date.year();
        format!("{year} · {date} · {} · {kind}", day.name)
    };
    FilePreview {
        lines,
        days: would
            .added
            .iter()
            .chain(&would.changed)
            .map(words)
            .collect(),
        removed: would.removed.iter().map(words).collect(),
        file,
    }
}

/// What is wrong with a file, in the reader's language, with the line that the detail begins with.
fn refusal(l: &Localizer, invalid: &Invalid) -> String {
    let Some(fault) = invalid.0.first() else {
        return String::new();
    };
    let words = show::fault(l, &fault.code, &fault.detail);
    let line = fault.detail.strip_prefix("Line ");
    match line.and_then(|rest| rest.split_once(':')) {
        Some((line, _)) if words != fault.detail => {
            format!("{} {words}", l.with("holidays-line", "line", line))
        }
        _ => words,
    }
}
