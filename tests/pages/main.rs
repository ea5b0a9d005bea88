//! What people do on the pages, as a browser without JavaScript does it: by links and forms.

#[path = "../support/mod.rs"]
mod support;

mod browser;
mod console;
mod docs;
mod letters;
mod setups;
mod sign_in;
