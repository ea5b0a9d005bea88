//! Writes the calendar object of an invite and of its withdrawal (RFC 5545, 5546, 6868, 7986).
//!
//! A writer of our own, because what people type ends up in it and the crates at hand let line
//! breaks and quotes in parameters through. One event and one recipient an object: nobody learns
//! of the others. Times are UTC without a VTIMEZONE, so that the instant survives a calendar with
//! old zone data. The mail around it, and when it is sent, do not live here.

use chrono::{DateTime, Utc};

use crate::domain::answer::Participation;
use crate::domain::locale::Locale;

/// Longest line without its line break, in bytes (RFC 5545 3.1).
const LINE_MAX: usize = 75;

/// What the object asks of a calendar (RFC 5546); the mail part's `method` must say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Put the event in, or change it to this.
    Request,
    /// Take the event out.
    Cancel,
    /// Know of it: a file that somebody fetched, which asks nothing of them.
    Publish,
}

impl Method {
    /// The word for it, as in the mail part's `method` parameter.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
            Self::Publish => "PUBLISH",
        }
    }
}

/// How sure it is that an event takes place. A withdrawn one is always cancelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It takes place.
    Confirmed,
    /// It waits for somebody's approval.
    Tentative,
}

/// Somebody with a mail address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailbox {
    /// Their name, maybe empty.
    pub name: String,
    /// Their mail address, without brackets.
    pub email: String,
}

/// What a calendar is told about one event for one recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invite {
    /// What is asked of the calendar.
    pub method: Method,
    /// Names the event for good: the same in its changes and in its withdrawal.
    pub uid: String,
    /// Raised by every change that matters; a withdrawal counts as one.
    pub sequence: u32,
    /// When this object was decided.
    pub dtstamp: DateTime<Utc>,
    /// When the event begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends, after its beginning.
    pub ends_at: DateTime<Utc>,
    /// Its title.
    pub summary: String,
    /// What to know about it, maybe empty; lines end with a line feed.
    pub description: String,
    /// Where it takes place, maybe empty: for a virtual visit the join link, which every calendar
    /// shows as the place.
    pub location: String,
    /// The join link, `http` or `https`; anything else is left out.
    pub url: Option<String>,
    /// The sender of the mail: a mailbox of this service, never a guest.
    pub organizer: Mailbox,
    /// The recipient.
    pub attendee: Mailbox,
    /// What the recipient has answered to it.
    pub participation: Participation,
    /// Whether somebody reads what the recipient's calendar answers by mail.
    pub reads_replies: bool,
    /// The language of the title and the description.
    pub language: Locale,
    /// How sure it is.
    pub status: Status,
}

impl Invite {
    /// The calendar object, with the line breaks (CR LF) and folds that go over the wire.
    ///
    /// Whatever the fields hold, the object has these properties and no others: line breaks in
    /// texts are written as such, other control characters are dropped.
    pub fn to_ics(&self) -> String {
        let cancelled = self.method == Method::Cancel;
        let mut ics = Writer::default();
        ics.line("BEGIN:VCALENDAR");
        ics.line("PRODID:-//Sisterline//Visits//EN");
        ics.line("VERSION:2.0");
        ics.line("CALSCALE:GREGORIAN");
        ics.line(&format!("METHOD:{}", self.method.as_str()));
        ics.line("BEGIN:VEVENT");
        ics.line(&format!("UID:{}", text(&self.uid)));
        ics.line(&format!("DTSTAMP:{}", utc(self.dtstamp)));
        ics.line(&format!("SEQUENCE:{}", self.sequence));
        ics.line(&format!("DTSTART:{}", utc(self.starts_at)));
        ics.line(&format!("DTEND:{}", utc(self.ends_at)));
        let language = self.language.tag();
        ics.line(&format!(
            "SUMMARY;LANGUAGE={language}:{}",
            text(&self.summary)
        ));
        if !self.description.is_empty() {
            ics.line(&format!(
                "DESCRIPTION;LANGUAGE={language}:{}",
                text(&self.description)
            ));
        }
        if !self.location.is_empty() {
            ics.line(&format!("LOCATION:{}", text(&self.location)));
        }
        if let Some(url) = self.url.as_deref().and_then(web_uri) {
            ics.line(&format!("URL:{url}"));
            ics.line(&format!("CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:{url}"));
        }
        ics.line(&format!("ORGANIZER{}", address(&self.organizer)));
        let asked = match self.method {
            Method::Request => Some(format!(
                ";PARTSTAT={};RSVP={}",
                self.participation.as_str().to_ascii_uppercase(),
                // Who is asked to reply and gets no answer wonders.
                if self.reads_replies { "TRUE" } else { "FALSE" },
            )),
            Method::Cancel => Some(String::new()),
            // A published event names nobody but its organizer (RFC 5546 3.2.1).
            Method::Publish => None,
        };
        if let Some(asked) = asked {
            ics.line(&format!(
                "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT{asked}{}",
                address(&self.attendee)
            ));
        }
        ics.line(match (self.method, self.status) {
            (Method::Cancel, _) => "STATUS:CANCELLED",
            (_, Status::Confirmed) => "STATUS:CONFIRMED",
            (_, Status::Tentative) => "STATUS:TENTATIVE",
        });
        ics.line(if cancelled {
            "TRANSP:TRANSPARENT"
        } else {
            "TRANSP:OPAQUE"
        });
        ics.line("END:VEVENT");
        ics.line("END:VCALENDAR");
        ics.finish()
    }
}

/// Collects content lines, folded (RFC 5545 3.1).
#[derive(Default)]
pub(super) struct Writer(String);

impl Writer {
    pub(super) fn line(&mut self, line: &str) {
        let mut rest = line;
        let mut room = LINE_MAX;
        while rest.len() > room {
            let (now, later) = rest.split_at(rest.floor_char_boundary(room));
            self.0.push_str(now);
            self.0.push_str("\r\n ");
            // The space that marks a continuation counts.
            (rest, room) = (later, LINE_MAX - 1);
        }
        self.0.push_str(rest);
        self.0.push_str("\r\n");
    }

    /// The lines, with their line breaks and folds.
    pub(super) fn finish(self) -> String {
        self.0
    }
}

/// An instant (RFC 5545 3.3.5, form 2).
pub(super) fn utc(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

/// The characters of a text with every kind of line break as one line feed, and no other control
/// characters. Some programs that read calendars break lines at all of these.
fn clean(value: &str) -> impl Iterator<Item = char> {
    let mut after_return = false;
    value.chars().filter_map(move |c| {
        let second_half = c == '\n' && after_return;
        after_return = c == '\r';
        match c {
            _ if second_half => None,
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
            '\t' => Some(' '),
            c if c.is_control() => None,
            c => Some(c),
        }
    })
}

/// A value of type TEXT (RFC 5545 3.3.11).
pub(super) fn text(value: &str) -> String {
    let mut written = String::with_capacity(value.len() + 8);
    for c in clean(value) {
        match c {
            '\n' => written.push_str("\\n"),
            '\\' | ';' | ',' => written.extend(['\\', c]),
            c => written.push(c),
        }
    }
    written
}

/// A parameter's value in quotes (RFC 5545 3.2, RFC 6868).
fn quoted(value: &str) -> String {
    let mut written = String::with_capacity(value.len() + 2);
    written.push('"');
    for c in clean(value) {
        match c {
            '\n' => written.push_str("^n"),
            '^' => written.push_str("^^"),
            '"' => written.push_str("^'"),
            c => written.push(c),
        }
    }
    written.push('"');
    written
}

/// The end of an ORGANIZER or ATTENDEE line: the name as a parameter, and the address.
fn address(mailbox: &Mailbox) -> String {
    let email = percent_encoded(&mailbox.email, b"!$'()*+,:@");
    if mailbox.name.is_empty() {
        format!(":mailto:{email}")
    } else {
        format!(";CN={}:mailto:{email}", quoted(&mailbox.name))
    }
}

/// A web address as a URI (RFC 3986); `None` for any other scheme.
pub(super) fn web_uri(url: &str) -> Option<String> {
    let scheme = url.split_once("://")?.0;
    let web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    web.then(|| percent_encoded(url, b"!$'()*+,:@;=&/?#[]%"))
}

/// `value` with every byte percent-encoded that is neither unreserved in a URI (RFC 3986 2.3) nor
/// in `kept`, but for control characters, which are dropped.
fn percent_encoded(value: &str, kept: &[u8]) -> String {
    let mut written = String::with_capacity(value.len());
    for c in value.chars().filter(|c| !c.is_control()) {
        for byte in c.encode_utf8(&mut [0; 4]).bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) || kept.contains(&byte) {
                written.push(char::from(byte));
            } else {
                written.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    written
}

#[cfg(test)]
mod tests;
