//! What the API promises, over HTTP, on both engines. The files mirror the URLs.

#[path = "../support/mod.rs"]
mod support;

mod bookings;
mod cities;
mod events;
mod health;
mod hosts;
mod openapi;
mod partnerships;
mod people;
mod seats;
mod slots;
