//! Whether somebody gets letters that they may do without. `/unsubscribe/{token}` is for the reader of one:
//! looking changes nothing; a POST does, and needs no cookie and no form of ours, because mail
//! programs send it on their own (RFC 8058). `/partnerships/{id}/reminders` is the same for a coordinator
//! who has signed in.

use actix_web::web::{Bytes, Form, Path, ServiceConfig};
use actix_web::{HttpResponse, get, post};
use askama::Template;
use serde::Deserialize;

use super::parts::Frame;
use super::reader::{Reader, see_other};
use crate::app::unsubscribe::{self, Asking, Standing};
use crate::domain::locale::Localizer;
use crate::web::Problem;
use crate::web::request::id;

/// Whether somebody gets letters that they may do without.
#[derive(Template)]
#[template(path = "pages/unsubscribe.html")]
pub struct UnsubscribePage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// What the list is called, in the keys of words.
    pub list: String,
    /// The reader's address.
    pub email: String,
    /// The cities of the partnership that the letters are about; empty where they are about none.
    pub cities: String,
    /// Whether they get the letters.
    pub subscribed: bool,
    /// Whether that was just changed.
    pub done: bool,
    /// Where the button leads.
    pub action: String,
}

impl UnsubscribePage {
    fn word(&self, part: &str) -> String {
        let key = format!("unsubscribe-{}-{part}", self.list);
        let args = [("email", self.email.as_str()), ("cities", &self.cities)];
        self.l.args(&key, &args)
    }
}

pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(look)
        .service(change)
        .service(look_own)
        .service(change_own);
}

#[get("/unsubscribe/{token}")]
async fn look(reader: Reader, token: Path<String>) -> Result<HttpResponse, Problem> {
    let asking = Asking::ByLink(token.to_string());
    let found = unsubscribe::look(&reader.state.app, asking).await?;
    show(&reader, found, false, format!("/unsubscribe/{token}"))
}

/// Whatever the body is, it unsubscribes; only our own button to come back says otherwise.
#[post("/unsubscribe/{token}")]
async fn change(reader: Reader, token: Path<String>, body: Bytes) -> Result<HttpResponse, Problem> {
    let wanted = body
        .split(|byte| *byte == b'&')
        .any(|pair| pair == b"again=1");
    let asking = Asking::ByLink(token.to_string());
    let now = unsubscribe::set(&reader.state.app, asking, wanted).await?;
    show(&reader, now, true, format!("/unsubscribe/{token}"))
}

#[get("/partnerships/{id}/reminders")]
async fn look_own(reader: Reader, path: Path<String>) -> Result<HttpResponse, Problem> {
    if reader.actor().person().is_none() {
        return Ok(see_other("/sign-in"));
    }
    let asking = Asking::OwnOf(reader.actor().clone(), id(&path, "partnership")?);
    let found = unsubscribe::look(&reader.state.app, asking).await?;
    show(
        &reader,
        found,
        false,
        format!("/partnerships/{path}/reminders"),
    )
}

/// The same fields as those of a letter's page, where the token has a meaning.
#[derive(Deserialize)]
struct Switch {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    again: String,
}

#[post("/partnerships/{id}/reminders")]
async fn change_own(
    reader: Reader,
    path: Path<String>,
    form: Form<Switch>,
) -> Result<HttpResponse, Problem> {
    reader.check_form(&form.csrf)?;
    let asking = Asking::OwnOf(reader.actor().clone(), id(&path, "partnership")?);
    let now = unsubscribe::set(&reader.state.app, asking, form.again == "1").await?;
    show(
        &reader,
        now,
        true,
        format!("/partnerships/{path}/reminders"),
    )
}

fn show(
    reader: &Reader,
    found: Standing,
    done: bool,
    action: String,
) -> Result<HttpResponse, Problem> {
    let list = found.of.list.as_str().replace('_', "-");
    let title = reader.l.text(&format!("unsubscribe-{list}-title"));
    let cities = found.partnership.iter().flat_map(|about| &about.cities);
    let cities: Vec<String> = cities.map(|city| reader.city_name(city)).collect();
    reader.show(&UnsubscribePage {
        l: reader.l,
        frame: reader.frame(title),
        list,
        email: found.email,
        cities: cities.join(" – "),
        subscribed: found.subscribed,
        done,
        action,
    })
}
