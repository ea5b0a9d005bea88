//! `/console/letters`, for admins: how each letter reads in each language, made from
//! [samples](crate::mail::samples) that name nothing of this installation.

use std::str::FromStr;

use actix_web::http::StatusCode;
use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::web::{Path, ServiceConfig};
use actix_web::{HttpResponse, get};
use askama::Template;

use super::form::{Choice, Control, Field};
use super::letter::{LetterView, framed};
use super::parts::{Frame, name_of};
use super::reader::{Reader, see_other};
use crate::app::access::require_admin;
use crate::domain::letter::{Letter, LetterKind};
use crate::domain::locale::{Locale, Localizer};
use crate::mail::message::{Outgoing, compose};
use crate::mail::samples::{self, SampleDay};
use crate::web::Problem;

/// A sample letter, and the choice of another one.
#[derive(Template)]
#[template(path = "pages/letters.html")]
pub struct LettersPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// What can be chosen.
    pub fields: Vec<Field>,
    /// Whom it comes from.
    pub from: String,
    /// Whom it goes to.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// What it says.
    pub letter: LetterView,
    /// Where the whole message is.
    pub eml: String,
}

/// Which sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sample {
    /// What it is about.
    pub kind: LetterKind,
    /// Its language.
    pub language: Locale,
    /// When its visit is.
    pub day: SampleDay,
}

impl Sample {
    /// The sample that a page's address asks for: the invite on the usual day in the reader's own
    /// language, unless it says otherwise.
    fn asked(reader: &Reader) -> Result<Self, Problem> {
        let given = |name| reader.param(name).filter(|word| !word.is_empty());
        Ok(Self {
            kind: given("kind").map_or(Ok(LetterKind::VisitConfirmed), read)?,
            language: given("language").map_or(Ok(reader.locale()), read)?,
            day: given("day").map_or(Ok(SampleDay::NextDay), read)?,
        })
    }

    /// The sample that an address of its own names.
    fn named(kind: &str, language: &str, day: &str) -> Result<Self, Problem> {
        Ok(Self {
            kind: read(kind)?,
            language: read(language)?,
            day: read(day)?,
        })
    }

    fn address(self, part: &str) -> String {
        let Self {
            kind,
            language,
            day,
        } = self;
        format!("/console/letters/{kind}/{language}/{day}/{part}")
    }

    /// The choice of each part, this one being chosen.
    pub fn fields(self, l: &Localizer) -> Vec<Field> {
        let select = |name, label: &str, choices| Field {
            label: l.text(label),
            ..Field::choosing(l, name, Control::Select, choices)
        };
        let choice = |value: &str, label, chosen| Choice {
            value: value.to_owned(),
            label,
            detail: String::new(),
            chosen,
        };
        let kinds = LetterKind::ALL.iter().map(|kind| {
            let name = name_of(l, "letter-kind", kind.as_str());
            choice(kind.as_str(), name, *kind == self.kind)
        });
        let languages = Locale::all().iter().map(|language| {
            let name = language.own_name().to_owned();
            choice(language.tag(), name, *language == self.language)
        });
        let days = SampleDay::ALL.iter().map(|day| {
            let name = name_of(l, "preview-day", day.as_str());
            choice(day.as_str(), name, *day == self.day)
        });
        vec![
            select("kind", "letter-kind", kinds.collect()),
            select("language", "language-label", languages.collect()),
            select("day", "preview-day", days.collect()),
        ]
    }

    fn letter(self) -> Letter {
        samples::letter(self.kind, self.language, self.day.starts_at())
    }

    /// Its message.
    fn compose(self, reader: &Reader) -> Result<Outgoing, Problem> {
        let context = samples::context(&reader.state.letters);
        compose(&self.letter(), &context).map_err(|error| {
            tracing::error!(%error, "a sample letter could not be written");
            Problem::new(
                StatusCode::INTERNAL_SERVER_ERROR,
                "internal",
                "The letter cannot be written.",
            )
        })
    }
}

fn read<T: FromStr>(word: &str) -> Result<T, Problem> {
    word.parse().map_err(|_| Problem::not_found("letter"))
}

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(look).service(html).service(eml);
}

const ADMINS: &str = "only admins see the samples of letters";

#[get("/console/letters")]
async fn look(reader: Reader) -> Result<HttpResponse, Problem> {
    if reader.actor().person().is_none() {
        return Ok(see_other("/sign-in"));
    }
    require_admin(reader.actor(), ADMINS)?;
    let sample = Sample::asked(&reader)?;
    let letter = sample.letter();
    let sender = samples::context(&reader.state.letters).sender(&letter);
    let said = sample.compose(&reader)?.rendered;
    let l = &reader.l;
    reader.show(&LettersPage {
        l: reader.l,
        frame: reader.frame(l.text("preview-title")),
        fields: sample.fields(l),
        from: format!("{} <{}>", sender.name, sender.email),
        to: format!("{} <{}>", letter.recipient.name, letter.recipient.email),
        subject: said.subject.clone(),
        letter: LetterView::new(said, sample.language, sample.address("html")),
        eml: sample.address("letter.eml"),
    })
}

#[get("/console/letters/{kind}/{language}/{day}/html")]
async fn html(
    reader: Reader,
    path: Path<(String, String, String)>,
) -> Result<HttpResponse, Problem> {
    require_admin(reader.actor(), ADMINS)?;
    let sample = Sample::named(&path.0, &path.1, &path.2)?;
    Ok(framed(sample.compose(&reader)?.rendered.html))
}

#[get("/console/letters/{kind}/{language}/{day}/letter.eml")]
async fn eml(
    reader: Reader,
    path: Path<(String, String, String)>,
) -> Result<HttpResponse, Problem> {
    require_admin(reader.actor(), ADMINS)?;
    let sample = Sample::named(&path.0, &path.1, &path.2)?;
    let name = format!("{}-{}-{}.eml", sample.kind, sample.language, sample.day);
    Ok(HttpResponse::Ok()
        .content_type("message/rfc822")
        .insert_header((
            CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ))
        .body(sample.compose(&reader)?.raw))
}
