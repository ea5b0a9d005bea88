//! A poll as each of its readers sees it: who may look, which times suit whom, and what they cost.

use chrono::{DateTime, Duration, Utc};

use super::{keeps, partnership_of, stored};
use crate::app::access::Subject;
use crate::app::links::LinkKey;
use crate::app::local_time::{LocalTime, local_times};
use crate::app::slot::host_first;
use crate::app::workdays::city_time;
use crate::app::{App, Error};
use crate::domain::booking::Booking;
use crate::domain::burden::{Burden, CityTime, Weights};
use crate::domain::city::City;
use crate::domain::event::{Head, Topic};
use crate::domain::host::Host;
use crate::domain::id::{CityId, PollId};
use crate::domain::offer::Offer;
use crate::domain::partnership::Partnership;
use crate::domain::poll::tally::{Ballot, TimeTally, rank, tally};
use crate::domain::poll::{Poll, PollState, Vote};
use crate::storage::{self, View, event_log};

/// As what somebody looks at a poll.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// They keep one of its cities: they see who answered what, and close it.
    Coordinator,
    /// They came by the link of this city.
    Citizen(CityId),
}

/// A time of a poll, as everybody sees it.
#[derive(Debug, Clone)]
pub struct TimeView {
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// In each city's clock, the host's first.
    pub local: Vec<LocalTime>,
    /// What each city bears.
    pub burdens: Vec<Burden>,
    /// What each city says.
    pub tally: TimeTally,
    /// Its place, from 1.
    pub rank: usize,
}

/// A poll with all that its readers are told of it.
#[derive(Debug, Clone)]
pub struct PollView {
    /// The poll.
    pub poll: Poll,
    /// What is to be visited.
    pub offer: Offer,
    /// Who receives the visit.
    pub host: Host,
    /// The cities that are asked, the host's first.
    pub cities: Vec<City>,
    /// Its times, by start.
    pub times: Vec<TimeView>,
    /// Who answered what; for coordinators alone.
    pub votes: Vec<Vote>,
    /// How many have answered for each city.
    pub voters: Vec<usize>,
    /// What whoever looks has answered.
    pub own: Option<Vote>,
    /// As what they look.
    pub standing: Standing,
    /// The visit that was booked; for coordinators alone.
    pub booking: Option<Booking>,
    /// Where the poll's log stands.
    pub head: Head,
}

impl PollView {
    /// The city that whoever looks speaks for.
    pub fn city(&self) -> Option<&City> {
        match self.standing {
            Standing::Citizen(id) => self.cities.iter().find(|city| city.id == id),
            Standing::Coordinator => None,
        }
    }

    /// Whether it takes answers at `now`; the job that ends it may come a little later.
    pub fn is_open(&self, now: DateTime<Utc>) -> bool {
        self.poll.state == PollState::Open && now < self.poll.deadline
    }
}

/// The poll of this id, for who keeps one of its cities and for the bearer of a city's link;
/// `voter` is the token of their answer, where they have one.
///
/// # Errors
/// Where there is none that `subject` may see.
pub async fn get(
    app: &App,
    subject: &Subject,
    id: PollId,
    voter: Option<&str>,
) -> Result<PollView, Error> {
    let (app, subject) = (app.clone(), subject.clone());
    let voter = voter.map(str::to_owned);
    let db = app.db.clone();
    db.read(move |view| load(&app, view, &subject, id, voter.as_deref()))
        .await
}

/// Whether `subject` may follow what happens to a poll.
pub(in crate::app) fn may_look(
    view: &mut View<'_>,
    key: &LinkKey,
    subject: &Subject,
    id: PollId,
) -> Result<bool, Error> {
    let Some(poll) = storage::poll::by_id(view, id)? else {
        return Ok(false);
    };
    let partnership = partnership_of(view, &poll)?;
    Ok(standing(key, subject, &poll, &partnership).is_some())
}

/// As what `subject` looks at a poll. A city's link counts first: who keeps a city and follows its
/// link wants to answer.
pub(super) fn standing(
    key: &LinkKey,
    subject: &Subject,
    poll: &Poll,
    partnership: &Partnership,
) -> Option<Standing> {
    let given = subject.manage_key.as_deref();
    let city = given.and_then(|given| {
        let mut cities = partnership.cities.iter();
        cities.find(|city| key.may_vote(poll.id, city.id, given))
    });
    let keeps = keeps(&subject.actor, partnership).then_some(Standing::Coordinator);
    city.map(|city| Standing::Citizen(city.id)).or(keeps)
}

pub(super) fn load(
    app: &App,
    view: &mut View<'_>,
    subject: &Subject,
    id: PollId,
    voter: Option<&str>,
) -> Result<PollView, Error> {
    let poll = stored(view, id)?;
    let partnership = partnership_of(view, &poll)?;
    let standing = standing(&app.link_key, subject, &poll, &partnership);
    let standing = standing.ok_or(Error::NotFound("poll"))?;
    let found = storage::offer::by_id(view, poll.offer_id)?;
    let (offer, host) = found.ok_or(Error::NotFound("offer"))?;
    let cities = host_first(host.city_id, partnership.cities);
    let mut votes = storage::poll::votes(view, id)?;
    let own = voter.and_then(|token| app.link_key.voter(token));
    let own = own.and_then(|id| votes.iter().find(|vote| vote.id == id).cloned());
    let heads = |city: &City| votes.iter().filter(|vote| vote.city_id == city.id).count();
    let voters = cities.iter().map(heads).collect();
    let times = times(app, &poll, &offer, &cities, &votes)?;
    let mut booking = None;
    match standing {
        Standing::Citizen(_) => votes.clear(),
        Standing::Coordinator => {
            if let Some(id) = poll.booking_id {
                booking = storage::booking::by_id(view, id)?;
            }
        }
    }
    Ok(PollView {
        head: event_log::head(view, &Topic::Poll(id))?,
        poll,
        offer,
        host,
        cities,
        times,
        votes,
        voters,
        own,
        standing,
        booking,
    })
}

fn times(
    app: &App,
    poll: &Poll,
    offer: &Offer,
    cities: &[City],
    votes: &[Vote],
) -> Result<Vec<TimeView>, Error> {
    let ballot = |vote: &'_ Vote| {
        let city = cities.iter().position(|city| city.id == vote.city_id);
        (city.unwrap_or(usize::MAX), vote.answers.clone())
    };
    let answers: Vec<_> = votes.iter().map(ballot).collect();
    let ballots: Vec<_> = answers
        .iter()
        .map(|(city, answers)| Ballot {
            city: *city,
            answers,
        })
        .collect();
    let tallies = tally(cities.len(), poll.candidates.len(), &ballots);
    // A poll may ask about a night: what it costs is told, not hidden.
    let weights = Weights {
        night: true,
        ..Weights::default()
    };
    let clocks = cities.iter().map(|city| {
        let time = city_time(app, city)?;
        Ok(CityTime { weights, ..time })
    });
    let clocks = clocks.collect::<Result<Vec<_>, Error>>()?;
    let minutes = u32::try_from(offer.duration_minutes).unwrap_or_default();
    let bears = |at: &DateTime<Utc>| -> Vec<Burden> {
        let all = clocks.iter();
        all.map(|clock| clock.burden(*at, minutes).unwrap_or_default())
            .collect()
    };
    let burdens: Vec<Vec<Burden>> = poll.candidates.iter().map(bears).collect();
    let order = rank(&tallies, &burdens);
    let mut views = Vec::with_capacity(tallies.len());
    for (index, (tally, burdens)) in tallies.into_iter().zip(burdens).enumerate() {
        let starts_at = poll.candidates.get(index).copied();
        let starts_at = starts_at.ok_or(Error::NotFound("time"))?;
        let ends_at = starts_at + Duration::minutes(minutes.into());
        views.push(TimeView {
            starts_at,
            ends_at,
            local: local_times(app, cities, starts_at, ends_at)?,
            burdens,
            tally,
            rank: order
                .iter()
                .position(|time| *time == index)
                .unwrap_or(index)
                + 1,
        });
    }
    Ok(views)
}
