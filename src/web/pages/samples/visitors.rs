//! Pages that visitors see, with rich content.

use super::world::*;

use crate::domain::answer::Participation;
use crate::domain::booking::BookingStatus;
use crate::domain::host::Track;
use crate::domain::locale::Locale;
use crate::domain::slot::SlotStatus;
use crate::web::pages::booking::{AttendeeLine, BookingPage};
use crate::web::pages::city::{CityHost, CityPage, TrackHosts};
use crate::web::pages::form::{ChoiceGroup, Control, Field};
use crate::web::pages::home::{HomeCity, HomePage};
use crate::web::pages::parts::{name_of, seat_words};
use crate::web::pages::slot::{AttendeeRow, BookingForm, OtherTime, SlotPage};

impl Samples {
    pub(super) fn home(&self) -> HomePage {
        let places = [
            HOBART, BRISBANE, HACHIOJI, BUSAN, KAOHSIUNG, TAIPEI, KATHMANDU, PRAGUE, VANCOUVER,
            SEATTLE,
        ];
        HomePage {
            frame: self.frame(&self.say("Partner cities", "姊妹市")),
            cities: places
                .into_iter()
                .zip([1, 0, 1, 1, 2, 2, 1, 1, 1, 2])
                .map(|(city, partnerships)| HomeCity {
                    clock: self.clock(city),
                    country: self.say(city.country.0, city.country.1),
                    partnerships,
                })
                .collect(),
            partnerships: self.rows(),
            visits: self.visits(),
            seat_words: seat_words(&self.l, 12),
            l: self.l,
        }
    }

    pub(super) fn city(&self) -> CityPage {
        let host = |name: (&str, &str), about: (&str, &str), offers: &[(&str, &str)]| CityHost {
            name: self.say(name.0, name.1),
            about: self.say(about.0, about.1),
            offers: offers
                .iter()
                .map(|offer| self.say(offer.0, offer.1))
                .collect(),
        };
        CityPage {
            frame: self.frame(&self.name(KAOHSIUNG)),
            clock: self.clock(KAOHSIUNG),
            country: self.say("Taiwan", "臺灣"),
            zone: "Asia/Taipei".into(),
            languages: self.say("Chinese, English", "中文、英文"),
            days: None,
            office_hours: "08:00–17:30".into(),
            partnerships: self.rows().into_iter().take(2).collect(),
            tracks: vec![
                TrackHosts {
                    track: Track::Official,
                    hosts: vec![host(
                        (CITY_HALL.2, CITY_HALL.3),
                        (
                            "The people who write the letters and meet the planes.",
                            "寫信與接機的人。",
                        ),
                        &[(CITY_HALL.0, CITY_HALL.1)],
                    )],
                },
                TrackHosts {
                    track: Track::Education,
                    hosts: vec![
                        host(
                            (MORNING_CLASS.2, MORNING_CLASS.3),
                            (
                                "Forty years of exchange with two schools in Seattle.",
                                "與西雅圖兩所學校交流四十年。",
                            ),
                            &[(MORNING_CLASS.0, MORNING_CLASS.1), (CHOIR.0, CHOIR.1)],
                        ),
                        host((LIBRARY.2, LIBRARY.3), ("", ""), &[(LIBRARY.0, LIBRARY.1)]),
                    ],
                },
                TrackHosts {
                    track: Track::Business,
                    hosts: vec![host(
                        (HARBOUR.2, HARBOUR.3),
                        (
                            "Container cranes, seen from the cab.",
                            "從駕駛室看貨櫃起重機。",
                        ),
                        &[(HARBOUR.0, HARBOUR.1)],
                    )],
                },
            ],
            visits: self.visits().into_iter().take(1).collect(),
            feed: "/cities/kaohsiung/visits.ics".into(),
            seat_words: seat_words(&self.l, 12),
            l: self.l,
        }
    }

    pub(super) fn slot(&self, state: SlotStatus, form: Option<BookingForm>) -> SlotPage {
        let sides = vec![
            self.side(KAOHSIUNG, KAOHSIUNG, 1, 480, 60),
            self.side(SEATTLE, KAOHSIUNG, 1, 480, 60),
        ];
        SlotPage {
            frame: self.frame(&self.say(MORNING_CLASS.0, MORNING_CLASS.1)),
            id: "s1".into(),
            title: self.say(MORNING_CLASS.0, MORNING_CLASS.1),
            description: vec![
                self.say(
                    "Class 804 shows you its morning: reading aloud, ten minutes of English questions from both sides, and a walk with the camera to the roof, from where you see the harbour.",
                    "八年四班帶您看看他們的早晨：朗讀、雙方各十分鐘的英文問答，再帶著鏡頭走上屋頂，看一看港口。",
                ),
                self.say(
                    "Bring two questions. A class of up to thirty pupils counts as one seat.",
                    "請準備兩個問題。一個班級（三十人以內）算一個名額。",
                ),
            ],
            host: self.say(MORNING_CLASS.2, MORNING_CLASS.3),
            host_city: self.name(KAOHSIUNG),
            host_city_href: "/cities/kaohsiung".into(),
            track: Track::Education,
            topics: [("everyday life", "日常生活"), ("language", "語言"), ("harbour", "港口")]
                .map(|topic| self.say(topic.0, topic.1))
                .to_vec(),
            languages: self.say("Chinese, English", "中文、英文"),
            duration: self.say("60 minutes", "60 分鐘"),
            sides,
            seats_left: if state == SlotStatus::Open { 6 } else { 0 },
            capacity: 8,
            status: state,
            started: false,
            busy: state == SlotStatus::Closed,
            refusal: None,
            back: Some((
                format!("{} – {}", self.name(KAOHSIUNG), self.name(SEATTLE)),
                "/partnerships/p0".into(),
            )),
            others: [(2, 480, 3), (4, 510, 1)]
                .map(|(day, start, seats_left)| OtherTime {
                    href: "/slots/s9".into(),
                    sides: vec![
                        self.side(KAOHSIUNG, KAOHSIUNG, day, start, 60),
                        self.side(SEATTLE, KAOHSIUNG, day, start, 60),
                    ],
                    seats_left,
                })
                .into(),
            form,
            seat_words: seat_words(&self.l, 8),
            being_booked: false,
            wait: None,
            l: self.l,
        }
    }

    pub(super) fn form(&self, wrong: bool) -> BookingForm {
        let l = &self.l;
        let text = |name: &str| Field::new(l, name, Control::Input("text"));
        let fault = |en: &str, zh: &str| wrong.then(|| self.say(en, zh));
        let typed = |value: &'static str| if wrong { value } else { "" };
        BookingForm {
            partnership: String::new(),
            idempotency_key: "key".into(),
            error: None,
            city: Field::choosing(
                l,
                "city",
                Control::Select,
                vec![choice("seattle", &self.name(SEATTLE), true)],
            ),
            organization: text("organization")
                .autocomplete("organization")
                .at_most(200)
                .value(typed("Chief Sealth High School")),
            name: text("name")
                .autocomplete("name")
                .at_most(200)
                .value(typed("Marisol Ortega")),
            email: Field::new(l, "email", Control::Input("email"))
                .autocomplete("email")
                .at_most(254)
                .value(typed("marisol@sealth"))
                .error(fault(
                    "this address lacks its ending, such as .org",
                    "這個地址少了結尾，例如 .org",
                )),
            locale: Field::choosing(
                l,
                "locale",
                Control::Select,
                Locale::all()
                    .iter()
                    .map(|one| choice(one.tag(), one.own_name(), *one == self.l.locale()))
                    .collect(),
            ),
            zone: Field {
                groups: vec![
                    ChoiceGroup {
                        label: String::new(),
                        choices: vec![choice(
                            "",
                            &self.say("the city’s own time", "與城市相同"),
                            true,
                        )],
                    },
                    ChoiceGroup {
                        label: "Asia".into(),
                        choices: vec![choice("Asia/Taipei", "Asia/Taipei", false)],
                    },
                ],
                ..Field::new(l, "zone", Control::Select)
            }
            .optional(),
            seats: Field::new(l, "seats", Control::Input("number"))
                .between("1", "6")
                .value(if wrong { "9" } else { "1" })
                .hint(self.say("A class counts as one seat.", "一個班級算一個名額。"))
                .error(fault("only 6 seats are left", "只剩 6 個名額")),
            questions: Vec::new(),
            consent: None,
            approval: wrong.then(|| l.text("book-approval")),
            hold_token: String::new(),
            note: Field::new(l, "note", Control::Text)
                .optional()
                .at_most(2000),
            attendees: (1..=3)
                .map(|number| AttendeeRow {
                    number,
                    name: text("attendee_name").within(&number.to_string()).optional(),
                    email: Field::new(l, "attendee_email", Control::Input("email"))
                        .within(&number.to_string())
                        .optional(),
                })
                .collect(),
        }
    }

    pub(super) fn booking(&self, status: BookingStatus, past: bool, fresh: bool) -> BookingPage {
        let live = status == BookingStatus::Confirmed && !past;
        BookingPage {
            frame: self.frame(&name_of(&self.l, "booking", status.as_str())),
            path: "/bookings/b1".into(),
            key: "secret".into(),
            fresh,
            status,
            past,
            title: self.say(MORNING_CLASS.0, MORNING_CLASS.1),
            host: self.say(MORNING_CLASS.2, MORNING_CLASS.3),
            host_city: self.name(KAOHSIUNG),
            sides: vec![
                self.side(KAOHSIUNG, KAOHSIUNG, 1, 480, 60),
                self.side(SEATTLE, KAOHSIUNG, 1, 480, 60),
            ],
            organization: "Chief Sealth High School".into(),
            city: self.name(SEATTLE),
            seats: 2,
            attendees: [
                (
                    "Marisol Ortega",
                    "marisol@sealth.example",
                    Participation::Accepted,
                ),
                (
                    "Dae-jung Kim",
                    "dj.kim@sealth.example",
                    Participation::NeedsAction,
                ),
                (
                    "Lin Mei-ling",
                    "mayor@kaohsiung.example",
                    Participation::Tentative,
                ),
            ]
            .map(|(name, email, participation)| AttendeeLine {
                name: name.into(),
                email: email.into(),
                participation,
                note: match participation {
                    Participation::Tentative => {
                        self.say("Maybe ten minutes late.", "可能晚到十分鐘。")
                    }
                    _ => String::new(),
                },
                failing: participation == Participation::NeedsAction,
            })
            .into(),
            answers: self.l.args(
                "answer-summary",
                &[
                    ("accepted", "1"),
                    ("tentative", "1"),
                    ("declined", "0"),
                    ("open", "1"),
                ],
            ),
            answer_href: match live {
                true => "/answers/a1?key=secret".into(),
                false => String::new(),
            },
            note: self.say(
                "We are 28 pupils and one violin.",
                "我們有 28 位學生和一把小提琴。",
            ),
            report_href: past.then(|| "/bookings/b1/report?key=secret".to_owned()),
            join_url: live.then(|| "https://meet.example/804".into()),
            calendar_href: "/bookings/b1/calendar.ics".into(),
            reason: if status == BookingStatus::Cancelled {
                self.say(
                    "The typhoon closed all schools on Tuesday. Please choose another day!",
                    "週二因颱風全市停課，請選擇其他日子！",
                )
            } else {
                String::new()
            },
            confirm_again: match live && !fresh {
                true => vec![self.name(SEATTLE)],
                false => vec![],
            },
            may_confirm_again: live && !fresh,
            respond_by: String::new(),
            approvals: Vec::new(),
            wishes: vec![(
                self.say("How do you come?", "如何前來？"),
                self.say("By tram", "搭輕軌"),
            )],
            moving: live.then(|| {
                let times = vec![choice(
                    "s9",
                    &self.say("Wed, Dec 2, 9:00 AM", "12月2日 週三 09:00"),
                    false,
                )];
                Field::choosing(&self.l, "slot_id", Control::Select, times)
            }),
            asks_again: false,
            people: if live {
                self.form(false).attendees
            } else {
                Vec::new()
            },
            fault: None,
            cancel: live.then(|| Field::new(&self.l, "reason", Control::Text).optional()),
            others_href: "/partnerships/p0".into(),
            l: self.l,
        }
    }
}
