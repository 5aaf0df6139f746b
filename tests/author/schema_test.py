#!/usr/bin/env python3
"""The JSON Schemas against a validator that is not ours: schema_test.py ROOT PROGRAM

- every shipped pack, and those of the tests, is accepted, read as YAML 1.2 does it and as texts alone;
- of the packs that must be refused (tests/packs/broken.yaml) each that a schema can see is refused: those whose fault is one of shape."""

import json
import pathlib
import re
import subprocess
import sys

try:
    import jsonschema
    import yaml
except ImportError as missing:
    print(f"skipped: {missing.name} is not installed (python3-jsonschema, python3-yaml)")
    sys.exit(77)

ROOT, PROGRAM = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()


class Plain(yaml.SafeLoader):
    """YAML as editors read it: days are texts, and so are yes and no."""


Plain.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rows if tag not in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:merge")]
    for first, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def validators():
    out = {}
    for name in ("pack", "rules", "vocabulary", "tests", "datapackage"):
        schema = json.loads(subprocess.run([PROGRAM, "schema", name], capture_output=True, text=True, check=True).stdout)
        jsonschema.Draft202012Validator.check_schema(schema)
        out[name] = jsonschema.Draft202012Validator(schema)
    return out


def files_of(pack):
    """(schema, name) of each file of a pack, given as name -> text."""
    head = yaml.load(pack["pack.yaml"], yaml.BaseLoader) or {}
    yield "pack", "pack.yaml"
    for key, schema in (("vocabulary", "vocabulary"), ("rules", "rules"), ("tests", "tests")):
        names = head.get(key, []) if isinstance(head, dict) else []
        for name in [names] if isinstance(names, str) else names:
            if isinstance(name, str) and name in pack and not name.endswith(".csv"):
                yield schema, name
    data = head.get("data") if isinstance(head, dict) else None
    if isinstance(data, str) and data in pack and data.endswith(".json"):
        yield "datapackage", data


def faults_of(checks, pack):
    """What the validator says of the pack's files; None where one is not YAML at all."""
    out = []
    for schema, name in files_of(pack):
        for loader in (Plain, yaml.BaseLoader):
            value = json.loads(pack[name]) if name.endswith(".json") else yaml.load(pack[name], loader)
            out += [f"{name}: {error.json_path}: {error.message[:120]}" for error in checks[schema].iter_errors(value)]
    return out


def read_pack(folder):
    names = [path for path in folder.rglob("*") if path.is_file() and path.suffix in (".yaml", ".json")]
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in names}


def broken_packs():
    """(name, pack, faults) of each row that changes files of the good pack and loads it alone."""
    table = yaml.load((ROOT / "tests/packs/broken.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    yield "good", dict(table["good"]), []
    for row in table["broken"]:
        pack = dict(table["good"])
        for name, (old, new) in row.get("edit", {}).items():
            pack[name] = pack[name].replace(old, new, 1)
        pack.update({name: text for name, text in row.get("files", {}).items() if not name.startswith("..")})
        if "load" not in row and "without" not in row:
            yield row["name"], pack, row["faults"]


# What the loader says of faults of shape, and of words of closed lists: a schema sees these.
SHAPE = (" has no key ", " lacks the key ", " must be a map of keys", " must be a list, ", "a value is missing here", "a text is wanted here",
         "there is no verdict ", "there is no severity ", "there is no kind of claim ", "there is no modality ", "there is no nature ", "there is no frequency ",
         "there is no rounding ", "there is no marker ", "is no version", "is no day:", "is no length of time", "there is no scope ", "there is no reason ")
# Tables have no schema, and 31 June looks like a day.
UNSEEN = re.compile(r"\.csv:|\"\d{4}-\d\d-\d\d\" is no day")


def main():
    checks = validators()
    faults = []
    accepted = refused = unseen = 0
    folders = sorted(path.parent for tree in ("rules", "tests/packs") for path in (ROOT / tree).rglob("pack.yaml"))
    for folder in folders:
        found = faults_of(checks, read_pack(folder))
        accepted += 1
        faults += [f"{folder.relative_to(ROOT)} is refused: {fault}" for fault in found]
    for name, pack, said in broken_packs():
        try:
            found = faults_of(checks, pack)
        except (yaml.YAMLError, ValueError, RecursionError):
            continue  # no YAML: an editor says so itself
        if name == "good":
            faults += [f"the good pack is refused: {fault}" for fault in found]
        elif any(words in fault for fault in said if not UNSEEN.search(fault) for words in SHAPE):
            refused += 1
            if not found:
                faults.append(f"\"{name}\" is accepted, and the loader says: {said[0]}")
        elif not found:
            unseen += 1
    print("\n".join(faults))
    print(f"{accepted} packs accepted, {refused} broken packs that a schema can see refused, {unseen} that only the loader sees; {len(faults)} faults")
    sys.exit(1 if faults or not accepted or not refused else 0)


main()
