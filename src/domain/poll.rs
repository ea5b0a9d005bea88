//! A poll: times that cities are asked about, who answered what, and what a person may send.
//!
//! What the answers come to is [`tally`]'s, which weighs cities and not heads.

pub mod tally;

use std::collections::HashSet;

use chrono::{DateTime, Duration, NaiveDateTime, Timelike, Utc};
use serde::{Deserialize, Serialize};

use super::id::{BookingId, CityId, OfferId, PartnershipId, PollId, VoterId};
use super::input::{Checker, Invalid};
use super::locale::Locale;
use super::words::words;
use super::zone::{Resolution, ZoneData};

/// Most times that one poll asks about.
pub const CANDIDATES_MAX: usize = 20;
/// Most people who answer one poll.
pub const VOTERS_MAX: i32 = 500;
/// How far ahead a time may be.
const FURTHEST: Duration = Duration::days(366);
/// What a wall clock looks like.
const WALL_CLOCK: &str = "%Y-%m-%dT%H:%M";

words! {
    /// Where a poll stands.
    PollState {
        /// It takes answers.
        Open = "open",
        /// A time was chosen, and a visit booked.
        Closed = "closed",
        /// It was called off.
        Cancelled = "cancelled",
        /// Its deadline came, or the last of its times passed, before anybody chose.
        Lapsed = "lapsed",
    }
}

words! {
    /// What somebody says to a time, from good to bad.
    Answer {
        /// They can come.
        Yes = "yes",
        /// They can if it has to be.
        IfNeedBe = "if_need_be",
        /// They cannot.
        No = "no",
    }
}

/// Times that the cities of a partnership are asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Poll {
    /// Its id.
    pub id: PollId,
    /// Whose cities are asked.
    pub partnership_id: PartnershipId,
    /// What is to be visited.
    pub offer_id: OfferId,
    /// Whose guests come.
    pub city_id: CityId,
    /// What it is about.
    pub title: String,
    /// What else those who are asked should know, maybe empty.
    pub note: String,
    /// Whom the guests come from.
    pub organization: String,
    /// Seats that the visit takes.
    pub seats: i32,
    /// Where it stands.
    pub state: PollState,
    /// When it lapses.
    pub deadline: DateTime<Utc>,
    /// When each of its times begins, in order.
    pub candidates: Vec<DateTime<Utc>>,
    /// Which of them was chosen, counted from 0.
    pub chosen: Option<usize>,
    /// The visit that was booked.
    pub booking_id: Option<BookingId>,
    /// How many have answered.
    pub voters: i32,
    /// Raised by each change and each answer.
    pub version: i64,
    /// When it was opened.
    pub created_at: DateTime<Utc>,
}

/// What one person answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vote {
    /// Names them in this poll; their key is made from it.
    pub id: VoterId,
    /// The poll.
    pub poll_id: PollId,
    /// For which city they speak.
    pub city_id: CityId,
    /// Their name; told to coordinators alone.
    pub name: String,
    /// Where their invite goes, if they wish for one.
    pub email: Option<String>,
    /// Their language.
    pub locale: Locale,
    /// IANA name of their zone.
    pub zone: String,
    /// Their answer to each time, in the times' order.
    pub answers: Vec<Answer>,
    /// When they first answered.
    pub created_at: DateTime<Utc>,
}

/// A time as a coordinator proposes it: an instant from the finder, or a wall clock.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CandidateInput {
    /// RFC 3339.
    pub starts_at: Option<String>,
    /// Such as `2027-03-14T17:00`, in `zone`.
    pub local_start: Option<String>,
    /// IANA name; absent means the host city's.
    pub zone: Option<String>,
    /// A [`Resolution`]'s word, for a wall clock that is skipped or shown twice.
    pub resolution: Option<String>,
}

/// A poll as a coordinator opens it, beside what it is of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PollInput {
    /// What it is about; empty means the offer's title.
    pub title: String,
    /// What else to know.
    pub note: String,
    /// Whom the guests come from.
    pub organization: String,
    /// RFC 3339, or a wall clock in the host city's zone; absent means when the last time begins.
    pub deadline: Option<String>,
    /// The times.
    pub candidates: Vec<CandidateInput>,
}

/// A checked poll, before it has an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPoll {
    /// What it is about, maybe empty.
    pub title: String,
    /// What else to know, maybe empty.
    pub note: String,
    /// Whom the guests come from.
    pub organization: String,
    /// When it lapses.
    pub deadline: DateTime<Utc>,
    /// When each time begins, in order, each once.
    pub candidates: Vec<DateTime<Utc>>,
}

impl PollInput {
    /// Checks everything that needs no look at other things; `zone` is the host city's.
    ///
    /// # Errors
    /// Every field that is wrong.
    pub fn check(
        &self,
        zones: &ZoneData,
        zone: &str,
        now: DateTime<Utc>,
    ) -> Result<NewPoll, Invalid> {
        let mut check = Checker::default();
        let title = match self.title.trim() {
            "" => String::new(),
            title => check.line("title", title),
        };
        let note = check.text("note", &self.note);
        let organization = check.line("organization", &self.organization);
        let candidates = self.candidates(&mut check, zones, zone, now);
        let last = candidates.last().copied().unwrap_or(now);
        let deadline = self.deadline(&mut check, zones, zone);
        if deadline.is_some_and(|deadline| deadline <= now) {
            let detail = "Choose a deadline that is yet to come.";
            check.wrong("deadline", "in_past", detail);
        }
        let deadline = deadline.unwrap_or(last);
        check.finish(NewPoll {
            title,
            note,
            organization,
            deadline: deadline.min(last),
            candidates,
        })
    }

    fn candidates(
        &self,
        check: &mut Checker,
        zones: &ZoneData,
        zone: &str,
        now: DateTime<Utc>,
    ) -> Vec<DateTime<Utc>> {
        if self.candidates.is_empty() {
            check.wrong("candidates", "too_few", "Propose a time at least.");
        }
        if self.candidates.len() > CANDIDATES_MAX {
            let detail = format!("Propose at most {CANDIDATES_MAX} times.");
            check.wrong("candidates", "too_many", detail);
            return Vec::new();
        }
        let mut seen = HashSet::new();
        let mut times = Vec::new();
        for (index, candidate) in self.candidates.iter().enumerate() {
            let path = format!("candidates[{index}]");
            let mut own = Checker::default();
            let at = candidate.instant(&mut own, zones, zone);
            check.nested(&path, own);
            let Some(at) = at else { continue };
            if at <= now {
                check.wrong(&path, "in_past", "Choose a time that is yet to come.");
            } else if at > now + FURTHEST {
                check.wrong(&path, "too_far", "Choose a time within a year.");
            } else if !seen.insert(at) {
                check.wrong(&path, "twice", "Propose each time once.");
            }
            times.push(at);
        }
        times.sort_unstable();
        times
    }

    fn deadline(&self, check: &mut Checker, zones: &ZoneData, zone: &str) -> Option<DateTime<Utc>> {
        let given = self.deadline.as_deref().map(str::trim);
        let given = given.filter(|text| !text.is_empty())?;
        if let Ok(at) = DateTime::parse_from_rfc3339(given) {
            return Some(at.to_utc());
        }
        let wall = wall_clock(given);
        let zone = zones.zone(zone).ok();
        // Nobody minds an hour here where the clocks change.
        let at = wall.zip(zone).and_then(|(wall, zone)| {
            let (at, _) = zone.resolve(wall).as_before(Resolution::Exact)?;
            Some(at.to_utc())
        });
        if at.is_none() {
            let detail = "Give an instant such as 2027-01-31T09:00:00Z.";
            check.wrong("deadline", "invalid_instant", detail);
        }
        at
    }
}

impl CandidateInput {
    fn instant(&self, check: &mut Checker, zones: &ZoneData, zone: &str) -> Option<DateTime<Utc>> {
        let given = |text: &Option<String>| {
            let text = text.as_deref().map(str::trim);
            text.filter(|text| !text.is_empty()).map(str::to_owned)
        };
        if let Some(text) = given(&self.starts_at) {
            let at = DateTime::parse_from_rfc3339(&text).ok();
            let at = at.filter(|at| at.second() == 0 && at.nanosecond() == 0);
            if at.is_none() {
                let detail = "Give an instant of a whole minute, such as 2027-01-31T09:00:00Z.";
                check.wrong("starts_at", "invalid_instant", detail);
            }
            return at.map(|at| at.to_utc());
        }
        let wall = given(&self.local_start).as_deref().and_then(wall_clock);
        if wall.is_none() {
            let detail = "Give the wall clock as 2027-03-14T17:00, without an offset.";
            check.wrong("local_start", "invalid_local_time", detail);
        }
        let name = given(&self.zone).unwrap_or_else(|| zone.to_owned());
        let zone = check.result("zone", "unknown_zone", zones.city_zone(&name));
        let chosen = given(&self.resolution);
        let chosen: Option<Resolution> =
            chosen.and_then(|word| check.parse("resolution", "unknown_word", &word));
        let resolved = zone?.resolve(wall?).choose(chosen);
        let (at, _) = check.result("local_start", "no_single_time", resolved)?;
        Some(at.to_utc())
    }
}

/// Reads a wall clock, with or without seconds that are none.
fn wall_clock(text: &str) -> Option<NaiveDateTime> {
    let short = text.strip_suffix(":00").filter(|rest| rest.len() == 16);
    NaiveDateTime::parse_from_str(short.unwrap_or(text), WALL_CLOCK).ok()
}

/// An answer to one time, as somebody sends it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AnswerInput {
    /// Which time, counted from 0.
    pub candidate: i64,
    /// An [`Answer`]'s word.
    pub answer: String,
}

/// What somebody answers, not yet checked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VoteInput {
    /// Their name.
    pub name: String,
    /// Where their invite goes; empty means that they wish for none.
    pub email: String,
    /// Language tag; absent means English.
    pub locale: Option<String>,
    /// IANA name; absent means their city's.
    pub zone: Option<String>,
    /// An answer to each time.
    pub answers: Vec<AnswerInput>,
}

/// A checked answer, before it is anybody's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewVote {
    /// Their name.
    pub name: String,
    /// Where their invite goes.
    pub email: Option<String>,
    /// Their language.
    pub locale: Locale,
    /// Their zone.
    pub zone: String,
    /// In the times' order.
    pub answers: Vec<Answer>,
}

impl VoteInput {
    /// Checks it for a poll of so many times; `zone` is the zone of the city they speak for.
    ///
    /// # Errors
    /// Every field that is wrong.
    pub fn check(
        &self,
        zones: &ZoneData,
        zone: &str,
        candidates: usize,
    ) -> Result<NewVote, Invalid> {
        let mut check = Checker::default();
        let name = check.line("name", &self.name);
        let email = match self.email.trim() {
            "" => None,
            email => Some(check.email("email", email)),
        };
        let given = self.zone.as_deref().map(str::trim);
        let given = given.filter(|zone| !zone.is_empty()).unwrap_or(zone);
        let zone = check.result("zone", "unknown_zone", zones.zone(given));
        let locale = self.locale.as_deref().map(str::trim);
        let locale = locale.filter(|tag| !tag.is_empty());
        let answers = self.answers(&mut check, candidates);
        check.finish(NewVote {
            name,
            email,
            locale: locale.map_or(Locale::En, Locale::negotiate),
            zone: zone.map(|zone| zone.name().to_owned()).unwrap_or_default(),
            answers,
        })
    }

    fn answers(&self, check: &mut Checker, candidates: usize) -> Vec<Answer> {
        if self.answers.len() > candidates {
            let detail = format!("Answer each of the {candidates} times once.");
            check.wrong("answers", "too_many", detail);
            return Vec::new();
        }
        let mut found = vec![None; candidates];
        for (index, given) in self.answers.iter().enumerate() {
            let path = format!("answers[{index}]");
            let answer =
                check.parse::<Answer>(&format!("{path}.answer"), "unknown_word", &given.answer);
            let place = usize::try_from(given.candidate).ok();
            match place.and_then(|place| found.get_mut(place)) {
                Some(known @ None) => *known = answer,
                Some(_) => check.wrong(&path, "twice", "Answer each time once."),
                None => {
                    let detail = "The poll has no such time.";
                    check.wrong(&format!("{path}.candidate"), "unknown_candidate", detail);
                }
            }
        }
        if self.answers.len() < candidates {
            let detail = "Answer every time: yes, if_need_be or no.";
            check.wrong("answers", "too_few", detail);
        }
        found.into_iter().flatten().collect()
    }
}

#[cfg(test)]
mod tests;
