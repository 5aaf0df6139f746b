#!/usr/bin/env python3
"""The tools that judge and score claims about world statistics, on made-up ones: tools_test.py ROOT FACTCHECK"""
import json
import pathlib
import sys
import tempfile

ROOT, PROGRAM = pathlib.Path(sys.argv[1]), sys.argv[2]
sys.path.insert(0, str(ROOT / "tests" / "bench" / "tsver"))
import judge
import score
import split

CLAIMS = [("a", "Life expectancy in Alba was 75 years in 2019.", "Supported", "supported"),
          ("b", "Life expectancy in Alba has fallen since 2010.", "Refuted", "contradicted"),
          ("c", "Our life expectancy is over 70 years.", "Supported", "supported"),
          ("d", "The weather in Alba is fine.", "Not Enough Evidence", "unverifiable")]
faults = []


def expect(what, got, want):
    if got != want:
        faults.append(f"{what}: {got!r}, not {want!r}")


with tempfile.TemporaryDirectory() as folder:
    path = pathlib.Path(folder) / "claims.jsonl"
    rows = [{"id": i, "Claim": text, "Claimant": "The Alban president", "Date": "March 01, 2021", "Verdict": label} for i, text, label, _ in CLAIMS]
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    verdicts = judge.run(PROGRAM, path, [str(ROOT / "tests" / "statistics" / "isles")])
    expect("verdicts", verdicts, {i: verdict for i, _, _, verdict in CLAIMS})
    figures = score.score(rows, verdicts)
    expect("right", figures["right"], 4)
    expect("answered", figures["answered"], 3)
    halves = split.halves(path)
    expect("halves", halves["tuned"] | halves["kept"], {"a", "b", "c", "d"})
    expect("halves overlap", halves["tuned"] & halves["kept"], set())
expect("a day", judge.day("May 03, 2017"), "2017-05-03")
expect("no day", judge.day("some day"), None)
expect("a compound", judge.verdict_of({"claims": [{"verdict": "supported"}, {"verdict": "unverifiable"}]}), "unverifiable")
print("\n".join(faults) or "judged and scored as they should be")
sys.exit(1 if faults else 0)
