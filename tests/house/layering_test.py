#!/usr/bin/env python3
"""Reads every #include line of engine/ and grammar/ and holds it to the table below: layering_test.py ROOT"""

import pathlib
import re
import sys

# A stage may include itself and what stands here. The order is the way of a sentence; nothing may look ahead.
ALLOWED = {
    "grammar": [],
    "model": [],
    "read": ["model", "grammar"],
    "lexicon": ["model"],
    "extract": ["model", "lexicon", "grammar"],
    "link": ["model", "lexicon", "extract"],
    "reference": ["model"],
    "rules": ["model", "lexicon", "reference", "grammar"],
    "bind": ["model", "lexicon", "link", "reference", "rules"],
    "judge": ["model", "lexicon", "reference", "rules", "bind"],
    "diagnose": ["model", "lexicon", "reference", "rules", "bind", "judge"],
    "statistics": ["model", "lexicon", "extract", "link", "reference", "rules", "bind", "judge", "diagnose"],
    "render": ["model"],
    "check": ["model", "read", "lexicon", "extract", "link", "reference", "rules", "bind", "judge", "diagnose", "statistics"],
    "run": ["model", "read", "reference", "rules", "render", "check"],
    "author": ["model", "read", "lexicon", "extract", "link", "reference", "rules", "bind", "judge", "diagnose", "statistics", "render", "check", "run"],
    "cli": ["model", "read", "lexicon", "extract", "link", "reference", "rules", "bind", "judge", "diagnose", "statistics", "render", "check", "run", "author"],
    "main": ["cli"],
}

# Who may include what comes from outside. Others of the standard library and the system are free.
OUTSIDE = {
    "tao/": lambda path: path.startswith(("grammar/", "engine/extract/")) or path == "engine/rules/expression.cpp",
    "yaml-cpp/": lambda path: path.startswith("engine/rules/"),
    "CLI/": lambda path: path.startswith("engine/cli/"),
    "nlohmann/": lambda path: path.startswith(("engine/render/", "engine/reference/", "engine/author/", "engine/cli/")) or path == "engine/run/baseline.cpp",
    "simdjson": lambda path: path.startswith("engine/run/") or path in ("engine/read/html_metadata.cpp", "engine/model/utf8.cpp"),
    "gumbo": lambda path: path.startswith("engine/read/html"),
    "expat": lambda path: path == "engine/read/xml.cpp",
    "archive": lambda path: path in ("engine/run/archives.cpp", "engine/read/zip.cpp", "engine/reference/unzip.cpp"),
    "iconv": lambda path: path == "engine/read/encoding.cpp",
    "boost/": lambda path: path.startswith(("engine/model/", "engine/link/")) or path == "engine/rules/image.cpp",
    "cereal/": lambda path: path in ("engine/rules/archive.hpp", "engine/rules/image.cpp"),
    "xxhash": lambda path: path in ("engine/rules/content_hash.cpp", "engine/run/cache.cpp"),
    "sqlite3": lambda path: path.startswith("engine/reference/"),
    "pqxx/": lambda path: path.startswith("engine/reference/postgres/"),
    "doctest/": lambda path: False,
    "rapidcheck": lambda path: False,
}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def stage_of(path):
    parts = path.split("/")
    if parts[0] == "grammar":
        return "grammar"
    if len(parts) == 2:  # engine/check.cpp, engine/factcheck.hpp, engine/main.cpp
        return "main" if parts[1].startswith("main.") else "check"
    return parts[1]


def target_of(include):
    if "/" not in include:
        return "check"
    return include.split("/")[0]


def faults_of(path, text):
    """The includes of one file that the tables do not allow, as sentences."""
    stage = stage_of(path)
    if stage not in ALLOWED:
        return [f"{path}: no stage is called {stage}; name it in {pathlib.Path(__file__).name} or move the file"]
    faults = []
    for number, line in enumerate(text.splitlines(), 1):
        found = INCLUDE.match(line)
        if not found:
            continue
        include = found.group(2)
        if found.group(1) == '"':
            target = target_of(include)
            if target != stage and target not in ALLOWED[stage]:
                faults.append(f"{path}:{number}: {stage} may not include {include}")
        else:
            for prefix, may in OUTSIDE.items():
                if include.startswith(prefix) and not may(path):
                    faults.append(f"{path}:{number}: <{include}> has no place in {stage}")
    return faults


SAMPLES = [  # path, line, whether it is a fault
    ("engine/model/span.hpp", '#include "extract/extract.hpp"', True),
    ("engine/model/span.hpp", '#include "model/text.hpp"', False),
    ("engine/judge/relate.cpp", '#include "diagnose/cause.hpp"', True),
    ("engine/link/link.cpp", "#include <tao/pegtl.hpp>", True),
    ("engine/extract/number.cpp", "#include <tao/pegtl/ascii.hpp>", False),
    ("engine/rules/expression.cpp", "  #  include <tao/pegtl.hpp>", False),
    ("engine/rules/load.cpp", "#include <tao/pegtl.hpp>", True),
    ("engine/reference/csv.cpp", "#include <yaml-cpp/yaml.h>", True),
    ("engine/run/jobs.cpp", "#include <CLI/CLI.hpp>", True),
    ("engine/render/text.cpp", '#include "factcheck.hpp"', True),
    ("engine/cli/check.cpp", '#include "factcheck.hpp"', False),
    ("engine/main.cpp", '#include "cli/main.hpp"', False),
    ("grammar/number.hpp", '#include "model/span.hpp"', True),
    ("engine/misc/any.hpp", "", True),
]


def main(root):
    for path, line, bad in SAMPLES:
        if bool(faults_of(path, line)) != bad:
            sys.exit(f"the test itself is wrong about {path}: {line}")
    for stage, earlier in ALLOWED.items():
        order = list(ALLOWED)
        ahead = [name for name in earlier if order.index(name) >= order.index(stage)]
        if ahead:
            sys.exit(f"the table lets {stage} look ahead to {ahead}")
    faults = []
    count = 0
    for folder in ("engine", "grammar"):
        for file in sorted((root / folder).rglob("*.[ch]pp")):
            count += 1
            faults += faults_of(file.relative_to(root).as_posix(), file.read_text(encoding="utf-8"))
    print("\n".join(faults))
    print(f"{count} files, {len(faults)} includes against the direction")
    sys.exit(1 if faults or count == 0 else 0)


main(pathlib.Path(sys.argv[1]))
