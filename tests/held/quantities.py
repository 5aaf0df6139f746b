#!/usr/bin/env python3
"""Quantities against sentences that others annotated: value, value and unit, value and change, as F1.

usage: quantities.py PROGRAM SHARED FILE...

PROGRAM  factcheck
SHARED   the folder that holds bench/score.py
FILE     JSON Lines: {"id", "text", "date", "expect": [{"value", "unit", "normalized_unit", "change"}]}

This measures and never fails.
"""
import json
import pathlib
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "gold"))
import halves  # the folder is named above


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    program, shared, *files = sys.argv[1:]
    score = halves.scorer(pathlib.Path(shared))
    for name in files:
        gold = [json.loads(line) for line in pathlib.Path(name).read_text(encoding="utf-8").splitlines()]
        print(name)
        print("\n".join("  " + line for line in halves.figures(score, "newsquant", gold, halves.extracted(program, gold))))


main()
