//! `/bookings/{id}`: what a guest booked, reached by the link in the letter; calendar file and calling off.

use askama::Template;

use super::form::Field;
use super::parts::{Frame, SideTime};
use crate::domain::booking::BookingStatus;
use crate::domain::locale::Localizer;

/// A booking, as its party sees it.
#[derive(Template)]
#[template(path = "pages/booking.html")]
pub struct BookingPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// This page's path with its secret; forms post below it.
    pub path: String,
    /// The secret of the link, sent along by the forms.
    pub key: String,
    /// Just made: the page says thank you first.
    pub fresh: bool,
    /// Where it stands.
    pub status: BookingStatus,
    /// The visit is over.
    pub past: bool,
    /// The offer's title.
    pub title: String,
    /// Who receives the visit.
    pub host: String,
    /// The host's city.
    pub host_city: String,
    /// The time in each city's own clock, the host's city first.
    pub sides: Vec<SideTime>,
    /// The party.
    pub organization: String,
    /// The party's city.
    pub city: String,
    /// Seats taken.
    pub seats: i64,
    /// Who gets the invite: names and addresses.
    pub attendees: Vec<(String, String)>,
    /// What the party wrote to the host; may be empty.
    pub note: String,
    /// Where the visit takes place, if the host has said so.
    pub join_url: Option<String>,
    /// The calendar file.
    pub calendar_href: String,
    /// Why it was called off; may be empty.
    pub reason: String,
    /// The form for calling off; none where it is too late or already done.
    pub cancel: Option<Field>,
    /// Other open times, as a link to the partnership or the city.
    pub others_href: String,
}

impl BookingPage {
    /// The word for where it stands: a confirmed visit that is over has taken place.
    pub fn standing(&self) -> &'static str {
        match self.status {
            BookingStatus::Confirmed if self.past => "completed",
            status => status.as_str(),
        }
    }
}
