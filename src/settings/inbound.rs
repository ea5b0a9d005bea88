//! The `[mail.inbound]` section: how answers and reports come in.

use std::num::NonZeroU64;
use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

use super::mail::InvalidMailSetting;
use crate::domain::inbound::TOKEN_LENGTH;
use crate::mail::inbound::imap::Mailbox;
use crate::mail::letters::ReplyAddress;
use crate::mail::tls::Authorities;

/// Fewest characters of a secret.
const SECRET_MIN: usize = 32;
/// Longest part of a mail address before the at sign (RFC 5321 4.5.3.1.1).
const LOCAL_MAX: usize = 64;

/// The `[mail.inbound]` section as written.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InboundSettings {
    /// The mailbox that answers go to; empty means the sender's.
    pub address: String,
    /// The key with which a mail server signs what it hands over by HTTP; empty means that none
    /// does.
    pub secret: SecretString,
    /// The mailbox to look into.
    pub imap: ImapSettings,
}

/// The `[mail.inbound.imap]` section as written.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImapSettings {
    /// The server; empty means that no mailbox is looked into.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// Whether to speak TLS from the first byte.
    pub tls: bool,
    /// Who has the mailbox.
    pub user: String,
    /// Their password.
    pub password: SecretString,
    /// The folder to look into.
    pub folder: String,
    /// Where what was taken is moved to; empty leaves it.
    pub done_folder: String,
    /// Seconds between two looks.
    pub every_seconds: NonZeroU64,
}

/// How answers and reports come in.
#[derive(Debug, Clone, Default)]
pub struct Inbound {
    /// The address that replies go to, where there is a way for them to come in.
    pub address: Option<ReplyAddress>,
    /// The key of the HTTP intake.
    pub secret: Option<SecretString>,
    /// The mailbox to look into.
    pub mailbox: Option<Mailbox>,
}

fn invalid(key: &'static str, detail: &str) -> InvalidMailSetting {
    InvalidMailSetting {
        key,
        detail: detail.to_owned(),
    }
}

impl InboundSettings {
    /// What the section describes; `from` is the address that letters come from, `authorities` are
    /// those believed over TLS.
    ///
    /// # Errors
    /// The first value that cannot be used.
    pub fn open(
        &self,
        from: &str,
        authorities: &Authorities,
    ) -> Result<Inbound, InvalidMailSetting> {
        let secret = self.secret.expose_secret();
        if !secret.is_empty() && secret.chars().count() < SECRET_MIN {
            let detail = "must have 32 characters or more, or be empty";
            return Err(invalid("mail.inbound.secret", detail));
        }
        let secret = (!secret.is_empty()).then(|| self.secret.clone());
        let mailbox = self.imap.open(authorities)?;
        let address = match (&secret, &mailbox) {
            (None, None) => None,
            _ => Some(self.address(from)?),
        };
        Ok(Inbound {
            address,
            secret,
            mailbox,
        })
    }

    fn address(&self, from: &str) -> Result<ReplyAddress, InvalidMailSetting> {
        let key = "mail.inbound.address";
        let given = match self.address.trim() {
            "" => from,
            given => given,
        };
        let parts = given.rsplit_once('@');
        let (local, domain) = parts.ok_or_else(|| invalid(key, "must be a mail address"))?;
        // Replies go to the organizer, whom the letter has to come from; DKIM signs for one domain.
        let own = from.rsplit_once('@').map_or("", |(_, domain)| domain);
        if !own.eq_ignore_ascii_case(domain) {
            return Err(invalid(key, "must be of the domain of mail.from"));
        }
        if local.is_empty() || local.contains('+') || local.len() + 1 + TOKEN_LENGTH > LOCAL_MAX {
            let detail = "must have 1 to 20 characters before the @, and no +";
            return Err(invalid(key, detail));
        }
        Ok(ReplyAddress {
            local: local.to_owned(),
            domain: domain.to_owned(),
        })
    }
}

impl ImapSettings {
    fn open(&self, authorities: &Authorities) -> Result<Option<Mailbox>, InvalidMailSetting> {
        let host = self.host.trim();
        if host.is_empty() {
            return Ok(None);
        }
        if self.user.is_empty() || self.folder.is_empty() {
            let detail = "needs a user and a folder beside it";
            return Err(invalid("mail.inbound.imap.host", detail));
        }
        Ok(Some(Mailbox {
            host: host.to_owned(),
            port: self.port,
            tls: self.tls.then(|| authorities.clone()),
            user: self.user.clone(),
            password: self.password.clone(),
            folder: self.folder.clone(),
            done_folder: self.done_folder.clone(),
            every: Duration::from_secs(self.every_seconds.get()),
        }))
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn settings(address: &str, secret: &str, host: &str) -> InboundSettings {
        InboundSettings {
            address: address.to_owned(),
            secret: secret.into(),
            imap: ImapSettings {
                host: host.to_owned(),
                port: 993,
                tls: true,
                user: "visits".to_owned(),
                password: "hush".into(),
                folder: "INBOX".to_owned(),
                done_folder: String::new(),
                every_seconds: NonZeroU64::MIN,
            },
        }
    }

    const SECRET: &str = "0123456789abcdef0123456789abcdef";
    const FROM: &str = "visits@example.org";

    #[test]
    fn without_a_way_in_there_is_no_address() {
        let inbound = settings("", "", "")
            .open(FROM, &Authorities::default())
            .unwrap();
        assert!(inbound.address.is_none() && inbound.secret.is_none());
        let inbound = settings("", SECRET, "")
            .open(FROM, &Authorities::default())
            .unwrap();
        assert_eq!(inbound.address.unwrap().tagged("x"), "visits+x@example.org");
        let inbound = settings("in@Example.org", "", "imap.example.org");
        assert!(
            inbound
                .open(FROM, &Authorities::default())
                .unwrap()
                .mailbox
                .is_some()
        );
    }

    #[rstest]
    #[case("", "short", "", "mail.inbound.secret")]
    #[case("in@other.org", SECRET, "", "mail.inbound.address")]
    #[case("nonsense", SECRET, "", "mail.inbound.address")]
    #[case("a+b@example.org", SECRET, "", "mail.inbound.address")]
    #[case(
        "a-very-long-local-part@example.org",
        SECRET,
        "",
        "mail.inbound.address"
    )]
    fn a_wrong_value_is_told_with_its_key(
        #[case] address: &str,
        #[case] secret: &str,
        #[case] host: &str,
        #[case] key: &str,
    ) {
        let error = settings(address, secret, host)
            .open(FROM, &Authorities::default())
            .unwrap_err();
        assert_eq!(error.key, key);
    }

    #[test]
    fn passwords_are_not_printed() {
        let printed = format!("{:?}", settings("", SECRET, "imap.example.org"));
        assert!(!printed.contains("hush") && !printed.contains(SECRET));
    }
}
