//! The oracle: whatever happens to connections and servers, what a client has replayed is what a
//! fresh read answers, and each event came to it once and in order.
//!
//! Real server processes, on PostgreSQL two of them; writers and clients choose by a seed what they
//! do, one server at a time is killed with SIGKILL, or told to stop, and started again. Twenty seeds;
//! `SISTERLINE_ORACLE_SEEDS=1000` runs so many, `SISTERLINE_ORACLE_FROM` names the first.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use futures_util::{SinkExt, StreamExt};
use reqwest::Client;
use rstest::rstest;
use serde_json::{Value, json};
use sisterline::app::{Clock, SystemClock};
use tokio::time::{sleep, timeout};
use tokio_tungstenite::connect_async;
use tokio_tungstenite::tungstenite::Message;

use crate::dice::Dice;
use crate::program::{Place, Program};
use crate::support::world::{kaohsiung, offer_of, seattle};
use crate::support::{Engine, TestDatabase};

const PATIENCE: Duration = Duration::from_secs(90);
const WRITERS: usize = 4;
const WRITES: usize = 6;
const CLIENTS: usize = 5;

/// What is known of each slot: seats left and status.
pub(crate) type State = BTreeMap<String, (i64, String)>;

/// The servers, each with the address that it is reached at now.
pub(crate) struct Nodes {
    places: Vec<Place>,
    running: Mutex<Vec<Option<Program>>>,
    urls: Mutex<Vec<String>>,
}

impl Nodes {
    pub(crate) fn url(&self, dice: &mut Dice) -> String {
        let urls = self.urls.lock().unwrap();
        urls[dice.below(urls.len())].clone()
    }

    /// Kills a server, or tells it to stop, and starts it again.
    pub(crate) async fn restart(self: &Arc<Self>, number: usize, gently: bool) {
        let nodes = self.clone();
        let restarting = tokio::task::spawn_blocking(move || {
            let old = nodes.running.lock().unwrap()[number].take().unwrap();
            if gently {
                old.terminate();
            } else {
                old.kill();
            }
            let new = nodes.places[number].serve();
            nodes.urls.lock().unwrap()[number] = new.url.clone();
            nodes.running.lock().unwrap()[number] = Some(new);
        });
        restarting.await.unwrap();
    }
}

pub(crate) struct Run {
    pub nodes: Arc<Nodes>,
    http: Client,
    token: String,
    pub offer: String,
    pub slots: Vec<String>,
    pub is_over: AtomicBool,
    host: String,
}

impl Run {
    /// Sends until a server answers.
    pub(crate) async fn post(&self, dice: &mut Dice, path: &str, body: &Value, key: &str) -> Value {
        let deadline = Instant::now() + PATIENCE;
        loop {
            assert!(Instant::now() < deadline, "no server answers: {path}");
            let request = self
                .http
                .post(format!("{}{path}", self.nodes.url(dice)))
                .bearer_auth(&self.token)
                .header("idempotency-key", key)
                .json(body)
                .timeout(Duration::from_secs(10));
            match request.send().await {
                Ok(response) if response.status().as_u16() < 500 => {
                    if let Ok(answer) = response.json().await {
                        return answer;
                    }
                }
                _ => sleep(Duration::from_millis(20)).await,
            }
        }
    }

    pub(crate) async fn write(&self, mut dice: Dice, writer: usize) {
        let mut mine: Vec<String> = Vec::new();
        for number in 0..WRITES {
            if !mine.is_empty() && dice.below(3) == 0 {
                let id = mine.swap_remove(dice.below(mine.len()));
                let path = format!("/api/v1/bookings/{id}/cancel");
                self.post(&mut dice, &path, &json!({}), &id).await;
            } else {
                let slot = &self.slots[dice.below(self.slots.len())];
                let body = json!({ "slot_id": slot, "city": "seattle", "organization": "School",
                    "contact": { "name": "Ann", "email": format!("w{writer}n{number}@example.org") } });
                let key = format!("{}-{writer}-{number}", self.offer);
                let booked = self.post(&mut dice, "/api/v1/bookings", &body, &key).await;
                if let Some(id) = booked["id"].as_str() {
                    mine.push(id.to_owned());
                }
            }
        }
    }

    /// The state and its place, as one answer tells both.
    pub(crate) async fn snapshot(&self, dice: &mut Dice) -> (State, String, i64) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            assert!(Instant::now() < deadline, "no server answers a read");
            let url = format!("{}/api/v1/slots?offer={}", self.nodes.url(dice), self.offer);
            let sent = self
                .http
                .get(url)
                .timeout(Duration::from_secs(10))
                .send()
                .await;
            let Ok(response) = sent else {
                sleep(Duration::from_millis(20)).await;
                continue;
            };
            if response.status() != 200 {
                sleep(Duration::from_millis(20)).await;
                continue;
            }
            let Ok(answer) = response.json::<Value>().await else {
                continue;
            };
            let items = answer["items"].as_array().unwrap().iter();
            let state = items.map(|slot| {
                let text = |name: &str| slot[name].as_str().unwrap().to_owned();
                (
                    text("id"),
                    (slot["seats_left"].as_i64().unwrap(), text("status")),
                )
            });
            let live = answer["live"].as_array().unwrap();
            let topic = format!("offer/{}", self.offer);
            let live = live
                .iter()
                .find(|live| live["topic"] == topic.as_str())
                .unwrap();
            let epoch = live["epoch"].as_str().unwrap().to_owned();
            return (state.collect(), epoch, live["seq"].as_i64().unwrap());
        }
    }

    /// A client that is cut off, sleeps and comes back until it has all of it.
    async fn follow(&self, mut dice: Dice) -> (State, i64) {
        let (mut state, epoch, mut seq) = self.snapshot(&mut dice).await;
        let topic = format!("offer/{}", self.offer);
        let deadline = Instant::now() + PATIENCE;
        loop {
            assert!(Instant::now() < deadline, "a client never caught up: {seq}");
            let url = self.nodes.url(&mut dice).replacen("http", "ws", 1);
            let Ok(Ok((mut socket, _))) = timeout(
                Duration::from_secs(10),
                connect_async(format!("{url}/live")),
            )
            .await
            else {
                sleep(Duration::from_millis(20)).await;
                continue;
            };
            let wish = json!({ "topic": topic, "epoch": epoch, "seq": seq });
            let subscribe = json!({ "op": "subscribe", "topics": [wish] });
            if socket
                .send(Message::text(subscribe.to_string()))
                .await
                .is_err()
            {
                continue;
            }
            // How long this connection lasts, unless somebody else ends it.
            let end = Instant::now() + Duration::from_millis(dice.below(400) as u64);
            let mut is_caught_up = false;
            loop {
                let over = self.is_over.load(Ordering::SeqCst);
                if !over && Instant::now() > end {
                    break;
                }
                let heard = match timeout(Duration::from_millis(50), socket.next()).await {
                    Err(_) if over && is_caught_up => {
                        let (_, _, head) = self.snapshot(&mut dice).await;
                        if seq == head {
                            return (state, seq);
                        }
                        continue;
                    }
                    Err(_) => continue,
                    Ok(Some(Ok(Message::Text(text)))) => {
                        serde_json::from_str::<Value>(&text).unwrap()
                    }
                    Ok(Some(Ok(Message::Ping(_) | Message::Pong(_)))) => continue,
                    Ok(_) => break,
                };
                match heard["op"].as_str().unwrap() {
                    "event" => {
                        // Each once, none left out, whatever was resumed from wherever.
                        assert_eq!(heard["seq"], seq + 1, "{heard}");
                        seq += 1;
                        let data = &heard["data"];
                        if let Some(slot) = data["slot_id"].as_str() {
                            let known = (
                                data["seats_left"].as_i64().unwrap(),
                                data["status"].as_str().unwrap().to_owned(),
                            );
                            state.insert(slot.to_owned(), known);
                        }
                    }
                    "subscribed" => {
                        assert_eq!(
                            (&heard["epoch"], &heard["seq"]),
                            (&json!(epoch), &json!(seq))
                        );
                        is_caught_up = true;
                    }
                    "goodbye" | "stale" | "current" => {}
                    _ => panic!("{heard}"),
                }
            }
            if dice.below(3) == 0 {
                sleep(Duration::from_millis(dice.below(300) as u64)).await;
            }
        }
    }
}

impl Run {
    /// Servers on one database, two where it can be shared, and a host in it.
    pub(crate) async fn start(database: &TestDatabase, count: usize) -> Self {
        let places: Vec<Place> = (0..count).map(|_| Place::quiet(&database.url)).collect();
        let running: Vec<Program> = places.iter().map(Place::serve).collect();
        let token = places[0].says(&["admin", "token", "admin@example.org"]);
        let urls = running.iter().map(|program| program.url.clone()).collect();
        let nodes = Arc::new(Nodes {
            running: Mutex::new(running.into_iter().map(Some).collect()),
            urls: Mutex::new(urls),
            places,
        });
        let mut run = Self {
            nodes,
            http: Client::new(),
            token,
            offer: String::new(),
            slots: Vec::new(),
            is_over: AtomicBool::new(false),
            host: String::new(),
        };
        let mut dice = Dice::new(0);
        for city in [kaohsiung(), seattle()] {
            let key = city["slug"].as_str().unwrap();
            run.post(&mut dice, "/api/v1/cities", &city, key).await;
        }
        let host =
            json!({ "city": "kaohsiung", "name": "Office", "kind": "office", "track": "official" });
        let host = run.post(&mut dice, "/api/v1/hosts", &host, "host").await;
        host["id"].as_str().unwrap().clone_into(&mut run.host);
        run
    }

    /// A new offer with three slots, of which everything is told from now on.
    pub(crate) async fn offer_something(&mut self, dice: &mut Dice, name: &str) {
        let mut offer = offer_of(&self.host, 4, "public");
        offer["overlap_allowed"] = json!(true);
        let key = format!("offer {name}");
        let offer = self.post(dice, "/api/v1/offers", &offer, &key).await;
        offer["id"].as_str().unwrap().clone_into(&mut self.offer);
        self.slots.clear();
        for days in 2..5 {
            let day = SystemClock.now() + chrono::Duration::days(days);
            let start = day.format("%Y-%m-%dT09:00").to_string();
            let slot = json!({ "offer_id": self.offer, "local_start": start });
            let key = format!("slot {name} {days}");
            let slot = self.post(dice, "/api/v1/slots", &slot, &key).await;
            self.slots
                .push(slot["id"].as_str().expect("a slot").to_owned());
        }
        self.is_over.store(false, Ordering::SeqCst);
    }
}

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).map_or(otherwise, |value| value.parse().unwrap())
}

#[rstest]
#[actix_web::test]
async fn what_was_replayed_is_what_is_true(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::new(engine);
    let count = if engine == Engine::Postgres { 2 } else { 1 };
    let mut world = Run::start(&database, count).await;
    let (from, seeds) = (
        number("SISTERLINE_ORACLE_FROM", 1),
        number("SISTERLINE_ORACLE_SEEDS", 20),
    );
    for seed in from..from + seeds {
        let mut dice = Dice::new(seed);
        world.offer_something(&mut dice, &seed.to_string()).await;
        let run = &world;
        let (victim, gently) = (dice.below(count), dice.below(3) == 0);
        let (begin, dices) = (dice.below(150) as u64, dice.split(WRITERS + CLIENTS));
        let disturbing = async {
            sleep(Duration::from_millis(begin)).await;
            run.nodes.restart(victim, gently).await;
        };
        let (writing, following) = dices.split_at(WRITERS);
        let writing = writing.iter().enumerate();
        let writing = join_all(writing.map(|(writer, dice)| run.write(dice.clone(), writer)));
        let working = async {
            futures_util::future::join(writing, disturbing).await;
            run.is_over.store(true, Ordering::SeqCst);
        };
        let following = join_all(following.iter().map(|dice| run.follow(dice.clone())));
        let (replayed, ()) = futures_util::future::join(following, working).await;
        let (state, _, head) = run.snapshot(&mut dice).await;
        for (replayed, seq) in replayed {
            assert_eq!((&replayed, seq), (&state, head), "seed {seed}");
        }
    }
}
