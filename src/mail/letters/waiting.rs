//! Letters about a place on a waiting list.

use super::{LetterContext, RenderError, Written, footer};
use crate::domain::booking::Part;
use crate::domain::display;
use crate::domain::letter::{Letter, LetterKind, WaitingFacts};
use crate::domain::locale::Localizer;
use crate::mail::clocks::{NoZone, clocks_at, place};
use crate::mail::sheet::{Block, Sheet};

/// Tells that a party has joined, or that seats are kept for it.
pub(super) fn write(
    words: &Localizer,
    letter: &Letter,
    facts: &WaitingFacts,
    context: &LetterContext,
) -> Result<Written, RenderError> {
    let name = &letter.recipient.zone;
    let zone = context.zones.zone(name).map_err(|source| NoZone {
        name: name.clone(),
        source,
    })?;
    let locale = words.locale();
    let told = |at| display::weekday_date_time(locale, zone.at(at));
    let offered = letter.kind == LetterKind::WaitingOffered;
    let theme = if offered { "offered" } else { "joined" };
    let text = |part: &str, args: &[(&str, &str)]| {
        words.args(&format!("letter-waiting-{theme}-{part}"), args)
    };
    let until = facts.offered_until.map(told).unwrap_or_default();
    let args = [("title", facts.title.as_str()), ("until", &until)];
    let city = place(words, &facts.host_city);
    let cities = [&facts.host_city, &facts.guest_city];
    let (reader, span) = (&letter.recipient, (facts.starts_at, facts.ends_at));
    let clocks = clocks_at(&context.zones, words, reader, Part::Contact, cities, span)?;
    let host = words.args(
        "letter-of-city",
        &[("name", facts.host.as_str()), ("city", &city)],
    );
    let blocks = vec![
        Block::Text(words.with("letter-greeting", "name", &letter.recipient.name)),
        Block::Text(text("text", &args)),
        Block::Clocks(clocks),
        Block::Facts(vec![
            (words.text("letter-fact-visit"), facts.title.clone()),
            (words.text("letter-fact-host"), host),
            (words.text("letter-fact-seats"), facts.seats.to_string()),
        ]),
        Block::Link {
            label: text("link", &[]),
            url: context
                .link_key
                .waiting_url(&context.public_url, facts.waiting_id),
            main: offered,
        },
        Block::Small(words.text("letter-waiting-leave")),
    ];
    Ok(Written {
        subject: text("subject", &args),
        sheet: Sheet {
            heading: text("heading", &args),
            blocks,
            footer: footer(words, context),
        },
        calendar: None,
    })
}
