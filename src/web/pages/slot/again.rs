//! The form of a slot filled in from an earlier booking, for those who may see that one.

use crate::app::booking;
use crate::domain::booking::{Attendee, Part};
use crate::web::pages::reader::Reader;
use crate::web::pages::typed::Typed;

/// The party and people of the booking that the address names, as if they had been typed; nothing for
/// who may not see it.
pub(super) async fn typed(reader: &Reader) -> Option<Typed> {
    let id = reader.param("again")?.parse().ok()?;
    let subject = &reader.who.subject;
    let view = booking::get(&reader.state.app, subject, id).await.ok()?;
    let of = |part: Part| {
        let people = view.attendees.iter();
        people.filter(move |person: &&Attendee| person.part == part)
    };
    let contact = of(Part::Contact).next()?;
    let zone = match contact.zone == view.city.zone {
        true => "",
        false => contact.zone.as_str(),
    };
    let mut pairs = vec![
        ("city", view.city.slug.as_str()),
        ("organization", &view.booking.organization),
        ("name", &contact.name),
        ("email", &contact.email),
        ("locale", contact.locale.tag()),
        ("zone", zone),
    ];
    for guest in of(Part::Guest) {
        pairs.push(("attendee_name", &guest.name));
        pairs.push(("attendee_email", &guest.email));
    }
    let mut pairs: Vec<(String, String)> = pairs
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    pairs.push(("seats".to_owned(), view.booking.seats.to_string()));
    Some(Typed::new(pairs))
}
