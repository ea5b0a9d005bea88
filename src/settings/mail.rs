//! The `[mail]` section: how letters leave.

use std::path::PathBuf;

use secrecy::SecretString;
use serde::Deserialize;

use crate::mail::calendar::Mailbox;
use crate::mail::message::parse_mailbox;
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
    /// Who sends: `Name <address>`.
    pub from: String,
    /// Where the files go, for `file`.
    pub directory: Option<PathBuf>,
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
    /// The sender and the transport that the section describes. Nothing is connected or written.
    ///
    /// # Errors
    /// The first value that cannot be used.
    pub fn open(&self) -> Result<(Mailbox, Transport), InvalidMailSetting> {
        let from = parse_mailbox(&self.from)
            .ok_or_else(|| invalid("mail.from", "must look like Name <address@example.org>"))?;
        let transport = match self.transport {
            MailTransport::Memory => Transport::Memory(Memory::default()),
            MailTransport::File => {
                let given = self
                    .directory
                    .as_deref()
                    .filter(|path| !path.as_os_str().is_empty());
                let directory = given
                    .ok_or_else(|| invalid("mail.directory", "is needed by the transport file"))?;
                Transport::File(directory.into())
            }
            MailTransport::Smtp => {
                let url = self.smtp_url.as_ref();
                let url =
                    url.ok_or_else(|| invalid("mail.smtp_url", "is needed by the transport smtp"))?;
                let smtp = Smtp::new(url).map_err(|error| invalid("mail.smtp_url", error))?;
                Transport::Smtp(smtp.into())
            }
        };
        Ok((from, transport))
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn read(toml: &str) -> Result<MailSettings, config::ConfigError> {
        config::Config::builder()
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
        let (mailbox, transport) = smtp.unwrap().open().unwrap();
        assert_eq!(mailbox.name, "Sisterline 姊妹線");
        assert_eq!(mailbox.email, "visits@example.org");
        assert!(matches!(transport, Transport::Smtp(_)));
        let file = read(&format!(
            "{from}transport = 'file'\ndirectory = 'data/mail'"
        ))
        .unwrap();
        assert!(matches!(file.open().unwrap().1, Transport::File(_)));
        let memory = read(&format!("{from}transport = 'memory'")).unwrap();
        assert!(matches!(memory.open().unwrap().1, Transport::Memory(_)));
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

    #[test]
    fn a_password_is_not_printed() {
        let toml = "from = 'a@example.org'\ntransport = 'smtp'\nsmtp_url = 'smtp://u:hush@host'";
        assert!(!format!("{:?}", read(toml).unwrap()).contains("hush"));
    }
}
