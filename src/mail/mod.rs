//! Mail.

pub mod calendar;
