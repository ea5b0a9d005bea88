//! From a request to a live connection: who may have one, and the taking over of its socket.
//!
//! The HTTP server keeps buffers and a state machine for each connection, and lets go of a client
//! that does not read only when it reads. So a socket that speaks WebSocket does not stay with it:
//! [`on_connect`] keeps a second handle of each connection, and after the handshake the server is
//! made to drop its own without a word.

use std::any::Any;
use std::cell::Cell;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use actix_http::ws::{hash_key, verify_handshake};
use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::Extensions;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap, HeaderValue};
use actix_web::web::{self, Bytes};
use actix_web::{HttpRequest, HttpResponse, ResponseError};
use futures_util::{FutureExt, StreamExt};
use socket2::{SockRef, Socket};
use tokio::sync::oneshot;

use super::protocol::{SUBPROTOCOL, TOPICS};
use super::{Live, origin};

/// How long data may stand unacknowledged before the system gives a connection up: longer than we
/// wait for it ourselves.
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
    /// This node has as many connections as it takes.
    #[error("this server has all the connections that it can keep; connect again later")]
    Full,
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
            Self::Full => "too_many_connections",
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
            Self::Stopping | Self::Full | Self::Away => StatusCode::SERVICE_UNAVAILABLE,
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
        if matches!(
            self,
            Self::Stopping | Self::Full | Self::TooMuch | Self::Away
        ) {
            response.insert_header((header::RETRY_AFTER, "10"));
        }
        response
            .content_type("application/problem+json")
            .body(problem.to_string())
    }
}

/// Whether a request may become a live connection, whoever it is from.
pub(super) fn admit(req: &HttpRequest, live: &Live) -> Result<(), HandshakeRefused> {
    if live.is_stopping() {
        return Err(HandshakeRefused::Stopping);
    }
    if let Some(given) = req.headers().get(header::ORIGIN).map(text) {
        let host = req.headers().get(header::HOST).map(text);
        if !origin::is_own(given, &live.inner.options.public_url, host) {
            return Err(HandshakeRefused::ForeignOrigin);
        }
    }
    let mut offered = offered(req.headers()).peekable();
    let is_ours = offered.peek().is_none() || offered.any(|name| name == SUBPROTOCOL);
    is_ours.then_some(()).ok_or(HandshakeRefused::Subprotocol)
}

fn text(value: &HeaderValue) -> &str {
    value.to_str().unwrap_or_default()
}

/// The subprotocols that a client offers.
fn offered(headers: &HeaderMap) -> impl Iterator<Item = &str> {
    let lists = headers.get_all(header::SEC_WEBSOCKET_PROTOCOL).map(text);
    let names = lists.flat_map(|list| list.split(',')).map(str::trim);
    names.filter(|name| !name.is_empty())
}

/// The second handle of a connection, until somebody takes it.
struct Spare(Cell<Option<Socket>>);

/// Prepares every new connection of the server, for `HttpServer::on_connect` (before `bind`).
///
/// A client that stops reading leaves data unacknowledged for ever; the HTTP server would keep
/// its connection as long. Where the system allows it (Linux, Android), it is told to give up.
pub fn on_connect(connection: &dyn Any, kept: &mut Extensions) {
    let Some(stream) = connection.downcast_ref::<actix_web::rt::net::TcpStream>() else {
        return;
    };
    let socket = SockRef::from(stream);
    #[cfg(any(target_os = "linux", target_os = "android"))]
    if let Err(error) = socket.set_tcp_user_timeout(Some(UNACKNOWLEDGED)) {
        tracing::debug!(%error, "a connection without a time limit");
    }
    match socket.try_clone() {
        Ok(spare) => drop(kept.insert(Spare(Cell::new(Some(spare))))),
        Err(error) => tracing::warn!(%error, "a connection that cannot become a live one"),
    }
}

/// A socket on its way from the HTTP server to us.
pub(super) struct Handover {
    socket: Socket,
    payload: web::Payload,
    /// What the client waits for.
    welcome: String,
    is_ours: oneshot::Receiver<()>,
}

impl Handover {
    /// Waits until the server has dropped its handle; then the socket, what is to be said on it
    /// first, and what the client has said too early.
    pub(super) async fn finish(mut self) -> (Socket, String, Vec<Bytes>) {
        // Dropped without a word: so it is told.
        let _dropped = self.is_ours.await.is_err();
        let mut early = Vec::new();
        while let Some(Some(Ok(bytes))) = self.payload.next().now_or_never() {
            early.push(bytes);
        }
        (self.socket, self.welcome, early)
    }
}

/// Shakes hands, and takes the socket over: the answer is only for the HTTP server.
///
/// # Errors
/// Where the request is no WebSocket handshake, or the socket cannot be taken over.
pub(super) fn take_over(
    req: &HttpRequest,
    payload: web::Payload,
) -> actix_web::Result<(HttpResponse, Handover)> {
    verify_handshake(req.head())?;
    let key = req.headers().get(header::SEC_WEBSOCKET_KEY);
    let accept = hash_key(key.map(HeaderValue::as_bytes).unwrap_or_default());
    let accept = String::from_utf8_lossy(&accept);
    let mut welcome = format!(
        "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
         Sec-WebSocket-Accept: {accept}\r\n"
    );
    if offered(req.headers()).any(|name| name == SUBPROTOCOL) {
        welcome.push_str(&format!("Sec-WebSocket-Protocol: {SUBPROTOCOL}\r\n"));
    }
    welcome.push_str("\r\n");
    let spare = req.conn_data::<Spare>().and_then(|spare| spare.0.take());
    let socket = spare.ok_or_else(|| {
        tracing::error!("no second handle of the connection: is `on_connect` in use?");
        HandshakeRefused::Stopping
    })?;
    let (end, is_ours) = oneshot::channel();
    let mut response = HttpResponse::SwitchingProtocols();
    response.upgrade("websocket");
    let response = response.message_body(BoxBody::new(Dropped { _end: end }))?;
    let handover = Handover {
        socket,
        payload,
        welcome,
        is_ours,
    };
    Ok((response, handover))
}

/// A body that ends before the length that it promises. The HTTP server gives such a connection up
/// at once: what it wanted to send is not sent, and its handle of the socket is dropped without
/// shutting the connection down. All of that before it waits for anything, and before this is
/// dropped, so nothing is read by it either.
struct Dropped {
    _end: oneshot::Sender<()>,
}

impl MessageBody for Dropped {
    type Error = std::convert::Infallible;

    fn size(&self) -> BodySize {
        BodySize::Sized(1)
    }

    fn poll_next(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Self::Error>>> {
        Poll::Ready(None)
    }
}
