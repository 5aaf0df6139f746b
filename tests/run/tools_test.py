#!/usr/bin/env python3
"""Repairs, merged reports, completions and the manual page: tools_test.py ROOT PROGRAM"""

import json
import pathlib
import random
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import tester
from tester import RIGHT

WRONG = "The first of the talks, on Tuesday, 4 August 2025, was short.\n"


class Tester(tester.Tester):
    def run(self, *arguments, cwd=None, stdin=None):
        return super().run(*arguments, cwd=cwd or self.folder, input=stdin)


def fix(t):
    article = (t.root / "docs/examples/pakistan-us.md").read_text(encoding="utf-8")
    wrong = article.replace("$5.44 billion", "$5.54 billion")
    t.expect(wrong != article, "the example has changed: choose another figure to falsify")
    text = wrong + "\n\nThe paper wrote, “exports to the United States came to $5.54 billion in fiscal year 2023-24.”\n"
    path = t.folder / "article.md"
    path.write_text(text, encoding="utf-8")
    rules = ["-r", str(t.root / "rules")]
    before = t.run(*rules, "-f", "json", "article.md")
    shown = t.run("fix", *rules, "--diff", "article.md")
    t.expect(shown.returncode == 1 and path.read_text(encoding="utf-8") == text, f"fix --diff: {shown}")
    if shutil.which("patch"):
        shutil.copy(path, t.folder / "patched.md")
        done = subprocess.run(["patch", "-s", "patched.md"], input=shown.stdout, cwd=t.folder, capture_output=True, check=False)
        t.expect(done.returncode == 0, f"patch does not take the diff: {done}\n{shown.stdout.decode()}")
    done = t.run("fix", *rules, "article.md")
    t.expect(done.returncode == 0 and done.stdout == b"article.md: 1 repair\n", f"fix: {done}")
    fixed = path.read_text(encoding="utf-8")
    t.expect(fixed == text.replace("$5.54 billion", "$5.44 billion", 1), f"fix writes something else: {fixed}")
    if shutil.which("patch"):
        t.expect((t.folder / "patched.md").read_text(encoding="utf-8") == fixed, "the diff and the fix differ")
    again = t.run("fix", *rules, "article.md")
    t.expect(again.returncode == 0 and again.stdout == b"" and path.read_text(encoding="utf-8") == fixed, f"a second fix changes something: {again}")
    after = json.loads(t.run(*rules, "-f", "json", "article.md").stdout)
    errors = (json.loads(before.stdout)["summary"]["findings"]["error"], after["summary"]["findings"]["error"])
    t.expect(errors[1] == errors[0] - 1, f"errors before and after: {errors}")
    # Two repairs are possible: neither is made.
    (t.folder / "two.md").write_text(WRONG, encoding="utf-8")
    done = t.run("fix", *rules, "two.md")
    t.expect(done.stdout == b"" and (t.folder / "two.md").read_text(encoding="utf-8") == WRONG, f"fix guesses: {done}")


def merge(t):
    rules = ["-r", str(t.root / "rules/calendar")]
    generator = random.Random(5)
    records = [json.dumps({"id": f"a-{i}", "text": WRONG if i % 7 == 0 else RIGHT}) + "\n" for i in range(60)]
    (t.folder / "c.jsonl").write_text("".join(records) + "{\n", encoding="utf-8")
    (t.folder / "texts").mkdir()
    names = []
    for i in range(20):
        names.append(f"texts/{i:02}.md")
        (t.folder / names[-1]).write_text(WRONG if i % 5 == 0 else RIGHT, encoding="utf-8")
    (t.folder / "texts/odd.bin.md").write_bytes(b"a\0b")
    for form in ("jsonl", "json"):
        # Parts of one file, in their order, under its name.
        whole = t.run(*rules, "-f", form, "--stdin-filename", "c.jsonl", "-", stdin=(t.folder / "c.jsonl").read_bytes())
        parts = []
        for first in range(0, 61, 17):
            part = ("".join(records) + "{\n").splitlines(keepends=True)[first:first + 17]
            done = t.run(*rules, "-f", form, "--stdin-filename", "c.jsonl", "-", stdin="".join(part).encode())
            (t.folder / f"part{first}").write_bytes(done.stdout)
            parts.append(f"part{first}")
        merged = t.run("merge", *parts)
        documents = lambda report: report.split(b'"errors"')[0].split(b'{"error"')[0]  # which line is wrong depends on the part
        t.expect(documents(merged.stdout) == documents(whole.stdout) and merged.returncode == 2, f"{form}: parts of a file are not the whole: {merged}")
        # Files that are spread over parts anyhow.
        whole = t.run(*rules, "-f", form, *names, "texts/odd.bin.md")
        generator.shuffle(names)
        parts = []
        for first in range(0, 20, 6):
            done = t.run(*rules, "-f", form, *names[first:first + 6], *(["texts/odd.bin.md"] if first == 6 else []))
            (t.folder / f"part{first}").write_bytes(done.stdout)
            parts.append(f"part{first}")
        merged = t.run("merge", *parts)
        t.expect(merged.stdout == whole.stdout and merged.returncode == whole.returncode == 2, f"{form}: parts are not the whole: {merged}")
        alone = t.run(*rules, "-f", form, *names)
        (t.folder / "alone").write_bytes(alone.stdout)
        t.expect((t.run("merge", "alone").stdout, t.run("merge", "alone").returncode) == (alone.stdout, 1), f"{form}: one part is not itself")
        t.expect(t.run("merge", "--fail-on", "never", "alone").returncode == 0, "merge --fail-on never")
    for names_of_parts, said in (([], b"no reports"), (["none"], b"none: no such file"), (["texts/01.md"], b"is no report")):
        done = t.run("merge", *names_of_parts)
        t.expect(done.returncode == 2 and said in done.stderr, f"merge {names_of_parts}: {done}")


def completions(t):
    for shell in ("bash", "zsh", "fish"):
        done = t.run("completions", shell)
        t.expect(done.returncode == 0 and b"--fail-on" in done.stdout.replace(b"-l ", b"--"), f"completions {shell}: {done.returncode}")
        program = shutil.which(shell)
        if program:
            checked = subprocess.run([program, "-n", "/dev/stdin"], input=done.stdout, capture_output=True, check=False)
            t.expect(checked.returncode == 0, f"{shell} does not read its completions: {checked.stderr}")
    script = t.run("completions", "bash").stdout.decode()
    for words, want in ((["factcheck", "--fail-"], "--fail-on"), (["factcheck", "--fail-on", "n"], "never"), (["factcheck", "ext"], "extract"), (["factcheck", "test", "--filt"], "--filter")):
        line = f"{script}\nCOMP_WORDS=({' '.join(words)}); COMP_CWORD={len(words) - 1}; _factcheck; printf '%s\\n' \"${{COMPREPLY[@]}}\""
        done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, cwd=t.folder, check=False)
        t.expect(done.stdout.split() == [want], f"bash completes {words} to {done.stdout.split()} {done.stderr}")
    manual = t.run("completions", "man")
    t.expect(manual.stdout.startswith(b".TH FACTCHECK 1"), "completions man")
    if shutil.which("man"):
        done = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-"], input=manual.stdout, capture_output=True, check=False)
        t.expect(done.returncode == 0 and done.stderr == b"", f"man: {done.stderr}")
    t.expect(t.run("completions", "tcsh").returncode == 2, "completions tcsh")


tester.run_test(Tester, (fix, merge, completions), *sys.argv[1:])
