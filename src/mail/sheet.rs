//! What a letter says, block by block, and its two written forms: plain text and HTML.
//!
//! Both are made from the same blocks, so that the text says everything the HTML says.

use askama::Template;

use crate::domain::locale::{Locale, Localizer};

/// A letter's contents in its reader's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// What it is about, in a few words.
    pub heading: String,
    /// Its parts in reading order.
    pub blocks: Vec<Block>,
    /// Who sent it.
    pub footer: String,
}

/// A part of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph; it may have several lines.
    Text(String),
    /// The same moment on several clocks, the reader's first.
    Clocks(Vec<Clock>),
    /// Labels and values.
    Facts(Vec<(String, String)>),
    /// Somebody's own words; they may have several lines.
    Quote {
        /// Whose words.
        label: String,
        /// The words.
        text: String,
    },
    /// A link.
    Link {
        /// What it does.
        label: String,
        /// Where it leads.
        url: String,
        /// Whether it is what most readers want.
        main: bool,
    },
    /// A remark.
    Small(String),
}

/// A moment on one clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// Whose clock.
    pub label: String,
    /// Date, times and offset.
    pub when: String,
    /// How the date differs from the reader's, where it does.
    pub shift: Option<String>,
}

impl Clock {
    /// The moment with its shift, in words.
    pub fn text(&self, locale: &Locale) -> String {
        match &self.shift {
            Some(shift) => Localizer::of(*locale).args(
                "letter-when-shifted",
                &[("when", &self.when), ("shift", shift)],
            ),
            None => self.when.clone(),
        }
    }
}

#[derive(Template)]
#[template(path = "mail/letter.html")]
struct Html<'a> {
    language: &'a str,
    faces: &'a str,
    locale: &'a Locale,
    sheet: &'a Sheet,
}

impl Sheet {
    /// The HTML form, every text escaped.
    ///
    /// # Errors
    /// Where the template cannot be filled in, which takes a failing formatter.
    pub fn html(&self, locale: Locale) -> Result<String, askama::Error> {
        Html {
            language: locale.tag(),
            faces: faces(locale),
            locale: &locale,
            sheet: self,
        }
        .render()
    }

    /// The plain form, which stands alone.
    pub fn text(&self, locale: Locale) -> String {
        let words = Localizer::of(locale);
        let mut parts = vec![self.heading.clone()];
        parts.extend(self.blocks.iter().map(|block| block.text(&words)));
        parts.push(format!("--\n{}", self.footer));
        parts.join("\n\n") + "\n"
    }
}

/// The faces that have a language's characters, in its own forms of them; Latin ones come first.
/// Without quotes, which would have to be escaped.
fn faces(locale: Locale) -> &'static str {
    match locale {
        Locale::ZhTw => "PingFang TC,Microsoft JhengHei,Noto Sans TC,",
        Locale::Ja => "Hiragino Sans,Yu Gothic,Meiryo,Noto Sans JP,",
        Locale::Ko => "Apple SD Gothic Neo,Malgun Gothic,Noto Sans KR,",
        Locale::En | Locale::Cs | Locale::De | Locale::Es | Locale::Fr => "",
    }
}

impl Block {
    fn text(&self, words: &Localizer) -> String {
        match self {
            Self::Text(text) | Self::Small(text) => text.clone(),
            Self::Clocks(clocks) => {
                let line =
                    |clock: &Clock| format!("{}\n    {}", clock.label, clock.text(&words.locale()));
                clocks.iter().map(line).collect::<Vec<_>>().join("\n")
            }
            Self::Facts(facts) => {
                let line = |(label, value): &(String, String)| {
                    words.args("letter-labelled", &[("label", label), ("value", value)])
                };
                facts.iter().map(line).collect::<Vec<_>>().join("\n")
            }
            Self::Quote { label, text } => format!("{label}\n{}", quoted(text)),
            Self::Link { label, url, .. } => format!("{label}\n    {url}"),
        }
    }
}

/// Marked as another's words, so that they are not taken for ours.
fn quoted(text: &str) -> String {
    text.lines()
        .map(|line| format!("> {line}"))
        .collect::<Vec<_>>()
        .join("\n")
}
