//! Tables as CSV (RFC 4180), with the habits of spreadsheets tolerated in what comes in and their
//! dangers kept out of what goes out.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::{Cell, Faults, ROWS_MAX, Row, Table};

/// What a spreadsheet takes for the beginning of a formula, and so may run.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];
/// Put before such a cell: a spreadsheet then shows it as the text that it is.
const GUARD: char = '\'';
/// Stands between several values of a cell.
const BETWEEN: char = '|';

/// Whether a text is a formula to a spreadsheet, or one of ours with its guard.
fn is_dangerous(text: &str) -> bool {
    text.trim_start_matches(GUARD).starts_with(FORMULA)
}

/// A cell as it is given out: never a formula.
fn guarded(text: &str) -> Cow<'_, str> {
    match is_dangerous(text) {
        true => Cow::Owned(format!("{GUARD}{text}")),
        false => Cow::Borrowed(text),
    }
}

/// A cell as it was before it was given out.
fn unguarded(text: &str) -> &str {
    match text.strip_prefix(GUARD) {
        Some(rest) if is_dangerous(rest) => rest,
        _ => text,
    }
}

/// Several values in one cell; a bar or a backslash that belongs to a value has a backslash before it.
pub fn joined<'a>(values: impl IntoIterator<Item = &'a str>) -> String {
    let mut cell = String::new();
    for (index, value) in values.into_iter().enumerate() {
        if index > 0 {
            cell.push(BETWEEN);
        }
        for c in value.chars() {
            if c == BETWEEN || c == '\\' {
                cell.push('\\');
            }
            cell.push(c);
        }
    }
    cell
}

/// The values of a cell as [`joined`] writes them; empty ones are left out.
pub(super) fn split(cell: &str) -> Vec<String> {
    let mut values = vec![String::new()];
    let mut chars = cell.chars();
    while let Some(c) = chars.next() {
        let c = match c {
            BETWEEN => {
                values.push(String::new());
                continue;
            }
            '\\' => chars.next().unwrap_or('\\'),
            c => c,
        };
        if let Some(last) = values.last_mut() {
            last.push(c);
        }
    }
    let trimmed = values.into_iter().map(|value| value.trim().to_owned());
    trimmed.filter(|value| !value.is_empty()).collect()
}

/// Writes CSV with commas and CRLF, as every program reads it.
pub struct Writer(::csv::Writer<Vec<u8>>);

impl Default for Writer {
    fn default() -> Self {
        let mut builder = ::csv::WriterBuilder::new();
        builder.terminator(::csv::Terminator::CRLF);
        Self(builder.flexible(true).from_writer(Vec::new()))
    }
}

impl Writer {
    /// Adds a row. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
    pub fn row<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) {
        let cells: Vec<Cow<'a, str>> = cells.into_iter().map(guarded).collect();
        // Memory takes all that is written.
        let _never_fails = self
            .0
            .write_record(cells.iter().map(|c| c.as_bytes()))
            .is_ok();
    }

    /// What was written.
    pub fn finish(self) -> String {
        let bytes = self.0.into_inner().unwrap_or_default();
        String::from_utf8(bytes).unwrap_or_default()
    }
}

/// What stands between cells: what the file says of itself, else what its first line has most of.
fn delimiter(text: &str) -> (u8, Option<&str>) {
    // Some spreadsheets say so in a line of its own.
    let first = text.lines().next().unwrap_or_default();
    if let Some(&[named]) = first.trim_end().strip_prefix("sep=").map(str::as_bytes) {
        return (named, text.split_once('\n').map(|(_, rest)| rest));
    }
    let count = |delimiter: &u8| first.bytes().filter(|byte| byte == delimiter).count();
    let most = [b'\t', b';', b','].into_iter().max_by_key(count);
    (most.unwrap_or(b','), None)
}

/// The rows of a CSV file; faults are noted with their lines.
pub(super) fn read(text: &str, faults: &mut Faults) -> Vec<Row> {
    let (delimiter, behind) = delimiter(text);
    let table = behind.unwrap_or(text);
    let mut lines = Lines {
        text: table,
        at: 0,
        line: 1 + usize::from(behind.is_some()),
    };
    let mut reader = ::csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(table.as_bytes());
    let mut header: Option<(Table, Vec<String>)> = None;
    let mut rows = Vec::new();
    // Where the last row begins, and whether it lacks cells.
    let mut last = (0, false);
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = error.position().map_or(0, |at| lines.of(at));
                faults.add(
                    line,
                    "",
                    "malformed_csv",
                    "This line cannot be read as CSV.",
                );
                return Vec::new();
            }
        };
        // Spreadsheets write the empty rows below a table too.
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let line = record.position().map_or(0, |at| lines.of(at));
        match &header {
            None => match columns(&record, line, faults) {
                Some(found) => header = Some(found),
                None => return Vec::new(),
            },
            Some((table, names)) => {
                last = (line, record.len() < names.len());
                rows.extend(row(*table, names, &record, line, faults));
            }
        }
        if rows.len() > ROWS_MAX {
            break;
        }
    }
    // Where a quote is never closed, all that follows is one cell.
    if let (line, true) = last
        && table.bytes().filter(|byte| *byte == b'"').count() % 2 == 1
    {
        faults.add(
            line,
            "",
            "unclosed_quote",
            "A quote in this row is not closed.",
        );
    }
    rows
}

/// Counts the lines of a text from its beginning on.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl Lines<'_> {
    /// The line at which a record begins: the reader counts the blank lines before it to it.
    fn of(&mut self, position: &::csv::Position) -> usize {
        let begin = usize::try_from(position.byte()).unwrap_or_default();
        let bytes = self.text.as_bytes();
        let blank = bytes.get(begin..).unwrap_or_default().iter();
        let blank = blank
            .take_while(|byte| matches!(byte, b'\r' | b'\n'))
            .count();
        let passed = bytes.get(self.at..begin + blank).unwrap_or_default();
        self.line += passed.iter().filter(|byte| **byte == b'\n').count();
        self.at = self.at.max(begin + blank);
        self.line
    }
}

/// The table and the columns that the first line names.
fn columns(
    record: &::csv::StringRecord,
    line: usize,
    faults: &mut Faults,
) -> Option<(Table, Vec<String>)> {
    let name = |cell: &str| cell.trim().to_lowercase().replace([' ', '-'], "_");
    let mut names: Vec<String> = record.iter().map(name).collect();
    while names.last().is_some_and(String::is_empty) {
        names.pop();
    }
    let given: Vec<&str> = names.iter().map(String::as_str).collect();
    let Some(table) = Table::of(&given) else {
        let detail = "The first line has to name the columns, as the templates do.";
        faults.add(line, "", "unknown_table", detail);
        return None;
    };
    let before = faults.total;
    for (index, name) in given.iter().enumerate() {
        if !table.has(name) {
            let known: Vec<&str> = table.columns().iter().map(|column| column.name).collect();
            let detail = format!("The columns of {table} are {}.", known.join(", "));
            faults.add(line, name, "unknown_column", detail);
        } else if given.iter().take(index).any(|other| other == name) {
            faults.add(line, name, "duplicate_column", "Name each column once.");
        }
    }
    for column in table.columns() {
        if column.required && !given.contains(&column.name) {
            let detail = format!("A file of {table} needs this column.");
            faults.add(line, column.name, "missing_column", detail);
        }
    }
    (faults.total == before).then_some((table, names))
}

fn row(
    table: Table,
    names: &[String],
    record: &::csv::StringRecord,
    line: usize,
    faults: &mut Faults,
) -> Option<Row> {
    if record
        .iter()
        .skip(names.len())
        .any(|cell| !cell.trim().is_empty())
    {
        let detail = "This row has more cells than columns; put quotes around a cell with a \
                      separator in it.";
        faults.add(line, "", "too_many_cells", detail);
        return None;
    }
    let cell = |(index, name): (usize, &String)| {
        let text = unguarded(record.get(index).unwrap_or_default());
        // Line breaks within a cell are those of the program that wrote it.
        (name.clone(), Cell::Text(text.replace("\r\n", "\n")))
    };
    let cells: BTreeMap<String, Cell> = names.iter().enumerate().map(cell).collect();
    Some(Row { table, line, cells })
}
