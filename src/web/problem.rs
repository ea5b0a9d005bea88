//! [`Problem`]: the one error of the web's edge (RFC 9457), made from what a use case answers.
//!
//! Programs get it as JSON. A browser gets the page that `pages::problem` makes of it: the
//! middleware there finds it in the response's extensions.

use std::fmt;

use actix_web::http::StatusCode;
use actix_web::http::header::{ALLOW, ContentType, RETRY_AFTER};
use actix_web::{HttpResponse, ResponseError};
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::{Conflict, Error};
use crate::domain::booking::BookingStatus;
use crate::domain::input::{FieldError, Invalid};
use crate::domain::zone::MustChoose;
use crate::storage::StorageError;

/// An answer that says what went wrong and what to do next.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Problem {
    /// Names the kind of problem.
    #[serde(rename = "type")]
    pub kind: String,
    /// The kind of problem in words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What happened and what to do next.
    pub detail: String,
    /// A stable word for programs.
    pub code: String,
    /// The fields that are wrong, for an input.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldProblem>,
    /// The instants to choose from, for a wall clock that the zone skips or shows twice.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
    /// Seconds after which it is worth trying again.
    #[serde(skip)]
    pub retry_after: Option<i64>,
    /// The methods that are allowed.
    #[serde(skip)]
    pub allow: Option<String>,
}

/// One thing that is wrong with one field.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FieldProblem {
    /// The field, with a path for nested ones.
    pub field: String,
    /// A stable word for programs.
    pub code: String,
    /// What to do.
    pub detail: String,
}

/// An instant that a wall clock may mean.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Choice {
    /// What to send as `resolution`.
    pub resolution: String,
    /// What it means, RFC 3339 with the zone's offset.
    pub local_start: String,
}

impl Problem {
    /// A problem of this status and code.
    pub fn new(status: StatusCode, code: &str, detail: impl Into<String>) -> Self {
        Self {
            kind: format!("urn:sisterline:problem:{code}"),
            title: status.canonical_reason().unwrap_or("Problem").to_owned(),
            status: status.as_u16(),
            detail: detail.into(),
            code: code.to_owned(),
            errors: Vec::new(),
            choices: Vec::new(),
            retry_after: None,
            allow: None,
        }
    }

    /// There is no such thing.
    pub fn not_found(what: &str) -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "not_found",
            format!("There is no such {what}."),
        )
    }

    /// The page is not for this method, but for these.
    pub fn method_not_allowed(allowed: String) -> Self {
        let detail = format!("This takes {allowed} only.");
        Self {
            allow: Some(allowed),
            ..Self::new(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed", detail)
        }
    }

    /// The request cannot be understood.
    pub fn bad_request(code: &str, detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, detail)
    }

    fn invalid(errors: Vec<FieldError>) -> Self {
        let one = |error: FieldError| FieldProblem {
            field: error.field,
            code: error.code,
            detail: error.detail,
        };
        Self {
            errors: errors.into_iter().map(one).collect(),
            ..Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "invalid_input",
                "Some fields are not right; correct them and send again.",
            )
        }
    }

    fn must_choose(choice: &MustChoose) -> Self {
        let code = match choice.candidates.len() {
            0 => "local_day_missing",
            1 => "local_time_in_gap",
            _ => "local_time_ambiguous",
        };
        let candidates = choice.candidates.iter().map(|(resolution, at)| Choice {
            resolution: resolution.to_string(),
            local_start: at.to_rfc3339(),
        });
        let choices: Vec<Choice> = candidates.collect();
        let mut detail = choice.to_string();
        for choice in &choices {
            let Choice {
                resolution,
                local_start,
            } = choice;
            detail.push_str(&format!(
                " Or send resolution {resolution} for {local_start}."
            ));
        }
        let field = "local_start".to_owned();
        let errors = vec![FieldError {
            field,
            code: code.to_owned(),
            detail,
        }];
        Self {
            choices,
            ..Self::invalid(errors)
        }
    }

    fn conflict(conflict: Conflict) -> Self {
        let (code, detail) = match conflict {
            Conflict::Slot(refusal) => {
                let detail = match refusal.as_str() {
                    "slot_full" => "There are not enough seats left. Choose another time.",
                    "slot_closed" => "This time takes no bookings any more. Choose another one.",
                    "slot_notice" => "The host wants to be told earlier. Choose a later time.",
                    "slot_too_early" => "This time cannot be booked yet. Choose a sooner one.",
                    "slot_day_limit" => "The host takes no more visits that day. Choose another.",
                    "slot_week_limit" => "The host takes no more visits that week. Choose another.",
                    _ => "This visit has begun. Choose a later time.",
                };
                (refusal.as_str(), detail)
            }
            Conflict::SlotOverlaps => (
                "slot_overlaps",
                "The host has another slot at that time. Choose another time.",
            ),
            Conflict::SlugTaken => (
                "slug_taken",
                "There is a city of that slug. Choose another.",
            ),
            Conflict::LetterExpired => (
                "letter_expired",
                "What the letter tells of is over. Discard it.",
            ),
            Conflict::LetterOvertaken => (
                "letter_overtaken",
                "Its reader was written something newer about the visit. Discard it.",
            ),
            Conflict::LetterNotDead => (
                "letter_not_dead",
                "The letter was not given up; look at its state.",
            ),
            Conflict::PartnershipAgreed => (
                "partnership_agreed",
                "All its cities have agreed to the partnership. End it instead.",
            ),
            Conflict::PartnershipProposed => (
                "partnership_proposed",
                "Its other cities have yet to agree to the partnership.",
            ),
            Conflict::NotVisited => (
                "not_visited",
                "The visit has not begun, or did not take place.",
            ),
            Conflict::PlanChanged => (
                "plan_changed",
                "The plan is another one by now; look at it again.",
            ),
            Conflict::VisitStarted => (
                "visit_started",
                "The visit has begun; it cannot be changed any more.",
            ),
            Conflict::BookingIs(status) => return Self::booking_is(status),
            other => change_conflict(other),
        };
        Self::new(StatusCode::CONFLICT, code, detail)
    }

    fn series_conflicts(visits: &[chrono::NaiveDateTime]) -> Self {
        let one = |visit: &chrono::NaiveDateTime| FieldProblem {
            field: visit.format("%Y-%m-%dT%H:%M").to_string(),
            code: "slot_overlaps".to_owned(),
            detail: "The time has passed, or the host has another slot then.".to_owned(),
        };
        Self {
            errors: visits.iter().map(one).collect(),
            ..Self::new(
                StatusCode::CONFLICT,
                "series_conflicts",
                "Some visits cannot take place; nothing was booked. Name them in leave_out, or \
                 choose another plan.",
            )
        }
    }

    fn booking_is(status: BookingStatus) -> Self {
        let detail = format!("The booking is {status}; this cannot happen to it any more.");
        Self::new(StatusCode::CONFLICT, "booking_state", detail)
    }

    fn storage(error: &StorageError) -> Self {
        match error {
            StorageError::Unavailable(_) | StorageError::Contention(_) => {
                tracing::warn!(error = %error, cause = ?error, "the database cannot be used");
                Self {
                    retry_after: Some(5),
                    ..Self::new(
                        StatusCode::SERVICE_UNAVAILABLE,
                        "unavailable",
                        "The service cannot reach its database just now. Try again in a moment.",
                    )
                }
            }
            _ => {
                tracing::error!(error = %error, cause = ?error, "a request failed");
                Self::new(
                    StatusCode::INTERNAL_SERVER_ERROR,
                    "internal",
                    "Something went wrong on our side. It was noted; try again later.",
                )
            }
        }
    }
}

/// Code and words of what stands in the way of booking, holding, waiting and changing.
fn change_conflict(conflict: Conflict) -> (&'static str, &'static str) {
    match conflict {
        Conflict::TooLate => (
            "too_late",
            "It is too late to change this visit here. Ask the host.",
        ),
        Conflict::SeatsTaken => (
            "seats_taken",
            "More seats than that are taken or being booked. Give a larger number.",
        ),
        Conflict::SlotCancelled => ("slot_cancelled", "This time does not take place."),
        Conflict::PartyLimit => (
            "party_limit",
            "You have booked this as often as one party may.",
        ),
        Conflict::CityLimit => (
            "city_limit",
            "Your city has booked this as often as one city may.",
        ),
        Conflict::HoldExpired => (
            "hold_expired",
            "The seats are kept for you no longer. Try again, as long as there are some.",
        ),
        Conflict::TooManyHolds => (
            "too_many_holds",
            "Too many seats are being kept for you. Finish or leave another form first.",
        ),
        Conflict::NoWaitingList => ("no_waiting_list", "There is no waiting list for this."),
        Conflict::SeatsLeft => ("seats_left", "There are seats left: book them."),
        Conflict::AlreadyWaiting => (
            "already_waiting",
            "This address is on the waiting list already.",
        ),
        Conflict::WaitingListFull => (
            "waiting_list_full",
            "Too many are waiting. Choose another time.",
        ),
        _ => ("conflict", "The state of things does not allow it."),
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        match error {
            Error::NotFound(what) => Self::not_found(what),
            Error::Invalid(Invalid(errors)) => Self::invalid(errors),
            Error::MustChoose(choice) => Self::must_choose(&choice),
            Error::Conflict(conflict) => Self::conflict(conflict),
            Error::SignInRequired => Self::new(
                StatusCode::UNAUTHORIZED,
                "sign_in_required",
                "Sign in first.",
            ),
            Error::Forbidden(why) => {
                let why = format!("You may not do this: {why}.");
                Self::new(StatusCode::FORBIDDEN, "forbidden", why)
            }
            Error::VersionMismatch => Self::new(
                StatusCode::PRECONDITION_FAILED,
                "version_mismatch",
                "Somebody else has edited this meanwhile. Load it again and repeat your change.",
            ),
            Error::IdempotencyKeyReused => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "idempotency_key_reused",
                "This Idempotency-Key was used for another request. Send a new one.",
            ),
            Error::SeriesConflicts(visits) => Self::series_conflicts(&visits),
            Error::Busy => Self {
                retry_after: Some(2),
                ..Self::new(
                    StatusCode::SERVICE_UNAVAILABLE,
                    "busy",
                    "Too many ask for this at once. Try again in a moment.",
                )
            },
            Error::Storage(error) => Self::storage(&error),
        }
    }
}

impl From<Invalid> for Problem {
    fn from(invalid: Invalid) -> Self {
        Self::invalid(invalid.0)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.status, self.code)
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::build(self.status_code());
        response.insert_header(("content-type", "application/problem+json"));
        if let Some(seconds) = self.retry_after {
            response.insert_header((RETRY_AFTER, seconds.to_string()));
        }
        if let Some(methods) = &self.allow {
            response.insert_header((ALLOW, methods.as_str()));
        }
        if self.status == 401 {
            response.insert_header(("www-authenticate", "Bearer"));
        }
        response.extensions_mut().insert(self.clone());
        match serde_json::to_string(self) {
            Ok(json) => response.body(json),
            Err(_) => response
                .content_type(ContentType::plaintext())
                .body(self.detail.clone()),
        }
    }
}
