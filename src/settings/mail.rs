//! The `[mail]` section: how letters leave.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::Duration;
use secrecy::SecretString;
use serde::Deserialize;

use super::inbound::{Inbound, InboundSettings};
use crate::mail::calendar::Mailbox;
use crate::mail::dkim::Signer;
use crate::mail::message::parse_mailbox;
use crate::mail::tls::Authorities;
use crate::mail::transport::smtp::Smtp;
use crate::mail::transport::{Memory, Transport};

/// The `[mail]` section as written.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailSettings {
    /// Where letters go.
    pub transport: MailTransport,
    /// The mail server, for `smtp`.
    pub smtp_url: Option<SecretString>,
    /// The certificates of authorities that are believed beside those that browsers know, in PEM.
    pub ca_file: Option<PathBuf>,
    /// Who sends: `Name <address>`.
    pub from: String,
    /// Where the files go, for `file`.
    pub directory: Option<PathBuf>,
    /// The private key that signs letters (DKIM), in PEM.
    pub dkim_key_file: Option<PathBuf>,
    /// The name under which the DNS has the public half.
    pub dkim_selector: String,
    /// How long before a visit its attendees are reminded: `1d`, `2h`, `30m`, with commas between.
    pub reminders: String,
    /// Most letters to one domain in a minute; 0 means any number.
    pub per_domain_per_minute: u32,
    /// How answers and reports come in.
    pub inbound: InboundSettings,
}

/// How letters leave: what the section describes, ready to be used.
pub struct Mail {
    /// Who sends.
    pub from: Mailbox,
    /// Where they go.
    pub transport: Transport,
    /// Signs them, where there is a key.
    pub signer: Option<Arc<Signer>>,
    /// How answers and reports come in.
    pub inbound: Inbound,
}

/// Where letters go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailTransport {
    /// To the mail server of `mail.smtp_url`.
    Smtp,
    /// Into `mail.directory`.
    File,
    /// Into this process's memory, for the demo.
    Memory,
}

/// A value that cannot be used; the text never repeats a secret.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{key} {detail}")]
pub struct InvalidMailSetting {
    /// The key's full name.
    pub key: &'static str,
    /// What is wrong with its value.
    pub detail: String,
}

fn invalid(key: &'static str, detail: impl ToString) -> InvalidMailSetting {
    InvalidMailSetting {
        key,
        detail: detail.to_string(),
    }
}

impl MailSettings {
    /// What the section describes. Nothing is connected or written.
    ///
    /// # Errors
    /// The first value that cannot be used.
    pub fn open(&self) -> Result<Mail, InvalidMailSetting> {
        let from = parse_mailbox(&self.from)
            .ok_or_else(|| invalid("mail.from", "must look like Name <address@example.org>"))?;
        let authorities = self.authorities()?;
        let transport = match self.transport {
            MailTransport::Memory => Transport::Memory(Memory::default()),
            MailTransport::File => {
                let directory = given(self.directory.as_deref())
                    .ok_or_else(|| invalid("mail.directory", "is needed by the transport file"))?;
                Transport::File(directory.into())
            }
            MailTransport::Smtp => {
                let url = self.smtp_url.as_ref();
                let url =
                    url.ok_or_else(|| invalid("mail.smtp_url", "is needed by the transport smtp"))?;
                let smtp = Smtp::new(url, &authorities);
                let smtp = smtp.map_err(|error| invalid("mail.smtp_url", error))?;
                Transport::Smtp(smtp.into())
            }
        };
        let signer = self.signer(&from)?.map(Arc::new);
        let inbound = self.inbound.open(&from.email, &authorities)?;
        Ok(Mail {
            inbound,
            from,
            transport,
            signer,
        })
    }

    /// How long before a visit its attendees are reminded of it, the shortest first.
    ///
    /// # Errors
    /// The first value that cannot be used.
    pub fn reminders(&self) -> Result<Vec<Duration>, InvalidMailSetting> {
        let named = self.reminders.split(',').map(str::trim);
        let ahead = |text: &str| {
            ahead(text).ok_or_else(|| {
                let detail = "must be times such as 1d, 2h or 30m, of 5 minutes to 7 days";
                invalid("mail.reminders", detail)
            })
        };
        let mut reminders = named
            .filter(|text| !text.is_empty())
            .map(ahead)
            .collect::<Result<Vec<_>, _>>()?;
        reminders.sort_unstable();
        reminders.dedup();
        Ok(reminders)
    }

    fn authorities(&self) -> Result<Authorities, InvalidMailSetting> {
        match given(self.ca_file.as_deref()) {
            None => Ok(Authorities::default()),
            Some(file) => {
                Authorities::with_file(file).map_err(|error| invalid("mail.ca_file", error))
            }
        }
    }

    fn signer(&self, from: &Mailbox) -> Result<Option<Signer>, InvalidMailSetting> {
        let Some(file) = given(self.dkim_key_file.as_deref()) else {
            return Ok(None);
        };
        let label = |label: &str| {
            (1..=63).contains(&label.len())
                && label
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        if !self.dkim_selector.split('.').all(label) {
            let detail = "must be a name in the DNS, such as sisterline";
            return Err(invalid("mail.dkim_selector", detail));
        }
        let domain = from.email.rsplit_once('@').map_or("", |(_, domain)| domain);
        let signer = Signer::from_file(file, domain, &self.dkim_selector);
        signer
            .map(Some)
            .map_err(|error| invalid("mail.dkim_key_file", error))
    }
}

/// A path that says something.
fn given(path: Option<&Path>) -> Option<&Path> {
    path.filter(|path| !path.as_os_str().is_empty())
}

/// Reads a time before a visit.
fn ahead(text: &str) -> Option<Duration> {
    let (number, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    let number: i64 = number.parse::<u16>().ok()?.into();
    let ahead = match unit {
        "d" => Duration::days(number),
        "h" => Duration::hours(number),
        "m" => Duration::minutes(number),
        _ => return None,
    };
    (Duration::minutes(5)..=Duration::days(7))
        .contains(&ahead)
        .then_some(ahead)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn read(toml: &str) -> Result<MailSettings, config::ConfigError> {
        config::Config::builder()
            .set_default("reminders", "1d, 1h")?
            .set_default("per_domain_per_minute", 0)?
            .add_source(config::File::from_str(
                "dkim_selector = 'sisterline'\n[inbound]\naddress = ''\nsecret = ''\n[inbound.imap]\n\
                 host = ''\nport = 993\ntls = true\nuser = ''\npassword = ''\nfolder = 'INBOX'\n\
                 done_folder = ''\nevery_seconds = 60",
                config::FileFormat::Toml,
            ))
            .add_source(config::File::from_str(toml, config::FileFormat::Toml))
            .build()?
            .try_deserialize()
    }

    #[test]
    fn each_transport_opens() {
        let from = "from = 'Sisterline 姊妹線 <visits@example.org>'\n";
        let smtp = read(&format!(
            "{from}transport = 'smtp'\nsmtp_url = 'smtp://localhost'"
        ));
        let mail = smtp.unwrap().open().unwrap();
        assert_eq!(mail.from.name, "Sisterline 姊妹線");
        assert_eq!(mail.from.email, "visits@example.org");
        assert!(matches!(mail.transport, Transport::Smtp(_)));
        assert!(mail.signer.is_none());
        let file = read(&format!(
            "{from}transport = 'file'\ndirectory = 'data/mail'"
        ))
        .unwrap();
        assert!(matches!(file.open().unwrap().transport, Transport::File(_)));
        let memory = read(&format!("{from}transport = 'memory'")).unwrap();
        assert!(matches!(
            memory.open().unwrap().transport,
            Transport::Memory(_)
        ));
    }

    #[rstest]
    #[case("transport = 'smtp'", "a@example.org", "mail.smtp_url")]
    #[case(
        "transport = 'smtp'\nsmtp_url = 'smtp://hush@host'",
        "a@example.org",
        "mail.smtp_url"
    )]
    #[case("transport = 'file'", "a@example.org", "mail.directory")]
    #[case("transport = 'memory'", "Sisterline", "mail.from")]
    #[case(
        "transport = 'memory'",
        "A <a@example.org>, B <b@example.org>",
        "mail.from"
    )]
    #[case(
        "transport = 'memory'\nca_file = 'none.pem'",
        "a@example.org",
        "mail.ca_file"
    )]
    #[case(
        "transport = 'memory'\nca_file = 'Cargo.toml'",
        "a@example.org",
        "mail.ca_file"
    )]
    fn a_wrong_value_is_told_with_its_key(
        #[case] rest: &str,
        #[case] from: &str,
        #[case] key: &str,
    ) {
        let settings = read(&format!("from = '{from}'\n{rest}")).unwrap();
        let error = settings.open().err().unwrap();
        assert_eq!(error.key, key);
        assert!(error.to_string().starts_with(key) && !error.to_string().contains("hush"));
    }

    #[rstest]
    #[case("", &[])]
    #[case("1d, 1h", &[60, 1440])]
    #[case("90m", &[90])]
    #[case("7d,5m, 7d,", &[5, 10_080])]
    #[case("7d,1d,1h", &[60, 1440, 10_080])]
    #[case("2d, 2h, 1d, 30m", &[30, 120, 1440, 2880])]
    fn reminders_are_read(#[case] given: &str, #[case] minutes: &[i64]) {
        let from = "from = 'a@example.org'\ntransport = 'memory'";
        let told = read(&format!("{from}\nreminders = '{given}'"))
            .unwrap()
            .reminders();
        let read: Vec<i64> = told.unwrap().iter().map(Duration::num_minutes).collect();
        assert_eq!(read, minutes);
    }

    #[rstest]
    #[case("now")]
    #[case("1")]
    #[case("d")]
    #[case("1w")]
    #[case("-1d")]
    #[case("4m")]
    #[case("8d")]
    #[case("1日")]
    #[case("7d, 1d, 1")]
    fn wrong_reminders_are_told_with_their_key(#[case] given: &str) {
        let from = "from = 'a@example.org'\ntransport = 'memory'";
        let told = read(&format!("{from}\nreminders = '{given}'"))
            .unwrap()
            .reminders();
        assert_eq!(told.unwrap_err().key, "mail.reminders");
    }

    #[test]
    fn a_password_is_not_printed() {
        let toml = "from = 'a@example.org'\ntransport = 'smtp'\nsmtp_url = 'smtp://u:hush@host'";
        assert!(!format!("{:?}", read(toml).unwrap()).contains("hush"));
    }
}
