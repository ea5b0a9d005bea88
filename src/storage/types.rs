//! How values that are not plain SQL types are read from their columns.
//!
//! Only for reading: writing binds the plain value (`id.to_string()`, `at.naive_utc()`), because
//! the two-engine connection can only bind what lives as long as the statement.

use std::error::Error;
use std::str::FromStr;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::sql_types::{Text, Timestamp};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::StorageError;

/// A text column that holds one of the domain's words or ids.
#[derive(Debug, FromSqlRow)]
pub(super) struct AsText<T>(pub T);

impl<T, DB> FromSql<Text, DB> for AsText<T>
where
    T: FromStr,
    T::Err: Error + Send + Sync + 'static,
    DB: Backend,
    String: FromSql<Text, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Self(String::from_sql(bytes)?.parse()?))
    }
}

/// A text column that holds JSON.
#[derive(Debug, FromSqlRow)]
pub(super) struct AsJson<T>(pub T);

impl<T, DB> FromSql<Text, DB> for AsJson<T>
where
    T: DeserializeOwned,
    DB: Backend,
    String: FromSql<Text, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Self(serde_json::from_str(&String::from_sql(bytes)?)?))
    }
}

/// A timestamp column that holds an instant, in UTC.
#[derive(Debug, FromSqlRow)]
pub(super) struct At(pub DateTime<Utc>);

impl<DB> FromSql<Timestamp, DB> for At
where
    DB: Backend,
    NaiveDateTime: FromSql<Timestamp, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Self(NaiveDateTime::from_sql(bytes)?.and_utc()))
    }
}

/// A value as the JSON text of a column.
pub(super) fn json<T: Serialize + ?Sized>(value: &T) -> Result<String, StorageError> {
    serde_json::to_string(value).map_err(|error| StorageError::Unreadable(Box::new(error)))
}
