//! `/answers/{id}`: where an attendee says whether they come, reached by the link in their letter.
//!
//! Looking changes nothing, because programs that check mail for viruses open every link.

use actix_web::http::StatusCode;
use actix_web::web::{Form, Path, ServiceConfig};
use actix_web::{HttpResponse, get, post};
use askama::Template;

use super::form::{Choice, Control, Field, faults};
use super::parts::{Frame, SideTime};
use super::reader::{Reader, see_other};
use super::show;
use super::typed::Typed;
use crate::app::Error;
use crate::app::booking::answers::{self, AnswerView};
use crate::app::local_time::zone_of;
use crate::domain::answer::{Answered, NOTE_MAX, Participation};
use crate::domain::display;
use crate::domain::id::AttendeeId;
use crate::domain::locale::Localizer;
use crate::web::Problem;
use crate::web::request::id;

/// Where an attendee says whether they come.
#[derive(Template)]
#[template(path = "pages/answer.html")]
pub struct AnswerPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// Where the answer is posted to.
    pub path: String,
    /// The secret of the link.
    pub key: String,
    /// Who is asked.
    pub name: String,
    /// What they have answered.
    pub participation: Participation,
    /// The offer's title.
    pub title: String,
    /// Who receives the visit, and where.
    pub host: String,
    /// Whom the guests come from, and where.
    pub guests: String,
    /// When it takes place on the attendee's own clock, and whose that is.
    pub own_time: (String, String),
    /// The time in each city's own clock, the host's city first.
    pub sides: Vec<SideTime>,
    /// The form; none where it is too late or there is nothing to come to.
    pub form: Vec<Field>,
}

impl AnswerPage {
    /// The fields that were wrong.
    pub fn faults(&self) -> Vec<&Field> {
        faults(&self.form)
    }
}

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(look).service(save);
}

#[get("/answers/{id}")]
async fn look(reader: Reader, path: Path<String>) -> Result<HttpResponse, Problem> {
    let attendee = id(&path, "page")?;
    let key = reader.who.subject.manage_key.clone().unwrap_or_default();
    let view = answers::asked(&reader.state.app, attendee, &key).await?;
    draw(&reader, StatusCode::OK, &view, &key, &Typed::default())
}

#[post("/answers/{id}")]
async fn save(
    reader: Reader,
    path: Path<String>,
    form: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Problem> {
    let attendee: AttendeeId = id(&path, "page")?;
    let mut sent = Typed::new(form.into_inner());
    reader.check_form(sent.one("csrf"))?;
    let (app, key) = (&reader.state.app, sent.one("key").to_owned());
    let outcome = answers::answer(app, attendee, &key, sent.one("answer"), sent.one("note")).await;
    let status = match outcome {
        Ok(_) => {
            let back = format!("/answers/{attendee}?key={key}&done=answered");
            return Ok(see_other(&back));
        }
        Err(Error::Invalid(invalid)) => {
            sent.blame(invalid, &[]);
            StatusCode::UNPROCESSABLE_ENTITY
        }
        // The page says why there is no form any more.
        Err(Error::Conflict(_)) => StatusCode::CONFLICT,
        Err(other) => return Err(other.into()),
    };
    let view = answers::asked(app, attendee, &key).await?;
    draw(&reader, status, &view, &key, &sent)
}

fn draw(
    reader: &Reader,
    status: StatusCode,
    view: &AnswerView,
    key: &str,
    sent: &Typed,
) -> Result<HttpResponse, Problem> {
    let (l, booking) = (reader.l, &view.booking);
    let slot = &booking.slot;
    let concerned = |id| id == slot.host.city_id || id == booking.booking.city_id;
    let locals = slot.local.iter().filter(|local| concerned(local.city.id));
    let of_city =
        |name: &str, city: &str| l.args("letter-of-city", &[("name", name), ("city", city)]);
    let host_city = slot
        .local
        .first()
        .map(|local| reader.city_name(&local.city));
    let page = AnswerPage {
        l,
        frame: reader.frame(l.text("answer-title")),
        path: format!("/answers/{}", view.attendee.id),
        key: key.to_owned(),
        name: view.attendee.name.clone(),
        participation: view.answered.participation,
        title: slot.offer.title.clone(),
        host: of_city(&slot.host.name, &host_city.unwrap_or_default()),
        guests: of_city(
            &booking.booking.organization,
            &reader.city_name(&booking.city),
        ),
        own_time: own_time(reader, view)?,
        sides: locals.map(|local| show::side(reader, local)).collect(),
        form: match view.open {
            true => form(&l, &view.answered, sent),
            false => Vec::new(),
        },
    };
    reader.page(status, &page)
}

/// When the visit takes place on the attendee's own clock, and whose that is.
fn own_time(reader: &Reader, view: &AnswerView) -> Result<(String, String), Problem> {
    let (l, slot) = (&reader.l, &view.booking.slot.slot);
    let zone = zone_of(&reader.state.app.zones, &view.attendee.zone)?;
    let (from, to) = (zone.at(slot.starts_at), zone.at(slot.ends_at));
    let locale = l.locale();
    let when = l.args(
        "letter-when",
        &[
            ("date", &display::long_date(locale, from)),
            ("range", &display::time_range(locale, from, to)),
            ("offset", &display::offset(locale, from)),
        ],
    );
    Ok((
        when,
        l.with("letter-your-time", "zone", &view.attendee.zone),
    ))
}

/// The three answers and a word to the host, from what was answered and with what was typed.
pub(super) fn form(l: &Localizer, answered: &Answered, sent: &Typed) -> Vec<Field> {
    let given = [
        Participation::Accepted,
        Participation::Tentative,
        Participation::Declined,
    ];
    let choices = given.map(|answer| Choice {
        value: answer.as_str().to_owned(),
        label: l.text(&format!("answer-mine-{answer}")),
        detail: String::new(),
        chosen: answer == answered.participation,
    });
    let note = Field::new(l, "note", Control::Text);
    let note = note.optional().at_most(NOTE_MAX as u32);
    let fields = [
        Field::choosing(l, "answer", Control::Radios, choices.into()),
        note.value(&answered.note),
    ];
    fields.map(|field| sent.field(l, field)).into()
}
