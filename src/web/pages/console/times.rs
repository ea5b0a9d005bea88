//! The times of the console: what is shown of them, adding one, calling one off.

use actix_web::http::StatusCode;
use actix_web::web::{Form, Path, ServiceConfig};
use actix_web::{HttpResponse, post};
use chrono::{Duration, NaiveDate, NaiveTime};

use super::{
    AddSlotForm, ConsoleBooking, ConsoleHost, ConsoleOffer, ConsoleSlot, Sent, city_name, city_of,
    form_key, page, typed,
};
use crate::app::console::{Console, Party, SLOTS_MAX, Times};
use crate::app::local_time::{LocalTime, zone_of};
use crate::app::slot::{self, SlotInput, SlotView};
use crate::app::{Conflict, Error};
use crate::domain::display;
use crate::domain::host::Host;
use crate::domain::offer::{CAPACITY_MAX, Offer};
use crate::web::Problem;
use crate::web::pages::form::{Choice, ChoiceGroup, Control, Field};
use crate::web::pages::parts::{SideTime, name_of};
use crate::web::pages::reader::{Reader, see_other};
use crate::web::pages::show;
use crate::web::pages::typed::Typed;
use crate::web::request::id;

/// Times of an offer that are not folded away.
const UNFOLDED: usize = 6;
/// Most cities in whose clocks a time is told.
const SIDES_MAX: usize = 3;
/// The id of the form that adds a time.
pub(super) const FORM: &str = "add-slot";

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(add).service(cancel);
}

#[post("/console/slots")]
async fn add(reader: Reader, form: Form<Vec<(String, String)>>) -> Result<HttpResponse, Problem> {
    let mut sent = Typed::new(form.into_inner());
    reader.check_form(sent.one("csrf"))?;
    for name in ["date", "time"] {
        if sent.one(name).is_empty() {
            sent.fault(name, "required");
        }
    }
    if sent.is_wrong() {
        return page(
            &reader,
            StatusCode::UNPROCESSABLE_ENTITY,
            None,
            Some((FORM, &sent)),
        )
        .await;
    }
    let input = SlotInput {
        offer_id: sent.one("offer").to_owned(),
        local_start: format!("{}T{}", sent.one("date"), sent.one("time")),
        zone: None,
        resolution: sent.some("resolution"),
        capacity: sent.some("capacity").map(|_| sent.number("capacity")),
    };
    let key = form_key(&reader, "slot", &sent)?;
    match slot::create(&reader.state.app, reader.actor(), input, key).await {
        Ok(added) => return Ok(back_to("slot-added", &added)),
        Err(Error::Invalid(invalid)) => {
            sent.blame(invalid, &[("offer_id", "offer"), ("local_start", "date")]);
        }
        Err(Error::MustChoose(choice)) if choice.candidates.is_empty() => {
            sent.fault("date", "local_day_missing");
        }
        // The form shows the choices.
        Err(Error::MustChoose(_)) => {}
        Err(Error::Conflict(Conflict::SlotOverlaps)) => sent.fault("time", "slot_overlaps"),
        Err(error) => return Err(error.into()),
    }
    page(
        &reader,
        StatusCode::UNPROCESSABLE_ENTITY,
        None,
        Some((FORM, &sent)),
    )
    .await
}

#[post("/console/slots/{id}/cancel")]
async fn cancel(
    reader: Reader,
    slot: Path<String>,
    form: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Problem> {
    let sent = Typed::new(form.into_inner());
    reader.check_form(sent.one("csrf"))?;
    let slot = id(&slot, "slot")?;
    let cancelled = slot::cancel(&reader.state.app, reader.actor(), slot, None).await?;
    Ok(back_to("slot-cancelled", &cancelled))
}

pub(super) fn back_to(done: &str, slot: &SlotView) -> HttpResponse {
    let (host, id) = (slot.host.id, slot.slot.id);
    see_other(&format!("/console?host={host}&done={done}#slot-{id}"))
}

/// A host with its offers and their times.
pub(super) fn desk(reader: &Reader, console: &Console, host: &Host) -> ConsoleHost {
    let city = city_of(console, host.city_id);
    let offers = console
        .offers
        .iter()
        .filter(|offer| offer.host_id == host.id);
    ConsoleHost {
        name: host.name.clone(),
        city: city_name(reader, console, host.city_id),
        city_href: city
            .map(|city| format!("/cities/{}", city.slug))
            .unwrap_or_default(),
        track: host.track,
        here: here(reader, console, host),
        offers: offers
            .map(|offer| offer_of(reader, console, offer))
            .collect(),
    }
}

/// Who of a host's people is here just now, beside the reader, by what is known on this node.
fn here(reader: &Reader, console: &Console, host: &Host) -> String {
    let people = console.people.get(&host.id).map(Vec::as_slice);
    let people = people.unwrap_or_default();
    let online = reader.state.live.online(people.iter().map(|one| one.id));
    let own = reader.actor().person().map(|person| person.id);
    let names = people
        .iter()
        .filter(|one| online.contains(&one.id) && Some(one.id) != own)
        .map(|one| one.name.as_str());
    names.collect::<Vec<_>>().join(", ")
}

fn offer_of(reader: &Reader, console: &Console, offer: &Offer) -> ConsoleOffer {
    let l = &reader.l;
    let nothing = Times::default();
    let times = console.times.get(&offer.id).unwrap_or(&nothing);
    let one = |(slot, parties): &(SlotView, Vec<Party>)| slot_of(reader, console, slot, parties);
    let mut slots: Vec<ConsoleSlot> = times.slots.iter().map(one).collect();
    // Folding two or three away would hide more than it saves.
    let folds = slots.len() > UNFOLDED + 3;
    let later = if folds {
        slots.split_off(UNFOLDED)
    } else {
        Vec::new()
    };
    ConsoleOffer {
        title: offer.title.clone(),
        duration: l.count("minutes", offer.duration_minutes.into()),
        visibility: name_of(l, "seen-by", offer.visibility.as_str()),
        availability: format!("/console/offers/{}/availability", offer.id),
        policy: format!("/console/offers/{}/policy", offer.id),
        rooms: format!("/console/offers/{}/rooms", offer.id),
        slots,
        later,
        not_all: times.more.then(|| l.count("console-not-all", SLOTS_MAX)),
    }
}

/// A party as the console tells it.
pub(super) fn party_of(reader: &Reader, console: &Console, party: &Party) -> ConsoleBooking {
    ConsoleBooking {
        organization: party.booking.organization.clone(),
        city: city_name(reader, console, party.booking.city_id),
        seats: party.booking.seats.into(),
        contact: match &party.contact {
            Some(contact) => format!("{} · {}", contact.name, contact.email),
            None => String::new(),
        },
        note: party.booking.note.clone(),
    }
}

fn slot_of(reader: &Reader, console: &Console, view: &SlotView, parties: &[Party]) -> ConsoleSlot {
    let slot = &view.slot;
    let party = |party: &Party| party_of(reader, console, party);
    let held =
        (slot.seats_held > 0).then(|| reader.l.count("console-held", slot.seats_held.into()));
    let waiting =
        (slot.waiting > 0).then(|| reader.l.count("console-waiting", slot.waiting.into()));
    ConsoleSlot {
        id: slot.id.to_string(),
        sides: sides(reader, view, parties),
        taken: slot.seats_taken.into(),
        besides: held.into_iter().chain(waiting).collect(),
        seats_left: slot.seats_left().into(),
        capacity: slot.capacity.into(),
        status: slot.status(),
        bookings: parties.iter().map(party).collect(),
        cancellable: slot.starts_at > reader.state.app.now(),
    }
}

/// A time in the host's clock and in those of the parties that come, then in those of partners that
/// may yet come.
fn sides(reader: &Reader, view: &SlotView, parties: &[Party]) -> Vec<SideTime> {
    let (host, others) = view.local.split_at(view.local.len().min(1));
    let comes = |local: &&LocalTime| {
        parties
            .iter()
            .any(|party| party.booking.city_id == local.city.id)
    };
    let coming = others.iter().filter(comes);
    let rest = others.iter().filter(|local| !comes(local));
    let told = host.iter().chain(coming).chain(rest).take(SIDES_MAX);
    told.map(|local| show::side(reader, local)).collect()
}

/// The form that adds a time; none where there is no offer to add it to.
///
/// # Errors
/// Where the zone data does not know a city's zone.
pub(super) fn add_form(
    reader: &Reader,
    console: &Console,
    sent: Sent<'_>,
) -> Result<Option<AddSlotForm>, Error> {
    if console.offers.is_empty() {
        return Ok(None);
    }
    let (l, app, nothing) = (&reader.l, &reader.state.app, Typed::default());
    let sent = typed(sent, FORM, &nothing);
    let offer = Field {
        groups: offer_groups(reader, console),
        ..Field::new(l, "offer", Control::Select)
    };
    // No city's clock is more than twelve hours behind.
    let earliest = (app.now() - Duration::hours(12)).date_naive().to_string();
    let capacity = Field::new(l, "capacity", Control::Input("number"))
        .between("1", &CAPACITY_MAX.to_string())
        .hint(l.text("add-slot-capacity-hint"))
        .optional();
    let field = |field: Field| sent.field(l, field.within(FORM));
    Ok(Some(AddSlotForm {
        idempotency_key: sent.some("idempotency_key").unwrap_or_else(|| app.secret()),
        offer: field(offer),
        date: field(Field::new(l, "date", Control::Input("date")).between(&earliest, "")),
        time: field(Field::new(l, "time", Control::Input("time"))),
        capacity: field(capacity),
        doubt: doubt(reader, console, sent)?,
    }))
}

/// The offers to add a time to, by host; one that is shown comes chosen.
fn offer_groups(reader: &Reader, console: &Console) -> Vec<ChoiceGroup> {
    let shown = console
        .offers
        .iter()
        .find(|offer| console.shown.contains(&offer.host_id));
    let choice = |host: &Host, offer: &Offer| {
        let minutes = reader.l.count("minutes", offer.duration_minutes.into());
        let city = city_name(reader, console, host.city_id);
        Choice {
            value: offer.id.to_string(),
            label: format!("{} · {minutes} · {city}", offer.title),
            detail: String::new(),
            chosen: shown.is_some_and(|shown| shown.id == offer.id),
        }
    };
    let group = |host: &Host| ChoiceGroup {
        label: host.name.clone(),
        choices: console
            .offers
            .iter()
            .filter(|offer| offer.host_id == host.id)
            .map(|offer| choice(host, offer))
            .collect(),
    };
    let groups = console.hosts.iter().map(group);
    groups.filter(|group| !group.choices.is_empty()).collect()
}

/// What is the matter with a wall clock that is skipped or comes twice, and what may be meant.
fn doubt(
    reader: &Reader,
    console: &Console,
    sent: &Typed,
) -> Result<Option<(String, Field)>, Error> {
    let (l, locale) = (&reader.l, reader.locale());
    let offer = console
        .offers
        .iter()
        .find(|offer| offer.id.to_string() == sent.one("offer"));
    let host = offer.and_then(|o| console.hosts.iter().find(|host| host.id == o.host_id));
    let city = host.and_then(|host| city_of(console, host.city_id));
    let date = sent.one("date").parse::<NaiveDate>().ok();
    let (Some(city), Some(date), Some(time)) = (city, date, wall_time(sent.one("time"))) else {
        return Ok(None);
    };
    let zone = zone_of(&reader.state.app.zones, &city.zone)?;
    let Err(choice) = zone.resolve(date.and_time(time)).choose(None) else {
        return Ok(None);
    };
    let choices: Vec<Choice> = choice
        .candidates
        .iter()
        .map(|(resolution, at)| Choice {
            value: resolution.to_string(),
            label: display::weekday_date_time(locale, *at),
            detail: name_of(l, "resolution", resolution.as_str()),
            chosen: false,
        })
        .collect();
    let (city, time) = (reader.city_name(city), display::time(locale, time));
    let args = [("city", city.as_str()), ("time", time.as_str())];
    let matter = match choices.len() {
        0 => return Ok(None),
        1 => l.args("doubt-gap", &args),
        _ => l.args("doubt-fold", &args),
    };
    let field = Field::choosing(l, "resolution", Control::Radios, choices);
    Ok(Some((matter, sent.field(l, field.within(FORM)))))
}

/// A time as `<input type="time">` sends it, with or without seconds.
pub(super) fn wall_time(text: &str) -> Option<NaiveTime> {
    let with = |format| NaiveTime::parse_from_str(text, format).ok();
    with("%H:%M").or_else(|| with("%H:%M:%S"))
}
