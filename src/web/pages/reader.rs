//! Who reads a page and in which language, and what goes around every page for them.

use actix_web::cookie::Cookie;
use actix_web::cookie::time::Duration;
use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::http::header::{ACCEPT_LANGUAGE, LOCATION, VARY};
use actix_web::web::{Data, Query};
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use askama::Template;
use futures_util::future::LocalBoxFuture;

use super::parts::{Frame, LanguageLink};
use crate::app::links::token_hash;
use crate::domain::city::City;
use crate::domain::locale::{Locale, Localizer};
use crate::domain::person::Actor;
use crate::web::request::Who;
use crate::web::{Problem, State};

/// The cookie that keeps a chosen language.
const LANGUAGE_COOKIE: &str = "sisterline-language";

/// Who reads, in which language, which page.
pub struct Reader {
    /// Who.
    pub who: Who,
    /// Words in their language.
    pub l: Localizer,
    /// The use cases and the site.
    pub state: Data<State>,
    query: Vec<(String, String)>,
    chosen: Option<Locale>,
}

impl FromRequest for Reader {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, who) = (request.clone(), Who::from_request(request, payload));
        Box::pin(async move { Self::new(&request, who.await?) })
    }
}

impl Reader {
    /// The reader of a request whose sender is known.
    ///
    /// # Errors
    /// Where the server has no state.
    pub fn new(request: &HttpRequest, who: Who) -> Result<Self, Problem> {
        let state = request.app_data::<Data<State>>().cloned();
        let state = state.ok_or_else(|| Problem::not_found("page"))?;
        let query = Query::<Vec<(String, String)>>::from_query(request.query_string());
        let query = query.map_or_else(|_| Vec::new(), Query::into_inner);
        let given = |tag: &str| tag.parse::<Locale>().ok();
        let chosen = query
            .iter()
            .find(|(name, _)| name == "lang")
            .and_then(|(_, tag)| given(tag));
        let kept = || {
            request
                .cookie(LANGUAGE_COOKIE)
                .and_then(|cookie| given(cookie.value()))
        };
        let negotiated = || {
            let header = request
                .headers()
                .get(ACCEPT_LANGUAGE)
                .and_then(|v| v.to_str().ok());
            header.map_or(Locale::En, Locale::negotiate)
        };
        let locale = chosen.or_else(kept).unwrap_or_else(negotiated);
        Ok(Self {
            who,
            l: Localizer::of(locale),
            state,
            query,
            chosen,
        })
    }

    /// The language they read.
    pub fn locale(&self) -> Locale {
        self.l.locale()
    }

    /// Who asks.
    pub fn actor(&self) -> &Actor {
        self.who.actor()
    }

    /// The values of a parameter that may come several times.
    pub fn params<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let given = self.query.iter().filter(move |(given, _)| given == name);
        given.map(|(_, value)| value.as_str())
    }

    /// All parameters of the address, in order.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.query
    }

    /// The value of a parameter in the address.
    pub fn param(&self, name: &str) -> Option<&str> {
        self.query
            .iter()
            .find(|(given, _)| given == name)
            .map(|(_, value)| value.as_str())
    }

    /// A city's name for them: its own where they read it as it is written or its first language
    /// is theirs, else the English one.
    pub fn city_name(&self, city: &City) -> String {
        let locale = self.locale();
        let first = city.languages.first().and_then(|tag| tag.parse().ok());
        let is_own = locale != Locale::En && first == Some(locale);
        if is_own || locale.reads(&city.native_name) {
            city.native_name.clone()
        } else {
            city.name.clone()
        }
    }

    /// What goes around a page of this title.
    pub fn frame(&self, title: String) -> Frame {
        let languages = Locale::all().iter().map(|locale| LanguageLink {
            tag: locale.tag().to_owned(),
            name: locale.own_name().to_owned(),
            href: self.in_language(*locale),
            current: *locale == self.locale(),
        });
        Frame {
            title,
            description: String::new(),
            person: self.actor().person().map(|person| person.name.clone()),
            csrf: self.form_token(),
            languages: languages.collect(),
            zone_data: self.state.app.zones.version().to_owned(),
            now_ms: self.state.app.now().timestamp_millis(),
            demo: self.state.site.demo,
            live: Vec::new(),
            notice: self.param("done").and_then(|done| self.notice(done)),
        }
    }

    /// What is said once after something was done; the address names it, from a closed list.
    fn notice(&self, done: &str) -> Option<String> {
        let key = match done {
            "cancelled" => "done-cancelled",
            "availability-saved" => "done-availability-saved",
            "slot-added" => "done-slot-added",
            "slot-cancelled" => "done-slot-cancelled",
            "policy-saved" => "done-policy-saved",
            "room-saved" => "done-room-saved",
            "moved" => "done-moved",
            "people" => "done-people",
            "approved" => "done-approved",
            "declined" => "done-declined",
            "resized" => "done-resized",
            "closed" => "done-closed",
            "reopened" => "done-reopened",
            "left" => "done-left",
            "joined" => "done-joined",
            "changed" => "fault-booking-state",
            "seats-taken" => "fault-seats-taken",
            "requeued" => "done-requeued",
            "discarded" => "done-discarded",
            "rotated" => "done-rotated",
            "agreed" => "done-agreed",
            "partnership-saved" => "done-partnership-saved",
            "attendance" => "done-attendance",
            "outcome" => "done-outcome",
            "series-agreed" => "done-series-agreed",
            "series-cancelled" => "done-series-cancelled",
            "withdrawn" => "done-withdrawn",
            "day-entered" => "done-day-entered",
            "day-restored" => "done-day-restored",
            "days-entered" => "done-days-entered",
            "entered" => "done-entered",
            "signed-in" => "done-signed-in",
            "signed-out" => "done-signed-out",
            _ => return None,
        };
        Some(self.l.text(key))
    }

    /// This page's address in another language.
    fn in_language(&self, locale: Locale) -> String {
        let kept = self
            .query
            .iter()
            .filter(|(name, _)| name != "lang" && name != "done");
        let mut pairs: Vec<(&str, &str)> = kept
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        pairs.push(("lang", locale.tag()));
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        format!("?{}", query.extend_pairs(pairs).finish())
    }

    /// What a form of theirs carries; empty for guests, who have nothing that a forged form could
    /// use.
    fn form_token(&self) -> String {
        let session = self.who.session.as_deref();
        session
            .map(|token| self.state.app.link_key.form_token(&token_hash(token)))
            .unwrap_or_default()
    }

    /// Refuses a form that this session was not given.
    ///
    /// # Errors
    /// 403.
    pub fn check_form(&self, csrf: &str) -> Result<(), Problem> {
        let Some(session) = &self.who.session else {
            return Ok(());
        };
        if self
            .state
            .app
            .link_key
            .is_form_token(&token_hash(session), csrf)
        {
            return Ok(());
        }
        Err(Problem::new(
            StatusCode::FORBIDDEN,
            "stale_form",
            "This form is too old. Open the page again and send it once more.",
        ))
    }

    /// A page as the answer.
    ///
    /// # Errors
    /// Where the template cannot be drawn: a defect of ours.
    pub fn page(&self, status: StatusCode, page: &impl Template) -> Result<HttpResponse, Problem> {
        let html = page.render().map_err(|error| {
            tracing::error!(%error, "a page could not be drawn");
            Problem::new(
                StatusCode::INTERNAL_SERVER_ERROR,
                "internal",
                "The page cannot be drawn.",
            )
        })?;
        let mut response = HttpResponse::build(status);
        response.content_type("text/html; charset=utf-8");
        response.insert_header((VARY, "Accept-Language, Cookie"));
        if let Some(locale) = self.chosen {
            let cookie = Cookie::build(LANGUAGE_COOKIE, locale.tag())
                .path("/")
                .max_age(Duration::days(365))
                .secure(self.state.site.is_secure())
                .same_site(actix_web::cookie::SameSite::Lax)
                .http_only(true);
            response.cookie(cookie.finish());
        }
        Ok(response.body(html))
    }

    /// A page as the answer, all being well.
    ///
    /// # Errors
    /// As [`Reader::page`].
    pub fn show(&self, page: &impl Template) -> Result<HttpResponse, Problem> {
        self.page(StatusCode::OK, page)
    }
}

/// Sends the browser to another page, to be got by GET.
pub fn see_other(location: &str) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((LOCATION, location))
        .finish()
}
