#!/usr/bin/env python3
"""Temporal expressions against passages that others annotated with TIMEX3, as TempEval-3 counts them.

usage: times.py PROGRAM FILE [--errors]

PROGRAM  factcheck
FILE     JSON Lines: {"id", "text", "date", "expect": [{"start", "end", "text", "kind", "timex"}]}, offsets in code points, the end
         exclusive; "timex" is a value, or a list of values of which each is right
--errors what is missed, what is too much, and which values are others, by kind

All four types count: DATE, TIME, DURATION, SET. Of ours each mention that has a TIMEX3 value.
strict: the same span; relaxed: spans that overlap, one to one; value: these, with the same value, to the letter.
This measures and never fails.
"""
import argparse
import json
import subprocess
import sys
from collections import defaultdict

KINDS = ("DATE", "TIME", "DURATION", "SET")


def extracted(program, rows):
    texts = "".join(json.dumps({key: row[key] for key in ("id", "text", "date")}) + "\n" for row in rows)
    run = subprocess.run([program, "extract", "--format", "jsonl", "-"], input=texts, capture_output=True, text=True, check=False)
    if run.returncode != 0:
        sys.exit(run.stderr or f"{program} extract left with {run.returncode}")
    return {row["id"]: [m for m in row["mentions"] if m.get("timex")] for row in map(json.loads, run.stdout.splitlines())}


def overlap(a, b):
    return min(a["end"], b["end"]) - max(a["start"], b["start"])


def wanted(expect):
    return expect["timex"] if isinstance(expect["timex"], list) else [expect["timex"]]


def pairs(expects, mentions):
    """Each expected expression with the mention that overlaps it most, or None; and the mentions that are left."""
    left, out = list(mentions), []
    for expect in expects:
        hit = max((m for m in left if overlap(m, expect) > 0), key=lambda m: overlap(m, expect), default=None)
        if hit is not None:
            left.remove(hit)
        out.append((expect, hit))
    return out, left


def around(text, span):
    return f"...{text[max(0, span['start'] - 50):span['start']]}[{span['text']}]{text[span['end']:span['end'] + 30]}...".replace("\n", " ")


def figure(name, right, got, gold):
    precision, recall = right / max(1, got), right / max(1, gold)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"{name:10s} P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * f1:5.1f}   ({right} right of {got} found, {gold} in the gold)")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("file")
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    rows = [json.loads(line) for line in open(arguments.file, encoding="utf-8")]
    got = extracted(arguments.program, rows)
    right, found, gold = defaultdict(int), 0, 0
    by_kind = {kind: [0, 0, 0] for kind in KINDS}
    errors = defaultdict(list)
    for row in rows:
        matched, left = pairs(row["expect"], got[row["id"]])
        found += len(got[row["id"]])
        gold += len(row["expect"])
        for expect, hit in matched:
            same = hit is not None and hit["timex"] in wanted(expect)
            right["strict"] += hit is not None and (hit["start"], hit["end"]) == (expect["start"], expect["end"])
            right["relaxed"] += hit is not None
            right["value"] += same
            for i, one in enumerate((1, hit is not None, same)):
                by_kind[expect["kind"]][i] += one
            where = f"{row['id']} {row['date']} {around(row['text'], expect)}"
            if hit is None:
                errors["missed"].append(f"{where} {expect['timex']}")
            elif not same:
                errors["value"].append(f"{where} want {expect['timex']} got {hit['timex']} [{hit['text']}]")
            elif (hit["start"], hit["end"]) != (expect["start"], expect["end"]):
                errors["span"].append(f"{where} got [{hit['text']}]")
        errors["too much"] += [f"{row['id']} {row['date']} {around(row['text'], m)} {m['kind']} {m['timex']}" for m in left]
    if arguments.errors:
        for name, lines in sorted(errors.items()):
            print(f"\n{name}: {len(lines)}", *lines, sep="\n  ")
        print()
    for name in ("strict", "relaxed", "value"):
        figure(name, right[name], found, gold)
    for kind, (all_of, hit, same) in by_kind.items():
        print(f"  {kind:8s} {all_of} in the gold, {hit} found, {same} with their value")


main()
