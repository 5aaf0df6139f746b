#!/usr/bin/env python3
"""Turns wide time series (a column for each country, metadata.json beside them) into a pack of figures.

    series_pack.py TIME_SERIES_FOLDER OUT_FOLDER [TOPIC_FILE...]

With topic files only the series that they name are written. Columns that are no country or group of rules/countries are left out,
and counted.
"""
import csv
import json
import pathlib
import re
import sys
import unicodedata

ISO = pathlib.Path("/usr/share/iso-codes/json/iso_3166-1.json")
SNAPSHOT = "2025-08"  # when the figures were downloaded; what earlier releases said is not known
GROUPS = {"OWID_WRL": "WLD", "OWID_EU27": "EU", "OWID_AFR": "africa", "OWID_KOS": "XK"}
# Groups that the series bring and no pack names yet.
NEW_GROUPS = {"OWID_HIC": ("high_income", "high-income countries"), "OWID_LIC": ("low_income", "low-income countries"),
              "OWID_LMC": ("lower_middle_income", "lower-middle-income countries"),
              "OWID_UMC": ("upper_middle_income", "upper-middle-income countries"),
              "WB_SSA": ("sub_saharan_africa", "Sub-Saharan Africa")}
# What the figures of a unit are counted in: a UCUM code or a currency. Others are plain numbers.
UNITS = [(r"^%|^annual %", "%"), (r"tonnes? per|kilograms? per|per ", "1"), (r"million tonnes|billion tonnes", "1"), (r"tonnes|metric tons", "t"),
         (r"terawatt-hours", "TW.h"), (r"kilowatt-hours", "kW.h"), (r"gigawatts", "GW"), (r"US\$|usd|USD", "USD"), (r"^hectares", "har"),
         (r"^mm$", "mm"), (r"^[Yy]ears$", "a"), (r"°C", "Cel")]


def identifier(name):
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "_", plain).strip("_").lower()


def entities():
    codes = {row["alpha_3"]: row["alpha_2"] for row in json.loads(ISO.read_text(encoding="utf-8"))["3166-1"]}
    return {**codes, **GROUPS, **{code: name for code, (name, _) in NEW_GROUPS.items()}}


def unit_code(unit):
    return next((code for pattern, code in UNITS if re.search(pattern, unit)), "1")


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def write_rows(source, name, known, out):
    """The rows of one series, tidy; how many cells were left out for their column."""
    left = 0
    with open(source, encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        columns = [known.get(code) for code in next(rows)]
        for row in rows:
            year = row[0]
            if not re.fullmatch(r"[12]\d{3}", year):
                continue
            for entity, value in zip(columns[1:], row[1:]):
                if value == "":
                    continue
                if entity is None:
                    left += 1
                    continue
                value = format(float(value), "f") if "e" in value.lower() else value
                # Binary noise behind the fourteenth digit is no figure.
                whole, _, part = value.partition(".")
                digits = max(0, 14 - len(whole.lstrip("-")))
                out.write(f"{name},{entity},{year},{whole}{'.' + part[:digits] if part[:digits].strip('0') else ''},{SNAPSHOT},Our World in Data\n")
    return left


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    folder, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    wanted = None
    if sys.argv[3:]:
        wanted = set(re.findall(r"[a-z0-9]+(?:_[a-z0-9]+)*", " ".join(pathlib.Path(f).read_text(encoding="utf-8") for f in sys.argv[3:])))
    meta = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
    known = entities()
    (out / "data").mkdir(parents=True, exist_ok=True)
    measures, series, resources, left = [], [], [], 0
    for entry in meta:
        name = identifier(entry["filename"].removesuffix(".csv"))
        if wanted is not None and name not in wanted:
            continue
        unit = unit_code(entry["unit"])
        measures.append(f'  m_{name}: {{label: {quoted(entry["title"])}, unit: "{unit}", series: {name}}}')
        series.append(f'  {name}: {{label: {quoted(entry["title"])}, measure: m_{name}, dimensions: [reporter], unit: "{unit}", nature: stock, '
                      f'sources: [Our World in Data], licence: CC BY 4.0, rank_over: country}}')
        fields = [{"name": n, "type": t} for n, t in (("series", "string"), ("reporter", "string"), ("time_period", "string"), ("obs_value", "number"), ("published", "string"),
                                                       ("source", "string"))]
        resources.append({"name": name.replace("_", "-"), "path": f"{name}.csv", "table": "observations", "schema": {"fields": fields}})
        with open(out / "data" / f"{name}.csv", "w", encoding="utf-8") as file:
            file.write("series,reporter,time_period,obs_value,published,source\n")
            left += write_rows(folder / "csv" / entry["filename"], name, known, file)
    groups = [f"  {name}: {{type: group, name: {quoted(label)}}}" for name, label in NEW_GROUPS.values()] + [
        '  XK: {type: country, name: Kosovo}']
    (out / "series.yaml").write_text("measures:\n" + "\n".join(measures) + "\nseries:\n" + "\n".join(series) + "\n" +
                                     "entities:\n" + "\n".join(groups) + "\n", encoding="utf-8")
    (out / "data" / "datapackage.json").write_text(json.dumps({"name": "world-series", "resources": resources}, indent=1), encoding="utf-8")
    (out / "pack.yaml").write_text("schema: 1\nname: world-series\nversion: 1.0.0\nabout: World time series, made for one run.\n"
                                   "uses: [countries]\nvocabulary: [series.yaml]\ndata: data/datapackage.json\n", encoding="utf-8")
    print(f"{len(series)} series, {left} cells left out: their columns are no countries of today", file=sys.stderr)


if __name__ == "__main__":
    main()
