//! Names of zones as Outlook and Exchange write them, and the IANA zones that they mean.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A line a name, with its zone behind a tab; written by `scripts/generate-windows-zones`.
static TABLE: &str = include_str!("windows/table.txt");

/// By the names in lower case.
static ZONES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    zones()
        .map(|(windows, zone)| (windows.to_ascii_lowercase(), zone))
        .collect()
});

fn zones() -> impl Iterator<Item = (&'static str, &'static str)> {
    TABLE.lines().filter_map(|line| line.split_once('\t'))
}

/// The IANA zone of a Windows name.
pub(super) fn iana(name: &str) -> Option<&'static str> {
    ZONES.get(&name.to_ascii_lowercase()).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::zone::ZoneData;

    #[test]
    fn every_name_means_a_zone_that_is_known() {
        let data = ZoneData::bundled();
        assert!(zones().count() > 130);
        for (windows, zone) in zones() {
            assert!(data.zone(zone).is_ok(), "{windows}: {zone}");
        }
    }

    #[test]
    fn a_name_is_found_however_it_is_capitalised() {
        let tonga = Some("Pacific/Tongatapu");
        assert_eq!(iana("Tonga Standard Time"), tonga);
        assert_eq!(iana("tonga standard time"), tonga);
        // What is new in the CLDR, and what it calls by an old name.
        assert_eq!(
            iana("British Columbia Standard Time"),
            Some("America/Vancouver")
        );
        assert_eq!(iana("India Standard Time"), Some("Asia/Kolkata"));
        assert_eq!(iana("Tonga"), None);
    }
}
