#!/usr/bin/env python3
"""Measures whole runs over a corpus: corpora.py FACTCHECK RULES CORPUS.jsonl[.gz] PATTERN.txt [--large]

The corpus as one JSON Lines file and as a file for each item; on one core beside `rg --count-matches -j1 --no-mmap -f PATTERN.txt` and `wc -w`
on the plain text; with two jobs; with a cold and a warm cache; how long a start takes; and how much memory a corpus of 1, 10 and (--large) 100
times the size needs. Speeds are of processor seconds, which a busy machine changes little, and of wall time where it is about jobs. Best of three.
"""

import gzip
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time


def timed(command, **options):
    """(wall seconds, processor seconds, peak memory in MiB) of one run."""
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{' '.join(map(str, command))}: exit code {process.returncode}")
    return time.monotonic() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def best(command, runs=3, **options):
    all_runs = [timed(command, **options) for _ in range(runs)]
    return tuple(min(run[i] for run in all_runs) for i in range(3))


def prepare(corpus, folder):
    opened = gzip.open(corpus, "rt", encoding="utf-8") if corpus.endswith(".gz") else open(corpus, encoding="utf-8")
    with opened as file:
        lines = file.readlines()
    (folder / "files").mkdir()
    with open(folder / "corpus.jsonl", "w", encoding="utf-8") as records, open(folder / "corpus.txt", "w", encoding="utf-8") as plain:
        for i, line in enumerate(lines):
            record = json.loads(line)
            records.write(line)
            plain.write(record["text"] + "\n\n")
            (folder / "files" / f"{i:05}.txt").write_text(record["text"], encoding="utf-8")
    return len(lines), (folder / "corpus.txt").stat().st_size


def main():
    program, rules, corpus, pattern = sys.argv[1:5]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        documents, size = prepare(corpus, folder)
        megabytes = size / 1e6
        print(f"{documents} documents, {megabytes:.1f} MB of text, {os.cpu_count()} processors")
        check = [program, "--isolated", "-r", rules]
        one = ["--jobs", "1"]
        (folder / "empty.txt").touch()
        wall, start, _ = best([*check, folder / "empty.txt"], 10)
        print(f"start with all packs: {wall * 1000:.0f} ms, {start * 1000:.0f} ms of them in the processor")
        _, grep, _ = best(["rg", "--count-matches", "-j1", "--no-mmap", "-f", pattern, folder / "corpus.txt"])
        _, words, _ = best(["wc", "-w", folder / "corpus.txt"])
        print(f"rg: {megabytes / grep:.0f} MB/s; wc -w: {megabytes / words:.0f} MB/s")
        for title, command in (("JSON Lines to text", [*check, *one, folder / "corpus.jsonl"]), ("JSON Lines to JSON Lines", [*check, *one, "-f", "jsonl", folder / "corpus.jsonl"]),
                               ("files to text", [*check, *one, folder / "files"]), ("extract, JSON Lines", [program, "extract", *one, "-f", "jsonl", folder / "corpus.jsonl"])):
            wall, seconds, memory = best(command)
            print(f"{title}: {megabytes / seconds:.1f} MB/s, {documents / seconds:.0f} documents/s, {grep / seconds:.3f} of rg, {words / seconds:.3f} of wc -w, {memory:.0f} MiB")
        walls = [best([*check, "--jobs", str(jobs), folder / "corpus.jsonl"])[0] for jobs in (1, 2)]
        print(f"two jobs: {walls[0]:.2f} s and {walls[1]:.2f} s of wall time, {walls[0] / walls[1]:.2f} times as fast")
        cold = timed([*check, *one, "--cache", folder / "cache", folder / "corpus.jsonl"])
        warm = best([*check, *one, "--cache", folder / "cache", folder / "corpus.jsonl"])
        print(f"cache: cold {cold[1]:.2f} s, warm {warm[1]:.3f} s of the processor, {cold[1] / warm[1]:.1f} times as fast")
        shutil.rmtree(folder / "cache")
        bytes_once = (folder / "corpus.jsonl").read_bytes()
        for times in (1, 10, 100) if "--large" in sys.argv else (1, 10):
            with open(folder / "large.jsonl", "wb") as out:
                for _ in range(times):
                    out.write(bytes_once)
            wall, seconds, memory = timed([*check, folder / "large.jsonl"])
            print(f"{times} times the corpus: {megabytes * times / wall:.1f} MB/s of wall time, peak memory {memory:.0f} MiB")


if __name__ == "__main__":
    main()
