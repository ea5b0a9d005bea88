//! Wakes the other nodes on PostgreSQL after a commit, and is woken by them.
//!
//! A doorbell and no more: one channel without a payload, rung after the commit on a connection of
//! its own, so that no transaction waits for the lock that a NOTIFY takes at its commit. Rings that
//! come while one waits are one ring. A ring that is lost costs time, no event: followers look at
//! the log from time to time all the same.
//!
//! Needs a direct connection or a pool in session mode: LISTEN belongs to a connection.

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{Arc, Weak};
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::{PgConnection, QueryableByName, RunQueryDsl};

use super::StorageError;
use super::connect::{Conn, DatabaseUrl};
use super::db::Signals;

/// What the connection is called in `pg_stat_activity`.
const NAME: &str = "sisterline-doorbell";

/// How often the connection is looked at for rings. libpq can be asked, but not be waited for
/// without unsafe code; a look is one `recv` that finds nothing.
const TICK: Duration = Duration::from_millis(10);

/// How often the server is asked whether the connection still lives.
const PROBE: Duration = Duration::from_secs(5);

/// How long to wait before connecting again.
const PAUSE: Duration = Duration::from_secs(1);

#[derive(QueryableByName)]
struct Backend {
    #[diesel(sql_type = diesel::sql_types::Integer)]
    pid: i32,
}

/// Starts the doorbell's thread; it ends when `rings` has no sender left.
pub(super) fn start(
    url: DatabaseUrl,
    signals: &Arc<Signals>,
    rings: Receiver<()>,
) -> Result<(), StorageError> {
    let signals = Arc::downgrade(signals);
    std::thread::Builder::new()
        .name("doorbell".to_owned())
        .spawn(move || attend(&url, &signals, &rings))
        .map_err(|error| StorageError::Unavailable(Box::new(error)))?;
    Ok(())
}

/// Listens and rings until the database is let go of, connecting again where it must.
fn attend(url: &DatabaseUrl, signals: &Weak<Signals>, rings: &Receiver<()>) {
    let mut is_away = false;
    loop {
        match listen(url).and_then(|bell| {
            if is_away {
                tracing::info!("the doorbell is back");
            }
            is_away = false;
            // What was rung before we listened is found by looking.
            wake(signals);
            answer(bell, signals, rings)
        }) {
            Ok(()) => return,
            Err(error) => {
                if !is_away {
                    tracing::warn!(%error, "no doorbell: other nodes are noticed by polling");
                }
                is_away = true;
            }
        }
        if is_over(rings) {
            return;
        }
    }
}

/// Waits before the next attempt; whether the database was let go of meanwhile. Rings are dropped:
/// the others poll.
fn is_over(rings: &Receiver<()>) -> bool {
    let until = Instant::now() + PAUSE;
    loop {
        let left = until.saturating_duration_since(Instant::now());
        match rings.recv_timeout(left) {
            Ok(()) => {}
            Err(RecvTimeoutError::Timeout) => return false,
            Err(RecvTimeoutError::Disconnected) => return true,
        }
    }
}

struct Bell {
    conn: PgConnection,
    /// Our own backend, whose rings are for the others.
    pid: i32,
}

fn listen(url: &DatabaseUrl) -> Result<Bell, StorageError> {
    let Conn::Postgres(mut conn) = url.connect()? else {
        return Err(StorageError::Unavailable("SQLite needs no doorbell".into()));
    };
    conn.batch_execute(&format!(
        "SET application_name = '{NAME}'; LISTEN sisterline_events"
    ))?;
    let backend: Backend =
        diesel::sql_query("SELECT pg_backend_pid() AS pid").get_result(&mut conn)?;
    Ok(Bell {
        conn,
        pid: backend.pid,
    })
}

/// Passes rings on in both directions until the connection breaks or the database is let go of.
fn answer(
    mut bell: Bell,
    signals: &Weak<Signals>,
    rings: &Receiver<()>,
) -> Result<(), StorageError> {
    let mut probed = Instant::now();
    loop {
        match rings.recv_timeout(TICK) {
            Ok(()) => bell.conn.batch_execute("NOTIFY sisterline_events")?,
            Err(RecvTimeoutError::Timeout) if probed.elapsed() >= PROBE => {
                bell.conn.batch_execute("SELECT 1")?;
                probed = Instant::now();
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        }
        let mut is_rung = false;
        for ring in bell.conn.notifications_iter() {
            is_rung |= ring?.process_id != bell.pid;
        }
        if is_rung {
            wake(signals);
        }
    }
}

fn wake(signals: &Weak<Signals>) {
    if let Some(signals) = signals.upgrade() {
        signals.rung();
    }
}
