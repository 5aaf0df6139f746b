#!/usr/bin/env python3
"""Corpora as they are run in earnest: many threads, interrupted, killed, with a full disk: corpora_test.py ROOT PROGRAM [RUNS]

RUNS: how often a run is repeated with shuffled inputs, and killed at random; few by default, for those who wait."""

import hashlib
import json
import os
import pathlib
import random
import resource
import signal
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import tester
from tester import RIGHT, WRONG

FILLER = "Nothing was agreed, and the talks go on next week in the capital. "


class Tester(tester.Tester):
    def __init__(self, root, program, folder, runs="8"):
        super().__init__(root, program, folder)
        self.runs = int(runs)
        self.rules = ("-r", str(self.root / "rules/calendar"))
        self.random = random.Random(8)

    def command(self, *arguments):
        return [self.program, *self.rules, *arguments]

    def run(self, *arguments, **options):
        return subprocess.run(self.command(*arguments), cwd=self.folder, capture_output=True, timeout=120, check=False, **options)


def prepare(folder):
    """Files of all sizes, some of them with faults, and the same as JSON Lines."""
    (folder / "texts").mkdir()
    with open(folder / "corpus.jsonl", "w", encoding="utf-8") as lines:
        for i in range(120):
            text = FILLER * (i % 7) + (WRONG if i % 10 == 3 else RIGHT)
            (folder / "texts" / f"{i:03}.md").write_text(text, encoding="utf-8")
            lines.write(json.dumps({"id": f"a-{i}", "text": text}) + "\n")
    (folder / "texts" / "large.txt").write_text(FILLER * 600 + WRONG, encoding="utf-8")
    (folder / "texts" / "odd.txt").write_bytes(b"PNG\0\1\2")


def one_hash(t):
    """The same bytes for any number of jobs and any order of the inputs."""
    names = [f"texts/{file.name}" for file in (t.folder / "texts").iterdir()] + ["corpus.jsonl"]
    for form in ("text", "json", "jsonl"):
        seen = set()
        for jobs in range(1, 9) if t.runs < 9 else [t.random.randint(1, 8) for _ in range(t.runs)]:
            t.random.shuffle(names)
            done = t.run("-f", form, "--jobs", str(jobs), *names)
            seen.add((done.returncode, hashlib.sha256(done.stdout + done.stderr).hexdigest()))
        t.expect(len(seen) == 1, f"{form}: {len(seen)} different reports of one corpus")
    seen = {t.run("extract", "-f", "jsonl", "--jobs", str(jobs), "corpus.jsonl").stdout for jobs in (1, 2, 8)}
    t.expect(len(seen) == 1, "extract: the jobs change what is printed")


def bad_documents(t):
    """One of them is a line, never the end."""
    lines = [{"id": "a", "text": WRONG}, {"id": "b"}, {"id": "c", "text": WRONG}]
    (t.folder / "some.jsonl").write_text("\n".join(json.dumps(line) for line in lines) + "\n{\n" + json.dumps(lines[0]), encoding="utf-8")
    done = t.run("-f", "jsonl", "--jobs", "2", "some.jsonl", "no.md")
    got = [json.loads(line) for line in done.stdout.splitlines()]
    t.expect(done.returncode == 2 and [line.get("id") for line in got[:3]] == ["a", "c", "a"], f"bad lines: {got}")
    t.expect([line["error"].split(": ")[0] for line in got[3:]] == ["no.md", "some.jsonl:2", "some.jsonl:4"] or len(got) == 6, f"errors: {got[3:]}")


def interrupted(t):
    """A signal ends it at whole records, says how far it got, and leaves files as they were."""
    for number in (signal.SIGINT, signal.SIGTERM):
        (t.folder / "report.json").write_text("old", encoding="utf-8")
        process = subprocess.Popen(t.command("-f", "jsonl", "--jobs", "2", "-o", "json=report.json", "-"), cwd=t.folder,
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        record = (json.dumps({"id": "a", "text": FILLER * 20 + WRONG}) + "\n").encode()
        process.stdin.write(record * 300)
        process.stdin.flush()
        time.sleep(0.3)
        process.send_signal(number)
        out, said = process.communicate(timeout=60)
        t.expect(process.returncode == 128 + number, f"{number}: exit code {process.returncode}; {said}")
        t.expect(b"stopped by a signal after " in said and said.count(b"\n") == 1, f"{number}: {said}")
        lines = out.splitlines()
        t.expect(all(json.loads(line) for line in lines) and len(lines) > 1, f"{number}: {len(lines)} lines")
        t.expect((t.folder / "report.json").read_text(encoding="utf-8") == "old", f"{number}: a file was written in spite of it")
        t.expect(not list(t.folder.glob(".factcheck-*")), f"{number}: a file was left behind")


def killed(t):
    """Old bytes or new ones, nothing else."""
    new = t.run("-f", "json", "texts").stdout
    for _ in range(max(4, t.runs // 5)):
        (t.folder / "kept.json").write_bytes(b"old")
        process = subprocess.Popen(t.command("-q", "-o", "json=kept.json", "texts"), cwd=t.folder, stderr=subprocess.DEVNULL)
        time.sleep(t.random.random() * 0.3)
        process.kill()
        process.wait()
        t.expect((t.folder / "kept.json").read_bytes() in (b"old", new), "a killed run left a half-written report")
    for left in t.folder.glob(".factcheck-*"):
        os.utime(left, (0, 0))
    t.run("-q", "-o", "json=kept.json", "texts")
    t.expect(not list(t.folder.glob(".factcheck-*")), "the next run does not remove what a killed one left")


def full_disk(t):
    """A file that may not grow stands for a full disk: the same error on the same way."""
    (t.folder / "kept.json").write_bytes(b"old")
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
    done = t.run("-q", "-o", "json=kept.json", "texts", preexec_fn=limit)
    t.expect(done.returncode == 2 and b"cannot write kept.json: File too large" in done.stderr, f"a full disk: {done}")
    t.expect((t.folder / "kept.json").read_bytes() == b"old" and not list(t.folder.glob(".factcheck-*")), "a full disk: something is left")
    with open("/dev/full", "wb") as out:
        done = subprocess.run(t.command("--jobs", "3", "texts"), cwd=t.folder, stdout=out, stderr=subprocess.PIPE, check=False, timeout=60)
    t.expect((done.returncode, done.stderr.count(b"\n")) == (2, 1), f"/dev/full: {done}")


def reader_gone(t):
    """`factcheck | head` ends quietly, and does not read on."""
    process = subprocess.Popen(t.command("-f", "jsonl", "--jobs", "2", "-"), cwd=t.folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.close()
    record = (json.dumps({"id": "a", "text": FILLER * 20 + WRONG}) + "\n").encode()
    written = 0
    try:
        for _ in range(2000):
            process.stdin.write(record * 10)
            written += 1
    except BrokenPipeError:
        pass
    try:
        process.stdin.close()
    except BrokenPipeError:
        pass
    said = process.stderr.read()
    process.stderr.close()
    process.wait(timeout=60)
    t.expect(said == b"" and process.returncode in (0, 1) and written < 2000, f"reader gone: {process.returncode}, {said}, {written} written")


def growing_file(t):
    """A file that grows or shrinks while it is read: no crash, whole records."""
    path = t.folder / "grows.jsonl"
    record = (json.dumps({"id": "a", "text": FILLER + WRONG}) + "\n").encode()
    path.write_bytes(record * 2000)
    process = subprocess.Popen(t.command("-f", "jsonl", "grows.jsonl"), cwd=t.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    with open(path, "ab") as file:
        for _ in range(50):
            file.write(record)
            file.flush()
    with open(path, "r+b") as file:
        file.truncate(len(record) * 1000 + 10)
    out, _ = process.communicate(timeout=60)
    t.expect(process.returncode in (1, 2) and all(json.loads(line) for line in out.splitlines()), f"a growing file: {process.returncode}")


def cached(t):
    """Cold, warm, damaged, killed, shared or too large: a cache never changes a report."""
    want = t.run("-f", "json", "texts", "corpus.jsonl").stdout
    cache = ("--cache", "cache", "-f", "json", "texts", "corpus.jsonl")
    for state in ("cold", "warm"):
        t.expect(t.run(*cache).stdout == want, f"a {state} cache changes the report")
    files = list((t.folder / "cache").glob("*.results"))
    t.expect(len(files) == 1, f"a warm run writes results again: {files}")
    good = files[0].read_bytes()
    for _ in range(max(10, t.runs)):
        bad = bytearray(good)
        at = t.random.randrange(len(bad))
        if t.random.random() < 0.5:
            del bad[at:]
        else:
            bad[at] ^= 1 << t.random.randrange(8)
        files[0].write_bytes(bad)
        t.expect(t.run(*cache).stdout == want, f"a cache damaged at {at} changes the report")
        for file in (t.folder / "cache").glob("*.results"):
            if file != files[0]:
                file.unlink()
    (t.folder / "cache" / "seed").write_bytes(b"odd")
    t.expect(t.run(*cache).stdout == want, "an odd seed changes the report")
    for _ in range(max(3, t.runs // 5)):  # two at once, one of them killed
        for file in (t.folder / "cache").iterdir():
            file.unlink()
        both = [subprocess.Popen(t.command(*cache), cwd=t.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
        time.sleep(t.random.random() * 0.3)
        both[1].kill()
        t.expect(both[0].communicate(timeout=60)[0] == want, "a shared cache changes the report")
        both[1].communicate()
        done = t.run("--resume", *cache)
        t.expect(done.stdout == want and done.stderr == t.run(*cache).stderr, "--resume after a kill changes the report")
    # The rules, the path and the options are part of what is looked up.
    other = t.run("--cache", "cache", "--as-of", "latest", "-f", "json", "texts", "corpus.jsonl").stdout
    t.expect(other == t.run("--as-of", "latest", "-f", "json", "texts", "corpus.jsonl").stdout, "another --as-of gets the results of the first")
    done = t.run("--cache", "corpus.jsonl/x", "texts")
    t.expect(done.returncode == 2 and b"--cache: cannot make the folder corpus.jsonl/x" in done.stderr, f"a cache in a file: {done}")
    for i in range(4):
        (t.folder / "cache" / f"{i}.results").write_bytes(b"factcheck cache 1\n" + bytes(600 << 10))
    t.run("--cache-size", "1", *cache)
    size = sum(file.stat().st_size for file in (t.folder / "cache").iterdir())
    t.expect(size < 2 << 20, f"--cache-size 1: {size} bytes are kept")


PARTS = (one_hash, bad_documents, interrupted, killed, full_disk, reader_gone, growing_file, cached)

tester.run_test(Tester, PARTS, *sys.argv[1:], prepare=lambda t: prepare(t.folder))
