#!/usr/bin/env python3
"""One paragraph with three false claims in every format that is read: the same findings, and each at its line and column of the
file: formats_test.py ROOT PROGRAM

The paragraph has marks (@@) where its claims begin. A format writes it, marks and all, into a file; where the marks then stand is
where the findings must point, once the marks are taken out again."""

import json
import pathlib
import subprocess
import sys
import tempfile

MARK = "@@"
HEADLINE = "The deal of August"
PARAGRAPHS = [
    "“A landmark” \N{GRINNING FACE} – the deal was signed on @@Tuesday, 4 August 2025, in Islamabad, over a dish of café & cream.",
    "@@Pakistan’s exports to the US came to $5.54 billion in fiscal year 2023–24. The fee rose from"
    " @@₹40 to ₹50, an increase of 20\N{NO-BREAK SPACE}percent; in Europe it is €9\N{NO-BREAK SPACE}a day, and 5\N{ZERO WIDTH SPACE}00 are < 600.",
]
DAY = "2025-08-06"
RULES = ["calendar/weekday-date", "pakistan-trade/exports-level", "consistency/percent-change"]


def html_words(text):
    """With every character that can be one as an entity."""
    named = {"“": "&ldquo;", "”": "&#8221;", "–": "&ndash;", "’": "&#x2019;", "₹": "&#8377;", "€": "&euro;", "\N{NO-BREAK SPACE}": "&nbsp;", "&": "&amp;", "<": "&lt;"}
    return "".join(named.get(c, c) for c in text)


def html(paragraphs):
    first, second = map(html_words, paragraphs)
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{HEADLINE}</title>
<meta property="article:published_time" content="{DAY}T09:00:00Z">
<script>var x = "<p>On Sunday, 4 August 2025";</script></head>
<body><nav>On Sunday, 4 August 2025</nav><article><h1>{HEADLINE}</h1>
<div>{first.replace("landmark", "<b>land<i>mark</i></b>").replace("Islamabad", '<a href="/x?a=1&b=2">Islamabad</a>')}</div>
<p>{second.replace("$5.54 billion", "<strong>$5.54</strong> billion").replace("; in Europe", ";<br>in Europe")}
</article></body></html>
"""


def markdown(paragraphs):
    first, second = paragraphs
    second = second.replace("$5.54 billion", "**$5.54** billion").replace("&", "&amp;").replace("<", "\\<")
    return f"""---
title: {HEADLINE}
date: {DAY}
---

# {HEADLINE}

- {first.replace("Islamabad", "[Islamabad](https://a.example/4_(b))")}

```
On Sunday, 4 August 2025 (code)
```

> {second}
"""


def plain(paragraphs):
    return HEADLINE + "\n\n" + "\n\n".join(paragraphs) + "\n"


def without(text, characters):
    return "".join(c for c in text if c not in characters)


# name of the file, what writes it, its encoding, more arguments
TEXTS = [
    (f"{DAY}.txt", plain, "utf-8", []),
    (f"{DAY}-mark.txt", plain, "utf-8-sig", []),
    (f"{DAY}-crlf.txt", lambda p: plain(p).replace("\n", "\r\n"), "utf-8", []),
    (f"{DAY}-cr.txt", lambda p: plain(p).replace("\n", "\r"), "utf-8", []),
    (f"{DAY}-16.txt", plain, "utf-16", []),
    (f"{DAY}-32.txt", lambda p: plain(p).replace("\n", "\r\n"), "utf-32", []),
    (f"{DAY}-1252.txt", lambda p: without(plain(p), "\N{GRINNING FACE}\N{ZERO WIDTH SPACE}").replace("₹", "$"), "windows-1252", []),
    ("a.md", markdown, "utf-8", []),
    ("crlf.md", lambda p: markdown(p).replace("\n", "\r\n"), "utf-8-sig", []),
    ("a.html", html, "utf-8", []),
    ("crlf.htm", lambda p: html(p).replace("\n", "\r\n"), "utf-8-sig", []),
    ("16.html", html, "utf-16", []),
    ("1252.html", lambda p: without(html(p), "\N{GRINNING FACE}\N{ZERO WIDTH SPACE}").replace("utf-8", "windows-1252"), "windows-1252", []),
    ("page", html, "utf-8", []),
    ("page.txt", html, "utf-8", ["--input-format", "html"]),
]


def places(text):
    """Line and column of each mark, when all are taken out."""
    found = []
    line, column = 1, 1
    at = 0
    while at < len(text):
        if text.startswith(MARK, at):
            found.append((line, column))
            at += len(MARK)
            continue
        if text[at] == "\n" or (text[at] == "\r" and text[at + 1 : at + 2] != "\n"):
            line, column = line + 1, 1
        elif text[at] != "\r":
            column += 1
        at += 1
    return found


def run(program, root, *arguments):
    done = subprocess.run([program, "--rules", root / "rules", "--format", "json", *arguments], capture_output=True, timeout=60, check=False)
    return done.returncode, json.loads(done.stdout), done.stderr.decode()


def faults_of(document, expected):
    claims = document["claims"]
    if document.get("date") != DAY:
        yield f"its day is {document.get('date')} from {document.get('date_from')}"
    if [claim["rule"] for claim in claims] != RULES:
        yield f"finds {[(claim['rule'], claim['line'], claim['column']) for claim in claims]}"
        return
    got = [(claim["line"], claim["column"]) for claim in claims]
    if got != expected:
        yield f"points to {got}, not {expected}"


def main(root, program):
    root = pathlib.Path(root).resolve()
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        for name, write, encoding, arguments in TEXTS:
            marked = write(PARAGRAPHS)
            file = pathlib.Path(folder) / name
            file.write_bytes(marked.replace(MARK, "").encode(encoding))
            code, report, said = run(program, root, *arguments, file)
            if code != 1 or len(report["documents"]) != 1:
                faults.append(f"{name}: exit code {code}, {len(report['documents'])} documents; {said}{report['errors']}")
                continue
            faults += [f"{name}: {fault}" for fault in faults_of(report["documents"][0], places(marked))]
    print("\n".join(faults))
    print(f"{len(TEXTS)} formats, {len(faults)} faults")
    sys.exit(1 if faults else 0)


main(*sys.argv[1:])
