#!/usr/bin/env python3
"""Makes a pack of a download of Our World in Data: wide CSV, one file a series, and metadata.json.

    series_pack.py FACTCHECK TIME_SERIES_FOLDER OUT_FOLDER

The figures go into a store (`factcheck data import`), the names and units of the series into a vocabulary.
"""
import json
import pathlib
import re
import subprocess
import sys

# What the figures of a unit are counted in: a UCUM code or a currency. Others are plain numbers; the topics of rules/world say more.
UNITS = [(r"^%|^annual %", "%"), (r"tonnes? per|kilograms? per|per ", "1"), (r"million tonnes|billion tonnes", "1"), (r"tonnes|metric tons|Tonnes", "t"),
         (r"terawatt-hours", "TW.h"), (r"kilowatt-hours", "kW.h"), (r"gigawatts", "GW"), (r"US\$|usd|USD", "USD"), (r"^hectares", "har"),
         (r"^mm$", "mm"), (r"^[Yy]ears$", "a"), (r"°C", "Cel")]


# The download does not say when it was made; as of which day a claim is judged hangs on the periods of the figures.
PUBLISHED = "2025-01-15"


def identifier(name):
    """The id that `data import` gives a file of this name."""
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")[:120]


def unit_code(unit):
    return next((code for pattern, code in UNITS if re.search(pattern, unit)), "1")


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    program, folder, out = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    out.mkdir(parents=True, exist_ok=True)
    files = sorted(str(p) for p in (folder / "csv").glob("*.csv"))
    done = subprocess.run([program, "data", "import", *files, "--published", PUBLISHED, "--into", str(out / "store.sqlite")], capture_output=True, text=True, check=False)
    if not (out / "store.sqlite").exists():
        sys.exit(done.stderr[-2000:] or "the figures could not be imported")
    measures, series = [], []
    for entry in json.loads((folder / "metadata.json").read_text(encoding="utf-8")):
        name = identifier(entry["filename"].removesuffix(".csv"))
        label, unit = json.dumps(entry["title"], ensure_ascii=False), unit_code(entry["unit"])
        measures.append(f'  m_{name}: {{label: {label}, unit: "{unit}", series: {name}}}')
        series.append(f'  {name}: {{label: {label}, measure: m_{name}, dimensions: [reporter], unit: "{unit}", nature: stock, '
                      f'sources: [Our World in Data], licence: CC BY 4.0, rank_over: country}}')
    (out / "series.yaml").write_text("measures:\n" + "\n".join(measures) + "\nseries:\n" + "\n".join(series) + "\n", encoding="utf-8")
    (out / "pack.yaml").write_text("schema: 1\nname: world-series\nversion: 1.0.0\nabout: Time series of Our World in Data.\n"
                                   "uses: [countries]\nvocabulary: [series.yaml]\ndata: store.sqlite\n", encoding="utf-8")
    print(done.stdout.strip().splitlines()[-1] if done.stdout.strip() else "imported", file=sys.stderr)


if __name__ == "__main__":
    main()
