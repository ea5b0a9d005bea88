#!/usr/bin/env python3
"""Reads invites as other people's calendars would, and says what they hold.

Each FILE is a mail (.eml) or a calendar (.ics); `-` is standard input. For every event, and for every set of
busy times, one line of JSON is printed; `validate.mjs` prints the same lines from another parser, so that the two
can be compared.

What is held against a mail is the structure that calendar clients need (CalConnect's iMIP best practices,
RFC 6047): mixed(alternative(text, html, calendar), ics attachment), both calendars the same bytes, the MIME
`method` equal to the body's. Exit code 1, with words on standard error, on the first file that is wrong.
"""

import argparse
import json
import re
import sys
from datetime import datetime, timezone
from email import policy
from email.parser import BytesParser
from email.utils import parseaddr
from pathlib import Path

import icalendar
import vobject


class Invalid(Exception):
    """The input breaks a rule; the message says which."""


def require(condition, words):
    if not condition:
        raise Invalid(words)


def shape(part):
    """The MIME tree as nested lists of content types."""
    if part.is_multipart():
        return [part.get_content_type(), *(shape(child) for child in part.iter_parts())]
    return part.get_content_type()


EXPECTED_SHAPE = [
    "multipart/mixed",
    ["multipart/alternative", "text/plain", "text/html", "text/calendar"],
    "application/ics",
]


def read_mail(raw):
    """A mail as Python's parser reads it, after checking that it is well formed."""
    require(not re.search(rb"(?<!\r)\n|\r(?!\n)", raw), "the mail has a bare CR or LF")
    message = BytesParser(policy=policy.SMTP).parsebytes(raw)
    for part in message.walk():
        require(not part.defects, f"{part.get_content_type()}: {part.defects}")
        for name, value in part.items():
            require(not value.defects, f"header {name}: {value.defects}")
    for name in ("From", "To", "Subject", "Date", "Message-ID"):
        require(len(message.get_all(name, [])) == 1, f"the mail needs exactly one {name} header")
    return message


def calendar_of_mail(raw):
    """The bytes of the calendar part of a mail, and its MIME `method`, after checking the mail."""
    message = read_mail(raw)
    require(shape(message) == EXPECTED_SHAPE, f"MIME tree is {shape(message)}, not {EXPECTED_SHAPE}")
    alternative, attachment = message.iter_parts()
    text, html, inline = alternative.iter_parts()
    for part in (text, html):
        require(part.get_content().strip(), f"the {part.get_content_type()} part is empty")

    require(inline.get("Content-Disposition") is None, "the inline calendar part has a Content-Disposition")
    require(inline.get_content_charset() == "utf-8", "the inline calendar part is not declared as utf-8")
    require(attachment.get_content_disposition() == "attachment", "the ics part is not an attachment")
    require((attachment.get_filename() or "").endswith(".ics"), "the attachment's name does not end in .ics")
    inline_bytes = inline.get_payload(decode=True)
    require(inline_bytes == attachment.get_payload(decode=True), "inline and attached calendar differ")
    return inline_bytes, inline.get_param("method"), message


def check_lines(raw):
    """RFC 5545 3.1: lines end in CRLF, are at most 75 octets, and are UTF-8 without control characters."""
    require(raw.endswith(b"\r\n"), "the calendar does not end in CRLF")
    for line in raw[:-2].split(b"\r\n"):
        require(len(line) <= 75, f"a calendar line of {len(line)} octets: {line!r}")
        require(not re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line), f"a control character in {line!r}")
        try:
            line.decode("utf-8")
        except UnicodeDecodeError as error:
            raise Invalid(f"a calendar line is not UTF-8 (a character split by folding?): {line!r}") from error


def instant(value):
    """An instant as `2027-03-01T01:00:00Z`; a whole day as `2027-03-01`."""
    if not isinstance(value, datetime):
        return value.isoformat()
    require(value.tzinfo is not None, f"{value} is a floating time: it means another instant to each reader")
    return value.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def address(value):
    """The mail address of an ORGANIZER or ATTENDEE, in lower case."""
    text = str(value)
    require(text.lower().startswith("mailto:"), f"{text} is not a mailto address")
    return text[len("mailto:"):].lower()


def optional_text(component, name):
    value = component.get(name)
    return None if value is None else str(value)


def event_record(method, event):
    for name in ("UID", "DTSTAMP", "DTSTART"):
        require(name in event, f"the event has no {name}")
    attendees = event.get("ATTENDEE", [])
    attendees = attendees if isinstance(attendees, list) else [attendees]
    organizer = event.get("ORGANIZER")
    end = event.end
    return {
        "uid": str(event["UID"]),
        "method": method,
        "sequence": int(event.get("SEQUENCE", 0)),
        "stamp": instant(event["DTSTAMP"].dt),
        "start": instant(event.start),
        "end": instant(end),
        "summary": optional_text(event, "SUMMARY"),
        "location": optional_text(event, "LOCATION"),
        "url": optional_text(event, "URL"),
        "conference": optional_text(event, "CONFERENCE"),
        "organizer": None if organizer is None else address(organizer),
        "attendees": [address(one) for one in attendees],
        "attendee_names": [one.params.get("CN") for one in attendees],
        "status": optional_text(event, "STATUS"),
    }


def busy_record(busy):
    """What RFC 5545 3.6.4 asks of busy times: a name, when they were made, and the range that they speak of, in UTC."""
    for name in ("UID", "DTSTAMP", "DTSTART", "DTEND"):
        require(name in busy, f"the busy times have no {name}")
    told = busy.get("FREEBUSY", [])
    told = told if isinstance(told, list) else [told]
    start, end = instant(busy["DTSTART"].dt), instant(busy["DTEND"].dt)
    times = [[instant(period.start), instant(period.end)] for period in told]
    require(all(start <= begin < until <= end for begin, until in times), "busy times outside of their range")
    require(times == sorted(times), "the busy times are in no order")
    return {
        "uid": str(busy["UID"]),
        "stamp": instant(busy["DTSTAMP"].dt),
        "start": start,
        "end": end,
        "busy": times,
    }


def records_by_icalendar(raw):
    calendars = icalendar.Calendar.from_ical(raw, multiple=True)
    require(len(calendars) == 1, f"{len(calendars)} calendars in one object")
    calendar = calendars[0]
    for component in calendar.walk():
        require(component.errors == [], f"icalendar, {component.name}: {component.errors}")
    for name in ("VERSION", "PRODID"):
        require(name in calendar, f"the calendar has no {name}")
    method = optional_text(calendar, "METHOD")
    events, busy = calendar.walk("VEVENT"), calendar.walk("VFREEBUSY")
    require(events or busy, "the calendar holds no event")
    return method, [*(event_record(method, event) for event in events), *map(busy_record, busy)]


def check_with_vobject(raw, records):
    """vobject must accept the calendar and find the same in it at the same instants."""
    calendar = vobject.readOne(raw.decode("utf-8"))
    try:
        calendar.validate(raiseException=True)
    except vobject.base.ValidateError as error:
        raise Invalid(f"vobject: {error}") from error
    found = (*calendar.contents.get("vevent", ()), *calendar.contents.get("vfreebusy", ()))
    seen = [(one.uid.value, instant(one.dtstart.value)) for one in found]
    expected = [(record["uid"], record["start"]) for record in records]
    require(seen == expected, f"vobject reads {seen}, icalendar {expected}")


def check_itip(method, records, recipient_rules):
    """What RFC 5546 asks of a scheduling message: one event, an organizer, attendees, a fitting status."""
    require(method in ("REQUEST", "CANCEL"), f"METHOD {method} is none that the service sends")
    require(len(records) == 1, "a scheduling message holds one event")
    record = records[0]
    require(record["organizer"], "a scheduling message needs an ORGANIZER")
    require(record["attendees"], "a scheduling message needs an ATTENDEE")
    require(record["organizer"] not in record["attendees"], "the organizer is invited to their own event")
    require(record["summary"], "the event has no SUMMARY")
    if method == "CANCEL":
        require(record["status"] == "CANCELLED", f"METHOD CANCEL with STATUS {record['status']}")
    else:
        require(record["status"] != "CANCELLED", "METHOD REQUEST with STATUS CANCELLED")
    if recipient_rules:
        sender, recipient = recipient_rules
        require(record["organizer"] == sender, f"From is {sender}, ORGANIZER {record['organizer']}")
        require(recipient in record["attendees"], f"the recipient {recipient} is no ATTENDEE")


def validate(raw, kind):
    recipient_rules = None
    if kind == "eml":
        raw, mime_method, message = calendar_of_mail(raw)
        sender, recipient = (parseaddr(str(message[name]))[1].lower() for name in ("From", "To"))
        recipient_rules = (sender, recipient)
    check_lines(raw)
    method, records = records_by_icalendar(raw)
    if kind == "eml":
        require(mime_method is not None, "the inline calendar part has no method parameter")
        require(mime_method == method, f"MIME method {mime_method}, METHOD {method}")
    check_with_vobject(raw, records)
    if method is not None:
        check_itip(method, records, recipient_rules)
    return records


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", metavar="FILE", help="a .eml or .ics file; - for standard input")
    parser.add_argument("--type", choices=("eml", "ics"), help="what the input is, where the name does not say")
    arguments = parser.parse_args()
    for name in arguments.files:
        kind = arguments.type or Path(name).suffix.lstrip(".")
        if kind not in ("eml", "ics"):
            parser.error(f"{name}: say --type eml or --type ics")
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        try:
            for record in validate(raw, kind):
                print(json.dumps(record, ensure_ascii=False))
        except (Invalid, ValueError, vobject.base.VObjectError) as error:
            sys.exit(f"{name}: {error}")


if __name__ == "__main__":
    main()
