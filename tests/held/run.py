#!/usr/bin/env python3
"""Runs the sentences of this folder through the program and says how many get their verdict: run.py ROOT PROGRAM [FILE]

A sentence has the worst verdict of its claims; with a suggestion, that must be among theirs. No claim at all is counted as silent.
This measures and never fails: the figure is published as it is."""

import json
import pathlib
import subprocess
import sys
import tempfile

import yaml

WORST_FIRST = ["contradicted", "misleading", "outdated", "imprecise", "supported", "unverifiable"]


def claims_of(root, program, row):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "sentence.txt"
        path.write_text(row["text"] + "\n", encoding="utf-8")
        command = [program, "check", "-r", "rules", "--all", "--min-level", "info", "-f", "json", "--date", str(row["date"]), str(path)]
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode == 2:
        sys.exit(f"{' '.join(command)}\n{done.stderr}")
    return json.loads(done.stdout)["documents"][0].get("claims", [])


def verdict_of(claims):
    return min((claim["verdict"] for claim in claims), key=WORST_FIRST.index, default="silent")


def main():
    root, program = pathlib.Path(sys.argv[1]).resolve(), str(pathlib.Path(sys.argv[2]).resolve())
    path = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else pathlib.Path(__file__).with_name("thirty.yaml")
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    right = same = wrong_alarms = 0
    for row in rows:
        claims = claims_of(root, program, row)
        got = verdict_of(claims)
        suggested = [claim.get("suggestion", "") for claim in claims if claim["verdict"] == got]
        same += got == row["verdict"]
        good = got == row["verdict"] and ("suggestion" not in row or row["suggestion"] in suggested)
        right += good
        wrong_alarms += got == "contradicted" and row["verdict"] in ("supported", "unverifiable")
        if not good:
            rules = ", ".join(f"{claim['rule']} {claim['verdict']}" for claim in claims) or "no claim"
            print(f"{row['text']}\n  expected {row['verdict']} {row.get('suggestion', '')}\n  got {got} {suggested} ({rules})")
    print(f"{len(rows)} sentences: {same} verdicts right, {right} with the suggestion too; {wrong_alarms} contradicted that are not")


main()
