#!/usr/bin/env python3
"""A real SMTP server that keeps what it accepts: each message becomes DIR/0001.eml, DIR/0002.eml, ...

It listens on 127.0.0.1 and prints its port on the first line of standard output. A file appears under its
final name only when it is complete. Stop it with SIGTERM; with --until-eof it also ends when its standard
input is closed, so that it cannot outlive the test that started it.
"""

import argparse
import asyncio
import json
import os
import signal
import ssl
import sys
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult

TEMPORARY_FAILURE = "451 4.3.0 Try again later"
UNKNOWN_MAILBOX = "550 5.1.1 There is no such mailbox here"


class Sink:
    """Writes messages in the order of their acceptance, refusing as many as it was told to at first."""

    def __init__(self, directory, fail_first, announce, envelope, refuse):
        self.envelope = envelope
        self.refuse = refuse
        self.directory = directory
        self.failures_left = fail_first
        self.announce = announce
        self.count = 0

    # aiosmtpd finds its hooks by name.
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.rpartition("@")[2] in self.refuse:
            return UNKNOWN_MAILBOX
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 2.1.5 OK"

    # One without an await between counting and renaming needs no lock.
    async def handle_DATA(self, server, session, envelope):
        if self.failures_left > 0:
            self.failures_left -= 1
            return TEMPORARY_FAILURE
        self.count += 1
        name = f"{self.count:04}.eml"
        partial = self.directory / f".{name}.partial"
        header = f"X-Sink-From: {envelope.mail_from}\r\n".encode() if self.envelope else b""
        partial.write_bytes(header + envelope.original_content)
        os.replace(partial, self.directory / name)
        if self.announce:
            line = {"file": name, "from": envelope.mail_from, "to": envelope.rcpt_tos}
            print(json.dumps(line), flush=True)
        return f"250 2.0.0 Kept as {name}"


def authenticator(expected):
    """Accepts PLAIN and LOGIN with the one pair USER:PASS."""

    def check(server, session, envelope, mechanism, data):
        given = b":".join((data.login, data.password)).decode("utf-8", "replace")
        return AuthResult(success=given == expected, handled=False)

    return check


def tls_context(pair):
    if not pair:
        return None
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*pair)
    return context


def smtp_options(arguments):
    options = {"enable_SMTPUTF8": True, "hostname": "sink.example.org"}
    if arguments.tls:
        options |= {"tls_context": tls_context(arguments.tls), "require_starttls": True}
    if arguments.auth:
        options |= {
            "authenticator": authenticator(arguments.auth),
            "auth_required": True,
            "auth_require_tls": bool(arguments.tls),
        }
    return options


async def serve(arguments):
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    if arguments.until_eof:
        loop.add_reader(sys.stdin, lambda: os.read(sys.stdin.fileno(), 4096) or stop.set())

    sink = Sink(arguments.dir, arguments.fail_first, arguments.announce, arguments.envelope, arguments.refuse)
    options = smtp_options(arguments)
    wrapped = tls_context(arguments.wrapped)
    make = lambda: SMTP(sink, loop=loop, **options)  # noqa: E731
    server = await loop.create_server(make, "127.0.0.1", arguments.port, ssl=wrapped)
    print(server.sockets[0].getsockname()[1], flush=True)
    await stop.wait()
    # Not awaited to the last connection: pooled clients keep theirs open for minutes.
    server.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=0, help="0, the default, takes a free one")
    parser.add_argument("--dir", type=Path, required=True, help="where the messages go; made if missing")
    parser.add_argument("--fail-first", type=int, default=0, metavar="N", help="answer 451 to the first N messages")
    parser.add_argument("--auth", metavar="USER:PASS", help="accept mail only after AUTH with this pair")
    parser.add_argument("--tls", nargs=2, metavar=("CERT", "KEY"), help="PEM files; accept mail only after STARTTLS")
    parser.add_argument("--wrapped", nargs=2, metavar=("CERT", "KEY"), help="PEM files; TLS from the first byte")
    parser.add_argument("--announce", action="store_true", help="print a line of JSON for each message kept")
    parser.add_argument("--envelope", action="store_true", help="keep the envelope's sender in a header")
    parser.add_argument("--refuse", nargs="*", default=[], metavar="DOMAIN", help="answer 550 to mail for these")
    parser.add_argument("--until-eof", action="store_true", help="end when standard input is closed")
    arguments = parser.parse_args()
    arguments.dir.mkdir(parents=True, exist_ok=True)
    asyncio.run(serve(arguments))


if __name__ == "__main__":
    main()
