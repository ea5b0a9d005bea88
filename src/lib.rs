//! Sisterline.

pub mod domain;
pub mod mail;
