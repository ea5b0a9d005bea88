//! Every page rendered from rich samples, in every language, and held to what all pages promise: no
//! word missing, nothing that the content security policy would block, labels and ids that fit.
//!
//! With `SISTERLINE_SAMPLES=DIR` the pages are also written there, to be looked at in a browser.

mod desk;
mod find;
mod hours;
mod life;
mod partnerships;
mod polls;
mod series;
mod visitors;
mod world;

use std::collections::HashSet;
use world::*;

use askama::Template;

use crate::domain::answer::Participation;
use crate::domain::booking::BookingStatus;
use crate::domain::host::Track;
use crate::domain::hours::Tier;
use crate::domain::letter::{LetterKind, LetterState};
use crate::domain::locale::{Locale, Localizer};
use crate::domain::partnership::Stage;
use crate::domain::slot::SlotStatus;
use crate::domain::waiting::WaitingState;
use crate::mail::samples::SampleDay;
use crate::web::pages::calendars::{CalendarsPage, FeedCard};
use crate::web::pages::day::Day;
use crate::web::pages::dev_mail::{DevLetterPage, DevMailPage};
use crate::web::pages::docs::DocsPage;
use crate::web::pages::form::{Control, Field};
use crate::web::pages::outbox::{DeadLetter, OutboxPage};
use crate::web::pages::parts::name_of;
use crate::web::pages::sign_in::SignInStep;
use crate::web::pages::typed::Typed;
use crate::web::pages::unsubscribe::UnsubscribePage;

impl Samples {
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
            ("availability".to_owned(), self.availability(false).render()),
            (
                "availability-wrong".to_owned(),
                self.availability(true).render(),
            ),
            ("policy".to_owned(), self.policy().render()),
            ("rooms".to_owned(), self.rooms().render()),
            ("files".to_owned(), self.files(None).render()),
            ("files-wrong".to_owned(), self.files(Some(true)).render()),
            ("files-preview".to_owned(), self.files(Some(false)).render()),
            (
                "answer".to_owned(),
                self.answer(true, &Typed::default()).render(),
            ),
            ("answer-wrong".to_owned(), {
                let mut sent = Typed::new(vec![("note".into(), "x".into())]);
                sent.fault("answer", "required");
                self.answer(true, &sent).render()
            }),
            (
                "answer-closed".to_owned(),
                self.answer(false, &Typed::default()).render(),
            ),
            (
                "waiting".to_owned(),
                self.waiting(WaitingState::Waiting).render(),
            ),
            (
                "waiting-offered".to_owned(),
                self.waiting(WaitingState::Offered).render(),
            ),
            ("wait".to_owned(), self.wait().render()),
            ("overview".to_owned(), self.overview().render()),
            (
                "partnership-edit".to_owned(),
                self.partnership_edit().render(),
            ),
            ("report".to_owned(), self.report(false).render()),
            ("report-hosts".to_owned(), self.report(true).render()),
            ("plan".to_owned(), self.plan(true).render()),
            ("plan-wrong".to_owned(), self.plan(false).render()),
            ("series".to_owned(), self.series().render()),
            ("find".to_owned(), self.find(Some(false)).render()),
            ("find-nothing".to_owned(), self.find(Some(true)).render()),
            ("find-wrong".to_owned(), self.find(None).render()),
            ("poll".to_owned(), self.poll(true).render()),
            ("poll-over".to_owned(), self.poll(false).render()),
            ("poll-desk".to_owned(), self.poll_desk().render()),
            ("poll-new".to_owned(), self.poll_new().render()),
            ("polls".to_owned(), self.polls().render()),
            ("docs".to_owned(), {
                let (l, docs) = (*l, &self.docs());
                let frame = self.frame(&l.text("docs-title"));
                DocsPage { l, frame, docs }.render()
            }),
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
        let outbox = OutboxPage {
            frame: self.signed_in(&l.text("outbox-title")),
            paused: Some("535 5.7.8 authentication failed".into()),
            counts: vec![(l.text("letter-state-dead"), 1)],
            dead: vec![DeadLetter {
                id: "0198".into(),
                kind: l.text("letter-kind-visit-confirmed"),
                to: email(),
                at: "Tue, Nov 24, 2026, 9:00 AM GMT+8".into(),
                reason: "550 5.1.1 no such mailbox".into(),
            }],
            l: *l,
        };
        pages.push(("outbox".to_owned(), outbox.render()));
        let calendars = CalendarsPage {
            frame: self.signed_in(&l.text("calendars-title")),
            feeds: vec![FeedCard {
                name: self.say("Port of Kaohsiung", "高雄港"),
                kind: l.text("feed-host"),
                url: "https://visits.example.org/calendar/host.0198.ab12.ics".into(),
                webcal: "webcal://visits.example.org/calendar/host.0198.ab12.ics".into(),
                google: "https://calendar.google.com/calendar/render?cid=webcal".into(),
                busy: Some("https://visits.example.org/calendar/host.0198.ab12/busy.ics".into()),
                rotate: "/console/calendars/host/0198/rotate".into(),
            }],
            l: *l,
        };
        pages.push(("calendars".to_owned(), calendars.render()));
        pages.push(("own-calendar".to_owned(), self.own_calendar(true).render()));
        pages.push((
            "own-calendar-new".to_owned(),
            self.own_calendar(false).render(),
        ));
        pages.push(("holidays".to_owned(), self.holidays(false).render()));
        pages.push(("holidays-file".to_owned(), self.holidays(true).render()));
        let letter = DevLetterPage {
            frame: self.frame(&l.text("dev-mail-title")),
            letter: self.letter(),
            broken: None,
            said: Some(self.letter_view()),
            link: Some("/bookings/b1".into()),
            l: *l,
        };
        pages.push(("letter".to_owned(), letter.render()));
        pages.push(("letters".to_owned(), self.letters().render()));
        for (name, list, subscribed, done) in [
            ("unsubscribe", "reminders", true, false),
            ("unsubscribe-left", "reminders", false, true),
            ("unsubscribe-joined", "reminders", true, true),
            ("unsubscribe-quiet", "quiet-partnerships", true, false),
            ("unsubscribe-quiet-left", "quiet-partnerships", false, true),
        ] {
            let page = UnsubscribePage {
                frame: self.frame(&l.text(&format!("unsubscribe-{list}-title"))),
                list: list.into(),
                email: email(),
                cities: self.say("Kaohsiung – Seattle", "高雄 – 西雅圖"),
                subscribed,
                done,
                action: "/unsubscribe/0198.ab12".into(),
                l: *l,
            };
            pages.push((name.to_owned(), page.render()));
        }
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
                // What only asks changes nothing, and its address is passed on.
                if form.contains("method=\"get\"") {
                    assert!(!form.contains("name=\"csrf\""), "{name} shows its token");
                    continue;
                }
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
        let card = samples.card("s", &cities, (0, start), HARBOUR, 1, SlotStatus::Open);
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
    let answers = Participation::ALL.iter().map(|word| word.as_str());
    let kinds = LetterKind::ALL.iter().map(|word| word.as_str());
    let states = LetterState::ALL.iter().map(|word| word.as_str());
    let days = SampleDay::ALL.iter().map(|word| word.as_str());
    let words = words.into_iter().chain([
        ("answer", answers.collect()),
        ("letter-kind", kinds.collect()),
        ("letter-state", states.collect()),
        ("preview-day", days.collect()),
    ]);
    let l = Localizer::of(Locale::En);
    for (vocabulary, words) in words {
        for word in words
            .into_iter()
            .chain((vocabulary.starts_with("booking")).then_some("completed"))
        {
            assert_ne!(
                name_of(&l, vocabulary, word),
                format!("{vocabulary}-{}", word.replace('_', "-"))
            );
        }
    }
}
