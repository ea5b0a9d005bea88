//! `/dev/mail`, in demo mode only: the letters as they would have been sent.

use askama::Template;

use super::parts::Frame;
use crate::domain::locale::Localizer;

/// All letters, newest first.
#[derive(Template)]
#[template(path = "pages/dev_mail.html")]
pub struct DevMailPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// The letters.
    pub letters: Vec<LetterRow>,
}

/// A letter in the list.
pub struct LetterRow {
    /// UUID.
    pub id: String,
    /// Recipient.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// Such as `invite`.
    pub kind: String,
    /// When it was written, in words.
    pub at: String,
    /// Such as `sent`.
    pub state: String,
}

/// One letter.
#[derive(Template)]
#[template(path = "pages/dev_letter.html")]
pub struct DevLetterPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// The letter.
    pub letter: LetterRow,
    /// The text part.
    pub text: String,
    /// The calendar part, if any.
    pub calendar: Option<String>,
    /// The first link in the letter that leads back here, so that a demo needs no copying.
    pub link: Option<String>,
}
