#!/usr/bin/env python3
"""Writes the table of ISO 4217 that the engine compiles: engine/lexicon/iso_4217.inc.

usage: currencies.py [--check]

Reads iso_4217.json of the Debian package iso-codes. What ISO does not say (symbols, adjectives, smaller coins, withdrawn
currencies) stands in engine/lexicon/currencies.cpp. With --check nothing is written, and the exit code says whether the committed
table is the one of the package; without the package it is taken to be.
"""
import json
import pathlib
import sys

SOURCE = pathlib.Path("/usr/share/iso-codes/json/iso_4217.json")
TARGET = pathlib.Path(__file__).resolve().parents[1] / "engine" / "lexicon" / "iso_4217.inc"
# Metals, units of account and codes for tests are no money that a text would name by them.
LEFT_OUT = {"XAG", "XAU", "XBA", "XBB", "XBC", "XBD", "XPD", "XPT", "XSU", "XUA"}


def spoken(name):
    """As running text writes it: "UAE Dirham" is UAE dirham, "Euro" euro."""
    head, _, last = name.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").rpartition(" ")
    if last.startswith("("):
        return name
    return f"{head} {last.lower()}".strip()


def table():
    rows = json.loads(SOURCE.read_text(encoding="utf-8"))["4217"]
    lines = ["// Made by scripts/currencies.py from iso_4217.json of Debian's iso-codes: code, name. Not edited by hand."]
    for row in sorted(rows, key=lambda row: row["alpha_3"]):
        if row["alpha_3"] not in LEFT_OUT and "odes " not in row["name"]:  # "Codes specifically reserved for testing purposes"
            lines.append(f'{{"{row["alpha_3"]}", "{spoken(row["name"])}"}},')
    return "\n".join(lines) + "\n"


def main():
    if not SOURCE.exists():
        print(f"skipped: {SOURCE} is not there (package iso-codes)")
        return 0
    if sys.argv[1:] == ["--check"]:
        if TARGET.read_text(encoding="utf-8") == table():
            return 0
        print(f"{TARGET} is not what scripts/currencies.py makes of {SOURCE}: run it again")
        return 1
    TARGET.write_text(table(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
