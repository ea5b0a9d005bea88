use rstest::rstest;

use super::*;
use crate::domain::booking::Part;
use crate::domain::letter::{Place, Visit};
use crate::domain::locale::Locale;
use crate::mail::fixtures::*;

fn text(kind: LetterKind, part: Part, locale: Locale, zone: &str) -> String {
    let visit = Visit { part, ..visit() };
    let letter = letter(kind, reader(part, locale, zone), visit);
    render(&letter, &context()).unwrap().text
}

/// Where the reader of the visit's letters says whether they come.
fn answer_url() -> String {
    let context = context();
    let attendee = visit().attendee_id.unwrap();
    context.link_key.answer_url(&context.public_url, attendee)
}

#[test]
fn the_contacts_invite_in_english() {
    let rendered = render(&invite(), &context()).unwrap();
    let key = context().link_key.manage_key(visit().booking_id);
    let answer = answer_url();
    let expected = format!(
        "Your visit is confirmed

Hello Ann Lee,

Port of Kaohsiung in Kaohsiung (高雄市) is expecting you. The visit takes place online. \
An invitation for your calendar is attached.

Your time, in Seattle
    Tuesday, December 15, 2026, 5:00 PM – 6:00 PM (GMT-8)
Kaohsiung (高雄市)
    Wednesday, December 16, 2026, 9:00 AM – 10:00 AM (GMT+8), next day

Visit: An hour in our harbour
Host: Port of Kaohsiung, Kaohsiung (高雄市)
Guests: Alder Hill School, Seattle
Seats: 12

We show you the port.
Bring questions.

Join the visit
    https://meet.example.org/harbour?x=1&y=2

View or cancel your booking
    https://visits.example.org/bookings/{booking}?key={key}

Whoever has this link can cancel the visit, so please do not pass it on.

Say whether you are coming
    {answer}

Please answer by this link: answers to the calendar invitation are not read.

--
Sent by Sisterline, https://visits.example.org
",
        booking = visit().booking_id,
    );
    assert_eq!(rendered.text, expected);
    assert_eq!(
        rendered.subject,
        "Visit confirmed: An hour in our harbour, Dec 15, 2026"
    );
}

#[test]
fn the_hosts_invite_in_chinese() {
    let visit = Visit {
        part: Part::Host,
        ..visit()
    };
    let reader = reader(Part::Host, Locale::ZhTw, "Asia/Taipei");
    let letter = letter(LetterKind::VisitConfirmed, reader, visit);
    let rendered = render(&letter, &context()).unwrap();
    let answer = answer_url();
    let expected = format!(
        "您有一筆新的參訪預約

林美玲 您好：

「Alder Hill School」（Seattle）預約了一場線上參訪。隨信附上行事曆邀請。

您的當地時間（高雄市）
    2026年12月16日星期三 上午9:00 – 上午10:00（GMT+8）
Seattle
    2026年12月15日星期二 下午5:00 – 下午6:00（GMT-8），前一天

參訪主題：An hour in our harbour
接待單位：Port of Kaohsiung（高雄市）
來訪單位：Alder Hill School（Seattle）
人數：12

We show you the port.
Bring questions.

來訪單位的留言
> Two of us
> use sign language.

加入線上會議
    https://meet.example.org/harbour?x=1&y=2

管理您的參訪
    https://visits.example.org/console

告知是否參加
    {answer}

請使用此連結回覆：系統不會讀取您對行事曆邀請的回覆。

--
本信由 Sisterline 寄出：https://visits.example.org
"
    );
    assert_eq!(rendered.text, expected);
    assert_eq!(
        rendered.subject,
        "新的參訪預約：Alder Hill School（2026年12月16日）"
    );
}

/// The clocks of a visit of an hour that Kaohsiung, or the city given, offers to Seattle.
#[rstest]
#[case::next_day("2026-12-16T01:00:00Z", "America/Los_Angeles", &[
    "Your time, in Seattle\n    Tuesday, December 15, 2026, 5:00 PM – 6:00 PM (GMT-8)\n",
    "Kaohsiung (高雄市)\n    Wednesday, December 16, 2026, 9:00 AM – 10:00 AM (GMT+8), next day\n",
])]
#[case::same_day("2026-12-16T15:00:00Z", "America/Los_Angeles", &[
    "Your time, in Seattle\n    Wednesday, December 16, 2026, 7:00 AM – 8:00 AM (GMT-8)\n",
    "Kaohsiung (高雄市)\n    Wednesday, December 16, 2026, 11:00 PM – 12:00 AM (+1 day) (GMT+8)\n",
])]
#[case::reader_elsewhere("2026-12-16T01:00:00Z", "Asia/Kathmandu", &[
    "Your time (Asia/Kathmandu)\n    Wednesday, December 16, 2026, 6:45 AM – 7:45 AM (GMT+5:45)\n",
    "Kaohsiung (高雄市)\n    Wednesday, December 16, 2026, 9:00 AM – 10:00 AM (GMT+8)\n",
    "Seattle\n    Tuesday, December 15, 2026, 5:00 PM – 6:00 PM (GMT-8), previous day\n",
])]
#[case::before_the_clocks_go_back("2026-11-01T00:00:00Z", "America/Los_Angeles", &[
    "Saturday, October 31, 2026, 5:00 PM – 6:00 PM (GMT-7)\n",
    "Sunday, November 1, 2026, 8:00 AM – 9:00 AM (GMT+8), next day\n",
])]
#[case::after_the_clocks_went_back("2026-11-02T00:00:00Z", "America/Los_Angeles", &[
    "Sunday, November 1, 2026, 4:00 PM – 5:00 PM (GMT-8)\n",
    "Monday, November 2, 2026, 8:00 AM – 9:00 AM (GMT+8), next day\n",
])]
#[case::while_the_clocks_go_back("2026-11-01T08:30:00Z", "America/Los_Angeles", &[
    "Sunday, November 1, 2026, 1:30 AM – 1:30 AM (GMT-7, later GMT-8)\n",
])]
#[case::two_days_apart("2026-12-16T10:30:00Z", "Pacific/Kiritimati", &[
    "Your time (Pacific/Kiritimati)\n    Thursday, December 17, 2026, 12:30 AM – 1:30 AM (GMT+14)\n",
    "Kaohsiung (高雄市)\n    Wednesday, December 16, 2026, 6:30 PM – 7:30 PM (GMT+8), previous day\n",
    "Seattle\n    Wednesday, December 16, 2026, 2:30 AM – 3:30 AM (GMT-8), previous day\n",
])]
fn clocks_in_english(#[case] starts_at: &str, #[case] zone: &str, #[case] expected: &[&str]) {
    let starts_at = at(starts_at);
    let visit = Visit {
        starts_at,
        ends_at: starts_at + chrono::TimeDelta::hours(1),
        ..visit()
    };
    let reader = reader(Part::Contact, Locale::En, zone);
    let letter = letter(LetterKind::VisitConfirmed, reader, visit);
    let rendered = render(&letter, &context()).unwrap();
    for snippet in expected {
        assert!(
            rendered.text.contains(snippet),
            "{snippet}\nis not in\n{}",
            rendered.text
        );
    }
}

#[test]
fn a_city_two_dates_away_is_told_by_days() {
    let place = |name: &str, zone: &str| Place {
        name: name.to_owned(),
        native_name: name.to_owned(),
        zone: zone.to_owned(),
    };
    let starts_at = at("2026-12-16T10:30:00Z");
    let visit = Visit {
        host_city: place("Kiritimati", "Pacific/Kiritimati"),
        guest_city: place("Pago Pago", "Pacific/Pago_Pago"),
        starts_at,
        ends_at: starts_at + chrono::TimeDelta::hours(1),
        ..visit()
    };
    let reader = reader(Part::Contact, Locale::En, "Pacific/Pago_Pago");
    let text = render(
        &letter(LetterKind::VisitConfirmed, reader, visit),
        &context(),
    )
    .unwrap()
    .text;
    assert!(text.contains("Tuesday, December 15, 2026, 11:30 PM – 12:30 AM (+1 day) (GMT-11)\n"));
    assert!(text.contains("Thursday, December 17, 2026, 12:30 AM – 1:30 AM (GMT+14), +2 days\n"));
}

#[rstest]
#[case(Part::Contact, true, false, false)]
#[case(Part::Guest, false, false, false)]
#[case(Part::Host, false, true, true)]
fn everybody_learns_what_is_theirs(
    #[case] part: Part,
    #[case] manage: bool,
    #[case] console: bool,
    #[case] note: bool,
) {
    for kind in [LetterKind::VisitConfirmed, LetterKind::VisitCancelled] {
        for locale in Locale::all() {
            let text = text(kind, part, *locale, "Europe/Prague");
            assert_eq!(text.contains("/bookings/"), manage, "{text}");
            // Everybody is asked whether they come, where there is something to come to.
            let asked = kind == LetterKind::VisitConfirmed;
            assert_eq!(text.contains("/answers/"), asked, "{text}");
            let keys = text.matches("?key=").count();
            assert_eq!(keys, usize::from(manage) + usize::from(asked), "{text}");
            assert_eq!(text.contains("/console"), console, "{text}");
            assert_eq!(text.contains("sign language"), note, "{text}");
            assert!(!text.contains("letter-") && !text.contains("{"), "{text}");
        }
    }
}

#[test]
fn no_calendar_holds_a_link_that_lets_people_in() {
    let calendar = render(&invite(), &context()).unwrap().calendar.unwrap();
    assert!(!calendar.replace("\r\n ", "").contains("key="));
}

#[rstest]
#[case(Locale::En, "Reason given\n> A typhoon is coming.\n> We are sorry.")]
#[case(Locale::ZhTw, "原因\n> A typhoon is coming.\n> We are sorry.")]
fn a_cancellation_says_why_and_takes_the_event_out(#[case] locale: Locale, #[case] expected: &str) {
    let reason = Some("A typhoon is coming.\nWe are sorry.".to_owned());
    let visit = Visit {
        reason,
        sequence: 1,
        ..visit()
    };
    let reader = reader(Part::Contact, locale, "America/Los_Angeles");
    let letter = letter(LetterKind::VisitCancelled, reader, visit);
    let rendered = render(&letter, &context()).unwrap();
    assert!(rendered.text.contains(expected), "{}", rendered.text);
    assert!(
        !rendered.text.contains("meet.example.org"),
        "{}",
        rendered.text
    );
    let calendar = rendered.calendar.unwrap();
    for line in [
        "METHOD:CANCEL",
        "SEQUENCE:1",
        "STATUS:CANCELLED",
        "DTSTAMP:20261125T010000Z",
    ] {
        assert!(calendar.contains(&format!("\r\n{line}\r\n")), "{line}");
    }
    let before = render(&invite(), &context()).unwrap().calendar.unwrap();
    let uid = |ics: &str| {
        ics.lines()
            .find(|l| l.starts_with("UID:"))
            .unwrap()
            .to_owned()
    };
    assert_eq!(uid(&calendar), uid(&before));
}

#[rstest]
#[case(Part::Contact, Locale::En, "The host will tell you how to join.")]
#[case(Part::Host, Locale::En, "Please tell your guests how to join.")]
#[case(Part::Guest, Locale::ZhTw, "接待單位會另行告知如何加入")]
fn a_missing_link_is_said(#[case] part: Part, #[case] locale: Locale, #[case] expected: &str) {
    let visit = Visit {
        part,
        meeting_url: None,
        ..visit()
    };
    let letter = letter(
        LetterKind::VisitConfirmed,
        reader(part, locale, "UTC"),
        visit,
    );
    let rendered = render(&letter, &context()).unwrap();
    assert!(rendered.text.contains(expected), "{}", rendered.text);
    assert!(!rendered.calendar.unwrap().contains("LOCATION"));
}

#[rstest]
#[case(Locale::En, "It works once, for 15 minutes.")]
#[case(Locale::ZhTw, "連結僅能使用一次，15 分鐘內有效。")]
fn signing_in(#[case] locale: Locale, #[case] expected: &str) {
    let letter = sample(LetterKind::SignIn, locale);
    let rendered = render(&letter, &context()).unwrap();
    let Content::SignIn { link, .. } = letter.content else {
        unreachable!()
    };
    let token = context().link_key.sign_in_token(link);
    let url = format!("https://visits.example.org/sign-in/{token}");
    for form in [&rendered.text, &rendered.html] {
        assert!(form.contains(expected) && form.contains(&url), "{form}");
    }
    assert_eq!(rendered.calendar, None);
}

#[test]
fn html_escapes_what_people_typed() {
    let visit = Visit {
        part: Part::Host,
        title: "<script>alert(1)</script>".to_owned(),
        organization: "\"><img src=x onerror=alert(2)>".to_owned(),
        note: "<b>\n</td>".to_owned(),
        meeting_url: Some("https://meet.example.org/?a=\"><script>".to_owned()),
        ..visit()
    };
    let letter = letter(
        LetterKind::VisitConfirmed,
        reader(Part::Host, Locale::En, "UTC"),
        visit,
    );
    let html = render(&letter, &context()).unwrap().html;
    for typed in ["<script", "<img", "<b>", "=\">"] {
        assert!(!html.contains(typed), "{typed} in {html}");
    }
    assert!(html.contains("&#60;script&#62;alert(1)"), "{html}");
}

#[test]
fn html_says_what_the_text_says() {
    let rendered = render(&invite(), &context()).unwrap();
    let unescaped = rendered.html.replace("&#38;", "&").replace("&#39;", "'");
    for line in rendered
        .text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
    {
        // Labels and values are cells of a table there, and a link's address is its target.
        let parts: Vec<&str> = match line.split_once(": ") {
            Some((label, value)) => vec![label, value],
            None if line == "--" => vec![],
            None => vec![line],
        };
        for part in parts {
            assert!(unescaped.contains(part), "{part} is not in the HTML");
        }
    }
    for remote in ["src=", "url(", "@import", "<link"] {
        assert!(!rendered.html.contains(remote), "{remote}");
    }
}

#[test]
fn a_subject_is_one_line() {
    let visit = Visit {
        title: "Tea\r\nBcc: all@example.org\u{0}".to_owned(),
        ..visit()
    };
    let reader = reader(Part::Contact, Locale::En, "UTC");
    let letter = letter(LetterKind::VisitConfirmed, reader, visit);
    let subject = render(&letter, &context()).unwrap().subject;
    assert!(!subject.chars().any(char::is_control), "{subject:?}");
}

#[test]
fn what_cannot_be_written_is_an_error() {
    let reader = reader(Part::Contact, Locale::En, "Mars/Olympus_Mons");
    let nowhere = letter(LetterKind::VisitConfirmed, reader, visit());
    assert!(matches!(
        render(&nowhere, &context()),
        Err(RenderError::Zone(_))
    ));
    let mixed = Letter {
        kind: LetterKind::SignIn,
        ..invite()
    };
    assert!(matches!(
        render(&mixed, &context()),
        Err(RenderError::Mismatch(_))
    ));
}

mod languages;
