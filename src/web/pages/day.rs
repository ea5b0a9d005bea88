//! The geometry of a day: the dial that shows a city's clock and the ribbons that lay several cities'
//! days over the same real time. Pure arithmetic on finished minutes; what is night and what is office
//! was decided elsewhere.
//!
//! Horizontal positions are minutes, 0 to 1440 from the picture's left edge, and are drawn as
//! percentages, so that the picture fits any width while its letters keep their size. Vertical
//! positions are CSS pixels.

use super::parts::SlotCard;
use crate::domain::hours::Tier;
use crate::domain::slot::SlotStatus;

/// Minutes across a ribbon.
pub const DAY: u32 = 1440;

/// A stretch of hours that feel the same.
#[derive(Debug, Clone)]
pub struct Band {
    /// First minute.
    pub x: u32,
    /// Length in minutes.
    pub width: u32,
    /// How these hours feel.
    pub tier: Tier,
}

impl Band {
    /// Left edge as a percentage.
    pub fn left(&self) -> String {
        percent(self.x)
    }

    /// Width as a percentage.
    pub fn span(&self) -> String {
        percent(self.width)
    }

    /// Middle as a percentage.
    pub fn middle(&self) -> String {
        percent(self.x + self.width / 2)
    }

    /// Whether the tier's name fits inside on a wide screen.
    pub fn is_roomy(&self) -> bool {
        self.width >= 200
    }
}

/// A city's clock now: a ring of its 24 hours, shaded by tier, with a hand.
#[derive(Debug, Clone)]
pub struct Clock {
    /// The city's name.
    pub city: String,
    /// Where the name leads, if anywhere.
    pub href: String,
    /// Such as `17:41`, always by 24 hours, as the ring has them.
    pub digits: String,
    /// Such as `5:41 PM`, as the reader's language writes it.
    pub time: String,
    /// Such as `Tue, Nov 24`.
    pub date: String,
    /// The date that begins at the next local midnight.
    pub next_date: String,
    /// Such as `GMT+8`.
    pub offset: String,
    /// Minutes east of UTC now.
    pub offset_minutes: i32,
    /// The next change of that offset, so that a page left open stays right.
    pub change: Option<OffsetChange>,
    /// Local minutes since midnight now.
    pub minute: u32,
    /// The 24 hours of today in local minutes.
    pub bands: Vec<Band>,
}

/// A clock change to come.
#[derive(Debug, Clone)]
pub struct OffsetChange {
    /// When, in milliseconds since 1970 (UTC).
    pub at_ms: i64,
    /// Minutes east of UTC from then on.
    pub offset_minutes: i32,
    /// Such as `GMT-7`.
    pub offset: String,
}

impl Clock {
    /// Degrees clockwise from the ring's bottom, where midnight is; noon is on top.
    pub fn angle(&self) -> String {
        format!("{:.2}", f64::from(self.minute % DAY) / 4.0)
    }

    /// How the present hour feels there.
    pub fn tier(&self) -> Tier {
        self.bands
            .iter()
            .find(|band| (band.x..band.x + band.width).contains(&self.minute))
            .map_or(Tier::Unsocial, |band| band.tier)
    }
}

/// An hour mark in a city's own clock.
#[derive(Debug, Clone)]
pub struct Tick {
    /// Minutes from the left edge.
    pub x: u32,
    /// The hour, such as `09`; empty for a mark without a label.
    pub label: String,
}

impl Tick {
    /// Position as a percentage.
    pub fn left(&self) -> String {
        percent(self.x)
    }

    /// Keeps a label inside the picture at its edges.
    pub fn anchor(&self) -> &'static str {
        match self.x {
            0..=15 => "start",
            1425.. => "end",
            _ => "middle",
        }
    }
}

/// Where the date changes within a ribbon.
#[derive(Debug, Clone)]
pub struct Midnight {
    /// Minutes from the left edge; more than 0.
    pub x: u32,
    /// The date that begins, such as `Wed, Nov 25`.
    pub date: String,
    /// That date against the first city's, such as `+1 day`; empty where they agree.
    pub shift: String,
}

impl Midnight {
    /// Position as a percentage.
    pub fn left(&self) -> String {
        percent(self.x)
    }

    /// Keeps the label inside the picture.
    pub fn anchor(&self) -> &'static str {
        match self.x {
            // Up to there its middle would lie over the city's name on a narrow screen.
            0..=560 => "start",
            1100.. => "end",
            _ => "middle",
        }
    }
}

/// One city's stretch of a day's real time.
#[derive(Debug, Clone)]
pub struct Ribbon {
    /// The city's name.
    pub city: String,
    /// The local date at the left edge, such as `Mon, Nov 23`.
    pub date: String,
    /// That date against the first city's, such as `-1 day`; empty where they agree.
    pub shift: String,
    /// Shading from edge to edge.
    pub bands: Vec<Band>,
    /// Marks in the city's own clock.
    pub ticks: Vec<Tick>,
    /// Where the local date changes; none where it changes at the left edge.
    pub midnight: Option<Midnight>,
}

/// A slot with its place on the ribbons.
#[derive(Debug, Clone)]
pub struct PlacedSlot {
    /// What the list says of it.
    pub card: SlotCard,
    /// First minute from the left edge.
    pub x: u32,
    /// Length in minutes.
    pub width: u32,
}

/// One day: its ribbons as a picture and its slots as a list.
pub struct Day {
    /// Such as `Tuesday, November 24, 2026`, in the first city.
    pub heading: String,
    /// `YYYY-MM-DD` in the first city, also the section's anchor.
    pub date: String,
    /// Whether it is today in the first city.
    pub today: bool,
    /// The ribbons and the slots across them.
    pub picture: Picture,
    /// The slots in order of their start.
    pub slots: Vec<SlotCard>,
    /// Said of the cities in which a holiday falls on this day.
    pub holidays: Vec<String>,
}

impl Day {
    /// Lays a day out. `now` is the present as minutes from the left edge, if it is within the day.
    pub fn new(
        heading: String,
        date: String,
        ribbons: Vec<Ribbon>,
        slots: Vec<PlacedSlot>,
        now: Option<u32>,
    ) -> Self {
        let picture = Picture::new(ribbons, &slots, now);
        let slots = slots.into_iter().map(|slot| slot.card).collect();
        Self {
            heading,
            date,
            today: now.is_some(),
            picture,
            slots,
            holidays: Vec::new(),
        }
    }
}

/// Height of a shaded bar.
const BAR: u32 = 34;
/// Height of the row of hour labels.
const LABELS: u32 = 22;
/// Height of the row with the city's name.
const NAME: u32 = 24;
/// Room for one knot between the first two bars, and for the gaps.
const KNOT: u32 = 30;
/// Radius of a knot; its target is 24 pixels wide.
const KNOT_RADIUS: u32 = 12;

/// The ribbons of a day, one above the other, with every slot tied across them.
pub struct Picture {
    /// Pixels.
    pub height: u32,
    /// One a city, from the top.
    pub rows: Vec<Row>,
    /// One a slot.
    pub ties: Vec<Tie>,
    /// The present, as a percentage.
    pub now: Option<String>,
    /// Top of the first bar.
    pub top: u32,
    /// From the top of the first bar to the bottom of the last.
    pub reach: u32,
}

/// A ribbon and where its parts are drawn.
pub struct Row {
    /// What it shows.
    pub ribbon: Ribbon,
    /// Top of the bar.
    pub bar_y: u32,
    /// Height of the bar.
    pub bar_height: u32,
    /// Baseline of the hour labels.
    pub label_y: u32,
    /// Baseline of the city's name.
    pub name_y: u32,
    /// Baseline of words inside the bar.
    pub word_y: u32,
    /// Where the hour marks begin: the bar's edge towards the labels.
    pub mark_y: u32,
    /// Where they end.
    pub mark_end: u32,
    /// Where the line of the date change begins.
    pub midnight_y: u32,
    /// Where it ends.
    pub midnight_end: u32,
}

impl Row {
    /// Whether the first date has room beside the name before the second begins: always, on wide
    /// screens only, or never.
    pub fn first_date_class(&self) -> &'static str {
        match self.ribbon.midnight.as_ref().map(|midnight| midnight.x) {
            Some(0..=420) => "ribbon__date--none",
            Some(421..=1000) => "ribbon__date--wide",
            _ => "",
        }
    }
}

/// A slot drawn across the ribbons: a loop around its interval in every city, and a knot.
pub struct Tie {
    /// UUID of the slot.
    pub id: String,
    /// Link to its page.
    pub href: String,
    /// For a tooltip: both times and the title.
    pub label: String,
    /// Where the slot stands.
    pub status: SlotStatus,
    /// Seats left.
    pub seats_left: i64,
    /// Left edge as a percentage.
    pub left: String,
    /// Width as a percentage.
    pub span: String,
    /// Middle as a percentage.
    pub middle: String,
    /// Centre of the knot.
    pub knot_y: u32,
    /// Radius of the knot.
    pub radius: u32,
}

impl Picture {
    /// Where knots of the first lane are drawn.
    pub fn knot_y(&self) -> u32 {
        self.top + BAR + KNOT / 6 + KNOT / 2
    }

    /// Lays ribbons out, with room for the knots of the slots, or of one lane.
    pub(super) fn new(ribbons: Vec<Ribbon>, slots: &[PlacedSlot], now: Option<u32>) -> Self {
        let lanes = lanes(slots);
        let lane_count = lanes.iter().max().map_or(1, |most| most + 1);
        let top = NAME + LABELS;
        let mut y = top;
        let mut rows = Vec::with_capacity(ribbons.len());
        for (index, ribbon) in ribbons.into_iter().enumerate() {
            rows.push(Row::new(ribbon, y, index == 0));
            y += BAR;
            y += match index {
                0 => lane_count * KNOT + KNOT / 3,
                _ => LABELS + NAME,
            };
        }
        let last_bar_end = rows.last().map_or(top, |row| row.bar_y + BAR);
        let first_knot = top + BAR + KNOT / 6 + KNOT / 2;
        let ties = slots
            .iter()
            .zip(&lanes)
            .map(|(slot, lane)| Tie::new(slot, first_knot + lane * KNOT))
            .collect();
        Self {
            height: last_bar_end + LABELS + NAME,
            rows,
            ties,
            now: now.map(percent),
            top,
            reach: last_bar_end - top,
        }
    }
}

impl Row {
    /// The first city is labelled above its bar, the others below theirs.
    fn new(ribbon: Ribbon, bar_y: u32, first: bool) -> Self {
        let bar_end = bar_y + BAR;
        let (label_y, name_y, mark_y, mark_end) = if first {
            (bar_y - 9, bar_y - LABELS - 8, bar_y - 5, bar_y)
        } else {
            (bar_end + 17, bar_end + LABELS + 15, bar_end, bar_end + 5)
        };
        let (midnight_y, midnight_end) = if first {
            (bar_y - 5, bar_end)
        } else {
            (bar_y, bar_end + 5)
        };
        Self {
            ribbon,
            bar_y,
            bar_height: BAR,
            label_y,
            name_y,
            word_y: bar_y + BAR / 2 + 4,
            mark_y,
            mark_end,
            midnight_y,
            midnight_end,
        }
    }
}

impl Tie {
    fn new(slot: &PlacedSlot, knot_y: u32) -> Self {
        let width = slot.width.min(DAY.saturating_sub(slot.x));
        let times: Vec<String> = slot
            .card
            .sides
            .iter()
            .map(|side| format!("{} {} – {}, {}", side.city, side.start, side.end, side.date))
            .collect();
        Self {
            id: slot.card.id.clone(),
            href: slot.card.href.clone(),
            label: format!("{} · {}", slot.card.title, times.join(" · ")),
            status: slot.card.status,
            seats_left: slot.card.seats_left,
            left: percent(slot.x),
            span: percent(width),
            middle: percent(slot.x + width / 2),
            knot_y,
            radius: KNOT_RADIUS,
        }
    }
}

/// A knot of 24 pixels on the narrowest ribbon, 340 pixels, is about 100 minutes wide.
pub(super) const KNOT_MINUTES: u32 = 105;

/// Gives every slot a lane so that no two knots touch: the first lane whose last knot is far enough to
/// the left. Slots come in order of their start.
fn lanes(slots: &[PlacedSlot]) -> Vec<u32> {
    let mut ends: Vec<u32> = Vec::new();
    slots
        .iter()
        .map(|slot| {
            let middle = slot.x + slot.width / 2;
            let free = ends.iter().position(|end| *end <= middle);
            let lane = free.unwrap_or(ends.len());
            let end = middle + KNOT_MINUTES;
            match ends.get_mut(lane) {
                Some(last) => *last = end,
                None => ends.push(end),
            }
            u32::try_from(lane).unwrap_or(u32::MAX)
        })
        .collect()
}

/// A share as a percentage, at most the whole.
pub(super) fn percent_of(share: f64) -> String {
    format!("{:.1}%", share.clamp(0.0, 1.0) * 100.0)
}

pub(super) fn percent(minutes: u32) -> String {
    format!(
        "{:.3}%",
        f64::from(minutes.min(DAY)) * 100.0 / f64::from(DAY)
    )
}
