//! One letter on a page, whether it is one of the demo or a sample: its HTML in a frame that may do nothing, its text
//! and its calendar object.

use actix_web::HttpResponse;
use actix_web::http::header::CONTENT_SECURITY_POLICY;

use crate::domain::locale::Locale;
use crate::mail::letters::Rendered;

/// A letter's HTML brings its own styles along and may do nothing else, in a frame of ours only.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
    frame-ancestors 'self'; sandbox";

/// What a letter says.
pub struct LetterView {
    /// The language it is in, which need not be the page's.
    pub language: &'static str,
    /// Where its HTML is, for the frame.
    pub frame: String,
    /// The text part.
    pub text: String,
    /// The calendar part, if any.
    pub calendar: Option<String>,
}

impl LetterView {
    /// A letter in this language, whose HTML is answered at `frame`.
    pub fn new(said: Rendered, language: Locale, frame: String) -> Self {
        Self {
            language: language.tag(),
            frame,
            text: said.text,
            calendar: said.calendar,
        }
    }
}

/// A letter's HTML as the answer, for the frame.
pub fn framed(html: String) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((CONTENT_SECURITY_POLICY, POLICY))
        .body(html)
}
