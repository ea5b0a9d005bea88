//! `/console/polls`: the polls of a coordinator's cities, opening one, choosing a time.

mod open;

use actix_web::http::StatusCode;
use actix_web::web::{Form, Path, ServiceConfig};
use actix_web::{HttpResponse, get, post};
use askama::Template;

use super::form::Field;
use super::parts::{Frame, name_of};
use super::poll::{PollLive, Tally, line, tally};
use super::reader::{Reader, see_other};
use super::show;
use super::typed::Typed;
use crate::app::access::Subject;
use crate::app::poll::{self, CloseInput, PollView};
use crate::app::{Conflict, Error};
use crate::domain::display;
use crate::domain::id::PollId;
use crate::domain::locale::Localizer;
use crate::domain::poll::{PollState, Vote};
use crate::web::Problem;
use crate::web::request::id;

pub use open::{FoundTime, NewPollPage};

/// The polls of a coordinator's cities.
#[derive(Template)]
#[template(path = "pages/polls.html")]
pub struct PollsPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// Whether there is a partnership to ask.
    pub may_ask: bool,
    /// The polls, the newest first.
    pub polls: Vec<PollRow>,
}

/// A poll in the list.
pub struct PollRow {
    /// Its page.
    pub href: String,
    /// What it is about.
    pub title: String,
    /// The cities.
    pub cities: String,
    /// Where it stands, in words.
    pub state: String,
    /// Such as `3 answers`.
    pub answers: String,
}

/// A poll, for those who choose.
#[derive(Template)]
#[template(path = "pages/poll_desk.html")]
pub struct PollDeskPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// UUID.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// Who meets whom.
    pub line: String,
    /// What else to know; may be empty.
    pub note: String,
    /// Where it stands, and until when.
    pub status: String,
    /// What is wrong with what was asked.
    pub error: Option<String>,
    /// What happens to it is followed from here.
    pub live: PollLive,
    /// The times and what the cities say.
    pub tally: Tally,
    /// Where the forms that choose a time go.
    pub close_action: String,
    /// What choosing a time does; empty where it is over.
    pub means: String,
    /// The cities' links: name and address.
    pub links: Vec<(String, String)>,
    /// Who answered what.
    pub voters: Vec<VoterRow>,
    /// The dates of the times, heading the answers.
    pub heads: Vec<String>,
    /// The visit that was booked.
    pub booking: Option<String>,
}

/// Who answered what.
pub struct VoterRow {
    /// Their name.
    pub name: String,
    /// Their city.
    pub city: String,
    /// Whether they wish for an invite.
    pub invite: bool,
    /// Their answers in words.
    pub answers: Vec<String>,
}

pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(list)
        .configure(open::routes)
        .service(desk)
        .service(close)
        .service(cancel);
}

#[get("/console/polls")]
async fn list(reader: Reader) -> Result<HttpResponse, Problem> {
    if reader.actor().person().is_none() {
        return Ok(see_other("/sign-in"));
    }
    let (app, l) = (&reader.state.app, reader.l);
    let polls = poll::list(app, reader.actor()).await?;
    let rows = polls.iter().map(|(poll, partnership)| PollRow {
        href: format!("/console/polls/{}", poll.id),
        title: poll.title.clone(),
        cities: show::city_list(&reader, partnership.cities.iter()),
        state: name_of(&l, "poll-state", poll.state.as_str()),
        answers: l.count("poll-answers", poll.voters.into()),
    });
    reader.show(&PollsPage {
        frame: reader.frame(l.text("poll-list")),
        may_ask: !poll::desks(app, reader.actor()).await?.is_empty(),
        polls: rows.collect(),
        l,
    })
}

/// The reader without a link's key: here they are who they are.
fn subject(reader: &Reader) -> Subject {
    reader.actor().clone().into()
}

#[get("/console/polls/{id}")]
async fn desk(reader: Reader, path: Path<String>) -> Result<HttpResponse, Problem> {
    if reader.actor().person().is_none() {
        return Ok(see_other("/sign-in"));
    }
    let view = poll::get(
        &reader.state.app,
        &subject(&reader),
        id(&path, "poll")?,
        None,
    )
    .await?;
    page(&reader, &view, StatusCode::OK, None)
}

fn page(
    reader: &Reader,
    view: &PollView,
    status: StatusCode,
    error: Option<String>,
) -> Result<HttpResponse, Problem> {
    let (app, l, poll) = (&reader.state.app, reader.l, &view.poll);
    let open = view.is_open(app.now());
    let home = view.cities.first();
    let zone = home.and_then(|city| app.zones.zone(&city.zone).ok());
    let until = zone.map(|zone| {
        let until = display::weekday_date_time(reader.locale(), zone.at(poll.deadline));
        l.with("poll-deadline", "when", &until)
    });
    let state = name_of(&l, "poll-state", poll.state.as_str());
    let manages = reader.actor().manages(&view.host);
    let site = &reader.state.site.public_url;
    let links = view.cities.iter().map(|city| {
        let url = app.link_key.poll_url(site, poll.id, city.id);
        (reader.city_name(city), url)
    });
    let head = |time: &super::poll::PollTime| time.date.clone();
    let tally = tally(reader, view, None);
    let page = PollDeskPage {
        frame: reader.frame(poll.title.clone()),
        id: poll.id.to_string(),
        title: poll.title.clone(),
        line: line(reader, view),
        note: poll.note.clone(),
        status: match until.filter(|_| open) {
            Some(until) => format!("{state} · {until}"),
            None if poll.state == PollState::Open => l.text("poll-state-lapsed"),
            None => state,
        },
        error,
        live: PollLive::of(view, None),
        close_action: format!("/console/polls/{}/close", poll.id),
        means: match (open, manages) {
            (false, _) => String::new(),
            (true, true) => l.text("poll-close-means"),
            (true, false) => l.text("poll-close-request"),
        },
        links: links.filter(|_| open).collect(),
        voters: view
            .votes
            .iter()
            .map(|vote| voter(reader, view, vote))
            .collect(),
        heads: tally.times.iter().map(head).collect(),
        tally,
        booking: view.booking.as_ref().map(|booking| {
            let key = app.link_key.manage_key(booking.id);
            format!("/bookings/{}?key={key}", booking.id)
        }),
        l,
    };
    reader.page(status, &page)
}

fn voter(reader: &Reader, view: &PollView, vote: &Vote) -> VoterRow {
    let city = view.cities.iter().find(|city| city.id == vote.city_id);
    let answers = vote.answers.iter();
    VoterRow {
        name: vote.name.clone(),
        city: city.map(|city| reader.city_name(city)).unwrap_or_default(),
        invite: vote.email.is_some(),
        answers: answers
            .map(|answer| name_of(&reader.l, "poll-answer", answer.as_str()))
            .collect(),
    }
}

#[post("/console/polls/{id}/close")]
async fn close(
    reader: Reader,
    path: Path<String>,
    form: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Problem> {
    let id = id(&path, "poll")?;
    let typed = Typed::new(form.into_inner());
    reader.check_form(typed.one("csrf"))?;
    let input = CloseInput {
        candidate: typed.number("candidate").into(),
        ..CloseInput::default()
    };
    let app = &reader.state.app;
    match poll::close(app, &subject(&reader), id, input).await {
        Ok(view) => {
            let booking = view.booking.map(|booking| booking.id);
            Ok(see_other(&match booking {
                Some(id) => format!("/bookings/{id}?key={}", app.link_key.manage_key(id)),
                None => format!("/console/polls/{id}"),
            }))
        }
        Err(error) => again(&reader, id, error).await,
    }
}

#[post("/console/polls/{id}/cancel")]
async fn cancel(
    reader: Reader,
    path: Path<String>,
    form: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Problem> {
    let id = id(&path, "poll")?;
    reader.check_form(Typed::new(form.into_inner()).one("csrf"))?;
    match poll::cancel(&reader.state.app, &subject(&reader), id).await {
        Ok(_) => Ok(see_other(&format!(
            "/console/polls/{id}?done=poll-cancelled"
        ))),
        Err(error) => again(&reader, id, error).await,
    }
}

/// The poll's page with why nothing was done, where that is said of it.
async fn again(reader: &Reader, id: PollId, error: Error) -> Result<HttpResponse, Problem> {
    let l = &reader.l;
    let (status, words) = match error {
        Error::Conflict(Conflict::SlotOverlaps) => {
            (StatusCode::CONFLICT, l.text("poll-fault-taken"))
        }
        Error::Conflict(conflict) => {
            let problem = Problem::from(Error::Conflict(conflict));
            let words = show::fault(l, &problem.code, &problem.detail);
            (StatusCode::CONFLICT, words)
        }
        Error::Invalid(invalid) => {
            let fault = invalid.0.first();
            let words = fault.map(|fault| show::fault(l, &fault.code, &fault.detail));
            (StatusCode::UNPROCESSABLE_ENTITY, words.unwrap_or_default())
        }
        error => return Err(error.into()),
    };
    let view = poll::get(&reader.state.app, &subject(reader), id, None).await?;
    page(reader, &view, status, Some(words))
}

/// A field of these forms: its label is `poll-field-NAME`.
fn field(l: &Localizer, field: Field) -> Field {
    Field {
        label: l.text(&format!("poll-field-{}", field.name)),
        ..field
    }
}
