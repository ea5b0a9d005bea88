//! The form that opens a poll: with times from the finder, and with typed ones.

use actix_web::http::StatusCode;
use actix_web::web::{Form, ServiceConfig};
use actix_web::{HttpResponse, get, post};
use askama::Template;
use chrono::{DateTime, Duration, Utc};

use super::field;
use crate::app::idempotency::IdempotencyKey;
use crate::app::local_time::local_times;
use crate::app::poll::{self, Desk, PollAsked};
use crate::app::{Error, city};
use crate::domain::city::City;
use crate::domain::display;
use crate::domain::input::{FieldError, Invalid, LINE_MAX, TEXT_MAX};
use crate::domain::locale::Localizer;
use crate::domain::offer::CAPACITY_MAX;
use crate::domain::poll::{CANDIDATES_MAX, CandidateInput, PollInput};
use crate::web::Problem;
use crate::web::pages::form::{Choice, ChoiceGroup, Control, Field, faults};
use crate::web::pages::parts::Frame;
use crate::web::pages::reader::{Reader, see_other};
use crate::web::pages::show;
use crate::web::pages::typed::Typed;

/// Rows for times that are typed.
const TYPED_ROWS: usize = 5;

/// A poll to open.
#[derive(Template)]
#[template(path = "pages/poll_new.html")]
pub struct NewPollPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// Whether there is a partnership to ask.
    pub may_ask: bool,
    /// Sent along so that a repeated click opens once.
    pub idempotency_key: String,
    /// What is wrong with the form as a whole, or with its times.
    pub error: Option<String>,
    /// What is asked.
    pub fields: Vec<Field>,
    /// Times that were found.
    pub found: Vec<FoundTime>,
    /// Times to type, after the clock that they are on.
    pub times: Vec<Field>,
}

impl NewPollPage {
    /// The fields that were wrong.
    pub fn faults(&self) -> Vec<&Field> {
        faults(&self.fields)
    }
}

/// A time that was found.
pub struct FoundTime {
    /// RFC 3339.
    pub value: String,
    /// In each city's clock.
    pub label: String,
    /// Whether it is proposed.
    pub chosen: bool,
}

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(ask).service(create);
}

#[get("/console/polls/new")]
async fn ask(reader: Reader) -> Result<HttpResponse, Problem> {
    if reader.actor().person().is_none() {
        return Ok(see_other("/sign-in"));
    }
    page(&reader, StatusCode::OK, &Typed::default(), None).await
}

#[post("/console/polls")]
async fn create(
    reader: Reader,
    form: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Problem> {
    let mut typed = Typed::new(form.into_inner());
    reader.check_form(typed.one("csrf"))?;
    let scope = format!("open poll {}", reader.actor().label());
    let key = IdempotencyKey::new(&scope, typed.one("idempotency_key"), &typed.body()).ok();
    let (app, actor) = (&reader.state.app, reader.actor());
    match poll::create(app, actor, input(&typed), key).await {
        Ok(view) => Ok(see_other(&format!(
            "/console/polls/{}?done=poll-opened",
            view.poll.id
        ))),
        Err(Error::Invalid(invalid)) => {
            let times = invalid.0.iter().find(|fault| is_of_times(fault));
            let words = times.map(|fault| time_fault(&reader.l, fault));
            blame(&mut typed, invalid);
            page(&reader, StatusCode::UNPROCESSABLE_ENTITY, &typed, words).await
        }
        Err(Error::Forbidden(_)) => {
            let words = reader.l.text("poll-fault-rest");
            page(&reader, StatusCode::FORBIDDEN, &typed, Some(words)).await
        }
        Err(error) => Err(error.into()),
    }
}

fn input(typed: &Typed) -> PollAsked {
    let (partnership, offer) = typed.one("what").split_once(' ').unwrap_or_default();
    let found = typed.all("at").into_iter().map(|at| CandidateInput {
        starts_at: Some(at),
        ..CandidateInput::default()
    });
    let written = typed.all("typed").into_iter();
    let written = written
        .filter(|at| !at.trim().is_empty())
        .map(|at| CandidateInput {
            local_start: Some(at),
            zone: typed.some("zone"),
            ..CandidateInput::default()
        });
    PollAsked {
        partnership: partnership.to_owned(),
        offer_id: offer.to_owned(),
        city: typed.one("guests").to_owned(),
        seats: typed.number("seats"),
        poll: PollInput {
            title: typed.one("title").to_owned(),
            note: typed.one("note").to_owned(),
            organization: typed.one("organization").to_owned(),
            deadline: typed.some("deadline"),
            candidates: found.chain(written).collect(),
        },
    }
}

fn is_of_times(fault: &FieldError) -> bool {
    fault.field.starts_with("candidates")
}

fn time_fault(l: &Localizer, fault: &FieldError) -> String {
    l.text(match fault.code.as_str() {
        "too_few" | "too_many" => "poll-fault-candidates",
        "no_single_time" => "poll-fault-no-single-time",
        _ => "poll-fault-time",
    })
}

fn blame(typed: &mut Typed, invalid: Invalid) {
    typed.blame_at(invalid, |field| {
        let place = match field {
            "partnership" | "offer_id" => "what",
            "city" => "guests",
            other => other,
        };
        place.to_owned()
    });
}

async fn page(
    reader: &Reader,
    status: StatusCode,
    typed: &Typed,
    error: Option<String>,
) -> Result<HttpResponse, Problem> {
    let (app, l) = (&reader.state.app, reader.l);
    let desks = poll::desks(app, reader.actor()).await?;
    let asked: Vec<&str> = reader.params("city").collect();
    let all = city::list(app).await?;
    let mut cities: Vec<City> = all
        .into_iter()
        .filter(|city| asked.contains(&city.slug.as_str()))
        .collect();
    let desks = fitting(desks, &cities);
    for desk in &desks {
        for city in &desk.partnership.cities {
            if !cities.iter().any(|known| known.id == city.id) {
                cities.push(city.clone());
            }
        }
    }
    let page = NewPollPage {
        frame: reader.frame(l.text("poll-new")),
        may_ask: !desks.is_empty(),
        idempotency_key: app.secret(),
        error,
        fields: fields(reader, &desks, &cities, typed),
        found: found(reader, &cities, typed, asked.len())?,
        times: times(reader, &cities, typed),
        l,
    };
    reader.page(status, &page)
}

/// The partnerships that these cities have, else all.
fn fitting(desks: Vec<Desk>, cities: &[City]) -> Vec<Desk> {
    let has_all = |desk: &Desk| cities.iter().all(|city| desk.partnership.includes(city.id));
    let fitting: Vec<Desk> = desks.iter().filter(|desk| has_all(desk)).cloned().collect();
    match fitting.is_empty() {
        true => desks,
        false => fitting,
    }
}

fn choice(value: String, label: String) -> Choice {
    Choice {
        value,
        label,
        detail: String::new(),
        chosen: false,
    }
}

fn fields(reader: &Reader, desks: &[Desk], cities: &[City], typed: &Typed) -> Vec<Field> {
    let l = &reader.l;
    let wanted = reader.param("minutes").and_then(|m| m.parse::<i32>().ok());
    let group = |desk: &Desk| {
        let mut offers = desk.offers.clone();
        offers.sort_by_key(|(offer, _)| Some(offer.duration_minutes) != wanted);
        let one = |(offer, host): &(crate::domain::offer::Offer, crate::domain::host::Host)| {
            let minutes = l.count("find-minutes", offer.duration_minutes.into());
            choice(
                format!("{} {}", desk.partnership.id, offer.id),
                format!("{} · {} · {minutes}", offer.title, host.name),
            )
        };
        ChoiceGroup {
            label: show::city_list(reader, desk.partnership.cities.iter()),
            choices: offers.iter().map(one).collect(),
        }
    };
    let mut guests = vec![choice(String::new(), l.text("poll-field-guests-partner"))];
    guests.extend(
        cities
            .iter()
            .map(|city| choice(city.slug.clone(), reader.city_name(city))),
    );
    let what = Field {
        groups: desks.iter().map(group).collect(),
        ..Field::new(l, "what", Control::Select)
    };
    let line = |name: &str| Field::new(l, name, Control::Input("text")).at_most(LINE_MAX as u32);
    let all = [
        field(l, what),
        field(l, Field::choosing(l, "guests", Control::Select, guests)).optional(),
        line("organization"),
        field(l, line("title"))
            .optional()
            .hint(l.text("poll-field-title-hint")),
        field(l, Field::new(l, "note", Control::Text))
            .optional()
            .at_most(TEXT_MAX as u32),
        Field::new(l, "seats", Control::Input("number"))
            .value("1")
            .between("1", &CAPACITY_MAX.to_string()),
        field(
            l,
            Field::new(l, "deadline", Control::Input("datetime-local")),
        )
        .optional()
        .hint(l.text("poll-field-deadline-hint")),
    ];
    all.into_iter().map(|field| typed.field(l, field)).collect()
}

/// The times from the finder, in the clocks of the cities that were looked for.
fn found(
    reader: &Reader,
    cities: &[City],
    typed: &Typed,
    asked: usize,
) -> Result<Vec<FoundTime>, Problem> {
    let shown = cities.get(..asked.min(cities.len())).unwrap_or_default();
    let shown = if shown.is_empty() { cities } else { shown };
    let sent = typed.all("at");
    let mut offered: Vec<String> = typed.all("offered");
    offered.extend(reader.params("at").map(str::to_owned));
    offered.truncate(CANDIDATES_MAX);
    let mut times = Vec::new();
    for value in offered {
        let Ok(at) = DateTime::parse_from_rfc3339(&value.replace(' ', "+")) else {
            continue;
        };
        let at: DateTime<Utc> = at.to_utc();
        let local = local_times(&reader.state.app, shown, at, at + Duration::minutes(1))?;
        let told = local.iter().take(4).map(|local| {
            let time = display::weekday_date_time(reader.locale(), local.start);
            format!("{}: {time}", reader.city_name(&local.city))
        });
        let value = at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
        times.push(FoundTime {
            label: told.collect::<Vec<_>>().join(" · "),
            chosen: !typed.was_sent() || sent.contains(&value),
            value,
        });
    }
    Ok(times)
}

fn times(reader: &Reader, cities: &[City], typed: &Typed) -> Vec<Field> {
    let l = &reader.l;
    let clocks = cities
        .iter()
        .map(|city| choice(city.zone.clone(), reader.city_name(city)));
    let clock = Field::choosing(l, "zone", Control::Select, clocks.collect());
    let mut fields = vec![typed.field(l, field(l, clock))];
    for row in 0..TYPED_ROWS {
        let time = Field {
            id: format!("f-typed-{row}"),
            label: l.with("poll-field-time", "number", &(row + 1).to_string()),
            ..Field::new(l, "typed", Control::Input("datetime-local")).optional()
        };
        fields.push(typed.field_of_row(l, time, row));
    }
    fields
}
