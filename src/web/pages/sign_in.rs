//! `/sign-in`: an address, a letter, a button. Opening the link of the letter consumes nothing: mail
//! scanners open links too. Only the button does.

use askama::Template;

use super::form::Field;
use super::parts::Frame;
use crate::domain::locale::Localizer;

/// What the page asks or says.
pub enum SignInStep {
    /// Asks for the address.
    Ask(Box<Field>),
    /// A letter is on its way, if the address is known.
    Sent {
        /// The address as typed.
        email: String,
    },
    /// The link was opened: one button to go.
    Enter {
        /// The link's secret.
        token: String,
        /// Whose link it is.
        email: String,
    },
    /// The link was used already, is too old, or never was one.
    Expired,
}

/// Signing in.
#[derive(Template)]
#[template(path = "pages/sign_in.html")]
pub struct SignInPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// Where we are.
    pub step: SignInStep,
}
