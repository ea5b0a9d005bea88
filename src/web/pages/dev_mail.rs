//! `/dev/mail`, in demo mode only: the letters as they would have been sent.

use actix_web::web::{Path, ServiceConfig};
use actix_web::{HttpResponse, get};
use askama::Template;

use super::letter::{LetterView, framed};
use super::parts::{Frame, name_of};
use super::reader::Reader;
use crate::app::outbox::{self, StoredLetter};
use crate::domain::display;
use crate::domain::locale::Localizer;
use crate::mail::letters::render;
use crate::mail::message::compose;
use crate::web::Problem;
use crate::web::request::id;

/// All letters, newest first.
#[derive(Template)]
#[template(path = "pages/dev_mail.html")]
pub struct DevMailPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// The letters.
    pub letters: Vec<LetterRow>,
}

/// A letter in the list.
pub struct LetterRow {
    /// UUID.
    pub id: String,
    /// Recipient.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// Such as `invite`.
    pub kind: String,
    /// When it was written, in words.
    pub at: String,
    /// Such as `sent`.
    pub state: String,
}

/// One letter.
#[derive(Template)]
#[template(path = "pages/dev_letter.html")]
pub struct DevLetterPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// The letter.
    pub letter: LetterRow,
    /// The letter cannot be put in words any more; why.
    pub broken: Option<String>,
    /// What it says, where it can be said.
    pub said: Option<LetterView>,
    /// The first link in the letter that leads back here, so that a demo needs no copying.
    pub link: Option<String>,
}

/// Most letters that the list shows.
const LETTERS_MAX: i64 = 200;

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(list).service(one).service(html).service(raw);
}

/// Letters hold links that let their readers in: only the demo shows them.
fn only_in_demo(reader: &Reader) -> Result<(), Problem> {
    if reader.state.site.demo {
        Ok(())
    } else {
        Err(Problem::not_found("page"))
    }
}

async fn letter_of(reader: &Reader, letter: &str) -> Result<StoredLetter, Problem> {
    only_in_demo(reader)?;
    Ok(outbox::letter(&reader.state.app, id(letter, "letter")?).await?)
}

#[get("/dev/mail")]
async fn list(reader: Reader) -> Result<HttpResponse, Problem> {
    only_in_demo(&reader)?;
    let letters = outbox::newest(&reader.state.app, LETTERS_MAX).await?;
    reader.show(&DevMailPage {
        l: reader.l,
        frame: reader.frame(reader.l.text("dev-mail-title")),
        letters: letters.iter().map(|letter| row(&reader, letter)).collect(),
    })
}

fn row(reader: &Reader, stored: &StoredLetter) -> LetterRow {
    let (l, letter) = (&reader.l, &stored.letter);
    let rendered = render(letter, &reader.state.letters);
    let written = letter.created_at.fixed_offset();
    LetterRow {
        id: letter.id.to_string(),
        to: format!("{} <{}>", letter.recipient.name, letter.recipient.email),
        subject: rendered.map_or_else(|_| l.text("letter-broken"), |said| said.subject),
        kind: name_of(l, "letter-kind", letter.kind.as_str()),
        at: display::weekday_date_time(reader.locale(), written),
        state: name_of(l, "letter-state", stored.state.as_str()),
    }
}

#[get("/dev/mail/{id}")]
async fn one(reader: Reader, letter: Path<String>) -> Result<HttpResponse, Problem> {
    let stored = letter_of(&reader, &letter).await?;
    let row = row(&reader, &stored);
    let mut page = DevLetterPage {
        l: reader.l,
        frame: reader.frame(row.subject.clone()),
        letter: row,
        broken: None,
        said: None,
        link: None,
    };
    match render(&stored.letter, &reader.state.letters) {
        Ok(said) => {
            page.link = link_here(&said.text, &reader.state.letters.public_url);
            let frame = format!("/dev/mail/{}/html", stored.letter.id);
            page.said = Some(LetterView::new(said, stored.letter.recipient.locale, frame));
        }
        Err(error) => page.broken = Some(error.to_string()),
    }
    reader.show(&page)
}

/// The path of the first link in a text that leads here.
fn link_here(text: &str, public_url: &str) -> Option<String> {
    let found = text
        .split_whitespace()
        .find_map(|word| word.strip_prefix(public_url));
    found
        .filter(|path| path.starts_with('/'))
        .map(str::to_owned)
}

#[get("/dev/mail/{id}/html")]
async fn html(reader: Reader, letter: Path<String>) -> Result<HttpResponse, Problem> {
    let stored = letter_of(&reader, &letter).await?;
    let said = render(&stored.letter, &reader.state.letters);
    let said = said.map_err(|_| Problem::not_found("letter"))?;
    Ok(framed(said.html))
}

#[get("/dev/mail/{id}/raw")]
async fn raw(reader: Reader, letter: Path<String>) -> Result<HttpResponse, Problem> {
    let stored = letter_of(&reader, &letter).await?;
    let message = compose(&stored.letter, &reader.state.letters);
    let message = message.map_err(|_| Problem::not_found("letter"))?;
    Ok(HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .body(message.raw))
}
