//! Carries conversations over WebSockets (RFC 6455): the handshake, the heartbeat, the close.
//!
//! The only file that knows actix-ws. Each connection is a task of the worker that took it. Every
//! send has a time limit: a client that does not read is let go, and holds up nobody else.

use std::any::Any;
use std::future::ready;
use std::pin::Pin;
use std::time::Duration;

use actix_web::dev::{Extensions, Payload};
use actix_web::error::PayloadError;
use actix_web::http::{StatusCode, header};
use actix_web::web::{self, Bytes};
use actix_web::{FromRequest, HttpRequest, HttpResponse, ResponseError};
use actix_ws::{AggregatedMessage, AggregatedMessageStream, CloseReason, ProtocolError, Session};
use futures_util::{Stream, StreamExt};
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until, timeout};

use super::conversation::{Answer, Conversation};
use super::frames::{FrameWatch, Objection};
use super::protocol::{self, Closing, MESSAGE_BYTES, SUBPROTOCOL, TOPICS};
use super::{Live, LiveOptions, Visitor, origin, stopped};
use crate::app::Error;

/// How long a client may take to accept what it is sent.
const SEND_WAIT: Duration = Duration::from_secs(10);

/// How long a client may take to accept a close.
const CLOSE_WAIT: Duration = Duration::from_secs(2);

/// How long data may stand unacknowledged before the system gives a connection up. Longer than
/// [`SEND_WAIT`]: first the task ends, then the connection it leaves behind.
const UNACKNOWLEDGED: Duration = Duration::from_secs(20);

/// Why a request does not become a live connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HandshakeRefused {
    /// A page that is not ours wanted to open it.
    #[error("live connections are for this service's own pages")]
    ForeignOrigin,
    /// The client speaks other subprotocols only.
    #[error("the subprotocol here is {SUBPROTOCOL}")]
    Subprotocol,
    /// The node is being stopped.
    #[error("the server is being stopped; connect again")]
    Stopping,
    /// Too many connections, or too much asked, from the same address or by the same session.
    #[error("too many connections or messages; wait before you connect again")]
    TooMuch,
    /// The database is away.
    #[error("the database cannot be used just now; connect again")]
    Away,
    /// A stream of nothing, or of too much.
    #[error("name 1 to {TOPICS} topics: ?topic=city/seattle&topic=offer/ID")]
    NoTopics,
    /// None of the topics of a stream may be followed.
    #[error("none of these topics can be followed")]
    NotAllowed,
}

impl HandshakeRefused {
    /// The stable code of the problem.
    pub fn code(&self) -> &'static str {
        match self {
            Self::ForeignOrigin => "foreign_origin",
            Self::Subprotocol => "unknown_subprotocol",
            Self::Stopping => "stopping",
            Self::TooMuch => "too_many_requests",
            Self::Away => "unavailable",
            Self::NoTopics => "no_topics",
            Self::NotAllowed => "not_found",
        }
    }
}

impl ResponseError for HandshakeRefused {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::ForeignOrigin => StatusCode::FORBIDDEN,
            Self::Subprotocol => StatusCode::BAD_REQUEST,
            Self::Stopping | Self::Away => StatusCode::SERVICE_UNAVAILABLE,
            Self::TooMuch => StatusCode::TOO_MANY_REQUESTS,
            Self::NoTopics => StatusCode::UNPROCESSABLE_ENTITY,
            Self::NotAllowed => StatusCode::NOT_FOUND,
        }
    }

    fn error_response(&self) -> HttpResponse {
        let status = self.status_code();
        let problem = serde_json::json!({
            "type": "about:blank",
            "title": status.canonical_reason(),
            "status": status.as_u16(),
            "detail": self.to_string(),
            "code": self.code(),
        });
        let mut response = HttpResponse::build(status);
        if matches!(self, Self::Stopping | Self::TooMuch | Self::Away) {
            response.insert_header((header::RETRY_AFTER, "10"));
        }
        response
            .content_type("application/problem+json")
            .body(problem.to_string())
    }
}

/// Turns a request into a live connection of `visitor`.
///
/// # Errors
/// [`HandshakeRefused`], or where the request is no WebSocket handshake.
pub async fn live(
    req: &HttpRequest,
    payload: web::Payload,
    live: &Live,
    visitor: Visitor,
) -> actix_web::Result<HttpResponse> {
    admit(req, live)?;
    let conversation = live.converse(visitor)?;
    let payload = watched(req, payload).await?;
    let (response, session, messages) =
        actix_ws::handle_with_protocols(req, payload, &[SUBPROTOCOL])?;
    let messages = messages
        .max_frame_size(MESSAGE_BYTES)
        .aggregate_continuations()
        .max_continuation_size(MESSAGE_BYTES);
    let socket = Socket {
        session,
        messages,
        conversation,
        heartbeat: Heartbeat::new(&live.inner.options, live.first_ping()),
        stopping: live.inner.stopping.subscribe(),
    };
    actix_web::rt::spawn(socket.run());
    Ok(response)
}

/// Prepares every new connection of the server, for `HttpServer::on_connect` (before `bind`).
///
/// A client that stops reading leaves data unacknowledged for ever; the HTTP server would keep
/// its connection as long. Where the system allows it (Linux, Android), it is told to give up.
pub fn on_connect(connection: &dyn Any, _: &mut Extensions) {
    let Some(stream) = connection.downcast_ref::<actix_web::rt::net::TcpStream>() else {
        return;
    };
    #[cfg(any(target_os = "linux", target_os = "android"))]
    if let Err(error) = socket2::SockRef::from(stream).set_tcp_user_timeout(Some(UNACKNOWLEDGED)) {
        tracing::debug!(%error, "a connection without a time limit");
    }
    #[cfg(not(any(target_os = "linux", target_os = "android")))]
    let _ = (stream, UNACKNOWLEDGED);
}

pub(super) fn admit(req: &HttpRequest, live: &Live) -> Result<(), HandshakeRefused> {
    if live.is_stopping() {
        return Err(HandshakeRefused::Stopping);
    }
    let text = |value: &header::HeaderValue| value.to_str().unwrap_or_default().to_owned();
    if let Some(given) = req.headers().get(header::ORIGIN).map(text) {
        let host = req.headers().get(header::HOST).map(text);
        if !origin::is_own(&given, &live.inner.options.public_url, host.as_deref()) {
            return Err(HandshakeRefused::ForeignOrigin);
        }
    }
    let offered: Vec<String> = req
        .headers()
        .get_all(header::SEC_WEBSOCKET_PROTOCOL)
        .map(text)
        .collect();
    let offered = offered.join(",");
    let is_ours = offered.is_empty() || offered.split(',').any(|name| name.trim() == SUBPROTOCOL);
    is_ours.then_some(()).ok_or(HandshakeRefused::Subprotocol)
}

/// The payload, cut off where [`FrameWatch`] objects.
async fn watched(req: &HttpRequest, payload: web::Payload) -> actix_web::Result<web::Payload> {
    let mut watch = FrameWatch::new(MESSAGE_BYTES);
    let watched = payload.map(move |bytes: Result<Bytes, PayloadError>| {
        let bytes = bytes?;
        watch.see(&bytes).map_err(|objection| match objection {
            Objection::TooBig => PayloadError::Overflow,
            Objection::ReservedBits => PayloadError::EncodingCorrupted,
        })?;
        Ok(bytes)
    });
    let boxed: Pin<Box<dyn Stream<Item = Result<Bytes, PayloadError>>>> = Box::pin(watched);
    // The extractor is the only way from a stream to the type that actix-ws takes.
    web::Payload::from_request(req, &mut Payload::from(boxed)).await
}

/// What ends a connection from this side, or that it has ended.
enum End {
    Close(Closing),
    Gone,
}

struct Socket {
    session: Session,
    messages: AggregatedMessageStream,
    conversation: Conversation,
    heartbeat: Heartbeat,
    stopping: watch::Receiver<bool>,
}

enum Happening {
    Message(Option<Result<AggregatedMessage, ProtocolError>>),
    Beat,
    Due,
}

impl Socket {
    async fn run(mut self) {
        let End::Close(closing) = self.carry().await else {
            return;
        };
        tracing::debug!(code = closing.code(), "a live connection is closed");
        if closing == Closing::GoingAway {
            let goodbye = protocol::goodbye(self.conversation.reconnect_after());
            if !matches!(
                timeout(CLOSE_WAIT, self.session.text(&*goodbye)).await,
                Ok(Ok(()))
            ) {
                return;
            }
        }
        let reason = CloseReason {
            code: closing.code().into(),
            description: Some(closing.reason().to_owned()),
        };
        // Where it is not accepted the client is gone, or does not read: it ends all the same.
        let closed = timeout(CLOSE_WAIT, self.session.close(Some(reason))).await;
        if !matches!(closed, Ok(Ok(()))) {
            tracing::debug!("a live connection ended without a close");
        }
    }

    /// Carries the conversation until it ends.
    async fn carry(&mut self) -> End {
        let mut is_due = false;
        loop {
            // In this order: who keeps us busy cannot keep us from stopping, and a pong that has
            // arrived counts before its time is up.
            let happening = tokio::select! {
                biased;
                () = stopped(&mut self.stopping) => return End::Close(Closing::GoingAway),
                message = self.messages.recv() => Happening::Message(message),
                () = sleep_until(self.heartbeat.next) => Happening::Beat,
                () = ready(()), if is_due => Happening::Due,
                () = self.conversation.woken(), if !is_due => Happening::Due,
            };
            let done = match happening {
                Happening::Message(message) => self.take(message).await,
                Happening::Beat => self.beat().await,
                Happening::Due => self.send_due().await.map(|sent| is_due = sent),
            };
            if let Err(end) = done {
                return end;
            }
        }
    }

    async fn take(
        &mut self,
        message: Option<Result<AggregatedMessage, ProtocolError>>,
    ) -> Result<(), End> {
        let message = match message {
            None => return Err(End::Gone),
            Some(Err(error)) => return Err(end_of(&error)),
            Some(Ok(message)) => message,
        };
        self.heartbeat.heard();
        // Texts are counted where it is known what they ask.
        if !matches!(message, AggregatedMessage::Text(_)) && !self.conversation.count() {
            return Err(End::Close(Closing::TooMuch));
        }
        match message {
            AggregatedMessage::Text(text) => self.answer(&text).await,
            AggregatedMessage::Binary(_) => Err(End::Close(Closing::Binary)),
            AggregatedMessage::Ping(bytes) => {
                send(&mut self.stopping, self.session.pong(&bytes)).await
            }
            AggregatedMessage::Pong(_) => Ok(()),
            AggregatedMessage::Close(_) => Err(End::Close(Closing::Answer)),
        }
    }

    async fn answer(&mut self, text: &str) -> Result<(), End> {
        for answer in self.conversation.receive(text).await.map_err(away)? {
            match answer {
                Answer::Say(frame) => {
                    send(&mut self.stopping, self.session.text(&*frame)).await?;
                }
                Answer::Close(closing) => return Err(End::Close(closing)),
            }
        }
        Ok(())
    }

    /// Sends a batch of what is due; whether there may be more.
    async fn send_due(&mut self) -> Result<bool, End> {
        let frames = self.conversation.due().await.map_err(away)?;
        for frame in &frames {
            send(&mut self.stopping, self.session.text(&**frame)).await?;
        }
        Ok(!frames.is_empty())
    }

    async fn beat(&mut self) -> Result<(), End> {
        if self.heartbeat.is_waiting {
            return Err(End::Close(Closing::HeartbeatLost));
        }
        self.heartbeat.pinged();
        self.conversation.look_again();
        send(&mut self.stopping, self.session.ping(b"")).await
    }
}

/// Waits for a send to be accepted; not when the node stops meanwhile, and not for ever.
async fn send(
    stopping: &mut watch::Receiver<bool>,
    sending: impl Future<Output = Result<(), actix_ws::Closed>>,
) -> Result<(), End> {
    tokio::select! {
        biased;
        sent = timeout(SEND_WAIT, sending) => match sent {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) | Err(_) => Err(End::Gone),
        },
        () = stopped(stopping) => Err(End::Close(Closing::GoingAway)),
    }
}

fn away(error: Error) -> End {
    let cause = std::error::Error::source(&error);
    tracing::debug!(%error, cause, "a live connection is asked to come back");
    End::Close(Closing::TryAgainLater)
}

/// What a failure to read from the client means.
fn end_of(error: &ProtocolError) -> End {
    let ProtocolError::Io(io) = error else {
        return End::Close(match error {
            ProtocolError::Overflow => Closing::TooBig,
            _ => Closing::Broken,
        });
    };
    match io
        .get_ref()
        .and_then(|cause| cause.downcast_ref::<PayloadError>())
    {
        Some(PayloadError::Overflow) => return End::Close(Closing::TooBig),
        Some(PayloadError::EncodingCorrupted) => return End::Close(Closing::Broken),
        Some(_) => return End::Gone,
        None => {}
    }
    // What is left of that kind is text that is not UTF-8.
    if io.kind() == std::io::ErrorKind::InvalidData {
        End::Close(Closing::Malformed)
    } else {
        End::Gone
    }
}

/// When to ping next, and whether a ping is waiting for its pong.
struct Heartbeat {
    ping: Duration,
    pong: Duration,
    next: Instant,
    is_waiting: bool,
}

impl Heartbeat {
    fn new(options: &LiveOptions, first: Duration) -> Self {
        Self {
            ping: options.ping,
            pong: options.pong,
            next: Instant::now() + first,
            is_waiting: false,
        }
    }

    fn pinged(&mut self) {
        self.is_waiting = true;
        self.next = Instant::now() + self.pong;
    }

    /// The client has said something, a pong or anything else: it is there.
    fn heard(&mut self) {
        if self.is_waiting {
            self.is_waiting = false;
            self.next = Instant::now() + self.ping;
        }
    }
}
