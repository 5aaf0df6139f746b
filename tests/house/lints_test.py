#!/usr/bin/env python3
"""Words and calls that this house does without, each with the reason and a sample that it must catch: lints_test.py ROOT"""

import pathlib
import re
import subprocess
import sys

CODE = (".cpp", ".hpp")
ENGINE = ("engine/", "grammar/")


class Lint:
    def __init__(self, pattern, why, bad, good, files=CODE, under=("engine/", "grammar/", "tests/"), but=(), flags=0):
        self.pattern = re.compile(pattern, flags)
        self.why = why
        self.bad = bad
        self.good = good
        self.files = files
        self.under = under
        self.but = but

    def covers(self, path):
        return path.endswith(self.files) and path.startswith(self.under) and not path.startswith(self.but or ("\0",))


LINTS = [
    Lint(r"\bLoadAll\w*\b", "four bytes can make endless documents of it: use YAML::Load",
         ["YAML::LoadAll(text)", "YAML::LoadAllFromFile(name)"], ["YAML::Load(text)"]),
    Lint(r"std::(w?regex|w?[cs]match|regex_\w+)\b|#\s*include\s*<regex>", "its recursion overflows the stack on long texts: use a grammar",
         ["std::regex r;", "std::regex_search(a, b)", "#include <regex>"], ["int regex_count;"]),
    Lint(r"\b(std::)?(stod|stof|stold|strtod|strtof|strtold|atof|atoi|atol|atoll|sscanf|stoi|stol|stoul|stoull|stoll)\s*\(",
         "it obeys the locale or throws: use from_chars", ["auto x = std::stod(s);", "atof(p)", "std::stoi(s)"], ["from_chars(a, b, c)", "a_stod_b(1)"]),
    Lint(r"\bsetlocale\b|\bimbue\b|std::locale\b|\blocaleconv\b", "the same bytes must come out under every locale",
         ["setlocale(LC_ALL, x)", "out.imbue(l)", "std::locale::global(l)"], ["locale_of_pack"], under=ENGINE),
    Lint(r"\bw?i?stringstream\b", "streams parse and print numbers by the locale: use from_chars and to_chars",
         ["std::istringstream in(s);", "std::stringstream s;"], ["std::string s;"], under=ENGINE),
    Lint(r'"[^"]*\b(select\b[^"]*\bfrom|insert\s+into|update\b[^"]*\bset|delete\s+from|(create|drop)\s+(table|view|index)|where\b[^"]*=)[^"]*"\s*(\+|<<)|'
         r'(\+|<<)\s*"[^"]*\b(from|where|values)\b[^"]*[=(;]',
         "a name in it can be a command: bind values, take names from a list",
         ['"SELECT value FROM " + table', 'sql += "delete from t where id = " + id', 'query << "select * from t where a=" << a'],
         ['"cannot delete the file from " + name', 'prepare("select value from observations where series = ?")'], under=ENGINE, flags=re.IGNORECASE),
    Lint(r"\bYAML::", "rule files are read in one place", ["YAML::Node n;"], ["read_yaml()"], under=ENGINE, but=("engine/rules/",)),
    Lint(r"\bpegtl\b", "grammars live in grammar/, their actions in extract/ and rules/expression.cpp",
         ["namespace pegtl = tao::pegtl;"], ["pegtlike"], under=ENGINE, but=("grammar/", "engine/extract/", "engine/rules/expression.cpp")),
    Lint(r"\bCLI::", "the engine knows no command line", ["CLI::App app;"], ["cli::run()"], under=ENGINE, but=("engine/cli/",)),
    Lint(r"(\.|->)position\s*\(\s*\)", "PEGTL counts lines from the start each time: keep offsets, look lines up at the end",
         ["in.position()", "p->position ()"], ["rank.position", "position(2)"]),
    Lint(r"\bmust\s*<|\bif_must\s*<", "it ends the document at the first odd word", ["must< a >", "if_must<a, b>"], ["must_not(a)"], under=("grammar/",),
         but=("grammar/expression.hpp",)),
    Lint(r"\b(float|double)\b(?!-)", "values are exact decimals and rationals", ["double x = 0.1;", "std::vector<float> v;"], ["doubled(x)", '"double-digit"'],
         under=("engine/",)),
    Lint(r"_clock::now\s*\(|\bstd::time\s*\(|\btime\s*\(\s*(nullptr|NULL|0)\s*\)|\bgettimeofday\b|\brandom_device\b|\bs?rand\s*\(", "same bytes in, same bytes out",
         ["std::chrono::system_clock::now()", "time(nullptr)", "std::random_device d;", "rand()"], ["today(text)", "operand (1)"], under=("engine/",),
         but=("engine/cli/",)),
    Lint(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b", "say it in an issue", ["// TO" "DO: later", "FIX" "ME"], ["todo: a case of a rule test"],
         files=CODE + (".py", ".sh", ".md", ".yaml", ".txt", ".cmake"), under=("",)),
    Lint(r"(?<![\w.$}\"':>)/\]*?=@-])/(?!(?:usr|etc|dev|proc|sys|bin|sbin|lib|var|opt|run)\b)[a-z]\w*/\w|(?<![\w.$}])/tm" r"p\b",
         "a path of one machine", ["see /so" "me/place", "cd /tm" "p/x"], ["rules/some/place", "/usr/lib/x", "https://a.org/b/c", "$TMPDIR/tm" "p/x", "a/tm" "p"],
         files=CODE + (".py", ".sh", ".md", ".yaml", ".yml", ".csv", ".json", ".txt", ".cmake", ".in", "/run"), under=("",)),
]

COMMENT = re.compile(r"//.*$")
STRING = re.compile(r'"(?:[^"\\]|\\.)*"')


def faults_of(lint, path, text):
    faults = []
    for number, line in enumerate(text.splitlines(), 1):
        code = line
        if path.endswith(CODE) and lint.under != ("",):
            code = COMMENT.sub("", line)
        if lint.pattern.search(code):
            faults.append(f"{path}:{number}: {lint.pattern.search(code).group(0)!r}: {lint.why}")
    return faults


def prove(lint):
    path = (lint.under[0] or "engine/") + "sample.cpp"
    for bad in lint.bad:
        if not faults_of(lint, path, bad):
            sys.exit(f"the lint {lint.pattern.pattern} does not catch {bad!r}")
    for good in lint.good:
        if faults_of(lint, path, good):
            sys.exit(f"the lint {lint.pattern.pattern} catches {good!r}")


def files_below(root):
    listed = subprocess.run(["git", "-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"], capture_output=True, check=False)
    if listed.returncode == 0:
        return [name for name in listed.stdout.decode().split("\0") if name]
    skipped = ("build", ".git")
    return [p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file() and not p.relative_to(root).parts[0].startswith(skipped)]


def top_level_faults(names):
    """The top of the tree is read first, so it holds little."""
    allowed = {"CMakeLists.txt", "CMakePresets.json", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE",
               "pyproject.toml", "action.yml",  # pip and GitHub look for them here and nowhere else
               "engine", "grammar", "rules", "tests", "docs", "scripts"}
    tops = {name.split("/")[0] for name in names}
    return [f"{top}: not a place at the top of the tree" for top in sorted(tops) if top not in allowed and not top.startswith(".")]


def main(root):
    for lint in LINTS:
        prove(lint)
    if not top_level_faults(["misc/a.cpp"]) or top_level_faults(["engine/a.cpp", ".ci/run", "README.md"]):
        sys.exit("the lint of the top level is wrong")
    names = files_below(root)
    faults = top_level_faults(names)
    for name in sorted(names):
        covering = [lint for lint in LINTS if lint.covers(name)]
        file = root / name
        if not covering or not file.is_file():
            continue
        text = file.read_text(encoding="utf-8", errors="replace")
        for lint in covering:
            faults += faults_of(lint, name, text)
    print("\n".join(faults))
    print(f"{len(names)} files, {len(LINTS)} lints, {len(faults)} faults")
    sys.exit(1 if faults or not names else 0)


main(pathlib.Path(sys.argv[1]))
