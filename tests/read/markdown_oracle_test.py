#!/usr/bin/env python3
"""Our Markdown reader against cmark-gfm: markdown_oracle_test.py ROOT PROGRAM [ROUNDS]

Documents are put together at random from pieces of Markdown, each number in them once. Numbers that cmark-gfm shows as words must be
mentions, and those that it takes for code, a link's target, an image, markup or the end of a definition must not be.
Two things are read otherwise on purpose (docs/decisions/0010-readers.md) and left out here: an address in angle brackets is no words, and
the text between tags of a block of HTML is."""

import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

CMARK = ["cmark-gfm", "-e", "table", "-e", "strikethrough", "-e", "tagfilter", "-t", "xml", "--unsafe"]
# @ is a number of its own each time.
PIECES = [
    "We sold @ boats.",
    "- We sold @ boats.",
    "- We sold @ boats.\n  They cost @ each.",
    "- First @ boats.\n\n  Then @ boats.\n\n      code @ here\n",
    "1. We sold @ boats.\n2. And @ cars.",
    "> We sold @ boats,\nand @ cars.",
    "> - We sold @ boats.",
    "    code @ boats\n    and @ cars",
    "\n    code @ boats\n\n    and @ cars\n",
    "We sold\n    @ boats.",
    "\tcode @ boats",
    "```\ncode @ boats\n```",
    "~~~ text\ncode @ boats\n```\nmore @\n~~~",
    "- a list:\n  ```\n  code @ boats\n  ```\n  and @ cars",
    "> ```\n> code @ boats\n> ```\n> and @ cars",
    "`code @` and @ boats",
    "``code @ ` boats`` and @",
    "[We sold @ boats](https://a.example/@)",
    "[We sold @ boats](https://a.example/@ \"title @\") today",
    "[We sold @ boats](<https://a.example/@ x>) today",
    "![We saw @ boats](https://a.example/@.png) and @ cars",
    "[We sold @ boats][ref]\n\n[ref]: https://a.example/@ \"title @\"",
    "[short]: https://a.example/@\n\nWe sold @ boats.",
    "<script>\nvar x = @;\n\nvar y = @;\n</script>",
    "<style>\np { margin: @px }\n</style>",
    "<pre>\nold @ text\n\nold @ text\n</pre>",
    "<!-- a comment @ -->\nand @ boats",
    "<!--\na comment @\n\nmore @\n-->\n\nand @ boats",
    "We sold <b class=\"x@\">@</b> boats",
    "We sold @ boats <!-- not @ -->.",
    "| boats | cars |\n| --- | ---: |\n| @ | @ |\n| @ | `@` |",
    "boats | cars\n--- | ---\n@ | @",
    "# Sold @ boats\n\nand @ cars",
    "Sold @ boats\n===\n\nand @ cars",
    "Sold @ boats\n---\nand @ cars",
    "We sold **@** boats and *@* cars and ***@*** more",
    "We sold ~~@~~ @ boats",
    "We sold \\*@\\* boats at &euro;@",
    "We sold @ boats.\\\nAnd @ cars.",
    "***",
    "+ We sold @ boats\n+ And @ cars",
    "10) We sold @ boats",
    "Text before\n- We sold @ boats",
    "Text before\n```\ncode @\n```\nand @ boats",
    "Text before\n\n     code @ with five spaces",
    "- [ ] sold @ boats\n- [x] sold @ cars",
]
SEEN = {"text"}


def document(rng):
    pieces = [rng.choice(PIECES) for _ in range(rng.randint(1, 5))]
    gap = rng.choice(["\n\n", "\n\n", "\n\n\n", "\n\n<!-- -->\n\n"])
    numbers = iter(rng.sample(range(1001, 9999), 80))
    text = gap.join(pieces) + "\n"
    while "@" in text:
        text = text.replace("@", str(next(numbers)), 1)
    return text


def digits_in(text):
    return {int(word) for word in "".join(c if c.isdigit() else " " for c in text).split() if len(word) == 4}


def shown_by_cmark(text):
    """The numbers in words that are neither code nor inside an image."""
    tree = ElementTree.fromstring(subprocess.run(CMARK, input=text.encode(), capture_output=True, check=True).stdout)
    found = set()

    def walk(node):
        name = node.tag.rpartition("}")[2]
        if name == "image":
            return
        if name in SEEN:
            found.update(digits_in(node.text or ""))
        for child in node:
            walk(child)

    walk(tree)
    return found


def shown_by_us(program, texts):
    """Of each text the numbers that are mentions."""
    records = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    command = [program, "extract", "-f", "jsonl", "--input-format", "markdown", "corpus.jsonl"]
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "corpus.jsonl").write_text(records, encoding="utf-8")
        lines = subprocess.run(command, cwd=folder, capture_output=True, check=False).stdout.decode().splitlines()
    return [{number for mention in json.loads(line)["mentions"] for number in digits_in(mention["text"])} for line in lines]


def main(root, program, rounds="1500"):
    if shutil.which("cmark-gfm") is None:
        print("skipped: cmark-gfm is not there")
        sys.exit(77)
    rng = random.Random(3)
    texts = [piece.replace("@", "{}").format(*range(1001, 1009)) + "\n" for piece in PIECES if "{" not in piece]
    texts += [document(rng) for _ in range(int(rounds))]
    faults = 0
    for text, ours in zip(texts, shown_by_us(program, texts)):
        theirs = shown_by_cmark(text)
        if ours == theirs:
            continue
        faults += 1
        if faults <= 12:
            print(f"not read: {sorted(theirs - ours)}; read all the same: {sorted(ours - theirs)}; of\n{text}")
    print(f"{len(texts)} documents, {faults} read otherwise than by cmark-gfm")
    sys.exit(1 if faults else 0)


main(*sys.argv[1:])
