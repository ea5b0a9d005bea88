//! A city: a member municipality with its clock, its hours and its languages.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::holiday;
use super::hours::OfficeHours;
use super::id::CityId;
use super::input::Checker;
use super::workdays::{OwnDay, Workdays};

/// A member municipality.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct City {
    /// Its id; in URLs it goes by `slug`.
    pub id: CityId,
    /// Its name in URLs: lower-case letters, digits and hyphens.
    pub slug: String,
    /// Its name in English.
    pub name: String,
    /// Its name as its own people write it.
    pub native_name: String,
    /// ISO 3166-1 alpha-2 code.
    pub country: String,
    /// The part of the country whose holidays it keeps (ISO 3166-2 without the country), such as
    /// `WA`; empty for the country's.
    pub subdivision: String,
    /// Days that its coordinators have entered themselves, by date; at most [`OWN_DAYS_MAX`](super::workdays::OWN_DAYS_MAX).
    pub own_days: Vec<OwnDay>,
    /// IANA name of its zone, a region name such as `Asia/Taipei`.
    pub zone: String,
    /// Office hours and weekend, in local time.
    pub hours: OfficeHours,
    /// BCP 47 tags of the languages it can hold a visit in.
    pub languages: Vec<String>,
    /// Raised by each edit; an edit names the version it was made from.
    pub version: i64,
    /// When it joined.
    pub created_at: DateTime<Utc>,
}

impl City {
    /// The days on which it works.
    pub fn workdays(&self) -> Workdays {
        let own = self.own_days.iter().map(|day| (day.date, day.kind));
        Workdays::new(self.hours.weekend, own).with_public(self.public_days())
    }

    /// The public holidays that it keeps: its subdivision's, or its country's where a newer table has
    /// that part no longer.
    pub fn public_days(&self) -> Option<&'static holiday::Days> {
        holiday::of(&self.country, &self.subdivision).or_else(|| holiday::of(&self.country, ""))
    }

    /// The holiday or its substitute that falls on a date, as coordinators or the table name it.
    pub fn holiday(&self, date: NaiveDate) -> Option<HolidayNames<'_>> {
        let own = self.own_days.iter().find(|day| day.date == date);
        let public = self.public_days().and_then(|days| days.get(&date));
        let kind = own
            .map(|own| own.kind)
            .or(public.map(|public| public.kind))?;
        let own = own
            .map(|own| own.name.as_str())
            .filter(|name| !name.is_empty());
        let name = |of_public: Option<&'static str>| own.or(of_public).unwrap_or_default();
        kind.is_day_off().then(|| HolidayNames {
            name: name(public.map(|public| public.name)),
            english: name(public.map(|public| public.english)),
        })
    }
}

/// What a holiday is called; empty where nobody has named it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HolidayNames<'a> {
    /// In the language of the place.
    pub name: &'a str,
    /// In English, where the table knows it.
    pub english: &'a str,
}

/// Checks that holidays of this part of a country are known, where one is named.
pub fn check_subdivision(check: &mut Checker, field: &str, country: &str, value: &str) -> String {
    if !value.is_empty() && holiday::of(country, value).is_none() {
        let detail = match holiday::subdivisions(country).as_slice() {
            [] => "Leave this empty: the whole country keeps the same holidays.".to_owned(),
            known => format!("Name one of {}, or leave this empty.", known.join(", ")),
        };
        check.wrong(field, "unknown_subdivision", detail);
    }
    value.to_owned()
}

/// Most languages that a city or an offer names.
pub const LANGUAGES_MAX: usize = 20;

/// Checks a slug: 2 to 60 lower-case ASCII letters, digits and inner hyphens.
pub fn check_slug(check: &mut Checker, field: &str, value: &str) -> String {
    let inner = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let good = (2..=60).contains(&value.len())
        && value.chars().all(inner)
        && !value.starts_with('-')
        && !value.ends_with('-');
    if !good {
        check.wrong(
            field,
            "invalid_slug",
            "Use 2 to 60 lower-case letters, digits and hyphens, such as new-taipei.",
        );
    }
    value.to_owned()
}

/// Checks an ISO 3166-1 alpha-2 code by its form: two capital letters.
pub fn check_country(check: &mut Checker, field: &str, value: &str) -> String {
    if value.len() != 2 || !value.chars().all(|c| c.is_ascii_uppercase()) {
        check.wrong(
            field,
            "invalid_country",
            "Give the two-letter code of the country, such as TW.",
        );
    }
    value.to_owned()
}

/// Checks language tags (RFC 5646) by their form.
pub fn check_languages(check: &mut Checker, field: &str, values: &[String]) -> Vec<String> {
    if values.len() > LANGUAGES_MAX {
        check.wrong(
            field,
            "too_many",
            format!("Name at most {LANGUAGES_MAX} languages."),
        );
    }
    let well_formed = |tag: &String| {
        (2..=35).contains(&tag.len())
            && tag.split('-').all(|part| {
                (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric())
            })
    };
    if !values.iter().take(LANGUAGES_MAX).all(well_formed) {
        check.wrong(
            field,
            "invalid_language",
            "Give language tags such as en, zh-TW or ja.",
        );
    }
    values.to_vec()
}
