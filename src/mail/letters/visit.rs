//! Letters about one visit: what they say to whom, and the calendar object they carry.

use super::{
    LetterContext, RenderError, Written, calendar_uid, filled, footer, leaving, method_of,
};
use crate::domain::answer::Participation;
use crate::domain::booking::Part;
use crate::domain::display;
use crate::domain::letter::{Letter, LetterKind, Visit};
use crate::domain::locale::Localizer;
use crate::mail::calendar::{Invite, Mailbox, Method, Status};
use crate::mail::clocks::{before, clocks, place, span};
use crate::mail::sheet::{Block, Clock, Sheet};

/// A letter about a visit while it is written.
pub(super) struct VisitLetter<'a> {
    letter: &'a Letter,
    visit: &'a Visit,
    context: &'a LetterContext,
    words: Localizer,
    method: Method,
    clocks: Vec<Clock>,
    /// The day of the visit on the reader's clock.
    date: String,
    /// When the visit was to be on the reader's clock, where that has changed.
    was: Option<String>,
    host_city: String,
    guest_city: String,
}

impl<'a> VisitLetter<'a> {
    pub(super) fn new(
        letter: &'a Letter,
        visit: &'a Visit,
        context: &'a LetterContext,
        words: Localizer,
        method: Method,
    ) -> Result<Self, RenderError> {
        let locale = words.locale();
        let reader = span(&context.zones, &letter.recipient.zone, visit)?;
        Ok(Self {
            clocks: clocks(&context.zones, &words, &letter.recipient, visit)?,
            date: display::date(locale, reader.0),
            was: before(&context.zones, &words, &letter.recipient, visit)?,
            host_city: place(&words, &visit.host_city),
            guest_city: place(&words, &visit.guest_city),
            letter,
            visit,
            context,
            words,
            method,
        })
    }

    pub(super) fn write(&self) -> Written {
        Written {
            subject: self.subject(),
            sheet: Sheet {
                heading: self.heading(),
                blocks: self.blocks(),
                footer: footer(&self.words, self.context),
            },
            calendar: self.carries_calendar().then(|| self.invite().to_ics()),
        }
    }

    fn to_host(&self) -> bool {
        self.visit.part == Part::Host
    }

    fn cancelled(&self) -> bool {
        self.method == Method::Cancel
    }

    /// Nobody is asked to take an event out that they were never asked to put in.
    fn carries_calendar(&self) -> bool {
        match method_of(self.letter.kind) {
            None => false,
            Some(Method::Cancel) => !self.visit.uninvited,
            Some(_) => true,
        }
    }

    /// Whether the reader is told of a request that waits for an answer.
    fn is_request(&self) -> bool {
        matches!(
            self.letter.kind,
            LetterKind::VisitRequested | LetterKind::VisitToApprove | LetterKind::ConfirmAgain
        )
    }

    /// The name that the words of this letter have in common.
    fn theme(&self) -> &'static str {
        match (self.letter.kind, self.to_host()) {
            (LetterKind::VisitRescheduled, _) => "moved",
            (LetterKind::VisitMoved, _) => "clock-moved",
            (LetterKind::VisitMeeting, _) => "meeting",
            (LetterKind::ConfirmAgain, _) => "confirm-again",
            (LetterKind::VisitRequested, _) => "requested",
            (LetterKind::VisitToApprove, _) => "approve",
            (LetterKind::VisitDeclined, _) => "declined",
            (LetterKind::VisitLapsed, _) => "lapsed",
            (LetterKind::VisitLeft, _) => "left",
            (LetterKind::VisitCancelled, _) => "cancelled",
            (LetterKind::VisitReminder, _) => "reminder",
            (LetterKind::VisitSoon, _) => "soon",
            (_, true) => "booked",
            (_, false) => "confirmed",
        }
    }

    fn subject(&self) -> String {
        let visit = self.visit;
        let args = [
            ("title", visit.title.as_str()),
            ("organization", &visit.organization),
            ("date", &self.date),
        ];
        let key = format!("letter-{}-subject", self.theme());
        self.words.args(&key, &args)
    }

    fn heading(&self) -> String {
        self.words.text(&format!("letter-{}-heading", self.theme()))
    }

    fn opening(&self) -> String {
        let (visit, words) = (self.visit, &self.words);
        let guests = [
            ("organization", visit.organization.as_str()),
            ("city", &self.guest_city),
        ];
        let host = [
            ("host", visit.host.as_str()),
            ("city", &self.host_city),
            ("organization", &visit.organization),
        ];
        match (self.letter.kind, visit.part) {
            (LetterKind::VisitConfirmed, Part::Host) => words.args("letter-booked-text", &guests),
            (LetterKind::VisitConfirmed, Part::Contact) => {
                words.args("letter-confirmed-contact", &host)
            }
            (LetterKind::VisitConfirmed, Part::Guest) => {
                words.args("letter-confirmed-guest", &host)
            }
            (LetterKind::VisitReminder | LetterKind::VisitSoon, Part::Host) => {
                words.args("letter-reminder-host", &guests)
            }
            (LetterKind::VisitReminder | LetterKind::VisitSoon, _) => {
                words.args("letter-reminder-guest", &host)
            }
            (LetterKind::VisitToApprove, _) => words.args("letter-approve-text", &guests),
            (LetterKind::VisitRequested, _) => words.args("letter-requested-text", &host),
            (LetterKind::VisitMoved, _) => words.args("letter-clock-moved-text", &host),
            (LetterKind::VisitCancelled, _) if visit.uninvited => {
                words.text("letter-cancelled-text-only")
            }
            _ => words.text(&format!("letter-{}-text", self.theme())),
        }
    }

    /// Until when a request is answered, where it waits.
    fn deadline(&self) -> Option<Block> {
        let until = self.visit.respond_by?;
        let zone = self.context.zones.zone(&self.letter.recipient.zone).ok()?;
        let when = display::weekday_date_time(self.words.locale(), zone.at(until));
        Some(Block::Text(self.words.with(
            "letter-respond-by",
            "when",
            &when,
        )))
    }

    fn blocks(&self) -> Vec<Block> {
        let (visit, words) = (self.visit, &self.words);
        let mut blocks = vec![
            Block::Text(words.with("letter-greeting", "name", &self.letter.recipient.name)),
            Block::Text(self.opening()),
        ];
        if let Some(reason) = filled(visit.reason.as_deref()).filter(|_| self.cancelled()) {
            blocks.push(Block::Quote {
                label: words.text("letter-reason"),
                text: reason,
            });
        }
        blocks.extend(self.deadline().filter(|_| !self.cancelled()));
        blocks.push(Block::Clocks(self.clocks.clone()));
        blocks.push(Block::Facts(self.facts()));
        if !self.cancelled() {
            blocks.extend(filled(Some(&visit.description)).map(Block::Text));
        }
        if let Some(note) = filled(Some(&visit.note)).filter(|_| self.to_host()) {
            blocks.push(Block::Quote {
                label: words.text("letter-note"),
                text: note,
            });
        }
        if !self.cancelled() && !self.is_request() {
            blocks.push(self.joining());
        }
        blocks.extend(self.ways_on());
        blocks
    }

    fn facts(&self) -> Vec<(String, String)> {
        let (visit, words) = (self.visit, &self.words);
        let of_city = |name: &str, city: &str| {
            words.args("letter-of-city", &[("name", name), ("city", city)])
        };
        let was = self.was.iter();
        let was = was.map(|was| (words.text("letter-fact-was"), was.clone()));
        let mut facts: Vec<_> = was.collect();
        facts.extend([
            (words.text("letter-fact-visit"), visit.title.clone()),
            (
                words.text("letter-fact-host"),
                of_city(&visit.host, &self.host_city),
            ),
            (
                words.text("letter-fact-guests"),
                of_city(&visit.organization, &self.guest_city),
            ),
            (words.text("letter-fact-seats"), visit.seats.to_string()),
        ]);
        facts
    }

    fn joining(&self) -> Block {
        match (&self.visit.meeting_url, self.to_host()) {
            (Some(url), _) => Block::Link {
                label: self.words.text("letter-join"),
                url: url.clone(),
                main: true,
            },
            (None, true) => Block::Text(self.words.text("letter-no-link-host")),
            (None, false) => Block::Text(self.words.text("letter-no-link-guest")),
        }
    }

    /// What the reader can do about it, and what they cannot.
    fn ways_on(&self) -> Vec<Block> {
        let words = &self.words;
        let link = |key: &str, url: String| Block::Link {
            label: words.text(key),
            url,
            main: false,
        };
        let small = |key: &str| Block::Small(words.text(key));
        let manage = || {
            let context = self.context;
            context
                .link_key
                .manage_url(&context.public_url, self.visit.booking_id)
        };
        let ask_contact = || {
            let organization = &self.visit.organization;
            Block::Small(words.with("letter-ask-contact", "organization", organization))
        };
        let console = || format!("{}/console", self.context.public_url);
        if self.letter.kind == LetterKind::ConfirmAgain {
            let page = format!(
                "{}/bookings/{}",
                self.context.public_url, self.visit.booking_id
            );
            return vec![link("letter-confirm-again-link", page)];
        }
        if self.letter.kind == LetterKind::VisitToApprove {
            return vec![link("letter-approve-console", console())];
        }
        if self.is_request() {
            return vec![
                link("letter-manage", manage()),
                small("letter-manage-secret"),
            ];
        }
        if let Some(leave) = leaving(words, self.letter, self.context) {
            let mut ways = match self.visit.part {
                Part::Contact => vec![
                    link("letter-manage", manage()),
                    small("letter-manage-secret"),
                ],
                Part::Host => vec![link("letter-console", console())],
                Part::Guest => vec![ask_contact()],
            };
            ways.push(leave);
            return ways;
        }
        let mut ways = match (self.visit.part, self.cancelled()) {
            (Part::Contact, false) => vec![
                link("letter-manage", manage()),
                small("letter-manage-secret"),
            ],
            (Part::Contact, true) => vec![link("letter-view", manage())],
            (Part::Host, _) => vec![link("letter-console", console())],
            (Part::Guest, false) => vec![ask_contact()],
            (Part::Guest, true) => vec![],
        };
        if !self.cancelled() {
            ways.extend(self.answering());
        }
        ways
    }

    /// How the reader says whether they come.
    fn answering(&self) -> Vec<Block> {
        let Some(attendee) = self.visit.attendee_id else {
            return Vec::new();
        };
        let (words, context) = (&self.words, self.context);
        vec![
            Block::Link {
                label: words.text("letter-answer-link"),
                url: context.link_key.answer_url(&context.public_url, attendee),
                main: false,
            },
            Block::Small(words.text(match context.replies {
                Some(_) => "letter-answer-by-mail",
                None => "letter-answer-by-link",
            })),
        ]
    }

    /// The calendar object. It holds no link that lets anybody in: calendars are shared.
    pub(super) fn invite(&self) -> Invite {
        let (visit, reader) = (self.visit, &self.letter.recipient);
        let with = if self.to_host() {
            &visit.organization
        } else {
            &visit.host
        };
        let summary = [("title", visit.title.as_str()), ("with", with.as_str())];
        Invite {
            method: self.method,
            uid: calendar_uid(visit.booking_id),
            sequence: u32::try_from(visit.sequence).unwrap_or_default(),
            dtstamp: self.letter.created_at,
            starts_at: visit.starts_at,
            ends_at: visit.ends_at,
            summary: self.words.args("letter-summary", &summary),
            description: self.description(),
            location: visit.meeting_url.clone().unwrap_or_default(),
            url: visit.meeting_url.clone(),
            // A file that is fetched asks for no answer, and may be passed on.
            organizer: match self.method {
                Method::Publish => self.context.from.clone(),
                Method::Request | Method::Cancel => self.context.sender(self.letter),
            },
            attendee: Mailbox {
                name: reader.name.clone(),
                email: reader.email.clone(),
            },
            participation: visit.answered.unwrap_or(Participation::NeedsAction),
            reads_replies: self.context.replies.is_some(),
            language: self.words.locale(),
            status: match visit.respond_by {
                Some(_) => Status::Tentative,
                None => Status::Confirmed,
            },
        }
    }

    fn description(&self) -> String {
        let mut sheet = Sheet {
            heading: self.heading(),
            blocks: vec![
                Block::Clocks(self.clocks.clone()),
                Block::Facts(self.facts()),
            ],
            footer: footer(&self.words, self.context),
        };
        if !self.cancelled() {
            sheet
                .blocks
                .extend(filled(Some(&self.visit.description)).map(Block::Text));
            sheet.blocks.push(self.joining());
        }
        sheet.text(self.words.locale())
    }
}
