use proptest::prelude::*;

use super::*;

const LIMIT: usize = 1000;
const TEXT: u8 = 0x81;
const TEXT_TO_GO_ON: u8 = 0x01;
const MORE: u8 = 0x00;
const LAST: u8 = 0x80;
const BINARY: u8 = 0x82;
const CLOSE: u8 = 0x88;
const PING: u8 = 0x89;
const PONG: u8 = 0x8a;

/// A masked frame, as clients send it.
fn frame(first: u8, payload: &[u8]) -> Vec<u8> {
    let mask = [0x5a, 0x00, 0xff, 0x13];
    let mut frame = vec![first];
    match payload.len() {
        length @ 0..126 => frame.push(0x80 | u8::try_from(length).unwrap()),
        length @ 126..65536 => {
            frame.push(0x80 | 126);
            frame.extend(u16::try_from(length).unwrap().to_be_bytes());
        }
        length => {
            frame.push(0x80 | 127);
            frame.extend((length as u64).to_be_bytes());
        }
    }
    frame.extend(mask);
    frame.extend(
        payload
            .iter()
            .zip(0..)
            .map(|(byte, at)| byte ^ mask[at % 4]),
    );
    frame
}

fn spaces(first: u8, length: usize) -> Vec<u8> {
    frame(first, &vec![b' '; length])
}

/// What is heard of bytes that come so many at a time, up to an objection.
fn hear(bytes: &[u8], at_a_time: usize) -> (Vec<Heard>, Option<Objection>) {
    let (mut reader, mut heard) = (Reader::new(LIMIT), Vec::new());
    for mut some in bytes.chunks(at_a_time) {
        loop {
            match reader.read(&mut some) {
                Ok(Some(message)) => heard.push(message),
                Ok(None) => break,
                Err(objection) => return (heard, Some(objection)),
            }
        }
        assert!(some.is_empty(), "everything is taken");
    }
    (heard, None)
}

#[test]
fn messages_are_read_and_measured_however_they_are_cut() {
    let text = |length| Heard::Text(" ".repeat(length));
    let too_big = Some(Objection::TooBig);
    let broken = Some(Objection::Broken);
    let cases = [
        (
            vec![spaces(TEXT, 0), spaces(TEXT, 125), spaces(TEXT, 126)],
            vec![text(0), text(125), text(126)],
            None,
        ),
        (vec![spaces(TEXT, LIMIT); 2], vec![text(LIMIT); 2], None),
        (vec![spaces(TEXT, LIMIT + 1)], vec![], too_big),
        (vec![spaces(TEXT, 70_000)], vec![], too_big),
        (
            vec![
                spaces(TEXT_TO_GO_ON, 500),
                spaces(MORE, 400),
                spaces(LAST, 100),
            ],
            vec![text(LIMIT)],
            None,
        ),
        (
            vec![
                spaces(TEXT_TO_GO_ON, 500),
                spaces(MORE, 400),
                spaces(LAST, 101),
            ],
            vec![],
            too_big,
        ),
        (
            vec![
                spaces(TEXT_TO_GO_ON, 900),
                frame(PING, b"!"),
                spaces(LAST, 100),
                spaces(TEXT, LIMIT),
            ],
            vec![Heard::Ping(b"!".to_vec()), text(LIMIT), text(LIMIT)],
            None,
        ),
        (
            vec![spaces(BINARY, 3), spaces(PONG, 3)],
            vec![Heard::Binary, Heard::Pong],
            None,
        ),
        (vec![frame(TEXT, b"\xff")], vec![], Some(Objection::NotUtf8)),
        // A character may be cut by fragments.
        (
            vec![frame(TEXT_TO_GO_ON, b"\xc3"), frame(LAST, b"\xa9")],
            vec![Heard::Text("é".into())],
            None,
        ),
        (vec![spaces(TEXT | 0x40, 5)], vec![], broken),
        (vec![spaces(0x83, 5)], vec![], broken),
        (vec![spaces(0x8b, 5)], vec![], broken),
        (vec![spaces(LAST, 5)], vec![], broken),
        (
            vec![spaces(TEXT_TO_GO_ON, 5), spaces(TEXT, 5)],
            vec![],
            broken,
        ),
        (vec![spaces(PING, 126)], vec![], broken),
        (vec![spaces(0x09, 5)], vec![], broken),
        (vec![b"\x81\x02{}".to_vec()], vec![], broken),
    ];
    for (case, (frames, messages, objection)) in cases.iter().enumerate() {
        for at_a_time in [1, 3, 7, 1 << 20] {
            let heard = hear(&frames.concat(), at_a_time);
            let expected = (messages.clone(), *objection);
            assert_eq!(heard, expected, "case {case} by {at_a_time}");
        }
    }
}

#[test]
fn a_close_says_nothing_or_a_code_and_a_text() {
    let cases = [
        (&b""[..], None),
        (b"\x03\xe8", None),
        (b"\x03\xe9going away", None),
        (b"\x0f\xa1", None),
        (b"\x03", Some(Objection::Broken)),
        (b"\x00\x01", Some(Objection::Broken)),
        (b"\x03\xed", Some(Objection::Broken)),
        (b"\x03\xe8\xff", Some(Objection::NotUtf8)),
    ];
    for (payload, objection) in cases {
        let (heard, objected) = hear(&frame(CLOSE, payload), 1);
        assert_eq!(objected, objection, "{payload:?}");
        assert_eq!(heard.len(), usize::from(objection.is_none()));
    }
}

#[test]
fn a_huge_frame_is_refused_by_its_header_alone_and_held_for_by_nothing() {
    for length in [LIMIT as u64 + 1, 1 << 30, 1 << 62, u64::MAX] {
        let mut header = vec![TEXT, 0x80 | 127];
        header.extend(length.to_be_bytes());
        let mut reader = Reader::new(LIMIT);
        assert_eq!(reader.read(&mut &header[..]), Err(Objection::TooBig));
        assert_eq!(reader.message.capacity(), 0);
    }
}

#[test]
fn our_headers_tell_the_length() {
    let cases = [
        (0, &[0x81, 0][..]),
        (125, &[0x81, 125]),
        (126, &[0x81, 126, 0, 126]),
        (0xffff, &[0x81, 126, 0xff, 0xff]),
        (0x1_0000, &[0x81, 127, 0, 0, 0, 0, 0, 1, 0, 0]),
    ];
    for (length, expected) in cases {
        assert_eq!(Header::text(length).bytes(), expected);
    }
    assert_eq!(ping(), [0x89, 0]);
    assert_eq!(pong(b"ab"), [0x8a, 2, b'a', b'b']);
    assert_eq!(close(1001, "x"), [0x88, 3, 0x03, 0xe9, b'x']);
    assert_eq!(pong(&[0; 200]).len(), 2 + CONTROL_BYTES);
}

proptest! {
    /// Whatever comes, the reader neither panics nor holds more than a message, and how the bytes
    /// are cut changes nothing.
    #[test]
    fn whatever_comes_is_read_alike_and_bounded(
        bytes in prop::collection::vec(any::<u8>(), 0..400),
        at_a_time in 1_usize..50,
    ) {
        prop_assert_eq!(hear(&bytes, at_a_time), hear(&bytes, 400));
    }

    #[test]
    fn fragments_come_together(
        text in "\\PC{0,200}",
        cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..5),
        at_a_time in 1_usize..50,
    ) {
        let payload = text.as_bytes();
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(payload.len() + 1)).collect();
        cuts.sort_unstable();
        let mut bytes = Vec::new();
        let (mut from, mut first) = (0, TEXT_TO_GO_ON);
        for cut in cuts {
            bytes.extend(frame(first, &payload[from..cut]));
            (from, first) = (cut, MORE);
        }
        bytes.extend(frame(first | LAST, &payload[from..]));
        prop_assert_eq!(hear(&bytes, at_a_time), (vec![Heard::Text(text)], None));
    }
}
