//! Every page rendered from rich samples, in every language, and held to what all pages promise: no
//! word missing, nothing that the content security policy would block, labels and ids that fit.
//!
//! With `SISTERLINE_SAMPLES=DIR` the pages are also written there, to be looked at in a browser.

use std::collections::HashSet;

use askama::Template;
use chrono::{NaiveDate, NaiveTime, TimeDelta};

use super::booking::BookingPage;
use super::city::{CityHost, CityPage, TrackHosts};
use super::console::{
    AddSlotForm, ConsoleBooking, ConsoleHost, ConsoleOffer, ConsolePage, ConsoleSlot, SmallForm,
};
use super::day::{Band, Clock, Day, Midnight, OffsetChange, PlacedSlot, Ribbon, Tick};
use super::dev_mail::{DevLetterPage, DevMailPage, LetterRow};
use super::docs::{DocField, DocOperation, DocResponse, DocTag, DocsPage};
use super::form::{Choice, ChoiceGroup, Control, Field};
use super::home::{HomeCity, HomePage};
use super::partnership::PartnershipPage;
use super::parts::{
    Frame, LanguageLink, LiveTopic, PartnershipRow, SideTime, SlotCard, name_of, seat_words,
};
use super::problem::ProblemPage;
use super::sign_in::{SignInPage, SignInStep};
use super::slot::{AttendeeRow, BookingForm, OtherTime, SlotPage};
use crate::domain::booking::BookingStatus;
use crate::domain::display;
use crate::domain::host::Track;
use crate::domain::hours::Tier;
use crate::domain::locale::{Locale, Localizer};
use crate::domain::partnership::Stage;
use crate::domain::slot::SlotStatus;

/// A city as the samples know it: name in both languages, minutes east of UTC.
#[derive(Clone, Copy)]
struct Place {
    slug: &'static str,
    en: &'static str,
    zh: &'static str,
    country: (&'static str, &'static str),
    offset: i32,
}

const KAOHSIUNG: Place = place("kaohsiung", "Kaohsiung", "高雄", ("Taiwan", "臺灣"), 480);
const SEATTLE: Place = place(
    "seattle",
    "Seattle",
    "西雅圖",
    ("United States", "美國"),
    -480,
);
const PRAGUE: Place = place("prague", "Prague", "布拉格", ("Czechia", "捷克"), 60);
const TAIPEI: Place = place("taipei", "Taipei", "臺北", ("Taiwan", "臺灣"), 480);
const BUSAN: Place = place("busan", "Busan", "釜山", ("South Korea", "韓國"), 540);
const HACHIOJI: Place = place("hachioji", "Hachioji", "八王子", ("Japan", "日本"), 540);
const BRISBANE: Place = place(
    "brisbane",
    "Brisbane",
    "布里斯本",
    ("Australia", "澳洲"),
    600,
);
const HOBART: Place = place("hobart", "Hobart", "荷巴特", ("Australia", "澳洲"), 660);
const KATHMANDU: Place = place(
    "kathmandu",
    "Kathmandu",
    "加德滿都",
    ("Nepal", "尼泊爾"),
    345,
);
const VANCOUVER: Place = place(
    "vancouver",
    "Vancouver",
    "溫哥華",
    ("Canada", "加拿大"),
    -420,
);

const fn place(
    slug: &'static str,
    en: &'static str,
    zh: &'static str,
    country: (&'static str, &'static str),
    offset: i32,
) -> Place {
    Place {
        slug,
        en,
        zh,
        country,
        offset,
    }
}

/// The samples' present: 2026-11-24 01:41 UTC, a Tuesday.
const NOW_MINUTE: i32 = 101;
const NOW_MS: i64 = 1_795_484_460_000;

/// Builds samples in one language.
struct Samples {
    l: Localizer,
    zh: bool,
}

impl Samples {
    fn new(locale: Locale) -> Self {
        Self {
            l: Localizer::of(locale),
            zh: locale == Locale::ZhTw,
        }
    }

    fn say(&self, en: &str, zh: &str) -> String {
        if self.zh {
            zh.to_owned()
        } else {
            en.to_owned()
        }
    }

    fn name(&self, place: Place) -> String {
        self.say(place.en, place.zh)
    }

    /// A date, counted in days from Monday 23 November 2026.
    fn date(&self, day: i32) -> String {
        display::weekday_date(self.l.locale(), monday() + TimeDelta::days(day.into()))
    }

    fn time(&self, minute: i32) -> String {
        let seconds = u32::try_from(minute.rem_euclid(1440)).unwrap() * 60;
        let time = NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap();
        display::time(self.l.locale(), time)
    }

    fn frame(&self, title: &str) -> Frame {
        Frame {
            title: title.to_owned(),
            description: self.l.text("home-lead"),
            person: None,
            csrf: "csrf-token".into(),
            languages: vec![
                LanguageLink {
                    tag: "en".into(),
                    name: "English".into(),
                    href: "?lang=en".into(),
                    current: !self.zh,
                },
                LanguageLink {
                    tag: "zh-TW".into(),
                    name: "繁體中文".into(),
                    href: "?lang=zh-TW".into(),
                    current: self.zh,
                },
            ],
            zone_data: "2026f".into(),
            now_ms: NOW_MS,
            demo: true,
            live: vec![LiveTopic {
                topic: "partnership/0198".into(),
                epoch: "e1".into(),
                seq: 41,
            }],
            notice: None,
        }
    }

    fn signed_in(&self, title: &str) -> Frame {
        Frame {
            person: Some("Lin Yi-chun".into()),
            ..self.frame(title)
        }
    }

    fn clock(&self, place: Place) -> Clock {
        let local = NOW_MINUTE + place.offset;
        let minute = u32::try_from(local.rem_euclid(1440)).unwrap();
        let day = 1 + local.div_euclid(1440);
        Clock {
            city: self.name(place),
            href: format!("/cities/{}", place.slug),
            digits: hhmm(local),
            time: self.time(local),
            date: self.date(day),
            next_date: self.date(day + 1),
            offset: gmt(place.offset),
            offset_minutes: place.offset,
            change: (place.slug == "seattle").then(|| OffsetChange {
                at_ms: 1_805_000_000_000,
                offset_minutes: -420,
                offset: "GMT-7".into(),
            }),
            minute,
            bands: bands(0),
        }
    }

    fn side(&self, place: Place, first: Place, day: i32, start: i32, minutes: i32) -> SideTime {
        let local = start - first.offset + place.offset;
        let shift = local.div_euclid(1440);
        SideTime {
            city: self.name(place),
            datetime: format!("2026-11-{:02}T{}:00+00:00", 23 + day + shift, hhmm(local)),
            date: self.date(day + shift),
            start: self.time(local),
            end: self.time(local + minutes),
            offset: gmt(place.offset),
            day_offset: i64::from(shift),
            tier: tier_at(local.rem_euclid(1440)),
        }
    }

    fn card(
        &self,
        id: &str,
        cities: &[Place],
        day: i32,
        start: i32,
        what: (&str, &str, &str, &str),
        seats_left: i64,
        state: SlotStatus,
    ) -> SlotCard {
        SlotCard {
            id: id.into(),
            href: format!("/slots/{id}"),
            title: self.say(what.0, what.1),
            host: self.say(what.2, what.3),
            host_city: self.name(cities[0]),
            track: Track::Education,
            languages: self.say("English, Chinese", "英文、中文"),
            sides: cities
                .iter()
                .map(|c| self.side(*c, cities[0], day, start, 60))
                .collect(),
            seats_left,
            status: state,
        }
    }

    fn visits(&self) -> Vec<SlotCard> {
        vec![
            self.card(
                "v1",
                &[KAOHSIUNG, SEATTLE],
                1,
                480,
                MORNING_CLASS,
                6,
                SlotStatus::Open,
            ),
            self.card(
                "v2",
                &[PRAGUE, TAIPEI],
                2,
                540,
                LIBRARY,
                1,
                SlotStatus::Open,
            ),
            self.card(
                "v3",
                &[BUSAN, SEATTLE],
                3,
                600,
                HARBOUR,
                0,
                SlotStatus::Full,
            ),
        ]
    }

    fn rows(&self) -> Vec<PartnershipRow> {
        [
            ([KAOHSIUNG, SEATTLE], Stage::Official, Some("1974"), 9),
            ([TAIPEI, PRAGUE], Stage::Paused, Some("2020"), 0),
            ([BUSAN, SEATTLE], Stage::Official, Some("1981"), 4),
            ([KAOHSIUNG, HACHIOJI], Stage::Official, Some("2006"), 1),
            ([KATHMANDU, TAIPEI], Stage::Prospective, None, 2),
            ([HOBART, VANCOUVER], Stage::Pilot, None, 3),
        ]
        .into_iter()
        .enumerate()
        .map(
            |(index, (cities, stage, since, open_slots))| PartnershipRow {
                id: format!("p{index}"),
                cities: cities.map(|city| self.name(city)).to_vec(),
                stage,
                since: since.map(str::to_owned),
                open_slots,
            },
        )
        .collect()
    }

    fn ribbon(&self, place: Place, first: Place, day: i32) -> Ribbon {
        // Local minutes at the left edge, from the local midnight of the first city's date.
        let left = place.offset - first.offset;
        let shift = left.div_euclid(1440);
        let into = left.rem_euclid(1440);
        let words = |days: i32| display::day_shift(self.l.locale(), days.into());
        let ticks = (0..=24)
            .map(|hour| hour * 60)
            .map(|local| (local - into.rem_euclid(60)).max(0))
            .filter(|x| (into + x) % 60 == 0)
            .map(|x| {
                let hour = (into + x) / 60 % 24;
                let label = if hour % 3 == 0 {
                    format!("{hour:02}")
                } else {
                    String::new()
                };
                Tick {
                    x: u32::try_from(x).unwrap(),
                    label,
                }
            })
            .collect();
        Ribbon {
            city: self.name(place),
            date: self.date(day + shift),
            shift: words(shift),
            bands: bands(into),
            ticks,
            midnight: (into > 0).then(|| Midnight {
                x: u32::try_from(1440 - into).unwrap(),
                date: self.date(day + shift + 1),
                shift: words(shift + 1),
            }),
        }
    }

    fn day(&self, cities: &[Place], day: i32, slots: Vec<(SlotCard, i32)>) -> Day {
        Day::new(
            display::long_date(self.l.locale(), monday() + TimeDelta::days(day.into())),
            format!("2026-11-{}", 23 + day),
            cities
                .iter()
                .map(|city| self.ribbon(*city, cities[0], day))
                .collect(),
            slots
                .into_iter()
                .map(|(card, x)| PlacedSlot {
                    card,
                    x: u32::try_from(x).unwrap(),
                    width: 60,
                })
                .collect(),
            (day == 1).then_some(581),
        )
    }

    fn week(&self, cities: &[Place]) -> Vec<Day> {
        let slot = |id, day, start, what, left, state| {
            (self.card(id, cities, day, start, what, left, state), start)
        };
        use SlotStatus::{Cancelled, Closed, Full, Open};
        vec![
            self.day(cities, 0, vec![]),
            self.day(
                cities,
                1,
                vec![
                    slot("s0", 1, 420, CITY_HALL, 2, Closed),
                    slot("s1", 1, 480, MORNING_CLASS, 6, Open),
                    slot("s2", 1, 510, HARBOUR, 12, Open),
                    slot("s3", 1, 660, CITY_HALL, 0, Full),
                ],
            ),
            self.day(
                cities,
                2,
                vec![
                    slot("s4", 2, 480, MORNING_CLASS, 0, Full),
                    slot("s5", 2, 780, LIBRARY, 1, Open),
                ],
            ),
            self.day(cities, 3, vec![slot("s6", 3, 540, HARBOUR, 12, Cancelled)]),
            self.day(cities, 4, vec![slot("s7", 4, 480, CHOIR, 24, Open)]),
            self.day(cities, 5, vec![]),
            self.day(cities, 6, vec![]),
        ]
    }

    fn partnership(&self, cities: &[Place], days: Vec<Day>) -> PartnershipPage {
        let names: Vec<_> = cities.iter().map(|city| self.name(*city)).collect();
        PartnershipPage {
            frame: self.frame(&names.join(" – ")),
            id: "p0".into(),
            clocks: cities.iter().map(|city| self.clock(*city)).collect(),
            stage: Stage::Official,
            since: Some("1974".into()),
            apart: if cities.len() == 2 {
                self.say("16 hours apart", "相差 16 小時")
            } else {
                String::new()
            },
            week: self.say("23 – 29 November 2026", "2026年11月23日至29日"),
            previous: Some("2026-11-16".into()),
            next: "2026-11-30".into(),
            next_with_slots: Some("2026-12-07".into()),
            seat_words: seat_words(&self.l, 24),
            l: self.l,
            days,
        }
    }

    fn home(&self) -> HomePage {
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

    fn city(&self) -> CityPage {
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
            seat_words: seat_words(&self.l, 12),
            l: self.l,
        }
    }

    fn slot(&self, state: SlotStatus, form: Option<BookingForm>) -> SlotPage {
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
            l: self.l,
        }
    }

    fn form(&self, wrong: bool) -> BookingForm {
        let l = &self.l;
        let text = |name: &str| Field::new(l, name, Control::Input("text"));
        let fault = |en: &str, zh: &str| wrong.then(|| self.say(en, zh));
        let typed = |value: &'static str| if wrong { value } else { "" };
        BookingForm {
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
                vec![
                    choice("en", "English", !self.zh),
                    choice("zh-TW", "繁體中文", self.zh),
                ],
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

    fn booking(&self, status: BookingStatus, past: bool, fresh: bool) -> BookingPage {
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
            attendees: vec![
                ("Marisol Ortega".into(), "marisol@sealth.example".into()),
                ("Dae-jung Kim".into(), "dj.kim@sealth.example".into()),
            ],
            note: self.say(
                "We are 28 pupils and one violin.",
                "我們有 28 位學生和一把小提琴。",
            ),
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
            cancel: live.then(|| Field::new(&self.l, "reason", Control::Text).optional()),
            others_href: "/partnerships/p0".into(),
            l: self.l,
        }
    }

    fn sign_in(&self, step: SignInStep) -> SignInPage {
        SignInPage {
            frame: self.frame(&self.l.text("sign-in-title")),
            l: self.l,
            step,
        }
    }

    fn console(&self, doubtful: bool) -> ConsolePage {
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
        };
        let party = ConsoleBooking {
            organization: self.say("Kaohsiung Youth Choir", "高雄青少年合唱團"),
            city: self.name(KAOHSIUNG),
            seats: 2,
            contact: "chen@choir.example".into(),
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
            frame: self.signed_in(&l.text("console-title")),
            hosts: vec![ConsoleHost {
                name: self.say("Seattle Aquarium", "西雅圖水族館"),
                city: self.name(SEATTLE),
                city_href: "/cities/seattle".into(),
                track: Track::Culture,
                offers: vec![
                    ConsoleOffer {
                        title: self.say("Breakfast with the otters", "和海獺吃早餐"),
                        duration: self.say("60 minutes", "60 分鐘"),
                        visibility: self.say("public", "公開"),
                        slots: vec![
                            slot("c1", 1, 960, 2, 8, SlotStatus::Open, vec![party]),
                            slot("c2", 3, 1020, 0, 8, SlotStatus::Open, vec![]),
                            slot("c3", 4, 960, 0, 8, SlotStatus::Cancelled, vec![]),
                        ],
                    },
                    ConsoleOffer {
                        title: self.say("Behind the big window", "大窗戶的另一邊"),
                        duration: self.say("45 minutes", "45 分鐘"),
                        visibility: self.say("partners only", "僅限姊妹市"),
                        slots: vec![],
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

    fn letter(&self) -> LetterRow {
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

    fn docs(&self) -> DocsPage {
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
        DocsPage {
            frame: self.frame(&self.l.text("docs-title")),
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
                            answer("409", "slot_full, slot_closed or slot_started.", vec![]),
                            answer("422", "Something in the body is wrong; errors names the fields.", vec![]),
                        ],
                    }],
                },
            ],
            l: self.l,
        }
    }

    fn problem(&self, status: u16, code: &str) -> ProblemPage {
        ProblemPage {
            frame: self.frame(&status.to_string()),
            status,
            code: code.into(),
            detail: String::new(),
            way: None,
            l: self.l,
        }
    }

    /// Every page in every state, each with a file name.
    fn all(&self) -> Vec<(String, String)> {
        use BookingStatus::{Cancelled, Confirmed};
        let l = &self.l;
        let pair = [KAOHSIUNG, SEATTLE];
        let three = [SEATTLE, PRAGUE, KATHMANDU];
        let empty: Vec<Day> = (0..7).map(|day| self.day(&pair, day, vec![])).collect();
        let email = || "lin@kaohsiung.example".to_owned();
        let ask = Field::new(l, "email", Control::Input("email")).autocomplete("email");
        let mut noticed = self.booking(Confirmed, false, true);
        noticed.frame.notice = Some(self.say("Your booking has been changed.", "預約已更新。"));
        let mut pages = vec![
            ("home".to_owned(), self.home().render()),
            ("city".to_owned(), self.city().render()),
            (
                "partnership".to_owned(),
                self.partnership(&pair, self.week(&pair)).render(),
            ),
            ("partnership-back".to_owned(), {
                let turned = [SEATTLE, KAOHSIUNG];
                self.partnership(&turned, self.week(&turned)).render()
            }),
            ("partnership-three".to_owned(), {
                self.partnership(&three, self.week(&three)).render()
            }),
            (
                "partnership-empty".to_owned(),
                self.partnership(&pair, empty).render(),
            ),
            (
                "slot".to_owned(),
                self.slot(SlotStatus::Open, Some(self.form(false))).render(),
            ),
            (
                "slot-wrong".to_owned(),
                self.slot(SlotStatus::Open, Some(self.form(true))).render(),
            ),
            (
                "slot-full".to_owned(),
                self.slot(SlotStatus::Full, None).render(),
            ),
            (
                "slot-closed".to_owned(),
                self.slot(SlotStatus::Closed, None).render(),
            ),
            (
                "slot-cancelled".to_owned(),
                self.slot(SlotStatus::Cancelled, None).render(),
            ),
            ("booking-fresh".to_owned(), noticed.render()),
            ("console".to_owned(), self.console(false).render()),
            ("console-doubt".to_owned(), self.console(true).render()),
            ("docs".to_owned(), self.docs().render()),
        ];
        for (status, past) in [(Confirmed, false), (Confirmed, true), (Cancelled, false)] {
            let page = self.booking(status, past, false);
            pages.push((format!("booking-{}", page.standing()), page.render()));
        }
        for (name, step) in [
            ("sign-in", SignInStep::Ask(Box::new(ask))),
            ("sign-in-sent", SignInStep::Sent { email: email() }),
            (
                "sign-in-enter",
                SignInStep::Enter {
                    token: "t".into(),
                    email: email(),
                },
            ),
            ("sign-in-expired", SignInStep::Expired),
        ] {
            pages.push((name.to_owned(), self.sign_in(step).render()));
        }
        let letters = DevMailPage {
            frame: self.frame(&l.text("dev-mail-title")),
            letters: vec![self.letter(), self.letter()],
            l: *l,
        };
        pages.push(("mail".to_owned(), letters.render()));
        let letter = DevLetterPage {
            frame: self.frame(&l.text("dev-mail-title")),
            letter: self.letter(),
            text: "Dear Marisol,\n\nyour visit is confirmed.".into(),
            calendar: Some("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR".into()),
            link: Some("/bookings/b1".into()),
            l: *l,
        };
        pages.push(("letter".to_owned(), letter.render()));
        for (status, code) in [
            (403, "not_allowed"),
            (404, "not_found"),
            (409, "slot_full"),
            (422, "invalid"),
            (429, "too_many"),
            (500, "internal"),
            (503, "database_away"),
        ] {
            pages.push((
                format!("problem-{status}"),
                self.problem(status, code).render(),
            ));
        }
        pages
            .into_iter()
            .map(|(name, page)| (name, page.unwrap()))
            .collect()
    }
}

type What = (&'static str, &'static str, &'static str, &'static str);
const MORNING_CLASS: What = (
    "A morning in class 804",
    "八年四班的早晨",
    "Cianjhen Junior High School",
    "前鎮國中",
);
const HARBOUR: What = (
    "In the crane driver’s cab",
    "起重機駕駛室",
    "Port Authority",
    "港務局",
);
const CITY_HALL: What = (
    "Open hour with the international office",
    "國際事務科開放時間",
    "City Hall, Secretariat",
    "市政府秘書處",
);
const LIBRARY: What = (
    "Reading room, live",
    "線上閱覽室",
    "Main Public Library",
    "市立圖書館總館",
);
const CHOIR: What = (
    "Choir rehearsal, sing along",
    "合唱排練，一起唱",
    "Cianjhen Junior High School",
    "前鎮國中",
);

fn choice(value: &str, label: &str, chosen: bool) -> Choice {
    Choice {
        value: value.into(),
        label: label.into(),
        detail: String::new(),
        chosen,
    }
}

fn monday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn hhmm(minute: i32) -> String {
    let minute = minute.rem_euclid(1440);
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

fn gmt(offset: i32) -> String {
    let minutes = offset.abs() % 60;
    let tail = if minutes == 0 {
        String::new()
    } else {
        format!(":{minutes:02}")
    };
    format!("GMT{:+}{tail}", offset / 60)
}

fn tier_at(minute: i32) -> Tier {
    match minute / 60 {
        9..17 => Tier::Office,
        7..22 => Tier::Reachable,
        _ => Tier::Unsocial,
    }
}

/// A working day's shading from a local minute on.
fn bands(from: i32) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::new();
    for x in (0..1440).step_by(15) {
        let tier = tier_at((from + x).rem_euclid(1440));
        match bands.last_mut() {
            Some(last) if last.tier == tier => last.width += 15,
            _ => bands.push(Band {
                x: u32::try_from(x).unwrap(),
                width: 15,
                tier,
            }),
        }
    }
    bands
}

/// The values of an attribute in a page, in order.
fn attribute<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let needle = format!(" {name}=\"");
    page.match_indices(&needle)
        .map(|(at, _)| {
            let rest = &page[at + needle.len()..];
            &rest[..rest.find('"').unwrap()]
        })
        .collect()
}

#[test]
fn every_page_keeps_the_promises_of_all_pages() {
    let directory = std::env::var_os("SISTERLINE_SAMPLES").map(std::path::PathBuf::from);
    for locale in Locale::all().iter().copied() {
        for (name, page) in Samples::new(locale).all() {
            let name = format!("{name}.{}", locale.tag());
            if let Some(directory) = &directory {
                std::fs::write(directory.join(format!("{name}.html")), &page).unwrap();
            }
            // What the content security policy blocks.
            for bad in [
                " style=",
                "<style",
                " onclick=",
                " onload=",
                "javascript:",
                "http://",
            ] {
                assert!(!page.contains(bad), "{name} contains {bad}");
            }
            for script in page.match_indices("<script").map(|(at, _)| &page[at..]) {
                let tag = &script[..script.find('>').unwrap()];
                assert!(
                    tag.contains(" src=\"/static/"),
                    "{name} has an inline script"
                );
            }
            assert!(
                page.contains(&format!("lang=\"{}\"", locale.tag())),
                "{name}: language"
            );
            assert_eq!(
                page.matches("<h1").count(),
                1,
                "{name}: one heading of the first level"
            );
            let ids = attribute(&page, "id");
            let unique: HashSet<&str> = ids.iter().copied().collect();
            let mut twice = ids.clone();
            twice.sort_unstable();
            assert_eq!(ids.len(), unique.len(), "{name} has an id twice: {twice:?}");
            for reference in ["for", "aria-describedby", "aria-labelledby"] {
                for value in attribute(&page, reference) {
                    for id in value.split(' ') {
                        assert!(
                            unique.contains(id),
                            "{name}: {reference}={id} leads nowhere"
                        );
                    }
                }
            }
            for form in page.match_indices("<form").map(|(at, _)| &page[at..]) {
                let form = &form[..form.find("</form>").unwrap()];
                assert!(
                    form.contains("name=\"csrf\""),
                    "{name} has a form without csrf"
                );
            }
        }
    }
}

#[test]
fn what_people_type_is_escaped() {
    let samples = Samples::new(Locale::En);
    let mut page = samples.booking(BookingStatus::Confirmed, false, false);
    page.note = "<script>alert(1)</script>".into();
    page.organization = "\"><img src=x>".into();
    let html = page.render().unwrap();
    assert!(!html.contains("<script>alert"));
    assert!(!html.contains("<img"));
}

#[test]
fn knots_of_slots_close_together_get_lanes_of_their_own() {
    let samples = Samples::new(Locale::En);
    let cities = [KAOHSIUNG, SEATTLE];
    let slot = |start| {
        let card = samples.card("s", &cities, 0, start, HARBOUR, 1, SlotStatus::Open);
        (card, start)
    };
    let day = samples.day(&cities, 0, vec![slot(480), slot(480), slot(510), slot(700)]);
    let heights: Vec<u32> = day.picture.ties.iter().map(|tie| tie.knot_y).collect();
    assert!(heights[0] < heights[1] && heights[1] < heights[2]);
    assert_eq!(
        heights[3], heights[0],
        "a lane is used again once there is room"
    );
    let bottom = day.picture.rows[1].bar_y;
    assert!(
        heights
            .iter()
            .all(|y| y + day.picture.ties[0].radius <= bottom)
    );
}

#[test]
fn every_word_of_the_vocabularies_has_a_name() {
    let words = [
        (
            "tier",
            Tier::ALL
                .iter()
                .map(|word| word.as_str())
                .collect::<Vec<_>>(),
        ),
        ("now", Tier::ALL.iter().map(|word| word.as_str()).collect()),
        (
            "stage",
            Stage::ALL.iter().map(|word| word.as_str()).collect(),
        ),
        (
            "track",
            Track::ALL.iter().map(|word| word.as_str()).collect(),
        ),
        (
            "slot",
            SlotStatus::ALL.iter().map(|word| word.as_str()).collect(),
        ),
        (
            "booking",
            BookingStatus::ALL
                .iter()
                .map(|word| word.as_str())
                .collect(),
        ),
        (
            "booking-next",
            BookingStatus::ALL
                .iter()
                .map(|word| word.as_str())
                .collect(),
        ),
    ];
    let l = Localizer::of(Locale::En);
    for (vocabulary, words) in words {
        for word in words
            .into_iter()
            .chain((vocabulary.starts_with("booking")).then_some("completed"))
        {
            assert_ne!(
                name_of(&l, vocabulary, word),
                format!("{vocabulary}-{word}")
            );
        }
    }
}
