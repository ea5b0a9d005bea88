//! Looks at the headers of frames (RFC 6455, section 5.2) as their bytes arrive, and objects to
//! too big a message before it has been taken in.
//!
//! The WebSocket library compares a frame with its limit only once the whole of it is there, so a
//! client could make the server hold as much as it cares to announce.

/// Longest header that says how long a frame is; the mask behind it is skipped with the payload.
const LONGEST_HEADER: usize = 10;

/// What a client's bytes are objected to for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Objection {
    /// A message that is too big.
    TooBig,
    /// Bits that no extension has been agreed upon for.
    ReservedBits,
}

/// Follows the frames of one connection.
#[derive(Debug)]
pub struct FrameWatch {
    limit: u64,
    header: Vec<u8>,
    /// How many bytes of the current frame are still to come.
    rest: u64,
    /// How many bytes the current message has so far, over all its fragments.
    message: u64,
}

impl FrameWatch {
    /// Allows messages of up to `limit` bytes.
    pub fn new(limit: usize) -> Self {
        Self {
            limit: limit as u64,
            header: Vec::with_capacity(LONGEST_HEADER),
            rest: 0,
            message: 0,
        }
    }

    /// Looks at the next bytes of the connection.
    ///
    /// # Errors
    /// Where they are objectionable; nothing after them makes sense then.
    pub fn see(&mut self, mut bytes: &[u8]) -> Result<(), Objection> {
        while !bytes.is_empty() {
            let skipped = usize::try_from(self.rest).map_or(bytes.len(), |n| n.min(bytes.len()));
            self.rest -= skipped as u64;
            bytes = &bytes[skipped..];
            if let Some((byte, others)) = bytes.split_first() {
                bytes = others;
                self.header.push(*byte);
                self.read_header()?;
            }
        }
        Ok(())
    }

    fn read_header(&mut self) -> Result<(), Objection> {
        let (first, second, length) = match self.header[..] {
            [first, second] if second & 0x7f < 126 => (first, second, u64::from(second & 0x7f)),
            [first, second, a, b] if second & 0x7f == 126 => {
                (first, second, u64::from(u16::from_be_bytes([a, b])))
            }
            [first, second, a, b, c, d, e, f, g, h] => {
                let length = u64::from_be_bytes([a, b, c, d, e, f, g, h]);
                (first, second, length)
            }
            _ => return Ok(()),
        };
        self.header.clear();
        if first & 0x70 != 0 {
            return Err(Objection::ReservedBits);
        }
        self.count(first, length)?;
        let mask = if second & 0x80 == 0 { 0 } else { 4 };
        self.rest = length + mask;
        Ok(())
    }

    /// Adds a frame to its message. Control frames stand between the fragments of another.
    fn count(&mut self, first: u8, length: u64) -> Result<(), Objection> {
        let (is_last, opcode) = (first & 0x80 != 0, first & 0x0f);
        let is_control = opcode & 0x08 != 0;
        let before = if is_control || opcode != 0 {
            0
        } else {
            self.message
        };
        let size = before.saturating_add(length);
        if size > self.limit {
            return Err(Objection::TooBig);
        }
        if !is_control {
            self.message = if is_last { 0 } else { size };
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: u8 = 0x81;
    const TEXT_TO_GO_ON: u8 = 0x01;
    const MORE: u8 = 0x00;
    const LAST: u8 = 0x80;
    const PING: u8 = 0x89;

    /// A masked frame, as clients send it.
    fn frame(first: u8, length: usize) -> Vec<u8> {
        let mut frame = vec![first];
        match length {
            0..126 => frame.push(0x80 | u8::try_from(length).unwrap()),
            126..65536 => {
                frame.push(0x80 | 126);
                frame.extend(u16::try_from(length).unwrap().to_be_bytes());
            }
            _ => {
                frame.push(0x80 | 127);
                frame.extend((length as u64).to_be_bytes());
            }
        }
        frame.extend(vec![0xff; 4 + length]);
        frame
    }

    fn see(frames: &[Vec<u8>], at_a_time: usize) -> Result<(), Objection> {
        let mut watch = FrameWatch::new(1000);
        let bytes = frames.concat();
        bytes
            .chunks(at_a_time)
            .try_for_each(|chunk| watch.see(chunk))
    }

    #[test]
    fn messages_are_measured_however_they_are_cut() {
        let cases = [
            (
                vec![frame(TEXT, 0), frame(TEXT, 125), frame(TEXT, 126)],
                Ok(()),
            ),
            (vec![frame(TEXT, 1000), frame(TEXT, 1000)], Ok(())),
            (vec![frame(TEXT, 1001)], Err(Objection::TooBig)),
            (vec![frame(TEXT, 70_000)], Err(Objection::TooBig)),
            (
                vec![
                    frame(TEXT_TO_GO_ON, 500),
                    frame(MORE, 400),
                    frame(LAST, 100),
                ],
                Ok(()),
            ),
            (
                vec![
                    frame(TEXT_TO_GO_ON, 500),
                    frame(MORE, 400),
                    frame(LAST, 101),
                ],
                Err(Objection::TooBig),
            ),
            (
                vec![
                    frame(TEXT_TO_GO_ON, 600),
                    frame(PING, 100),
                    frame(LAST, 500),
                ],
                Err(Objection::TooBig),
            ),
            (
                vec![
                    frame(TEXT_TO_GO_ON, 900),
                    frame(PING, 125),
                    frame(LAST, 100),
                    frame(TEXT, 1000),
                ],
                Ok(()),
            ),
            (vec![frame(TEXT | 0x40, 5)], Err(Objection::ReservedBits)),
        ];
        for (case, (frames, expected)) in cases.iter().enumerate() {
            for at_a_time in [1, 3, 7, 1 << 20] {
                assert_eq!(
                    see(frames, at_a_time),
                    *expected,
                    "case {case} by {at_a_time}"
                );
            }
        }
    }

    #[test]
    fn a_huge_frame_is_refused_by_its_header_alone() {
        for length in [1_u64 << 30, 1 << 62, u64::MAX] {
            let mut header = vec![TEXT, 0x80 | 127];
            header.extend(length.to_be_bytes());
            assert_eq!(FrameWatch::new(1000).see(&header), Err(Objection::TooBig));
        }
    }
}
