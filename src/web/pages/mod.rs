//! What people see: one file a page, each a plain view struct and the template that draws it.
//!
//! A view struct holds finished strings in the reader's language and nothing that still has to be
//! decided: no instants, no zones, no rights. Times reach a template already written in a city's own
//! clock. What a template may do is choose a word by its key from `locales/*/pages.ftl`.
//!
//! `parts` holds what several pages share, `day` the geometry of dials and ribbons, `form` the fields,
//! `typed` what was typed into them.

use actix_web::web::ServiceConfig;

pub mod day;
pub mod form;
pub mod parts;
pub mod reader;
pub mod show;

pub mod answer;
pub mod availability;
pub mod booking;
pub mod calendars;
pub mod city;
pub mod console;
pub mod dev_mail;
pub mod docs;
pub mod files;
pub mod find;
pub mod holidays;
pub mod home;
pub mod letter;
pub mod letters;
pub mod life;
pub mod outbox;
pub mod overview;
pub mod own_calendar;
pub mod partnership;
pub mod partnership_edit;
pub mod plan;
pub mod policy;
pub mod poll;
pub mod polls;
pub mod problem;
pub mod report;
pub mod rooms;
pub mod series;
pub mod sign_in;
pub mod slot;
pub mod typed;
pub mod unsubscribe;
mod upload;

#[cfg(test)]
mod samples;

/// Every page.
pub fn routes(config: &mut ServiceConfig) {
    config
        .configure(home::routes)
        .configure(city::routes)
        .configure(partnership::routes)
        .configure(slot::routes)
        .configure(booking::routes)
        .configure(report::routes)
        .configure(answer::routes)
        .configure(plan::routes)
        .configure(series::routes)
        .configure(poll::routes)
        .configure(sign_in::routes)
        // Before the console, which sends whatever else lies below it back to its start.
        .configure(outbox::routes)
        .configure(letters::routes)
        .configure(overview::routes)
        .configure(partnership_edit::routes)
        .configure(calendars::routes)
        .configure(own_calendar::routes)
        .configure(availability::routes)
        .configure(policy::routes)
        .configure(rooms::routes)
        .configure(files::routes)
        .configure(holidays::routes)
        .configure(polls::routes)
        .configure(console::routes)
        .configure(dev_mail::routes)
        .configure(docs::routes)
        .configure(find::routes)
        .configure(unsubscribe::routes);
}
