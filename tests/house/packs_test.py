#!/usr/bin/env python3
"""The packs' figures hold together: nothing is published before it happened, and what is said to be complete agrees with the tables."""
import calendar
import csv
import datetime
import pathlib
import sys

try:
    import yaml
except ImportError:
    print("skipped: python3-yaml is not installed")
    sys.exit(0)

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[2]) / "rules"
faults = []


def last_day(text):
    """The last day of a period: of a day, a month, or first/last of either."""
    parts = [int(p) for p in text.split("/")[-1].split("-")]
    if len(parts) == 3:
        return datetime.date(*parts)
    return datetime.date(parts[0], parts[1], calendar.monthrange(parts[0], parts[1])[1])


def observations():
    for path in sorted(ROOT.glob("*/data/*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for line, row in enumerate(csv.DictReader(file), start=2):
                if "obs_value" in row:
                    yield f"{path.relative_to(ROOT)}:{line}", path.parts[-3], row


def value(row):
    return float(row["obs_value"]) * 10 ** int(row["unit_mult"])


def check_dates():
    for place, _, row in observations():
        # A decision comes before the months in which it holds, and an estimate may come before the year is over.
        early = row["series"] == "policy_rate" or row["obs_status"] in ("E", "P")
        if not early and last_day(row["published"]) < last_day(row["time_period"]):
            faults.append(f"{place}: published on {row['published']}, before the end of {row['time_period']}")
        if not row["source"] or not row["url"].startswith("http"):
            faults.append(f"{place}: a figure without a source")


def check_complete():
    figures = {}
    for _, pack, row in observations():
        key = (pack, row["series"], row["time_period"])
        figures.setdefault(key, {}).setdefault(row["partner"], []).append(value(row))
    for path in sorted(ROOT.glob("*/vocabulary.yaml")):
        for name, series in (yaml.safe_load(path.read_text(encoding="utf-8")).get("series") or {}).items():
            for entry in series.get("complete", []):
                for period in entry["periods"]:
                    known = figures.get((path.parts[-2], name, period), {})
                    members = sorted((m for m in known if m != series.get("total")), key=lambda m: -max(known[m]))
                    if "top" in entry and len(members) < entry["top"]:
                        faults.append(f"{path.parts[-2]}: {name} {period}: the first {entry['top']} are not in the table")
                    total = known.get(series.get("total"))
                    if total and sum(min(known[m]) for m in members) > max(total) * 1.001:
                        faults.append(f"{path.parts[-2]}: {name} {period}: the partners come to more than the total")


check_dates()
check_complete()
for fault in faults:
    print(fault)
sys.exit(1 if faults else 0)
