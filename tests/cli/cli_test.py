#!/usr/bin/env python3
"""The program as its users meet it, in rows: what is typed, the exit code, what is said: cli_test.py ROOT PROGRAM"""

import json
import os
import pathlib
import pty
import re
import resource
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import tester
from tester import RIGHT, WRONG


class Tester(tester.Tester):
    def run(self, *arguments, stdin=b"", **options):
        return super().run(*arguments, input=stdin, **options)

    def row(self, arguments, code, stdout=None, stderr="", **options):
        """stdout, stderr: what the streams are (a string), or hold (a pattern). An empty stderr must be empty."""
        done = self.run(*arguments, **options)
        name = "factcheck " + " ".join(arguments)
        self.expect(done.returncode == code, f"{name}: exit code {done.returncode}, not {code}; {done.stderr.decode(errors='replace')}")
        for stream, expected, got in (("stdout", stdout, done.stdout), ("stderr", stderr, done.stderr)):
            got = got.decode("utf-8")
            if isinstance(expected, re.Pattern):
                self.expect(expected.search(got), f"{name}: {stream} does not hold {expected.pattern}:\n{got}")
            elif expected is not None:
                self.expect(got == expected, f"{name}: {stream} is\n{got}  not\n{expected}")
        return done.stdout


def holds(text):
    return re.compile(re.escape(text))


def usage(t):
    rules = ("-r", "calendar")
    no_rules = "factcheck: no rules: pass --rules with the folder of a pack; the packs that are used without it (consistency,calendar) are not installed\n"
    t.row([], 2, "", "factcheck: no files: name a text, a folder, or - for standard input; see factcheck --help\n")
    t.row(["right.md"], 2, "", no_rules)
    t.row(["-r", "nowhere/", "right.md"], 2, "", "factcheck: nowhere/: no such folder; --rules takes the folder of a pack, or the name of one\n")
    t.row(["-r", "right.md", "right.md"], 2, "", "factcheck: right.md: is a file; --rules takes the folder of a pack\n")
    t.row(["-r", "empty", "right.md"], 2, "", "factcheck: empty: no pack at or below this folder; a pack is a folder with a pack.yaml\n")
    t.row(["-r", "weather", "right.md"], 2, "", holds("factcheck: no pack is called weather"))
    t.row([*rules, "--date", "4 August", "right.md"], 2, "", 'factcheck: --date: "4 August" is not a day; write it as 2025-08-04\n')
    t.row([*rules, "--format", "xml", "right.md"], 2, "", 'factcheck: --format: does not know "xml"; it takes text, concise, json, jsonl, csv, markdown, github, gitlab, junit, sarif, html\n')
    t.row([*rules, "--formt", "json", "right.md"], 2, "", "factcheck: no option is called --formt (did you mean --format?); see factcheck --help\n")
    t.row(["-r"], 2, "", holds("factcheck: "))
    t.row(["test"], 2, "", "factcheck: no packs: name the folder of a pack; see factcheck test --help\n")
    t.row(["test", "nowhere/"], 2, "", holds("factcheck: nowhere/: no such folder"))
    t.row(["test", "calendar", "--filter", "weather"], 2, "", 'factcheck: no test of a rule whose pack/id holds "weather"\n')


def about(t):
    t.row(["--help"], 0, holds("factcheck [check] [options] FILE|DIR|-..."))
    t.row(["test", "--help"], 0, holds("--filter"))
    t.row(["--version"], 0, re.compile(r"^factcheck \d+\.\d+\.\d+\n$"))
    version = json.loads(t.row(["--version", "--json"], 0))
    t.expect(version["schema"] == 1 and re.fullmatch(r"\d+\.\d+\.\d+", version["factcheck"]), f"--version --json: {version}")
    printed = dict(line.split()[:2] for line in t.row(["--limits"], 0).decode().splitlines())
    header = (t.root / "engine/model/limits.hpp").read_text(encoding="utf-8")
    named = re.findall(r"inline constexpr \S+ (\w+) = ", header)
    t.expect(list(printed) == named, f"--limits prints {list(printed)}, and limits.hpp has {named}")
    t.expect(printed.get("document_bytes") == str(64 << 20), "--limits: document_bytes is not 64 MiB")


def findings(t):
    rules = ("-r", "calendar")
    clean = "1 document, 1 claim, 1 judged, 0 unverifiable, 0 findings\n"
    t.row([*rules, "right.md"], 0, clean)
    t.row(["check", *rules, "right.md"], 0, clean)
    t.row([*rules, "wrong.md"], 1, holds("wrong.md:1:24: error: "))
    t.row([*rules, "--fail-on", "never", "wrong.md"], 0, holds("wrong.md:1:24: error: "))
    t.row([*rules, "-q", "wrong.md"], 1, "")
    t.row([*rules, "-"], 0, clean, stdin=RIGHT.encode())
    t.row([*rules, "-"], 1, holds("-:1:24: error: "), stdin=WRONG.encode())
    t.row([*rules, "./test"], 1, holds("./test:1:24: error: "))
    t.row([*rules, "--all", "right.md"], 0, holds("supported"))
    t.row([*rules, "empty.md"], 0, "1 document, 0 claims, 0 judged, 0 unverifiable, 0 findings\n")
    t.row(["-r", "calendar", "texts"], 1, holds("2 documents, 1 skipped, "))
    t.row(["calendar", "-r", "calendar"], 2, "", "factcheck: calendar: no texts below this folder; their names end in .md, .txt, .html or .jsonl\n")
    t.row([*rules, "corpus.jsonl"], 1, holds("corpus.jsonl:1:45: error: "))
    t.row(["-r", str(t.root / "rules/calendar"), "right.md"], 0, clean)
    t.row(["test", "calendar"], 0, re.compile(r"^\d+ tests of \d+ rules? in 1 pack: \d+ passed, 0 failed\n$"))
    t.row(["test", "calendar", "-q"], 0, "")


def extraction(t):
    t.row(["extract", "right.md"], 0, holds("Monday, 4 August 2025"))
    t.row(["extract", "-"], 0, holds("$5.4 billion"), stdin=b"Exports rose to $5.4 billion.")
    lines = [json.loads(line) for line in t.row(["extract", "-f", "jsonl", "corpus.jsonl"], 0).decode().splitlines()]
    t.expect([line["id"] for line in lines] == ["a", "b"], f"extract: {lines}")
    days = [[mention["timex"] for mention in line["mentions"]] for line in lines]
    t.expect(days == [["2025-08-04"], ["2025-08-04"]], f"extract: {days}")
    t.row(["extract"], 2, "", "factcheck: no files: name a text, a folder, or - for standard input; see factcheck extract --help\n")
    t.row(["extract", "-f", "json", "right.md"], 2, "", 'factcheck: --format: does not know "json"; it takes text, jsonl\n')
    t.row(["extract", "right.md", "no.md"], 2, holds("Monday"), "factcheck: no.md: no such file; check the name\n")
    t.row(["extract", "deep.html"], 2, None, holds("factcheck: deep.html: not fully read"))
    t.row(["extract", "-r", "calendar", "right.md"], 2, "", "factcheck: extract takes no -r; see factcheck extract --help\n")
    with open("/dev/full", "wb") as out:
        done = subprocess.run([t.program, "extract", "right.md"], cwd=t.folder, stdout=out, stderr=subprocess.PIPE, check=False)
    t.expect(done.returncode == 2 and done.stderr.count(b"\n") == 1, f"extract > /dev/full: {done}")


def understanding(t):
    said = t.row(["claims", "right.md"], 0).decode()
    t.expect(said == """right.md:1:24: date
    The ministers spoke on Monday, 4 August 2025.
                           ^^^^^^^^^^^^^^^^^^^^^
    weekday  "Monday, 4 August 2025"  Monday
    date     "Monday, 4 August 2025"  2025-08-04

right.md: 1 claim
""", f"claims: {said}")
    wrapped = t.row(["claims", "-"], 0, stdin=b"Profit rose 20 percent\nto $54 million from $45 million.\n").decode()
    t.expect("    Profit rose 20 percent to $54 million from $45 million.\n                ^^^^^^^^^^    ~~~" in wrapped, f"claims: {wrapped}")
    lines = [json.loads(line) for line in t.row(["claims", "-f", "jsonl", "corpus.jsonl"], 0).decode().splitlines()]
    t.expect([(line["id"], len(line["claims"])) for line in lines] == [("a", 1), ("b", 1)], f"claims: {lines}")
    t.expect(lines[0]["claims"][0]["slots"]["date"]["start"] == "2025-08-04", f"claims: {lines[0]}")
    t.row(["claims"], 2, "", "factcheck: no files: name a text, a folder, or - for standard input; see factcheck claims --help\n")
    t.row(["claims", "-r", "no", "right.md"], 2, "", holds("factcheck: "))
    t.row(["claims", "right.md", "no.md"], 2, holds("1 claim"), "factcheck: no.md: no such file; check the name\n")


def files(t):
    rules = ("-r", "calendar")
    t.row([*rules, "no.md"], 2, "", "factcheck: no.md: no such file; check the name\n")
    t.row([*rules, "wrong.md", "no.md"], 2, holds("wrong.md:1:24: error: "), "factcheck: no.md: no such file; check the name\n")
    t.row([*rules, "pipe"], 2, "", "factcheck: pipe: is a pipe; pass what comes out of it on standard input as -\n")
    t.row([*rules, "/dev/zero"], 2, "", "factcheck: /dev/zero: is a device; name a file, or pass its text on standard input as -\n")
    t.row([*rules, "binary.md"], 2, "", "factcheck: binary.md: is binary, not text, and was not checked; leave it out\n")
    t.row([*rules, "utf16.md"], 1, holds("utf16.md:1:24: error: "))
    t.row([*rules, "evil\x1b[2J\n::error::.md"], 2, "", "factcheck: evil<U+001B>[2J<U+000A><U+003A>:error::.md: no such file; check the name\n")
    big = t.folder / "big.txt"
    with open(big, "wb") as out:
        out.write(b"x" * (1 << 17))
        out.truncate((64 << 20) + 1)
    t.row([*rules, "big.txt"], 2, "", "factcheck: big.txt: larger than 67108864 bytes and not read; split it\n")
    big.unlink()
    if os.geteuid() != 0:
        t.row([*rules, "closed.md"], 2, "", "factcheck: closed.md: may not be read; check its permissions\n")


def machine_formats(t):
    rules = ("-r", "calendar")
    report = json.loads(t.row([*rules, "-f", "json", "wrong.md", "no.md"], 2, stderr=holds("no.md: no such file")))
    t.expect(report["errors"] == ["no.md: no such file; check the name"], f"errors: {report['errors']}")
    t.expect(report["summary"]["findings"]["error"] == 1, f"summary: {report['summary']}")
    report = json.loads(t.row([*rules, "-f", "json", "binary.md"], 2, stderr=holds("binary")))
    t.expect(report["skipped"] == [{"path": "binary.md", "reason": "binary"}], f"skipped: {report['skipped']}")
    report = json.loads(t.row(["-f", "json", "right.md"], 2, stderr=holds("no rules")))
    t.expect(report["documents"] == [] and len(report["errors"]) == 1, "no rules: the JSON does not say so")
    lines = t.row([*rules, "-f", "jsonl", "corpus.jsonl"], 1).decode().splitlines()
    t.expect([json.loads(line)["id"] for line in lines] == ["a", "b"], f"jsonl: {lines}")
    one = t.run(*rules, "-f", "json", "wrong.md", "right.md", "texts").stdout
    other = t.run(*rules, "-f", "json", "texts", "right.md", "wrong.md", "right.md").stdout
    t.expect(one == other, "the order of the files changes the report")
    partly = json.loads(t.row([*rules, "-f", "json", "deep.html"], 2, stderr=holds("deep.html: not fully checked")))
    t.expect(partly["documents"][0].get("partly_read") is True, "JSON does not say that a text was not fully read")


def outputs(t):
    rules = ("-r", "calendar")
    t.row([*rules, "-o", "json=report.json", "-o", "text=report.txt", "-q", "wrong.md"], 1, "")
    report = json.loads((t.folder / "report.json").read_text(encoding="utf-8"))
    t.expect(report["summary"]["findings"]["error"] == 1, "-o json: no finding")
    t.expect("wrong.md:1:24: error: " in (t.folder / "report.txt").read_text(encoding="utf-8"), "-o text: no finding")
    t.row([*rules, "-o", "json=no/report.json", "wrong.md"], 2, holds("wrong.md:1:24: error: "), "factcheck: cannot write no/report.json: No such file or directory\n")
    t.row([*rules, "-o", "json=texts", "wrong.md"], 2, None, "factcheck: cannot write texts: Is a directory\n")
    full = "factcheck: cannot write to standard output: No space left on device\n"
    for arguments in ([*rules, "right.md"], ["--help"], ["--version"], ["--limits"], ["test", "calendar"]):
        with open("/dev/full", "wb") as out:
            done = subprocess.run([t.program, *arguments], cwd=t.folder, stdout=out, stderr=subprocess.PIPE, check=False)
        t.expect((done.returncode, done.stderr.decode()) == (2, full), f"{arguments} > /dev/full: {done}")
    shell = f'"{t.program}" -r calendar'
    closed = subprocess.run(f"{shell} right.md >&-", shell=True, cwd=t.folder, capture_output=True, check=False)
    t.expect((closed.returncode, closed.stderr) == (2, b"factcheck: cannot write to standard output: Bad file descriptor\n"), f"closed stdout: {closed}")
    closed = subprocess.run(f"{shell} - <&-", shell=True, cwd=t.folder, capture_output=True, check=False)
    t.expect(closed.returncode == 2 and b"standard input" in closed.stderr, f"closed stdin: {closed}")
    closed = subprocess.run(f"{shell} no.md 2>&-", shell=True, cwd=t.folder, capture_output=True, check=False)
    t.expect(closed.returncode == 2, f"closed stderr: {closed}")


def reader_gone(t):
    """A reader that goes away is no fault and leaves no message."""
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run([t.program, "-r", "calendar", "wrong.md"], cwd=t.folder, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    t.expect((done.returncode, done.stderr) == (1, b""), f"reader gone: {done}")


def on_a_terminal(t, **environment):
    master, slave = pty.openpty()
    process = subprocess.Popen([t.program, "-r", "calendar", "wrong.md"], cwd=t.folder, stdin=slave, stdout=slave, stderr=slave,
                               env={"PATH": os.environ["PATH"], "TERM": "xterm"} | environment)
    os.close(slave)
    shown = b""
    while True:
        try:
            piece = os.read(master, 4096)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    process.wait()
    os.close(master)
    return shown


def colour(t):
    t.expect(b"\x1b[" in on_a_terminal(t), "no colour on a terminal")
    t.expect(b"\x1b[" not in on_a_terminal(t, NO_COLOR="1"), "colour in spite of NO_COLOR")
    t.expect(b"\x1b[" not in t.run("-r", "calendar", "wrong.md").stdout, "colour in a pipe")
    t.expect(b"\x1b[" in t.run("-r", "calendar", "wrong.md", env={"FORCE_COLOR": "1"}).stdout, "no colour in spite of FORCE_COLOR")
    t.expect(b"\x1b[" in t.run("-r", "calendar", "--color", "always", "wrong.md", env={"NO_COLOR": "1"}).stdout, "NO_COLOR beats --color")


def broken_pack(t):
    done = t.run("-r", "broken", "right.md")
    t.expect(done.returncode == 2 and re.match(rb"broken/\S+\.yaml:\d+:\d+: error: ", done.stderr), f"a broken pack: {done}")
    done = t.run("test", "broken")
    t.expect(done.returncode == 2 and re.match(rb"broken/\S+\.yaml:\d+:\d+: error: ", done.stderr), f"test of a broken pack: {done}")


def failing_test(t):
    t.row(["test", "failing"], 1, re.compile(r"failing/rules\.yaml:\d+:\d+: failed: .*\n  expected: supported\n  got:      contradicted(.|\n)*"
                                            r"4 tests of 1 rule in 1 pack: 1 passed, 1 failed, 2 todo\n$"))


def out_of_memory(t):
    """Sanitizers reserve terabytes of addresses: there the row says nothing."""
    if any(mark in pathlib.Path(t.program).read_bytes() for mark in (b"__asan_", b"__tsan_")):
        return
    (t.folder / "large.txt").write_text("word " * 12_000_000, encoding="utf-8")
    limit = lambda: resource.setrlimit(resource.RLIMIT_AS, (100 << 20, 100 << 20))
    t.row(["-r", "calendar", "large.txt"], 2, "", "factcheck: out of memory; check fewer or smaller files at a time\n", preexec_fn=limit)
    (t.folder / "large.txt").unlink()


def start_up(t):
    began = time.monotonic()
    for _ in range(20):
        t.run("--version")
    print(f"--version: {(time.monotonic() - began) / 20 * 1000:.1f} ms")


def prepare(root, folder):
    (folder / "right.md").write_text(RIGHT, encoding="utf-8")
    for name in ("wrong.md", "test"):
        (folder / name).write_text(WRONG, encoding="utf-8")
    (folder / "empty.md").touch()
    (folder / "binary.md").write_bytes(b"PNG\0\1\2")
    (folder / "utf16.md").write_bytes(WRONG.encode("utf-16"))
    (folder / "deep.html").write_text("<div>" * 1001 + WRONG)
    (folder / "closed.md").write_text(RIGHT, encoding="utf-8")
    (folder / "closed.md").chmod(0)
    records = [{"id": "a", "text": WRONG, "date": "2025-08-04"}, {"id": "b", "text": RIGHT, "date": None}]
    (folder / "corpus.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    os.mkfifo(folder / "pipe")
    for name in ("empty", "texts", "calendar", "broken", "failing"):
        (folder / name).mkdir()
    (folder / "texts" / "a.md").write_text(WRONG, encoding="utf-8")
    (folder / "texts" / "b.txt").write_text(RIGHT, encoding="utf-8")
    (folder / "texts" / "c.png").write_bytes(b"\0")
    for file in (root / "rules/calendar").iterdir():
        for pack in ("calendar", "broken"):
            (folder / pack / file.name).write_bytes(file.read_bytes())
    with open(folder / "broken" / "rules.yaml", "a", encoding="utf-8") as rules:
        rules.write("\n  - id: odd\n    claim: {kind: weather}\n    expect: value = 1\n")
    (folder / "failing" / "pack.yaml").write_text("schema: 1\nname: failing\nversion: 1.0.0\nabout: A pack whose tests fail.\nrules: [rules.yaml]\n", encoding="utf-8")
    (folder / "failing" / "rules.yaml").write_text(
        "rules:\n"
        "  - id: weekday-date\n"
        "    about: A weekday and a date that are written together must be the same day.\n"
        "    severity: error\n"
        "    claim: {kind: date, weekday: any, date: day}\n"
        "    expect: weekday = weekday(date)\n"
        "    tests:\n"
        '      - {text: "They spoke on Tuesday, 4 August 2025.", verdict: supported}\n'
        '      - {text: "They spoke on Monday, 4 August 2025.", verdict: supported}\n'
        '      - {text: "They spoke on Monday, 4 August 2025.", verdict: silent, todo: true}\n'
        '      - {text: "They spoke on Monday, 4 August 2025.", verdict: supported, todo: true}\n', encoding="utf-8")


PARTS = (usage, about, findings, extraction, understanding, files, machine_formats, outputs, reader_gone, colour, broken_pack, failing_test, out_of_memory, start_up)

tester.run_test(Tester, PARTS, *sys.argv[1:], prepare=lambda t: prepare(t.root, t.folder))
