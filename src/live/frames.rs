//! The frames of WebSockets (RFC 6455, section 5), as bytes in and messages out, without a socket.
//!
//! What is objectionable is so as soon as its header is there: nothing is held for a frame that is
//! announced too big, and what is held of a message is what has come of it.

/// Longest header of a frame: two bytes, eight of length, four of mask.
const LONGEST_HEADER: usize = 14;

/// Most bytes that a control frame carries.
const CONTROL_BYTES: usize = 125;

/// What a client has sent, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// A text, all its fragments together.
    Text(String),
    /// A binary message.
    Binary,
    /// A ping, with what the pong has to carry.
    Ping(Vec<u8>),
    /// A pong.
    Pong,
    /// The client closes.
    Close,
}

/// What a client's bytes are objected to for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Objection {
    /// A message that is too big.
    TooBig,
    /// What the protocol does not allow.
    Broken,
    /// A text that is not UTF-8.
    NotUtf8,
}

/// Kinds of frames, by their opcodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opcode {
    Continuation = 0,
    Text = 1,
    Binary = 2,
    Close = 8,
    Ping = 9,
    Pong = 10,
}

impl Opcode {
    fn of(first: u8) -> Result<Self, Objection> {
        Ok(match first & 0x0f {
            0 => Self::Continuation,
            1 => Self::Text,
            2 => Self::Binary,
            8 => Self::Close,
            9 => Self::Ping,
            10 => Self::Pong,
            _ => return Err(Objection::Broken),
        })
    }

    fn is_control(self) -> bool {
        matches!(self, Self::Close | Self::Ping | Self::Pong)
    }
}

/// A frame whose header has been read.
#[derive(Debug)]
struct Frame {
    opcode: Opcode,
    is_last: bool,
    mask: [u8; 4],
    /// Bytes of the payload so far, and altogether.
    come: usize,
    length: usize,
}

/// Reads what one client sends.
#[derive(Debug)]
pub struct Reader {
    limit: usize,
    header: [u8; LONGEST_HEADER],
    header_come: usize,
    frame: Option<Frame>,
    /// The message so far, over all its fragments, and what it is; none between two messages.
    message: Vec<u8>,
    kind: Option<Opcode>,
    /// The control frame so far. These stand between the fragments of messages.
    control: Vec<u8>,
}

impl Reader {
    /// Allows messages of up to `limit` bytes.
    pub fn new(limit: usize) -> Self {
        Self {
            limit,
            header: [0; LONGEST_HEADER],
            header_come: 0,
            frame: None,
            message: Vec::new(),
            kind: None,
            control: Vec::new(),
        }
    }

    /// Takes from `bytes` up to the end of the next message; `None` where more have to come.
    ///
    /// # Errors
    /// Where they are objectionable; nothing after them makes sense then.
    pub fn read(&mut self, bytes: &mut &[u8]) -> Result<Option<Heard>, Objection> {
        loop {
            if self.frame.is_none() {
                let Some((byte, others)) = bytes.split_first() else {
                    return Ok(None);
                };
                *bytes = others;
                self.header[self.header_come] = *byte;
                self.header_come += 1;
                self.read_header()?;
            }
            if let Some(heard) = self.read_payload(bytes)? {
                return Ok(Some(heard));
            }
            if bytes.is_empty() {
                return Ok(None);
            }
        }
    }

    /// Looks at as much of a header as there is, and objects as early as can be.
    fn read_header(&mut self) -> Result<(), Objection> {
        let [first, second, rest @ ..] = self.header;
        let come = self.header_come;
        if come < 2 {
            return Ok(());
        }
        let is_last = first & 0x80 != 0;
        let opcode = Opcode::of(first)?;
        let is_masked = second & 0x80 != 0;
        // Bits that no extension has been agreed upon for.
        if first & 0x70 != 0 || !is_masked {
            return Err(Objection::Broken);
        }
        let (length, mask_at) = match (second & 0x7f, rest) {
            (126, _) if come < 4 => return Ok(()),
            (126, [a, b, ..]) => (u64::from(u16::from_be_bytes([a, b])), 4),
            (127, _) if come < 10 => return Ok(()),
            (127, [a, b, c, d, e, f, g, h, ..]) => {
                (u64::from_be_bytes([a, b, c, d, e, f, g, h]), 10)
            }
            (length, _) => (u64::from(length), 2),
        };
        let length = self.allowed(opcode, is_last, length)?;
        if come < mask_at + 4 {
            return Ok(());
        }
        let mut mask = [0; 4];
        mask.copy_from_slice(&self.header[mask_at..mask_at + 4]);
        self.header_come = 0;
        self.frame = Some(Frame {
            opcode,
            is_last,
            mask,
            come: 0,
            length,
        });
        Ok(())
    }

    /// The length of a frame's payload, where such a frame may come now.
    fn allowed(&self, opcode: Opcode, is_last: bool, length: u64) -> Result<usize, Objection> {
        let length = usize::try_from(length).map_err(|_| Objection::TooBig)?;
        if opcode.is_control() {
            let is_short = is_last && length <= CONTROL_BYTES;
            return is_short.then_some(length).ok_or(Objection::Broken);
        }
        let goes_on = opcode == Opcode::Continuation;
        if goes_on != self.kind.is_some() {
            return Err(Objection::Broken);
        }
        let fits = self.message.len().saturating_add(length) <= self.limit;
        fits.then_some(length).ok_or(Objection::TooBig)
    }

    fn read_payload(&mut self, bytes: &mut &[u8]) -> Result<Option<Heard>, Objection> {
        let Some(frame) = &mut self.frame else {
            return Ok(None);
        };
        let (now, later) = bytes.split_at(bytes.len().min(frame.length - frame.come));
        *bytes = later;
        let target = if frame.opcode.is_control() {
            &mut self.control
        } else {
            &mut self.message
        };
        let unmasked = now.iter().zip(frame.come..);
        target.extend(unmasked.map(|(byte, at)| byte ^ frame.mask[at % 4]));
        frame.come += now.len();
        if frame.come < frame.length {
            return Ok(None);
        }
        let (opcode, is_last) = (frame.opcode, frame.is_last);
        self.frame = None;
        self.end_frame(opcode, is_last)
    }

    fn end_frame(&mut self, opcode: Opcode, is_last: bool) -> Result<Option<Heard>, Objection> {
        match opcode {
            Opcode::Ping => return Ok(Some(Heard::Ping(std::mem::take(&mut self.control)))),
            Opcode::Pong => {
                self.control.clear();
                return Ok(Some(Heard::Pong));
            }
            Opcode::Close => {
                check_close(&std::mem::take(&mut self.control))?;
                return Ok(Some(Heard::Close));
            }
            Opcode::Text | Opcode::Binary => self.kind = Some(opcode),
            Opcode::Continuation => {}
        }
        if !is_last {
            return Ok(None);
        }
        let message = std::mem::take(&mut self.message);
        if self.kind.take() == Some(Opcode::Binary) {
            return Ok(Some(Heard::Binary));
        }
        let text = String::from_utf8(message).map_err(|_| Objection::NotUtf8)?;
        Ok(Some(Heard::Text(text)))
    }
}

/// Whether a close says what it may (RFC 6455, section 7.4): nothing, or a code and a text.
fn check_close(payload: &[u8]) -> Result<(), Objection> {
    let (code, reason) = match payload {
        [] => return Ok(()),
        [a, b, reason @ ..] => (u16::from_be_bytes([*a, *b]), reason),
        [_] => return Err(Objection::Broken),
    };
    if !matches!(code, 1000..=1003 | 1007..=1014 | 3000..=4999) {
        return Err(Objection::Broken);
    }
    let is_text = std::str::from_utf8(reason).is_ok();
    is_text.then_some(()).ok_or(Objection::NotUtf8)
}

/// The header of a frame of ours: servers mask nothing.
#[derive(Debug, Clone, Copy)]
pub struct Header {
    bytes: [u8; 10],
    length: u8,
}

impl Header {
    /// Of a text of `length` bytes.
    pub fn text(length: usize) -> Self {
        Self::new(Opcode::Text, length)
    }

    fn new(opcode: Opcode, length: usize) -> Self {
        let mut bytes = [0; 10];
        bytes[0] = 0x80 | opcode as u8;
        let header = match length {
            0..126 => {
                bytes[1] = length.to_le_bytes()[0];
                2
            }
            126..=0xffff => {
                bytes[1] = 126;
                let [.., high, low] = length.to_be_bytes();
                bytes[2..4].copy_from_slice(&[high, low]);
                4
            }
            _ => {
                bytes[1] = 127;
                bytes[2..].copy_from_slice(&(length as u64).to_be_bytes());
                10
            }
        };
        Self {
            bytes,
            length: header,
        }
    }

    /// As it is sent.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes[..usize::from(self.length)]
    }
}

/// A ping, whole.
pub fn ping() -> Vec<u8> {
    control(Opcode::Ping, &[])
}

/// The answer to a ping, whole.
pub fn pong(payload: &[u8]) -> Vec<u8> {
    control(Opcode::Pong, payload)
}

/// A close, whole.
pub fn close(code: u16, reason: &str) -> Vec<u8> {
    let payload = [&code.to_be_bytes(), reason.as_bytes()].concat();
    control(Opcode::Close, &payload)
}

fn control(opcode: Opcode, payload: &[u8]) -> Vec<u8> {
    let payload = &payload[..payload.len().min(CONTROL_BYTES)];
    [Header::new(opcode, payload.len()).bytes(), payload].concat()
}

#[cfg(test)]
mod tests;
