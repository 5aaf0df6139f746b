#!/usr/bin/env python3
"""Every output read by tools that are not ours: outputs_test.py ROOT PROGRAM

xmllint reads JUnit, cmark-gfm the Markdown, Python's csv and json the others, jsonschema SARIF by the schema that the npm package
@microsoft/jest-sarif carries, and Microsoft's SARIF Multitool by its rules and those of GitHub. npm packages are looked for in
build/node (scripts/test.sh puts them there) or $FACTCHECK_NODE. Tools that are absent are named at the end; without any of them
the test is skipped (77)."""

import csv
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

try:
    import jsonschema
except ImportError:
    jsonschema = None

HOSTILE = ("::error::boom\n\x1b[31mred\x1b[0m \u202e </script><script>alert(1)</script> <img src=x onerror=alert(1)> ]]> &amp; ![x](http://e.example/p.png) "
           "[y](javascript:alert) @everyone #1 `code` www.e.example http://e.example/z ##[add-mask]x {{7*7}} <!-- %0A=1+1\n\n")
SENTENCE = "::error::\x1b[2J They met on Tuesday, {}4 August 2025, <b>at noon</b>.\n\n"
FORMATS = ["text", "concise", "json", "jsonl", "csv", "markdown", "github", "gitlab", "junit", "sarif"]


class Outputs:
    def __init__(self, root, program, folder):
        self.root, self.program, self.folder = root, program, folder
        self.node = pathlib.Path(os.environ.get("FACTCHECK_NODE", root / "build/node")) / "node_modules"
        self.checks, self.faults, self.absent = 0, [], []

    def expect(self, holds, sentence):
        self.checks += 1
        if not holds:
            self.faults.append(sentence)

    def run(self, *arguments, env=None):
        return subprocess.run([self.program, *arguments], cwd=self.folder, capture_output=True, timeout=60, check=False, env=env or {})

    def report(self, form, *files, more=()):
        return self.run("-r", str(self.root / "rules/calendar"), "-f", form, *more, *files).stdout.decode("utf-8")

    def there(self, file, name):
        if not file.exists() and name not in self.absent:
            self.absent.append(name)
        return file.exists()

    def tool(self, name):
        found = shutil.which(name)
        if not found and name not in self.absent:
            self.absent.append(name)
        return found


# What it is -> its file and text: a clean text, an empty one, a false one, a hostile one with a hostile name.
INPUTS = {"clean": ("clean.md", "Nothing happened.\n"), "empty": ("empty.txt", ""),
          "wrong": ("wrong.txt", SENTENCE.format("") + "🎉 They met “again” (🎉) on Friday, 5 August 2025 – ₹5, €4.\r\n"),
          "hostile": ("::error::a <b>&'\"`|*.txt", HOSTILE + SENTENCE.format("\u202e") + HOSTILE + SENTENCE.format(""))}


def inputs(folder):
    for name, text in INPUTS.values():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return {key: f"./{name}" for key, (name, _) in INPUTS.items()}


def check_streams(o, form, out):
    """No report can speak to a terminal or to the log of a CI service."""
    own = form == "github"
    for number, line in enumerate(out.split("\n"), 1):
        o.expect(not re.match(r"\s*::\w", line) or (own and re.match(r"::(error|warning|notice) (file=|title=)", line)), f"{form}:{number}: a workflow command: {line}")
    o.expect("##[" not in out and "##vso[" not in out, f"{form}: a workflow command of the old kind")
    bad = [c for c in out if c != "\n" and c != "\r" and (ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")]
    o.expect(not bad, f"{form}: control characters {bad}")


def check_junit(o, out, findings):
    tree = xml.etree.ElementTree.fromstring(out)
    o.expect(int(tree.get("failures")) == findings, f"junit: {tree.get('failures')} failures, not {findings}")
    cases = list(tree.iter("testcase"))
    o.expect(len(cases) == int(tree.get("tests")) and len(cases) > 0, "junit: cases are not what is counted")
    if o.tool("xmllint"):
        done = subprocess.run(["xmllint", "--nonet", "--noout", "--relaxng", str(o.root / "tests/render/junit.rng"), "-"], input=out.encode(), capture_output=True, check=False)
        o.expect(done.returncode == 0, f"junit: xmllint says {done.stderr.decode()}")


def check_markdown(o, out):
    if not o.tool("cmark-gfm"):
        return
    html = subprocess.run(["cmark-gfm", "--unsafe", "-e", "autolink", "-e", "table", "-e", "strikethrough"], input=out.encode(), capture_output=True, check=True).stdout.decode()
    html = html.replace("<!-- -->", "")
    tags = set(re.findall(r"<(/?\w+)", html))
    o.expect(tags <= {"h2", "/h2", "h3", "/h3", "p", "/p", "ul", "/ul", "li", "/li", "strong", "/strong", "code", "/code"}, f"markdown: the tags {sorted(tags)}")


def check_all(o, name, file, findings):
    out = {form: o.report(form, file) for form in FORMATS}
    for form in FORMATS:
        check_streams(o, form, out[form])
        o.expect(o.report(form, file) == out[form], f"{form} of {name}: other bytes the second time")
    found = [claim for document in json.loads(out["json"])["documents"] for claim in document["claims"]]
    o.expect(len(found) == findings, f"{name}: {len(found)} findings, not {findings}")
    o.expect(sum(len(json.loads(line).get("claims", [])) for line in out["jsonl"].splitlines()) == findings, f"jsonl of {name}: other findings")
    rows = list(csv.reader(io.StringIO(out["csv"], newline="")))
    o.expect(len(rows) == findings + 1 and len({len(row) for row in rows}) == 1, f"csv of {name}: {len(rows)} rows of {sorted({len(row) for row in rows})} fields")
    o.expect(not any(field[:1] in "=+@" for row in rows for field in row if field), f"csv of {name}: a formula")
    issues = json.loads(out["gitlab"])
    o.expect(len(issues) == findings and len({issue["fingerprint"] for issue in issues}) == findings, f"gitlab of {name}: {issues}")
    o.expect(len(re.findall("^::error ", out["github"], re.MULTILINE)) == findings, f"github of {name}: other annotations")
    o.expect(len(re.findall(": error: ", out["concise"])) == findings, f"concise of {name}: other lines")
    check_junit(o, out["junit"], findings)
    check_markdown(o, out["markdown"])
    check_sarif(o, name, out["sarif"], findings)


def sarif_shape(o, name, out, findings):
    """What GitHub asks for beyond the schema, in words of our own."""
    log = json.loads(out)
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    o.expect(len(run["results"]) == findings, f"sarif of {name}: {len(run['results'])} results")
    o.expect(len({rule["id"] for rule in rules}) == len(rules) and all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules), "sarif: rules")
    text = (o.folder / INPUTS[name][0]).read_bytes().decode("utf-8")
    lines = [line.encode("utf-16-le") for line in re.split("\r\n|\r|\n", text)]
    for result in run["results"]:
        physical = result["locations"][0]["physicalLocation"]
        region, uri = physical["region"], physical["artifactLocation"]["uri"]
        o.expect(not uri.startswith(("/", "file:")) and ":" not in uri.split("/")[0], f"sarif: the address {uri}")
        start, end = 2 * (region["startColumn"] - 1), 2 * (region["endColumn"] - 1)
        words = lines[region["startLine"] - 1][start:end].decode("utf-16-le") if region["startLine"] == region["endLine"] else None
        o.expect(words in (None, region["snippet"]["text"]), f"sarif of {name}: the region holds {words!r}, the snippet {region['snippet']['text']!r}")
        for fix in result.get("fixes", []):
            cut = fix["artifactChanges"][0]["replacements"][0]["deletedRegion"]
            from_, to = 2 * cut["charOffset"], 2 * (cut["charOffset"] + cut["charLength"])
            o.expect(text.encode("utf-16-le")[from_:to].decode("utf-16-le") in region["snippet"]["text"], f"sarif of {name}: the fix replaces other words")
        o.expect(set(result["partialFingerprints"]) == {"primaryLocationLineHash", "factcheck/v1"}, "sarif: fingerprints")


def check_sarif(o, name, out, findings):
    sarif_shape(o, name, out, findings)
    log = json.loads(out)
    schema = o.node / "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
    if o.there(schema, "jest-sarif") and jsonschema:
        faults = list(jsonschema.Draft7Validator(json.loads(schema.read_text(encoding="utf-8"))).iter_errors(log))
        o.expect(not faults, f"sarif of {name}: {[fault.message for fault in faults[:3]]}")
    multitool = o.node / "@microsoft/sarif-multitool-linux/Sarif.Multitool"
    if o.there(multitool, "sarif-multitool"):
        file = o.folder / "report.sarif"
        file.write_text(out, encoding="utf-8")
        done = subprocess.run([multitool, "validate", file.name, "--rule-kind", "Sarif;Gh", "--level", "Error;Warning"], cwd=o.folder, capture_output=True, text=True, check=False)
        said = [line for line in done.stdout.splitlines() if ": error " in line or ": warning " in line]
        said = [line for line in said if "SARIF2005" not in line]  # it wants the address of a home page, which there is none of
        o.expect("completed successfully" in done.stdout and not said, f"sarif of {name}: {said or done.stdout}")


def check_summary(o, file):
    """The job summary is added to what is there and never grows beyond a mebibyte."""
    rules = ("-r", str(o.root / "rules/calendar"), "-f", "github", file)
    summary = o.folder / "summary.md"
    summary.write_text("# before\n", encoding="utf-8")
    o.run(*rules, env={"GITHUB_STEP_SUMMARY": str(summary)})
    text = summary.read_text(encoding="utf-8")
    o.expect(text.startswith("# before\n## factcheck: 2 findings\n"), f"the job summary is {text}")
    summary.write_text("x" * (1 << 20), encoding="utf-8")
    done = o.run(*rules, env={"GITHUB_STEP_SUMMARY": str(summary)})
    o.expect(summary.stat().st_size == 1 << 20 and done.returncode == 2 and b"is full" in done.stderr, f"a full job summary: {done}")


def check_files(o, file):
    """All formats at once, each to its file, the bytes of standard output."""
    outputs = [argument for form in FORMATS for argument in ("-o", f"{form}=out.{form}")]
    o.run("-r", str(o.root / "rules/calendar"), *outputs, "-q", file)
    for form in FORMATS:
        o.expect((o.folder / f"out.{form}").read_bytes().decode() == o.report(form, file), f"{form}: the file has other bytes than standard output")


def main(root, program):
    with tempfile.TemporaryDirectory() as name:
        o = Outputs(pathlib.Path(root).resolve(), str(pathlib.Path(program).resolve()), pathlib.Path(name))
        files = inputs(o.folder)
        for key, findings in (("clean", 0), ("empty", 0), ("wrong", 2), ("hostile", 2)):
            check_all(o, key, files[key], findings)
        check_summary(o, files["wrong"])
        check_files(o, files["hostile"])
    print("\n".join(o.faults))
    print(f"{o.checks} checks, {len(o.faults)} faults" + (f"; not there, and not asked: {', '.join(o.absent)}" if o.absent else ""))
    if o.faults:
        sys.exit(1)
    sys.exit(77 if len(o.absent) == 4 else 0)


main(*sys.argv[1:])
