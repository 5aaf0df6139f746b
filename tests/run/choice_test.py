#!/usr/bin/env python3
"""Which files are read, and why others are not; .gitignore is held to what git itself says: choice_test.py ROOT PROGRAM"""

import os
import pathlib
import random
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import tester
from tester import RIGHT


class Tester(tester.Tester):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.rules = ("-r", str(self.root / "rules/calendar"))

    def run(self, *arguments, **options):
        return super().run(*arguments, text=True, **options)

    def listed(self, *arguments, **options):
        """path -> reason"""
        done = self.run("--list-files", *arguments, **options)
        return dict(line.split(": ", 1) for line in done.stdout.splitlines())

    def read(self, *arguments, **options):
        return sorted(path for path, reason in self.listed(*arguments, **options).items() if reason.startswith("read"))


def make(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(RIGHT, encoding="utf-8")


def globs(t):
    make(t.folder, "t/a.md", "t/b.txt", "t/page.unknown", "t/drafts/c.md", "t/drafts/keep.md")
    t.expect(t.read("t") == ["t/a.md", "t/b.txt", "t/drafts/c.md", "t/drafts/keep.md"], "a folder")
    t.expect(t.read("--exclude", "drafts/", "t") == ["t/a.md", "t/b.txt"], "--exclude of a folder")
    t.expect(t.read("--exclude", "drafts/*", "--include", "keep.md", "--exclude", "b.*", "t") == ["t/drafts/keep.md"], "the last glob decides")
    t.expect(t.read("--include", "*.unknown", "t") == ["t/page.unknown"], "--include reads what it matches, whatever its ending")
    t.expect(t.read("--exclude", "*.md", "t/a.md", "t") == ["t/a.md", "t/b.txt"], "named files are read in spite of globs")
    t.expect(t.read("--exclude", "*.md", "--force-exclude", "t/a.md", "t") == ["t/b.txt"], "--force-exclude")
    listed = t.listed("--exclude", "b.txt", "t/a.md", "t")
    t.expect((listed["t/b.txt"], listed["t/a.md"], listed["t/page.unknown"]) == ("left out, excluded", "read, named", "left out, not a text by its ending"), f"reasons: {listed}")
    done = t.run(*t.rules, "--include", "", "t")
    t.expect(done.returncode == 2 and "is no pattern" in done.stderr, f"an empty glob: {done}")


def ignore_files(t):
    make(t.folder, "r/.git/x.md", "r/a.md", "r/b.md", "r/sub/c.md", "r/sub/d.md", "r/out/e.md")
    (t.folder / "r/.gitignore").write_text("# comment\nout/\n*.md\n!a.md\n", encoding="utf-8")
    (t.folder / "r/sub/.factcheckignore").write_text("!d.md\n", encoding="utf-8")
    t.expect(t.read("r") == ["r/a.md", "r/sub/d.md"], f"ignore files: {t.listed('r')}")
    t.expect(t.listed("r")["r/out"] == "left out, ignored by r/.gitignore:2", f"the reason: {t.listed('r')}")
    t.expect(t.read("r/sub") == ["r/sub/d.md"], "ignore files of folders above hold")
    t.expect(t.read("sub", cwd=t.folder / "r") == ["sub/d.md"], "so they do from within")
    t.expect(t.read("--no-ignore", "r") == ["r/a.md", "r/b.md", "r/out/e.md", "r/sub/c.md", "r/sub/d.md"], "--no-ignore")
    t.expect(t.read("--include", "e.md", "--include", "out/", "r") == ["r/out/e.md"], "--include beats ignore files")
    t.expect(t.read("r/b.md", "r/out/e.md") == ["r/b.md", "r/out/e.md"], "named files are read in spite of ignore files")
    t.expect(t.read("--force-exclude", "r/a.md", "r/b.md", "r/out/e.md") == ["r/a.md"], "--force-exclude asks the ignore files")
    make(t.folder, "plain/a.md", "plain/b.md")
    (t.folder / "plain/.gitignore").write_text("a.md\n", encoding="utf-8")
    t.expect(t.read("plain") == ["plain/a.md", "plain/b.md"], ".gitignore says nothing outside of a repository")
    done = t.run(*t.rules, "--force-exclude", "r/b.md")
    t.expect(done.returncode == 2 and "no texts: all that was named is excluded" in done.stderr, f"all excluded: {done}")
    done = t.run(*t.rules, "--force-exclude", "--allow-empty", "r/b.md")
    t.expect(done.returncode == 0 and "0 documents, 1 skipped" in done.stdout, f"--allow-empty: {done}")


def lists(t):
    make(t.folder, "l/a b.md", "l/c.md")
    (t.folder / "list").write_text("l/a b.md\n\nl/c.md\r\n", encoding="utf-8")
    t.expect(t.read("--files-from", "list") == ["l/a b.md", "l/c.md"], "--files-from")
    done = subprocess.run([t.program, "--list-files", "--files-from", "-"], input=b"l/a b.md\0l/c.md\0", cwd=t.folder, capture_output=True, check=False)
    t.expect(done.stdout == b"l/a b.md: read, named\nl/c.md: read, named\n", f"--files-from - with zero bytes: {done}")
    (t.folder / "list").write_text("l/no.md\n", encoding="utf-8")
    done = t.run(*t.rules, "--files-from", "list")
    t.expect(done.returncode == 2 and "l/no.md: no such file" in done.stderr, f"a list with a wrong name: {done}")
    done = t.run(*t.rules, "--files-from", "no-list")
    t.expect(done.returncode == 2 and "no-list: no such file" in done.stderr, f"no list: {done}")
    wrong = RIGHT.replace("Monday", "Tuesday")
    done = t.run(*t.rules, "--stdin-filename", "l/2025-08-04.md", input=wrong)
    t.expect(done.returncode == 1 and done.stdout.startswith("l/2025-08-04.md:1:24: error: "), f"--stdin-filename: {done}")
    done = t.run(*t.rules, "-f", "jsonl", "--stdin-filename", "c.jsonl", "-", input="")
    t.expect((done.returncode, done.stdout) == (0, ""), f"an empty part of JSON Lines is no document: {done}")


def as_git_says(t):
    """Random patterns over a fixed tree: git check-ignore is the oracle."""
    if shutil.which("git") is None:
        print("  git is absent: not held to it")
        return
    generator = random.Random(3)
    repository = t.folder / "git"
    names = ["a.md", "b.md", "ab.md", "x/a.md", "x/b.md", "x/y/a.md", "x/y/ab.md", "y/a.md", "y/x/b.md", "y/x/y/a.md"]
    make(repository, *names)
    environment = {"PATH": os.environ["PATH"], "HOME": str(t.folder), "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", "init", "-q"], cwd=repository, env=environment, check=True)
    pieces = ["a", "b", "x", "y", "*", "**", "?", "[ab]", "[!a]", "/", "/", ".md", "*.md", "**/", "/**", "\\a"]
    for _ in range(120):
        for place in ("", "x", "y"):
            patterns = ["".join(generator.choices(["", "!"], [3, 1])) + "".join(generator.choices(pieces, k=generator.randint(1, 4))) for _ in range(generator.randint(0, 3))]
            patterns = [pattern for pattern in patterns if "**/**" not in pattern]  # nobody writes it, and git's answers to it differ with the letter before
            (repository / place / ".gitignore").write_text("\n".join(patterns) + "\n", encoding="utf-8")
        asked = subprocess.run(["git", "check-ignore", "--no-index", *names], cwd=repository, env=environment, capture_output=True, text=True, check=False)
        ignored = set(asked.stdout.splitlines())
        got = {name.removeprefix("git/") for name in t.read("git")}
        said = {place: (repository / place / ".gitignore").read_text(encoding="utf-8") for place in ("", "x", "y")}
        t.expect(got == set(names) - ignored, f"git ignores {sorted(ignored)}, we read {sorted(got)}: {said}")


tester.run_test(Tester, (globs, ignore_files, lists, as_git_says), *sys.argv[1:])
