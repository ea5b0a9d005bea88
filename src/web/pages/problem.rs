//! What a person sees where a program would get a problem document.

use askama::Template;

use super::parts::Frame;
use crate::domain::locale::Localizer;

/// Something went wrong, and what to do next.
#[derive(Template)]
#[template(path = "pages/problem.html")]
pub struct ProblemPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// The status code.
    pub status: u16,
    /// The stable code, for those who report it.
    pub code: String,
    /// More than the heading says; may be empty.
    pub detail: String,
    /// A way on besides the front page: words and link.
    pub way: Option<(String, String)>,
}

impl ProblemPage {
    /// Message with the heading.
    pub fn title_key(&self) -> &'static str {
        match self.status {
            403 => "problem-403",
            404 => "problem-404",
            409 => "problem-409",
            413 | 422 | 400 => "problem-422",
            429 => "problem-429",
            503 => "problem-503",
            _ => "problem-500",
        }
    }

    /// Message with what to do next.
    pub fn next_key(&self) -> &'static str {
        match self.status {
            403 => "problem-403-next",
            404 => "problem-404-next",
            409 => "problem-409-next",
            413 | 422 | 400 => "problem-422-next",
            429 => "problem-429-next",
            503 => "problem-503-next",
            _ => "problem-500-next",
        }
    }
}
