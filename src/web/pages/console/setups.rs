//! What coordinators and admins set up: cities, partnerships, hosts, offers, roles. Each form is
//! offered to those who may use it; the use cases hold that, not the forms.

use actix_web::http::StatusCode;
use actix_web::web::{Form, ServiceConfig};
use actix_web::{HttpResponse, post};
use chrono::{Datelike, Timelike};

use super::times::wall_time;
use super::{Sent, SmallForm, city_name, form_key, page, typed};
use crate::app::city::{self, CityInput};
use crate::app::console::Console;
use crate::app::host::{self, HostInput};
use crate::app::offer::{self, OfferInput};
use crate::app::partnership::{self, PartnershipInput};
use crate::app::person::{self, RoleInput};
use crate::app::{Conflict, Error};
use crate::domain::city::City;
use crate::domain::host::{Host, HostKind, Track};
use crate::domain::id::HostId;
use crate::domain::input::{LINE_MAX, TEXT_MAX};
use crate::domain::locale::{Locale, Localizer};
use crate::domain::offer::{CAPACITY_MAX, DURATION_MAX, DURATION_MIN, OfferVisibility};
use crate::domain::partnership::{CITIES_MAX, CITIES_MIN, PartnershipVisibility, Stage};
use crate::domain::policy::Policy;
use crate::web::Problem;
use crate::web::pages::form::{Choice, ChoiceGroup, Control, Field};
use crate::web::pages::parts::name_of;
use crate::web::pages::reader::{Reader, see_other};
use crate::web::pages::typed::Typed;

/// The days as an input names them, Monday first.
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(add_city)
        .service(add_partnership)
        .service(add_host)
        .service(add_offer)
        .service(add_role);
}

/// The forms that this reader may use; that of `next` is drawn open.
pub(super) fn forms(
    reader: &Reader,
    console: &Console,
    sent: Sent<'_>,
    next: Option<&str>,
) -> Vec<SmallForm> {
    let (l, actor, nothing) = (&reader.l, reader.actor(), Typed::default());
    let kept: Vec<Choice> = console
        .cities
        .iter()
        .filter(|city| actor.coordinates(city.id))
        .map(|city| choice(&city.slug, reader.city_name(city)))
        .collect();
    let form = |id: &str, title: String, fields: Vec<Field>| {
        let typed = typed(sent, id, &nothing);
        let key = typed.some("idempotency_key");
        SmallForm {
            id: id.to_owned(),
            action: format!("/console/{id}#{id}"),
            button: title.clone(),
            title,
            idempotency_key: key.unwrap_or_else(|| reader.state.app.secret()),
            fields: fields
                .into_iter()
                .map(|field| typed.field(l, field.within(id)))
                .collect(),
            open: typed.is_wrong() || (sent.is_none() && next == Some(id)),
        }
    };
    let mut forms = Vec::new();
    if actor.is_admin() {
        forms.push(form("cities", l.text("setup-city"), city_fields(reader)));
    }
    if !kept.is_empty() && console.cities.len() >= CITIES_MIN {
        let fields = partnership_fields(reader, console);
        forms.push(form("partnerships", l.text("setup-partnership"), fields));
    }
    if !kept.is_empty() {
        forms.push(form(
            "hosts",
            l.text("setup-host"),
            host_fields(l, kept.clone()),
        ));
    }
    if !console.hosts.is_empty() {
        forms.push(form(
            "offers",
            l.text("setup-offer"),
            offer_fields(reader, console),
        ));
    }
    if !kept.is_empty() || actor.is_admin() {
        let fields = role_fields(reader, console, kept);
        forms.push(form("roles", l.text("setup-role"), fields));
    }
    forms
}

fn choice(value: &str, label: String) -> Choice {
    Choice {
        value: value.to_owned(),
        label,
        detail: String::new(),
        chosen: false,
    }
}

/// The words of a vocabulary to choose from, the first of them chosen.
fn words_of(l: &Localizer, vocabulary: &str, words: &[&str]) -> Vec<Choice> {
    words
        .iter()
        .map(|word| choice(word, name_of(l, vocabulary, word)))
        .collect()
}

fn line(l: &Localizer, name: &str) -> Field {
    Field::new(l, name, Control::Input("text")).at_most(LINE_MAX as u32)
}

fn city_fields(reader: &Reader) -> Vec<Field> {
    let l = &reader.l;
    let mut days = words_of(l, "day", &DAYS);
    for day in days.iter_mut().skip(5) {
        day.chosen = true;
    }
    let time = |name| Field::new(l, name, Control::Input("time"));
    vec![
        line(l, "city_name"),
        line(l, "native_name").optional(),
        line(l, "slug").at_most(60).hint(l.text("hint-slug")),
        line(l, "country").at_most(2).hint(l.text("hint-country")),
        line(l, "subdivision")
            .at_most(10)
            .hint(l.text("hint-subdivision"))
            .optional(),
        Field {
            groups: zone_groups(reader),
            ..Field::new(l, "city_zone", Control::Select)
        },
        time("office_from").value("09:00"),
        time("office_to").value("17:00"),
        Field::choosing(l, "weekend", Control::Checks, days),
        line(l, "languages")
            .hint(l.text("hint-languages"))
            .optional(),
    ]
}

/// Every zone, by the area that its name begins with.
fn zone_groups(reader: &Reader) -> Vec<ChoiceGroup> {
    // Nothing is chosen for somebody who has not looked.
    let mut groups = vec![ChoiceGroup {
        label: String::new(),
        choices: vec![choice("", "–".to_owned())],
    }];
    for name in reader.state.app.zones.names() {
        let area = name.split('/').next().unwrap_or_default();
        if groups.last().is_none_or(|group| group.label != area) {
            groups.push(ChoiceGroup {
                label: area.to_owned(),
                choices: Vec::new(),
            });
        }
        if let Some(group) = groups.last_mut() {
            group.choices.push(choice(&name, name.replace('_', " ")));
        }
    }
    groups
}

fn partnership_fields(reader: &Reader, console: &Console) -> Vec<Field> {
    let l = &reader.l;
    let cities = console
        .cities
        .iter()
        .map(|city| choice(&city.slug, reader.city_name(city)));
    let stages: Vec<&str> = Stage::ALL.iter().map(|stage| stage.as_str()).collect();
    let known: Vec<&str> = PartnershipVisibility::ALL
        .iter()
        .map(|word| word.as_str())
        .collect();
    let this_year = reader.state.app.now().year().to_string();
    vec![
        Field::choosing(l, "cities", Control::Checks, cities.collect())
            .between(&CITIES_MIN.to_string(), &CITIES_MAX.to_string()),
        Field::choosing(l, "stage", Control::Select, words_of(l, "stage", &stages)),
        Field::new(l, "since", Control::Input("number"))
            .between("1800", &this_year)
            .optional(),
        Field::choosing(
            l,
            "visibility",
            Control::Select,
            words_of(l, "known-to", &known),
        ),
    ]
}

fn host_fields(l: &Localizer, cities: Vec<Choice>) -> Vec<Field> {
    let kinds: Vec<&str> = HostKind::ALL.iter().map(|kind| kind.as_str()).collect();
    let tracks: Vec<&str> = Track::ALL.iter().map(|track| track.as_str()).collect();
    vec![
        Field::choosing(l, "host_city", Control::Select, cities),
        line(l, "host_name"),
        Field::choosing(l, "kind", Control::Select, words_of(l, "kind", &kinds)),
        Field::choosing(l, "track", Control::Select, words_of(l, "track", &tracks)),
    ]
}

fn offer_fields(reader: &Reader, console: &Console) -> Vec<Field> {
    let l = &reader.l;
    let seen: Vec<&str> = OfferVisibility::ALL
        .iter()
        .map(|word| word.as_str())
        .collect();
    let overlap = vec![choice("yes", l.text("overlap-allowed"))];
    let number = |name, min: i32, max: i32| {
        let field = Field::new(l, name, Control::Input("number"));
        field.between(&min.to_string(), &max.to_string())
    };
    let mut hosts = hosts_by_city(reader, console, |host| host.id.to_string());
    for choice in hosts.iter_mut().flat_map(|group| &mut group.choices) {
        choice.chosen = console
            .shown
            .first()
            .is_some_and(|id| id.to_string() == choice.value);
    }
    vec![
        Field {
            groups: hosts,
            ..Field::new(l, "host", Control::Select)
        },
        line(l, "title"),
        Field::new(l, "description", Control::Text)
            .at_most(TEXT_MAX as u32)
            .optional(),
        line(l, "topics")
            .hint(l.text("hint-topics"))
            .at_most(0)
            .optional(),
        line(l, "languages")
            .hint(l.text("hint-languages"))
            .optional(),
        number("duration", DURATION_MIN, DURATION_MAX).value("45"),
        number("capacity", 1, CAPACITY_MAX).value("20"),
        Field::choosing(
            l,
            "visibility",
            Control::Select,
            words_of(l, "seen-by", &seen),
        ),
        Field::choosing(l, "overlap", Control::Checks, overlap),
        Field::new(l, "meeting_url", Control::Input("url"))
            .hint(l.text("hint-meeting-url"))
            .optional(),
    ]
}

/// The hosts that the reader manages, under their cities.
fn hosts_by_city(
    reader: &Reader,
    console: &Console,
    value: impl Fn(&Host) -> String,
) -> Vec<ChoiceGroup> {
    let of_city = |city: &City| ChoiceGroup {
        label: city_name(reader, console, city.id),
        choices: console
            .hosts
            .iter()
            .filter(|host| host.city_id == city.id)
            .map(|host| choice(&value(host), host.name.clone()))
            .collect(),
    };
    let groups = console.cities.iter().map(of_city);
    groups.filter(|group| !group.choices.is_empty()).collect()
}

/// A role and what it is for are one choice: `coordinator:SLUG`, `member:ID`, `admin`.
fn role_fields(reader: &Reader, console: &Console, cities: Vec<Choice>) -> Vec<Field> {
    let l = &reader.l;
    let member = l.text("role-member");
    let mut members = hosts_by_city(reader, console, |host| format!("member:{}", host.id));
    for group in &mut members {
        group.label = format!("{member} · {}", group.label);
    }
    members.retain(|group| !group.choices.is_empty());
    let coordinators = cities.into_iter().map(|city| Choice {
        value: format!("coordinator:{}", city.value),
        ..city
    });
    let mut groups = members;
    groups.push(ChoiceGroup {
        label: l.text("role-coordinator"),
        choices: coordinators.collect(),
    });
    if reader.actor().is_admin() {
        let admin = choice("admin", l.text("role-admin"));
        groups.push(ChoiceGroup {
            label: String::new(),
            choices: vec![admin],
        });
    }
    groups.retain(|group| !group.choices.is_empty());
    let own_name = |locale: &Locale| locale.own_name().to_owned();
    let locales = Locale::all()
        .iter()
        .map(|locale| choice(locale.tag(), own_name(locale)));
    vec![
        Field::new(l, "role_email", Control::Input("email")),
        line(l, "role_name")
            .hint(l.text("hint-role-name"))
            .optional(),
        Field::choosing(l, "role_locale", Control::Select, locales.collect()),
        Field {
            groups,
            ..Field::new(l, "role", Control::Select)
        },
    ]
}

type Fields = Form<Vec<(String, String)>>;

/// A form as it came, from our own page.
fn read(reader: &Reader, form: Fields) -> Result<Typed, Problem> {
    let sent = Typed::new(form.into_inner());
    reader.check_form(sent.one("csrf"))?;
    Ok(sent)
}

/// The console after a form has been sent: what was entered is there, or the form with its faults.
async fn settle<T>(
    reader: &Reader,
    form: &str,
    mut sent: Typed,
    names: &[(&str, &str)],
    done: Result<T, Error>,
    host: impl Fn(&T) -> Option<HostId>,
) -> Result<HttpResponse, Problem> {
    match done {
        Ok(entered) => {
            let host = host(&entered)
                .map(|id| format!("host={id}&"))
                .unwrap_or_default();
            return Ok(see_other(&format!("/console?{host}done=entered")));
        }
        Err(Error::Invalid(invalid)) => sent.blame(invalid, names),
        Err(Error::Conflict(Conflict::SlugTaken)) => sent.fault("slug", "slug_taken"),
        Err(error) => return Err(error.into()),
    }
    page(
        reader,
        StatusCode::UNPROCESSABLE_ENTITY,
        None,
        Some((form, &sent)),
    )
    .await
}

#[post("/console/cities")]
async fn add_city(reader: Reader, form: Fields) -> Result<HttpResponse, Problem> {
    let mut sent = read(&reader, form)?;
    let minute = |name| {
        let time = wall_time(sent.one(name))?;
        u16::try_from(time.num_seconds_from_midnight() / 60).ok()
    };
    let (from, to) = (minute("office_from"), minute("office_to"));
    for (name, _) in [("office_from", from), ("office_to", to)]
        .iter()
        .filter(|of| of.1.is_none())
    {
        sent.fault(name, "invalid_time");
    }
    let (Some(from), Some(to)) = (from, to) else {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page(&reader, status, None, Some(("cities", &sent))).await;
    };
    let input = CityInput {
        slug: sent.one("slug").to_owned(),
        name: sent.one("city_name").to_owned(),
        native_name: sent.one("native_name").to_owned(),
        country: sent.one("country").to_uppercase(),
        subdivision: sent.one("subdivision").to_uppercase(),
        zone: sent.one("city_zone").to_owned(),
        office_start_minute: from,
        // Midnight, as an end, is that of the same day.
        office_end_minute: if to == 0 { 24 * 60 } else { to },
        weekend: sent.all("weekend").join(","),
        languages: sent.list("languages"),
    };
    let key = form_key(&reader, "city", &sent)?;
    let done = city::create(&reader.state.app, reader.actor(), input, key).await;
    let names = [
        ("name", "city_name"),
        ("zone", "city_zone"),
        ("office_start_minute", "office_from"),
        ("office_end_minute", "office_to"),
    ];
    settle(&reader, "cities", sent, &names, done, |_| None).await
}

#[post("/console/partnerships")]
async fn add_partnership(reader: Reader, form: Fields) -> Result<HttpResponse, Problem> {
    let mut sent = read(&reader, form)?;
    let input = PartnershipInput {
        cities: sent.all("cities"),
        stage: sent.one("stage").to_owned(),
        visibility: sent.one("visibility").to_owned(),
        since: sent.some("since").map(|_| sent.number("since")),
    };
    let key = form_key(&reader, "partnership", &sent)?;
    let done = partnership::create(&reader.state.app, reader.actor(), input, key).await;
    if reader.actor().keeps_a_city() && matches!(done, Err(Error::Forbidden(_))) {
        sent.fault("cities", "not_yours");
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page(&reader, status, None, Some(("partnerships", &sent))).await;
    }
    settle(&reader, "partnerships", sent, &[], done, |_| None).await
}

#[post("/console/hosts")]
async fn add_host(reader: Reader, form: Fields) -> Result<HttpResponse, Problem> {
    let sent = read(&reader, form)?;
    let input = HostInput {
        city: sent.one("host_city").to_owned(),
        name: sent.one("host_name").to_owned(),
        kind: sent.one("kind").to_owned(),
        track: sent.one("track").to_owned(),
    };
    let key = form_key(&reader, "host", &sent)?;
    let done = host::create(&reader.state.app, reader.actor(), input, key).await;
    let names = [("city", "host_city"), ("name", "host_name")];
    settle(&reader, "hosts", sent, &names, done, |(host, _)| {
        Some(host.id)
    })
    .await
}

#[post("/console/offers")]
async fn add_offer(reader: Reader, form: Fields) -> Result<HttpResponse, Problem> {
    let sent = read(&reader, form)?;
    let input = OfferInput {
        host_id: sent.one("host").to_owned(),
        title: sent.one("title").to_owned(),
        description: sent.one("description").to_owned(),
        topics: sent.list("topics"),
        languages: sent.list("languages"),
        duration_minutes: sent.number("duration"),
        capacity: sent.number("capacity"),
        visibility: sent.one("visibility").to_owned(),
        overlap_allowed: !sent.all("overlap").is_empty(),
        meeting_url: sent.some("meeting_url"),
        policy: Policy::default(),
    };
    let key = form_key(&reader, "offer", &sent)?;
    let done = offer::create(&reader.state.app, reader.actor(), input, key).await;
    let names = [("host_id", "host"), ("duration_minutes", "duration")];
    settle(&reader, "offers", sent, &names, done, |view| {
        Some(view.host.id)
    })
    .await
}

#[post("/console/roles")]
async fn add_role(reader: Reader, form: Fields) -> Result<HttpResponse, Problem> {
    let sent = read(&reader, form)?;
    let (role, scope) = sent
        .one("role")
        .split_once(':')
        .unwrap_or((sent.one("role"), ""));
    let input = RoleInput {
        email: sent.one("role_email").to_owned(),
        name: sent.one("role_name").to_owned(),
        locale: sent.some("role_locale"),
        zone: None,
        role: role.to_owned(),
        city: (role == "coordinator").then(|| scope.to_owned()),
        host_id: (role == "member").then(|| scope.to_owned()),
    };
    let key = form_key(&reader, "role", &sent)?;
    let done = person::grant(&reader.state.app, reader.actor(), input, key).await;
    let names = [
        ("email", "role_email"),
        ("name", "role_name"),
        ("city", "role"),
        ("host_id", "role"),
    ];
    settle(&reader, "roles", sent, &names, done, |_| None).await
}
