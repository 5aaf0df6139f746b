#!/usr/bin/env python3
"""Two hundred inputs that mean harm, made here and not stored: hostile_inputs_test.py ROOT PROGRAM [--full]

None may crash the program, take longer than 10 seconds or more than 512 MiB, or be passed over in silence: exit code 0, 1 or 2, a
report that is JSON, and where not all was read a sentence that says so. Without --full the large ones are a
sixty-fourth of their size."""

import bz2
import gzip
import io
import json
import lzma
import os
import pathlib
import random
import resource
import struct
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile

SECONDS = 10
BYTES = 512 << 20
CLAIM = "On Tuesday, 4 August 2025, exports rose by 5 percent to $5.44 billion. "
FULL = "--full" in sys.argv
MIB = 1 << (20 if FULL else 14)


def zipped(files, how=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return out.getvalue()


def tar_of(files, mode="w", kind=tarfile.REGTYPE):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:
        for name, content in files:
            entry = tarfile.TarInfo(name)
            entry.type, entry.size = kind, len(content) if kind == tarfile.REGTYPE else 0
            entry.linkname = "/etc/passwd"
            archive.addfile(entry, io.BytesIO(content))
    return out.getvalue()


def zeros_gz(mebibytes):
    """So many MiB of zeros, packed piece by piece: gzip may follow gzip."""
    return gzip.compress(b" " * (1 << 20), 9) * mebibytes


def text_cases():
    yield "line.txt", ((CLAIM + "The words go on, and none of them is a figure. " * 200) * (60 * MIB // 9000)).encode()
    yield "too-large.txt", b"x" * ((64 << 20) + 1)
    yield "digits.txt", b"5" * (10 * MIB)
    yield "trillions.txt", b"5" + b" trillion" * (MIB // 8)
    yield "newlines.txt", b"\n" * (40 * MIB)
    yield "carriage.txt", b"\r" * (40 * MIB)
    yield "invalid.txt", b"\xff\xc0\x80 5 percent " * (2 * MIB // 8)
    yield "high.txt", b"\xe9" * MIB
    yield "surrogates.txt", b"\xff\xfe" + b"\x00\xd8" * MIB
    yield "odd16.txt", CLAIM.encode("utf-16")[:-1]
    yield "nul16.txt", b"\xff\xfe" + b"\x00\x00" * MIB
    yield "32.txt", b"\xff\xfe\x00\x00" + b"\xff\xff\xff\xff" * (MIB // 2)
    yield "nul.txt", CLAIM.encode() + b"\0" * 100_000
    yield "late-nul.txt", CLAIM.encode() * 2000 + b"\0" * 1000
    yield "bidi.txt", ("\u202e5 percent\u202c" * 1000).encode()
    yield "escape.txt", b"\x1b]8;;http://x\x07On Tuesday, 4 August 2025\x1b]8;;\x07\x1b[2J"
    yield "commands.txt", b"::error::On Tuesday, 4 August 2025\n##[error]x\n</script><script>alert(1)</script>"
    yield "empty.txt", b""
    for mark in ("(", "[", "$", "1,", "-", "the ", "of the ", "“", "&", "5 ", ". "):
        yield f"run-{ord(mark[0])}-{len(mark)}.txt", (mark * (2 * MIB // len(mark))).encode()


def markdown_cases():
    for i, piece in enumerate(("[", "![", "[](", "<!--", "`", "``` ", "*", "_", "> ", "- ", "# ", "| ", "|-", "&#", "<a ", "\\", "~~", "[a][", "**a ", "1. ", "    ", "---\n")):
        yield f"marks-{i}.md", (piece * (2 * MIB // len(piece))).encode()
        yield f"lines-{i}.md", ((piece + "5\n") * (MIB // (len(piece) + 2))).encode()
    yield "quotes.md", b"".join(b"> " * i + b"5\n" for i in range(1000))
    yield "lists.md", b"".join(b" " * (2 * i) + b"- 5\n" for i in range(1000))
    yield "front.md", b"---\n" + b"title: [\n" * 100_000


def html_cases():
    for name in ("div", "b", "a", "p", "table", "font", "li", "svg", "template", "select", "button", "x-y", "nobr", "ruby", "form", "frameset", "math", "option", "td", "h1"):
        yield f"open-{name}.html", f"<{name}>".encode() * (60 * MIB // (len(name) + 2))
        yield f"some-{name}.html", (f"<{name}>5" * 900 + f"<p><{name}>x</p>" * 5000).encode()
    yield "ids.html", b"<p>" + b"".join(b"<b id=%d>" % i for i in range(900)) + b"<p>x" * 100_000
    yield "misnested.html", b"<a><b><i><table>" * 900 + b"</a>5</b>6</i>" * 50_000
    yield "attributes.html", b"<p " + b"".join(b"a%d " % i for i in range(MIB // 4)) + b">5 percent"
    yield "attribute.html", b"<p title='" + b"x" * (50 * MIB) + b"'>5 percent"
    yield "quote.html", b"<p title='5 percent" + b"<div>" * MIB
    yield "entities.html", b"<p>" + b"&euro;5 " * (4 * MIB)
    yield "no-entities.html", b"<p>" + b"&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" * MIB
    yield "comment.html", b"<!doctype html><!--" + b"-- >" * (4 * MIB)
    yield "script.html", b"<!doctype html><script>" + b"</scrip" * (4 * MIB)
    yield "json-ld.html", b'<script type="application/ld+json">' + b'{"@graph":[' * 100_000 + b"</script>"
    yield "nul.html", b"<p>5\0percent" * 1000
    yield "cells.html", b"<table>" + b"<tr>" + b"<td>5" * MIB
    yield "foster.html", b"<table>" + b"5<tr>6<td>7" * (MIB // 4)
    yield "charset.html", b"<meta charset='" + b"x" * 900 + b"'>\xff"
    yield "utf-7.html", b"<meta charset=utf-7>\xff+ADw-script+AD4-"


def xml_cases():
    def nitf(inside, head=b""):
        return b"<?xml version='1.0'?>" + head + b"<nitf><body><body.content>" + inside

    laughs = b"<!DOCTYPE nitf [<!ENTITY a0 'ha'>" + b"".join(b"<!ENTITY a%d '%s'>" % (i, b"&a%d;" % (i - 1) * 10) for i in range(1, 12)) + b"]>"
    yield "laughs.nitf", nitf(b"<p>&a11;</p></body.content></body></nitf>", laughs)
    yield "external.nitf", nitf(b"<p>&x; 5 percent</p></body.content></body></nitf>", b"<!DOCTYPE nitf SYSTEM 'http://a.example/x' [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>")
    yield "quadratic.nitf", nitf(b"<p>" + b"&a;" * 100_000 + b"</p></body.content></body></nitf>", b"<!DOCTYPE nitf [<!ENTITY a '" + b"x" * 100_000 + b"'>]>")
    yield "deep.nitf", nitf(b"<p>" * (10 * MIB))
    yield "attributes.nitf", nitf(b"<p " + b"".join(b"a%d='' " % i for i in range(MIB)) + b">")
    yield "attribute.nitf", nitf(b"<p a='" + b"x" * (30 * MIB) + b"'>5 percent</p></body.content></body></nitf>")
    yield "prefixes.nitf", nitf(b"".join(b"<p xmlns:a%d='x'/>" % i for i in range(MIB // 4)))
    yield "open.nitf", nitf(b"<p>5 percent")
    yield "text.nitf", nitf(b"<p>" + CLAIM.encode() * (30 * MIB // len(CLAIM)))
    yield "references.nitf", nitf(b"<p>" + b"&#53;" * (4 * MIB))
    yield "cdata.nitf", nitf(b"<p><![CDATA[" + b"]]" * MIB)


def mail_cases():
    head = "From: a@b\nDate: Mon, 4 Aug 2025 10:00:00 +0000\nMIME-Version: 1.0\n"
    nested, inner = "", "Content-Type: text/plain\n\n5 percent\n"
    for i in range(2000):
        nested += f"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n"
    yield "nested.eml", (head + nested + inner).encode()
    yield "parts.eml", (head + "Content-Type: multipart/mixed; boundary=b\n\n" + ("--b\n" + inner) * 50_000).encode()
    yield "lines.eml", (head + "Content-Type: multipart/mixed; boundary=b\n\n" + "--\n" * (4 * MIB)).encode()
    yield "64.eml", (head + "Content-Transfer-Encoding: base64\n\n").encode() + b"QUFB" * (10 * MIB)
    yield "64-lines.eml", (head + "Content-Transfer-Encoding: base64\n\n").encode() + b"QUFB\n" * (4 * MIB)
    yield "quoted.eml", (head + "Content-Transfer-Encoding: quoted-printable\n\n").encode() + b"=35=20=\n" * (4 * MIB)
    yield "equals.eml", (head + "Content-Transfer-Encoding: quoted-printable\n\n").encode() + b"=" * (4 * MIB)
    yield "subject.eml", (head + "Subject: " + "=?utf-8?Q?=?=" * 100_000 + "\n\n5").encode()
    yield "headers.eml", (head + "X: y\n" * MIB).encode()
    yield "charset.eml", (head + "Content-Type: text/plain; charset=utf-16\n\n\xff5 percent").encode("latin-1")


def record_cases():
    yield "deep.json", b"[" * MIB
    yield "deep.jsonl", b'{"text": ' + b"[" * MIB + b"\n" + b'{"text": "5 percent"}\n'
    yield "open.json", b'[{"text": "5 percent"}, {"text": "'
    yield "commas.json", b"[" + b"," * (4 * MIB)
    yield "surrogate.jsonl", b'{"text": "\\ud800 5 percent \\udc00"}\n'
    yield "escapes.jsonl", b'{"text": "' + b"\\u0035\\u0020" * (2 * MIB) + b'"}\n'
    yield "many.jsonl", b'{"text": "5"}\n' * (4 * MIB // 4)
    yield "bad.jsonl", b"{\n" * (4 * MIB // 4)
    yield "twice.jsonl", b'{"text": "a", "text": "5 percent"}\n'
    yield "nan.jsonl", b'{"text": "5 percent", "id": NaN}\n{"text": "5 percent", "id": 9007199254740993}\n'
    yield "nul.jsonl", b'{"text": "5\\u0000 percent"}\n'
    yield "quote.csv", b'id,text\n1,"5 percent\n' * 1000
    yield "ragged.csv", b"id,text\n" + b"1,2,3\n1\n" * 1000
    yield "columns.csv", b"a," * (4 * MIB) + b"text\n"
    yield "no-text.csv", b"a,b\n1,2\n"
    yield "nul.csv", b"id,text\n1,5\0percent\n"


def archive_cases(rng):
    page = CLAIM.encode() * 50
    good = tar_of([("a.txt", page), ("b/c.html", page)], "w:gz")
    for size in range(4, 40):  # within the mark by which it is known
        yield f"head-{size}.zip", zipped([("a.txt", page)])[:size]
    for i in range(24):  # cut and damaged at random places
        cut = good[: rng.randrange(1, len(good))]
        at = rng.randrange(len(good))
        yield f"cut-{i}.tar.gz", cut
        yield f"hit-{i}.tar.gz", good[:at] + bytes([good[at] ^ 0x55]) + good[at + 1 :]
    packed = zipped([("a.txt", page), ("b/c.html", page)])
    for i in range(12):
        at = rng.randrange(len(packed))
        yield f"hit-{i}.zip", packed[:at] + bytes([packed[at] ^ 0x55]) + packed[at + 1 :]
    yield "bomb.txt.gz", zeros_gz(2000 if FULL else 200)
    yield "bomb.txt.xz", lzma.compress(b" " * ((1000 if FULL else 80) << 20), preset=0)
    yield "bomb.txt.bz2", bz2.compress(b" " * ((500 if FULL else 80) << 20))
    yield "bomb.tar.gz", gzip.compress(tar_of([("a.bin", b" " * (200 * MIB)), ("b.txt", page)]))
    yield "bomb.zip", zipped([("a.txt", b" " * (200 * MIB)), ("b.txt", page)])
    yield "bomb.docx", zipped([("[Content_Types].xml", b""), ("word/document.xml", b" " * (200 * MIB))])
    yield "deep.docx", zipped([("word/document.xml", b"<p>" * (10 * MIB))])
    yield "nothing.docx", zipped([("a", b"")])
    yield "no.docx", b"PK\x03\x04" + b"\xff" * 1000
    yield "no.odt", b"5 percent"
    inner = tar_of([("a.txt", page)])
    for _ in range(10):
        inner = tar_of([("a.tar", inner)])
    yield "matryoshka.tar", inner
    yield "quine.gz", gzip.compress(gzip.compress(gzip.compress(gzip.compress(gzip.compress(page)))))
    yield "many.tar", tar_of([(f"{i}.txt", b"") for i in range(20_000)])
    yield "links.tar", tar_of([("a.txt", b""), ("b.md", b"")], kind=tarfile.SYMTYPE)
    yield "devices.tar", tar_of([("a.txt", b"")], kind=tarfile.CHRTYPE)
    yield "names.tar", tar_of([("../../etc/a.txt", page), ("/b.txt", page), ("\x1b[2J\n::error::.txt", page), ("é.txt", page), ("a" * 5000 + ".txt", page)])
    yield "empty.tar", tar_of([])
    yield "empty.zip", zipped([])
    yield "size.tar", tar_of([("a.txt", page)])[:124] + b"77777777777\0" + tar_of([("a.txt", page)])[136:]
    yield "size.gz", gzip.compress(page)[:-4] + struct.pack("<I", 0xFFFFFFFF)
    yield "magic.gz", b"\x1f\x8b"
    yield "magic.zst", b"\x28\xb5\x2f\xfd" + b"\xff" * 100
    yield "window.zst", b"\x28\xb5\x2f\xfd\x00\xf8" + b"\x00" * 100


def cases():
    rng = random.Random(7)
    for make in (text_cases, markdown_cases, html_cases, xml_cases, mail_cases, record_cases):
        yield from make()
    yield from archive_cases(rng)


def run(program, root, file):
    """Exit code, output, seconds, bytes at the most."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as said:
        begun = time.monotonic()
        child = subprocess.Popen([program, "--rules", root / "rules/calendar", "-f", "json", "--jobs", "1", file], stdout=out, stderr=said)
        deadline = begun + SECONDS * 3  # of the clock, where others may be at work too
        while True:
            done, status, used = os.wait4(child.pid, os.WNOHANG)
            if done:
                break
            if time.monotonic() > deadline:
                child.kill()
                _, status, used = os.wait4(child.pid, 0)
                break
            time.sleep(0.002)
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        said.seek(0)
        return child.returncode, out.read(), said.read(), used.ru_utime + used.ru_stime, used.ru_maxrss * 1024


def faults_of(code, out, said, seconds, size):
    if b"fault of its own" in (said if isinstance(said, bytes) else said.encode()):
        yield f"{said[-300:]!r}"
    if code not in (0, 1, 2):
        yield f"exit code {code}: {said[-300:]!r}"
    if seconds > SECONDS:
        yield f"takes {seconds:.1f} seconds"
    if size > BYTES:
        yield f"takes {size >> 20} MiB"
    if b"\x1b" in said or b"\n::" in said:
        yield "prints what a terminal or a runner would obey"
    try:
        report = json.loads(out)
    except ValueError as error:
        yield f"prints no JSON: {error}"
        return
    silent = not report["errors"] and not any(document.get("partly_read") for document in report["documents"])
    if code == 2 and silent:
        yield "has exit code 2 and does not say why"
    if code != 2 and not silent:
        yield f"says {report['errors'][:1]} and has exit code {code}"


def main(root, program, *_):
    root = pathlib.Path(root).resolve()
    count, faults, slowest, largest = 0, 0, (0, ""), (0, "")
    with tempfile.TemporaryDirectory() as folder:
        for name, content in cases():
            file = pathlib.Path(folder) / name
            file.write_bytes(content)
            result = run(program, root, file)
            file.unlink()
            count += 1
            slowest, largest = max(slowest, (result[3], name)), max(largest, (result[4], name))
            for fault in faults_of(*result):
                faults += 1
                print(f"{name} ({len(content)} bytes): {fault}", flush=True)
    print(f"{count} inputs, {faults} faults; slowest {slowest[1]}: {slowest[0]:.1f} s; largest {largest[1]}: {largest[0] >> 20} MiB")
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.exit(1 if faults or count < 200 else 0)


main(*sys.argv[1:])
