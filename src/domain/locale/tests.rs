use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use rstest::rstest;

use super::*;

#[rstest]
#[case("en", Locale::En)]
#[case("en-GB", Locale::En)]
#[case("EN_us", Locale::En)]
#[case("zh-TW", Locale::ZhTw)]
#[case("zh_TW", Locale::ZhTw)]
#[case("zh-Hant", Locale::ZhTw)]
#[case("zh-hant-hk", Locale::ZhTw)]
#[case("zh-CN", Locale::ZhTw)]
#[case(" zh ", Locale::ZhTw)]
#[case("ja-JP", Locale::Ja)]
#[case("ko", Locale::Ko)]
#[case("cs_CZ", Locale::Cs)]
#[case("de-AT", Locale::De)]
#[case("de-CH-1996", Locale::De)]
#[case("es-419", Locale::Es)]
#[case("FR-ca", Locale::Fr)]
fn tags_that_are_understood(#[case] tag: &str, #[case] locale: Locale) {
    assert_eq!(tag.parse(), Ok(locale));
    let json: Locale = serde_json::from_value(tag.into()).unwrap();
    assert_eq!(json, locale);
}

#[rstest]
#[case("")]
#[case("pt-BR")]
#[case("den")]
#[case("english")]
#[case("e")]
#[case("-en")]
#[case("*")]
fn tags_that_are_not(#[case] tag: &str) {
    assert_eq!(tag.parse::<Locale>(), Err(UnknownLocale));
}

#[test]
fn a_locale_is_stored_by_its_tag() {
    assert_eq!(Locale::all().len(), Locale::COUNT);
    for (place, locale) in Locale::all().iter().enumerate() {
        assert_eq!(locale.index(), place);
        assert_eq!(locale.to_string().parse(), Ok(*locale));
        assert_eq!(serde_json::to_value(locale).unwrap(), locale.tag());
    }
}

#[rstest]
#[case("", Locale::En)]
#[case("zh-TW", Locale::ZhTw)]
#[case("zh-TW,zh;q=0.9,en-US;q=0.8,en;q=0.7", Locale::ZhTw)]
#[case("en-US,en;q=0.9,zh-TW;q=0.8", Locale::En)]
#[case::later_but_weightier("en;q=0.4, zh-Hant-TW ; q=0.6", Locale::ZhTw)]
#[case::first_of_equals("zh,en", Locale::ZhTw)]
#[case::unknown_ones_are_passed_over("it,pl;q=0.9,zh-CN;q=0.5,en;q=0.4", Locale::ZhTw)]
#[case::only_unknown_ones("pt-PT,pt;q=0.9", Locale::En)]
#[case::of_another_country("de-AT,de;q=0.9,en;q=0.5", Locale::De)]
#[case::second_best("pt-BR,pt;q=0.9,es;q=0.8,en;q=0.7", Locale::Es)]
#[case::excluded("zh;q=0", Locale::En)]
#[case::anything("*", Locale::En)]
#[case::anything_but_chinese_best("zh-TW,*;q=0.5", Locale::ZhTw)]
#[case::malformed_weights("zh;q=high,zh;q=7,zh;level=1", Locale::En)]
#[case::nonsense(",;,;;q=,zh;q=0.1,\u{0}", Locale::ZhTw)]
#[case::not_a_number("zh;q=NaN", Locale::En)]
fn negotiation(#[case] header: &str, #[case] locale: Locale) {
    assert_eq!(Locale::negotiate(header), locale);
}

#[test]
fn messages_are_formatted() {
    let (en, zh) = (Localizer::of(Locale::En), Localizer::of(Locale::ZhTw));
    assert_eq!((en.locale(), zh.locale()), (Locale::En, Locale::ZhTw));
    assert_eq!(en.count("day-shift-later", 1), "+1 day");
    assert_eq!(en.count("day-shift-later", 2), "+2 days");
    assert_eq!(zh.count("day-shift-later", 2), "+2 天");
    let range = [("start", "a { $end } <b>"), ("end", "b")];
    assert_eq!(
        en.args("time-range", &range),
        "a { $end } <b> – b",
        "arguments are only text"
    );
}

#[rstest]
#[case(Locale::ZhTw, "高雄市", true)]
#[case(Locale::ZhTw, "さいたま市", false)]
#[case(Locale::Ja, "さいたま市", true)]
#[case(Locale::Ja, "高雄市", true)]
#[case(Locale::Ja, "부산", false)]
#[case(Locale::Ko, "부산", true)]
#[case(Locale::Ko, "釜山", false)]
#[case(Locale::Cs, "Plzeň", false)]
#[case(Locale::En, "高雄市", false)]
#[case(Locale::ZhTw, "", false)]
fn names_that_are_read_as_they_are_written(
    #[case] locale: Locale,
    #[case] name: &str,
    #[case] reads: bool,
) {
    assert_eq!(locale.reads(name), reads);
}

#[rstest]
#[case(Locale::Cs, [1, 2, 5], ["+1 den", "+2 dny", "+5 dní"])]
#[case(Locale::De, [1, 2, 5], ["+1 Tag", "+2 Tage", "+5 Tage"])]
#[case(Locale::Es, [1, 2, 5], ["+1 día", "+2 días", "+5 días"])]
#[case(Locale::Fr, [1, 2, 5], ["+1 jour", "+2 jours", "+5 jours"])]
#[case(Locale::Ja, [1, 2, 5], ["+1日", "+2日", "+5日"])]
#[case(Locale::Ko, [1, 2, 5], ["+1일", "+2일", "+5일"])]
fn numbers_take_the_plural_of_the_language(
    #[case] locale: Locale,
    #[case] numbers: [i64; 3],
    #[case] expected: [&str; 3],
) {
    let words = Localizer::of(locale);
    assert_eq!(numbers.map(|n| words.count("day-shift-later", n)), expected);
}

#[test]
fn what_is_missing_is_seen() {
    let zh = Localizer::of(Locale::ZhTw);
    assert_eq!(zh.text("no-such-key"), "no-such-key");
    assert_eq!(zh.text("not a key\n"), "not a key\n");
    assert_eq!(zh.with("time-range", "start", "a"), "a – {$end}");
}

/// The messages of one file, each with the names of its arguments.
fn messages(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages = BTreeMap::<String, BTreeSet<String>>::new();
    let mut current = None;
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-') {
            let key = line.split(['=', ' ']).next().unwrap().to_owned();
            current = Some(messages.entry(key).or_default());
        }
        let name = |rest: &str| {
            rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_')
                .next()
                .unwrap_or_default()
                .to_owned()
        };
        if let Some(arguments) = current.as_mut() {
            arguments.extend(line.split('$').skip(1).map(name));
        }
    }
    messages
}

#[test]
fn every_locale_says_everything() {
    for locale in Locale::all() {
        let mut problems = vec![];
        let catalogue = Catalogue::load(*locale, &mut problems);
        assert_eq!(problems, [""; 0]);
        for ((file, source), (_, english)) in sources(*locale).iter().zip(sources(Locale::En)) {
            let (said, wanted) = (messages(source), messages(english));
            let lacks: Vec<_> = wanted
                .keys()
                .filter(|key| !said.contains_key(*key))
                .collect();
            assert!(lacks.is_empty(), "{locale}/{file} lacks {lacks:#?}");
            assert_eq!(said, wanted, "{locale}/{file}");
            for key in said.keys().filter(|key| !key.starts_with('-')) {
                let message = catalogue.0.get_message(key);
                assert!(
                    message.is_some_and(|m| m.value().is_some()),
                    "{locale}/{file}: {key}"
                );
            }
        }
    }
}

/// The plural categories that a language's whole numbers have (CLDR).
fn plurals(locale: Locale) -> &'static [&'static str] {
    match locale {
        Locale::ZhTw | Locale::Ja | Locale::Ko => &["other"],
        Locale::Cs => &["one", "few", "other"],
        Locale::En | Locale::De | Locale::Es | Locale::Fr => &["one", "other"],
    }
}

#[test]
fn plurals_are_those_of_the_language() {
    for locale in Locale::all() {
        for (file, source) in sources(*locale) {
            for select in source.split("->").skip(1) {
                let variants = select.lines().take_while(|line| line.trim() != "}");
                let named: Vec<&str> = variants
                    .filter_map(|line| line.trim().trim_start_matches('*').strip_prefix('['))
                    .filter_map(|rest| rest.split(']').next())
                    .filter(|name| name.parse::<i64>().is_err())
                    .collect();
                // A message that says the same for all numbers but some needs no plurals.
                if named != ["other"] {
                    assert_eq!(named, plurals(*locale), "{locale}/{file}:{select}");
                }
            }
        }
    }
}

#[test]
fn the_reader_of_the_files_sees_what_is_there() {
    let source = "### c $no\nfirst = a { $one } b\n  c { $two-b }\n\nsecond = { $n ->\n [one] 1\n *[other] { $n } } { -t }\n-t = T\n";
    let expected = [
        ("-t", vec![]),
        ("first", vec!["one", "two-b"]),
        ("second", vec!["n"]),
    ];
    let expected = expected.map(|(key, args)| {
        (
            key.to_owned(),
            args.into_iter().map(str::to_owned).collect::<BTreeSet<_>>(),
        )
    });
    assert_eq!(messages(source), BTreeMap::from(expected));
}

fn files_below(directory: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(directory) else {
        return;
    };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_below(&path, found)
        } else {
            found.push(path)
        }
    }
}

/// The keys that a source or template asks a localizer for by a literal.
fn keys_in(text: &str) -> Vec<&str> {
    [".text(\"", ".count(\"", ".with(\"", ".args(\""]
        .iter()
        .flat_map(|call| text.split(call).skip(1))
        .filter_map(|rest| rest.split('"').next())
        .filter(|key| {
            key.bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        })
        .collect()
}

#[test]
fn every_key_that_is_asked_for_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = vec![];
    // The folders that speak to people; elsewhere a method of the same name is another one.
    for folder in [
        "src/web/pages",
        "src/mail",
        "src/domain/display",
        "templates",
    ] {
        files_below(&root.join(folder), &mut files);
    }
    files.push(root.join("src/domain/display.rs"));
    let mut asked = 0;
    for file in files
        .iter()
        .filter(|file| !file.ends_with("locale/tests.rs"))
    {
        // Files that are no text have no keys.
        let Ok(text) = fs::read_to_string(file) else {
            continue;
        };
        for key in keys_in(&text) {
            asked += 1;
            assert!(
                Catalogue::of(Locale::En).0.has_message(key),
                "{}: {key}",
                file.display()
            );
        }
    }
    assert!(asked > 0, "the search finds nothing any more");
}
