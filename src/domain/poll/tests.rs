use rstest::rstest;

use super::*;

const NOW: &str = "2026-11-24T03:50:00Z";

fn zoned(zone: &str, local_start: &str) -> CandidateInput {
    CandidateInput {
        local_start: Some(local_start.to_owned()),
        zone: Some(zone.to_owned()),
        ..CandidateInput::default()
    }
}

fn instant(at: &str) -> CandidateInput {
    CandidateInput {
        starts_at: Some(at.to_owned()),
        ..CandidateInput::default()
    }
}

fn asked(candidates: Vec<CandidateInput>) -> PollInput {
    PollInput {
        organization: "Garfield High School".to_owned(),
        candidates,
        ..PollInput::default()
    }
}

fn checked(input: &PollInput) -> Result<NewPoll, Vec<(String, String)>> {
    let checked = input.check(&ZoneData::bundled(), "Asia/Taipei", NOW.parse().unwrap());
    checked.map_err(|invalid| {
        let faults = invalid.0.into_iter();
        faults.map(|fault| (fault.field, fault.code)).collect()
    })
}

#[test]
fn typed_times_and_found_ones_are_instants_in_order() {
    let new = checked(&asked(vec![
        zoned("America/Los_Angeles", "2026-12-15T17:00"),
        instant("2026-12-10T01:00:00Z"),
        CandidateInput {
            local_start: Some("2026-12-12T09:30:00".to_owned()),
            ..CandidateInput::default()
        },
    ]))
    .unwrap();
    let times: Vec<String> = new.candidates.iter().map(|at| at.to_rfc3339()).collect();
    let expected = ["2026-12-10T01:00", "2026-12-12T01:30", "2026-12-16T01:00"];
    assert_eq!(times, expected.map(|at| format!("{at}:00+00:00")));
    assert_eq!(Some(&new.deadline), new.candidates.last());
}

#[rstest]
#[case::none(vec![], "candidates", "too_few")]
#[case::past(vec![instant("2026-11-24T03:50:00Z")], "candidates[0]", "in_past")]
#[case::far(vec![instant("2028-01-01T00:00:00Z")], "candidates[0]", "too_far")]
#[case::twice(vec![instant("2026-12-10T01:00:00Z"), zoned("Asia/Taipei", "2026-12-10T09:00")],
    "candidates[1]", "twice")]
#[case::seconds(vec![instant("2026-12-10T01:00:30Z")], "candidates[0].starts_at", "invalid_instant")]
#[case::nonsense(vec![zoned("Asia/Taipei", "soon")], "candidates[0].local_start", "invalid_local_time")]
#[case::nothing(vec![CandidateInput::default()], "candidates[0].local_start", "invalid_local_time")]
#[case::mars(vec![zoned("Mars/Olympus", "2026-12-10T09:00")], "candidates[0].zone", "unknown_zone")]
#[case::skipped(vec![zoned("America/Los_Angeles", "2027-03-14T02:30")],
    "candidates[0].local_start", "no_single_time")]
#[case::shown_twice(vec![zoned("America/Los_Angeles", "2027-11-07T01:30")],
    "candidates[0].local_start", "no_single_time")]
#[case::many((0..21).map(|n| instant(&format!("2026-12-10T01:{n:02}:00Z"))).collect(),
    "candidates", "too_many")]
#[case::crowd((0..10_000).map(|_| instant("x")).collect(), "candidates", "too_many")]
fn times_are_refused(
    #[case] candidates: Vec<CandidateInput>,
    #[case] field: &str,
    #[case] code: &str,
) {
    let faults = checked(&asked(candidates)).unwrap_err();
    assert_eq!(faults, [(field.to_owned(), code.to_owned())]);
}

#[rstest]
#[case("2026-12-01T00:00:00Z", "2026-12-01T00:00:00Z")]
#[case("2026-12-01T08:00", "2026-12-01T00:00:00Z")]
// Nobody answers about what has passed.
#[case("2027-01-01T00:00:00Z", "2026-12-10T01:00:00Z")]
fn a_deadline_is_no_later_than_the_last_time(#[case] given: &str, #[case] expected: &str) {
    let mut input = asked(vec![instant("2026-12-10T01:00:00Z")]);
    input.deadline = Some(given.to_owned());
    let expected: DateTime<Utc> = expected.parse().unwrap();
    assert_eq!(checked(&input).unwrap().deadline, expected);
}

#[rstest]
#[case("2026-11-01T00:00:00Z", "in_past")]
#[case("soon", "invalid_instant")]
fn a_deadline_is_refused(#[case] given: &str, #[case] code: &str) {
    let mut input = asked(vec![instant("2026-12-10T01:00:00Z")]);
    input.deadline = Some(given.to_owned());
    let faults = checked(&input).unwrap_err();
    assert_eq!(faults, [("deadline".to_owned(), code.to_owned())]);
}

fn vote(answers: &[(i64, &str)]) -> VoteInput {
    let one = |(candidate, answer): &(i64, &str)| AnswerInput {
        candidate: *candidate,
        answer: (*answer).to_owned(),
    };
    VoteInput {
        name: "Ann".to_owned(),
        answers: answers.iter().map(one).collect(),
        ..VoteInput::default()
    }
}

#[test]
fn answers_come_in_any_order_and_a_zone_and_address_are_kept() {
    let mut input = vote(&[(1, "no"), (0, "if_need_be")]);
    input.email = "Ann@Example.ORG".to_owned();
    let new = input.check(&ZoneData::bundled(), "Asia/Taipei", 2).unwrap();
    assert_eq!(new.answers, [Answer::IfNeedBe, Answer::No]);
    assert_eq!(new.email.as_deref(), Some("Ann@example.org"));
    assert_eq!(new.zone, "Asia/Taipei");
}

#[rstest]
#[case::missing(&[(0, "yes")], &[("answers", "too_few")])]
#[case::more(&[(0, "yes"), (1, "yes"), (1, "no")], &[("answers", "too_many")])]
#[case::twice(&[(0, "yes"), (0, "no")], &[("answers[1]", "twice")])]
#[case::unknown(&[(0, "yes"), (7, "no")], &[("answers[1].candidate", "unknown_candidate")])]
#[case::negative(&[(-1, "yes"), (1, "no")], &[("answers[0].candidate", "unknown_candidate")])]
#[case::perhaps(&[(0, "yes"), (1, "perhaps")], &[("answers[1].answer", "unknown_word")])]
fn answers_are_refused(#[case] answers: &[(i64, &str)], #[case] expected: &[(&str, &str)]) {
    let faults = vote(answers).check(&ZoneData::bundled(), "Asia/Taipei", 2);
    let faults: Vec<_> = faults.unwrap_err().0;
    let faults: Vec<_> = (faults.iter())
        .map(|fault| (fault.field.as_str(), fault.code.as_str()))
        .collect();
    assert_eq!(faults, expected);
}
