//! `/console/offers/{id}/policy`: how an offer is booked, edited as a form.

use actix_web::http::StatusCode;
use actix_web::web::{Form, Path, ServiceConfig};
use actix_web::{HttpResponse, get, post};
use askama::Template;

use super::form::{Choice, Control, Field, faults};
use super::parts::{Frame, name_of};
use super::reader::{Reader, see_other};
use super::typed::Typed;
use crate::app::Error;
use crate::app::offer::{self, OfferView};
use crate::domain::id::OfferId;
use crate::domain::input::{LINE_MAX, TEXT_MAX};
use crate::domain::locale::Localizer;
use crate::domain::policy::{
    Approval, GROUP_MAX, HOURS_MAX, Policy, QUESTIONS_MAX, Question, QuestionKind, SeatUnit,
};
use crate::web::Problem;
use crate::web::request::id;

/// The editor of an offer's policy.
#[derive(Template)]
#[template(path = "pages/policy.html")]
pub struct PolicyPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// The offer's title.
    pub title: String,
    /// The host's name.
    pub host: String,
    /// The console with this host.
    pub back: String,
    /// Where the form posts.
    pub action: String,
    /// Approval, deadlines and limits.
    pub rules: Vec<Field>,
    /// What guests are asked besides.
    pub wishes: Vec<Field>,
    /// The questions, with empty rows for more.
    pub questions: Vec<QuestionRow>,
}

/// A question.
pub struct QuestionRow {
    /// What names the row for those who hear it.
    pub label: String,
    /// Names the question in answers; empty for a new one.
    pub id: String,
    /// The question, how it is answered, and what to choose from.
    pub fields: Vec<Field>,
}

impl PolicyPage {
    /// The fields that were wrong, in the form's order.
    pub fn faults(&self) -> Vec<&Field> {
        let asked = self.questions.iter().flat_map(|row| &row.fields);
        faults(self.rules.iter().chain(&self.wishes).chain(asked))
    }
}

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(show).service(save);
}

#[get("/console/offers/{id}/policy")]
async fn show(reader: Reader, path: Path<String>) -> Result<HttpResponse, Problem> {
    let view = managed(&reader, id(&path, "offer")?).await?;
    let typed = pairs(&view.offer.policy);
    draw(&reader, StatusCode::OK, &view, &typed)
}

#[post("/console/offers/{id}/policy")]
async fn save(
    reader: Reader,
    path: Path<String>,
    form: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Problem> {
    let offer = id(&path, "offer")?;
    let mut sent = Typed::new(form.into_inner());
    reader.check_form(sent.one("csrf"))?;
    let view = managed(&reader, offer).await?;
    let policy = read(&mut sent);
    if !sent.is_wrong() {
        match offer::set_policy(&reader.state.app, reader.actor(), offer, policy).await {
            Ok(_) => {
                let back = format!("/console/offers/{offer}/policy?done=policy-saved");
                return Ok(see_other(&back));
            }
            Err(Error::Invalid(invalid)) => sent.blame_at(invalid, place),
            Err(other) => return Err(other.into()),
        }
    }
    draw(&reader, StatusCode::UNPROCESSABLE_ENTITY, &view, &sent)
}

/// The offer, for who manages its host; to others it is no page.
async fn managed(reader: &Reader, offer: OfferId) -> Result<OfferView, Problem> {
    let view = offer::get(&reader.state.app, reader.actor(), offer).await?;
    match reader.actor().manages(&view.host) {
        true => Ok(view),
        false => Err(Problem::not_found("page")),
    }
}

/// The field of the form for a field of the policy.
fn place(field: &str) -> String {
    let field = field.trim_start_matches("policy.");
    let question = field
        .strip_prefix("questions[")
        .and_then(|f| f.split_once(']'));
    match question {
        None => field.to_owned(),
        Some((row, rest)) if rest.starts_with(".choices") => format!("question_choices[{row}]"),
        Some((row, _)) => format!("question_text[{row}]"),
    }
}

/// A policy as the form holds it.
fn pairs(policy: &Policy) -> Typed {
    let mut pairs: Vec<(&str, String)> = vec![
        ("approval", policy.approval.to_string()),
        ("approval_hours", policy.approval_hours.to_string()),
        ("change_hours", policy.change_hours.to_string()),
        ("seat", policy.seat.to_string()),
        ("group_max", policy.group_max.to_string()),
        ("party_limit", policy.party_limit.to_string()),
        ("city_limit", policy.city_limit.to_string()),
        ("policy_consent", policy.consent.clone()),
    ];
    let ticks = [
        (policy.waiting_list, "waiting_list"),
        (policy.ask_language, "language"),
        (policy.ask_interpreter, "interpreter"),
        (policy.ask_accessibility, "accessibility"),
    ];
    let ticked = ticks.into_iter().filter(|(ticked, _)| *ticked);
    pairs.extend(ticked.map(|(_, name)| ("asks", name.to_owned())));
    for question in &policy.questions {
        let required = if question.required { "yes" } else { "no" };
        pairs.push(("question_id", question.id.clone()));
        pairs.push(("question_text", question.text.clone()));
        pairs.push(("question_kind", question.kind.to_string()));
        pairs.push(("question_choices", question.choices.join("; ")));
        pairs.push(("question_required", required.to_owned()));
    }
    Typed::new(
        pairs
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    )
}

/// The policy that the form says. Rows without a question are left out, so questions are packed
/// to the front, as the form then shows them.
fn read(sent: &mut Typed) -> Policy {
    let asks = sent.all("asks");
    let ticked = |name: &str| asks.iter().any(|asked| asked == name);
    let approval = sent.one("approval").parse();
    let seat = sent.one("seat").parse();
    if approval.is_err() {
        sent.fault("approval", "unknown_approval");
    }
    if seat.is_err() {
        sent.fault("seat", "unknown_seat");
    }
    sent.drop_rows("question_", "question_text");
    Policy {
        approval: approval.unwrap_or(Approval::Instant),
        approval_hours: sent.number("approval_hours"),
        change_hours: sent.number("change_hours"),
        seat: seat.unwrap_or(SeatUnit::Person),
        group_max: sent.number("group_max"),
        party_limit: sent.number("party_limit"),
        city_limit: sent.number("city_limit"),
        waiting_list: ticked("waiting_list"),
        ask_language: ticked("language"),
        ask_interpreter: ticked("interpreter"),
        ask_accessibility: ticked("accessibility"),
        consent: sent.one("policy_consent").to_owned(),
        questions: questions(sent),
    }
}

fn questions(sent: &Typed) -> Vec<Question> {
    let of = |name: &str| sent.all(&format!("question_{name}"));
    let (ids, texts, kinds) = (of("id"), of("text"), of("kind"));
    let (choices, required) = (of("choices"), of("required"));
    let at = |all: &[String], row: usize| all.get(row).cloned().unwrap_or_default();
    let question = |row: usize| {
        let listed = at(&choices, row);
        let listed = listed.split([';', '；']).map(str::trim);
        let known = at(&ids, row);
        Question {
            id: if known.is_empty() {
                fresh(&ids) + &row.to_string()
            } else {
                known
            },
            text: at(&texts, row),
            kind: at(&kinds, row).parse().unwrap_or(QuestionKind::Text),
            choices: listed
                .filter(|c| !c.is_empty())
                .map(str::to_owned)
                .collect(),
            required: at(&required, row) == "yes",
        }
    };
    (0..texts.len().min(QUESTIONS_MAX + 1))
        .map(question)
        .collect()
}

/// The beginning of an id that no known question has.
fn fresh(ids: &[String]) -> String {
    let mut name = "q".to_owned();
    while ids.iter().any(|id| id.starts_with(&name)) {
        name.push('q');
    }
    name
}

fn draw(
    reader: &Reader,
    status: StatusCode,
    view: &OfferView,
    typed: &Typed,
) -> Result<HttpResponse, Problem> {
    let l = &reader.l;
    let page = PolicyPage {
        l: *l,
        frame: reader.frame(l.text("policy-title")),
        title: view.offer.title.clone(),
        host: view.host.name.clone(),
        back: format!("/console?host={}", view.host.id),
        action: format!("/console/offers/{}/policy", view.offer.id),
        rules: rules(l)
            .into_iter()
            .map(|field| typed.field(l, field))
            .collect(),
        wishes: wishes(l)
            .into_iter()
            .map(|field| typed.field(l, field))
            .collect(),
        questions: rows(l, typed),
    };
    reader.page(status, &page)
}

fn choices(l: &Localizer, vocabulary: &str, words: &[&str]) -> Vec<Choice> {
    let choice = |word: &&str| Choice {
        value: (*word).to_owned(),
        label: name_of(l, vocabulary, word),
        detail: String::new(),
        chosen: false,
    };
    words.iter().map(choice).collect()
}

/// The fields for approval, deadlines and limits.
pub(super) fn rules(l: &Localizer) -> Vec<Field> {
    let number = |name: &str, least: i32, most: i32| {
        let field = Field::new(l, name, Control::Input("number"));
        field.between(&least.to_string(), &most.to_string())
    };
    let limit = |name: &str| number(name, 0, GROUP_MAX).hint(l.text("policy-no-limit"));
    let approvals: Vec<&str> = Approval::ALL.iter().map(|word| word.as_str()).collect();
    let units: Vec<&str> = SeatUnit::ALL.iter().map(|word| word.as_str()).collect();
    vec![
        Field::choosing(
            l,
            "approval",
            Control::Select,
            choices(l, "approval", &approvals),
        ),
        number("approval_hours", 1, HOURS_MAX),
        number("change_hours", 0, HOURS_MAX),
        Field::choosing(l, "seat", Control::Select, choices(l, "seat", &units)),
        limit("group_max"),
        limit("party_limit"),
        limit("city_limit"),
    ]
}

/// The fields for what guests are asked besides.
pub(super) fn wishes(l: &Localizer) -> Vec<Field> {
    let asks = ["waiting_list", "language", "interpreter", "accessibility"];
    vec![
        Field::choosing(l, "asks", Control::Checks, choices(l, "asks", &asks)).optional(),
        Field::new(l, "policy_consent", Control::Text)
            .optional()
            .at_most(TEXT_MAX as u32),
    ]
}

/// The rows of the questions, and three to add some.
pub(super) fn rows(l: &Localizer, typed: &Typed) -> Vec<QuestionRow> {
    let ids = typed.all("question_id");
    let kinds: Vec<&str> = QuestionKind::ALL.iter().map(|word| word.as_str()).collect();
    let count = (typed.all("question_text").len() + 3).min(QUESTIONS_MAX);
    let row = |row: usize| {
        let kind = choices(l, "question", &kinds);
        let required = choices(l, "book", &["no", "yes"]);
        let fields = [
            Field::new(l, "question_text", Control::Input("text")).at_most(LINE_MAX as u32),
            Field::choosing(l, "question_kind", Control::Select, kind),
            Field::new(l, "question_choices", Control::Input("text"))
                .hint(l.text("policy-choices-hint")),
            Field::choosing(l, "question_required", Control::Select, required),
        ];
        let within = (row + 1).to_string();
        let fields = fields.map(|field| {
            let field = field.within(&within).optional();
            typed.field_of_row(l, field, row)
        });
        QuestionRow {
            label: l.with("policy-question", "number", &within),
            id: ids.get(row).cloned().unwrap_or_default(),
            fields: fields.into(),
        }
    };
    (0..count).map(row).collect()
}
