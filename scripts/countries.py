#!/usr/bin/env python3
"""Writes the table of ISO 3166-1 that the engine compiles: engine/reference/iso_3166.inc.

usage: countries.py [--check]

Reads iso_3166-1.json of the Debian package iso-codes. With --check nothing is written, and the exit code says whether the committed
table is the one of the package; without the package it is taken to be.
"""
import json
import pathlib
import sys

SOURCE = pathlib.Path("/usr/share/iso-codes/json/iso_3166-1.json")
TARGET = pathlib.Path(__file__).resolve().parents[1] / "engine" / "reference" / "iso_3166.inc"


def table():
    rows = json.loads(SOURCE.read_text(encoding="utf-8"))["3166-1"]
    lines = ["// Made by scripts/countries.py from iso_3166-1.json of Debian's iso-codes: alpha-3, numeric, alpha-2. Not edited by hand."]
    for row in sorted(rows, key=lambda row: row["alpha_3"]):
        lines.append(f'{{"{row["alpha_3"]}", "{row["numeric"]}", "{row["alpha_2"]}"}},')
    return "\n".join(lines) + "\n"


def main():
    if not SOURCE.exists():
        print(f"skipped: {SOURCE} is not there (package iso-codes)")
        return 0
    if "--check" not in sys.argv:
        TARGET.write_text(table(), encoding="utf-8")
        return 0
    if TARGET.read_text(encoding="utf-8") == table():
        return 0
    print(f"{TARGET.name} is not the table of {SOURCE}: run scripts/countries.py")
    return 1


if __name__ == "__main__":
    sys.exit(main())
