//! `/slots/{id}`: one slot and the form that books it.

use askama::Template;

use super::form::{Field, faults};
use super::parts::{Frame, SideTime};
use crate::domain::host::Track;
use crate::domain::locale::Localizer;
use crate::domain::slot::SlotStatus;

/// A slot's page.
#[derive(Template)]
#[template(path = "pages/slot.html")]
pub struct SlotPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// UUID.
    pub id: String,
    /// The offer's title.
    pub title: String,
    /// What awaits the visitors, in paragraphs.
    pub description: Vec<String>,
    /// Who receives them.
    pub host: String,
    /// The host's city.
    pub host_city: String,
    /// Link to that city's page.
    pub host_city_href: String,
    /// The host's track.
    pub track: Track,
    /// What it is about.
    pub topics: Vec<String>,
    /// Languages by name, joined for reading.
    pub languages: String,
    /// Such as `60 minutes`.
    pub duration: String,
    /// The time in each city's own clock, the host's city first.
    pub sides: Vec<SideTime>,
    /// Seats left.
    pub seats_left: i64,
    /// Seats altogether.
    pub capacity: i64,
    /// Where it stands.
    pub status: SlotStatus,
    /// Closed because it has begun.
    pub started: bool,
    /// Where the visitor came from, for the way back: the partnership's name and link.
    pub back: Option<(String, String)>,
    /// Other open times of the same offer: words for both times, and the link.
    pub others: Vec<OtherTime>,
    /// Present while the slot is open.
    pub form: Option<BookingForm>,
    /// Words for seats that change.
    pub seat_words: Vec<String>,
}

/// Another time at which the same can be visited.
pub struct OtherTime {
    /// Link to the slot.
    pub href: String,
    /// The time in each city's own clock.
    pub sides: Vec<SideTime>,
    /// Seats left.
    pub seats_left: i64,
}

/// The form that books a slot.
pub struct BookingForm {
    /// Sent along so that a repeated click books once.
    pub idempotency_key: String,
    /// A fault of the whole form, such as a slot that filled up meanwhile.
    pub error: Option<String>,
    /// Which of the partner cities the party is from.
    pub city: Field,
    /// The party.
    pub organization: Field,
    /// The contact's name.
    pub name: Field,
    /// The contact's address.
    pub email: Field,
    /// Language of the letters.
    pub locale: Field,
    /// Zone of the letters; the first choice is the city's own.
    pub zone: Field,
    /// How many come.
    pub seats: Field,
    /// For the host.
    pub note: Field,
    /// Further people who get an invite of their own: name and address, several rows.
    pub attendees: Vec<AttendeeRow>,
}

/// One further attendee.
pub struct AttendeeRow {
    /// Counted from 1.
    pub number: i64,
    /// Name.
    pub name: Field,
    /// Address.
    pub email: Field,
}

impl BookingForm {
    /// The fields that were wrong, in the form's order.
    pub fn faults(&self) -> Vec<&Field> {
        let rows = self
            .attendees
            .iter()
            .flat_map(|row| [&row.name, &row.email]);
        let fields = [
            &self.city,
            &self.organization,
            &self.seats,
            &self.name,
            &self.email,
            &self.locale,
            &self.zone,
        ];
        faults(fields.into_iter().chain(rows).chain([&self.note]))
    }
}
