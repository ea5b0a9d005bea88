//! The rules, pure.

pub mod hours;
pub mod words;
pub mod zone;
