//! `/console/calendars`: the addresses by which a calendar follows visits, to be changed at will.

use actix_web::web::{Form, Path, ServiceConfig};
use actix_web::{HttpResponse, get, post};
use askama::Template;
use serde::Deserialize;

use super::parts::Frame;
use super::reader::{Reader, see_other};
use crate::app::feed::{self, Feed, FeedAddress, FeedKind};
use crate::domain::locale::Localizer;
use crate::web::Problem;

/// Every feed that somebody may subscribe to.
#[derive(Template)]
#[template(path = "pages/calendars.html")]
pub struct CalendarsPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// The feeds.
    pub feeds: Vec<FeedCard>,
}

/// A feed and the ways to follow it.
pub struct FeedCard {
    /// Whose visits it tells of.
    pub name: String,
    /// What kind of feed it is, in words.
    pub kind: String,
    /// Its address.
    pub url: String,
    /// The same for programs that open calendars.
    pub webcal: String,
    /// Adds it to Google Calendar.
    pub google: String,
    /// The times it takes up, for a host.
    pub busy: Option<String>,
    /// Where the form posts that changes the address.
    pub rotate: String,
}

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(list).service(rotate);
}

#[get("/console/calendars")]
async fn list(reader: Reader) -> Result<HttpResponse, Problem> {
    if reader.actor().person().is_none() {
        return Ok(see_other("/sign-in"));
    }
    let feeds = feed::addresses(&reader.state.app, reader.actor()).await?;
    reader.show(&CalendarsPage {
        l: reader.l,
        frame: reader.frame(reader.l.text("calendars-title")),
        feeds: feeds.iter().map(|feed| card(&reader, feed)).collect(),
    })
}

fn card(reader: &Reader, address: &FeedAddress) -> FeedCard {
    let kind = address.feed.kind();
    let base = &reader.state.site.public_url;
    let url = format!("{base}/calendar/{}.ics", address.token);
    let (_, bare) = url.split_once("://").unwrap_or(("", &url));
    let webcal = format!("webcal://{bare}");
    let mut google = url::form_urlencoded::Serializer::new(String::new());
    google.append_pair("cid", &webcal);
    FeedCard {
        name: address.name.clone(),
        kind: reader.l.text(&format!("feed-{kind}")),
        google: format!(
            "https://calendar.google.com/calendar/render?{}",
            google.finish()
        ),
        busy: (kind == FeedKind::Host)
            .then(|| format!("{base}/calendar/{}/busy.ics", address.token)),
        rotate: format!("/console/calendars/{kind}/{}/rotate", address.feed.owner()),
        webcal,
        url,
    }
}

#[derive(Deserialize)]
struct Button {
    #[serde(default)]
    csrf: String,
}

#[post("/console/calendars/{kind}/{owner}/rotate")]
async fn rotate(
    reader: Reader,
    path: Path<(String, String)>,
    form: Form<Button>,
) -> Result<HttpResponse, Problem> {
    reader.check_form(&form.csrf)?;
    let (kind, owner) = path.into_inner();
    let feed = kind.parse().ok().and_then(|kind| Feed::of(kind, &owner));
    let feed = feed.ok_or_else(|| Problem::not_found("feed"))?;
    feed::rotate(&reader.state.app, reader.actor(), feed).await?;
    Ok(see_other("/console/calendars?done=rotated"))
}
