//! `/api/docs`: the OpenAPI document, readable. `read` makes this page's view of the document.

mod read;

use std::sync::LazyLock;

use actix_web::web::ServiceConfig;
use actix_web::{HttpResponse, get};
use askama::Template;

use super::parts::Frame;
use super::reader::Reader;
use crate::domain::locale::Localizer;
use crate::web::Problem;
use crate::web::api::openapi;

/// The API's reference.
#[derive(Template)]
#[template(path = "pages/docs.html")]
pub struct DocsPage<'a> {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// The reference.
    pub docs: &'a Docs,
}

/// What the document says; it is in English whatever the page's language.
pub struct Docs {
    /// Version of the API.
    pub version: String,
    /// What the document says of itself, in paragraphs.
    pub description: Vec<String>,
    /// Operations by tag.
    pub tags: Vec<DocTag>,
}

/// The operations of one tag.
pub struct DocTag {
    /// Anchor.
    pub slug: String,
    /// The tag.
    pub name: String,
    /// What it is about; may be empty.
    pub description: String,
    /// Its operations.
    pub operations: Vec<DocOperation>,
}

/// One operation.
pub struct DocOperation {
    /// Anchor.
    pub id: String,
    /// Upper case.
    pub method: String,
    /// With its parameters in braces.
    pub path: String,
    /// In a line.
    pub summary: String,
    /// In paragraphs.
    pub description: Vec<String>,
    /// In path, query and headers.
    pub parameters: Vec<DocField>,
    /// The request's body, one line a member; empty without a body.
    pub request: Vec<DocField>,
    /// What it may answer.
    pub responses: Vec<DocResponse>,
}

/// A parameter or a member of a body.
pub struct DocField {
    /// Nesting, 0 to 3.
    pub depth: u8,
    /// Name.
    pub name: String,
    /// Such as `string (uuid)`, `integer`, `query · string`.
    pub kind: String,
    /// Whether it must be there.
    pub required: bool,
    /// What it means; may be empty.
    pub description: String,
}

/// What an operation may answer.
pub struct DocResponse {
    /// Status code.
    pub status: String,
    /// When.
    pub description: String,
    /// The body, one line a member.
    pub fields: Vec<DocField>,
}

impl DocOperation {
    /// The suffix of CSS classes.
    pub fn method_class(&self) -> String {
        self.method.to_lowercase()
    }
}

impl DocResponse {
    /// The suffix of CSS classes: `2`, `4`, `5`.
    pub fn family(&self) -> String {
        self.status.chars().take(1).collect()
    }
}

/// The document does not change while the program runs.
static DOCS: LazyLock<Docs> =
    LazyLock::new(|| read::docs(&serde_json::to_value(openapi::document()).unwrap_or_default()));

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(docs);
}

#[get("/api/docs")]
async fn docs(reader: Reader) -> Result<HttpResponse, Problem> {
    let frame = reader.frame(reader.l.text("docs-title"));
    reader.show(&DocsPage {
        l: reader.l,
        frame,
        docs: &DOCS,
    })
}
