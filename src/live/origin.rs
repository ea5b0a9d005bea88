//! Which pages may open a live connection: our own.
//!
//! A browser sends its cookies along to a WebSocket whichever page opens it, and asks nobody; the
//! `Origin` header (RFC 6455, section 10.2) is all that tells a stranger's page from ours.

/// Whether `origin` is the service's own: that of its public URL, or of the host that the request
/// was sent to.
pub fn is_own(origin: &str, public_url: &str, host: Option<&str>) -> bool {
    let Some((scheme, authority)) = split(origin) else {
        return false;
    };
    let is_public = split(public_url).is_some_and(|(public_scheme, public)| {
        same(scheme, public_scheme)
            && same(
                without_default_port(scheme, authority),
                without_default_port(scheme, public),
            )
    });
    is_public
        || host.is_some_and(|host| {
            same(
                without_default_port(scheme, authority),
                without_default_port(scheme, host),
            )
        })
}

/// The scheme and the authority of a URL of the web.
fn split(url: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = url.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_web = same(scheme, "http") || same(scheme, "https");
    (is_web && !authority.is_empty()).then_some((scheme, authority))
}

fn without_default_port<'a>(scheme: &str, authority: &'a str) -> &'a str {
    let port = if same(scheme, "https") { ":443" } else { ":80" };
    authority.strip_suffix(port).unwrap_or(authority)
}

fn same(a: &str, b: &str) -> bool {
    a.eq_ignore_ascii_case(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_may_connect() {
        let public = "https://visits.example.org/";
        let cases = [
            ("https://visits.example.org", None, true),
            ("HTTPS://Visits.Example.ORG", None, true),
            ("https://visits.example.org:443", None, true),
            ("http://visits.example.org", None, false),
            ("https://visits.example.org:8443", None, false),
            ("https://visits.example.org.evil.example", None, false),
            ("https://evil.example", Some("visits.example.org"), false),
            ("http://127.0.0.1:8080", Some("127.0.0.1:8080"), true),
            ("http://127.0.0.1:8081", Some("127.0.0.1:8080"), false),
            ("http://city.example", Some("city.example:80"), true),
            ("null", Some("null"), false),
            ("", Some(""), false),
            ("file://", Some(""), false),
        ];
        for (origin, host, expected) in cases {
            assert_eq!(is_own(origin, public, host), expected, "{origin} {host:?}");
        }
    }
}
