//! Reads the cells of a row as what they are to be, and notes at its column what one is not.

use crate::domain::input::Invalid;
use crate::domain::sheet::{Cell, Faults, Row};

/// The cells of a row: what is not there is as it was, or as it is for a new one.
pub(super) struct Cells<'a> {
    pub row: &'a Row,
    pub faults: &'a mut Faults,
}

impl Cells<'_> {
    pub fn cell(&self, name: &str) -> Option<&Cell> {
        self.row.cells.get(name)
    }

    pub fn text(&self, name: &str, otherwise: &str) -> String {
        self.cell(name)
            .map_or_else(|| otherwise.to_owned(), Cell::text)
    }

    /// The same, where an empty cell means as much as none.
    pub fn filled(&self, name: &str, otherwise: &str) -> String {
        let text = self.cell(name).map(Cell::text);
        text.filter(|text| !text.is_empty())
            .unwrap_or_else(|| otherwise.to_owned())
    }

    pub fn words(&self, name: &str, otherwise: &[String]) -> Vec<String> {
        self.cell(name)
            .map_or_else(|| otherwise.to_vec(), Cell::words)
    }

    pub fn values(&self, name: &str, otherwise: &[String]) -> Vec<String> {
        self.cell(name)
            .map_or_else(|| otherwise.to_vec(), Cell::values)
    }

    pub fn wrong(&mut self, name: &str, code: &str, detail: &str) {
        self.faults.add(self.row.line, name, code, detail);
    }

    pub fn number(&mut self, name: &str, otherwise: i32) -> i32 {
        let text = self.filled(name, "");
        match text.parse() {
            _ if text.is_empty() => otherwise,
            Ok(number) => number,
            Err(_) => {
                self.wrong(name, "not_a_number", "Give a whole number.");
                otherwise
            }
        }
    }

    /// Minutes after midnight, as `9:00` or `09:00`; the end of the day is `24:00`.
    pub fn minutes(&mut self, name: &str, otherwise: u16) -> u16 {
        let text = self.filled(name, "");
        if text.is_empty() {
            return otherwise;
        }
        let read = || {
            let mut parts = text.split(':').map(str::parse::<u16>);
            let (hours, minutes) = (parts.next()?.ok()?, parts.next()?.ok()?);
            // Spreadsheets add the seconds.
            let seconds = parts.next().unwrap_or(Ok(0)).ok()?;
            let within = (hours < 24 && minutes < 60) || (hours == 24 && minutes == 0);
            (within && seconds == 0 && parts.next().is_none()).then_some(hours * 60 + minutes)
        };
        read().unwrap_or_else(|| {
            self.wrong(name, "invalid_time", "Give a time such as 09:00.");
            otherwise
        })
    }

    pub fn yes(&mut self, name: &str, otherwise: bool) -> bool {
        match self.filled(name, "").to_lowercase().as_str() {
            "" => otherwise,
            "yes" | "true" | "1" => true,
            "no" | "false" | "0" => false,
            _ => {
                self.wrong(name, "not_yes_or_no", "Write yes or no.");
                otherwise
            }
        }
    }

    /// Notes what the rules of an input say, each fault at its column.
    pub fn blame(&mut self, invalid: Invalid) {
        for fault in invalid.0 {
            let member = fault.field.split(['[', '.']).next().unwrap_or_default();
            let column = match member {
                "office_start_minute" => "office_start",
                "office_end_minute" => "office_end",
                other => other,
            };
            self.faults
                .add(self.row.line, column, &fault.code, fault.detail);
        }
    }
}
