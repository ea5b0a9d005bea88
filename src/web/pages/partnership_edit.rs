//! `/console/partnerships/{id}/edit`: a partnership's stage, how its pilot comes out, its facts.

use actix_web::http::StatusCode;
use actix_web::web::{Form, Path, ServiceConfig};
use actix_web::{HttpResponse, get, post};
use askama::Template;

use super::form::{Choice, Control, Field, faults};
use super::life::{self as shown, LifeView};
use super::parts::{Frame, name_of};
use super::reader::{Reader, see_other};
use super::show;
use super::typed::Typed;
use crate::app::Error;
use crate::app::partnership::edit::edit;
use crate::app::partnership::life::{self, Life};
use crate::domain::input::TEXT_MAX;
use crate::domain::locale::Localizer;
use crate::domain::partnership::stages::{EditInput, PilotOutcome};
use crate::domain::partnership::{Partnership, PartnershipVisibility, Stage};
use crate::web::Problem;
use crate::web::request::id;

/// The editor of a partnership.
#[derive(Template)]
#[template(path = "pages/partnership_edit.html")]
pub struct PartnershipEditPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// UUID.
    pub id: String,
    /// Its cities' names.
    pub cities: String,
    /// How far it has come.
    pub stage: Stage,
    /// The version that is edited.
    pub version: String,
    /// Why the whole could not be saved.
    pub fault: Option<String>,
    /// The forms: of a pilot's outcome, of the stage, of the facts.
    pub forms: Vec<EditForm>,
    /// How it is doing.
    pub life: LifeView,
}

/// One of the forms.
pub struct EditForm {
    /// The element's id, sent along.
    pub id: &'static str,
    /// Heading.
    pub title: String,
    /// What it means; maybe empty.
    pub means: String,
    /// The fields.
    pub fields: Vec<Field>,
}

impl PartnershipEditPage {
    /// The fields that were wrong, in the page's order.
    pub fn faults(&self) -> Vec<&Field> {
        faults(self.forms.iter().flat_map(|form| &form.fields))
    }
}

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(edit_page).service(save);
}

#[get("/console/partnerships/{id}/edit")]
async fn edit_page(reader: Reader, path: Path<String>) -> Result<HttpResponse, Problem> {
    if reader.actor().person().is_none() {
        return Ok(see_other("/sign-in"));
    }
    let life = kept(&reader, &path).await?;
    draw(&reader, StatusCode::OK, &life, &Typed::default(), None)
}

#[post("/console/partnerships/{id}/edit")]
async fn save(
    reader: Reader,
    path: Path<String>,
    form: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Problem> {
    let mut sent = Typed::new(form.into_inner());
    reader.check_form(sent.one("csrf"))?;
    let life = kept(&reader, &path).await?;
    let input = EditInput {
        stage: sent.some("stage"),
        outcome: sent.some("outcome"),
        pilot_ends: sent.some("pilot_ends"),
        visibility: sent.some("visibility"),
        since: sent.some("since").map(|_| sent.number("since")),
        why: sent.one("why").to_owned(),
    };
    let version = sent.one("version").parse().unwrap_or_default();
    let id = life.partnership.id;
    let edited = edit(&reader.state.app, reader.actor(), id, version, input).await;
    let (status, fault) = match edited {
        Ok(_) => {
            let here = format!("/console/partnerships/{id}/edit?done=partnership-saved");
            return Ok(see_other(&here));
        }
        Err(Error::Invalid(invalid)) => {
            sent.blame(invalid, &[]);
            (StatusCode::UNPROCESSABLE_ENTITY, None)
        }
        Err(Error::VersionMismatch) => {
            let words = reader.l.text("edit-meanwhile");
            (StatusCode::CONFLICT, Some(words))
        }
        Err(Error::Conflict(conflict)) => {
            let problem = Problem::from(Error::Conflict(conflict));
            let words = show::fault(&reader.l, &problem.code, &problem.detail);
            (StatusCode::CONFLICT, Some(words))
        }
        Err(other) => return Err(other.into()),
    };
    draw(&reader, status, &life, &sent, fault)
}

/// The partnership, for who keeps it; to others it is no page.
async fn kept(reader: &Reader, path: &str) -> Result<Life, Problem> {
    let life = life::get(&reader.state.app, reader.actor(), id(path, "partnership")?).await?;
    match life.keeps {
        true => Ok(life),
        false => Err(Problem::not_found("page")),
    }
}

fn draw(
    reader: &Reader,
    status: StatusCode,
    life: &Life,
    sent: &Typed,
    fault: Option<String>,
) -> Result<HttpResponse, Problem> {
    let partnership = &life.partnership;
    let names = partnership.cities.iter().map(|city| reader.city_name(city));
    let cities = names.collect::<Vec<_>>().join(" – ");
    let title = reader.l.with("edit-title", "cities", &cities);
    let page = PartnershipEditPage {
        l: reader.l,
        frame: reader.frame(title),
        id: partnership.id.to_string(),
        cities,
        stage: partnership.stage,
        version: partnership.version.to_string(),
        fault,
        forms: forms(&reader.l, partnership, sent),
        life: LifeView {
            edit: None,
            ..shown::view(reader, life)?
        },
    };
    reader.page(status, &page)
}

/// The forms that a partnership has at its stage, one of them maybe as it was sent.
pub(super) fn forms(l: &Localizer, partnership: &Partnership, sent: &Typed) -> Vec<EditForm> {
    let nothing = Typed::default();
    let form = |id: &'static str, means: &str, fields: Vec<Field>| {
        let typed = if sent.one("form") == id {
            sent
        } else {
            &nothing
        };
        let fields = fields.into_iter();
        EditForm {
            id,
            title: l.text(&format!("edit-{id}-title")),
            means: match means {
                "" => String::new(),
                key => l.text(key),
            },
            fields: fields
                .map(|field| typed.field(l, field).within(id))
                .collect(),
        }
    };
    let mut forms = Vec::new();
    if partnership.stage == Stage::Pilot {
        let outcomes = PilotOutcome::ALL.iter().map(|outcome| {
            let label = name_of(l, "pilot-outcome", outcome.as_str());
            choice(outcome.as_str(), label, false)
        });
        let outcome = Field::choosing(l, "outcome", Control::Radios, outcomes.collect());
        forms.push(form(
            "pilot",
            "edit-pilot-means",
            vec![outcome, pilot_ends(l), why(l)],
        ));
    }
    let ways = partnership.stage.ways().filter(|to| {
        // How a pilot comes out is said in the other form.
        partnership.stage != Stage::Pilot || *to == Stage::Paused
    });
    let ways = ways.map(|stage| {
        let label = name_of(l, "stage", stage.as_str());
        choice(stage.as_str(), label, false)
    });
    let stage = Field::choosing(l, "stage", Control::Radios, ways.collect());
    let mut fields = vec![stage];
    if partnership.stage.leads_to(Stage::Pilot) {
        fields.push(pilot_ends(l));
    }
    fields.push(why(l).optional());
    forms.push(form("stage", "", fields));
    let since = partnership.since.map(|year| year.to_string());
    let since = Field::new(l, "since", Control::Input("number"))
        .optional()
        .value(&since.unwrap_or_default());
    let seen = PartnershipVisibility::ALL.iter().map(|visibility| {
        let label = name_of(l, "known-to", visibility.as_str());
        choice(
            visibility.as_str(),
            label,
            *visibility == partnership.visibility,
        )
    });
    let seen = Field::choosing(l, "visibility", Control::Radios, seen.collect());
    forms.push(form("facts", "", vec![since, seen]));
    forms
}

fn pilot_ends(l: &Localizer) -> Field {
    Field::new(l, "pilot_ends", Control::Input("date"))
        .optional()
        .hint(l.text("field-pilot-ends-hint"))
}

fn why(l: &Localizer) -> Field {
    Field::new(l, "why", Control::Text).at_most(TEXT_MAX as u32)
}

fn choice(value: &str, label: String, chosen: bool) -> Choice {
    Choice {
        value: value.to_owned(),
        label,
        detail: String::new(),
        chosen,
    }
}
