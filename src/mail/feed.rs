//! Writes a calendar feed: a published calendar of visits (RFC 5545, RFC 7986), and what of a
//! host's time they take up (VFREEBUSY).
//!
//! Without METHOD, since nothing is asked of anybody. The same visits always give the same bytes,
//! so that a calendar that asks again can be told that nothing has changed.

use super::calendar::{Writer, text, utc, web_uri};
use crate::app::export::Exported;
use crate::app::feed::{BusyView, FeedView, FeedVisit};
use crate::app::local_time::LocalTime;
use crate::domain::booking::BookingStatus;
use crate::domain::display;
use crate::domain::locale::Localizer;
use crate::mail::letters::calendar_uid;

/// How soon a calendar may ask again. Some take their own time whatever they are told.
const REFRESH: &str = "PT1H";

/// The feed as a calendar.
pub fn to_ics(view: &FeedView, public_url: &str) -> String {
    let words = Localizer::of(view.locale);
    let name = words.with("feed-name", "name", &view.name);
    let mut ics = Writer::default();
    ics.line("BEGIN:VCALENDAR");
    ics.line("PRODID:-//Sisterline//Feeds//EN");
    ics.line("VERSION:2.0");
    ics.line("CALSCALE:GREGORIAN");
    ics.line(&format!("NAME:{}", text(&name)));
    ics.line(&format!("X-WR-CALNAME:{}", text(&name)));
    ics.line(&format!("REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}"));
    ics.line(&format!("X-PUBLISHED-TTL:{REFRESH}"));
    for visit in &view.visits {
        event(&mut ics, &words, visit, public_url);
    }
    ics.line("END:VCALENDAR");
    ics.finish()
}

fn event(ics: &mut Writer, words: &Localizer, visit: &FeedVisit, public_url: &str) {
    let slot = &visit.slot.slot;
    let (uid, sequence, made) = match &visit.booking {
        Some(booking) => (
            calendar_uid(booking.id),
            i64::from(booking.sequence),
            booking.created_at,
        ),
        None => (calendar_uid(slot.id), 0, slot.created_at),
    };
    ics.line("BEGIN:VEVENT");
    ics.line(&format!("UID:{}", text(&uid)));
    // Where nothing is asked of anybody, both say when it was last changed (RFC 5545 3.8.7.2).
    ics.line(&format!("DTSTAMP:{}", utc(visit.changed_at)));
    ics.line(&format!("CREATED:{}", utc(made)));
    ics.line(&format!("LAST-MODIFIED:{}", utc(visit.changed_at)));
    ics.line(&format!("SEQUENCE:{sequence}"));
    ics.line(&format!("DTSTART:{}", utc(slot.starts_at)));
    ics.line(&format!("DTEND:{}", utc(slot.ends_at)));
    let offer = &visit.slot.offer;
    let summary = format!("{} – {}", offer.title, visit.slot.host.name);
    ics.line(&format!("SUMMARY:{}", text(&summary)));
    ics.line(&format!("DESCRIPTION:{}", text(&described(words, visit))));
    match visit.meeting_url.as_deref() {
        Some(meeting) => {
            ics.line(&format!("LOCATION:{}", text(meeting)));
            if let Some(url) = web_uri(meeting) {
                ics.line(&format!("CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:{url}"));
            }
        }
        None => {
            if let Some(url) = web_uri(&format!("{public_url}/slots/{}", slot.id)) {
                ics.line(&format!("URL:{url}"));
            }
        }
    }
    ics.line(match (visit.is_cancelled(), visit.is_tentative()) {
        (true, _) => "STATUS:CANCELLED",
        (false, true) => "STATUS:TENTATIVE",
        (false, false) => "STATUS:CONFIRMED",
    });
    let taken = visit.booking.is_some() && !visit.is_cancelled();
    ics.line(match taken {
        true => "TRANSP:OPAQUE",
        false => "TRANSP:TRANSPARENT",
    });
    ics.line("END:VEVENT");
}

/// The time in each city's clock, and who comes.
fn described(words: &Localizer, visit: &FeedVisit) -> String {
    let clock = |local: &LocalTime| {
        let at = display::weekday_date_time(words.locale(), local.start);
        format!("{}: {at}", local.city.name)
    };
    let mut lines: Vec<String> = visit.slot.local.iter().map(clock).collect();
    if let Some(booking) = &visit.booking {
        lines.push(booking.organization.clone());
    }
    lines.join("\n")
}

/// How a calendar of bookings that somebody takes out begins.
pub fn export_beginning() -> String {
    let mut ics = Writer::default();
    ics.line("BEGIN:VCALENDAR");
    ics.line("PRODID:-//Sisterline//Exports//EN");
    ics.line("VERSION:2.0");
    ics.line("CALSCALE:GREGORIAN");
    ics.finish()
}

/// How it ends.
pub const EXPORT_ENDING: &str = "END:VCALENDAR\r\n";

/// A booking in it. Where the visit takes place and who comes is left out: such files are shared.
pub fn export_event(one: &Exported, public_url: &str) -> String {
    let (booking, slot) = (&one.booking, &one.slot);
    let mut ics = Writer::default();
    ics.line("BEGIN:VEVENT");
    ics.line(&format!("UID:{}", text(&calendar_uid(booking.id))));
    ics.line(&format!("DTSTAMP:{}", utc(booking.created_at)));
    ics.line(&format!("SEQUENCE:{}", booking.sequence));
    ics.line(&format!("DTSTART:{}", utc(slot.starts_at)));
    ics.line(&format!("DTEND:{}", utc(slot.ends_at)));
    let summary = format!("{} – {}", one.offer.title, one.host.name);
    ics.line(&format!("SUMMARY:{}", text(&summary)));
    let guests = format!(
        "{}, {} – {}, {}",
        one.host.name, one.host_city.name, booking.organization, one.guest_city.name
    );
    ics.line(&format!("DESCRIPTION:{}", text(&guests)));
    if let Some(url) = web_uri(&format!("{public_url}/bookings/{}", booking.id)) {
        ics.line(&format!("URL:{url}"));
    }
    ics.line(match booking.status {
        BookingStatus::Confirmed | BookingStatus::Completed => "STATUS:CONFIRMED",
        BookingStatus::Requested => "STATUS:TENTATIVE",
        BookingStatus::Declined | BookingStatus::Lapsed | BookingStatus::Cancelled => {
            "STATUS:CANCELLED"
        }
    });
    ics.line("END:VEVENT");
    ics.finish()
}

/// The host's time that visits take up, as busy times without a word on what they are (RFC 5545
/// 3.6.4).
pub fn to_free_busy(view: &BusyView) -> String {
    let mut ics = Writer::default();
    ics.line("BEGIN:VCALENDAR");
    ics.line("PRODID:-//Sisterline//Feeds//EN");
    ics.line("VERSION:2.0");
    ics.line("CALSCALE:GREGORIAN");
    ics.line("BEGIN:VFREEBUSY");
    // By this we know them again where a host gives us the address of its own busy times.
    ics.line(&format!("UID:{}", text(&calendar_uid(view.host))));
    ics.line(&format!("DTSTAMP:{}", utc(view.changed_at)));
    ics.line(&format!("DTSTART:{}", utc(view.from)));
    ics.line(&format!("DTEND:{}", utc(view.to)));
    for time in &view.times {
        let (start, end) = (utc(time.starts_at), utc(time.ends_at));
        ics.line(&format!("FREEBUSY;FBTYPE=BUSY:{start}/{end}"));
    }
    ics.line("END:VFREEBUSY");
    ics.line("END:VCALENDAR");
    ics.finish()
}
