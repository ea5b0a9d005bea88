//! `/partnerships/{id}`: the cities' clocks and days over the same real time, and the slots across them.

use actix_web::web::{Form, Path, ServiceConfig};
use actix_web::{HttpResponse, get, post};
use askama::Template;
use chrono::{Duration, NaiveDate};
use serde::Deserialize;

use super::day::{Clock, Day, percent_of};
use super::life::{self, LifeView};
use super::parts::Frame;
use super::reader::{Reader, see_other};
use super::show;
use crate::app::ledger::{self, Account};
use crate::app::local_time::zone_of;
use crate::app::partnership::life::get as read_life;
use crate::app::slot::{self, PAGE_MAX, SlotQuery};
use crate::app::{partnership, series};
use crate::domain::city::City;
use crate::domain::display;
use crate::domain::id::PartnershipId;
use crate::domain::locale::Localizer;
use crate::domain::partnership::{Partnership, Stage};
use crate::domain::series::Series;
use crate::web::Problem;
use crate::web::request::id;

/// A partnership's week.
#[derive(Template)]
#[template(path = "pages/partnership.html")]
pub struct PartnershipPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// UUID.
    pub id: String,
    /// Two or more clocks; the first city's day is the one the ribbons follow.
    pub clocks: Vec<Clock>,
    /// Where the partnership stands.
    pub stage: Stage,
    /// Year it was signed, if it was.
    pub since: Option<String>,
    /// Present while not all of its cities have agreed to it.
    pub proposal: Option<Proposal>,
    /// How far apart the clocks are now, such as `16 hours`; empty for more than two cities.
    pub apart: String,
    /// The week in words, such as `23 – 29 November 2026`.
    pub week: String,
    /// First day of the week before, `YYYY-MM-DD`; none where it is all past.
    pub previous: Option<String>,
    /// First day of the week after, `YYYY-MM-DD`.
    pub next: String,
    /// Seven days.
    pub days: Vec<Day>,
    /// First day of the next week that has a slot, if this one has none.
    pub next_with_slots: Option<String>,
    /// Words for seats that change.
    pub seat_words: Vec<String>,
    /// What each city has borne; empty before the first visit.
    pub ledger: Vec<LedgerRow>,
    /// How it is doing.
    pub life: LifeView,
    /// Its series, for those who belong to one of its cities: names and addresses.
    pub series: Vec<(String, String)>,
}

/// What one city has borne so far.
pub struct LedgerRow {
    /// The city.
    pub city: String,
    /// The burden as a number.
    pub burden: String,
    /// The same as the percentage of a bar.
    pub bar: String,
    /// How many visits it took part in.
    pub visits: String,
}

/// What is to be said of a partnership that not all of its cities have agreed to.
pub struct Proposal {
    /// Whom it waits for.
    pub line: String,
    /// The reader may agree for one of these.
    pub may_agree: bool,
    /// The reader may take it back or turn it down.
    pub may_withdraw: bool,
}

impl PartnershipPage {
    /// Whether the week has no slot at all.
    pub fn is_empty(&self) -> bool {
        self.days.iter().all(|day| day.slots.is_empty())
    }

    /// The finder with these cities chosen.
    pub fn finder_href(&self) -> String {
        let slugs = self
            .clocks
            .iter()
            .filter_map(|clock| clock.href.rsplit('/').next());
        let pairs: Vec<String> = slugs.map(|slug| format!("city={slug}")).collect();
        format!("/find?{}", pairs.join("&"))
    }

    /// The cities' names as a heading.
    pub fn names(&self) -> String {
        self.clocks
            .iter()
            .map(|clock| clock.city.as_str())
            .collect::<Vec<_>>()
            .join(" – ")
    }
}

/// Days that the page shows at once.
const DAYS: i64 = 7;

pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(partnership_page)
        .service(agree)
        .service(withdraw);
}

/// The one field of a form that is but a button.
#[derive(Deserialize)]
struct Button {
    #[serde(default)]
    csrf: String,
}

#[post("/partnerships/{id}/agree")]
async fn agree(
    reader: Reader,
    path: Path<String>,
    form: Form<Button>,
) -> Result<HttpResponse, Problem> {
    reader.check_form(&form.csrf)?;
    let id = id(&path, "partnership")?;
    partnership::agree(&reader.state.app, reader.actor(), id).await?;
    Ok(see_other(&format!("/partnerships/{id}?done=agreed")))
}

#[post("/partnerships/{id}/withdraw")]
async fn withdraw(
    reader: Reader,
    path: Path<String>,
    form: Form<Button>,
) -> Result<HttpResponse, Problem> {
    reader.check_form(&form.csrf)?;
    let id = id(&path, "partnership")?;
    partnership::withdraw(&reader.state.app, reader.actor(), id).await?;
    Ok(see_other("/console?done=withdrawn"))
}

fn proposal(reader: &Reader, partnership: &Partnership) -> Option<Proposal> {
    let keeps = |city: &City| reader.actor().coordinates(city.id);
    (!partnership.is_agreed()).then(|| Proposal {
        line: reader.l.with(
            "proposal-awaits",
            "cities",
            &show::city_list(reader, partnership.awaiting_cities()),
        ),
        may_agree: partnership.awaiting_cities().any(keeps),
        may_withdraw: partnership.cities.iter().any(keeps),
    })
}

#[get("/partnerships/{id}")]
async fn partnership_page(reader: Reader, path: Path<String>) -> Result<HttpResponse, Problem> {
    let (app, actor, l) = (&reader.state.app, reader.actor(), reader.l);
    let id = id(&path, "partnership")?;
    let how = read_life(app, actor, id).await?;
    let partnership = &how.partnership;
    let cities = &partnership.cities;
    let first = cities.first().ok_or_else(|| Problem::not_found("city"))?;
    let zone = zone_of(&app.zones, &first.zone)?;
    let today = zone.at(app.now()).date_naive();
    let from = show::first_date(reader.param("from"), today);
    let (last, next) = (from + Duration::days(DAYS - 1), from + Duration::days(DAYS));

    let query = |from: NaiveDate, to: Option<NaiveDate>, limit| SlotQuery {
        partnership: Some(id),
        from: Some(show::midnight_of(&zone, from)),
        to: to.map(|to| show::midnight_of(&zone, to)),
        limit,
        ..SlotQuery::default()
    };
    let page = slot::list(app, actor, query(from, Some(next), PAGE_MAX)).await?;
    let mut days = Vec::new();
    for date in from.iter_days().take(7) {
        days.push(show::day(&reader, cities, date, &page.slots, id)?);
    }
    let next_with_slots = match page.slots.is_empty() {
        true => slot::list(app, actor, query(next, None, 1))
            .await?
            .slots
            .pop(),
        false => None,
    };
    let next_with_slots =
        next_with_slots.map(|slot| zone.at(slot.slot.starts_at).date_naive().to_string());
    let mut clocks = Vec::new();
    for city in cities {
        clocks.push(show::clock(&reader, city)?);
    }
    let previous = (from > today).then(|| (from - Duration::days(DAYS)).max(today).to_string());
    let frame = Frame {
        live: show::live(page.live),
        ..reader.frame(partnership.name())
    };
    reader.show(&PartnershipPage {
        l,
        frame,
        id: id.to_string(),
        proposal: proposal(&reader, partnership),
        apart: apart(&reader, &clocks),
        week: format!(
            "{} – {}",
            display::date(reader.locale(), from),
            display::date(reader.locale(), last)
        ),
        clocks,
        stage: partnership.stage,
        since: partnership.since.map(|year| year.to_string()),
        previous,
        next: next.to_string(),
        days,
        next_with_slots,
        seat_words: show::words_for(&reader, &page.slots),
        ledger: ledger_rows(&reader, id).await?,
        life: life::view(&reader, &how)?,
        series: series_links(&reader, id).await?,
    })
}

async fn ledger_rows(reader: &Reader, id: PartnershipId) -> Result<Vec<LedgerRow>, Problem> {
    let (_, accounts) = ledger::get(&reader.state.app, reader.actor(), id).await?;
    if accounts.iter().all(|account| account.visits == 0) {
        return Ok(Vec::new());
    }
    let most = accounts.iter().map(|account| account.burden).max();
    let most = most.unwrap_or_default().as_f64().max(4.0);
    let row = |account: &Account| LedgerRow {
        city: reader.city_name(&account.city),
        burden: account.burden.to_string(),
        bar: percent_of(account.burden.as_f64() / most),
        visits: reader.l.count("ledger-visits", account.visits as i64),
    };
    Ok(accounts.iter().map(row).collect())
}

async fn series_links(
    reader: &Reader,
    id: PartnershipId,
) -> Result<Vec<(String, String)>, Problem> {
    let all = series::of_partnership(&reader.state.app, reader.actor(), id).await?;
    let link = |series: &Series| {
        let from = display::date(reader.locale(), series.start);
        (
            format!("{} · {from}", series.organization),
            format!("/series/{}", series.id),
        )
    };
    Ok(all.iter().map(link).collect())
}

/// How far apart two clocks are now, in words.
fn apart(reader: &Reader, clocks: &[Clock]) -> String {
    let [one, other] = clocks else {
        return String::new();
    };
    let minutes = (one.offset_minutes - other.offset_minutes).abs();
    let (hours, rest) = (minutes / 60, minutes % 60);
    match rest {
        0 => reader.l.count("clocks-apart", hours.into()),
        _ => reader.l.with(
            "clocks-apart-exactly",
            "time",
            &format!("{hours}:{rest:02}"),
        ),
    }
}
