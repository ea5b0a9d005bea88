//! What several pages share: the frame around every page, the words of a slot, a visit's two times.
//! No geometry (see `day`) and no form fields (see `form`).

use crate::domain::locale::Localizer;

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

/// How an hour feels in a city.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tier {
    /// Within office hours on a working day.
    Office,
    /// Outside office hours, yet a time at which people can be asked.
    Reachable,
    /// Night.
    Unsocial,
}

impl Tier {
    /// The suffix of CSS classes and pattern ids.
    pub fn class(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Reachable => "reachable",
            Self::Unsocial => "unsocial",
        }
    }

    /// Message with the tier's name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Office => "tier-office",
            Self::Reachable => "tier-reachable",
            Self::Unsocial => "tier-unsocial",
        }
    }
}

/// Where a slot stands. The code is the one that events and the API use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlotState {
    /// Seats are left and it has not begun.
    Open,
    /// Every seat is taken.
    Full,
    /// No longer bookable: it has begun, or its notice has run out.
    Closed,
    /// Called off by the host.
    Cancelled,
}

impl SlotState {
    /// The stable code, also the suffix of CSS classes.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Full => "full",
            Self::Closed => "closed",
            Self::Cancelled => "cancelled",
        }
    }

    /// Message with the state's name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Open => "slot-open",
            Self::Full => "slot-full",
            Self::Closed => "slot-closed",
            Self::Cancelled => "slot-cancelled",
        }
    }

    /// Whether it can be booked.
    pub fn is_open(self) -> bool {
        self == Self::Open
    }
}

/// Where a partnership stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Being talked about.
    Prospective,
    /// Being tried out.
    Pilot,
    /// Signed.
    Official,
    /// Suspended for now.
    Paused,
    /// Over.
    Ended,
}

impl Stage {
    /// The suffix of CSS classes.
    pub fn class(self) -> &'static str {
        match self {
            Self::Prospective => "prospective",
            Self::Pilot => "pilot",
            Self::Official => "official",
            Self::Paused => "paused",
            Self::Ended => "ended",
        }
    }

    /// Message with the stage's name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Prospective => "stage-prospective",
            Self::Pilot => "stage-pilot",
            Self::Official => "stage-official",
            Self::Paused => "stage-paused",
            Self::Ended => "stage-ended",
        }
    }
}

/// In what quality a host receives visits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Track {
    /// City halls and public offices.
    Official,
    /// Clubs and associations.
    Civic,
    /// Schools and universities.
    Education,
    /// Museums, theatres, libraries.
    Culture,
    /// Companies and chambers.
    Business,
}

impl Track {
    /// Message with the track's name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Official => "track-official",
            Self::Civic => "track-civic",
            Self::Education => "track-education",
            Self::Culture => "track-culture",
            Self::Business => "track-business",
        }
    }
}

/// A visit's time in one city's own clock.
#[derive(Debug, Clone)]
pub struct SideTime {
    /// The city's name.
    pub city: String,
    /// Start as RFC 3339 with the city's offset, for `<time datetime>`.
    pub datetime: String,
    /// Such as `Tue 24 Nov`.
    pub date: String,
    /// Such as `09:00`.
    pub start: String,
    /// Such as `10:00`.
    pub end: String,
    /// Such as `GMT+8`. Never an abbreviation: CST is four zones.
    pub offset: String,
    /// Whole calendar days from the first city's date to this city's: -1, 0 or 1.
    pub day_offset: i64,
    /// How that hour feels there.
    pub tier: Tier,
}

/// A slot as a row in a list, in the clocks of every city concerned, the first city first.
#[derive(Debug, Clone)]
pub struct SlotCard {
    /// UUID.
    pub id: String,
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
    pub state: SlotState,
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

/// The words a browser needs for a slot whose seats change: the message for every number of seats from
/// none to the largest capacity on the page, each exactly as the server would have written it.
pub fn seat_words(l: &Localizer, largest_capacity: i64) -> Vec<String> {
    (0..=largest_capacity.max(0)).map(|n| l.count("slot-seats-left", n)).collect()
}
