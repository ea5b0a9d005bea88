//! A mail server that does as it is told, for what a good one never does.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};

/// What it does.
#[derive(Clone, Copy)]
pub struct Script {
    /// Its answer to a MAIL command.
    pub sender: fn(&str) -> &'static str,
    /// Its answer to a RCPT command.
    pub recipient: fn(&str) -> &'static str,
    /// Whether it closes the connection after it took a message.
    pub hang_up_after_message: bool,
    /// What it does wrong, and how often, before it is well again.
    pub fault: Option<(Fault, usize)>,
    /// Whether it answers a message only after [`Scripted::release`].
    pub waits_for_release: bool,
}

/// What a server does wrong.
#[derive(Clone, Copy, PartialEq)]
pub enum Fault {
    /// Says this instead of a greeting and hangs up.
    Greeting(&'static str),
    /// Says this to a RCPT command.
    Recipient(&'static str),
    /// Says this after the message.
    Message(&'static str),
    /// Hangs up after the whole message without a word: it may have taken it or not.
    Dropped,
    /// Says nothing after the message and keeps the line open.
    Silent,
    /// Offers TLS and resets the line when it is to begin.
    Reset,
}

impl Default for Script {
    fn default() -> Self {
        Self {
            sender: |_| "250 ok\r\n",
            recipient: |_| "250 ok\r\n",
            hang_up_after_message: false,
            fault: None,
            waits_for_release: false,
        }
    }
}

/// What has come of what it was sent.
#[derive(Default)]
struct Taken {
    messages: AtomicUsize,
    faults: AtomicUsize,
}

/// A running server. Its threads end with the test's process.
pub struct Scripted {
    port: u16,
    connections: Arc<AtomicUsize>,
    taken: Arc<Taken>,
    release: Sender<()>,
}

impl Scripted {
    pub fn start(script: Script) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let connections = Arc::new(AtomicUsize::new(0));
        let (release, released) = channel();
        let released = Arc::new(Mutex::new(released));
        let kept = Arc::new(Taken::default());
        let (counter, taken) = (connections.clone(), kept.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                counter.fetch_add(1, Ordering::SeqCst);
                let (released, taken) = (released.clone(), taken.clone());
                std::thread::spawn(move || serve(stream.unwrap(), script, &released, &taken));
            }
        });
        Self {
            port,
            connections,
            taken: kept,
            release,
        }
    }

    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    /// How many connections it has had.
    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    /// How many messages it has taken.
    pub fn messages(&self) -> usize {
        self.taken.messages.load(Ordering::SeqCst)
    }

    /// Lets it answer one message.
    pub fn release(&self) {
        self.release.send(()).unwrap();
    }
}

fn serve(
    stream: TcpStream,
    script: Script,
    released: &Mutex<Receiver<()>>,
    taken: &Taken,
) -> Option<()> {
    let mut out = stream.try_clone().ok()?;
    let left = taken.faults.load(Ordering::SeqCst);
    let fault = script
        .fault
        .filter(|(_, times)| left < *times)
        .map(|(fault, _)| fault);
    let fail = || taken.faults.fetch_add(1, Ordering::SeqCst);
    if let Some(Fault::Greeting(words)) = fault {
        fail();
        return out.write_all(words.as_bytes()).ok();
    }
    let mut lines = BufReader::new(stream).lines();
    out.write_all(b"220 scripted.example.org\r\n").ok()?;
    loop {
        let line = lines.next()?.ok()?;
        let answer = match line
            .get(..4)
            .unwrap_or_default()
            .to_ascii_uppercase()
            .as_str()
        {
            "EHLO" if fault == Some(Fault::Reset) => "250-scripted.example.org\r\n250 STARTTLS\r\n",
            "STAR" => {
                fail();
                // Closed with a client's hello unread, which resets the line.
                out.write_all(b"220 go on\r\n").ok()?;
                std::thread::sleep(std::time::Duration::from_millis(20));
                return Some(());
            }
            "EHLO" => "250 scripted.example.org\r\n",
            "MAIL" => (script.sender)(&line),
            "RCPT" => match fault {
                Some(Fault::Recipient(words)) => {
                    fail();
                    words
                }
                _ => (script.recipient)(&line),
            },
            "QUIT" => return out.write_all(b"221 bye\r\n").ok(),
            "DATA" => {
                out.write_all(b"354 go on\r\n").ok()?;
                while lines.next()?.ok()? != "." {}
                if script.waits_for_release {
                    released.lock().ok()?.recv().ok()?;
                }
                match fault {
                    Some(Fault::Message(words)) => {
                        fail();
                        out.write_all(words.as_bytes()).ok()?;
                        return Some(());
                    }
                    Some(Fault::Dropped) => {
                        fail();
                        taken.messages.fetch_add(1, Ordering::SeqCst);
                        return Some(());
                    }
                    Some(Fault::Silent) => {
                        fail();
                        // Until the other side gives up.
                        while lines.next()?.is_ok() {}
                        return None;
                    }
                    _ => {}
                }
                taken.messages.fetch_add(1, Ordering::SeqCst);
                out.write_all(b"250 taken\r\n").ok()?;
                if script.hang_up_after_message {
                    return Some(());
                }
                continue;
            }
            _ => "250 ok\r\n",
        };
        out.write_all(answer.as_bytes()).ok()?;
    }
}

/// A port of this machine where nobody listens.
pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}
