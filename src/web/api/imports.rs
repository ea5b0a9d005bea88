//! Files that admins bring in, the templates for them, and whole tables given out.

use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::{Data, Path, Payload, Query, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, get, post};
use serde::{Deserialize, Serialize};
use serde_json::Map;
use utoipa::ToSchema;

use crate::app::import::{self, Counts, Given, Imported};
use crate::domain::input::Invalid;
use crate::domain::sheet::{Cell, FILE_MAX, Fault, Faults, Table, Writer};
use crate::web::State;
use crate::web::problem::Problem;
use crate::web::request::{Who, file, idempotency_key};

pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(create)
        .service(template)
        .service(whole_table);
}

/// What a file did, or would do.
#[derive(Debug, Serialize, ToSchema)]
pub struct ImportDto {
    /// Whether nothing was written.
    pub dry_run: bool,
    /// Its tables, in the order in which they are brought in.
    pub tables: Vec<TableDto>,
    /// What is wrong with it, by line: only in a dry run, and the first 1,000 of it.
    pub errors: Vec<LineErrorDto>,
    /// How much is wrong in all. A file with anything wrong is not brought in.
    pub errors_total: usize,
}

/// What a file did, or would do, to a table.
#[derive(Debug, Serialize, ToSchema)]
pub struct TableDto {
    /// cities, partnerships, hosts or offers.
    pub table: String,
    /// Rows that there were not.
    pub created: usize,
    /// Rows that were otherwise.
    pub updated: usize,
    /// Rows that were so.
    pub unchanged: usize,
}

impl From<&Counts> for TableDto {
    fn from(counts: &Counts) -> Self {
        Self {
            table: counts.table.to_string(),
            created: counts.created,
            updated: counts.updated,
            unchanged: counts.unchanged,
        }
    }
}

/// One thing that is wrong in a file.
#[derive(Debug, Serialize, ToSchema)]
pub struct LineErrorDto {
    /// The line, from 1; 0 where it is the whole file.
    pub line: usize,
    /// The column's name; empty where it is the whole row.
    pub column: String,
    /// A stable word for programs.
    pub code: String,
    /// What to do.
    pub detail: String,
}

impl From<&Fault> for LineErrorDto {
    fn from(fault: &Fault) -> Self {
        Self {
            line: fault.line,
            column: fault.column.clone(),
            code: fault.code.clone(),
            detail: fault.detail.clone(),
        }
    }
}

fn dto(imported: &Imported, faults: &Faults, dry_run: bool) -> ImportDto {
    ImportDto {
        dry_run,
        tables: imported.tables.iter().map(TableDto::from).collect(),
        errors: faults.listed.iter().map(LineErrorDto::from).collect(),
        errors_total: faults.total,
    }
}

#[derive(Deserialize)]
struct Dry {
    dry_run: Option<String>,
}

/// Brings in cities, partnerships, hosts or offers from a file, all of it or nothing. Rows are known
/// by what people call them, so sending a file again changes nothing. A dry run answers 200 and says
/// what is wrong by line and column; otherwise that is a 422 whose fields are `lines[3].zone`. For
/// admins.
#[utoipa::path(tag = "Import and export", context_path = "/api/v1",
    request_body(content = String, content_type = "text/csv",
        description = "CSV or JSON in UTF-8, at most 2 MiB and 10,000 rows"),
    params(("dry_run" = Option<bool>, Query, description = "true: say what would be done"),
        ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = ImportDto), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 413, body = Problem),
        (status = 422, body = Problem)))]
#[post("/imports")]
pub(super) async fn create(
    request: HttpRequest,
    state: Data<State>,
    who: Who,
    query: Query<Dry>,
    body: Payload,
) -> Result<HttpResponse, Problem> {
    let dry_run = match query.dry_run.as_deref() {
        None | Some("false") => false,
        Some("true") => true,
        Some(_) => {
            return Err(Invalid::one("dry_run", "wrong_type", "Say true or false.").into());
        }
    };
    import::may_import(who.actor())?;
    let bytes = file(body, FILE_MAX).await?;
    let (app, actor) = (&state.app, who.actor());
    if dry_run {
        let preview = import::preview(app, actor, bytes.to_vec()).await?;
        return Ok(HttpResponse::Ok().json(dto(&preview.would, &preview.faults, true)));
    }
    let key = idempotency_key(&request, "import", &who, &bytes)?;
    let done = import::import(app, actor, bytes.to_vec(), key).await?;
    Ok(HttpResponse::Ok().json(dto(&done, &Faults::default(), false)))
}

/// Answers a template of a table to fill in: its columns and a line of example, as CSV.
#[utoipa::path(tag = "Import and export", context_path = "/api/v1",
    params(("table" = String, Path, description = "cities, partnerships, hosts or offers")),
    responses((status = 200, body = String, content_type = "text/csv"),
        (status = 404, body = Problem)))]
#[get("/imports/templates/{table}")]
pub(super) async fn template(path: Path<String>) -> Result<HttpResponse, Problem> {
    let table = named(&path)?;
    Ok(download(
        &format!("{table}-template.csv"),
        "text/csv; charset=utf-8",
        table.template(),
    ))
}

fn named(table: &str) -> Result<Table, Problem> {
    table.parse().map_err(|_| Problem::not_found("table"))
}

#[derive(Deserialize)]
struct As {
    format: Option<String>,
}

/// Gives out a table as `POST /imports` reads it. For admins.
#[utoipa::path(tag = "Import and export", context_path = "/api/v1",
    params(("table" = String, Path, description = "cities, partnerships, hosts or offers"),
        ("format" = Option<String>, Query, description = "csv, or json; absent means csv")),
    responses((status = 200, body = String, content_type = "text/csv"),
        (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem)))]
#[get("/exports/{table}")]
pub(super) async fn whole_table(
    state: Data<State>,
    who: Who,
    path: Path<String>,
    query: Query<As>,
) -> Result<HttpResponse, Problem> {
    let table = named(&path)?;
    let given = import::export(&state.app, who.actor(), table).await?;
    match query.format.as_deref() {
        None | Some("csv") => Ok(download(
            &format!("{table}.csv"),
            "text/csv; charset=utf-8",
            csv(&given),
        )),
        Some("json") => {
            let mut tables = Map::new();
            tables.insert(table.to_string(), import::json_rows(table, &given.rows));
            let text = serde_json::Value::Object(tables).to_string();
            Ok(download(&format!("{table}.json"), "application/json", text))
        }
        Some(_) => Err(Invalid::one("format", "unknown_format", "Give csv or json.").into()),
    }
}

fn csv(given: &Given) -> String {
    let mut writer = Writer::default();
    writer.row(import::columns_of(given.table));
    for row in &given.rows {
        let cells: Vec<String> = row.iter().map(Cell::text).collect();
        writer.row(cells.iter().map(String::as_str));
    }
    writer.finish()
}

/// A file to keep.
fn download(name: &str, kind: &str, text: String) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, kind))
        .insert_header((
            CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ))
        .body(text)
}
