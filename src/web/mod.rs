//! What is served over HTTP. So far: the pages, as view structs and templates.

pub mod pages;
