#!/usr/bin/env python3
"""Times two whole commands over the same texts, in turns: pair.py FACTCHECK CORPUS.jsonl PATTERN.txt RUNS

factcheck extract --format jsonl reads the corpus as JSON Lines, repeated to 120 MB of text, and writes JSON Lines;
rg --count-matches -j1 --no-mmap -f PATTERN.txt reads the plain text of the same items.
Prints the median and the best of each in MB of text a second, and how they compare.
"""
import json
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile

BYTES = 120_000_000


# Processor seconds of one run: a busy machine changes them little.
def seconds(command, out):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=out, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def write_corpora(corpus, folder):
    lines = corpus.read_text(encoding="utf-8").splitlines(keepends=True)
    text = "".join(json.loads(line)["text"] + "\n\n" for line in lines)
    size = len(text.encode())
    times = -(-BYTES // size)
    with open(folder / "items.jsonl", "w", encoding="utf-8") as records, open(folder / "items.txt", "w", encoding="utf-8") as plain:
        for _ in range(times):
            records.writelines(lines)
            plain.write(text)
    return size * times


def shown(name, size, runs):
    rates = [size / run / 1e6 for run in runs]
    print(f"{name:12s} median {statistics.median(rates):7.1f} MB/s, best {max(rates):7.1f}, {len(runs)} runs")
    return statistics.median(rates)


def main():
    program, corpus, pattern, runs = sys.argv[1:]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        size = write_corpora(pathlib.Path(corpus), folder)
        ours = [program, "extract", "--format", "jsonl", str(folder / "items.jsonl")]
        theirs = ["rg", "--count-matches", "-j1", "--no-mmap", "-f", pattern, str(folder / "items.txt")]
        times = {"factcheck": [], "ripgrep": []}
        with open(os.devnull, "wb") as nowhere:
            for _ in range(int(runs)):
                times["factcheck"].append(seconds(ours, nowhere))
                times["ripgrep"].append(seconds(theirs, nowhere))
    print(f"{size} bytes of text, one core each")
    rates = {name: shown(name, size, taken) for name, taken in times.items()}
    print(f"factcheck is {rates['factcheck'] / rates['ripgrep']:.3f} of ripgrep")


if __name__ == "__main__":
    main()
