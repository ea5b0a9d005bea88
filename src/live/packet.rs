//! The newest events of a topic as they go over a WebSocket, made once for all who get them.

use super::frames::Header;
use super::protocol::Frame;

/// Events without gaps, one after the other, each with its header (RFC 6455, 5.2).
#[derive(Debug)]
pub struct Packet {
    bytes: Vec<u8>,
    /// Where each begins.
    starts: Vec<usize>,
    /// The seq of the newest.
    last: i64,
}

impl Packet {
    /// Of these events, the newest of which is `last`.
    pub fn new(frames: &[Frame], last: i64) -> Self {
        let length = frames.iter().map(|frame| frame.len() + 10).sum();
        let (mut bytes, mut starts) = (Vec::with_capacity(length), Vec::new());
        for frame in frames {
            starts.push(bytes.len());
            bytes.extend_from_slice(Header::text(frame.len()).bytes());
            bytes.extend_from_slice(frame.as_bytes());
        }
        Self {
            bytes,
            starts,
            last,
        }
    }

    /// All of it.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The seq of the newest.
    pub fn last(&self) -> i64 {
        self.last
    }

    /// Where the first event behind `seq` begins; none where the packet does not go on from there.
    pub fn behind(&self, seq: i64) -> Option<usize> {
        let missing = usize::try_from(self.last.checked_sub(seq)?).ok()?;
        let number = self.starts.len().checked_sub(missing)?;
        self.starts.get(number).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_packet_goes_on_from_each_of_its_places() {
        let frames: Vec<Frame> = vec!["one".into(), "two!".into(), "three".into()];
        let packet = Packet::new(&frames, 12);
        let rest = |seq| packet.behind(seq).map(|from| &packet.bytes()[from..]);
        assert_eq!(rest(9), Some(&b"\x81\x03one\x81\x04two!\x81\x05three"[..]));
        assert_eq!(rest(11), Some(&b"\x81\x05three"[..]));
        assert_eq!(rest(8), None, "an event is missing");
        assert_eq!((rest(12), rest(13)), (None, None));
        assert_eq!(rest(i64::MIN), None);
    }
}
