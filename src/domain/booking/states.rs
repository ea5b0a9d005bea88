//! Where a booking stands and what may happen to it: one table, from which `docs/booking-states.md`
//! is drawn.

use super::words;

words! {
    /// Where a booking stands.
    BookingStatus {
        /// It waits for approval, and keeps its seats meanwhile.
        Requested = "requested",
        /// The visit takes place.
        Confirmed = "confirmed",
        /// Whoever had to approve it did not; its seats are free again.
        Declined = "declined",
        /// Nobody answered in time; its seats are free again.
        Lapsed = "lapsed",
        /// It was called off; its seats are free again.
        Cancelled = "cancelled",
        /// The visit is over.
        Completed = "completed",
    }
}

words! {
    /// What happens to a booking.
    BookingAct {
        /// A guest books an offer that needs nobody's approval.
        Book = "book",
        /// A guest books an offer that needs approval.
        Request = "request",
        /// One of two sides approves.
        ApproveOneSide = "approve_one_side",
        /// The last side that had to approve does.
        Approve = "approve",
        /// A side declines.
        Decline = "decline",
        /// The deadline for an answer passes.
        Lapse = "lapse",
        /// Guests or hosts call it off, or the slot is cancelled.
        Cancel = "cancel",
        /// It is moved to another slot.
        Reschedule = "reschedule",
        /// Guests move it to another slot, which needs approval again.
        RequestAgain = "request_again",
        /// Attendees are added, removed or replaced.
        ChangeAttendees = "change_attendees",
        /// The visit ends.
        Complete = "complete",
    }
}

/// Every transition there is: from where (nowhere for a new booking), by what, to where.
pub const TRANSITIONS: &[(Option<BookingStatus>, BookingAct, BookingStatus)] = {
    use BookingAct as Act;
    use BookingStatus as At;
    &[
        (None, Act::Book, At::Confirmed),
        (None, Act::Request, At::Requested),
        (Some(At::Requested), Act::ApproveOneSide, At::Requested),
        (Some(At::Requested), Act::Approve, At::Confirmed),
        (Some(At::Requested), Act::Decline, At::Declined),
        (Some(At::Requested), Act::Lapse, At::Lapsed),
        (Some(At::Requested), Act::Cancel, At::Cancelled),
        (Some(At::Requested), Act::Reschedule, At::Requested),
        (Some(At::Requested), Act::ChangeAttendees, At::Requested),
        (Some(At::Confirmed), Act::Cancel, At::Cancelled),
        (Some(At::Confirmed), Act::Reschedule, At::Confirmed),
        (Some(At::Confirmed), Act::RequestAgain, At::Requested),
        (Some(At::Confirmed), Act::ChangeAttendees, At::Confirmed),
        (Some(At::Confirmed), Act::Complete, At::Completed),
    ]
};

impl BookingStatus {
    /// Where `act` leads from here; nothing where it may not happen.
    pub fn after(self, act: BookingAct) -> Option<Self> {
        let found = TRANSITIONS
            .iter()
            .find(|(from, by, _)| *from == Some(self) && *by == act);
        found.map(|(.., to)| *to)
    }

    /// Whether a booking that stands here keeps its seats.
    pub fn keeps_seats(self) -> bool {
        matches!(self, Self::Requested | Self::Confirmed | Self::Completed)
    }

    /// Whether a visit that stands here takes place or took place.
    pub fn is_visit(self) -> bool {
        matches!(self, Self::Confirmed | Self::Completed)
    }

    /// Whether something can still happen to it.
    pub fn is_open(self) -> bool {
        TRANSITIONS.iter().any(|(from, ..)| *from == Some(self))
    }
}

impl BookingAct {
    /// Whether it gives a booking a slot that it did not claim before.
    pub fn takes_a_slot(self) -> bool {
        matches!(
            self,
            Self::Book | Self::Request | Self::Reschedule | Self::RequestAgain
        )
    }
}

/// The state machine as a Mermaid diagram and a table, for `docs/booking-states.md`.
pub fn drawing() -> String {
    let name = |status: Option<BookingStatus>| status.map_or("[*]", BookingStatus::as_str);
    let arrows = TRANSITIONS
        .iter()
        .map(|(from, act, to)| format!("    {} --> {to}: {act}\n", name(*from)));
    let ends = BookingStatus::ALL
        .iter()
        .filter(|status| !status.is_open())
        .map(|status| format!("    {status} --> [*]\n"));
    let rows = TRANSITIONS.iter().map(|(from, act, to)| {
        format!(
            "| {} | {act} | {to} |\n",
            from.map_or("(new)", |s| s.as_str())
        )
    });
    format!(
        "# The life of a booking\n\nDrawn from `TRANSITIONS` in `src/domain/booking/states.rs`; a test \
         fails when this page differs.\nSeats are kept in {}; every other state has given them back.\n\n\
         ```mermaid\nstateDiagram-v2\n{}{}```\n\n| from | by | to |\n|---|---|---|\n{}",
        kept().join(", "),
        arrows.collect::<String>(),
        ends.collect::<String>(),
        rows.collect::<String>(),
    )
}

fn kept() -> Vec<&'static str> {
    let kept = BookingStatus::ALL.iter().filter(|s| s.keeps_seats());
    kept.map(|status| status.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    /// `UPDATE_DOCS=1 cargo test the_page_in_docs` draws it anew.
    #[test]
    fn the_page_in_docs_is_what_the_table_says() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/booking-states.md");
        if std::env::var_os("UPDATE_DOCS").is_some() {
            std::fs::write(path, drawing()).unwrap();
        }
        assert_eq!(std::fs::read_to_string(path).unwrap(), drawing());
    }

    #[test]
    fn an_act_leads_to_one_place_and_every_state_is_reached() {
        let mut seen = HashSet::new();
        for (from, act, _) in TRANSITIONS {
            assert!(seen.insert((from, act)), "{from:?} {act} twice");
        }
        for status in BookingStatus::ALL {
            assert!(TRANSITIONS.iter().any(|(.., to)| to == status), "{status}");
        }
        for act in BookingAct::ALL {
            assert!(TRANSITIONS.iter().any(|(_, by, _)| by == act), "{act}");
        }
    }

    #[test]
    fn what_is_over_stays_over() {
        use BookingStatus::{Cancelled, Completed, Declined, Lapsed};
        for status in [Cancelled, Completed, Declined, Lapsed] {
            assert!(!status.is_open());
            assert!(
                BookingAct::ALL
                    .iter()
                    .all(|act| status.after(*act).is_none())
            );
        }
    }
}
