//! The planner with and without plans, and a series.

use super::world::*;
use crate::domain::hours::Tier;
use crate::web::pages::find::PickCity;
use crate::web::pages::form::{Choice, Control, Field};
use crate::web::pages::plan::{
    AgreeForm, ChosenPlan, PlanCard, PlanPage, PlanResult, PlanSide, VisitCell, VisitRow,
};
use crate::web::pages::series::{SeriesPage, SeriesRow};

impl Samples {
    pub(super) fn plan(&self, planned: bool) -> PlanPage {
        let l = &self.l;
        let cities = [KAOHSIUNG, SEATTLE, PRAGUE].map(|place| PickCity {
            slug: place.slug.into(),
            name: self.name(place),
            country: self.say(place.country.0, place.country.1),
            chosen: planned,
            night: false,
        });
        PlanPage {
            frame: self.signed_in(&l.text("plan-title")),
            cities: cities.into(),
            partnership: "0198".into(),
            fields: vec![Field {
                label: l.text("plan-field-start"),
                ..Field::new(l, "date", Control::Input("date")).value("2027-01-05")
            }],
            faults: match planned {
                false => vec![l.text("plan-fault-too-few")],
                true => Vec::new(),
            },
            result: planned.then(|| self.plans()),
            l: self.l,
        }
    }

    fn plans(&self) -> PlanResult {
        let l = &self.l;
        let side = |place: Place| PlanSide {
            city: self.name(place),
            burden: "11.35".into(),
            bar: "37.0%".into(),
            unsocial: l.count("plan-unsocial", 3),
        };
        let card = |kind: &str, chosen: bool| PlanCard {
            title: l.text(&format!("plan-kind-{kind}")),
            about: l.text(&format!("plan-about-{kind}")),
            clocks: l.args(
                "plan-clocks",
                &[("city", "Seattle"), ("times", "16:30 · 17:00")],
            ),
            changes: l.count("plan-changes", 2),
            sides: [SEATTLE, KAOHSIUNG].map(side).into(),
            href: "/plan?city=seattle&city=kaohsiung".into(),
            chosen,
        };
        let offer = Choice {
            value: "0198".into(),
            label: self.say("City hall tour", "市政府導覽"),
            detail: String::new(),
            chosen: true,
        };
        PlanResult {
            summary: l.count("plan-visits", 49),
            notes: vec![l.with("plan-left-out", "dates", "Feb 9, 2027")],
            cards: vec![card("seasonal", true), card("rotating", false)],
            chosen: Some(ChosenPlan {
                title: l.text("plan-kind-seasonal"),
                cities: vec![self.name(SEATTLE), self.name(KAOHSIUNG)],
                rows: vec![VisitRow {
                    number: 1,
                    moved: true,
                    cells: vec![self.cell(SEATTLE, true), self.cell(KAOHSIUNG, false)],
                }],
                agree: Some(AgreeForm {
                    idempotency_key: "k".into(),
                    hidden: vec![("city", "seattle".into())],
                    error: Some(l.count("plan-conflicts", 2)),
                    fields: vec![Field {
                        label: l.text("plan-offer"),
                        ..Field::choosing(l, "offer", Control::Select, vec![offer]).within("agree")
                    }],
                    leave_out: vec!["2027-03-16T17:00".into()],
                }),
                who_may: String::new(),
            }),
        }
    }

    fn cell(&self, place: Place, moved: bool) -> VisitCell {
        VisitCell {
            city: self.name(place),
            date: self.say("Tue, Mar 16", "3月16日 週二"),
            time: "17:00".into(),
            datetime: "2027-03-16T17:00:00-07:00".into(),
            tier: Tier::Reachable,
            holiday: !moved,
            moved: match moved {
                true => self.l.with("plan-clock-moved", "offset", "GMT-7"),
                false => String::new(),
            },
        }
    }

    pub(super) fn series(&self) -> SeriesPage {
        let l = &self.l;
        let row = |number: usize, standing: bool| SeriesRow {
            number,
            name: "2027-03-16T17:00".into(),
            cells: match standing {
                true => vec![self.cell(SEATTLE, true), self.cell(KAOHSIUNG, false)],
                false => Vec::new(),
            },
            state: l.text(if standing {
                "occurrence-standing"
            } else {
                "occurrence-left-out"
            }),
            standing,
            may_cancel: standing,
        };
        SeriesPage {
            frame: self.signed_in("City hall tour"),
            title: "City hall tour".into(),
            line: l.args(
                "series-line",
                &[("organization", "Garfield"), ("host", "Port")],
            ),
            status: l.text("series-agreed"),
            plan: l.text("plan-about-seasonal"),
            predecessor: Some("/series/0197".into()),
            error: None,
            cities: vec![self.name(SEATTLE), self.name(KAOHSIUNG)],
            rows: vec![row(1, true), row(2, false)],
            action: "/series/0198/cancel".into(),
            may_cancel_all: true,
            reason: Field {
                label: l.text("series-reason"),
                ..Field::new(l, "reason", Control::Text).optional()
            },
            l: self.l,
        }
    }
}
