//! The outbox, for admins: how it is doing, and the letters that could not be sent.

use actix_web::web::{Data, Path, ServiceConfig};
use actix_web::{HttpResponse, get, post};
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::dead_letters;
use crate::app::outbox::StoredLetter;
use crate::web::State;
use crate::web::problem::Problem;
use crate::web::request::{Who, id};

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(look).service(requeue).service(discard);
}

/// How the outbox is doing.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Outbox)]
pub struct OutboxDto {
    /// Why nothing is sent, where the mail server refuses us.
    pub paused_because: Option<String>,
    /// How many letters are in each state.
    pub counts: Vec<LetterCount>,
    /// The newest letters that were given up.
    pub dead: Vec<LetterDto>,
}

/// How many letters are in a state.
#[derive(Debug, Serialize, ToSchema)]
pub struct LetterCount {
    /// queued, sending, sent, dead, discarded, superseded or expired.
    pub state: String,
    /// How many.
    pub count: i64,
}

/// A letter, without what it says.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Letter)]
pub struct LetterDto {
    /// Its id.
    pub id: String,
    /// What it is about.
    pub kind: String,
    /// Whom it goes to.
    pub email: String,
    /// The booking it tells of.
    pub booking_id: Option<String>,
    /// Where it stands.
    pub state: String,
    /// How often it was tried.
    pub attempts: i32,
    /// What the mail server said last.
    pub last_error: Option<String>,
    /// When it was written.
    pub created_at: DateTime<Utc>,
}

impl From<StoredLetter> for LetterDto {
    fn from(stored: StoredLetter) -> Self {
        let letter = stored.letter;
        Self {
            id: letter.id.to_string(),
            kind: letter.kind.to_string(),
            email: letter.recipient.email,
            booking_id: letter.booking_id.map(|id| id.to_string()),
            state: stored.state.to_string(),
            attempts: stored.attempts,
            last_error: stored.last_error,
            created_at: letter.created_at,
        }
    }
}

/// Tells how the outbox is doing. For admins.
#[utoipa::path(tag = "Letters", context_path = "/api/v1",
    responses((status = 200, body = OutboxDto), (status = 401, body = Problem),
        (status = 403, body = Problem)))]
#[get("/outbox")]
pub(super) async fn look(state: Data<State>, who: Who) -> Result<HttpResponse, Problem> {
    let outbox = dead_letters::look(&state.app, who.actor()).await?;
    let counts = outbox.counts.into_iter();
    Ok(HttpResponse::Ok().json(OutboxDto {
        paused_because: state.outbox.paused(),
        counts: counts
            .map(|(state, count)| LetterCount {
                state: state.to_string(),
                count,
            })
            .collect(),
        dead: outbox.dead.into_iter().map(Into::into).collect(),
    }))
}

/// Sends a letter once more that was given up. For admins.
#[utoipa::path(tag = "Letters", context_path = "/api/v1", params(("id" = String, Path)),
    responses((status = 200, body = LetterDto), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem)))]
#[post("/letters/{id}/requeue")]
pub(super) async fn requeue(
    state: Data<State>,
    who: Who,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let letter = dead_letters::requeue(&state.app, who.actor(), id(&path, "letter")?).await?;
    Ok(HttpResponse::Ok().json(LetterDto::from(letter)))
}

/// Gives a letter up for good that could not be sent. For admins.
#[utoipa::path(tag = "Letters", context_path = "/api/v1", params(("id" = String, Path)),
    responses((status = 200, body = LetterDto), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem)))]
#[post("/letters/{id}/discard")]
pub(super) async fn discard(
    state: Data<State>,
    who: Who,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let letter = dead_letters::discard(&state.app, who.actor(), id(&path, "letter")?).await?;
    Ok(HttpResponse::Ok().json(LetterDto::from(letter)))
}
