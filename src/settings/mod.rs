//! Settings: `config/default.toml`, then a file, then the environment; one small struct a section.
//!
//! A wrong key or value stops the start with the key's name.

mod booking;
mod calendars;
pub mod inbound;
pub mod mail;
mod partnerships;
mod rooms;

use std::net::IpAddr;
use std::num::NonZeroU64;
use std::path::{Path, PathBuf};

use config::{Config, Environment, File, FileFormat};
use ipnet::IpNet;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

use crate::domain::input::Checker;
use crate::storage::{DatabaseUrl, InvalidDatabaseUrl};
pub use booking::BookingSettings;
pub use calendars::CalendarSettings;
pub use mail::MailSettings;
pub use partnerships::PartnershipSettings;
pub use rooms::RoomSettings;

/// Every key with its default and its explanation.
pub const DEFAULTS: &str = include_str!("../../config/default.toml");

/// All settings.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Where and how to listen.
    pub server: ServerSettings,
    /// The database.
    pub database: DatabaseSettings,
    /// Letters.
    pub mail: MailSettings,
    /// The time-zone database.
    pub zones: ZoneSettings,
    /// How long seats are kept, and how many.
    pub booking: BookingSettings,
    /// How hosts' own calendars are asked.
    pub calendars: CalendarSettings,
    /// When a partnership is said to be quiet.
    pub partnerships: PartnershipSettings,
    /// Rooms for virtual visits.
    pub rooms: RoomSettings,
    /// Live updates.
    pub live: LiveSettings,
    /// How much a stranger may make us do.
    pub limits: LimitSettings,
}

/// Where and how to listen.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServerSettings {
    /// Address and port; port 0 takes a free one.
    pub listen: String,
    /// The address that visitors use; empty means the one listened on.
    pub public_url: String,
    /// Networks whose `X-Forwarded-For` is believed, with commas between.
    trusted_proxies: String,
    /// Seconds that a request's body may take to arrive.
    pub body_seconds: NonZeroU64,
    /// Threads that answer requests; 0 means one a core.
    pub workers: usize,
    /// Signs links; empty means the database's own key.
    pub secret_key: SecretString,
    /// The first admin.
    pub admin_email: String,
}

impl ServerSettings {
    /// The address that visitors use, without a slash at its end, given the one listened on.
    pub fn visited_at(&self, listening: &str) -> String {
        match self.public_url.trim_end_matches('/') {
            "" => format!("http://{listening}"),
            url => url.to_owned(),
        }
    }

    /// Networks whose `X-Forwarded-For` is believed.
    ///
    /// # Errors
    /// Where one is no address and no network.
    pub fn trusted_proxies(&self) -> Result<Vec<IpNet>, SettingsError> {
        networks("server.trusted_proxies", &self.trusted_proxies)
    }
}

/// Addresses and networks with commas between.
fn networks(key: &'static str, text: &str) -> Result<Vec<IpNet>, SettingsError> {
    let named = text.split(',').map(str::trim);
    let network = |text: &str| {
        let address = || text.parse().map(|address: IpAddr| IpNet::from(address));
        text.parse().or_else(|_| address()).map_err(|_| {
            let reason = format!("{text} is neither an address nor a network such as 10.0.0.0/8");
            SettingsError::Value { key, reason }
        })
    };
    named.filter(|text| !text.is_empty()).map(network).collect()
}

/// The database.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatabaseSettings {
    /// Where it is; may hold a password.
    url: SecretString,
    /// Connections for reading, and on PostgreSQL as many for writing.
    pub connections: u32,
}

impl DatabaseSettings {
    /// Where it is.
    ///
    /// # Errors
    /// Where the URL is of neither engine.
    pub fn url(&self) -> Result<DatabaseUrl, InvalidDatabaseUrl> {
        self.url.expose_secret().parse()
    }
}

/// The time-zone database.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ZoneSettings {
    directory: String,
    /// Whether to start with data that is older than what the database has been used with.
    pub allow_older: bool,
}

impl ZoneSettings {
    /// The zoneinfo directory to prefer, where one is named.
    pub fn directory(&self) -> Option<&Path> {
        (!self.directory.is_empty()).then(|| Path::new(&self.directory))
    }
}

/// Live updates.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LiveSettings {
    /// Seconds between two pings.
    pub ping_seconds: NonZeroU64,
    /// Milliseconds between two looks at the log without a sign.
    pub poll_milliseconds: NonZeroU64,
    /// Days that events are kept for; 0 means for ever.
    pub keep_days: u32,
    /// Events of a topic that are kept; 0 means all.
    pub keep_events: u32,
    /// Connections that one node takes at once; 0 means any number.
    pub connections: u32,
    /// Connections that one address may hold at once; 0 means any number.
    pub connections_per_address: u32,
    /// Connections that one session or token may hold at once; 0 means any number.
    pub connections_per_session: u32,
    /// Messages and topics that one address may send in a minute; 0 means any number.
    pub messages_per_minute: u32,
}

/// How much a stranger may make us do.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LimitSettings {
    /// Letters that requests from one address may cause in an hour; 0 means any number.
    pub guest_letters_per_hour: u32,
    /// Answers to polls that one address may send in an hour; 0 means any number.
    pub guest_votes_per_hour: u32,
}

/// Settings that cannot be used; the text names the key.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// A file cannot be read, or a key or a value is wrong.
    #[error("settings: {0}")]
    Config(#[from] config::ConfigError),
    /// A value is wrong.
    #[error("settings: {key}: {reason}")]
    Value {
        /// The key, such as `database.url`.
        key: &'static str,
        /// What is wrong with it.
        reason: String,
    },
}

impl Settings {
    /// Settings from the defaults, `overlays` (TOML texts, later ones win), `file` and the
    /// environment.
    ///
    /// # Errors
    /// Where the file cannot be read, or a key or a value is wrong.
    pub fn load(overlays: &[&str], file: Option<&PathBuf>) -> Result<Self, SettingsError> {
        let mut sources = Config::builder().add_source(File::from_str(DEFAULTS, FileFormat::Toml));
        for overlay in overlays {
            sources = sources.add_source(File::from_str(overlay, FileFormat::Toml));
        }
        if let Some(file) = file {
            sources = sources.add_source(File::from(file.as_path()));
        }
        let environment = Environment::with_prefix("SISTERLINE")
            .prefix_separator("__")
            .separator("__");
        let settings: Self = sources.add_source(environment).build()?.try_deserialize()?;
        settings.check()?;
        Ok(settings)
    }

    fn check(&self) -> Result<(), SettingsError> {
        let wrong = |key, reason: &str| {
            Err(SettingsError::Value {
                key,
                reason: reason.to_owned(),
            })
        };
        let port = self.server.listen.rsplit_once(':');
        if !port.is_some_and(|(host, port)| !host.is_empty() && port.parse::<u16>().is_ok()) {
            return wrong("server.listen", "must look like 127.0.0.1:8080");
        }
        self.server.trusted_proxies()?;
        self.calendars.ports()?;
        self.calendars.allowed_networks()?;
        self.rooms.template()?;
        let mut check = Checker::default();
        check.email("server.admin_email", &self.server.admin_email);
        if check.finish(()).is_err() {
            return wrong("server.admin_email", "must be a mail address");
        }
        if let Err(error) = self.database.url() {
            return wrong("database.url", &error.to_string());
        }
        if self.database.connections == 0 {
            return wrong("database.connections", "must be at least 1");
        }
        let public_url = &self.server.public_url;
        let is_web = public_url.starts_with("http://") || public_url.starts_with("https://");
        if !(public_url.is_empty() || is_web) {
            return wrong("server.public_url", "must begin with https:// or http://");
        }
        let key = self.server.secret_key.expose_secret().chars().count();
        if (1..32).contains(&key) {
            return wrong("server.secret_key", "must have at least 32 characters");
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_defaults_are_complete() {
        let settings = Settings::load(&[], None).unwrap();
        assert_eq!(settings.server.listen, "127.0.0.1:8080");
        assert_eq!(settings.server.trusted_proxies().unwrap().len(), 2);
        assert!(matches!(
            settings.database.url(),
            Ok(DatabaseUrl::Sqlite(_))
        ));
    }

    #[test]
    fn a_wrong_key_or_value_is_named() {
        for (overlay, named) in [
            ("[server]\nlisen = \"x\"", "lisen"),
            ("[live]\nping_seconds = 0", "ping_seconds"),
            ("[database]\nurl = \"mysql://x\"", "database.url"),
            ("[server]\nsecret_key = \"short\"", "server.secret_key"),
            ("[calendars]\nports = \"http\"", "calendars.ports"),
            (
                "[calendars]\nallowed_networks = \"home\"",
                "calendars.allowed_networks",
            ),
            (
                "[rooms]\ntemplate = \"http://meet.example.org/{room}\"",
                "rooms.template",
            ),
            (
                "[server]\ntrusted_proxies = \"10.0.0.0/99\"",
                "server.trusted_proxies",
            ),
            (
                "[server]\npublic_url = \"visits.example.org\"",
                "server.public_url",
            ),
        ] {
            let error = Settings::load(&[overlay], None).unwrap_err().to_string();
            assert!(error.contains(named), "{overlay}: {error}");
        }
    }
}
