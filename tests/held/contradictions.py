#!/usr/bin/env python3
"""The paragraphs of contradictions.yaml: which mistakes are found, and what is found in the same paragraph without its mistake.

usage: contradictions.py ROOT PROGRAM [--unseen]

--unseen  only the rows at odd places (from 0), which nobody who worked on the checks has read

A mistake is found if a claim of its paragraph is contradicted or misleading and the paragraph without the mistake has none; `words`
counts those whose finding has one of the wrong words in its text or its message. This measures and never fails.
"""
import json
import pathlib
import subprocess
import sys
import tempfile
from collections import defaultdict

import yaml

PACKS = ("rules/consistency", "rules/calendar")


def findings(root, program, headline, text, day):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "paragraph.txt"
        path.write_text(f"{headline}\n\n{text}" if headline else text, encoding="utf-8")
        packs = [option for pack in PACKS for option in ("--rules", str(root / pack))]
        run = subprocess.run([program, *packs, "--date", str(day), "--format", "json", str(path)], capture_output=True, text=True, check=False)
    claims = json.loads(run.stdout)["documents"][0].get("claims", [])
    return [claim for claim in claims if claim["verdict"] in ("contradicted", "misleading")]


def outcome(root, program, row):
    headline, text, wrong = row.get("headline", ""), row["text"], row["wrong"]
    right = row["right"][0] if isinstance(row["right"], list) else row["right"]
    found = findings(root, program, headline, text, row["date"])
    twin = findings(root, program, headline.replace(wrong, right), text.replace(wrong, right), row["date"])
    words = any(word in claim["text"] + claim.get("message", "") for claim in found for word in wrong.split() if word[0].isdigit())
    return bool(found) and not twin, words and not twin, bool(twin)


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    root, program = pathlib.Path(sys.argv[1]), sys.argv[2]
    rows = yaml.safe_load((root / "tests/held/contradictions.yaml").read_text(encoding="utf-8"))
    sums = defaultdict(lambda: [0, 0, 0, 0])
    for row in rows[1::2] if "--unseen" in sys.argv else rows:
        for kind in (row["check_kind"], "of which the text refutes" if row["needs"] == "text" else "of which it does not"):
            for i, add in enumerate((True, *outcome(root, program, row))):
                sums[kind][i] += add
    print(f"{'':28s} paragraphs  found  words  false without the mistake")
    for kind, (count, found, words, false) in sorted(sums.items()):
        print(f"{kind:28s} {count:10d} {found:6d} {words:6d} {false:6d}")


main()
