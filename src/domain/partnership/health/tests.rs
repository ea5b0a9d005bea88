use rstest::rstest;

use super::*;
use crate::domain::id::{CityId, Id, PartnershipId};
use crate::domain::partnership::PartnershipVisibility;

fn at(text: &str) -> DateTime<Utc> {
    format!("{text}T12:00:00Z").parse().unwrap()
}

fn partnership(stage: Stage) -> Partnership {
    Partnership {
        id: PartnershipId::new(DateTime::UNIX_EPOCH, [1; 10]),
        stage,
        visibility: PartnershipVisibility::Public,
        since: None,
        cities: Vec::new(),
        awaiting: Vec::new(),
        version: 1,
        created_at: at("2020-01-01"),
        pilot_ends: None,
    }
}

#[rstest]
#[case::never(Stage::Official, None, None, Health::Dormant)]
#[case::just_now(Stage::Official, Some("2026-11-01"), None, Health::Active)]
#[case::six_months_to_the_day(Stage::Official, Some("2026-05-24"), None, Health::Active)]
#[case::a_day_longer(Stage::Official, Some("2026-05-23"), None, Health::Quiet)]
#[case::long_ago(Stage::Official, Some("2025-05-23"), None, Health::Dormant)]
#[case::but_ahead(
    Stage::Official,
    Some("2021-05-23"),
    Some("2027-01-01"),
    Health::Active
)]
#[case::a_pilot(Stage::Pilot, Some("2026-03-01"), None, Health::Quiet)]
#[case::prospective(Stage::Prospective, None, None, Health::Dormant)]
#[case::paused(Stage::Paused, None, None, Health::Resting)]
#[case::ended(Stage::Ended, Some("2026-11-01"), None, Health::Resting)]
fn how_it_is(
    #[case] stage: Stage,
    #[case] last: Option<&str>,
    #[case] next: Option<&str>,
    #[case] expected: Health,
) {
    let meetings = Meetings {
        last: last.map(at),
        next: next.map(at),
    };
    let thresholds = Thresholds::default();
    let found = health(&partnership(stage), meetings, at("2026-11-24"), &thresholds);
    assert_eq!(found, expected);
}

#[test]
fn a_new_one_is_given_its_time() {
    let young = Partnership {
        created_at: at("2026-10-01"),
        ..partnership(Stage::Official)
    };
    let now = at("2026-11-24");
    let thresholds = Thresholds::default();
    let found = health(&young, Meetings::default(), now, &thresholds);
    assert_eq!(found, Health::Active);
}

#[test]
fn the_end_of_the_shortest_month_does_not_panic() {
    let (meetings, thresholds) = (Meetings::default(), Thresholds::default());
    let found = health(
        &partnership(Stage::Official),
        meetings,
        at("2026-08-31"),
        &thresholds,
    );
    assert_eq!(found, Health::Dormant);
}

#[rstest]
#[case(None, &[Attention::PilotOpen])]
#[case(Some("2026-11-23"), &[Attention::PilotOver])]
#[case(Some("2026-11-24"), &[Attention::PilotEnds])]
#[case(Some("2027-01-23"), &[Attention::PilotEnds])]
#[case(Some("2027-01-24"), &[])]
fn a_pilot_needs_attention_towards_its_end(
    #[case] ends: Option<&str>,
    #[case] expected: &[Attention],
) {
    let pilot = Partnership {
        pilot_ends: ends.map(|date| date.parse().unwrap()),
        ..partnership(Stage::Pilot)
    };
    let today = "2026-11-24".parse().unwrap();
    let found = attention(&pilot, Health::Active, today, &Thresholds::default());
    assert_eq!(found, expected);
}

#[test]
fn a_proposal_waits_and_is_not_called_quiet() {
    let proposal = Partnership {
        awaiting: vec![CityId::new(DateTime::UNIX_EPOCH, [2; 10])],
        ..partnership(Stage::Official)
    };
    let thresholds = Thresholds::default();
    let health = health(
        &proposal,
        Meetings::default(),
        at("2026-11-24"),
        &thresholds,
    );
    let today = "2026-11-24".parse().unwrap();
    assert_eq!(
        attention(&proposal, health, today, &thresholds),
        [Attention::Proposal]
    );
}
