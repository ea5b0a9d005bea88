//! What stands around every request: security headers, the refusal of cross-site writes, the log.

use std::io;
use std::pin::Pin;

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::error::PayloadError;
use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, HeaderName, HeaderValue, ORIGIN, REFERRER_POLICY,
    STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS,
};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::web::{Bytes, Data};
use actix_web::{Error, HttpMessage, HttpRequest, ResponseError};
use futures_util::{Stream, StreamExt, stream};
use tracing::Span;
use tracing_actix_web::RootSpanBuilder;

use super::{Problem, Site, State};
use crate::live::origin;

/// What a page may load: our own styles, scripts and live updates, nothing else.
pub const CONTENT_POLICY: &str = "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; \
    img-src 'self' data:; connect-src 'self'; font-src 'self'; frame-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Adds the headers that every response carries, where the handler has not set its own.
///
/// # Errors
/// What the handler answers.
pub async fn headers<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let secure = request
        .app_data::<Data<State>>()
        .is_some_and(|s| s.site.is_secure());
    let mut response = next.call(request).await?;
    let headers = response.headers_mut();
    let mut default = |name: HeaderName, value: &'static str| {
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    };
    default(CONTENT_SECURITY_POLICY, CONTENT_POLICY);
    default(X_CONTENT_TYPE_OPTIONS, "nosniff");
    // Manage links and sign-in links are secrets in URLs, so other sites are told nothing. Not
    // `no-referrer`: with it browsers send `Origin: null` with our own forms.
    default(REFERRER_POLICY, "same-origin");
    default(CACHE_CONTROL, "no-store");
    default(
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    );
    default(
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=()",
    );
    if secure {
        default(STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
    Ok(response)
}

/// Refuses writes that a browser sends on behalf of another site.
///
/// Browsers say where a request comes from by `Sec-Fetch-Site` and `Origin`; programs say neither
/// and are let through, because they carry no cookie that they do not know of.
///
/// # Errors
/// What the handler answers.
pub async fn same_site<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    let site = request
        .app_data::<Data<State>>()
        .map(|state| state.site.clone());
    let allowed = request.method().is_safe()
        // Mail programs send these; what they may is said by the link alone.
        || request.path().starts_with("/unsubscribe/")
        || site.is_some_and(|site| is_same_site(request.request(), &site));
    if !allowed {
        let problem = Problem::new(
            StatusCode::FORBIDDEN,
            "cross_site_request",
            "This was sent from another site. Open the page here and send it again.",
        );
        // An answer and no error, which would go past the middleware around this one.
        let answer = request.into_response(problem.error_response());
        return Ok(answer.map_into_right_body());
    }
    Ok(next.call(request).await?.map_into_left_body())
}

/// Answers HEAD as GET without its body, which the HTTP layer leaves out by itself (RFC 9110 9.3.2).
///
/// # Errors
/// What the handler answers.
pub async fn head_as_get<B: MessageBody>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    if request.method() == Method::HEAD {
        request.head_mut().method = Method::GET;
    }
    next.call(request).await
}

/// Ends the wait for a body that does not arrive, so that nobody can hold a connection with one.
///
/// # Errors
/// What the handler answers.
pub async fn body_in_time<B: MessageBody>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    // What is safe has no body that anybody reads; the bytes of a WebSocket come when they come.
    let wait = request.app_data::<Data<State>>().map(|s| s.body_wait);
    if let (false, Some(wait)) = (request.method().is_safe(), wait) {
        let body = request.take_payload();
        let late = Box::pin(tokio::time::sleep(wait));
        let timed = stream::unfold((body, late), |(mut body, mut late)| async move {
            let read = tokio::select! {
                biased;
                read = body.next() => read?,
                () = &mut late => Err(PayloadError::Io(io::ErrorKind::TimedOut.into())),
            };
            Some((read, (body, late)))
        });
        let timed: Pin<Box<dyn Stream<Item = Result<Bytes, PayloadError>>>> = Box::pin(timed);
        request.set_payload(Payload::from(timed));
    }
    next.call(request).await
}

/// Whether a request comes from our own pages, or from no page at all.
fn is_same_site(request: &HttpRequest, site: &Site) -> bool {
    let header = |name: HeaderName| request.headers().get(name).and_then(|v| v.to_str().ok());
    match header(HeaderName::from_static("sec-fetch-site")) {
        Some("same-origin" | "none") => return true,
        Some("cross-site") => return false,
        Some(_) | None => {}
    }
    header(ORIGIN).is_none_or(|origin| origin::is_own(origin, &site.public_url, header(HOST)))
}

/// One span a request, named by its route's pattern: paths and queries may hold secrets.
pub struct RouteSpan;

impl RootSpanBuilder for RouteSpan {
    fn on_request_start(request: &ServiceRequest) -> Span {
        tracing::info_span!(
            "request",
            method = %request.method(),
            route = request.match_pattern().unwrap_or_default(),
            id = %uuid_of(request),
        )
    }

    fn on_request_end<B: MessageBody>(span: Span, outcome: &Result<ServiceResponse<B>, Error>) {
        let status = match outcome {
            Ok(response) => response.status(),
            Err(error) => error.as_response_error().status_code(),
        };
        let _entered = span.enter();
        if status.is_server_error() {
            tracing::error!(status = status.as_u16(), "answered");
        } else {
            tracing::debug!(status = status.as_u16(), "answered");
        }
    }
}

/// The id that the logging middleware gave this request.
fn uuid_of(request: &ServiceRequest) -> String {
    let id = request
        .extensions()
        .get::<tracing_actix_web::RequestId>()
        .copied();
    id.map(|id| id.to_string()).unwrap_or_default()
}
