#!/usr/bin/env python3
"""One paragraph with three false claims in every format that is read: the same findings, and each at its line and column of the
file: formats_test.py ROOT PROGRAM

The paragraph has marks (@@) where its claims begin. A format writes it, marks and all, into a file; where the marks then stand is
where the findings must point, once the marks are taken out again."""

import base64
import bz2
import csv
import gzip
import io
import json
import lzma
import pathlib
import quopri
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from xml.sax.saxutils import escape

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


def xml_words(text):
    return escape(text).replace("€", "&#x20AC;").replace("’", "&#8217;").replace("\N{NO-BREAK SPACE}", "&#160;")


def nitf(paragraphs):
    first, second = map(xml_words, paragraphs)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<nitf><head><title>On Sunday, 4 August 2025</title><docdata><date.issue norm="{DAY.replace("-", "")}T090000Z"/></docdata></head>
<body><body.head><hedline><hl1>{HEADLINE}</hl1></hedline><byline>On Sunday, 4 August 2025</byline></body.head>
<body.content><block><p>{first.replace("landmark", "<em>landmark</em>")}</p>
<media><media-reference>On Sunday, 4 August 2025</media-reference></media>
<p>{second}</p></block></body.content></body></nitf>
"""


def newsml(paragraphs):
    first, second = map(xml_words, paragraphs)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta><versionCreated>{DAY}T09:00:00Z</versionCreated></itemMeta>
<contentMeta><slugline>On Sunday, 4 August 2025</slugline><headline>{HEADLINE}</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>x</h:title></h:head>
<h:body><h:p>{first}</h:p><h:p><![CDATA[{paragraphs[1]}]]></h:p></h:body></h:html></inlineXML></contentSet></newsItem>
"""


def mail_head(more):
    return f"""From: desk@paper.example
To: editor@paper.example
Date: Wed, 6 Aug 2025 09:00:00 +0500
Message-ID: <1@paper.example>
MIME-Version: 1.0
Subject: The =?utf-8?Q?deal_of?=
 August
{more}"""


def mail(paragraphs):
    return mail_head("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n") + "\n\n".join(paragraphs) + "\n> On Sunday, 4 August 2025\n"


def quoted(text):
    return quopri.encodestring(text.encode()).decode()


def mail_quoted(paragraphs):
    """Alternatives in quoted-printable, whose lines break within the claims."""
    plain_part = quoted("\n\n".join(paragraphs) + "\n")
    html_part = quoted("<p>On Sunday, 4 August 2025")
    return (
        mail_head('Content-Type: multipart/alternative; boundary="=_b"\n\nnot read\n')
        + "--=_b\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: quoted-printable\n\n" + plain_part
        + "\n--=_b\nContent-Type: text/html; charset=UTF-8\nContent-Transfer-Encoding: quoted-printable\n\n" + html_part + "\n--=_b--\n"
    )


def mail_html(paragraphs):
    return mail_head("Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n") + quoted(html(paragraphs))


def json_lines(paragraphs):
    other = json.dumps({"text": "Nothing to see.", "id": 1})
    record = {"id": "a", "more": {"text": ["x"]}, "date": DAY, "text": plain(paragraphs)}
    return other + "\r\n" + json.dumps(record) + "\n" + json.dumps({"text": ""}, ensure_ascii=False) + "\n"


def json_array(paragraphs):
    return json.dumps([{"url": 1}, {"id": "a", "body": {"de/tail": ["x", plain(paragraphs)]}, "published": DAY}], ensure_ascii=False, indent=2)


def csv_table(paragraphs):
    out = io.StringIO()
    table = csv.writer(out, delimiter=";")
    table.writerow(["id", "date", "text", "more"])
    table.writerow(["a", DAY, plain(paragraphs).replace("“A", '"A').replace("landmark”", 'landmark"'), "; x"])
    return out.getvalue()


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
    ("a.nitf", nitf, "utf-8", []),
    ("item", nitf, "utf-16", []),
    ("a.newsml", newsml, "utf-8-sig", []),
    ("a.eml", mail, "utf-8", []),
    ("crlf.eml", lambda p: mail(p).replace("\n", "\r\n"), "utf-8", []),
    ("mail", mail_quoted, "utf-8", []),
    ("html.eml", mail_html, "utf-8", []),
    ("a.jsonl", json_lines, "utf-8", []),
    ("a.json", json_array, "utf-8", ["--text-field", "/body/de~1tail/1", "--date-field", "published"]),
    ("a.csv", csv_table, "utf-8-sig", []),
]


def packed_word(paragraphs):
    runs = "".join(f"<w:p><w:pPr><w:pStyle w:val='x'/></w:pPr><w:r><w:t xml:space='preserve'>{escape(p[:9])}</w:t></w:r><w:del><w:r><w:t>Sunday, 4 August 2025</w:t></w:r></w:del><w:r><w:t xml:space='preserve'>{escape(p[9:])}</w:t></w:r></w:p>" for p in paragraphs)
    title = f"<w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr><w:r><w:t>{HEADLINE}</w:t></w:r></w:p>"
    return zipped({
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<?xml version='1.0'?><w:document xmlns:w='w'><w:body>{title}{runs}</w:body></w:document>",
        "docProps/core.xml": f"<p xmlns:t='t'><t:created>2020-01-01T00:00:00Z</t:created><t:modified>{DAY}T00:00:00Z</t:modified></p>",
    })


def packed_open_document(paragraphs):
    first, second = map(escape, paragraphs)
    body = f"<text:h>{HEADLINE}</text:h><text:p>{first[:9]}<text:span>{first[9:]}</text:span><office:annotation><text:p>On Sunday, 4 August 2025</text:p></office:annotation></text:p><text:p>{second}</text:p>"
    return zipped({
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<o xmlns:text='t' xmlns:office='o'><office:text>{body}</office:text></o>",
        "meta.xml": f"<o xmlns:dc='d'><dc:date>{DAY}T00:00:00</dc:date></o>",
    })


def zipped(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return out.getvalue()


def tar_of(files, mode):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return out.getvalue()


def base64_mail(paragraphs):
    body = base64.encodebytes("\n\n".join(paragraphs).encode()).decode()
    return (mail_head("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n") + body).encode()


# name of the file, its bytes made of what a text in it would be, the path that is reported, where the claims are in it: None where
# they stand as in a plain text, else their lines
OTHERS = [
    ("a.docx", lambda p: packed_word(p), "a.docx", [2, 3, 3]),
    ("document", lambda p: packed_word(p), "document", [2, 3, 3]),
    ("a.odt", lambda p: packed_open_document(p), "a.odt", [2, 3, 3]),
    ("64.eml", base64_mail, "64.eml", None),
    (f"{DAY}.txt.gz", lambda p: gzip.compress(plain(p).encode()), f"{DAY}.txt.gz", [3, 5, 5]),
    (f"{DAY}.txt.bz2", lambda p: bz2.compress(plain(p).encode()), f"{DAY}.txt.bz2", [3, 5, 5]),
    (f"{DAY}.txt.xz", lambda p: lzma.compress(plain(p).encode()), f"{DAY}.txt.xz", [3, 5, 5]),
    ("a.zip", lambda p: zipped({"x.png": b"\0", "a/é/b.html": html(p).encode(), "c.bin": b"x"}), "a.zip!a/é/b.html", [5, 6, 6]),
    ("a.tgz", lambda p: tar_of({"a/b.html": html(p).encode(), ".hidden.md": b"On Sunday, 4 August 2025"}, "w:gz"), "a.tgz!a/b.html", [5, 6, 6]),
    ("a.tar", lambda p: tar_of({"b.jsonl.gz": gzip.compress(json_lines(p).encode())}, "w"), "a.tar!b.jsonl.gz", [2, 2, 2]),
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


def judged(report):
    """The one document with claims, or none."""
    found = [document for document in report["documents"] if document.get("claims")]
    return found[0] if len(found) == 1 else None


def check_text(program, root, folder, name, write, encoding, arguments):
    marked = write(PARAGRAPHS)
    file = folder / name
    file.write_bytes(marked.replace(MARK, "").encode(encoding))
    code, report, said = run(program, root, *arguments, file)
    document = judged(report)
    if document is None:
        return [f"{name}: exit code {code}, {len(report['documents'])} documents, none with the claims; {said}"]
    return [f"{name}: {fault}" for fault in faults_of(document, places(marked))]


def check_other(program, root, folder, name, write, path, lines):
    paragraphs = [paragraph.replace(MARK, "") for paragraph in PARAGRAPHS]
    file = folder / name
    file.write_bytes(write(paragraphs))
    _, report, said = run(program, root, file)
    document = judged(report)
    if document is None:
        return [f"{name}: {len(report['documents'])} documents, none with the claims; {said}"]
    faults = []
    if document["path"] != str(folder / path):
        faults.append(f"{name}: is called {document['path']}")
    expected = [(claim["line"] if lines is None else line, claim["column"]) for claim, line in zip(document["claims"], lines or RULES)]
    return faults + [f"{name}: {fault}" for fault in faults_of(document, expected)]


def main(root, program):
    root = pathlib.Path(root).resolve()
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        for row in TEXTS:
            faults += check_text(program, root, pathlib.Path(folder), *row)
        for row in OTHERS:
            faults += check_other(program, root, pathlib.Path(folder), *row)
    print("\n".join(faults))
    print(f"{len(TEXTS) + len(OTHERS)} formats, {len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
