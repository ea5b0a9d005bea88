//! Whether an attendee comes: what they answered, by which way, and which of two answers counts.
//!
//! An answer is to one time of a visit. When the visit is moved, everybody is asked anew (RFC 5546
//! 3.2.2.1), and a reply by mail that names an earlier SEQUENCE is to a time that is no more.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::input::{Checker, Invalid};
use super::words::words;

words! {
    /// Whether somebody comes: PARTSTAT, in the words of RFC 5545 3.2.12.
    Participation {
        /// Nothing was answered yet.
        NeedsAction = "needs-action",
        /// They come.
        Accepted = "accepted",
        /// They may come.
        Tentative = "tentative",
        /// They do not come.
        Declined = "declined",
    }
}

words! {
    /// The way by which an answer came.
    AnswerSource {
        /// The link in the letter.
        Link = "link",
        /// A reply of their calendar by mail.
        Mail = "mail",
    }
}

/// Longest note to an answer, in characters.
pub const NOTE_MAX: usize = 500;

/// What an attendee has answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// Whether they come.
    pub participation: Participation,
    /// When they said so.
    pub at: Option<DateTime<Utc>>,
    /// By which way.
    pub source: Option<AnswerSource>,
    /// What they wrote beside, maybe empty.
    pub note: String,
    /// The SEQUENCE of what they answered to; a reply to an earlier one is too old.
    pub sequence: i32,
    /// The DTSTAMP of the answer; a reply with an earlier one is older.
    pub stamp: Option<DateTime<Utc>>,
}

impl Answered {
    /// Nothing yet, to a calendar object of this SEQUENCE.
    pub fn nothing(sequence: i32) -> Self {
        Self {
            participation: Participation::NeedsAction,
            at: None,
            source: None,
            note: String::new(),
            sequence,
            stamp: None,
        }
    }

    /// What it becomes by a reply; nothing where the reply is an older one.
    ///
    /// A reply names the SEQUENCE that it answers (`None` where the calendar left it out) and its
    /// own DTSTAMP; a later SEQUENCE wins, then a later DTSTAMP (RFC 5546 2.1.5). What lies in the
    /// future counts as now, so that no wrong clock outlasts later answers.
    pub fn after(
        &self,
        reply: &ReplyFacts,
        booking_sequence: i32,
        now: DateTime<Utc>,
    ) -> Option<Self> {
        let stamp = reply.stamp.unwrap_or(now).min(now);
        let sequence = reply
            .sequence
            .unwrap_or(self.sequence)
            .min(booking_sequence);
        let is_older = sequence < self.sequence
            || (sequence == self.sequence && self.stamp.is_some_and(|known| stamp < known));
        (!is_older).then(|| Self {
            participation: reply.participation,
            at: Some(now),
            source: Some(reply.source),
            note: reply.note.clone(),
            sequence,
            stamp: Some(stamp),
        })
    }

    /// Whether both say the same.
    pub fn says(&self, other: &Self) -> bool {
        self.participation == other.participation && self.note == other.note
    }
}

/// What a reply says, by whichever way it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyFacts {
    /// Whether they come.
    pub participation: Participation,
    /// What they wrote beside, maybe empty.
    pub note: String,
    /// By which way it came.
    pub source: AnswerSource,
    /// The SEQUENCE that it answers, where it says so.
    pub sequence: Option<i32>,
    /// When it was made, by the clock of who made it.
    pub stamp: Option<DateTime<Utc>>,
}

/// Checks what somebody sent by the form of the link: one of the three answers, and a short note.
///
/// # Errors
/// Every field that is wrong.
pub fn check(answer: &str, note: &str) -> Result<(Participation, String), Invalid> {
    let mut check = Checker::default();
    let participation = answer
        .parse()
        .ok()
        .filter(|a| *a != Participation::NeedsAction);
    if participation.is_none() {
        let code = match answer {
            "" => "required",
            _ => "unknown_answer",
        };
        check.wrong("answer", code, "Choose accepted, tentative or declined.");
    }
    let note = check.text("note", note);
    if note.chars().count() > NOTE_MAX {
        let detail = format!("Write at most {NOTE_MAX} characters.");
        check.wrong("note", "too_long", detail);
    }
    check.finish((participation.unwrap_or(Participation::NeedsAction), note))
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use rstest::rstest;

    use super::*;

    fn at(minutes: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000, 0).unwrap() + TimeDelta::minutes(minutes)
    }

    fn reply(participation: Participation, sequence: Option<i32>, stamp: i64) -> ReplyFacts {
        ReplyFacts {
            participation,
            note: String::new(),
            source: AnswerSource::Mail,
            sequence,
            stamp: Some(at(stamp)),
        }
    }

    /// Known: accepted at minute 10, to SEQUENCE 2. Now is minute 60.
    #[rstest]
    #[case::later(Some(2), 11, true)]
    #[case::the_same_again(Some(2), 10, true)]
    #[case::earlier(Some(2), 9, false)]
    #[case::to_an_earlier_time(Some(1), 30, false)]
    #[case::to_a_later_one(Some(3), 5, true)]
    #[case::without_a_sequence(None, 11, true)]
    #[case::without_a_sequence_and_earlier(None, 9, false)]
    #[case::from_the_future(Some(2), 10_000, true)]
    fn the_newer_answer_counts(
        #[case] sequence: Option<i32>,
        #[case] stamp: i64,
        #[case] counts: bool,
    ) {
        let known = Answered::nothing(2)
            .after(&reply(Participation::Accepted, Some(2), 10), 3, at(10))
            .unwrap();
        let then = known.after(&reply(Participation::Declined, sequence, stamp), 3, at(60));
        assert_eq!(then.is_some(), counts);
        if let Some(then) = then {
            assert_eq!(then.participation, Participation::Declined);
            assert!(
                then.stamp <= Some(at(60)),
                "no clock outlasts later answers"
            );
        }
    }

    #[test]
    fn a_form_has_to_say_one_of_three() {
        assert_eq!(
            check("accepted", " See you! ").unwrap(),
            (Participation::Accepted, "See you!".to_owned())
        );
        for (answer, note, field) in [
            ("needs-action", "", "answer"),
            ("", "", "answer"),
            ("maybe", "", "answer"),
            ("accepted", &"x".repeat(NOTE_MAX + 1) as &str, "note"),
            ("accepted", "a\u{202e}b\u{0}", "note"),
        ] {
            let wrong = check(answer, note).unwrap_err();
            assert!(
                wrong.0.iter().any(|e| e.field == field),
                "{answer:?} {wrong:?}"
            );
        }
    }
}
