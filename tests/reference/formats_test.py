#!/usr/bin/env python3
"""Sources in every format, whole and broken, through `factcheck data import`: formats_test.py ROOT PROGRAM"""
import io
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import zipfile

try:
    import yaml
except ImportError:
    print("skipped: python3-yaml is not installed")
    sys.exit(77)

ROOT, PROGRAM = pathlib.Path(sys.argv[1]).resolve(), str(pathlib.Path(sys.argv[2]).resolve())
HEADER = b"series,reporter,time_period,obs_value,published,source\n"
faults = []


def run(folder, *arguments):
    return subprocess.run([PROGRAM, "data", *arguments], cwd=folder, capture_output=True, text=True, timeout=300, check=False)


def xlsx(sheets):
    """The parts that spreadsheet programs write, without what they would not miss."""
    shared, parts = [], {}
    names = "".join(f'<sheet name="{name}" sheetId="{i}" r:id="rId{i}"/>' for i, name in enumerate(sheets, 1))
    parts["xl/workbook.xml"] = f'<workbook xmlns:r="r"><sheets>{names}</sheets></workbook>'
    relations = "".join(f'<Relationship Id="rId{i}" Target="worksheets/sheet{i}.xml"/>' for i, _ in enumerate(sheets, 1))
    parts["xl/_rels/workbook.xml.rels"] = f"<Relationships>{relations}</Relationships>"
    parts["xl/styles.xml"] = '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>'
    for number, rows in enumerate(sheets.values(), 1):
        out = ""
        for line, row in enumerate(rows, 1):
            cells = ""
            for column, cell in enumerate(row):
                place = f'{chr(ord("A") + column)}{line}'
                if isinstance(cell, dict):
                    style = ' s="1"' if "date" in cell else ""
                    cells += f'<c r="{place}"{style}><v>{cell.get("date", cell.get("number"))}</v></c>'
                elif isinstance(cell, int):
                    cells += f'<c r="{place}"><v>{cell}</v></c>'
                else:
                    shared.append(cell)
                    cells += f'<c r="{place}" t="s"><v>{len(shared) - 1}</v></c>'
            out += f'<row r="{line}">{cells}</row>'
        parts[f"xl/worksheets/sheet{number}.xml"] = f"<worksheet><sheetData>{out}</sheetData></worksheet>"
    parts["xl/sharedStrings.xml"] = "<sst>" + "".join(f"<si><t>{text}</t></si>" for text in shared) + "</sst>"
    return parts


def ods(sheets):
    tables = ""
    for name, rows in sheets.items():
        out = ""
        for row in rows:
            cells = ""
            for cell in row:
                if isinstance(cell, dict):
                    cells += f'<table:table-cell office:value-type="date" office:date-value="{cell["date"]}"/>'
                elif isinstance(cell, int):
                    cells += f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
                else:
                    cells += f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
            out += f"<table:table-row>{cells}</table:table-row>"
        out += '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
        tables += f'<table:table table:name="{name}">{out}</table:table>'
    content = f'<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>'
    return {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content}


def zipped(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def make(case, folder):
    """The case's file below the folder, and its name."""
    name = case["file"]
    if not name:
        return None
    if "sql" in case:
        connection = sqlite3.connect(folder / name)
        for line in case["sql"]:
            connection.execute(line)
        connection.commit()
        connection.close()
        return name
    if "sheets" in case:
        data = zipped((ods if name.endswith(".ods") else xlsx)(case["sheets"]))
    elif "zip" in case:
        data = zipped(case["zip"])
    elif "body" in case:
        data = HEADER + case["body"].encode("latin-1")
    elif "bytes" in case:
        data = case["bytes"].encode("latin-1")
    else:
        data = case["text"].encode("utf-8")
    (folder / name).write_bytes(data)
    for other, text in case.get("beside", {}).items():
        (folder / other).write_text(text, encoding="utf-8")
    return name


def rows_of(folder, store):
    """All figures as "series key period value status"."""
    out = []
    for line in run(folder, "show", store).stdout.splitlines()[1:]:
        series = line.split()[0]
        for row in run(folder, "show", store, series).stdout.splitlines():
            found = re.match(r"^(.*?)\s*(\d{4}\S*)\s{2,}(-?[\d.]+(?: x 10\^\d+)?)\s+([A-Z])  ", row)
            if found:
                key, period, value, status = found.groups()
                out.append(f"{series} {key.replace(', ', ',') or '-'} {period} {value.replace(' ', '')} {status}")
    return out


def check(case):
    with tempfile.TemporaryDirectory(prefix="factcheck-formats-") as name:
        folder = pathlib.Path(name)
        file = make(case, folder)
        done = run(folder, "import", *([file] if file else []), *map(str, case.get("arguments", [])), "--into", "store.sqlite")
        said = f"{case['name']}: "
        if done.returncode != case.get("code", 0):
            faults.append(said + f"exit code {done.returncode}: {done.stderr}{done.stdout}")
        if case.get("error", "") not in done.stderr or (case.get("code", 0) == 0 and done.stderr):
            faults.append(said + f"standard error says {done.stderr!r}, not {case.get('error')!r}")
        if case.get("told", "") not in done.stdout:
            faults.append(said + f"told {done.stdout!r}")
        if done.returncode == 2:
            if (folder / "store.sqlite").exists():
                faults.append(said + "a store was written all the same")
            return
        rows = rows_of(folder, "store.sqlite")
        wanted = case.get("rows", 0)
        if isinstance(wanted, int) and len(rows) != wanted or isinstance(wanted, list) and sorted(rows) != sorted(wanted):
            faults.append(said + f"the store holds {rows}")
        if case.get("shown", "") not in run(folder, "show", "store.sqlite").stdout:
            faults.append(said + f"shown as {run(folder, 'show', 'store.sqlite').stdout}")
        # Round trip: what is exported makes the same store.
        run(folder, "export", "store.sqlite", "--into", "out")
        again = run(folder, "import", "out/datapackage.json", "--into", "again.sqlite", "--strict")
        if again.returncode != 0 or (folder / "again.sqlite").read_bytes() != (folder / "store.sqlite").read_bytes():
            faults.append(said + f"export and import make another store: {again.stderr}")


def four_hundred():
    """The 400 series of the TSVer collection, each whole: one in ten, or all with FACTCHECK_ALL_SERIES=1."""
    series = ROOT.parent / "shared/tsver/time_series/csv"
    if not series.exists():
        print(f"skipped: {series} is not there, so the 400 series of Our World in Data are not imported")
        return
    files = sorted(series.glob("*.csv"))[::1 if os.environ.get("FACTCHECK_ALL_SERIES") else 10]
    cells = missing = 0
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines()[1:]:
            date, *values = line.split(",")
            if int(date.split("-")[0] or "-1") < 1:
                continue
            cells += len(values)
            missing += values.count("")
    with tempfile.TemporaryDirectory(prefix="factcheck-owid-") as name:
        folder = pathlib.Path(name)
        done = run(folder, "import", *map(str, files), "--published", "2025-01-15", "--into", "owid.sqlite")
        if done.returncode != 0 or done.stderr:
            faults.append(f"the 400 series: exit code {done.returncode}: {done.stderr[:500]}")
        last = f"owid.sqlite: {cells - missing:,} figures of {len(files)} series"
        if not done.stdout.endswith(last + "\n"):
            faults.append(f"the 400 series: {done.stdout.splitlines()[-1:]}, not {last}")
        print(last)
        run(folder, "export", "owid.sqlite", "--into", "out")
        run(folder, "import", "out/datapackage.json", "--into", "again.sqlite", "--strict")
        if (folder / "again.sqlite").read_bytes() != (folder / "owid.sqlite").read_bytes():
            faults.append("the 400 series: export and import make another store")


def main():
    cases = [case for name in ("formats", "broken") for case in yaml.safe_load((ROOT / f"tests/reference/{name}.yaml").read_text(encoding="utf-8"))]
    for case in cases:
        check(case)
    four_hundred()
    print("\n".join(faults))
    print(f"{len(cases)} sources, {len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
