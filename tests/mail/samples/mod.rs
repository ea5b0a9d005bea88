//! Answers of calendars and reports of mail servers, written by hand after what Gmail, Exchange and
//! Outlook, Apple's Mail and Postfix send; `{NAME}` stands for what a test puts in.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

pub const GMAIL: &str = include_str!("gmail.eml");
pub const OUTLOOK: &str = include_str!("outlook.eml");
pub const APPLE: &str = include_str!("apple.eml");
pub const COUNTER: &str = include_str!("counter.eml");
pub const COUNTER_WINDOWS: &str = include_str!("counter-windows.eml");
pub const BOUNCE: &str = include_str!("bounce.eml");
pub const VACATION: &str = include_str!("vacation.eml");

/// A sample with its facts put in, encoded where it says so, with the line breaks of mail.
pub fn fill(sample: &str, facts: &[(&str, &str)]) -> Vec<u8> {
    let defaults = [
        ("WORD", "Accepted"),
        ("NOTE", "See you"),
        ("SEQUENCE", "0"),
        ("ACTION", "failed"),
        ("STATUS", "5.1.1"),
    ];
    let mut text = sample.to_owned();
    for (name, value) in facts.iter().chain(&defaults) {
        text = text.replace(&format!("{{{name}}}"), value);
    }
    let mut written = String::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("{{BASE64}}") {
        let (encoded, after) = after.split_once("{{/BASE64}}").unwrap();
        written.push_str(before);
        let encoded = STANDARD.encode(encoded.replace('\n', "\r\n"));
        let lines: Vec<&str> = encoded
            .as_bytes()
            .chunks(76)
            .map(|line| std::str::from_utf8(line).unwrap())
            .collect();
        written.push_str(&lines.join("\n"));
        rest = after;
    }
    written.push_str(rest);
    written.replace('\n', "\r\n").into_bytes()
}
