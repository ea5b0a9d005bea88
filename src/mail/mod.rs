//! Mail: letters from the outbox become messages that are sent, at least once and in order.
//!
//! In reading order: [`letters`] (what a letter says, pure), [`clocks`] (the same moment on each
//! clock), [`sheet`] (text and HTML from one model), [`calendar`] (its calendar object), [`feed`] (calendars to subscribe to),
//! [`message`] (the MIME message), [`dkim`] (its signature), [`tls`] (whom to believe), [`transport`] (the only part that
//! knows SMTP) and [`outbox`] (the worker); [`inbound`] reads what comes back; [`samples`] are letters to look at. What is
//! decided, and for whom, is not here: `app` has written it with the change itself.

pub mod calendar;
pub mod clocks;
pub mod dkim;
pub mod feed;
#[cfg(test)]
mod fixtures;
pub mod inbound;
pub mod letters;
pub mod message;
pub mod outbox;
mod poll;
pub mod samples;
mod series;
pub mod sheet;
pub mod tls;
pub mod transport;
