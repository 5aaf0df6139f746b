#!/usr/bin/env python3
"""The commands for rule authors as their users meet them: author_test.py ROOT PROGRAM"""

import json
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

ROOT, PROGRAM = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()

# Tables of different shapes: what init makes of each, and a sentence that the new pack must find wrong.
TABLES = {
    "long": ("Year,Town,Visitors,Hotel revenue (EUR)\n2022,Zenda,15100,2240000\n2023,Zenda,16800,2610000\n"
             "2022,Strelsau,131000,27900000\n2023,Strelsau,140500,30450000\n", [], "Visitors in Zenda came to 18,600 in 2023."),
    "wide": ("Country,Indicator Name,2021 [YR2021],2022 [YR2022]\nRuritania,Population,4150000,4200000\nZenda,Population,2050000,2060000\n"
             "Ruritania,Inflation (%),4.5,9.9\nZenda,Inflation (%),3.3,8.8\n", [], "Inflation in Ruritania was 9.1 percent in 2022."),
    "across": ("Date,AUT,BEL,CHE\n2020,41.5,38.2,60.1\n2021,42.0,39.1,61.9\n",
               ["--measure", "cheese imports", "--unit", "cheese imports=EUR"], "BEL's cheese imports came to €45.1 in 2021."),
    "semicolons": ("Month;Sales (EUR)\n2024-11;1.234,5\n2024-12;2.345,6\n", ["--decimal-comma"], "Sales came to €3,245.6 in December 2024."),
    "vintages": ("published;period_start;period_end;city;steel output (tonnes)\n2024-02-01;2023-07-01;2023-12-31;Zenda;500\n"
                 "2024-05-01;2023-07-01;2023-12-31;Zenda;520\n2025-02-01;2024-07-01;2024-12-31;Zenda;610\n", [],
                 "Zenda's steel output came to 700 tonnes from July to December 2024."),
}


class Faults:
    def __init__(self):
        self.checks = 0
        self.said = []

    def want(self, true, sentence):
        self.checks += 1
        if not true:
            self.said.append(sentence)


def run(folder, *arguments, text=""):
    done = subprocess.run([PROGRAM, *arguments], cwd=folder, capture_output=True, text=True, input=text, check=False)
    return done.returncode, done.stdout, done.stderr


def check_init(faults, folder):
    code, _, said = run(folder, "init", "mine")
    faults.want(code == 0, f"init fails: {said}")
    faults.want(run(folder, "test", "mine")[0] == 0, "a new pack fails its own tests")
    faults.want("0 errors, 0 warnings, 0 hints" in run(folder, "lint", "mine")[1], "lint finds fault with a new pack")
    faults.want(run(folder, "init", "mine")[0] == 2, "init writes over what is there")
    for name, (table, options, wrong) in TABLES.items():
        (folder / f"{name}.csv").write_text(table, encoding="utf-8")
        code, out, said = run(folder, "init", f"{name}-pack", "--data", f"{name}.csv", *options)
        faults.want(code == 0, f"{name}: init fails: {out}{said}")
        code, out, _ = run(folder, "test", f"{name}-pack")
        faults.want(code == 0 and " 0 failed" in out, f"{name}: the pack fails its own tests: {out}")
        code, out, said = run(folder, "lint", f"{name}-pack")
        faults.want(code == 0, f"{name}: lint: {out}{said}")
        code, out, said = run(folder, "--rules", f"{name}-pack", "--all", "-", text=wrong)
        faults.want(code == 1 and "contradicted" in out, f"{name}: not found wrong: {wrong}\n{out}{said}")
    (folder / "none.csv").write_text("a,b\nx,y\n", encoding="utf-8")
    code, _, said = run(folder, "init", "none-pack", "--data", "none.csv")
    faults.want(code == 2 and "no column holds periods" in said and not (folder / "none-pack").exists(), f"a table without periods: {said}")


def check_explain(faults, folder):
    (folder / "article.md").write_text("# Towns\n\nNothing here.\nVisitors in Zenda came to 18,600 in 2023.\n", encoding="utf-8")
    code, out, said = run(folder, "explain", "article.md:4", "--rules", "long-pack", "-f", "json", "--date", "2024-03-01")
    faults.want(code == 0, f"explain fails: {said}")
    sentence = json.loads(out)["sentences"][-1]
    rule = next(rule for claim in sentence["claims"] for rule in claim["rules"] if rule["rule"].endswith("/visitors-level"))
    faults.want(rule["verdict"] == "contradicted" and rule["expected"]["value"].startswith("16,800"), f"explain says {rule}")
    passed = [rule for claim in sentence["claims"] for rule in claim["rules"] if "passes_by" in rule]
    faults.want(passed and all(rule["passes_by"] for rule in passed), "rules pass by without a reason")
    faults.want(run(folder, "explain", "article.md:2", "--rules", "long-pack")[0] == 2, "a line without a sentence is no fault")
    code, out, _ = run(folder, "explain", "Nobody counts.", "--rules", "long-pack")
    faults.want(code == 0 and "no claim" in out, f"a sentence without a claim: {out}")


def check_catalogue(faults, folder):
    for what, name in (("rules", "visitors-level"), ("series", "visitors")):
        code, out, _ = run(folder, what, "list", "--rules", "long-pack")
        faults.want(code == 0 and f"long-pack/{name}" in out, f"{what} list: {out}")
        code, out, _ = run(folder, what, "show", name, "--rules", "long-pack", "-f", "json")
        faults.want(code == 0 and json.loads(out)[what if what == "series" else "rule"] == f"long-pack/{name}", f"{what} show: {out}")
        code, _, said = run(folder, what, "show", name[:-1], "--rules", "long-pack")
        faults.want(code == 2 and "did you mean" in said, f"{what} show of a wrong name: {said}")
        faults.want(run(folder, what, "search", "visitor", "--rules", "long-pack")[0] == 0, f"{what} search finds nothing")


def check_coverage(faults, folder):
    pack = folder / "long-pack"
    rules = (pack / "rules.yaml").read_text(encoding="utf-8")
    first, _, rest = rules.partition("  - id: visitors-change")
    (pack / "rules.yaml").write_text(first, encoding="utf-8")
    text = "Visitors in Zenda rose by 11.3 percent in 2023 from a year earlier.\n"
    code, out, said = run(folder, "coverage", "-", "--rules", "long-pack", "-f", "json", text=text)
    faults.want(code == 0, f"coverage fails: {said}")
    found = json.loads(out)["uncovered"]
    faults.want(len(found) == 1 and found[0]["kind"] == "change", f"coverage finds {found}")
    (pack / "rules.yaml").write_text(first + found[0]["rule"], encoding="utf-8")
    code, out, said = run(folder, "lint", "long-pack")
    faults.want(code == 0, f"lint finds fault with a rule of coverage: {out}{said}")
    faults.want("take the todo away" in run(folder, "test", "long-pack")[1], "a rule of coverage does not judge its own example")
    (pack / "rules.yaml").write_text(first + "  - id: visitors-change" + rest, encoding="utf-8")


def check_test(faults, folder):
    rules = folder / "mine/rules.yaml"
    good = rules.read_text(encoding="utf-8")
    rules.write_text(good.replace('suggestion: "41,207 subscribers"', 'suggestion: "nothing"'), encoding="utf-8")
    code, out, _ = run(folder, "test", "mine", "--junit", "run.xml")
    faults.want(code == 1 and "expected: contradicted, suggestion \"nothing\"" in out, f"a wrong suggestion: {out}")
    suites = xml.etree.ElementTree.parse(folder / "run.xml").getroot()
    faults.want(suites.get("failures") == "1" and len(suites.findall(".//testcase")) == 7, "the JUnit report does not count")
    run(folder, "test", "mine", "--update")
    faults.want(run(folder, "test", "mine")[0] == 0, "an updated pack fails its tests")
    faults.want(rules.read_text(encoding="utf-8") == good, "an update changes more than the word")


def main():
    faults = Faults()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for check in (check_init, check_explain, check_catalogue, check_coverage, check_test):
            check(faults, folder)
    print("\n".join(faults.said))
    print(f"{faults.checks} checks, {len(faults.said)} faults")
    sys.exit(1 if faults.said or not faults.checks else 0)


main()
