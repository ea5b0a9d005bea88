//! The fetcher against servers of its own on the loopback, which the settings allow here.

use std::io::Write;
use std::net::{IpAddr, TcpListener};
use std::sync::Mutex;
use std::thread;

use super::*;

const CALENDAR: &str = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";

/// What a server does with one connection.
type Answer = Box<dyn FnOnce(&mut std::net::TcpStream) + Send>;

/// A server that answers one connection after the other by `answers`; what it was asked.
fn server(answers: Vec<Answer>) -> (u16, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let asked = Arc::new(Mutex::new(Vec::new()));
    let heard = asked.clone();
    thread::spawn(move || {
        for answer in answers {
            let Ok((mut stream, _)) = listener.accept() else {
                return;
            };
            let (mut request, mut some) = (Vec::new(), [0; 1024]);
            while !request.windows(4).any(|four| four == b"\r\n\r\n") {
                match stream.read(&mut some) {
                    Ok(0) | Err(_) => break,
                    Ok(n) => request.extend(&some[..n]),
                }
            }
            heard
                .lock()
                .unwrap()
                .push(String::from_utf8(request).unwrap());
            answer(&mut stream);
        }
    });
    (port, asked)
}

fn says(text: String) -> Box<dyn FnOnce(&mut std::net::TcpStream) + Send> {
    Box::new(move |stream| {
        // Who asks may have left.
        stream.write_all(text.as_bytes()).ok();
    })
}

fn ok(headers: &str) -> Box<dyn FnOnce(&mut std::net::TcpStream) + Send> {
    let length = CALENDAR.len();
    says(format!(
        "HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n{headers}\r\n{CALENDAR}"
    ))
}

fn redirect(to: &str) -> Box<dyn FnOnce(&mut std::net::TcpStream) + Send> {
    says(format!(
        "HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n"
    ))
}

/// Answers names from a list, one entry a look-up, and counts.
struct Script(Mutex<Vec<Vec<IpAddr>>>);

impl Names for Script {
    fn addresses(&self, _: &str, port: u16) -> std::io::Result<Vec<SocketAddr>> {
        let mut left = self.0.lock().unwrap();
        let found = if left.is_empty() {
            Vec::new()
        } else {
            left.remove(0)
        };
        Ok(found
            .into_iter()
            .map(|ip| SocketAddr::new(ip, port))
            .collect())
    }
}

fn fetcher(names: &[&[&str]]) -> Fetcher {
    let parsed = |names: &&[&str]| names.iter().map(|ip| ip.parse().unwrap()).collect();
    let mut rules = CalendarRules::default();
    (rules.plain_http, rules.ports) = (true, Vec::new());
    Fetcher {
        rules,
        networks: vec!["127.0.0.1/32".parse().unwrap()],
        names: Arc::new(Script(Mutex::new(names.iter().map(parsed).collect()))),
        limits: Limits {
            total: Duration::from_secs(2),
            connect: Duration::from_secs(1),
            body: 100_000,
        },
    }
}

fn ask(fetcher: &Fetcher, url: &str) -> Result<Found, CalendarFault> {
    fetcher.fetch(url.parse().unwrap(), &Known::default())
}

#[test]
fn a_calendar_comes_with_its_validators_and_is_asked_for_again_with_them() {
    let not_modified = says("HTTP/1.1 304 Not Modified\r\n\r\n".to_owned());
    let date = "Tue, 24 Nov 2026 10:00:00 GMT";
    let answer = ok(&format!(
        "ETag: \"one\"\r\nLast-Modified: {date}\r\nSet-Cookie: a=b\r\n"
    ));
    let (port, asked) = server(vec![answer, not_modified]);
    let url: Url = format!("http://127.0.0.1:{port}/secret.ics#part")
        .parse()
        .unwrap();
    let fetcher = fetcher(&[]);
    let Ok(Found::Body {
        bytes,
        etag,
        last_modified,
    }) = fetcher.fetch(url.clone(), &Known::default())
    else {
        panic!("no calendar")
    };
    assert_eq!(bytes, CALENDAR.as_bytes());
    assert_eq!(
        (etag.as_deref(), last_modified.as_deref()),
        (Some("\"one\""), Some(date))
    );
    let known = Known {
        etag,
        last_modified,
    };
    assert_eq!(fetcher.fetch(url, &known), Ok(Found::Same));
    let asked = asked.lock().unwrap();
    let [first, second] = asked.as_slice() else {
        panic!("{asked:?}")
    };
    let (first, second) = (first.to_ascii_lowercase(), second.to_ascii_lowercase());
    assert!(
        first.starts_with("get /secret.ics http/1.1\r\n") && !first.contains("if-"),
        "{first}"
    );
    assert!(first.contains("accept-encoding: identity") && !first.contains("authorization"));
    assert!(second.contains("if-none-match: \"one\""), "{second}");
    assert!(second.contains("if-modified-since: tue, 24 nov") && !second.contains("cookie"));
}

#[test]
fn a_name_is_looked_up_once_and_the_connection_goes_there() {
    // A second look-up would lead elsewhere: the name is rebound.
    let (port, asked) = server(vec![ok("")]);
    let fetcher = fetcher(&[&["127.0.0.1"], &["10.0.0.1"]]);
    let url = format!("http://calendar.example.org:{port}/");
    assert!(matches!(ask(&fetcher, &url), Ok(Found::Body { .. })));
    let host = format!("host: calendar.example.org:{port}");
    assert!(
        asked.lock().unwrap()[0]
            .to_ascii_lowercase()
            .contains(&host)
    );
    // And the next look, with the name rebound, reaches nothing.
    assert_eq!(ask(&fetcher, &url), Err(CalendarFault::Address));
}

#[test]
fn one_internal_address_among_others_is_enough_to_refuse() {
    for addresses in [
        &["8.8.8.8", "10.0.0.1"][..],
        &["::1"],
        &["127.0.0.2"],
        &["169.254.169.254"],
        &["::ffff:192.168.0.1"],
        &["fd00::1"],
        &[],
    ] {
        let answer = ask(&fetcher(&[addresses]), "http://calendar.example.org/");
        assert_eq!(answer, Err(CalendarFault::Address), "{addresses:?}");
    }
    for url in [
        "http://127.0.0.2/",
        "http://0x7f.2/",
        "http://2130706434/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://user@127.0.0.1/",
    ] {
        assert_eq!(
            ask(&fetcher(&[]), url),
            Err(CalendarFault::Address),
            "{url}"
        );
    }
}

#[test]
fn redirects_are_followed_with_the_same_care() {
    let (there, _) = server(vec![ok("")]);
    let (port, _) = server(vec![
        redirect("/again"),
        redirect(&format!("http://127.0.0.1:{there}/")),
    ]);
    let url = format!("http://127.0.0.1:{port}/");
    assert!(matches!(ask(&fetcher(&[]), &url), Ok(Found::Body { .. })));
    for to in [
        "http://10.0.0.1/",
        "http://127.0.0.2/",
        "http://[::1]/",
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "http://169.254.169.254/",
        "http://me:word@127.0.0.1/",
    ] {
        let (port, _) = server(vec![redirect(to)]);
        let answer = ask(&fetcher(&[]), &format!("http://127.0.0.1:{port}/"));
        assert_eq!(answer, Err(CalendarFault::Address), "{to}");
    }
    let (port, asked) = server((0..9).map(|_| redirect("/again")).collect());
    let answer = ask(&fetcher(&[]), &format!("http://127.0.0.1:{port}/"));
    assert_eq!(answer, Err(CalendarFault::Refused));
    assert_eq!(asked.lock().unwrap().len(), 4);
}

#[test]
fn plain_http_and_other_ports_are_not_asked_by_default() {
    let strict = Fetcher {
        rules: CalendarRules::default(),
        ..fetcher(&[&["127.0.0.1"], &["127.0.0.1"]])
    };
    for url in [
        "http://calendar.example.org/",
        "https://calendar.example.org:8443/",
    ] {
        assert_eq!(ask(&strict, url), Err(CalendarFault::Address), "{url}");
    }
}

#[test]
fn what_comes_is_bounded() {
    let endless = |stream: &mut std::net::TcpStream| {
        let head = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";
        stream.write_all(head.as_bytes()).unwrap();
        while stream.write_all(&[b'x'; 4096]).is_ok() {}
    };
    let slow = |stream: &mut std::net::TcpStream| {
        let head = "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n";
        stream.write_all(head.as_bytes()).unwrap();
        while stream.write_all(b"x").is_ok() {
            thread::sleep(Duration::from_millis(100));
        }
    };
    let silent = |_: &mut std::net::TcpStream| thread::sleep(Duration::from_secs(4));
    let packed = says(
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc".to_owned(),
    );
    let short = says("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nBEGIN:VCAL".to_owned());
    let headers = says(format!(
        "HTTP/1.1 200 OK\r\n{}",
        "X-Filler: yes\r\n".repeat(9_000)
    ));
    let status = |code: u16| says(format!("HTTP/1.1 {code} No\r\nContent-Length: 0\r\n\r\n"));
    for (answer, expected) in [
        (
            Box::new(endless) as Box<dyn FnOnce(&mut std::net::TcpStream) + Send>,
            "too_large",
        ),
        (Box::new(slow), "slow"),
        (Box::new(silent), "slow"),
        (packed, "refused"),
        (short, "connect"),
        (headers, "refused"),
        (status(404), "gone"),
        (status(403), "gone"),
        (status(500), "refused"),
        (status(304), "refused"),
    ] {
        let (port, _) = server(vec![answer]);
        let begun = Instant::now();
        let answer = ask(&fetcher(&[]), &format!("http://127.0.0.1:{port}/"));
        let told = answer.map(|_| ()).map_err(CalendarFault::as_str);
        assert_eq!(told, Err(expected));
        assert!(
            begun.elapsed() < Duration::from_secs(4),
            "{:?}",
            begun.elapsed()
        );
    }
}
