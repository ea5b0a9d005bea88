//! The finder, with and without an answer.

use super::world::*;
use crate::domain::overlap::Order;
use crate::web::pages::day::Picture;
use crate::web::pages::find::{
    FindPage, FindPicture, FindResult, FoundSide, FoundTime, Mark, PickCity, Way,
};
use crate::web::pages::form::{Choice, Control, Field};

impl Samples {
    pub(super) fn find(&self, result: Option<bool>) -> FindPage {
        let l = &self.l;
        let cities = [KAOHSIUNG, SEATTLE, PRAGUE, HOBART].map(|place| PickCity {
            slug: place.slug.into(),
            name: self.name(place),
            country: self.say(place.country.0, place.country.1),
            chosen: result.is_some() && place.slug != "hobart",
            night: place.slug == "prague",
        });
        let order = Choice {
            value: Order::WorstOff.to_string(),
            label: l.text("find-order-worst-off"),
            detail: String::new(),
            chosen: true,
        };
        FindPage {
            frame: self.frame(&l.text("find-title")),
            cities: cities.into(),
            fields: vec![
                Field::new(l, "date", Control::Input("date")).value("2026-11-24"),
                Field::choosing(l, "stage", Control::Select, vec![order]),
            ],
            working_days_only: false,
            faults: match result {
                None => vec![l.text("find-fault-too-few")],
                Some(_) => Vec::new(),
            },
            result: result.map(|nothing| self.found(nothing)),
            l: self.l,
        }
    }

    fn found(&self, nothing: bool) -> FindResult {
        let l = &self.l;
        let cities = [SEATTLE, KAOHSIUNG, PRAGUE];
        let ribbons = cities.map(|place| self.ribbon(place, SEATTLE, 1));
        let side = |place: Place| FoundSide {
            side: self.side(place, SEATTLE, 1, 990, 60),
            day_off: place.slug == "prague",
            bears: l.text("find-bears-little"),
            burden: "0.04".into(),
            bar: "12.0%".into(),
            blocked: match nothing && place.slug == "prague" {
                true => l.text("find-blocked-night"),
                false => String::new(),
            },
        };
        let way = |words: String| Way {
            words,
            href: "/find?city=seattle&city=kaohsiung".into(),
        };
        let names = [
            ("city", "Seattle"),
            ("date", "Mar 14, 2027"),
            ("other", "Prague"),
            ("before", "9"),
            ("after", "8"),
        ];
        FindResult {
            summary: l.text("find-nothing"),
            nothing,
            advice: match nothing {
                true => vec![
                    way(l.with("find-advice-night", "city", "Seattle")),
                    way(l.count("find-advice-shorten", 30)),
                    way(l.with("find-advice-leave", "cities", "Seattle")),
                    way(l.text("find-advice-days-off")),
                ],
                false => Vec::new(),
            },
            picture: Some(FindPicture {
                heading: self.date(1),
                picture: Picture::new(ribbons.into(), &[], None),
                marks: vec![Mark {
                    rank: 1,
                    left: "68.750%".into(),
                    span: "4.167%".into(),
                    middle: "70.833%".into(),
                    numbered: true,
                }],
            }),
            times: vec![FoundTime {
                rank: 1,
                at: "2026-11-25T16:00:00Z".into(),
                date: self.date(1),
                flexible: l.with("find-flexible", "time", &self.time(1020)),
                sides: cities.map(side).into(),
            }],
            notes: ["find-clock-forward", "find-clock-back"]
                .map(|key| l.args(key, &names))
                .into(),
            ways: vec![way(l.with("find-way-hosts", "city", "Seattle"))],
            ask: Some(vec![("city", "seattle".into()), ("minutes", "60".into())]),
            more: Some("/find?times=30".into()),
        }
    }
}
