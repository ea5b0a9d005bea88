//! The form that agrees to a plan: its fields, what was typed into them, the input they make.

use chrono::{DateTime, NaiveDateTime, Utc};

use super::asked::Asked;
use crate::app::plan::Planned;
use crate::app::series::SeriesInput;
use crate::app::{Error, offer};
use crate::domain::booking::{AttendeeInput, BookingInput};
use crate::domain::input::{EMAIL_MAX, Invalid, LINE_MAX};
use crate::domain::locale::Localizer;
use crate::web::pages::form::{Choice, Control, Field, faults};
use crate::web::pages::reader::Reader;
use crate::web::pages::typed::Typed;

/// The form that agrees to a plan.
pub struct AgreeForm {
    /// Sent along so that a repeated click agrees once.
    pub idempotency_key: String,
    /// The plan: names and values.
    pub hidden: Vec<(&'static str, String)>,
    /// What is said against it as a whole.
    pub error: Option<String>,
    /// What is offered, whose guests come, who they are.
    pub fields: Vec<Field>,
    /// Visits that are left out, by their names.
    pub leave_out: Vec<String>,
}

impl AgreeForm {
    /// The fields that were wrong.
    pub fn faults(&self) -> Vec<&Field> {
        faults(&self.fields)
    }
}

/// The form for a plan, where the reader manages a host that offers visits of its length; else
/// nothing.
///
/// # Errors
/// Where the database cannot be used.
pub(super) async fn form(
    reader: &Reader,
    asked: &Asked,
    planned: &Planned,
    fingerprint: &str,
    typed: &Typed,
    error: Option<String>,
) -> Result<Option<AgreeForm>, Error> {
    let (app, actor, l) = (&reader.state.app, reader.actor(), &reader.l);
    let cities: Vec<_> = planned
        .places
        .iter()
        .flat_map(|place| &place.city)
        .collect();
    let mut offers = Vec::new();
    if actor.person().is_some() {
        for city in &cities {
            offers.extend(offer::list(app, actor, Some(city.id)).await?);
        }
    }
    let fits = |minutes: i32| u32::try_from(minutes) == Ok(planned.duration_minutes);
    offers.retain(|view| actor.manages(&view.host) && fits(view.offer.duration_minutes));
    if offers.is_empty() {
        return Ok(None);
    }
    let choice = |value: String, label: String| Choice {
        value,
        label,
        detail: String::new(),
        chosen: false,
    };
    let offers = offers.iter().map(|view| {
        let label = format!("{} · {}", view.offer.title, view.host.name);
        choice(view.offer.id.to_string(), label)
    });
    let guests = cities
        .iter()
        .rev()
        .map(|city| choice(city.slug.clone(), reader.city_name(city)));
    let name = |name: &str, label: &str, field: Field| Field {
        label: l.text(label),
        ..field.within(name)
    };
    let line = |of: &str| Field::new(l, of, Control::Input("text")).at_most(LINE_MAX as u32);
    let fields = [
        name(
            "agree",
            "plan-offer",
            Field::choosing(l, "offer", Control::Select, offers.collect()),
        ),
        name(
            "agree",
            "plan-guests",
            Field::choosing(l, "guests", Control::Select, guests.collect()),
        ),
        name("agree", "plan-organization", line("organization")),
        name("agree", "plan-contact", line("name")),
        name(
            "agree",
            "field-email",
            Field::new(l, "email", Control::Input("email")).at_most(EMAIL_MAX as u32),
        ),
    ];
    let mut hidden = asked.pairs();
    hidden.push(("kind", asked.kind.clone()));
    hidden.push(("clock", asked.clock.clone()));
    hidden.push(("fingerprint", fingerprint.to_owned()));
    Ok(Some(AgreeForm {
        idempotency_key: app.secret(),
        hidden,
        error: error.or_else(|| typed.said_of(l, "plan")),
        fields: fields
            .into_iter()
            .map(|field| typed.field(l, field))
            .collect(),
        leave_out: typed.all("leave_out"),
    }))
}

/// The series that was agreed to.
pub(super) fn input(asked: &Asked, typed: &Typed, now: DateTime<Utc>) -> SeriesInput {
    SeriesInput {
        plan: asked.input(now),
        kind: asked.kind.clone(),
        clock: asked.clock.parse().unwrap_or(-1),
        fingerprint: typed.one("fingerprint").to_owned(),
        offer_id: typed.one("offer").to_owned(),
        predecessor: None,
        leave_out: typed.all("leave_out"),
        booking: BookingInput {
            city: typed.one("guests").to_owned(),
            organization: typed.one("organization").to_owned(),
            contact: AttendeeInput {
                name: typed.one("name").to_owned(),
                email: typed.one("email").to_owned(),
                ..AttendeeInput::default()
            },
            seats: 1,
            ..BookingInput::default()
        },
    }
}

/// Notes what is wrong at the fields of the form.
pub(super) fn blame(typed: &mut Typed, invalid: Invalid) {
    typed.blame_at(invalid, |field| {
        let place = match field {
            "offer_id" => "offer",
            "city" => "guests",
            "contact.name" => "name",
            "contact.email" => "email",
            "organization" => "organization",
            _ => "plan",
        };
        place.to_owned()
    });
}

/// Visits that cannot take place, by their names.
pub(super) struct Conflicts(pub Vec<NaiveDateTime>);

impl Conflicts {
    /// What is said of them.
    pub fn words(&self, l: &Localizer) -> String {
        l.count("plan-conflicts", self.0.len() as i64)
    }

    /// The form with these left out, so that sending it again agrees to the rest.
    pub fn left_out(&self, mut typed: Typed) -> Typed {
        for visit in &self.0 {
            typed.add("leave_out", &visit.format("%Y-%m-%dT%H:%M").to_string());
        }
        typed
    }
}
