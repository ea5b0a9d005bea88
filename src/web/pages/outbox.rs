//! `/console/outbox`, for admins: whether letters leave, and those that could not.

use actix_web::web::{Form, Path, ServiceConfig};
use actix_web::{HttpResponse, get, post};
use askama::Template;
use serde::Deserialize;

use super::parts::{Frame, name_of};
use super::reader::{Reader, see_other};
use crate::app::dead_letters;
use crate::app::outbox::StoredLetter;
use crate::domain::display;
use crate::domain::locale::Localizer;
use crate::web::Problem;
use crate::web::request::id;

/// How the outbox is doing.
#[derive(Template)]
#[template(path = "pages/outbox.html")]
pub struct OutboxPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// Why nothing is sent, as the mail server said it.
    pub paused: Option<String>,
    /// Letters in each state: the state's name, and how many.
    pub counts: Vec<(String, i64)>,
    /// Those that were given up.
    pub dead: Vec<DeadLetter>,
}

/// A letter that was given up.
pub struct DeadLetter {
    /// UUID.
    pub id: String,
    /// Its kind, in words.
    pub kind: String,
    /// Whom it goes to.
    pub to: String,
    /// When it was written, in words.
    pub at: String,
    /// What the mail server said.
    pub reason: String,
}

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(look).service(requeue).service(discard);
}

#[derive(Deserialize)]
struct Button {
    #[serde(default)]
    csrf: String,
}

#[get("/console/outbox")]
async fn look(reader: Reader) -> Result<HttpResponse, Problem> {
    if reader.actor().person().is_none() {
        return Ok(see_other("/sign-in"));
    }
    let outbox = dead_letters::look(&reader.state.app, reader.actor()).await?;
    let l = &reader.l;
    let counts = outbox.counts.iter();
    reader.show(&OutboxPage {
        l: reader.l,
        frame: reader.frame(l.text("outbox-title")),
        paused: reader.state.outbox.paused(),
        counts: counts
            .map(|(state, count)| (name_of(l, "letter-state", state.as_str()), *count))
            .collect(),
        dead: outbox
            .dead
            .iter()
            .map(|letter| row(&reader, letter))
            .collect(),
    })
}

fn row(reader: &Reader, stored: &StoredLetter) -> DeadLetter {
    let letter = &stored.letter;
    DeadLetter {
        id: letter.id.to_string(),
        kind: name_of(&reader.l, "letter-kind", letter.kind.as_str()),
        to: letter.recipient.email.clone(),
        at: display::weekday_date_time(reader.locale(), letter.created_at.fixed_offset()),
        reason: stored.last_error.clone().unwrap_or_default(),
    }
}

#[post("/console/outbox/{id}/requeue")]
async fn requeue(
    reader: Reader,
    letter: Path<String>,
    form: Form<Button>,
) -> Result<HttpResponse, Problem> {
    reader.check_form(&form.csrf)?;
    let letter = id(&letter, "letter")?;
    dead_letters::requeue(&reader.state.app, reader.actor(), letter).await?;
    Ok(see_other("/console/outbox?done=requeued"))
}

#[post("/console/outbox/{id}/discard")]
async fn discard(
    reader: Reader,
    letter: Path<String>,
    form: Form<Button>,
) -> Result<HttpResponse, Problem> {
    reader.check_form(&form.csrf)?;
    let letter = id(&letter, "letter")?;
    dead_letters::discard(&reader.state.app, reader.actor(), letter).await?;
    Ok(see_other("/console/outbox?done=discarded"))
}
