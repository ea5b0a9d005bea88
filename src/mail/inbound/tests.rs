use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use rstest::rstest;

use super::*;
use crate::domain::answer::Participation;
use crate::domain::inbound::TOKEN_LENGTH;
use crate::domain::itip::Method;
use crate::domain::zone::ZoneData;

#[path = "../../../tests/mail/samples/mod.rs"]
mod samples;

use samples::{APPLE, BOUNCE, COUNTER, COUNTER_WINDOWS, GMAIL, OUTLOOK, VACATION, fill};

const FROM: &str = "ann@school.example.org";
const UID: &str = "0193f8a0-0000-7000-8000-000000000001@sisterline";
const STAMP: &str = "20261201T090203Z";

fn token(kind: char) -> String {
    format!("{kind}{}", "k".repeat(TOKEN_LENGTH - 1))
}

/// A sample that went to the address with this kind of token.
fn sample(of: &str, kind: char, facts: &[(&str, &str)]) -> Vec<u8> {
    let to = format!("visits+{}@example.org", token(kind));
    let mut all = vec![
        ("TO", to.as_str()),
        ("FROM", FROM),
        ("UID", UID),
        ("STAMP", STAMP),
    ];
    all.extend(facts);
    fill(of, &all)
}

fn answer_of(raw: &[u8]) -> (Vec<String>, Option<String>, itip::Answer) {
    match read(raw) {
        Incoming::Answer {
            tokens,
            from,
            answer,
        } => (tokens, from, *answer),
        other => panic!("{other:?}"),
    }
}

#[rstest]
fn answers_are_read_as_each_program_writes_them(
    #[values(GMAIL, OUTLOOK, APPLE)] program: &str,
    #[values(("ACCEPTED", Participation::Accepted), ("TENTATIVE", Participation::Tentative),
        ("DECLINED", Participation::Declined))]
    said: (&str, Participation),
) {
    let raw = sample(program, 'a', &[("ANSWER", said.0), ("SEQUENCE", "3")]);
    let (tokens, from, answer) = answer_of(&raw);
    assert!(
        !tokens.is_empty() && tokens.iter().all(|t| *t == token('a')),
        "{tokens:?}"
    );
    assert_eq!(from.as_deref(), Some(FROM));
    assert_eq!(answer.method, Method::Reply);
    assert_eq!(answer.uid, UID);
    assert_eq!(answer.sequence, Some(3));
    assert_eq!(answer.stamp, Some("2026-12-01T09:02:03Z".parse().unwrap()));
    assert_eq!(answer.people, [(FROM.to_owned(), Some(said.1))]);
}

#[test]
fn a_note_is_read_in_its_own_script() {
    let raw = sample(
        OUTLOOK,
        'a',
        &[("ANSWER", "DECLINED"), ("NOTE", "抱歉，那天颱風 – désolé")],
    );
    assert_eq!(answer_of(&raw).2.note, "抱歉，那天颱風 – désolé");
}

/// Thunderbird and some servers leave the parameter out, or send nothing but a file.
#[test]
fn a_missing_method_and_a_mere_file_are_tolerated() {
    let text = String::from_utf8(sample(GMAIL, 'a', &[("ANSWER", "ACCEPTED")])).unwrap();
    for (from, to) in [
        ("; method=REPLY", ""),
        ("; method=REPLY", "; method=reply"),
        ("text/calendar", "application/octet-stream"),
        ("text/calendar", "text/x-other"),
    ] {
        let (_, _, answer) = answer_of(text.replacen(from, to, 1).as_bytes());
        assert_eq!(answer.uid, UID, "{from} to {to}");
    }
    let latin = text.replace("charset=\"UTF-8\"; method", "charset=iso-8859-1; method");
    assert_eq!(answer_of(latin.as_bytes()).2.uid, UID);
}

/// Exchange names zones as Windows does, and mostly sends their rules along.
#[rstest]
#[case::iana(COUNTER.to_owned(), "20261217T090000", "20261217T100000")]
#[case::windows(COUNTER_WINDOWS.to_owned(), "20261216T170000", "20261216T180000")]
#[case::windows_alone(without_rules(COUNTER_WINDOWS), "20261216T170000", "20261216T180000")]
fn a_proposal_is_read_by_its_own_clock(
    #[case] proposal: String,
    #[case] start: &str,
    #[case] end: &str,
) {
    let (_, _, answer) = answer_of(&sample(&proposal, 'a', &[("START", start), ("END", end)]));
    assert_eq!(answer.method, Method::Counter);
    let starts_at: DateTime<Utc> = "2026-12-17T01:00:00Z".parse().unwrap();
    let times = (starts_at, starts_at + TimeDelta::hours(1));
    assert_eq!(answer.times(&ZoneData::bundled()), Some(times));
}

fn without_rules(sample: &str) -> String {
    let (before, rest) = sample.split_once("BEGIN:VTIMEZONE\n").unwrap();
    let (_, after) = rest.split_once("END:VTIMEZONE\n").unwrap();
    format!("{before}{after}")
}

#[rstest]
#[case("failed", "5.1.1", Some((true, "5.1.1")))]
#[case("failed", "5.2.2 (mailbox full)", Some((true, "5.2.2")))]
#[case("failed", "4.4.7", Some((true, "4.4.7")))]
#[case("delayed", "4.4.1", Some((false, "4.4.1")))]
#[case("delivered", "2.0.0", None)]
#[case("relayed", "2.0.0", None)]
#[case("failed", "nonsense", None)]
fn a_report_says_what_became_of_a_letter(
    #[case] action: &str,
    #[case] status: &str,
    #[case] expected: Option<(bool, &str)>,
) {
    let raw = sample(BOUNCE, 'b', &[("ACTION", action), ("STATUS", status)]);
    let found = match read(&raw) {
        Incoming::Report {
            tokens,
            failed,
            status,
        } => {
            assert_eq!(tokens.first(), Some(&token('b')));
            Some((failed, status))
        }
        Incoming::Ignored(_) => None,
        other => panic!("{other:?}"),
    };
    assert_eq!(
        found,
        expected.map(|(failed, status)| (failed, status.to_owned()))
    );
}

#[test]
fn who_is_away_answers_nothing() {
    let away = read(&sample(VACATION, 'a', &[]));
    assert_eq!(away, Incoming::Ignored(Ignored::AutoReply));
}

#[test]
fn what_is_enclosed_is_not_read() {
    let inner = String::from_utf8(sample(GMAIL, 'a', &[("ANSWER", "ACCEPTED")])).unwrap();
    let outer = format!(
        "From: x@example.org\r\nTo: visits@example.org\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\n\
         Content-Type: message/rfc822\r\n\r\n{inner}\r\n--o--\r\n"
    );
    assert_eq!(
        read(outer.as_bytes()),
        Incoming::Ignored(Ignored::NothingInIt)
    );
    for nothing in ["", "\r\n", "x", "From: a\r\n\r\nHello"] {
        assert!(
            matches!(read(nothing.as_bytes()), Incoming::Ignored(_)),
            "{nothing:?}"
        );
    }
    assert_eq!(
        read(&vec![b'x'; MESSAGE_MAX + 1]),
        Incoming::Ignored(Ignored::Unreadable)
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Whatever comes in, there is an outcome; and nothing that was changed by chance gains a token
    /// of another kind, because tokens are taken as they are.
    #[test]
    fn mutated_messages_have_an_outcome(
        which in 0..6_usize,
        cuts in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>(), 0..4_u8), 0..12),
    ) {
        let of = [GMAIL, OUTLOOK, APPLE, COUNTER, BOUNCE, VACATION][which];
        let facts = [("ANSWER", "ACCEPTED"), ("START", "20261217T090000"), ("END", "20261217T100000")];
        let mut raw = sample(of, 'a', &facts);
        for (at, byte, how) in cuts {
            if raw.is_empty() {
                break;
            }
            let at = at.index(raw.len());
            match how {
                0 => raw[at] = byte,
                1 => raw.insert(at, byte),
                2 => { raw.remove(at); }
                _ => raw.truncate(at),
            }
        }
        let first = read(&raw);
        prop_assert_eq!(&first, &read(&raw), "the same message is the same");
        if let Incoming::Answer { answer, .. } = first {
            prop_assert!(!answer.uid.is_empty());
            prop_assert!(answer.note.chars().count() <= crate::domain::answer::NOTE_MAX);
        }
    }

    #[test]
    fn any_bytes_have_an_outcome(raw in proptest::collection::vec(any::<u8>(), 0..2000)) {
        let _outcome = read(&raw);
    }
}
