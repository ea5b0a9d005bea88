//! Polls: answering one, choosing a time, opening one, all of them.

use super::world::*;
use crate::domain::input::LINE_MAX;
use crate::web::pages::form::{Control, Field};
use crate::web::pages::poll::{PollLive, PollPage, PollSide, PollTime, Tally, VoteForm, VoteRow};
use crate::web::pages::polls::{
    FoundTime, NewPollPage, PollDeskPage, PollRow, PollsPage, VoterRow,
};

impl Samples {
    fn poll_live(&self) -> PollLive {
        PollLive {
            topic: "poll/0198".into(),
            epoch: "e".into(),
            seq: 3,
            key: "k".into(),
        }
    }

    fn poll_tally(&self) -> Tally {
        let l = &self.l;
        let counts = [("yes", "3"), ("maybe", "1"), ("no", "0")];
        let time = |number: usize, best: bool| PollTime {
            number,
            date: self.date(1),
            sides: [SEATTLE, KAOHSIUNG]
                .map(|place| PollSide {
                    side: self.side(place, SEATTLE, 1, 990, 60),
                    bears: l.text("find-bears-little"),
                    burden: "0.33".into(),
                    counts: match best {
                        true => l.args("poll-counts", &counts),
                        false => l.text("poll-unheard"),
                    },
                    bar: ("60.0%".into(), "80.0%".into()),
                })
                .into(),
            flag: match best {
                true => l.text("poll-best"),
                false => l.text("poll-past"),
            },
            best,
            blocked: match best {
                true => String::new(),
                false => l.with("poll-blocked", "cities", &self.name(SEATTLE)),
            },
            open: best,
        };
        Tally {
            answers: l.count("poll-answers", 4),
            times: vec![time(0, true), time(1, false)],
        }
    }

    pub(super) fn poll(&self, open: bool) -> PollPage {
        let l = &self.l;
        let answer = |word: &str, key: &str, chosen| (word.to_owned(), l.text(key), chosen);
        let row = |number: usize| VoteRow {
            number,
            when: format!("{}: {}", self.name(SEATTLE), self.date(1)),
            elsewhere: format!("{}: {}", self.name(KAOHSIUNG), self.date(2)),
            answers: vec![
                answer("yes", "poll-answer-yes", number == 0),
                answer("if_need_be", "poll-answer-if-need-be", false),
                answer("no", "poll-answer-no", false),
            ],
        };
        let email = Field {
            label: l.text("poll-email"),
            ..Field::new(l, "email", Control::Input("email"))
                .optional()
                .hint(l.text("poll-email-hint"))
                .error(Some(l.text("fault-invalid-email")))
        };
        PollPage {
            frame: self.frame("Spring"),
            title: self.say("The spring visit", "春季參訪"),
            line: l.args(
                "series-line",
                &[("organization", "Garfield"), ("host", "Port")],
            ),
            note: self.say("Bring questions.", "歡迎提問。"),
            city: self.name(SEATTLE),
            status: match open {
                true => l.with("poll-deadline", "when", &self.date(3)),
                false => l.with("poll-over-closed", "when", &self.date(3)),
            },
            live: self.poll_live(),
            tally: self.poll_tally(),
            form: open.then(|| VoteForm {
                action: "/polls/0198/vote?key=k".into(),
                idempotency_key: "k".into(),
                error: Some(l.text("poll-fault-answers")),
                fields: vec![
                    Field::new(l, "name", Control::Input("text")).at_most(LINE_MAX as u32),
                    email,
                ],
                rows: vec![row(0), row(1)],
                known: true,
            }),
            own: open.then(|| "https://visits.example.org/polls/0198?key=k&voter=v".into()),
            l: self.l,
        }
    }

    pub(super) fn poll_desk(&self) -> PollDeskPage {
        let l = &self.l;
        PollDeskPage {
            frame: self.signed_in("Spring"),
            id: "0198".into(),
            title: self.say("The spring visit", "春季參訪"),
            line: l.args(
                "series-line",
                &[("organization", "Garfield"), ("host", "Port")],
            ),
            note: String::new(),
            status: l.text("poll-state-open"),
            error: Some(l.text("poll-fault-taken")),
            live: self.poll_live(),
            tally: self.poll_tally(),
            close_action: "/console/polls/0198/close".into(),
            means: l.text("poll-close-request"),
            links: [SEATTLE, KAOHSIUNG]
                .map(|place| {
                    let url = "https://visits.example.org/polls/0198?key=k".to_owned();
                    (self.name(place), url)
                })
                .into(),
            voters: vec![VoterRow {
                name: "林美玲".into(),
                city: self.name(KAOHSIUNG),
                invite: true,
                answers: vec![l.text("poll-answer-yes"), l.text("poll-answer-no")],
            }],
            heads: vec![self.date(1), self.date(2)],
            booking: Some("/bookings/0198".into()),
            l: self.l,
        }
    }

    pub(super) fn poll_new(&self) -> NewPollPage {
        let l = &self.l;
        let offer = choice("0198 0199", "City hall tour", true);
        let labelled = |key: &str, field: Field| Field {
            label: l.text(key),
            ..field
        };
        let time = |row: usize| Field {
            id: format!("f-typed-{row}"),
            label: l.with("poll-field-time", "number", &row.to_string()),
            ..Field::new(l, "typed", Control::Input("datetime-local")).optional()
        };
        NewPollPage {
            frame: self.signed_in(&l.text("poll-new")),
            may_ask: true,
            idempotency_key: "k".into(),
            error: Some(l.text("poll-fault-time")),
            fields: vec![
                labelled(
                    "poll-field-what",
                    Field::choosing(l, "what", Control::Select, vec![offer]),
                ),
                Field::new(l, "organization", Control::Input("text"))
                    .error(Some(l.text("fault-required"))),
            ],
            found: vec![FoundTime {
                value: "2026-12-15T01:00:00Z".into(),
                label: format!("{}: {}", self.name(SEATTLE), self.date(1)),
                chosen: true,
            }],
            times: vec![time(1), time(2)],
            l: self.l,
        }
    }

    pub(super) fn polls(&self) -> PollsPage {
        let l = &self.l;
        PollsPage {
            frame: self.signed_in(&l.text("poll-list")),
            may_ask: true,
            polls: vec![PollRow {
                href: "/console/polls/0198".into(),
                title: self.say("The spring visit", "春季參訪"),
                cities: self.name(SEATTLE),
                state: l.text("poll-state-lapsed"),
                answers: l.count("poll-answers", 1),
            }],
            l: self.l,
        }
    }
}
