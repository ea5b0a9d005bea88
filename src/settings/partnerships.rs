//! When a partnership is said to be quiet.

use std::num::NonZeroU32;

use serde::Deserialize;

/// When a partnership is said to be quiet, and whether its coordinators are reminded.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartnershipSettings {
    /// Months without a visit after which it is quiet.
    pub quiet_months: NonZeroU32,
    /// Months without a visit after which it is dormant.
    pub dormant_months: NonZeroU32,
    /// Days before its end in which a pilot needs attention.
    pub pilot_days: NonZeroU32,
    /// Whether coordinators of quiet partnerships are written to each month.
    pub remind: bool,
}
