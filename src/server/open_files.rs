//! How many files the process may have open: each live connection is one.
//!
//! Most systems start a program with a soft limit of 1,024 and let it raise that by itself
//! (getrlimit(2)). Who does not is full at a thousand open pages, and then cannot reach its database.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// Kept for everything else: requests under way, the database, letters.
const RESERVE: u64 = 512;

/// Raises the limit as far as `wanted` live connections need it (0: as far as it goes), and says how
/// many there may be (0: any number).
pub(super) fn connections(wanted: u32) -> u32 {
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    let needed = (wanted > 0).then(|| u64::from(wanted) + RESERVE);
    let raised = raised(current, maximum, needed);
    let limit = if raised == current {
        current
    } else {
        let asked = Rlimit {
            current: raised,
            maximum,
        };
        match setrlimit(Resource::Nofile, asked) {
            Ok(()) => raised,
            Err(error) => {
                tracing::warn!(%error, "the limit of open files cannot be raised");
                current
            }
        }
    };
    let allowed = allowed(wanted, limit);
    if wanted > 0 && allowed < wanted {
        tracing::warn!(
            wanted,
            allowed,
            "fewer live connections than live.connections: the system's limit of open files is low \
             (LimitNOFILE, ulimit -n)"
        );
    }
    allowed
}

/// The soft limit to have, by what it is now and the hard one; none: as many as one likes.
fn raised(current: Option<u64>, maximum: Option<u64>, needed: Option<u64>) -> Option<u64> {
    let goal = match (needed, maximum) {
        (Some(needed), Some(most)) => needed.min(most),
        (Some(goal), None) | (None, Some(goal)) => goal,
        (None, None) => return None,
    };
    current.map(|now| now.max(goal))
}

fn allowed(wanted: u32, limit: Option<u64>) -> u32 {
    let Some(limit) = limit else {
        return wanted;
    };
    // Where there is room for nobody, one is let in, rather than any number.
    let room = u32::try_from(limit.saturating_sub(RESERVE)).unwrap_or(u32::MAX);
    let room = room.max(1);
    if wanted == 0 { room } else { wanted.min(room) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::as_needed(Some(1_024), Some(65_536), Some(20_512), Some(20_512))]
    #[case::enough_already(Some(65_536), Some(65_536), Some(20_512), Some(65_536))]
    #[case::as_far_as_it_goes(Some(1_024), Some(4_096), Some(20_512), Some(4_096))]
    #[case::any_number(Some(1_024), Some(4_096), None, Some(4_096))]
    #[case::no_limit(None, None, Some(20_512), None)]
    fn the_limit_is_raised(
        #[case] current: Option<u64>,
        #[case] maximum: Option<u64>,
        #[case] needed: Option<u64>,
        #[case] expected: Option<u64>,
    ) {
        assert_eq!(raised(current, maximum, needed), expected);
    }

    #[rstest]
    #[case(20_000, Some(20_512), 20_000)]
    #[case(20_000, Some(4_096), 3_584)]
    #[case(20_000, Some(256), 1)]
    #[case(0, Some(4_096), 3_584)]
    #[case(0, None, 0)]
    fn what_is_left_after_the_reserve_is_allowed(
        #[case] wanted: u32,
        #[case] limit: Option<u64>,
        #[case] expected: u32,
    ) {
        assert_eq!(allowed(wanted, limit), expected);
    }
}
