#!/usr/bin/env python3
"""Splits judged claims in two halves by their ids, with a fixed seed: `tuned`, which may be read, and `kept`, which is only scored.

    split.py CLAIMS.jsonl tuned|kept      prints the ids of that half, one a line
"""
import json
import random
import sys

SEED = 20250804


def halves(path):
    """The ids of the claims of a file, split in two: the same file, the same halves."""
    ids = sorted(str(json.loads(line)["id"]) for line in open(path, encoding="utf-8") if line.strip())
    random.Random(SEED).shuffle(ids)
    middle = (len(ids) + 1) // 2
    return {"tuned": set(ids[:middle]), "kept": set(ids[middle:])}


def main():
    if len(sys.argv) != 3 or sys.argv[2] not in ("tuned", "kept"):
        sys.exit(__doc__)
    print("\n".join(sorted(halves(sys.argv[1])[sys.argv[2]])))


if __name__ == "__main__":
    main()
