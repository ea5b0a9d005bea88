//! The fairness ledger of a partnership: who had the late hours so far.
//!
//! Reckoned from the visits that have begun, never kept: it holds no personal data, and newer zone
//! data or holidays make it truer.

use super::workdays::city_time;
use super::{App, Error, partnership};
use crate::domain::burden::{Burden, CityTime};
use crate::domain::city::City;
use crate::domain::id::PartnershipId;
use crate::domain::partnership::Partnership;
use crate::domain::person::Actor;
use crate::storage::{self, View};

/// What one city of a partnership has borne.
#[derive(Debug, Clone)]
pub struct Account {
    /// The city.
    pub city: City,
    /// Visits in which it took part.
    pub visits: usize,
    /// What they cost it.
    pub burden: Burden,
    /// Visits that were in its night.
    pub nights: usize,
}

/// What each city of a partnership has borne so far.
///
/// # Errors
/// Where there is none that `actor` may know of.
pub async fn get(
    app: &App,
    actor: &Actor,
    id: PartnershipId,
) -> Result<(Partnership, Vec<Account>), Error> {
    let (app, actor) = (app.clone(), actor.clone());
    let db = app.db.clone();
    db.read(move |view| {
        let found = partnership::visible(view, &actor, id)?;
        let found = found.ok_or(Error::NotFound("partnership"))?;
        let accounts = of(&app, view, &found)?;
        Ok((found, accounts))
    })
    .await
}

/// What each city has borne in the visits of the partnership that have begun and were not called
/// off. A night that a city would not agree to counts as if it had.
pub(super) fn of(
    app: &App,
    view: &mut View<'_>,
    partnership: &Partnership,
) -> Result<Vec<Account>, Error> {
    let visits = storage::series::past_visits(view, partnership.id, app.now())?;
    let mut accounts = Vec::with_capacity(partnership.cities.len());
    for city in &partnership.cities {
        let mut time = city_time(app, city)?;
        let own = visits
            .iter()
            .filter(|visit| visit.cities.contains(&city.id));
        let mut account = Account {
            city: city.clone(),
            visits: 0,
            burden: Burden::ZERO,
            nights: 0,
        };
        for visit in own {
            let minutes = u32::try_from(visit.duration_minutes).unwrap_or(0);
            account.visits += 1;
            time.weights.night = false;
            if time.burden(visit.starts_at, minutes).is_none() {
                account.nights += 1;
            }
            account.burden += awake(&mut time)
                .burden(visit.starts_at, minutes)
                .unwrap_or_default();
        }
        accounts.push(account);
    }
    Ok(accounts)
}

fn awake(time: &mut CityTime) -> &CityTime {
    time.weights.night = true;
    time
}
