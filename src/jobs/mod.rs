//! What is done by the clock rather than for a request: one file a job.

pub mod expiry;
pub mod horizon;
pub mod partnerships;
pub mod reminders;
pub mod retention;
