#!/usr/bin/env python3
"""`factcheck data` as its users meet it: data_test.py ROOT PROGRAM

Stores say what the CSV of a pack says, survive a kill and a full disk, and hostile ones are refused."""
import json
import os
import pathlib
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

ROOT, PROGRAM = pathlib.Path(sys.argv[1]).resolve(), str(pathlib.Path(sys.argv[2]).resolve())
HERE = pathlib.Path(tempfile.mkdtemp(prefix="factcheck-data-"))
faults = []


def run(*arguments, code=0, **more):
    done = subprocess.run([PROGRAM, *map(str, arguments)], cwd=HERE, capture_output=True, text=True, timeout=120, check=False, **more)
    if done.returncode != code:
        faults.append(f"{' '.join(map(str, arguments))}: exit code {done.returncode}, not {code}: {done.stderr[:300]}")
    return done


def expect(truth, sentence):
    if not truth:
        faults.append(sentence)


def moved_packs():
    """The shipped packs with their data in stores."""
    rules = HERE / "moved"
    shutil.copytree(ROOT / "rules", rules)
    for pack in sorted(rules.iterdir()):
        if not (pack / "data/datapackage.json").exists():
            continue
        run("data", "import", pack / "data/datapackage.json", "--into", pack / "data/store.sqlite", "--strict")
        named = (pack / "pack.yaml").read_text(encoding="utf-8")
        (pack / "pack.yaml").write_text(re.sub(r"^data: .*$", "data: data/store.sqlite", named, flags=re.MULTILINE), encoding="utf-8")
        for table in pack.glob("data/*.csv"):
            table.unlink()
    return rules


def without_hashes(text):
    report = json.loads(text)
    for pack in report["packs"]:
        pack.pop("hash", None)
    return report


def same_verdicts(moved):
    tests = run("test", moved).stdout, run("test", ROOT / "rules").stdout
    expect(tests[0] == tests[1] and " 0 failed" in tests[0], f"the tests of packs differ with stores: {tests}")
    texts = sorted((ROOT / "tests/golden").glob("*/input.*")) + [p for p in [ROOT.parent / "shared/seed/article.txt"] if p.exists()]
    for text in texts:
        with_csv = subprocess.run([PROGRAM, "--rules", ROOT / "rules", "--all", "-f", "json", "--date", "2025-08-04", text], capture_output=True, text=True, check=False)
        with_store = subprocess.run([PROGRAM, "--rules", moved, "--all", "-f", "json", "--date", "2025-08-04", text], capture_output=True, text=True, check=False)
        expect(with_csv.returncode == with_store.returncode, f"{text}: other exit codes with stores")
        expect(without_hashes(with_csv.stdout) == without_hashes(with_store.stdout), f"{text}: another report with stores")


def round_trip(moved):
    for store in sorted(moved.glob("*/data/store.sqlite")):
        folder = HERE / ("exported-" + store.parts[-3])
        again = HERE / (store.parts[-3] + ".sqlite")
        run("data", "export", store, "--into", folder)
        run("data", "import", folder / "datapackage.json", "--into", again, "--strict")
        expect(again.read_bytes() == store.read_bytes(), f"{store}: import, export and import make another store")
        run("data", "check", again)
        run("data", "diff", store, again)
        # The order of the sources does not show: the same figures again change nothing.
        run("data", "import", folder / "datapackage.json", "--into", again)
        expect(again.read_bytes() == store.read_bytes(), f"{store}: the same figures twice make another store")


def rows(values, published="2025-01-15"):
    head = "series,reporter,time_period,obs_value,published,source\n"
    return head + "".join(f"s,{area},{year},{value},{published},us\n" for area, year, value in values)


def write(name, text):
    (HERE / name).write_text(text, encoding="utf-8")
    return HERE / name


def difference():
    old = write("old.csv", rows([("A", 2020, "1.0"), ("A", 2021, "2.0"), ("B", 2020, "5")]))
    new = write("new.csv", rows([("A", 2020, "1.0"), ("A", 2021, "2.5"), ("A", 2022, "3")], "2025-02-15"))
    run("data", "import", old, "--into", "old.sqlite")
    run("data", "import", new, "--into", "new.sqlite")
    said = run("data", "diff", "old.sqlite", "new.sqlite", code=1).stdout
    expect("revised: s, A, 2021: 2.0 -> 2.5 (+25 %)  us" in said, f"data diff says {said}")
    expect("1 figure revised, 1 added, 1 gone, 1 as before" in said, f"data diff counts {said}")


def difference_of_rules(moved):
    """A release that revises a figure changes the outcome of tests that rest on it."""
    store, folder = moved / "pakistan-trade/data/store.sqlite", HERE / "release"
    run("data", "export", store, "--into", folder)
    table = folder / "observations.csv"
    text = table.read_text(encoding="utf-8")
    revised = re.sub(r"(exports,US,PK|exports,PK,US),2023-07/2024-06,5", r"\1,2023-07/2024-06,6", text)
    expect(revised != text, "the table has no exports to revise")
    table.write_text(revised, encoding="utf-8")
    run("data", "import", folder / "datapackage.json", "--into", "release.sqlite")
    said = run("data", "diff", store, "release.sqlite", "--rules", moved, code=1).stdout
    expect(re.search(r"^[1-9]\d* tests? of (a pack changes its|packs change their) outcome$", said, re.MULTILINE), f"data diff --rules says {said[-500:]}")
    expect("pakistan-trade/exports-level: contradicted" in said or "pakistan-trade/" in said, f"data diff --rules names no rule: {said[-500:]}")


def duplicates():
    twice = write("twice.csv", rows([("A", 2020, "1.0"), ("A", 2020, "1.5"), ("A", 2020, "1.0")]))
    done = run("data", "import", twice, "--into", "twice.sqlite", code=1)
    expect("twice.csv:3:1: error: the value 1.5, where" in done.stderr and "has 1.0" in done.stderr, f"a duplicate is told as {done.stderr}")
    expect("1 figure of 1 series" in done.stdout, f"of duplicates is kept {done.stdout}")
    run("data", "import", twice, "--into", "strict.sqlite", "--strict", code=2)
    expect(not (HERE / "strict.sqlite").exists(), "--strict wrote a store in spite of a bad row")


def large_source():
    return write("large.csv", rows([(f"E{i % 200}", 1000 + i // 200, i) for i in range(40_000)]))


def survives_kills():
    """Whatever is killed or refused on the way leaves the old store as it was."""
    store = HERE / "kept.sqlite"
    run("data", "import", write("small.csv", rows([("A", 2020, "1")])), "--into", store)
    old, large = store.read_bytes(), large_source()
    begun = time.monotonic()
    run("data", "import", large, "--into", HERE / "timed.sqlite")
    whole = time.monotonic() - begun
    new = None
    moments = random.Random(7)
    for _ in range(8):
        process = subprocess.Popen([PROGRAM, "data", "import", large, "--into", store], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(moments.uniform(0, whole))
        process.send_signal(signal.SIGKILL)
        process.wait()
        now = store.read_bytes()
        if now != old:
            new = new or now
            expect(now == new, "a killed import left a store that is neither old nor new")
            store.write_bytes(old)
    run("data", "check", store)
    run("data", "import", large, "--into", store)


def survives_full_disks():
    """Each size at which writing may stop: a limit on the size of files stands for a full disk."""
    store = HERE / "full.sqlite"
    run("data", "import", HERE / "small.csv", "--into", store)
    old = store.read_bytes()
    size = (HERE / "timed.sqlite").stat().st_size
    left = {p.name for p in HERE.iterdir()}  # by runs that were killed
    for part in range(1, 6):
        kib = max(1, size * part // 6 // 1024)
        done = subprocess.run(["bash", "-c", f'ulimit -f {kib}; exec "$@"', "-", PROGRAM, "data", "import", HERE / "large.csv", "--into", store],
                              capture_output=True, text=True, timeout=120, check=False)
        expect(done.returncode == 2 and "cannot write" in done.stderr, f"{kib} KiB: exit code {done.returncode}: {done.stderr[:200]}")
        expect(store.read_bytes() == old, f"{kib} KiB: a failed import changed the store")
    expect({p.name for p in HERE.iterdir()} == left, "a failed import left its file")


def hostile_stores():
    pack = HERE / "moved/pakistan-trade"
    store = pack / "data/store.sqlite"
    good = store.read_bytes()
    text = write("claim.md", "---\ndate: 2025-08-04\n---\nPakistan's exports to the United States came to $5.44 billion in fiscal year 2023-24.\n")

    def refused(name, change, sentence):
        store.write_bytes(good)
        connection = sqlite3.connect(store)
        connection.isolation_level = None
        connection.execute("PRAGMA writable_schema = ON")
        for line in change:
            connection.execute(line)
        connection.close()
        done = subprocess.run([PROGRAM, "--rules", HERE / "moved", text], capture_output=True, text=True, timeout=20, check=False)
        expect(done.returncode == 2 and sentence in done.stderr, f"{name}: exit code {done.returncode}: {done.stderr[:300]}")

    endless = "WITH RECURSIVE r(id, rows) AS (SELECT 1, x'00' UNION ALL SELECT id + 1, rows FROM r) SELECT id, rows FROM r"
    refused("an endless view", ["DROP TABLE by_key", f"CREATE VIEW by_key AS {endless}"], "no store of factcheck")
    refused("a trigger", ["CREATE TRIGGER t AFTER INSERT ON about BEGIN SELECT 1; END"], "no store of factcheck")
    refused("an index on an expression", ["CREATE INDEX i ON series(length(name))"], "no store of factcheck")
    refused("a table less", ["DROP TABLE origins"], "no store of factcheck")
    refused("chunks that are cut", ["UPDATE by_key SET rows = substr(rows, 1, 12)", "UPDATE by_period SET rows = x''"], "damaged")
    refused("chunks that change places", ["UPDATE by_key SET rows = (SELECT rows FROM by_key LIMIT 1)", "UPDATE by_period SET rows = (SELECT rows FROM by_period LIMIT 1)"], "damaged")

    store.write_bytes(good)
    expected = subprocess.run([PROGRAM, "--rules", HERE / "moved", "--all", text], capture_output=True, text=True, check=False)
    journal = pathlib.Path(str(store) + "-journal")
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(504) + good[:4096])
    planted = subprocess.run([PROGRAM, "--rules", HERE / "moved", "--all", text], capture_output=True, text=True, check=False)
    expect(planted.stdout == expected.stdout and "-journal lies beside" in planted.stderr, "a planted journal is not warned of")
    expect(journal.exists() and store.read_bytes() == good, "a planted journal was played back")
    journal.unlink()

    flips = random.Random(11)
    other = 0
    for _ in range(24):
        bad = bytearray(good)
        bad[flips.randrange(len(bad))] ^= 1 << flips.randrange(8)
        store.write_bytes(bad)
        done = subprocess.run([PROGRAM, "--rules", HERE / "moved", "--all", text], capture_output=True, text=True, timeout=20, check=False)
        expect(done.returncode in (0, 1, 2), f"a flipped bit ended the program with {done.returncode}: {done.stderr[:200]}")
        expect(done.returncode != 2 or done.stderr.count("\n") >= 1, "a flipped bit was refused without a word")
        other += done.stdout != expected.stdout
    store.write_bytes(good)
    print(f"flipped bits: {other} of 24 changed the report or were refused")


def names_are_bound():
    """Ids are data, whatever they look like."""
    odd = ['gdp"; DROP TABLE by_key; --', "' OR 1=1 --", "%s%n", "a" * 5000, "é", "x,y", "two\nlines"]
    quoted = ['"' + name.replace('"', '""') + '"' for name in odd]
    source = "series,reporter,time_period,obs_value,published,source\n" + "".join(f"{q},{q},2020,{i},2025-01-15,us\n" for i, q in enumerate(quoted))
    run("data", "import", write("odd.csv", source), "--into", "odd.sqlite")
    for i, name in enumerate(odd):
        said = run("data", "show", "odd.sqlite", name, name).stdout
        expect(re.search(rf"2020\s+{i}\s", said), f"the series {name[:20]!r} is not found again")


def main():
    try:
        moved = moved_packs()
        same_verdicts(moved)
        round_trip(moved)
        difference()
        difference_of_rules(moved)
        duplicates()
        survives_kills()
        survives_full_disks()
        hostile_stores()
        names_are_bound()
    finally:
        shutil.rmtree(HERE, ignore_errors=True)
    print("\n".join(faults))
    print(f"{len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
