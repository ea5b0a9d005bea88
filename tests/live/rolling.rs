//! A rolling restart of two nodes under load: nothing is lost, and nobody storms the other node.

use std::sync::Mutex;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use futures_util::future::{join, join_all};
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::time::{sleep, timeout};
use tokio_tungstenite::connect_async;
use tokio_tungstenite::tungstenite::Message;

use crate::dice::Dice;
use crate::oracle::Run;
use crate::support::{Engine, TestDatabase};

const CLIENTS: usize = 24;
const WRITERS: usize = 3;
const PATIENCE: Duration = Duration::from_secs(90);

/// What ended a connection: the close code, and after what time it was asked to come back.
type Ended = (u16, Option<u64>);

/// Follows as a client does that is told when to come back, until it has all of it: the last seq.
async fn ride(run: &Run, mut dice: Dice, ends: &Mutex<Vec<Ended>>) -> i64 {
    let (_, epoch, mut seq) = run.snapshot(&mut dice).await;
    let topic = format!("offer/{}", run.offer);
    let deadline = Instant::now() + PATIENCE;
    loop {
        assert!(Instant::now() < deadline, "a client never caught up: {seq}");
        let url = run.nodes.url(&mut dice).replacen("http", "ws", 1);
        let Ok((mut socket, _)) = connect_async(format!("{url}/live")).await else {
            sleep(Duration::from_millis(50)).await;
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
        let mut hint = None;
        let code = loop {
            match timeout(Duration::from_millis(100), socket.next()).await {
                Err(_) if run.is_over.load(Ordering::SeqCst) => {
                    if run.snapshot(&mut dice).await.2 == seq {
                        return seq;
                    }
                }
                Err(_) | Ok(Some(Ok(Message::Ping(_) | Message::Pong(_)))) => {}
                Ok(Some(Ok(Message::Text(text)))) => {
                    let heard: Value = serde_json::from_str(&text).unwrap();
                    match heard["op"].as_str().unwrap() {
                        "event" => {
                            assert_eq!(heard["seq"], seq + 1, "{heard}");
                            seq += 1;
                        }
                        "subscribed" => assert_eq!(heard["seq"], seq),
                        "goodbye" => hint = heard["reconnect_ms"].as_u64(),
                        _ => panic!("{heard}"),
                    }
                }
                Ok(Some(Ok(Message::Close(frame)))) => break frame.map_or(1005, |f| f.code.into()),
                Ok(_) => break 1006,
            }
        };
        ends.lock().unwrap().push((code, hint));
        sleep(Duration::from_millis(hint.unwrap_or(50))).await;
    }
}

#[actix_web::test]
async fn a_rolling_restart_loses_nothing_and_sends_no_storm() {
    let database = TestDatabase::new(Engine::Postgres);
    let mut world = Run::start(&database, 2).await;
    let mut dice = Dice::new(7);
    world.offer_something(&mut dice, "rolling").await;
    let (run, ends) = (&world, Mutex::new(Vec::new()));
    let dices = dice.split(WRITERS + CLIENTS);
    let (writing, riding) = dices.split_at(WRITERS);
    let rolling = async {
        for node in 0..2 {
            // Writing goes on all the while, by whichever node answers.
            let writing = writing.iter().enumerate();
            let writing =
                join_all(writing.map(|(n, dice)| run.write(dice.clone(), n + node * WRITERS)));
            join(writing, run.nodes.restart(node, true)).await;
        }
        run.is_over.store(true, Ordering::SeqCst);
    };
    let riding = join_all(riding.iter().map(|dice| ride(run, dice.clone(), &ends)));
    let (seqs, ()) = join(riding, rolling).await;
    let (_, _, head) = run.snapshot(&mut dice).await;
    assert!(head > 3, "something was written");
    assert_eq!(seqs, [head; CLIENTS]);

    // Whoever was cut off was told so, and when to come back: not all at once.
    let ends = ends.into_inner().unwrap();
    assert!(ends.len() >= CLIENTS, "every node was restarted: {ends:?}");
    let mut hints = Vec::new();
    for (code, hint) in &ends {
        assert_eq!(*code, 1001, "{ends:?}");
        hints.push(hint.expect("a goodbye"));
    }
    for tenth in 0..10 {
        let within = hints.iter().filter(|hint| **hint / 100 == tenth).count();
        assert!(within * 3 <= hints.len(), "too many at once: {hints:?}");
    }
}
