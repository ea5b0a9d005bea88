//! The rules, pure.

pub mod display;
pub mod hours;
pub mod locale;
pub mod words;
pub mod zone;
