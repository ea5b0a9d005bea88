//! The cities of the samples, their clocks, ribbons and slots, worked out from fixed offsets.

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use crate::domain::display;
use crate::domain::host::Track;
use crate::domain::hours::Tier;
use crate::domain::locale::{Locale, Localizer};
use crate::domain::partnership::Stage;
use crate::domain::slot::SlotStatus;
use crate::web::pages::day::{Band, Clock, Day, Midnight, OffsetChange, PlacedSlot, Ribbon, Tick};
use crate::web::pages::form::Choice;
use crate::web::pages::partnership::{LedgerRow, PartnershipPage, Proposal};
use crate::web::pages::parts::{
    Frame, LanguageLink, LiveTopic, PartnershipRow, SideTime, SlotCard, seat_words,
};

/// A city as the samples know it: name in both languages, minutes east of UTC.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) slug: &'static str,
    pub(super) en: &'static str,
    pub(super) zh: &'static str,
    pub(super) country: (&'static str, &'static str),
    pub(super) offset: i32,
}

pub(super) const KAOHSIUNG: Place =
    place("kaohsiung", "Kaohsiung", "高雄", ("Taiwan", "臺灣"), 480);
pub(super) const SEATTLE: Place = place(
    "seattle",
    "Seattle",
    "西雅圖",
    ("United States", "美國"),
    -480,
);
pub(super) const PRAGUE: Place = place("prague", "Prague", "布拉格", ("Czechia", "捷克"), 60);
pub(super) const TAIPEI: Place = place("taipei", "Taipei", "臺北", ("Taiwan", "臺灣"), 480);
pub(super) const BUSAN: Place = place("busan", "Busan", "釜山", ("South Korea", "韓國"), 540);
pub(super) const HACHIOJI: Place = place("hachioji", "Hachioji", "八王子", ("Japan", "日本"), 540);
pub(super) const BRISBANE: Place = place(
    "brisbane",
    "Brisbane",
    "布里斯本",
    ("Australia", "澳洲"),
    600,
);
pub(super) const HOBART: Place = place("hobart", "Hobart", "荷巴特", ("Australia", "澳洲"), 660);
pub(super) const KATHMANDU: Place = place(
    "kathmandu",
    "Kathmandu",
    "加德滿都",
    ("Nepal", "尼泊爾"),
    345,
);
pub(super) const VANCOUVER: Place = place(
    "vancouver",
    "Vancouver",
    "溫哥華",
    ("Canada", "加拿大"),
    -420,
);

pub(super) const fn place(
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
pub(super) const NOW_MINUTE: i32 = 101;
pub(super) const NOW_MS: i64 = 1_795_484_460_000;

/// Builds samples in one language.
pub(super) struct Samples {
    pub(super) l: Localizer,
    pub(super) zh: bool,
}

impl Samples {
    pub(super) fn new(locale: Locale) -> Self {
        Self {
            l: Localizer::of(locale),
            zh: locale == Locale::ZhTw,
        }
    }

    pub(super) fn say(&self, en: &str, zh: &str) -> String {
        if self.zh {
            zh.to_owned()
        } else {
            en.to_owned()
        }
    }

    pub(super) fn name(&self, place: Place) -> String {
        self.say(place.en, place.zh)
    }

    /// A date, counted in days from Monday 23 November 2026.
    pub(super) fn date(&self, day: i32) -> String {
        display::weekday_date(self.l.locale(), monday() + TimeDelta::days(day.into()))
    }

    pub(super) fn time(&self, minute: i32) -> String {
        let seconds = u32::try_from(minute.rem_euclid(1440)).unwrap() * 60;
        let time = NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap();
        display::time(self.l.locale(), time)
    }

    pub(super) fn frame(&self, title: &str) -> Frame {
        Frame {
            title: title.to_owned(),
            description: self.l.text("home-lead"),
            person: None,
            csrf: "csrf-token".into(),
            languages: Locale::all()
                .iter()
                .map(|locale| LanguageLink {
                    tag: locale.tag().to_owned(),
                    name: locale.own_name().to_owned(),
                    href: format!("?lang={locale}"),
                    current: *locale == self.l.locale(),
                })
                .collect(),
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

    pub(super) fn signed_in(&self, title: &str) -> Frame {
        Frame {
            person: Some("Lin Yi-chun".into()),
            ..self.frame(title)
        }
    }

    pub(super) fn clock(&self, place: Place) -> Clock {
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

    pub(super) fn side(
        &self,
        place: Place,
        first: Place,
        day: i32,
        start: i32,
        minutes: i32,
    ) -> SideTime {
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
            holiday: (place.offset == KAOHSIUNG.offset && day + shift == 2).then(|| {
                let name = [("city", self.name(place)), ("name", "國慶日".to_owned())];
                let name = name.each_ref().map(|(key, value)| (*key, value.as_str()));
                self.l.args("holiday-here", &name)
            }),
        }
    }

    /// A slot at a day and a local minute of its first city.
    pub(super) fn card(
        &self,
        id: &str,
        cities: &[Place],
        (day, start): (i32, i32),
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

    pub(super) fn visits(&self) -> Vec<SlotCard> {
        vec![
            self.card(
                "v1",
                &[KAOHSIUNG, SEATTLE],
                (1, 480),
                MORNING_CLASS,
                6,
                SlotStatus::Open,
            ),
            self.card(
                "v2",
                &[PRAGUE, TAIPEI],
                (2, 540),
                LIBRARY,
                1,
                SlotStatus::Open,
            ),
            self.card(
                "v3",
                &[BUSAN, SEATTLE],
                (3, 600),
                HARBOUR,
                0,
                SlotStatus::Full,
            ),
        ]
    }

    pub(super) fn rows(&self) -> Vec<PartnershipRow> {
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

    pub(super) fn ribbon(&self, place: Place, first: Place, day: i32) -> Ribbon {
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

    pub(super) fn day(&self, cities: &[Place], day: i32, slots: Vec<(SlotCard, i32)>) -> Day {
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

    pub(super) fn week(&self, cities: &[Place]) -> Vec<Day> {
        let slot = |id, day, start, what, left, state| {
            (
                self.card(id, cities, (day, start), what, left, state),
                start,
            )
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

    pub(super) fn partnership(&self, cities: &[Place], days: Vec<Day>) -> PartnershipPage {
        let names: Vec<_> = cities.iter().map(|city| self.name(*city)).collect();
        PartnershipPage {
            frame: self.frame(&names.join(" – ")),
            id: "p0".into(),
            clocks: cities.iter().map(|city| self.clock(*city)).collect(),
            proposal: (cities.len() > 2).then(|| Proposal {
                line: self
                    .l
                    .with("proposal-awaits", "cities", &self.name(KAOHSIUNG)),
                may_agree: true,
                may_withdraw: true,
            }),
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
            ledger: match cities.len() {
                2 => Vec::new(),
                _ => vec![LedgerRow {
                    city: self.name(KAOHSIUNG),
                    burden: "12.33".into(),
                    bar: "40.0%".into(),
                    visits: self.l.count("ledger-visits", 3),
                }],
            },
            life: self.life(cities, false),
            series: vec![("Garfield High School".into(), "/series/0198".into())],
            l: self.l,
            days,
        }
    }
}

pub(super) type What = (&'static str, &'static str, &'static str, &'static str);
pub(super) const MORNING_CLASS: What = (
    "A morning in class 804",
    "八年四班的早晨",
    "Cianjhen Junior High School",
    "前鎮國中",
);
pub(super) const HARBOUR: What = (
    "In the crane driver’s cab",
    "起重機駕駛室",
    "Port Authority",
    "港務局",
);
pub(super) const CITY_HALL: What = (
    "Open hour with the international office",
    "國際事務科開放時間",
    "City Hall, Secretariat",
    "市政府秘書處",
);
pub(super) const LIBRARY: What = (
    "Reading room, live",
    "線上閱覽室",
    "Main Public Library",
    "市立圖書館總館",
);
pub(super) const CHOIR: What = (
    "Choir rehearsal, sing along",
    "合唱排練，一起唱",
    "Cianjhen Junior High School",
    "前鎮國中",
);

pub(super) fn choice(value: &str, label: &str, chosen: bool) -> Choice {
    Choice {
        value: value.into(),
        label: label.into(),
        detail: String::new(),
        chosen,
    }
}

pub(super) fn monday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

pub(super) fn hhmm(minute: i32) -> String {
    let minute = minute.rem_euclid(1440);
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

pub(super) fn gmt(offset: i32) -> String {
    let minutes = offset.abs() % 60;
    let tail = if minutes == 0 {
        String::new()
    } else {
        format!(":{minutes:02}")
    };
    format!("GMT{:+}{tail}", offset / 60)
}

pub(super) fn tier_at(minute: i32) -> Tier {
    match minute / 60 {
        9..17 => Tier::Office,
        7..22 => Tier::Reachable,
        _ => Tier::Unsocial,
    }
}

/// A working day's shading from a local minute on.
pub(super) fn bands(from: i32) -> Vec<Band> {
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
