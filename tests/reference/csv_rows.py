#!/usr/bin/env python3
"""How Python's csv module reads each text of a list, and how it writes the rows back: csv_rows.py IN.json OUT.json"""

import csv
import io
import json
import sys


def answer(text):
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error:
        return {"rows": None}
    out = {"rows": rows}
    if rows and rows[0] and all(len(row) == len(rows[0]) for row in rows):  # a table: neither ragged nor with empty lines
        written = io.StringIO(newline="")
        csv.writer(written).writerows(rows)
        out["written"] = written.getvalue()
    return out


with open(sys.argv[1], encoding="utf-8") as source, open(sys.argv[2], "w", encoding="utf-8") as target:
    json.dump([answer(text) for text in json.load(source)], target)
