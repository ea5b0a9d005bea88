//! The letter that asks a city's coordinators which of a poll's times suits their people.

use super::clocks::{clocks_of, from_to, place};
use super::letters::{LetterContext, RenderError, Written, footer};
use super::sheet::{Block, Sheet};
use crate::domain::display;
use crate::domain::letter::{Letter, PollFacts};
use crate::domain::locale::Localizer;

/// Puts such a letter in words.
pub(super) fn written(
    letter: &Letter,
    poll: &PollFacts,
    words: &Localizer,
    context: &LetterContext,
) -> Result<Written, RenderError> {
    let reader = &letter.recipient;
    let city = place(words, &poll.city);
    let args = [
        ("title", poll.title.as_str()),
        ("city", city.as_str()),
        ("host", poll.host.as_str()),
        ("organization", poll.organization.as_str()),
    ];
    let of_city =
        |name: &str, city: &str| words.args("letter-of-city", &[("name", name), ("city", city)]);
    let mut cities = vec![&poll.host_city, &poll.guest_city];
    if !cities.contains(&&poll.city) {
        cities.push(&poll.city);
    }
    let (until, _) = from_to(&context.zones, &reader.zone, poll.deadline, poll.deadline)?;
    let until = display::weekday_date_time(words.locale(), until);
    let mut blocks = vec![
        Block::Text(words.with("letter-greeting", "name", &reader.name)),
        Block::Text(words.args("letter-poll-opened-text", &args)),
        Block::Facts(vec![
            (words.text("letter-fact-visit"), poll.title.clone()),
            (
                words.text("letter-fact-host"),
                of_city(&poll.host, &place(words, &poll.host_city)),
            ),
            (
                words.text("letter-fact-guests"),
                of_city(&poll.organization, &place(words, &poll.guest_city)),
            ),
        ]),
    ];
    if !poll.note.is_empty() {
        blocks.push(Block::Text(poll.note.clone()));
    }
    blocks.push(Block::Text(words.text("letter-poll-opened-times")));
    for time in &poll.times {
        let (zones, span) = (&context.zones, (time.starts_at, time.ends_at));
        let clocks = clocks_of(zones, words, reader, &poll.city, &cities, span)?;
        blocks.push(Block::Clocks(clocks));
    }
    blocks.extend([
        Block::Text(words.with("letter-poll-opened-deadline", "when", &until)),
        Block::Link {
            label: words.with("letter-poll-opened-link", "city", &city),
            url: context
                .link_key
                .poll_url(&context.public_url, poll.poll_id, poll.city_id),
            main: true,
        },
        Block::Small(words.text("letter-poll-opened-pass-on")),
        Block::Link {
            label: words.text("letter-poll-opened-console"),
            url: format!("{}/console/polls/{}", context.public_url, poll.poll_id),
            main: false,
        },
    ]);
    Ok(Written {
        subject: words.args("letter-poll-opened-subject", &args),
        sheet: Sheet {
            heading: words.text("letter-poll-opened-heading"),
            blocks,
            footer: footer(words, context),
        },
        calendar: None,
    })
}
