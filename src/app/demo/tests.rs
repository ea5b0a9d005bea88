use std::collections::HashSet;
use std::sync::Arc;

use chrono::{DateTime, Datelike, Timelike, Utc, Weekday};

use super::*;
use crate::app::links::LinkKey;
use crate::app::partnership;
use crate::app::poll;
use crate::app::slot::{PAGE_MAX, SlotQuery, SlotView};
use crate::app::{Clock, SystemRandom};
use crate::domain::host::{HostKind, Track};
use crate::domain::hours::Tier;
use crate::domain::offer::OfferVisibility;
use crate::domain::partnership::{Partnership, PartnershipVisibility, Stage};
use crate::domain::slot::SlotStatus;
use crate::domain::zone::ZoneData;
use crate::storage::{Db, installation, outbox};

struct StoppedClock(DateTime<Utc>);

impl Clock for StoppedClock {
    fn now(&self) -> DateTime<Utc> {
        self.0
    }
}

/// An application at `now` on an empty database that is otherwise ready to serve, and the
/// directory that it lives in.
async fn started_app(now: &str) -> (App, tempfile::TempDir) {
    let directory = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}/demo.db", directory.path().display());
    let app = App::new(
        Db::open(&url.parse().unwrap(), 4).unwrap(),
        ZoneData::bundled(),
        LinkKey::new("a key".into()),
        Arc::new(StoppedClock(now.parse().unwrap())),
        Arc::new(SystemRandom),
    );
    let now = app.now();
    let made = app
        .db
        .write(move |tx| installation::load_or_create(tx, "epoch", "key", "tzdb", now));
    made.await.unwrap();
    (app, directory)
}

async fn filled_app(now: &str) -> (App, tempfile::TempDir) {
    let (app, directory) = started_app(now).await;
    assert_ne!(fill(&app).await.unwrap(), Filled::NotEmpty);
    (app, directory)
}

async fn slots(app: &App, query: SlotQuery) -> Vec<SlotView> {
    let query = SlotQuery {
        limit: PAGE_MAX,
        from: query.from.or(Some(app.now())),
        ..query
    };
    let page = slot::list(app, &Actor::System, query).await.unwrap();
    assert!(!page.more);
    page.slots
}

async fn partnership_of(app: &App, slugs: [&str; 2]) -> Partnership {
    let all = partnership::list(app, &Actor::Guest).await.unwrap();
    let among = |partnership: &Partnership| {
        let cities = &partnership.cities;
        cities.len() == slugs.len() && cities.iter().all(|city| slugs.contains(&&*city.slug))
    };
    all.into_iter().find(among).unwrap()
}

/// An ordinary day of the northern winter; the weeks in which America and Europe change their
/// clocks; those in which Chile, New Zealand and Australia do; the northern summer.
const NOWS: [&str; 4] = [
    "2026-11-24T03:50:00Z",
    "2027-03-01T23:30:00Z",
    "2027-09-05T12:00:00Z",
    "2027-06-30T00:00:00Z",
];

#[tokio::test]
async fn an_empty_database_is_filled_once() {
    let (app, _directory) = started_app(NOWS[0]).await;
    let filled = fill(&app).await.unwrap();
    let Filled::Filled {
        cities,
        partnerships,
        hosts,
        offers,
        slots: slot_count,
        bookings,
    } = filled
    else {
        panic!("{filled:?}");
    };
    assert_eq!((cities, partnerships), (18, 21));
    assert_eq!((hosts, offers), (25, 27));
    // Of 384, less what falls on holidays.
    assert!((330..=384).contains(&slot_count), "{slot_count}");
    assert_eq!(bookings, 20);
    assert_eq!(slots(&app, SlotQuery::default()).await.len(), slot_count);

    assert_eq!(fill(&app).await.unwrap(), Filled::NotEmpty);
    assert_eq!(slots(&app, SlotQuery::default()).await.len(), slot_count);
    assert!(person::has_admin(&app).await.unwrap());
}

#[tokio::test]
async fn there_is_something_of_everything() {
    let (app, _directory) = filled_app(NOWS[0]).await;

    let hosts = host::list(&app, None).await.unwrap();
    let kinds: HashSet<HostKind> = hosts.iter().map(|host| host.kind).collect();
    let tracks: HashSet<Track> = hosts.iter().map(|host| host.track).collect();
    assert_eq!(kinds.len(), HostKind::ALL.len());
    assert_eq!(tracks.len(), Track::ALL.len());

    let offers = offer::list(&app, &Actor::System, None).await.unwrap();
    let of_offers = |f: fn(&offer::OfferView) -> i32| offers.iter().map(f).collect::<HashSet<_>>();
    assert_eq!(of_offers(|o| o.offer.duration_minutes), [30, 45, 60].into());
    assert_eq!(of_offers(|o| o.offer.capacity), [1, 3, 30, 500].into());
    let visibilities: HashSet<_> = offers.iter().map(|o| o.offer.visibility).collect();
    assert_eq!(visibilities.len(), OfferVisibility::ALL.len());
    let titles: HashSet<_> = offers.iter().map(|o| &o.offer.title).collect();
    assert_eq!(titles.len(), offers.len(), "bookings find offers by title");

    let statuses: HashSet<_> = slots(&app, SlotQuery::default())
        .await
        .iter()
        .map(|view| view.slot.status())
        .collect();
    assert_eq!(statuses, [SlotStatus::Open, SlotStatus::Full].into());
}

#[tokio::test]
async fn cities_and_their_partnerships() {
    let (app, _directory) = filled_app(NOWS[0]).await;
    let cities = city::list(&app).await.unwrap();
    for city in &cities {
        assert!(app.zones.city_zone(&city.zone).is_ok(), "{}", city.name);
        assert!(city.hours.is_valid(), "{}", city.name);
        let hosts = host::list(&app, Some(city.id)).await.unwrap();
        assert!(!hosts.is_empty(), "{} receives nobody", city.name);
    }

    let partnerships = partnership::list(&app, &Actor::System).await.unwrap();
    let stages: HashSet<Stage> = partnerships.iter().map(|p| p.stage).collect();
    assert_eq!(stages.len(), Stage::ALL.len());
    let private = PartnershipVisibility::Private;
    let hidden = partnerships.iter().filter(|p| p.visibility == private);
    assert_eq!(hidden.count(), 1);
    for partnership in &partnerships {
        assert!(partnership.cities.len() >= 2);
        // A year is a claim about the world; only what is signed makes one.
        let signed = partnership.stage == Stage::Official;
        assert_eq!(
            partnership.since.is_some(),
            signed,
            "{}",
            partnership.name()
        );
    }
    for city in &cities {
        let partnered = partnerships.iter().any(|p| p.includes(city.id));
        assert!(partnered, "{} has no partner", city.name);
    }
}

#[tokio::test]
async fn visits_suit_both_sides_around_the_year() {
    for now in NOWS {
        let (app, _directory) = filled_app(now).await;
        for view in slots(&app, SlotQuery::default()).await {
            let (host, partners) = view.local.split_first().unwrap();
            let told = format!("{} at {}", view.offer.title, host.start);
            assert!(view.slot.starts_at > app.now(), "{told}");
            assert_ne!(host.tier, Tier::Unsocial, "{told}");
            let attended = partners.iter().any(|local| local.tier != Tier::Unsocial);
            assert!(attended, "{told}: the partners sleep");
        }
    }
}

#[tokio::test]
async fn slots_stand_at_the_hosts_wall_clock() {
    // The clocks of Prague and Seattle change within these weeks.
    let (app, _directory) = filled_app(NOWS[1]).await;
    let all = slots(&app, SlotQuery::default()).await;
    let starts = |title: &str| -> Vec<_> {
        let of_offer = all.iter().filter(|view| view.offer.title == title);
        of_offer.map(|view| view.local[0].start).collect()
    };
    let prague = starts("Morning consultation");
    // Of sixteen, less Easter Monday.
    assert_eq!(prague.len(), 15);
    for start in &prague {
        assert_eq!((start.hour(), start.minute()), (9, 0));
        assert!(matches!(start.weekday(), Weekday::Mon | Weekday::Wed));
    }
    let offsets: HashSet<_> = prague.iter().map(|start| *start.offset()).collect();
    assert_eq!(offsets.len(), 2);
    for start in starts("A class meets a class") {
        assert_eq!((start.hour(), start.minute()), (7, 30));
    }
}

#[tokio::test]
async fn kaohsiung_and_seattle_can_be_booked_most_days() {
    let (app, _directory) = filled_app(NOWS[1]).await;
    let pair = partnership_of(&app, ["kaohsiung", "seattle"]).await;
    for city in ["kaohsiung", "seattle"] {
        let query = SlotQuery {
            partnership: Some(pair.id),
            city: Some(city.to_owned()),
            status: Some(SlotStatus::Open),
            ..SlotQuery::default()
        };
        let open = slots(&app, query).await;
        let alone = open.iter().filter(|view| view.slot.capacity == 1);
        let days: HashSet<_> = alone.map(|view| view.slot.local_start.date()).collect();
        // Of the forty weekdays.
        assert!(days.len() >= 36, "{city}: {}", days.len());
    }
}

#[tokio::test]
async fn partnerships_have_a_life_behind_them() {
    use crate::domain::partnership::health::{Attention, Health};
    for now in NOWS {
        let (app, _directory) = filled_app(now).await;
        let all = partnership::life::overview(&app, &Actor::System)
            .await
            .unwrap();
        let needs: HashSet<Attention> = all.iter().flat_map(|one| one.attention.clone()).collect();
        for need in [Attention::PilotEnds, Attention::Quiet, Attention::Dormant] {
            assert!(needs.contains(&need), "{now}: nothing shows {need}");
        }
        let quiet = all
            .iter()
            .filter(|one| matches!(one.health, Health::Quiet | Health::Dormant));
        assert_eq!(
            quiet.count(),
            2,
            "{now}: a letter for each goes out at once"
        );
        let pair = partnership_of(&app, ["kaohsiung", "seattle"]).await;
        let life = partnership::life::get(&app, &Actor::Guest, pair.id)
            .await
            .unwrap();
        assert_eq!(life.outcomes.len(), 2);
        let visits: i64 = life.years.iter().map(|year| year.total.visits).sum();
        assert_eq!(visits, 3);
        assert!(life.last.is_some() && life.next.is_some());
    }
}

#[tokio::test]
async fn a_poll_is_under_way_at_times_when_somebody_is_awake() {
    for now in NOWS {
        let (app, _directory) = filled_app(now).await;
        let polls = poll::list(&app, &Actor::System).await.unwrap();
        let [(found, _)] = polls.as_slice() else {
            panic!("{polls:?}");
        };
        let view = poll::get(&app, &Actor::System.into(), found.id, None)
            .await
            .unwrap();
        assert!(view.is_open(app.now()));
        assert_eq!(view.voters, [2, 3], "by city, the host's first");
        let ranks: HashSet<usize> = view.times.iter().map(|time| time.rank).collect();
        assert_eq!(ranks.len(), 3, "{now}: the answers tell the times apart");
        for time in &view.times {
            assert_ne!(time.local[0].tier, Tier::Unsocial, "{now}: {time:?}");
        }
    }
}

#[tokio::test]
async fn letters_go_to_nobody_real() {
    let (app, _directory) = filled_app(NOWS[0]).await;
    let letters = app.db.read(|view| outbox::newest(view, 1_000)).await;
    let letters = letters.unwrap();
    // At least to the guest and to the host of each booking.
    assert!(letters.len() >= 40, "{}", letters.len());
    for stored in &letters {
        let email = &stored.letter.recipient.email;
        assert!(email.ends_with(".example"), "{email}");
    }
    let locales: HashSet<_> = letters
        .iter()
        .map(|stored| stored.letter.recipient.locale)
        .collect();
    assert_eq!(locales.len(), 2);
}
