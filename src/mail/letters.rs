//! What a letter says: frozen facts become words in the reader's language and on their clock.
//!
//! Pure: the same letter always gives the same words, so that a second attempt to send it is the
//! same mail. How the words are laid out is [`sheet`](super::sheet)'s, how they travel is
//! [`message`](super::message)'s.

mod answers;
mod life;
mod visit;
mod waiting;

use std::sync::Arc;

use self::visit::VisitLetter;
use super::calendar::{Mailbox, Method};
use super::clocks::NoZone;
use super::dkim::Signer;
use super::sheet::{Block, Sheet};
use crate::app::links::LinkKey;
use crate::domain::id::{LetterId, SignInLinkId};
pub use crate::domain::letter::calendar_uid;
use crate::domain::letter::{Content, Letter, LetterKind, Recipient};
use crate::domain::locale::Localizer;
use crate::domain::zone::ZoneData;

/// The mailbox that replies and reports go to, each at an address of its own: what stands behind a
/// plus sign says whom it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyAddress {
    /// What stands before the plus sign.
    pub local: String,
    /// The domain.
    pub domain: String,
}

impl ReplyAddress {
    /// The address with this token.
    pub fn tagged(&self, token: &str) -> String {
        format!("{}+{token}@{}", self.local, self.domain)
    }
}

/// What every letter is written with.
#[derive(Clone)]
pub struct LetterContext {
    /// Where the installation is on the web, without a slash at the end.
    pub public_url: String,
    /// Who sends: also the organizer in calendars, so never a guest.
    pub from: Mailbox,
    /// Where replies and reports go, where somebody reads them.
    pub replies: Option<ReplyAddress>,
    /// Makes the links that let the reader in.
    pub link_key: LinkKey,
    /// The clocks.
    pub zones: ZoneData,
    /// Signs the messages, where there is a key.
    pub signer: Option<Arc<Signer>>,
}

impl LetterContext {
    /// Whom a letter comes from: where it puts something into its reader's calendar, and somebody
    /// reads what that answers, the address at which this reader's calendar does. The organizer is
    /// the same, for good.
    pub fn sender(&self, letter: &Letter) -> Mailbox {
        let attendee = match &letter.content {
            Content::Visit(visit) => visit.attendee_id,
            _ => None,
        };
        match (&self.replies, attendee) {
            (Some(replies), Some(attendee)) => Mailbox {
                name: self.from.name.clone(),
                email: replies.tagged(&self.link_key.answer_token(attendee)),
            },
            _ => self.from.clone(),
        }
    }

    /// The envelope's sender of a letter: where it comes back to.
    pub(super) fn returns(&self, letter: LetterId) -> String {
        match &self.replies {
            Some(replies) => replies.tagged(&self.link_key.return_token(letter)),
            None => self.from.email.clone(),
        }
    }

    /// The message with its signature, where there is a key.
    pub(super) fn signed(&self, raw: Vec<u8>) -> Vec<u8> {
        match &self.signer {
            Some(signer) => signer.sign(raw),
            None => raw,
        }
    }
}

/// A letter in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The subject, one line.
    pub subject: String,
    /// The plain text, which stands alone.
    pub text: String,
    /// The same as HTML.
    pub html: String,
    /// The calendar object, where the letter is about a visit.
    pub calendar: Option<String>,
}

/// A letter that cannot be put in words.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// A clock is not known.
    #[error(transparent)]
    Zone(#[from] NoZone),
    /// The facts are not of the kind that the letter says it is.
    #[error("a letter of the kind {0} has other facts")]
    Mismatch(LetterKind),
    /// The template.
    #[error("the letter could not be laid out")]
    Template(#[from] askama::Error),
}

/// Puts a letter in words.
///
/// # Errors
/// Where it cannot be done, now or ever: see [`RenderError`].
pub fn render(letter: &Letter, context: &LetterContext) -> Result<Rendered, RenderError> {
    let words = Localizer::of(letter.recipient.locale);
    let written = match (letter.kind, &letter.content) {
        (LetterKind::SignIn, Content::SignIn { link, minutes }) => {
            sign_in(&words, &letter.recipient, *link, *minutes, context)
        }
        (LetterKind::WaitingJoined | LetterKind::WaitingOffered, Content::Waiting(facts)) => {
            waiting::write(&words, letter, facts, context)?
        }
        (LetterKind::VisitFollowUp, Content::Visit(visit)) => {
            life::follow_up(&words, letter, visit, context)?
        }
        (
            LetterKind::PartnershipProposed
            | LetterKind::PartnershipAgreed
            | LetterKind::PartnershipQuiet,
            Content::Partnership(facts),
        ) => life::partnership(&words, letter, facts, context)?,
        (kind, Content::Answers(facts)) if answers::of_answers(kind) => {
            answers::write(&words, letter, facts, context)?
        }
        (kind, Content::Visit(visit)) if of_visit(kind) => {
            let method = method_of(kind).unwrap_or(Method::Publish);
            VisitLetter::new(letter, visit, context, words, method)?.write()
        }
        (LetterKind::SeriesConfirmed | LetterKind::SeriesCancelled, Content::Series(series)) => {
            super::series::written(letter, series, &words, context)?
        }
        (LetterKind::PollOpened, Content::Poll(poll)) => {
            super::poll::written(letter, poll, &words, context)?
        }
        (kind, _) => return Err(RenderError::Mismatch(kind)),
    };
    let locale = words.locale();
    Ok(Rendered {
        subject: one_line(&written.subject),
        text: written.sheet.text(locale),
        html: written.sheet.html(locale)?,
        calendar: written.calendar,
    })
}

/// Whether a letter of this kind tells of a visit.
fn of_visit(kind: LetterKind) -> bool {
    match kind {
        LetterKind::VisitConfirmed
        | LetterKind::VisitRescheduled
        | LetterKind::VisitMoved
        | LetterKind::VisitMeeting
        | LetterKind::ConfirmAgain
        | LetterKind::VisitRequested
        | LetterKind::VisitToApprove
        | LetterKind::VisitDeclined
        | LetterKind::VisitLapsed
        | LetterKind::VisitLeft
        | LetterKind::VisitCancelled
        | LetterKind::VisitReminder
        | LetterKind::VisitSoon => true,
        LetterKind::WaitingJoined
        | LetterKind::WaitingOffered
        | LetterKind::AnswerReceived
        | LetterKind::TimeProposed
        | LetterKind::AddressFailing
        | LetterKind::SeriesConfirmed
        | LetterKind::SeriesCancelled
        | LetterKind::PollOpened
        | LetterKind::SignIn
        | LetterKind::PartnershipProposed
        | LetterKind::PartnershipAgreed
        | LetterKind::PartnershipQuiet
        | LetterKind::VisitFollowUp => false,
    }
}

/// What a letter of this kind asks of a calendar; nothing where it carries no calendar object.
pub(super) fn method_of(kind: LetterKind) -> Option<Method> {
    match kind {
        LetterKind::VisitConfirmed
        | LetterKind::VisitRescheduled
        | LetterKind::VisitMoved
        | LetterKind::VisitMeeting => Some(Method::Request),
        LetterKind::VisitDeclined
        | LetterKind::VisitLapsed
        | LetterKind::VisitLeft
        | LetterKind::VisitCancelled => Some(Method::Cancel),
        LetterKind::VisitRequested
        | LetterKind::VisitToApprove
        | LetterKind::ConfirmAgain
        | LetterKind::WaitingJoined
        | LetterKind::WaitingOffered
        | LetterKind::AnswerReceived
        | LetterKind::TimeProposed
        | LetterKind::AddressFailing
        | LetterKind::SeriesConfirmed
        | LetterKind::SeriesCancelled
        | LetterKind::PollOpened
        | LetterKind::SignIn
        | LetterKind::PartnershipProposed
        | LetterKind::PartnershipAgreed
        | LetterKind::PartnershipQuiet
        | LetterKind::VisitFollowUp
        // Outlook would offer the meeting again.
        | LetterKind::VisitReminder
        | LetterKind::VisitSoon => None,
    }
}

/// The calendar file that a guest may fetch, from the newest letter about their visit; nothing
/// where the visit is called off.
///
/// # Errors
/// As [`render`].
pub fn calendar_file(
    letter: &Letter,
    context: &LetterContext,
) -> Result<Option<String>, RenderError> {
    match (letter.kind, &letter.content) {
        (
            LetterKind::VisitConfirmed
            | LetterKind::VisitRescheduled
            | LetterKind::VisitMoved
            | LetterKind::VisitMeeting,
            Content::Visit(visit),
        ) => {
            let words = Localizer::of(letter.recipient.locale);
            let letter = VisitLetter::new(letter, visit, context, words, Method::Publish)?;
            Ok(Some(letter.invite().to_ics()))
        }
        _ => Ok(None),
    }
}

/// A letter before it is laid out.
pub(super) struct Written {
    pub(super) subject: String,
    pub(super) sheet: Sheet,
    pub(super) calendar: Option<String>,
}

fn sign_in(
    words: &Localizer,
    reader: &Recipient,
    link: SignInLinkId,
    minutes: i64,
    context: &LetterContext,
) -> Written {
    let blocks = vec![
        Block::Text(words.with("letter-greeting", "name", &reader.name)),
        Block::Text(words.count("letter-sign-in-text", minutes)),
        Block::Link {
            label: words.text("letter-sign-in-link"),
            url: context.link_key.sign_in_url(&context.public_url, link),
            main: true,
        },
        Block::Small(words.text("letter-sign-in-ignore")),
    ];
    let heading = words.text("letter-sign-in-heading");
    Written {
        subject: words.text("letter-sign-in-subject"),
        sheet: Sheet {
            heading,
            blocks,
            footer: footer(words, context),
        },
        calendar: None,
    }
}

pub(super) fn footer(words: &Localizer, context: &LetterContext) -> String {
    words.with("letter-footer", "url", &context.public_url)
}

/// The link by which the reader leaves the list that a letter belongs to, where it belongs to one.
fn leaving(words: &Localizer, letter: &Letter, context: &LetterContext) -> Option<Block> {
    let list = letter.kind.list()?.as_str().replace('_', "-");
    Some(Block::Link {
        label: words.text(&format!("letter-unsubscribe-{list}")),
        url: context
            .link_key
            .unsubscribe_url(&context.public_url, letter.id),
        main: false,
    })
}

/// A text that says something.
fn filled(text: Option<&str>) -> Option<String> {
    text.map(str::trim)
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
}

/// A header's text: input is checked when it comes in, but a line break here would be a header.
pub(super) fn one_line(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

#[cfg(test)]
mod tests;
