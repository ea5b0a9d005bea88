//! A real mail server, aiosmtpd, that keeps what it takes.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::Value;

/// A running server; it ends with this value.
pub struct Sink {
    process: Child,
    port: u16,
    directory: tempfile::TempDir,
}

impl Sink {
    /// Starts it on a free port, or the one that `options` name.
    pub fn start(options: &[&str]) -> Self {
        Self::start_in(tempfile::tempdir().unwrap(), options)
    }

    fn start_in(directory: tempfile::TempDir, options: &[&str]) -> Self {
        let mut process = script("smtp_sink.py")
            .arg("--until-eof")
            .arg("--dir")
            .arg(directory.path())
            .args(options)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.as_mut().unwrap())
            .read_line(&mut line)
            .unwrap();
        let port = line.trim().parse().unwrap_or_else(|_| {
            panic!("no mail server: set SISTERLINE_TEST_PYTHON as scripts/test does")
        });
        Self {
            process,
            port,
            directory,
        }
    }

    /// Ends it and starts it anew in its place.
    pub fn restart(mut self, options: &[&str]) -> Self {
        self.end();
        let port = self.port.to_string();
        let directory = std::mem::replace(&mut self.directory, tempfile::tempdir().unwrap());
        Self::start_in(directory, &[&["--port", &port], options].concat())
    }

    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    /// What it has taken, in order.
    pub fn mails(&self) -> Vec<PathBuf> {
        let files = std::fs::read_dir(self.directory.path()).unwrap();
        let files = files.map(|file| file.unwrap().path());
        // The sink writes beside the final name first.
        let mut files: Vec<_> = files
            .filter(|path| path.extension().is_some_and(|extension| extension == "eml"))
            .collect();
        files.sort();
        files
    }

    fn end(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        self.end();
    }
}

/// The event in a mail, after the structure of the mail was checked and two parsers agreed.
pub fn validated(mail: &Path) -> Value {
    let output = script("validate.py").arg(mail).output().unwrap();
    let words = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{words}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The events in many mails or calendars, in their order, checked as in [`validated`] by one run.
pub fn all_validated(files: &[PathBuf]) -> Vec<Value> {
    let output = script("validate.py").args(files).output().unwrap();
    let words = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{words}");
    let lines = String::from_utf8(output.stdout).unwrap();
    lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// The events in mails, in the same words, by ical.js, which Thunderbird reads calendars with.
pub fn read_by_ical_js(mails: &[PathBuf]) -> Vec<Value> {
    let output = Command::new("node")
        .arg(crate::in_repository("tests/mail/validate/validate.mjs"))
        .args(mails)
        .output()
        .unwrap();
    let words = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{words}");
    let lines = String::from_utf8(output.stdout).unwrap();
    lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// How many mails another program has read and held to the facts in a manifest, by its own clocks and words.
pub fn told_rightly(manifest: &Path) -> usize {
    let output = script("letters.py").arg(manifest).output().unwrap();
    let words = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{words}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Whether the DKIM signature of a mail holds, by this record of this name in the DNS.
pub fn dkim_holds(mail: &Path, name: &str, record: &str) -> bool {
    let output = script("verify_dkim.py")
        .arg(mail)
        .args([name, record])
        .output()
        .unwrap();
    let words = String::from_utf8_lossy(&output.stderr);
    assert!(!words.contains("Traceback"), "{words}");
    output.status.success()
}

/// A header of a mail that stands on one line.
pub fn header(mail: &Path, name: &str) -> String {
    let raw = std::fs::read_to_string(mail).unwrap();
    let found = raw
        .lines()
        .find_map(|line| line.strip_prefix(&format!("{name}: ")));
    found.unwrap_or_default().to_owned()
}

/// The Python that scripts/test has installed packages for.
pub fn python() -> Command {
    Command::new(std::env::var_os("SISTERLINE_TEST_PYTHON").unwrap_or_else(|| "python3".into()))
}

fn script(name: &str) -> Command {
    let mut command = python();
    let folder = crate::in_repository("tests/mail/validate");
    command.arg(folder.join(name));
    command
}
