#!/usr/bin/env python3
"""The shipped packs are what the tools for authors ask of others: packs_test.py ROOT PROGRAM

- lint finds no error and no warning in them;
- at least nine in ten changes of a pack are noticed by its tests, for packs with measures of their own."""

import json
import pathlib
import subprocess
import sys

ROOT, PROGRAM = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
SCORED = ("pakistan-economy", "pakistan-trade", "south-asia-events")
LEAST = 90  # of a hundred changes


def run(*arguments):
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, cwd=ROOT, check=False)
    return done.stdout


def main():
    faults = []
    for found in json.loads(run("lint", "rules", "-f", "json"))["found"]:
        if found["level"] != "info" and "/consistency/" not in found["file"]:
            faults.append(f"{found['file']}:{found['line']}: {found['message']}")
    scores = json.loads(run("mutate", *(f"rules/{name}" for name in SCORED), "-f", "json"))["packs"]
    for pack in scores:
        if pack["killed"] * 100 < pack["mutants"] * LEAST:
            faults.append(f"{pack['pack']}: its tests notice {pack['killed']} of {pack['mutants']} changes; factcheck mutate names the others")
    print("\n".join(faults))
    print(", ".join(f"{pack['pack']} {pack['killed']}/{pack['mutants']}" for pack in scores), f"; {len(faults)} faults")
    sys.exit(1 if faults or len(scores) < len(SCORED) else 0)


main()
