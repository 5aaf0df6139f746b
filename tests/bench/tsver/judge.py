#!/usr/bin/env python3
"""Judges claims about world statistics: a line {"id", "verdict"} for each line of the file.

    judge.py FACTCHECK CLAIMS.jsonl PACKS_FOLDER... [--report REPORT.jsonl]

Of a claim only id, Claim, Claimant and Date are read; what fact-checkers answered is not looked at.
"""
import argparse
import datetime
import json
import subprocess
import sys
import tempfile

# A claim of several parts, as docs/semantics.md says: the worst of them.
ORDER = ["supported", "unverifiable", "imprecise", "outdated", "misleading", "contradicted"]


def day(text):
    """ "May 03, 2017" or an ISO day; None for anything else."""
    for form in ("%B %d, %Y", "%Y-%m-%d", "%d %B %Y"):
        try:
            return datetime.datetime.strptime(text.strip(), form).date().isoformat()
        except (ValueError, AttributeError):
            pass
    return None


def documents(path):
    """The claims as factcheck reads them: id, text, date."""
    for line in open(path, encoding="utf-8"):
        if not line.strip():
            continue
        row = json.loads(line)
        # Who says it comes first, as in an article: "our country" is theirs.
        claimant = row.get("Claimant") or ""
        head = f"{claimant} said this.\n\n" if claimant and claimant != "Missing" else ""
        document = {"id": str(row["id"]), "text": head + row["Claim"]}
        if date := day(row.get("Date", "")):
            document["date"] = date
        yield document


def verdict_of(document):
    claims = document["claims"]
    return max((c["verdict"] for c in claims), key=ORDER.index) if claims else "unverifiable"


def run(program, path, packs, report=None):
    """Verdict by id, in the order of the file."""
    asked = list(documents(path))
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(d, ensure_ascii=False) + "\n" for d in asked)
        file.flush()
        command = [program, "--all", "--format", "jsonl", *(a for pack in packs for a in ("--rules", pack)), file.name]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr or f"factcheck ended with {done.returncode}")
    answered = {}
    for line in done.stdout.splitlines():
        answer = json.loads(line)
        for document in answer.get("documents", [answer]):
            if "claims" in document:
                answered[document["id"]] = document
    if report:
        with open(report, "w", encoding="utf-8") as file:
            file.writelines(json.dumps(d, ensure_ascii=False) + "\n" for d in answered.values())
    return {d["id"]: verdict_of(answered[d["id"]]) if d["id"] in answered else "unverifiable" for d in asked}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("claims")
    parser.add_argument("packs", nargs="+")
    parser.add_argument("--report")
    args = parser.parse_args()
    for name, verdict in run(args.program, args.claims, args.packs, args.report).items():
        print(json.dumps({"id": name, "verdict": verdict}))


if __name__ == "__main__":
    main()
