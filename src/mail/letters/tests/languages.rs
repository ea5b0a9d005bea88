//! The letters in every language, as files to be read by whoever knows it.

use std::fs;
use std::path::Path;

use super::*;
use crate::domain::answer::Participation;
use crate::domain::letter::Place;
use crate::mail::message::compose;

/// Every letter that this language's readers may get, subject and text.
fn letters(locale: Locale) -> String {
    let kinds = LetterKind::ALL.iter();
    let kinds = kinds.flat_map(|kind| variants(&sample(*kind, locale)));
    // Where nobody knows yet how to join, it is said.
    let mut unknown = sample(LetterKind::VisitConfirmed, locale);
    if let Content::Visit(visit) = &mut unknown.content {
        visit.meeting_url = None;
    }
    let written = kinds.chain([unknown]).map(|letter| {
        let rendered = render(&letter, &context()).unwrap();
        format!("== {}\n\n{}", rendered.subject, rendered.text)
    });
    written.collect::<Vec<_>>().join("\n")
}

/// A sample as each reader and each answer has it that make it another letter.
fn variants(sample: &Letter) -> Vec<Letter> {
    match (sample.kind, &sample.content) {
        (LetterKind::VisitConfirmed | LetterKind::VisitCancelled, Content::Visit(visit)) => {
            let parts = [
                (Part::Contact, "America/Los_Angeles"),
                (Part::Host, "Asia/Taipei"),
                (Part::Guest, "Asia/Kathmandu"),
            ];
            parts.map(|to| readdressed(sample, visit, to)).into()
        }
        (LetterKind::VisitFollowUp, Content::Visit(visit)) => {
            let host = readdressed(sample, visit, (Part::Host, "Asia/Taipei"));
            vec![sample.clone(), host]
        }
        (LetterKind::AnswerReceived, Content::Answers(facts)) => [
            Participation::Accepted,
            Participation::Tentative,
            Participation::Declined,
        ]
        .map(|participation| {
            let mut facts = facts.clone();
            facts.who.participation = participation;
            Letter {
                content: Content::Answers(facts),
                ..sample.clone()
            }
        })
        .into(),
        _ => vec![sample.clone()],
    }
}

fn readdressed(sample: &Letter, visit: &Visit, (part, zone): (Part, &str)) -> Letter {
    let visit = Visit {
        part,
        ..visit.clone()
    };
    Letter {
        recipient: reader(part, sample.recipient.locale, zone),
        content: Content::Visit(Box::new(visit)),
        ..sample.clone()
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
        let mut letter = sample(LetterKind::PollOpened, Locale::En);
        zone.clone_into(&mut letter.recipient.zone);
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
        let mut letter = sample(LetterKind::SeriesConfirmed, locale);
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
        let letter = sample(*kind, Locale::En);
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
