//! The policy of an offer: who has to approve a booking, how large it may be, until when it may be
//! changed, and what guests are asked.

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};

use super::input::{Checker, Invalid, LINE_MAX};
use super::words::words;

/// Most questions of an offer.
pub const QUESTIONS_MAX: usize = 10;
/// Most choices of a question.
pub const CHOICES_MAX: usize = 20;
/// Most hours of a deadline: ninety days.
pub const HOURS_MAX: i32 = 90 * 24;
/// Most people of one party.
pub const GROUP_MAX: i32 = 10_000;

words! {
    /// Who has to approve a booking.
    Approval {
        /// Nobody: it is confirmed at once.
        Instant = "instant",
        /// Whoever manages the host.
        Host = "host",
        /// A coordinator of the host's city and one of the guests', in any order.
        Both = "both",
    }
}

words! {
    /// What a seat of a slot is.
    SeatUnit {
        /// A place for one person.
        Person = "person",
        /// A place for one party, however many people it is.
        Party = "party",
    }
}

words! {
    /// How a question is answered.
    QuestionKind {
        /// In the guest's own words.
        Text = "text",
        /// By one of the choices.
        Choice = "choice",
        /// By yes or no.
        YesNo = "yes_no",
    }
}

/// Something that guests are asked when they book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Names it in answers: lower-case letters, digits and underscores.
    pub id: String,
    /// The question.
    pub text: String,
    /// How it is answered.
    pub kind: QuestionKind,
    /// What to choose from, for a choice.
    #[serde(default)]
    pub choices: Vec<String>,
    /// Whether it must be answered.
    #[serde(default)]
    pub required: bool,
}

/// How an offer is booked. What is absent in a stored policy has its default.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Policy {
    /// Who has to approve.
    pub approval: Approval,
    /// Hours after which a request without an answer lapses.
    pub approval_hours: i32,
    /// Hours before its start until which guests may cancel, move or change a visit.
    pub change_hours: i32,
    /// What a seat is.
    pub seat: SeatUnit,
    /// Most people of one party; 0 means as many as there are seats.
    pub group_max: i32,
    /// Most open bookings of one contact's address; 0 means any number.
    pub party_limit: i32,
    /// Most open bookings of one city; 0 means any number.
    pub city_limit: i32,
    /// Whether there is a waiting list once a slot is full.
    pub waiting_list: bool,
    /// What guests are asked.
    pub questions: Vec<Question>,
    /// Whether guests may wish for one of the offer's languages.
    pub ask_language: bool,
    /// Whether guests may wish for an interpreter.
    pub ask_interpreter: bool,
    /// Whether guests may say what they need to take part.
    pub ask_accessibility: bool,
    /// What guests have to agree to; empty means nothing.
    pub consent: String,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            approval: Approval::Instant,
            approval_hours: 72,
            change_hours: 0,
            seat: SeatUnit::Person,
            group_max: 0,
            party_limit: 0,
            city_limit: 0,
            waiting_list: true,
            questions: Vec::new(),
            ask_language: false,
            ask_interpreter: false,
            ask_accessibility: false,
            consent: String::new(),
        }
    }
}

/// A guest's answer to a question.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerInput {
    /// The question's id.
    pub question: String,
    /// `yes` or `no`, one of the choices, or a text.
    pub answer: String,
}

/// What guests say beside who they are, not yet checked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WishesInput {
    /// How many people come; absent means as many as seats.
    pub group_size: Option<i32>,
    /// Answers to the offer's questions.
    pub answers: Vec<AnswerInput>,
    /// BCP 47 tag of the language they would like, one of the offer's.
    pub language: Option<String>,
    /// Whether they would like an interpreter.
    pub interpreter: bool,
    /// What they need to take part.
    pub accessibility: String,
    /// Whether they agree to the consent text.
    pub consent: bool,
}

/// An answer as it is kept: with the question as it was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The question's id.
    pub question: String,
    /// The question.
    pub text: String,
    /// The answer.
    pub answer: String,
}

/// What guests said beside who they are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wishes {
    /// Answers, in the order of the questions.
    pub answers: Vec<Answer>,
    /// BCP 47 tag of the language they would like.
    pub language: Option<String>,
    /// Whether they would like an interpreter.
    pub interpreter: bool,
    /// What they need to take part, maybe empty.
    pub accessibility: String,
    /// What they agreed to, maybe empty.
    pub consent: String,
}

impl Policy {
    /// A policy as somebody enters it, checked.
    ///
    /// # Errors
    /// Every field that is wrong, below `policy`.
    pub fn check(mut self, all: &mut Checker) -> Self {
        let mut check = Checker::default();
        self.approval_hours = check.number("approval_hours", self.approval_hours, 1, HOURS_MAX);
        self.change_hours = check.number("change_hours", self.change_hours, 0, HOURS_MAX);
        self.group_max = check.number("group_max", self.group_max, 0, GROUP_MAX);
        self.party_limit = check.number("party_limit", self.party_limit, 0, GROUP_MAX);
        self.city_limit = check.number("city_limit", self.city_limit, 0, GROUP_MAX);
        self.consent = check.text("consent", &self.consent);
        if self.questions.len() > QUESTIONS_MAX {
            let detail = format!("Ask at most {QUESTIONS_MAX} questions.");
            check.wrong("questions", "too_many", detail);
            self.questions.truncate(QUESTIONS_MAX);
        }
        let mut ids: Vec<String> = Vec::new();
        for (index, question) in self.questions.iter_mut().enumerate() {
            let path = format!("questions[{index}]");
            if ids.contains(&question.id) {
                check.wrong(&format!("{path}.id"), "duplicate_id", "Use each id once.");
            }
            ids.push(question.id.clone());
            question.check(&mut check, &path);
        }
        all.nested("policy", check);
        self
    }

    /// Checks how many come and what else the guests say.
    ///
    /// # Errors
    /// Every field that is wrong.
    pub fn wishes(
        &self,
        check: &mut Checker,
        input: &WishesInput,
        seats: i32,
        languages: &[String],
    ) -> (i32, Wishes) {
        let group_size = self.group(check, input.group_size, seats);
        let language = input.language.as_deref().map(str::trim);
        let language = language.filter(|tag| !tag.is_empty()).map(str::to_owned);
        if language
            .as_ref()
            .is_some_and(|tag| !languages.contains(tag))
        {
            let detail = "Choose one of the offer's languages.";
            check.wrong("language", "unknown_language", detail);
        }
        if !self.consent.is_empty() && !input.consent {
            let detail = "Agree to this, or do not book.";
            check.wrong("consent", "consent_required", detail);
        }
        let wishes = Wishes {
            answers: self.answers(check, &input.answers),
            language: language.filter(|_| self.ask_language),
            interpreter: self.ask_interpreter && input.interpreter,
            accessibility: match self.ask_accessibility {
                true => check.text("accessibility", &input.accessibility),
                false => String::new(),
            },
            consent: self.consent.clone(),
        };
        (group_size, wishes)
    }

    fn group(&self, check: &mut Checker, asked: Option<i32>, seats: i32) -> i32 {
        let most = if self.group_max > 0 {
            self.group_max
        } else {
            GROUP_MAX
        };
        match self.seat {
            SeatUnit::Person => {
                let group_size = asked.unwrap_or(seats);
                if group_size != seats {
                    let detail = "Take one seat for each of you.";
                    check.wrong("group_size", "not_seats", detail);
                }
                check.number("seats", seats, 1, most)
            }
            SeatUnit::Party => {
                if seats != 1 {
                    let detail = "A party takes one seat, however many you are.";
                    check.wrong("seats", "one_per_party", detail);
                }
                check.number("group_size", asked.unwrap_or(1), 1, most)
            }
        }
    }

    fn answers(&self, check: &mut Checker, given: &[AnswerInput]) -> Vec<Answer> {
        // Every answer is looked at against at most `QUESTIONS_MAX` questions.
        if given.len() > QUESTIONS_MAX {
            check.wrong("answers", "too_many", "Answer each question once.");
            return Vec::new();
        }
        for (index, answer) in given.iter().enumerate() {
            let path = format!("answers[{index}].question");
            let earlier = given.iter().take(index);
            if !self.questions.iter().any(|q| q.id == answer.question) {
                check.wrong(&path, "unknown_question", "Nobody asks this.");
            } else if earlier.into_iter().any(|e| e.question == answer.question) {
                check.wrong(&path, "duplicate_answer", "Answer each question once.");
            }
        }
        let answer_to = |question: &Question| {
            let found = given.iter().position(|a| a.question == question.id);
            let field = match found {
                Some(index) => format!("answers[{index}].answer"),
                None => format!("answers.{}", question.id),
            };
            let text = found.and_then(|index| given.get(index));
            let text = text.map(|a| a.answer.trim()).unwrap_or_default();
            (field, text)
        };
        let mut answers = Vec::new();
        for question in &self.questions {
            let (field, text) = answer_to(question);
            if let Some(answer) = question.answer(check, &field, text) {
                answers.push(answer);
            }
        }
        answers
    }

    /// The last moment at which guests may change a visit that begins at `starts_at`.
    pub fn changes_until(&self, starts_at: DateTime<Utc>) -> DateTime<Utc> {
        starts_at - Duration::hours(self.change_hours.into())
    }

    /// When a request made now lapses: never later than the visit begins.
    pub fn answer_by(&self, now: DateTime<Utc>, starts_at: DateTime<Utc>) -> DateTime<Utc> {
        (now + Duration::hours(self.approval_hours.into())).min(starts_at)
    }
}

impl Question {
    fn check(&mut self, check: &mut Checker, path: &str) {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if self.id.is_empty() || self.id.len() > 40 || !self.id.chars().all(plain) {
            let detail = "Use up to 40 lower-case letters, digits and underscores.";
            check.wrong(&format!("{path}.id"), "invalid_id", detail);
        }
        self.text = check.line(&format!("{path}.text"), &self.text);
        let field = format!("{path}.choices");
        match self.kind {
            QuestionKind::Choice if !(2..=CHOICES_MAX).contains(&self.choices.len()) => {
                let detail = format!("Give 2 to {CHOICES_MAX} choices.");
                check.wrong(&field, "out_of_range", detail);
            }
            QuestionKind::Choice => {
                for (index, choice) in self.choices.iter_mut().enumerate() {
                    *choice = check.line(&format!("{field}[{index}]"), choice);
                }
            }
            QuestionKind::Text | QuestionKind::YesNo => self.choices.clear(),
        }
    }

    fn answer(&self, check: &mut Checker, field: &str, text: &str) -> Option<Answer> {
        if text.is_empty() {
            if self.required {
                check.wrong(field, "required", "Answer this.");
            }
            return None;
        }
        let known = match self.kind {
            QuestionKind::Text => {
                if text.chars().count() > LINE_MAX * 4 {
                    let detail = format!("Use at most {} characters.", LINE_MAX * 4);
                    check.wrong(field, "too_long", detail);
                }
                check.text(field, text);
                true
            }
            QuestionKind::Choice => self.choices.iter().any(|choice| choice == text),
            QuestionKind::YesNo => text == "yes" || text == "no",
        };
        if !known {
            check.wrong(field, "unknown_choice", "Choose one of the answers.");
        }
        Some(Answer {
            question: self.id.clone(),
            text: self.text.clone(),
            answer: text.to_owned(),
        })
    }
}

/// Refuses a policy alone, for those who have no other field to check.
///
/// # Errors
/// Every field that is wrong.
pub fn checked(policy: Policy) -> Result<Policy, Invalid> {
    let mut check = Checker::default();
    let policy = policy.check(&mut check);
    check.finish(policy)
}

#[cfg(test)]
mod tests;
