//! What a change of a booking tells: its event, and who is written what.

use super::approval::approvers;
use super::clocks;
use crate::app::letters::{self, News, VisitFacts};
use crate::app::{App, Error, availability, room};
use crate::domain::answer::Participation;
use crate::domain::booking::{Attendee, Booking, BookingAct, BookingStatus, Part};
use crate::domain::city::City;
use crate::domain::event::{EventKind, NewEvent, Topic, attendee_data, booking_data};
use crate::domain::host::Host;
use crate::domain::id::AttendeeId;
use crate::domain::letter::{LetterKind, VisitTime};
use crate::domain::offer::Offer;
use crate::domain::person::{Actor, Person};
use crate::domain::slot::Slot;
use crate::storage::{self, Tx};

/// Everything that letters about a booking tell of.
pub(in crate::app) struct Scene {
    pub(super) slot: Slot,
    offer: Offer,
    host: Host,
    pub(super) host_city: City,
    pub(super) guest_city: City,
    /// Where it takes place.
    meeting_url: Option<String>,
}

impl Scene {
    /// As it is told now; a visit that takes place gets a room where it has none.
    pub(in crate::app) fn of(app: &App, tx: &mut Tx<'_>, booking: &Booking) -> Result<Self, Error> {
        let (slot, offer, host) =
            storage::slot::by_id(tx, booking.slot_id)?.ok_or(Error::NotFound("slot"))?;
        let meeting_url = match booking.status {
            BookingStatus::Confirmed => room::ensure(app, tx, slot.id, &offer)?,
            _ => room::address(tx, slot.id, &offer)?,
        };
        let cities = storage::city::by_ids(tx, &[host.city_id, booking.city_id])?;
        let city = |id| {
            let found = cities.iter().find(|city| city.id == id);
            found.cloned().ok_or(Error::NotFound("city"))
        };
        Ok(Self {
            host_city: city(host.city_id)?,
            guest_city: city(booking.city_id)?,
            meeting_url,
            slot,
            offer,
            host,
        })
    }

    pub(in crate::app) fn facts<'a>(&'a self, booking: &'a Booking) -> VisitFacts<'a> {
        VisitFacts {
            slot: &self.slot,
            offer: &self.offer,
            host: &self.host.name,
            host_city: &self.host_city,
            guest_city: &self.guest_city,
            meeting_url: self.meeting_url.as_deref(),
            booking,
            moved_from: None,
        }
    }
}

/// Publishes the event of what has happened to a booking and writes its letters.
pub(super) fn changed(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    act: BookingAct,
    booking: &Booking,
) -> Result<(), Error> {
    publish(app, tx, actor, event_of(act), booking);
    if act == BookingAct::ApproveOneSide {
        return Ok(());
    }
    if act == BookingAct::Complete {
        return over(app, tx, booking);
    }
    let scene = Scene::of(app, tx, booking)?;
    let facts = scene.facts(booking);
    if act.takes_a_slot() {
        clocks::keep(app, tx, booking, &scene)?;
    }
    if !matches!(act, BookingAct::Book | BookingAct::Approve) {
        // What was to be confirmed again is another visit now, or none.
        let both = [scene.host_city.id, scene.guest_city.id];
        storage::confirm_again::forget(tx, booking.id, &both)?;
    }
    availability::tell_counted(app, tx, actor, &scene.offer, &scene.host_city)?;
    let everybody = storage::booking::attendees(tx, booking.id)?;
    letters::take_back(tx, booking.id)?;
    match act {
        BookingAct::Book | BookingAct::Approve => {
            letters::invite(app, tx, LetterKind::VisitConfirmed, &facts, &everybody)
        }
        BookingAct::Reschedule if booking.status == BookingStatus::Confirmed => {
            letters::invite(app, tx, LetterKind::VisitRescheduled, &facts, &everybody)
        }
        BookingAct::Request | BookingAct::RequestAgain | BookingAct::Reschedule => {
            request(app, tx, &facts, &everybody)?;
            ask(app, tx, &scene, booking)
        }
        BookingAct::Decline => {
            letters::withdraw(app, tx, LetterKind::VisitDeclined, &facts, &everybody, true)
        }
        BookingAct::Lapse => {
            letters::withdraw(app, tx, LetterKind::VisitLapsed, &facts, &everybody, true)
        }
        BookingAct::Cancel => {
            // Guests who call off what no letter has told of yet know of it anyway.
            let by_host = actor.manages(&scene.host);
            let kind = LetterKind::VisitCancelled;
            letters::withdraw(app, tx, kind, &facts, &everybody, by_host)
        }
        BookingAct::ChangeAttendees | BookingAct::ApproveOneSide | BookingAct::Complete => Ok(()),
    }
}

/// Has those who had to do with a visit asked what came of it: its contact and its hosts.
fn over(app: &App, tx: &mut Tx<'_>, booking: &Booking) -> Result<(), Error> {
    let scene = Scene::of(app, tx, booking)?;
    let facts = scene.facts(booking);
    for person in storage::booking::attendees(tx, booking.id)? {
        if person.part != Part::Guest {
            letters::write_follow_up(app, tx, &facts, &person)?;
        }
    }
    Ok(())
}

/// Tells the contact that a request was received; whoever has an invite from before is told that it
/// has moved.
pub(super) fn request(
    app: &App,
    tx: &mut Tx<'_>,
    facts: &VisitFacts<'_>,
    everybody: &[Attendee],
) -> Result<(), Error> {
    for person in everybody {
        let one = std::slice::from_ref(person);
        if letters::is_invited(tx, facts.booking.id, &person.email)? {
            letters::invite(app, tx, LetterKind::VisitRescheduled, facts, one)?;
        } else if person.part == Part::Contact {
            letters::write(app, tx, LetterKind::VisitRequested, facts, person)?;
        }
    }
    Ok(())
}

/// Somebody who is no attendee, as the reader of a letter about a visit.
pub(super) fn reader(app: &App, person: Person) -> Attendee {
    Attendee {
        id: app.id(),
        part: Part::Host,
        name: person.name,
        email: person.email,
        locale: person.locale,
        zone: person.zone,
    }
}

/// Asks those who approve.
pub(super) fn ask(
    app: &App,
    tx: &mut Tx<'_>,
    scene: &Scene,
    booking: &Booking,
) -> Result<(), Error> {
    let facts = scene.facts(booking);
    for person in approvers(tx, &scene.offer, &scene.host, booking.city_id)? {
        let reader = reader(app, person);
        letters::write(app, tx, LetterKind::VisitToApprove, &facts, &reader)?;
    }
    Ok(())
}

/// Publishes that attendees have changed: invites those who are new to a visit that is confirmed,
/// and tells those who were removed, them alone.
pub(super) fn attendees_changed(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    booking: &Booking,
    added: &[Attendee],
    removed: &[Attendee],
) -> Result<(), Error> {
    publish(app, tx, actor, EventKind::BookingAttendees, booking);
    let scene = Scene::of(app, tx, booking)?;
    let facts = scene.facts(booking);
    for person in removed {
        letters::take_back_from(tx, booking.id, &person.email)?;
        if letters::is_invited(tx, booking.id, &person.email)? {
            letters::write(app, tx, LetterKind::VisitLeft, &facts, person)?;
        }
    }
    if booking.status == BookingStatus::Confirmed {
        letters::invite(app, tx, LetterKind::VisitConfirmed, &facts, added)?;
    }
    Ok(())
}

/// Tells that an attendee has answered: whoever looks at the booking at once, the host by a letter.
pub(super) fn answered(
    app: &App,
    tx: &mut Tx<'_>,
    booking: &Booking,
    who: &Attendee,
    answer: Participation,
) -> Result<(), Error> {
    about(
        app,
        tx,
        EventKind::BookingAnswered,
        booking,
        (who.id, answer),
    );
    let scene = Scene::of(app, tx, booking)?;
    letters::tell_hosts(app, tx, &scene.facts(booking), who.id, &News::Answer)
}

/// Tells the host of another time that an attendee proposes, where it could be read.
pub(super) fn proposed(
    app: &App,
    tx: &mut Tx<'_>,
    booking: &Booking,
    who: AttendeeId,
    time: Option<VisitTime>,
    note: &str,
) -> Result<(), Error> {
    let scene = Scene::of(app, tx, booking)?;
    let news = News::Proposal(time, note.to_owned());
    letters::tell_hosts(app, tx, &scene.facts(booking), who, &news)
}

/// Tells that letters to an address come back, where it is an attendee's.
pub(super) fn undelivered(
    app: &App,
    tx: &mut Tx<'_>,
    booking: &Booking,
    email: &str,
    status: &str,
) -> Result<(), Error> {
    let people = storage::booking::attendees(tx, booking.id)?;
    let key = email.to_lowercase();
    let Some(who) = people.iter().find(|p| p.email.to_lowercase() == key) else {
        return Ok(());
    };
    let answer = storage::answer::of_attendee(tx, who.id)?.participation;
    let kind = EventKind::BookingUndelivered;
    about(app, tx, kind, booking, (who.id, answer));
    let scene = Scene::of(app, tx, booking)?;
    let news = News::Failing(status.to_owned());
    letters::tell_hosts(app, tx, &scene.facts(booking), who.id, &news)
}

/// Publishes what has come of one attendee.
fn about(
    app: &App,
    tx: &mut Tx<'_>,
    kind: EventKind,
    booking: &Booking,
    (who, answer): (AttendeeId, Participation),
) {
    tx.publish(NewEvent {
        kind,
        topics: vec![Topic::Booking(booking.id)],
        data: attendee_data(booking, who, answer),
        at: app.now(),
        actor: Actor::Guest.label(),
    });
}

/// Tells those who come to a confirmed visit that it takes place elsewhere. An invite that waits for
/// its day, as those of a series do, goes on waiting with the new address in it.
pub(super) fn meeting_changed(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    booking: &Booking,
) -> Result<(), Error> {
    publish(app, tx, actor, EventKind::BookingMeeting, booking);
    let scene = Scene::of(app, tx, booking)?;
    let facts = scene.facts(booking);
    let waits_until = letters::waiting_until(tx, booking.id)?;
    let everybody = storage::booking::attendees(tx, booking.id)?;
    letters::take_back(tx, booking.id)?;
    letters::invite(app, tx, LetterKind::VisitMeeting, &facts, &everybody)?;
    match waits_until.filter(|until| *until > app.now()) {
        Some(until) => letters::put_off(tx, booking.id, until),
        None => Ok(()),
    }
}

fn event_of(act: BookingAct) -> EventKind {
    match act {
        BookingAct::Book | BookingAct::Approve => EventKind::BookingConfirmed,
        BookingAct::Request => EventKind::BookingRequested,
        BookingAct::ApproveOneSide => EventKind::BookingApproved,
        BookingAct::Decline => EventKind::BookingDeclined,
        BookingAct::Lapse => EventKind::BookingLapsed,
        BookingAct::Cancel => EventKind::BookingCancelled,
        BookingAct::Reschedule | BookingAct::RequestAgain => EventKind::BookingRescheduled,
        BookingAct::ChangeAttendees => EventKind::BookingAttendees,
        BookingAct::Complete => EventKind::BookingCompleted,
    }
}

pub(super) fn publish(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    kind: EventKind,
    booking: &Booking,
) {
    tx.publish(NewEvent {
        kind,
        topics: vec![Topic::Booking(booking.id)],
        data: booking_data(booking),
        at: app.now(),
        actor: actor.label(),
    });
}
