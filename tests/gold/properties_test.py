#!/usr/bin/env python3
"""What every extraction from real news keeps to: properties_test.py ROOT PROGRAM

Every fifth of some 19,000 news items goes through `factcheck extract --format jsonl`. For each mention: its span lies in the text, ascends,
overlaps no other and never crosses a blank line or the end of a sentence; the text at the span is the mention's; values are decimal
numbers, and no lower limit is above its upper one. Exit code 77: the news items are not there.
"""
import decimal
import gzip
import json
import pathlib
import re
import subprocess
import sys

EVERY = 5
# A full stop before a word that opens sentences; abbreviations end in fewer letters.
SENTENCE_END = re.compile(r"[a-z]{4}[.!?]\s+(?:The|But|He|She|It|They|In|We)\s")


def faults_of(text, mentions):
    last = 0
    for m in mentions:
        words = text[m["start"]:m["end"]]
        if not last <= m["start"] < m["end"] <= len(text):
            yield f"{m['start']}-{m['end']} is out of order or out of the text"
        last = m["end"]
        if words != m["text"]:
            yield f"{m['text']!r} is {words!r} in the text"
        if "\n\n" in words or SENTENCE_END.search(words):
            yield f"{words!r} goes past its sentence"
        limits = [m[key] for key in ("low", "high") if m[key] is not None]
        if len(limits) == 2 and limits[0] > limits[1]:
            yield f"{words!r}: {limits[0]} to {limits[1]}"
        if any(not number.is_finite() for number in limits + ([m["value"]] if m["value"] is not None else [])):
            yield f"{words!r}: not a finite number"


def main():
    root, program = pathlib.Path(sys.argv[1]), sys.argv[2]
    corpus = root.resolve().parent / "shared" / "corpus" / "reuters.jsonl.gz"
    if not corpus.exists():
        print(f"skipped: {corpus} is not there")
        sys.exit(77)
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        items = [json.loads(line) for i, line in enumerate(lines) if i % EVERY == 0]
    rows = "".join(json.dumps({"id": str(item["id"]), "text": item["text"]}) + "\n" for item in items)
    run = subprocess.run([program, "extract", "--format", "jsonl", "-"], input=rows, capture_output=True, text=True, check=False)
    found = [json.loads(line, parse_float=decimal.Decimal, parse_int=decimal.Decimal) for line in run.stdout.splitlines()]
    faults = [] if len(found) == len(items) else [f"{len(found)} lines for {len(items)} items"]
    count = 0
    for item, row in zip(items, found):
        for m in row["mentions"]:
            m["start"], m["end"] = int(m["start"]), int(m["end"])
        count += len(row["mentions"])
        faults += [f"item {item['id']}: {fault}" for fault in faults_of(item["text"], row["mentions"])]
    if count < len(items):
        faults.append(f"only {count} mentions in {len(items)} items")
    print("\n".join(faults[:20]))
    print(f"{len(items)} items, {count} mentions, {len(faults)} faults")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
