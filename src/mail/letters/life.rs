//! Letters about partnerships, and the one that looks back on a visit.

use super::{LetterContext, RenderError, Written, footer, leaving};
use crate::domain::booking::Part;
use crate::domain::display;
use crate::domain::letter::{Letter, LetterKind, PartnershipFrozen, Place, Visit};
use crate::domain::locale::Localizer;
use crate::mail::clocks::{clocks, clocks_of, from_to, place};
use crate::mail::sheet::{Block, Sheet};

/// Tells of a partnership: that it is proposed, agreed to, or quiet.
pub(super) fn partnership(
    words: &Localizer,
    letter: &Letter,
    facts: &PartnershipFrozen,
    context: &LetterContext,
) -> Result<Written, RenderError> {
    let theme = match letter.kind {
        LetterKind::PartnershipProposed => "proposed",
        LetterKind::PartnershipAgreed => "agreed",
        _ => "quiet",
    };
    let names: Vec<String> = facts
        .cities
        .iter()
        .map(|(_, city)| place(words, city))
        .collect();
    let stage = words.text(&format!("stage-{}", facts.stage));
    let args = [
        ("cities", names.join(" – ")),
        ("proposer", facts.proposer.clone().unwrap_or_default()),
        ("stage", stage),
    ];
    let args: Vec<(&str, &str)> = args
        .iter()
        .map(|(key, text)| (*key, text.as_str()))
        .collect();
    let key = |part: &str| format!("letter-{theme}-{part}");
    let url = &context.public_url;
    let page = format!("{url}/partnerships/{}", facts.partnership_id);
    let mut blocks = vec![
        Block::Text(words.with("letter-greeting", "name", &letter.recipient.name)),
        Block::Text(words.args(&key("text"), &args)),
    ];
    if letter.kind == LetterKind::PartnershipProposed {
        let by = facts.proposer.as_deref();
        blocks.extend(by.map(|name| Block::Text(words.with("letter-proposed-by", "name", name))));
        blocks.push(Block::Text(words.text("letter-proposed-means")));
    }
    if letter.kind == LetterKind::PartnershipQuiet {
        blocks.extend(quiet(words, letter, facts, context)?);
    }
    blocks.push(Block::Link {
        label: words.text(&key("link")),
        url: page,
        main: letter.kind != LetterKind::PartnershipQuiet,
    });
    blocks.extend(leaving(words, letter, context));
    Ok(Written {
        subject: words.args(&key("subject"), &args),
        sheet: Sheet {
            heading: words.text(&key("heading")),
            blocks,
            footer: footer(words, context),
        },
        calendar: None,
    })
}

/// When the cities met last, and the times at which all of them can meet.
fn quiet(
    words: &Localizer,
    letter: &Letter,
    facts: &PartnershipFrozen,
    context: &LetterContext,
) -> Result<Vec<Block>, RenderError> {
    let mut blocks = Vec::new();
    let zone = &letter.recipient.zone;
    let last = match facts.last {
        Some(at) => {
            let (day, _) = from_to(&context.zones, zone, at, at)?;
            let date = display::date(words.locale(), day);
            words.with("letter-quiet-last", "date", &date)
        }
        None => words.text("letter-quiet-never"),
    };
    blocks.push(Block::Text(last));
    if !facts.times.is_empty() {
        let count = i64::try_from(facts.times.len()).unwrap_or(i64::MAX);
        blocks.push(Block::Text(words.count("letter-quiet-times", count)));
    }
    let cities: Vec<&Place> = facts.cities.iter().map(|(_, city)| city).collect();
    if let Some(home) = cities.first() {
        for time in &facts.times {
            let (zones, span) = (&context.zones, (time.starts_at, time.ends_at));
            let clocks = clocks_of(zones, words, &letter.recipient, home, &cities, span)?;
            blocks.push(Block::Clocks(clocks));
            let (start, _) = from_to(zones, &home.zone, time.starts_at, time.ends_at)?;
            blocks.push(Block::Link {
                label: words.text("letter-quiet-make"),
                url: format!(
                    "{}/console?date={}&time={}#add-slot",
                    context.public_url,
                    start.format("%Y-%m-%d"),
                    start.format("%H:%M")
                ),
                main: false,
            });
        }
    }
    let cities = facts.cities.iter().map(|(slug, _)| format!("city={slug}"));
    blocks.push(Block::Link {
        label: words.text("letter-quiet-find"),
        url: format!(
            "{}/find?{}",
            context.public_url,
            cities.collect::<Vec<_>>().join("&")
        ),
        main: true,
    });
    Ok(blocks)
}

/// Asks what came of a visit and offers the next one.
pub(super) fn follow_up(
    words: &Localizer,
    letter: &Letter,
    visit: &Visit,
    context: &LetterContext,
) -> Result<Written, RenderError> {
    let to_host = visit.part == Part::Host;
    let with = match to_host {
        true => &visit.organization,
        false => &visit.host,
    };
    let args = [("title", visit.title.as_str()), ("with", with.as_str())];
    let (url, id) = (&context.public_url, visit.booking_id);
    // Hosts sign in; the key is the contact's.
    let page = match to_host {
        true => format!("{url}/bookings/{id}/report"),
        false => context.link_key.report_url(url, id),
    };
    let text = match to_host {
        true => "letter-follow-up-text-host",
        false => "letter-follow-up-text",
    };
    let blocks = vec![
        Block::Text(words.with("letter-greeting", "name", &letter.recipient.name)),
        Block::Text(words.args(text, &args)),
        Block::Clocks(clocks(&context.zones, words, &letter.recipient, visit)?),
        Block::Link {
            label: words.text("letter-follow-up-link"),
            url: page.clone(),
            main: true,
        },
        Block::Text(words.text("letter-follow-up-next")),
        Block::Link {
            label: words.text("letter-follow-up-again"),
            url: format!("{page}#again"),
            main: false,
        },
    ];
    Ok(Written {
        subject: words.args("letter-follow-up-subject", &args),
        sheet: Sheet {
            heading: words.text("letter-follow-up-heading"),
            blocks,
            footer: footer(words, context),
        },
        calendar: None,
    })
}
