//! Choosing one of a poll's times: the poll ends and the visit is booked, or neither.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use super::vote::refusal;
use super::{PollView, keepers, load, publish, stored};
use crate::app::access::Subject;
use crate::app::booking::{self, Guests};
use crate::app::local_time::zone_of;
use crate::app::slot::{opened, publish as publish_slot, reload};
use crate::app::{App, Conflict, Error, availability};
use crate::domain::booking::{ATTENDEES_MAX, AttendeeInput, Booking, BookingInput};
use crate::domain::city::City;
use crate::domain::event::EventKind;
use crate::domain::host::Host;
use crate::domain::id::PollId;
use crate::domain::input::Invalid;
use crate::domain::offer::Offer;
use crate::domain::person::Actor;
use crate::domain::policy::{Approval, Wishes};
use crate::domain::poll::{Answer, Poll, PollState, Vote};
use crate::domain::slot::{Refusal, Slot, SlotState};
use crate::domain::zone::{Resolution, Resolved};
use crate::storage::{self, Tx};

/// Which time was chosen, and who is invited.
#[derive(Debug, Clone, Default)]
pub struct CloseInput {
    /// The time, counted from 0.
    pub candidate: i64,
    /// Who manages the booking; absent means whoever closes.
    pub contact: Option<AttendeeInput>,
    /// Who else is invited; absent means those who can come and left an address: who said yes
    /// first, then who answered first, as many as a booking names.
    pub attendees: Option<Vec<AttendeeInput>>,
}

/// Chooses a time: books the visit and ends the poll. Who keeps one of its cities does. Choosing
/// the same again changes nothing.
///
/// Where whoever closes does not manage the host, the booking is a request that the host answers.
///
/// # Errors
/// Where there is none that `subject` may see, they may not, a field is wrong, the poll has ended
/// otherwise, the time has passed or the host has something else then: the poll stays open then.
pub async fn close(
    app: &App,
    subject: &Subject,
    id: PollId,
    input: CloseInput,
) -> Result<PollView, Error> {
    let (app, subject) = (app.clone(), subject.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        let (_, partnership) = keepers(&app, tx, &subject, id)?;
        let ended = !storage::poll::end(tx, id, PollState::Closed)?;
        // Under the poll's lock.
        let poll = stored(tx, id)?;
        let chosen = usize::try_from(input.candidate).ok();
        if ended && poll.state == PollState::Closed && poll.chosen == chosen {
            return load(&app, tx, &subject.actor.clone().into(), id, None);
        }
        if ended || poll.deadline <= app.now() {
            let open = Poll {
                state: if ended { poll.state } else { PollState::Open },
                ..poll
            };
            return Err(refusal(&app, &open));
        }
        if !partnership.takes_bookings() {
            return Err(Error::Forbidden("the partnership is at rest or has ended"));
        }
        let starts_at = chosen.and_then(|chosen| poll.candidates.get(chosen));
        let (Some(chosen), Some(starts_at)) = (chosen, starts_at) else {
            let detail = "The poll has no such time.";
            return Err(Invalid::one("candidate", "unknown_candidate", detail).into());
        };
        let booking = book(&app, tx, &subject.actor, &poll, *starts_at, &input)?;
        storage::poll::choose(tx, id, chosen, booking.id)?;
        let poll = stored(tx, id)?;
        publish(&app, tx, &subject.actor, EventKind::PollClosed, &poll);
        load(&app, tx, &subject.actor.clone().into(), id, None)
    })
    .await
}

fn book(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    poll: &Poll,
    starts_at: DateTime<Utc>,
    input: &CloseInput,
) -> Result<Booking, Error> {
    let found = storage::offer::by_id(tx, poll.offer_id)?;
    let (offer, host) = found.ok_or(Error::NotFound("offer"))?;
    let cities = storage::city::by_ids(tx, &[host.city_id, poll.city_id])?;
    let of = |id| {
        let found = cities.iter().find(|city| city.id == id);
        found.ok_or(Error::NotFound("city"))
    };
    let (host_city, guest_city) = (of(host.city_id)?, of(poll.city_id)?);
    let guests = guests(app, tx, actor, (poll, &host), guest_city, starts_at, input)?;
    let (slot, made) = slot(app, tx, actor, (&offer, &host, host_city), starts_at, poll)?;
    let host_agrees = match offer.policy.approval {
        Approval::Instant | Approval::Host => actor.manages(&host),
        Approval::Both => actor.coordinates(host.city_id),
    };
    // The cities have been asked: that is the guests' word.
    let approvals = (host_agrees, true);
    let what = (&slot, &offer, &host);
    let booking = booking::create_decided(app, tx, actor, what, &guests, approvals)?;
    let (open, closed) = ([SlotState::Open], SlotState::Closed);
    if made && !host_agrees && storage::seats::set_state(tx, slot.id, &open, closed)? {
        // A time that the host has not offered is not for others, whatever it answers.
        let slot = reload(tx, slot.id)?;
        publish_slot(
            app,
            tx,
            actor,
            EventKind::SlotClosed,
            &slot,
            &offer,
            host_city,
        )?;
    }
    Ok(booking)
}

/// A slot at the time that was chosen: the one that the offer has then, else one that is made; and
/// whether it was made.
fn slot(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    (offer, host, city): (&Offer, &Host, &City),
    starts_at: DateTime<Utc>,
    poll: &Poll,
) -> Result<(Slot, bool), Error> {
    if starts_at <= app.now() {
        return Err(Conflict::Slot(Refusal::Started).into());
    }
    storage::host::lock_slots(tx, host.id)?;
    if let Some(offered) = storage::slot::offered_at(tx, offer.id, starts_at)? {
        return Ok((offered, false));
    }
    let zone = zone_of(&app.zones, &city.zone)?;
    let start = zone.at(starts_at);
    let local_start = start.naive_local();
    let resolution = match zone.resolve(local_start) {
        Resolved::Fold { second, .. } if second == start => Resolution::FoldSecond,
        Resolved::Fold { .. } => Resolution::FoldFirst,
        _ => Resolution::Exact,
    };
    let capacity = offer.capacity.max(poll.seats);
    let slot = opened(
        app,
        offer,
        &zone,
        local_start,
        (start, resolution),
        capacity,
    );
    if !offer.overlap_allowed && availability::is_busy(tx, &slot)? {
        return Err(Conflict::SlotOverlaps.into());
    }
    storage::slot::insert(tx, &slot)?;
    publish_slot(app, tx, actor, EventKind::SlotCreated, &slot, offer, city)?;
    Ok((slot, true))
}

/// Who comes. What the offer asks of guests is not asked here: its host reads the poll's note.
fn guests(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    (poll, host): (&Poll, &Host),
    city: &City,
    starts_at: DateTime<Utc>,
    input: &CloseInput,
) -> Result<Guests, Error> {
    let contact = match (&input.contact, actor.person()) {
        (Some(contact), _) => contact.clone(),
        (None, Some(person)) => AttendeeInput {
            name: match person.name.trim() {
                "" => person.email.clone(),
                name => name.to_owned(),
            },
            email: person.email.clone(),
            locale: Some(person.locale.tag().to_owned()),
            zone: Some(person.zone.clone()),
        },
        (None, None) => {
            let detail = "Name who manages the booking.";
            return Err(Invalid::one("contact", "required", detail).into());
        }
    };
    let attendees = match &input.attendees {
        Some(named) => named.clone(),
        None => {
            let mut taken = HashSet::from([contact.email.to_lowercase()]);
            let receiving = storage::person::receiving(tx, host.id, host.city_id)?;
            taken.extend(receiving.iter().map(|person| person.email.to_lowercase()));
            let votes = storage::poll::votes(tx, poll.id)?;
            invited(poll, &votes, starts_at, taken)
        }
    };
    let booking = BookingInput {
        city: city.slug.clone(),
        organization: poll.organization.clone(),
        contact,
        attendees,
        seats: poll.seats,
        note: poll.note.clone(),
        ..BookingInput::default()
    };
    Ok(Guests {
        new: booking.check(&app.zones, &city.zone)?,
        city: city.clone(),
        group_size: poll.seats,
        wishes: Wishes::default(),
        partnership: Some(poll.partnership_id),
    })
}

/// Those who can come at a time and left an address, each once.
fn invited(
    poll: &Poll,
    votes: &[Vote],
    starts_at: DateTime<Utc>,
    mut taken: HashSet<String>,
) -> Vec<AttendeeInput> {
    let time = poll.candidates.iter().position(|at| *at == starts_at);
    let answer = |vote: &Vote| time.and_then(|time| vote.answers.get(time).copied());
    let of = |wanted: Answer| {
        votes
            .iter()
            .filter(move |vote| answer(vote) == Some(wanted))
    };
    let mut people = Vec::new();
    for vote in of(Answer::Yes).chain(of(Answer::IfNeedBe)) {
        let Some(email) = &vote.email else { continue };
        if people.len() < ATTENDEES_MAX && taken.insert(email.to_lowercase()) {
            people.push(AttendeeInput {
                name: vote.name.clone(),
                email: email.clone(),
                locale: Some(vote.locale.tag().to_owned()),
                zone: Some(vote.zone.clone()),
            });
        }
    }
    people
}
