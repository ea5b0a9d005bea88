//! The socket of a live connection, apart from what is said on it.
//!
//! Taken from the HTTP server after the handshake ([`super::handshake`]), so that a connection costs
//! what it needs and no buffer more, a frame goes out by one call of the system without being
//! copied, and the socket of a client that does not read is really gone when it is let go.

use std::future::poll_fn;
use std::io::{self, ErrorKind, IoSlice};
use std::time::Duration;

use socket2::SockRef;
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout, timeout_at};

use super::frames::Header;
use super::protocol::Frame;

/// How many times as long as it may take nothing a client may take over a batch.
const BATCH_WAITS: u32 = 6;

/// How long a client may take to accept a close, and to close too.
const CLOSE_WAIT: Duration = Duration::from_secs(2);

/// Most that is read on after a close, so that the client gets to read it.
const CLOSE_BYTES: usize = 1024 * 1024;

/// How much the system keeps for a client that does not read; it takes the double.
const SEND_BUFFER: usize = 64 * 1024;

/// A frame up to so long is sent from a copy beside its header, which the system takes faster.
const SMALL: usize = 1024;

/// Most frames that are handed to the system at once.
const AT_ONCE: usize = 32;

/// The socket of a client.
pub struct Wire {
    stream: TcpStream,
    /// How long the client may take nothing of what it is sent.
    wait: Duration,
}

impl Wire {
    /// Takes a socket over.
    ///
    /// # Errors
    /// Where the system does not let us, or nobody runs here who waits for sockets.
    pub fn new(socket: socket2::Socket, wait: Duration) -> io::Result<Self> {
        socket.set_nonblocking(true)?;
        socket.set_tcp_nodelay(true)?;
        socket.set_send_buffer_size(SEND_BUFFER)?;
        let stream = TcpStream::from_std(socket.into())?;
        Ok(Self { stream, wait })
    }

    /// Waits until there is something to read, or the end.
    pub async fn readable(&self) -> io::Result<()> {
        poll_fn(|context| self.stream.poll_read_ready(context)).await
    }

    /// Reads what has come; `None` where that is all for now, 0 bytes at the end.
    pub fn read(&self, buffer: &mut [u8]) -> io::Result<Option<usize>> {
        match self.stream.try_read(buffer) {
            Ok(length) => Ok(Some(length)),
            Err(error) if error.kind() == ErrorKind::WouldBlock => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Sends texts, as long as the client takes them.
    ///
    /// # Errors
    /// Where the connection is lost, or the client takes too long.
    pub async fn send(&self, mut frames: &[Frame]) -> io::Result<()> {
        let (mut skip, mut deadline) = (0, None);
        while let Some(rest) = self.send_some(frames, skip)? {
            (frames, skip) = rest;
            self.wait(&mut deadline).await?;
        }
        Ok(())
    }

    /// Sends as much as the system takes now; what is left then: frames, and of the first what is
    /// sent already.
    fn send_some<'f>(
        &self,
        mut frames: &'f [Frame],
        mut skip: usize,
    ) -> io::Result<Option<(&'f [Frame], usize)>> {
        if let [frame] = frames
            && frame.len() <= SMALL
        {
            let (header, mut buffer) = (Header::text(frame.len()), [0; SMALL + 10]);
            let (header, whole) = (header.bytes(), header.bytes().len() + frame.len());
            buffer[..header.len()].copy_from_slice(header);
            buffer[header.len()..whole].copy_from_slice(frame.as_bytes());
            return match self.stream.try_write(&buffer[skip..whole]) {
                Ok(sent) if skip + sent == whole => Ok(None),
                Ok(sent) => Ok(Some((frames, skip + sent))),
                Err(error) if error.kind() == ErrorKind::WouldBlock => Ok(Some((frames, skip))),
                Err(error) => Err(error),
            };
        }
        while !frames.is_empty() {
            let batch = &frames[..frames.len().min(AT_ONCE)];
            let mut headers = [Header::text(0); AT_ONCE];
            let mut slices = [IoSlice::new(&[]); 2 * AT_ONCE];
            let lengths = batch.iter().map(|frame| frame.len());
            for (header, length) in headers.iter_mut().zip(lengths) {
                *header = Header::text(length);
            }
            for ((frame, header), slices) in batch.iter().zip(&headers).zip(slices.chunks_mut(2)) {
                slices[0] = IoSlice::new(header.bytes());
                slices[1] = IoSlice::new(frame.as_bytes());
            }
            let mut slices = &mut slices[..2 * batch.len()];
            IoSlice::advance_slices(&mut slices, skip);
            let mut sent = match self.stream.try_write_vectored(slices) {
                Ok(sent) => sent + skip,
                Err(error) if error.kind() == ErrorKind::WouldBlock => {
                    return Ok(Some((frames, skip)));
                }
                Err(error) => return Err(error),
            };
            for (frame, header) in batch.iter().zip(&headers) {
                let whole = header.bytes().len() + frame.len();
                if sent < whole {
                    break;
                }
                sent -= whole;
                frames = &frames[1..];
            }
            skip = sent;
        }
        Ok(None)
    }

    /// Sends as much as the system takes now; how much that is.
    ///
    /// # Errors
    /// Where the connection is lost.
    pub fn send_now(&self, bytes: &[u8]) -> io::Result<usize> {
        match self.stream.try_write(bytes) {
            Err(error) if error.kind() == ErrorKind::WouldBlock => Ok(0),
            sent => sent,
        }
    }

    /// Sends bytes as they are.
    ///
    /// # Errors
    /// As [`Wire::send`].
    pub async fn send_bytes(&self, mut bytes: &[u8]) -> io::Result<()> {
        let mut deadline = None;
        while !bytes.is_empty() {
            match self.stream.try_write(bytes) {
                Ok(sent) => bytes = &bytes[sent..],
                Err(error) if error.kind() == ErrorKind::WouldBlock => {
                    self.wait(&mut deadline).await?;
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Waits until the client takes more; at the first wait it is set until when it may take all.
    async fn wait(&self, deadline: &mut Option<Instant>) -> io::Result<()> {
        let now = Instant::now();
        let until = (now + self.wait).min(*deadline.get_or_insert(now + self.wait * BATCH_WAITS));
        timeout_at(until, self.stream.writable())
            .await
            .map_err(|_| io::Error::from(ErrorKind::TimedOut))?
    }

    /// Says a last word and waits a little for the client to end it too, so that it reads what we
    /// said: a socket that is closed with something unread in it takes back what it has sent.
    pub async fn close(&self, last: &[u8]) {
        if !matches!(timeout(CLOSE_WAIT, self.send_bytes(last)).await, Ok(Ok(()))) {
            return self.cut();
        }
        let ended = SockRef::from(&self.stream).shutdown(std::net::Shutdown::Write);
        if ended.is_err() || timeout(CLOSE_WAIT, self.read_to_end()).await.is_err() {
            self.cut();
        }
    }

    async fn read_to_end(&self) {
        let mut left = CLOSE_BYTES;
        while self.readable().await.is_ok() {
            let mut buffer = [0; 4096];
            match self.read(&mut buffer) {
                Ok(Some(length @ 1..)) if length < left => left -= length,
                Ok(None) => {}
                _ => return,
            }
        }
    }

    /// Has the connection end at once when this is dropped, whatever the client has not read yet.
    pub fn cut(&self) {
        if let Err(error) = SockRef::from(&self.stream).set_linger(Some(Duration::ZERO)) {
            tracing::debug!(%error, "a connection ends with what it has not sent");
        }
    }
}
