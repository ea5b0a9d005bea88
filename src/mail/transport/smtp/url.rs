//! What a `mail.smtp_url` may say.

use secrecy::SecretString;

/// How a connection is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Security {
    /// Not at all; for a server on the same machine or network.
    Plain,
    /// By STARTTLS, which the server must offer (RFC 3207).
    StartTls,
    /// From the first byte (RFC 8314).
    Tls,
}

/// A server and how to talk to it.
pub(super) struct Server {
    pub(super) host: String,
    pub(super) port: u16,
    pub(super) security: Security,
    pub(super) user: Option<(String, SecretString)>,
}

/// A `mail.smtp_url` that cannot be used. The text, which goes on from the key's name, does not
/// repeat the URL, as it may hold a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct InvalidSmtpUrl(pub(super) &'static str);

impl Server {
    pub(super) fn parse(url: &str) -> Result<Self, InvalidSmtpUrl> {
        let form = "must look like smtp://HOST:PORT or smtps://USER:PASSWORD@HOST";
        let (scheme, rest) = url.split_once("://").ok_or(InvalidSmtpUrl(form))?;
        let (rest, query) = rest
            .split_once('?')
            .map_or((rest, None), |(r, q)| (r, Some(q)));
        let (security, port) = match (scheme, query) {
            ("smtp", None) => (Security::Plain, 25),
            ("smtp", Some("tls=required")) => (Security::StartTls, 587),
            ("smtps", None) => (Security::Tls, 465),
            ("smtp", Some(_)) => {
                return Err(InvalidSmtpUrl("takes nothing after ? but tls=required"));
            }
            ("smtps", Some(_)) => return Err(InvalidSmtpUrl("takes nothing after ?")),
            _ => return Err(InvalidSmtpUrl("must begin with smtp:// or smtps://")),
        };
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        let (user, address) = match rest.rsplit_once('@') {
            Some((user, address)) => (Some(login(user)?), address),
            None => (None, rest),
        };
        let (host, port) = host_and_port(address, port)?;
        Ok(Self {
            host,
            port,
            security,
            user,
        })
    }
}

fn login(text: &str) -> Result<(String, SecretString), InvalidSmtpUrl> {
    let (user, password) = text
        .split_once(':')
        .ok_or(InvalidSmtpUrl("has a user without a password"))?;
    Ok((percent_decoded(user)?, percent_decoded(password)?.into()))
}

fn host_and_port(text: &str, default: u16) -> Result<(String, u16), InvalidSmtpUrl> {
    // An IPv6 address stands in brackets (RFC 3986 3.2.2).
    let (host, port) = match text.strip_prefix('[') {
        Some(rest) => {
            let (host, rest) = rest
                .split_once(']')
                .ok_or(InvalidSmtpUrl("has a bracket that is not closed"))?;
            (host, rest.strip_prefix(':'))
        }
        None => text
            .split_once(':')
            .map_or((text, None), |(host, port)| (host, Some(port))),
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._:".contains(c);
    if host.is_empty() || !host.chars().all(plain) {
        return Err(InvalidSmtpUrl("has no host name that can be used"));
    }
    let port = match port {
        None => default,
        Some(port) => port
            .parse()
            .map_err(|_| InvalidSmtpUrl("has a port that is no number"))?,
    };
    Ok((host.to_owned(), port))
}

fn percent_decoded(text: &str) -> Result<String, InvalidSmtpUrl> {
    let wrong = InvalidSmtpUrl("has a user or password that is not percent-encoded UTF-8");
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let mut digit = || rest.next().and_then(|digit| char::from(digit).to_digit(16));
            let (Some(high), Some(low)) = (digit(), digit()) else {
                return Err(wrong);
            };
            bytes.push(u8::try_from(high * 16 + low).map_err(|_| wrong)?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).map_err(|_| wrong)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use secrecy::ExposeSecret;

    use super::*;

    #[rstest]
    #[case("smtp://localhost", "localhost", 25, Security::Plain, None)]
    #[case("smtp://127.0.0.1:2525/", "127.0.0.1", 2525, Security::Plain, None)]
    #[case("smtp://[::1]:2525", "::1", 2525, Security::Plain, None)]
    #[case("smtp://[::1]", "::1", 25, Security::Plain, None)]
    #[case(
        "smtp://u:p@mail.example.org?tls=required",
        "mail.example.org",
        587,
        Security::StartTls,
        Some(("u", "p"))
    )]
    #[case(
        "smtps://visits%40example.org:p%3a%25%2F%E5%8F%B0@mail.example.org",
        "mail.example.org",
        465,
        Security::Tls,
        Some(("visits@example.org", "p:%/台"))
    )]
    #[case("smtps://u:a@b@h:1", "h", 1, Security::Tls, Some(("u", "a@b")))]
    fn urls(
        #[case] url: &str,
        #[case] host: &str,
        #[case] port: u16,
        #[case] security: Security,
        #[case] user: Option<(&str, &str)>,
    ) {
        let server = Server::parse(url).unwrap();
        assert_eq!(
            (server.host.as_str(), server.port, server.security),
            (host, port, security)
        );
        let found = server
            .user
            .map(|(name, pass)| (name, pass.expose_secret().to_owned()));
        assert_eq!(
            found,
            user.map(|(name, pass)| (name.to_owned(), pass.to_owned()))
        );
    }

    #[rstest]
    #[case("localhost:25")]
    #[case("http://localhost")]
    #[case("smtp://")]
    #[case("smtp://host:port")]
    #[case("smtp://host:70000")]
    #[case("smtp://host?tls=opportunistic")]
    #[case("smtps://host?tls=required")]
    #[case("smtp://hush@host")]
    #[case("smtp://u:hush%4@host")]
    #[case("smtp://u:hush%ff@host")]
    #[case("smtp://[::1")]
    #[case("smtp://ho st")]
    fn other_urls_are_refused_without_being_repeated(#[case] url: &str) {
        let error = Server::parse(url).err().unwrap();
        assert!(!error.to_string().contains("hush"), "{error}");
    }
}
