//! Bookings given out as CSV, JSON and iCalendar: streamed in pages, so that memory stays flat however
//! many there are.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::{Bytes, Data, Query, ServiceConfig};
use actix_web::{HttpResponse, get};
use chrono::NaiveDate;
use futures_util::stream;
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::IntoParams;

use crate::app::export::{self, Bound, Export, ExportQuery, Exported, PAGE, Place};
use crate::app::{App, Error, local_time};
use crate::domain::booking::{Attendee, Part};
use crate::domain::input::Invalid;
use crate::domain::sheet::{Writer, joined};
use crate::domain::words::words;
use crate::mail::feed;
use crate::web::State;
use crate::web::problem::Problem;
use crate::web::request::{Who, id, instant};

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(bookings);
}

words! {
    /// What bookings are written as.
    Format {
        /// A table for spreadsheets.
        Csv = "csv",
        /// For programs.
        Json = "json",
        /// For calendars.
        Ics = "ics",
    }
}

/// Which bookings, as what.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
pub struct BookingsWanted {
    /// csv, json or ics; absent means csv.
    format: Option<String>,
    /// Slug of a city that you coordinate: those that its hosts receive and those of its guests.
    city: Option<String>,
    /// Id of a host that you manage: those that it receives.
    host: Option<String>,
    /// No visit begins earlier: RFC 3339, or a date on the clock of the city or host named, else UTC.
    from: Option<String>,
    /// No visit begins at this instant or later: RFC 3339, or a date, which is the last one told.
    to: Option<String>,
}

/// Gives bookings out, by the beginning of their visits. An admin gets all, a coordinator those that
/// the hosts of their city receive and those of its guests, others those of their hosts. Notes,
/// answers and mail addresses are told to who manages the host; where visits take place is not told
/// here. `X-Total-Count` says how many there were at the beginning; the answer ends before its
/// time where it cannot go on.
#[utoipa::path(tag = "Import and export", context_path = "/api/v1", params(BookingsWanted),
    responses((status = 200, body = String, content_type = "text/csv"),
        (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem)))]
#[get("/exports/bookings")]
pub(super) async fn bookings(
    state: Data<State>,
    who: Who,
    query: Query<BookingsWanted>,
) -> Result<HttpResponse, Problem> {
    // A form sends what was left empty.
    let filled = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
    let format: Format = match filled(&query.format) {
        None => Format::Csv,
        Some(text) => text.parse().map_err(|_| {
            Problem::from(Invalid::one(
                "format",
                "unknown_format",
                "Give csv, json or ics.",
            ))
        })?,
    };
    let wanted = ExportQuery {
        city: filled(&query.city),
        host: filled(&query.host)
            .map(|text| id(&text, "host"))
            .transpose()?,
        from: bound("from", filled(&query.from))?,
        to: bound("to", filled(&query.to))?,
    };
    let export = export::begin(&state.app, who.actor(), wanted).await?;
    let (kind, name) = match format {
        Format::Csv => ("text/csv; charset=utf-8", "bookings.csv"),
        Format::Json => ("application/json", "bookings.json"),
        Format::Ics => ("text/calendar; charset=utf-8", "bookings.ics"),
    };
    let mut response = HttpResponse::Ok();
    response
        .insert_header((CONTENT_TYPE, kind))
        .insert_header((CACHE_CONTROL, "private, no-store"))
        .insert_header(("X-Total-Count", export.total.to_string()))
        .insert_header((
            CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ));
    let scribe = Scribe {
        app: state.app.clone(),
        export,
        format,
        public_url: state.site.public_url.clone(),
        step: Step::Begin,
    };
    Ok(response.streaming(stream::try_unfold(scribe, Scribe::next)))
}

/// An instant, or a date.
fn bound(field: &str, text: Option<String>) -> Result<Option<Bound>, Problem> {
    let Some(text) = text else { return Ok(None) };
    if let Ok(date) = text.trim().parse::<NaiveDate>() {
        return Ok(Some(Bound::Date(date)));
    }
    Ok(instant(field, Some(&text))?.map(Bound::Instant))
}

/// How far the writing has come.
enum Step {
    Begin,
    Page(Option<Place>),
    End,
}

/// Writes bookings, a page at a time.
struct Scribe {
    app: App,
    export: Export,
    format: Format,
    public_url: String,
    step: Step,
}

impl Scribe {
    /// The next piece of the file; nothing at its end.
    async fn next(mut self) -> Result<Option<(Bytes, Self)>, Error> {
        let (text, step) = match self.step {
            Step::Begin => (self.beginning(), Step::Page(None)),
            Step::Page(after) => {
                let page = export::page(&self.app, &self.export, after).await?;
                let whole = i64::try_from(page.len()).is_ok_and(|length| length == PAGE);
                let text = self.written(&page, after.is_none())?;
                match page.last().filter(|_| whole) {
                    Some(last) => (text, Step::Page(Some(last.place()))),
                    None => (text + self.ending(), Step::End),
                }
            }
            Step::End => return Ok(None),
        };
        self.step = step;
        Ok(Some((Bytes::from(text), self)))
    }

    fn beginning(&self) -> String {
        match self.format {
            Format::Csv => {
                let mut writer = Writer::default();
                writer.row(COLUMNS);
                writer.finish()
            }
            Format::Json => format!("{{\"total\":{},\"items\":[", self.export.total),
            Format::Ics => feed::export_beginning(),
        }
    }

    fn ending(&self) -> &'static str {
        match self.format {
            Format::Csv => "",
            Format::Json => "\n]}\n",
            Format::Ics => feed::EXPORT_ENDING,
        }
    }

    fn written(&self, page: &[Exported], is_first: bool) -> Result<String, Error> {
        match self.format {
            Format::Csv => {
                let mut writer = Writer::default();
                for one in page {
                    let cells = self.cells(one)?;
                    writer.row(cells.iter().map(String::as_str));
                }
                Ok(writer.finish())
            }
            // One booking a line: who counts lines knows how far it is.
            Format::Json => {
                let mut text = String::new();
                for (index, one) in page.iter().enumerate() {
                    let first = is_first && index == 0;
                    text.push_str(if first { "\n" } else { ",\n" });
                    text.push_str(&self.json(one)?.to_string());
                }
                Ok(text)
            }
            Format::Ics => {
                let event = |one: &Exported| feed::export_event(one, &self.public_url);
                Ok(page.iter().map(event).collect())
            }
        }
    }

    /// A booking as a row, in the order of [`COLUMNS`].
    fn cells(&self, one: &Exported) -> Result<Vec<String>, Error> {
        let booking = &one.booking;
        let contact = one
            .attendees
            .iter()
            .find(|person| person.part == Part::Contact);
        let guests = one
            .attendees
            .iter()
            .filter(|person| person.part == Part::Guest);
        let named = |person: &Attendee| match person.email.as_str() {
            "" => person.name.clone(),
            email => format!("{} <{email}>", person.name),
        };
        let guests: Vec<String> = guests.map(named).collect();
        let of_contact = |part: fn(&Attendee) -> &String| contact.map(part).cloned();
        Ok(vec![
            booking.id.to_string(),
            booking.status.to_string(),
            instant_text(one.slot.starts_at),
            instant_text(one.slot.ends_at),
            self.local_start(one)?,
            one.slot.zone.clone(),
            one.host_city.slug.clone(),
            one.host.name.clone(),
            one.offer.title.clone(),
            one.guest_city.slug.clone(),
            booking.organization.clone(),
            booking.seats.to_string(),
            booking.group_size.to_string(),
            of_contact(|person| &person.name).unwrap_or_default(),
            of_contact(|person| &person.email).unwrap_or_default(),
            joined(guests.iter().map(String::as_str)),
            booking.note.clone(),
            booking.cancel_reason.clone().unwrap_or_default(),
            instant_text(booking.created_at),
        ])
    }

    fn json(&self, one: &Exported) -> Result<Value, Error> {
        let booking = &one.booking;
        let person = |person: &Attendee| {
            json!({
                "part": person.part,
                "name": person.name,
                "email": one.whole.then_some(&person.email),
                "locale": person.locale,
                "zone": person.zone,
            })
        };
        let guests = one
            .attendees
            .iter()
            .filter(|person| person.part != Part::Host);
        Ok(json!({
            "id": booking.id,
            "status": booking.status,
            "starts_at": one.slot.starts_at,
            "ends_at": one.slot.ends_at,
            "local_start": self.local_start(one)?,
            "zone": one.slot.zone,
            "host_city": one.host_city.slug,
            "host": { "id": one.host.id, "name": one.host.name },
            "offer": { "id": one.offer.id, "title": one.offer.title },
            "city": one.guest_city.slug,
            "organization": booking.organization,
            "seats": booking.seats,
            "group_size": booking.group_size,
            "attendees": guests.map(person).collect::<Vec<_>>(),
            "note": one.whole.then_some(&booking.note),
            "answers": one.whole.then_some(&booking.wishes.answers),
            "cancel_reason": booking.cancel_reason,
            "created_at": booking.created_at,
        }))
    }

    /// When it begins on the clock on which it was promised.
    fn local_start(&self, one: &Exported) -> Result<String, Error> {
        let zone = local_time::zone_of(&self.app.zones, &one.slot.zone)?;
        Ok(zone.at(one.slot.starts_at).to_rfc3339())
    }
}

fn instant_text(at: chrono::DateTime<chrono::Utc>) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}

/// The columns of bookings as CSV.
const COLUMNS: [&str; 19] = [
    "booking_id",
    "status",
    "starts_at",
    "ends_at",
    "local_start",
    "zone",
    "host_city",
    "host",
    "offer",
    "guest_city",
    "organization",
    "seats",
    "group_size",
    "contact_name",
    "contact_email",
    "guests",
    "note",
    "cancel_reason",
    "created_at",
];
