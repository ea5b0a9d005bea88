//! `/bookings/{id}`: what a guest booked, reached by the link in the letter; calendar file and calling off.

mod change;

pub(super) use change::wishes;

use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::{Form, Path, ServiceConfig};
use actix_web::{HttpResponse, get, post};
use askama::Template;
use serde::Deserialize;

use super::form::{Control, Field};
use super::parts::{Frame, SideTime, name_of};
use super::reader::{Reader, see_other};
use super::show;
use super::slot::AttendeeRow;
use super::typed::Typed;
use crate::app::access::Subject;
use crate::app::booking::{self, BookingView, approval};
use crate::app::{Conflict, Error};
use crate::domain::answer::Participation;
use crate::domain::booking::{Attendee, BookingAct, BookingStatus, Part};
use crate::domain::event::Topic;
use crate::domain::id::BookingId;
use crate::domain::input::TEXT_MAX;
use crate::domain::locale::Localizer;
use crate::domain::policy::Approval;
use crate::mail::letters::calendar_file;
use crate::web::Problem;
use crate::web::request::id;

/// A booking, as its party sees it.
#[derive(Template)]
#[template(path = "pages/booking.html")]
pub struct BookingPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// This page's path with its secret; forms post below it.
    pub path: String,
    /// The secret of the link, sent along by the forms.
    pub key: String,
    /// Just made: the page says thank you first.
    pub fresh: bool,
    /// Where it stands.
    pub status: BookingStatus,
    /// The visit is over.
    pub past: bool,
    /// The offer's title.
    pub title: String,
    /// Who receives the visit.
    pub host: String,
    /// The host's city.
    pub host_city: String,
    /// The time in each city's own clock, the host's city first.
    pub sides: Vec<SideTime>,
    /// The party.
    pub organization: String,
    /// The party's city.
    pub city: String,
    /// Seats taken.
    pub seats: i64,
    /// Who gets the invite.
    pub attendees: Vec<AttendeeLine>,
    /// How many have answered what, in words; empty where nobody is asked.
    pub answers: String,
    /// Where the contact says whether they come; empty for others.
    pub answer_href: String,
    /// What the party wrote to the host; may be empty.
    pub note: String,
    /// Where the visit takes place, if the host has said so.
    pub join_url: Option<String>,
    /// The calendar file.
    pub calendar_href: String,
    /// Why it was called off; may be empty.
    pub reason: String,
    /// The cities that have to confirm it again, because a clock changed; empty where none has.
    pub confirm_again: Vec<String>,
    /// The reader may do so.
    pub may_confirm_again: bool,
    /// The form for calling off; none where it is too late or already done.
    pub cancel: Option<Field>,
    /// An answer is due by then, while a request waits; in words.
    pub respond_by: String,
    /// Which sides have approved, in words.
    pub approvals: Vec<String>,
    /// What the guests said beside who they are: what was asked and the answer.
    pub wishes: Vec<(String, String)>,
    /// The form for moving: the times to choose from; none where it cannot be moved.
    pub moving: Option<Field>,
    /// A new time has to be approved again.
    pub asks_again: bool,
    /// The form for who comes; empty where it cannot be changed.
    pub people: Vec<AttendeeRow>,
    /// Where is told what came of it, once the visit has begun.
    pub report_href: Option<String>,
    /// Something that could not be done, in words.
    pub fault: Option<String>,
    /// Other open times, as a link to the partnership or the city.
    pub others_href: String,
}

/// Somebody who gets the invite.
pub struct AttendeeLine {
    /// Their name.
    pub name: String,
    /// Their address; empty where the reader is not to see it.
    pub email: String,
    /// What they have answered.
    pub participation: Participation,
    /// What they wrote beside; may be empty.
    pub note: String,
    /// Mail to their address comes back.
    pub failing: bool,
}

impl BookingPage {
    /// The word for where it stands: a confirmed visit that is over has taken place.
    pub fn standing(&self) -> &'static str {
        match self.status {
            BookingStatus::Confirmed if self.past => "completed",
            status => status.as_str(),
        }
    }
}

pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(booking_page)
        .service(calendar)
        .service(confirm_again)
        .service(cancel)
        .configure(change::routes);
}

#[get("/bookings/{id}")]
async fn booking_page(reader: Reader, path: Path<String>) -> Result<HttpResponse, Problem> {
    let view = booking::get(
        &reader.state.app,
        &reader.who.subject,
        id(&path, "booking")?,
    )
    .await?;
    let key = reader.who.subject.manage_key.clone().unwrap_or_default();
    draw(&reader, StatusCode::OK, view, &key, Draft::default()).await
}

/// The visit as a calendar file.
#[get("/bookings/{id}/calendar.ics")]
async fn calendar(reader: Reader, path: Path<String>) -> Result<HttpResponse, Problem> {
    let id = id(&path, "booking")?;
    let letter = booking::letter(&reader.state.app, &reader.who.subject, id).await?;
    let file = calendar_file(&letter, &reader.state.letters).map_err(|error| {
        tracing::error!(%error, booking = %id, "a calendar file could not be written");
        Problem::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal",
            "It cannot be written.",
        )
    })?;
    let file = file.ok_or_else(|| Problem::not_found("calendar file"))?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/calendar; charset=utf-8"))
        .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"visit.ics\""))
        .body(file))
}

/// What the form for calling off sends.
#[derive(Deserialize)]
struct Cancel {
    csrf: String,
    #[serde(default)]
    key: String,
    #[serde(default)]
    reason: String,
}

/// What the button for confirming again sends.
#[derive(Deserialize)]
struct Again {
    csrf: String,
}

#[post("/bookings/{id}/confirm-again")]
async fn confirm_again(
    reader: Reader,
    path: Path<String>,
    form: Form<Again>,
) -> Result<HttpResponse, Problem> {
    let id = id(&path, "booking")?;
    reader.check_form(&form.csrf)?;
    approval::confirm_again(&reader.state.app, &reader.who.subject, id).await?;
    // Having answered, they may have no more to do with this booking: back to what is left.
    Ok(see_other("/console"))
}

#[post("/bookings/{id}/cancel")]
async fn cancel(
    reader: Reader,
    path: Path<String>,
    form: Form<Cancel>,
) -> Result<HttpResponse, Problem> {
    let id = id(&path, "booking")?;
    reader.check_form(&form.csrf)?;
    let (app, form) = (&reader.state.app, form.into_inner());
    let subject = Subject {
        actor: reader.actor().clone(),
        manage_key: Some(form.key.clone()).filter(|key| !key.is_empty()),
    };
    match booking::cancel(app, &subject, id, Some(form.reason.clone())).await {
        Ok(_) => Ok(see_other(&format!(
            "{}&done=cancelled",
            path_of(id, &form.key)
        ))),
        Err(Error::Invalid(invalid)) => {
            let view = booking::get(app, &subject, id).await?;
            let error = invalid.0.first();
            let words = error.map(|e| show::fault(&reader.l, &e.code, &e.detail));
            let draft = Draft {
                reason: words.map(|words| (form.reason, words)),
                ..Draft::default()
            };
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            draw(&reader, status, view, &form.key, draft).await
        }
        Err(Error::Conflict(conflict)) => refuse(&reader, id, &form.key, &subject, conflict).await,
        Err(other) => Err(other.into()),
    }
}

/// Shows how a booking stands now, with why a change of it could not be.
pub(super) async fn refuse(
    reader: &Reader,
    id: BookingId,
    key: &str,
    subject: &Subject,
    conflict: Conflict,
) -> Result<HttpResponse, Problem> {
    let view = booking::get(&reader.state.app, subject, id).await?;
    let problem = Problem::from(Error::Conflict(conflict));
    let draft = Draft {
        fault: Some(show::fault(&reader.l, &problem.code, &problem.detail)),
        ..Draft::default()
    };
    draw(reader, StatusCode::CONFLICT, view, key, draft).await
}

fn path_of(id: BookingId, key: &str) -> String {
    format!("/bookings/{id}?key={key}")
}

/// What somebody typed into a form of the page that could not be taken, and what is wrong with it.
#[derive(Default)]
pub(super) struct Draft {
    /// A reason for calling off, and what is wrong with it.
    pub reason: Option<(String, String)>,
    /// Who is to come.
    pub people: Option<Typed>,
    /// What is wrong with it all.
    pub fault: Option<String>,
}

/// Draws a booking, with what was typed.
pub(super) async fn draw(
    reader: &Reader,
    status: StatusCode,
    view: BookingView,
    key: &str,
    draft: Draft,
) -> Result<HttpResponse, Problem> {
    let (app, l, booking) = (&reader.state.app, reader.l, &view.booking);
    let slot = &view.slot.slot;
    let started = slot.starts_at <= app.now();
    let for_host = reader.actor().manages(&view.slot.host);
    let until = view.slot.offer.policy.changes_until(slot.starts_at);
    let in_time = !started && (for_host || app.now() < until);
    let may = |act| in_time && booking.status.after(act).is_some();
    let can_cancel = may(BookingAct::Cancel);
    let Draft {
        reason,
        people,
        fault,
    } = draft;
    let (reason, error) = reason.unzip();
    // The guests' city and the host's are what matters here, not every partner.
    let concerned = |id| id == view.slot.host.city_id || id == booking.city_id;
    let locals = view
        .slot
        .local
        .iter()
        .filter(|local| concerned(local.city.id));
    let row = |attendee: &Attendee| {
        let shown = for_host || attendee.part != Part::Host;
        let answered = view.answer_of(attendee.id);
        AttendeeLine {
            name: attendee.name.clone(),
            email: match shown {
                true => attendee.email.clone(),
                false => String::new(),
            },
            participation: answered.participation,
            note: answered.note,
            failing: view.failing.contains(&attendee.email.to_lowercase()),
        }
    };
    let host_city = view.slot.local.first().map(|local| &local.city);
    let moving = match may(BookingAct::Reschedule) {
        true => change::moving(reader, &view).await?,
        false => None,
    };
    let people = match may(BookingAct::ChangeAttendees) {
        true => change::people(reader, &view, people.as_ref()),
        false => Vec::new(),
    };
    let page = BookingPage {
        respond_by: change::respond_by(reader, &view)?,
        approvals: change::approvals(reader, &view),
        wishes: wishes(reader, booking),
        asks_again: view.slot.offer.policy.approval != Approval::Instant && !for_host,
        moving,
        people,
        fault,
        l,
        frame: Frame {
            live: show::live([(Topic::Booking(booking.id), view.head.clone())]),
            ..reader.frame(name_of(&l, "booking", booking.status.as_str()))
        },
        report_href: (started && booking.status.is_visit())
            .then(|| format!("/bookings/{}/report?key={key}", booking.id)),
        path: format!("/bookings/{}", booking.id),
        key: key.to_owned(),
        fresh: reader.param("new").is_some() && booking.status == BookingStatus::Confirmed,
        status: booking.status,
        past: slot.ends_at <= app.now(),
        title: view.slot.offer.title.clone(),
        host: view.slot.host.name.clone(),
        host_city: host_city
            .map(|city| reader.city_name(city))
            .unwrap_or_default(),
        sides: locals.map(|local| show::side(reader, local)).collect(),
        organization: booking.organization.clone(),
        city: reader.city_name(&view.city),
        seats: booking.seats.into(),
        attendees: view.attendees.iter().map(row).collect(),
        answers: answers(&l, &view),
        answer_href: answer_href(reader, &view, key),
        note: booking.note.clone(),
        join_url: view.meeting_url.clone(),
        calendar_href: format!("/bookings/{}/calendar.ics?key={key}", booking.id),
        reason: booking.cancel_reason.clone().unwrap_or_default(),
        confirm_again: view
            .confirm_again
            .iter()
            .map(|city| reader.city_name(city))
            .collect(),
        may_confirm_again: view
            .confirm_again
            .iter()
            .any(|city| reader.actor().coordinates(city.id)),
        cancel: can_cancel.then(|| {
            Field::new(&l, "reason", Control::Text)
                .optional()
                .at_most(TEXT_MAX as u32)
                .value(&reason.unwrap_or_default())
                .error(error)
        }),
        others_href: match (booking.partnership_id, host_city) {
            (Some(id), _) => format!("/partnerships/{id}#week"),
            (None, Some(city)) => format!("/cities/{}", city.slug),
            (None, None) => "/".to_owned(),
        },
    };
    reader.page(status, &page)
}

/// How many have answered what, in words, while the visit is to come.
fn answers(l: &Localizer, view: &BookingView) -> String {
    let said: Vec<_> = view
        .answers
        .iter()
        .map(|(_, said)| said.participation)
        .collect();
    match view.booking.status.is_open() {
        true => summary(l, view.attendees.len(), &said),
        false => String::new(),
    }
}

/// How many of so many people have answered what, in words; who is not among the answers has not.
pub(super) fn summary(l: &Localizer, people: usize, said: &[Participation]) -> String {
    let count = |answer| said.iter().filter(|one| **one == answer).count();
    let given = [
        Participation::Accepted,
        Participation::Tentative,
        Participation::Declined,
    ];
    let [accepted, tentative, declined] = given.map(count);
    let open = people.saturating_sub(accepted + tentative + declined);
    l.args(
        "answer-summary",
        &[
            ("accepted", &accepted.to_string()),
            ("tentative", &tentative.to_string()),
            ("declined", &declined.to_string()),
            ("open", &open.to_string()),
        ],
    )
}

/// Where the contact, who has the key of the booking, says whether they come.
fn answer_href(reader: &Reader, view: &BookingView, key: &str) -> String {
    let app = &reader.state.app;
    let contact = view.attendees.iter().find(|one| one.part == Part::Contact);
    let asked = view.booking.status == BookingStatus::Confirmed
        && view.slot.slot.starts_at > app.now()
        && app.link_key.may_manage(view.booking.id, key);
    let href = contact.filter(|_| asked);
    href.map(|one| app.link_key.answer_url("", one.id))
        .unwrap_or_default()
}
