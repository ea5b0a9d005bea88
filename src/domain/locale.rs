//! The languages that Sisterline speaks, and the words in them: Fluent messages from `locales/`.
//!
//! The files are compiled in. How dates and times are written is [`display`](super::display)'s.

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use serde::{Deserialize, Serialize};
use unic_langid::LanguageIdentifier;

/// A language that pages and letters exist in; its tag (BCP 47) is what is stored and sent.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(into = "String", try_from = "String")]
pub enum Locale {
    /// English, as written in the United States. What is missing elsewhere falls back to it.
    #[default]
    En,
    /// Chinese in traditional characters, as written in Taiwan.
    ZhTw,
}

/// A language tag of no language that Sisterline speaks.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("Give one of the languages en and zh-TW.")]
pub struct UnknownLocale;

impl Locale {
    /// Every locale, English first.
    pub fn all() -> &'static [Self] {
        &[Self::En, Self::ZhTw]
    }

    /// Its BCP 47 tag, as in HTML's `lang`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::ZhTw => "zh-TW",
        }
    }

    /// The locale that suits an `Accept-Language` header best (RFC 9110 12.5.4), else English.
    ///
    /// Any Chinese gets traditional characters: hard to read for some, but easier than English.
    pub fn negotiate(accept_language: &str) -> Self {
        let mut best = (Self::En, 0.0);
        for range in accept_language.split(',') {
            let (tag, parameter) = range.split_once(';').unwrap_or((range, ""));
            let Some(quality) = quality(parameter) else {
                continue;
            };
            let locale = if tag.trim() == "*" {
                Ok(Self::En)
            } else {
                tag.parse()
            };
            match locale {
                Ok(locale) if quality > best.1 => best = (locale, quality),
                _ => {}
            }
        }
        best.0
    }
}

/// The weight of a language range, 1 where none is given; `None` for what is no weight.
fn quality(parameter: &str) -> Option<f32> {
    if parameter.trim().is_empty() {
        return Some(1.0);
    }
    let (name, value) = parameter.split_once('=')?;
    let value: f32 = value.trim().parse().ok()?;
    (name.trim().eq_ignore_ascii_case("q") && (0.0..=1.0).contains(&value)).then_some(value)
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl FromStr for Locale {
    type Err = UnknownLocale;

    /// Understands any tag of a language that is spoken, whatever its script, region or case:
    /// `zh-Hant`, `zh_TW`, `en-GB`.
    fn from_str(tag: &str) -> Result<Self, UnknownLocale> {
        let language = tag.trim().split(['-', '_']).next().unwrap_or_default();
        match language.to_ascii_lowercase().as_str() {
            "en" => Ok(Self::En),
            "zh" => Ok(Self::ZhTw),
            _ => Err(UnknownLocale),
        }
    }
}

impl From<Locale> for String {
    fn from(locale: Locale) -> Self {
        locale.tag().to_owned()
    }
}

impl TryFrom<String> for Locale {
    type Error = UnknownLocale;

    fn try_from(tag: String) -> Result<Self, UnknownLocale> {
        tag.parse()
    }
}

/// A locale's files, by name.
fn sources(locale: Locale) -> Vec<(&'static str, &'static str)> {
    macro_rules! files {
        ($tag:literal: $($name:literal)+) => {
            vec![$((
                concat!($name, ".ftl"),
                include_str!(concat!("../../locales/", $tag, "/", $name, ".ftl")),
            )),+]
        };
        ($tag:literal) => {
            files!($tag: "pages" "find" "series" "availability" "holidays" "visits" "letters" "times" "names")
        };
    }
    match locale {
        Locale::En => files!("en"),
        Locale::ZhTw => files!("zh-TW"),
    }
}

/// A locale's messages.
struct Catalogue(FluentBundle<FluentResource>);

impl Catalogue {
    /// Reads a locale's files; what is wrong with them, which a test wants to be nothing, is left
    /// out and told to `problems`.
    fn load(locale: Locale, problems: &mut Vec<String>) -> Self {
        let language: LanguageIdentifier = locale.tag().parse().unwrap_or_else(|error| {
            problems.push(format!("{locale}: {error}"));
            LanguageIdentifier::default()
        });
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // The marks confuse mail clients and screen readers, and none of the languages here is
        // written from right to left.
        bundle.set_use_isolating(false);
        for (file, text) in sources(locale) {
            let resource =
                FluentResource::try_new(text.to_owned()).unwrap_or_else(|(good, bad)| {
                    problems.extend(bad.iter().map(|error| format!("{locale}/{file}: {error}")));
                    good
                });
            if let Err(errors) = bundle.add_resource(resource) {
                problems.extend(
                    errors
                        .iter()
                        .map(|error| format!("{locale}/{file}: {error}")),
                );
            }
        }
        Self(bundle)
    }

    fn of(locale: Locale) -> &'static Self {
        static EN: LazyLock<Catalogue> =
            LazyLock::new(|| Catalogue::load(Locale::En, &mut Vec::new()));
        static ZH_TW: LazyLock<Catalogue> =
            LazyLock::new(|| Catalogue::load(Locale::ZhTw, &mut Vec::new()));
        match locale {
            Locale::En => &EN,
            Locale::ZhTw => &ZH_TW,
        }
    }

    fn format(&self, key: &str, args: &FluentArgs<'_>) -> Option<String> {
        let pattern = self.0.get_message(key)?.value()?;
        // An argument that was not given is written as its name, which is seen.
        let mut errors = vec![];
        Some(
            self.0
                .format_pattern(pattern, Some(args), &mut errors)
                .into_owned(),
        )
    }
}

/// Speaks one locale; cheap to copy.
///
/// Every method falls back to English and, where that has no such message either, to the key
/// itself. Arguments are put in as they are: what is HTML escapes the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Localizer(Locale);

impl Localizer {
    /// The localizer of a locale.
    pub fn of(locale: Locale) -> Self {
        Self(locale)
    }

    /// The locale it speaks.
    pub fn locale(&self) -> Locale {
        self.0
    }

    /// A message without arguments.
    pub fn text(&self, key: &str) -> String {
        self.format(key, &FluentArgs::new())
    }

    /// A message about a number, given as `$count`, in the right plural.
    pub fn count(&self, key: &str, n: i64) -> String {
        let mut args = FluentArgs::new();
        args.set("count", n);
        self.format(key, &args)
    }

    /// A message with one argument.
    pub fn with(&self, key: &str, name: &str, value: &str) -> String {
        self.args(key, &[(name, value)])
    }

    /// A message with several arguments, as pairs of name and value.
    pub fn args(&self, key: &str, args: &[(&str, &str)]) -> String {
        let args = args
            .iter()
            .map(|(name, value)| (*name, FluentValue::from(*value)));
        self.format(key, &args.collect())
    }

    /// The name of a country by its ISO 3166-1 alpha-2 code; the code where it has none.
    pub fn country(&self, code: &str) -> String {
        self.find(&format!("country-{code}"), &FluentArgs::new())
            .unwrap_or_else(|| code.to_owned())
    }

    /// The name of a language by its tag, or by the tag's first part; the tag where it has none.
    pub fn language(&self, tag: &str) -> String {
        let primary = tag.split('-').next().unwrap_or(tag);
        [tag, primary]
            .into_iter()
            .find_map(|tag| self.find(&format!("language-{tag}"), &FluentArgs::new()))
            .unwrap_or_else(|| tag.to_owned())
    }

    fn format(&self, key: &str, args: &FluentArgs<'_>) -> String {
        self.find(key, args).unwrap_or_else(|| key.to_owned())
    }

    fn find(&self, key: &str, args: &FluentArgs<'_>) -> Option<String> {
        let locales = [self.0, Locale::En].into_iter();
        locales
            .map(|locale| Catalogue::of(locale).format(key, args))
            .find_map(|found| found)
    }
}

#[cfg(test)]
mod tests;
