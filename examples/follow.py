#!/usr/bin/env python3
"""Follows topics over server-sent events and prints each event once, as one line of JSON.

    python3 examples/follow.py http://127.0.0.1:8080 city/seattle [offer/ID ...]

Comes back by itself after whatever happens to the connection. --count N ends it after N events, --last
PLACES begins behind the places in a Last-Event-ID. Needs nothing but Python; docs/LIVE.md says what is
spoken.
"""

import argparse
import json
import random
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

# The service writes something every 25 seconds; silent for longer, the connection is dead.
SILENCE_SECONDS = 40


def read_events(response):
    """Yields (id, data) of each event of a stream, and the retry times as ("retry", milliseconds)."""
    last_id, data = None, []
    for line in response:
        line = line.decode("utf-8").rstrip("\r\n")
        if not line:
            if data:
                yield last_id, "\n".join(data)
            last_id, data = None, []
        elif line.startswith("data:"):
            data.append(line[5:].removeprefix(" "))
        elif line.startswith("id:"):
            last_id = line[3:].strip()
        elif line.startswith("retry:"):
            yield "retry", int(line[6:])


class Follower:
    def __init__(self, base, topics, last):
        query = urllib.parse.urlencode([("topic", topic) for topic in topics])
        self.url = f"{base.rstrip('/')}/live/sse?{query}"
        self.last = last  # Keep it on disk to come back to it after a restart of your own.
        self.seen = {}  # The last seq of each topic: what comes twice is told once.
        self.retry = 2.0
        self.failures = 0

    def events(self):
        while True:
            try:
                yield from self.stream()
            except urllib.error.HTTPError as error:
                if error.code < 500 and error.code != 429:
                    raise
                print(f"refused for now: {error}", file=sys.stderr)
            except OSError as error:
                print(f"lost: {error}", file=sys.stderr)
            time.sleep(self.retry + random.uniform(0, min(30, 2**self.failures)))
            self.failures = min(self.failures + 1, 5)

    def stream(self):
        request = urllib.request.Request(self.url, headers={"Accept": "text/event-stream"})
        if self.last:
            request.add_header("Last-Event-ID", self.last)
        with urllib.request.urlopen(request, timeout=SILENCE_SECONDS) as response:
            for event_id, data in read_events(response):
                if event_id == "retry":
                    self.retry = data / 1000
                    continue
                message = json.loads(data)
                yield from self.take(message)
                # Only now: until then the event may have been lost with us.
                if event_id:
                    self.last = event_id

    def take(self, message):
        op, topic = message.get("op"), message.get("topic")
        if op == "event" and message["seq"] > self.seen.get(topic, 0):
            self.seen[topic] = message["seq"]
            yield message
        elif op == "subscribed":
            self.failures = 0
        elif op == "reset":
            # The state has to be fetched anew here, from GET /api/v1/slots?offer=..., say.
            self.seen[topic] = message["seq"]
            print(f"the past of {topic} is gone; going on", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("base", help="the service's address")
    parser.add_argument("topics", nargs="+", metavar="topic")
    parser.add_argument("--count", type=int, default=None)
    parser.add_argument("--last", default=None, help="a Last-Event-ID")
    arguments = parser.parse_args()
    left = arguments.count
    for event in Follower(arguments.base, arguments.topics, arguments.last).events():
        print(json.dumps(event), flush=True)
        if left is not None:
            left -= 1
            if left == 0:
                return


if __name__ == "__main__":
    main()
