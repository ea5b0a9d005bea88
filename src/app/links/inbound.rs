//! Addresses of ours that say whom a message is about: a name and its signature in the part behind
//! the plus sign.
//!
//! Only letters and digits that mail servers may write large or small, and short enough that the
//! part before the at sign keeps to 64 characters (RFC 5321 4.5.3.1.1).

use uuid::Uuid;

use super::{LinkKey, same};
use crate::domain::id::{AttendeeId, LetterId};
use crate::domain::inbound::TOKEN_LENGTH;

/// The digits of base 32 (RFC 4648 6), in lower case.
const DIGITS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// How much of a signature a token has, in bytes: more than anybody can try by mail.
const SIGNATURE: usize = 10;

impl LinkKey {
    /// The token of the address at which an attendee's calendar answers.
    pub fn answer_token(&self, attendee: AttendeeId) -> String {
        self.token('a', &attendee.to_string())
    }

    /// The attendee whose calendar answers at the address with this token.
    pub fn answering(&self, token: &str) -> Option<AttendeeId> {
        self.named('a', token)?.parse().ok()
    }

    /// The token of the address to which a letter comes back.
    pub fn return_token(&self, letter: LetterId) -> String {
        self.token('b', &letter.to_string())
    }

    /// The letter that comes back to the address with this token.
    pub fn returned(&self, token: &str) -> Option<LetterId> {
        self.named('b', token)?.parse().ok()
    }

    fn token(&self, kind: char, id: &str) -> String {
        let uuid = Uuid::try_parse(id).unwrap_or_default();
        let mut bytes = uuid.as_bytes().to_vec();
        let signature = self.sign("mail address", &format!("{kind} {id}"));
        bytes.extend(unhex(&signature).take(SIGNATURE));
        format!("{kind}{}", base32(&bytes))
    }

    /// The id that a token names, where its signature is ours.
    fn named(&self, kind: char, token: &str) -> Option<String> {
        let token = token.to_ascii_lowercase();
        let digits = token.strip_prefix(kind)?;
        if token.len() != TOKEN_LENGTH {
            return None;
        }
        let bytes: [u8; 16] = from_base32(digits)?.get(..16)?.try_into().ok()?;
        let id = Uuid::from_bytes(bytes).to_string();
        same(&self.token(kind, &id), &token).then_some(id)
    }
}

/// The bytes that hexadecimal digits stand for.
fn unhex(text: &str) -> impl Iterator<Item = u8> {
    let pairs = text.as_bytes().chunks_exact(2);
    pairs.filter_map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
}

fn base32(bytes: &[u8]) -> String {
    let (mut text, mut kept, mut bits) = (String::new(), 0u32, 0u32);
    for byte in bytes {
        kept = (kept << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(digit(kept >> bits));
        }
        kept &= (1 << bits) - 1;
    }
    if bits > 0 {
        text.push(digit(kept << (5 - bits)));
    }
    text
}

fn digit(value: u32) -> char {
    let index = usize::try_from(value & 31).unwrap_or_default();
    DIGITS.get(index).map_or('a', |digit| char::from(*digit))
}

fn from_base32(text: &str) -> Option<Vec<u8>> {
    let (mut bytes, mut kept, mut bits) = (Vec::new(), 0u32, 0u32);
    for c in text.bytes() {
        let value = DIGITS.iter().position(|digit| *digit == c)?;
        kept = (kept << 5) | u32::try_from(value).ok()?;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((kept >> bits) & 255).ok()?);
        }
        kept &= (1 << bits) - 1;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Id;
    use crate::domain::inbound::tokens_in;

    #[test]
    fn a_token_names_what_it_was_made_for_and_nothing_else() {
        let at = chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let (key, other) = (LinkKey::new("one".into()), LinkKey::new("two".into()));
        for random in [[0; 10], [255; 10], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]] {
            let (attendee, letter) = (AttendeeId::new(at, random), LetterId::new(at, random));
            let token = key.answer_token(attendee);
            assert_eq!(token.len(), TOKEN_LENGTH);
            assert_eq!(key.answering(&token), Some(attendee));
            assert_eq!(key.answering(&token.to_uppercase()), Some(attendee));
            assert_eq!(key.returned(&key.return_token(letter)), Some(letter));
            // Not another key's, not another purpose's, not changed anywhere.
            assert_eq!(other.answering(&token), None);
            assert_eq!(key.returned(&token), None);
            assert_eq!(key.returned(&token.replacen('a', "b", 1)), None);
            for place in 1..TOKEN_LENGTH {
                let mut changed = token.clone();
                let now = if &token[place..=place] == "q" {
                    "r"
                } else {
                    "q"
                };
                changed.replace_range(place..=place, now);
                assert_eq!(key.answering(&changed), None, "{place}");
            }
            let address = format!("Visits <visits+{token}@example.org>, x+y@example.org");
            assert_eq!(tokens_in(&address), [token]);
        }
        for wrong in ["", "a", "+", "ä+ö@ü", &"a".repeat(TOKEN_LENGTH)] {
            assert_eq!(key.answering(wrong), None);
        }
    }
}
