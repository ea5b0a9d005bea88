//! Tables as JSON: `{"cities": [{"slug": "…", …}], "hosts": […]}`, several in one file.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{Cell, Faults, Row, Table};

/// The rows of a JSON file; faults are noted with their lines.
pub(super) fn read(text: &str, faults: &mut Faults) -> Vec<Row> {
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => {
            // The line is told beside.
            let words = error.to_string();
            let words = words.split(" at line ").next().unwrap_or_default();
            let detail = format!("This is not JSON: {words}.");
            faults.add(error.line(), "", "malformed_json", detail);
            return Vec::new();
        }
    };
    let Value::Object(tables) = value else {
        let detail = "Send an object with the tables in it, as {\"cities\": [ … ]}.";
        faults.add(1, "", "unknown_table", detail);
        return Vec::new();
    };
    let lines = lines(text);
    let mut rows = Vec::new();
    for (name, items) in tables {
        let lines = lines.get(&name);
        let (table, items) = match (name.parse::<Table>(), items) {
            (Ok(table), Value::Array(items)) => (table, items),
            (table, _) => {
                let line = lines.map_or(1, |(at, _)| *at);
                let (code, detail) = match table {
                    Ok(_) => ("wrong_type", "Give a list of objects.".to_owned()),
                    Err(_) => ("unknown_table", format!("There is no table {name:?}.")),
                };
                faults.add(line, "", code, detail);
                continue;
            }
        };
        for (index, item) in items.into_iter().enumerate() {
            let line = lines.and_then(|(_, items)| items.get(index)).copied();
            match item {
                Value::Object(item) => rows.extend(row(table, item, line.unwrap_or(1), faults)),
                _ => faults.add(line.unwrap_or(1), "", "wrong_type", "Give an object."),
            }
        }
    }
    rows
}

fn row(table: Table, item: Map<String, Value>, line: usize, faults: &mut Faults) -> Option<Row> {
    let before = faults.total;
    let mut cells = BTreeMap::new();
    for (name, value) in item {
        if !table.has(&name) {
            let known: Vec<&str> = table.columns().iter().map(|column| column.name).collect();
            let detail = format!("The columns of {table} are {}.", known.join(", "));
            faults.add(line, &name, "unknown_column", detail);
            continue;
        }
        match cell(value) {
            Some(cell) => {
                cells.insert(name, cell);
            }
            None => {
                let detail = "Give a text, a number, true, false, null or a list of texts.";
                faults.add(line, &name, "wrong_type", detail);
            }
        }
    }
    for column in table.columns() {
        if column.required && !cells.contains_key(column.name) {
            faults.add(line, column.name, "required", "Fill this in.");
        }
    }
    (faults.total == before).then_some(Row { table, line, cells })
}

fn cell(value: Value) -> Option<Cell> {
    match value {
        Value::Null => Some(Cell::Text(String::new())),
        Value::Bool(true) => Some(Cell::Text("yes".to_owned())),
        Value::Bool(false) => Some(Cell::Text("no".to_owned())),
        Value::Number(number) => Some(Cell::Text(number.to_string())),
        Value::String(text) => Some(Cell::Text(text)),
        Value::Array(values) => {
            let texts = values.into_iter().map(|value| match value {
                Value::String(text) => Some(text),
                _ => None,
            });
            texts.collect::<Option<_>>().map(Cell::List)
        }
        Value::Object(_) => None,
    }
}

/// The lines at which each table's name and each item of it stand, in a text that is JSON.
fn lines(text: &str) -> BTreeMap<String, (usize, Vec<usize>)> {
    let mut found: BTreeMap<String, (usize, Vec<usize>)> = BTreeMap::new();
    let (mut line, mut depth) = (1, 0_usize);
    let mut table = String::new();
    // Whether an item of the current table may begin here.
    let mut awaits_item = false;
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '\n' => line += 1,
            '"' => {
                let begun = line;
                let mut escaped = false;
                let mut end = at + 1;
                for (at, c) in chars.by_ref() {
                    end = at;
                    line += usize::from(c == '\n');
                    match c {
                        '"' if !escaped => break,
                        '\\' => escaped = !escaped,
                        _ => escaped = false,
                    }
                }
                if depth == 1 {
                    let quoted = text.get(at..=end).unwrap_or_default();
                    table = serde_json::from_str(quoted).unwrap_or_default();
                    // Of a name that comes twice the last counts.
                    found.insert(table.clone(), (begun, Vec::new()));
                } else if depth == 2 && awaits_item {
                    note(&mut found, &table, begun);
                    awaits_item = false;
                }
            }
            '{' | '[' => {
                if depth == 2 && awaits_item {
                    note(&mut found, &table, line);
                    awaits_item = false;
                }
                depth += 1;
                awaits_item = awaits_item || (depth == 2 && c == '[');
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                awaits_item = false;
            }
            ',' => awaits_item = depth == 2,
            c if depth == 2 && awaits_item && !c.is_whitespace() => {
                note(&mut found, &table, line);
                awaits_item = false;
            }
            _ => {}
        }
    }
    found
}

fn note(found: &mut BTreeMap<String, (usize, Vec<usize>)>, table: &str, line: usize) {
    if let Some((_, items)) = found.get_mut(table) {
        items.push(line);
    }
}
