#!/usr/bin/env python3
"""Speed of stores, in pairs in one run: store_pairs.py FACTCHECK STORE_BENCH [ROWS...]

For each number of rows (10,000, 1,000,000 and 10,000,000 unless said) a table is generated, imported by `sqlite3 .import` into a bare
table and by `factcheck data import` into a store, in turns, and the store is asked. Prints a line of JSON each; docs/performance.md
says what was measured."""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

FACTCHECK, BENCH = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
SIZES = [int(n) for n in sys.argv[3:]] or [10_000, 1_000_000, 10_000_000]
FIRST_YEAR = 1950


def shape(rows):
    """Series, years and entities that make up so many rows; ranks are among 200."""
    entities = 200
    years = min(100, max(5, rows // entities // 10))
    return rows // entities // years, years, entities


def generate(file, rows):
    series, years, entities = shape(rows)
    state = 1
    with file.open("w", encoding="ascii") as out:
        out.write("series,reporter,time_period,obs_value,published,source\n")
        for s in range(series):
            for e in range(entities):
                lines = []
                for y in range(years):
                    state = state * 6364136223846793005 + 1442695040888963407 & 0xFFFFFFFFFFFFFFFF
                    lines.append(f"s{s},E{e},{FIRST_YEAR + y},{state >> 44}.{state >> 40 & 7},2025-01-15,Office of Examples\n")
                out.write("".join(lines))
    return series, years, entities


def timed(command, **more):
    begun = time.monotonic()
    before = os.times()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **more)
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return time.monotonic() - begun, cpu


def main():
    for rows in SIZES:
        with tempfile.TemporaryDirectory(prefix="factcheck-pairs-") as name:
            folder = pathlib.Path(name)
            table, bare, store = folder / "figures.csv", folder / "bare.sqlite", folder / "store.sqlite"
            series, years, entities = generate(table, rows)
            pairs = []
            for _ in range(3 if rows < 5_000_000 else 2):
                bare.unlink(missing_ok=True)
                store.unlink(missing_ok=True)
                script = f"create table figures(series, reporter, time_period, obs_value, published, source);\n.mode csv\n.import --skip 1 {table} figures\n"
                pairs.append((timed(["sqlite3", bare], input=script.encode()), timed([FACTCHECK, "data", "import", table, "--into", store])))
            asked = json.loads(subprocess.run([BENCH, store, str(series), str(FIRST_YEAR), str(years), str(entities)], check=True, capture_output=True).stdout)
            wall = [p[0][0] / p[1][0] for p in pairs]
            cpu = [p[0][1] / p[1][1] for p in pairs]
            print(json.dumps({"rows": series * years * entities, "sqlite_seconds": round(statistics.median(p[0][0] for p in pairs), 2),
                              "import_seconds": round(statistics.median(p[1][0] for p in pairs), 2), "speed_against_sqlite": round(statistics.median(wall), 2),
                              "speed_against_sqlite_cpu": round(statistics.median(cpu), 2), "store_bytes": store.stat().st_size, "bare_bytes": bare.stat().st_size, **asked}), flush=True)


main()
