//! Editing a partnership: its stage, the end of its pilot, its year, who may know of it.

use super::{Line, kept_by, note, publish};
use crate::app::access::require;
use crate::app::{App, Conflict, Error};
use crate::domain::id::PartnershipId;
use crate::domain::partnership::stages::{self, EditInput};
use crate::domain::partnership::{Partnership, PartnershipVisibility};
use crate::domain::person::Actor;
use crate::storage::{self, StorageError};

/// Edits a partnership of this version; its history keeps who did, when and why. Any coordinator of
/// one of its cities may, but making it public takes somebody who speaks for all of them.
///
/// # Errors
/// Where there is none that `actor` may know of, they coordinate none of its cities, one of these
/// has yet to agree, somebody edited it since, or a field is wrong.
pub async fn edit(
    app: &App,
    actor: &Actor,
    id: PartnershipId,
    version: i64,
    input: EditInput,
) -> Result<Partnership, Error> {
    let (app, actor) = (app.clone(), actor.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        let before = kept_by(tx, &actor, id)?;
        if !before.is_agreed() {
            return Err(Conflict::PartnershipProposed.into());
        }
        if before.version != version {
            return Err(Error::VersionMismatch);
        }
        let edited = stages::edit(&before, &input, super::life::today(&app, &before))?;
        let Some(kind) = edited.kind else {
            return Ok(before);
        };
        let opens = before.visibility == PartnershipVisibility::Private
            && edited.after.visibility == PartnershipVisibility::Public;
        let for_all = || before.cities.iter().all(|city| actor.coordinates(city.id));
        require(
            &actor,
            !opens || for_all(),
            "only somebody who speaks for all of its cities makes a partnership public",
        )?;
        let after = Partnership {
            version: before.version + 1,
            ..edited.after
        };
        if !storage::partnership::update(tx, &after)? {
            return Err(StorageError::overtaken().into());
        }
        let line = Line {
            outcome: edited.outcome,
            why: edited.why,
            ..Line::of(kind)
        };
        note(&app, tx, &actor, &after, &line)?;
        publish(&app, tx, &actor, &after);
        Ok(after)
    })
    .await
}
