//! A form with a file in it (RFC 7578), as browsers send it. Bounded by its caller.

use actix_web::HttpRequest;
use actix_web::http::header::CONTENT_TYPE;

/// A part of such a form: its name and its content.
type Part<'a> = (String, &'a [u8]);

/// The parts of a form; `None` where it is none.
pub fn parts<'a>(request: &HttpRequest, body: &'a [u8]) -> Option<Vec<Part<'a>>> {
    let kind = request.headers().get(CONTENT_TYPE)?.to_str().ok()?;
    split(boundary(kind)?, body)
}

/// The boundary that a content type names.
fn boundary(content_type: &str) -> Option<&str> {
    let mut parts = content_type.split(';').map(str::trim);
    let form = parts.next()?.eq_ignore_ascii_case("multipart/form-data");
    let named = parts.find_map(|part| part.strip_prefix("boundary="))?;
    let named = named.trim_matches('"');
    (form && (1..=70).contains(&named.len())).then_some(named)
}

fn split<'a>(boundary: &str, body: &'a [u8]) -> Option<Vec<Part<'a>>> {
    let delimiter = format!("--{boundary}");
    let between = format!("\r\n{delimiter}");
    let mut rest = body.strip_prefix(delimiter.as_bytes())?;
    let mut parts = Vec::new();
    // After a delimiter comes either a line's end and a part, or the two hyphens of the last.
    while let Some(part) = rest.strip_prefix(b"\r\n") {
        let end = find(part, between.as_bytes())?;
        let (head, content) = part
            .get(..end)?
            .split_at_checked(find(part, b"\r\n\r\n")?)?;
        parts.push((name(head)?, content.get(4..)?));
        rest = part.get(end + between.len()..)?;
    }
    rest.starts_with(b"--").then_some(parts)
}

/// The name that the head of a part gives it.
fn name(head: &[u8]) -> Option<String> {
    let head = std::str::from_utf8(head).ok()?;
    let disposition = head.lines().find(|line| {
        let name = line.split(':').next().unwrap_or_default();
        name.eq_ignore_ascii_case("content-disposition")
    })?;
    let named = disposition.split(';').map(str::trim);
    let name = named
        .into_iter()
        .find_map(|part| part.strip_prefix("name="))?;
    Some(name.trim_matches('"').to_owned())
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack
        .windows(needle.len())
        .position(|window| window == needle)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_form_as_browsers_send_it() {
        let body = "--x1\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nabc\r\n\
            --x1\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.ics\"\r\n\
            Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\n\r\nEND\r\n\r\n--x1--\r\n";
        assert_eq!(
            split("x1", body.as_bytes()).unwrap(),
            [
                ("csrf".to_owned(), b"abc".as_slice()),
                (
                    "file".to_owned(),
                    b"BEGIN:VCALENDAR\r\n\r\nEND\r\n".as_slice()
                ),
            ]
        );
        assert_eq!(boundary("multipart/form-data; boundary=x1"), Some("x1"));
        assert_eq!(boundary("multipart/form-data; boundary=\"x1\""), Some("x1"));
    }

    #[test]
    fn no_forms() {
        for body in [
            "",
            "--x1",
            "--x1\r\n",
            "--x1\r\na\r\n--x1--",
            "--x1\r\n\r\n\r\n\r\n--x1--",
        ] {
            assert_eq!(split("x1", body.as_bytes()), None, "{body}");
        }
        for kind in [
            "",
            "multipart/form-data",
            "text/plain; boundary=x",
            "multipart/form-data; boundary=",
        ] {
            assert_eq!(boundary(kind), None, "{kind}");
        }
    }

    proptest! {
        #[test]
        fn no_body_breaks_it(parts in prop::collection::vec(prop::sample::select(vec![
            "--x", "--", "\r\n", "\r\n\r\n", "content-disposition:", ";name=", "\"", "a", "長",
        ]), 0..30)) {
            let body = parts.concat();
            let length = |parts: Vec<Part<'_>>| parts.iter().map(|(_, part)| part.len()).sum();
            prop_assert!(split("x", body.as_bytes()).map_or(0, length) <= body.len());
        }
    }
}
