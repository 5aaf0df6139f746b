#!/usr/bin/env python3
"""The order of rules, of their files and of the texts changes nothing: shuffle_test.py ROOT PROGRAM

The texts of all tests of two packs are checked once as the packs stand, then with rules and files in other orders, drawn by a seed, and
with the texts named in another order. The documents of the reports must be the same bytes.
"""
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

import yaml

PACKS = ("consistency", "calendar")
ROUNDS = 4


def blocks_of(text):
    """The head of a rule file and its rules, as they are written."""
    head, *rules = text.split("\n  - id: ")
    return head, rules


def shuffled_pack(source, target, rng):
    shutil.copytree(source, target)
    pack = yaml.safe_load((target / "pack.yaml").read_text(encoding="utf-8"))
    names = list(pack["rules"])
    for name in names:
        head, rules = blocks_of((target / name).read_text(encoding="utf-8"))
        rules = [rule.rstrip("\n") for rule in rules]
        rng.shuffle(rules)
        (target / name).write_text(head + "".join("\n  - id: " + rule for rule in rules) + "\n", encoding="utf-8")
    rng.shuffle(names)
    text = (target / "pack.yaml").read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith("rules:"))
    (target / "pack.yaml").write_text(text.replace(line, f"rules: [{', '.join(names)}]"), encoding="utf-8")


def texts_of(root):
    """Name -> document: front matter and text."""
    texts = {}
    for pack in PACKS:
        folder = root / "rules" / pack
        day = yaml.safe_load((folder / "pack.yaml").read_text(encoding="utf-8"))["test_date"]
        for name in sorted(path.name for path in folder.glob("*.yaml") if path.name != "pack.yaml"):
            for rule in yaml.safe_load((folder / name).read_text(encoding="utf-8")).get("rules", []):
                for test in rule.get("tests", []):
                    title = f"title: {test['title']}\n" if "title" in test else ""
                    texts[f"{rule['id']}-{len(texts)}.md"] = f"---\ndate: {test.get('date', day)}\n{title}---\n\n{test['text']}\n"
    # All in one document as well: companions are looked for in more than a sentence.
    texts["all.md"] = "---\ndate: 2025-08-04\n---\n" + "".join(text.split("---\n", 2)[2] for text in texts.values())
    return texts


def documents(program, packs, names, folder):
    options = [option for pack in packs for option in ("--rules", str(pack))]
    run = subprocess.run([program, *options, "--all", "--format", "jsonl", *names], cwd=folder, capture_output=True, text=True, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"the program failed: {run.stderr}")
    return {json.loads(line)["path"]: line for line in run.stdout.splitlines()}


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    root, program = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
    texts = texts_of(root)
    faults = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for path, text in texts.items():
            (folder / path).write_text(text, encoding="utf-8")
        right = documents(program, [root / "rules" / pack for pack in PACKS], list(texts), folder)
        for turn in range(ROUNDS):
            rng = random.Random(turn)
            packs = [folder / str(turn) / pack for pack in PACKS]
            for pack in packs:
                shuffled_pack(root / "rules" / pack.name, pack, rng)
            rng.shuffle(packs)
            names = list(texts)
            rng.shuffle(names)
            got = documents(program, packs, names, folder)
            for key in sorted(right):
                if right[key] != got.get(key):
                    faults += 1
                    print(f"round {turn}, {key}:\n  {right[key]}\n  {got.get(key)}")
    print(f"{len(texts)} texts in {ROUNDS} orders of rules, files and texts, {faults} differences")
    sys.exit(1 if faults or len(right) != len(texts) else 0)


main()
