//! Finding times for several cities. Anybody may ask, of any cities and of any other clocks.

use chrono::{DateTime, Datelike, Duration, FixedOffset, NaiveDate, NaiveTime, Utc};

use super::workdays::city_time;
use super::{App, Error};
use crate::domain::burden::{Burden, CityTime, Weights};
use crate::domain::city::City;
use crate::domain::hours::{OfficeHours, Tier, Weekend, day_offset, tier};
use crate::domain::input::{Checker, Invalid};
use crate::domain::overlap::{
    self, Blocked, CITIES_MAX, CITIES_MIN, DAYS_MAX, DURATION_MAX, DURATION_MIN, Found, LIMIT_MAX,
    Order, STEPS, Search, Window,
};
use crate::domain::workdays::Workdays;
use crate::domain::zone::{Resolved, Zone};
use crate::storage::{self, View};

/// Heaviest weight of a kind of hour, in percent.
const WEIGHT_MAX: u16 = 1_000;
/// The years that are searched: those that the rules of clocks are known or guessed for.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;

/// Somebody to find a time for, as asked for.
#[derive(Debug, Clone, Default)]
pub struct PlaceInput {
    /// A city; empty where `zone` is given instead.
    pub slug: String,
    /// The zone of a clock that is no city's here.
    pub zone: Option<String>,
    /// The hours of such a clock, in minutes after midnight; absent means nine to five.
    pub office_start_minute: Option<u16>,
    /// Their end.
    pub office_end_minute: Option<u16>,
    /// The weekend of such a clock, such as `fri,sat`; absent means Saturday and Sunday.
    pub weekend: Option<String>,
    /// Percent that hours before office hours weigh.
    pub early: Option<u16>,
    /// Percent that hours after office hours weigh.
    pub late: Option<u16>,
    /// Percent that the edges of the day weigh.
    pub edge: Option<u16>,
    /// Percent that days off weigh.
    pub day_off: Option<u16>,
    /// Whether it may be its night.
    pub night: bool,
}

/// What is looked for, as asked for.
#[derive(Debug, Clone, Default)]
pub struct OverlapInput {
    /// Who; the first one's days are counted.
    pub cities: Vec<PlaceInput>,
    /// RFC 3339, or a date: its beginning in the first city.
    pub from: String,
    /// RFC 3339, or a date: its end in the first city.
    pub to: String,
    /// Minutes.
    pub duration_minutes: i64,
    /// Minutes between starts; absent means 15.
    pub step_minutes: Option<i64>,
    /// Absent means `worst_off`.
    pub order: Option<String>,
    /// Whether days off rule a time out.
    pub working_days_only: bool,
    /// Whether the best of each day comes first; absent means yes.
    pub spread: Option<bool>,
    /// Most times; absent means 20.
    pub limit: Option<i64>,
}

/// Somebody whom a time is found for.
#[derive(Debug, Clone)]
pub struct Place {
    /// The city; none for a clock that is no city's here.
    pub city: Option<City>,
    /// How its hours feel.
    pub time: CityTime,
}

/// A time as one place's clock shows it.
#[derive(Debug, Clone, Copy)]
pub struct PlaceTime {
    /// Its beginning there.
    pub start: DateTime<FixedOffset>,
    /// Its end there.
    pub end: DateTime<FixedOffset>,
    /// How the least pleasant minute feels.
    pub tier: Tier,
    /// Whether it begins on a weekend or holiday.
    pub day_off: bool,
    /// Days after the first place's date.
    pub day_offset: i64,
}

/// What was found, and for what.
#[derive(Debug, Clone)]
pub struct Overlap {
    /// Who, in the order asked for.
    pub places: Vec<Place>,
    /// The search.
    pub search: Search,
    /// Its result.
    pub found: Found,
}

/// The times that suit several places best.
///
/// # Errors
/// Where a field is wrong (the limits are the domain's), or too many search at once.
pub async fn find(app: &App, input: OverlapInput) -> Result<Overlap, Error> {
    let (places, search) = prepare(app, input).await?;
    let sum = app.compute.run(move || {
        let found = overlap::find(&search);
        (search, found)
    });
    let (search, found) = sum.await?;
    Ok(Overlap {
        places,
        search,
        found,
    })
}

/// The best `count` times that cities can meet at within some days, each on a day of its own, on
/// working days; fewer where there are not so many.
///
/// # Errors
/// Where the zone data no longer know a city's zone.
pub fn concrete_times(
    app: &App,
    cities: &[City],
    (from, days): (DateTime<Utc>, i64),
    duration_minutes: u32,
    count: usize,
) -> Result<Vec<Window>, Error> {
    let times = cities.iter().map(|city| city_time(app, city));
    let search = Search {
        cities: times.collect::<Result<_, _>>()?,
        from,
        to: from + Duration::days(days.clamp(1, 60)),
        duration_minutes: duration_minutes.clamp(DURATION_MIN, DURATION_MAX),
        step_minutes: 30,
        order: Order::WorstOff,
        working_days_only: true,
        spread: true,
        limit: count,
    };
    Ok(overlap::find(&search).windows)
}

/// Reads the cities and checks the rest.
async fn prepare(app: &App, input: OverlapInput) -> Result<(Vec<Place>, Search), Error> {
    let count = input.cities.len();
    if !(CITIES_MIN..=CITIES_MAX).contains(&count) {
        let code = if count < CITIES_MIN {
            "too_few"
        } else {
            "too_many"
        };
        let detail = format!("Name from {CITIES_MIN} to {CITIES_MAX} cities.");
        return Err(Invalid::one("cities", code, detail).into());
    }
    let (reading, asked) = (app.clone(), input.cities.clone());
    let read = move |view: &mut View<'_>| {
        let mut check = Checker::default();
        let mut places = Vec::new();
        for (index, place) in asked.iter().enumerate() {
            let field = format!("cities[{index}]");
            let again = |other: &PlaceInput| {
                place.zone.is_none() && other.zone.is_none() && other.slug == place.slug
            };
            if asked[..index].iter().any(again) {
                check.wrong(&field, "twice", "Name each city once.");
            }
            let mut own = Checker::default();
            places.extend(read_place(&reading, view, &mut own, place)?);
            check.nested(&field, own);
        }
        check.finish(places).map_err(Error::from)
    };
    let places: Vec<Place> = app.db.read(read).await?;
    let search = check(&input, &places)?;
    Ok((places, search))
}

/// Reads who a time is for: a city, or a clock that is no city's here.
pub(super) fn read_place(
    app: &App,
    view: &mut View<'_>,
    check: &mut Checker,
    place: &PlaceInput,
) -> Result<Option<Place>, Error> {
    let weight = |check: &mut Checker, field: &str, value: Option<u16>| {
        check.number(field, value.unwrap_or(100), 0, WEIGHT_MAX)
    };
    let weights = Weights {
        early: weight(check, "early", place.early),
        late: weight(check, "late", place.late),
        edge: weight(check, "edge", place.edge),
        day_off: weight(check, "day_off", place.day_off),
        night: place.night,
    };
    if let Some(zone) = &place.zone {
        return Ok(clock_alone(app, check, place, zone, weights));
    }
    let Some(city) = storage::city::by_slug(view, &place.slug)? else {
        check.wrong(
            "slug",
            "unknown_city",
            "Give the slug of a city, such as kaohsiung.",
        );
        return Ok(None);
    };
    let time = city_time(app, &city)?;
    Ok(Some(Place {
        time: CityTime { weights, ..time },
        city: Some(city),
    }))
}

/// A clock that is no city's here: its hours are as said, and no holidays are known.
fn clock_alone(
    app: &App,
    check: &mut Checker,
    place: &PlaceInput,
    zone: &str,
    weights: Weights,
) -> Option<Place> {
    if !place.slug.is_empty() {
        check.wrong("zone", "city_or_zone", "Give a slug or a zone, not both.");
    }
    let zone = check.result("zone", "unknown_zone", app.zones.city_zone(zone.trim()))?;
    let usual = OfficeHours::default();
    let weekend = match &place.weekend {
        Some(days) => check.parse::<Weekend>("weekend", "invalid_weekend", days)?,
        None => usual.weekend,
    };
    let hours = OfficeHours {
        start_minute: place.office_start_minute.unwrap_or(usual.start_minute),
        end_minute: place.office_end_minute.unwrap_or(usual.end_minute),
        weekend,
    };
    if !hours.is_valid() {
        let detail = "Close later than you open, at midnight (1440) at the latest.";
        check.wrong("office_end_minute", "end_before_start", detail);
    }
    let workdays = Workdays::new(weekend, []).into();
    Some(Place {
        city: None,
        time: CityTime {
            zone,
            hours,
            workdays,
            weights,
        },
    })
}

fn check(input: &OverlapInput, places: &[Place]) -> Result<Search, Invalid> {
    let mut check = Checker::default();
    let (least, most) = (i64::from(DURATION_MIN), i64::from(DURATION_MAX));
    let duration = check.number("duration_minutes", input.duration_minutes, least, most);
    let step = input.step_minutes.unwrap_or(15);
    let step = u32::try_from(step).ok().filter(|step| STEPS.contains(step));
    if step.is_none() {
        check.wrong("step_minutes", "out_of_range", "Give 5, 15, 30 or 60.");
    }
    let limit = i64::try_from(LIMIT_MAX).unwrap_or(i64::MAX);
    let limit = check.number("limit", input.limit.unwrap_or(20), 1, limit);
    let order = match &input.order {
        Some(order) => check.parse::<Order>("order", "unknown_word", order),
        None => Some(Order::WorstOff),
    };
    let zone = places.first().map(|place| &place.time.zone);
    let from = moment(&mut check, "from", &input.from, zone, 0);
    let to = moment(&mut check, "to", &input.to, zone, 1);
    if let (Some(from), Some(to)) = (from, to) {
        if to <= from {
            check.wrong("to", "end_before_start", "End later than you begin.");
        } else if to - from > Duration::days(DAYS_MAX) + Duration::hours(3) {
            // The hours are what clock changes may add to so many dates.
            let detail = format!("Search at most {DAYS_MAX} days.");
            check.wrong("to", "range_too_long", detail);
        } else if (least..=most).contains(&duration) && to - from < Duration::minutes(duration) {
            let detail = "The meeting is longer than the time that is searched.";
            check.wrong("to", "range_too_short", detail);
        }
    }
    let (Some(from), Some(to)) = (from, to) else {
        return check
            .finish(())
            .and(Err(Invalid::one("from", "required", "Give a date.")));
    };
    check.finish(Search {
        cities: places.iter().map(|place| place.time.clone()).collect(),
        from,
        to,
        duration_minutes: u32::try_from(duration).unwrap_or(DURATION_MAX),
        step_minutes: step.unwrap_or(15),
        order: order.unwrap_or(Order::WorstOff),
        working_days_only: input.working_days_only,
        spread: input.spread.unwrap_or(true),
        limit: usize::try_from(limit).unwrap_or(LIMIT_MAX),
    })
}

/// An instant, or the beginning of a date (of the one `days` later) on the first place's clock.
fn moment(
    check: &mut Checker,
    field: &str,
    text: &str,
    zone: Option<&Zone>,
    days: u64,
) -> Option<DateTime<Utc>> {
    let text = text.trim();
    let instant = DateTime::parse_from_rfc3339(text).map(|at| at.to_utc());
    let date = || {
        let date = text.parse::<NaiveDate>().ok()?;
        YEARS.contains(&date.year()).then_some(())?;
        Some(beginning(zone?, date + chrono::Days::new(days)))
    };
    let moment = instant.ok().or_else(date);
    let known = moment.filter(|at| YEARS.contains(&at.year()));
    if known.is_none() {
        let detail = "Give a date such as 2027-01-31 or an instant such as 2027-01-31T09:00:00Z, \
                      from 2000 to 2100.";
        check.wrong(field, "invalid_date", detail);
    }
    known
}

/// When a date begins; where the clocks skip its midnight, when they are back.
fn beginning(zone: &Zone, date: NaiveDate) -> DateTime<Utc> {
    let midnight = date.and_time(NaiveTime::MIN);
    match zone.resolve(midnight) {
        Resolved::Exact(at) | Resolved::Gap { shifted: at } | Resolved::Fold { first: at, .. } => {
            at.to_utc()
        }
        Resolved::DayMissing => midnight.and_utc(),
    }
}

impl Overlap {
    /// A window's end.
    pub fn end(&self, window: &Window) -> DateTime<Utc> {
        window.start + Duration::minutes(self.search.duration_minutes.into())
    }

    /// A window in every place's clock.
    pub fn local(&self, window: &Window) -> Vec<PlaceTime> {
        let mut first_date = None;
        let local = |place: &Place| {
            let CityTime {
                zone,
                hours,
                workdays,
                ..
            } = &place.time;
            let (start, end) = (zone.at(window.start), zone.at(self.end(window)));
            let date = start.date_naive();
            PlaceTime {
                start,
                end,
                tier: tier(hours, workdays, start.naive_local(), end.naive_local()),
                day_off: workdays.is_day_off(date),
                day_offset: day_offset(date, *first_date.get_or_insert(date)),
            }
        };
        self.places.iter().map(local).collect()
    }

    /// What all bear together at a window.
    pub fn total(window: &Window) -> Burden {
        window.burdens.iter().copied().sum()
    }

    /// Those whom a time does not fit.
    pub fn blocked<'a>(
        &'a self,
        blocked: &'a [Blocked],
    ) -> impl Iterator<Item = (&'a Place, Blocked)> {
        blocked
            .iter()
            .filter_map(|blocked| Some((self.places.get(blocked.city)?, *blocked)))
    }
}
