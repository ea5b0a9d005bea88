//! A PostgreSQL database that lets nobody in for a while.

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};

use crate::support::TestDatabase;

/// Ends when it is told to, and with the test.
pub struct Outage {
    server: PgConnection,
    name: String,
}

impl Outage {
    /// Cuts every connection to the database and lets no new one in.
    #[allow(
        clippy::disallowed_methods,
        reason = "a plain connection, to another database of the server"
    )]
    pub fn begin(place: &TestDatabase) -> Self {
        let (_, name) = place.url.rsplit_once('/').unwrap();
        let server = std::env::var("SISTERLINE_TEST_POSTGRES").unwrap();
        let mut server = PgConnection::establish(&server).unwrap();
        let cut = format!(
            "ALTER DATABASE {name} WITH ALLOW_CONNECTIONS false; \
             SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
        );
        server.batch_execute(&cut).unwrap();
        Self {
            server,
            name: name.to_owned(),
        }
    }

    /// Lets everybody in again.
    pub fn end(mut self) {
        let name = &self.name;
        let open = format!("ALTER DATABASE {name} WITH ALLOW_CONNECTIONS true");
        self.server.batch_execute(&open).unwrap();
    }
}
