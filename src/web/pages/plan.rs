//! `/plan`: plans of a series side by side, the chosen one date by date, and agreeing to it.

mod agree;
mod asked;
mod shown;

use actix_web::http::StatusCode;
use actix_web::web::{Form, ServiceConfig};
use actix_web::{HttpResponse, get, post};
use askama::Template;

pub use self::agree::AgreeForm;
use self::asked::Asked;
use super::find::PickCity;
use super::form::Field;
use super::parts::Frame;
use super::reader::{Reader, see_other};
use super::show;
use super::typed::Typed;
use crate::app::idempotency::IdempotencyKey;
use crate::app::{Error, city, plan, series};
use crate::domain::city::City;
use crate::domain::hours::Tier;
use crate::domain::input::Invalid;
use crate::domain::locale::Localizer;
use crate::web::Problem;

/// Plans of a series.
#[derive(Template)]
#[template(path = "pages/plan.html")]
pub struct PlanPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// Every city, those chosen marked.
    pub cities: Vec<PickCity>,
    /// The partnership whose past visits count; maybe empty.
    pub partnership: String,
    /// When, how often, how long.
    pub fields: Vec<Field>,
    /// What is wrong with what was asked, in sentences.
    pub faults: Vec<String>,
    /// The plans, once cities were chosen.
    pub result: Option<PlanResult>,
}

/// Plans side by side.
pub struct PlanResult {
    /// How many visits, in a sentence.
    pub summary: String,
    /// What was left out, and what else is to be said.
    pub notes: Vec<String>,
    /// The plans, fair ones first.
    pub cards: Vec<PlanCard>,
    /// The one that is looked at.
    pub chosen: Option<ChosenPlan>,
}

/// One plan.
pub struct PlanCard {
    /// What it is.
    pub title: String,
    /// By what it was chosen, in a sentence.
    pub about: String,
    /// Its wall clocks.
    pub clocks: String,
    /// How often the clock changes.
    pub changes: String,
    /// What each city bears.
    pub sides: Vec<PlanSide>,
    /// Where it is shown date by date.
    pub href: String,
    /// Whether it is.
    pub chosen: bool,
}

/// What one city bears in a plan.
pub struct PlanSide {
    /// The city.
    pub city: String,
    /// The burden as a number.
    pub burden: String,
    /// The same as the percentage of a bar.
    pub bar: String,
    /// Visits at unsocial hours, in words; may be empty.
    pub unsocial: String,
}

/// A plan date by date.
pub struct ChosenPlan {
    /// What it is.
    pub title: String,
    /// The cities.
    pub cities: Vec<String>,
    /// Its visits.
    pub rows: Vec<VisitRow>,
    /// For those who may agree to it.
    pub agree: Option<AgreeForm>,
    /// What to do for those who may not.
    pub who_may: String,
}

/// One visit in every city's clock.
pub struct VisitRow {
    /// Its number, from 1.
    pub number: usize,
    /// Whether some city's clock was moved since the visit before.
    pub moved: bool,
    /// In each city.
    pub cells: Vec<VisitCell>,
}

/// One visit in one city's clock.
pub struct VisitCell {
    /// The city, for narrow screens.
    pub city: String,
    /// Its date there.
    pub date: String,
    /// Its time there.
    pub time: String,
    /// For machines.
    pub datetime: String,
    /// How it feels there.
    pub tier: Tier,
    /// It is a holiday there.
    pub holiday: bool,
    /// What the clock did since the visit before; may be empty.
    pub moved: String,
}

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(plan_page).service(agree_to);
}

#[get("/plan")]
async fn plan_page(reader: Reader) -> Result<HttpResponse, Problem> {
    let asked = Asked::new(reader.pairs());
    page(&reader, &asked, Typed::default(), None).await
}

/// The page with what was typed into the form that agrees and what is said against it.
async fn page(
    reader: &Reader,
    asked: &Asked,
    typed: Typed,
    error: Option<String>,
) -> Result<HttpResponse, Problem> {
    let app = &reader.state.app;
    let cities = city::list(app).await?;
    let (mut faults, mut result) = (Vec::new(), None);
    let refused = typed.is_wrong() || error.is_some();
    if asked.is_ready() {
        match plan::plan(app, reader.actor(), asked.input(app.now())).await {
            Ok(planned) => {
                result = Some(shown::result(reader, asked, &planned, &typed, error).await?);
            }
            Err(Error::Invalid(Invalid(wrong))) => {
                let word = |fault: &crate::domain::input::FieldError| {
                    asked::fault(&reader.l, &fault.field, &fault.code, &fault.detail)
                };
                faults = wrong.iter().map(word).collect();
                faults.dedup();
            }
            Err(error) => return Err(error.into()),
        }
    }
    let status = match refused || !faults.is_empty() {
        false => StatusCode::OK,
        true => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let mut frame = reader.frame(reader.l.text("plan-title"));
    frame.description = reader.l.text("plan-lead");
    let pick = |city: &City| PickCity {
        slug: city.slug.clone(),
        name: reader.city_name(city),
        country: reader.l.country(&city.country),
        chosen: asked.cities.contains(&city.slug),
        night: asked.nights.contains(&city.slug),
    };
    let page = PlanPage {
        l: reader.l,
        frame,
        cities: cities.iter().map(pick).collect(),
        partnership: asked.partnership.clone(),
        fields: asked.fields(&reader.l, app.now()),
        faults,
        result,
    };
    reader.page(status, &page)
}

#[post("/plan/agree")]
async fn agree_to(
    reader: Reader,
    form: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Problem> {
    let pairs = form.into_inner();
    let asked = Asked::new(&pairs);
    let mut typed = Typed::new(pairs);
    reader.check_form(typed.one("csrf"))?;
    let scope = format!("series {}", reader.actor().label());
    let key = IdempotencyKey::new(&scope, typed.one("idempotency_key"), &typed.body())
        .map_err(Problem::from)?;
    let (app, actor) = (&reader.state.app, reader.actor());
    let input = agree::input(&asked, &typed, app.now());
    match series::create(app, actor, input, Some(key)).await {
        Ok(series) => Ok(see_other(&format!(
            "/series/{}?done=series-agreed",
            series.series.id
        ))),
        Err(Error::Invalid(invalid)) => {
            agree::blame(&mut typed, invalid);
            page(&reader, &asked, typed, None).await
        }
        Err(Error::SeriesConflicts(visits)) => {
            let conflicts = agree::Conflicts(visits);
            let words = conflicts.words(&reader.l);
            page(&reader, &asked, conflicts.left_out(typed), Some(words)).await
        }
        Err(error) => {
            let problem = Problem::from(error);
            if problem.status != 409 {
                return Err(problem);
            }
            let words = show::fault(&reader.l, &problem.code, &problem.detail);
            page(&reader, &asked, typed, Some(words)).await
        }
    }
}

/// The name of a visit, as people read it.
pub fn spaced(name: &str) -> String {
    name.replace('T', " ")
}
