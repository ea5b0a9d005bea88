//! Sisterline: sister cities offer times for virtual visits, a partner books one, everybody who
//! looks sees it at once, and every attendee gets an invite in their own clock and language.
pub mod app;
pub mod domain;
pub mod mail;
pub mod storage;
pub mod web;
