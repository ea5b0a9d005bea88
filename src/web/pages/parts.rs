//! What several pages share: the frame around every page, the words of a slot, a visit's two times.
//! No geometry (see `day`) and no form fields (see `form`).

use chrono::NaiveTime;

use crate::domain::display;
use crate::domain::host::Track;
use crate::domain::hours::Tier;
use crate::domain::locale::Localizer;
use crate::domain::partnership::Stage;
use crate::domain::slot::SlotStatus;

/// What surrounds every page: head, navigation, footer.
pub struct Frame {
    /// Of this page alone; the template adds the product's name.
    pub title: String,
    /// One sentence for search engines and link previews; empty leaves it out.
    pub description: String,
    /// Who is signed in, by name or, lacking one, by address.
    pub person: Option<String>,
    /// The session's token, put into every form as the hidden field `csrf`.
    pub csrf: String,
    /// The same page in each language the program speaks.
    pub languages: Vec<LanguageLink>,
    /// Version of the time-zone database behind every time on the page, such as `2026f`.
    pub zone_data: String,
    /// The server's clock when the page was drawn, in milliseconds since 1970 (UTC). A browser whose
    /// own clock is wrong still ticks rightly.
    pub now_ms: i64,
    /// Whether this is the demo, where letters can be read at `/dev/mail`.
    pub demo: bool,
    /// Topics the page follows, each from where its snapshot was read.
    pub live: Vec<LiveTopic>,
    /// Said once at the top after something was done.
    pub notice: Option<String>,
}

/// The page in one language.
pub struct LanguageLink {
    /// BCP 47, such as `zh-TW`.
    pub tag: String,
    /// The language's own name for itself.
    pub name: String,
    /// This page with `lang` set.
    pub href: String,
    /// Whether the page is being read in it.
    pub current: bool,
}

/// A topic of `/live` and the place in its log that the page already shows.
pub struct LiveTopic {
    /// Such as `partnership/0198…`.
    pub topic: String,
    /// The log's epoch.
    pub epoch: String,
    /// The last event that the page's content includes.
    pub seq: i64,
}

/// The 24 full hours as the page's language writes them, with `;` between: a clock that ticks in
/// the browser puts its minutes in place of the last zeros.
pub fn full_hours(l: &Localizer) -> String {
    let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
    let written: Vec<String> = (0..24)
        .map(|at| display::time(l.locale(), hour(at)))
        .collect();
    written.join(";")
}

/// The name of a member of one of the domain's vocabularies, such as `name_of(l, "tier", "office")`:
/// the message `tier-office`.
pub fn name_of(l: &Localizer, vocabulary: &str, word: &str) -> String {
    l.text(&format!("{vocabulary}-{}", word.replace('_', "-")))
}

/// A visit's time in one city's own clock.
#[derive(Debug, Clone)]
pub struct SideTime {
    /// The city's name.
    pub city: String,
    /// Start as RFC 3339 with the city's offset, for `<time datetime>`.
    pub datetime: String,
    /// Such as `Tue, Nov 24`.
    pub date: String,
    /// Such as `9:00 AM`, as the reader's language writes it.
    pub start: String,
    /// Such as `10:00 AM`.
    pub end: String,
    /// Such as `GMT+8`. Never an abbreviation: CST is four zones.
    pub offset: String,
    /// Whole calendar days from the first city's date to this city's: -1, 0 or 1.
    pub day_offset: i64,
    /// How that hour feels there.
    pub tier: Tier,
    /// Said where a holiday falls on that date there.
    pub holiday: Option<String>,
}

/// A slot as a row in a list, in the clocks of every city concerned, the first city first.
#[derive(Debug, Clone)]
pub struct SlotCard {
    /// UUID.
    pub id: String,
    /// Link to its page.
    pub href: String,
    /// The offer's title.
    pub title: String,
    /// Who receives the visit.
    pub host: String,
    /// The host's city.
    pub host_city: String,
    /// The host's track.
    pub track: Track,
    /// Languages by name, joined for reading.
    pub languages: String,
    /// The time in each city's own clock.
    pub sides: Vec<SideTime>,
    /// Seats nobody has taken yet.
    pub seats_left: i64,
    /// Where it stands.
    pub status: SlotStatus,
    /// It is shut because its host is busy.
    pub busy: bool,
}

/// A partnership as a row in a list.
pub struct PartnershipRow {
    /// UUID.
    pub id: String,
    /// The cities' names, at least two.
    pub cities: Vec<String>,
    /// Where it stands.
    pub stage: Stage,
    /// Year it was signed, if it was.
    pub since: Option<String>,
    /// Slots that can be booked now.
    pub open_slots: i64,
}

/// Most seats left that a page brings words for.
const SEAT_WORDS_MAX: i64 = 100;

/// The words a browser needs for a slot whose seats change: the message for every number of seats from
/// none to the largest capacity on the page, each exactly as the server would have written it.
pub fn seat_words(l: &Localizer, largest_capacity: i64) -> Vec<String> {
    // Words for every number of a large hall would be most of the page; beyond these the number
    // itself is shown.
    (0..=largest_capacity.clamp(0, SEAT_WORDS_MAX))
        .map(|n| l.count("slot-seats-left", n))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::locale::Locale;

    /// What `static/js/clocks.js` does with the full hours gives what the server writes.
    #[test]
    fn every_locale_has_minutes_in_the_last_zeros_of_its_hours() {
        for locale in Locale::all() {
            let hours = full_hours(&Localizer::of(*locale));
            assert_eq!(hours.split(';').count(), 24, "{hours}");
            for (hour, full) in (0..24).zip(hours.split(';')) {
                for minute in [0, 5, 59] {
                    let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
                    let (before, after) = full.rsplit_once("00").unwrap();
                    let ticked = format!("{before}{minute:02}{after}");
                    assert_eq!(ticked, display::time(*locale, time), "{locale}");
                }
            }
        }
    }
}
