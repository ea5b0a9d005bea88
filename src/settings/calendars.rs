//! How hosts' own calendars are asked for their busy times.

use std::num::NonZeroU32;

use ipnet::IpNet;
use serde::Deserialize;

use super::{SettingsError, networks};

/// How hosts' own calendars are asked.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarSettings {
    /// Minutes between two looks at one calendar.
    pub every_minutes: NonZeroU32,
    /// Whether addresses may begin with `http://`.
    pub plain_http: bool,
    /// Ports that may be asked, with commas between; empty means any.
    ports: String,
    /// Networks that are not of the open internet and may be reached all the same.
    allowed_networks: String,
}

impl CalendarSettings {
    /// Ports that may be asked; none means any.
    ///
    /// # Errors
    /// Where one is no port.
    pub fn ports(&self) -> Result<Vec<u16>, SettingsError> {
        let named = self.ports.split(',').map(str::trim);
        let port = |text: &str| {
            text.parse().map_err(|_| SettingsError::Value {
                key: "calendars.ports",
                reason: format!("{text} is no port"),
            })
        };
        named.filter(|text| !text.is_empty()).map(port).collect()
    }

    /// Networks that may be reached although they are internal.
    ///
    /// # Errors
    /// Where one is no address and no network.
    pub fn allowed_networks(&self) -> Result<Vec<IpNet>, SettingsError> {
        networks("calendars.allowed_networks", &self.allowed_networks)
    }
}
