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
