"""What the tests of the program share: checks that are counted, a folder of their own, and parts that are run one after another."""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

WRONG = "The ministers spoke on Tuesday, 4 August 2025.\n"
RIGHT = "The ministers spoke on Monday, 4 August 2025.\n"


class Tester:
    """One run of a test: `faults` are sentences, `absent` is what could not be tried on this machine."""

    def __init__(self, root, program, folder):
        self.root = pathlib.Path(root).resolve()
        self.program = str(pathlib.Path(program).resolve())
        self.folder = pathlib.Path(folder)
        # Nothing of the user's own: no settings, no caches, no colours.
        self.environment = {"PATH": os.environ["PATH"], "LSAN_OPTIONS": os.environ.get("LSAN_OPTIONS", "")}
        self.checks = 0
        self.faults = []
        self.absent = []

    def expect(self, holds, sentence):
        self.checks += 1
        if not holds:
            self.faults.append(sentence)

    def run(self, *arguments, **options):
        """The program, in the folder of the test."""
        options = {"cwd": self.folder, "timeout": 60} | options
        environment = self.environment | options.pop("env", {})
        return subprocess.run([self.program, *map(str, arguments)], env=environment, capture_output=True, check=False, **options)


def run_parts(tester, parts, *arguments):
    for part in parts:
        before, began = len(tester.faults), time.monotonic()
        part(tester, *arguments)
        print(f"{part.__name__}: {'ok' if len(tester.faults) == before else 'faults'}, {time.monotonic() - began:.1f} s")


def finish(tester, nothing_tried=False):
    """Prints what is wrong and ends the test; 77: nothing could be tried."""
    for what in tester.absent:
        print(f"absent, not tried: {what}")
    print("\n".join(tester.faults))
    print(f"{tester.checks} checks, {len(tester.faults)} faults")
    sys.exit(1 if tester.faults or tester.checks == 0 else 77 if nothing_tried else 0)


def run_test(kind, parts, root, program, *arguments, prepare=None):
    """A whole test: a folder that is gone at its end, and the parts in it. `kind` makes the tester of root, program and folder."""
    with tempfile.TemporaryDirectory() as name:
        tester = kind(root, program, name, *arguments)
        if prepare is not None:
            prepare(tester)
        run_parts(tester, parts)
        finish(tester)
