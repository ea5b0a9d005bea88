//! `/bookings/{id}/report`: what is left of a visit, for those concerned, and the way to the next one.

use actix_web::http::StatusCode;
use actix_web::web::{Form, Path, ServiceConfig};
use actix_web::{HttpResponse, get, post};
use askama::Template;

use super::form::{Choice, Control, Field, faults};
use super::life::{self as shown, Words};
use super::parts::{Frame, SlotCard};
use super::reader::{Reader, see_other};
use super::show;
use super::typed::Typed;
use crate::app::access::Subject;
use crate::app::local_time::zone_of;
use crate::app::report::{self, ReportView};
use crate::app::slot::{self, SlotQuery};
use crate::app::{Conflict, Error};
use crate::domain::booking::Attendee;
use crate::domain::display;
use crate::domain::id::BookingId;
use crate::domain::input::{Invalid, TEXT_MAX};
use crate::domain::locale::{Locale, Localizer};
use crate::domain::offer::CAPACITY_MAX;
use crate::domain::person::Actor;
use crate::domain::report::{AttendanceInput, Outcome, OutcomeInput, Side};
use crate::domain::slot::SlotStatus;
use crate::web::Problem;
use crate::web::request::id;

/// What is left of a visit.
#[derive(Template)]
#[template(path = "pages/report.html")]
pub struct ReportPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// The booking's path; forms post below it.
    pub path: String,
    /// The secret of the contact's link; empty for hosts.
    pub key: String,
    /// The way back to the booking, where the reader may see it.
    pub back: Option<String>,
    /// The offer's title.
    pub title: String,
    /// The party.
    pub organization: String,
    /// When it was, on the clock of the reader's side.
    pub when: String,
    /// The reader speaks for the hosts' side.
    pub for_hosts: bool,
    /// The version of the words of the reader's side.
    pub version: String,
    /// The form for the words of the reader's side.
    pub outcome: Vec<Field>,
    /// The other side's words.
    pub other: Option<OtherSide>,
    /// The form for who came; empty for guests.
    pub attendance: Vec<Field>,
    /// Times of the same offer, each leading to a form that is filled in.
    pub again: Vec<SlotCard>,
    /// Other offers.
    pub others_href: String,
    /// Something that could not be done, in words.
    pub fault: Option<String>,
}

/// What the other side learned.
pub struct OtherSide {
    /// The words.
    pub words: Words,
    /// Who can read them, in words.
    pub standing: String,
    /// Its version.
    pub version: String,
    /// What the reader can do: show it publicly, or no longer.
    pub publish: Option<bool>,
}

impl ReportPage {
    /// The fields that were wrong, in the page's order.
    pub fn faults(&self) -> Vec<&Field> {
        faults(self.outcome.iter().chain(&self.attendance))
    }
}

/// Times that are offered for the next visit.
const TIMES: i64 = 6;

pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(report_page)
        .service(write_outcome)
        .service(mark_attendance)
        .service(publish_outcome);
}

#[get("/bookings/{id}/report")]
async fn report_page(reader: Reader, path: Path<String>) -> Result<HttpResponse, Problem> {
    let id = id(&path, "booking")?;
    let subject = reader.who.subject.clone();
    if *reader.actor() == Actor::Guest && subject.manage_key.is_none() {
        return Ok(see_other("/sign-in"));
    }
    let view = report::get(&reader.state.app, &subject, id).await?;
    draw(&reader, StatusCode::OK, &view, &subject, Draft::default()).await
}

/// A form that could not be taken.
#[derive(Default)]
struct Draft {
    typed: Typed,
    fault: Option<String>,
}

/// Who sent a form.
fn subject(reader: &Reader, sent: &Typed) -> Subject {
    Subject {
        actor: reader.actor().clone(),
        manage_key: sent.some("key"),
    }
}

#[post("/bookings/{id}/outcome")]
async fn write_outcome(
    reader: Reader,
    path: Path<String>,
    form: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Problem> {
    let id = id(&path, "booking")?;
    let sent = Typed::new(form.into_inner());
    reader.check_form(sent.one("csrf"))?;
    let (subject, app) = (subject(&reader, &sent), &reader.state.app);
    let input = OutcomeInput {
        text: sent.one("text").to_owned(),
        locale: sent.one("outcome_locale").to_owned(),
        public: sent.one("public") == "yes",
    };
    let version = sent.one("version").parse().unwrap_or_default();
    let done = report::write(app, &subject, id, version, input).await;
    answer(&reader, id, &subject, sent, done, "outcome").await
}

#[post("/bookings/{id}/attendance")]
async fn mark_attendance(
    reader: Reader,
    path: Path<String>,
    form: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Problem> {
    let id = id(&path, "booking")?;
    let sent = Typed::new(form.into_inner());
    reader.check_form(sent.one("csrf"))?;
    let (subject, app) = (subject(&reader, &sent), &reader.state.app);
    let view = report::get(app, &subject, id).await?;
    let came = sent.all("came");
    let marked = view.attendees.iter().map(|person| {
        let id = person.id.to_string();
        let came = came.contains(&id);
        (id, came)
    });
    let input = AttendanceInput {
        headcount: sent.some("headcount").map(|_| sent.number("headcount")),
        people: marked.collect(),
    };
    let done = report::mark(app, &subject, id, input).await;
    answer(&reader, id, &subject, sent, done, "attendance").await
}

#[post("/bookings/{id}/outcome/publish")]
async fn publish_outcome(
    reader: Reader,
    path: Path<String>,
    form: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Problem> {
    let id = id(&path, "booking")?;
    let sent = Typed::new(form.into_inner());
    reader.check_form(sent.one("csrf"))?;
    let (subject, app) = (subject(&reader, &sent), &reader.state.app);
    let version = sent.one("version").parse().unwrap_or_default();
    let public = sent.one("public") == "yes";
    let done = report::publish(app, &subject, id, version, public).await;
    answer(&reader, id, &subject, Typed::default(), done, "outcome").await
}

async fn answer(
    reader: &Reader,
    id: BookingId,
    subject: &Subject,
    mut typed: Typed,
    done: Result<ReportView, Error>,
    what: &str,
) -> Result<HttpResponse, Problem> {
    let (status, fault) = match done {
        Ok(_) => {
            let key = subject.manage_key.as_ref();
            let key = key.map(|key| format!("key={key}&")).unwrap_or_default();
            let here = format!("/bookings/{id}/report?{key}done={what}");
            return Ok(see_other(&here));
        }
        Err(Error::Invalid(invalid)) => {
            blame(&mut typed, invalid);
            (StatusCode::UNPROCESSABLE_ENTITY, None)
        }
        Err(Error::VersionMismatch) => {
            (StatusCode::CONFLICT, Some(reader.l.text("edit-meanwhile")))
        }
        Err(other) => return Err(other.into()),
    };
    let view = report::get(&reader.state.app, subject, id).await?;
    draw(reader, status, &view, subject, Draft { typed, fault }).await
}

fn blame(typed: &mut Typed, invalid: Invalid) {
    typed.blame(invalid, &[("locale", "outcome_locale"), ("people", "came")]);
}

async fn draw(
    reader: &Reader,
    status: StatusCode,
    view: &ReportView,
    subject: &Subject,
    draft: Draft,
) -> Result<HttpResponse, Problem> {
    let (l, booking) = (&reader.l, &view.booking);
    let for_hosts = view.side == Side::Hosts;
    let own = view.outcomes.iter().find(|one| one.side == view.side);
    let other = view.outcomes.iter().find(|one| one.side != view.side);
    let key = match for_hosts {
        true => String::new(),
        false => subject.manage_key.clone().unwrap_or_default(),
    };
    let clock = match for_hosts {
        true => &view.slot.slot.zone,
        false => &view.city.zone,
    };
    let start = zone_of(&reader.state.app.zones, clock)?.at(view.slot.slot.starts_at);
    let may_see = !for_hosts || reader.actor().manages(&view.slot.host);
    let page = ReportPage {
        frame: reader.frame(l.text("report-title")),
        path: format!("/bookings/{}", booking.id),
        back: may_see.then(|| format!("/bookings/{}?key={key}", booking.id)),
        title: view.slot.offer.title.clone(),
        organization: booking.organization.clone(),
        when: display::weekday_date_time(reader.locale(), start),
        for_hosts,
        version: own.map_or(0, |own| own.version).to_string(),
        outcome: words_form(l, own, for_hosts, &draft.typed),
        other: other
            .filter(|other| !other.text.is_empty())
            .map(|other| other_side(reader, other, for_hosts)),
        attendance: match for_hosts {
            true => came_form(l, view, &draft.typed),
            false => Vec::new(),
        },
        again: again(reader, view, &key).await?,
        others_href: match booking.partnership_id {
            Some(id) => format!("/partnerships/{id}#week"),
            None => "/".to_owned(),
        },
        fault: draft.fault,
        key,
        l: reader.l,
    };
    reader.page(status, &page)
}

/// The words of a side, as they are or as they were typed.
pub(super) fn words_form(
    l: &Localizer,
    own: Option<&Outcome>,
    for_hosts: bool,
    typed: &Typed,
) -> Vec<Field> {
    let text = own.map(|own| own.text.as_str()).unwrap_or_default();
    let text = Field::new(l, "text", Control::Text)
        .at_most(TEXT_MAX as u32)
        .optional()
        .value(text);
    let locale = own.map_or(l.locale(), |own| own.locale);
    let languages = Locale::all().iter().map(|one| Choice {
        value: one.tag().to_owned(),
        label: one.own_name().to_owned(),
        detail: String::new(),
        chosen: *one == locale,
    });
    let locale = Field::choosing(l, "outcome_locale", Control::Select, languages.collect());
    let yes = Choice {
        value: "yes".to_owned(),
        label: l.text(match for_hosts {
            true => "report-public-hosts",
            false => "report-public-guests",
        }),
        detail: String::new(),
        chosen: own.is_some_and(|own| own.offered),
    };
    let public = Field::choosing(l, "public", Control::Checks, vec![yes]).optional();
    let fields = [text, locale, public].into_iter();
    // The other form of the page has sent nothing of this one.
    match typed.all("text").is_empty() {
        true => fields.collect(),
        false => fields.map(|field| typed.field(l, field)).collect(),
    }
}

/// Who came, as it is marked or as it was typed; before anybody marked it, everybody did.
fn came_form(l: &Localizer, view: &ReportView, typed: &Typed) -> Vec<Field> {
    let known = view.attendance.as_ref();
    let count = known.and_then(|known| known.headcount);
    let headcount = Field::new(l, "headcount", Control::Input("number"))
        .optional()
        .between("0", &CAPACITY_MAX.to_string())
        .value(&count.map(|count| count.to_string()).unwrap_or_default());
    let person = |person: &Attendee| Choice {
        value: person.id.to_string(),
        label: person.name.clone(),
        detail: String::new(),
        chosen: known.is_none_or(|known| known.people.get(&person.id).copied().unwrap_or(false)),
    };
    let people = view.attendees.iter().map(person).collect();
    let people = Field::choosing(l, "came", Control::Checks, people).optional();
    let fields = [headcount, people].into_iter();
    match typed.all("headcount").is_empty() {
        true => fields.collect(),
        false => fields.map(|field| typed.field(l, field)).collect(),
    }
}

fn other_side(reader: &Reader, other: &Outcome, for_hosts: bool) -> OtherSide {
    OtherSide {
        words: shown::words(reader, other),
        standing: reader.l.text(match (other.public, other.offered) {
            (true, _) => "report-is-public",
            (false, true) => "report-public-guests",
            (false, false) => "report-is-private",
        }),
        version: other.version.to_string(),
        publish: (for_hosts && other.offered).then_some(!other.public),
    }
}

/// Open times of the same offer, each leading to a form with the same party and people.
async fn again(reader: &Reader, view: &ReportView, key: &str) -> Result<Vec<SlotCard>, Problem> {
    let app = &reader.state.app;
    let query = SlotQuery {
        partnership: view.booking.partnership_id,
        offer: Some(view.slot.offer.id),
        from: Some(app.now()),
        status: Some(SlotStatus::Open),
        limit: TIMES,
        ..SlotQuery::default()
    };
    let found = match slot::list(app, reader.actor(), query).await {
        Ok(page) => page.slots,
        // The partnership is over, or not the reader's to see.
        Err(Error::NotFound(_) | Error::Conflict(Conflict::NotVisited)) => Vec::new(),
        Err(other) => return Err(other.into()),
    };
    let card = |slot| {
        let card = show::card(reader, &slot, view.booking.partnership_id);
        let more = if card.href.contains('?') { '&' } else { '?' };
        let key = match key {
            "" => String::new(),
            key => format!("&key={key}"),
        };
        SlotCard {
            href: format!("{}{more}again={}{key}", card.href, view.booking.id),
            ..card
        }
    };
    Ok(found.into_iter().map(card).collect())
}
