#!/usr/bin/env python3
"""Runs each folder beside this file and compares what is printed with what is expected: run.py ROOT PROGRAM [--update] [CASE...]

A case holds `cmd`, the arguments in one line ({rules}: the packs of this repository), the texts that it names,
expected.txt and expected.json; and `formats`, the names of others, with an expected.NAME for each. Each case runs in its own
folder, once in each format. --update writes what is printed
now: read the difference before you commit it."""

import json
import pathlib
import re
import shlex
import subprocess
import sys

VERSION = "0.1.0"
HASH = re.compile("sha256:[0-9a-f]{64}")
HERE = pathlib.Path(__file__).resolve().parent


def run(program, root, case, form):
    arguments = shlex.split((case / "cmd").read_text(encoding="utf-8").replace("{rules}", str(root / "rules")))
    done = subprocess.run([program, *arguments, "--format", form], cwd=case, capture_output=True, timeout=60, check=False, env={})
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


def text_of(program, root, case):
    code, out, err = run(program, root, case, "text")
    return out + "".join(f"stderr: {line}\n" for line in err.splitlines()) + f"exit code {code}\n"


def json_of(program, root, case):
    """The report without what changes with every new figure in a pack: its version and the packs' hashes."""
    code, out, _ = run(program, root, case, "json")
    report = json.loads(out)
    if list(report)[:3] != ["schema", "factcheck", "packs"]:
        sys.exit(f"{case.name}: the first keys are {list(report)[:3]}")
    report["factcheck"] = "*"
    report["packs"] = [pack["name"] for pack in report["packs"]]
    report["exit code"] = code
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def other_of(form):
    """Any other report: the bytes, without the version and the packs' hashes."""
    def make(program, root, case):
        code, out, _ = run(program, root, case, form)
        return HASH.sub("sha256:*", out.replace(VERSION, "*")) + f"exit code {code}\n"
    return make


def formats_of(case):
    others = (case / "formats").read_text(encoding="utf-8").split() if (case / "formats").is_file() else []
    return [("expected.txt", text_of), ("expected.json", json_of)] + [(f"expected.{name}", other_of(name)) for name in others]


def main(root, program, *rest):
    update = "--update" in rest
    wanted = [name for name in rest if name != "--update"]
    root, program = pathlib.Path(root).resolve(), str(pathlib.Path(program).resolve())
    cases = sorted(folder for folder in HERE.iterdir() if (folder / "cmd").is_file() and (not wanted or folder.name in wanted))
    faults = 0
    for case in cases:
        for name, make in formats_of(case):
            got = make(program, root, case)
            file = case / name
            if update:
                file.write_bytes(got.encode("utf-8"))
                continue
            expected = file.read_bytes().decode("utf-8") if file.is_file() else ""
            if got == expected:
                continue
            faults += 1
            print(f"{case.name}/{name}: differs; run.py --update shows the new one in git diff")
            for number, (a, b) in enumerate(zip(expected.splitlines() + ["(end)"], got.splitlines() + ["(end)"]), 1):
                if a != b:
                    print(f"  line {number}\n  expected: {a}\n  got:      {b}")
                    break
    print(f"{len(cases)} cases, {faults} differences")
    sys.exit(1 if faults or not cases else 0)


main(*sys.argv[1:])
