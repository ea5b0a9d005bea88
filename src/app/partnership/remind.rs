//! Reminding the coordinators of partnerships in which nothing happens: a letter a month with times
//! that suit all their cities, unless somebody does not want it.

use chrono::{Duration, NaiveTime};

use super::life::overviewed;
use super::tell;
use crate::app::letters::Told;
use crate::app::overlap::concrete_times;
use crate::app::{App, Error};
use crate::domain::id::{CityId, PartnershipId};
use crate::domain::letter::{LetterKind, VisitTime};
use crate::domain::partnership::Partnership;
use crate::domain::partnership::health::Health;
use crate::storage::{self, View};

/// Days until the first time that is offered: a visit has to be prepared.
const AHEAD: Duration = Duration::days(14);
/// Days in which times are looked for.
const WITHIN: i64 = 42;
/// How long a visit is thought to be, in minutes.
const MINUTES: u32 = 60;
/// How long nobody is reminded again.
const LATELY: Duration = Duration::days(20);
/// How many times are offered.
const TIMES: usize = 3;

/// Reminds the coordinators of every quiet or dormant partnership that they were not reminded of
/// this month; says how many partnerships those were. Each is a transaction that begins with the
/// row of its partnership and month, so that several nodes or a restart write nothing twice.
///
/// # Errors
/// Where the database cannot be used at all; what fails for one partnership alone is told in the
/// log and tried again the next time.
pub async fn run(app: &App) -> Result<usize, Error> {
    let looking = app.clone();
    let due = app.db.read(move |view| {
        let all = storage::partnership::all(view)?;
        let mut due = Vec::new();
        for one in overviewed(&looking, view, all)? {
            let quiet = matches!(one.health, Health::Quiet | Health::Dormant);
            let id = one.partnership.id;
            if quiet && !is_reminded(&looking, view, id)? {
                due.push(one.partnership);
            }
        }
        Ok::<_, Error>(due)
    });
    let mut reminded = 0;
    for partnership in due.await? {
        let id = partnership.id;
        match remind(app, partnership).await {
            Ok(did) => reminded += usize::from(did),
            Err(error) => tracing::warn!(%error, %id, "nobody was reminded of a partnership"),
        }
    }
    Ok(reminded)
}

/// The month that it is, `YYYY-MM`.
fn month(app: &App) -> String {
    app.now().format("%Y-%m").to_string()
}

/// Whether a partnership's coordinators were reminded this month, or of late: who was written to on the
/// last day of a month is not written to on the first of the next.
fn is_reminded(app: &App, view: &mut View<'_>, id: PartnershipId) -> Result<bool, Error> {
    let since = app.now() - LATELY;
    Ok(storage::partnership_life::is_reminded(
        view,
        id,
        &month(app),
        since,
    )?)
}

/// Writes the letters of one partnership and month, unless somebody has.
async fn remind(app: &App, partnership: Partnership) -> Result<bool, Error> {
    let times = times(app, &partnership).await?;
    let app = app.clone();
    let db = app.db.clone();
    db.write(move |tx| {
        let id = partnership.id;
        // Somebody may have booked or edited since the look.
        let now = storage::partnership::by_id(tx, id)?;
        let Some(now) = overviewed(&app, tx, now.into_iter().collect())?.pop() else {
            return Ok(false);
        };
        let quiet = matches!(now.health, Health::Quiet | Health::Dormant);
        if !quiet || is_reminded(&app, tx, id)? {
            return Ok(false);
        }
        let (month, now_is) = (month(&app), app.now());
        if !storage::partnership_life::begin_reminder(tx, id, &month, now_is)? {
            return Ok(false);
        }
        let letter = Told {
            last: now.meetings.last,
            times: times.clone(),
            ..Told::of(LetterKind::PartnershipQuiet)
        };
        let cities: Vec<CityId> = now.partnership.cities.iter().map(|city| city.id).collect();
        tell(&app, tx, &now.partnership, &cities, &letter)?;
        Ok(true)
    })
    .await
}

/// The best times for all of a partnership's cities.
async fn times(app: &App, partnership: &Partnership) -> Result<Vec<VisitTime>, Error> {
    let (asking, cities) = (app.clone(), partnership.cities.clone());
    let from = (app.now() + AHEAD).date_naive().and_time(NaiveTime::MIN);
    let sum = app.compute.run(move || {
        let within = (from.and_utc(), WITHIN);
        concrete_times(&asking, &cities, within, MINUTES, TIMES)
    });
    let found = sum.await??;
    let time = |window: &crate::domain::overlap::Window| VisitTime {
        starts_at: window.start,
        ends_at: window.start + Duration::minutes(MINUTES.into()),
    };
    let mut times: Vec<VisitTime> = found.iter().map(time).collect();
    times.sort_by_key(|time| time.starts_at);
    Ok(times)
}
