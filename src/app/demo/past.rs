//! What lies behind in the demo: made by the use cases too, on a clock that was put back.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Duration, Utc};

use super::data::{DemoOutcome, DemoPartnership, DemoPast};
use super::{AddedOffer, entered, titled};
use crate::app::access::Subject;
use crate::app::booking::{self, change};
use crate::app::local_time::zone_of;
use crate::app::partnership::{self, edit};
use crate::app::slot::{self, SlotInput};
use crate::app::{App, Clock, Error, report};
use crate::domain::id::BookingId;
use crate::domain::partnership::Partnership;
use crate::domain::partnership::stages::EditInput;
use crate::domain::person::Actor;
use crate::domain::report::{AttendanceInput, OutcomeInput};
use crate::domain::zone::Resolution;

struct PutBack(DateTime<Utc>);

impl Clock for PutBack {
    fn now(&self) -> DateTime<Utc> {
        self.0
    }
}

/// The same application at an earlier time.
fn back(app: &App, to: DateTime<Utc>) -> App {
    App {
        clock: Arc::new(PutBack(to)),
        ..app.clone()
    }
}

/// How long before a visit it is offered and booked.
const BOOKED_BEFORE: Duration = Duration::days(20);

pub(super) async fn add_partnership(
    app: &App,
    known: DemoPartnership,
) -> Result<Partnership, Error> {
    let then = back(app, app.now() - Duration::days(known.days_ago));
    let entered = partnership::create(&then, &Actor::System, known.input, None).await?;
    let Some(days) = known.pilot_days else {
        return Ok(entered);
    };
    let input = EditInput {
        pilot_ends: Some((app.now() + Duration::days(days)).date_naive().to_string()),
        ..EditInput::default()
    };
    edit::edit(&then, &Actor::System, entered.id, entered.version, input).await
}

/// Books a visit that has taken place, and writes down what came of it.
pub(super) async fn add_visit(
    app: &App,
    offers: &[AddedOffer],
    zones: &HashMap<String, String>,
    visit: DemoPast,
) -> Result<(), Error> {
    let offer = titled(offers, &visit.offer)?;
    let zone = zones.get(&offer.city).ok_or(Error::NotFound("city"))?;
    let zone = zone_of(&app.zones, zone)?;
    let day = zone.at(app.now() - Duration::days(visit.days_ago));
    let then = back(app, day.to_utc() - BOOKED_BEFORE);
    let input = SlotInput {
        offer_id: offer.id.clone(),
        local_start: entered(day.date_naive().and_time(visit.at)),
        resolution: Some(Resolution::FoldFirst.to_string()),
        ..SlotInput::default()
    };
    let slot = slot::create(&then, &Actor::System, input, None).await?.slot;
    let booked = booking::create(&then, &Actor::System, slot.id, visit.party, None).await?;
    let id = booked.booking.id;
    change::complete(app, id).await?;

    let hosts = Subject::from(Actor::System);
    if visit.headcount.is_some() {
        let counted = AttendanceInput {
            headcount: visit.headcount,
            people: Vec::new(),
        };
        report::mark(app, &hosts, id, counted).await?;
    }
    if let Some(words) = visit.hosts {
        report::write(app, &hosts, id, 0, input_of(words)).await?;
    }
    if let Some(words) = visit.guests {
        write_for_guests(app, &hosts, id, words).await?;
    }
    Ok(())
}

async fn write_for_guests(
    app: &App,
    hosts: &Subject,
    id: BookingId,
    words: DemoOutcome,
) -> Result<(), Error> {
    let guests = Subject {
        manage_key: Some(app.link_key.manage_key(id)),
        ..Subject::guest()
    };
    report::write(app, &guests, id, 0, input_of(words)).await?;
    report::publish(app, hosts, id, 1, true).await?;
    Ok(())
}

fn input_of(words: DemoOutcome) -> OutcomeInput {
    OutcomeInput {
        text: words.text,
        locale: words.locale.tag().to_owned(),
        public: true,
    }
}
