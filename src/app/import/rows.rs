//! Tables as they are given out.

use serde_json::{Map, Value};

use crate::app::Error;
use crate::domain::city::City;
use crate::domain::offer::Offer;
use crate::domain::sheet::{Cell, Table};
use crate::storage::{self, View};

/// The rows of a table, each cell by its column's place.
pub(super) fn of_table(view: &mut View<'_>, table: Table) -> Result<Vec<Vec<Cell>>, Error> {
    let cities = storage::city::all(view)?;
    let slug = |id| {
        let found = cities.iter().find(|city| city.id == id);
        found.map(|city| city.slug.as_str()).unwrap_or_default()
    };
    Ok(match table {
        Table::Cities => cities.iter().map(of_city).collect(),
        Table::Partnerships => storage::partnership::all(view)?
            .iter()
            .map(|partnership| {
                let slugs = partnership.cities.iter().map(|city| city.slug.clone());
                vec![
                    Cell::List(slugs.collect()),
                    text(partnership.stage.as_str()),
                    text(partnership.visibility.as_str()),
                    text(
                        &partnership
                            .since
                            .map(|year| year.to_string())
                            .unwrap_or_default(),
                    ),
                ]
            })
            .collect(),
        Table::Hosts => storage::host::list(view, None)?
            .iter()
            .map(|host| {
                vec![
                    text(slug(host.city_id)),
                    text(&host.name),
                    text(host.kind.as_str()),
                    text(host.track.as_str()),
                ]
            })
            .collect(),
        Table::Offers => storage::offer::list(view, None)?
            .iter()
            .map(|(offer, host)| of_offer(slug(host.city_id), &host.name, offer))
            .collect(),
    })
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn of_city(city: &City) -> Vec<Cell> {
    let clock = |minute: u16| text(&format!("{:02}:{:02}", minute / 60, minute % 60));
    let weekend = city.hours.weekend.to_string();
    let days = weekend.split(',').filter(|day| !day.is_empty());
    vec![
        text(&city.slug),
        text(&city.name),
        text(&city.native_name),
        text(&city.country),
        text(&city.subdivision),
        text(&city.zone),
        clock(city.hours.start_minute),
        clock(city.hours.end_minute),
        Cell::List(days.map(str::to_owned).collect()),
        Cell::List(city.languages.clone()),
    ]
}

fn of_offer(city: &str, host: &str, offer: &Offer) -> Vec<Cell> {
    vec![
        text(city),
        text(host),
        text(&offer.title),
        text(&offer.description),
        Cell::List(offer.topics.clone()),
        Cell::List(offer.languages.clone()),
        text(&offer.duration_minutes.to_string()),
        text(&offer.capacity.to_string()),
        text(offer.visibility.as_str()),
        text(if offer.overlap_allowed { "yes" } else { "no" }),
        text(offer.meeting_url.as_deref().unwrap_or_default()),
    ]
}

/// The names of a table's columns.
pub fn columns_of(table: Table) -> impl Iterator<Item = &'static str> {
    table.columns().iter().map(|column| column.name)
}

/// Rows as JSON objects, as they are read back.
pub fn json_rows(table: Table, rows: &[Vec<Cell>]) -> Value {
    let value = |cell: &Cell| match cell {
        Cell::Text(text) => Value::String(text.clone()),
        Cell::List(values) => Value::from(values.clone()),
    };
    let object = |row: &Vec<Cell>| {
        let cells = columns_of(table).zip(row);
        let members = cells.map(|(name, cell)| (name.to_owned(), value(cell)));
        Value::Object(members.collect::<Map<_, _>>())
    };
    Value::Array(rows.iter().map(object).collect())
}
