use super::*;
use crate::domain::letter::LetterKind;
use crate::domain::locale::Locale;
use crate::mail::fixtures::*;
use crate::mail::message::compose;

#[tokio::test]
async fn a_directory_gets_one_private_file_a_letter() {
    let parent = tempfile::tempdir().unwrap();
    let directory = parent.path().join("mail");
    let transport = Transport::File(directory.as_path().into());
    let message = compose(&invite(), &context()).unwrap();
    transport.send(message.clone()).await.unwrap();
    transport.send(message.clone()).await.unwrap();

    let files: Vec<_> = std::fs::read_dir(&directory)
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let [file] = files.as_slice() else {
        panic!("{files:?}")
    };
    assert_eq!(
        file.file_name().to_str().unwrap(),
        format!("{}.eml", message.letter)
    );
    assert_eq!(std::fs::read(file.path()).unwrap(), message.raw);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[tokio::test]
async fn a_directory_that_cannot_be_made_delays() {
    let parent = tempfile::tempdir().unwrap();
    let file = parent.path().join("taken");
    std::fs::write(&file, "").unwrap();
    let transport = Transport::File(file.join("mail").into());
    let sent = transport
        .send(compose(&invite(), &context()).unwrap())
        .await;
    assert!(matches!(sent, Err(SendError::Transient(_))), "{sent:?}");
}

#[tokio::test]
async fn memory_keeps_the_newest_first() {
    let memory = Memory::default();
    let transport = Transport::Memory(memory.clone());
    let first = compose(&invite(), &context()).unwrap();
    let mut later = compose(&sample(LetterKind::SignIn, Locale::En), &context()).unwrap();
    transport.send(first.clone()).await.unwrap();
    for n in 0..KEPT {
        use crate::domain::id::Id;
        let nth = u16::try_from(n).unwrap().to_be_bytes();
        let random = [nth[0], nth[1], 0, 0, 0, 0, 0, 0, 0, nth[1]];
        later.letter = LetterId::new(at("2026-11-24T05:00:00Z"), random);
        assert!(memory.of(first.letter).is_some(), "{n}");
        transport.send(later.clone()).await.unwrap();
    }
    assert_eq!(memory.newest().len(), KEPT);
    assert_eq!(memory.newest()[0].letter, later.letter);
    assert_eq!(memory.of(later.letter).unwrap().raw, later.raw);
    assert!(memory.of(first.letter).is_none());
}
