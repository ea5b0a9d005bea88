//! The letters that list visits of a series: one mail, not one for each.
//!
//! They carry no calendar object, because a message holds one event (RFC 6047 2.4) and these are
//! many: each visit's invite is a letter of its own, sent some days before it.

use super::clocks::{clocks_at, place};
use super::letters::{LetterContext, RenderError, Written, footer};
use super::sheet::{Block, Sheet};
use crate::domain::booking::Part;
use crate::domain::letter::{Letter, LetterKind, SeriesFrozen};
use crate::domain::locale::Localizer;

/// Puts such a letter in words.
pub(super) fn written(
    letter: &Letter,
    series: &SeriesFrozen,
    words: &Localizer,
    context: &LetterContext,
) -> Result<Written, RenderError> {
    let reader = &letter.recipient;
    let cancelled = letter.kind == LetterKind::SeriesCancelled;
    let key = |part: &str| match cancelled {
        true => format!("letter-series-cancelled-{part}"),
        false => format!("letter-series-{part}"),
    };
    let count = i64::try_from(series.times.len()).unwrap_or(i64::MAX);
    let args = [
        ("title", series.title.as_str()),
        ("host", series.host.as_str()),
        ("organization", series.organization.as_str()),
    ];
    let cities = [&series.host_city, &series.guest_city];
    let of_city =
        |name: &str, city: &str| words.args("letter-of-city", &[("name", name), ("city", city)]);
    let (host_city, guest_city) = (
        place(words, &series.host_city),
        place(words, &series.guest_city),
    );
    let mut blocks = vec![
        Block::Text(words.with("letter-greeting", "name", &reader.name)),
        Block::Text(words.count_args(&key("text"), count, &args)),
        Block::Facts(vec![
            (words.text("letter-fact-visit"), series.title.clone()),
            (
                words.text("letter-fact-host"),
                of_city(&series.host, &host_city),
            ),
            (
                words.text("letter-fact-guests"),
                of_city(&series.organization, &guest_city),
            ),
        ]),
    ];
    if let Some(reason) = series.reason.as_ref().filter(|_| cancelled) {
        blocks.push(Block::Quote {
            label: words.text("letter-reason"),
            text: reason.clone(),
        });
    }
    blocks.push(Block::Text(words.text("letter-series-times")));
    for time in &series.times {
        let (zones, span) = (&context.zones, (time.starts_at, time.ends_at));
        let clocks = clocks_at(zones, words, reader, series.part, cities, span)?;
        blocks.push(Block::Clocks(clocks));
    }
    if !cancelled {
        blocks.push(Block::Small(words.text("letter-series-invites")));
    }
    if series.part != Part::Guest {
        // The key lets its bearer call visits off: it goes to the contact; hosts sign in.
        let (key, url) = match series.part {
            Part::Contact => (
                "letter-series-manage",
                context
                    .link_key
                    .series_url(&context.public_url, series.series_id),
            ),
            _ => (
                "letter-series-view",
                format!("{}/series/{}", context.public_url, series.series_id),
            ),
        };
        blocks.push(Block::Link {
            label: words.text(key),
            url,
            main: false,
        });
    }
    Ok(Written {
        subject: words.count_args(&key("subject"), count, &args),
        sheet: Sheet {
            heading: words.text(&key("heading")),
            blocks,
            footer: footer(words, context),
        },
        calendar: None,
    })
}
