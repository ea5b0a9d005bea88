//! How a partnership goes from stage to stage: one table, from which `docs/partnership-stages.md` is
//! drawn, and what has to be said on the way.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{Partnership, PartnershipVisibility, Stage};
use crate::domain::id::CityId;
use crate::domain::input::{Checker, Invalid};
use crate::domain::words::words;

words! {
    /// How a pilot came out.
    PilotOutcome {
        /// The cities go on: the partnership is official now.
        Continued = "continued",
        /// It is over.
        Ended = "ended",
        /// It is tried for longer.
        Extended = "extended",
    }
}

words! {
    /// What a line of a partnership's history tells.
    ChangeKind {
        /// It was entered, maybe as a proposal.
        Proposed = "proposed",
        /// One of its cities agreed to it.
        Agreed = "agreed",
        /// It went to another stage.
        Stage = "stage",
        /// The end of its pilot was set or moved.
        Pilot = "pilot",
        /// Its year or who may see it was edited.
        Facts = "facts",
    }
}

/// Every way from a stage to another.
pub const STAGES: &[(Stage, Stage)] = &[
    (Stage::Prospective, Stage::Pilot),
    (Stage::Prospective, Stage::Official),
    (Stage::Prospective, Stage::Paused),
    (Stage::Prospective, Stage::Ended),
    (Stage::Pilot, Stage::Official),
    (Stage::Pilot, Stage::Paused),
    (Stage::Pilot, Stage::Ended),
    (Stage::Official, Stage::Paused),
    (Stage::Official, Stage::Ended),
    (Stage::Paused, Stage::Prospective),
    (Stage::Paused, Stage::Pilot),
    (Stage::Paused, Stage::Official),
    (Stage::Paused, Stage::Ended),
    (Stage::Ended, Stage::Prospective),
    (Stage::Ended, Stage::Pilot),
];

/// Longest time that a pilot may still last, in days.
pub const PILOT_DAYS_MAX: i64 = 3 * 366;

impl Stage {
    /// Whether a partnership at this stage may go to another one.
    pub fn leads_to(self, other: Self) -> bool {
        STAGES.contains(&(self, other))
    }

    /// The stages that a partnership at this one may go to.
    pub fn ways(self) -> impl Iterator<Item = Self> {
        let from_here = STAGES.iter().filter(move |(from, _)| *from == self);
        from_here.map(|(_, to)| *to)
    }
}

/// A line of a partnership's history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Its place, from 1.
    pub number: i64,
    /// What it tells.
    pub kind: ChangeKind,
    /// The stage after it.
    pub stage: Stage,
    /// How a pilot came out, where one did.
    pub outcome: Option<PilotOutcome>,
    /// The last day of the pilot after it.
    pub pilot_ends: Option<NaiveDate>,
    /// The city that agreed.
    pub city: Option<CityId>,
    /// Who, as the audit trail names them.
    pub actor: String,
    /// Why, in their words; maybe empty.
    pub why: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// An edit of a partnership, not yet checked; what is absent stays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditInput {
    /// A [`Stage`]'s word.
    pub stage: Option<String>,
    /// A [`PilotOutcome`]'s word; it leads to a stage by itself.
    pub outcome: Option<String>,
    /// `YYYY-MM-DD`.
    pub pilot_ends: Option<String>,
    /// A [`PartnershipVisibility`]'s word.
    pub visibility: Option<String>,
    /// The year it was signed.
    pub since: Option<i32>,
    /// Why; required where a pilot comes out.
    pub why: String,
}

/// What an edit makes of a partnership.
#[derive(Debug, Clone, PartialEq)]
pub struct Edited {
    /// The partnership as it is then.
    pub after: Partnership,
    /// What its history tells of it; nothing where nothing changed.
    pub kind: Option<ChangeKind>,
    /// How its pilot came out, where it did.
    pub outcome: Option<PilotOutcome>,
    /// Why.
    pub why: String,
}

/// Decides what an edit makes of a partnership. `today` is the date in its first city.
///
/// # Errors
/// Every field that is wrong: a stage that cannot be reached from here, an end of what is no pilot
/// or not in time, an outcome without a sentence.
pub fn edit(before: &Partnership, input: &EditInput, today: NaiveDate) -> Result<Edited, Invalid> {
    let mut check = Checker::default();
    let asked = Asked::read(&mut check, input, today);
    let stage = asked.stage(&mut check, before.stage);
    let pilot_ends = asked.pilot_end(&mut check, before, stage);
    let why = check.text("why", &input.why);
    let outcome = outcome(before, stage, pilot_ends);
    if asked.outcome.is_some() && outcome != asked.outcome {
        let detail = "The outcome does not go with the stage or the date.";
        check.wrong("outcome", "outcome_contradicts", detail);
    }
    if outcome.is_some() && why.is_empty() {
        check.wrong(
            "why",
            "required",
            "Say in a sentence how the pilot came out.",
        );
    }
    let after = Partnership {
        stage,
        pilot_ends,
        visibility: asked.visibility.unwrap_or(before.visibility),
        since: asked.since.or(before.since),
        ..before.clone()
    };
    let kind = if stage != before.stage {
        Some(ChangeKind::Stage)
    } else if pilot_ends != before.pilot_ends {
        Some(ChangeKind::Pilot)
    } else {
        (after != *before).then_some(ChangeKind::Facts)
    };
    check.finish(Edited {
        after,
        kind,
        outcome,
        why,
    })
}

/// How a pilot comes out by what becomes of it.
fn outcome(before: &Partnership, stage: Stage, ends: Option<NaiveDate>) -> Option<PilotOutcome> {
    match (before.stage, stage) {
        (Stage::Pilot, Stage::Official) => Some(PilotOutcome::Continued),
        (Stage::Pilot, Stage::Ended) => Some(PilotOutcome::Ended),
        (Stage::Pilot, Stage::Pilot) if before.pilot_ends.is_some() && ends > before.pilot_ends => {
            Some(PilotOutcome::Extended)
        }
        _ => None,
    }
}

/// An edit whose words are read.
struct Asked {
    stage: Option<Stage>,
    outcome: Option<PilotOutcome>,
    pilot_ends: Option<NaiveDate>,
    visibility: Option<PartnershipVisibility>,
    since: Option<i32>,
}

impl Asked {
    fn read(check: &mut Checker, input: &EditInput, today: NaiveDate) -> Self {
        use chrono::Datelike;
        let given = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
        let stage = given(&input.stage);
        let outcome = given(&input.outcome);
        let visibility = given(&input.visibility);
        let date = given(&input.pilot_ends);
        if let Some(year) = input.since {
            check.number("since", year, 1800, today.year());
        }
        let pilot_ends = date.and_then(|date| {
            let date = check.parse::<NaiveDate>("pilot_ends", "invalid_date", &date)?;
            let last = today + Duration::days(PILOT_DAYS_MAX);
            if date <= today || date > last {
                let detail = format!("Give a date after today, until {last}.");
                check.wrong("pilot_ends", "out_of_range", detail);
            }
            Some(date)
        });
        Self {
            stage: stage.and_then(|word| check.parse("stage", "unknown_stage", &word)),
            outcome: outcome.and_then(|word| check.parse("outcome", "unknown_outcome", &word)),
            pilot_ends,
            visibility: visibility
                .and_then(|word| check.parse("visibility", "unknown_visibility", &word)),
            since: input.since,
        }
    }

    /// The stage that is asked for, by its word or by a pilot's outcome.
    fn stage(&self, check: &mut Checker, before: Stage) -> Stage {
        let by_outcome = self.outcome.map(|outcome| match outcome {
            PilotOutcome::Continued => Stage::Official,
            PilotOutcome::Ended => Stage::Ended,
            PilotOutcome::Extended => Stage::Pilot,
        });
        if by_outcome.is_some() && before != Stage::Pilot {
            check.wrong("outcome", "not_a_pilot", "Only a pilot has an outcome.");
            return before;
        }
        let wanted = self.stage.or(by_outcome).unwrap_or(before);
        if wanted != before && !before.leads_to(wanted) {
            let detail = format!("A partnership that is {before} cannot become {wanted}.");
            check.wrong("stage", "stage_not_reachable", detail);
        }
        wanted
    }

    /// The pilot's last day after the edit.
    fn pilot_end(
        &self,
        check: &mut Checker,
        before: &Partnership,
        stage: Stage,
    ) -> Option<NaiveDate> {
        if stage != Stage::Pilot {
            if self.pilot_ends.is_some() {
                check.wrong("pilot_ends", "not_a_pilot", "Only a pilot has an end.");
            }
            return None;
        }
        let extended = self.outcome == Some(PilotOutcome::Extended);
        let begins = before.stage != Stage::Pilot;
        if self.pilot_ends.is_none() && (begins || extended) {
            check.wrong("pilot_ends", "required", "Say when the pilot ends.");
        }
        self.pilot_ends.or(before.pilot_ends)
    }
}

/// The stages as a Mermaid diagram and a table, for `docs/partnership-stages.md`.
pub fn drawing() -> String {
    let arrows = STAGES
        .iter()
        .map(|(from, to)| format!("    {from} --> {to}\n"));
    let arrows: String = arrows.collect();
    let rows = STAGES.iter().map(|(from, to)| {
        let says = match (from, to) {
            (Stage::Pilot, Stage::Official) => "outcome `continued`, with a sentence",
            (Stage::Pilot, Stage::Ended) => "outcome `ended`, with a sentence",
            (_, Stage::Pilot) => "the day on which the pilot ends",
            _ => "",
        };
        format!("| {from} | {to} | {says} |\n")
    });
    let rows: String = rows.collect();
    format!(
        "# What may become of a partnership\n\nDrawn from the table in \
         `src/domain/partnership/stages.rs`; a test holds them together.\n\n\
         ```mermaid\nstateDiagram-v2\n    [*] --> prospective\n    [*] --> pilot\n    \
         [*] --> official\n    [*] --> paused\n    [*] --> ended\n{arrows}```\n\n\
         A pilot whose end is moved to a later day stays one: outcome `extended`, with a sentence.\n\n\
         | from | to | has to be said |\n|---|---|---|\n{rows}"
    )
}

#[cfg(test)]
mod tests;
