//! A mail server that takes everything as fast as it can: a thread a connection, nothing kept.

use std::collections::HashSet;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// A running server. Its threads end with the process.
pub struct Sink {
    pub url: String,
    taken: Arc<Mutex<Taken>>,
}

/// What it has taken.
#[derive(Default)]
struct Taken {
    ids: HashSet<String>,
    copies: usize,
    connections: usize,
}

impl Sink {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("smtp://{}", listener.local_addr().expect("an address"));
        let taken = Arc::new(Mutex::new(Taken::default()));
        let shared = taken.clone();
        thread::spawn(move || {
            for stream in listener.incoming() {
                let taken = shared.clone();
                thread::spawn(move || serve(stream.expect("a connection"), &taken));
            }
        });
        Self { url, taken }
    }

    /// How many letters came, of which none is counted twice, how many copies, and by how many
    /// connections.
    pub fn counts(&self) -> (usize, usize, usize) {
        let taken = self.taken.lock().expect("no panic");
        (taken.ids.len(), taken.copies, taken.connections)
    }
}

fn serve(stream: TcpStream, taken: &Mutex<Taken>) -> io::Result<()> {
    taken.lock().expect("no panic").connections += 1;
    stream.set_nodelay(true)?;
    let (mut out, mut lines) = (stream.try_clone()?, BufReader::new(stream));
    let mut line = String::new();
    let mut next = |line: &mut String| {
        line.clear();
        lines.read_line(line).map(|length| length > 0)
    };
    out.write_all(b"220 sink.example.org\r\n")?;
    while next(&mut line)? {
        let verb = line.get(..4).unwrap_or_default().to_ascii_uppercase();
        out.write_all(match verb.as_str() {
            "EHLO" => b"250-sink.example.org\r\n250 8BITMIME\r\n".as_slice(),
            "QUIT" => return out.write_all(b"221 bye\r\n"),
            "DATA" => b"354 go on\r\n",
            _ => b"250 ok\r\n",
        })?;
        if verb == "DATA" {
            let mut id = None;
            while next(&mut line)? && line != ".\r\n" {
                let found = line.strip_prefix("Message-ID: ");
                id = id.or_else(|| found.map(|found| found.trim().to_owned()));
            }
            let mut taken = taken.lock().expect("no panic");
            let is_new = taken.ids.insert(id.expect("a Message-ID"));
            taken.copies += usize::from(!is_new);
            drop(taken);
            out.write_all(b"250 taken\r\n")?;
        }
    }
    Ok(())
}
