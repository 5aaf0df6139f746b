#!/usr/bin/env python3
"""Holds the table of docs/checks.md to the packs: checks_test.py ROOT [--update]

Every rule that the table names stands in a pack, with a test of the wrong case and one of what must be left alone; every rule of the two
packs is named; the numbers of tests are those of the packs (--update writes them). Where the catalogue lies beside the source, its checks
and those of the table are the same.
"""
import pathlib
import re
import sys

import yaml

PACKS = ("consistency", "calendar")
WRONG = ("contradicted", "misleading", "outdated", "imprecise")
ROW = re.compile(r"^\| ([a-z-]+) \| (.*?) \|([^|]*)\|$")
RULE = re.compile(r"`([a-z-]+/[a-z0-9-]+)`")


def tests_of(root):
    """How many tests of a rule expect a finding, and how many that it is silent or content."""
    out = {}
    for pack in PACKS:
        folder = root / "rules" / pack
        for name in yaml.safe_load((folder / "pack.yaml").read_text(encoding="utf-8"))["rules"]:
            for rule in yaml.safe_load((folder / name).read_text(encoding="utf-8"))["rules"]:
                verdicts = [test["verdict"] for test in rule.get("tests", [])]
                wrong = sum(verdict in WRONG for verdict in verdicts)
                out[f"{pack}/{rule['id']}"] = (wrong, len(verdicts) - wrong)
    return out


def counted(rules, tests):
    wrong, right = (sum(tests[rule][i] for rule in rules if rule in tests) for i in (0, 1))
    return f"{wrong} wrong, {right} right"


def rows_of(text):
    section = text.split("## The catalogue", 1)[1].split("\n## ", 1)[0]
    found = [match.groups() for match in map(ROW.match, section.splitlines()) if match]
    return [(check, rules, count.strip()) for check, rules, count in found if check != "check" and not check.startswith("-")]


def updated(text, tests):
    def row(line):
        match = ROW.match(line)
        rules = RULE.findall(match.group(2)) if match else []
        return f"| {match.group(1)} | {match.group(2)} | {counted(rules, tests)} |" if rules else line

    before, rest = text.split("## The catalogue", 1)
    section, mark, after = rest.partition("\n## ")
    return before + "## The catalogue" + "\n".join(map(row, section.split("\n"))) + mark + after


def catalogue(root):
    path = root.parent / "shared" / "checks.md"
    if not path.exists():
        return None
    section = path.read_text(encoding="utf-8").split("## Inside one document", 1)[1].split("\n## ", 1)[0]
    return {match.group(1) for match in re.finditer(r"^\| ([a-z-]+) \|", section, re.MULTILINE) if match.group(1) != "check"}


def faults_of(root, rows, tests):
    named = set()
    for check, rules, count in rows:
        found = RULE.findall(rules)
        named.update(found)
        if not found and not rules.startswith("none: "):
            yield f"{check}: names no rule and does not say why"
        for rule in found:
            if rule not in tests:
                yield f"{check}: there is no rule {rule}"
            elif 0 in tests[rule]:
                yield f"{check}: {rule} needs a test of the wrong case and one of what must be left alone"
        if found and count != counted(found, tests):
            yield f"{check}: the packs have {counted(found, tests)}, the table says {count}; run it with --update"
    for rule in sorted(set(tests) - named):
        yield f"{rule}: stands in no row of the table"
    wanted, have = catalogue(root), {check for check, _, _ in rows}
    for check in sorted((wanted or have) ^ have):
        yield f"{check}: stands in {'the catalogue' if check in wanted else 'the table'} alone"


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    root = pathlib.Path(sys.argv[1]).resolve()
    path, tests = root / "docs/checks.md", tests_of(root)
    if "--update" in sys.argv:
        path.write_text(updated(path.read_text(encoding="utf-8"), tests), encoding="utf-8")
    rows = rows_of(path.read_text(encoding="utf-8"))
    faults = list(faults_of(root, rows, tests))
    print("\n".join(faults))
    print(f"{len(rows)} checks, {len(tests)} rules, {len(faults)} faults")
    sys.exit(1 if faults or not rows else 0)


main()
