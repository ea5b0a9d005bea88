//! The rules, pure: no I/O, no clock, no randomness, no globals that change.
//!
//! In reading order: [`input`] (what a stranger may send), [`id`], then the nouns
//! [`city`], [`partnership`], [`host`], [`offer`], [`policy`], [`slot`], [`booking`], [`waiting`],
//! [`person`], then what a change leaves behind, [`event`] and [`letter`], how often somebody may do
//! something, [`throttle`], and the clocks: [`zone`], [`hours`],
//! [`holiday`], [`workdays`], [`ics`], [`availability`], [`burden`], [`overlap`], [`display`], [`locale`].
//!
//! Nothing here knows a database, a socket or a mail server.

pub mod availability;
pub mod booking;
pub mod burden;
pub mod city;
pub mod display;
pub mod event;
pub mod holiday;
pub mod host;
pub mod hours;
pub mod ics;
pub mod id;
pub mod input;
pub mod letter;
pub mod locale;
pub mod offer;
pub mod overlap;
pub mod partnership;
pub mod person;
pub mod plan;
pub mod policy;
pub mod recurrence;
pub mod report;
pub mod room;
pub mod series;
pub mod sheet;
pub mod slot;
pub mod throttle;
pub mod waiting;
pub mod words;
pub mod workdays;
pub mod zone;
