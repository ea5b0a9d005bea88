//! `/series/{id}`: the visits of a series in every city's clock, and calling them off.

use actix_web::http::StatusCode;
use actix_web::web::{Form, Path, ServiceConfig};
use actix_web::{HttpResponse, get, post};
use askama::Template;

use super::form::{Control, Field};
use super::parts::{Frame, name_of};
use super::plan::VisitCell;
use super::reader::{Reader, see_other};
use super::show;
use super::typed::Typed;
use crate::app::Error;
use crate::app::local_time::{LocalTime, local_times};
use crate::app::series::{self, SeriesView, local_start};
use crate::domain::display;
use crate::domain::id::SeriesId;
use crate::domain::input::TEXT_MAX;
use crate::domain::locale::Localizer;
use crate::domain::series::{OccurrenceState, Reach, SeriesVisit};
use crate::web::Problem;
use crate::web::request::id;

/// A series.
#[derive(Template)]
#[template(path = "pages/series.html")]
pub struct SeriesPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// What is visited.
    pub title: String,
    /// Who meets whom.
    pub line: String,
    /// Where it stands.
    pub status: String,
    /// By what its times were chosen.
    pub plan: String,
    /// The series that it goes on from.
    pub predecessor: Option<String>,
    /// What is wrong with what was asked.
    pub error: Option<String>,
    /// The cities.
    pub cities: Vec<String>,
    /// Its visits.
    pub rows: Vec<SeriesRow>,
    /// Where the forms go.
    pub action: String,
    /// Whether any visit is left to call off.
    pub may_cancel_all: bool,
    /// Why.
    pub reason: Field,
}

/// One visit.
pub struct SeriesRow {
    /// Its number, from 1.
    pub number: usize,
    /// Its name for good.
    pub name: String,
    /// In every city; empty where it was left out.
    pub cells: Vec<VisitCell>,
    /// What became of it.
    pub state: String,
    /// Whether it takes place.
    pub standing: bool,
    /// Whether it can be called off.
    pub may_cancel: bool,
}

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(series_page).service(cancel);
}

#[get("/series/{id}")]
async fn series_page(reader: Reader, path: Path<String>) -> Result<HttpResponse, Problem> {
    let id = id(&path, "series")?;
    let view = series::get(&reader.state.app, &reader.who.subject, id).await?;
    page(&reader, &view, None)
}

fn page(
    reader: &Reader,
    view: &SeriesView,
    error: Option<String>,
) -> Result<HttpResponse, Problem> {
    let (app, l) = (&reader.state.app, reader.l);
    let mut rows = Vec::with_capacity(view.visits.len());
    for (index, visit) in view.visits.iter().enumerate() {
        let local = match visit.starts_at.zip(visit.ends_at) {
            Some((from, to)) => local_times(app, &view.cities, from, to)?,
            None => Vec::new(),
        };
        rows.push(row(reader, view, index, visit, &local));
    }
    let page = SeriesPage {
        frame: reader.frame(view.offer.title.clone()),
        title: view.offer.title.clone(),
        line: l.args(
            "series-line",
            &[
                ("organization", &view.series.organization),
                ("host", &view.host.name),
            ],
        ),
        status: name_of(&l, "series", view.series.status.as_str()),
        plan: name_of(&l, "plan-about", view.series.plan.as_str()),
        predecessor: view.series.predecessor.map(|id| format!("/series/{id}")),
        cities: view
            .cities
            .iter()
            .map(|city| reader.city_name(city))
            .collect(),
        may_cancel_all: rows.iter().any(|row| row.may_cancel),
        rows,
        action: address(reader, view.series.id, "/cancel"),
        reason: Field {
            label: l.text("series-reason"),
            ..Field::new(&l, "reason", Control::Text)
                .optional()
                .at_most(TEXT_MAX as u32)
        },
        error,
        l,
    };
    let status = match page.error {
        None => StatusCode::OK,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    reader.page(status, &page)
}

fn row(
    reader: &Reader,
    view: &SeriesView,
    index: usize,
    visit: &SeriesVisit,
    local: &[LocalTime],
) -> SeriesRow {
    let (locale, now) = (reader.locale(), reader.state.app.now());
    let standing = visit.state == OccurrenceState::Standing;
    let over = visit.starts_at.is_none_or(|at| at <= now);
    let cell = |local: &LocalTime| VisitCell {
        city: reader.city_name(&local.city),
        date: display::weekday_date(locale, local.start),
        time: display::time(locale, local.start),
        datetime: local.start.to_rfc3339(),
        tier: local.tier,
        holiday: local.city.workdays().is_holiday(local.start.date_naive()),
        moved: String::new(),
    };
    SeriesRow {
        number: index + 1,
        name: visit.original.format("%Y-%m-%dT%H:%M").to_string(),
        cells: local.iter().map(cell).collect(),
        state: match standing && over {
            true => reader.l.text("occurrence-over"),
            false => name_of(&reader.l, "occurrence", visit.state.as_str()),
        },
        standing,
        may_cancel: view.may_change && standing && !over,
    }
}

/// The address of a page of this series, with the key that the reader came with.
fn address(reader: &Reader, id: SeriesId, rest: &str) -> String {
    match &reader.who.subject.manage_key {
        Some(key) => {
            let mut query = url::form_urlencoded::Serializer::new(String::new());
            query.append_pair("key", key);
            format!("/series/{id}{rest}?{}", query.finish())
        }
        None => format!("/series/{id}{rest}"),
    }
}

#[post("/series/{id}/cancel")]
async fn cancel(
    reader: Reader,
    path: Path<String>,
    form: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Problem> {
    let id = id(&path, "series")?;
    let typed = Typed::new(form.into_inner());
    reader.check_form(typed.one("csrf"))?;
    let reach: Reach = typed
        .one("reach")
        .parse()
        .map_err(|_| Problem::not_found("visit"))?;
    let (app, subject) = (&reader.state.app, &reader.who.subject);
    let visit = local_start(typed.one("visit"));
    match series::cancel(app, subject, id, visit, reach, typed.some("reason")).await {
        Ok(_) => {
            let back = address(&reader, id, "");
            let sign = if back.contains('?') { '&' } else { '?' };
            Ok(see_other(&format!("{back}{sign}done=series-cancelled")))
        }
        Err(Error::Invalid(invalid)) => {
            let view = series::get(app, subject, id).await?;
            let fault = invalid.0.first();
            let words = fault.map(|fault| show::fault(&reader.l, &fault.code, &fault.detail));
            page(&reader, &view, words)
        }
        Err(error) => Err(error.into()),
    }
}
