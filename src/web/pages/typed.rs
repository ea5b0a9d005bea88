//! What somebody typed into a form and what is said against it, so that the form can be shown again
//! with both. What is wrong is found by the use cases; here it only finds its field and its words.

use std::collections::HashMap;

use super::form::{Control, Field};
use super::show;
use crate::domain::input::{FieldError, Invalid};
use crate::domain::locale::Localizer;

/// A form as it was sent: names and values, and what is wrong with them.
#[derive(Debug, Default)]
pub struct Typed {
    pairs: Vec<(String, String)>,
    faults: Vec<FieldError>,
}

impl Typed {
    /// A form as it came.
    pub fn new(pairs: Vec<(String, String)>) -> Self {
        Self {
            pairs,
            faults: Vec::new(),
        }
    }

    /// What was typed into a field; empty where it was not sent.
    pub fn one(&self, name: &str) -> &str {
        let found = self.pairs.iter().find(|(given, _)| given == name);
        found.map(|(_, value)| value.trim()).unwrap_or_default()
    }

    /// What was typed, where it is more than nothing.
    pub fn some(&self, name: &str) -> Option<String> {
        Some(self.one(name).to_owned()).filter(|value| !value.is_empty())
    }

    /// What was chosen among several.
    pub fn all(&self, name: &str) -> Vec<String> {
        let given = self.pairs.iter().filter(|(given, _)| given == name);
        given.map(|(_, value)| value.clone()).collect()
    }

    /// The fields whose names begin so: the rest of the name, and what was typed.
    pub fn under<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let pairs = self.pairs.iter();
        pairs.filter_map(move |(name, value)| Some((name.strip_prefix(prefix)?, value.as_str())))
    }

    /// Leaves out the rows of a list whose field `of` is empty; the fields of a row are those whose
    /// names begin with `prefix`, each sent once a row.
    pub fn drop_rows(&mut self, prefix: &str, of: &str) {
        let empty: Vec<bool> = self
            .all(of)
            .iter()
            .map(|value| value.trim().is_empty())
            .collect();
        let mut seen: HashMap<String, usize> = HashMap::new();
        self.pairs.retain(|(name, _)| {
            if !name.starts_with(prefix) {
                return true;
            }
            let row = seen.entry(name.clone()).or_default();
            *row += 1;
            !empty.get(*row - 1).copied().unwrap_or(true)
        });
    }

    /// The parts of a list typed into one line with commas between, as people write them.
    pub fn list(&self, name: &str) -> Vec<String> {
        let parts = self.one(name).split([',', '、', '，', ';']).map(str::trim);
        parts
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// A whole number; -1, which nothing here may be, for what is none.
    pub fn number(&self, name: &str) -> i32 {
        self.one(name).parse().unwrap_or(-1)
    }

    /// Everything that was sent but the tokens: what tells one request from another.
    pub fn body(&self) -> Vec<u8> {
        let told = self
            .pairs
            .iter()
            .filter(|(name, _)| name != "csrf" && name != "idempotency_key");
        let mut body = url::form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(told).finish().into_bytes()
    }

    /// Adds a value as if it had been typed.
    pub fn add(&mut self, name: &str, value: &str) {
        if !self.all(name).iter().any(|known| known == value) {
            self.pairs.push((name.to_owned(), value.to_owned()));
        }
    }

    /// Notes a fault of a field of the form, which has words in every language.
    pub fn fault(&mut self, name: &str, code: &str) {
        self.faults.push(FieldError {
            field: name.to_owned(),
            code: code.to_owned(),
            detail: String::new(),
        });
    }

    /// Notes what a use case found wrong. `names` tells the form's name for each field of the
    /// input that has another one there.
    pub fn blame(&mut self, invalid: Invalid, names: &[(&str, &str)]) {
        self.blame_at(invalid, |field| {
            let member = field.split('[').next().unwrap_or_default();
            let named = names.iter().find(|(of_input, _)| *of_input == member);
            named.map_or(member, |(_, of_form)| of_form).to_owned()
        });
    }

    /// Notes what a use case found wrong, each fault at the field of the form that `place` tells
    /// for the field of the input. A field is faulted once, however much of it is wrong.
    pub fn blame_at(&mut self, invalid: Invalid, place: impl Fn(&str) -> String) {
        for mut fault in invalid.0 {
            fault.field = place(&fault.field);
            if !self.faults.iter().any(|known| known.field == fault.field) {
                self.faults.push(fault);
            }
        }
    }

    /// Whether it is a form that was sent, not one that is drawn for the first time.
    pub fn was_sent(&self) -> bool {
        !self.pairs.is_empty()
    }

    /// Whether something is wrong.
    pub fn is_wrong(&self) -> bool {
        !self.faults.is_empty()
    }

    /// A field of the form with what was typed into it and what is wrong with that.
    pub fn field(&self, l: &Localizer, mut field: Field) -> Field {
        if self.pairs.is_empty() {
            return field;
        }
        let chosen = self.all(&field.name);
        for choice in field.groups.iter_mut().flat_map(|group| &mut group.choices) {
            choice.chosen = chosen.contains(&choice.value);
        }
        let value = chosen.first().cloned().unwrap_or_default();
        let error = self.said_at(l, &field.name, &field);
        field.value(&value).error(error)
    }

    /// A field that stands in every row of a list, with what was typed into it in one of them. Its
    /// faults are those at `NAME[ROW]`.
    pub fn field_of_row(&self, l: &Localizer, mut field: Field, row: usize) -> Field {
        let given = self.all(&field.name).get(row).cloned();
        if let Some(given) = &given {
            for choice in field.groups.iter_mut().flat_map(|group| &mut group.choices) {
                choice.chosen = choice.value == *given;
            }
        }
        let value = given.unwrap_or_default();
        let error = self.said_at(l, &format!("{}[{row}]", field.name), &field);
        field.value(&value).error(error)
    }

    fn said_at(&self, l: &Localizer, place: &str, field: &Field) -> Option<String> {
        let fault = self.faults.iter().find(|fault| fault.field == place)?;
        Some(words(l, fault, field))
    }

    /// What is said against the form as a whole or a part of it that is no field.
    pub fn said_of(&self, l: &Localizer, part: &str) -> Option<String> {
        let fault = self.faults.iter().find(|fault| fault.field == part)?;
        Some(show::fault(l, &fault.code, &fault.detail))
    }
}

/// What is wrong, in the reader's language; as the use case says it where the language lacks words.
fn words(l: &Localizer, fault: &FieldError, field: &Field) -> String {
    let limits = [("min", field.min.as_str()), ("max", field.max.as_str())];
    match (fault.code.as_str(), field.control) {
        ("out_of_range", Control::Checks) => l.args("fault-count", &limits),
        ("out_of_range", _) if !field.max.is_empty() => l.args("fault-out-of-range", &limits),
        ("out_of_range", _) => l.text("fault-not-a-number"),
        (code, _) if code.starts_with("unknown_") => l.text("fault-unknown"),
        (code, _) => show::fault(l, code, &fault.detail),
    }
}
