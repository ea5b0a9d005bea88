//! `/console`: a host's times and who has booked them, a form for one more, and what coordinators and
//! admins set up.
//!
//! Here are the views, the way in and what makes the page; `times` has adding and cancelling,
//! `setups` the forms for everything else.

mod requests;
mod setups;
mod times;

use actix_web::http::StatusCode;
use actix_web::web::ServiceConfig;
use actix_web::{HttpResponse, get};
use askama::Template;

use super::form::{Field, faults};
use super::parts::{Frame, SideTime};
use super::reader::{Reader, see_other};
use super::show;
use super::typed::Typed;
use crate::app::console::{self, Console};
use crate::app::idempotency::IdempotencyKey;
use crate::app::links::token_hash;
use crate::domain::city::City;
use crate::domain::host::{Host, Track};
use crate::domain::id::{CityId, HostId};
use crate::domain::locale::Localizer;
use crate::domain::slot::SlotStatus;
use crate::web::Problem;

/// The console of whoever is signed in.
#[derive(Template)]
#[template(path = "pages/console.html")]
pub struct ConsolePage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// This person runs the installation.
    pub admin: bool,
    /// This person keeps a city, and so its partnerships.
    pub keeps: bool,
    /// The cities whose days this person keeps: name and link.
    pub day_links: Vec<(String, String)>,
    /// What an admin does first on an empty installation; empty for others and later on.
    pub steps: Vec<Step>,
    /// Partnerships that wait for a city's agreement.
    pub proposals: Vec<Proposal>,
    /// Visits that this person's cities have to confirm again: title, party and link.
    pub again: Vec<(String, String, String)>,
    /// Requests that wait for this person's answer.
    pub requests: Vec<ConsoleRequest>,
    /// All hosts this person acts for by city, where they are too many to be shown at once.
    pub picks: Vec<PickCity>,
    /// They are drawn unfolded: none has been chosen yet.
    pub picks_open: bool,
    /// Said where there is no host.
    pub nobody: String,
    /// The hosts that are shown.
    pub hosts: Vec<ConsoleHost>,
    /// Present where there is an offer to add a time to.
    pub add_slot: Option<AddSlotForm>,
    /// What coordinators and admins set up; empty for others.
    pub setups: Vec<SmallForm>,
}

/// A request that waits for an answer.
pub struct ConsoleRequest {
    /// UUID of the booking.
    pub id: String,
    /// The offer's title.
    pub title: String,
    /// The time in the clocks of both sides.
    pub sides: Vec<SideTime>,
    /// The party.
    pub party: ConsoleBooking,
    /// What it said beside: what was asked and the answer.
    pub wishes: Vec<(String, String)>,
    /// Until when an answer is due, in words.
    pub respond_by: String,
    /// Whether others have to approve too.
    pub approvals: Vec<String>,
}

/// A step towards the first visit.
pub struct Step {
    /// What to do.
    pub words: String,
    /// The id of its form; none where another step comes first.
    pub form: Option<String>,
    /// It is done.
    pub done: bool,
}

/// A partnership that not all of its cities have agreed to.
pub struct Proposal {
    /// The cities' names.
    pub name: String,
    /// Its page, where it is agreed to.
    pub href: String,
    /// Whom it waits for.
    pub line: String,
}

/// A city and its hosts, to choose from.
pub struct PickCity {
    /// The city's name.
    pub name: String,
    /// Its hosts.
    pub hosts: Vec<Pick>,
}

/// A host to choose.
pub struct Pick {
    /// Its name.
    pub name: String,
    /// The console with its times.
    pub href: String,
    /// Such as `2 offers`.
    pub line: String,
    /// It is the one that is shown.
    pub current: bool,
}

/// A host this person acts for.
pub struct ConsoleHost {
    /// The host's name.
    pub name: String,
    /// Its city.
    pub city: String,
    /// Link to that city's page.
    pub city_href: String,
    /// Its track.
    pub track: Track,
    /// Who else of its people is here just now; empty where nobody is.
    pub here: String,
    /// What it offers.
    pub offers: Vec<ConsoleOffer>,
}

/// An offer and its times to come.
pub struct ConsoleOffer {
    /// The offer's title.
    pub title: String,
    /// Such as `60 minutes`.
    pub duration: String,
    /// Who may see it, in words.
    pub visibility: String,
    /// The editor of when it is to be had.
    pub availability: String,
    /// Where how it is booked is edited.
    pub policy: String,
    /// Where its meeting rooms are edited.
    pub rooms: String,
    /// The next times, soonest first.
    pub slots: Vec<ConsoleSlot>,
    /// The times after these, folded away.
    pub later: Vec<ConsoleSlot>,
    /// Said where there are still more.
    pub not_all: Option<String>,
}

/// A time to come and who has booked it.
pub struct ConsoleSlot {
    /// UUID.
    pub id: String,
    /// The time in each city's own clock, the host's first.
    pub sides: Vec<SideTime>,
    /// Seats taken.
    pub taken: i64,
    /// Seats left.
    pub seats_left: i64,
    /// Seats altogether.
    pub capacity: i64,
    /// Where it stands.
    pub status: SlotStatus,
    /// Parties that come.
    pub bookings: Vec<ConsoleBooking>,
    /// It has not begun.
    pub cancellable: bool,
    /// Seats being booked and parties that wait, in words; empty for none.
    pub besides: Vec<String>,
}

/// A party that comes.
pub struct ConsoleBooking {
    /// The party.
    pub organization: String,
    /// Its city.
    pub city: String,
    /// Seats taken.
    pub seats: i64,
    /// The contact's name and address.
    pub contact: String,
    /// What it wrote; may be empty.
    pub note: String,
}

/// The form that adds one time, in the host city's wall clock.
pub struct AddSlotForm {
    /// Sent along so that a repeated click adds once.
    pub idempotency_key: String,
    /// Which offer; each choice says its city and duration.
    pub offer: Field,
    /// Local date.
    pub date: Field,
    /// Local time.
    pub time: Field,
    /// Seats.
    pub capacity: Field,
    /// Set where the local time does not exist or comes twice: what is the matter, and the times meant
    /// perhaps, as radio buttons named `resolution`.
    pub doubt: Option<(String, Field)>,
}

impl AddSlotForm {
    /// The fields that were wrong, in the form's order.
    pub fn faults(&self) -> Vec<&Field> {
        faults([&self.offer, &self.date, &self.time, &self.capacity])
    }
}

/// A form of a few plain fields.
pub struct SmallForm {
    /// The element's id; the page opens the form with this anchor.
    pub id: String,
    /// Heading.
    pub title: String,
    /// Where it posts.
    pub action: String,
    /// What the button says.
    pub button: String,
    /// Sent along so that a repeated click does it once.
    pub idempotency_key: String,
    /// The fields.
    pub fields: Vec<Field>,
    /// Drawn open: it came back with faults, or is what to do next.
    pub open: bool,
}

impl SmallForm {
    /// The fields that were wrong, in the form's order.
    pub fn faults(&self) -> Vec<&Field> {
        faults(&self.fields)
    }
}

/// The routes of this page.
pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(home)
        .configure(requests::routes)
        .configure(times::routes)
        .configure(setups::routes)
        .service(back);
}

#[get("/console")]
async fn home(reader: Reader) -> Result<HttpResponse, Problem> {
    if reader.actor().person().is_none() {
        return Ok(see_other("/sign-in"));
    }
    let host = reader.param("host").and_then(|id| id.parse().ok());
    // A letter may name a time to offer, on the clock of the reader's city.
    let named = ["date", "time"].map(|name| {
        let value = reader.param(name).unwrap_or_default();
        (name.to_owned(), value.to_owned())
    });
    let named = Typed::new(named.into());
    let offered = named.some("date").is_some() && named.some("time").is_some();
    let sent = offered.then_some((times::FORM, &named));
    page(&reader, StatusCode::OK, host, sent).await
}

/// A form that came back with faults stands at its own address, which a reload or another
/// language then gets.
#[get("/console/{form:.*}")]
async fn back() -> HttpResponse {
    see_other("/console")
}

/// A form that was sent and is shown again: the id of its form, and what it holds.
type Sent<'a> = Option<(&'a str, &'a Typed)>;

/// What was typed into the form of this id.
fn typed<'a>(sent: Sent<'a>, form: &str, nothing: &'a Typed) -> &'a Typed {
    sent.filter(|(id, _)| *id == form)
        .map_or(nothing, |(_, typed)| typed)
}

/// The key of a form that was sent: the one drawn with it, and what it asks, so that a repeated
/// click does it once while a changed form is another one.
fn form_key(
    reader: &Reader,
    use_case: &str,
    typed: &Typed,
) -> Result<Option<IdempotencyKey>, Problem> {
    let (key, body) = (typed.one("idempotency_key"), typed.body());
    if key.is_empty() {
        return Ok(None);
    }
    let scope = format!("{use_case} {}", reader.actor().label());
    let key = token_hash(&format!("{key} {}", String::from_utf8_lossy(&body)));
    Ok(Some(IdempotencyKey::new(&scope, &key, &body)?))
}

/// The console, with a form that came back.
async fn page(
    reader: &Reader,
    status: StatusCode,
    host: Option<HostId>,
    sent: Sent<'_>,
) -> Result<HttpResponse, Problem> {
    let app = &reader.state.app;
    let console = console::look(app, reader.actor(), host).await?;
    let steps = steps(reader, &console);
    let next = steps
        .iter()
        .find(|step| !step.done)
        .and_then(|step| step.form.clone());
    let no_hosts = match reader.actor().is_admin() {
        true => "console-none-to-keep",
        false => "console-no-hosts",
    };
    let desks = console
        .hosts
        .iter()
        .filter(|host| console.shown.contains(&host.id));
    let mut frame = reader.frame(reader.l.text("console-title"));
    frame.live = show::live(console.live.iter().cloned());
    reader.page(
        status,
        &ConsolePage {
            l: reader.l,
            frame,
            admin: reader.actor().is_admin(),
            keeps: reader.actor().keeps_a_city(),
            day_links: day_links(reader, &console),
            requests: requests::waiting(reader, &console)?,
            nobody: reader.l.text(no_hosts),
            proposals: proposals(reader, &console),
            again: again(&console),
            picks: picks(reader, &console),
            picks_open: host.is_none() && sent.is_none(),
            hosts: desks
                .map(|host| times::desk(reader, &console, host))
                .collect(),
            add_slot: times::add_form(reader, &console, sent)?,
            setups: setups::forms(reader, &console, sent, next.as_deref()),
            steps,
        },
    )
}

/// Links to the special days of the cities that the reader keeps; an admin, who keeps them all,
/// finds them on the cities' pages.
fn day_links(reader: &Reader, console: &Console) -> Vec<(String, String)> {
    let kept = console
        .cities
        .iter()
        .filter(|city| reader.actor().coordinates(city.id));
    let link = |city: &City| {
        let href = format!("/console/cities/{}/holidays", city.slug);
        (reader.city_name(city), href)
    };
    match reader.actor().is_admin() {
        true => Vec::new(),
        false => kept.map(link).collect(),
    }
}

/// What an admin has yet to do before anything can be booked.
fn steps(reader: &Reader, console: &Console) -> Vec<Step> {
    let l = &reader.l;
    let has_slots = console.times.values().any(|times| !times.slots.is_empty());
    let (cities, hosts) = (console.cities.len(), !console.hosts.is_empty());
    let step = |words: String, form: &str, possible: bool, done: bool| Step {
        words,
        form: (possible && !done).then(|| form.to_owned()),
        done,
    };
    let offers = !console.offers.is_empty();
    let partnership = console.has_partnership;
    let steps = vec![
        step(l.text("console-step-city"), "cities", true, cities >= 2),
        step(
            l.text("console-step-partnership"),
            "partnerships",
            cities >= 2,
            partnership,
        ),
        step(l.text("console-step-host"), "hosts", cities >= 1, hosts),
        step(l.text("console-step-offer"), "offers", hosts, offers),
        step(l.text("console-step-slot"), "add-slot", offers, has_slots),
    ];
    let begun = steps.iter().take(4).all(|step| step.done);
    if begun || !reader.actor().is_admin() {
        Vec::new()
    } else {
        steps
    }
}

fn proposals(reader: &Reader, console: &Console) -> Vec<Proposal> {
    let shown = console.proposals.iter().map(|proposal| Proposal {
        name: show::city_list(reader, proposal.cities.iter()),
        href: format!("/partnerships/{}", proposal.id),
        line: reader.l.with(
            "proposal-awaits",
            "cities",
            &show::city_list(reader, proposal.awaiting_cities()),
        ),
    });
    shown.collect()
}

fn again(console: &Console) -> Vec<(String, String, String)> {
    let shown = console.confirm_again.iter().map(|(booking, title)| {
        let href = format!("/bookings/{}", booking.id);
        (title.clone(), booking.organization.clone(), href)
    });
    shown.collect()
}

fn city_of(console: &Console, id: CityId) -> Option<&City> {
    console.cities.iter().find(|city| city.id == id)
}

fn city_name(reader: &Reader, console: &Console, id: CityId) -> String {
    city_of(console, id)
        .map(|city| reader.city_name(city))
        .unwrap_or_default()
}

/// The hosts to choose from, where not all are shown.
fn picks(reader: &Reader, console: &Console) -> Vec<PickCity> {
    if console.shown.len() == console.hosts.len() {
        return Vec::new();
    }
    let offers = |host: &Host| {
        let count = console
            .offers
            .iter()
            .filter(|offer| offer.host_id == host.id)
            .count();
        i64::try_from(count).unwrap_or(i64::MAX)
    };
    let pick = |host: &Host| Pick {
        name: host.name.clone(),
        href: format!("/console?host={}", host.id),
        line: reader.l.count("console-host-line", offers(host)),
        current: console.shown.contains(&host.id),
    };
    let of_city = |city: &City| PickCity {
        name: reader.city_name(city),
        hosts: console
            .hosts
            .iter()
            .filter(|host| host.city_id == city.id)
            .map(pick)
            .collect(),
    };
    let cities = console.cities.iter().map(of_city);
    cities.filter(|city| !city.hosts.is_empty()).collect()
}
