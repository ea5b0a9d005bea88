//! Thousands of WebSockets that only count: what a library would do with each frame would be measured
//! with the server.

use std::cell::{Cell, RefCell};
use std::io;
use std::net::SocketAddr;
use std::rc::Rc;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// What all sockets of a crowd have heard.
#[derive(Default)]
pub struct Heard {
    /// Texts so far.
    pub texts: Cell<usize>,
    /// When each came, if asked for.
    pub arrivals: RefCell<Vec<Instant>>,
    /// Bytes of the text that came last.
    pub length: Cell<usize>,
    lost: Cell<usize>,
}

/// Sockets on one address.
pub struct Crowd {
    /// What they have heard.
    pub heard: Rc<Heard>,
    tasks: Vec<tokio::task::JoinHandle<()>>,
}

impl Crowd {
    /// Opens `count` sockets, some at a time, and says `greeting` on each.
    pub async fn gather(
        address: SocketAddr,
        path: &str,
        count: usize,
        greeting: Option<&str>,
    ) -> Self {
        let heard = Rc::new(Heard::default());
        let mut tasks = Vec::with_capacity(count);
        while tasks.len() < count {
            let some = (count - tasks.len()).min(100);
            let opening = (0..some).map(|_| shake_hands(address, path));
            for socket in futures_util::future::join_all(opening).await {
                let mut socket = socket.expect("a socket");
                if let Some(text) = greeting {
                    socket
                        .write_all(&text_frame(text))
                        .await
                        .expect("a greeting");
                }
                let heard = heard.clone();
                tasks.push(tokio::task::spawn_local(async move {
                    if listen(socket, &heard).await.is_err() {
                        heard.lost.set(heard.lost.get() + 1);
                    }
                }));
            }
        }
        Self { heard, tasks }
    }

    /// Waits until so many texts were heard altogether.
    pub async fn hear(&self, texts: usize) {
        let deadline = Instant::now() + Duration::from_secs(120);
        while self.heard.texts.get() < texts {
            let (heard, lost) = (self.heard.texts.get(), self.heard.lost.get());
            assert!(
                Instant::now() < deadline,
                "{heard} of {texts} texts, {lost} sockets lost"
            );
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }
}

impl Drop for Crowd {
    fn drop(&mut self) {
        self.tasks.iter().for_each(tokio::task::JoinHandle::abort);
    }
}

async fn shake_hands(address: SocketAddr, path: &str) -> io::Result<TcpStream> {
    let mut socket = TcpStream::connect(address).await?;
    let request = format!(
        "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
         Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==\r\n\r\n"
    );
    socket.write_all(request.as_bytes()).await?;
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(socket.read_u8().await?);
    }
    let is_welcome = head.starts_with(b"HTTP/1.1 101");
    let refused = || io::Error::other(String::from_utf8_lossy(&head).into_owned());
    is_welcome.then_some(socket).ok_or_else(refused)
}

/// A masked text of a client's; a mask of zeros changes nothing.
fn text_frame(text: &str) -> Vec<u8> {
    let length = u16::try_from(text.len()).expect("a short text");
    let mut frame = vec![0x81, 0x80 | 126];
    frame.extend(length.to_be_bytes());
    frame.extend([0; 4]);
    frame.extend(text.as_bytes());
    frame
}

async fn listen(mut socket: TcpStream, heard: &Heard) -> io::Result<()> {
    let mut buffer = Vec::with_capacity(1024);
    loop {
        buffer.reserve(1024);
        if socket.read_buf(&mut buffer).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let now = Instant::now();
        let mut at = 0;
        while let Some((opcode, header, length)) = frame(&buffer[at..]) {
            match opcode {
                1 => {
                    heard.texts.set(heard.texts.get() + 1);
                    heard.length.set(length);
                    heard.arrivals.borrow_mut().push(now);
                }
                9 => {
                    let mut pong = vec![0x8a, 0x80 | u8::try_from(length).unwrap_or(0), 0, 0, 0, 0];
                    pong.extend(&buffer[at + header..at + header + length]);
                    socket.write_all(&pong).await?;
                }
                8 => return Err(io::ErrorKind::ConnectionAborted.into()),
                _ => {}
            }
            at += header + length;
        }
        buffer.drain(..at);
        if buffer.is_empty() {
            buffer.shrink_to(1024);
        }
    }
}

/// The opcode, the header's and the payload's length of the frame that is whole at the beginning.
fn frame(bytes: &[u8]) -> Option<(u8, usize, usize)> {
    let (first, second) = (*bytes.first()?, *bytes.get(1)?);
    let (header, length) = match second & 0x7f {
        126 => (
            4,
            usize::from(u16::from_be_bytes([*bytes.get(2)?, *bytes.get(3)?])),
        ),
        127 => return None,
        length => (2, usize::from(length)),
    };
    (bytes.len() >= header + length).then_some((first & 0x0f, header, length))
}
