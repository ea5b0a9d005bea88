//! Waiting lists: the form on the page of a slot that is full, and `/waiting/{id}`, where a party
//! sees its place.

use actix_web::http::StatusCode;
use actix_web::web::{Form, Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, get, post};
use askama::Template;

use super::form::city_field;
use crate::app::access::Subject;
use crate::app::idempotency::IdempotencyKey;
use crate::app::local_time::zone_of;
use crate::app::slot::SlotView;
use crate::app::waiting::{self, WaitingInput, WaitingView};
use crate::app::{Error, booking};
use crate::domain::booking::AttendeeInput;
use crate::domain::display;
use crate::domain::event::Topic;
use crate::domain::input::{EMAIL_MAX, LINE_MAX};
use crate::domain::locale::Localizer;
use crate::domain::waiting::WaitingState;
use crate::web::Problem;
use crate::web::pages::form::{Control, Field, faults};
use crate::web::pages::parts::{Frame, SideTime, name_of};
use crate::web::pages::reader::{Reader, see_other};
use crate::web::pages::show;
use crate::web::pages::typed::Typed;
use crate::web::request::id;

/// The form for joining a waiting list.
pub struct WaitForm {
    /// Sent along so that a repeated click joins once.
    pub idempotency_key: String,
    /// How many wait, in words.
    pub length: String,
    /// Which city the party is from, who it is, and what it needs.
    pub fields: Vec<Field>,
}

/// A place on a waiting list.
#[derive(Template)]
#[template(path = "pages/waiting.html")]
pub struct WaitingPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// Where leaving is posted to.
    pub path: String,
    /// The secret of the link.
    pub key: String,
    /// Where it stands.
    pub state: WaitingState,
    /// The offer's title.
    pub title: String,
    /// Who receives the visit.
    pub host: String,
    /// The time in each city's own clock.
    pub sides: Vec<SideTime>,
    /// Such as `2 seats`.
    pub seats: String,
    /// How many are before, or until when seats are kept, in words.
    pub line: String,
    /// Where to book the seats that are kept.
    pub book_href: Option<String>,
}

impl WaitingPage {
    /// Whether it can still be left.
    pub fn stands(&self) -> bool {
        matches!(self.state, WaitingState::Waiting | WaitingState::Offered)
    }
}

/// A form for joining a waiting list that came back.
#[derive(Template)]
#[template(path = "pages/wait.html")]
pub struct WaitPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// UUID of the slot.
    pub id: String,
    /// The offer's title.
    pub title: String,
    /// What is wrong with it all.
    pub error: Option<String>,
    /// The form.
    pub form: WaitForm,
}

impl WaitPage {
    /// The fields that were wrong.
    pub fn faults(&self) -> Vec<&Field> {
        faults(&self.form.fields)
    }
}

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(join).service(place_page).service(leave);
}

/// The form for joining, still empty.
///
/// # Errors
/// Where the database cannot be used.
pub(super) async fn draw(reader: &Reader, view: &SlotView) -> Result<WaitForm, Problem> {
    form(reader, view, &Typed::default()).await
}

async fn form(reader: &Reader, view: &SlotView, typed: &Typed) -> Result<WaitForm, Problem> {
    let (l, app) = (&reader.l, &reader.state.app);
    let cities = booking::guest_cities(app, reader.actor(), view).await?;
    let line = |name: &str, kind, longest: usize, autocomplete| {
        let field = Field::new(l, name, Control::Input(kind));
        field.at_most(longest as u32).autocomplete(autocomplete)
    };
    let seats = Field::new(l, "seats", Control::Input("number"));
    let fields = [
        city_field(reader, view, &cities, None),
        line("organization", "text", LINE_MAX, "organization"),
        seats
            .value("1")
            .between("1", &view.slot.capacity.to_string()),
        line("name", "text", LINE_MAX, "name"),
        line("email", "email", EMAIL_MAX, "email"),
    ];
    let fields = fields.map(|field| typed.field(l, field.within("wait")));
    Ok(WaitForm {
        idempotency_key: app.secret(),
        length: l.count("waiting-length", view.slot.waiting.into()),
        fields: fields.into(),
    })
}

#[post("/slots/{id}/waitlist")]
async fn join(
    request: HttpRequest,
    reader: Reader,
    path: Path<String>,
    sent: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Problem> {
    let slot = id(&path, "slot")?;
    let mut typed = Typed::new(sent.into_inner());
    reader.check_form(typed.one("csrf"))?;
    let (app, actor) = (&reader.state.app, reader.actor());
    let input = WaitingInput {
        city: typed.one("city").to_owned(),
        organization: typed.one("organization").to_owned(),
        contact: AttendeeInput {
            name: typed.one("name").to_owned(),
            email: typed.one("email").to_owned(),
            locale: Some(reader.locale().tag().to_owned()),
            zone: None,
        },
        seats: typed.number("seats"),
    };
    let scope = format!("wait {slot} {}", actor.label());
    let key = IdempotencyKey::new(&scope, typed.one("idempotency_key"), &typed.body()).ok();
    reader.state.limits.letters(&request, actor, 2, app.now())?;
    let error = match waiting::join(app, actor, slot, input, key).await {
        Ok(joined) => {
            let place = joined.waiting.id;
            let key = app.link_key.waiting_key(place);
            return Ok(see_other(&format!(
                "/waiting/{place}?key={key}&done=joined"
            )));
        }
        Err(Error::Invalid(invalid)) => {
            typed.blame(
                invalid,
                &[("contact.name", "name"), ("contact.email", "email")],
            );
            None
        }
        Err(Error::Conflict(conflict)) => {
            let problem = Problem::from(Error::Conflict(conflict));
            Some(show::fault(&reader.l, &problem.code, &problem.detail))
        }
        Err(other) => return Err(other.into()),
    };
    let (view, _) = crate::app::slot::get(app, actor, slot, None).await?;
    let status = match error {
        Some(_) => StatusCode::CONFLICT,
        None => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let page = WaitPage {
        l: reader.l,
        frame: reader.frame(reader.l.text("waiting-title")),
        id: slot.to_string(),
        title: view.offer.title.clone(),
        error,
        form: form(&reader, &view, &typed).await?,
    };
    reader.page(status, &page)
}

#[get("/waiting/{id}")]
async fn place_page(reader: Reader, path: Path<String>) -> Result<HttpResponse, Problem> {
    let place = id(&path, "page")?;
    let view = waiting::get(&reader.state.app, &reader.who.subject, place).await?;
    let key = reader.who.subject.manage_key.clone().unwrap_or_default();
    show_place(&reader, &view, key)
}

fn show_place(reader: &Reader, view: &WaitingView, key: String) -> Result<HttpResponse, Problem> {
    let (l, app, party) = (reader.l, &reader.state.app, &view.waiting);
    let line = match (party.state, party.offered_until) {
        (WaitingState::Waiting, _) => l.count("waiting-ahead", view.ahead),
        (WaitingState::Offered, Some(until)) => {
            let zone = zone_of(&app.zones, &party.zone)?;
            let when = display::weekday_date_time(reader.locale(), zone.at(until));
            l.with("waiting-until", "when", &when)
        }
        _ => String::new(),
    };
    let token = app.link_key.hold_token(&party.id.to_string());
    let slot = view.slot.slot.id;
    let offered = party.state == WaitingState::Offered;
    let page = WaitingPage {
        l,
        frame: Frame {
            live: show::live(std::iter::empty::<(Topic, crate::domain::event::Head)>()),
            ..reader.frame(name_of(&l, "waiting", party.state.as_str()))
        },
        path: format!("/waiting/{}", party.id),
        key,
        state: party.state,
        title: view.slot.offer.title.clone(),
        host: view.slot.host.name.clone(),
        sides: show::sides(reader, &view.slot),
        seats: l.count("seats", party.seats.into()),
        line,
        book_href: offered.then(|| format!("/slots/{slot}?hold={token}")),
    };
    reader.show(&page)
}

#[post("/waiting/{id}/leave")]
async fn leave(
    reader: Reader,
    path: Path<String>,
    sent: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Problem> {
    let place = id(&path, "page")?;
    let sent = Typed::new(sent.into_inner());
    reader.check_form(sent.one("csrf"))?;
    let subject = Subject {
        actor: reader.actor().clone(),
        manage_key: sent.some("key"),
    };
    waiting::leave(&reader.state.app, &subject, place).await?;
    let key = sent.one("key");
    Ok(see_other(&format!("/waiting/{place}?key={key}&done=left")))
}
