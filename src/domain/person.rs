//! A person who can sign in, the roles they have, and what those roles let them do.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::city::City;
use super::host::Host;
use super::id::{CityId, HostId, PersonId};
use super::locale::Locale;
use super::partnership::{Partnership, PartnershipVisibility};
use super::words::words;

/// Somebody who can sign in by a link sent to their mail address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// Their mail address, as entered but for the domain, which is lower case.
    pub email: String,
    /// Their name.
    pub name: String,
    /// The language they are written to in.
    pub locale: Locale,
    /// IANA name of the zone they are told times in.
    pub zone: String,
    /// When they were entered.
    pub created_at: DateTime<Utc>,
}

words! {
    /// The kinds of role; coordinators belong to a city, members to a host.
    RoleKind {
        /// Runs the installation: everything.
        Admin = "admin",
        /// Keeps a city, its hosts and its partnerships.
        Coordinator = "coordinator",
        /// Receives visits for a host.
        Member = "member",
    }
}

/// What a person is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Runs the installation.
    Admin,
    /// Keeps this city.
    Coordinator(CityId),
    /// Receives visits for this host of this city.
    Member(HostId, CityId),
}

/// Who asks for something: the subject of every authorisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// Somebody without an account.
    Guest,
    /// A person who has signed in or whose program holds their token.
    Person {
        /// Who.
        person: Person,
        /// Their roles.
        roles: Vec<Role>,
    },
    /// The program itself: the command line, demo data, jobs.
    System,
}

impl Actor {
    fn has(&self, allowed: impl Fn(&Role) -> bool) -> bool {
        match self {
            Self::Guest => false,
            Self::System => true,
            Self::Person { roles, .. } => roles.iter().any(|r| *r == Role::Admin || allowed(r)),
        }
    }

    /// Whether they run the installation.
    pub fn is_admin(&self) -> bool {
        self.has(|_| false)
    }

    /// Whether they keep this city.
    pub fn coordinates(&self, city: CityId) -> bool {
        self.has(|role| *role == Role::Coordinator(city))
    }

    /// Whether they keep any city at all.
    pub fn keeps_a_city(&self) -> bool {
        self.has(|role| matches!(role, Role::Coordinator(_)))
    }

    /// Whether they are one of the people who are written to for these cities. Who runs the installation
    /// keeps them as well, but is not.
    pub fn gets_letters_for(&self, cities: &[City]) -> bool {
        let Self::Person { roles, .. } = self else {
            return false;
        };
        let keeps = |city: &City| roles.contains(&Role::Coordinator(city.id));
        cities.iter().any(keeps)
    }

    /// Whether they may manage this host's offers, slots and bookings.
    pub fn manages(&self, host: &Host) -> bool {
        self.has(|role| match role {
            Role::Admin => true,
            Role::Coordinator(city) => *city == host.city_id,
            Role::Member(id, _) => *id == host.id,
        })
    }

    /// Whether they belong to this city in any role.
    pub fn belongs_to(&self, city: CityId) -> bool {
        self.has(|role| match role {
            Role::Admin => true,
            Role::Coordinator(of) | Role::Member(_, of) => *of == city,
        })
    }

    /// Whether they may know that this partnership exists. One that not all of its cities have
    /// agreed to is nobody else's business.
    pub fn may_see(&self, partnership: &Partnership) -> bool {
        (partnership.visibility == PartnershipVisibility::Public && partnership.is_agreed())
            || partnership
                .cities
                .iter()
                .any(|city| self.belongs_to(city.id))
    }

    /// The person behind them, where there is one.
    pub fn person(&self) -> Option<&Person> {
        match self {
            Self::Person { person, .. } => Some(person),
            Self::Guest | Self::System => None,
        }
    }

    /// How the audit trail names them: without a name or an address.
    pub fn label(&self) -> String {
        match self {
            Self::Guest => "guest".to_owned(),
            Self::System => "system".to_owned(),
            Self::Person { person, .. } => format!("person:{}", person.id),
        }
    }
}
