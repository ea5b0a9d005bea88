//! The servers that are measured, as processes of their own.

use std::io::{BufRead, BufReader};
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

/// A running server; it ends with this.
pub struct Process {
    child: Child,
    /// Whose memory and time are measured.
    pid: u32,
    pub address: SocketAddr,
    _folder: TempDir,
}

impl Process {
    /// Resident memory, in bytes.
    pub fn memory(&self) -> u64 {
        let status = read(&format!("/proc/{}/status", self.pid));
        let line = status.lines().find(|line| line.starts_with("VmRSS:"));
        let kilobytes = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok());
        kilobytes.expect("VmRSS") * 1024
    }

    /// Processor time used so far, in seconds; the kernel tells it in hundredths.
    pub fn cpu(&self) -> f64 {
        let stat = read(&format!("/proc/{}/stat", self.pid));
        let (_, fields) = stat.rsplit_once(") ").expect("a stat line");
        let ticks = fields.split_whitespace().skip(11).take(2);
        ticks
            .map(|ticks| ticks.parse::<f64>().expect("ticks"))
            .sum::<f64>()
            / 100.0
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // A gentle end first: nginx's master ends its worker.
        let pid = self.child.id().to_string();
        let _ = Command::new("kill").args(["-TERM", &pid]).status();
        std::thread::sleep(std::time::Duration::from_millis(300));
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn read(path: &str) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A command that may open many files.
fn unlimited(program: &str) -> Command {
    let mut command = Command::new("sh");
    command.args([
        "-c",
        "ulimit -n 65536 2>/dev/null; exec \"$0\" \"$@\"",
        program,
    ]);
    command
}

/// This service, on one worker and a fresh SQLite file, with a slot to book.
pub struct Sisterline {
    pub process: Process,
    pub topic: String,
    token: String,
    slot: String,
    http: reqwest::Client,
    booked: u32,
}

impl Sisterline {
    pub async fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let config = "[server]\nlisten = \"127.0.0.1:0\"\nworkers = 1\n\
            [database]\nurl = \"sqlite://load.db\"\n[mail]\ntransport = \"memory\"\n\
            [limits]\nguest_letters_per_hour = 0\n\
            [booking]\nholds_per_session = 1000000\nholds_per_address = 1000000\nseats_per_address = 1000000\n\
            [live]\nconnections_per_address = 0\nmessages_per_minute = 0\n";
        std::fs::write(folder.path().join("load.toml"), config).expect("a configuration");
        let program = env!("CARGO_BIN_EXE_sisterline");
        let run = |arguments: &[&str]| {
            let mut command = unlimited(program);
            command.args(arguments).args(["--config", "load.toml"]);
            command.current_dir(folder.path()).env("RUST_LOG", "error");
            command
        };
        let mut child = run(&["serve"])
            .stdout(Stdio::piped())
            .spawn()
            .expect("the service");
        let lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let url = lines
            .map_while(Result::ok)
            .find_map(|line| {
                line.strip_prefix("Sisterline listens on ")
                    .map(str::to_owned)
            })
            .expect("an address");
        let output = run(&["admin", "token", "load@example.org"])
            .output()
            .expect("a token");
        let token = String::from_utf8(output.stdout)
            .expect("a token")
            .trim()
            .to_owned();
        let address = url.strip_prefix("http://").and_then(|at| at.parse().ok());
        let mut service = Self {
            process: Process {
                pid: child.id(),
                child,
                address: address.expect("an address"),
                _folder: folder,
            },
            topic: String::new(),
            token,
            slot: String::new(),
            http: reqwest::Client::new(),
            booked: 0,
        };
        service.set_up().await;
        service
    }

    async fn set_up(&mut self) {
        let city = |slug: &str, zone: &str| json!({ "slug": slug, "name": slug, "country": "TW", "zone": zone, "languages": ["en"] });
        self.post("cities", &city("kaohsiung", "Asia/Taipei")).await;
        self.post("cities", &city("seattle", "America/Los_Angeles"))
            .await;
        let host =
            json!({ "city": "kaohsiung", "name": "Office", "kind": "office", "track": "official" });
        let host = self.post("hosts", &host).await["id"].clone();
        let offer = json!({ "host_id": host, "title": "Tour", "duration_minutes": 45,
            "capacity": 10_000, "visibility": "public" });
        let offer = self.post("offers", &offer).await["id"].clone();
        let slot = json!({ "offer_id": offer, "local_start": "2031-05-05T10:00" });
        let slot = self.post("slots", &slot).await["id"].clone();
        self.topic = format!("offer/{}", offer.as_str().expect("an id"));
        slot.as_str().expect("an id").clone_into(&mut self.slot);
    }

    async fn post(&self, noun: &str, body: &Value) -> Value {
        let url = format!("http://{}/api/v1/{noun}", self.process.address);
        let request = self.http.post(url).bearer_auth(&self.token).json(body);
        let response = request.send().await.expect("an answer");
        let status = response.status();
        let answer: Value = response.json().await.expect("JSON");
        assert_eq!(status.as_u16(), 201, "{noun}: {answer}");
        answer
    }

    /// Holds a seat, which is an event of the topic and little else.
    pub async fn hold(&mut self) {
        let path = format!("slots/{}/holds", self.slot);
        self.post(&path, &json!({ "seats": 1 })).await;
    }

    /// Books a seat, which is an event of the topic, with letters.
    pub async fn book(&mut self) {
        self.booked += 1;
        let contact = json!({ "name": "Ann", "email": format!("n{}@example.org", self.booked) });
        let body = json!({ "slot_id": self.slot, "city": "seattle", "organization": "School",
            "contact": contact });
        self.post("bookings", &body).await;
    }
}

/// Nchan on one worker of nginx; `None` where Debian's packages are not installed.
pub fn nchan() -> Option<Process> {
    let module = "/usr/lib/nginx/modules/ngx_nchan_module.so";
    if !(Path::new(module).exists() && Path::new("/usr/sbin/nginx").exists()) {
        return None;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let port = TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr());
    let address = port.expect("a free port");
    let at = folder.path().display();
    let config = format!(
        "load_module {module};\ndaemon off;\nuser root;\nworker_processes 1;\n\
         worker_rlimit_nofile 65536;\nerror_log {at}/error.log;\npid {at}/nginx.pid;\n\
         events {{ worker_connections 40000; }}\n\
         http {{ access_log off; client_body_temp_path {at}/body; proxy_temp_path {at}/proxy;\n\
         fastcgi_temp_path {at}/fastcgi; uwsgi_temp_path {at}/uwsgi; scgi_temp_path {at}/scgi;\n\
         server {{ listen {address};\n\
         location = /pub {{ nchan_publisher; nchan_channel_id load; }}\n\
         location = /sub {{ nchan_subscriber websocket; nchan_channel_id load; }} }} }}\n"
    );
    let file = folder.path().join("nginx.conf");
    std::fs::write(&file, config).expect("a configuration");
    let child = unlimited("/usr/sbin/nginx")
        .arg("-c")
        .arg(&file)
        .spawn()
        .ok()?;
    let children = format!("/proc/{0}/task/{0}/children", child.id());
    for _ in 0..100 {
        std::thread::sleep(std::time::Duration::from_millis(50));
        let workers = std::fs::read_to_string(&children).unwrap_or_default();
        if let Some(pid) = workers
            .split_whitespace()
            .next()
            .and_then(|pid| pid.parse().ok())
        {
            return Some(Process {
                child,
                pid,
                address,
                _folder: folder,
            });
        }
    }
    None
}
