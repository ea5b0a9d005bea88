//! The form that books a slot: its fields, what was typed into them, and the input that they make.

use std::collections::BTreeMap;

use crate::app::slot::SlotView;
use crate::domain::booking::{AttendeeInput, BookingInput};
use crate::domain::city::City;
use crate::domain::input::{EMAIL_MAX, Invalid, LINE_MAX, TEXT_MAX};
use crate::domain::locale::{Locale, Localizer};
use crate::domain::partnership::Partnership;
use crate::web::pages::form::{Choice, ChoiceGroup, Control, Field, faults};
use crate::web::pages::reader::Reader;
use crate::web::pages::typed::Typed;

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

/// What was typed into the form, and what is said against it as a whole.
#[derive(Default)]
pub(super) struct FormState {
    pub typed: Typed,
    pub fault: Option<String>,
}

/// The booking that was asked for.
pub(super) fn input(typed: &Typed) -> BookingInput {
    let attendee = |(_, name, email)| AttendeeInput {
        name,
        email,
        ..AttendeeInput::default()
    };
    BookingInput {
        city: typed.one("city").to_owned(),
        organization: typed.one("organization").to_owned(),
        contact: AttendeeInput {
            name: typed.one("name").to_owned(),
            email: typed.one("email").to_owned(),
            locale: typed.some("locale"),
            zone: typed.some("zone"),
        },
        attendees: rows(typed).into_iter().map(attendee).collect(),
        seats: typed.number("seats"),
        note: typed.one("note").to_owned(),
        ..BookingInput::default()
    }
}

/// The rows of further people that have anything in them: place, name, address.
fn rows(typed: &Typed) -> Vec<(usize, String, String)> {
    let rows = typed
        .all("attendee_name")
        .into_iter()
        .zip(typed.all("attendee_email"));
    let rows = rows
        .enumerate()
        .map(|(row, (name, email))| (row, name, email));
    let filled = |(_, name, email): &(usize, String, String)| {
        !(name.trim().is_empty() && email.trim().is_empty())
    };
    rows.filter(filled).collect()
}

/// Notes what is wrong with the booking at the fields of the form. Empty rows are not sent on, so
/// the places of attendees are counted among the others.
pub(super) fn blame(typed: &mut Typed, invalid: Invalid) {
    let places: Vec<usize> = rows(typed).into_iter().map(|(row, ..)| row).collect();
    typed.blame_at(invalid, |field| {
        let member = field
            .strip_prefix("attendees[")
            .and_then(|rest| rest.split_once("]."));
        match member {
            Some((index, member)) => {
                let row = index
                    .parse()
                    .ok()
                    .and_then(|index: usize| places.get(index));
                format!("attendee_{member}[{}]", row.copied().unwrap_or_default())
            }
            None => field.trim_start_matches("contact.").to_owned(),
        }
    });
}

/// The form as it is shown, with a new key: what was sent before was answered, what is sent next is
/// another request.
pub(super) fn draw(
    reader: &Reader,
    view: &SlotView,
    cities: &[City],
    via: Option<&Partnership>,
    state: FormState,
) -> BookingForm {
    let (l, typed) = (&reader.l, &state.typed);
    let line = |name: &'static str, kind, longest: usize, autocomplete| {
        let field = Field::new(l, name, Control::Input(kind));
        let field = field.at_most(longest as u32).autocomplete(autocomplete);
        typed.field(l, field)
    };
    let seats = Field::new(l, "seats", Control::Input("number"));
    let seats = seats
        .value("1")
        .between("1", &view.slot.seats_left().to_string());
    let note = Field::new(l, "note", Control::Text)
        .optional()
        .at_most(TEXT_MAX as u32);
    let rows = typed.all("attendee_name").len().max(ATTENDEE_ROWS);
    BookingForm {
        idempotency_key: reader.state.app.secret(),
        partnership: via
            .map(|partnership| partnership.id.to_string())
            .unwrap_or_default(),
        error: state
            .fault
            .clone()
            .or_else(|| typed.said_of(l, "attendees")),
        city: typed.field(l, city_field(reader, view, cities, via)),
        organization: line("organization", "text", LINE_MAX, "organization"),
        name: line("name", "text", LINE_MAX, "name"),
        email: line("email", "email", EMAIL_MAX, "email"),
        locale: typed.field(l, locale_field(reader)),
        zone: typed.field(l, zone_field(reader)),
        seats: typed.field(l, seats),
        note: typed.field(l, note),
        attendees: (0..rows).map(|row| attendee_row(l, typed, row)).collect(),
    }
}

fn attendee_row(l: &Localizer, typed: &Typed, row: usize) -> AttendeeRow {
    let number = row + 1;
    let field = |name: &'static str, kind| {
        let field = Field::new(l, name, Control::Input(kind)).within(&number.to_string());
        typed.field_of_row(l, field.optional(), row)
    };
    AttendeeRow {
        number: i64::try_from(number).unwrap_or(i64::MAX),
        name: field("attendee_name", "text"),
        email: field("attendee_email", "email"),
    }
}

fn city_field(
    reader: &Reader,
    view: &SlotView,
    cities: &[City],
    via: Option<&Partnership>,
) -> Field {
    // Whoever comes from a partnership of two is from its other city.
    let likely = via.and_then(|partnership| {
        let mut guests = partnership
            .cities
            .iter()
            .filter(|city| city.id != view.host.city_id);
        guests.next().filter(|_| guests.next().is_none())
    });
    let chosen = likely.map(|city| city.slug.as_str()).unwrap_or_default();
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

fn locale_field(reader: &Reader) -> Field {
    let chosen = reader.locale();
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
fn zone_field(reader: &Reader) -> Field {
    let choice = |name: &str, label: String| Choice {
        value: name.to_owned(),
        label,
        detail: String::new(),
        chosen: name.is_empty(),
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
