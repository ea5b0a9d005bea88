#!/usr/bin/env python3
"""Verifies the DKIM signature of a mail by dkimpy, with a TXT record that is given instead of the DNS.

Exit code 1 where the signature does not hold, or where the record was not asked for under NAME.
"""

import argparse
import sys
from pathlib import Path

import dkim


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("name")
    parser.add_argument("record")
    options = parser.parse_args()

    def txt(name, timeout=5):
        asked = name.decode().rstrip(".")
        return options.record.encode() if asked == options.name else None

    sys.exit(0 if dkim.verify(options.file.read_bytes(), dnsfunc=txt) else 1)


if __name__ == "__main__":
    main()
