//! The form: rows of windows and dates and what stands below them, to and from what the use case
//! takes. A row that says nothing means nothing, so that there can always be one to fill in.

use chrono::{Datelike, NaiveDate};

use super::{DateRow, WindowRow};
use crate::app::availability::AvailabilityView;
use crate::app::{App, Error};
use crate::domain::availability::input::{
    AvailabilityInput, OverrideInput, SeasonInput, SpanInput, WEEKDAYS, WindowInput,
};
use crate::domain::availability::{BUFFER_MAX, HORIZON, HORIZON_DEFAULT, LIMIT_MAX, STEP};
use crate::domain::locale::Localizer;
use crate::domain::offer::Offer;
use crate::web::pages::form::{Choice, Control, Field};
use crate::web::pages::parts::name_of;
use crate::web::pages::typed::Typed;

type Pairs = Vec<(String, String)>;

/// The fields of a window's row; each is sent once a row, so that they can be told apart by place.
const WINDOW: [&str; 7] = [
    "window-day",
    "window-from",
    "window-to",
    "window-season",
    "window-since",
    "window-until",
    "window-makeup",
];
/// The fields of a date's row.
const DATE: [&str; 3] = ["date", "date-from", "date-to"];
/// A year with a 29th of February, in which days of every year are written down.
const ANY_YEAR: i32 = 2028;
/// Units of the notice, in minutes.
const UNITS: [(&str, i32); 3] = [("minutes", 1), ("hours", 60), ("days", 24 * 60)];

/// Takes out which button was pressed.
pub(super) fn take_button(pairs: &mut Pairs) -> String {
    let pressed = pairs.iter().position(|(name, _)| name == "do");
    pressed
        .map(|place| pairs.remove(place).1)
        .unwrap_or_default()
}

/// Adds, removes or repeats a row, as the button says.
pub(super) fn rearrange(pairs: &mut Pairs, what: &str) {
    let (verb, row) = what.split_once(' ').unwrap_or((what, ""));
    let row = row.parse::<usize>().ok();
    match (verb, row) {
        ("add-window", _) => add(pairs, &WINDOW, &[]),
        ("add-date", _) => add(pairs, &DATE, &[]),
        ("remove-window", Some(row)) => remove(pairs, &WINDOW, row),
        ("remove-date", Some(row)) => remove(pairs, &DATE, row),
        ("repeat-window", Some(row)) => repeat(pairs, row),
        // To look at the preview anew.
        _ => {}
    }
}

fn add(pairs: &mut Pairs, names: &[&str], values: &[&str]) {
    for (n, name) in names.iter().enumerate() {
        let value = values.get(n).copied().unwrap_or_default();
        pairs.push(((*name).to_owned(), value.to_owned()));
    }
}

fn remove(pairs: &mut Pairs, names: &[&str], row: usize) {
    for wanted in names {
        let mut places = (0..pairs.len()).filter(|place| pairs[*place].0 == *wanted);
        if let Some(place) = places.nth(row) {
            pairs.remove(place);
        }
    }
}

/// The same hours on the other days from Monday to Friday.
fn repeat(pairs: &mut Pairs, row: usize) {
    let of_row = |name: &str| {
        let mut given = pairs.iter().filter(|(given, _)| given == name);
        given
            .nth(row)
            .map(|(_, value)| value.clone())
            .unwrap_or_default()
    };
    let values: Vec<String> = WINDOW.iter().map(|name| of_row(name)).collect();
    for (day, _) in WEEKDAYS.iter().take(5) {
        if values.first().is_some_and(|own| own == day) {
            continue;
        }
        let mut of_day: Vec<&str> = values.iter().map(String::as_str).collect();
        if let Some(own) = of_day.first_mut() {
            *own = day;
        }
        add(pairs, &WINDOW, &of_day);
    }
}

/// What the form holds for the rules as they are.
pub(super) fn of_rules(found: &AvailabilityView, app: &App) -> Result<Pairs, Error> {
    let input = AvailabilityInput::from(&found.rules);
    let mut pairs = Pairs::new();
    for window in &input.windows {
        let season = window.season.clone().unwrap_or_default();
        let (kind, since, until) = season_fields(&season);
        let makeup = if window.make_up_workdays { "yes" } else { "no" };
        let SpanInput { from, to } = &window.span;
        let values = [
            &window.weekday,
            from,
            &clock(to),
            kind,
            &since,
            &until,
            makeup,
        ];
        add(&mut pairs, &WINDOW, &values);
    }
    for one in &input.overrides {
        for span in &one.windows {
            add(
                &mut pairs,
                &DATE,
                &[&one.date, &span.from, &clock(&span.to)],
            );
        }
        if one.windows.is_empty() {
            add(&mut pairs, &DATE, &[&one.date, "", ""]);
        }
    }
    let number = |number: Option<i32>| number.map(|n| n.to_string()).unwrap_or_default();
    let notice = input.notice_minutes;
    let unit = UNITS
        .iter()
        .rev()
        .find(|(_, minutes)| notice % minutes == 0);
    let (unit, minutes) = unit.copied().unwrap_or(UNITS[0]);
    let (unit, minutes) = if notice == 0 {
        UNITS[1]
    } else {
        (unit, minutes)
    };
    let fields = [
        ("step", number(input.step_minutes)),
        ("buffer-before", input.buffer_before_minutes.to_string()),
        ("buffer-after", input.buffer_after_minutes.to_string()),
        ("notice", (notice / minutes).to_string()),
        ("notice-unit", unit.to_owned()),
        ("horizon", number(input.horizon_days)),
        ("holidays", input.holidays),
        ("slots-day", number(input.slots_per_day)),
        ("slots-week", number(input.slots_per_week)),
        ("bookings-day", number(input.bookings_per_day)),
        ("bookings-week", number(input.bookings_per_week)),
        ("version", found.version.to_string()),
        ("idempotency_key", app.secret()),
    ];
    pairs.extend(fields.map(|(name, value)| (name.to_owned(), value)));
    Ok(pairs)
}

/// Time fields of browsers know no 24:00.
fn clock(text: &str) -> String {
    text.replace("24:00", "00:00")
}

fn season_fields(season: &SeasonInput) -> (&'static str, String, String) {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let (from, until) = (text(&season.from), text(&season.until));
    match (from.len(), until.len()) {
        (0, 0) => ("always", from, until),
        (5, 5) => (
            "yearly",
            format!("{ANY_YEAR}-{from}"),
            format!("{ANY_YEAR}-{until}"),
        ),
        _ => ("dates", from, until),
    }
}

/// Which row each part of the input came from.
pub(super) struct Places {
    windows: Vec<usize>,
    dates: Vec<Vec<usize>>,
}

impl Places {
    /// The form's name for a field of the input.
    pub(super) fn of(&self, field: &str) -> String {
        let numbers: Vec<usize> = field
            .split(['[', ']'])
            .filter_map(|part| part.parse().ok())
            .collect();
        let member = field.rsplit('.').next().unwrap_or_default();
        let row = |name: &str, row: Option<&usize>| match row {
            Some(row) => format!("{name}[{row}]"),
            None => name.to_owned(),
        };
        if let Some(n) = numbers.first().filter(|_| field.starts_with("windows[")) {
            let place = self.windows.get(*n);
            return match member {
                "weekday" => row("window-day", place),
                "from" if field.contains(".season.") => row("window-since", place),
                "until" => row("window-until", place),
                "from" => row("window-from", place),
                _ => row("window-to", place),
            };
        }
        if let Some(n) = numbers.first().filter(|_| field.starts_with("overrides[")) {
            let of_window = numbers.get(1).copied().unwrap_or(0);
            let place = self.dates.get(*n).and_then(|rows| rows.get(of_window));
            return match member {
                "from" => row("date-from", place),
                "to" => row("date-to", place),
                _ => row("date", place),
            };
        }
        let known = [
            ("step_minutes", "step"),
            ("buffer_before_minutes", "buffer-before"),
            ("buffer_after_minutes", "buffer-after"),
            ("notice_minutes", "notice"),
            ("horizon_days", "horizon"),
            ("slots_per_day", "slots-day"),
            ("slots_per_week", "slots-week"),
            ("bookings_per_day", "bookings-day"),
            ("bookings_per_week", "bookings-week"),
        ];
        let named = known.iter().find(|(of_input, _)| *of_input == field);
        named.map_or(field, |(_, of_form)| of_form).to_owned()
    }
}

/// What the form asks for.
pub(super) fn input(typed: &Typed) -> (AvailabilityInput, Places) {
    let (windows, window_rows) = given_windows(typed);
    let (overrides, date_rows) = given_dates(typed);
    let number = |name: &str| typed.some(name).map(|_| typed.number(name));
    let unit = UNITS
        .iter()
        .find(|(unit, _)| *unit == typed.one("notice-unit"));
    let minutes = unit.map_or(1, |(_, minutes)| *minutes);
    let input = AvailabilityInput {
        windows,
        overrides,
        step_minutes: number("step"),
        buffer_before_minutes: number("buffer-before").unwrap_or(0),
        buffer_after_minutes: number("buffer-after").unwrap_or(0),
        notice_minutes: number("notice").unwrap_or(0).saturating_mul(minutes),
        horizon_days: number("horizon"),
        slots_per_day: number("slots-day"),
        slots_per_week: number("slots-week"),
        bookings_per_day: number("bookings-day"),
        bookings_per_week: number("bookings-week"),
        holidays: typed.one("holidays").to_owned(),
    };
    let places = Places {
        windows: window_rows,
        dates: date_rows,
    };
    (input, places)
}

fn given_windows(typed: &Typed) -> (Vec<WindowInput>, Vec<usize>) {
    let [days, froms, tos, seasons, sinces, untils, makeups] = WINDOW.map(|name| typed.all(name));
    let at = |values: &[String], row: usize| values.get(row).cloned().unwrap_or_default();
    let (mut windows, mut rows) = (Vec::new(), Vec::new());
    for (row, day) in days.iter().enumerate() {
        let (from, to) = (at(&froms, row), at(&tos, row));
        if from.is_empty() && to.is_empty() {
            continue;
        }
        let end = |text: String, yearly: bool| {
            let text = if yearly {
                text.get(5..).unwrap_or_default().to_owned()
            } else {
                text
            };
            Some(text).filter(|text| !text.is_empty())
        };
        let (since, until) = (at(&sinces, row), at(&untils, row));
        let season = match at(&seasons, row).as_str() {
            "dates" => Some((end(since, false), end(until, false))),
            "yearly" => Some((end(since, true), end(until, true))),
            _ => None,
        };
        windows.push(WindowInput {
            weekday: day.clone(),
            span: SpanInput { from, to },
            season: season.map(|(from, until)| SeasonInput { from, until }),
            make_up_workdays: at(&makeups, row) == "yes",
        });
        rows.push(row);
    }
    (windows, rows)
}

fn given_dates(typed: &Typed) -> (Vec<OverrideInput>, Vec<Vec<usize>>) {
    let [dates, froms, tos] = DATE.map(|name| typed.all(name));
    let at = |values: &[String], row: usize| values.get(row).cloned().unwrap_or_default();
    let mut given: Vec<OverrideInput> = Vec::new();
    let mut rows: Vec<Vec<usize>> = Vec::new();
    for (row, date) in dates.iter().enumerate() {
        let span = SpanInput {
            from: at(&froms, row),
            to: at(&tos, row),
        };
        let open = !(span.from.is_empty() && span.to.is_empty());
        if date.is_empty() && !open {
            continue;
        }
        // Several rows of one date are its several windows.
        let place = given.iter().position(|one| one.date == *date);
        let place = place.unwrap_or_else(|| {
            given.push(OverrideInput {
                date: date.clone(),
                windows: Vec::new(),
            });
            rows.push(Vec::new());
            given.len() - 1
        });
        if let (Some(one), Some(places)) = (given.get_mut(place), rows.get_mut(place)) {
            if open {
                one.windows.push(span);
            }
            places.push(row);
        }
    }
    (given, rows)
}

fn choices(l: &Localizer, vocabulary: &str, words: &[&str]) -> Vec<Choice> {
    let one = |word: &&str| Choice {
        value: (*word).to_owned(),
        label: name_of(l, vocabulary, word),
        detail: String::new(),
        chosen: false,
    };
    words.iter().map(one).collect()
}

/// The rows of windows, an empty one at the end.
pub(super) fn windows(l: &Localizer, typed: &Typed) -> Vec<WindowRow> {
    let days: Vec<&str> = WEEKDAYS.iter().map(|(word, _)| *word).collect();
    let filled = typed.all("window-day").len();
    let last_is_empty = filled > 0
        && ["window-from", "window-to"].iter().all(|name| {
            let values = typed.all(name);
            values.get(filled - 1).is_none_or(String::is_empty)
        });
    let rows = if last_is_empty { filled } else { filled + 1 };
    let row = |row: usize| {
        let within = format!("w{row}");
        let field = |field: Field| typed.field_of_row(l, field.optional().within(&within), row);
        let select = |name: &str, vocabulary: &str, words: &[&str]| {
            let mut field = field(Field::choosing(
                l,
                name,
                Control::Select,
                choices(l, vocabulary, words),
            ));
            let value = field.value.clone();
            for choice in field.groups.iter_mut().flat_map(|group| &mut group.choices) {
                choice.chosen = choice.value == value;
            }
            field
        };
        let input = |name: &str, kind| field(Field::new(l, name, Control::Input(kind)));
        let more = vec![
            select(
                "window-season",
                "window-season",
                &["always", "dates", "yearly"],
            ),
            input("window-since", "date"),
            input("window-until", "date"),
            select("window-makeup", "window-makeup", &["no", "yes"]),
        ];
        let value = |place: usize| more.get(place).map_or("", |field| field.value.as_str());
        let (season, makeup) = (value(0).to_owned(), value(3).to_owned());
        let mut words = Vec::new();
        if !season.is_empty() && season != "always" {
            let (since, until) = (day_words(value(1), &season), day_words(value(2), &season));
            let args = [("since", since.as_str()), ("until", until.as_str())];
            words.push(l.args("window-season-from-until", &args));
        }
        if makeup == "yes" {
            words.push(l.text("window-makeup-yes"));
        }
        let wrong = more.iter().any(|field| field.error.is_some());
        WindowRow {
            index: row,
            label: l.with(
                "availability-window-number",
                "number",
                &(row + 1).to_string(),
            ),
            day: select("window-day", "day", &days),
            from: input("window-from", "time"),
            to: input("window-to", "time"),
            more_words: words.join(" · "),
            more_open: wrong || (season != "always" && !season.is_empty() && words.is_empty()),
            more,
        }
    };
    (0..rows).map(row).collect()
}

/// A season's end, without its year where it is every year's.
fn day_words(text: &str, season: &str) -> String {
    match (text.parse::<NaiveDate>(), season) {
        (Ok(date), "yearly") => format!("{:02}-{:02}", date.month(), date.day()),
        (Ok(date), _) => date.to_string(),
        (Err(_), _) => "…".to_owned(),
    }
}

/// The rows of dates, an empty one at the end.
pub(super) fn dates(l: &Localizer, typed: &Typed) -> Vec<DateRow> {
    let filled = typed.all("date");
    let rows = match filled.last() {
        Some(last) if last.is_empty() => filled.len(),
        _ => filled.len() + 1,
    };
    let row = |row: usize| {
        let within = format!("d{row}");
        let input = |name: &str, kind| {
            let field = Field::new(l, name, Control::Input(kind)).optional();
            typed.field_of_row(l, field.within(&within), row)
        };
        DateRow {
            index: row,
            label: l.with("availability-date-number", "number", &(row + 1).to_string()),
            date: input("date", "date"),
            from: input("date-from", "time"),
            to: input("date-to", "time"),
        }
    };
    (0..rows).map(row).collect()
}

fn number(l: &Localizer, typed: &Typed, name: &str, (min, max): (i32, i32)) -> Field {
    let field = Field::new(l, name, Control::Input("number")).optional();
    typed.field(l, field.between(&min.to_string(), &max.to_string()))
}

/// Steps and buffers.
pub(super) fn rhythm(l: &Localizer, typed: &Typed, offer: &Offer) -> Vec<Field> {
    let minutes = offer.duration_minutes.to_string();
    let hint = l.with("availability-step-hint", "minutes", &minutes);
    vec![
        number(l, typed, "step", STEP).hint(hint),
        number(l, typed, "buffer-before", (0, BUFFER_MAX)),
        number(l, typed, "buffer-after", (0, BUFFER_MAX)),
    ]
}

/// Notice, furthest day and holidays.
pub(super) fn ahead(l: &Localizer, typed: &Typed) -> Vec<Field> {
    let units: Vec<&str> = UNITS.iter().map(|(unit, _)| *unit).collect();
    let select = |name: &str, vocabulary: &str, words: &[&str]| {
        let choices = choices(l, vocabulary, words);
        typed.field(l, Field::choosing(l, name, Control::Select, choices))
    };
    let notice = Field::new(l, "notice", Control::Input("number")).optional();
    let usual = l.with(
        "availability-horizon-hint",
        "days",
        &HORIZON_DEFAULT.to_string(),
    );
    vec![
        typed.field(l, notice.between("0", "")),
        select("notice-unit", "notice-unit", &units),
        number(l, typed, "horizon", HORIZON).hint(usual),
        select("holidays", "window-holidays", &["skip", "offer"]),
    ]
}

/// Limits.
pub(super) fn limits(l: &Localizer, typed: &Typed) -> Vec<Field> {
    ["slots-day", "slots-week", "bookings-day", "bookings-week"]
        .into_iter()
        .map(|name| number(l, typed, name, (1, LIMIT_MAX)))
        .collect()
}
