use rstest::rstest;

use super::*;
use crate::domain::id::{Id, PartnershipId};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    date("2026-11-24")
}

fn partnership(stage: Stage, pilot_ends: Option<&str>) -> Partnership {
    Partnership {
        id: PartnershipId::new(DateTime::UNIX_EPOCH, [1; 10]),
        stage,
        visibility: PartnershipVisibility::Public,
        since: None,
        cities: Vec::new(),
        awaiting: Vec::new(),
        version: 1,
        created_at: DateTime::UNIX_EPOCH,
        pilot_ends: pilot_ends.map(date),
    }
}

/// `stage outcome pilot_ends why`, a dash for what is absent.
fn input(words: [&str; 4]) -> EditInput {
    let given = |text: &str| Some(text.to_owned()).filter(|text| text != "-");
    EditInput {
        stage: given(words[0]),
        outcome: given(words[1]),
        pilot_ends: given(words[2]),
        why: given(words[3]).unwrap_or_default(),
        ..EditInput::default()
    }
}

#[rstest]
#[case::begins(Stage::Prospective, None, ["pilot", "-", "2027-05-31", "-"], (Stage::Pilot, Some("2027-05-31"), Some(ChangeKind::Stage), None))]
#[case::continues(Stage::Pilot, Some("2026-12-31"), ["official", "-", "-", "Signed."], (Stage::Official, None, Some(ChangeKind::Stage), Some(PilotOutcome::Continued)))]
#[case::continues_by_its_outcome(Stage::Pilot, None, ["-", "continued", "-", "Signed."], (Stage::Official, None, Some(ChangeKind::Stage), Some(PilotOutcome::Continued)))]
#[case::ends(Stage::Pilot, Some("2026-01-31"), ["-", "ended", "-", "No time."], (Stage::Ended, None, Some(ChangeKind::Stage), Some(PilotOutcome::Ended)))]
#[case::is_extended(Stage::Pilot, Some("2026-12-31"), ["-", "extended", "2027-12-31", "More."], (Stage::Pilot, Some("2027-12-31"), Some(ChangeKind::Pilot), Some(PilotOutcome::Extended)))]
#[case::gets_an_end(Stage::Pilot, None, ["-", "-", "2027-12-31", "-"], (Stage::Pilot, Some("2027-12-31"), Some(ChangeKind::Pilot), None))]
#[case::ends_earlier(Stage::Pilot, Some("2027-12-31"), ["-", "-", "2027-01-31", "-"], (Stage::Pilot, Some("2027-01-31"), Some(ChangeKind::Pilot), None))]
#[case::rests(Stage::Pilot, Some("2027-12-31"), ["paused", "-", "-", "-"], (Stage::Paused, None, Some(ChangeKind::Stage), None))]
#[case::nothing(Stage::Official, None, ["official", "-", "-", "-"], (Stage::Official, None, None, None))]
#[case::is_revived(Stage::Ended, None, ["prospective", "-", "-", "-"], (Stage::Prospective, None, Some(ChangeKind::Stage), None))]
fn what_an_edit_makes(
    #[case] stage: Stage,
    #[case] ends: Option<&str>,
    #[case] words: [&str; 4],
    #[case] expected: (
        Stage,
        Option<&str>,
        Option<ChangeKind>,
        Option<PilotOutcome>,
    ),
) {
    let edited = edit(&partnership(stage, ends), &input(words), today()).unwrap();
    let (stage, ends, kind, outcome) = expected;
    assert_eq!(edited.after.stage, stage);
    assert_eq!(edited.after.pilot_ends, ends.map(date));
    assert_eq!((edited.kind, edited.outcome), (kind, outcome));
}

#[rstest]
#[case::unknown(Stage::Official, ["married", "-", "-", "-"], &[("stage", "unknown_stage")])]
#[case::back(Stage::Official, ["pilot", "-", "2027-01-31", "-"], &[("stage", "stage_not_reachable")])]
#[case::without_end(Stage::Prospective, ["pilot", "-", "-", "-"], &[("pilot_ends", "required")])]
#[case::end_of_none(Stage::Official, ["-", "-", "2027-01-31", "-"], &[("pilot_ends", "not_a_pilot")])]
#[case::past(Stage::Pilot, ["-", "-", "2026-11-24", "-"], &[("pilot_ends", "out_of_range")])]
#[case::far(Stage::Pilot, ["-", "-", "2036-11-24", "-"], &[("pilot_ends", "out_of_range")])]
#[case::no_date(Stage::Pilot, ["-", "-", "soon", "-"], &[("pilot_ends", "invalid_date")])]
#[case::outcome_of_none(Stage::Official, ["-", "ended", "-", "x"], &[("outcome", "not_a_pilot")])]
#[case::no_sentence(Stage::Pilot, ["official", "-", "-", " "], &[("why", "required")])]
#[case::contradiction(Stage::Pilot, ["ended", "continued", "-", "x"], &[("outcome", "outcome_contradicts")])]
#[case::extended_to_nowhere(Stage::Pilot, ["-", "extended", "-", "x"], &[("pilot_ends", "required")])]
fn what_is_refused(
    #[case] stage: Stage,
    #[case] words: [&str; 4],
    #[case] expected: &[(&str, &str)],
) {
    let refused = edit(&partnership(stage, None), &input(words), today()).unwrap_err();
    for (field, code) in expected {
        let named =
            |error: &crate::domain::input::FieldError| error.field == *field && error.code == *code;
        assert!(refused.0.iter().any(named), "{field} {code}: {refused:?}");
    }
}

/// `UPDATE_DOCS=1 cargo test the_stages_in_docs` draws it anew.
#[test]
fn the_stages_in_docs_are_what_the_table_says() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/partnership-stages.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(path, drawing()).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap(), drawing());
}

#[test]
fn no_stage_is_a_trap_and_none_leads_to_itself() {
    for stage in Stage::ALL {
        assert!(stage.ways().next().is_some(), "{stage} leads nowhere");
        assert!(!stage.leads_to(*stage));
        assert!(STAGES.iter().any(|(_, to)| to == stage), "{stage}");
    }
}
