use rstest::rstest;

use super::*;

fn question(id: &str, kind: QuestionKind, required: bool) -> Question {
    Question {
        id: id.into(),
        text: "Why do you come?".into(),
        kind,
        choices: match kind {
            QuestionKind::Choice => vec!["Bus".into(), "Tram".into()],
            QuestionKind::Text | QuestionKind::YesNo => Vec::new(),
        },
        required,
    }
}

fn policy() -> Policy {
    Policy {
        questions: vec![
            question("why", QuestionKind::Text, true),
            question("by", QuestionKind::Choice, false),
            question("eat", QuestionKind::YesNo, false),
        ],
        consent: "Photographs are taken.".into(),
        ask_language: true,
        group_max: 30,
        ..Policy::default()
    }
}

fn answers(pairs: &[(&str, &str)]) -> WishesInput {
    let answer = |(question, answer): &(&str, &str)| AnswerInput {
        question: (*question).into(),
        answer: (*answer).into(),
    };
    WishesInput {
        answers: pairs.iter().map(answer).collect(),
        consent: true,
        ..WishesInput::default()
    }
}

fn wrong(policy: &Policy, input: &WishesInput, seats: i32) -> Vec<(String, String)> {
    let mut check = Checker::default();
    policy.wishes(&mut check, input, seats, &["en".into()]);
    let invalid = check.finish(()).err().map(|invalid| invalid.0);
    let faults = invalid.unwrap_or_default().into_iter();
    faults.map(|fault| (fault.field, fault.code)).collect()
}

#[rstest]
#[case(&[("why", "Art")], "", "")]
#[case(&[("why", "Art"), ("by", "Tram"), ("eat", "no")], "", "")]
#[case(&[], "answers.why", "required")]
#[case(&[("why", " ")], "answers[0].answer", "required")]
#[case(&[("why", "Art"), ("by", "Car")], "answers[1].answer", "unknown_choice")]
#[case(&[("why", "Art"), ("eat", "maybe")], "answers[1].answer", "unknown_choice")]
#[case(&[("why", "Art"), ("age", "7")], "answers[1].question", "unknown_question")]
#[case(&[("why", "Art"), ("why", "Tea")], "answers[1].question", "duplicate_answer")]
fn answers_fit_the_questions(
    #[case] given: &[(&str, &str)],
    #[case] field: &str,
    #[case] code: &str,
) {
    let expected = match field {
        "" => Vec::new(),
        _ => vec![(field.to_owned(), code.to_owned())],
    };
    assert_eq!(wrong(&policy(), &answers(given), 1), expected);
}

#[test]
fn ten_thousand_answers_are_one_fault() {
    let many = vec![("why", "Art"); 10_000];
    let faults = wrong(&policy(), &answers(&many), 1);
    assert!(faults.contains(&("answers".into(), "too_many".into())));
    assert!(faults.len() <= 2, "{faults:?}");
}

#[rstest]
#[case(SeatUnit::Person, 30, None, "")]
#[case(SeatUnit::Person, 31, None, "seats")]
#[case(SeatUnit::Person, 2, Some(3), "group_size")]
#[case(SeatUnit::Party, 1, Some(30), "")]
#[case(SeatUnit::Party, 1, Some(31), "group_size")]
#[case(SeatUnit::Party, 2, Some(3), "seats")]
fn a_group_fits(
    #[case] seat: SeatUnit,
    #[case] seats: i32,
    #[case] group_size: Option<i32>,
    #[case] field: &str,
) {
    let policy = Policy { seat, ..policy() };
    let input = WishesInput {
        group_size,
        ..answers(&[("why", "Art")])
    };
    let fields: Vec<String> = wrong(&policy, &input, seats)
        .into_iter()
        .map(|f| f.0)
        .collect();
    let expected: Vec<&str> = [field].into_iter().filter(|f| !f.is_empty()).collect();
    assert_eq!(fields, expected);
}

#[test]
fn consent_and_language_are_looked_at() {
    let input = WishesInput {
        consent: false,
        language: Some("fr".into()),
        ..answers(&[("why", "Art")])
    };
    let codes: Vec<String> = wrong(&policy(), &input, 1)
        .into_iter()
        .map(|f| f.1)
        .collect();
    assert_eq!(codes, ["unknown_language", "consent_required"]);
}

#[test]
fn a_policy_is_checked_and_an_empty_one_is_the_default() {
    assert_eq!(
        serde_json::from_str::<Policy>("{}").unwrap(),
        Policy::default()
    );
    assert!(checked(policy()).is_ok());
    let twice = Policy {
        questions: vec![question("why", QuestionKind::Text, false); 2],
        ..Policy::default()
    };
    assert_eq!(checked(twice).unwrap_err().0[0].code, "duplicate_id");
    let no_choice = Question {
        choices: Vec::new(),
        ..question("by", QuestionKind::Choice, false)
    };
    let late = Policy {
        questions: vec![no_choice],
        approval_hours: 0,
        ..Policy::default()
    };
    let fields: Vec<String> = checked(late)
        .unwrap_err()
        .0
        .into_iter()
        .map(|e| e.field)
        .collect();
    assert_eq!(
        fields,
        ["policy.approval_hours", "policy.questions[0].choices"]
    );
}
