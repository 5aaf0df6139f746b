#!/usr/bin/env python3
"""Runs matrix.yaml beside this file through the program: run.py ROOT PROGRAM [example | founding]

example: our own article, its twin, single edits of it, and sentences; founding: the article of which the rows come.
Exits 77 when the article is absent."""

import json
import pathlib
import subprocess
import sys
import tempfile

import yaml

SKIPPED = 77


class Checker:
    """Runs the program and collects what is not as it should be."""

    def __init__(self, root, program):
        self.root = root
        self.program = program
        self.checks = 0
        self.faults = []

    def run(self, path, *options):
        command = [self.program, "check", "-r", "rules", "--all", "--min-level", "info", "-f", "json", *options, str(path)]
        done = subprocess.run(command, cwd=self.root, capture_output=True, text=True, encoding="utf-8", check=False)
        if done.returncode == 2:
            sys.exit(f"{' '.join(command)}\n{done.stderr}")
        return done.returncode, json.loads(done.stdout)["documents"][0]["claims"]

    def check(self, holds, sentence):
        self.checks += 1
        if not holds:
            self.faults.append(sentence)
        return holds


def place_of(text, words):
    """The code points from and to of words that stand in the text once."""
    if text.count(words) != 1:
        sys.exit(f"{words!r} stands {text.count(words)} times in the text")
    start = text.index(words)
    return start, start + len(words)


def overlaps(claim, place):
    return claim["start"] < place[1] and place[0] < claim["end"]


def said_of(claim):
    """Everything that is printed of a claim, as one text."""
    said = [claim.get(key, "") for key in ("message", "cause", "suggestion", "settles", "reason")]
    said += claim.get("notes", []) + claim.get("assumed", [])
    for evidence in claim.get("evidence", []):
        said += [str(value) for value in evidence.values()]
        if "period" in evidence:
            said += evidence["period"].values()
    return "\n".join(said)


def check_claim(checker, where, claims, expected):
    """The one claim of the rule among those at the place: its verdict, evidence, bounds and suggestion."""
    of_rule = [claim for claim in claims if claim["rule"] == expected["rule"]]
    others = ", ".join(f"{claim['rule']} {claim['verdict']}" for claim in claims) or "nothing"
    if not checker.check(of_rule, f"{where}: {expected['rule']} says nothing ({others} does)"):
        return
    best = [claim for claim in of_rule if claim["verdict"] == expected["verdict"]]
    got = of_rule[0]
    if not checker.check(best, f"{where}: {got['verdict']}, not {expected['verdict']}: {got['message']}"):
        return
    claim = best[0]
    said = said_of(claim)
    for words in expected.get("evidence", []):
        any_of = words if isinstance(words, list) else [words]
        checker.check(any(word in said for word in any_of), f"{where}: does not print {' or '.join(map(repr, any_of))}; it says\n  " + said.replace("\n", "\n  "))
    if "suggestion" in expected:
        checker.check(claim.get("suggestion") == expected["suggestion"], f"{where}: suggests {claim.get('suggestion')!r}, not {expected['suggestion']!r}")
    for end, value in expected.get("expected", {}).items():
        checker.check(claim.get("expected", {}).get(end) == value, f"{where}: {end} end {claim.get('expected')}, not {value}")


def check_true_article(checker, name, text, matrix, result):
    code, claims = result
    checker.check(code == 0, f"{name}: exit code {code}, not 0")
    for claim in claims:
        checker.check("severity" not in claim, f"{name}: a finding in a true article: {claim['text']!r}: {claim['message']}")
    for row in matrix["rows"]:
        place = place_of(text, row["words"][name])
        for expected in row["claims"]:
            if name in expected.get("in", [name]):
                check_claim(checker, f"{name}: {row['name']}", [c for c in claims if overlaps(c, place)], expected)


def check_variant(checker, name, text, edits, result):
    """Each edit has its finding, and nothing else has one."""
    code, claims = result
    checker.check(code == 1, f"{name}: exit code {code}, not 1")
    places = [(place_of(text, twin["by"]), twin) for twin in edits]
    for place, twin in places:
        check_claim(checker, f"{name}: {twin['by']!r}", [c for c in claims if overlaps(c, place)], twin)
    for claim in claims:
        if "severity" in claim:
            checker.check(any(overlaps(claim, place) for place, _ in places), f"{name}: also finds {claim['text']!r}: {claim['message']}")


def edited(text, twins):
    for twin in twins:
        place_of(text, twin["replace"])
        text = text.replace(twin["replace"], twin["by"])
    return text


def run_example(checker, matrix, folder):
    path = checker.root / matrix["articles"]["example"]
    text = path.read_text(encoding="utf-8")
    check_true_article(checker, "example", text, matrix, checker.run(path))

    first_twins = [row["twins"][0] for row in matrix["rows"]]
    wrong = edited(text, first_twins)
    twin = checker.root / matrix["twin_of_example"]
    checker.check(twin.read_text(encoding="utf-8") == wrong, f"{twin.name} is not the example with the first edit of each row")
    check_variant(checker, "all edits", wrong, first_twins, checker.run(twin))

    for row in matrix["rows"]:
        for number, edit in enumerate(row["twins"]):
            variant = folder / f"{row['name'].replace(' ', '-')}-{number}.md"
            variant.write_text(edited(text, [edit]), encoding="utf-8")
            claims = checker.run(variant, "--fail-on", "warning")
            check_variant(checker, f"one edit: {row['name']}", variant.read_text(encoding="utf-8"), [edit], claims)

    for number, row in enumerate(matrix["sentences"]):
        file = folder / f"sentence-{number}.txt"
        file.write_text(row["text"] + "\n", encoding="utf-8")
        options = ["--date", str(row["date"])] if "date" in row else []
        check_claim(checker, row["text"], checker.run(file, *options)[1], row)


def run_founding(checker, matrix, _folder):
    path = checker.root / matrix["articles"]["founding"]
    if not path.is_file():
        print(f"SKIPPED: {matrix['articles']['founding']} is absent")
        sys.exit(SKIPPED)
    text = path.read_text(encoding="utf-8")
    check_true_article(checker, "founding", text, matrix, checker.run(path, "--date", str(matrix["articles"]["founding_date"])))


def main(root, program, part):
    matrix = yaml.safe_load((pathlib.Path(__file__).parent / "matrix.yaml").read_text(encoding="utf-8"))
    checker = Checker(pathlib.Path(root).resolve(), str(pathlib.Path(program).resolve()))
    with tempfile.TemporaryDirectory() as folder:
        {"example": run_example, "founding": run_founding}[part](checker, matrix, pathlib.Path(folder))
    print("\n".join(checker.faults))
    print(f"{checker.checks} checks, {len(checker.faults)} faults")
    sys.exit(1 if checker.faults or checker.checks == 0 else 0)


main(*sys.argv[1:])
