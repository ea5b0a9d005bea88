//! A message that came in by mail, as far as it concerns visits.

use super::itip::Answer;
use super::words::words;

/// What a message is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Incoming {
    /// A calendar's answer to an invite.
    Answer {
        /// The tokens in the addresses that it went to, and in the organizer's.
        tokens: Vec<String>,
        /// Who sent it.
        from: Option<String>,
        /// The answer.
        answer: Box<Answer>,
    },
    /// A report of what became of a letter (RFC 3464).
    Report {
        /// The tokens in the addresses that it went to.
        tokens: Vec<String>,
        /// Whether the letter was given up; else it is late.
        failed: bool,
        /// Why (RFC 3463), such as `5.1.1`.
        status: String,
    },
    /// Nothing that concerns a visit.
    Ignored(Ignored),
}

words! {
    /// Why a message concerns no visit.
    Ignored {
        /// It is no mail message.
        Unreadable = "unreadable",
        /// A program answers for somebody who is away (RFC 3834).
        AutoReply = "auto_reply",
        /// It carries neither an answer of a calendar nor a report.
        NothingInIt = "nothing_in_it",
    }
}

words! {
    /// What became of a message.
    Taken {
        /// An answer was written down.
        Answered = "answered",
        /// It says what was known.
        Unchanged = "unchanged",
        /// A newer answer is known, or the visit has another time by now.
        Older = "older",
        /// A proposal was told to the host.
        Proposed = "proposed",
        /// An address was marked, because letters come back from it.
        Undelivered = "undelivered",
        /// It was noted that a letter is late.
        Delayed = "delayed",
        /// The visit has begun or does not take place.
        Closed = "closed",
        /// It went to no address that we gave out, or to one of something that is gone.
        UnknownToken = "unknown_token",
        /// Who answers was not invited, at least not by that address.
        UnknownAttendee = "unknown_attendee",
        /// It is about another event than the one that its address was given out for.
        OtherEvent = "other_event",
        /// It is an answer of none of the kinds that we understand.
        NoAnswer = "no_answer",
        /// It concerns no visit.
        Ignored = "ignored",
    }
}

/// Length of a token in an address.
pub const TOKEN_LENGTH: usize = 43;

/// The tokens in a text of addresses: what stands between a plus sign and an at sign and has a
/// token's length and characters.
pub fn tokens_in(text: &str) -> Vec<String> {
    let tagged = text.split('+').skip(1);
    let tags = tagged.filter_map(|rest| Some(rest.split_once('@')?.0.to_ascii_lowercase()));
    let is_token = |tag: &String| {
        tag.len() == TOKEN_LENGTH
            && tag.starts_with(['a', 'b'])
            && tag.bytes().all(|b| matches!(b, b'a'..=b'z' | b'2'..=b'7'))
    };
    let mut tokens: Vec<String> = tags.filter(is_token).collect();
    tokens.dedup();
    tokens
}
