#!/usr/bin/env python3
"""The checkers are checked: they pass a right invite and fail each wrong one; the sink keeps what it is sent."""

import base64
import json
import os
import smtplib
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).parent
SUMMARY = "參訪 Visit: Kaohsiung–Seattle, harbours and \"ports\""

REQUEST = "\r\n".join([
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sisterline//test//EN", "METHOD:REQUEST", "BEGIN:VEVENT",
    "UID:0190-visit@example.org", "DTSTAMP:20270101T000000Z", "SEQUENCE:0", "DTSTART:20270302T000000Z",
    "DTEND:20270302T004500Z", "LOCATION:https://meet.example.org/a\\,b", "URL:https://meet.example.org/a,b",
    "CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:https://meet.example.org/a,b", "SUMMARY:參訪 Visit: Kaohsiung–Seattle\\, harbours and",
    "  \"ports\"", "ORGANIZER;CN=Sisterline:mailto:visits@example.org",
    "ATTENDEE;CN=林 ^'小^' 明;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT", " =NEEDS-ACTION;RSVP=TRUE:mailto:Lin@example.tw",
    "STATUS:CONFIRMED", "TRANSP:OPAQUE", "END:VEVENT", "END:VCALENDAR", ""])

EXPECTED = {
    "uid": "0190-visit@example.org", "method": "REQUEST", "sequence": 0, "stamp": "2027-01-01T00:00:00Z",
    "start": "2027-03-02T00:00:00Z",
    "end": "2027-03-02T00:45:00Z", "summary": SUMMARY, "location": "https://meet.example.org/a,b", "url": "https://meet.example.org/a,b",
    "conference": "https://meet.example.org/a,b", "organizer": "visits@example.org",
    "attendees": ["lin@example.tw"], "attendee_names": ["林 \"小\" 明"], "status": "CONFIRMED",
}

BUSY = "\r\n".join([
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sisterline//test//EN", "BEGIN:VFREEBUSY", "UID:0190-host@example.org",
    "DTSTAMP:20270101T000000Z", "DTSTART:20270101T000000Z", "DTEND:20280101T000000Z",
    "FREEBUSY;FBTYPE=BUSY:20270302T000000Z/20270302T004500Z", "FREEBUSY;FBTYPE=BUSY:20270303T000000Z/PT45M",
    "END:VFREEBUSY", "END:VCALENDAR", ""])

EXPECTED_BUSY = {
    "uid": "0190-host@example.org", "stamp": "2027-01-01T00:00:00Z", "start": "2027-01-01T00:00:00Z",
    "end": "2028-01-01T00:00:00Z", "busy": [["2027-03-02T00:00:00Z", "2027-03-02T00:45:00Z"],
                                            ["2027-03-03T00:00:00Z", "2027-03-03T00:45:00Z"]],
}


def mail(calendar=REQUEST, attached=None, mime="method=REQUEST; ", inline_extra="", text="Welcome", sender="visits@example.org"):
    def encoded(content):
        return base64.encodebytes(content.encode()).decode().strip().replace("\n", "\r\n")

    return "\r\n".join([
        f"From: Sisterline <{sender}>", "To: Lin <lin@example.tw>", "Subject: Visit", "Message-ID: <1@example.org>",
        "Date: Fri, 01 Jan 2027 00:00:00 +0000", "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=\"outer\"", "",
        "--outer", "Content-Type: multipart/alternative; boundary=\"inner\"", "",
        "--inner", "Content-Type: text/plain; charset=utf-8", "", text,
        "--inner", "Content-Type: text/html; charset=utf-8", "", "<p>Welcome</p>",
        "--inner", f"Content-Type: text/calendar; {mime}charset=utf-8", f"{inline_extra}Content-Transfer-Encoding: base64", "", encoded(calendar),
        "--inner--", "",
        "--outer", "Content-Type: application/ics; name=\"invite.ics\"", "Content-Disposition: attachment; filename=\"invite.ics\"",
        "Content-Transfer-Encoding: base64", "", encoded(attached or calendar), "--outer--", ""])


def run(program, kind, content):
    command = [sys.executable, HERE / "validate.py"] if program == "py" else ["node", HERE / "validate.mjs"]
    return subprocess.run([*command, "--type", kind, "-"], input=content.encode(), capture_output=True, check=False)


class RightInput(unittest.TestCase):
    def test_each_parser_reads_the_same_from_mail_and_calendar(self):
        for program in ("py", "mjs"):
            for kind, content, expected in (("eml", mail(), EXPECTED), ("ics", REQUEST, EXPECTED), ("ics", BUSY, EXPECTED_BUSY)):
                with self.subTest(program=program, kind=kind):
                    result = run(program, kind, content)
                    self.assertEqual(result.returncode, 0, result.stderr.decode())
                    self.assertEqual(json.loads(result.stdout), expected)


class WrongInput(unittest.TestCase):
    def test_each_fault_is_named(self):
        def changed(old, new):
            self.assertIn(old, REQUEST)
            return mail(REQUEST.replace(old, new))

        faults = {
            "method parameter": mail(mime=""),
            "MIME method": mail(mime="method=CANCEL; "),
            "Content-Disposition": mail(inline_extra="Content-Disposition: inline\r\n"),
            "differ": mail(attached=REQUEST.replace("0190", "0191")),
            "part is empty": mail(text=" "),
            "bare CR or LF": mail().replace("Welcome\r\n", "Welcome\n"),
            "MIME tree": mail().replace("application/ics", "application/pdf"),
            "ORGANIZER visits@example.org": mail(sender="other@example.org"),
            "no ATTENDEE": changed("mailto:Lin@example.tw", "mailto:chen@example.tw"),
            "invited to their own event": changed("mailto:Lin@example.tw", "mailto:visits@example.org"),
            "floating": changed("DTSTART:20270302T000000Z", "DTSTART:20270302T000000"),
            "icalendar, VEVENT": changed("DTSTART:20270302T000000Z", "DTSTART:20270230T000000Z"),
            "UID": changed("UID:0190-visit@example.org\r\n", ""),
            "PRODID": changed("PRODID:-//Sisterline//test//EN\r\n", ""),
            "octets": changed("\r\n  \"ports\"", " and \"ports\" and \"ports\" and \"ports\" and"),
            "does not end in CRLF": mail(REQUEST[:-2]),
            "none that the service sends": mail(REQUEST.replace("METHOD:REQUEST", "METHOD:PUBLISH"), mime="method=PUBLISH; "),
            "STATUS CONFIRMED": mail(REQUEST.replace("METHOD:REQUEST", "METHOD:CANCEL"), mime="method=CANCEL; "),
        }
        for words, content in faults.items():
            with self.subTest(fault=words):
                result = run("py", "eml", content)
                self.assertEqual(result.returncode, 1, result.stdout.decode())
                self.assertIn(words, result.stderr.decode())
                self.assertNotIn("Traceback", result.stderr.decode())

    def test_busy_times_speak_of_a_range(self):
        faults = {
            "no DTSTART": BUSY.replace("DTSTART:20270101T000000Z\r\n", ""),
            "no UID": BUSY.replace("UID:0190-host@example.org\r\n", ""),
            "outside of their range": BUSY.replace("DTEND:20280101", "DTEND:20270303"),
            "no order": BUSY.replace("20270302", "20270304"),
        }
        for words, content in faults.items():
            with self.subTest(fault=words):
                result = run("py", "ics", content)
                self.assertEqual(result.returncode, 1, result.stdout.decode())
                self.assertIn(words, result.stderr.decode())

    def test_ical_js_refuses_what_is_no_calendar(self):
        for content in ("", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", REQUEST.replace("000000Z", "000000")):
            with self.subTest(content=content[:40]):
                self.assertEqual(run("mjs", "ics", content).returncode, 1)


LETTER = "\r\n".join([
    "From: Sisterline <visits@example.org>", "Reply-To: Sisterline <visits@example.org>", "To: Lin <lin@example.org>",
    "Subject: Visit", "Message-ID: <1@example.org>", "Date: Fri, 01 Jan 2027 00:00:00 +0000", "MIME-Version: 1.0",
    "Auto-Submitted: auto-generated", "Content-Type: multipart/alternative; boundary=\"inner\"", "",
    "--inner", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit", "",
    "Please answer by Thu, Dec 10, 2026, 9:05 AM GMT-8.",
    "Your time, in Seattle", "    Tuesday, December 15, 2026, 11:30 PM – 12:30 AM (+1 day) (GMT-8)",
    "Kathmandu", "    Wednesday, December 16, 2026, 1:15 PM – 2:15 PM (GMT+5:45), next day",
    "--inner", "Content-Type: text/html; charset=utf-8", "", "<html lang=\"en\"><p>Welcome</p>", "--inner--", ""])

FACTS = {
    "file": "1.eml", "kind": "visit_requested", "language": "en", "from": "visits@example.org", "to": "lin@example.org",
    "written": "2027-01-01T00:00:00Z", "in_reply_to": None, "list": False, "calendar": False,
    "zones": ["America/Los_Angeles", "Asia/Kathmandu"], "times": [["2026-12-16T07:30:00Z", "2026-12-16T08:30:00Z"]],
    "reader_times": [], "deadlines": ["2026-12-10T17:05:00Z"],
}


def told(mails, facts):
    with tempfile.TemporaryDirectory() as folder:
        for number, content in enumerate(mails, 1):
            Path(folder, f"{number}.eml").write_bytes(content.encode())
        manifest = Path(folder, "manifest.json")
        manifest.write_text(json.dumps(facts), "utf-8")
        return subprocess.run([sys.executable, HERE / "letters.py", manifest], capture_output=True, check=False)


class Letters(unittest.TestCase):
    def test_a_right_letter_passes(self):
        result = told([LETTER], [FACTS])
        self.assertEqual((result.returncode, result.stdout), (0, b"1\n"), result.stderr.decode())

    def test_each_fault_is_named(self):
        changes = {
            "15 23:30:00-08:00 to": ("11:30 PM", "11:31 PM"),
            "16 13:15:00+05:45 to": (", next day", ""),
            "16 00:30:00-08:00, 0 days off": (" (+1 day)", ""),
            "16 14:15:00+05:45, 1 days off": ("GMT+5:45", "GMT+6:45"),
            "to 2026-12-16 14:15": ("Wednesday", "Thursday"),
            "10 09:05:00-08:00 is not told": ("9:05 AM", "9:05 PM"),
            "nobody said ['Seoul: 5:00 PM (GMT+9)']": ("Kathmandu\r", "Kathmandu\r\nSeoul: 5:00 PM (GMT+9)\r"),
            "a word is missing": ("Your time", "letter-your-time"),
            "another language": ("lang=\"en\"", "lang=\"de\""),
            "MIME tree": ("text/html", "text/enriched"),
            "Auto-Submitted": ("auto-generated", "no"),
            "To is": ("To: Lin <lin@", "To: Lin <eve@"),
            "Reply-To is": ("Reply-To: Sisterline <visits@", "Reply-To: Sisterline <eve@"),
            "Date is": ("01 Jan", "02 Jan"),
            "References": ("MIME-Version", "References: <0@example.org>\r\nMIME-Version"),
            "List-Unsubscribe": ("MIME-Version", "List-Unsubscribe: <https://example.org/>\r\nMIME-Version"),
        }
        for words, (old, new) in changes.items():
            with self.subTest(fault=words):
                self.assertIn(old, LETTER)
                result = told([LETTER.replace(old, new)], [FACTS])
                self.assertEqual(result.returncode, 1, result.stdout.decode())
                self.assertIn(words, result.stderr.decode())
                self.assertNotIn("Traceback", result.stderr.decode())

    def test_two_letters_have_two_numbers(self):
        result = told([LETTER, LETTER], [FACTS, FACTS | {"file": "2.eml"}])
        self.assertEqual(result.returncode, 1, result.stdout.decode())
        self.assertIn("also the Message-ID of 1.eml", result.stderr.decode())


class Sink:
    """A running smtp_sink.py over a directory of its own."""

    def __init__(self, *options):
        self.directory = tempfile.TemporaryDirectory()
        self.process = subprocess.Popen(
            [sys.executable, HERE / "smtp_sink.py", "--dir", self.directory.name, "--announce", "--until-eof", *options],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.port = int(self.process.stdout.readline())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.exit_code = self.process.wait(timeout=10)
        self.process.stdout.close()
        self.directory.cleanup()

    def client(self):
        return smtplib.SMTP("127.0.0.1", self.port, timeout=10)

    def files(self):
        return sorted(os.listdir(self.directory.name))


class SmtpSink(unittest.TestCase):
    def send(self, client, content):
        client.sendmail("visits@example.org", ["lin@example.tw"], content.encode())

    def test_keeps_each_message_byte_for_byte_and_ends_with_its_input(self):
        with Sink() as sink:
            with sink.client() as client:
                self.send(client, mail())
                self.send(client, mail(text="Second"))
            self.assertEqual(json.loads(sink.process.stdout.readline()),
                             {"file": "0001.eml", "from": "visits@example.org", "to": ["lin@example.tw"]})
            self.assertEqual(sink.files(), ["0001.eml", "0002.eml"])
            self.assertEqual(Path(sink.directory.name, "0001.eml").read_bytes(), mail().encode())
        self.assertEqual(sink.exit_code, 0)

    def test_refuses_the_first_ones_for_now(self):
        with Sink("--fail-first", "1") as sink, sink.client() as client:
            with self.assertRaises(smtplib.SMTPDataError) as refused:
                self.send(client, mail())
            self.assertEqual(refused.exception.smtp_code, 451)
            self.send(client, mail())
            self.assertEqual(sink.files(), ["0001.eml"])

    def test_wants_the_right_password(self):
        with Sink("--auth", "user:right") as sink:
            with sink.client() as client:
                with self.assertRaises(smtplib.SMTPSenderRefused):
                    self.send(client, mail())
            with sink.client() as client:
                with self.assertRaises(smtplib.SMTPAuthenticationError):
                    client.login("user", "wrong")
                client.login("user", "right")
                self.send(client, mail())
            self.assertEqual(sink.files(), ["0001.eml"])

    def test_wants_tls_where_told_so(self):
        with tempfile.TemporaryDirectory() as keys:
            certificate, key = f"{keys}/cert.pem", f"{keys}/key.pem"
            subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                            "-days", "1", "-subj", "/CN=localhost", "-keyout", key, "-out", certificate],
                           check=True, capture_output=True)
            with Sink("--tls", certificate, key, "--auth", "user:right") as sink, sink.client() as client:
                with self.assertRaises(smtplib.SMTPSenderRefused):
                    self.send(client, mail())
                client.starttls()
                client.login("user", "right")
                self.send(client, mail())
                self.assertEqual(sink.files(), ["0001.eml"])


if __name__ == "__main__":
    unittest.main()
