#!/usr/bin/env python3
"""Makes what the fuzzers begin with from what is in the tree anyway: seeds.py ROOT FOLDER

Writes FOLDER/seeds/<kind>/ with one file an input, and FOLDER/<kind>.dict with the words that libFuzzer may put in: those of the
rows and of the grammars. Kinds: sentence (the rows of tests/corpus, for the fuzzers of grammars, with a first byte that says
"from the beginning"), text (some of them at a time, and the documents), csv, rules, expression, files (the paragraph of tests/run/formats_test.py in each format), records (the same,
after a byte that says as what it is read)."""

import hashlib
import pathlib
import re
import sys

import yaml

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "run"))
import formats_test as formats


def strings(node):
    """All strings of a YAML tree, keys aside."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from strings(value)
    elif isinstance(node, list):
        for value in node:
            yield from strings(value)


def sentences(root):
    for path in sorted((root / "tests/corpus").glob("*.yaml")):
        tree = yaml.safe_load(path.read_text())
        rows = (tree.get("rows") or []) + (tree.get("none") or []) if isinstance(tree, dict) else tree
        for row in rows:
            text = (row.get("text") or row.get("words")) if isinstance(row, dict) else row
            if isinstance(text, str):
                yield text


def expressions(root):
    yield from strings(yaml.safe_load((root / "tests/corpus/expression.yaml").read_text()))
    for path in sorted((root / "rules").rglob("*.yaml")):
        for match in re.finditer(r"^\s*(?:when|expect|given|for|let|check|if):\s*['\"]?(.+?)['\"]?$", path.read_text(), re.MULTILINE):
            yield match.group(1)


def files(root, *patterns):
    smallest = 20_000  # a large file teaches little and slows every run
    for pattern in patterns:
        for path in sorted(root.glob(pattern)):
            if path.stat().st_size < smallest:
                yield path.read_text(errors="replace")


def write_seeds(folder, kind, inputs):
    target = folder / "seeds" / kind
    target.mkdir(parents=True, exist_ok=True)
    for text in inputs:
        data = text if isinstance(text, bytes) else text.encode()
        (target / hashlib.sha1(data).hexdigest()).write_bytes(data)


def write_words(folder, kind, inputs, more=()):
    words = {word for text in inputs for word in re.findall(r"[^\W\d]{2,16}|[$€£%½¾°+~<>#]+|\d[\d,./:-]*", text)}
    words = sorted(words.union(more))
    lines = ['"' + "".join(chr(b) if 0x20 < b < 0x7F and b not in b'"\\' else f"\\x{b:02x}" for b in word.encode()) + '"' for word in words]
    (folder / f"{kind}.dict").write_text("\n".join(lines) + "\n")


def words_of_grammars(root):
    """All words and phrases that the grammars list."""
    for path in sorted((root / "grammar").glob("*.hpp")):
        yield from re.findall(r'"([a-z][a-z .~-]{1,30})"', path.read_text())


# Numbers at the ends of what is kept, and pieces of such: no row has them.
HARD = """0 1e99 1e-99 1e-32 e99 e-32 ^-99 ^99 2147483648 4294967296 9223372036854775808 18446744073709551616
999999999999999999999999999999 0.000000000000000000000000000001 9,999,999,999,999,999,999 -1 1/100000 31/12/9999""".split()


def together(rows):
    """Some rows as the sentences of one text: side by side, on lines of their own, as paragraphs."""
    for i in range(0, len(rows) - 3, 3):
        for gap in (" ", "\n", "\n\n"):
            yield gap.join(rows[i : i + 3])


def main():
    root, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    rows = list(sentences(root))
    write_seeds(folder, "sentence", [" " + row for row in rows])
    listed = [*HARD, *words_of_grammars(root)]
    write_words(folder, "sentence", rows, listed)
    documents = list(files(root, "docs/examples/*.md", "tests/golden/*/*.txt", "tests/golden/*/*.md"))
    write_seeds(folder, "text", [*together(rows), *documents])
    write_words(folder, "text", rows, listed)
    words = [f"The fee rose from 40 to 50{formats.MARK}, 20 percent.", f"{formats.MARK}On Tuesday, 4 August 2025."]
    pages = [write(words).encode() for write in (row[1] for row in formats.TEXTS)] + [row[1](words) for row in formats.OTHERS]
    write_seeds(folder, "files", pages)
    write_words(folder, "files", [page.decode(errors="ignore") for page in pages], listed)
    write_seeds(folder, "records", [bytes([kind]) + page for kind in range(4) for page in pages])
    write_words(folder, "records", [page.decode(errors="ignore") for page in pages], listed)
    for kind, inputs in (
        ("csv", list(files(root, "rules/**/*.csv", "tests/corpus/csv/*.yaml"))),
        ("rules", list(files(root, "rules/**/*.yaml"))),
        ("expression", list(expressions(root))),
    ):
        write_seeds(folder, kind, inputs)
        write_words(folder, kind, inputs)


if __name__ == "__main__":
    main()
