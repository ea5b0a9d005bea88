//! Planning a series. Anybody may look at plans for any cities; nothing is written.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, NaiveTime};

use super::overlap::{Place, PlaceInput, read_place};
use super::{App, Error, ledger, partnership};
use crate::domain::burden::Burden;
use crate::domain::input::{Checker, Invalid};
use crate::domain::offer::{DURATION_MAX, DURATION_MIN};
use crate::domain::partnership::Partnership;
use crate::domain::person::Actor;
use crate::domain::plan::{
    Block, CITIES_MAX, CITIES_MIN, HolidayRule, PlanInput, Plans, WORK_MAX, plans,
};
use crate::domain::recurrence::{Rule, RuleError};
use crate::domain::series::EXCEPTIONS_MAX;
use crate::storage::View;

/// The years in which a series may start: those that the rules of clocks are known or guessed for.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2089;

/// A series to plan, as asked for.
#[derive(Debug, Clone, Default)]
pub struct PlanAsked {
    /// Who; absent where a partnership is named, whose cities are meant then.
    pub cities: Vec<PlaceInput>,
    /// Id of the partnership whose cities meet, and whose past visits count.
    pub partnership: Option<String>,
    /// The first date that may be one of its own.
    pub start: String,
    /// RFC 5545: `FREQ=WEEKLY;BYDAY=TU;COUNT=52`.
    pub rule: String,
    /// Which city's dates and clock are meant, counted from 0.
    pub calendar: i64,
    /// A wall clock there, such as `16:00`, to be shown beside the others.
    pub at: Option<String>,
    /// Dates that are left out.
    pub except: Vec<String>,
    /// Minutes.
    pub duration_minutes: i64,
    /// Minutes between the wall clocks that are tried; absent means 15.
    pub step_minutes: Option<i64>,
    /// A [`HolidayRule`]'s word; absent means `skip`.
    pub holidays: Option<String>,
    /// A [`Block`]'s word; absent means `meeting` for what comes monthly or rarer, else `season`.
    pub block: Option<String>,
}

/// What was planned, and for what.
#[derive(Debug, Clone)]
pub struct Planned {
    /// Who, in the order asked for.
    pub places: Vec<Place>,
    /// The partnership, where one was named.
    pub partnership: Option<Partnership>,
    /// What each city has borne before.
    pub carried: Vec<Burden>,
    /// Which city's dates and clock are meant.
    pub calendar: usize,
    /// The first date that may be one of its own.
    pub start: NaiveDate,
    /// How often.
    pub rule: Rule,
    /// Length of a visit, in minutes.
    pub duration_minutes: u32,
    /// How long a rotating plan keeps a clock.
    pub block: Block,
    /// What is done with holidays.
    pub holidays: HolidayRule,
    /// The plans.
    pub plans: Plans,
}

/// A checked request.
struct Ready {
    places: Vec<Place>,
    partnership: Option<Partnership>,
    carried: Vec<Burden>,
    terms: Terms,
}

/// The part of a request that is about time.
#[derive(Clone)]
struct Terms {
    calendar: usize,
    start: NaiveDate,
    rule: Rule,
    dates: Vec<NaiveDate>,
    at: Option<NaiveTime>,
    duration_minutes: u32,
    step_minutes: u32,
    holidays: HolidayRule,
    block: Block,
}

/// Plans a series in every way.
///
/// # Errors
/// Where a field is wrong, the partnership may not be known of, or too many plan at once.
pub async fn plan(app: &App, actor: &Actor, asked: PlanAsked) -> Result<Planned, Error> {
    let (reading, actor) = (app.clone(), actor.clone());
    let ready = app
        .db
        .read(move |view| prepare(&reading, view, &actor, &asked))
        .await?;
    app.compute.run(move || planned(ready)).await
}

fn planned(ready: Ready) -> Planned {
    let Ready {
        places,
        partnership,
        carried,
        terms,
    } = ready;
    let cities: Vec<_> = places.iter().map(|place| place.time.clone()).collect();
    let plans = plans(&PlanInput {
        cities: &cities,
        carried: &carried,
        calendar: terms.calendar,
        dates: &terms.dates,
        at: terms.at,
        duration_minutes: terms.duration_minutes,
        step_minutes: terms.step_minutes,
        holidays: terms.holidays,
        block: terms.block,
    });
    Planned {
        places,
        partnership,
        carried,
        calendar: terms.calendar,
        start: terms.start,
        rule: terms.rule,
        duration_minutes: terms.duration_minutes,
        block: terms.block,
        holidays: terms.holidays,
        plans,
    }
}

fn prepare(
    app: &App,
    view: &mut View<'_>,
    actor: &Actor,
    asked: &PlanAsked,
) -> Result<Ready, Error> {
    let partnership = match &asked.partnership {
        Some(id) => {
            let id = id.parse().map_err(|_| Error::NotFound("partnership"))?;
            let found = partnership::visible(view, actor, id)?;
            Some(found.ok_or(Error::NotFound("partnership"))?)
        }
        None => None,
    };
    let mut check = Checker::default();
    let places = places(app, view, &mut check, asked, partnership.as_ref())?;
    let terms = terms(&mut check, asked, places.len());
    let Some(terms) = check.finish(terms)? else {
        return Err(Invalid::one("rule", "required", "Say how often.").into());
    };
    let carried = match &partnership {
        Some(partnership) => {
            let ledger = ledger::of(app, view, partnership)?;
            let borne = |place: &Place| {
                let city = place.city.as_ref().map(|city| city.id);
                let account = ledger.iter().find(|account| Some(account.city.id) == city);
                account.map_or(Burden::ZERO, |account| account.burden)
            };
            places.iter().map(borne).collect()
        }
        None => vec![Burden::ZERO; places.len()],
    };
    Ok(Ready {
        places,
        partnership,
        carried,
        terms,
    })
}

/// The cities that were named, or those of the partnership.
fn places(
    app: &App,
    view: &mut View<'_>,
    check: &mut Checker,
    asked: &PlanAsked,
    partnership: Option<&Partnership>,
) -> Result<Vec<Place>, Error> {
    let members = partnership.map(|partnership| {
        let one = |slug: &String| PlaceInput {
            slug: slug.clone(),
            ..PlaceInput::default()
        };
        let slugs = partnership.cities.iter().map(|city| &city.slug);
        slugs.map(one).collect()
    });
    let given: Vec<PlaceInput> = match (members, asked.cities.is_empty()) {
        (Some(members), true) => members,
        _ => asked.cities.clone(),
    };
    if !(CITIES_MIN..=CITIES_MAX).contains(&given.len()) {
        let code = match given.len() < CITIES_MIN {
            true => "too_few",
            false => "too_many",
        };
        let detail = format!("Name from {CITIES_MIN} to {CITIES_MAX} cities.");
        check.wrong("cities", code, detail);
    }
    let mut places: Vec<Place> = Vec::new();
    for (index, place) in given.iter().take(CITIES_MAX).enumerate() {
        let field = format!("cities[{index}]");
        let mut own = Checker::default();
        let found = read_place(app, view, &mut own, place)?;
        check.nested(&field, own);
        let Some(found) = found else { continue };
        let city = |place: &Place| place.city.as_ref().map(|city| city.id);
        if city(&found).is_some() && places.iter().any(|other| city(other) == city(&found)) {
            check.wrong(&field, "twice", "Name each city once.");
        }
        let member =
            |partnership: &Partnership| city(&found).is_some_and(|city| partnership.includes(city));
        if partnership.is_some_and(|partnership| !member(partnership)) {
            let detail = "Name cities of the partnership, or leave the partnership out.";
            check.wrong(&field, "not_a_member", detail);
        }
        places.push(found);
    }
    Ok(places)
}

fn terms(check: &mut Checker, asked: &PlanAsked, cities: usize) -> Option<Terms> {
    let last = i64::try_from(cities).unwrap_or(1).max(1) - 1;
    let calendar = check.number("calendar", asked.calendar, 0, last);
    let (least, most) = (i64::from(DURATION_MIN), i64::from(DURATION_MAX));
    let duration = check.number("duration_minutes", asked.duration_minutes, least, most);
    let step = asked.step_minutes.unwrap_or(15);
    if ![15, 30, 60].contains(&step) {
        check.wrong("step_minutes", "out_of_range", "Give 15, 30 or 60.");
    }
    let at = asked
        .at
        .as_deref()
        .map(str::trim)
        .filter(|at| !at.is_empty());
    let at = at.and_then(|text| time(check, text));
    let start = date(check, "start", &asked.start);
    let rule = rule(check, &asked.rule);
    let left_out = left_out(check, &asked.except);
    let holidays = match &asked.holidays {
        Some(word) => check.parse("holidays", "unknown_word", word)?,
        None => HolidayRule::Skip,
    };
    let block = match &asked.block {
        Some(word) => Some(check.parse::<Block>("block", "unknown_word", word)?),
        None => None,
    };
    let (start, rule) = (start?, rule?);
    let mut dates = match rule.dates(start) {
        Ok(dates) => dates,
        Err(error) => {
            wrong_rule(check, &error);
            return None;
        }
    };
    dates.retain(|date| !left_out.contains(date));
    if dates.len() * cities > WORK_MAX {
        let detail = format!("Dates times cities are at most {WORK_MAX}.");
        check.wrong("rule", "too_many", detail);
    }
    let rare = rule.is_monthly_or_rarer();
    if block == Some(Block::Meeting) && !rare {
        let detail = "Only what comes monthly or rarer may change its clock every time: people \
                      lose track. Give season or quarter.";
        check.wrong("block", "rotates_too_often", detail);
    }
    Some(Terms {
        calendar: usize::try_from(calendar).unwrap_or(0),
        start,
        dates,
        at,
        duration_minutes: u32::try_from(duration).unwrap_or(60),
        step_minutes: u32::try_from(step).unwrap_or(15),
        holidays,
        block: block.unwrap_or(if rare { Block::Meeting } else { Block::Season }),
        rule,
    })
}

fn date(check: &mut Checker, field: &str, text: &str) -> Option<NaiveDate> {
    let date = text.trim().parse::<NaiveDate>().ok();
    let date = date.filter(|date| YEARS.contains(&date.year()));
    if date.is_none() {
        let detail = "Give a date such as 2027-01-31, from 2000 to 2089.";
        check.wrong(field, "invalid_date", detail);
    }
    date
}

fn time(check: &mut Checker, text: &str) -> Option<NaiveTime> {
    let time = NaiveTime::parse_from_str(text, "%H:%M").ok();
    if time.is_none() {
        check.wrong("at", "invalid_time", "Give a wall clock such as 16:00.");
    }
    time
}

fn rule(check: &mut Checker, text: &str) -> Option<Rule> {
    match text.parse::<Rule>() {
        Ok(rule) => Some(rule),
        Err(error) => {
            wrong_rule(check, &error);
            None
        }
    }
}

fn wrong_rule(check: &mut Checker, error: &RuleError) {
    let code = match error {
        RuleError::Malformed | RuleError::Value(_) => "invalid_rule",
        RuleError::Part(_) => "unsupported_rule",
        RuleError::End => "endless_rule",
        RuleError::TooMany => "too_many",
        RuleError::TooLong => "range_too_long",
        RuleError::Empty => "no_occurrence",
    };
    check.result::<(), _>("rule", code, Err(error));
}

fn left_out(check: &mut Checker, except: &[String]) -> BTreeSet<NaiveDate> {
    if except.len() > EXCEPTIONS_MAX {
        let detail = format!("Leave out at most {EXCEPTIONS_MAX} dates.");
        check.wrong("except", "too_many", detail);
        return BTreeSet::new();
    }
    let dates = except.iter().enumerate();
    dates
        .filter_map(|(index, text)| date(check, &format!("except[{index}]"), text))
        .collect()
}
