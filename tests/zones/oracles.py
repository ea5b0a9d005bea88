"""What two other implementations make of the clocks around every change that they know of.

Python's zoneinfo reads the TZif files of PyPI's tzdata and follows PEP 495. pytz has its own reader and its
own copy of the data; of it only the way from an instant to the clock is asked, and every local time is
resolved by trying: which instants show it?

Prints, for tests/zones/main.rs to compare with the program, lines of

    versions ZONEINFO PYTZ          the tzdb versions of the two
    zone NAME
    change INSTANT                  the clock jumps here, by pytz
    local SECONDS ZONEINFO PYTZ     a wall clock as if it were UTC, and what it means
    instant SECONDS ZONEINFO PYTZ   an instant, and the offset then

A meaning is `exact:OFFSET`, `fold:OFFSET:OFFSET`, `gap:OFFSET` (the offset before the gap, by which the
local time is shifted forward) or `day` (the whole day does not happen); offsets are in seconds east.
"""

import multiprocessing
import sys
import zoneinfo
from bisect import bisect_right
from datetime import UTC, datetime, timedelta

import pytz
import tzdata

FIRST, BEHIND = datetime(2000, 1, 1), datetime(2038, 1, 1)
QUARTER, MARGIN, WINDOW = timedelta(minutes=15), timedelta(hours=3), timedelta(hours=36)
SECOND = timedelta(seconds=1)


def seconds(delta):
    return delta // SECOND


def epoch(naive):
    return seconds(naive - datetime(1970, 1, 1))


class Zoneinfo:
    def __init__(self, name):
        self.zone = zoneinfo.ZoneInfo(name)

    def offset(self, instant):
        return instant.replace(tzinfo=UTC).astimezone(self.zone).utcoffset()

    def both(self, local):
        aware = local.replace(tzinfo=self.zone)
        return aware.utcoffset(), aware.replace(fold=1).utcoffset()

    def meaning(self, local):
        first, second = self.both(local)
        if first == second:
            return f"exact:{seconds(first)}"
        if first > second:
            return f"fold:{seconds(first)}:{seconds(second)}"
        midnight = local.replace(hour=0, minute=0, second=0)
        edges = (midnight, midnight + timedelta(days=1) - SECOND)
        if all(self.both(edge) == (first, second) for edge in edges):
            return "day"
        return f"gap:{seconds(first)}"


class Pytz:
    def __init__(self, name):
        self.zone = pytz.timezone(name)
        # Without these it has one offset for ever. The first entry stands for the time before all changes.
        self.times = getattr(self.zone, "_utc_transition_times", [datetime.min])

    def offset(self, instant):
        return self.zone.fromutc(instant).utcoffset()

    def changes(self, after, before):
        """The changes in an interval, each with the offsets before and after."""
        for at in self.times[max(1, bisect_right(self.times, after)) : bisect_right(self.times, before)]:
            old, new = self.offset(at - SECOND), self.offset(at)
            if old != new:
                yield at, old, new

    def shown_by(self, local):
        near = list(self.changes(local - WINDOW, local + WINDOW))
        offsets = {self.offset(local - WINDOW)} | {new for _, _, new in near}
        return near, sorted((o for o in offsets if self.offset(local - o) == o), reverse=True)

    def gap(self, near, local):
        return next(((at, old) for at, old, new in near if at + old <= local < at + new), None)

    def meaning(self, local):
        near, offsets = self.shown_by(local)
        if offsets:
            kind = "exact" if len(offsets) == 1 else "fold"
            return ":".join([kind, *(str(seconds(offset)) for offset in offsets)])
        found = self.gap(near, local)
        midnight = local.replace(hour=0, minute=0, second=0)
        edges = (midnight, midnight + timedelta(days=1) - SECOND)
        if all(self.gap(near, edge) == found for edge in edges):
            return "day"
        return f"gap:{seconds(found[1])}"


def steps(first, last):
    while first <= last:
        yield first
        first += QUARTER


def tell(name):
    """All that is asked about one zone, as text."""
    modern, old = Zoneinfo(name), Pytz(name)
    lines = [f"zone {name}"]

    def local(at):
        lines.append(f"local {epoch(at)} {modern.meaning(at)} {old.meaning(at)}")

    def instant(at):
        lines.append(f"instant {epoch(at)} {seconds(modern.offset(at))} {seconds(old.offset(at))}")

    for at, before, after in old.changes(FIRST - SECOND, BEHIND - SECOND):
        lines.append(f"change {epoch(at)}")
        for step in steps(at - MARGIN, at + MARGIN):
            instant(step)
        low, high = sorted((at + before, at + after))
        for step in steps(low - MARGIN, high + MARGIN):
            local(step)
    # And twice a month whatever happens, for a change that one of the three does not know of.
    for month in range(38 * 12):
        for day in (8, 22):
            noon = datetime(2000 + month // 12, month % 12 + 1, day, 12)
            instant(noon)
            local(noon)
    return "\n".join(lines)


def main():
    # Never the system's copy, whose version is another one.
    zoneinfo.reset_tzpath(to=[])
    print("versions", tzdata.IANA_VERSION, pytz.OLSON_VERSION)
    names = sorted(zoneinfo.available_timezones() - {"Factory"})
    missing = set(names) ^ set(pytz.all_timezones) - {"Factory"}
    if missing:
        sys.exit(f"the oracles know different zones: {sorted(missing)}")
    with multiprocessing.Pool() as pool:
        for told in pool.imap(tell, names, chunksize=8):
            print(told)


if __name__ == "__main__":
    main()
