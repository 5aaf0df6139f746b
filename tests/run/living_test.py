#!/usr/bin/env python3
"""Living with findings: settings, ignores, baselines, pull requests: living_test.py ROOT PROGRAM"""

import json
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import tester
from tester import RIGHT, WRONG


class Tester(tester.Tester):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.environment["HOME"] = str(self.folder / "home")

    def run(self, *arguments, cwd=None, **environment):
        return super().run(*arguments, cwd=cwd or self.folder, env=environment, text=True)

    def row(self, arguments, code, stdout="", stderr="", **options):
        """Patterns that the streams must hold; an empty stderr must be empty."""
        done = self.run(*arguments, **options)
        name = "factcheck " + " ".join(arguments)
        self.expect(done.returncode == code, f"{name}: exit code {done.returncode}, not {code}\n{done.stdout}{done.stderr}")
        self.expect(re.search(stdout, done.stdout), f"{name}: stdout does not hold {stdout}:\n{done.stdout}")
        self.expect(re.search(stderr, done.stderr) and bool(stderr) == bool(done.stderr), f"{name}: stderr does not hold {stderr}:\n{done.stderr}")
        return done.stdout

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def settings(t):
    t.write("s/.factcheck.yaml", f"rules: {t.root}/rules/calendar\nfail-on: never\nall: true\nexclude: [drafts/]\n")
    t.write("s/sub/wrong.md", WRONG)
    t.write("s/drafts/wrong.md", WRONG)
    at = {"cwd": t.folder / "s/sub"}
    t.row(["wrong.md"], 0, "error: ", **at)
    t.row(["--fail-on", "error", "wrong.md"], 1, "error: ", **at)
    t.row(["wrong.md"], 1, "error: ", FACTCHECK_FAIL_ON="error", **at)
    t.row(["--fail-on", "never", "wrong.md"], 0, "error: ", FACTCHECK_FAIL_ON="error", **at)
    t.row(["wrong.md"], 2, "", "FACTCHECK_FAIL_ON: does not know \"some\"", FACTCHECK_FAIL_ON="some", **at)
    t.row(["--isolated", "wrong.md"], 2, "", "no rules", **at)
    t.row([".."], 0, "1 document, ", **at)
    shown = t.row(["config", "show"], 0, r"fail-on: error  # FACTCHECK_FAIL_ON", FACTCHECK_FAIL_ON="error", **at)
    t.expect("all: true  # ../.factcheck.yaml:3\n" in shown and f"rules: {t.root}/rules/calendar  # ../.factcheck.yaml:1\n" in shown, f"config show: {shown}")
    # A nearer file hides the one above, unless it extends it.
    t.write("s/sub/.factcheck.yaml", "fail-on: error\n")
    t.row(["wrong.md"], 2, "", "no rules", **at)
    t.write("s/sub/.factcheck.yaml", "extends: ../.factcheck.yaml\nfail-on: error\n")
    t.row(["wrong.md"], 1, "error: ", **at)
    t.write("s/sub/.factcheck.yaml", "extends: .factcheck.yaml\n")
    t.row(["wrong.md"], 2, "", "extend each other in a circle", **at)
    t.write("s/sub/.factcheck.yaml", f"rules: {t.root}/rules/calendar\noverrides:\n  - files: old/\n    ignore: [calendar]\n")
    t.write("s/sub/old/wrong.md", WRONG)
    t.row(["old"], 0, "0 findings, 1 suppressed", **at)
    t.row(["wrong.md", "old"], 1, r"1 finding \(1 error\), 1 suppressed", **at)
    for text, fault in (("fail_on: error\n", r":1:1: error: there is no setting fail_on \(did you mean fail-on\?\)"), ("min_version: 9.0\nnew: 1\n", ":1:14: error: these settings need factcheck 9.0"),
                        ("all: yes\n", ":1:6: error: all is true or false"), ("- a\n", ":1:1: error: settings are keys and values"), ("overrides: [{ignore: [x]}]\n", ":1:13: error: an override needs files")):
        t.write("s/sub/.factcheck.yaml", text)
        t.row(["wrong.md"], 2, "", r"^\.factcheck\.yaml" + fault, **at)
    # The user's own file counts only where there is none of a project.
    t.write("home/.config/factcheck/config.yaml", f"rules: {t.root}/rules/calendar\n")
    t.write("alone/wrong.md", WRONG)
    t.row(["alone/wrong.md"], 1, "error: ")
    shutil.rmtree(t.folder / "home/.config")


def ignores(t):
    rules = ["-r", str(t.root / "rules/calendar")]
    comment = "<!-- factcheck-ignore calendar/weekday-date: quoted as printed -->"
    for name, text, code, ends in (
            ("same-line.md", f"{WRONG.strip()} {comment}\n", 0, "0 findings, 1 suppressed"),
            ("block.md", f"{comment}\nOn Tuesday, 4 August 2025,\nand on Tuesday, 4 August 2025.\n\n{WRONG}", 1, r"1 finding \(1 error\), 2 suppressed"),
            ("file.md", f"{WRONG}\n{comment.replace('ignore ', 'ignore-file ')}\n\n{WRONG}", 0, "0 findings, 2 suppressed"),
            ("range.md", f"{comment.replace('ignore ', 'ignore-start ')}\n\n{WRONG}\n\n{WRONG}\n<!-- factcheck-ignore-end -->\n\n{WRONG}", 1, r"1 finding \(1 error\), 2 suppressed"),
            ("pack.md", f"{WRONG.strip()} <!-- factcheck-ignore calendar: a satire -->\n", 0, "0 findings, 1 suppressed"),
            ("code.md", f"```\n{comment}\n```\n{WRONG}\nWrite `{comment}` beside it.\n", 1, r"1 finding \(1 error\)$"),
            ("prose.md", f"{WRONG.strip()} factcheck-ignore calendar/weekday-date: no comment\n", 1, r"1 finding \(1 error\)$"),
            ("plain.txt", f"{WRONG.strip()} {comment}\n", 1, r"1 finding \(1 error\)$")):
        t.write(name, text)
        t.row([*rules, name], code, ends)
    t.write("unused.md", f"{RIGHT.strip()} {comment}\n")
    t.row([*rules, "unused.md"], 0, r"unused\.md:1:47: warning: nothing of calendar/weekday-date is found here any more: the ignore can go  \[factcheck/unused-ignore\]")
    t.row([*rules, "--fail-on", "warning", "unused.md"], 1, "warning")
    t.write("other.md", f"{RIGHT.strip()} <!-- factcheck-ignore trade/exports: of a pack that is not loaded -->\n")
    t.row([*rules, "other.md"], 0, "0 findings$")
    t.write("why.md", f"{WRONG.strip()} <!-- factcheck-ignore calendar -->\n")
    t.row([*rules, "why.md"], 1, "warning: an ignore says why after a colon")
    report = json.loads(t.run(*rules, "--all", "-f", "json", "same-line.md").stdout)
    claim = report["documents"][0]["claims"][0]
    t.expect(claim["suppressed"] == {"by": "inline", "reason": "quoted as printed"} and "severity" not in claim, f"suppressed in JSON: {claim}")
    t.expect(report["summary"]["suppressed"] == 1, f"summary: {report['summary']}")
    t.row([*rules, "--ignore", "calendar/weekday-date", "plain.txt"], 0, "0 findings, 1 suppressed")
    t.write("plain.txt.factcheck.yaml", "ignore:\n  - rule: calendar/weekday-date\n    claim: Tuesday, 4 August\n    reason: quoted as printed\n")
    t.row([*rules, "plain.txt"], 0, "0 findings, 1 suppressed")
    t.write("plain.txt.factcheck.yaml", "ignore:\n  - rule: calendar/weekday-date\n")
    t.row([*rules, "plain.txt"], 2, "plain.txt.factcheck.yaml:2:5: error: an ignore needs a rule, the words of the claim, and a reason")


def baselines(t):
    rules = ["-r", str(t.root / "rules/calendar")]
    t.write("b/a.md", WRONG + "\n" + WRONG)
    t.write("b/c.md", WRONG)
    t.row([*rules, "--write-baseline", "base.json", "b"], 0, r"3 findings")
    t.row([*rules, "--baseline", "base.json", "b"], 0, "0 findings, 3 in the baseline")
    written = (t.folder / "base.json").read_text(encoding="utf-8")
    for lines in range(10):  # moved lines wake nothing
        t.write("b/a.md", "A line more.\n\n" * lines + WRONG.replace("ministers spoke", "ministers\nspoke") + "\n" + WRONG)
        t.row([*rules, "--baseline", "base.json", "b"], 0, "0 findings, 3 in the baseline")
    t.row([*rules, "--baseline", "../base.json", "."], 0, "0 findings, 3 in the baseline", cwd=t.folder / "b")
    t.write("b/a.md", WRONG + "\n" + WRONG + "\n" + WRONG)
    t.row([*rules, "--baseline", "base.json", "b"], 1, r"1 finding \(1 error\), 3 in the baseline")
    t.write("b/a.md", WRONG.replace("Tuesday", "Friday") + "\n" + WRONG)
    t.row([*rules, "--baseline", "base.json", "b"], 1, "Friday", r"base.json: 1 finding of it is not there any more, the first in b/a.md \(calendar/weekday-date\); --prune-baseline takes them out")
    t.row([*rules, "--baseline", "base.json", "--prune-baseline", "b"], 1, "Friday")
    t.row([*rules, "--baseline", "base.json", "b"], 1, r"1 finding \(1 error\), 2 in the baseline")
    t.expect((t.folder / "base.json").read_text(encoding="utf-8") != written, "--prune-baseline did nothing")
    t.row([*rules, "--baseline", "no.json", "b"], 2, "", "no.json: no such file; check the name; --write-baseline makes one")
    t.write("odd.json", "{}")
    t.row([*rules, "--baseline", "odd.json", "b"], 2, "", "odd.json: is no baseline")
    t.row([*rules, "--max-findings", "1", "b"], 1, r"3 findings \(3 errors\)", "2 findings over --max-findings 1 are counted and not shown")


def pull_request(t):
    """One that adds one false claim and keeps ten old ones: only the new one fails."""
    if shutil.which("git") is None:
        print("  git is absent: not tried")
        return
    rules = ["-r", str(t.root / "rules/calendar")]
    at = t.folder / "repository"
    at.mkdir()

    def git(*arguments):
        names = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false")
        return subprocess.run(["git", *names, *arguments], cwd=at, env=t.environment, capture_output=True, check=True)

    git("init", "-q")
    old = "".join(f"Old sentence number {i}.\n{WRONG}\n" for i in range(10))
    t.write("repository/texts/old.md", old)
    t.write("repository/texts/same.md", WRONG)
    git("add", ".")
    git("commit", "-q", "-m", "old")
    t.row([*rules, "--write-baseline", "baseline.json", "texts"], 0, "11 findings", cwd=at)
    git("checkout", "-q", "-b", "change")
    t.write("repository/texts/old.md", "A first line.\n\n" + old + "On Friday, 4 August 2025, nobody spoke.\n")
    git("commit", "-q", "-a", "-m", "new")
    t.write("repository/texts/untracked.md", "On Sunday, 4 August 2025, nobody spoke.\n")
    for way in (["--since", "main"], ["--baseline", "baseline.json"]):
        report = json.loads(t.row([*rules, *way, "-f", "json", "texts"], 1, cwd=at))
        found = [(document["path"], claim["text"]) for document in report["documents"] for claim in document["claims"]]
        t.expect(found == [("texts/old.md", "Friday, 4 August 2025"), ("texts/untracked.md", "Sunday, 4 August 2025")], f"{way}: {found}")
    t.row([*rules, "--since", "main", "texts"], 1, r"2 documents, 1 skipped, .*2 findings \(2 errors\), 10 suppressed", cwd=at)
    t.row([*rules, "--since", "nowhere", "texts"], 2, "", "--since nowhere: git knows no such commit", cwd=at)
    t.row([*rules, "--since", "main", "texts"], 1, "", "", cwd=at / "texts" / "..")
    for i in range(10):
        t.write("repository/texts/old.md", f"Moved by {i}.\n\n" * i + old)
        git("commit", "-q", "-a", "--allow-empty", "-m", "moved")
        t.row([*rules, "--baseline", "baseline.json", "texts/old.md"], 0, "0 findings, 10 in the baseline", cwd=at)


tester.run_test(Tester, (settings, ignores, baselines, pull_request), *sys.argv[1:])
