//! The rules, pure.

pub mod words;
pub mod zone;
