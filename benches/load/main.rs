//! How much live delivery costs, side by side with Nchan: `cargo bench --bench load`.
//!
//! One process on one worker each, on this machine, over loopback, one after the other. Nchan is
//! measured where Debian's packages are installed (`apt-get install nginx libnginx-mod-nchan`).
//! `SISTERLINE_LOAD_SUBSCRIBERS` (10,000) and `SISTERLINE_LOAD_EVENTS` (20) change the size.
//!
//! Latency is told from the request that publishes to the receipt, so it holds the booking's whole
//! transaction here and next to nothing there; each event is published when everybody has the last.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::cast_precision_loss,
    clippy::let_underscore_must_use,
    missing_docs,
    reason = "a measurement that cannot go on says so"
)]

mod client;
mod subject;

use std::process::Command;
use std::time::{Duration, Instant};

use client::Crowd;
use serde_json::json;
use subject::{Process, Sisterline};
use tokio::time::sleep;

/// Set in the process that measures; the one that cargo starts may open too few files.
const INNER: &str = "SISTERLINE_LOAD_INNER";

struct Figures {
    memory: f64,
    cpu: f64,
    p50: f64,
    p99: f64,
    length: usize,
}

fn main() {
    if std::env::var_os(INNER).is_none() {
        let this = std::env::current_exe().expect("this program");
        let script = "ulimit -n 65536 || echo 'too few files may be open' >&2; exec \"$0\"";
        let status = Command::new("sh")
            .args(["-c", script])
            .arg(this)
            .env(INNER, "yes")
            .status()
            .expect("sh");
        std::process::exit(status.code().unwrap_or(1));
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    tokio::task::LocalSet::new().block_on(&runtime, measure());
}

async fn measure() {
    let number = |name: &str, otherwise| {
        std::env::var(name).map_or(otherwise, |value| value.parse().expect("a number"))
    };
    let subscribers = number("SISTERLINE_LOAD_SUBSCRIBERS", 10_000);
    let events = number("SISTERLINE_LOAD_EVENTS", 20);
    println!("{subscribers} subscribers of one topic, {events} events, one worker");

    let mut ours = Sisterline::start().await;
    let figures = fan_out(&mut ours, subscribers, events).await;
    tell("Sisterline", &figures);
    match subject::nchan() {
        None => println!("Nchan: not measured; apt-get install nginx libnginx-mod-nchan"),
        Some(nchan) => {
            let theirs = fan_out_nchan(&nchan, subscribers, events, figures.length).await;
            tell("Nchan", &theirs);
            compare(
                "CPU per delivery at or below Nchan's",
                figures.cpu,
                theirs.cpu,
            );
            compare("p99 at or below Nchan's", figures.p99, theirs.p99);
        }
    }
    compare(
        "memory per idle connection at or below 12 KiB",
        figures.memory,
        12.0,
    );
    booking(&mut ours).await;
    catching_up(&mut ours).await;
}

fn tell(who: &str, figures: &Figures) {
    println!(
        "{who}: {:.1} KiB a connection, {:.2} µs CPU a delivery, p50 {:.1} ms, p99 {:.1} ms, {} bytes",
        figures.memory, figures.cpu, figures.p50, figures.p99, figures.length
    );
}

fn compare(what: &str, figure: f64, target: f64) {
    let verdict = if figure <= target { "met" } else { "MISSED" };
    println!("{verdict}: {what} ({figure:.2}, {target:.2})");
}

fn subscribe(topic: &str, seen: Option<(&str, i64)>) -> String {
    let mut wish = json!({ "topic": topic });
    if let Some((epoch, seq)) = seen {
        wish["epoch"] = json!(epoch);
        wish["seq"] = json!(seq);
    }
    json!({ "op": "subscribe", "topics": [wish] }).to_string()
}

/// The part of sorted numbers below which so many of a hundred lie.
fn percentile(sorted: &[f64], of_hundred: usize) -> f64 {
    let at = (sorted.len() * of_hundred / 100).min(sorted.len() - 1);
    sorted[at]
}

/// The milliseconds from `began` to each arrival, which are forgotten.
fn delays(crowd: &Crowd, began: Instant) -> Vec<f64> {
    let arrivals = std::mem::take(&mut *crowd.heard.arrivals.borrow_mut());
    let delay = |at: Instant| at.duration_since(began).as_secs_f64() * 1000.0;
    arrivals.into_iter().map(delay).collect()
}

fn figures(
    process: &Process,
    crowd: &Crowd,
    memory: f64,
    cpu_before: f64,
    mut delays: Vec<f64>,
) -> Figures {
    let cpu = (process.cpu() - cpu_before) * 1e6 / delays.len() as f64;
    delays.sort_by(f64::total_cmp);
    Figures {
        memory,
        cpu,
        p50: percentile(&delays, 50),
        p99: percentile(&delays, 99),
        length: crowd.heard.length.get(),
    }
}

async fn fan_out(ours: &mut Sisterline, subscribers: usize, events: usize) -> Figures {
    // Everything that is made once is there before the memory is looked at.
    ours.book().await;
    let before = ours.process.memory();
    let greeting = subscribe(&ours.topic, None);
    let crowd = Crowd::gather(ours.process.address, "/live", subscribers, Some(&greeting)).await;
    crowd.hear(subscribers).await;
    sleep(Duration::from_secs(2)).await;
    let memory = (ours.process.memory() - before) as f64 / 1024.0 / subscribers as f64;
    crowd.heard.arrivals.borrow_mut().clear();
    let (cpu, mut all) = (ours.process.cpu(), Vec::new());
    for number in 1..=events {
        let began = Instant::now();
        ours.book().await;
        crowd.hear(subscribers * (number + 1)).await;
        all.extend(delays(&crowd, began));
    }
    figures(&ours.process, &crowd, memory, cpu, all)
}

async fn fan_out_nchan(
    nchan: &Process,
    subscribers: usize,
    events: usize,
    length: usize,
) -> Figures {
    let http = reqwest::Client::new();
    let publish = || async {
        let url = format!("http://{}/pub", nchan.address);
        let sent = http.post(url).body("x".repeat(length)).send().await;
        assert!(sent.expect("an answer").status().is_success());
    };
    let before = nchan.memory();
    let crowd = Crowd::gather(nchan.address, "/sub", subscribers, None).await;
    sleep(Duration::from_secs(2)).await;
    let memory = (nchan.memory() - before) as f64 / 1024.0 / subscribers as f64;
    let (cpu, mut all) = (nchan.cpu(), Vec::new());
    for number in 1..=events {
        let began = Instant::now();
        publish().await;
        crowd.hear(subscribers * number).await;
        all.extend(delays(&crowd, began));
    }
    figures(nchan, &crowd, memory, cpu, all)
}

/// One booking over HTTP, seen by a thousand.
async fn booking(ours: &mut Sisterline) {
    const MANY: usize = 1_000;
    let greeting = subscribe(&ours.topic, None);
    let crowd = Crowd::gather(ours.process.address, "/live", MANY, Some(&greeting)).await;
    crowd.hear(MANY).await;
    crowd.heard.arrivals.borrow_mut().clear();
    let mut all = Vec::new();
    for number in 1..=30 {
        let began = Instant::now();
        ours.book().await;
        crowd.hear(MANY * (number + 1)).await;
        all.extend(delays(&crowd, began));
    }
    all.sort_by(f64::total_cmp);
    println!(
        "a booking to 1,000 subscribers: p99 {:.1} ms",
        percentile(&all, 99)
    );
    compare(
        "a booking to 1,000 subscribers, p50 below 15 ms",
        percentile(&all, 50),
        15.0,
    );
}

/// A thousand clients that have missed a thousand events each.
async fn catching_up(ours: &mut Sisterline) {
    const MANY: usize = 1_000;
    let log = format!(
        "http://{}/api/v1/events?topic={}",
        ours.process.address, ours.topic
    );
    let head = reqwest::get(&log)
        .await
        .expect("an answer")
        .json::<serde_json::Value>();
    let head = head.await.expect("JSON");
    let missing = MANY - usize::try_from(head["head"].as_i64().expect("a seq")).expect("few");
    for _ in 0..missing {
        ours.book().await;
    }
    let greeting = subscribe(&ours.topic, head["epoch"].as_str().map(|epoch| (epoch, 0)));
    let began = Instant::now();
    let crowd = Crowd::gather(ours.process.address, "/live", MANY, Some(&greeting)).await;
    // The events, and the word that they were all.
    crowd.hear(MANY * (MANY + 1)).await;
    let seconds = began.elapsed().as_secs_f64();
    compare(
        "1,000 clients catch up by 1,000 events each below 3 s",
        seconds,
        3.0,
    );
}
