//! Sisterline.

pub mod domain;
