//! The short way of an event to a connection that waits: written straight to its socket.
//!
//! Most connections have everything and wait. To wake ten thousand tasks, so that each looks what is
//! due and writes the same bytes, costs more than the bytes. So a task that begins to wait lends its
//! socket, and its place in each topic, to its thread's [`super::relay`]; when it is woken for
//! whatever reason it takes both back. Both run on one thread, so they never write at the same time.
//!
//! The relay does only what needs no decision: events that follow the place, to a client for which
//! nothing else has changed. In every other case it wakes the task.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use super::packet::Packet;
use super::wire::Wire;

/// A place from which nothing is sent the short way.
const NOWHERE: i64 = i64::MIN;

/// The task of a connection: how to wake it, and its way out where it has one.
pub struct Listener {
    /// Wakes it.
    pub wake: Arc<Notify>,
    /// Its way out.
    pub outlet: Option<Arc<Outlet>>,
}

/// A connection's socket, which its task lends while it waits.
pub struct Outlet {
    /// The socket.
    pub wire: Wire,
    /// What the task knew of the node's status when it lent this, counted from 1; 0 while it works.
    lent: AtomicU64,
    /// A packet of which the system has taken only so many bytes.
    rest: Mutex<Option<(Arc<Packet>, usize)>>,
}

/// A listener's place in one topic.
pub struct Handle {
    listener: Listener,
    /// The seq up to which it has been sent the log; told only while its outlet is lent.
    seq: AtomicI64,
}

/// What has become of a packet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offered {
    /// The client has it.
    Taken,
    /// Its task has to look.
    Left,
}

impl Listener {
    /// A task that is woken for everything.
    pub fn new(wake: Arc<Notify>) -> Self {
        Self { wake, outlet: None }
    }
}

impl Outlet {
    /// The way out by `wire`, which nobody else writes to until it is lent.
    pub fn new(wire: Wire) -> Self {
        Self {
            wire,
            lent: AtomicU64::new(0),
            rest: Mutex::new(None),
        }
    }

    /// Lends the socket, to be used as long as the node's status has not changed since `changes`.
    pub fn lend(&self, changes: u64) {
        self.lent.store(changes + 1, Ordering::Relaxed);
    }

    /// Takes it back; a packet that was begun has to be finished before anything else is sent.
    pub fn take_back(&self) -> Option<(Arc<Packet>, usize)> {
        self.lent.store(0, Ordering::Relaxed);
        self.rest().take()
    }

    fn rest(&self) -> MutexGuard<'_, Option<(Arc<Packet>, usize)>> {
        self.rest.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Handle {
    /// A listener that nothing is sent to the short way yet.
    pub fn new(listener: Listener) -> Self {
        Self {
            listener,
            seq: AtomicI64::new(NOWHERE),
        }
    }

    /// Wakes its task.
    pub fn wake(&self) {
        self.listener.wake.notify_one();
    }

    /// Tells the place that the client has been brought to; none where nothing may be sent from there
    /// without its task.
    pub fn lend(&self, seq: Option<i64>) {
        self.seq.store(seq.unwrap_or(NOWHERE), Ordering::Relaxed);
    }

    /// The place that the client is at now, if it was lent.
    pub fn take_back(&self) -> Option<i64> {
        let seq = self.seq.swap(NOWHERE, Ordering::Relaxed);
        (seq != NOWHERE).then_some(seq)
    }

    /// Sends what of `packet` lies behind the client's place, as far as the system takes it now.
    /// `changes` says how often the node's status has changed.
    pub fn offer(&self, packet: &Arc<Packet>, changes: u64) -> Offered {
        let Some(outlet) = self.listener.outlet.as_deref() else {
            return Offered::Left;
        };
        if outlet.lent.load(Ordering::Relaxed) != changes + 1 {
            return Offered::Left;
        }
        let seq = self.seq.load(Ordering::Relaxed);
        if seq >= packet.last() {
            return Offered::Taken;
        }
        let Some(from) = packet.behind(seq) else {
            return Offered::Left;
        };
        let bytes = &packet.bytes()[from..];
        match outlet.wire.send_now(bytes) {
            Ok(0) => Offered::Left,
            Ok(sent) => {
                // What the system has not taken now, the task sends before anything else.
                self.seq.store(packet.last(), Ordering::Relaxed);
                if sent == bytes.len() {
                    return Offered::Taken;
                }
                outlet.lent.store(0, Ordering::Relaxed);
                *outlet.rest() = Some((packet.clone(), from + sent));
                Offered::Left
            }
            // The task finds out the same.
            Err(_) => Offered::Left,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::live::protocol::Frame;
    use std::io::Read;
    use std::net::{TcpListener, TcpStream};
    use std::time::Duration;

    /// A handle whose outlet is lent after a first word, and the client's end of its socket.
    async fn lent() -> (Arc<Outlet>, Handle, TcpStream) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let client = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
        let (socket, _) = listener.accept().unwrap();
        let wire = Wire::new(socket.into(), Duration::from_secs(1)).unwrap();
        wire.send_bytes(b"!").await.unwrap();
        let outlet = Arc::new(Outlet::new(wire));
        let handle = Handle::new(Listener {
            wake: Arc::default(),
            outlet: Some(outlet.clone()),
        });
        handle.lend(Some(0));
        outlet.lend(7);
        (outlet, handle, client)
    }

    fn packet(last: i64, text: &str) -> Arc<Packet> {
        Arc::new(Packet::new(&[Frame::from(text)], last))
    }

    #[tokio::test]
    async fn only_what_follows_the_place_of_a_lent_socket_is_sent() {
        let (outlet, handle, mut client) = lent().await;
        let one = packet(1, "one");
        assert_eq!(
            handle.offer(&one, 8),
            Offered::Left,
            "the status is another"
        );
        assert_eq!(handle.offer(&packet(2, "two"), 7), Offered::Left, "a hole");
        assert_eq!(handle.offer(&one, 7), Offered::Taken);
        assert_eq!(
            handle.offer(&one, 7),
            Offered::Taken,
            "it is not sent twice"
        );
        assert!(outlet.take_back().is_none());
        assert_eq!(handle.take_back(), Some(1));
        assert_eq!(handle.take_back(), None, "its task has it");
        assert_eq!(handle.offer(&packet(2, "two"), 7), Offered::Left);
        outlet.lend(7);
        handle.lend(None);
        assert_eq!(
            handle.offer(&packet(2, "two"), 7),
            Offered::Left,
            "it is to be told something else"
        );
        let mut heard = [0; 6];
        client.read_exact(&mut heard).unwrap();
        assert_eq!(&heard, b"!\x81\x03one");
        drop((outlet, handle));
        assert_eq!(client.read(&mut heard).unwrap(), 0, "that was all");
    }

    #[tokio::test]
    async fn a_packet_of_which_only_a_part_is_taken_is_finished_by_the_task() {
        let (outlet, handle, mut client) = lent().await;
        let text = "x".repeat(100_000);
        // More than the buffers of two sockets hold.
        let packets: Vec<Arc<Packet>> = (1..=200).map(|seq| packet(seq, &text)).collect();
        let mut sent = packets.iter();
        while let Some(next) = sent.next()
            && handle.offer(next, 7) == Offered::Taken
        {}
        let count = packets.len() - sent.len();
        assert!(count < packets.len(), "somewhere it is full");
        assert_eq!(
            handle.offer(&packets[count], 7),
            Offered::Left,
            "nothing in between"
        );
        let rest = outlet.take_back();
        let taken = usize::try_from(handle.take_back().unwrap()).unwrap();

        let reading = std::thread::spawn(move || {
            let mut heard = Vec::new();
            client.read_to_end(&mut heard).unwrap();
            heard
        });
        // Full between two packets, or in the middle of one, which counts as sent.
        match rest {
            Some((packet, from)) => {
                assert_eq!(taken, count);
                outlet
                    .wire
                    .send_bytes(&packet.bytes()[from..])
                    .await
                    .unwrap();
            }
            None => assert_eq!(taken, count - 1),
        }
        drop((outlet, handle));
        let all = packets[..taken].iter().flat_map(|one| one.bytes());
        let expected: Vec<u8> = b"!".iter().chain(all).copied().collect();
        assert!(taken > 0);
        assert!(reading.join().unwrap() == expected, "every byte once");
    }
}
