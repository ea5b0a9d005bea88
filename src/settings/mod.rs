//! What an operator can set: one small struct a section.

pub mod mail;
