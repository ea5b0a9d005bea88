//! `/console`: a host's times and who has booked them, a form for one more, and what coordinators and
//! admins set up.

use askama::Template;

use super::form::{Field, faults};
use super::parts::{Frame, SideTime};
use crate::domain::host::Track;
use crate::domain::locale::Localizer;
use crate::domain::slot::SlotStatus;

/// The console of whoever is signed in.
#[derive(Template)]
#[template(path = "pages/console.html")]
pub struct ConsolePage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// The hosts this person acts for.
    pub hosts: Vec<ConsoleHost>,
    /// Present where there is an offer to add a time to.
    pub add_slot: Option<AddSlotForm>,
    /// What coordinators and admins set up; empty for others.
    pub setups: Vec<SmallForm>,
}

/// A host this person acts for.
pub struct ConsoleHost {
    /// The host's name.
    pub name: String,
    /// Its city.
    pub city: String,
    /// Link to that city's page.
    pub city_href: String,
    /// Its track.
    pub track: Track,
    /// What it offers.
    pub offers: Vec<ConsoleOffer>,
}

/// An offer and its times to come.
pub struct ConsoleOffer {
    /// The offer's title.
    pub title: String,
    /// Such as `60 minutes`.
    pub duration: String,
    /// Who may see it, in words.
    pub visibility: String,
    /// Times to come, soonest first.
    pub slots: Vec<ConsoleSlot>,
}

/// A time to come and who has booked it.
pub struct ConsoleSlot {
    /// UUID.
    pub id: String,
    /// The time in each city's own clock, the host's first.
    pub sides: Vec<SideTime>,
    /// Seats taken.
    pub taken: i64,
    /// Seats left.
    pub seats_left: i64,
    /// Seats altogether.
    pub capacity: i64,
    /// Where it stands.
    pub status: SlotStatus,
    /// Parties that come.
    pub bookings: Vec<ConsoleBooking>,
}

/// A party that comes.
pub struct ConsoleBooking {
    /// The party.
    pub organization: String,
    /// Its city.
    pub city: String,
    /// Seats taken.
    pub seats: i64,
    /// The contact's name and address.
    pub contact: String,
    /// What it wrote; may be empty.
    pub note: String,
}

/// The form that adds one time, in the host city's wall clock.
pub struct AddSlotForm {
    /// Sent along so that a repeated click adds once.
    pub idempotency_key: String,
    /// Which offer; each choice says its city and duration.
    pub offer: Field,
    /// Local date.
    pub date: Field,
    /// Local time.
    pub time: Field,
    /// Seats.
    pub capacity: Field,
    /// Set where the local time does not exist or comes twice: what is the matter, and the times meant
    /// perhaps, as radio buttons named `resolution`.
    pub doubt: Option<(String, Field)>,
}

impl AddSlotForm {
    /// The fields that were wrong, in the form's order.
    pub fn faults(&self) -> Vec<&Field> {
        faults([&self.offer, &self.date, &self.time, &self.capacity])
    }
}

/// A form of a few plain fields.
pub struct SmallForm {
    /// The element's id; the page opens the form with this anchor.
    pub id: String,
    /// Heading.
    pub title: String,
    /// Where it posts.
    pub action: String,
    /// What the button says.
    pub button: String,
    /// Sent along so that a repeated click does it once.
    pub idempotency_key: String,
    /// The fields.
    pub fields: Vec<Field>,
    /// Drawn open: it came back with faults.
    pub open: bool,
}
