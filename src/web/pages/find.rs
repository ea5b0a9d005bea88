//! `/find`: the times at which several cities can meet, with who bears what.

mod words;

use actix_web::http::StatusCode;
use actix_web::web::ServiceConfig;
use actix_web::{HttpResponse, get};
use askama::Template;
use chrono::Duration;

use super::day::{DAY, Picture};
use super::form::{Choice, Control, Field};
use super::parts::{Frame, SideTime};
use super::reader::Reader;
use super::show;
use crate::app::overlap::{self, Overlap, OverlapInput, PlaceInput};
use crate::app::{Error, city, partnership};
use crate::domain::city::City;
use crate::domain::input::Invalid;
use crate::domain::locale::Localizer;
use crate::domain::overlap::{LIMIT_MAX, Order, Window};
use crate::web::Problem;

pub(super) use words::bears;

/// Times for several cities.
#[derive(Template)]
#[template(path = "pages/find.html")]
pub struct FindPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// Every city, those chosen marked.
    pub cities: Vec<PickCity>,
    /// Dates, length, order.
    pub fields: Vec<Field>,
    /// Whether days off rule a time out.
    pub working_days_only: bool,
    /// What is wrong with what was asked, in sentences.
    pub faults: Vec<String>,
    /// What was found, once cities were chosen.
    pub result: Option<FindResult>,
}

impl FindPage {
    /// Whether any city is chosen.
    pub fn has_chosen(&self) -> bool {
        self.cities.iter().any(|city| city.chosen)
    }
}

/// A city to choose.
pub struct PickCity {
    /// Its slug.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its country's name.
    pub country: String,
    /// Whether it is chosen.
    pub chosen: bool,
    /// Whether it may be night there.
    pub night: bool,
}

/// What was found.
pub struct FindResult {
    /// How much, in a sentence.
    pub summary: String,
    /// Nothing fits all; the times are the least bad.
    pub nothing: bool,
    /// What would help, each with the search that does it.
    pub advice: Vec<Way>,
    /// The cities' days on top of each other on the day of the best time.
    pub picture: Option<FindPicture>,
    /// The times, best first.
    pub times: Vec<FoundTime>,
    /// What the clocks do meanwhile.
    pub notes: Vec<String>,
    /// Where to go from here.
    pub ways: Vec<Way>,
    /// The same with more times, where there are more.
    pub more: Option<String>,
    /// What is asked along where the reader may ask people about times: names and values.
    pub ask: Option<Vec<(&'static str, String)>>,
}

/// A link and its words.
pub struct Way {
    /// What it says.
    pub words: String,
    /// Where it leads.
    pub href: String,
}

/// A day of all cities with the times of that day.
pub struct FindPicture {
    /// The first city's date.
    pub heading: String,
    /// The ribbons.
    pub picture: Picture,
    /// The times.
    pub marks: Vec<Mark>,
}

/// A time across the ribbons.
pub struct Mark {
    /// Its place in the list.
    pub rank: usize,
    /// Left edge as a percentage.
    pub left: String,
    /// Width as a percentage.
    pub span: String,
    /// Middle as a percentage.
    pub middle: String,
    /// Whether there is room for its number.
    pub numbered: bool,
}

/// A time.
pub struct FoundTime {
    /// Its place in the list, from 1.
    pub rank: usize,
    /// When it begins, RFC 3339.
    pub at: String,
    /// When, in the first city.
    pub date: String,
    /// How far it may slide; empty where it may not.
    pub flexible: String,
    /// In every city.
    pub sides: Vec<FoundSide>,
}

/// A time in one city, and what it costs it.
pub struct FoundSide {
    /// The time.
    pub side: SideTime,
    /// It is a weekend or holiday there.
    pub day_off: bool,
    /// What the city bears, in words.
    pub bears: String,
    /// The same as a number.
    pub burden: String,
    /// The same as the percentage of a bar.
    pub bar: String,
    /// Why it does not fit, where it does not.
    pub blocked: String,
}

/// Times on the page at first.
const TIMES: usize = 10;
/// Times drawn in the picture.
const MARKS: usize = 4;
/// Lengths of a meeting to choose from, in minutes.
const LENGTHS: [u32; 9] = [15, 30, 45, 60, 90, 120, 180, 240, 480];

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(find_page);
}

/// What the address asks for.
struct Asked {
    cities: Vec<String>,
    nights: Vec<String>,
    from: String,
    to: String,
    minutes: String,
    order: String,
    working_days_only: bool,
    times: usize,
}

impl Asked {
    fn read(reader: &Reader) -> Self {
        let texts = |name| reader.params(name).map(str::to_owned).collect::<Vec<_>>();
        let text = |name, usual: &str| match reader.param(name) {
            Some(given) if !given.trim().is_empty() => given.trim().to_owned(),
            _ => usual.to_owned(),
        };
        let tomorrow = reader.state.app.now().date_naive() + Duration::days(1);
        let fortnight = tomorrow + Duration::days(13);
        let times = reader.param("times").and_then(|times| times.parse().ok());
        Self {
            cities: texts("city"),
            nights: texts("night"),
            from: text("from", &tomorrow.to_string()),
            to: text("to", &fortnight.to_string()),
            minutes: text("minutes", "60"),
            order: text("order", Order::WorstOff.as_str()),
            working_days_only: reader.param("workdays").is_some(),
            times: times.unwrap_or(TIMES).clamp(1, LIMIT_MAX),
        }
    }

    fn input(&self) -> OverlapInput {
        let place = |slug: &String| PlaceInput {
            slug: slug.clone(),
            night: self.nights.contains(slug),
            ..PlaceInput::default()
        };
        OverlapInput {
            cities: self.cities.iter().map(place).collect(),
            from: self.from.clone(),
            to: self.to.clone(),
            duration_minutes: self.minutes.parse().unwrap_or(0),
            order: Some(self.order.clone()),
            working_days_only: self.working_days_only,
            limit: i64::try_from(self.times).ok(),
            ..OverlapInput::default()
        }
    }

    /// The address of this search.
    fn href(&self) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(self.cities.iter().map(|slug| ("city", slug)));
        query.extend_pairs(self.nights.iter().map(|slug| ("night", slug)));
        query.append_pair("from", &self.from);
        query.append_pair("to", &self.to);
        query.append_pair("minutes", &self.minutes);
        query.append_pair("order", &self.order);
        if self.working_days_only {
            query.append_pair("workdays", "1");
        }
        if self.times != TIMES {
            query.append_pair("times", &self.times.to_string());
        }
        format!("/find?{}", query.finish())
    }

    /// The address of this search but for a change.
    fn but(&self, change: impl FnOnce(&mut Self)) -> String {
        let mut other = Self {
            cities: self.cities.clone(),
            nights: self.nights.clone(),
            from: self.from.clone(),
            to: self.to.clone(),
            minutes: self.minutes.clone(),
            order: self.order.clone(),
            ..*self
        };
        change(&mut other);
        other.href()
    }
}

#[get("/find")]
async fn find_page(reader: Reader) -> Result<HttpResponse, Problem> {
    let app = &reader.state.app;
    let asked = Asked::read(&reader);
    let cities = city::list(app).await?;
    let (mut faults, mut result) = (Vec::new(), None);
    if !asked.cities.is_empty() {
        match overlap::find(app, asked.input()).await {
            Ok(overlap) => result = Some(shown(&reader, &asked, &overlap).await?),
            Err(Error::Invalid(Invalid(wrong))) => {
                faults = wrong
                    .iter()
                    .map(|error| words::fault(&reader.l, error))
                    .collect();
            }
            Err(error) => return Err(error.into()),
        }
    }
    let status = match faults.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let mut frame = reader.frame(reader.l.text("find-title"));
    frame.description = reader.l.text("find-lead");
    let pick = |city: &City| PickCity {
        slug: city.slug.clone(),
        name: reader.city_name(city),
        country: reader.l.country(&city.country),
        chosen: asked.cities.contains(&city.slug),
        night: asked.nights.contains(&city.slug),
    };
    let page = FindPage {
        l: reader.l,
        frame,
        cities: cities.iter().map(pick).collect(),
        fields: fields(&reader.l, &asked),
        working_days_only: asked.working_days_only,
        faults,
        result,
    };
    reader.page(status, &page)
}

fn fields(l: &Localizer, asked: &Asked) -> Vec<Field> {
    let date = |name: &str, value: &str| Field::new(l, name, Control::Input("date")).value(value);
    let choice = |value: String, label: String, chosen: &str| Choice {
        chosen: value == chosen,
        value,
        label,
        detail: String::new(),
    };
    let mut lengths: Vec<u32> = LENGTHS.to_vec();
    lengths.extend(
        asked
            .minutes
            .parse::<u32>()
            .ok()
            .filter(|own| !LENGTHS.contains(own)),
    );
    lengths.sort_unstable();
    let lengths = lengths.into_iter().map(|minutes| {
        choice(
            minutes.to_string(),
            l.count("find-minutes", minutes.into()),
            &asked.minutes,
        )
    });
    let orders = Order::ALL.iter().map(|order| {
        let label = super::parts::name_of(l, "find-order", order.as_str());
        choice(order.to_string(), label, &asked.order)
    });
    let fields = [
        date("from", &asked.from),
        date("to", &asked.to),
        Field::choosing(l, "minutes", Control::Select, lengths.collect()),
        Field::choosing(l, "order", Control::Select, orders.collect()),
    ];
    fields
        .map(|field| Field {
            label: l.text(match field.name.as_str() {
                "from" => "find-from",
                "to" => "find-to",
                "minutes" => "find-length",
                _ => "find-order",
            }),
            ..field
        })
        .to_vec()
}

async fn shown(reader: &Reader, asked: &Asked, overlap: &Overlap) -> Result<FindResult, Problem> {
    let (found, l) = (&overlap.found, &reader.l);
    let least_bad = found.nothing.iter().flat_map(|why| &why.least_bad);
    let windows: Vec<&Window> = found
        .windows
        .iter()
        .chain(least_bad.map(|time| &time.window))
        .collect();
    let most = windows.iter().flat_map(|window| &window.burdens).max();
    let scale = most.map_or(1.0, |burden| burden.as_f64()).max(4.0);
    let mut times = Vec::new();
    for (index, window) in windows.iter().enumerate() {
        let blocked = found
            .nothing
            .as_ref()
            .and_then(|why| why.least_bad.get(index));
        let blocked = blocked.map_or(&[][..], |time| &time.blocked);
        times.push(words::time(
            reader,
            overlap,
            window,
            (index + 1, scale),
            blocked,
        ));
    }
    let more =
        found.feasible > times.len() && times.len() == asked.times && asked.times < LIMIT_MAX;
    Ok(FindResult {
        summary: match found.feasible {
            0 => l.text("find-nothing"),
            _ => words::summary(l, found),
        },
        nothing: found.nothing.is_some(),
        advice: match &found.nothing {
            Some(nothing) => words::advice(reader, asked, overlap, nothing),
            None => Vec::new(),
        },
        picture: picture(reader, overlap, &windows)?,
        times,
        notes: words::clock_notes(reader, overlap),
        ways: ways(reader, asked, overlap).await?,
        ask: may_ask(reader, overlap).then(|| {
            let cities = asked.cities.iter().map(|slug| ("city", slug.clone()));
            let minutes = ("minutes", asked.minutes.clone());
            cities.chain([minutes]).collect()
        }),
        more: more.then(|| asked.but(|asked| asked.times = (asked.times + 20).min(LIMIT_MAX))),
    })
}

/// Whether the reader keeps one of these cities.
fn may_ask(reader: &Reader, overlap: &Overlap) -> bool {
    let mut cities = overlap.places.iter().flat_map(|place| &place.city);
    cities.any(|city| reader.actor().coordinates(city.id))
}

fn picture(
    reader: &Reader,
    overlap: &Overlap,
    windows: &[&Window],
) -> Result<Option<FindPicture>, Problem> {
    let (Some(best), Some(first)) = (windows.first(), overlap.places.first()) else {
        return Ok(None);
    };
    let zone = &first.time.zone;
    let date = zone.at(best.start).date_naive();
    let left = show::midnight_of(zone, date);
    let places = overlap.places.iter();
    let ribbons = places.filter_map(|place| {
        let city = place.city.as_ref()?;
        Some(show::ribbon(reader, city, &place.time.zone, left, date))
    });
    let picture = Picture::new(ribbons.collect(), &[], None);
    let mut marks: Vec<(u32, Mark)> = Vec::new();
    for (index, window) in windows.iter().enumerate() {
        if zone.at(window.start).date_naive() != date || marks.len() >= MARKS {
            continue;
        }
        let x = show::x_of(window.start, left).min(DAY - 1);
        let width = show::x_of(overlap.end(window), left)
            .saturating_sub(x)
            .max(1);
        let middle = x + width / 2;
        let numbered = marks
            .iter()
            .all(|(other, _)| middle.abs_diff(*other) >= super::day::KNOT_MINUTES);
        marks.push((
            middle,
            Mark {
                rank: index + 1,
                left: super::day::percent(x),
                span: super::day::percent(width),
                middle: super::day::percent(middle),
                numbered,
            },
        ));
    }
    Ok(Some(FindPicture {
        heading: crate::domain::display::long_date(reader.locale(), date),
        picture,
        marks: marks.into_iter().map(|(_, mark)| mark).collect(),
    }))
}

/// Onwards: the partnerships of these cities, and what their hosts offer.
async fn ways(reader: &Reader, asked: &Asked, overlap: &Overlap) -> Result<Vec<Way>, Problem> {
    let cities: Vec<&City> = overlap
        .places
        .iter()
        .filter_map(|place| place.city.as_ref())
        .collect();
    let partnerships = partnership::list(&reader.state.app, reader.actor()).await?;
    let shared = partnerships.iter().filter(|partnership| {
        partnership
            .cities
            .iter()
            .all(|member| cities.iter().any(|city| city.id == member.id))
    });
    let mut ways: Vec<Way> = shared
        .map(|partnership| {
            let names = show::city_list(reader, partnership.cities.iter());
            Way {
                words: reader.l.with("find-way-partnership", "cities", &names),
                href: format!("/partnerships/{}", partnership.id),
            }
        })
        .collect();
    if cities.len() > 1 {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(cities.iter().map(|city| ("city", &city.slug)));
        query.append_pair("minutes", &asked.minutes);
        ways.push(Way {
            words: reader.l.text("find-way-plan"),
            href: format!("/plan?{}", query.finish()),
        });
    }
    ways.extend(cities.iter().take(6).map(|city| {
        Way {
            words: reader
                .l
                .with("find-way-hosts", "city", &reader.city_name(city)),
            href: format!("/cities/{}", city.slug),
        }
    }));
    Ok(ways)
}
