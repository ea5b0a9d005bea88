//! The program as its operator starts it.
#![allow(dead_code, reason = "each test binary uses its part")]

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// How long something that has to happen may take on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// A folder with a configuration in it, in which the program is run.
pub struct Place {
    pub folder: TempDir,
}

impl Place {
    /// Port 0, letters as files in `mail`.
    pub fn new(database_url: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let config = format!(
            "[server]\nlisten = \"127.0.0.1:0\"\nworkers = 2\n\
             [database]\nurl = \"{database_url}\"\n\
             [mail]\ntransport = \"file\"\ndirectory = \"mail\"\n"
        );
        std::fs::write(folder.path().join("sisterline.toml"), config).unwrap();
        Self { folder }
    }

    /// The same for many writes: letters are kept in memory, and strangers are not rationed.
    pub fn quiet(database_url: &str) -> Self {
        let place = Self::new(database_url);
        let file = place.folder.path().join("sisterline.toml");
        let config = std::fs::read_to_string(&file)
            .unwrap()
            .replace("transport = \"file\"", "transport = \"memory\"");
        let limits = "[limits]\nguest_letters_per_hour = 0\n";
        std::fs::write(file, format!("{config}{limits}")).unwrap();
        place
    }

    /// The same with letters sent to a mail server. Where the site is on the web is in each letter, so
    /// it is given.
    pub fn posting(database_url: &str, smtp_url: &str) -> Self {
        let place = Self::quiet(database_url);
        let file = place.folder.path().join("sisterline.toml");
        let smtp = format!("transport = \"smtp\"\nsmtp_url = \"{smtp_url}\"");
        let config = std::fs::read_to_string(&file)
            .unwrap()
            .replace(
                "[server]\n",
                "[server]\npublic_url = \"https://visits.example.org\"\n",
            )
            .replace("transport = \"memory\"", &smtp);
        std::fs::write(file, config).unwrap();
        place
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sisterline"));
        command
            .args(arguments)
            .args(["--config", "sisterline.toml"])
            .current_dir(self.folder.path())
            .env("RUST_LOG", "warn");
        command
    }

    /// Runs a command of the operator's to its end.
    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// The same with the environment set too.
    pub fn run_with(&self, arguments: &[&str], name: &str, value: &str) -> Output {
        self.command(arguments).env(name, value).output().unwrap()
    }

    /// What a command prints that has to succeed.
    pub fn says(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {errors}");
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    /// Starts the service and waits until it listens.
    pub fn serve(&self) -> Program {
        self.serve_as(&["serve"])
    }

    /// The same as the demo.
    pub fn serve_demo(&self) -> Program {
        self.serve_as(&["serve", "--demo"])
    }

    fn serve_as(&self, arguments: &[&str]) -> Program {
        let mut child = self
            .command(arguments)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut said = Vec::new();
        let url = loop {
            let line = lines.next().expect("it ended before it listened").unwrap();
            if let Some(url) = line.strip_prefix("Sisterline listens on ") {
                break url.to_owned();
            }
            said.push(line);
        };
        Program { child, url, said }
    }

    /// The letters that were sent, as their files' texts.
    pub fn letters(&self) -> Vec<String> {
        let folder = self.folder.path().join("mail");
        let Ok(entries) = std::fs::read_dir(folder) else {
            return Vec::new();
        };
        let is_letter = |path: &Path| path.extension().is_some_and(|ending| ending == "eml");
        let paths = entries.map(|entry| entry.unwrap().path());
        paths
            .filter(|path| is_letter(path))
            .map(|path| std::fs::read_to_string(path).unwrap())
            .collect()
    }
}

/// The running service; it is killed when it is dropped.
pub struct Program {
    child: Child,
    pub url: String,
    /// What it printed before it listened.
    pub said: Vec<String>,
}

impl Program {
    /// SIGTERM, and waits until it has ended in order.
    pub fn terminate(mut self) {
        let pid = self.child.id().to_string();
        let sent = Command::new("kill").args(["-TERM", &pid]).status();
        assert!(sent.unwrap().success());
        let ended = self.child.wait().unwrap();
        assert!(ended.success(), "{ended}");
    }

    /// SIGKILL: no last words.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have been killed already.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Asks again and again until it is so.
pub async fn eventually<F: Future<Output = bool>>(what: &str, mut is_so: impl FnMut() -> F) {
    let deadline = Instant::now() + PATIENCE;
    while !is_so().await {
        assert!(Instant::now() < deadline, "it never came to this: {what}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
