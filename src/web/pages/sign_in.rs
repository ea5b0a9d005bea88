//! `/sign-in`: an address, a letter, a button. Opening the link of the letter consumes nothing: mail
//! scanners open links too. Only the button does.

use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::StatusCode;
use actix_web::web::{Form, Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, get, post};
use askama::Template;

use super::form::{Control, Field};
use super::parts::Frame;
use super::reader::{Reader, see_other};
use super::typed::Typed;
use crate::app::access::SESSION;
use crate::app::{Error, person};
use crate::domain::input::EMAIL_MAX;
use crate::domain::locale::Localizer;
use crate::domain::person::Actor;
use crate::web::Problem;
use crate::web::request::session_cookie;

/// What the page asks or says.
pub enum SignInStep {
    /// Asks for the address.
    Ask(Box<Field>),
    /// A letter is on its way, if the address is known.
    Sent {
        /// The address as typed.
        email: String,
    },
    /// The link was opened: one button to go.
    Enter {
        /// The link's secret.
        token: String,
        /// Whose link it is.
        email: String,
    },
    /// The link was used already, is too old, or never was one.
    Expired,
}

/// Signing in.
#[derive(Template)]
#[template(path = "pages/sign_in.html")]
pub struct SignInPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// Where we are.
    pub step: SignInStep,
}

pub(super) fn routes(config: &mut ServiceConfig) {
    // The last of these takes every other path below /sign-in.
    config
        .service(ask)
        .service(send)
        .service(enter)
        .service(sign_out)
        .service(look);
}

type Fields = Form<Vec<(String, String)>>;

#[get("/sign-in")]
async fn ask(reader: Reader) -> Result<HttpResponse, Problem> {
    let step = SignInStep::Ask(Box::new(email_field(&reader, &Typed::default())));
    show(&reader, StatusCode::OK, step)
}

/// Says the same whether the address is known or not.
#[post("/sign-in")]
async fn send(request: HttpRequest, reader: Reader, form: Fields) -> Result<HttpResponse, Problem> {
    let mut sent = Typed::new(form.into_inner());
    reader.check_form(sent.one("csrf"))?;
    let now = reader.state.app.now();
    reader
        .state
        .limits
        .letters(&request, &Actor::Guest, 1, now)?;
    match person::request_link(&reader.state.app, sent.one("email")).await {
        Ok(()) => {
            let email = sent.one("email").to_owned();
            show(&reader, StatusCode::OK, SignInStep::Sent { email })
        }
        Err(Error::Invalid(invalid)) => {
            sent.blame(invalid, &[]);
            let step = SignInStep::Ask(Box::new(email_field(&reader, &sent)));
            show(&reader, StatusCode::UNPROCESSABLE_ENTITY, step)
        }
        Err(error) => Err(error.into()),
    }
}

#[get("/sign-in/{token}")]
async fn look(reader: Reader, token: Path<String>) -> Result<HttpResponse, Problem> {
    let token = token.into_inner();
    match person::holder_of_link(&reader.state.app, &token).await? {
        Some(person) => {
            let email = person.email;
            show(&reader, StatusCode::OK, SignInStep::Enter { token, email })
        }
        None => show(&reader, StatusCode::GONE, SignInStep::Expired),
    }
}

#[post("/sign-in/link")]
async fn enter(reader: Reader, form: Fields) -> Result<HttpResponse, Problem> {
    let sent = Typed::new(form.into_inner());
    reader.check_form(sent.one("csrf"))?;
    let app = &reader.state.app;
    let session = match person::sign_in(app, sent.one("token")).await {
        Ok(session) => session,
        Err(Error::NotFound(_)) => return show(&reader, StatusCode::GONE, SignInStep::Expired),
        Err(error) => return Err(error.into()),
    };
    // Whoever signs in again leaves no session behind that nobody can end.
    if let Some(before) = &reader.who.session {
        person::sign_out(app, before).await?;
    }
    let cookie = cookie(&reader, session.token).max_age(Duration::seconds(SESSION.num_seconds()));
    let mut response = see_other("/console?done=signed-in");
    add_cookie(&mut response, &cookie.finish())?;
    Ok(response)
}

#[post("/sign-out")]
async fn sign_out(reader: Reader, form: Fields) -> Result<HttpResponse, Problem> {
    reader.check_form(Typed::new(form.into_inner()).one("csrf"))?;
    if let Some(session) = &reader.who.session {
        person::sign_out(&reader.state.app, session).await?;
    }
    let mut gone = cookie(&reader, String::new()).finish();
    gone.make_removal();
    let mut response = see_other("/?done=signed-out");
    add_cookie(&mut response, &gone)?;
    Ok(response)
}

/// The session's cookie with everything but how long it lasts.
fn cookie(reader: &Reader, token: String) -> actix_web::cookie::CookieBuilder<'static> {
    let secure = reader.state.site.is_secure();
    Cookie::build(session_cookie(secure), token)
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(secure)
}

fn add_cookie(response: &mut HttpResponse, cookie: &Cookie<'_>) -> Result<(), Problem> {
    response.add_cookie(cookie).map_err(|error| {
        tracing::error!(%error, "a cookie could not be set");
        Problem::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal",
            "The cookie cannot be set.",
        )
    })
}

fn email_field(reader: &Reader, sent: &Typed) -> Field {
    let field = Field::new(&reader.l, "email", Control::Input("email"));
    sent.field(
        &reader.l,
        field.autocomplete("email").at_most(EMAIL_MAX as u32),
    )
}

fn show(reader: &Reader, status: StatusCode, step: SignInStep) -> Result<HttpResponse, Problem> {
    let title = match step {
        SignInStep::Ask(_) => reader.l.text("sign-in-title"),
        SignInStep::Sent { .. } => reader.l.text("sign-in-sent-title"),
        SignInStep::Enter { .. } => reader.l.text("sign-in-enter-title"),
        SignInStep::Expired => reader.l.text("sign-in-expired-title"),
    };
    let frame = reader.frame(title);
    reader.page(
        status,
        &SignInPage {
            l: reader.l,
            frame,
            step,
        },
    )
}
