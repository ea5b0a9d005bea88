//! `/slots/{id}`: one slot and the form that books it.

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use actix_web::web::{Form, Path, ServiceConfig};
use actix_web::{HttpResponse, get, post};
use askama::Template;

use super::form::{Choice, ChoiceGroup, Control, Field, faults};
use super::parts::{Frame, SideTime};
use super::reader::{Reader, see_other};
use super::show;
use crate::app::idempotency::IdempotencyKey;
use crate::app::slot::{SlotQuery, SlotView};
use crate::app::{Error, booking, partnership, slot};
use crate::domain::booking::{AttendeeInput, BookingInput};
use crate::domain::city::City;
use crate::domain::host::Track;
use crate::domain::id::{PartnershipId, SlotId};
use crate::domain::input::{EMAIL_MAX, FieldError, LINE_MAX, TEXT_MAX};
use crate::domain::locale::{Locale, Localizer};
use crate::domain::partnership::Partnership;
use crate::domain::slot::SlotStatus;
use crate::web::Problem;
use crate::web::request::id;

/// A slot's page.
#[derive(Template)]
#[template(path = "pages/slot.html")]
pub struct SlotPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// UUID.
    pub id: String,
    /// The offer's title.
    pub title: String,
    /// What awaits the visitors, in paragraphs.
    pub description: Vec<String>,
    /// Who receives them.
    pub host: String,
    /// The host's city.
    pub host_city: String,
    /// Link to that city's page.
    pub host_city_href: String,
    /// The host's track.
    pub track: Track,
    /// What it is about.
    pub topics: Vec<String>,
    /// Languages by name, joined for reading.
    pub languages: String,
    /// Such as `60 minutes`.
    pub duration: String,
    /// The time in each city's own clock, the host's city first.
    pub sides: Vec<SideTime>,
    /// Seats left.
    pub seats_left: i64,
    /// Seats altogether.
    pub capacity: i64,
    /// Where it stands.
    pub status: SlotStatus,
    /// Closed because it has begun.
    pub started: bool,
    /// Where the visitor came from, for the way back: the partnership's name and link.
    pub back: Option<(String, String)>,
    /// Other open times of the same offer: words for both times, and the link.
    pub others: Vec<OtherTime>,
    /// Present while the slot is open.
    pub form: Option<BookingForm>,
    /// Words for seats that change.
    pub seat_words: Vec<String>,
}

/// Another time at which the same can be visited.
pub struct OtherTime {
    /// Link to the slot.
    pub href: String,
    /// The time in each city's own clock.
    pub sides: Vec<SideTime>,
    /// Seats left.
    pub seats_left: i64,
}

/// The form that books a slot.
pub struct BookingForm {
    /// Sent along so that a repeated click books once.
    pub idempotency_key: String,
    /// The partnership on whose page the visitor chose the time, for the way back; maybe empty.
    pub partnership: String,
    /// A fault of the whole form, such as a slot that filled up meanwhile.
    pub error: Option<String>,
    /// Which of the partner cities the party is from.
    pub city: Field,
    /// The party.
    pub organization: Field,
    /// The contact's name.
    pub name: Field,
    /// The contact's address.
    pub email: Field,
    /// Language of the letters.
    pub locale: Field,
    /// Zone of the letters; the first choice is the city's own.
    pub zone: Field,
    /// How many come.
    pub seats: Field,
    /// For the host.
    pub note: Field,
    /// Further people who get an invite of their own: name and address, several rows.
    pub attendees: Vec<AttendeeRow>,
}

/// One further attendee.
pub struct AttendeeRow {
    /// Counted from 1.
    pub number: i64,
    /// Name.
    pub name: Field,
    /// Address.
    pub email: Field,
}

impl BookingForm {
    /// The fields that were wrong, in the form's order.
    pub fn faults(&self) -> Vec<&Field> {
        let rows = self
            .attendees
            .iter()
            .flat_map(|row| [&row.name, &row.email]);
        let fields = [
            &self.city,
            &self.organization,
            &self.seats,
            &self.name,
            &self.email,
            &self.locale,
            &self.zone,
        ];
        faults(fields.into_iter().chain(rows).chain([&self.note]))
    }
}

/// Rows for further people that are there without JavaScript.
const ATTENDEE_ROWS: usize = 3;

/// Other times of the same offer that are shown beside one that cannot be booked.
const OTHERS: i64 = 5;

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(slot_page).service(book);
}

#[get("/slots/{id}")]
async fn slot_page(reader: Reader, path: Path<String>) -> Result<HttpResponse, Problem> {
    let id = id(&path, "slot")?;
    let typed = Typed {
        idempotency_key: reader.state.app.secret(),
        ..Typed::default()
    };
    draw(&reader, id, StatusCode::OK, typed, &[], None).await
}

#[post("/slots/{id}/bookings")]
async fn book(
    reader: Reader,
    path: Path<String>,
    form: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Problem> {
    let slot = id(&path, "slot")?;
    let typed = Typed::read(form.into_inner());
    reader.check_form(&typed.csrf)?;
    let (app, actor) = (&reader.state.app, reader.actor());
    let input = typed.input();
    let asked = serde_json::to_vec(&(slot, &input)).unwrap_or_default();
    let scope = format!("booking {}", actor.label());
    let key = IdempotencyKey::new(&scope, &typed.idempotency_key, &asked).ok();
    match booking::create(app, actor, slot, input, key).await {
        Ok(made) => {
            let key = app.link_key.manage_key(made.booking.id);
            Ok(see_other(&format!(
                "/bookings/{}?key={key}&new=1",
                made.booking.id
            )))
        }
        Err(Error::Invalid(invalid)) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            draw(&reader, slot, status, typed, &invalid.0, None).await
        }
        Err(Error::Conflict(conflict)) => {
            let problem = Problem::from(Error::Conflict(conflict));
            let words = show::fault(&reader.l, &problem.code, &problem.detail);
            draw(
                &reader,
                slot,
                StatusCode::CONFLICT,
                typed.again(&reader),
                &[],
                Some(words),
            )
            .await
        }
        // The form was changed after it had been sent: what is in it now is another request.
        Err(Error::IdempotencyKeyReused) => {
            let words = reader.l.text("fault-sent-before");
            draw(
                &reader,
                slot,
                StatusCode::CONFLICT,
                typed.again(&reader),
                &[],
                Some(words),
            )
            .await
        }
        Err(other) => Err(other.into()),
    }
}

/// What somebody typed into the booking form.
#[derive(Default)]
struct Typed {
    csrf: String,
    idempotency_key: String,
    partnership: String,
    fields: BTreeMap<String, String>,
    /// Name and address of each row.
    attendees: Vec<(String, String)>,
}

impl Typed {
    fn read(pairs: Vec<(String, String)>) -> Self {
        let mut typed = Self::default();
        let (mut names, mut emails) = (Vec::new(), Vec::new());
        for (name, value) in pairs {
            match name.as_str() {
                "csrf" => typed.csrf = value,
                "idempotency_key" => typed.idempotency_key = value,
                "partnership" => typed.partnership = value,
                "attendee_name" => names.push(value),
                "attendee_email" => emails.push(value),
                _ => drop(typed.fields.insert(name, value)),
            }
        }
        typed.attendees = names.into_iter().zip(emails).collect();
        typed
    }

    /// The same with a new key: what was sent before is answered, what is sent next is new.
    fn again(self, reader: &Reader) -> Self {
        Self {
            idempotency_key: reader.state.app.secret(),
            ..self
        }
    }

    fn get(&self, name: &str) -> &str {
        self.fields
            .get(name)
            .map(String::as_str)
            .unwrap_or_default()
    }

    /// The rows that have anything in them, with their places.
    fn rows(&self) -> impl Iterator<Item = (usize, &(String, String))> {
        let filled =
            |(name, email): &(String, String)| !(name.trim().is_empty() && email.trim().is_empty());
        self.attendees
            .iter()
            .enumerate()
            .filter(move |(_, row)| filled(row))
    }

    fn input(&self) -> BookingInput {
        let given = |name| Some(self.get(name).to_owned()).filter(|value| !value.is_empty());
        let attendee = |(_, (name, email)): (usize, &(String, String))| AttendeeInput {
            name: name.clone(),
            email: email.clone(),
            ..AttendeeInput::default()
        };
        BookingInput {
            city: self.get("city").to_owned(),
            organization: self.get("organization").to_owned(),
            contact: AttendeeInput {
                name: self.get("name").to_owned(),
                email: self.get("email").to_owned(),
                locale: given("locale"),
                zone: given("zone"),
            },
            attendees: self.rows().map(attendee).collect(),
            // What is no number is none that can be taken; the check says so.
            seats: self.get("seats").trim().parse().unwrap_or(0),
            note: self.get("note").to_owned(),
        }
    }

    /// The form's field that an error of the input is about.
    fn place_of(&self, error: &FieldError) -> String {
        let row = error
            .field
            .strip_prefix("attendees[")
            .and_then(|rest| rest.split_once("]."));
        match row {
            Some((index, field)) => {
                let index = index.parse().ok().and_then(|index| self.rows().nth(index));
                let row = index.map(|(row, _)| row).unwrap_or_default();
                format!("attendee_{field} {row}")
            }
            None => error.field.trim_start_matches("contact.").to_owned(),
        }
    }
}

/// Draws the page of a slot as it is now, with what was typed and what was wrong with it.
async fn draw(
    reader: &Reader,
    id: SlotId,
    status: StatusCode,
    typed: Typed,
    errors: &[FieldError],
    error: Option<String>,
) -> Result<HttpResponse, Problem> {
    let (app, actor, l) = (&reader.state.app, reader.actor(), reader.l);
    let via = reader.param("partnership").unwrap_or(&typed.partnership);
    let via: Option<PartnershipId> = via.parse().ok();
    let (view, live) = slot::get(app, actor, id, via).await?;
    let via = match via {
        Some(id) => partnership::get(app, actor, id).await.ok(),
        None => None,
    };
    let via = via.filter(|partnership| partnership.includes(view.host.city_id));
    let started = view.slot.starts_at <= app.now();
    let state = match view.slot.status() {
        SlotStatus::Open | SlotStatus::Full if started => SlotStatus::Closed,
        status => status,
    };
    let form = match state {
        SlotStatus::Open => {
            let cities = booking::guest_cities(app, actor, &view).await?;
            Some(form(
                reader,
                &view,
                &cities,
                via.as_ref(),
                &typed,
                errors,
                error,
            ))
        }
        _ => None,
    };
    let host_city = view.local.first().map(|local| &local.city);
    let paragraphs = view.offer.description.split("\n\n").map(str::to_owned);
    let page = SlotPage {
        l,
        frame: Frame {
            live: show::live([live]),
            description: view.offer.description.chars().take(160).collect(),
            ..reader.frame(view.offer.title.clone())
        },
        id: id.to_string(),
        title: view.offer.title.clone(),
        description: paragraphs.filter(|text| !text.is_empty()).collect(),
        host: view.host.name.clone(),
        host_city: host_city
            .map(|city| reader.city_name(city))
            .unwrap_or_default(),
        host_city_href: host_city
            .map(|city| format!("/cities/{}", city.slug))
            .unwrap_or_default(),
        track: view.host.track,
        topics: view.offer.topics.clone(),
        languages: show::languages(reader, &view.offer.languages),
        duration: l.count("minutes", view.slot.duration_minutes.into()),
        sides: show::sides(reader, &view),
        seats_left: view.slot.seats_left().into(),
        capacity: view.slot.capacity.into(),
        status: state,
        started,
        back: via.as_ref().map(|partnership| back(reader, partnership)),
        others: others(reader, &view, via.as_ref()).await?,
        form,
        seat_words: show::words_for(reader, [&view]),
    };
    reader.page(status, &page)
}

fn back(reader: &Reader, partnership: &Partnership) -> (String, String) {
    let names: Vec<String> = partnership
        .cities
        .iter()
        .map(|c| reader.city_name(c))
        .collect();
    (
        names.join(" – "),
        format!("/partnerships/{}#week", partnership.id),
    )
}

async fn others(
    reader: &Reader,
    view: &SlotView,
    via: Option<&Partnership>,
) -> Result<Vec<OtherTime>, Problem> {
    let app = &reader.state.app;
    let query = SlotQuery {
        partnership: via.map(|partnership| partnership.id),
        offer: Some(view.offer.id),
        from: Some(app.now()),
        status: Some(SlotStatus::Open),
        limit: OTHERS + 1,
        ..SlotQuery::default()
    };
    let found = slot::list(app, reader.actor(), query).await?.slots;
    let other = |slot: SlotView| {
        let card = show::card(reader, &slot, via.map(|partnership| partnership.id));
        OtherTime {
            href: card.href,
            sides: card.sides,
            seats_left: card.seats_left,
        }
    };
    let besides = found
        .into_iter()
        .filter(|slot| slot.slot.id != view.slot.id);
    Ok(besides.take(OTHERS as usize).map(other).collect())
}

fn form(
    reader: &Reader,
    view: &SlotView,
    cities: &[City],
    via: Option<&Partnership>,
    typed: &Typed,
    errors: &[FieldError],
    error: Option<String>,
) -> BookingForm {
    let l = &reader.l;
    let wrong = |place: &str| {
        let error = errors.iter().find(|error| typed.place_of(error) == place)?;
        Some(show::fault(l, &error.code, &error.detail))
    };
    let line = |name: &'static str, autocomplete| {
        Field::new(l, name, Control::Input("text"))
            .value(typed.get(name))
            .at_most(LINE_MAX as u32)
            .autocomplete(autocomplete)
            .error(wrong(name))
    };
    let seats = match typed.get("seats") {
        "" => "1",
        seats => seats,
    };
    let email = Field::new(l, "email", Control::Input("email"));
    let rows = typed.attendees.len().max(ATTENDEE_ROWS);
    BookingForm {
        idempotency_key: typed.idempotency_key.clone(),
        partnership: via
            .map(|partnership| partnership.id.to_string())
            .unwrap_or_default(),
        error: error.or_else(|| wrong("attendees")),
        city: city_field(reader, view, cities, via, typed).error(wrong("city")),
        organization: line("organization", "organization"),
        name: line("name", "name"),
        email: email
            .value(typed.get("email"))
            .at_most(EMAIL_MAX as u32)
            .autocomplete("email")
            .error(wrong("email")),
        locale: locale_field(reader, typed).error(wrong("locale")),
        zone: zone_field(reader, typed).error(wrong("zone")),
        seats: Field::new(l, "seats", Control::Input("number"))
            .value(seats)
            .between("1", &view.slot.seats_left().to_string())
            .error(wrong("seats")),
        note: Field::new(l, "note", Control::Text)
            .value(typed.get("note"))
            .optional()
            .at_most(TEXT_MAX as u32)
            .error(wrong("note")),
        attendees: (0..rows)
            .map(|row| attendee_row(l, typed, row, &wrong))
            .collect(),
    }
}

fn attendee_row(
    l: &Localizer,
    typed: &Typed,
    row: usize,
    wrong: &impl Fn(&str) -> Option<String>,
) -> AttendeeRow {
    let (name, email) = typed.attendees.get(row).cloned().unwrap_or_default();
    let number = row + 1;
    let field = |of: &'static str, kind, value: &str| {
        Field::new(l, of, Control::Input(kind))
            .within(&number.to_string())
            .value(value)
            .optional()
            .error(wrong(&format!("{of} {row}")))
    };
    AttendeeRow {
        number: i64::try_from(number).unwrap_or(i64::MAX),
        name: field("attendee_name", "text", &name),
        email: field("attendee_email", "email", &email),
    }
}

fn city_field(
    reader: &Reader,
    view: &SlotView,
    cities: &[City],
    via: Option<&Partnership>,
    typed: &Typed,
) -> Field {
    let typed = typed.get("city");
    // Whoever comes from a partnership of two is from its other city.
    let likely = via.and_then(|partnership| {
        let mut guests = partnership
            .cities
            .iter()
            .filter(|city| city.id != view.host.city_id);
        guests.next().filter(|_| guests.next().is_none())
    });
    let chosen = match typed {
        "" => likely.map(|city| city.slug.as_str()).unwrap_or_default(),
        slug => slug,
    };
    let nothing = Choice {
        value: String::new(),
        label: reader.l.text("book-choose-city"),
        detail: String::new(),
        chosen: chosen.is_empty(),
    };
    let choice = |city: &City| Choice {
        value: city.slug.clone(),
        label: format!(
            "{}, {}",
            reader.city_name(city),
            reader.l.country(&city.country)
        ),
        detail: String::new(),
        chosen: city.slug == chosen,
    };
    let choices = std::iter::once(nothing)
        .chain(cities.iter().map(choice))
        .collect();
    Field::choosing(&reader.l, "city", Control::Select, choices)
}

fn locale_field(reader: &Reader, typed: &Typed) -> Field {
    let typed: Option<Locale> = typed.get("locale").parse().ok();
    let chosen = typed.unwrap_or(reader.locale());
    let choice = |locale: &Locale| Choice {
        value: locale.tag().to_owned(),
        label: Localizer::of(*locale).text("language-own-name"),
        detail: String::new(),
        chosen: *locale == chosen,
    };
    let choices = Locale::all().iter().map(choice).collect();
    Field::choosing(&reader.l, "locale", Control::Select, choices)
}

/// The guest city's zone first, then every zone by region.
fn zone_field(reader: &Reader, typed: &Typed) -> Field {
    let typed = typed.get("zone");
    let choice = |name: &str, label: String| Choice {
        value: name.to_owned(),
        label,
        detail: String::new(),
        chosen: name == typed,
    };
    let mut regions: BTreeMap<String, Vec<Choice>> = BTreeMap::new();
    for name in reader.state.app.zones.names() {
        let (region, place) = name.split_once('/').unwrap_or(("", &name));
        let place = place.replace('_', " ");
        regions
            .entry(region.to_owned())
            .or_default()
            .push(choice(&name, place));
    }
    let own = ChoiceGroup {
        label: String::new(),
        choices: vec![choice("", reader.l.text("book-zone-of-city"))],
    };
    let regions = regions
        .into_iter()
        .map(|(label, choices)| ChoiceGroup { label, choices });
    Field {
        groups: std::iter::once(own).chain(regions).collect(),
        ..Field::new(&reader.l, "zone", Control::Select).optional()
    }
}
