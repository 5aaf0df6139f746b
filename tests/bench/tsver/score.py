#!/usr/bin/env python3
"""Scores verdicts against those of fact-checkers.

    score.py GOLD.jsonl [--half tuned|kept] < VERDICTS.jsonl

Prints accuracy, macro-F1, how many claims were answered and how many of those rightly, with 95 % intervals, and the confusion matrix.
A misleading claim is right for either of the two labels that it can mean, as bench/score.py has it. Of the kept half only totals are
ever printed.
"""
import argparse
import json
import math
import sys
from collections import Counter

from split import halves

LABELS = {"supported": {"Supported"}, "imprecise": {"Supported"}, "contradicted": {"Refuted"}, "outdated": {"Refuted"},
          "misleading": {"Refuted", "Cherry-Picking/Conflicting Evidence"}, "unverifiable": {"Not Enough Evidence"}}


def wilson(right, n, z=1.96):
    if n == 0:
        return 0.0, 0.0
    p, d = right / n, 1 + z * z / n
    centre, half = p + z * z / (2 * n), z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return 100 * (centre - half) / d, 100 * (centre + half) / d


def score(gold, verdicts):
    """The figures of one set of claims."""
    right = answered = right_answered = 0
    said, hit, want, confusion = Counter(), Counter(), Counter(), Counter()
    for row in gold:
        verdict = verdicts.get(row["id"], "unverifiable")
        label, can = row["Verdict"], LABELS[verdict]
        ok = label in can
        right += ok
        confusion[label, verdict] += 1
        said[label if ok else sorted(can)[-1]] += 1
        want[label] += 1
        hit[label] += ok
        if verdict != "unverifiable":
            answered += 1
            right_answered += ok
    f1 = [2 * hit[w] / (said[w] + want[w]) for w in want]
    return {"claims": len(gold), "right": right, "macro_f1": sum(f1) / len(f1), "answered": answered, "right_answered": right_answered,
            "confusion": confusion, "most": want.most_common(1)[0]}


def show(name, s):
    n, a = s["claims"], s["answered"]
    low, high = wilson(s["right"], n)
    low_a, high_a = wilson(s["right_answered"], a)
    print(f"{name}: accuracy {100 * s['right'] / n:.1f} % ({s['right']} of {n}, 95 % interval {low:.0f}-{high:.0f}); macro-F1 {s['macro_f1']:.3f}; "
          f"answered {100 * a / n:.1f} %; right on {100 * s['right_answered'] / max(1, a):.1f} % of those ({low_a:.0f}-{high_a:.0f})")
    label, count = s["most"]
    print(f"  always saying {label} would give {100 * count / n:.1f} %")
    for (want, verdict), count in sorted(s["confusion"].items()):
        print(f"  {want:36s} -> {verdict:13s} {count}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("--half", choices=("tuned", "kept"))
    args = parser.parse_args()
    gold = [json.loads(line) for line in open(args.gold, encoding="utf-8") if line.strip()]
    if args.half:
        ids = halves(args.gold)[args.half]
        gold = [row for row in gold if row["id"] in ids]
    verdicts = {row["id"]: row["verdict"] for row in map(json.loads, sys.stdin)}
    show(args.half or "all", score(gold, verdicts))


if __name__ == "__main__":
    main()
