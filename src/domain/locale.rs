//! The languages that Sisterline speaks, and the words in them: Fluent messages from `locales/`.
//!
//! The files are compiled in. How dates and times are written is [`display`](super::display)'s.

use std::fmt;
use std::str::FromStr;
use std::sync::OnceLock;

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
    /// Japanese.
    Ja,
    /// Korean.
    Ko,
    /// Czech.
    Cs,
    /// German.
    De,
    /// Spanish.
    Es,
    /// French.
    Fr,
}

/// A language tag of no language that Sisterline speaks.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("Give one of the languages en, zh-TW, ja, ko, cs, de, es and fr.")]
pub struct UnknownLocale;

impl Locale {
    /// How many there are.
    pub(super) const COUNT: usize = 8;

    /// Every locale, English first.
    pub fn all() -> &'static [Self] {
        const ALL: [Locale; Locale::COUNT] = [
            Locale::En,
            Locale::ZhTw,
            Locale::Ja,
            Locale::Ko,
            Locale::Cs,
            Locale::De,
            Locale::Es,
            Locale::Fr,
        ];
        &ALL
    }

    /// Its place in [`all`](Self::all), for tables with an entry a locale.
    pub(super) fn index(self) -> usize {
        self as usize
    }

    /// Its BCP 47 tag, as in HTML's `lang`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::ZhTw => "zh-TW",
            Self::Ja => "ja",
            Self::Ko => "ko",
            Self::Cs => "cs",
            Self::De => "de",
            Self::Es => "es",
            Self::Fr => "fr",
        }
    }

    /// Its name in itself. Not among the messages: every page names every language, and reading
    /// one should not load the words of all.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::ZhTw => "繁體中文",
            Self::Ja => "日本語",
            Self::Ko => "한국어",
            Self::Cs => "Čeština",
            Self::De => "Deutsch",
            Self::Es => "Español",
            Self::Fr => "Français",
        }
    }

    /// Whether its readers read a name of another language in that one's own script: Chinese
    /// characters are read in Taiwan and in Japan, whoever wrote them.
    pub fn reads(self, name: &str) -> bool {
        // The CJK Unified Ideographs block, then Hiragana and Katakana, then Hangul syllables.
        let han = |c| ('\u{4e00}'..='\u{9fff}').contains(&c);
        let kana = |c| ('\u{3041}'..='\u{30ff}').contains(&c);
        let hangul = |c| ('\u{ac00}'..='\u{d7a3}').contains(&c);
        let script: &dyn Fn(char) -> bool = match self {
            Self::ZhTw => &han,
            Self::Ja => &|c| han(c) || kana(c),
            Self::Ko => &hangul,
            _ => return false,
        };
        !name.is_empty() && name.chars().all(script)
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
    /// `zh-Hant`, `zh_TW`, `en-GB`, `de-AT`.
    fn from_str(tag: &str) -> Result<Self, UnknownLocale> {
        let language = tag.trim().split(['-', '_']).next().unwrap_or_default();
        match language.to_ascii_lowercase().as_str() {
            "en" => Ok(Self::En),
            "zh" => Ok(Self::ZhTw),
            "ja" => Ok(Self::Ja),
            "ko" => Ok(Self::Ko),
            "cs" => Ok(Self::Cs),
            "de" => Ok(Self::De),
            "es" => Ok(Self::Es),
            "fr" => Ok(Self::Fr),
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
            files!($tag: "pages" "find" "series" "polls" "availability" "holidays" "visits" "presence" "letters" "times" "names" "partnership" "rooms" "imports")
        };
    }
    match locale {
        Locale::En => files!("en"),
        Locale::ZhTw => files!("zh-TW"),
        Locale::Ja => files!("ja"),
        Locale::Ko => files!("ko"),
        Locale::Cs => files!("cs"),
        Locale::De => files!("de"),
        Locale::Es => files!("es"),
        Locale::Fr => files!("fr"),
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

    /// Read when it is first asked for: most installations speak to few languages' readers.
    fn of(locale: Locale) -> &'static Self {
        static CATALOGUES: [OnceLock<Catalogue>; Locale::COUNT] =
            [const { OnceLock::new() }; Locale::COUNT];
        let [first, ..] = &CATALOGUES;
        let place = CATALOGUES.get(locale.index()).unwrap_or(first);
        place.get_or_init(|| Self::load(locale, &mut Vec::new()))
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

    /// A message about a number of things, with further arguments.
    pub fn count_args(&self, key: &str, n: i64, args: &[(&str, &str)]) -> String {
        let pairs = args
            .iter()
            .map(|(name, value)| (*name, FluentValue::from(*value)));
        let mut args: FluentArgs<'_> = pairs.collect();
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
