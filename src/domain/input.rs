//! What a stranger may send: the checks of single fields, and how their failures are told.
//!
//! A [`Checker`] looks at every field before it answers, so that a person sees all that is wrong
//! at once. Rules that need more than one field live with their noun.

use std::fmt::Display;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// One thing that is wrong with one field of an input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldError {
    /// The field's name as the sender wrote it, with a path for nested ones: `attendees[2].email`.
    pub field: String,
    /// A stable snake_case word for programs.
    pub code: String,
    /// A sentence for people that says what to do.
    pub detail: String,
}

/// An input that cannot be taken, with everything that is wrong with it; never empty.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{} field(s) of the input are not valid", .0.len())]
pub struct Invalid(pub Vec<FieldError>);

impl Invalid {
    /// An input with one thing wrong.
    pub fn one(field: &str, code: &str, detail: impl Into<String>) -> Self {
        Self(vec![FieldError {
            field: field.into(),
            code: code.into(),
            detail: detail.into(),
        }])
    }

    /// With what else is wrong; a fault that was found twice is told once.
    pub fn add(&mut self, others: Self) {
        for fault in others.0 {
            let known = |own: &FieldError| own.field == fault.field && own.code == fault.code;
            if !self.0.iter().any(known) {
                self.0.push(fault);
            }
        }
    }
}

/// Longest name, title or organization, in characters.
pub const LINE_MAX: usize = 120;
/// Longest note or description, in characters.
pub const TEXT_MAX: usize = 2_000;
/// Longest mail address, in bytes (RFC 5321 4.5.3.1.3 without the angle brackets).
pub const EMAIL_MAX: usize = 254;
/// Longest URL, in bytes.
pub const URL_MAX: usize = 1_000;

/// Looks at fields one after the other and keeps what is wrong with them.
///
/// Each check returns a value to go on with, even a wrong one; [`Checker::finish`] decides.
///
/// ```
/// use sisterline::domain::input::Checker;
///
/// let mut check = Checker::default();
/// let name = check.line("name", "  林美玲 ");
/// assert_eq!(name, "林美玲");
/// check.line("title", "Visit\r\nBcc: everybody@example.org");
/// let invalid = check.finish(()).unwrap_err();
/// assert_eq!(invalid.0[0].code, "control_characters");
/// ```
#[derive(Debug, Default)]
pub struct Checker {
    errors: Vec<FieldError>,
}

impl Checker {
    /// Notes that `field` is wrong.
    pub fn wrong(&mut self, field: &str, code: &str, detail: impl Into<String>) {
        self.errors.push(FieldError {
            field: field.into(),
            code: code.into(),
            detail: detail.into(),
        });
    }

    /// A required text of one line: trimmed, 1 to [`LINE_MAX`] characters, nothing invisible.
    pub fn line(&mut self, field: &str, value: &str) -> String {
        let value = value.trim();
        if value.chars().all(|c| c.is_whitespace() || is_blank(c)) {
            self.wrong(field, "required", "Fill this in.");
        }
        self.bounded(field, value, LINE_MAX, false)
    }

    /// A text of several lines that may be empty, at most [`TEXT_MAX`] characters.
    pub fn text(&mut self, field: &str, value: &str) -> String {
        let value = value.trim().replace("\r\n", "\n");
        self.bounded(field, &value, TEXT_MAX, true)
    }

    fn bounded(&mut self, field: &str, value: &str, max: usize, lines: bool) -> String {
        if value.chars().count() > max {
            self.wrong(field, "too_long", format!("Use at most {max} characters."));
        } else if value
            .chars()
            .any(|c| is_forbidden(c) && !(lines && (c == '\n' || c == '\t')))
        {
            self.wrong(
                field,
                "control_characters",
                "Remove line breaks and invisible control characters.",
            );
        }
        value.to_owned()
    }

    /// A mail address (RFC 5321/6531), trimmed; the domain in lower case.
    pub fn email(&mut self, field: &str, value: &str) -> String {
        let value = value.trim();
        let options = email_address::Options::default()
            .with_required_tld()
            .without_display_text()
            .without_domain_literal();
        let plain = value.len() <= EMAIL_MAX && !value.chars().any(|c| is_forbidden(c) || c == '"');
        match email_address::EmailAddress::parse_with_options(value, options) {
            Ok(address) if plain => {
                format!(
                    "{}@{}",
                    address.local_part(),
                    address.domain().to_lowercase()
                )
            }
            _ => {
                self.wrong(
                    field,
                    "invalid_email",
                    "Give a mail address such as name@example.org.",
                );
                value.to_owned()
            }
        }
    }

    /// An optional `https://` address; empty means none.
    pub fn https_url(&mut self, field: &str, value: Option<&str>) -> Option<String> {
        let value = value.map(str::trim).filter(|v| !v.is_empty())?;
        let host = value
            .strip_prefix("https://")
            .map(|rest| rest.split(['/', '?', '#']).next());
        let plain = value.len() <= URL_MAX && value.chars().all(|c| c.is_ascii_graphic());
        if !plain || host.flatten().is_none_or(str::is_empty) {
            self.wrong(
                field,
                "invalid_url",
                format!(
                    "Give an address that begins with https:// and has at most {URL_MAX} bytes."
                ),
            );
        }
        Some(value.to_owned())
    }

    /// A whole number from `min` to `max`.
    pub fn number<N: PartialOrd + Display + Copy>(
        &mut self,
        field: &str,
        value: N,
        min: N,
        max: N,
    ) -> N {
        if value < min || value > max {
            self.wrong(
                field,
                "out_of_range",
                format!("Give a number from {min} to {max}."),
            );
        }
        value
    }

    /// A text that has to parse, with `code` for one that does not.
    pub fn parse<T>(&mut self, field: &str, code: &str, value: &str) -> Option<T>
    where
        T: FromStr,
        T::Err: Display,
    {
        self.result(field, code, value.trim().parse())
    }

    /// The value of a result, or its error noted under `field` and `code`.
    pub fn result<T, E: Display>(
        &mut self,
        field: &str,
        code: &str,
        result: Result<T, E>,
    ) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(error) => {
                self.wrong(field, code, sentence(&error.to_string()));
                None
            }
        }
    }

    /// Takes what a nested check found, with `prefix` before its fields.
    pub fn nested(&mut self, prefix: &str, other: Checker) {
        self.errors
            .extend(other.errors.into_iter().map(|mut error| {
                error.field = format!("{prefix}.{}", error.field);
                error
            }));
    }

    /// `value` where nothing was wrong.
    ///
    /// # Errors
    /// Everything that was noted.
    pub fn finish<T>(self, value: T) -> Result<T, Invalid> {
        if self.errors.is_empty() {
            Ok(value)
        } else {
            Err(Invalid(self.errors))
        }
    }
}

/// Control characters end headers and lines; bidirectional overrides (UAX #9) make a name read as
/// another one. Neither has a place in a line of text.
pub fn is_forbidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Characters that have their place between others (joiners, marks of direction) and show nothing
/// by themselves: a name of nothing else looks empty.
pub(super) fn is_blank(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{200B}'..='\u{200F}'
        | '\u{2060}'..='\u{2064}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}')
}

fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    let capital = chars
        .next()
        .map(|c| c.to_uppercase().to_string())
        .unwrap_or_default();
    format!("{capital}{}.", chars.as_str().trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(check: impl FnOnce(&mut Checker)) -> Vec<String> {
        let mut checker = Checker::default();
        check(&mut checker);
        checker.errors.into_iter().map(|e| e.code).collect()
    }

    #[test]
    fn lines_are_trimmed_and_bounded() {
        assert_eq!(codes(|c| drop(c.line("name", "Zoë 林 O'Neil"))), [""; 0]);
        for empty in ["", "   ", "\u{3000}", "\u{200B}\u{FEFF}"] {
            assert_eq!(codes(|c| drop(c.line("name", empty))), ["required"]);
        }
        assert_eq!(codes(|c| drop(c.line("name", "می\u{200C}خواهم"))), [""; 0]);
        assert_eq!(
            codes(|c| drop(c.line("name", &"x".repeat(10_000)))),
            ["too_long"]
        );
        for hostile in [
            "a\r\nBcc: x@y.z",
            "a\nb",
            "nul\0",
            "\u{202E}txt",
            "line\u{2028}sep",
        ] {
            assert_eq!(
                codes(|c| drop(c.line("name", hostile))),
                ["control_characters"],
                "{hostile:?}"
            );
        }
    }

    #[test]
    fn notes_keep_their_lines() {
        let mut check = Checker::default();
        assert_eq!(check.text("note", "one\r\ntwo\n"), "one\ntwo");
        assert!(check.finish(()).is_ok());
    }

    #[test]
    fn addresses() {
        let good = [
            "a@example.org",
            "jana.nováková@město.cz",
            "o'neil+x@sub.example.co.uk",
        ];
        for address in good {
            assert_eq!(
                codes(|c| drop(c.email("email", address))),
                [""; 0],
                "{address}"
            );
        }
        let bad = [
            "",
            "a",
            "a@",
            "@b.c",
            "a b@c.de",
            "a@b",
            "a@b.c\r\nBcc: d@e.f",
            "A <a@b.cz>",
            "a@[127.0.0.1]",
            "\"a b\"@example.org",
            "a@b.cz,c@d.cz",
        ];
        for address in bad {
            assert_eq!(
                codes(|c| drop(c.email("email", address))),
                ["invalid_email"],
                "{address:?}"
            );
        }
        let mut check = Checker::default();
        assert_eq!(
            check.email("email", " Jana@Example.ORG "),
            "Jana@example.org"
        );
    }

    #[test]
    fn urls_are_https_only() {
        assert_eq!(
            codes(|c| drop(c.https_url("u", Some("https://meet.example.org/r?x=1")))),
            [""; 0]
        );
        for bad in [
            "http://example.org",
            "javascript:alert(1)",
            "https://",
            "https://a b",
            "https:///x",
        ] {
            assert_eq!(
                codes(|c| drop(c.https_url("u", Some(bad)))),
                ["invalid_url"],
                "{bad}"
            );
        }
    }
}
