//! One sample letter of every kind, about a visit between Seattle and Kaohsiung that nobody makes.
//!
//! Admins look at them in the preview, and the tests send them through whatever reads mail. They are
//! the same at each call. Nothing that their ids name exists, and [`context`] makes their links with a
//! key that everybody may know, so that no link in them lets anybody in.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::letters::LetterContext;
use crate::app::links::LinkKey;
use crate::domain::answer::Participation;
use crate::domain::booking::Part;
use crate::domain::id::{
    AttendeeId, BookingId, CityId, Id, LetterId, PartnershipId, PollId, SeriesId, SignInLinkId,
    WaitingId,
};
use crate::domain::letter::{
    AnswersFrozen, Content, Letter, LetterKind, PartnershipFrozen, PersonAnswer, Place, PollFacts,
    Recipient, SeriesFrozen, Visit, VisitTime, WaitingFacts,
};
use crate::domain::locale::Locale;
use crate::domain::partnership::Stage;
use crate::domain::words::words;

words! {
    /// How the visit's hour falls on both clocks.
    SampleDay {
        /// It is the next day in Kaohsiung.
        NextDay = "next_day",
        /// It is the same day in both.
        SameDay = "same_day",
        /// Seattle's clocks go back during the visit.
        ClocksBack = "clocks_back",
        /// Seattle's clocks go forward during the visit.
        ClocksForward = "clocks_forward",
    }
}

impl SampleDay {
    /// When the visit begins; it lasts an hour.
    pub fn starts_at(self) -> DateTime<Utc> {
        let (year, month, day, minute) = match self {
            Self::NextDay => (2026, 12, 16, 60),
            Self::SameDay => (2026, 12, 16, 15 * 60),
            Self::ClocksBack => (2026, 11, 1, 8 * 60 + 30),
            Self::ClocksForward => (2027, 3, 14, 9 * 60 + 30),
        };
        let date = NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
        date.and_time(chrono::NaiveTime::MIN).and_utc() + TimeDelta::minutes(minute)
    }
}

/// What samples are written with: as the site writes, but unsigned and with links that open nothing.
pub fn context(site: &LetterContext) -> LetterContext {
    LetterContext {
        link_key: LinkKey::new("samples".into()),
        signer: None,
        ..site.clone()
    }
}

/// The sample of a kind, in a language, about the visit that begins then.
pub fn letter(kind: LetterKind, locale: Locale, starts_at: DateTime<Utc>) -> Letter {
    let (part, content) = content(kind, starts_at, locale);
    let created_at = written_at(kind, starts_at);
    let (booking_id, revision) = match &content {
        Content::Visit(visit) => (Some(visit.booking_id), visit.sequence),
        _ => (None, 0),
    };
    Letter {
        id: letter_id(kind, locale, starts_at),
        kind,
        recipient: reader(part, locale),
        booking_id,
        revision,
        content,
        created_at,
        expires_at: created_at + TimeDelta::weeks(4),
    }
}

/// Somebody on one side of the visit.
pub fn reader(part: Part, locale: Locale) -> Recipient {
    let (name, email, zone) = match part {
        Part::Host => ("林美玲", "meiling@port.example.org", KAOHSIUNG.2),
        Part::Contact => ("Ann Lee", "ann@school.example.org", SEATTLE.2),
        Part::Guest => ("Sam Ortiz", "sam@school.example.org", SEATTLE.2),
    };
    Recipient {
        name: name.to_owned(),
        email: email.to_owned(),
        locale,
        zone: zone.to_owned(),
    }
}

/// The visit as it was booked, told to somebody on this side of it.
pub fn visit(part: Part, starts_at: DateTime<Utc>) -> Visit {
    Visit {
        booking_id: BookingId::new(starts_at, [1; 10]),
        sequence: 0,
        part,
        title: "An hour in our harbour".to_owned(),
        description: "We show you the port.\nBring questions.".to_owned(),
        host: "Port of Kaohsiung".to_owned(),
        host_city: place(KAOHSIUNG),
        organization: "Alder Hill School".to_owned(),
        guest_city: place(SEATTLE),
        moved_from: None,
        starts_at,
        ends_at: starts_at + TimeDelta::hours(1),
        seats: 12,
        note: "Two of us\nuse sign language.".to_owned(),
        meeting_url: Some("https://meet.example.org/harbour?x=1&y=2".to_owned()),
        reason: None,
        in_reply_to: None,
        respond_by: None,
        uninvited: false,
        attendee_id: Some(AttendeeId::new(starts_at, [5; 10])),
        answered: None,
    }
}

/// A city: its name, the name its own people use, its zone.
type City = (&'static str, &'static str, &'static str);
const KAOHSIUNG: City = ("Kaohsiung", "高雄市", "Asia/Taipei");
const SEATTLE: City = ("Seattle", "Seattle", "America/Los_Angeles");

fn place((name, native_name, zone): City) -> Place {
    Place {
        name: name.to_owned(),
        native_name: native_name.to_owned(),
        zone: zone.to_owned(),
    }
}

/// An id of its own for each letter: mail programs show one mail of a Message-ID.
fn letter_id(kind: LetterKind, locale: Locale, starts_at: DateTime<Utc>) -> LetterId {
    let mut random = [7; 10];
    random[8] = kind as u8;
    random[9] = locale as u8;
    LetterId::new(written_at(kind, starts_at), random)
}

fn written_at(kind: LetterKind, starts_at: DateTime<Utc>) -> DateTime<Utc> {
    match kind {
        LetterKind::VisitReminder => starts_at - TimeDelta::days(1),
        LetterKind::VisitSoon => starts_at - TimeDelta::hours(1),
        LetterKind::VisitFollowUp => starts_at + TimeDelta::days(1),
        _ => starts_at - TimeDelta::weeks(3),
    }
}

/// Until when something is asked for, or kept.
fn deadline(starts_at: DateTime<Utc>) -> DateTime<Utc> {
    starts_at - TimeDelta::days(15)
}

/// What a letter of this kind tells, and whom.
fn content(kind: LetterKind, starts_at: DateTime<Utc>, locale: Locale) -> (Part, Content) {
    use LetterKind as K;
    let booked = |part| visit(part, starts_at);
    let asked = |part| Visit {
        respond_by: Some(deadline(starts_at)),
        ..booked(part)
    };
    let changed = |part| Visit {
        sequence: 1,
        in_reply_to: Some(letter_id(K::VisitConfirmed, locale, starts_at)),
        ..booked(part)
    };
    let moved = |part| Visit {
        moved_from: Some(starts_at + TimeDelta::hours(1)),
        ..changed(part)
    };
    let called_off = |part| Visit {
        reason: Some("A typhoon is coming.".to_owned()),
        ..changed(part)
    };
    match kind {
        K::VisitConfirmed | K::VisitReminder | K::VisitSoon | K::VisitFollowUp => {
            of(booked(Part::Contact))
        }
        K::VisitRequested => of(asked(Part::Contact)),
        K::VisitToApprove => of(asked(Part::Host)),
        K::VisitRescheduled | K::VisitMeeting => of(changed(Part::Contact)),
        K::VisitMoved => of(moved(Part::Contact)),
        K::ConfirmAgain => of(moved(Part::Host)),
        K::VisitDeclined | K::VisitLapsed | K::VisitCancelled => of(called_off(Part::Contact)),
        K::VisitLeft => of(called_off(Part::Guest)),
        K::WaitingJoined => (Part::Contact, waiting(booked(Part::Contact), None)),
        K::WaitingOffered => {
            let until = deadline(starts_at);
            (Part::Contact, waiting(booked(Part::Contact), Some(until)))
        }
        K::SeriesConfirmed => (Part::Contact, series(booked(Part::Contact))),
        K::SeriesCancelled => (Part::Contact, series(called_off(Part::Contact))),
        K::AnswerReceived | K::TimeProposed | K::AddressFailing => {
            (Part::Host, answers(kind, &booked(Part::Host)))
        }
        K::PollOpened => (Part::Host, poll(booked(Part::Host))),
        K::PartnershipProposed | K::PartnershipAgreed | K::PartnershipQuiet => {
            (Part::Contact, partnership(kind, booked(Part::Contact)))
        }
        K::SignIn => {
            let link = SignInLinkId::new(starts_at, [3; 10]);
            (Part::Host, Content::SignIn { link, minutes: 15 })
        }
    }
}

fn of(visit: Visit) -> (Part, Content) {
    (visit.part, Content::Visit(Box::new(visit)))
}

/// The visit's time, so much later.
fn later(visit: &Visit, by: TimeDelta) -> VisitTime {
    VisitTime {
        starts_at: visit.starts_at + by,
        ends_at: visit.ends_at + by,
    }
}

/// The visit's time and the same in each of the weeks after it.
fn weekly(visit: &Visit, count: i32) -> Vec<VisitTime> {
    (0..count)
        .map(|week| later(visit, TimeDelta::weeks(1) * week))
        .collect()
}

fn waiting(visit: Visit, offered_until: Option<DateTime<Utc>>) -> Content {
    Content::Waiting(Box::new(WaitingFacts {
        waiting_id: WaitingId::new(visit.starts_at, [2; 10]),
        title: visit.title,
        host: visit.host,
        host_city: visit.host_city,
        guest_city: visit.guest_city,
        starts_at: visit.starts_at,
        ends_at: visit.ends_at,
        seats: visit.seats,
        offered_until,
    }))
}

fn series(visit: Visit) -> Content {
    Content::Series(Box::new(SeriesFrozen {
        series_id: SeriesId::new(visit.starts_at, [4; 10]),
        part: visit.part,
        times: weekly(&visit, 3),
        title: visit.title,
        host: visit.host,
        host_city: visit.host_city,
        organization: visit.organization,
        guest_city: visit.guest_city,
        reason: visit.reason,
    }))
}

fn poll(visit: Visit) -> Content {
    Content::Poll(Box::new(PollFacts {
        poll_id: PollId::new(visit.starts_at, [5; 10]),
        city_id: CityId::new(visit.starts_at, [6; 10]),
        city: visit.host_city.clone(),
        times: weekly(&visit, 2),
        title: visit.title,
        note: "The harbour is lit until ten.".to_owned(),
        host: visit.host,
        host_city: visit.host_city,
        organization: visit.organization,
        guest_city: visit.guest_city,
        deadline: deadline(visit.starts_at),
    }))
}

/// Sam comes, proposes another time, or cannot be reached.
fn answers(kind: LetterKind, visit: &Visit) -> Content {
    let person = |part, participation, note: &str| {
        let who = reader(part, Locale::En);
        PersonAnswer {
            name: who.name,
            email: who.email,
            participation,
            note: note.to_owned(),
        }
    };
    let answer = match kind {
        LetterKind::AnswerReceived => Participation::Accepted,
        _ => Participation::Tentative,
    };
    let next_day = later(visit, TimeDelta::hours(25));
    Content::Answers(Box::new(AnswersFrozen {
        booking_id: visit.booking_id,
        title: visit.title.clone(),
        organization: visit.organization.clone(),
        host_city: visit.host_city.clone(),
        guest_city: visit.guest_city.clone(),
        time: later(visit, TimeDelta::zero()),
        who: person(Part::Guest, answer, "I may be late."),
        others: vec![person(Part::Contact, Participation::NeedsAction, "")],
        proposed: (kind == LetterKind::TimeProposed).then_some(next_day),
        status: (kind == LetterKind::AddressFailing).then(|| "5.1.1".to_owned()),
    }))
}

fn partnership(kind: LetterKind, visit: Visit) -> Content {
    let quiet = kind == LetterKind::PartnershipQuiet;
    let times = [0, 2, 8].map(|days| later(&visit, TimeDelta::days(days)));
    Content::Partnership(Box::new(PartnershipFrozen {
        partnership_id: PartnershipId::new(visit.starts_at, [8; 10]),
        stage: Stage::Prospective,
        proposer: Some(reader(Part::Host, Locale::En).name),
        last: quiet.then(|| visit.starts_at - TimeDelta::days(290)),
        times: times.into_iter().filter(|_| quiet).collect(),
        cities: vec![
            ("seattle".to_owned(), visit.guest_city),
            ("kaohsiung".to_owned(), visit.host_city),
        ],
    }))
}
