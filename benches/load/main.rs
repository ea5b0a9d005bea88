//! How much live delivery costs, side by side with Nchan: `cargo bench --bench load`.
//!
//! One process on one worker each, on this machine, over loopback, one after the other, some rounds of
//! it, each with fresh processes; the medians are told. Nchan is measured where Debian's packages are
//! installed (`apt-get install nginx libnginx-mod-nchan`). `SISTERLINE_LOAD_SUBSCRIBERS` (10,000),
//! `SISTERLINE_LOAD_EVENTS` (20, each published when everybody has the last) and
//! `SISTERLINE_LOAD_ROUNDS` (3) change the size.
//!
//! An event is a seat held over HTTP here, with its whole transaction, and a text of the same length
//! there. Latency is told from the request to each receipt, and from the commit: less what the same
//! request takes, in the median, when nobody listens. Processor time is the whole process's.
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

use std::fmt::Write as _;
use std::process::Command;
use std::time::{Duration, Instant};

use client::Crowd;
use serde_json::json;
use subject::{Process, Sisterline};
use tokio::time::sleep;

/// Set in the process that measures; the one that cargo starts may open too few files.
const INNER: &str = "SISTERLINE_LOAD_INNER";

/// What one process was measured at.
struct Figures {
    /// KiB of resident memory that a connection adds.
    memory: f64,
    /// Microseconds of processor time a delivery.
    cpu: f64,
    /// Milliseconds of a request with nobody listening.
    commit: f64,
    /// Milliseconds from the request to the receipt.
    p50: f64,
    p99: f64,
    /// Bytes of an event.
    length: usize,
}

/// How many listen to how much.
#[derive(Clone, Copy)]
struct Size {
    subscribers: usize,
    events: usize,
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
    let size = Size {
        subscribers: number("SISTERLINE_LOAD_SUBSCRIBERS", 10_000),
        events: number("SISTERLINE_LOAD_EVENTS", 20),
    };
    let rounds = number("SISTERLINE_LOAD_ROUNDS", 3);
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    let (mut booked, mut caught_up) = (Vec::new(), Vec::new());
    for round in 1..=rounds {
        let mut service = Sisterline::start().await;
        let figures = fan_out(&mut service, size).await;
        tell(round, "Sisterline", &figures);
        if let Some(nchan) = subject::nchan() {
            let others = fan_out_nchan(&nchan, size, figures.length).await;
            tell(round, "Nchan", &others);
            theirs.push(others);
        }
        ours.push(figures);
        booked.push(booking(&mut service).await);
        caught_up.push(catching_up(&mut service).await);
    }
    let mut table = Table::default();
    table.figures(&ours, &theirs);
    table.row(
        "a booking to 1,000, p50, ms",
        median(booked),
        None,
        Target::AtMost(15.0),
    );
    table.row(
        "1,000 catch up by 1,000 events, s",
        median(caught_up),
        None,
        Target::AtMost(3.0),
    );
    println!(
        "\n{} subscribers of one topic, {} events of {} bytes, one worker, medians of {rounds}:\n{}",
        size.subscribers, size.events, ours[0].length, table.text
    );
    if theirs.is_empty() {
        println!("Nchan was not measured; apt-get install nginx libnginx-mod-nchan");
    }
}

fn tell(round: usize, who: &str, figures: &Figures) {
    println!(
        "round {round}, {who}: {:.2} µs CPU a delivery, {:.1} KiB a connection, {:.1} ms a request alone, \
         p50 {:.1} ms, p99 {:.1} ms",
        figures.cpu, figures.memory, figures.commit, figures.p50, figures.p99
    );
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    percentile(&figures, 50)
}

/// What a figure is compared with.
enum Target {
    /// Nchan's in the same run.
    Nchan,
    AtMost(f64),
    /// Nothing: it is told to be known.
    None,
}

/// The figures side by side.
#[derive(Default)]
struct Table {
    text: String,
}

impl Table {
    fn figures(&mut self, ours: &[Figures], theirs: &[Figures]) {
        let _ = writeln!(
            self.text,
            "{:<36} {:>10} {:>10} {:>10}",
            "", "Sisterline", "Nchan", "target"
        );
        let mut row = |name, figure: fn(&Figures) -> f64, target| {
            let of = |all: &[Figures]| median(all.iter().map(figure).collect());
            let other = (!theirs.is_empty()).then(|| of(theirs));
            self.row(name, of(ours), other, target);
        };
        row("CPU a delivery, µs", |f| f.cpu, Target::Nchan);
        row(
            "memory an idle connection, KiB",
            |f| f.memory,
            Target::AtMost(12.0),
        );
        row(
            "p99 from commit to receipt, ms",
            |f| f.p99 - f.commit,
            Target::Nchan,
        );
        row(
            "p50 from commit to receipt, ms",
            |f| f.p50 - f.commit,
            Target::None,
        );
        row("p99 from request to receipt, ms", |f| f.p99, Target::None);
        row(
            "the request with nobody there, ms",
            |f| f.commit,
            Target::None,
        );
    }

    fn row(&mut self, name: &str, figure: f64, other: Option<f64>, target: Target) {
        let limit = match target {
            Target::Nchan => other,
            Target::AtMost(limit) => Some(limit),
            Target::None => None,
        };
        let written = |figure: Option<f64>| figure.map_or("-".to_owned(), |f| format!("{f:.2}"));
        let verdict = match limit {
            Some(limit) if figure <= limit => "met",
            Some(_) => "MISSED",
            None => "",
        };
        let _ = writeln!(
            self.text,
            "{name:<36} {figure:>10.2} {:>10} {:>10} {verdict}",
            written(other),
            written(limit)
        );
    }
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
    (memory, commit): (f64, f64),
    cpu_before: f64,
    mut delays: Vec<f64>,
) -> Figures {
    let cpu = (process.cpu() - cpu_before) * 1e6 / delays.len() as f64;
    delays.sort_by(f64::total_cmp);
    Figures {
        memory,
        cpu,
        commit,
        p50: percentile(&delays, 50),
        p99: percentile(&delays, 99),
        length: crowd.heard.length.get(),
    }
}

/// How often a request is sent with nobody listening.
const ALONE: usize = 15;

async fn fan_out(ours: &mut Sisterline, size: Size) -> Figures {
    let mut alone = Vec::new();
    for _ in 0..ALONE {
        let began = Instant::now();
        ours.hold().await;
        alone.push(began.elapsed().as_secs_f64() * 1000.0);
    }
    let before = ours.process.memory();
    let greeting = subscribe(&ours.topic, None);
    let (address, count) = (ours.process.address, size.subscribers);
    let crowd = Crowd::gather(address, "/live", count, Some(&greeting)).await;
    crowd.hear(count).await;
    sleep(Duration::from_secs(2)).await;
    let memory = (ours.process.memory() - before) as f64 / 1024.0 / count as f64;
    crowd.heard.arrivals.borrow_mut().clear();
    let (cpu, mut all) = (ours.process.cpu(), Vec::new());
    for number in 1..=size.events {
        let began = Instant::now();
        ours.hold().await;
        crowd.hear(count * (number + 1)).await;
        all.extend(delays(&crowd, began));
    }
    figures(&ours.process, &crowd, (memory, median(alone)), cpu, all)
}

async fn fan_out_nchan(nchan: &Process, size: Size, length: usize) -> Figures {
    let http = reqwest::Client::new();
    let publish = async || {
        let url = format!("http://{}/pub", nchan.address);
        let sent = http.post(url).body("x".repeat(length)).send().await;
        assert!(sent.expect("an answer").status().is_success());
    };
    let mut alone = Vec::new();
    for _ in 0..ALONE {
        let began = Instant::now();
        publish().await;
        alone.push(began.elapsed().as_secs_f64() * 1000.0);
    }
    let before = nchan.memory();
    let crowd = Crowd::gather(nchan.address, "/sub", size.subscribers, None).await;
    sleep(Duration::from_secs(2)).await;
    let memory = (nchan.memory() - before) as f64 / 1024.0 / size.subscribers as f64;
    // What was published before somebody came may be told to them.
    let told = crowd.heard.texts.get();
    crowd.heard.arrivals.borrow_mut().clear();
    let (cpu, mut all) = (nchan.cpu(), Vec::new());
    for number in 1..=size.events {
        let began = Instant::now();
        publish().await;
        crowd.hear(told + size.subscribers * number).await;
        all.extend(delays(&crowd, began));
    }
    figures(nchan, &crowd, (memory, median(alone)), cpu, all)
}

/// One booking over HTTP, seen by a thousand: milliseconds from the request, in the median.
async fn booking(ours: &mut Sisterline) -> f64 {
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
    median(all)
}

/// A thousand clients that have missed a thousand events each: seconds until all have them.
async fn catching_up(ours: &mut Sisterline) -> f64 {
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
    let there = usize::try_from(head["head"].as_i64().expect("a seq")).expect("few");
    let missing = MANY.saturating_sub(there);
    for _ in 0..missing {
        ours.hold().await;
    }
    let greeting = subscribe(&ours.topic, head["epoch"].as_str().map(|epoch| (epoch, 0)));
    let began = Instant::now();
    let crowd = Crowd::gather(ours.process.address, "/live", MANY, Some(&greeting)).await;
    // The events, and the word that they were all.
    crowd.hear(MANY * (MANY.max(there) + 1)).await;
    began.elapsed().as_secs_f64()
}
