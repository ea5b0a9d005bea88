//! Bringing cities, partnerships, hosts and offers in from a file, and giving them out as one.
//!
//! A file is first thought through against what there is, row by row, with the rules that count for
//! whatever is entered; only where nothing at all is wrong is it written, in one transaction. Rows are
//! known by what people call them (a city's slug, a host's city and name), so that the same file
//! brought in again changes nothing.

mod cells;
mod plan;
mod rows;

use serde::{Deserialize, Serialize};

use super::access::require_admin;
use super::idempotency::{IdempotencyKey, once};
use super::{App, Error, partnership, room};
use crate::domain::input::{FieldError, Invalid};
use crate::domain::person::Actor;
use crate::domain::sheet::{self, Fault, Faults, Row, Table};
use crate::storage::{self, Tx};
use plan::{Change, Plan};

pub use rows::{columns_of, json_rows};

/// What a file did, or would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    /// Its tables, in the order in which they are brought in.
    pub tables: Vec<Counts>,
}

/// What a file did, or would do, to one table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Which.
    pub table: Table,
    /// Rows that there were not.
    pub created: usize,
    /// Rows that were otherwise.
    pub updated: usize,
    /// Rows that were so.
    pub unchanged: usize,
}

impl Imported {
    /// Whether there is nothing to do.
    pub fn changes_nothing(&self) -> bool {
        self.tables
            .iter()
            .all(|counts| counts.created + counts.updated == 0)
    }
}

/// What a file would do, and what is wrong with it: where something is, it does nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// What the rows without a fault would do.
    pub would: Imported,
    /// What is wrong.
    pub faults: Faults,
}

/// Refuses whoever may not bring files in, before the file is read.
///
/// # Errors
/// Where `actor` is no admin.
pub fn may_import(actor: &Actor) -> Result<(), Error> {
    require_admin(actor, "only an admin brings files in")
}

/// What a file would do. Nothing is written.
///
/// # Errors
/// Where `actor` is no admin, or the database cannot be used.
pub async fn preview(app: &App, actor: &Actor, file: Vec<u8>) -> Result<Preview, Error> {
    may_import(actor)?;
    let (app, db) = (app.clone(), app.db.clone());
    db.read(move |view| {
        let (rows, faults) = sheet::read(&file);
        let plan = Plan::new(&app, view, &rows, faults)?;
        Ok(Preview {
            would: plan.imported,
            faults: plan.faults,
        })
    })
    .await
}

/// Brings a file in, all of it or nothing.
///
/// # Errors
/// Where `actor` is no admin, or something is wrong with the file: [`Error::Invalid`] names each
/// fault's line and column, as `lines[3].zone`.
pub async fn import(
    app: &App,
    actor: &Actor,
    file: Vec<u8>,
    key: Option<IdempotencyKey>,
) -> Result<Imported, Error> {
    may_import(actor)?;
    let (app, actor) = (app.clone(), actor.clone());
    let db = app.db.clone();
    let (rows, faults) = sheet::read(&file);
    db.write(move |tx| {
        once(&app, tx, key.as_ref(), |tx| {
            // Two files at once would not see each other's rows.
            storage::installation::lock(tx)?;
            write(&app, tx, &actor, &rows, faults.clone())
        })
    })
    .await
}

/// The same from the command line, by whoever runs the installation: brings a file in where nothing
/// is wrong with it, unless it is a `dry_run`.
///
/// # Errors
/// Where the database cannot be used, or somebody else has changed what the file is about meanwhile.
pub async fn by_operator(app: &App, file: Vec<u8>, dry_run: bool) -> Result<Preview, Error> {
    let mut found = preview(app, &Actor::System, file.clone()).await?;
    if found.faults.is_empty() && !dry_run {
        found.would = import(app, &Actor::System, file, None).await?;
    }
    Ok(found)
}

fn write(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    rows: &[Row],
    faults: Faults,
) -> Result<Imported, Error> {
    let plan = Plan::new(app, tx, rows, faults)?;
    if !plan.faults.is_empty() {
        return Err(invalid(&plan.faults).into());
    }
    for change in &plan.changes {
        match change {
            Change::NewCity(city) => storage::city::insert(tx, city)?,
            Change::City(city) => {
                if !storage::city::update(tx, city)? {
                    return Err(Error::VersionMismatch);
                }
            }
            Change::NewPartnership(new) => partnership::enter(app, tx, actor, new)?,
            Change::Partnership(edited) => partnership::replace(app, tx, actor, edited)?,
            Change::NewHost(host) => storage::host::insert(tx, host)?,
            Change::Host(host) => storage::host::update(tx, host)?,
            Change::NewOffer(offer) => storage::offer::insert(tx, offer)?,
            Change::Offer(offer) => {
                let to = offer.meeting_url.as_deref();
                // Whoever has booked is told where their visit takes place now.
                room::change_of_offer(app, tx, actor, offer.id, to)?;
                storage::offer::update(tx, offer)?;
            }
        }
    }
    Ok(plan.imported)
}

/// The faults of a file as those of an input.
fn invalid(faults: &Faults) -> Invalid {
    let field = |fault: &Fault| match (fault.line, fault.column.as_str()) {
        (0, _) => "file".to_owned(),
        (line, "") => format!("lines[{line}]"),
        (line, column) => format!("lines[{line}].{column}"),
    };
    let one = |fault: &Fault| FieldError {
        field: field(fault),
        code: fault.code.clone(),
        detail: fault.detail.clone(),
    };
    Invalid(faults.listed.iter().map(one).collect())
}

/// A table as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The table.
    pub table: Table,
    /// Its rows: the cells in the order of its columns, several values of one as a list.
    pub rows: Vec<Vec<sheet::Cell>>,
}

/// All rows of a table, as [`import`] reads them.
///
/// # Errors
/// Where `actor` is no admin, or the database cannot be used.
pub async fn export(app: &App, actor: &Actor, table: Table) -> Result<Given, Error> {
    require_admin(actor, "only an admin takes whole tables out")?;
    app.db
        .read(move |view| {
            Ok(Given {
                table,
                rows: rows::of_table(view, table)?,
            })
        })
        .await
}
