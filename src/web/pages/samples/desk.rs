//! Pages for hosts, developers and those for whom something went wrong, with rich content.

use super::world::*;

use crate::domain::host::Track;
use crate::domain::letter::LetterKind;
use crate::domain::locale::Locale;
use crate::domain::slot::SlotStatus;
use crate::domain::workdays::DayKind;
use crate::mail::samples::SampleDay;
use crate::web::pages::console::{
    AddSlotForm, ConsoleBooking, ConsoleHost, ConsoleOffer, ConsolePage, ConsoleRequest,
    ConsoleSlot, Pick, PickCity, Proposal, SmallForm, Step,
};
use crate::web::pages::dev_mail::LetterRow;
use crate::web::pages::docs::{DocField, DocOperation, DocResponse, DocTag, Docs};
use crate::web::pages::form::{Choice, Control, Field};
use crate::web::pages::holidays::{DayRow, FilePreview, HolidaysPage, Month};
use crate::web::pages::letter::LetterView;
use crate::web::pages::letters::{LettersPage, Sample};
use crate::web::pages::problem::ProblemPage;
use crate::web::pages::sign_in::{SignInPage, SignInStep};

impl Samples {
    pub(super) fn sign_in(&self, step: SignInStep) -> SignInPage {
        SignInPage {
            frame: self.frame(&self.l.text("sign-in-title")),
            l: self.l,
            step,
        }
    }

    pub(super) fn holidays(&self, sent: bool) -> HolidaysPage {
        let l = &self.l;
        let day = |date: &str, words: &str, name: &str, english: &str, kind, own| DayRow {
            date: date.into(),
            words: words.into(),
            name: name.into(),
            english: english.into(),
            kind,
            instead_of: None,
            own,
        };
        let mut open = day("2027-10-11", "Mon, Oct 11", "", "", DayKind::Workday, true);
        open.instead_of = Some(self.say("Instead of: National Day", "原為：國慶日"));
        let tenth = ("2027-10-10", "Sun, Oct 10", "國慶日", "National Day");
        let months = vec![Month {
            name: l.text("month-10"),
            days: vec![
                day(tenth.0, tenth.1, tenth.2, tenth.3, DayKind::Holiday, false),
                open,
                day(
                    "2027-10-16",
                    "Sat, Oct 16",
                    "補班",
                    "",
                    DayKind::MakeUpWorkday,
                    true,
                ),
            ],
        }];
        HolidaysPage {
            frame: self.signed_in(&l.with("holidays-title", "city", &self.name(KAOHSIUNG))),
            city: self.name(KAOHSIUNG),
            here: "/console/cities/kaohsiung/holidays".into(),
            year: 2027,
            previous: Some(2026),
            next: Some(2028),
            known: l.with("holidays-unknown", "country", &l.country("TW")),
            months,
            fields: vec![
                Field::new(l, "date", Control::Input("date")).within("day"),
                Field::new(l, "day_name", Control::Input("text"))
                    .within("day")
                    .optional(),
            ],
            refused: sent.then(|| l.text("fault-not-all-day")),
            preview: sent.then(|| FilePreview {
                lines: vec![
                    l.count("holidays-would-add", 2),
                    l.count("holidays-would-keep", 1),
                ],
                days: vec!["2027 · Wed, May 5 · Harbour day".into()],
                removed: vec!["2027 · Thu, May 6 · Harbour day".into()],
                file: "BEGIN:VCALENDAR\r\n</textarea><script>\r\nEND:VCALENDAR".into(),
            }),
            l: *l,
        }
    }

    pub(super) fn console(&self, doubtful: bool) -> ConsolePage {
        let slot = |id: &str, day, start, taken, capacity, state, bookings| ConsoleSlot {
            id: id.into(),
            sides: vec![
                self.side(SEATTLE, SEATTLE, day, start, 60),
                self.side(KAOHSIUNG, SEATTLE, day, start, 60),
            ],
            taken,
            seats_left: capacity - taken,
            capacity,
            status: state,
            bookings,
            cancellable: state != SlotStatus::Cancelled,
            besides: vec![self.l.count("console-waiting", 2)],
        };
        let party = ConsoleBooking {
            organization: self.say("Kaohsiung Youth Choir", "高雄青少年合唱團"),
            city: self.name(KAOHSIUNG),
            seats: 2,
            contact: "chen@choir.example".into(),
            href: "/bookings/b1".into(),
            answers: self.l.args(
                "answer-summary",
                &[
                    ("accepted", "2"),
                    ("tentative", "0"),
                    ("declined", "1"),
                    ("open", "1"),
                ],
            ),
            note: self.say("May we sing at the end?", "最後可以唱首歌嗎？"),
        };
        let l = &self.l;
        let input = |name: &str, kind| Field::new(l, name, Control::Input(kind));
        let setup = |id: &str, title: String, fields: Vec<Field>| SmallForm {
            id: id.into(),
            action: format!("/console/{id}#{id}"),
            button: title.clone(),
            title,
            idempotency_key: "key".into(),
            fields: fields.into_iter().map(|field| field.within(id)).collect(),
            open: id == "roles" && doubtful,
        };
        let doubt = doubtful.then(|| {
            let field = Field::choosing(
                l,
                "resolution",
                Control::Radios,
                vec![
                    Choice {
                        detail: self.say(
                            "before the clocks go back · Kaohsiung 16:30",
                            "調回標準時間之前 · 高雄 16:30",
                        ),
                        ..choice("fold_first", "01:30 GMT-7", false)
                    },
                    Choice {
                        detail: self.say(
                            "after the clocks went back · Kaohsiung 17:30",
                            "調回標準時間之後 · 高雄 17:30",
                        ),
                        ..choice("fold_second", "01:30 GMT-8", false)
                    },
                ],
            );
            let matter = self.say(
                "On that night the clocks in Seattle go back, so 01:30 comes twice.",
                "當晚西雅圖的時鐘會調回，因此 01:30 會出現兩次。",
            );
            (matter, field)
        });
        ConsolePage {
            day_links: vec![(
                self.name(KAOHSIUNG),
                "/console/cities/kaohsiung/holidays".into(),
            )],
            frame: self.signed_in(&l.text("console-title")),
            steps: vec![Step {
                words: l.text("console-step-city"),
                form: doubtful.then(|| "cities".to_owned()),
                done: !doubtful,
            }],
            admin: doubtful,
            keeps: doubtful,
            requests: vec![ConsoleRequest {
                id: "r1".into(),
                title: self.say("City hall tour", "市政廳導覽"),
                sides: vec![
                    self.side(SEATTLE, SEATTLE, 3, 1020, 60),
                    self.side(KAOHSIUNG, SEATTLE, 3, 1020, 60),
                ],
                party: ConsoleBooking {
                    organization: self.say("Kaohsiung Youth Choir", "高雄青少年合唱團"),
                    city: self.name(KAOHSIUNG),
                    seats: 2,
                    contact: "林小明 · lin@choir.example".into(),
                    href: "/bookings/b2".into(),
                    answers: String::new(),
                    note: String::new(),
                },
                wishes: Vec::new(),
                respond_by: l.with("booking-respond-by", "when", "2 Dec"),
                approvals: vec![l.text("booking-approved-by-guests")],
            }],
            proposals: vec![Proposal {
                name: self.say("Seattle, Kaohsiung", "西雅圖、高雄"),
                href: "/partnerships/p1".into(),
                line: l.with("proposal-awaits", "cities", &self.name(KAOHSIUNG)),
            }],
            clashes: vec![(
                "0198".into(),
                self.say("Breakfast with the otters", "和海獺吃早餐"),
                self.side(SEATTLE, SEATTLE, 1, 480, 60),
            )],
            again: vec![(
                self.say("Morning class", "早晨課程"),
                "Chief Sealth High School".into(),
                "/bookings/b1".into(),
            )],
            picks_open: !doubtful,
            picks: vec![PickCity {
                name: self.name(SEATTLE),
                hosts: vec![Pick {
                    name: self.say("Seattle Aquarium", "西雅圖水族館"),
                    href: "/console?host=h1".into(),
                    line: l.count("console-host-line", 2),
                    current: true,
                }],
            }],
            nobody: String::new(),
            hosts: vec![ConsoleHost {
                name: self.say("Seattle Aquarium", "西雅圖水族館"),
                city: self.name(SEATTLE),
                city_href: "/cities/seattle".into(),
                track: Track::Culture,
                calendar: "/console/hosts/0198/calendar".into(),
                here: self.say("Mei-ling Chen", "陳美玲"),
                offers: vec![
                    ConsoleOffer {
                        title: self.say("Breakfast with the otters", "和海獺吃早餐"),
                        duration: self.say("60 minutes", "60 分鐘"),
                        visibility: self.say("public", "公開"),
                        availability: "/console/offers/0198/availability".into(),
                        policy: "/console/offers/0198/policy".into(),
                        rooms: "/console/offers/0198/rooms".into(),
                        slots: vec![
                            slot("c1", 1, 960, 2, 8, SlotStatus::Open, vec![party]),
                            slot("c2", 3, 1020, 0, 8, SlotStatus::Open, vec![]),
                            slot("c3", 4, 960, 0, 8, SlotStatus::Cancelled, vec![]),
                        ],
                        later: vec![slot("c4", 8, 960, 0, 8, SlotStatus::Open, vec![])],
                        not_all: Some(l.count("console-not-all", 100)),
                    },
                    ConsoleOffer {
                        title: self.say("Behind the big window", "大窗戶的另一邊"),
                        duration: self.say("45 minutes", "45 分鐘"),
                        visibility: self.say("partners only", "僅限姊妹市"),
                        availability: "/console/offers/0198/availability".into(),
                        policy: "/console/offers/0198/policy".into(),
                        rooms: "/console/offers/0198/rooms".into(),
                        slots: vec![],
                        later: vec![],
                        not_all: None,
                    },
                ],
            }],
            add_slot: Some(AddSlotForm {
                idempotency_key: "key".into(),
                offer: Field::choosing(
                    l,
                    "offer",
                    Control::Select,
                    vec![choice(
                        "o1",
                        &self.say(
                            "Breakfast with the otters · 60 minutes · Seattle",
                            "和海獺吃早餐 · 60 分鐘 · 西雅圖",
                        ),
                        true,
                    )],
                ),
                date: input("date", "date").value(if doubtful { "2027-11-07" } else { "" }),
                time: input("time", "time").value(if doubtful { "01:30" } else { "" }),
                capacity: input("capacity", "number").between("1", "500").value("8"),
                doubt,
            }),
            setups: vec![
                setup(
                    "cities",
                    self.say("Add a city", "新增城市"),
                    vec![
                        input("city_name", "text"),
                        input("slug", "text"),
                        Field::choosing(
                            l,
                            "weekend",
                            Control::Checks,
                            vec![
                                choice("6", &self.say("Saturday", "星期六"), true),
                                choice("7", &self.say("Sunday", "星期日"), true),
                            ],
                        ),
                    ],
                ),
                setup(
                    "hosts",
                    self.say("Add a host", "新增接待單位"),
                    vec![input("host_name", "text")],
                ),
                setup(
                    "roles",
                    self.say("Give somebody a role", "指派角色"),
                    vec![input("role_email", "email").value("lin@").error(
                        doubtful.then(|| self.say("this address is cut short", "這個地址不完整")),
                    )],
                ),
            ],
            l: self.l,
        }
    }

    pub(super) fn letter(&self) -> LetterRow {
        LetterRow {
            id: "m1".into(),
            to: "Marisol Ortega <marisol@sealth.example>".into(),
            subject: self.say(
                "Confirmed: A morning in class 804, Mon 23 Nov 16:00 (Seattle)",
                "已確認：八年四班的早晨，11月24日 週二 08:00（高雄）",
            ),
            kind: "invite".into(),
            at: self.say("Tue 24 Nov 09:41 GMT+8", "11月24日 週二 09:41 GMT+8"),
            state: self.say("sent", "已寄出"),
        }
    }

    pub(super) fn letter_view(&self) -> LetterView {
        LetterView {
            language: Locale::En.tag(),
            frame: "/dev/mail/m1/html".into(),
            text: "Dear Marisol,\n\nyour visit is confirmed.".into(),
            calendar: Some("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR".into()),
        }
    }

    pub(super) fn letters(&self) -> LettersPage {
        let sample = Sample {
            kind: LetterKind::PartnershipQuiet,
            language: Locale::De,
            day: SampleDay::ClocksBack,
        };
        LettersPage {
            frame: self.signed_in(&self.l.text("preview-title")),
            fields: sample.fields(&self.l),
            from: "Sisterline <visits@example.org>".into(),
            to: "Marisol Ortega <marisol@sealth.example>".into(),
            subject: self.letter().subject,
            letter: self.letter_view(),
            eml: "/console/letters/partnership_quiet/de/clocks_back/letter.eml".into(),
            l: self.l,
        }
    }

    pub(super) fn docs(&self) -> Docs {
        let member = |depth, name: &str, kind: &str, required, description: &str| DocField {
            depth,
            name: name.into(),
            kind: kind.into(),
            required,
            description: description.into(),
        };
        let answer = |status: &str, description: &str, fields| DocResponse {
            status: status.into(),
            description: description.into(),
            fields,
        };
        Docs {
            version: "0.1.0".into(),
            description: vec!["Times are RFC 3339. Instants end in Z; local values carry their offset. Errors are application/problem+json with a stable code.".into()],
            tags: vec![
                DocTag {
                    slug: "slots".into(),
                    name: "Slots".into(),
                    description: "Bookable intervals, in the clocks of every city concerned.".into(),
                    operations: vec![DocOperation {
                        id: "list-slots".into(),
                        method: "GET".into(),
                        path: "/api/v1/slots".into(),
                        summary: "List slots".into(),
                        description: vec![],
                        parameters: vec![
                            member(0, "partnership", "query · string (uuid)", false, "Only slots that its cities may book."),
                            member(0, "from", "query · string (date-time)", false, ""),
                        ],
                        request: vec![],
                        responses: vec![answer("200", "A page of slots.", vec![member(0, "items", "array of Slot", true, ""), member(1, "id", "string (uuid)", true, ""), member(1, "seats_left", "integer", true, "Seats nobody has taken yet.")])],
                    }],
                },
                DocTag {
                    slug: "bookings".into(),
                    name: "Bookings".into(),
                    description: String::new(),
                    operations: vec![DocOperation {
                        id: "create-booking".into(),
                        method: "POST".into(),
                        path: "/api/v1/bookings".into(),
                        summary: "Book a slot".into(),
                        description: vec!["Takes the seats, writes the event and the letters, all or nothing.".into()],
                        parameters: vec![member(0, "Idempotency-Key", "header · string", true, "The same key and body give the same answer.")],
                        request: vec![
                            member(0, "slot_id", "string (uuid)", true, ""),
                            member(0, "contact", "object", true, "Whoever gets the letters."),
                            member(1, "email", "string (email)", true, ""),
                            member(1, "zone", "string", true, "IANA name, such as America/Los_Angeles."),
                        ],
                        responses: vec![
                            answer("201", "Booked.", vec![member(0, "id", "string (uuid)", true, "")]),
                            answer("409", "slot_full, slot_closed, slot_started, slot_notice or slot_too_early.", vec![]),
                            answer("422", "Something in the body is wrong; errors names the fields.", vec![]),
                        ],
                    }],
                },
            ],
        }
    }

    pub(super) fn problem(&self, status: u16, code: &str) -> ProblemPage {
        ProblemPage {
            frame: self.frame(&status.to_string()),
            status,
            code: code.into(),
            detail: String::new(),
            way: None,
            l: self.l,
        }
    }
}
