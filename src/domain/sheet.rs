//! Tables out of files and into them: what admins bring in from a spreadsheet or another program, as
//! CSV or JSON, and what is given out.
//!
//! Only the form is read here: which table it is, which columns and rows it has, and where each
//! stands. What the cells mean, and whether that may be, is decided by `app`, with the same rules as
//! for everything else that is entered.

mod csv;
mod json;
#[cfg(test)]
mod tests;

pub use self::csv::{Writer, joined};

use std::collections::BTreeMap;

use super::words::words;

/// Largest file, in bytes.
pub const FILE_MAX: usize = 2 * 1024 * 1024;
/// Most rows of a file.
pub const ROWS_MAX: usize = 10_000;
/// Most faults that are kept; further ones are counted.
pub const FAULTS_MAX: usize = 1_000;

words! {
    /// What the rows of a table are.
    Table {
        /// Cities.
        Cities = "cities",
        /// Partnerships of cities.
        Partnerships = "partnerships",
        /// Hosts in cities.
        Hosts = "hosts",
        /// Offers of hosts.
        Offers = "offers",
    }
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name, as it stands in the first line.
    pub name: &'static str,
    /// Whether every row has to have it filled in.
    pub required: bool,
    /// Whether a cell holds several values.
    pub list: bool,
    /// What the example line of the template says.
    pub example: &'static str,
}

const fn column(name: &'static str, required: bool, example: &'static str) -> Column {
    Column {
        name,
        required,
        list: false,
        example,
    }
}

const fn list(name: &'static str, required: bool, example: &'static str) -> Column {
    Column {
        list: true,
        ..column(name, required, example)
    }
}

const CITIES: &[Column] = &[
    column("slug", true, "new-taipei"),
    column("name", true, "New Taipei"),
    column("native_name", false, "新北市"),
    column("country", true, "TW"),
    column("subdivision", false, ""),
    column("zone", true, "Asia/Taipei"),
    column("office_start", false, "09:00"),
    column("office_end", false, "17:00"),
    list("weekend", false, "sat|sun"),
    list("languages", false, "zh-TW|en"),
];

const PARTNERSHIPS: &[Column] = &[
    list("cities", true, "new-taipei|seattle"),
    column("stage", false, "pilot"),
    column("visibility", false, "private"),
    column("since", false, "2021"),
];

const HOSTS: &[Column] = &[
    column("city", true, "new-taipei"),
    column("name", true, "International Affairs"),
    column("kind", true, "office"),
    column("track", true, "official"),
];

const OFFERS: &[Column] = &[
    column("city", true, "new-taipei"),
    column("host", true, "International Affairs"),
    column("title", true, "City hall tour"),
    column("description", false, "A look behind the doors."),
    list("topics", false, "government|architecture"),
    list("languages", false, "zh-TW|en"),
    column("duration_minutes", true, "45"),
    column("capacity", false, "20"),
    column("visibility", false, "partners"),
    column("overlap_allowed", false, "no"),
    column("meeting_url", false, "https://meet.example.org/tour"),
];

impl Table {
    /// Its columns, in the order in which they are given out.
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::Cities => CITIES,
            Self::Partnerships => PARTNERSHIPS,
            Self::Hosts => HOSTS,
            Self::Offers => OFFERS,
        }
    }

    fn has(self, name: &str) -> bool {
        self.columns().iter().any(|column| column.name == name)
    }

    /// The table that has these columns: the one that misses fewest of those it must have, and
    /// then knows most of them.
    fn of(names: &[&str]) -> Option<Self> {
        let tables = Self::ALL.iter().copied();
        let fit = |table: &Self| {
            let known = names.iter().filter(|name| table.has(name)).count();
            let missed = table
                .columns()
                .iter()
                .filter(|column| column.required && !names.contains(&column.name))
                .count();
            (known > 0).then_some((std::cmp::Reverse(missed), known))
        };
        let best = tables.max_by_key(fit)?;
        fit(&best).map(|_| best)
    }

    /// A template to fill in: the columns and a line of example, as CSV.
    pub fn template(self) -> String {
        let mut writer = Writer::default();
        writer.row(self.columns().iter().map(|column| column.name));
        writer.row(self.columns().iter().map(|column| column.example));
        writer.finish()
    }
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// A text: one value, or several as people write them in one cell.
    Text(String),
    /// Several values, told apart by the file itself.
    List(Vec<String>),
}

impl Cell {
    /// The text, of several values with what stands between them.
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) => text.trim().to_owned(),
            Self::List(values) => joined(values.iter().map(String::as_str)),
        }
    }

    /// Its values, which may be of several words.
    pub fn values(&self) -> Vec<String> {
        match self {
            Self::Text(text) => csv::split(text),
            Self::List(values) => values.clone(),
        }
    }

    /// Its values of one word each, with bars, commas, semicolons or spaces between.
    pub fn words(&self) -> Vec<String> {
        match self {
            Self::Text(text) => {
                let words = text.split(|c: char| c.is_whitespace() || "|,;、，；".contains(c));
                words
                    .filter(|word| !word.is_empty())
                    .map(str::to_owned)
                    .collect()
            }
            Self::List(values) => values.clone(),
        }
    }
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub table: Table,
    /// The line of the file where it begins, from 1.
    pub line: usize,
    /// Its cells by the names of their columns. A column that the file does not have is not here.
    pub cells: BTreeMap<String, Cell>,
}

/// What is wrong with a file, where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1; 0 where it is the whole file.
    pub line: usize,
    /// The column's name; empty where it is the whole row.
    pub column: String,
    /// A stable word for programs.
    pub code: String,
    /// What to do.
    pub detail: String,
}

/// What is wrong with a file: all of it, but no more than [`FAULTS_MAX`] of it in words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faults {
    /// The first of them, by line.
    pub listed: Vec<Fault>,
    /// How many there are.
    pub total: usize,
}

impl Faults {
    /// Notes a fault.
    pub fn add(&mut self, line: usize, column: &str, code: &str, detail: impl Into<String>) {
        self.total += 1;
        if self.listed.len() < FAULTS_MAX {
            self.listed.push(Fault {
                line,
                column: column.to_owned(),
                code: code.to_owned(),
                detail: detail.into(),
            });
        }
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.total == 0
    }
}

/// The rows of a file, CSV or JSON, and what is wrong with its form. Rows with a fault are left out.
pub fn read(file: &[u8]) -> (Vec<Row>, Faults) {
    let mut faults = Faults::default();
    if file.len() > FILE_MAX {
        let detail = format!("Send a file of at most {} MiB.", FILE_MAX / 1024 / 1024);
        faults.add(0, "", "file_too_large", detail);
        return (Vec::new(), faults);
    }
    // Spreadsheets put a mark of the encoding before the text.
    let text = file.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(file);
    let text = match std::str::from_utf8(text) {
        Ok(text) => text,
        Err(error) => {
            let before = text.get(..error.valid_up_to()).unwrap_or_default();
            let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
            faults.add(line, "", "not_utf8", "Save the file in UTF-8.");
            return (Vec::new(), faults);
        }
    };
    let rows = match text.trim_start().chars().next() {
        None => {
            faults.add(0, "", "empty_file", "The file is empty.");
            Vec::new()
        }
        Some('{' | '[') => json::read(text, &mut faults),
        Some(_) => csv::read(text, &mut faults),
    };
    if rows.len() > ROWS_MAX {
        let detail = format!("Send at most {ROWS_MAX} rows at once.");
        faults.add(0, "", "too_many_rows", detail);
        return (Vec::new(), faults);
    }
    (rows, faults)
}
