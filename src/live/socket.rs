//! Carries conversations over WebSockets (RFC 6455): messages, the heartbeat, the close.
//!
//! Each connection is a task of the worker that took it. Every send has a time limit: a client that
//! does not read is let go, and holds up nobody else.

use std::future::ready;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::time::Duration;

use actix_web::web;
use actix_web::{HttpRequest, HttpResponse};
use tokio::sync::watch;
use tokio::time::{Instant, Sleep, sleep_until, timeout};

use super::conversation::{Answer, Conversation};
use super::frames::{self, Heard, Objection, Reader};
use super::handshake::{Handover, admit, take_over};
use super::outlet::Outlet;
use super::protocol::{self, Closing, Frame, MESSAGE_BYTES};
use super::wire::Wire;
use super::{Live, Visitor, relay, stopped};
use crate::app::Error;

/// How long a client may take to accept a goodbye.
const GOODBYE_WAIT: Duration = Duration::from_secs(2);

/// How much is read from a client at once.
const READ_BYTES: usize = 4096;

/// Turns a request into a live connection of `visitor`.
///
/// # Errors
/// [`super::handshake::HandshakeRefused`], or where the request is no WebSocket handshake.
pub async fn live(
    req: &HttpRequest,
    payload: web::Payload,
    live: &Live,
    visitor: Visitor,
) -> actix_web::Result<HttpResponse> {
    admit(req, live)?;
    let conversation = live.converse(visitor)?;
    let (response, handover) = take_over(req, payload)?;
    if let Some(relay) = relay::relay(&live.inner.hub) {
        actix_web::rt::spawn(relay);
    }
    let options = &live.inner.options;
    let beat = Beat {
        ping: options.ping,
        pong: options.pong,
        is_waiting: false,
    };
    let opening = Opening {
        first_ping: live.first_ping(),
        send: options.send,
        stopping: live.inner.stopping.subscribe(),
    };
    actix_web::rt::spawn(run(handover, conversation, beat, opening));
    Ok(response)
}

/// What ends a connection from this side, or that it has ended.
enum End {
    Close(Closing),
    /// The client has ended it.
    Gone,
    /// The client does not read, or the connection is lost.
    Lost,
}

impl From<std::io::Error> for End {
    fn from(_: std::io::Error) -> Self {
        Self::Lost
    }
}

/// How a connection begins, and what ends it from here.
struct Opening {
    first_ping: Duration,
    send: Duration,
    stopping: watch::Receiver<bool>,
}

async fn run(handover: Handover, mut conversation: Conversation, beat: Beat, opening: Opening) {
    let (socket, welcome, early) = handover.finish().await;
    let wire = match Wire::new(socket, opening.send) {
        Ok(wire) => wire,
        Err(error) => return tracing::warn!(%error, "a socket could not be taken over"),
    };
    let outlet = Arc::new(Outlet::new(wire));
    let wire = &outlet.wire;
    let mut reader = Reader::new(MESSAGE_BYTES);
    let mut heard = Vec::new();
    let too_early = hear(&mut reader, &early.concat(), &mut heard);
    if wire.send_bytes(welcome.as_bytes()).await.is_err() {
        return wire.cut();
    }
    drop((welcome, early));
    conversation.set_outlet(outlet.clone());
    let mut socket = Socket {
        outlet: outlet.clone(),
        reader,
        conversation,
        beat,
        stopping: opening.stopping,
    };
    match socket.carry(opening.first_ping, (heard, too_early)).await {
        End::Gone => {}
        End::Lost => wire.cut(),
        End::Close(closing) => socket.close(closing).await,
    }
}

/// Reads messages up to an objection. Not while they are answered: what is read into would be kept
/// for every connection.
fn hear(reader: &mut Reader, mut bytes: &[u8], heard: &mut Vec<Heard>) -> Result<(), Objection> {
    while let Some(message) = reader.read(&mut bytes)? {
        heard.push(message);
    }
    Ok(())
}

/// Messages, and what comes after them.
type Messages = (Vec<Heard>, Result<(), Objection>);

struct Socket {
    outlet: Arc<Outlet>,
    reader: Reader,
    conversation: Conversation,
    beat: Beat,
    stopping: watch::Receiver<bool>,
}

enum Happening {
    Stop,
    Readable(std::io::Result<()>),
    Beat,
    Due,
}

impl Socket {
    /// Carries the conversation until it ends.
    async fn carry(&mut self, first: Duration, early: Messages) -> End {
        let mut next = pin!(sleep_until(Instant::now() + first));
        if let Err(end) = self.take(early, next.as_mut()).await {
            return end;
        }
        let mut stopping = self.stopping.clone();
        let mut stopped = pin!(stopped(&mut stopping));
        let mut is_due = false;
        loop {
            // In this order: who keeps us busy cannot keep us from stopping, and a pong that has
            // arrived counts before its time is up.
            self.conversation.lend();
            let happening = tokio::select! {
                biased;
                () = &mut stopped => Happening::Stop,
                readable = self.outlet.wire.readable() => Happening::Readable(readable),
                () = next.as_mut() => Happening::Beat,
                () = ready(()), if is_due => Happening::Due,
                () = self.conversation.woken(), if !is_due => Happening::Due,
            };
            if let Some((packet, from)) = self.conversation.take_back()
                && let Err(end) = self.send_bytes(&packet.bytes()[from..]).await
            {
                return end;
            }
            let done = match happening {
                Happening::Stop => Err(End::Close(Closing::GoingAway)),
                Happening::Readable(Ok(())) => self.read(next.as_mut()).await,
                Happening::Readable(Err(_)) => Err(End::Lost),
                Happening::Beat => self.beat(next.as_mut()).await,
                Happening::Due => self.send_due().await.map(|sent| is_due = sent),
            };
            if let Err(end) = done {
                return end;
            }
        }
    }

    /// Reads what has come, a piece of it.
    async fn read(&mut self, next: Pin<&mut Sleep>) -> Result<(), End> {
        let messages = {
            let (mut buffer, mut heard) = ([0; READ_BYTES], Vec::new());
            let read = match self.outlet.wire.read(&mut buffer)? {
                None => return Ok(()),
                Some(0) => return Err(End::Gone),
                Some(length) => hear(&mut self.reader, &buffer[..length], &mut heard),
            };
            (heard, read)
        };
        self.take(messages, next).await
    }

    async fn take(
        &mut self,
        (heard, rest): Messages,
        mut next: Pin<&mut Sleep>,
    ) -> Result<(), End> {
        for heard in heard {
            if self.beat.heard() {
                next.as_mut().reset(Instant::now() + self.beat.ping);
            }
            // Texts are counted where it is known what they ask.
            if !matches!(heard, Heard::Text(_)) && !self.conversation.count() {
                return Err(End::Close(Closing::TooMuch));
            }
            match heard {
                Heard::Text(text) => self.answer(&text).await?,
                Heard::Binary => return Err(End::Close(Closing::Binary)),
                Heard::Ping(payload) => self.send_bytes(&frames::pong(&payload)).await?,
                Heard::Pong => {}
                Heard::Close => return Err(End::Close(Closing::Answer)),
            }
        }
        rest.map_err(objected)
    }

    async fn answer(&mut self, text: &str) -> Result<(), End> {
        for answer in self.conversation.receive(text).await.map_err(away)? {
            match answer {
                Answer::Say(frame) => self.send(&[frame]).await?,
                Answer::Close(closing) => return Err(End::Close(closing)),
            }
        }
        Ok(())
    }

    /// Sends a batch of what is due; whether there may be more.
    async fn send_due(&mut self) -> Result<bool, End> {
        let frames = self.conversation.due().await.map_err(away)?;
        self.send(&frames).await?;
        Ok(!frames.is_empty() && !self.conversation.is_served())
    }

    async fn beat(&mut self, mut next: Pin<&mut Sleep>) -> Result<(), End> {
        if self.beat.is_waiting {
            return Err(End::Close(Closing::HeartbeatLost));
        }
        self.beat.is_waiting = true;
        next.as_mut().reset(Instant::now() + self.beat.pong);
        self.conversation.look_again();
        self.send_bytes(&frames::ping()).await
    }

    /// Waits for a send to be accepted; not when the node stops meanwhile.
    async fn send(&mut self, frames: &[Frame]) -> Result<(), End> {
        tokio::select! {
            biased;
            sent = self.outlet.wire.send(frames) => Ok(sent?),
            // In the middle of a frame nothing else can be said.
            () = stopped(&mut self.stopping) => Err(End::Lost),
        }
    }

    async fn send_bytes(&mut self, bytes: &[u8]) -> Result<(), End> {
        tokio::select! {
            biased;
            sent = self.outlet.wire.send_bytes(bytes) => Ok(sent?),
            // In the middle of a frame nothing else can be said.
            () = stopped(&mut self.stopping) => Err(End::Lost),
        }
    }

    /// Says why, and closes.
    async fn close(self, closing: Closing) {
        tracing::debug!(code = closing.code(), "a live connection is closed");
        if closing == Closing::GoingAway {
            let goodbye = [protocol::goodbye(self.conversation.reconnect_after())];
            let said = timeout(GOODBYE_WAIT, self.outlet.wire.send(&goodbye)).await;
            if !matches!(said, Ok(Ok(()))) {
                return self.outlet.wire.cut();
            }
        }
        self.outlet
            .wire
            .close(&frames::close(closing.code(), closing.reason()))
            .await;
    }
}

fn objected(objection: Objection) -> End {
    End::Close(match objection {
        Objection::TooBig => Closing::TooBig,
        Objection::Broken => Closing::Broken,
        Objection::NotUtf8 => Closing::Malformed,
    })
}

fn away(error: Error) -> End {
    let cause = std::error::Error::source(&error);
    tracing::debug!(%error, cause, "a live connection is asked to come back");
    End::Close(Closing::TryAgainLater)
}

/// The heartbeat of a connection, and whether a ping is waiting for its pong.
struct Beat {
    ping: Duration,
    pong: Duration,
    is_waiting: bool,
}

impl Beat {
    /// The client has said something, a pong or anything else: it is there. Whether it was waited for.
    fn heard(&mut self) -> bool {
        std::mem::take(&mut self.is_waiting)
    }
}
