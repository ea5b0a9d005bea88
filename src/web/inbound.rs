//! `POST /inbound/mail`: a mail server hands over a message that came in, as it is.
//!
//! Signed by a shared secret, with the time in it, so that nobody else can and nothing old is taken
//! for new. What is answered says what came of the message; the mail server has nothing to do with
//! that, and only keeps a message that could not be taken for later.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Payload, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, post};
use chrono::{DateTime, TimeDelta, Utc};
use hmac::{Hmac, KeyInit, Mac};
use secrecy::ExposeSecret;
use serde_json::json;
use sha2::Sha256;

use super::request::file;
use super::{Problem, State};
use crate::app::booking::inbound::receive;
use crate::mail::inbound::{MESSAGE_MAX, read};

/// When the message was signed, in seconds since 1970.
pub const TIMESTAMP: &str = "Sisterline-Timestamp";
/// HMAC-SHA256 of the timestamp, a full stop and the message, in hexadecimal.
pub const SIGNATURE: &str = "Sisterline-Signature";

/// How far the mail server's clock may be off, and how long a message may be under way.
const WINDOW: TimeDelta = TimeDelta::minutes(5);

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(mail);
}

#[post("/inbound/mail")]
async fn mail(
    request: HttpRequest,
    state: Data<State>,
    body: Payload,
) -> Result<HttpResponse, Problem> {
    let secret = state.inbound_secret.as_ref();
    let secret = secret.ok_or_else(|| Problem::not_found("page"))?;
    let header = |name| request.headers().get(name).and_then(|v| v.to_str().ok());
    let (Some(time), Some(signature)) = (header(TIMESTAMP), header(SIGNATURE)) else {
        return Err(unsigned("Sign the message, and say when."));
    };
    // Before the body is read, because that costs something.
    if !is_recent(time, state.app.now()) {
        return Err(unsigned("The time of the signature is too far from ours."));
    }
    let message = file(body, MESSAGE_MAX).await?;
    if !is_signed(secret.expose_secret().as_bytes(), time, &message, signature) {
        return Err(unsigned("The signature is not that of this message."));
    }
    let taken = receive(&state.app, read(&message)).await?;
    tracing::info!(%taken, "took a message that a mail server handed over");
    Ok(HttpResponse::Ok().json(json!({ "outcome": taken })))
}

fn unsigned(detail: &str) -> Problem {
    Problem::new(StatusCode::UNAUTHORIZED, "bad_signature", detail)
}

fn is_recent(time: &str, now: DateTime<Utc>) -> bool {
    let time = time.parse().ok();
    let time = time.and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    time.is_some_and(|time| now.signed_duration_since(time).abs() <= WINDOW)
}

/// Compares in constant time.
fn is_signed(secret: &[u8], time: &str, message: &[u8], signature: &str) -> bool {
    let Some(given) = unhex(signature.trim()) else {
        return false;
    };
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret) else {
        return false;
    };
    mac.update(time.as_bytes());
    mac.update(b".");
    mac.update(message);
    mac.verify_slice(&given).is_ok()
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let pairs = text.as_bytes().chunks(2);
    pairs
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By `printf '%s' '1800000000.From: a' | openssl dgst -sha256 -hmac secret`.
    const SIGNED: &str = "cedc070d407685557490bebac90cb39088012a6f63c2f7ea226a69359ef47809";

    #[test]
    fn a_signature_is_of_one_message_at_one_time() {
        fn is(time: &str, message: &[u8], signature: &str) -> bool {
            is_signed(b"secret", time, message, signature)
        }
        assert!(is("1800000000", b"From: a", SIGNED));
        assert!(is("1800000000", b"From: a", &SIGNED.to_uppercase()));
        assert!(!is("1800000001", b"From: a", SIGNED));
        assert!(!is("1800000000", b"From: b", SIGNED));
        for wrong in ["", "00", "xx", &SIGNED[2..], &format!("{SIGNED}00")] {
            assert!(!is("1800000000", b"From: a", wrong), "{wrong}");
        }
    }

    #[test]
    fn a_signature_is_good_for_five_minutes() {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        for (time, good) in [
            ("1800000000", true),
            ("1799999700", true),
            ("1800000300", true),
            ("1799999699", false),
            ("1800000301", false),
            ("", false),
            ("9223372036854775807", false),
            ("now", false),
        ] {
            assert_eq!(is_recent(time, now), good, "{time}");
        }
    }
}
