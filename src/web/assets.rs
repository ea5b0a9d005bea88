//! The style sheets, modules and pictures of the pages, embedded into the program.
//!
//! Their addresses carry no version, so browsers ask each time and are told by ETag that nothing
//! has changed.

use actix_web::http::header::{CACHE_CONTROL, ETAG, EntityTag, IF_NONE_MATCH};
use actix_web::web::{Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, get};
use rust_embed::RustEmbed;

use super::Problem;

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(asset);
}

#[derive(RustEmbed)]
#[folder = "static/"]
struct Assets;

#[get("/static/{path:.*}")]
async fn asset(request: HttpRequest, path: Path<String>) -> Result<HttpResponse, Problem> {
    let file = Assets::get(&path).ok_or_else(|| Problem::not_found("file"))?;
    let hash: String = file
        .metadata
        .sha256_hash()
        .iter()
        .take(8)
        .map(|b| format!("{b:02x}"))
        .collect();
    // Weak, because compression changes the bytes.
    let tag = EntityTag::new_weak(hash).to_string();
    let known = request
        .headers()
        .get(IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok());
    if known.is_some_and(|known| known.split(',').any(|one| one.trim() == tag)) {
        return Ok(HttpResponse::NotModified()
            .insert_header((ETAG, tag))
            .finish());
    }
    Ok(HttpResponse::Ok()
        .insert_header((ETAG, tag))
        .insert_header((CACHE_CONTROL, "no-cache"))
        .content_type(file.metadata.mimetype())
        .body(file.data.into_owned()))
}
