#!/usr/bin/env python3
"""Holds mails to the facts that they are to tell: the headers, the MIME tree, and every time in the text.

MANIFEST is a JSON list with an entry a mail: `file`, `language`, `from`, `to`, `written`, `in_reply_to`, `list` (whether
it can be left), `calendar` (whether it carries one), `zones` (the reader's first), and the instants: `times` are told on
every clock, `reader_times` on the reader's alone, `deadlines` are single moments on the reader's.

The clocks are the system's (zoneinfo), the words are written down here: nothing of the service is used. A time that
is missing, wrong, told twice or not in the manifest fails the mail; exit code 1, with words on standard error.
"""

import json
import re
import sys
from datetime import datetime
from email.utils import parseaddr
from pathlib import Path
from zoneinfo import ZoneInfo

from validate import EXPECTED_SHAPE, Invalid, read_mail, require, shape

PLAIN_SHAPE = ["multipart/alternative", "text/plain", "text/html"]

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}
# From Monday on, as datetime counts them.
WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "zh-TW": "星期一 星期二 星期三 星期四 星期五 星期六 星期日",
    "ja": "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日",
    "ko": "월요일 화요일 수요일 목요일 금요일 토요일 일요일",
    "cs": "pondělí úterý středa čtvrtek pátek sobota neděle",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
}
DATES = {
    "en": "{weekday}, {month} {day}, {year}",
    "zh-TW": "{year}年{number}月{day}日{weekday}",
    "ja": "{year}年{number}月{day}日{weekday}",
    "ko": "{year}년 {number}월 {day}일 {weekday}",
    "cs": "{weekday} {day}. {month} {year}",
    "de": "{weekday}, {day}. {month} {year}",
    "es": "{weekday}, {day} de {month} de {year}",
    "fr": "{weekday} {day} {month} {year}",
}
NEXT_DAY = {
    "en": "next day", "zh-TW": "隔天", "ja": "翌日", "ko": "다음 날",
    "cs": "následující den", "de": "am nächsten Tag", "es": "al día siguiente", "fr": "le lendemain",
}
PREVIOUS_DAY = {
    "en": "previous day", "zh-TW": "前一天", "ja": "前日", "ko": "전날",
    "cs": "předchozí den", "de": "am Tag davor", "es": "el día anterior", "fr": "la veille",
}
# A time of the day with the words before and after it that belong to it; what is no clock has neither.
TIME = re.compile(r"(?:(?:凌晨|清晨|上午|中午|下午|晚上)|(?:오전|오후) )?(?<!\d)\d{1,2}:\d\d(?!\d)(?: [AP]M)?")
OFFSET = re.compile(r"(?:GMT|UTC)(?:[-+]\d{1,2}(?::\d\d)?)?")
# The Chinese parts of the day, each with the hour it begins with.
CHINESE_HOURS = ((19, "晚上"), (13, "下午"), (12, "中午"), (8, "上午"), (5, "清晨"), (0, "凌晨"))


def time_of(language, at):
    """A time of the day as the language writes it."""
    hour, twelve = at.hour, at.hour % 12 or 12
    match language:
        case "en":
            return f"{twelve}:{at:%M} {'PM' if hour >= 12 else 'AM'}"
        case "ko":
            return f"{'오후' if hour >= 12 else '오전'} {twelve}:{at:%M}"
        case "zh-TW":
            part = next(part for begins, part in CHINESE_HOURS if hour >= begins)
            return f"{part}{twelve}:{at:%M}"
        case "de" | "es" | "fr":
            return f"{hour:02}:{at:%M}"
        case _:
            return f"{hour}:{at:%M}"


def date_of(language, at):
    """A date with its day of the week."""
    month = MONTHS[language].split()[at.month - 1] if language in MONTHS else ""
    weekday = WEEKDAYS[language].split()[at.weekday()]
    return DATES[language].format(weekday=weekday, month=month, number=at.month, day=at.day, year=at.year)


def offset_of(language, at):
    """The offset from UTC, such as `GMT+5:45`."""
    minutes = int(at.utcoffset().total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    number = f"{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "") if minutes else ""
    return f"{'UTC' if language == 'fr' else 'GMT'}{number}"


def moments(text):
    """The lines that tell a moment: each with its times and offsets, as they are written."""
    for line in text.splitlines():
        offsets = OFFSET.findall(line)
        if offsets:
            yield line.strip(), TIME.findall(OFFSET.sub("", line)), offsets


def tells_span(language, line, times, offsets, start, end, days):
    """Whether a line tells this interval, on a clock whose date is so many days from the reader's."""
    zones = [offset_of(language, start)]
    if offset_of(language, end) != zones[0]:
        zones.append(offset_of(language, end))
    shifts = {NEXT_DAY[language]: days == 1, PREVIOUS_DAY[language]: days == -1}
    return (
        date_of(language, start) in line
        and times == [time_of(language, start), time_of(language, end)]
        and offsets == zones
        and ("+1" in OFFSET.sub("", line)) == (end.date() != start.date())
        and all(line.endswith(words) == said for words, said in shifts.items())
    )


def tells_moment(language, line, times, offsets, at):
    """Whether a line tells this moment; its short date is only looked at for the day and the year."""
    numbers = [int(number) for number in re.findall(r"\d+", line)]
    return (
        times == [time_of(language, at)]
        and offsets == [offset_of(language, at)]
        and at.day in numbers
        and at.year in numbers
    )


def check_times(text, expected):
    """Every instant is told once on each of its clocks, and nothing else is told."""
    language = expected["language"]
    zones = [ZoneInfo(zone) for zone in expected["zones"]]
    spans = [(span, zone) for span in expected["times"] for zone in zones]
    spans += [(span, zones[0]) for span in expected["reader_times"]]
    left = list(moments(text))

    def take(words, matches):
        found = [moment for moment in left if matches(*moment)]
        require(found, f"{words} is not told in\n{text}")
        left.remove(found[0])

    for (start, end), zone in spans:
        here = [datetime.fromisoformat(at).astimezone(zone) for at in (start, end)]
        reader = datetime.fromisoformat(start).astimezone(zones[0])
        days = (here[0].date() - reader.date()).days
        take(f"{here[0]} to {here[1]}, {days} days off,", lambda *line: tells_span(language, *line, *here, days))
    for deadline in expected["deadlines"]:
        at = datetime.fromisoformat(deadline).astimezone(zones[0])
        take(f"{at}", lambda *line: tells_moment(language, *line, at))
    require(not left, f"nobody said {[line for line, *_ in left]} in\n{text}")


def check_headers(message, expected):
    for name in ("Reply-To", "MIME-Version", "Auto-Submitted"):
        require(len(message.get_all(name, [])) == 1, f"the mail needs exactly one {name} header")
    require(message["Auto-Submitted"] == "auto-generated", "Auto-Submitted is something else")
    for name, key in (("From", "from"), ("Reply-To", "from"), ("To", "to")):
        address = parseaddr(str(message[name]))[1]
        require(address == expected[key], f"{name} is {address}, not {expected[key]}")
    require(str(message["Subject"]).strip(), "the subject is empty")
    written = datetime.fromisoformat(expected["written"])
    require(message["Date"].datetime == written, f"Date is {message['Date']}, not {written}")
    for name in ("In-Reply-To", "References"):
        require(message[name] == expected["in_reply_to"], f"{name} is {message[name]}")
    leaves = re.fullmatch(r"<https://\S+>", message["List-Unsubscribe"] or "")
    require(bool(leaves) == expected["list"], f"List-Unsubscribe is {message['List-Unsubscribe']}")
    post = "List-Unsubscribe=One-Click" if expected["list"] else None
    require(message["List-Unsubscribe-Post"] == post, f"List-Unsubscribe-Post is {message['List-Unsubscribe-Post']}")


def check(raw, expected):
    """The Message-ID of a mail that is as expected."""
    message = read_mail(raw)
    check_headers(message, expected)
    tree = EXPECTED_SHAPE if expected["calendar"] else PLAIN_SHAPE
    require(shape(message) == tree, f"MIME tree is {shape(message)}, not {tree}")
    parts = {part.get_content_type(): part for part in message.walk()}
    text, html = (parts[kind].get_content() for kind in ("text/plain", "text/html"))
    require(f"<html lang=\"{expected['language']}\">" in html, "the HTML is in another language")
    require(not re.search(r"letter-[a-z]|[{}]", text), f"a word is missing in\n{text}")
    check_times(text, expected)
    return str(message["Message-ID"])


def main():
    manifest = Path(sys.argv[1])
    seen = {}
    for expected in json.loads(manifest.read_text("utf-8")):
        name = expected["file"]
        try:
            number = check((manifest.parent / name).read_bytes(), expected)
            require(number not in seen, f"{number} is also the Message-ID of {seen.get(number)}")
            seen[number] = name
        except (Invalid, ValueError) as error:
            sys.exit(f"{name}, {expected['kind']} in {expected['language']}: {error}")
    print(len(seen))


if __name__ == "__main__":
    main()
