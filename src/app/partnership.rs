//! Partnerships: listing those that may be known of, entering them, agreeing to them. What becomes
//! of them is in [`edit`], how they are doing in [`life`], who is reminded of them in [`remind`].

pub mod edit;
pub mod life;
pub mod remind;

use std::collections::HashSet;

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use super::access::require;
use super::idempotency::{IdempotencyKey, once};
use super::letters::{self, Told};
use super::{App, Conflict, Error};
use crate::domain::city::City;
use crate::domain::event::{EventKind, NewEvent, Topic, partnership_data};
use crate::domain::id::{CityId, PartnershipId};
use crate::domain::input::Checker;
use crate::domain::letter::{LetterKind, Subscription};
use crate::domain::partnership::stages::{Change, ChangeKind, PilotOutcome};
use crate::domain::partnership::{
    CITIES_MAX, CITIES_MIN, Partnership, PartnershipVisibility, Stage,
};
use crate::domain::person::{Actor, Role};
use crate::storage::unsubscribed::has_left;
use crate::storage::{self, Tx, View};

/// A partnership as somebody enters it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PartnershipInput {
    /// Slugs of its cities, in the order they are named.
    pub cities: Vec<String>,
    /// A [`Stage`]'s word.
    pub stage: String,
    /// A [`PartnershipVisibility`]'s word.
    pub visibility: String,
    /// The year it was signed.
    pub since: Option<i32>,
}

/// The partnerships that `actor` may know of.
///
/// # Errors
/// Where the database cannot be used.
pub async fn list(app: &App, actor: &Actor) -> Result<Vec<Partnership>, Error> {
    let actor = actor.clone();
    app.db
        .read(move |view| {
            let mut all = storage::partnership::all(view)?;
            all.retain(|partnership| actor.may_see(partnership));
            Ok(all)
        })
        .await
}

/// The partnership of this id.
///
/// # Errors
/// Where there is none that `actor` may know of.
pub async fn get(app: &App, actor: &Actor, id: PartnershipId) -> Result<Partnership, Error> {
    let actor = actor.clone();
    app.db
        .read(move |view| visible(view, &actor, id)?.ok_or(Error::NotFound("partnership")))
        .await
}

/// The partnership of this id, where `actor` may know of it.
pub(super) fn visible(
    view: &mut View<'_>,
    actor: &Actor,
    id: PartnershipId,
) -> Result<Option<Partnership>, Error> {
    let found = storage::partnership::by_id(view, id)?;
    Ok(found.filter(|partnership| actor.may_see(partnership)))
}

/// Enters a partnership; a coordinator of one of its cities or an admin does. It is a proposal,
/// known to its cities alone, until the coordinators of the others [`agree`] to it.
///
/// # Errors
/// Where `actor` may not, or a field is wrong.
pub async fn create(
    app: &App,
    actor: &Actor,
    input: PartnershipInput,
    key: Option<IdempotencyKey>,
) -> Result<Partnership, Error> {
    require(
        actor,
        *actor != Actor::Guest,
        "only coordinators enter partnerships",
    )?;
    let (app, actor) = (app.clone(), actor.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        once(&app, tx, key.as_ref(), |tx| {
            let mut new = check(&app, |slug| Ok(storage::city::by_slug(tx, slug)?), &input)?;
            let allowed = new.cities.iter().any(|city| actor.coordinates(city.id));
            require(
                &actor,
                allowed,
                "only a coordinator of one of the cities may do this",
            )?;
            let others = new.cities.iter().map(|city| city.id);
            new.awaiting = others.filter(|city| !actor.coordinates(*city)).collect();
            enter(&app, tx, &actor, &new)?;
            propose(&app, tx, &actor, &new)?;
            Ok(new)
        })
    })
    .await
}

/// Agrees to a proposed partnership for all of its cities that `actor` coordinates. Agreeing
/// again changes nothing.
///
/// # Errors
/// Where there is none that `actor` may know of, or they coordinate none of its cities.
pub async fn agree(app: &App, actor: &Actor, id: PartnershipId) -> Result<Partnership, Error> {
    let (app, actor) = (app.clone(), actor.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        let proposal = kept_by(tx, &actor, id)?;
        for city in &proposal.awaiting {
            if actor.coordinates(*city) && storage::partnership::agree(tx, id, *city, app.now())? {
                let line = Line {
                    city: Some(*city),
                    ..Line::of(ChangeKind::Agreed)
                };
                note(&app, tx, &actor, &proposal, &line)?;
            }
        }
        let now = visible(tx, &actor, id)?.ok_or(Error::NotFound("partnership"))?;
        if now.is_agreed() && !proposal.is_agreed() {
            agreed(&app, tx, &actor, &now)?;
        }
        Ok(now)
    })
    .await
}

/// Takes back a proposed partnership, or turns it down: a coordinator of any of its cities does.
///
/// # Errors
/// Where there is none that `actor` may know of, they coordinate none of its cities, or all of
/// them have agreed to it: then it is ended, not taken back.
pub async fn withdraw(app: &App, actor: &Actor, id: PartnershipId) -> Result<(), Error> {
    let actor = actor.clone();
    app.db
        .write(move |tx| {
            kept_by(tx, &actor, id)?;
            match storage::partnership::withdraw(tx, id)? {
                true => Ok(()),
                false => Err(Conflict::PartnershipAgreed.into()),
            }
        })
        .await
}

/// The partnership of this id, where `actor` coordinates one of its cities.
fn kept_by(view: &mut View<'_>, actor: &Actor, id: PartnershipId) -> Result<Partnership, Error> {
    let found = visible(view, actor, id)?.ok_or(Error::NotFound("partnership"))?;
    let keeps = found.cities.iter().any(|city| actor.coordinates(city.id));
    require(
        actor,
        keeps,
        "only a coordinator of one of the cities may do this",
    )?;
    Ok(found)
}

/// Adds a partnership with the first line of its history.
pub(super) fn enter(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: &Partnership,
) -> Result<(), Error> {
    storage::partnership::insert(tx, new)?;
    note(app, tx, actor, new, &Line::of(ChangeKind::Proposed))
}

/// Makes a partnership what a file of the installation's says it is, whatever stage it comes from.
pub(super) fn replace(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    edited: &Partnership,
) -> Result<(), Error> {
    let before = storage::partnership::by_id(tx, edited.id)?;
    let before = before.ok_or(Error::NotFound("partnership"))?;
    let pilot = edited.stage == Stage::Pilot;
    let after = Partnership {
        pilot_ends: edited.pilot_ends.filter(|_| pilot),
        ..edited.clone()
    };
    if !storage::partnership::update(tx, &after)? {
        return Err(Error::VersionMismatch);
    }
    let kind = match before.stage == after.stage {
        true => ChangeKind::Facts,
        false => ChangeKind::Stage,
    };
    note(app, tx, actor, &after, &Line::of(kind))?;
    publish(app, tx, actor, &after);
    Ok(())
}

/// A line of a partnership's history, beside its stage and who writes it.
struct Line {
    kind: ChangeKind,
    outcome: Option<PilotOutcome>,
    city: Option<CityId>,
    why: String,
}

impl Line {
    fn of(kind: ChangeKind) -> Self {
        Self {
            kind,
            outcome: None,
            city: None,
            why: String::new(),
        }
    }
}

/// Adds a line to the history of a partnership that stands as said.
fn note(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    now: &Partnership,
    line: &Line,
) -> Result<(), Error> {
    let change = Change {
        number: 0,
        kind: line.kind,
        stage: now.stage,
        outcome: line.outcome,
        pilot_ends: now.pilot_ends,
        city: line.city,
        actor: actor.label(),
        why: line.why.clone(),
        at: app.now(),
    };
    Ok(storage::partnership_life::note(tx, now.id, &change)?)
}

/// Asks the coordinators of the cities that have yet to agree.
fn propose(app: &App, tx: &mut Tx<'_>, actor: &Actor, new: &Partnership) -> Result<(), Error> {
    let letter = Told {
        proposer: actor.person().map(|person| person.name.clone()),
        ..Told::of(LetterKind::PartnershipProposed)
    };
    tell(app, tx, new, &new.awaiting, &letter)?;
    Ok(())
}

/// Tells who proposed it that all cities have agreed, unless they did so themselves.
fn agreed(app: &App, tx: &mut Tx<'_>, actor: &Actor, now: &Partnership) -> Result<(), Error> {
    publish(app, tx, actor, now);
    let history = storage::partnership_life::history(tx, now.id)?;
    let Some(proposer) = history
        .first()
        .and_then(|line| life::person_of(&line.actor))
    else {
        return Ok(());
    };
    if actor.person().is_some_and(|person| person.id == proposer) {
        return Ok(());
    }
    let Some(person) = storage::person::by_id(tx, proposer)? else {
        return Ok(());
    };
    let roles = storage::person::roles(tx, proposer)?;
    let theirs = |city: &City| roles.contains(&Role::Coordinator(city.id));
    let home = now.cities.iter().find(|city| theirs(city));
    let kind = LetterKind::PartnershipAgreed;
    letters::write_partnership(app, tx, &person, now, home.map(|c| c.id), &Told::of(kind))
}

/// Writes the coordinators of some of a partnership's cities a letter, nobody twice.
fn tell(
    app: &App,
    tx: &mut Tx<'_>,
    about: &Partnership,
    cities: &[CityId],
    letter: &Told,
) -> Result<usize, Error> {
    let mut told = HashSet::new();
    for city in cities {
        for person in storage::person::coordinators(tx, *city)? {
            let unwanted = letter.kind == LetterKind::PartnershipQuiet
                && has_left(tx, &Subscription::quiet(about.id), &person.email)?;
            if !unwanted && told.insert(person.id) {
                letters::write_partnership(app, tx, &person, about, Some(*city), letter)?;
            }
        }
    }
    Ok(told.len())
}

/// Publishes that a partnership has changed.
pub(super) fn publish(app: &App, tx: &mut Tx<'_>, actor: &Actor, now: &Partnership) {
    tx.publish(NewEvent {
        kind: EventKind::PartnershipChanged,
        topics: vec![Topic::Partnership(now.id)],
        data: partnership_data(now),
        at: app.now(),
        actor: actor.label(),
    });
}

/// The partnership that an input means, as a new one; `find` finds cities by their slugs.
pub(super) fn check(
    app: &App,
    mut find: impl FnMut(&str) -> Result<Option<City>, Error>,
    input: &PartnershipInput,
) -> Result<Partnership, Error> {
    let mut check = Checker::default();
    let stage = check.parse("stage", "unknown_stage", &input.stage);
    let visibility = check.parse("visibility", "unknown_visibility", &input.visibility);
    if let Some(year) = input.since {
        check.number("since", year, 1800, app.now().year());
    }
    if !(CITIES_MIN..=CITIES_MAX).contains(&input.cities.len()) {
        let detail = format!("Name {CITIES_MIN} to {CITIES_MAX} cities.");
        check.wrong("cities", "out_of_range", detail);
    }
    let mut cities = Vec::new();
    for (index, slug) in input.cities.iter().take(CITIES_MAX).enumerate() {
        let field = format!("cities[{index}]");
        match find(slug)? {
            None => check.wrong(&field, "unknown_city", "Name a city by its slug."),
            Some(city) if cities.contains(&city) => {
                check.wrong(&field, "duplicate_city", "Name each city once.");
            }
            Some(city) => cities.push(city),
        }
    }
    check.finish(())?;
    Ok(Partnership {
        id: app.id(),
        stage: stage.unwrap_or(Stage::Prospective),
        visibility: visibility.unwrap_or(PartnershipVisibility::Private),
        since: input.since,
        cities,
        awaiting: Vec::new(),
        version: 1,
        created_at: app.now(),
        pilot_ends: None,
    })
}
