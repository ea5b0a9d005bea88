//! `/unsubscribe/{token}`: whether somebody gets letters of a list. Looking changes nothing; a POST does, and
//! needs no cookie and no form of ours, because mail programs send it on their own (RFC 8058).

use actix_web::web::{Bytes, Path, ServiceConfig};
use actix_web::{HttpResponse, get, post};
use askama::Template;

use super::parts::Frame;
use super::reader::Reader;
use crate::app::unsubscribe::{self, Subscription};
use crate::domain::locale::Localizer;
use crate::web::Problem;

/// Whether somebody gets letters of a list.
#[derive(Template)]
#[template(path = "pages/unsubscribe.html")]
pub struct UnsubscribePage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// What the list is called, in the keys of words.
    pub list: String,
    /// The reader's address.
    pub email: String,
    /// Whether they get the list's letters.
    pub subscribed: bool,
    /// Whether that was just changed.
    pub done: bool,
    /// Where the button leads.
    pub action: String,
}

impl UnsubscribePage {
    fn word(&self, part: &str) -> String {
        let key = format!("unsubscribe-{}-{part}", self.list);
        self.l.with(&key, "email", &self.email)
    }
}

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(look).service(change);
}

#[get("/unsubscribe/{token}")]
async fn look(reader: Reader, token: Path<String>) -> Result<HttpResponse, Problem> {
    let found = unsubscribe::look(&reader.state.app, &token).await?;
    show(&reader, &token, found, false)
}

/// Whatever the body is, it unsubscribes; only our own button to come back says otherwise.
#[post("/unsubscribe/{token}")]
async fn change(reader: Reader, token: Path<String>, body: Bytes) -> Result<HttpResponse, Problem> {
    let wanted = body
        .split(|byte| *byte == b'&')
        .any(|pair| pair == b"again=1");
    let now = unsubscribe::set(&reader.state.app, &token, wanted).await?;
    show(&reader, &token, now, true)
}

fn show(
    reader: &Reader,
    token: &str,
    found: Subscription,
    done: bool,
) -> Result<HttpResponse, Problem> {
    let list = found.list.to_string();
    let title = reader.l.text(&format!("unsubscribe-{list}-title"));
    reader.show(&UnsubscribePage {
        l: reader.l,
        frame: reader.frame(title),
        list,
        email: found.email,
        subscribed: found.subscribed,
        done,
        action: format!("/unsubscribe/{token}"),
    })
}
