//! What a person sees where a program would get a problem document.

use actix_web::Error;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{ALLOW, RETRY_AFTER};
use actix_web::middleware::Next;
use askama::Template;

use super::parts::Frame;
use super::reader::Reader;
use crate::app::access::Subject;
use crate::domain::locale::Localizer;
use crate::web::Problem;
use crate::web::request::Who;

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

/// Draws problems as pages, for everything that is not for programs.
///
/// # Errors
/// What the handler answers.
pub async fn draw_problems<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let path = request.path();
    let for_programs = ["/api/v1", "/live", "/inbound", "/healthz", "/readyz"];
    let for_people = !for_programs.iter().any(|prefix| path.starts_with(prefix));
    let response = next.call(request).await?;
    let problem = response.response().extensions().get::<Problem>().cloned();
    let Some(problem) = problem.filter(|_| for_people) else {
        return Ok(response.map_into_boxed_body());
    };
    // Who asks may be what failed: the page is drawn for anybody.
    let anybody = Who {
        subject: Subject::guest(),
        session: None,
        credential: None,
    };
    let Ok(reader) = Reader::new(response.request(), anybody) else {
        return Ok(response.map_into_boxed_body());
    };
    let sign_in = || (reader.l.text("nav-sign-in"), "/sign-in".to_owned());
    let page = ProblemPage {
        l: reader.l,
        frame: reader.frame(problem.title.clone()),
        status: problem.status,
        detail: match problem.status {
            // The heading says it all, and in the reader's language.
            404 | 500 | 503 => String::new(),
            _ => super::show::fault(&reader.l, &problem.code, &problem.detail),
        },
        code: problem.code.clone(),
        way: (problem.status == 401).then(sign_in),
    };
    let status = response.status();
    match reader.page(status, &page) {
        Ok(mut drawn) => {
            let (request, plain) = response.into_parts();
            for name in [ALLOW, RETRY_AFTER] {
                if let Some(value) = plain.headers().get(&name) {
                    drawn.headers_mut().insert(name, value.clone());
                }
            }
            Ok(ServiceResponse::new(request, drawn))
        }
        Err(_) => Ok(response.map_into_boxed_body()),
    }
}
