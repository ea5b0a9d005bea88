//! The life of partnerships, and what is left of visits.

use super::world::*;
use crate::domain::booking::BookingStatus;
use crate::domain::id::{Id, PartnershipId};
use crate::domain::partnership::health::{Attention, Health};
use crate::domain::partnership::{Partnership, PartnershipVisibility, Stage};
use crate::domain::slot::SlotStatus;
use crate::web::pages::form::{Control, Field};
use crate::web::pages::life::{HistoryRow, LifeView, OutcomeCard, VisitLine, Words, YearRow};
use crate::web::pages::overview::{OverviewCard, OverviewPage};
use crate::web::pages::partnership_edit::{PartnershipEditPage, forms};
use crate::web::pages::parts::name_of;
use crate::web::pages::report::{OtherSide, ReportPage, words_form};
use crate::web::pages::typed::Typed;

impl Samples {
    fn past(&self) -> VisitLine {
        VisitLine {
            date: self.say("Oct 14, 2026", "2026年10月14日"),
            datetime: "2026-10-14T09:00:00+08:00".into(),
            title: self.say(MORNING_CLASS.0, MORNING_CLASS.1),
            sides: Vec::new(),
        }
    }

    pub(super) fn life(&self, cities: &[Place], pilot: bool) -> LifeView {
        let l = &self.l;
        let first = cities.first().copied().unwrap_or(KAOHSIUNG);
        let year = |year: &str, visits: i64, people: i64, bar: &str| YearRow {
            year: year.into(),
            visits: visits.to_string(),
            people: people.to_string(),
            bar: bar.into(),
            tracks: ["education", "culture"]
                .map(|track| {
                    let (visits, people) = (
                        l.count("life-visit-count", visits),
                        l.count("life-people-count", people),
                    );
                    (name_of(l, "track", track), format!("{visits} · {people}"))
                })
                .into(),
        };
        let line = |what: String, why: String| HistoryRow {
            date: self.say("Nov 2, 2026", "2026年11月2日"),
            datetime: "2026-11-02T09:00:00+08:00".into(),
            what,
            by: l.with("history-by", "name", "林美玲"),
            why,
        };
        let until = self.say("Jun 30, 2027", "2027年6月30日");
        LifeView {
            pilot: match pilot {
                true => l.with("pilot-until", "date", &until),
                false => String::new(),
            },
            last: Some(self.past()),
            next: (!pilot).then(|| VisitLine {
                sides: cities
                    .iter()
                    .map(|city| self.side(*city, first, 4, 480, 60))
                    .collect(),
                ..self.past()
            }),
            years: vec![year("2026", 4, 112, "100.0%"), year("2025", 1, 31, "27.7%")],
            recent: match pilot {
                true => vec![(self.past(), "/bookings/b1/report".to_owned())],
                false => Vec::new(),
            },
            outcomes: vec![OutcomeCard {
                visit: self.past(),
                words: vec![
                    Words {
                        side: l.text("life-side-hosts"),
                        text: "我們的學生第一次用英文討論垃圾分類。".into(),
                        lang: "zh-TW",
                    },
                    Words {
                        side: l.text("life-side-guests"),
                        text: "We learned that trash trucks can play Beethoven.".into(),
                        lang: "en",
                    },
                ],
            }],
            history: vec![
                line(
                    l.text("pilot-outcome-extended"),
                    "The school year was too short.".into(),
                ),
                line(l.text("history-facts"), String::new()),
            ],
            edit: pilot.then(|| "/console/partnerships/p0/edit".to_owned()),
            letters: pilot.then(|| "/partnerships/p0/reminders".to_owned()),
        }
    }

    pub(super) fn overview(&self) -> OverviewPage {
        let l = &self.l;
        let card = |id: &str, stage: Stage, health: Health, needs: &[Attention]| OverviewCard {
            id: id.into(),
            cities: self.say("Kaohsiung – Seattle", "高雄 – 西雅圖"),
            stage,
            pilot: match stage {
                Stage::Pilot => l.with("pilot-until", "date", "2027"),
                _ => String::new(),
            },
            health,
            needs: needs
                .iter()
                .map(|need| name_of(l, "attention", need.as_str()))
                .collect(),
            next: match health {
                Health::Active => self.say("Tue, Dec 1, 2026, 9:00 AM GMT+8", "2026年12月1日 週二"),
                _ => String::new(),
            },
            last: match needs.is_empty() {
                true => self.say("Oct 14, 2026", "2026年10月14日"),
                false => String::new(),
            },
            year: Some((
                "2026".into(),
                format!(
                    "{} · {}",
                    l.count("life-visit-count", 4),
                    l.count("life-people-count", 1)
                ),
            )),
            edit: format!("/console/partnerships/{id}/edit"),
            find: "/find?city=kaohsiung&city=seattle".into(),
        };
        OverviewPage {
            frame: self.signed_in(&l.text("overview-title")),
            partnerships: vec![
                card("p1", Stage::Pilot, Health::Quiet, Attention::ALL),
                card("p2", Stage::Official, Health::Active, &[]),
            ],
            l: self.l,
        }
    }

    pub(super) fn partnership_edit(&self) -> PartnershipEditPage {
        let cities = self.say("Kaohsiung – Seattle", "高雄 – 西雅圖");
        let partnership = Partnership {
            id: PartnershipId::new(chrono::DateTime::UNIX_EPOCH, [1; 10]),
            stage: Stage::Pilot,
            visibility: PartnershipVisibility::Public,
            since: Some(1981),
            cities: Vec::new(),
            awaiting: Vec::new(),
            version: 3,
            created_at: chrono::DateTime::UNIX_EPOCH,
            pilot_ends: None,
        };
        let sent = [("form", "pilot"), ("outcome", "continued"), ("why", "")];
        let sent = sent.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let mut sent = Typed::new(sent.into());
        sent.fault("why", "required");
        PartnershipEditPage {
            frame: self.signed_in(&self.l.with("edit-title", "cities", &cities)),
            id: "p0".into(),
            cities,
            stage: Stage::Pilot,
            version: "3".into(),
            fault: Some(self.l.text("edit-meanwhile")),
            forms: forms(&self.l, &partnership, &sent),
            life: self.life(&[KAOHSIUNG, SEATTLE], true),
            l: self.l,
        }
    }

    pub(super) fn report(&self, for_hosts: bool) -> ReportPage {
        let l = &self.l;
        let booking = self.booking(BookingStatus::Completed, true, false);
        let people = vec![
            choice("a1", "Marisol Ortega", true),
            choice("a2", "Dae-jung Kim", false),
        ];
        ReportPage {
            frame: self.frame(&l.text("report-title")),
            path: "/bookings/b1".into(),
            key: "secret".into(),
            back: Some("/bookings/b1?key=secret".into()),
            title: booking.title,
            organization: booking.organization,
            when: self.say(
                "Wed, Oct 14, 2026, 9:00 AM GMT+8",
                "2026年10月14日 週三 09:00 GMT+8",
            ),
            for_hosts,
            version: "1".into(),
            outcome: words_form(l, None, for_hosts, &Typed::default()),
            other: Some(OtherSide {
                words: Words {
                    side: l.text("life-side-guests"),
                    text: "We learned that trash trucks can play Beethoven.".into(),
                    lang: "en",
                },
                standing: l.text("report-public-guests"),
                version: "2".into(),
                publish: for_hosts.then_some(true),
            }),
            attendance: match for_hosts {
                true => vec![
                    Field::new(l, "headcount", Control::Input("number")).optional(),
                    Field::choosing(l, "came", Control::Checks, people).optional(),
                ],
                false => Vec::new(),
            },
            again: match for_hosts {
                true => Vec::new(),
                false => vec![self.card(
                    "s1",
                    &[KAOHSIUNG, SEATTLE],
                    (1, 480),
                    MORNING_CLASS,
                    3,
                    SlotStatus::Open,
                )],
            },
            others_href: "/partnerships/p0#week".into(),
            fault: None,
            l: self.l,
        }
    }
}
