//! `/polls/{id}`: the people of a city say which times suit them, and see how it stands.

use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::StatusCode;
use actix_web::web::{Form, Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, get, post};
use askama::Template;

use super::find::bears;
use super::form::{Control, Field, faults};
use super::parts::{Frame, SideTime, name_of};
use super::reader::{Reader, see_other};
use super::show;
use super::typed::Typed;
use crate::app::Error;
use crate::app::idempotency::IdempotencyKey;
use crate::app::local_time::zone_of;
use crate::app::poll::{self, PollView, Standing, TimeView, VoteAsked};
use crate::domain::display;
use crate::domain::event::Topic;
use crate::domain::id::{CityId, PollId};
use crate::domain::input::{EMAIL_MAX, Invalid, LINE_MAX};
use crate::domain::locale::Localizer;
use crate::domain::poll::tally::Counts;
use crate::domain::poll::{Answer, AnswerInput, PollState, VoteInput};
use crate::web::Problem;
use crate::web::request::id;

/// The cookie that keeps which answer to a poll is this browser's. Its path is the poll's page.
const VOTER_COOKIE: &str = "sisterline-voter";
/// How long it is kept: as long as the answer.
const VOTER_DAYS: i64 = 365;

/// A poll, for those who answer it.
#[derive(Template)]
#[template(path = "pages/poll.html")]
pub struct PollPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// What it is about.
    pub title: String,
    /// Who meets whom.
    pub line: String,
    /// What else to know; may be empty.
    pub note: String,
    /// For which city the reader answers.
    pub city: String,
    /// Until when, in the city's clock; or that it is over, and how it ended.
    pub status: String,
    /// What happens to it is followed from here.
    pub live: PollLive,
    /// The times and what the cities say.
    pub tally: Tally,
    /// The form, while answers are taken.
    pub form: Option<VoteForm>,
    /// The reader's own link, once they have answered.
    pub own: Option<String>,
}

/// What a page follows of a poll.
pub struct PollLive {
    /// The topic.
    pub topic: String,
    /// The log's epoch.
    pub epoch: String,
    /// The last event that the page includes.
    pub seq: i64,
    /// The key that lets the reader follow it; empty where who they are does.
    pub key: String,
}

impl PollLive {
    /// From where a page that shows this goes on.
    pub fn of(view: &PollView, key: Option<&str>) -> Self {
        Self {
            topic: Topic::Poll(view.poll.id).to_string(),
            epoch: view.head.epoch.clone(),
            seq: view.head.seq,
            key: key.unwrap_or_default().to_owned(),
        }
    }
}

/// The times of a poll as they stand.
pub struct Tally {
    /// Such as `3 answers`.
    pub answers: String,
    /// The times, by start.
    pub times: Vec<PollTime>,
}

/// A time as it stands.
pub struct PollTime {
    /// Counted from 0.
    pub number: usize,
    /// The date in the first city.
    pub date: String,
    /// In each city.
    pub sides: Vec<PollSide>,
    /// What is said of it: suits best, was chosen, has passed; may be empty.
    pub flag: String,
    /// It suits best or was chosen.
    pub best: bool,
    /// Whose people cannot come at all, in words; empty for none.
    pub blocked: String,
    /// Whether it can be chosen.
    pub open: bool,
}

/// A time in one city.
pub struct PollSide {
    /// On its clock.
    pub side: SideTime,
    /// What it bears, in words.
    pub bears: String,
    /// The same as a number.
    pub burden: String,
    /// What its people say, in words.
    pub counts: String,
    /// Percentages of a bar: who can, and who can if need be.
    pub bar: (String, String),
}

/// The form that answers.
pub struct VoteForm {
    /// Where it goes.
    pub action: String,
    /// Sent along so that a repeated click answers once.
    pub idempotency_key: String,
    /// What is said against it as a whole.
    pub error: Option<String>,
    /// Name and address.
    pub fields: Vec<Field>,
    /// The times to answer.
    pub rows: Vec<VoteRow>,
    /// Whether the reader has answered before.
    pub known: bool,
}

impl VoteForm {
    /// The fields that were wrong.
    pub fn faults(&self) -> Vec<&Field> {
        faults(&self.fields)
    }
}

/// A time to answer.
pub struct VoteRow {
    /// Counted from 0.
    pub number: usize,
    /// When, in the reader's city.
    pub when: String,
    /// When elsewhere.
    pub elsewhere: String,
    /// The answers: word, label, whether it is chosen.
    pub answers: Vec<(String, String, bool)>,
}

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(poll_page).service(send);
}

/// The token of the reader's answer: from their own link, else from the cookie.
fn voter(reader: &Reader, request: &HttpRequest) -> Option<String> {
    let cookie = || {
        let cookie = request.cookie(VOTER_COOKIE);
        cookie.map(|cookie| cookie.value().to_owned())
    };
    reader.param("voter").map(str::to_owned).or_else(cookie)
}

/// The address of this poll's page, with the key that the reader came with.
fn address(reader: &Reader, id: PollId, rest: &str, more: &[(&str, &str)]) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    if let Some(key) = &reader.who.subject.manage_key {
        query.append_pair("key", key);
    }
    query.extend_pairs(more);
    format!("/polls/{id}{rest}?{}", query.finish())
}

#[get("/polls/{id}")]
async fn poll_page(
    reader: Reader,
    request: HttpRequest,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let id = id(&path, "poll")?;
    let voter = voter(&reader, &request);
    let app = &reader.state.app;
    let view = poll::get(app, &reader.who.subject, id, voter.as_deref()).await?;
    match view.standing {
        Standing::Coordinator => Ok(see_other(&format!("/console/polls/{id}"))),
        Standing::Citizen(city) => {
            let page = page(
                &reader,
                &view,
                city,
                voter.as_deref(),
                &Typed::default(),
                None,
            )?;
            reader.show(&page)
        }
    }
}

#[post("/polls/{id}/vote")]
async fn send(
    reader: Reader,
    request: HttpRequest,
    path: Path<String>,
    form: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Problem> {
    let id: PollId = id(&path, "poll")?;
    let mut typed = Typed::new(form.into_inner());
    reader.check_form(typed.one("csrf"))?;
    let (app, subject, actor) = (&reader.state.app, &reader.who.subject, reader.actor());
    reader.state.limits.votes(&request, actor, app.now())?;
    let letters = usize::from(typed.some("email").is_some());
    reader
        .state
        .limits
        .letters(&request, actor, letters, app.now())?;
    let given = voter(&reader, &request);
    let before = poll::get(app, subject, id, given.as_deref()).await?;
    // A cookie may be of an answer that is forgotten by now.
    let known = given.filter(|_| before.own.is_some());
    let asked = VoteAsked {
        voter: known.clone(),
        city: String::new(),
        vote: input(&reader, &typed),
    };
    let scope = format!("vote {id} {}", actor.label());
    // A form without its hidden key, or with one that was tampered with, answers all the same.
    let key = IdempotencyKey::new(&scope, typed.one("idempotency_key"), &typed.body()).ok();
    let fault = match poll::vote(app, subject, id, asked, key).await {
        Ok(voted) => {
            let back = address(&reader, id, "", &[("done", "poll-voted")]);
            let mut answer = see_other(&back);
            let cookie = cookie(&reader, id, &voted.token);
            // A browser that takes no cookies still has its own link.
            drop(answer.add_cookie(&cookie));
            return Ok(answer);
        }
        Err(Error::Invalid(invalid)) => {
            blame(&mut typed, invalid);
            None
        }
        Err(Error::Conflict(conflict)) => {
            let problem = Problem::from(Error::Conflict(conflict));
            Some((
                show::fault(&reader.l, &problem.code, &problem.detail),
                StatusCode::CONFLICT,
            ))
        }
        Err(error) => return Err(error.into()),
    };
    let view = poll::get(app, subject, id, known.as_deref()).await?;
    let Standing::Citizen(city) = view.standing else {
        return Ok(see_other(&format!("/console/polls/{id}")));
    };
    let (error, status) = match fault {
        Some((words, status)) => (Some(words), status),
        None => (None, StatusCode::UNPROCESSABLE_ENTITY),
    };
    let page = page(&reader, &view, city, known.as_deref(), &typed, error)?;
    reader.page(status, &page)
}

fn cookie(reader: &Reader, id: PollId, token: &str) -> Cookie<'static> {
    Cookie::build(VOTER_COOKIE, token.to_owned())
        .path(format!("/polls/{id}"))
        .max_age(Duration::days(VOTER_DAYS))
        .secure(reader.state.site.is_secure())
        .same_site(SameSite::Lax)
        .http_only(true)
        .finish()
}

fn input(reader: &Reader, typed: &Typed) -> VoteInput {
    let answer = |(number, answer): (&str, &str)| AnswerInput {
        candidate: number.parse().unwrap_or(-1),
        answer: answer.to_owned(),
    };
    VoteInput {
        name: typed.one("name").to_owned(),
        email: typed.one("email").to_owned(),
        locale: Some(reader.locale().tag().to_owned()),
        zone: None,
        answers: typed.under("answer-").map(answer).collect(),
    }
}

fn blame(typed: &mut Typed, invalid: Invalid) {
    typed.blame_at(invalid, |field| match field {
        "name" | "email" => field.to_owned(),
        _ => "answers".to_owned(),
    });
}

fn page(
    reader: &Reader,
    view: &PollView,
    city: CityId,
    voter: Option<&str>,
    typed: &Typed,
    error: Option<String>,
) -> Result<PollPage, Problem> {
    let (l, poll) = (reader.l, &view.poll);
    let own = view.cities.iter().find(|known| known.id == city);
    let own = own.ok_or_else(|| Problem::not_found("poll"))?;
    let zone = zone_of(&reader.state.app.zones, &own.zone)?;
    let when = |at| display::weekday_date_time(reader.locale(), zone.at(at));
    let open = view.is_open(reader.state.app.now());
    let chosen = poll.chosen.and_then(|chosen| poll.candidates.get(chosen));
    let mut frame = reader.frame(poll.title.clone());
    // The address lets its bearer answer: search engines have no business here.
    frame.description = String::new();
    let token = voter.filter(|_| view.own.is_some());
    let public_url = &reader.state.site.public_url;
    Ok(PollPage {
        frame,
        title: poll.title.clone(),
        line: line(reader, view),
        note: poll.note.clone(),
        city: reader.city_name(own),
        status: match (poll.state, chosen) {
            (PollState::Closed, Some(at)) => l.with("poll-over-closed", "when", &when(*at)),
            (PollState::Open, _) if open => l.with("poll-deadline", "when", &when(poll.deadline)),
            (PollState::Cancelled, _) => l.text("poll-over-cancelled"),
            _ => l.text("poll-over-lapsed"),
        },
        live: PollLive::of(view, reader.who.subject.manage_key.as_deref()),
        tally: tally(reader, view, Some(city)),
        form: match open || error.is_some() {
            true => Some(form(reader, view, city, token, typed, error)),
            false => None,
        },
        own: token.map(|token| {
            let path = address(reader, poll.id, "", &[("voter", token)]);
            format!("{public_url}{path}")
        }),
        l,
    })
}

/// Who meets whom.
pub(super) fn line(reader: &Reader, view: &PollView) -> String {
    let args = [
        ("organization", view.poll.organization.as_str()),
        ("host", view.host.name.as_str()),
    ];
    reader.l.args("series-line", &args)
}

fn form(
    reader: &Reader,
    view: &PollView,
    city: CityId,
    voter: Option<&str>,
    typed: &Typed,
    error: Option<String>,
) -> VoteForm {
    let l = &reader.l;
    let own = view.own.as_ref();
    let email = Field {
        label: l.text("poll-email"),
        ..Field::new(l, "email", Control::Input("email"))
            .optional()
            .hint(l.text("poll-email-hint"))
            .autocomplete("email")
            .at_most(EMAIL_MAX as u32)
            .value(
                own.and_then(|vote| vote.email.as_deref())
                    .unwrap_or_default(),
            )
    };
    let name = Field::new(l, "name", Control::Input("text"))
        .autocomplete("name")
        .at_most(LINE_MAX as u32)
        .value(own.map(|vote| vote.name.as_str()).unwrap_or_default());
    let row = |(number, time): (usize, &TimeView)| {
        let sent = typed.some(&format!("answer-{number}"));
        let before = own.and_then(|vote| vote.answers.get(number));
        let given = sent.or_else(|| before.map(ToString::to_string));
        let told = |local: &crate::app::local_time::LocalTime| {
            let args = [
                ("city", reader.city_name(&local.city)),
                (
                    "time",
                    display::weekday_date_time(reader.locale(), local.start),
                ),
            ];
            format!("{}: {}", args[0].1, args[1].1)
        };
        let (here, there): (Vec<_>, Vec<_>) =
            time.local.iter().partition(|local| local.city.id == city);
        VoteRow {
            number,
            when: here.first().map(|local| told(local)).unwrap_or_default(),
            elsewhere: there.into_iter().map(told).collect::<Vec<_>>().join(" · "),
            answers: Answer::ALL
                .iter()
                .map(|answer| {
                    let word = answer.to_string();
                    let chosen = given.as_deref() == Some(word.as_str());
                    (word, name_of(l, "poll-answer", answer.as_str()), chosen)
                })
                .collect(),
        }
    };
    let more: Vec<(&str, &str)> = match reader.param("voter").and(voter) {
        Some(token) => vec![("voter", token)],
        None => Vec::new(),
    };
    let answers = typed.said_of(l, "answers");
    VoteForm {
        action: address(reader, view.poll.id, "/vote", &more),
        idempotency_key: reader.state.app.secret(),
        error: error.or_else(|| answers.map(|_| l.text("poll-fault-answers"))),
        fields: [name, email]
            .into_iter()
            .map(|field| typed.field(l, field))
            .collect(),
        rows: view.times.iter().enumerate().map(row).collect(),
        known: own.is_some(),
    }
}

/// The times as they stand, told first in the clock of `first`, else of the host's city.
pub(super) fn tally(reader: &Reader, view: &PollView, first: Option<CityId>) -> Tally {
    let (l, now, poll) = (&reader.l, reader.state.app.now(), &view.poll);
    let open = view.is_open(now);
    let minutes = u32::try_from(view.offer.duration_minutes).unwrap_or_default();
    let time = |(number, time): (usize, &TimeView)| {
        let first = first.and_then(|id| time.local.iter().position(|local| local.city.id == id));
        let first = first.unwrap_or_default();
        let days = time.local.get(first).map_or(0, |local| local.day_offset);
        let mut order: Vec<usize> = (0..time.local.len()).collect();
        order.sort_by_key(|index| *index != first);
        let side = |index: usize| {
            let (local, counts) = (time.local.get(index)?, time.tally.cities.get(index)?);
            let burden = time.burdens.get(index).copied().unwrap_or_default();
            let mut side = show::side(reader, local);
            side.day_offset -= days;
            Some(PollSide {
                side,
                bears: bears(l, burden, minutes),
                burden: burden.to_string(),
                counts: counts_words(l, *counts),
                bar: bar(*counts),
            })
        };
        let past = time.starts_at <= now;
        let chosen = poll.chosen == Some(number);
        let best = open && !past && time.rank == 1 && poll.voters > 0 && !time.tally.is_blocked();
        let cannot = view.cities.iter().zip(&time.tally.cities);
        let cannot = cannot.filter(|(_, counts)| counts.blocks());
        let cannot = show::city_list(reader, cannot.map(|(city, _)| city));
        PollTime {
            number,
            date: (time.local.get(first))
                .map(|local| display::long_date(reader.locale(), local.start))
                .unwrap_or_default(),
            sides: order.into_iter().filter_map(side).collect(),
            flag: match (chosen, best, past) {
                (true, ..) => l.text("poll-chosen"),
                (_, true, _) => l.text("poll-best"),
                (_, _, true) => l.text("poll-past"),
                _ => String::new(),
            },
            best: best || chosen,
            blocked: match cannot.is_empty() {
                true => String::new(),
                false => l.with("poll-blocked", "cities", &cannot),
            },
            open: open && !past,
        }
    };
    Tally {
        answers: l.count("poll-answers", poll.voters.into()),
        times: view.times.iter().enumerate().map(time).collect(),
    }
}

fn counts_words(l: &Localizer, counts: Counts) -> String {
    if counts.heads() == 0 {
        return l.text("poll-unheard");
    }
    let (yes, maybe, no) = (
        counts.yes.to_string(),
        counts.if_need_be.to_string(),
        counts.no.to_string(),
    );
    let args = [
        ("yes", yes.as_str()),
        ("maybe", maybe.as_str()),
        ("no", no.as_str()),
    ];
    l.args("poll-counts", &args)
}

/// How wide the parts of a city's bar are.
fn bar(counts: Counts) -> (String, String) {
    let heads = f64::from(counts.heads().max(1));
    let part = |heads_of: u32| format!("{:.1}%", f64::from(heads_of) / heads * 100.0);
    (part(counts.yes), part(counts.yes + counts.if_need_be))
}
