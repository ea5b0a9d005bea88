//! The command line: serve, migrate, admin, zones, import, backup, restore, check-config.
//!
//! This is the one place that prints to the terminal and that makes the real clock.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line speaks on the terminal"
)]

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Parser, Subcommand};
use sisterline::app::demo::{self, Filled};
use sisterline::app::{App, SystemClock, SystemRandom, import, person, zones};
use sisterline::server::{self, Server};
use sisterline::settings::Settings;
use tracing_subscriber::EnvFilter;

/// What `--demo` changes, unless the file or the environment say otherwise.
const DEMO: &str = r#"
    [database]
    url = "sqlite://data/demo.db"
    [mail]
    transport = "memory"
"#;

/// Virtual visits between sister cities: offered, booked, seen live and invited to.
#[derive(Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    /// A TOML file over the defaults; the environment (SISTERLINE__SECTION__KEY) goes over both.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Command {
    /// Runs the service.
    Serve {
        /// Fills an empty database with cities to play with and shows letters at /dev/mail.
        #[arg(long)]
        demo: bool,
    },
    /// Brings the database's schema up to date and ends.
    Migrate,
    /// Lets the first people in.
    #[command(subcommand)]
    Admin(Admin),
    /// Tells about the time-zone data.
    #[command(subcommand)]
    Zones(Zones),
    /// Helps to set mail up.
    #[command(subcommand)]
    Mail(MailCommand),
    /// Brings in cities, partnerships, hosts or offers from a CSV or JSON file; see docs/IMPORT.md.
    Import {
        /// The file.
        file: PathBuf,
        /// Only says what it would do, and every error by line and column.
        #[arg(long)]
        dry_run: bool,
    },
    /// Copies the SQLite database into a new file, also while the service runs.
    Backup {
        /// The new file.
        file: PathBuf,
    },
    /// Puts a copy in the SQLite database's place; stop the service first.
    Restore {
        /// The copy.
        file: PathBuf,
    },
    /// Says that a copy of the database was put back by other means, such as `pg_restore`.
    Restored,
    /// Reads the settings, says what is wrong with them, and ends.
    CheckConfig,
}

#[derive(Subcommand)]
enum Admin {
    /// Prints a one-time sign-in link for an admin.
    Link {
        /// Mail address; becomes an admin's where it is not.
        email: String,
    },
    /// Prints a Bearer token for programs of an admin.
    Token {
        /// Mail address; becomes an admin's where it is not.
        email: String,
    },
}

#[derive(Subcommand)]
enum MailCommand {
    /// Sends a letter to an address and says what the mail server answers.
    Test {
        /// Where to.
        address: String,
    },
    /// Prints the DNS record by which receivers check the signatures of letters.
    Dns,
}

#[derive(Subcommand)]
enum Zones {
    /// Prints every copy of the data that could be used, which one is, and what the database has
    /// seen of it.
    Status,
    /// Derives every slot ahead again with the data in use and tells people where it moved; the
    /// service does the same when it starts.
    Rederive {
        /// Also with data that is older than what the database has been used with.
        #[arg(long)]
        allow_older: bool,
    },
}

type Failure = Box<dyn std::error::Error>;

#[actix_web::main]
async fn main() -> ExitCode {
    let filter = EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| EnvFilter::new("info,actix_server=warn"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();

    match run(Cli::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("sisterline: {}", with_causes(&*error));
            ExitCode::FAILURE
        }
    }
}

async fn run(cli: Cli) -> Result<(), Failure> {
    let demo = matches!(cli.command, Command::Serve { demo: true });
    let overlays: &[&str] = if demo { &[DEMO] } else { &[] };
    let settings = Settings::load(overlays, cli.config.as_ref())?;
    match cli.command {
        Command::Serve { demo } => serve(&settings, demo).await,
        Command::Migrate => open(&settings).await.map(drop),
        Command::Admin(Admin::Link { email }) => {
            let app = open(&settings).await?;
            let token = person::admin_link(&app, &email).await?;
            let url = settings.server.visited_at(&settings.server.listen);
            println!("{url}/sign-in/{token}");
            Ok(())
        }
        Command::Admin(Admin::Token { email }) => {
            println!(
                "{}",
                person::admin_token(&open(&settings).await?, &email).await?
            );
            Ok(())
        }
        Command::Zones(Zones::Status) => {
            let app = open(&settings).await?;
            print_zones(&settings, &app).await
        }
        Command::Zones(Zones::Rederive { allow_older }) => {
            let app = open(&settings).await?;
            let allow_older = allow_older || settings.zones.allow_older;
            let done = zones::rederive(&app, allow_older).await?;
            println!(
                "{} slots derived with {}: {} moved, {} bookings told of it, {} overlap now, {} kept as they were. \
                 {} bookings moved on their guests' clock.",
                done.slots,
                app.zones.version(),
                done.moved,
                done.bookings,
                done.overlapping,
                done.kept,
                done.guests_moved
            );
            Ok(())
        }
        Command::Mail(MailCommand::Test { address }) => {
            let app = open(&settings).await?;
            server::send_test_letter(&app, &settings, &address).await?;
            println!("The letter to {address} was taken.");
            Ok(())
        }
        Command::Mail(MailCommand::Dns) => {
            match server::dkim_record(&settings)? {
                Some((name, record)) => println!("{name}. IN TXT {}", dns_text(&record)),
                None => println!("Letters are not signed here: mail.dkim_key_file is empty."),
            }
            Ok(())
        }
        Command::Import { file, dry_run } => {
            let bytes = std::fs::read(&file)?;
            import_file(&open(&settings).await?, bytes, dry_run).await
        }
        Command::Backup { file } => {
            server::backup(&settings, &file)?;
            println!("Copied to {}.", file.display());
            Ok(())
        }
        Command::Restore { file } => {
            if let Some(old) = server::restore(&settings, &file, &SystemRandom)? {
                println!("What was there is now {}.", old.display());
            }
            println!("Restored from {}.", file.display());
            Ok(())
        }
        Command::Restored => {
            server::restored(&open(&settings).await?, &SystemRandom).await?;
            println!("Whoever follows the event log is told to fetch anew.");
            Ok(())
        }
        Command::CheckConfig => {
            server::check(&settings)?;
            println!("The settings are good.");
            Ok(())
        }
    }
}

async fn open(settings: &Settings) -> Result<App, Failure> {
    Ok(server::open(settings, Arc::new(SystemClock), Arc::new(SystemRandom)).await?)
}

/// Brings a file in, or says what it would do: a line a table, and one for each error.
async fn import_file(app: &App, file: Vec<u8>, dry_run: bool) -> Result<(), Failure> {
    let found = import::by_operator(app, file, dry_run).await?;
    for fault in &found.faults.listed {
        let column = match fault.column.as_str() {
            "" => String::new(),
            column => format!(", {column}"),
        };
        eprintln!("line {}{column}: {}", fault.line, fault.detail);
    }
    if !found.faults.is_empty() {
        return Err(format!("{} errors; nothing was written", found.faults.total).into());
    }
    let would = if dry_run { "would be " } else { "" };
    for counts in found.would.tables {
        println!(
            "{}: {} {would}created, {} {would}updated, {} unchanged",
            counts.table, counts.created, counts.updated, counts.unchanged
        );
    }
    Ok(())
}

/// A line for each copy of the zone data, the one in use first, and two for the database.
async fn print_zones(settings: &Settings, app: &App) -> Result<(), Failure> {
    println!("{} from {}", app.zones.version(), app.zones.source());
    for candidate in zones::candidates(settings.zones.directory()) {
        let in_use = candidate.source == app.zones.source();
        let version = candidate.version.as_deref().unwrap_or("unusable");
        let mark = if in_use { " (in use)" } else { "" };
        println!("  {}: {version}{mark}", candidate.source);
    }
    let seen = zones::seen(app).await?;
    println!("The database has been used with {}.", seen.version);
    println!(
        "{} slots ahead were derived with other data.",
        seen.derived_otherwise
    );
    Ok(())
}

async fn serve(settings: &Settings, is_demo: bool) -> Result<(), Failure> {
    let clock = Arc::new(SystemClock);
    let mut server = Server::start(settings, is_demo, clock, Arc::new(SystemRandom)).await?;
    let filled = is_demo && matches!(demo::fill(&server.app).await?, Filled::Filled { .. });
    if filled || !person::has_admin(&server.app).await? {
        let email = if is_demo {
            demo::ADMIN
        } else {
            settings.server.admin_email.as_str()
        };
        let token = person::admin_link(&server.app, email).await?;
        println!("Admin sign-in link: {}/sign-in/{token}", server.public_url);
    }
    println!("Sisterline listens on http://{}", server.address);

    tokio::select! {
        ended = server.ended() => ended?,
        signal = told_to_stop() => {
            tracing::info!(signal = signal?, "stopping");
            server.stop().await;
        }
    }
    Ok(())
}

/// A text as a zone file has it: in pieces of at most 255 bytes (RFC 1035 3.3.14).
fn dns_text(text: &str) -> String {
    let pieces = text.as_bytes().chunks(250).map(String::from_utf8_lossy);
    let quoted: Vec<String> = pieces.map(|piece| format!("\"{piece}\"")).collect();
    quoted.join(" ")
}

/// Waits for a signal to stop, and names it.
async fn told_to_stop() -> std::io::Result<&'static str> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut terminate, mut interrupt) = (
        signal(SignalKind::terminate())?,
        signal(SignalKind::interrupt())?,
    );
    tokio::select! {
        _ = terminate.recv() => Ok("SIGTERM"),
        _ = interrupt.recv() => Ok("SIGINT"),
    }
}

/// An error with all that caused it, in one line.
fn with_causes(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let more = error.to_string();
        if !text.contains(&more) {
            text.push_str(": ");
            text.push_str(&more);
        }
        cause = error.source();
    }
    text
}
