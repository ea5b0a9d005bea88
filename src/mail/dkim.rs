//! Signs messages with DKIM (RFC 6376, RFC 8463), relaxed/relaxed, by an RSA or an Ed25519 key.
//!
//! The algorithms are ring's. The signature depends on nothing but the message and the key, so
//! that a second attempt to send a letter is the same bytes. Which key it is says the settings.

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ring::rand::SystemRandom;
use ring::signature::{Ed25519KeyPair, KeyPair as _, RSA_PKCS1_SHA256, RsaKeyPair};
use rustls_pki_types::PrivateKeyDer;
use rustls_pki_types::pem::PemObject as _;
use sha2::{Digest as _, Sha256};

/// What is signed where the message has it. The first ones are signed once more than they occur
/// (RFC 6376 5.4.2), so that nobody can add another one that readers would see instead.
const SEALED: &[&str] = &["from", "to", "subject", "date"];
const SIGNED: &[&str] = &[
    "message-id",
    "reply-to",
    "in-reply-to",
    "references",
    "auto-submitted",
    "mime-version",
    "content-type",
    "list-unsubscribe",
    "list-unsubscribe-post",
];

/// What stands before an RSA public key (RFC 8017 A.1) to make it a SubjectPublicKeyInfo
/// (RFC 5280 4.1.2.7): the algorithm's name and no parameters.
const RSA_ALGORITHM: &[u8] = &[
    0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00,
];

/// A key that cannot sign.
#[derive(Debug, thiserror::Error)]
pub enum InvalidDkimKey {
    /// The file cannot be read, or is no PEM.
    #[error("cannot be read as a private key in PEM: {0}")]
    Unreadable(String),
    /// The key is of a kind that DKIM has no use for, or too short.
    #[error("must be an RSA key of 2048 bits or more, or an Ed25519 key: {0}")]
    Unfit(String),
}

enum Key {
    Rsa(Box<RsaKeyPair>),
    Ed25519(Box<Ed25519KeyPair>),
}

/// Signs for one domain.
pub struct Signer {
    key: Key,
    domain: String,
    selector: String,
}

impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Signer({}._domainkey.{})", self.selector, self.domain)
    }
}

impl Signer {
    /// Reads the private key of `domain`, whose public half stands under `selector` in the DNS: as
    /// `openssl genrsa 2048` or `openssl genpkey -algorithm ed25519` writes it.
    ///
    /// # Errors
    /// Where it cannot be read or is no such key.
    pub fn from_file(path: &Path, domain: &str, selector: &str) -> Result<Self, InvalidDkimKey> {
        let pem = PrivateKeyDer::from_pem_file(path)
            .map_err(|error| InvalidDkimKey::Unreadable(error.to_string()))?;
        let unfit = |error: ring::error::KeyRejected| InvalidDkimKey::Unfit(error.to_string());
        let rsa = |key| Key::Rsa(Box::new(key));
        let key = match &pem {
            PrivateKeyDer::Pkcs1(der) => RsaKeyPair::from_der(der.secret_pkcs1_der())
                .map(rsa)
                .map_err(unfit)?,
            PrivateKeyDer::Pkcs8(der) => {
                let der = der.secret_pkcs8_der();
                // A file by OpenSSL leaves the public key out, which ring calls unchecked.
                match Ed25519KeyPair::from_pkcs8_maybe_unchecked(der) {
                    Ok(key) => Key::Ed25519(Box::new(key)),
                    Err(_) => RsaKeyPair::from_pkcs8(der).map(rsa).map_err(unfit)?,
                }
            }
            _ => return Err(InvalidDkimKey::Unfit("of another kind".to_owned())),
        };
        Ok(Self {
            key,
            domain: domain.to_owned(),
            selector: selector.to_owned(),
        })
    }

    /// The name of the DNS record that receivers look for.
    pub fn record_name(&self) -> String {
        format!("{}._domainkey.{}", self.selector, self.domain)
    }

    /// What that TXT record has to say (RFC 6376 3.6.1, RFC 8463 4).
    pub fn record(&self) -> String {
        let (name, public) = match &self.key {
            Key::Rsa(key) => ("rsa", public_key_info(key.public_key().as_ref())),
            Key::Ed25519(key) => ("ed25519", key.public_key().as_ref().to_vec()),
        };
        format!("v=DKIM1; k={name}; p={}", STANDARD.encode(public))
    }

    /// The message with its signature before it; as it was where it cannot be signed, which a
    /// message with a header and a body rules out.
    pub fn sign(&self, raw: Vec<u8>) -> Vec<u8> {
        let Some(end) = raw.windows(4).position(|window| window == b"\r\n\r\n") else {
            return raw;
        };
        let fields = fields(&raw[..end + 2]);
        let names: Vec<&str> = SEALED
            .iter()
            .chain(SIGNED)
            .copied()
            .filter(|name| fields.iter().any(|(known, _)| known == name))
            .collect();
        let listed = names.iter().chain(SEALED).copied();
        let listed: Vec<&str> = listed.collect();
        let algorithm = match self.key {
            Key::Rsa(_) => "rsa-sha256",
            Key::Ed25519(_) => "ed25519-sha256",
        };
        let unsigned = format!(
            "v=1; a={algorithm}; c=relaxed/relaxed; d={}; s={};\r\n h={};\r\n bh={};\r\n b=",
            self.domain,
            self.selector,
            listed.join(":\r\n  "),
            STANDARD.encode(Sha256::digest(relaxed_body(&raw[end + 4..]))),
        );
        let mut header = String::new();
        for name in names {
            // Of several of one name the last ones come first (RFC 6376 5.4.2); ours are single.
            for (_, value) in fields.iter().rev().filter(|(known, _)| known == name) {
                header.push_str(&format!("{name}:{}\r\n", relaxed_value(value)));
            }
        }
        header.push_str(&format!("dkim-signature:{}", relaxed_value(&unsigned)));
        let Some(signature) = self.signature(header.as_bytes()) else {
            return raw;
        };
        let mut signed = format!("DKIM-Signature: {unsigned}").into_bytes();
        for (n, line) in STANDARD.encode(signature).as_bytes().chunks(72).enumerate() {
            signed.extend_from_slice(if n == 0 { b"" } else { b"\r\n  " });
            signed.extend_from_slice(line);
        }
        signed.extend_from_slice(b"\r\n");
        signed.extend_from_slice(&raw);
        signed
    }

    fn signature(&self, header: &[u8]) -> Option<Vec<u8>> {
        match &self.key {
            Key::Rsa(key) => {
                let mut signature = vec![0; key.public().modulus_len()];
                // PKCS #1 v1.5 takes no randomness; ring uses it to blind the computation.
                let signed = key.sign(
                    &RSA_PKCS1_SHA256,
                    &SystemRandom::new(),
                    header,
                    &mut signature,
                );
                if signed.is_err() {
                    tracing::error!("a message cannot be signed by the DKIM key");
                    return None;
                }
                Some(signature)
            }
            // Of the hash, not of the text itself (RFC 8463 3).
            Key::Ed25519(key) => Some(key.sign(&Sha256::digest(header)).as_ref().to_vec()),
        }
    }
}

/// The header fields: lower-case name, and the value with its folds.
fn fields(header: &[u8]) -> Vec<(String, String)> {
    let header = String::from_utf8_lossy(header);
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in header.split("\r\n").filter(|line| !line.is_empty()) {
        match (line.starts_with([' ', '\t']), fields.last_mut()) {
            (true, Some((_, value))) => {
                value.push_str("\r\n");
                value.push_str(line);
            }
            _ => {
                let (name, value) = line.split_once(':').unwrap_or((line, ""));
                fields.push((name.trim_end().to_ascii_lowercase(), value.to_owned()));
            }
        }
    }
    fields
}

/// A header's value without its folds, white space in single spaces (RFC 6376 3.4.2).
fn relaxed_value(value: &str) -> String {
    let words = value.split([' ', '\t', '\r', '\n']);
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// A body with white space in single spaces, none at the ends of lines and no empty lines at its
/// end (RFC 6376 3.4.4).
fn relaxed_body(body: &[u8]) -> Vec<u8> {
    let mut relaxed = Vec::with_capacity(body.len());
    let mut ends = 0;
    for line in body.split(|byte| *byte == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let mut space = false;
        for byte in line {
            if matches!(byte, b' ' | b'\t') {
                space = true;
            } else {
                if space {
                    relaxed.push(b' ');
                    space = false;
                }
                relaxed.push(*byte);
                ends = 0;
            }
        }
        relaxed.extend_from_slice(b"\r\n");
        ends += 1;
    }
    // The last line that says something keeps its end.
    let empty = 2 * usize::saturating_sub(ends, 1);
    relaxed.truncate(relaxed.len() - empty);
    if relaxed == b"\r\n" {
        relaxed.clear();
    }
    relaxed
}

fn public_key_info(key: &[u8]) -> Vec<u8> {
    let mut bits = vec![0];
    bits.extend_from_slice(key);
    let info = [RSA_ALGORITHM, &der(0x03, &bits)].concat();
    der(0x30, &info)
}

/// A value in DER (X.690 8.1): its tag, its length, itself.
fn der(tag: u8, value: &[u8]) -> Vec<u8> {
    let length = value.len().to_be_bytes();
    let length = &length[length.iter().take_while(|byte| **byte == 0).count()..];
    let mut written = vec![tag];
    match length {
        [] => written.push(0),
        [short @ 0..0x80] => written.push(*short),
        long => {
            written.push(0x80 | u8::try_from(long.len()).unwrap_or(0));
            written.extend_from_slice(long);
        }
    }
    written.extend_from_slice(value);
    written
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    // RFC 6376 3.4.5.
    #[case(" C \r\nD \t E\r\n\r\n\r\n", " C\r\nD E\r\n")]
    #[case("", "")]
    #[case("\r\n\r\n", "")]
    #[case("no end", "no end\r\n")]
    #[case("a\r\n\r\nb\r\n", "a\r\n\r\nb\r\n")]
    fn bodies(#[case] body: &str, #[case] expected: &str) {
        assert_eq!(
            String::from_utf8(relaxed_body(body.as_bytes())).unwrap(),
            expected
        );
    }

    #[test]
    fn values_are_unfolded() {
        let fields = fields(b"A: X\r\nB : Y\t\r\n\tZ  \r\n");
        assert_eq!(fields[1].0, "b");
        assert_eq!(relaxed_value(&fields[1].1), "Y Z");
    }

    #[test]
    fn a_key_of_another_kind_is_refused() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("key.pem");
        for text in [
            "",
            "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        ] {
            std::fs::write(&path, text).unwrap();
            assert!(
                Signer::from_file(&path, "example.org", "s").is_err(),
                "{text}"
            );
        }
        assert!(Signer::from_file(&directory.path().join("none"), "example.org", "s").is_err());
    }
}
