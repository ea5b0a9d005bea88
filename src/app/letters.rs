//! Writes the letters of a change into its transaction: who is told what.

mod answers;

pub(super) use answers::{News, tell_hosts};

use chrono::{DateTime, Duration, Utc};

use super::{App, Error};
use crate::domain::answer::Participation;
use crate::domain::booking::{Attendee, Booking, Part};
use crate::domain::city::City;
use crate::domain::id::{BookingId, CityId, SignInLinkId};
use crate::domain::letter::{
    Content, Letter, LetterKind, PartnershipFrozen, Place, PollFacts, Recipient, SOON,
    SeriesFrozen, Visit, VisitTime, WaitingFacts,
};
use crate::domain::offer::Offer;
use crate::domain::partnership::Partnership;
use crate::domain::person::Person;
use crate::domain::series::Series;
use crate::domain::slot::Slot;
use crate::domain::waiting::Waiting;
use crate::storage::{self, Tx, View, outbox};

/// The things that the letters of one booking tell of.
pub(super) struct VisitFacts<'a> {
    pub slot: &'a Slot,
    pub offer: &'a Offer,
    pub host: &'a str,
    pub host_city: &'a City,
    pub guest_city: &'a City,
    pub booking: &'a Booking,
    /// Where the visit takes place.
    pub meeting_url: Option<&'a str>,
    /// When the visit was to begin, where that has changed.
    pub moved_from: Option<DateTime<Utc>>,
}

/// The letters that put a visit into a calendar.
pub(super) const INVITES: [LetterKind; 4] = [
    LetterKind::VisitConfirmed,
    LetterKind::VisitRescheduled,
    LetterKind::VisitMoved,
    LetterKind::VisitMeeting,
];

/// Whether somebody may have a visit in their calendar: sending them an invite was tried.
pub(super) fn is_invited(
    view: &mut View<'_>,
    booking: BookingId,
    email: &str,
) -> Result<bool, Error> {
    Ok(outbox::was_tried(view, booking, email, &INVITES)?)
}

/// Takes the letters about a booking out of the queue that nobody has been sent, because what is
/// written next says otherwise.
pub(super) fn take_back(tx: &mut Tx<'_>, booking: BookingId) -> Result<(), Error> {
    Ok(outbox::supersede_all(tx, booking, None)?)
}

/// Until when the letters about a booking wait that nobody has been sent, where there are any.
pub(super) fn waiting_until(
    view: &mut View<'_>,
    booking: BookingId,
) -> Result<Option<DateTime<Utc>>, Error> {
    Ok(outbox::queued_until(view, booking)?)
}

/// Has the letters about a booking that nobody has been sent wait until `until`.
pub(super) fn put_off(
    tx: &mut Tx<'_>,
    booking: BookingId,
    until: DateTime<Utc>,
) -> Result<(), Error> {
    Ok(outbox::postpone(tx, booking, until)?)
}

/// [`take_back`] for one reader's letters.
pub(super) fn take_back_from(
    tx: &mut Tx<'_>,
    booking: BookingId,
    email: &str,
) -> Result<(), Error> {
    Ok(outbox::supersede_all(tx, booking, Some(email))?)
}

/// Invites people to a visit, or tells those who are invited that it has changed.
pub(super) fn invite(
    app: &App,
    tx: &mut Tx<'_>,
    kind: LetterKind,
    facts: &VisitFacts<'_>,
    people: &[Attendee],
) -> Result<(), Error> {
    for person in people {
        let kind = match is_invited(tx, facts.booking.id, &person.email)? {
            true => kind,
            // They never heard of the time before.
            false => LetterKind::VisitConfirmed,
        };
        write(app, tx, kind, facts, person)?;
    }
    Ok(())
}

/// Tells those who were invited that a visit does not take place, and the contact too where
/// `contact_too`, who knows of it from the page. Nobody else has heard of it.
pub(super) fn withdraw(
    app: &App,
    tx: &mut Tx<'_>,
    kind: LetterKind,
    facts: &VisitFacts<'_>,
    people: &[Attendee],
    contact_too: bool,
) -> Result<(), Error> {
    for person in people {
        let asked = [LetterKind::VisitRequested];
        let invited = is_invited(tx, facts.booking.id, &person.email)?;
        let knows = person.part == Part::Contact
            && (contact_too || outbox::was_tried(tx, facts.booking.id, &person.email, &asked)?);
        if invited || knows {
            write(app, tx, kind, facts, person)?;
        }
    }
    Ok(())
}

/// Writes one attendee of a booking, or one who approves it, a letter.
pub(super) fn write(
    app: &App,
    tx: &mut Tx<'_>,
    kind: LetterKind,
    facts: &VisitFacts<'_>,
    reader: &Attendee,
) -> Result<(), Error> {
    let letter = visit_letter(app, tx, kind, facts, reader)?;
    Ok(outbox::insert(tx, &letter)?)
}

/// Reminds one attendee of a visit, so long before it.
pub(super) fn remind(
    app: &App,
    tx: &mut Tx<'_>,
    ahead: Duration,
    facts: &VisitFacts<'_>,
    reader: &Attendee,
) -> Result<(), Error> {
    let kind = match ahead < SOON {
        true => LetterKind::VisitSoon,
        false => LetterKind::VisitReminder,
    };
    let letter = visit_letter(app, tx, kind, facts, reader)?;
    let minutes = storage::reminder::minutes(ahead);
    Ok(outbox::insert_reminder(tx, &letter, minutes)?)
}

/// How long after a visit its follow-up letter is sent, and until when it is of use.
const FOLLOW_UP: (Duration, Duration) = (Duration::days(1), Duration::days(14));

/// Writes somebody who was at a visit a letter that is sent a day after it. One whose time has
/// passed is not written: the visit is noted as over too late.
pub(super) fn write_follow_up(
    app: &App,
    tx: &mut Tx<'_>,
    facts: &VisitFacts<'_>,
    reader: &Attendee,
) -> Result<(), Error> {
    let (after, until) = FOLLOW_UP;
    let letter = Letter {
        expires_at: facts.slot.ends_at + until,
        ..visit_letter(app, tx, LetterKind::VisitFollowUp, facts, reader)?
    };
    if letter.expires_at <= app.now() {
        return Ok(());
    }
    Ok(outbox::insert_due(tx, &letter, facts.slot.ends_at + after)?)
}

fn visit_letter(
    app: &App,
    tx: &mut Tx<'_>,
    kind: LetterKind,
    facts: &VisitFacts<'_>,
    reader: &Attendee,
) -> Result<Letter, Error> {
    let booking = facts.booking;
    let invite = LetterKind::VisitConfirmed;
    let uninvited = !is_invited(tx, booking.id, &reader.email)?;
    let first = outbox::first_of(tx, booking.id, &reader.email, invite)?;
    let in_reply_to = first.filter(|_| !uninvited);
    let visit = Visit {
        booking_id: booking.id,
        sequence: booking.sequence,
        part: reader.part,
        title: facts.offer.title.clone(),
        description: facts.offer.description.clone(),
        host: facts.host.to_owned(),
        host_city: place(facts.host_city),
        organization: booking.organization.clone(),
        guest_city: place(facts.guest_city),
        moved_from: facts.moved_from,
        starts_at: facts.slot.starts_at,
        ends_at: facts.slot.ends_at,
        seats: booking.seats,
        note: booking.note.clone(),
        meeting_url: facts.meeting_url.map(str::to_owned),
        reason: booking.cancel_reason.clone(),
        in_reply_to,
        respond_by: booking.respond_by,
        uninvited,
        attendee_id: kind_of_invite(kind).then_some(reader.id),
        answered: answered(tx, reader)?,
    };
    Ok(Letter {
        id: app.id(),
        kind,
        recipient: Recipient {
            name: reader.name.clone(),
            email: reader.email.clone(),
            locale: reader.locale,
            zone: reader.zone.clone(),
        },
        booking_id: Some(booking.id),
        revision: booking.sequence,
        content: Content::Visit(Box::new(visit)),
        created_at: app.now(),
        expires_at: of_use_until(facts.slot, app.now()),
    })
}

/// Nothing is told of what is past: until a visit begins. Where new rules of a clock have it begun
/// already, until it ends.
fn of_use_until(slot: &Slot, now: DateTime<Utc>) -> DateTime<Utc> {
    match slot.starts_at > now {
        true => slot.starts_at,
        false => slot.ends_at,
    }
}

/// Whether a letter of this kind changes what stands in its reader's calendar.
fn kind_of_invite(kind: LetterKind) -> bool {
    let takes_back = [
        LetterKind::VisitDeclined,
        LetterKind::VisitLapsed,
        LetterKind::VisitLeft,
        LetterKind::VisitCancelled,
    ];
    INVITES.contains(&kind) || takes_back.contains(&kind)
}

/// What somebody has answered, where they have.
fn answered(view: &mut View<'_>, person: &Attendee) -> Result<Option<Participation>, Error> {
    let answered = storage::answer::of_attendee(view, person.id)?.participation;
    Ok(Some(answered).filter(|answer| *answer != Participation::NeedsAction))
}

/// The things that the letters of a series tell of.
pub(super) struct SeriesFacts<'a> {
    pub series: &'a Series,
    pub offer: &'a Offer,
    pub host: &'a str,
    pub host_city: &'a City,
    pub guest_city: &'a City,
    /// Beginning and end of each visit that the letter is about.
    pub times: Vec<(DateTime<Utc>, DateTime<Utc>)>,
    /// Why they were called off, where somebody said so.
    pub reason: Option<&'a str>,
}

/// Writes everybody concerned one letter that lists visits of a series.
pub(super) fn write_series(
    app: &App,
    tx: &mut Tx<'_>,
    kind: LetterKind,
    facts: &SeriesFacts<'_>,
    readers: &[Attendee],
) -> Result<(), Error> {
    let Some(last) = facts.times.iter().map(|(_, end)| *end).max() else {
        return Ok(());
    };
    let time = |(starts_at, ends_at): &(DateTime<Utc>, DateTime<Utc>)| VisitTime {
        starts_at: *starts_at,
        ends_at: *ends_at,
    };
    for reader in readers {
        let frozen = SeriesFrozen {
            series_id: facts.series.id,
            part: reader.part,
            title: facts.offer.title.clone(),
            host: facts.host.to_owned(),
            host_city: place(facts.host_city),
            organization: facts.series.organization.clone(),
            guest_city: place(facts.guest_city),
            times: facts.times.iter().map(time).collect(),
            reason: facts.reason.map(str::to_owned),
        };
        let letter = Letter {
            id: app.id(),
            kind,
            recipient: Recipient {
                name: reader.name.clone(),
                email: reader.email.clone(),
                locale: reader.locale,
                zone: reader.zone.clone(),
            },
            booking_id: None,
            revision: 0,
            content: Content::Series(Box::new(frozen)),
            created_at: app.now(),
            expires_at: last,
        };
        outbox::insert(tx, &letter)?;
    }
    Ok(())
}

/// Writes a party that waits a letter.
pub(super) fn write_waiting(
    app: &App,
    tx: &mut Tx<'_>,
    kind: LetterKind,
    party: &Waiting,
) -> Result<(), Error> {
    let found = storage::slot::by_id(tx, party.slot_id)?;
    let (slot, offer, host) = found.ok_or(Error::NotFound("slot"))?;
    let cities = storage::city::by_ids(tx, &[host.city_id, party.city_id])?;
    let place_of = |id| {
        let found = cities.iter().find(|city| city.id == id);
        found.map(place).ok_or(Error::NotFound("city"))
    };
    let facts = WaitingFacts {
        waiting_id: party.id,
        title: offer.title,
        host: host.name,
        host_city: place_of(host.city_id)?,
        guest_city: place_of(party.city_id)?,
        starts_at: slot.starts_at,
        ends_at: slot.ends_at,
        seats: party.seats,
        offered_until: party.offered_until,
    };
    let letter = Letter {
        id: app.id(),
        kind,
        recipient: Recipient {
            name: party.name.clone(),
            email: party.email.clone(),
            locale: party.locale,
            zone: party.zone.clone(),
        },
        booking_id: None,
        revision: 0,
        content: Content::Waiting(Box::new(facts)),
        created_at: app.now(),
        expires_at: party.offered_until.unwrap_or(slot.starts_at),
    };
    Ok(outbox::insert(tx, &letter)?)
}

/// Asks a coordinator of a city, who passes on the link that the letter brings.
pub(super) fn write_poll(
    app: &App,
    tx: &mut Tx<'_>,
    person: &Person,
    facts: PollFacts,
) -> Result<(), Error> {
    let letter = Letter {
        id: app.id(),
        kind: LetterKind::PollOpened,
        recipient: Recipient {
            name: person.name.clone(),
            email: person.email.clone(),
            locale: person.locale,
            zone: person.zone.clone(),
        },
        booking_id: None,
        revision: 0,
        created_at: app.now(),
        expires_at: facts.deadline,
        content: Content::Poll(Box::new(facts)),
    };
    Ok(outbox::insert(tx, &letter)?)
}

/// What a letter about a partnership tells beside the partnership itself.
pub(super) struct Told {
    pub kind: LetterKind,
    pub proposer: Option<String>,
    pub last: Option<DateTime<Utc>>,
    pub times: Vec<VisitTime>,
}

impl Told {
    pub(super) fn of(kind: LetterKind) -> Self {
        Self {
            kind,
            proposer: None,
            last: None,
            times: Vec::new(),
        }
    }
}

/// How long a letter about a partnership is of use.
const PARTNERSHIP_LETTER: Duration = Duration::days(21);

/// Writes somebody a letter about a partnership; `home` is their own city.
pub(super) fn write_partnership(
    app: &App,
    tx: &mut Tx<'_>,
    person: &Person,
    about: &Partnership,
    home: Option<CityId>,
    told: &Told,
) -> Result<(), Error> {
    let mut cities: Vec<&City> = about.cities.iter().collect();
    cities.sort_by_key(|city| Some(city.id) != home);
    let frozen = PartnershipFrozen {
        partnership_id: about.id,
        cities: cities
            .into_iter()
            .map(|city| (city.slug.clone(), place(city)))
            .collect(),
        stage: about.stage,
        proposer: told.proposer.clone(),
        last: told.last,
        times: told.times.clone(),
    };
    let letter = Letter {
        id: app.id(),
        kind: told.kind,
        recipient: recipient(person),
        booking_id: None,
        revision: 0,
        content: Content::Partnership(Box::new(frozen)),
        created_at: app.now(),
        expires_at: app.now() + PARTNERSHIP_LETTER,
    };
    Ok(outbox::insert(tx, &letter)?)
}

fn recipient(person: &Person) -> Recipient {
    Recipient {
        name: person.name.clone(),
        email: person.email.clone(),
        locale: person.locale,
        zone: person.zone.clone(),
    }
}

pub(super) fn place(city: &City) -> Place {
    Place {
        name: city.name.clone(),
        native_name: city.native_name.clone(),
        zone: city.zone.clone(),
    }
}

/// Writes a person the letter with their sign-in link.
pub(super) fn write_sign_in(
    app: &App,
    tx: &mut Tx<'_>,
    person: &Person,
    link: SignInLinkId,
    lasts: Duration,
) -> Result<(), Error> {
    let letter = Letter {
        id: app.id(),
        kind: LetterKind::SignIn,
        recipient: Recipient {
            name: person.name.clone(),
            email: person.email.clone(),
            locale: person.locale,
            zone: person.zone.clone(),
        },
        booking_id: None,
        revision: 0,
        content: Content::SignIn {
            link,
            minutes: lasts.num_minutes(),
        },
        created_at: app.now(),
        expires_at: app.now() + lasts,
    };
    Ok(outbox::insert(tx, &letter)?)
}
