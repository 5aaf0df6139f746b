#!/usr/bin/env python3
"""Extraction against the gold sets that others wrote, each set in two halves: one is tuned on, the other never looked at.

usage: halves.py PROGRAM SHARED [--set NAME] [--errors]

PROGRAM  factcheck
SHARED   the folder that holds gold/ and bench/score.py
--set    only this set: newsquant, rec_number ...
--errors what is wrong in the tuned half, a case at a time; nothing of the held half is ever printed but its figures

The tuned half are the lines at even places (from 0), the held half those at odd ones.
"""
import argparse
import contextlib
import importlib.util
import io
import json
import pathlib
import subprocess
import sys

sys.dont_write_bytecode = True
SETS = ("newsquant", "rec_number", "rec_percent", "rec_currency", "rec_dimension", "rec_age", "rec_range", "rec_datetime")


def scorer(shared):
    spec = importlib.util.spec_from_file_location("score", shared / "bench" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def extracted(program, gold):
    rows = "".join(json.dumps({k: g[k] for k in ("id", "text", "date")}) + "\n" for g in gold)
    run = subprocess.run([program, "extract", "--format", "jsonl", "-"], input=rows, capture_output=True, text=True, check=False)
    if run.returncode != 0:
        sys.exit(run.stderr or f"{program} extract left with {run.returncode}")
    return {row["id"]: row["mentions"] for row in map(json.loads, run.stdout.splitlines())}


def figures(score, name, gold, got):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        if name == "newsquant":
            score.newsquant(gold, got)
        elif name == "rec_datetime":
            score.timex(gold, got, name)
        else:
            score.recognizers(gold, got, name)
    return out.getvalue().splitlines()


# The kinds that the scorer looks at in a set.
def counts(score, name, mention):
    if name == "rec_datetime":
        return mention["kind"] in ("date", "period", "duration")
    return mention["kind"] not in score.DATELIKE and (name != "newsquant" or mention["kind"] not in score.NOT_QUANTITY)


def wanted(name, expect):
    if name == "newsquant":
        return f"{expect['value']} [{expect['normalized_unit']}] change {expect['change']}  ({expect['unit']})"
    return f"{expect['text']!r} {expect['kind']} {expect.get('timex') or expect.get('value')} {json.dumps(expect.get('resolution'))}"


def found(mention):
    kept = {k: v for k, v in mention.items() if v not in (None, "exact") and k not in ("start", "end", "text", "kind")}
    return f"{mention['text']!r} {mention['kind']} {json.dumps(kept)}"


def is_right(score, name, g, got):
    perfect = [line.split("(")[-1] for line in figures(score, name, [g], got) if "right of" in line and "strict" not in line]
    # "2 right of 3 found, 2 in the gold)"
    return all(words.split()[0] == words.split()[3] == words.split()[5] for words in perfect)


def print_errors(score, name, gold, got):
    for g in gold:
        if is_right(score, name, g, got):
            continue
        print(f"\n{g['id']} {g['date'] or ''}: {g['text']}")
        for expect in g["expect"]:
            if name != "rec_datetime" or expect["kind"] in ("date", "daterange", "duration"):
                print("   want " + wanted(name, expect))
        for mention in got.get(g["id"], []):
            if counts(score, name, mention):
                print("    got " + found(mention))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("shared", type=pathlib.Path)
    parser.add_argument("--set")
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    if not arguments.shared.is_dir():
        sys.exit(f"skipped: {arguments.shared} is not there")
    score = scorer(arguments.shared)
    for name in SETS if not arguments.set else (arguments.set,):
        gold = [json.loads(line) for line in open(arguments.shared / "gold" / f"{name}.jsonl", encoding="utf-8")]
        tuned, held = gold[0::2], gold[1::2]
        got = extracted(arguments.program, gold)
        for half, rows in (("tuned", tuned), ("held ", held)):
            for line in figures(score, name, rows, got):
                print(f"{half} {line}")
        if arguments.errors:
            print_errors(score, name, tuned, got)


if __name__ == "__main__":
    main()
