//! The letters in every language, as files to be read by whoever knows it.

use std::fs;
use std::path::Path;

use super::*;

/// Every letter that this language's readers may get, subject and text.
fn letters(locale: Locale) -> String {
    let parts = [
        (Part::Contact, "America/Los_Angeles"),
        (Part::Host, "Asia/Taipei"),
        (Part::Guest, "Asia/Kathmandu"),
    ];
    let mut all = vec![sign_in_letter(locale)];
    for kind in [LetterKind::VisitConfirmed, LetterKind::VisitCancelled] {
        for (part, zone) in parts {
            let reason = Some("A typhoon is coming.".to_owned());
            let visit = Visit {
                part,
                reason,
                ..visit()
            };
            all.push(letter(kind, reader(part, locale, zone), visit));
        }
    }
    // Where nobody knows yet how to join, it is said.
    let unknown = Visit {
        meeting_url: None,
        ..visit()
    };
    let reader = reader(Part::Contact, locale, "America/Los_Angeles");
    all.push(letter(LetterKind::VisitConfirmed, reader, unknown));
    let written = all.iter().map(|letter| {
        let rendered = render(letter, &context()).unwrap();
        format!("== {}\n\n{}", rendered.subject, rendered.text)
    });
    written.collect::<Vec<_>>().join("\n")
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
