//! The editor of weekly hours, with rich content.

use super::world::*;

use crate::domain::slot::SlotStatus;
use crate::web::pages::availability::{
    AvailabilityPage, DateRow, PreviewDay, PreviewTime, PreviewView, WindowRow,
};
use crate::web::pages::form::{Control, Field};
use crate::web::pages::parts::name_of;

impl Samples {
    pub(super) fn availability(&self, wrong: bool) -> AvailabilityPage {
        let l = &self.l;
        let input = |name: &str, kind, value: &str| {
            Field::new(l, name, Control::Input(kind))
                .optional()
                .value(value)
        };
        let select = |name: &str, word: &str, label: String| {
            let choices = vec![choice(word, &label, true)];
            Field::choosing(l, name, Control::Select, choices).optional()
        };
        let window = |index: usize, from: &str, to: &str| {
            let row = format!("w{index}");
            let error = wrong.then(|| l.text("fault-empty-window"));
            WindowRow {
                index,
                label: l.with("availability-window-number", "number", "1"),
                day: select("window-day", "mon", name_of(l, "day", "mon")).within(&row),
                from: input("window-from", "time", from).within(&row),
                to: input("window-to", "time", to).within(&row).error(error),
                more: vec![
                    select("window-season", "yearly", l.text("window-season-yearly")).within(&row),
                    input("window-since", "date", "2028-03-01").within(&row),
                    input("window-until", "date", "2028-10-31").within(&row),
                    select("window-makeup", "no", l.text("window-makeup-no")).within(&row),
                ],
                more_words: "03-01 – 10-31".into(),
                more_open: index == 1,
            }
        };
        AvailabilityPage {
            frame: self.signed_in(&l.text("availability-title")),
            title: self.say("Breakfast with the otters", "和海獺吃早餐"),
            host: self.say("Aquarium · Seattle", "水族館 · 西雅圖"),
            clock: l.with("availability-clock", "city", &self.name(SEATTLE)),
            back: "/console?host=0198".into(),
            action: "/console/offers/0198/availability".into(),
            version: "3".into(),
            saved: vec![l.count("availability-did-add", 12)],
            fault: wrong.then(|| l.text("fault-version-mismatch")),
            windows: vec![window(0, "16:00", "18:00"), window(1, "09:00", "09:00")],
            dates: vec![DateRow {
                index: 0,
                label: l.with("availability-date-number", "number", "1"),
                date: input("date", "date", "2026-12-24").within("d0"),
                from: input("date-from", "time", "").within("d0"),
                to: input("date-to", "time", "").within("d0"),
            }],
            rhythm: vec![
                input("step", "number", "30"),
                input("buffer-before", "number", "5"),
            ],
            ahead: vec![
                input("notice", "number", "2"),
                input("horizon", "number", "60"),
            ],
            limits: vec![input("slots-day", "number", "4")],
            preview: (!wrong).then(|| self.hours_to_come()),
            l: *l,
        }
    }

    fn hours_to_come(&self) -> PreviewView {
        let l = &self.l;
        let pair = [SEATTLE, KAOHSIUNG];
        let time = |id: &str, start: i32, class: &'static str| PreviewTime {
            id: id.to_owned(),
            sides: vec![
                self.side(SEATTLE, SEATTLE, 1, start, 60),
                self.side(KAOHSIUNG, SEATTLE, 1, start, 60),
            ],
            fate: name_of(l, "time-fate", class),
            class,
        };
        let what = ("Breakfast", "早餐", "Aquarium", "水族館");
        let card = self.card("t1", &pair, (1, 960), what, 8, SlotStatus::Open);
        PreviewView {
            lines: vec![
                l.count("availability-will-add", 12),
                l.count("availability-will-withdraw", 1),
                l.count("availability-kept", 2),
            ],
            days: vec![PreviewDay {
                day: self.day(&pair, 1, vec![(card, 960)]),
                times: vec![time("t1", 960, "new"), time("t2", 1020, "overlaps")],
            }],
            more: Some(l.text("availability-more-days")),
        }
    }
}
