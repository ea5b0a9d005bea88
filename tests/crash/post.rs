//! A mail server that writes down what it was sent and answers only as often as it is allowed to, so that
//! whoever is killed is killed between a message and its answer.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Instant;

use crate::program::PATIENCE;

/// A running server. Its threads end with the test's process.
pub struct Post {
    port: u16,
    desk: Arc<Desk>,
}

#[derive(Default)]
struct Desk {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    mails: Vec<String>,
    /// How many more messages are answered.
    answers: usize,
    connections: usize,
}

impl Post {
    pub fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let desk = Arc::new(Desk::default());
        let counter = desk.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let desk = counter.clone();
                desk.change(|state| state.connections += 1);
                std::thread::spawn(move || {
                    serve(stream.unwrap(), &desk);
                    desk.change(|state| state.connections -= 1);
                });
            }
        });
        Self { port, desk }
    }

    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    /// Answers so many messages more.
    pub fn answer(&self, messages: usize) {
        self.desk.change(|state| state.answers += messages);
    }

    /// Answers none of those that wait for it.
    pub fn fall_silent(&self) {
        self.desk.change(|state| state.answers = 0);
    }

    /// Waits until it was sent so many messages in all.
    pub fn received(&self, messages: usize) {
        self.desk.wait(|state| state.mails.len() >= messages);
    }

    /// Everything that it was sent, in order, as soon as nobody is connected.
    pub fn mails(&self) -> Vec<String> {
        self.desk.wait(|state| state.connections == 0);
        self.desk.state.lock().unwrap().mails.clone()
    }

    /// How many messages it was sent.
    pub fn count(&self) -> usize {
        self.desk.state.lock().unwrap().mails.len()
    }
}

impl Desk {
    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state.lock().unwrap());
        self.changed.notify_all();
    }

    fn wait(&self, is_so: impl Fn(&State) -> bool) {
        let begun = Instant::now();
        let mut state = self.state.lock().unwrap();
        while !is_so(&state) {
            let left = PATIENCE.saturating_sub(begun.elapsed());
            assert!(!left.is_zero(), "only {} messages came", state.mails.len());
            state = self.changed.wait_timeout(state, left).unwrap().0;
        }
    }
}

fn serve(stream: TcpStream, desk: &Desk) -> Option<()> {
    let mut out = stream.try_clone().ok()?;
    let mut lines = BufReader::new(stream).lines();
    out.write_all(b"220 post.example.org\r\n").ok()?;
    loop {
        let line = lines.next()?.ok()?;
        match line.get(..4)?.to_ascii_uppercase().as_str() {
            "DATA" => {
                out.write_all(b"354 go on\r\n").ok()?;
                let mut mail = String::new();
                loop {
                    match lines.next()?.ok()?.as_str() {
                        "." => break,
                        line => mail.extend([line, "\n"]),
                    }
                }
                desk.change(|state| state.mails.push(mail));
                await_permission(desk, &out)?;
                out.write_all(b"250 taken\r\n").ok()?;
            }
            "QUIT" => return out.write_all(b"221 bye\r\n").ok(),
            _ => out.write_all(b"250 ok\r\n").ok()?,
        }
    }
}

/// Waits until another message may be answered; gives up where the other side has.
fn await_permission(desk: &Desk, stream: &TcpStream) -> Option<()> {
    let mut state = desk.state.lock().unwrap();
    while state.answers == 0 {
        let pause = std::time::Duration::from_millis(20);
        state = desk.changed.wait_timeout(state, pause).unwrap().0;
        stream.set_nonblocking(true).ok()?;
        let gone = matches!(stream.peek(&mut [0]), Ok(0));
        stream.set_nonblocking(false).ok()?;
        if gone {
            return None;
        }
    }
    state.answers -= 1;
    Some(())
}
