#!/usr/bin/env python3
"""Holds the documents to what they say: docs_test.py ROOT PROGRAM

- ```console blocks are run, in the order of the document, and must print what stands below each command. A line that is
  "..." stands for any lines. Each document has a folder of its own, in which rules/ and docs/ are those of the repository.
- ```yaml and ```markdown blocks with a file name after the word (```yaml mine/pack.yaml) are written into that folder.
- ```yaml blocks that begin with rules:, measures:, entities: or series: are loaded as part of a pack; others must be YAML.
- ```json blocks must be JSON.
- Links into the repository must lead somewhere.
- docs/json.md lists the keys of the report in their order, and real reports have no others and no other order."""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import yaml

BLOCK = re.compile(r"^```(\w+)(?: +(\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)")
PACK = "schema: 1\nname: snippet\nversion: 1.0.0\nabout: A snippet of the documents.\n"


class Documents:
    def __init__(self, root, program):
        self.root = root
        self.program = program
        self.checks = 0
        self.faults = []
        self.environment = {"PATH": f"{program.parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}

    def fault(self, where, sentence):
        self.faults.append(f"{where}: {sentence}")

    def shell(self, command, folder):
        return subprocess.run(["bash", "-c", command], cwd=folder, env=self.environment, capture_output=True, text=True, timeout=120, check=False)


def commands_of(block):
    """(command, expected lines) of a console block."""
    found = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif found and line.startswith("> ") and not found[-1][1]:
            found[-1] = (found[-1][0] + "\n" + line[2:], [])
        elif found:
            found[-1][1].append(line)
    return found


def agrees(expected, got):
    """Whether the lines agree; "..." stands for any number of lines."""
    if not expected:
        return not got
    if expected[0] == "...":
        return any(agrees(expected[1:], got[skip:]) for skip in range(len(got) + 1))
    return bool(got) and expected[0] == got[0] and agrees(expected[1:], got[1:])


def run_console(documents, where, block, folder):
    code = 0
    for command, expected in commands_of(block):
        done = documents.shell(f"(exit {code}); {command}", folder)
        code = done.returncode
        got = [line.rstrip() for line in (done.stdout + done.stderr).splitlines()]
        documents.checks += 1
        if not agrees(expected, got):
            documents.fault(where, f"`{command}` prints\n  " + "\n  ".join(got) + "\nand the document says\n  " + "\n  ".join(expected))


def load_snippet(documents, where, block):
    first = block.split(":")[0]
    if first not in ("rules", "measures", "entities", "series"):
        return
    kind = "rules" if first == "rules" else "vocabulary"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        os.symlink(documents.root / "rules", folder / "packs")
        pack = folder / "packs-of-its-own" / "snippet"
        pack.mkdir(parents=True)
        for other in (documents.root / "rules").iterdir():
            os.symlink(other, pack.parent / other.name)
        uses = sorted(file.parent.name for file in (documents.root / "rules").glob("*/pack.yaml"))
        (pack / "pack.yaml").write_text(PACK + f"uses: [{', '.join(uses)}]\n{kind}: [snippet.yaml]\n", encoding="utf-8")
        (pack / "snippet.yaml").write_text(block, encoding="utf-8")
        (folder / "empty.txt").touch()
        done = documents.shell(f"factcheck --rules '{pack}' empty.txt", folder)
        documents.checks += 1
        if done.returncode != 0:
            documents.fault(where, f"a snippet cannot be loaded:\n{block}{done.stderr}")


def check_block(documents, where, match, folder):
    language, file, block = match.groups()
    if file:
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block, encoding="utf-8")
    if language == "console":
        run_console(documents, where, block, folder)
    elif language == "yaml":
        documents.checks += 1
        try:
            yaml.safe_load(block)
        except yaml.YAMLError as error:
            documents.fault(where, f"not YAML: {error}")
            return
        if not file:
            load_snippet(documents, where, block)
    elif language == "json":
        documents.checks += 1
        try:
            json.loads(block)
        except ValueError as error:
            documents.fault(where, f"not JSON: {error}")


def check_document(documents, path):
    text = path.read_text(encoding="utf-8")
    name = path.relative_to(documents.root).as_posix()
    for link in LINK.findall(text):
        documents.checks += 1
        if not (path.parent / link).exists():
            documents.fault(name, f"a link leads nowhere: {link}")
    with tempfile.TemporaryDirectory() as folder_name:
        folder = pathlib.Path(folder_name)
        for entry in ("rules", "docs"):
            os.symlink(documents.root / entry, folder / entry)
        for match in BLOCK.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            check_block(documents, f"{name}:{line}", match, folder)


# ---- docs/json.md ----

def keys_documented(text):
    """heading -> keys, of each table under a heading that is one `word`."""
    tables = {}
    for section in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        title = re.match(r"`(\w+)`", section)
        if title:
            tables[title.group(1)] = re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)
    return tables


def collect(documents, report, seen):
    """name of an object -> the key orders that real reports have."""
    def add(name, value):
        seen.setdefault(name, set()).add(tuple(value))

    add("report", report)
    add("summary", report["summary"])
    for pack in report["packs"]:
        add("pack", pack)
    for entry in report["skipped"]:
        add("skipped", entry)
    for document in report["documents"]:
        add("document", document)
        for claim in document["claims"]:
            add("claim", claim)
            if "expected" in claim:
                add("quantity", claim["expected"])
            if "replaces" in claim:
                add("replaces", claim["replaces"])
            for slot in claim.get("slots", {}).values():
                add("slot", slot)
            for evidence in claim.get("evidence", []):
                add("evidence", evidence)
                if "period" in evidence:
                    add("period", evidence["period"])


def check_json_page(documents):
    page = documents.root / "docs/json.md"
    tables = keys_documented(page.read_text(encoding="utf-8"))
    source = (documents.root / "engine/render/json.cpp").read_text(encoding="utf-8")
    seen = {}
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "binary.txt").write_bytes(b"a\0b")
        (folder / "utf16.txt").write_text("Exports rose.", encoding="utf-16")
        (folder / "undated.jsonl").write_text('{"id": "a", "text": "Last week, Islamabad announced a trade agreement with Washington."}\n', encoding="utf-8")
        examples = sorted((documents.root / "docs/examples").glob("*.md"))
        for inputs in ([str(file) for file in examples], ["binary.txt", "utf16.txt", "undated.jsonl", "missing.txt"]):
            names = " ".join(f"'{file}'" for file in inputs)
            done = documents.shell(f"factcheck --rules '{documents.root}/rules' --all -f json {names}", folder)
            collect(documents, json.loads(done.stdout), seen)
    for name, orders in sorted(seen.items()):
        known = tables.get(name, [])
        for order in sorted(orders):
            documents.checks += 1
            if [key for key in known if key in order] != list(order):
                documents.fault("docs/json.md", f"a real {name} has the keys {', '.join(order)}; the page has {', '.join(known)}")
    for name, keys in tables.items():
        for key in keys:
            documents.checks += 1
            if f'"{key}"' not in source:
                documents.fault("docs/json.md", f"no report has the key {key} of {name}")


def prove():
    """The test itself must be able to fail."""
    assert agrees(["a", "...", "c"], ["a", "b", "b", "c"]) and not agrees(["a", "..."], ["b"]) and not agrees(["a"], ["a", "b"])
    assert commands_of("$ a\nx\n$ b\n") == [("a", ["x"]), ("b", [])]
    assert keys_documented("## `a` x\n| `k` | y |\n## b\n") == {"a": ["k"]}


def main(root, program):
    prove()
    documents = Documents(pathlib.Path(root).resolve(), pathlib.Path(program).resolve())
    pages = [documents.root / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
    pages += sorted((documents.root / "docs").rglob("*.md"))
    for page in pages:
        if "examples" not in page.relative_to(documents.root).parts:
            check_document(documents, page)
    check_json_page(documents)
    print("\n".join(documents.faults))
    print(f"{len(pages)} documents, {documents.checks} checks, {len(documents.faults)} faults")
    sys.exit(1 if documents.faults or documents.checks == 0 else 0)


main(*sys.argv[1:])
