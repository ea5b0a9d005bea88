//! Secrets that have to be read again, encrypted by the installation's key: whoever has a copy of
//! the database alone cannot read them.
//!
//! ChaCha20-Poly1305 (RFC 8439) under a key of its own for each purpose, bound to what the secret
//! belongs to, so that one cannot be put in another's place.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};

use super::links::LinkKey;

/// A secret that is none of ours, or of another key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this cannot be opened with the installation's key")]
pub struct NotOurs;

fn key(of: &LinkKey, purpose: &str) -> Result<LessSafeKey, NotOurs> {
    let key = UnboundKey::new(&CHACHA20_POLY1305, &of.derived(purpose));
    key.map(LessSafeKey::new).map_err(|_| NotOurs)
}

/// Encrypts `text` for `owner`; `nonce` is random and never used again.
///
/// # Errors
/// Where it is longer than can be encrypted at all.
pub fn seal(
    keys: &LinkKey,
    purpose: &str,
    owner: &str,
    nonce: [u8; NONCE_LEN],
    text: &str,
) -> Result<String, NotOurs> {
    let mut bytes = text.as_bytes().to_vec();
    let unique = Nonce::assume_unique_for_key(nonce);
    let sealed = key(keys, purpose)?.seal_in_place_append_tag(
        unique,
        Aad::from(owner.as_bytes()),
        &mut bytes,
    );
    sealed.map_err(|_| NotOurs)?;
    let whole: Vec<u8> = nonce.into_iter().chain(bytes).collect();
    Ok(URL_SAFE_NO_PAD.encode(whole))
}

/// What was sealed for `owner`.
///
/// # Errors
/// Where it was not sealed so, by this key, for this owner.
pub fn open(keys: &LinkKey, purpose: &str, owner: &str, sealed: &str) -> Result<String, NotOurs> {
    let whole = URL_SAFE_NO_PAD.decode(sealed).map_err(|_| NotOurs)?;
    let (nonce, bytes) = whole.split_at_checked(NONCE_LEN).ok_or(NotOurs)?;
    let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| NotOurs)?;
    let mut bytes = bytes.to_vec();
    let aad = Aad::from(owner.as_bytes());
    let text = key(keys, purpose)?.open_in_place(nonce, aad, &mut bytes);
    let text = text.map_err(|_| NotOurs)?.to_vec();
    String::from_utf8(text).map_err(|_| NotOurs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_key_the_purpose_and_the_owner_open_it() {
        let keys = LinkKey::new("one".into());
        let sealed = seal(
            &keys,
            "calendar",
            "host-1",
            [7; 12],
            "https://example.org/x",
        )
        .unwrap();
        assert!(!sealed.contains("example"));
        let opened = open(&keys, "calendar", "host-1", &sealed);
        assert_eq!(opened.as_deref(), Ok("https://example.org/x"));
        let other = LinkKey::new("two".into());
        assert_eq!(open(&other, "calendar", "host-1", &sealed), Err(NotOurs));
        assert_eq!(open(&keys, "calendar", "host-2", &sealed), Err(NotOurs));
        assert_eq!(open(&keys, "other", "host-1", &sealed), Err(NotOurs));
        for text in ["", "short", "!", &sealed[..sealed.len() - 2]] {
            assert_eq!(
                open(&keys, "calendar", "host-1", text),
                Err(NotOurs),
                "{text}"
            );
        }
    }
}
