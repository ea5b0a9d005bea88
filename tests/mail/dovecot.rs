//! A real IMAP server, Debian's Dovecot, with one mailbox, run by nobody in a folder of its own.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Instant;

use crate::PATIENCE;

pub const USER: &str = "visits";
pub const PASSWORD: &str = "hush \"hush\" \\ 高雄";

/// A running server; it ends with this value.
pub struct Dovecot {
    process: Child,
    pub port: u16,
    directory: tempfile::TempDir,
    delivered: AtomicU32,
}

impl Dovecot {
    pub fn start() -> Self {
        Self::run(None)
    }

    /// With TLS from the first byte, by this certificate and key.
    pub fn start_wrapped(certificate: &Path, key: &Path) -> Self {
        Self::run(Some((certificate, key)))
    }

    fn run(tls: Option<(&Path, &Path)>) -> Self {
        let directory = tempfile::tempdir().unwrap();
        let port = crate::scripted::free_port();
        let root = directory.path();
        // A server run by root insists on other users for its parts.
        let is_root = output("id", &["-u"]) == "0";
        let (user, group) = match is_root {
            true => ("nobody".to_owned(), "nogroup".to_owned()),
            false => (output("id", &["-un"]), output("id", &["-gn"])),
        };
        let configured = config(root, (port, tls.is_some()), &user, &group);
        fs::write(root.join("dovecot.conf"), configured).unwrap();
        if let Some((certificate, key)) = tls {
            fs::copy(certificate, root.join("server.pem")).unwrap();
            fs::copy(key, root.join("server.key")).unwrap();
        }
        fs::write(root.join("users"), format!("{USER}:{{PLAIN}}{PASSWORD}\n")).unwrap();
        for folder in ["cur", "new", "tmp"] {
            fs::create_dir_all(root.join("mail").join(folder)).unwrap();
        }
        fs::set_permissions(root, fs::Permissions::from_mode(0o755)).unwrap();
        let configured = root.join("dovecot.conf");
        let mut command = if is_root {
            let owner = format!("{user}:{group}");
            output("chown", &["-R", &owner, &root.display().to_string()]);
            let mut command = Command::new("setpriv");
            command.args([
                "--reuid=nobody",
                "--regid=nogroup",
                "--clear-groups",
                "dovecot",
            ]);
            command
        } else {
            Command::new("dovecot")
        };
        let process = command
            .args(["-F", "-c"])
            .arg(configured)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .env(
                "PATH",
                "/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin",
            )
            .spawn()
            .expect("Dovecot: run ./scripts/test, which installs it");
        let begun = Instant::now();
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            let log = fs::read_to_string(root.join("log")).unwrap_or_default();
            assert!(begun.elapsed() < PATIENCE, "Dovecot did not start: {log}");
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        Self {
            process,
            port,
            directory,
            delivered: AtomicU32::new(0),
        }
    }

    /// Puts a message into the mailbox, as a mail server does.
    pub fn deliver(&self, raw: &[u8]) {
        let number = self.delivered.fetch_add(1, Ordering::SeqCst);
        let name = format!("{number}.test");
        let partial = self.folder("mail/tmp").join(&name);
        fs::write(&partial, raw).unwrap();
        fs::set_permissions(&partial, fs::Permissions::from_mode(0o666)).unwrap();
        fs::rename(partial, self.folder("mail/new").join(name)).unwrap();
    }

    /// The names of the messages in a folder of the mailbox, which tell their flags.
    pub fn messages(&self, folder: &str) -> Vec<String> {
        let files = fs::read_dir(self.folder(folder)).into_iter().flatten();
        let mut names: Vec<String> = files
            .map(|file| file.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    /// Makes a folder beside the inbox.
    pub fn create(&self, name: &str) {
        for part in ["cur", "new", "tmp"] {
            fs::create_dir_all(self.folder(&format!("mail/.{name}/{part}"))).unwrap();
        }
        if output("id", &["-u"]) == "0" {
            let path = self.folder(&format!("mail/.{name}"));
            output(
                "chown",
                &["-R", "nobody:nogroup", &path.display().to_string()],
            );
        }
    }

    fn folder(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }
}

impl Drop for Dovecot {
    fn drop(&mut self) {
        // Its parts end with it when it is asked to.
        output("kill", &["-TERM", &self.process.id().to_string()]);
        self.process.wait().unwrap();
    }
}

fn config(root: &Path, (port, tls): (u16, bool), user: &str, group: &str) -> String {
    let root = root.display();
    let (ssl, plain, wrapped) = match tls {
        false => ("ssl = no".to_owned(), port, 0),
        true => (
            format!("ssl = required\nssl_cert = <{root}/server.pem\nssl_key = <{root}/server.key"),
            0,
            port,
        ),
    };
    let free = ["anvil", "imap", "stats"]
        .map(|service| format!("service {service} {{\n  chroot =\n}}\n"))
        .concat();
    format!(
        "protocols = imap\nlisten = 127.0.0.1\nbase_dir = {root}/run\nstate_dir = {root}/state\n\
         log_path = {root}/log\n{ssl}\ndisable_plaintext_auth = no\n\
         default_internal_user = {user}\ndefault_internal_group = {group}\n\
         default_login_user = {user}\nfirst_valid_uid = 1\nmail_location = maildir:{root}/mail\n\
         passdb {{\n  driver = passwd-file\n  args = {root}/users\n}}\n\
         userdb {{\n  driver = static\n  args = uid={user} gid={group} home={root}\n}}\n\
         service imap-login {{\n  chroot =\n  inet_listener imap {{\n    port = {plain}\n  }}\n  \
         inet_listener imaps {{\n    port = {wrapped}\n    ssl = yes\n  }}\n}}\n{free}"
    )
}

fn output(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output().unwrap();
    assert!(output.status.success(), "{program} {arguments:?}");
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}
