//! The form that books a slot: its fields, what was typed into them, and the input that they make.

use std::collections::BTreeMap;

use crate::app::slot::SlotView;
use crate::domain::booking::{ATTENDEES_MAX, AttendeeInput, BookingInput};
use crate::domain::city::City;
use crate::domain::input::{EMAIL_MAX, Invalid, LINE_MAX, TEXT_MAX};
use crate::domain::locale::{Locale, Localizer};
use crate::domain::partnership::Partnership;
use crate::domain::policy::{
    AnswerInput, Approval, GROUP_MAX, QUESTIONS_MAX, Question, QuestionKind, SeatUnit, WishesInput,
};
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
    /// What the offer asks.
    pub questions: Vec<Field>,
    /// What guests have to agree to, and the box.
    pub consent: Option<(String, Field)>,
    /// Said where somebody has to approve.
    pub approval: Option<String>,
    /// The token of the seats that are kept for this form; empty where none are.
    pub hold_token: String,
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
        let asked = self.questions.iter();
        let asked = asked.chain(self.consent.iter().map(|(_, field)| field));
        faults(
            fields
                .into_iter()
                .chain(rows)
                .chain(asked)
                .chain([&self.note]),
        )
    }
}

/// Rows for further people that are there without JavaScript.
const ATTENDEE_ROWS: usize = 3;

/// What was typed into the form, and what is said against it as a whole.
#[derive(Default)]
pub(super) struct FormState {
    pub typed: Typed,
    pub fault: Option<String>,
    /// The seats that are kept for this form, where they are.
    pub most: Option<i32>,
}

/// The booking that was asked for.
pub(super) fn input(typed: &Typed) -> BookingInput {
    BookingInput {
        city: typed.one("city").to_owned(),
        organization: typed.one("organization").to_owned(),
        contact: AttendeeInput {
            name: typed.one("name").to_owned(),
            email: typed.one("email").to_owned(),
            locale: typed.some("locale"),
            zone: typed.some("zone"),
        },
        attendees: attendee_input(typed),
        seats: typed.number("seats"),
        note: typed.one("note").to_owned(),
        wishes: wishes(typed),
        hold_token: typed.some("hold_token"),
    }
}

/// Most rows of further people that are looked at: one more than may come, so that too many are
/// told of.
const ROWS_MAX: usize = ATTENDEES_MAX + 1;

/// The further people that were typed.
pub(in crate::web::pages) fn attendee_input(typed: &Typed) -> Vec<AttendeeInput> {
    let attendee = |(_, name, email)| AttendeeInput {
        name,
        email,
        ..AttendeeInput::default()
    };
    rows(typed).into_iter().map(attendee).collect()
}

/// What was answered to what the offer asks.
fn wishes(typed: &Typed) -> WishesInput {
    let answers = typed.under("answer.").take(QUESTIONS_MAX + 1);
    let answers = answers.filter(|(_, answer)| !answer.trim().is_empty());
    WishesInput {
        group_size: typed.some("group_size").map(|_| typed.number("group_size")),
        answers: answers
            .map(|(question, answer)| AnswerInput {
                question: question.to_owned(),
                answer: answer.to_owned(),
            })
            .collect(),
        language: typed.some("language"),
        interpreter: typed.some("interpreter").is_some(),
        accessibility: typed.one("accessibility").to_owned(),
        consent: typed.some("consent").is_some(),
    }
}

/// The fields for what the offer asks.
fn questions(reader: &Reader, view: &SlotView, typed: &Typed) -> Vec<Field> {
    let (l, policy) = (&reader.l, &view.offer.policy);
    let mut fields = Vec::new();
    if policy.seat == SeatUnit::Party {
        let most = if policy.group_max > 0 {
            policy.group_max
        } else {
            GROUP_MAX
        };
        let size = Field::new(l, "group_size", Control::Input("number"));
        fields.push(size.value("1").between("1", &most.to_string()));
    }
    if policy.ask_language {
        let none = option("", l.text("book-no-wish"));
        let tags = view.offer.languages.iter();
        let tags = tags.map(|tag| option(tag, l.language(tag)));
        let choices = std::iter::once(none).chain(tags).collect();
        fields.push(Field::choosing(l, "language", Control::Select, choices).optional());
    }
    if policy.ask_interpreter {
        let yes = vec![option("yes", l.text("book-yes"))];
        fields.push(Field::choosing(l, "interpreter", Control::Checks, yes).optional());
    }
    if policy.ask_accessibility {
        let field = Field::new(l, "accessibility", Control::Text);
        fields.push(field.optional().at_most(TEXT_MAX as u32));
    }
    fields.extend(policy.questions.iter().map(|question| asked(l, question)));
    fields
        .into_iter()
        .map(|field| typed.field(l, field))
        .collect()
}

fn asked(l: &Localizer, question: &Question) -> Field {
    let name = format!("answer.{}", question.id);
    let choices = |values: Vec<(String, String)>| {
        let none = (!question.required).then(|| option("", l.text("book-no-wish")));
        let values = values
            .into_iter()
            .map(|(value, label)| option(&value, label));
        none.into_iter().chain(values).collect()
    };
    let field = match question.kind {
        QuestionKind::Text => Field::new(l, &name, Control::Text).at_most(480),
        QuestionKind::Choice => {
            let all = question.choices.iter().map(|c| (c.clone(), c.clone()));
            Field::choosing(l, &name, Control::Radios, choices(all.collect()))
        }
        QuestionKind::YesNo => {
            let both = ["yes", "no"].map(|w| (w.to_owned(), l.text(&format!("book-{w}"))));
            Field::choosing(l, &name, Control::Radios, choices(both.into()))
        }
    };
    let field = Field {
        label: question.text.clone(),
        ..field
    };
    if question.required {
        field
    } else {
        field.optional()
    }
}

fn consent(reader: &Reader, view: &SlotView, typed: &Typed) -> Option<(String, Field)> {
    let (l, text) = (&reader.l, &view.offer.policy.consent);
    let yes = vec![option("yes", l.text("field-consent"))];
    let field = Field::choosing(l, "consent", Control::Checks, yes);
    (!text.is_empty()).then(|| (text.clone(), typed.field(l, field)))
}

fn option(value: &str, label: String) -> Choice {
    Choice {
        value: value.to_owned(),
        label,
        detail: String::new(),
        chosen: false,
    }
}

/// The rows of further people that have anything in them: place, name, address. A row whose name
/// or address was not sent is one whose name or address is missing.
fn rows(typed: &Typed) -> Vec<(usize, String, String)> {
    let (names, emails) = (typed.all("attendee_name"), typed.all("attendee_email"));
    let told = |of: &[String], row: usize| of.get(row).cloned().unwrap_or_default();
    let rows = 0..names.len().max(emails.len());
    let rows = rows.map(|row| (row, told(&names, row), told(&emails, row)));
    let filled = |(_, name, email): &(usize, String, String)| {
        !(name.trim().is_empty() && email.trim().is_empty())
    };
    rows.filter(filled).take(ROWS_MAX).collect()
}

/// Notes what is wrong with the booking at the fields of the form. Empty rows are not sent on, so
/// the places of attendees are counted among the others.
pub(in crate::web::pages) fn blame(typed: &mut Typed, invalid: Invalid) {
    let places: Vec<usize> = rows(typed).into_iter().map(|(row, ..)| row).collect();
    typed.blame_at(invalid, |field| {
        let member = field
            .strip_prefix("attendees[")
            .and_then(|rest| rest.split_once("]."));
        if let Some(question) = field.strip_prefix("answers.") {
            return format!("answer.{question}");
        }
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
    let seats = seats.value(&state.most.unwrap_or(1).to_string()).between(
        "1",
        &state.most.unwrap_or(view.slot.seats_left()).to_string(),
    );
    let note = Field::new(l, "note", Control::Text)
        .optional()
        .at_most(TEXT_MAX as u32);
    let rows = typed
        .all("attendee_email")
        .len()
        .clamp(ATTENDEE_ROWS, ROWS_MAX);
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
        questions: questions(reader, view, typed),
        consent: consent(reader, view, typed),
        approval: match view.offer.policy.approval {
            Approval::Instant => None,
            Approval::Host => Some(l.text("book-approval")),
            Approval::Both => Some(l.text("book-approval-both")),
        },
        hold_token: typed.one("hold_token").to_owned(),
        note: typed.field(l, note),
        attendees: (0..rows).map(|row| attendee_row(l, typed, row)).collect(),
    }
}

pub(in crate::web::pages) fn attendee_row(l: &Localizer, typed: &Typed, row: usize) -> AttendeeRow {
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

pub(super) fn city_field(
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
        label: locale.own_name().to_owned(),
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
