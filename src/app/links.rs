//! Links that let somebody in without a password: signed, so that nothing secret is stored.
//!
//! A link names a thing and carries an HMAC-SHA256 (RFC 2104) of its purpose and the thing's id
//! under the installation's key. Whoever has the link has it from a letter that we wrote.

mod inbound;

use std::sync::Arc;

use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};

use super::clock::hex;
use crate::domain::id::{
    AttendeeId, BookingId, CityId, LetterId, PollId, SeriesId, SignInLinkId, VoterId, WaitingId,
};

/// Signs and checks links. Cheap to clone.
#[derive(Clone)]
pub struct LinkKey {
    key: Arc<SecretString>,
}

impl LinkKey {
    /// A key from the installation's secret.
    pub fn new(secret: SecretString) -> Self {
        Self {
            key: Arc::new(secret),
        }
    }

    /// What proves that its bearer may manage a booking.
    pub fn manage_key(&self, booking: BookingId) -> String {
        self.sign("manage", &booking.to_string())
    }

    /// Whether `key` lets its bearer manage a booking.
    pub fn may_manage(&self, booking: BookingId, key: &str) -> bool {
        same(&self.manage_key(booking), key)
    }

    /// What proves that its bearer has this place on a waiting list.
    pub fn waiting_key(&self, place: WaitingId) -> String {
        self.sign("waiting", &place.to_string())
    }

    /// Whether `key` lets its bearer see and leave a place on a waiting list.
    pub fn may_wait(&self, place: WaitingId, key: &str) -> bool {
        same(&self.waiting_key(place), key)
    }

    /// The address of the page of a place on a waiting list.
    pub fn waiting_url(&self, public_url: &str, place: WaitingId) -> String {
        format!(
            "{public_url}/waiting/{place}?key={}",
            self.waiting_key(place)
        )
    }

    /// What proves that its bearer answers for this attendee.
    pub fn answer_key(&self, attendee: AttendeeId) -> String {
        self.sign("answer", &attendee.to_string())
    }

    /// Whether `key` lets its bearer answer for this attendee.
    pub fn may_answer(&self, attendee: AttendeeId, key: &str) -> bool {
        same(&self.answer_key(attendee), key)
    }

    /// The address of the page where an attendee says whether they come.
    pub fn answer_url(&self, public_url: &str, attendee: AttendeeId) -> String {
        format!(
            "{public_url}/answers/{attendee}?key={}",
            self.answer_key(attendee)
        )
    }

    /// The token of a hold, or of the seats kept for a place on a waiting list, from its id.
    pub fn hold_token(&self, id: &str) -> String {
        self.sign("hold", id)
    }

    /// The token of a program, from its id.
    pub fn api_token(&self, id: &str) -> String {
        self.sign("api-token", id)
    }

    /// What stands for a browser session or a network address where it must be told again and not
    /// be known.
    pub fn pseudonym(&self, of: &str) -> String {
        self.sign("pseudonym", of)
    }

    /// The address of a booking's page, with the key that lets its bearer manage it.
    pub fn manage_url(&self, public_url: &str, booking: BookingId) -> String {
        format!(
            "{public_url}/bookings/{booking}?key={}",
            self.manage_key(booking)
        )
    }

    /// What proves that its bearer may look at a series and call its visits off.
    pub fn series_key(&self, series: SeriesId) -> String {
        self.sign("series", &series.to_string())
    }

    /// Whether `key` lets its bearer manage a series.
    pub fn may_manage_series(&self, series: SeriesId, key: &str) -> bool {
        same(&self.series_key(series), key)
    }

    /// The address of a series' page, with the key that lets its bearer manage it.
    pub fn series_url(&self, public_url: &str, series: SeriesId) -> String {
        format!(
            "{public_url}/series/{series}?key={}",
            self.series_key(series)
        )
    }

    /// What proves that its bearer may answer a poll for a city. It is passed on within the city.
    pub fn poll_key(&self, poll: PollId, city: CityId) -> String {
        self.sign("poll", &format!("{poll} {city}"))
    }

    /// Whether `key` lets its bearer answer a poll for a city.
    pub fn may_vote(&self, poll: PollId, city: CityId, key: &str) -> bool {
        same(&self.poll_key(poll, city), key)
    }

    /// The address of a poll's page for the people of a city.
    pub fn poll_url(&self, public_url: &str, poll: PollId, city: CityId) -> String {
        format!(
            "{public_url}/polls/{poll}?key={}",
            self.poll_key(poll, city)
        )
    }

    /// What its bearer changes an answer to a poll with: the answer's id and its signature.
    pub fn voter_token(&self, voter: VoterId) -> String {
        format!("{voter}.{}", self.sign("voter", &voter.to_string()))
    }

    /// The answer that a token names, where its signature is ours.
    pub fn voter(&self, token: &str) -> Option<VoterId> {
        let (id, _) = token.split_once('.')?;
        let voter: VoterId = id.parse().ok()?;
        same(&self.voter_token(voter), token).then_some(voter)
    }

    /// The address of the page of what is left of a visit, with the key that lets the contact in.
    pub fn report_url(&self, public_url: &str, booking: BookingId) -> String {
        format!(
            "{public_url}/bookings/{booking}/report?key={}",
            self.manage_key(booking)
        )
    }

    /// The address of a sign-in link.
    pub fn sign_in_url(&self, public_url: &str, link: SignInLinkId) -> String {
        format!("{public_url}/sign-in/{}", self.sign_in_token(link))
    }

    /// The token of a sign-in link: its id and its signature.
    pub fn sign_in_token(&self, link: SignInLinkId) -> String {
        format!("{link}.{}", self.sign("sign-in", &link.to_string()))
    }

    /// The link that a token names, where its signature is ours.
    pub fn sign_in_link(&self, token: &str) -> Option<SignInLinkId> {
        let (id, _) = token.split_once('.')?;
        let link: SignInLinkId = id.parse().ok()?;
        same(&self.sign_in_token(link), token).then_some(link)
    }

    /// The address by which the reader of a letter says that they want no more of its kind.
    pub fn unsubscribe_url(&self, public_url: &str, letter: LetterId) -> String {
        format!(
            "{public_url}/unsubscribe/{}",
            self.unsubscribe_token(letter)
        )
    }

    fn unsubscribe_token(&self, letter: LetterId) -> String {
        format!("{letter}.{}", self.sign("unsubscribe", &letter.to_string()))
    }

    /// The letter that such an address names, where its signature is ours.
    pub fn unsubscribed_letter(&self, token: &str) -> Option<LetterId> {
        let (id, _) = token.split_once('.')?;
        let letter: LetterId = id.parse().ok()?;
        same(&self.unsubscribe_token(letter), token).then_some(letter)
    }

    /// The last part of the address of a calendar feed: its kind, its owner's id and its signature,
    /// which each change of the address (`generation`) makes another one.
    pub fn feed_token(&self, kind: &str, owner: &str, generation: i64) -> String {
        let signature = self.sign("feed", &format!("{kind} {owner} {generation}"));
        format!("{kind}.{owner}.{signature}")
    }

    /// Whether a token is the feed's present one.
    pub fn is_feed_token(&self, kind: &str, owner: &str, generation: i64, token: &str) -> bool {
        same(&self.feed_token(kind, owner, generation), token)
    }

    /// The token that a form of this session carries against cross-site requests.
    pub fn form_token(&self, session_hash: &str) -> String {
        self.sign("form", session_hash)
    }

    /// Whether a form of this session was ours.
    pub fn is_form_token(&self, session_hash: &str, token: &str) -> bool {
        same(&self.form_token(session_hash), token)
    }

    /// A key of 256 bits for a purpose other than links.
    pub(super) fn derived(&self, purpose: &str) -> [u8; 32] {
        let mut key = [0; 32];
        let signed = self.mac("derived-key", purpose);
        for (byte, signed) in key.iter_mut().zip(signed) {
            *byte = signed;
        }
        key
    }

    fn sign(&self, purpose: &str, name: &str) -> String {
        hex(&self.mac(purpose, name))
    }

    fn mac(&self, purpose: &str, name: &str) -> Vec<u8> {
        // HMAC takes a key of any length, so the other arm is never reached; an empty signature
        // there would only shut everybody out, because `same` refuses it.
        let key = self.key.expose_secret().as_bytes();
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else {
            return Vec::new();
        };
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(name.as_bytes());
        mac.finalize().into_bytes().to_vec()
    }
}

/// Compares in constant time.
fn same(expected: &str, given: &str) -> bool {
    use subtle::ConstantTimeEq;
    !expected.is_empty() && bool::from(expected.as_bytes().ct_eq(given.as_bytes()))
}

/// The hash under which a random token is stored.
pub fn token_hash(token: &str) -> String {
    hex(&Sha256::digest(token.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Id;

    #[test]
    fn a_link_opens_only_what_it_was_made_for() {
        let key = LinkKey::new("one".into());
        let at = chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let (mine, other) = (BookingId::new(at, [1; 10]), BookingId::new(at, [2; 10]));
        let link = SignInLinkId::new(at, [1; 10]);

        assert!(key.may_manage(mine, &key.manage_key(mine)));
        assert!(!key.may_manage(other, &key.manage_key(mine)));
        assert!(!key.may_manage(mine, ""));
        assert!(!LinkKey::new("two".into()).may_manage(mine, &key.manage_key(mine)));

        let token = key.sign_in_token(link);
        assert_eq!(key.sign_in_link(&token), Some(link));
        assert_eq!(key.sign_in_link(&token[..token.len() - 1]), None);
        assert_eq!(
            key.sign_in_link(&format!("{link}.{}", key.manage_key(mine))),
            None
        );
    }

    #[test]
    fn a_polls_link_opens_it_for_one_city_and_an_answer_for_one_person() {
        let key = LinkKey::new("one".into());
        let at = chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let (poll, other) = (PollId::new(at, [1; 10]), PollId::new(at, [2; 10]));
        let (city, far) = (CityId::new(at, [3; 10]), CityId::new(at, [4; 10]));
        let link = key.poll_key(poll, city);
        assert!(key.may_vote(poll, city, &link));
        assert!(!key.may_vote(poll, far, &link) && !key.may_vote(other, city, &link));

        let voter = VoterId::new(at, [5; 10]);
        let token = key.voter_token(voter);
        assert_eq!(key.voter(&token), Some(voter));
        assert_eq!(key.voter(&format!("{voter}.{link}")), None);
        assert_eq!(LinkKey::new("two".into()).voter(&token), None);
    }
}
