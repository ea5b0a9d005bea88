//! How an offer is booked, as part of an offer.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::input::{Checker, Invalid};
use crate::domain::policy::{Policy, Question, QuestionKind};

/// How an offer is booked.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = Policy)]
#[serde(default)]
pub struct PolicyDto {
    /// Who has to approve a booking: instant (nobody), host, or both (a coordinator of each city).
    pub approval: String,
    /// Hours after which a request without an answer lapses, 1 to 2160.
    pub approval_hours: i32,
    /// Hours before its start until which guests may cancel, move or change a visit.
    pub change_hours: i32,
    /// What a seat is: person, or party (however many people it is).
    pub seat: String,
    /// Most people of one party; 0 means as many as there are seats.
    pub group_max: i32,
    /// Most open bookings of one contact's address; 0 means any number.
    pub party_limit: i32,
    /// Most open bookings of one city; 0 means any number.
    pub city_limit: i32,
    /// Whether there is a waiting list once a slot is full.
    pub waiting_list: bool,
    /// What guests are asked, at most 10.
    pub questions: Vec<QuestionDto>,
    /// Whether guests may wish for one of the offer's languages.
    pub ask_language: bool,
    /// Whether guests may wish for an interpreter.
    pub ask_interpreter: bool,
    /// Whether guests may say what they need to take part.
    pub ask_accessibility: bool,
    /// What guests have to agree to; empty means nothing.
    pub consent: String,
}

/// Something that guests are asked.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[schema(as = Question)]
#[serde(default)]
pub struct QuestionDto {
    /// Names it in answers.
    pub id: String,
    /// The question.
    pub text: String,
    /// text, choice or yes_no.
    pub kind: String,
    /// What to choose from, for a choice.
    pub choices: Vec<String>,
    /// Whether it must be answered.
    pub required: bool,
}

impl Default for PolicyDto {
    fn default() -> Self {
        Policy::default().into()
    }
}

impl From<Policy> for PolicyDto {
    fn from(policy: Policy) -> Self {
        let question = |question: Question| QuestionDto {
            id: question.id,
            text: question.text,
            kind: question.kind.to_string(),
            choices: question.choices,
            required: question.required,
        };
        Self {
            approval: policy.approval.to_string(),
            approval_hours: policy.approval_hours,
            change_hours: policy.change_hours,
            seat: policy.seat.to_string(),
            group_max: policy.group_max,
            party_limit: policy.party_limit,
            city_limit: policy.city_limit,
            waiting_list: policy.waiting_list,
            questions: policy.questions.into_iter().map(question).collect(),
            ask_language: policy.ask_language,
            ask_interpreter: policy.ask_interpreter,
            ask_accessibility: policy.ask_accessibility,
            consent: policy.consent,
        }
    }
}

impl PolicyDto {
    /// The policy that this says.
    ///
    /// # Errors
    /// Where a word is none of those there are; the rest is checked by the use case.
    pub fn read(self) -> Result<Policy, Invalid> {
        let defaults = Policy::default();
        let mut check = Checker::default();
        let approval = check.parse("policy.approval", "unknown_approval", &self.approval);
        let seat = check.parse("policy.seat", "unknown_seat", &self.seat);
        let questions = self.questions.into_iter().enumerate();
        let questions = questions.map(|(index, question)| Question {
            kind: check
                .parse(
                    &format!("policy.questions[{index}].kind"),
                    "unknown_kind",
                    &question.kind,
                )
                .unwrap_or(QuestionKind::Text),
            id: question.id,
            text: question.text,
            choices: question.choices,
            required: question.required,
        });
        let policy = Policy {
            questions: questions.collect(),
            approval: approval.unwrap_or(defaults.approval),
            seat: seat.unwrap_or(defaults.seat),
            approval_hours: self.approval_hours,
            change_hours: self.change_hours,
            group_max: self.group_max,
            party_limit: self.party_limit,
            city_limit: self.city_limit,
            waiting_list: self.waiting_list,
            ask_language: self.ask_language,
            ask_interpreter: self.ask_interpreter,
            ask_accessibility: self.ask_accessibility,
            consent: self.consent,
        };
        check.finish(policy)
    }
}
