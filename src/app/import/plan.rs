//! Thinks a file through: what each row means beside what there is, and what is wrong with it.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};

use super::cells::Cells;
use super::{Counts, Imported};
use crate::app::city::CityInput;
use crate::app::host::HostInput;
use crate::app::offer::OfferInput;
use crate::app::partnership::PartnershipInput;
use crate::app::{App, Error, city, host, offer, partnership};
use crate::domain::city::City;
use crate::domain::host::Host;
use crate::domain::offer::Offer;
use crate::domain::partnership::{Partnership, Stage};
use crate::domain::sheet::{Faults, Row, Table};
use crate::storage::{self, View};

/// One thing to write.
pub(super) enum Change {
    NewCity(City),
    City(City),
    NewPartnership(Partnership),
    Partnership(Partnership),
    NewHost(Host),
    Host(Host),
    NewOffer(Box<Offer>),
    Offer(Box<Offer>),
}

/// What a file would do.
pub(super) struct Plan {
    /// What to write, in this order.
    pub changes: Vec<Change>,
    /// The same in numbers.
    pub imported: Imported,
    /// What is wrong; where something is, nothing is to be written.
    pub faults: Faults,
}

/// What there is, with what the rows before have made of it.
struct Known {
    cities: HashMap<String, City>,
    /// By their cities' slugs, in order.
    partnerships: HashMap<String, Partnership>,
    hosts: HashMap<(String, String), Host>,
    offers: HashMap<(String, String, String), Offer>,
}

/// What became of a row.
enum Fate {
    Created(Change),
    Updated(Change),
    Unchanged,
}

impl Plan {
    /// Thinks the rows through. `faults` are those of the file's form.
    pub fn new(
        app: &App,
        view: &mut View<'_>,
        rows: &[Row],
        faults: Faults,
    ) -> Result<Self, Error> {
        let known = Known::read(view)?;
        let mut thinker = Thinker {
            app,
            known,
            faults,
            seen: HashMap::new(),
        };
        let (mut changes, mut tables) = (Vec::new(), Vec::new());
        // Hosts may be of cities that the same file brings in.
        for table in Table::ALL.iter().copied() {
            let mut counts = Counts {
                table,
                created: 0,
                updated: 0,
                unchanged: 0,
            };
            let of_table: Vec<&Row> = rows.iter().filter(|row| row.table == table).collect();
            for row in &of_table {
                match thinker.row(row) {
                    Some(Fate::Created(change)) => {
                        counts.created += 1;
                        changes.push(change);
                    }
                    Some(Fate::Updated(change)) => {
                        counts.updated += 1;
                        changes.push(change);
                    }
                    Some(Fate::Unchanged) => counts.unchanged += 1,
                    None => {}
                }
            }
            if !of_table.is_empty() {
                tables.push(counts);
            }
        }
        let mut faults = thinker.faults;
        faults.listed.sort_by_key(|fault| fault.line);
        Ok(Self {
            changes,
            imported: Imported { tables },
            faults,
        })
    }
}

impl Known {
    fn read(view: &mut View<'_>) -> Result<Self, Error> {
        let cities = storage::city::all(view)?;
        let slugs: HashMap<_, String> = cities.iter().map(|c| (c.id, c.slug.clone())).collect();
        let mut known = Self {
            cities: cities.into_iter().map(|c| (c.slug.clone(), c)).collect(),
            partnerships: HashMap::new(),
            hosts: HashMap::new(),
            offers: HashMap::new(),
        };
        for partnership in storage::partnership::all(view)? {
            let key = cities_key(partnership.cities.iter().map(|city| city.slug.as_str()));
            // Of several, one that is not over is meant, and of these the one that was there first.
            match known.partnerships.entry(key) {
                Entry::Vacant(free) => {
                    free.insert(partnership);
                }
                Entry::Occupied(mut other)
                    if other.get().stage == Stage::Ended && partnership.stage != Stage::Ended =>
                {
                    other.insert(partnership);
                }
                Entry::Occupied(_) => {}
            }
        }
        let slug = |host: &Host| slugs.get(&host.city_id).cloned().unwrap_or_default();
        // Of two that are called the same, the one that was there first is meant.
        for host in storage::host::list(view, None)? {
            let key = (slug(&host), host.name.clone());
            let found = known.hosts.entry(key).or_insert_with(|| host.clone());
            if host.id < found.id {
                *found = host;
            }
        }
        for (offer, host) in storage::offer::list(view, None)? {
            let key = (slug(&host), host.name, offer.title.clone());
            let found = known.offers.entry(key).or_insert_with(|| offer.clone());
            if offer.id < found.id {
                *found = offer;
            }
        }
        Ok(known)
    }
}

/// What a partnership is known by: its cities, whatever their order.
fn cities_key<'a>(slugs: impl Iterator<Item = &'a str>) -> String {
    let slugs: BTreeSet<&str> = slugs.collect();
    slugs.into_iter().collect::<Vec<_>>().join("|")
}

struct Thinker<'a> {
    app: &'a App,
    known: Known,
    faults: Faults,
    /// The line of each row by what it is known by.
    seen: HashMap<(Table, String), usize>,
}

impl Thinker<'_> {
    fn row(&mut self, row: &Row) -> Option<Fate> {
        let before = self.faults.total;
        let fate = match row.table {
            Table::Cities => self.city(row),
            Table::Partnerships => self.partnership(row),
            Table::Hosts => self.host(row),
            Table::Offers => self.offer(row),
        };
        fate.filter(|_| self.faults.total == before)
    }

    /// Refuses a row that says something of what a row before it has said something of.
    fn once(&mut self, row: &Row, column: &str, key: String) {
        if let Some(line) = self.seen.insert((row.table, key), row.line) {
            let detail = format!("Line {line} is about the same; keep one of the two.");
            self.faults.add(row.line, column, "duplicate_row", detail);
        }
    }

    fn city(&mut self, row: &Row) -> Option<Fate> {
        let mut cells = Cells {
            row,
            faults: &mut self.faults,
        };
        let slug = cells.text("slug", "");
        let was = self.known.cities.get(&slug);
        let hours = was.map(|city| city.hours).unwrap_or_default();
        let of = |part: fn(&City) -> &str| was.map(part).unwrap_or_default();
        let country = cells.text("country", of(|c| &c.country)).to_uppercase();
        let weekend = cells.cell("weekend").map(|cell| cell.words().join(","));
        let languages = was
            .map(|city| city.languages.as_slice())
            .unwrap_or_default();
        let input = CityInput {
            slug: slug.clone(),
            name: cells.text("name", of(|c| &c.name)),
            native_name: cells.text("native_name", of(|c| &c.native_name)),
            // Another country has other parts.
            subdivision: match country == of(|c| &c.country) {
                true => cells.text("subdivision", of(|c| &c.subdivision)),
                false => cells.text("subdivision", ""),
            }
            .to_uppercase(),
            country,
            zone: cells.text("zone", of(|c| &c.zone)),
            office_start_minute: cells.minutes("office_start", hours.start_minute),
            office_end_minute: cells.minutes("office_end", hours.end_minute),
            weekend: weekend.unwrap_or_else(|| hours.weekend.to_string()),
            languages: cells.words("languages", languages),
        };
        let new = match city::check(self.app, &input) {
            Ok(new) => new,
            Err(mut invalid) => {
                // An empty one means the name, which is blamed itself.
                let own_name = !cells.text("native_name", "").is_empty();
                invalid
                    .0
                    .retain(|fault| own_name || fault.field != "native_name");
                cells.blame(invalid);
                self.once(row, "slug", slug);
                return None;
            }
        };
        let fate = match was {
            None => Fate::Created(Change::NewCity(new.clone())),
            Some(was) => {
                let same = City {
                    id: was.id,
                    own_days: was.own_days.clone(),
                    version: was.version,
                    created_at: was.created_at,
                    ..new.clone()
                };
                match same == *was {
                    true => Fate::Unchanged,
                    false => Fate::Updated(Change::City(City {
                        version: was.version + 1,
                        ..same
                    })),
                }
            }
        };
        if let Fate::Created(Change::NewCity(city)) | Fate::Updated(Change::City(city)) = &fate {
            self.known.cities.insert(slug.clone(), city.clone());
        }
        self.once(row, "slug", slug);
        Some(fate)
    }

    fn partnership(&mut self, row: &Row) -> Option<Fate> {
        let mut cells = Cells {
            row,
            faults: &mut self.faults,
        };
        let cities = cells.words("cities", &[]);
        let key = cities_key(cities.iter().map(String::as_str));
        let was = self.known.partnerships.get(&key);
        let stage = was.map_or(Stage::Prospective, |was| was.stage);
        let visibility = was.map_or("private", |was| was.visibility.as_str());
        let since = match cells.cell("since") {
            None => was.and_then(|was| was.since),
            Some(cell) if cell.text().is_empty() => None,
            Some(_) => Some(cells.number("since", 0)),
        };
        let input = PartnershipInput {
            stage: cells.filled("stage", stage.as_str()),
            visibility: cells.filled("visibility", visibility),
            since,
            cities,
        };
        let find = |slug: &str| Ok::<_, Error>(self.known.cities.get(slug).cloned());
        let new = match partnership::check(self.app, find, &input) {
            Ok(new) => new,
            Err(Error::Invalid(invalid)) => {
                cells.blame(invalid);
                self.once(row, "cities", key);
                return None;
            }
            Err(_) => return None,
        };
        let fate = match was {
            None => Fate::Created(Change::NewPartnership(new)),
            Some(was) => {
                let same = Partnership {
                    stage: new.stage,
                    visibility: new.visibility,
                    since: new.since,
                    ..was.clone()
                };
                match same == *was {
                    true => Fate::Unchanged,
                    false => Fate::Updated(Change::Partnership(Partnership {
                        version: was.version + 1,
                        ..same
                    })),
                }
            }
        };
        self.once(row, "cities", key);
        Some(fate)
    }

    fn host(&mut self, row: &Row) -> Option<Fate> {
        let cells = Cells {
            row,
            faults: &mut self.faults,
        };
        let (slug, name) = (cells.text("city", ""), cells.text("name", ""));
        let city = self.known.cities.get(&slug);
        let input = HostInput {
            city: slug.clone(),
            name: name.clone(),
            kind: cells.text("kind", ""),
            track: cells.text("track", ""),
        };
        let checked = host::check(self.app, &input, city);
        let key = (slug, name);
        self.once(row, "name", format!("{}\n{}", key.0, key.1));
        let new = match checked {
            Ok(new) => new,
            Err(invalid) => {
                Cells {
                    row,
                    faults: &mut self.faults,
                }
                .blame(invalid);
                return None;
            }
        };
        let Some(was) = self.known.hosts.get(&key) else {
            self.known.hosts.insert(key, new.clone());
            return Some(Fate::Created(Change::NewHost(new)));
        };
        let same = Host {
            kind: new.kind,
            track: new.track,
            ..was.clone()
        };
        Some(match same == *was {
            true => Fate::Unchanged,
            false => Fate::Updated(Change::Host(same)),
        })
    }

    fn offer(&mut self, row: &Row) -> Option<Fate> {
        let mut cells = Cells {
            row,
            faults: &mut self.faults,
        };
        let (slug, name) = (cells.text("city", ""), cells.text("host", ""));
        let title = cells.text("title", "");
        let key = (slug, name, title);
        if !self.known.cities.contains_key(&key.0) {
            cells.wrong("city", "unknown_city", "Name a city by its slug.");
        } else if !self
            .known
            .hosts
            .contains_key(&(key.0.clone(), key.1.clone()))
        {
            cells.wrong(
                "host",
                "unknown_host",
                "Name a host of this city, as it is called.",
            );
        }
        let was = self.known.offers.get(&key);
        let of = |part: fn(&Offer) -> &str| was.map(part).unwrap_or_default();
        let topics = was.map(|was| was.topics.as_slice()).unwrap_or_default();
        let languages = was.map(|was| was.languages.as_slice()).unwrap_or_default();
        let url = was
            .and_then(|was| was.meeting_url.as_deref())
            .unwrap_or_default();
        let visibility = was.map_or("partners", |was| was.visibility.as_str());
        let (duration, capacity) = was.map_or((0, 1), |was| (was.duration_minutes, was.capacity));
        let input = OfferInput {
            host_id: String::new(),
            title: key.2.clone(),
            description: cells.text("description", of(|was| &was.description)),
            topics: cells.values("topics", topics),
            languages: cells.words("languages", languages),
            duration_minutes: cells.number("duration_minutes", duration),
            capacity: cells.number("capacity", capacity),
            visibility: cells.filled("visibility", visibility),
            overlap_allowed: cells.yes("overlap_allowed", was.is_some_and(|w| w.overlap_allowed)),
            meeting_url: Some(cells.text("meeting_url", url)),
            policy: was.map(|was| was.policy.clone()).unwrap_or_default(),
        };
        if was.is_some_and(|was| was.overlap_allowed != input.overlap_allowed) {
            let detail = "This cannot be changed once there are times; enter another offer.";
            cells.wrong("overlap_allowed", "cannot_change", detail);
        }
        let host = self.known.hosts.get(&(key.0.clone(), key.1.clone()));
        let checked = offer::check(self.app, &input, host.map(|host| host.id));
        let new = match checked {
            Ok(new) => Some(new),
            Err(invalid) => {
                cells.blame(invalid);
                None
            }
        };
        let fate = new.map(|new| match was {
            None => Fate::Created(Change::NewOffer(Box::new(new))),
            Some(was) => {
                let same = Offer {
                    id: was.id,
                    created_at: was.created_at,
                    ..new
                };
                match same == *was {
                    true => Fate::Unchanged,
                    false => Fate::Updated(Change::Offer(Box::new(same))),
                }
            }
        });
        self.once(row, "title", format!("{}\n{}\n{}", key.0, key.1, key.2));
        fate
    }
}
