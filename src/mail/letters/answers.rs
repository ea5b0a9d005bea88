//! Letters to the host about who comes.

use chrono::{DateTime, Utc};

use super::{LetterContext, RenderError, Written, filled, footer};
use crate::domain::answer::Participation;
use crate::domain::booking::Part;
use crate::domain::display;
use crate::domain::letter::{AnswersFrozen, Letter, LetterKind, PersonAnswer, VisitTime};
use crate::domain::locale::Localizer;
use crate::mail::clocks::{NoZone, clocks_at, from_to, place};
use crate::mail::sheet::{Block, Clock, Sheet};

/// Whether a letter of this kind tells of who comes.
pub(super) fn of_answers(kind: LetterKind) -> bool {
    matches!(
        kind,
        LetterKind::AnswerReceived | LetterKind::TimeProposed | LetterKind::AddressFailing
    )
}

/// Tells of an answer, of a proposal or of an address from which letters come back.
pub(super) fn write(
    words: &Localizer,
    letter: &Letter,
    facts: &AnswersFrozen,
    context: &LetterContext,
) -> Result<Written, RenderError> {
    let writer = Writer {
        words,
        letter,
        facts,
        context,
    };
    let theme = writer.theme();
    let (start, _) = from_to(
        &context.zones,
        &letter.recipient.zone,
        facts.time.starts_at,
        facts.time.ends_at,
    )?;
    let args = [
        ("name", facts.who.name.as_str()),
        ("title", &facts.title),
        ("date", &display::date(words.locale(), start)),
    ];
    Ok(Written {
        subject: words.args(&format!("letter-{theme}-subject"), &args),
        sheet: Sheet {
            heading: words.with(&format!("letter-{theme}-heading"), "name", &facts.who.name),
            blocks: writer.blocks()?,
            footer: footer(words, context),
        },
        calendar: None,
    })
}

struct Writer<'a> {
    words: &'a Localizer,
    letter: &'a Letter,
    facts: &'a AnswersFrozen,
    context: &'a LetterContext,
}

impl Writer<'_> {
    /// The name that the words of this letter have in common.
    fn theme(&self) -> &'static str {
        match (self.letter.kind, self.facts.who.participation) {
            (LetterKind::TimeProposed, _) => "counter",
            (LetterKind::AddressFailing, _) => "failing",
            (_, Participation::Accepted) => "accepted",
            (_, Participation::Tentative) => "tentative",
            (_, Participation::Declined | Participation::NeedsAction) => "not-coming",
        }
    }

    fn blocks(&self) -> Result<Vec<Block>, RenderError> {
        let (words, facts, kind) = (self.words, self.facts, self.letter.kind);
        let mut blocks = vec![Block::Text(words.with(
            "letter-greeting",
            "name",
            &self.letter.recipient.name,
        ))];
        match kind {
            LetterKind::TimeProposed => blocks.extend(self.proposal()?),
            LetterKind::AddressFailing => {
                let status = facts.status.as_deref().unwrap_or_default();
                let args = [("email", facts.who.email.as_str()), ("status", status)];
                blocks.push(Block::Text(words.args("letter-failing-text", &args)));
                blocks.push(Block::Small(words.text("letter-failing-means")));
            }
            _ => {}
        }
        if let Some(note) =
            filled(Some(&facts.who.note)).filter(|_| kind != LetterKind::AddressFailing)
        {
            blocks.push(Block::Quote {
                label: words.with("letter-answer-note", "name", &facts.who.name),
                text: note,
            });
        }
        blocks.push(Block::Clocks(self.clocks(facts.time)?));
        let of_city = |name: &str, city: &str| {
            words.args("letter-of-city", &[("name", name), ("city", city)])
        };
        let guest_city = place(words, &facts.guest_city);
        blocks.push(Block::Facts(vec![
            (words.text("letter-fact-visit"), facts.title.clone()),
            (
                words.text("letter-fact-guests"),
                of_city(&facts.organization, &guest_city),
            ),
        ]));
        if kind == LetterKind::AnswerReceived {
            let everybody = std::iter::once(&facts.who).chain(&facts.others);
            blocks.push(Block::Facts(everybody.map(|one| self.said(one)).collect()));
        }
        blocks.push(Block::Link {
            label: words.text("letter-answer-booking"),
            url: format!("{}/bookings/{}", self.context.public_url, facts.booking_id),
            main: true,
        });
        Ok(blocks)
    }

    /// Who proposes what; the visit's own time follows, as of every letter.
    fn proposal(&self) -> Result<Vec<Block>, RenderError> {
        let (words, facts) = (self.words, self.facts);
        let Some(time) = facts.proposed else {
            return Ok(vec![Block::Text(words.text("letter-counter-unread"))]);
        };
        Ok(vec![
            Block::Text(words.text("letter-counter-text")),
            Block::Clocks(self.clocks(time)?),
            Block::Text(words.text("letter-counter-instead")),
        ])
    }

    fn said(&self, one: &PersonAnswer) -> (String, String) {
        let key = format!("answer-{}", one.participation);
        (one.name.clone(), self.words.text(&key))
    }

    fn clocks(&self, time: VisitTime) -> Result<Vec<Clock>, NoZone> {
        let span: (DateTime<Utc>, DateTime<Utc>) = (time.starts_at, time.ends_at);
        let cities = [&self.facts.host_city, &self.facts.guest_city];
        let reader = &self.letter.recipient;
        clocks_at(
            &self.context.zones,
            self.words,
            reader,
            Part::Host,
            cities,
            span,
        )
    }
}
