//! What a request carries: who asks, a JSON body, ids, an `Idempotency-Key`, a version.

use std::io::ErrorKind;
use std::str::FromStr;

use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::Payload;
use actix_web::error::{PayloadError, QueryPayloadError};
use actix_web::http::StatusCode;
use actix_web::http::header::{AUTHORIZATION, CONTENT_TYPE, HeaderMap, IF_MATCH};
use actix_web::web::{Bytes, Data, Query};
use actix_web::{FromRequest, HttpRequest, web};
use chrono::{DateTime, Utc};
use futures_util::future::LocalBoxFuture;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::{BODY_MAX, Problem, State};
use crate::app::access::{self, Credential, Subject};
use crate::app::hold::Holder;
use crate::app::idempotency::IdempotencyKey;
use crate::domain::person::Actor;

/// The cookie that holds a session's token. Over TLS it carries the `__Host-` prefix (RFC 6265bis
/// 4.1.3.2), which keeps other hosts of the domain from setting it.
pub fn session_cookie(secure: bool) -> &'static str {
    if secure {
        "__Host-sisterline"
    } else {
        "sisterline"
    }
}

/// The cookie that holds a session's token: kept from scripts and from other sites' requests, and
/// sent over TLS only where the site has it. Without an age it goes with the browser.
pub fn cookie_of(secure: bool, token: &str) -> Cookie<'static> {
    Cookie::build(session_cookie(secure), token.to_owned())
        .path("/")
        .secure(secure)
        .http_only(true)
        .same_site(SameSite::Lax)
        .finish()
}

/// Who asks.
#[derive(Debug, Clone)]
pub struct Who {
    /// Them, and the manage key they came with.
    pub subject: Subject,
    /// Their session's token, where they came by the cookie.
    pub session: Option<String>,
    /// What says who they are, where anything does.
    pub credential: Option<Credential>,
}

impl Who {
    /// Them.
    pub fn actor(&self) -> &Actor {
        &self.subject.actor
    }
}

#[derive(Deserialize)]
struct KeyQuery {
    key: Option<String>,
}

impl FromRequest for Who {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let state = state(&request)?;
            let cookie = request.cookie(session_cookie(state.site.is_secure()));
            let session = cookie.map(|cookie| cookie.value().to_owned());
            let bearer = bearer(request.headers());
            let by_cookie = bearer.is_none();
            let credential = bearer
                .map(Credential::Token)
                .or(session.clone().map(Credential::Session));
            let actor = match credential.clone() {
                Some(credential) => access::actor(&state.app, credential).await?,
                None => Actor::Guest,
            };
            let manage_key = Query::<KeyQuery>::from_query(request.query_string())
                .map_or(None, |query| query.into_inner().key);
            let session = session.filter(|_| by_cookie && actor != Actor::Guest);
            Ok(Self {
                credential: credential.filter(|_| actor != Actor::Guest),
                subject: Subject { actor, manage_key },
                session,
            })
        })
    }
}

/// The state that every worker was started with.
fn state(request: &HttpRequest) -> Result<Data<State>, Problem> {
    request.app_data::<Data<State>>().cloned().ok_or_else(|| {
        Problem::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal",
            "The server has no state.",
        )
    })
}

fn bearer(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme
        .eq_ignore_ascii_case("bearer")
        .then(|| token.trim().to_owned())
}

/// A JSON body, and its bytes for the idempotency key. Unknown fields are ignored.
#[derive(Debug)]
pub struct Body<T> {
    /// What it says.
    pub value: T,
    /// As it came.
    pub bytes: Bytes,
}

impl<T: DeserializeOwned + 'static> FromRequest for Body<T> {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let media_type = request
            .headers()
            .get(CONTENT_TYPE)
            .and_then(|v| v.to_str().ok());
        let is_json = media_type.is_some_and(|media_type| {
            let essence = media_type.split(';').next().unwrap_or_default().trim();
            essence.eq_ignore_ascii_case("application/json") || essence.ends_with("+json")
        });
        let bytes = Bytes::from_request(request, payload);
        Box::pin(async move {
            if !is_json {
                return Err(Problem::new(
                    StatusCode::UNSUPPORTED_MEDIA_TYPE,
                    "not_json",
                    "Send JSON, and say so: Content-Type: application/json.",
                ));
            }
            let bytes = bytes.await.map_err(|error| unread(&error))?;
            Ok(Self {
                value: parse(&bytes)?,
                bytes,
            })
        })
    }
}

fn unread(error: &actix_web::Error) -> Problem {
    match error.as_response_error().status_code() {
        status @ StatusCode::PAYLOAD_TOO_LARGE => Problem::new(
            status,
            "too_large",
            format!("Send at most {BODY_MAX} bytes."),
        ),
        _ if is_late(error) => Problem::new(
            StatusCode::REQUEST_TIMEOUT,
            "body_too_slow",
            "The body did not arrive in time. Send it again.",
        ),
        _ => Problem::bad_request("unreadable_body", "The body ended before its time."),
    }
}

fn is_late(error: &actix_web::Error) -> bool {
    matches!(error.as_error(), Some(PayloadError::Io(io)) if io.kind() == ErrorKind::TimedOut)
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let malformed = |cause: serde_json::Error| {
        Problem::bad_request("malformed_json", format!("The body is not JSON: {cause}."))
    };
    // Serde would read an array as a struct, field by field.
    if bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'[') {
        let detail = "Send an object, in curly brackets.";
        return Err(crate::domain::input::Invalid::one("", "wrong_type", detail).into());
    }
    let value = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let field = error.path().to_string();
        // The path of the whole is a dot.
        let field = if field == "." { String::new() } else { field };
        let cause = error.into_inner();
        if cause.is_data() {
            // The cause's own words end in a line and column of the body, which help nobody here.
            let words = cause.to_string();
            let detail = words.split(" at line ").next().unwrap_or_default();
            crate::domain::input::Invalid::one(&field, "wrong_type", format!("{detail}.")).into()
        } else {
            malformed(cause)
        }
    })?;
    json.end().map_err(malformed)?;
    Ok(value)
}

/// A body that is a file, of at most `max` bytes.
///
/// # Errors
/// 413 where it is larger.
pub async fn file(body: web::Payload, max: usize) -> Result<Bytes, Problem> {
    let read = body.to_bytes_limited(max).await;
    let read = read.map_err(|_| {
        let detail = format!("Send at most {max} bytes.");
        Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", detail)
    })?;
    read.map_err(|error| unread(&error))
}

/// The id in a path; a text that is none names nothing.
///
/// # Errors
/// 404.
pub fn id<T: FromStr>(text: &str, what: &str) -> Result<T, Problem> {
    text.parse().map_err(|_| Problem::not_found(what))
}

/// The request's `Idempotency-Key`, where it has one, for this use case and this asker.
///
/// # Errors
/// Where it is not a key.
pub fn idempotency_key(
    request: &HttpRequest,
    use_case: &str,
    who: &Who,
    body: &[u8],
) -> Result<Option<IdempotencyKey>, Problem> {
    let Some(key) = request.headers().get("idempotency-key") else {
        return Ok(None);
    };
    // A key that is no text is as wrong as an empty one.
    let key = key.to_str().unwrap_or_default();
    let scope = format!("{use_case} {}", who.actor().label());
    if *who.actor() != Actor::Guest {
        return Ok(Some(IdempotencyKey::new(&scope, key, body)?));
    }
    let state = state(request)?;
    let household = state.limits.household(request);
    let scope = format!("{scope} {}", state.app.link_key.pseudonym(&household));
    let key = IdempotencyKey::new(&scope, key, body)?;
    Ok(Some(key.known_anywhere(use_case)))
}

/// The cookie that tells one guest's browser from another, for as long as it is open.
const VISITOR_COOKIE: &str = "sisterline-visitor";

/// Who holds seats: the browser's session and the network address, both told by pseudonyms; and the
/// cookie to set where the browser has none yet.
pub fn holder(
    request: &HttpRequest,
    state: &State,
    who: &Who,
) -> (Holder, Option<Cookie<'static>>) {
    let visitor = request.cookie(VISITOR_COOKIE);
    let known = who
        .session
        .clone()
        .or(visitor.map(|cookie| cookie.value().to_owned()));
    let fresh = known.is_none().then(|| state.app.secret());
    let cookie = fresh.clone().map(|token| {
        Cookie::build(VISITOR_COOKIE, token)
            .path("/")
            .secure(state.site.is_secure())
            .http_only(true)
            .same_site(SameSite::Lax)
            .finish()
    });
    let keys = &state.app.link_key;
    let session = known.or(fresh).unwrap_or_default();
    let holder = Holder {
        session: keys.pseudonym(&format!("session {session}")),
        address: keys.pseudonym(&format!("address {}", state.limits.household(request))),
    };
    (holder, cookie)
}

/// The version that an edit was made from, from `If-Match: "7"`.
///
/// # Errors
/// 428 where it is missing or no version.
pub fn if_match(request: &HttpRequest) -> Result<i64, Problem> {
    let value = request
        .headers()
        .get(IF_MATCH)
        .and_then(|value| value.to_str().ok());
    value
        .and_then(|value| value.trim().trim_matches('"').parse().ok())
        .ok_or_else(|| {
            Problem::new(
                StatusCode::PRECONDITION_REQUIRED,
                "version_required",
                "Send the version that you have edited, from its ETag: If-Match: \"1\".",
            )
        })
}

/// What a query says where it cannot be read at all: a parameter that comes twice, say.
pub fn malformed_query(error: QueryPayloadError, _: &HttpRequest) -> actix_web::Error {
    let detail = format!("The query cannot be read: {error}.");
    Problem::bad_request("malformed_query", detail).into()
}

/// A whole number in a query.
///
/// # Errors
/// Where it is none.
pub fn number(field: &str, text: Option<&str>) -> Result<Option<i64>, Problem> {
    let Some(text) = text else { return Ok(None) };
    text.parse().map(Some).map_err(|_| {
        crate::domain::input::Invalid::one(field, "wrong_type", "Give a whole number.").into()
    })
}

/// An instant in a query, RFC 3339. A `+` that was not escaped comes as a space.
///
/// # Errors
/// Where it is none.
pub fn instant(field: &str, text: Option<&str>) -> Result<Option<DateTime<Utc>>, Problem> {
    let Some(text) = text else { return Ok(None) };
    let instant = DateTime::parse_from_rfc3339(&text.replace(' ', "+"));
    instant.map(|at| Some(at.to_utc())).map_err(|_| {
        let detail = "Give an instant such as 2027-01-31T09:00:00Z.";
        crate::domain::input::Invalid::one(field, "invalid_instant", detail).into()
    })
}
