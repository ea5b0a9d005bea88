//! Puts the application together from settings, starts it and stops it.
//!
//! [`Server::start`] is all that the program and the tests share: tests start it on port 0 with a
//! clock of their own.

mod open_files;

use std::net::{SocketAddr, TcpListener};
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use actix_web::dev::ServerHandle;
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::Data;
use actix_web::{App as Actix, HttpServer};
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tracing_actix_web::TracingLogger;

use crate::app::clock::secret;
use crate::app::links::LinkKey;
use crate::app::zones::{RederiveError, rederive};
use crate::app::{self, App, BookingLimits, Clock, MailLimits, Random};
use crate::domain::partnership::health::Thresholds;
use crate::domain::zone::{ZoneData, ZoneDataError};
use crate::jobs::calendars::fetch::{Fetcher, Limits as FetchLimits, SystemNames};
use crate::live::limits::LiveLimits;
use crate::live::{Live, LiveOptions};
use crate::mail::inbound;
use crate::mail::letters::LetterContext;
use crate::mail::message::{ComposeError, compose_test};
use crate::mail::outbox::{Outbox, Pace};
use crate::mail::transport::SendError;
use crate::settings::mail::InvalidMailSetting;
use crate::settings::{BookingSettings, PartnershipSettings, Settings, SettingsError};
use crate::storage::backup::{self, BackupError};
use crate::storage::{DatabaseUrl, Db, StorageError, installation};
use crate::web::limits::{Limits, TrustedProxies};
use crate::web::pages::problem::draw_problems;
use crate::web::{self, Site, State, protect};
use crate::{jobs, live};

/// Seconds that requests under way are given when the server stops.
const SHUTDOWN_SECONDS: u64 = 10;

/// Why the application cannot be put together or started.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// A setting.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// A setting of the mail section.
    #[error("settings: {0}")]
    Mail(#[from] InvalidMailSetting),
    /// The time-zone database.
    #[error("zones.directory: {0}")]
    Zones(#[from] ZoneDataError),
    /// The database.
    #[error("database.url: {0}")]
    Database(#[from] StorageError),
    /// The address to listen on.
    #[error("server.listen: cannot listen on {address}")]
    Listen {
        /// The address.
        address: String,
        /// Why not.
        source: std::io::Error,
    },
    /// A letter cannot be written.
    #[error("the letter cannot be written")]
    Compose(#[from] ComposeError),
    /// A letter was not sent.
    #[error("the letter was not sent: {0}")]
    Send(#[from] SendError),
    /// What lies ahead cannot be derived with this zone data.
    #[error(transparent)]
    Rederive(#[from] RederiveError),
    /// A copy of the database.
    #[error(transparent)]
    Backup(#[from] BackupError),
    /// The demo was started on a database that it has not made.
    #[error(
        "database.url: the demo did not make this database, and would show its letters to everybody"
    )]
    NotTheDemos,
    /// What is done at the first start.
    #[error(transparent)]
    App(#[from] app::Error),
}

/// Looks whether the settings can be used, as far as that can be said without connecting to
/// anything or writing anything.
///
/// # Errors
/// The first setting that cannot be used.
pub fn check(settings: &Settings) -> Result<(), StartError> {
    settings.mail.open()?;
    settings.mail.reminders()?;
    ZoneData::newest(settings.zones.directory())?;
    Ok(())
}

/// Opens the database and makes the application, without listening or sending anything: what the
/// command line's other commands need too.
///
/// # Errors
/// Where a setting cannot be used or the database cannot be reached.
pub async fn open(
    settings: &Settings,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
) -> Result<App, StartError> {
    open_as(settings, false, clock, random).await
}

/// The same; the demo opens no database but a new one and its own, because it shows everybody the
/// letters that are in it.
async fn open_as(
    settings: &Settings,
    is_demo: bool,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
) -> Result<App, StartError> {
    let zones = ZoneData::newest(settings.zones.directory())?;
    tracing::info!(
        source = zones.source(),
        version = zones.version(),
        "time-zone data"
    );
    let url = database_url(settings)?;
    let connections = settings.database.connections;
    let db = tokio::task::spawn_blocking(move || Db::open(&url, connections))
        .await
        .map_err(|error| StorageError::Unavailable(Box::new(error)))??;

    let (now, version) = (clock.now(), zones.version().to_owned());
    let (epoch, key) = (new_epoch(&*random), secret(&*random));
    let installation = db
        .write(move |tx| {
            let found = installation::load_or_create(tx, &epoch, &key, &version, now)?;
            if is_demo && found.is_new {
                installation::mark_demo(tx)?;
            }
            Ok::<_, StorageError>(found)
        })
        .await?;
    if is_demo && !(installation.is_new || installation.is_demo) {
        return Err(StartError::NotTheDemos);
    }
    let configured = settings.server.secret_key.clone();
    let key = match configured.expose_secret() {
        "" => SecretString::from(installation.secret_key),
        _ => configured,
    };
    let mut app = App::new(db, zones, LinkKey::new(key), clock, random);
    app.booking = booking_limits(&settings.booking);
    let every = settings.calendars.every_minutes.get();
    app.calendars.every = chrono::Duration::minutes(every.into());
    app.calendars.plain_http = settings.calendars.plain_http;
    app.calendars.ports = settings.calendars.ports()?;
    app.partnerships = thresholds(&settings.partnerships);
    app.mail = MailLimits {
        reminders: settings.mail.reminders()?,
        per_domain: settings.mail.per_domain_per_minute,
    };
    app.rooms = settings.rooms.template()?;
    Ok(app)
}

/// Sends a plain letter by the settings and waits for the server's answer, to see whether mail
/// arrives.
///
/// # Errors
/// Where a setting cannot be used, the address is none, or the mail server does not take it.
pub async fn send_test_letter(app: &App, settings: &Settings, to: &str) -> Result<(), StartError> {
    let mail = settings.mail.open()?;
    let context = LetterContext {
        public_url: settings.server.visited_at(&settings.server.listen),
        from: mail.from,
        replies: None,
        link_key: app.link_key.clone(),
        zones: app.zones.clone(),
        signer: mail.signer,
    };
    let message = compose_test(app.id(), to, app.now(), &context)?;
    let sent = mail.transport.send(message).await;
    mail.transport.close().await;
    Ok(sent?)
}

/// The DNS record that receivers check our letters' signatures by: its name and its text. `None`
/// where letters are not signed here.
///
/// # Errors
/// Where a setting cannot be used.
pub fn dkim_record(settings: &Settings) -> Result<Option<(String, String)>, StartError> {
    let signer = settings.mail.open()?.signer;
    Ok(signer.map(|signer| (signer.record_name(), signer.record())))
}

fn booking_limits(settings: &BookingSettings) -> BookingLimits {
    let minutes = |number: NonZeroU32| chrono::Duration::minutes(number.get().into());
    BookingLimits {
        hold: minutes(settings.hold_minutes),
        hold_longest: minutes(settings.hold_longest_minutes),
        holds_of_session: settings.holds_per_session.get().into(),
        holds_of_address: settings.holds_per_address.get().into(),
        seats_of_address: settings.seats_per_address.get().into(),
        waiting_offer: chrono::Duration::hours(settings.waiting_offer_hours.get().into()),
    }
}

fn thresholds(settings: &PartnershipSettings) -> Thresholds {
    Thresholds {
        quiet_months: settings.quiet_months.get(),
        dormant_months: settings.dormant_months.get(),
        pilot_days: settings.pilot_days.get().into(),
    }
}

fn database_url(settings: &Settings) -> Result<DatabaseUrl, SettingsError> {
    let url = settings.database.url();
    url.map_err(|error| SettingsError::Value {
        key: "database.url",
        reason: error.to_string(),
    })
}

/// Copies the SQLite database into a new file, while it is used.
///
/// # Errors
/// Where it cannot be copied, or is on PostgreSQL.
pub fn backup(settings: &Settings, copy: &Path) -> Result<(), StartError> {
    Ok(backup::backup(&database_url(settings)?, copy)?)
}

/// Puts a copy in the SQLite database's place and begins another epoch of its log. Answers where
/// the database that was there has been put.
///
/// # Errors
/// Where the copy is none, or the database is in use or on PostgreSQL.
pub fn restore(
    settings: &Settings,
    copy: &Path,
    random: &dyn Random,
) -> Result<Option<PathBuf>, StartError> {
    let epoch = new_epoch(random);
    Ok(backup::restore(&database_url(settings)?, copy, &epoch)?)
}

/// Begins another epoch of the log, after a copy was put back by other means.
///
/// # Errors
/// Where the database cannot be used.
pub async fn restored(app: &App, random: &dyn Random) -> Result<(), StartError> {
    let epoch = new_epoch(random);
    let raised = app
        .db
        .write(move |tx| installation::raise_epoch(tx, &epoch))
        .await;
    Ok(raised?)
}

fn new_epoch(random: &dyn Random) -> String {
    let mut epoch = secret(random);
    epoch.truncate(16);
    epoch
}

/// A running server.
pub struct Server {
    /// Where it listens.
    pub address: SocketAddr,
    /// The address that visitors use.
    pub public_url: String,
    /// The use cases, for what is done at the start.
    pub app: App,
    handle: ServerHandle,
    serving: JoinHandle<std::io::Result<()>>,
    live: Live,
    outbox: Outbox,
    stopping: watch::Sender<bool>,
}

impl Server {
    /// Starts to listen, to follow the log and to send letters.
    ///
    /// # Errors
    /// Where a setting cannot be used, the address is taken or the database cannot be reached.
    pub async fn start(
        settings: &Settings,
        demo: bool,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
    ) -> Result<Self, StartError> {
        let mail = settings.mail.open()?;
        let app = open_as(settings, demo, clock, random).await?;
        let derived = rederive(&app, settings.zones.allow_older).await?;
        tracing::info!(
            ?derived,
            "derived what lies ahead with the zone data in use"
        );
        let listener = listen(&settings.server.listen)?;
        let address = listener.local_addr().map_err(|source| StartError::Listen {
            address: settings.server.listen.clone(),
            source,
        })?;
        let public_url = settings.server.visited_at(&address.to_string());

        let letters = LetterContext {
            public_url: public_url.clone(),
            from: mail.from,
            replies: mail.inbound.address,
            link_key: app.link_key.clone(),
            zones: app.zones.clone(),
            signer: mail.signer,
        };
        app::outbox::take_back(&app).await?;
        let outbox = Outbox::start(
            app.clone(),
            letters.clone(),
            mail.transport,
            Pace::default(),
        );
        let live = Live::start(
            app.clone(),
            LiveOptions {
                public_url: public_url.clone(),
                ping: Duration::from_secs(settings.live.ping_seconds.get()),
                poll: Duration::from_millis(settings.live.poll_milliseconds.get()),
                limits: LiveLimits {
                    connections: open_files::connections(settings.live.connections),
                    connections_per_address: settings.live.connections_per_address,
                    connections_per_holder: settings.live.connections_per_session,
                    messages_per_minute: settings.live.messages_per_minute,
                },
                ..LiveOptions::default()
            },
        );
        let (stopping, stopped) = watch::channel(false);
        let interval = Duration::from_secs(settings.booking.expiry_seconds.get());
        tokio::spawn(jobs::expiry::run(app.clone(), interval, stopped.clone()));
        let keep = jobs::retention::Keep {
            age: (settings.live.keep_days > 0)
                .then(|| chrono::Duration::days(settings.live.keep_days.into())),
            events: (settings.live.keep_events > 0).then(|| settings.live.keep_events.into()),
        };
        tokio::spawn(jobs::retention::run(app.clone(), keep, stopped.clone()));
        let fetcher = Fetcher {
            rules: app.calendars.clone(),
            networks: settings.calendars.allowed_networks()?,
            names: Arc::new(SystemNames),
            limits: FetchLimits::default(),
        };
        let looking = jobs::calendars::run(app.clone(), fetcher, stopped.clone());
        tokio::spawn(looking);
        if settings.partnerships.remind {
            tokio::spawn(jobs::partnerships::run(app.clone(), stopped.clone()));
        }
        tokio::spawn(jobs::reminders::run(app.clone(), stopped.clone()));
        if let Some(mailbox) = mail.inbound.mailbox {
            tokio::spawn(inbound::imap::run(app.clone(), mailbox, stopped.clone()));
        }
        tokio::spawn(jobs::horizon::run(app.clone(), stopped));

        let state = State {
            app: app.clone(),
            site: Site {
                public_url: public_url.clone(),
                demo,
            },
            body_wait: Duration::from_secs(settings.server.body_seconds.get()),
            live: live.clone(),
            limits: Arc::new(Limits::new(
                TrustedProxies(settings.server.trusted_proxies()?),
                settings.limits.guest_letters_per_hour,
                settings.limits.guest_votes_per_hour,
            )),
            outbox: outbox.status(),
            inbound_secret: mail.inbound.secret,
            letters: Arc::new(letters),
        };
        let serving = serve(listener, settings.server.workers, state)?;
        let handle = serving.handle();
        let serving = tokio::spawn(serving);
        Ok(Self {
            address,
            public_url,
            app,
            handle,
            serving,
            live,
            outbox,
            stopping,
        })
    }

    /// Waits until the server ends by itself, which only a failure makes it do.
    ///
    /// # Errors
    /// Why it ended.
    pub async fn ended(&mut self) -> std::io::Result<()> {
        (&mut self.serving)
            .await
            .unwrap_or_else(|error| Err(std::io::Error::other(error)))
    }

    /// Stops in order: sockets are told to come back elsewhere, requests under way are finished,
    /// letters under way are sent.
    pub async fn stop(self) {
        self.stopping.send_replace(true);
        self.live.stop().await;
        self.handle.stop(true).await;
        self.outbox.stop().await;
    }
}

fn listen(address: &str) -> Result<TcpListener, StartError> {
    let listener = TcpListener::bind(address);
    listener.map_err(|source| StartError::Listen {
        address: address.to_owned(),
        source,
    })
}

fn serve(
    listener: TcpListener,
    workers: usize,
    state: State,
) -> Result<actix_web::dev::Server, StartError> {
    let address = listener
        .local_addr()
        .map(|at| at.to_string())
        .unwrap_or_default();
    let state = Data::new(state);
    let mut server = HttpServer::new(move || {
        Actix::new()
            .app_data(state.clone())
            .wrap(from_fn(protect::same_site))
            .wrap(from_fn(protect::body_in_time))
            .wrap(from_fn(protect::head_as_get))
            .wrap(from_fn(draw_problems))
            .wrap(from_fn(protect::headers))
            .wrap(Compress::default())
            .wrap(TracingLogger::<protect::RouteSpan>::new())
            .configure(web::routes)
    })
    .on_connect(live::handshake::on_connect)
    // Who has closed one half hears nothing that we could wait for.
    .h1_allow_half_closed(false)
    .shutdown_timeout(SHUTDOWN_SECONDS)
    .disable_signals();
    if workers > 0 {
        server = server.workers(workers);
    }
    let server = server
        .listen(listener)
        .map_err(|source| StartError::Listen { address, source })?;
    Ok(server.run())
}
