//! `/partnerships/{id}/reminders`: whether somebody is reminded of a quiet partnership. The link in the
//! letter shows, the button changes.

use actix_web::web::{Form, Path, ServiceConfig};
use actix_web::{HttpResponse, get, post};
use askama::Template;

use super::parts::Frame;
use super::reader::{Reader, see_other};
use super::typed::Typed;
use crate::app::partnership::remind;
use crate::domain::id::{PartnershipId, PersonId};
use crate::domain::locale::Localizer;
use crate::web::Problem;
use crate::web::request::id;

/// Whether somebody is reminded.
#[derive(Template)]
#[template(path = "pages/reminders.html")]
pub struct RemindersPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// Where the form posts.
    pub path: String,
    /// UUID of the person.
    pub person: String,
    /// The secret of the link; empty for who is signed in.
    pub key: String,
    /// The cities' names.
    pub cities: String,
    /// They are not reminded.
    pub unwanted: bool,
}

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(reminders_page).service(set);
}

/// The person who is meant: named by the link, else who is signed in.
fn whom(reader: &Reader, named: Option<&str>) -> Result<PersonId, Problem> {
    let own = || reader.actor().person().map(|person| person.id);
    let named = named.filter(|named| !named.is_empty());
    match named {
        Some(named) => id(named, "partnership"),
        None => own().ok_or_else(|| Problem::not_found("partnership")),
    }
}

#[get("/partnerships/{id}/reminders")]
async fn reminders_page(reader: Reader, path: Path<String>) -> Result<HttpResponse, Problem> {
    let partnership: PartnershipId = id(&path, "partnership")?;
    let person = whom(&reader, reader.param("person"))?;
    let key = reader.param("key").unwrap_or_default().to_owned();
    let app = &reader.state.app;
    let found = remind::look(app, reader.actor(), (person, partnership), &key).await?;
    let names = found.partnership.cities.iter();
    let names = names.map(|city| reader.city_name(city));
    reader.show(&RemindersPage {
        l: reader.l,
        frame: reader.frame(reader.l.text("reminders-title")),
        path: format!("/partnerships/{partnership}/reminders"),
        person: person.to_string(),
        key,
        cities: names.collect::<Vec<_>>().join(" – "),
        unwanted: found.unwanted,
    })
}

#[post("/partnerships/{id}/reminders")]
async fn set(
    reader: Reader,
    path: Path<String>,
    form: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Problem> {
    let sent = Typed::new(form.into_inner());
    reader.check_form(sent.one("csrf"))?;
    let partnership: PartnershipId = id(&path, "partnership")?;
    let person = whom(&reader, Some(sent.one("person")))?;
    let (app, key) = (&reader.state.app, sent.one("key"));
    let unwanted = sent.one("unwanted") == "yes";
    remind::set(app, reader.actor(), (person, partnership), key, unwanted).await?;
    Ok(see_other(&format!(
        "/partnerships/{partnership}/reminders?person={person}&key={key}"
    )))
}
