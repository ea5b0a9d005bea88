//! Rooms for virtual visits: an installation's scheme of addresses, and names that nobody guesses.

use std::str::FromStr;

use url::Url;

/// What stands for the room's name in a [`RoomTemplate`].
const PLACE: &str = "{room}";
/// Letters and digits that are not taken for each other, in one case because some services know
/// no other: 32 of them, five bits each.
const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
/// Characters of a name: 140 bits.
const NAME_LENGTH: usize = 28;
/// Characters between two hyphens.
const GROUP: usize = 7;
/// Longest template, in bytes: with a name in its place it is still an address we take.
const TEMPLATE_MAX: usize = 900;

/// How addresses of rooms are made: `https://meet.example.org/{room}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomTemplate(String);

/// A text that is no scheme of addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidTemplate {
    /// It is not encrypted.
    #[error("must begin with https://")]
    NotHttps,
    /// The room has no place in it, or several.
    #[error("must contain {PLACE} exactly once")]
    Place,
    /// The room would choose the server.
    #[error("must contain {PLACE} after the server's name, in the path or the query")]
    Server,
    /// It is no address.
    #[error("must be an address such as https://meet.example.org/{PLACE}")]
    NoAddress,
}

impl FromStr for RoomTemplate {
    type Err = InvalidTemplate;

    fn from_str(text: &str) -> Result<Self, InvalidTemplate> {
        let rest = text
            .strip_prefix("https://")
            .ok_or(InvalidTemplate::NotHttps)?;
        if text.matches(PLACE).count() != 1 {
            return Err(InvalidTemplate::Place);
        }
        let server = rest.split(['/', '?', '#']).next().unwrap_or_default();
        if server.contains(PLACE) {
            return Err(InvalidTemplate::Server);
        }
        if server.is_empty() {
            return Err(InvalidTemplate::NoAddress);
        }
        let template = Self(text.to_owned());
        let sample = template.address("room");
        let plain = text.len() <= TEMPLATE_MAX && text.chars().all(|c| c.is_ascii_graphic());
        let url = Url::parse(&sample).map_err(|_| InvalidTemplate::NoAddress)?;
        // A brace that is left would be another place, of some other program's scheme.
        if !plain || sample.contains(['{', '}', '"', '<', '>', '\\']) || !url.username().is_empty()
        {
            return Err(InvalidTemplate::NoAddress);
        }
        Ok(template)
    }
}

impl RoomTemplate {
    /// The address of the room with this name.
    pub fn address(&self, name: &str) -> String {
        self.0.replace(PLACE, name)
    }
}

/// A room's name from random bytes: what is unguessable about it is theirs.
pub fn room_name(random: [u8; NAME_LENGTH]) -> String {
    let mut name = String::with_capacity(NAME_LENGTH + NAME_LENGTH / GROUP);
    for (index, byte) in random.into_iter().enumerate() {
        if index > 0 && index % GROUP == 0 {
            name.push('-');
        }
        // Each character has eight bytes that make it, so all are equally likely.
        let letter = ALPHABET.get(usize::from(byte % 32));
        name.extend(letter.map(|letter| char::from(*letter)));
    }
    name
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("https://meet.jit.si/{room}")]
    #[case("https://bbb.example.org:8443/rooms/{room}/join?lang=en")]
    #[case("https://meet.example.org/?room={room}#config.prejoin=true")]
    #[case("https://meet.example.org/a#{room}")]
    fn schemes(#[case] text: &str) {
        let template: RoomTemplate = text.parse().unwrap();
        let address = template.address("abc");
        assert!(
            address.contains("abc") && !address.contains('{'),
            "{address}"
        );
    }

    #[rstest]
    #[case("", InvalidTemplate::NotHttps)]
    #[case("http://meet.example.org/{room}", InvalidTemplate::NotHttps)]
    #[case("javascript:{room}", InvalidTemplate::NotHttps)]
    #[case("https://meet.example.org/", InvalidTemplate::Place)]
    #[case("https://meet.example.org/{room}/{room}", InvalidTemplate::Place)]
    #[case("https://{room}.example.org/", InvalidTemplate::Server)]
    #[case("https://{room}", InvalidTemplate::Server)]
    #[case("https:///{room}", InvalidTemplate::NoAddress)]
    #[case("https://meet.example.org/{tenant}/{room}", InvalidTemplate::NoAddress)]
    #[case("https://user@meet.example.org/{room}", InvalidTemplate::NoAddress)]
    #[case("https://meet.example.org/a b/{room}", InvalidTemplate::NoAddress)]
    #[case("https://meet.example.org/\"{room}", InvalidTemplate::NoAddress)]
    fn no_schemes(#[case] text: &str, #[case] why: InvalidTemplate) {
        assert_eq!(text.parse::<RoomTemplate>(), Err(why));
    }

    #[test]
    fn no_two_letters_of_a_name_look_alike() {
        let letters: HashSet<u8> = ALPHABET.iter().copied().collect();
        assert_eq!(letters.len(), 32);
        assert!(!letters.iter().any(|letter| b"01lo".contains(letter)));
    }

    proptest! {
        #[test]
        fn a_name_keeps_every_bit_that_it_uses(a: [u8; NAME_LENGTH], b: [u8; NAME_LENGTH]) {
            let low = |bytes: [u8; NAME_LENGTH]| bytes.map(|byte| byte % 32);
            prop_assert_eq!(room_name(a) == room_name(b), low(a) == low(b));
            let name = room_name(a);
            prop_assert_eq!(name.len(), NAME_LENGTH + 3);
            prop_assert!(name.split('-').all(|group| group.len() == GROUP));
            let template: RoomTemplate = "https://meet.example.org/{room}".parse().unwrap();
            prop_assert!(template.address(&name).ends_with(&name));
        }
    }
}
