#!/usr/bin/env python3
"""Writes the table of HTML's named characters that the engine compiles: engine/read/entities.inc.

usage: entities.py [--check]

Reads html.entities of Python's library, which has it from the HTML standard. With --check nothing is written, and the exit code says
whether the committed table is that one.
"""
import html.entities
import pathlib
import sys

TARGET = pathlib.Path(__file__).resolve().parents[1] / "engine" / "read" / "entities.inc"
WIDTH = 150


def table():
    known = html.entities.html5
    rows = []
    for name in sorted(name[:-1] for name in known if name.endswith(";")):
        points = [f"0x{ord(character):X}" for character in known[name + ";"]]
        bare = name in known  # may stand without its semicolon
        rows.append(f'{{"{name}", {points[0]}' + (f", {points[1]}" if len(points) > 1 else ", 0" if bare else "") + (", true}," if bare else "},"))
    lines = ["// Made by scripts/entities.py from html.entities of Python's library: name, characters, whether old pages write it", "// without its semicolon. Not edited by hand."]
    line = ""
    for row in rows:
        if line and len(line) + 1 + len(row) > WIDTH:
            lines.append(line)
            line = ""
        line += (" " if line else "") + row
    return "\n".join([*lines, line]) + "\n"


def main():
    if sys.argv[1:] == ["--check"]:
        if TARGET.read_text(encoding="utf-8") == table():
            return 0
        print(f"{TARGET} is not what scripts/entities.py makes: run it again")
        return 1
    TARGET.write_text(table(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
