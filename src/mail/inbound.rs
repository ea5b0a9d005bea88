//! From the bytes of a message that came in to what it says: a calendar's answer (RFC 6047), a
//! report of a letter that came back (RFC 3464), or nothing.
//!
//! One pure function, which ends with an outcome whatever it is given. Whether the message may be
//! believed, and what comes of it, is `app`'s business; how it came is [`imap`]'s and the HTTP
//! intake's. Nothing is read inside of messages that are enclosed in the message: there lies what
//! others wrote before.

pub mod imap;

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};

use crate::domain::inbound::{Ignored, Incoming, tokens_in};
use crate::domain::itip;

/// Largest message that is read, in bytes. An answer has some thousand; a report may have the
/// whole letter in it.
pub const MESSAGE_MAX: usize = 2 * 1024 * 1024;

/// The headers that tell which address of ours a message went to; which of them there are depends
/// on the mail servers that it came through.
const RECIPIENTS: [&str; 8] = [
    "To",
    "Cc",
    "Delivered-To",
    "X-Original-To",
    "Envelope-To",
    "X-Envelope-To",
    "X-Forwarded-To",
    "Resent-To",
];

/// Reads a message.
pub fn read(raw: &[u8]) -> Incoming {
    if raw.len() > MESSAGE_MAX {
        return Incoming::Ignored(Ignored::Unreadable);
    }
    let Some(message) = MessageParser::default().parse(raw) else {
        return Incoming::Ignored(Ignored::Unreadable);
    };
    let mut tokens = recipients(&message);
    // Before autoreplies, because reports say that they are one (RFC 3834 3).
    if let Some((failed, status)) = message.parts.iter().find_map(report) {
        return Incoming::Report {
            tokens,
            failed,
            status,
        };
    }
    // `auto-generated` is what some calendars call the answers of their people.
    let auto = raw_header(&message, "Auto-Submitted").to_ascii_lowercase();
    if auto.trim_start().starts_with("auto-replied") {
        return Incoming::Ignored(Ignored::AutoReply);
    }
    let Some(answer) = message.parts.iter().find_map(answer) else {
        return Incoming::Ignored(Ignored::NothingInIt);
    };
    tokens.extend(tokens_in(&answer.organizer));
    let from = message.from().and_then(|from| from.first());
    Incoming::Answer {
        tokens,
        from: from.and_then(|from| from.address()).map(str::to_owned),
        answer: Box::new(answer),
    }
}

/// The tokens in the addresses that a message went to.
fn recipients(message: &Message<'_>) -> Vec<String> {
    let headers = message.headers_raw();
    let ours = headers.filter(|(name, _)| RECIPIENTS.iter().any(|r| r.eq_ignore_ascii_case(name)));
    ours.flat_map(|(_, value)| tokens_in(&unfolded(value)))
        .collect()
}

fn raw_header(message: &Message<'_>, wanted: &str) -> String {
    let mut headers = message.headers_raw();
    let found = headers.find(|(name, _)| name.eq_ignore_ascii_case(wanted));
    found.map(|(_, value)| unfolded(value)).unwrap_or_default()
}

/// A header's value on one line; long addresses are sometimes broken.
fn unfolded(value: &str) -> String {
    value.replace(['\r', '\n'], "").trim().to_owned()
}

/// A calendar's answer, where a part carries one: as `text/calendar`, or as a file.
fn answer(part: &MessagePart<'_>) -> Option<itip::Answer> {
    let kind = part.content_type()?;
    let is_named =
        |name: Option<&str>| name.is_some_and(|name| name.to_ascii_lowercase().ends_with(".ics"));
    let is = |of: &str, sub: &str| {
        kind.ctype().eq_ignore_ascii_case(of)
            && kind.subtype().is_some_and(|s| s.eq_ignore_ascii_case(sub))
    };
    if !(is("text", "calendar") || is("application", "ics") || is_named(part.attachment_name())) {
        return None;
    }
    itip::read(&text_of(part)?, kind.attribute("method"))
}

/// What a part says: decoded by its encoding and charset, or as UTF-8 where it is called binary.
fn text_of(part: &MessagePart<'_>) -> Option<String> {
    match &part.body {
        PartType::Text(text) | PartType::Html(text) => Some(text.to_string()),
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => {
            Some(String::from_utf8_lossy(bytes).into_owned())
        }
        PartType::Message(_) | PartType::Multipart(_) => None,
    }
}

/// What a delivery report says of its letter (RFC 3464 2): whether it was given up, and why.
fn report(part: &MessagePart<'_>) -> Option<(bool, String)> {
    let kind = part.content_type()?;
    let is_status = kind.subtype().is_some_and(|sub| {
        ["delivery-status", "global-delivery-status"]
            .iter()
            .any(|known| sub.eq_ignore_ascii_case(known))
    });
    if !kind.ctype().eq_ignore_ascii_case("message") || !is_status {
        return None;
    }
    let text = text_of(part)?;
    let (mut action, mut late) = (None, None);
    // A letter has one recipient, but a report may tell of the ways beside.
    for line in text.lines() {
        let Some((name, value)) = line.split_once(':') else {
            continue;
        };
        match name.trim().to_ascii_lowercase().as_str() {
            "action" => action = Some(value.trim().to_ascii_lowercase()),
            "status" => {
                let status = status_of(value);
                match (action.as_deref(), status) {
                    (Some("failed") | None, Some(status)) => return Some((true, status)),
                    (Some("delayed"), Some(status)) => late = Some((false, status)),
                    _ => {}
                }
            }
            _ => {}
        }
    }
    late
}

/// A status code (RFC 3463 2), which mail servers follow with words.
fn status_of(value: &str) -> Option<String> {
    let code = value.split_whitespace().next()?;
    let parts: Vec<&str> = code.split('.').collect();
    let number =
        |part: &&str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let is_code =
        parts.len() == 3 && parts.iter().all(number) && matches!(parts.first(), Some(&("4" | "5")));
    is_code.then(|| code.to_owned())
}

#[cfg(test)]
mod tests;
