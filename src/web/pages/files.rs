//! `/console/files`: bookings taken out, and for admins whole tables brought in and given out.

use actix_web::http::StatusCode;
use actix_web::web::{Payload, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, get, post};
use askama::Template;

use super::form::{Choice, ChoiceGroup, Control, Field};
use super::parts::{Frame, name_of};
use super::reader::{Reader, see_other};
use super::{show, upload};
use crate::app::console;
use crate::app::import::{self, Counts, Imported, Preview};
use crate::app::{Error, export};
use crate::domain::input::Invalid;
use crate::domain::locale::Localizer;
use crate::domain::sheet::{FILE_MAX, Fault, Table};
use crate::web::Problem;
use crate::web::request::file;

/// Room for the fields of a form beside its file, in bytes.
const FIELDS_MAX: usize = 16 * 1024;

/// Files in and out.
#[derive(Template)]
#[template(path = "pages/files.html")]
pub struct FilesPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// This person brings tables in and takes them out.
    pub admin: bool,
    /// Which bookings to take out.
    pub fields: Vec<Field>,
    /// The tables: the word for it, and its name in words.
    pub tables: Vec<(String, String)>,
    /// Said while a download comes, with `{n}` and `{total}` in place of the numbers.
    pub progress: String,
    /// Said when it is there, with `{n}`.
    pub saved: String,
    /// What a file that was sent did, or would do.
    pub report: Option<Report>,
}

/// What a file did, or would do.
pub struct Report {
    /// What is said of it first.
    pub title: String,
    /// It was brought in.
    pub done: bool,
    /// Each table in words.
    pub lines: Vec<String>,
    /// What is wrong, by line.
    pub faults: Vec<FaultRow>,
    /// How much is wrong in all, in words; empty where nothing is.
    pub faulty: String,
    /// The file, to be sent once more; none where something is wrong with it or there is nothing to do.
    pub file: Option<String>,
}

/// One thing that is wrong.
pub struct FaultRow {
    /// The line; empty where it is the whole file.
    pub line: String,
    /// The column's name.
    pub column: String,
    /// What to do.
    pub words: String,
}

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(look).service(send);
}

#[get("/console/files")]
async fn look(reader: Reader) -> Result<HttpResponse, Problem> {
    if reader.actor().person().is_none() {
        return Ok(see_other("/sign-in"));
    }
    draw(&reader, StatusCode::OK, None).await
}

async fn draw(
    reader: &Reader,
    status: StatusCode,
    report: Option<Report>,
) -> Result<HttpResponse, Problem> {
    let l = &reader.l;
    // Whoever has no role has nothing to take out.
    export::begin(&reader.state.app, reader.actor(), Default::default()).await?;
    let tables = Table::ALL.iter().map(|table| {
        let word = table.as_str();
        (word.to_owned(), name_of(l, "files", word))
    });
    let page = FilesPage {
        l: *l,
        frame: reader.frame(l.text("files-title")),
        admin: reader.actor().is_admin(),
        fields: fields(reader).await?,
        tables: tables.collect(),
        progress: l.args("files-progress", &[("n", "{n}"), ("total", "{total}")]),
        saved: l.with("files-saved", "n", "{n}"),
        report,
    };
    reader.page(status, &page)
}

/// Which bookings to take out.
async fn fields(reader: &Reader) -> Result<Vec<Field>, Problem> {
    let l = &reader.l;
    let console = console::look(&reader.state.app, reader.actor(), None).await?;
    let all = || choice("", l.text("files-all"));
    let kept = console.cities.iter();
    let kept = kept.filter(|city| reader.actor().coordinates(city.id));
    let cities: Vec<Choice> = kept
        .map(|city| choice(&city.slug, reader.city_name(city)))
        .collect();
    let groups = console.cities.iter().map(|city| ChoiceGroup {
        label: reader.city_name(city),
        choices: console
            .hosts
            .iter()
            .filter(|host| host.city_id == city.id)
            .map(|host| choice(&host.id.to_string(), host.name.clone()))
            .collect(),
    });
    let hosts: Vec<ChoiceGroup> = groups.filter(|group| !group.choices.is_empty()).collect();
    Ok(bookings_fields(l, all, cities, hosts))
}

/// The fields of the form for bookings; a choice of one is none.
pub(super) fn bookings_fields(
    l: &Localizer,
    all: impl Fn() -> Choice,
    cities: Vec<Choice>,
    hosts: Vec<ChoiceGroup>,
) -> Vec<Field> {
    let mut fields = Vec::new();
    if !cities.is_empty() {
        let choices = std::iter::once(all()).chain(cities).collect();
        fields.push(Field {
            label: l.text("field-host-city"),
            ..Field::choosing(l, "city", Control::Select, choices)
        });
    }
    if !hosts.is_empty() {
        let first = ChoiceGroup {
            label: String::new(),
            choices: vec![all()],
        };
        fields.push(Field {
            groups: std::iter::once(first).chain(hosts).collect(),
            ..Field::new(l, "host", Control::Select)
        });
    }
    let date = |name: &str, label: &str| Field {
        label: l.text(label),
        ..Field::new(l, name, Control::Input("date"))
    };
    fields.push(date("from", "files-from"));
    fields.push(date("to", "files-to"));
    let formats = ["csv", "json", "ics"].map(|word| choice(word, name_of(l, "files-as", word)));
    fields.push(Field {
        label: l.text("files-format"),
        ..Field::choosing(l, "format", Control::Select, formats.into())
    });
    let within = |field: Field| field.within("bookings").optional();
    fields.into_iter().map(within).collect()
}

pub(super) fn choice(value: &str, label: String) -> Choice {
    Choice {
        value: value.to_owned(),
        label,
        detail: String::new(),
        chosen: false,
    }
}

/// A file: what it would do at first, and does once that was confirmed.
#[post("/console/files")]
async fn send(
    request: HttpRequest,
    reader: Reader,
    body: Payload,
) -> Result<HttpResponse, Problem> {
    let (app, actor) = (&reader.state.app, reader.actor());
    import::may_import(actor)?;
    // Sent once more, a browser writes each line's end with two bytes.
    let body = file(body, 2 * FILE_MAX + FIELDS_MAX).await?;
    let parts = upload::parts(&request, &body)
        .ok_or_else(|| Problem::bad_request("malformed_form", "The form cannot be read."))?;
    let part = |name: &str| parts.iter().find(|(of, _)| of == name).map(|part| part.1);
    let text = |name: &str| String::from_utf8_lossy(part(name).unwrap_or_default()).into_owned();
    reader.check_form(&text("csrf"))?;
    if part("confirmed").is_none() {
        let sent = part("file").unwrap_or_default().to_vec();
        let preview = import::preview(app, actor, sent).await?;
        let report = previewed(&reader.l, &preview, text("file"));
        return draw(&reader, status_of(&report), Some(report)).await;
    }
    let sent = text("file").replace("\r\n", "\n");
    let report = match import::import(app, actor, sent.clone().into_bytes(), None).await {
        Ok(done) => applied(&reader.l, &done),
        // What there is has changed meanwhile: look again at what is wrong now.
        Err(Error::Invalid(Invalid(_)) | Error::VersionMismatch) => {
            let preview = import::preview(app, actor, sent.clone().into_bytes()).await?;
            previewed(&reader.l, &preview, sent)
        }
        Err(other) => return Err(other.into()),
    };
    draw(&reader, status_of(&report), Some(report)).await
}

fn status_of(report: &Report) -> StatusCode {
    match report.faults.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

fn applied(l: &Localizer, done: &Imported) -> Report {
    Report {
        title: l.text("files-done"),
        done: true,
        lines: lines(l, done),
        faults: Vec::new(),
        faulty: String::new(),
        file: None,
    }
}

fn previewed(l: &Localizer, preview: &Preview, file: String) -> Report {
    let faults = &preview.faults;
    let title = match (faults.is_empty(), preview.would.changes_nothing()) {
        (false, _) => "files-refused",
        (true, true) => "files-nothing",
        (true, false) => "files-preview",
    };
    let total = i64::try_from(faults.total).unwrap_or(i64::MAX);
    let can_be = faults.is_empty() && !preview.would.changes_nothing();
    Report {
        title: l.text(title),
        done: false,
        // What a file that is not taken would have done is nothing to go by.
        lines: match faults.is_empty() {
            true => lines(l, &preview.would),
            false => Vec::new(),
        },
        faults: faults.listed.iter().map(|fault| row(l, fault)).collect(),
        faulty: match (faults.is_empty(), faults.total > faults.listed.len()) {
            (true, _) => String::new(),
            (false, false) => l.count("files-faults", total),
            (false, true) => format!(
                "{} {}",
                l.count("files-faults", total),
                l.text("files-more")
            ),
        },
        file: can_be.then_some(file),
    }
}

fn lines(l: &Localizer, imported: &Imported) -> Vec<String> {
    let line = |counts: &Counts| {
        let [created, updated, unchanged] =
            [counts.created, counts.updated, counts.unchanged].map(|count| count.to_string());
        let args = [
            ("table", name_of(l, "files", counts.table.as_str())),
            ("created", created),
            ("updated", updated),
            ("unchanged", unchanged),
        ];
        let args = args.each_ref().map(|(name, value)| (*name, value.as_str()));
        l.args("files-line", &args)
    };
    imported.tables.iter().map(line).collect()
}

pub(super) fn row(l: &Localizer, fault: &Fault) -> FaultRow {
    FaultRow {
        line: match fault.line {
            0 => String::new(),
            line => line.to_string(),
        },
        column: fault.column.clone(),
        words: match fault.code.as_str() {
            // What can be chosen stands in the detail, and no list is on the page.
            "unknown_city" | "unknown_zone" => {
                l.text(&format!("fault-file-{}", fault.code.replace('_', "-")))
            }
            "out_of_range" | "too_many" => fault.detail.clone(),
            code => show::fault(l, code, &fault.detail),
        },
    }
}
