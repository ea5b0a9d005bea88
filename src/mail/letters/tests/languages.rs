//! The letters in every language, as files to be read by whoever knows it.

use std::fs;
use std::path::Path;

use super::*;
use crate::domain::answer::Participation;
use crate::domain::id::{CityId, Id, PartnershipId, PollId, SeriesId, WaitingId};
use crate::domain::letter::{
    AnswersFrozen, PartnershipFrozen, PersonAnswer, Place, PollFacts, SeriesFrozen, VisitTime,
    WaitingFacts,
};
use crate::domain::partnership::Stage;
use crate::mail::message::compose;

/// Every letter that this language's readers may get, subject and text.
fn letters(locale: Locale) -> String {
    // Where nobody knows yet how to join, it is said.
    let unknown = Visit {
        meeting_url: None,
        ..visit()
    };
    let seattle = || reader(Part::Contact, locale, "America/Los_Angeles");
    let kinds = LetterKind::ALL.iter().flat_map(|kind| match kind {
        LetterKind::SignIn => vec![sign_in_letter(locale)],
        LetterKind::WaitingJoined | LetterKind::WaitingOffered => vec![waiting(*kind, seattle())],
        LetterKind::SeriesConfirmed | LetterKind::SeriesCancelled => vec![series(*kind, seattle())],
        LetterKind::PollOpened => vec![poll(reader(Part::Host, locale, "Asia/Taipei"))],
        LetterKind::PartnershipProposed
        | LetterKind::PartnershipAgreed
        | LetterKind::PartnershipQuiet => vec![partnership(*kind, seattle())],
        LetterKind::AnswerReceived => [
            Participation::Accepted,
            Participation::Tentative,
            Participation::Declined,
        ]
        .map(|answer| about_answers(*kind, locale, answer))
        .into(),
        LetterKind::TimeProposed | LetterKind::AddressFailing => {
            vec![about_answers(*kind, locale, Participation::Tentative)]
        }
        kind => about_a_visit(*kind, locale),
    });
    let unknown = letter(LetterKind::VisitConfirmed, seattle(), unknown);
    let written = kinds.chain([unknown]).map(|letter| {
        let rendered = render(&letter, &context()).unwrap();
        format!("== {}\n\n{}", rendered.subject, rendered.text)
    });
    written.collect::<Vec<_>>().join("\n")
}

/// A letter of this kind to each of those whom it is different for.
fn about_a_visit(kind: LetterKind, locale: Locale) -> Vec<Letter> {
    let all = [
        (Part::Contact, "America/Los_Angeles"),
        (Part::Host, "Asia/Taipei"),
        (Part::Guest, "Asia/Kathmandu"),
    ];
    let parts = match kind {
        LetterKind::VisitConfirmed | LetterKind::VisitCancelled => &all[..],
        LetterKind::VisitFollowUp => &all[..2],
        LetterKind::VisitToApprove | LetterKind::ConfirmAgain => &all[1..2],
        _ => &all[..1],
    };
    let asked = matches!(
        kind,
        LetterKind::VisitRequested | LetterKind::VisitToApprove
    );
    let of = |(part, zone): &(Part, &str)| {
        let visit = Visit {
            part: *part,
            reason: Some("A typhoon is coming.".to_owned()),
            moved_from: matches!(kind, LetterKind::VisitMoved | LetterKind::ConfirmAgain)
                .then(|| at("2026-12-16T02:00:00Z")),
            respond_by: asked.then(|| at("2026-12-01T01:00:00Z")),
            ..visit()
        };
        letter(kind, reader(*part, locale, zone), visit)
    };
    parts.iter().map(of).collect()
}

/// To the host: Grace has answered, proposes another time, or cannot be reached.
fn about_answers(kind: LetterKind, locale: Locale, participation: Participation) -> Letter {
    let visit = visit();
    let time = |hours| VisitTime {
        starts_at: visit.starts_at + chrono::TimeDelta::hours(hours),
        ends_at: visit.ends_at + chrono::TimeDelta::hours(hours),
    };
    let person = |name: &str, email: &str, participation| PersonAnswer {
        name: name.to_owned(),
        email: email.to_owned(),
        participation,
        note: String::new(),
    };
    let facts = AnswersFrozen {
        booking_id: visit.booking_id,
        title: visit.title.clone(),
        organization: visit.organization.clone(),
        host_city: visit.host_city.clone(),
        guest_city: visit.guest_city.clone(),
        time: time(0),
        who: PersonAnswer {
            note: "I may be late.".to_owned(),
            ..person("Grace Hopper", "grace@school.example.org", participation)
        },
        others: vec![person(
            "Ada Byron",
            "ada@school.example.org",
            Participation::NeedsAction,
        )],
        proposed: (kind == LetterKind::TimeProposed).then(|| time(25)),
        status: (kind == LetterKind::AddressFailing).then(|| "5.1.1".to_owned()),
    };
    Letter {
        kind,
        recipient: reader(Part::Host, locale, "Asia/Taipei"),
        content: Content::Answers(Box::new(facts)),
        ..invite()
    }
}

fn waiting(kind: LetterKind, recipient: Recipient) -> Letter {
    let visit = visit();
    let facts = WaitingFacts {
        waiting_id: WaitingId::new(visit.starts_at, [2; 10]),
        title: visit.title,
        host: visit.host,
        host_city: visit.host_city,
        guest_city: visit.guest_city,
        starts_at: visit.starts_at,
        ends_at: visit.ends_at,
        seats: visit.seats,
        offered_until: (kind == LetterKind::WaitingOffered).then(|| at("2026-12-01T01:00:00Z")),
    };
    Letter {
        kind,
        recipient,
        content: Content::Waiting(Box::new(facts)),
        ..invite()
    }
}

fn series(kind: LetterKind, recipient: Recipient) -> Letter {
    let visit = visit();
    let week = chrono::TimeDelta::days(7);
    let times = (0..3).map(|n| VisitTime {
        starts_at: visit.starts_at + week * n,
        ends_at: visit.ends_at + week * n,
    });
    let facts = SeriesFrozen {
        series_id: SeriesId::new(visit.starts_at, [4; 10]),
        part: Part::Contact,
        times: times.collect(),
        title: visit.title,
        host: visit.host,
        host_city: visit.host_city,
        organization: visit.organization,
        guest_city: visit.guest_city,
        reason: Some("A typhoon is coming.".to_owned()),
    };
    Letter {
        kind,
        recipient,
        content: Content::Series(Box::new(facts)),
        ..invite()
    }
}

fn poll(recipient: Recipient) -> Letter {
    let visit = visit();
    let week = chrono::TimeDelta::days(7);
    let times = (0..2).map(|n| VisitTime {
        starts_at: visit.starts_at + week * n,
        ends_at: visit.ends_at + week * n,
    });
    let facts = PollFacts {
        poll_id: PollId::new(visit.starts_at, [5; 10]),
        city_id: CityId::new(visit.starts_at, [6; 10]),
        city: visit.host_city.clone(),
        times: times.collect(),
        title: visit.title,
        note: "The harbour is lit until ten.".to_owned(),
        host: visit.host,
        host_city: visit.host_city,
        organization: visit.organization,
        guest_city: visit.guest_city,
        deadline: at("2026-12-01T01:00:00Z"),
    };
    Letter {
        kind: LetterKind::PollOpened,
        recipient,
        content: Content::Poll(Box::new(facts)),
        ..invite()
    }
}

fn partnership(kind: LetterKind, recipient: Recipient) -> Letter {
    let visit = visit();
    let quiet = kind == LetterKind::PartnershipQuiet;
    let time = |n| VisitTime {
        starts_at: visit.starts_at + chrono::TimeDelta::days(n),
        ends_at: visit.ends_at + chrono::TimeDelta::days(n),
    };
    let facts = PartnershipFrozen {
        partnership_id: PartnershipId::new(visit.starts_at, [5; 10]),
        cities: vec![
            ("seattle".to_owned(), visit.guest_city.clone()),
            ("kaohsiung".to_owned(), visit.host_city.clone()),
        ],
        stage: Stage::Prospective,
        proposer: Some("林美玲".to_owned()),
        last: quiet.then(|| at("2026-03-01T01:00:00Z")),
        times: [0, 2, 8].into_iter().filter(|_| quiet).map(time).collect(),
    };
    Letter {
        kind,
        recipient,
        booking_id: None,
        content: Content::Partnership(Box::new(facts)),
        ..invite()
    }
}

/// A city that is asked and neither receives nor comes is told its own clock too.
#[test]
fn a_third_citys_poll_is_told_on_every_clock() {
    for (zone, own) in [
        (
            "Europe/Prague",
            "Your time, in Prague\n    Wednesday, December 16, 2026, 2:00 AM",
        ),
        (
            "Etc/UTC",
            "Your time (Etc/UTC)\n    Wednesday, December 16, 2026, 1:00 AM",
        ),
    ] {
        let mut letter = poll(reader(Part::Contact, Locale::En, zone));
        if let Content::Poll(facts) = &mut letter.content {
            facts.city = Place {
                name: "Prague".to_owned(),
                native_name: "Prague".to_owned(),
                zone: "Europe/Prague".to_owned(),
            };
        }
        let text = render(&letter, &context()).unwrap().text;
        assert!(text.contains(own), "{text}");
        let clocks = [
            "\nKaohsiung (高雄市)\n    Wed",
            "\nSeattle\n    Tue",
            "\nPrague\n    Wed",
        ];
        let told = clocks.map(|clock| text.matches(clock).count());
        assert_eq!(
            told,
            [2, 2, if zone == "Etc/UTC" { 2 } else { 0 }],
            "{text}"
        );
    }
}

#[test]
fn one_visit_of_a_series_is_no_visits() {
    for (locale, expected) in [
        (
            Locale::En,
            "Series agreed: An hour in our harbour, one visit",
        ),
        (
            Locale::De,
            "Reihe vereinbart: An hour in our harbour, ein Besuch",
        ),
        (
            Locale::Cs,
            "Řada domluvena: An hour in our harbour, jedna návštěva",
        ),
        (
            Locale::Ja,
            "連続訪問の確定：An hour in our harbour（全1回）",
        ),
    ] {
        let reader = reader(Part::Contact, locale, "America/Los_Angeles");
        let mut letter = series(LetterKind::SeriesConfirmed, reader);
        if let Content::Series(facts) = &mut letter.content {
            facts.times.truncate(1);
        }
        assert_eq!(render(&letter, &context()).unwrap().subject, expected);
    }
}

/// `SISTERLINE_WRITE_SNAPSHOTS=1` writes the files anew; look at what has changed in them.
#[test]
fn every_locale_has_its_letters_as_they_were_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/mail/letters/snapshots");
    let anew = std::env::var_os("SISTERLINE_WRITE_SNAPSHOTS").is_some();
    for locale in Locale::all() {
        let file = folder.join(format!("{locale}.txt"));
        let written = letters(*locale);
        if anew {
            fs::write(&file, &written).unwrap();
        }
        let read = fs::read_to_string(&file).unwrap_or_default();
        assert!(
            written == read,
            "{locale}: the letters have changed; with SISTERLINE_WRITE_SNAPSHOTS=1 this test \
             writes src/mail/letters/snapshots anew\n{written}"
        );
    }
}

#[test]
fn every_locale_says_in_html_what_it_says_in_text() {
    for locale in Locale::all() {
        let words = Localizer::of(*locale);
        let sent = letter(
            LetterKind::VisitConfirmed,
            reader(Part::Host, *locale, "Asia/Taipei"),
            Visit {
                part: Part::Host,
                ..visit()
            },
        );
        let rendered = render(&sent, &context()).unwrap();
        let html = rendered.html.replace("&#38;", "&").replace("&#39;", "'");
        // Between a label and its value.
        let between = words.args("letter-labelled", &[("label", ""), ("value", "")]);
        let lines = rendered.text.lines().map(str::trim);
        for line in lines.filter(|line| !line.is_empty() && *line != "--") {
            let said = |part: &str| html.contains(part.trim_start_matches("> "));
            let as_cells = || {
                line.split_once(&between)
                    .is_some_and(|(label, value)| said(label) && said(value))
            };
            assert!(
                said(line) || as_cells(),
                "{locale}: {line} is not in the HTML"
            );
        }
        assert!(html.contains(&format!("<html lang=\"{locale}\">")));
    }
}

/// What most readers' lists of mails show of a subject, at the least.
#[test]
fn every_locale_has_subjects_that_can_be_read_in_a_list() {
    for locale in Locale::all() {
        for line in letters(*locale).lines() {
            let Some(subject) = line.strip_prefix("== ") else {
                continue;
            };
            assert!(subject.chars().count() <= 78, "{locale}: {subject}");
        }
    }
}

/// Of the letters about partnerships only the monthly one is of a list; it is left by one click and by
/// the link in its words.
#[test]
fn a_quiet_partnerships_letter_is_left_by_one_click() {
    for kind in LetterKind::ALL {
        let of_partnership = matches!(
            kind,
            LetterKind::PartnershipProposed
                | LetterKind::PartnershipAgreed
                | LetterKind::PartnershipQuiet
        );
        if !of_partnership {
            continue;
        }
        let reader = reader(Part::Contact, Locale::En, "America/Los_Angeles");
        let letter = partnership(*kind, reader);
        let url = context()
            .link_key
            .unsubscribe_url(&context().public_url, letter.id);
        let raw = compose(&letter, &context()).unwrap().raw;
        let raw = String::from_utf8(raw).unwrap();
        let quiet = *kind == LetterKind::PartnershipQuiet;
        let header = format!("\r\nList-Unsubscribe: <{url}>\r\n");
        assert_eq!(raw.contains(&header), quiet, "{kind}");
        let one_click = "\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n";
        assert_eq!(raw.contains(one_click), quiet, "{kind}");
        let text = render(&letter, &context()).unwrap().text;
        assert_eq!(text.contains(&url), quiet, "{kind}");
        assert_eq!(letter.subscription().is_some(), quiet, "{kind}");
    }
}
