//! Asks a server for a calendar, as carefully as one must ask where a stranger says whom.
//!
//! Names are looked up here, once a request; every address that one leads to has to be allowed
//! ([`guard`](super::guard)), and the connection goes to those addresses, so that a name cannot lead
//! elsewhere in between. Redirects are followed here, each with the same checks. No proxy, cookie or
//! credential is used, nothing compressed is taken, and what was received never gets into an error.

use std::fmt;
use std::io::Read;
use std::net::{SocketAddr, ToSocketAddrs};
use std::sync::Arc;
use std::time::{Duration, Instant};

use ipnet::IpNet;
use ureq::config::Config;
use ureq::http::header::{
    CONTENT_ENCODING, ETAG, IF_MODIFIED_SINCE, IF_NONE_MATCH, LAST_MODIFIED, LOCATION,
};
use ureq::http::{Response, Uri};
use ureq::unversioned::resolver::{ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Body, Error};
use url::{Host, Url};

use super::guard::may_reach;
use crate::app::busy::{CalendarRules, Found};
use crate::domain::busy::CalendarFault;
use crate::domain::ics::busy::FILE_MAX;

/// Most redirects that are followed.
const REDIRECTS_MAX: usize = 3;
/// Most addresses of one name that are tried.
const ADDRESSES_MAX: usize = 4;
/// Longest tag or date that is kept and sent again.
const VALIDATOR_MAX: usize = 400;

/// How long things may take, and how much may come.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// A whole look, redirects included.
    pub total: Duration,
    /// Until a connection stands.
    pub connect: Duration,
    /// Bytes of a calendar.
    pub body: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            total: Duration::from_secs(20),
            connect: Duration::from_secs(5),
            body: FILE_MAX,
        }
    }
}

/// Looks names up.
pub trait Names: Send + Sync {
    /// The addresses of a name.
    ///
    /// # Errors
    /// Where it has none.
    fn addresses(&self, name: &str, port: u16) -> std::io::Result<Vec<SocketAddr>>;
}

/// The system's way.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemNames;

impl Names for SystemNames {
    fn addresses(&self, name: &str, port: u16) -> std::io::Result<Vec<SocketAddr>> {
        Ok((name, port).to_socket_addrs()?.collect())
    }
}

/// Asks for calendars. Cheap to share.
pub struct Fetcher {
    /// What addresses may look like.
    pub rules: CalendarRules,
    /// Networks that may be reached although they are not open.
    pub networks: Vec<IpNet>,
    /// Looks names up.
    pub names: Arc<dyn Names>,
    /// How long and how much.
    pub limits: Limits,
}

/// What is known of a calendar from before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// The server's tag.
    pub etag: Option<String>,
    /// The date that the server gave.
    pub last_modified: Option<String>,
}

impl Known {
    fn is_something(&self) -> bool {
        self.etag.is_some() || self.last_modified.is_some()
    }
}

/// Answers with addresses that were looked up and checked before.
struct Checked(Vec<SocketAddr>);

impl fmt::Debug for Checked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Checked")
    }
}

impl Resolver for Checked {
    fn resolve(&self, _: &Uri, _: &Config, _: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let mut addresses = self.empty();
        for address in self.0.iter().take(ADDRESSES_MAX) {
            addresses.push(*address);
        }
        match self.0.is_empty() {
            true => Err(Error::HostNotFound),
            false => Ok(addresses),
        }
    }
}

impl Fetcher {
    /// Asks for the calendar at `url`, where it has changed since what is `known`.
    ///
    /// Blocks for as long as the limits allow, and as long as the system looks names up.
    ///
    /// # Errors
    /// Why there is none.
    pub fn fetch(&self, url: Url, known: &Known) -> Result<Found, CalendarFault> {
        let (mut url, until) = (url, Instant::now() + self.limits.total);
        for _ in 0..=REDIRECTS_MAX {
            let response = self.ask(&url, known, until)?;
            let next = match response.status().as_u16() {
                200 => return self.read(response, until),
                304 if known.is_something() => return Ok(Found::Same),
                301 | 302 | 303 | 307 | 308 => header(&response, LOCATION.as_str()),
                401 | 403 | 404 | 410 => return Err(CalendarFault::Gone),
                _ => None,
            };
            let next = next.ok_or(CalendarFault::Refused)?;
            url = url.join(&next).map_err(|_| CalendarFault::Address)?;
            url.set_fragment(None);
        }
        Err(CalendarFault::Refused)
    }

    /// The addresses of a server, every one of which may be connected to.
    fn checked(&self, url: &Url) -> Result<Vec<SocketAddr>, CalendarFault> {
        if !self.rules.allows(url) {
            return Err(CalendarFault::Address);
        }
        let port = url.port_or_known_default().ok_or(CalendarFault::Address)?;
        let found = match url.host().ok_or(CalendarFault::Address)? {
            Host::Ipv4(address) => vec![SocketAddr::new(address.into(), port)],
            Host::Ipv6(address) => vec![SocketAddr::new(address.into(), port)],
            Host::Domain(name) => {
                let found = self.names.addresses(name, port);
                found.map_err(|_| CalendarFault::Address)?
            }
        };
        let all_open = found
            .iter()
            .all(|address| may_reach(address.ip(), &self.networks));
        match found.is_empty() || !all_open {
            true => Err(CalendarFault::Address),
            false => Ok(found),
        }
    }

    fn ask(
        &self,
        url: &Url,
        known: &Known,
        until: Instant,
    ) -> Result<Response<Body>, CalendarFault> {
        let addresses = self.checked(url)?;
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(CalendarFault::Slow);
        }
        let config = Agent::config_builder()
            .proxy(None)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .timeout_global(Some(left))
            .timeout_connect(Some(left.min(self.limits.connect)))
            .max_response_header_size(32 * 1024)
            .max_idle_connections(0)
            .user_agent("Sisterline")
            .accept("text/calendar, */*;q=0.1")
            .accept_encoding("identity")
            .build();
        let agent = Agent::with_parts(config, DefaultConnector::new(), Checked(addresses));
        let mut request = agent.get(url.as_str());
        if let Some(etag) = &known.etag {
            request = request.header(IF_NONE_MATCH, etag);
        }
        if let Some(date) = &known.last_modified {
            request = request.header(IF_MODIFIED_SINCE, date);
        }
        request.call().map_err(|error| fault(&error))
    }

    fn read(&self, response: Response<Body>, until: Instant) -> Result<Found, CalendarFault> {
        // Nothing compressed was asked for: a few bytes could be millions.
        let encoding = header(&response, CONTENT_ENCODING.as_str());
        if encoding.is_some_and(|encoding| !encoding.eq_ignore_ascii_case("identity")) {
            return Err(CalendarFault::Refused);
        }
        let etag = header(&response, ETAG.as_str());
        let last_modified = header(&response, LAST_MODIFIED.as_str());
        let most = u64::try_from(self.limits.body).unwrap_or(u64::MAX);
        let mut bytes = Vec::new();
        let body = response.into_body().into_reader();
        let read = body.take(most.saturating_add(1)).read_to_end(&mut bytes);
        match read {
            _ if bytes.len() > self.limits.body => Err(CalendarFault::TooLarge),
            Ok(_) => Ok(Found::Body {
                bytes,
                etag,
                last_modified,
            }),
            Err(_) if Instant::now() >= until => Err(CalendarFault::Slow),
            Err(error) => Err(fault(&Error::from(error))),
        }
    }
}

/// A header of plain text and of a sane length.
fn header(response: &Response<Body>, name: &str) -> Option<String> {
    let value = response.headers().get(name)?.to_str().ok()?;
    let most = match name {
        "location" => 2_000,
        _ => VALIDATOR_MAX,
    };
    (value.len() <= most).then(|| value.to_owned())
}

/// What went wrong, without a word of what was sent or received.
fn fault(error: &Error) -> CalendarFault {
    match error {
        Error::HostNotFound | Error::BadUri(_) | Error::Http(_) => CalendarFault::Address,
        Error::Timeout(_) => CalendarFault::Slow,
        Error::Io(error) if error.kind() == std::io::ErrorKind::TimedOut => CalendarFault::Slow,
        Error::Protocol(_) | Error::LargeResponseHeader(..) => CalendarFault::Refused,
        _ => CalendarFault::Connect,
    }
}

#[cfg(test)]
mod tests;
