//! Waiting lists and the editor of how an offer is booked.

use super::world::*;
use crate::domain::answer::{Answered, Participation};
use crate::domain::waiting::WaitingState;
use crate::web::pages::answer::{AnswerPage, form};
use crate::web::pages::files::{FaultRow, FilesPage, Report, bookings_fields, choice};
use crate::web::pages::form::{Control, Field};
use crate::web::pages::own_calendar::{CalendarLines, OwnCalendarPage, address_field};
use crate::web::pages::policy::{PolicyPage, rows, rules, wishes};
use crate::web::pages::rooms::{RoomsPage, SlotRoom, field};
use crate::web::pages::slot::{WaitForm, WaitPage, WaitingPage};
use crate::web::pages::typed::Typed;

impl Samples {
    pub(super) fn waiting(&self, state: WaitingState) -> WaitingPage {
        let offered = state == WaitingState::Offered;
        WaitingPage {
            frame: self.frame(&self.l.text("waiting-title")),
            path: "/waiting/w1".into(),
            key: "secret".into(),
            state,
            title: self.say("City hall tour", "市政廳導覽"),
            host: self.say("Mayor’s Office", "市長室"),
            sides: vec![
                self.side(KAOHSIUNG, KAOHSIUNG, 1, 480, 60),
                self.side(SEATTLE, KAOHSIUNG, 1, 480, 60),
            ],
            seats: self.l.count("seats", 2),
            line: self.l.count("waiting-ahead", 3),
            book_href: offered.then(|| "/slots/s1?hold=token".to_owned()),
            l: self.l,
        }
    }

    pub(super) fn wait(&self) -> WaitPage {
        WaitPage {
            frame: self.frame(&self.l.text("waiting-title")),
            id: "s1".into(),
            title: self.say("City hall tour", "市政廳導覽"),
            error: Some(self.l.text("fault-already-waiting")),
            form: WaitForm {
                idempotency_key: "key".into(),
                length: self.l.count("waiting-length", 3),
                fields: ["organization", "name", "email"]
                    .map(|name| Field::new(&self.l, name, Control::Input("text")).within("wait"))
                    .into(),
            },
            l: self.l,
        }
    }

    pub(super) fn own_calendar(&self, known: bool) -> OwnCalendarPage {
        let l = self.l;
        let lines = CalendarLines {
            server: l.with("own-calendar-server", "server", "calendar.google.com"),
            lines: vec![l.with("own-calendar-read", "time", "10:05")],
            failed: Some(l.with(
                "own-calendar-failed",
                "reason",
                &l.text("calendar-fault-gone"),
            )),
        };
        OwnCalendarPage {
            frame: self.signed_in(&l.text("own-calendar-title")),
            host: self.say("Mayor’s Office", "市長室"),
            back: "/console".into(),
            action: "/console/hosts/h1/calendar".into(),
            known: known.then_some(lines),
            address: address_field(&l),
            l,
        }
    }

    /// The page where somebody says whether they come; with a wrong form, open or closed.
    pub(super) fn answer(&self, open: bool, sent: &Typed) -> AnswerPage {
        let answered = Answered {
            participation: Participation::Tentative,
            note: self.say("Maybe ten minutes late.", "可能晚到十分鐘。"),
            ..Answered::nothing(0)
        };
        AnswerPage {
            frame: self.frame(&self.l.text("answer-title")),
            path: "/answers/a1".into(),
            key: "secret".into(),
            name: "Marisol Ortega".into(),
            participation: answered.participation,
            title: self.say("City hall tour", "市政廳導覽"),
            host: self.say("Mayor’s Office, Kaohsiung", "高雄市長室"),
            guests: self.say(
                "Chief Sealth High School, Seattle",
                "西雅圖 Chief Sealth 高中",
            ),
            own_time: (
                self.say(
                    "Wednesday, December 2, 2026, 9:00 – 10:00 AM (UTC+8)",
                    "2026年12月2日 09:00–10:00（UTC+8）",
                ),
                self.l.with("letter-your-time", "zone", "Asia/Taipei"),
            ),
            sides: vec![
                self.side(KAOHSIUNG, KAOHSIUNG, 1, 480, 60),
                self.side(SEATTLE, KAOHSIUNG, 1, 480, 60),
            ],
            form: match open {
                true => form(&self.l, &answered, sent),
                false => Vec::new(),
            },
            l: self.l,
        }
    }

    /// With a report of a file that is wrong, or of one that is right.
    pub(super) fn files(&self, wrong: Option<bool>) -> FilesPage {
        let l = &self.l;
        let report = wrong.map(|wrong| Report {
            title: l.text(if wrong {
                "files-refused"
            } else {
                "files-preview"
            }),
            done: false,
            lines: vec!["Cities: 1 new, 0 changed, 2 unchanged".into()],
            faults: match wrong {
                true => vec![
                    FaultRow {
                        line: "3".into(),
                        column: "zone".into(),
                        words: l.text("fault-file-unknown-zone"),
                    },
                    FaultRow {
                        line: String::new(),
                        column: "\"><script>".into(),
                        words: l.text("fault-unknown-column"),
                    },
                ],
                false => Vec::new(),
            },
            faulty: if wrong {
                l.count("files-faults", 2)
            } else {
                String::new()
            },
            file: (!wrong).then(|| "slug,name\r\n</textarea><script>".into()),
        });
        let all = || choice("", l.text("files-all"));
        FilesPage {
            frame: self.signed_in(&l.text("files-title")),
            admin: true,
            fields: bookings_fields(
                l,
                all,
                vec![choice("kaohsiung", self.name(KAOHSIUNG))],
                Vec::new(),
            ),
            tables: vec![("cities".into(), l.text("files-cities"))],
            progress: l.args("files-progress", &[("n", "{n}"), ("total", "{total}")]),
            saved: l.with("files-saved", "n", "{n}"),
            report,
            l: self.l,
        }
    }

    pub(super) fn rooms(&self) -> RoomsPage {
        let slot = |id: &str, now: Option<&str>, wrong: bool| SlotRoom {
            when: "Wed, May 5, 9:00 AM".into(),
            datetime: "2027-05-05T09:00:00+08:00".into(),
            action: format!("/console/slots/{id}/room"),
            address: now.map(str::to_owned),
            field: field(&self.l, Some("https://meet.example.org/\"><script>"))
                .within(id)
                .error(wrong.then(|| self.l.text("fault-invalid-url"))),
        };
        RoomsPage {
            frame: self.signed_in(&self.l.text("rooms-title")),
            title: self.say("City hall tour", "市政廳導覽"),
            host: self.say("Mayor’s Office", "市長室"),
            back: "/console".into(),
            action: "/console/offers/o1/rooms".into(),
            offer: field(&self.l, None),
            rooms_are_made: true,
            slots: vec![
                slot("s1", Some("https://meet.example.org/abc"), false),
                slot("s2", None, true),
            ],
            l: self.l,
        }
    }

    pub(super) fn policy(&self) -> PolicyPage {
        PolicyPage {
            frame: self.signed_in(&self.l.text("policy-title")),
            title: self.say("City hall tour", "市政廳導覽"),
            host: self.say("Mayor’s Office", "市長室"),
            back: "/console".into(),
            action: "/console/offers/o1/policy".into(),
            rules: rules(&self.l),
            wishes: wishes(&self.l),
            questions: rows(&self.l, &Typed::default()),
            l: self.l,
        }
    }
}
