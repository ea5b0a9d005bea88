//! Rooms for virtual visits.

use serde::Deserialize;

use super::SettingsError;
use crate::domain::room::RoomTemplate;

/// Rooms for virtual visits.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoomSettings {
    /// How addresses of rooms are made; empty means that none are.
    template: String,
}

impl RoomSettings {
    /// How addresses of rooms are made, where they are.
    ///
    /// # Errors
    /// Where it is no scheme of addresses.
    pub fn template(&self) -> Result<Option<RoomTemplate>, SettingsError> {
        match self.template.trim() {
            "" => Ok(None),
            text => {
                text.parse()
                    .map(Some)
                    .map_err(
                        |error: crate::domain::room::InvalidTemplate| SettingsError::Value {
                            key: "rooms.template",
                            reason: error.to_string(),
                        },
                    )
            }
        }
    }
}
