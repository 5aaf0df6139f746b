#!/usr/bin/env python3
"""True sentences made from time series, and their twins with one step falsified.

    generate.py TIME_SERIES_FOLDER N OUT.jsonl

A line is {"id", "Claim", "Date", "Verdict", "kind", "falsified"}. Numbers are rounded as journalists round them. A twin is kept only if it misses by
more than a rounding: another value by a fifth at least, another year, entity or direction only if the sentence is then wrong by that much.
Always the same sentences for the same series and N.
"""
import csv
import json
import pathlib
import random
import sys

import yaml

from series_pack import identifier

HERE = pathlib.Path(__file__).parent
ISO = pathlib.Path("/usr/share/iso-codes/json/iso_3166-1.json")
SEED = 1987
COUNTRIES = {"AR": "Argentina", "AU": "Australia", "BD": "Bangladesh", "BR": "Brazil", "CA": "Canada", "CL": "Chile", "CN": "China", "CO": "Colombia",
             "EG": "Egypt", "ET": "Ethiopia", "FR": "France", "DE": "Germany", "GH": "Ghana", "IN": "India", "ID": "Indonesia", "IE": "Ireland", "IT": "Italy",
             "JP": "Japan", "KE": "Kenya", "MX": "Mexico", "MA": "Morocco", "NL": "the Netherlands", "NG": "Nigeria", "NO": "Norway", "PK": "Pakistan",
             "PE": "Peru", "PH": "the Philippines", "PL": "Poland", "PT": "Portugal", "RO": "Romania", "ZA": "South Africa", "KR": "South Korea", "ES": "Spain",
             "SE": "Sweden", "CH": "Switzerland", "TZ": "Tanzania", "TH": "Thailand", "TN": "Tunisia", "TR": "Turkey", "UG": "Uganda", "UA": "Ukraine",
             "GB": "the United Kingdom", "US": "the United States", "VN": "Vietnam", "ZM": "Zambia"}
G7 = ("US", "GB", "FR", "DE", "IT", "CA", "JP")
DATE_YEAR = 2021  # what the sentences are dated


def entities():
    """Codes of two letters by those of three."""
    return {row["alpha_3"]: row["alpha_2"] for row in json.loads(ISO.read_text(encoding="utf-8"))["3166-1"]}


def read(folder, slug):
    """{entity: {year: value}} of one series."""
    known = entities()
    files = {identifier(p.stem): p for p in (folder / "csv").glob("*.csv")}
    out = {}
    with open(files[slug], encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        columns = [known.get(c) for c in next(rows)]
        for row in rows:
            if len(row[0]) == 4 and 1990 <= int(row[0]) < DATE_YEAR:
                for entity, value in zip(columns[1:], row[1:]):
                    if value and entity in COUNTRIES:
                        out.setdefault(entity, {})[int(row[0])] = float(value)
    return out


def words(value, style):
    """The value as a newspaper prints it, and the number that those words say."""
    if style == "percent":
        digits = 1 if abs(value) < 20 else 0
        return f"{value:.{digits}f} percent", round(value, digits)
    if style == "years":
        return f"{value:.1f} years", round(value, 1)
    if style == "births":
        return f"{value:.1f} births per woman", round(value, 1)
    if style == "per100k":
        return f"{value:.1f} per 100,000 people", round(value, 1)
    unit = {"tonnes": " tonnes", "people": " people", "deaths": "", "twh": " TWh"}[style]
    if style == "twh":
        return f"{value:,.0f}{unit}" if value >= 20 else f"{value:.1f}{unit}", round(value, 0 if value >= 20 else 1)
    for size, name in ((1e9, " billion"), (1e6, " million")):
        if value >= size:
            return f"{value / size:.1f}{name}{unit}", round(value / size, 1) * size
    return f"{round(value, -2):,.0f}{unit}", round(value, -2)


def bound(value, down):
    """A round number clearly below or above."""
    import math
    if value == 0:
        return None
    size = 10 ** math.floor(math.log10(abs(value)))
    steps = value / size
    out = (math.ceil(steps * 2 - 1) - 0 if down else math.floor(steps * 2 + 1)) / 2 * size
    return out if (value - out if down else out - value) > 0.04 * abs(value) else out - (size / 2 if down else -size / 2)


class Maker:
    def __init__(self, folder):
        spec = yaml.safe_load((HERE / "templates.yaml").read_text(encoding="utf-8"))
        self.measures, self.kinds = spec["measures"], spec["kinds"]
        self.data = {slug: read(folder, slug) for slug in self.measures}
        self.random = random.Random(SEED)

    def pair(self, kind):
        """A true sentence and its twin, or None where this draw gives none."""
        r = self.random
        slug = r.choice(sorted(self.measures))
        measure, data = self.measures[slug], self.data[slug]
        entity = r.choice(sorted(data))
        years = sorted(data[entity])
        if len(years) < 8:
            return None
        line, style = data[entity], measure["style"]
        template, step = r.choice(self.kinds[kind])
        b = r.choice(years[len(years) // 2:])
        a = r.choice([y for y in years if y <= b - 5] or [None])
        if a is None or any(y not in line for y in range(a, b + 1)):
            return None
        fill = {"E": COUNTRIES[entity], "y": b, "a": a, "b": b, "noun": measure["noun"], "G": "the G7"}
        make = getattr(self, kind)
        both = make(fill, data, entity, line, style, a, b, step, measure)
        if both is None:
            return None
        return tuple(self.sentence(template, measure, f) for f in both) + (step,)

    def sentence(self, template, measure, fill):
        inner = {k: measure[k].format(**fill) for k in ("in", "of")}
        inner |= {k.capitalize(): v[0].upper() + v[1:] for k, v in list(inner.items())}
        text = template.format(**{**fill, **inner})
        if measure.get("plural"):
            for one, many in ((" was ", " were "), (" has ", " have ")):
                text = text.replace(one, many, 1)
        return text[0].upper() + text[1:]

    def off(self, value, style):
        """A value that is wrong by a fifth to a half."""
        wrong = value * self.random.choice([0.55, 0.7, 1.3, 1.5])
        if style == "percent" and wrong > 99:
            wrong = value * 0.6
        if style == "years":
            wrong = value + self.random.choice([-9, -6, 6, 8])
        return wrong

    def level(self, fill, data, entity, line, style, a, b, step, measure):
        v = line[b]
        if abs(v) < 0.5:
            return None
        text, said = words(v, style)
        true = {**fill, "v": text, "hv": text}
        if step == "value":
            false = {**true, "v": words(self.off(v, style), style)[0]}
            false["hv"] = false["v"]
            return true, false
        others = [y for y in line if abs(line[y] - v) > 0.15 * abs(v)]
        return (true, {**true, "y": self.random.choice(others)}) if others else None

    def threshold(self, fill, data, entity, line, style, a, b, step, measure):
        v = line[b]
        low, high = bound(v, True), bound(v, False)
        if low is None or low <= 0 or v < 1 or style in ("years",):
            return None
        if style == "percent" and (high >= 100 or low < 1):
            return None
        true = {**fill, "low": self.plain(low, style), "high": self.plain(high, style)}
        return true, {**true, "low": self.plain(high * 1.2, style), "high": self.plain(low * 0.8, style)}

    def plain(self, value, style):
        return words(value, style)[0].replace(".0 ", " ")

    def from_to(self, fill, data, entity, line, style, a, b, step, measure):
        x, y = line[a], line[b]
        if min(abs(x), abs(y)) < 1 or abs(x - y) < 0.1 * abs(x) or x < 0 or y < 0:
            return None
        true = {**fill, "v1": words(x, style)[0], "v2": words(y, style)[0], "rose": "rose" if y > x else "fell"}
        wrong = y * 1.5 if y > x else y * 0.6
        if style == "percent" and wrong > 99:
            return None
        return true, {**true, "v2": words(wrong, style)[0]}

    def change(self, fill, data, entity, line, style, a, b, step, measure):
        x, y = line[a], line[b]
        if x <= 0 or y <= 0 or style == "percent":
            return None
        p = abs(y - x) / x * 100
        if not 5 <= p <= 300:
            return None
        true = {**fill, "p": f"{p:.0f}", "rose": "rose" if y > x else "fell"}
        if step == "value":
            return true, {**true, "p": f"{p * 1.6:.0f}"}
        return true, {**true, "rose": "fell" if y > x else "rose"}

    def trend(self, fill, data, entity, line, style, a, b, step, measure):
        b = max(line)
        x, y = line[a], line[b]
        if b < DATE_YEAR - 2 or x == 0 or abs(y - x) < 0.15 * abs(x) or x < 0:
            return None
        fill = {**fill, "b": b}
        up = {"rose": "rose", "has_risen": "has risen"}
        down = {"rose": "fell", "has_risen": "has fallen"}
        return ({**fill, **(up if y > x else down)}, {**fill, **(down if y > x else up)})

    def record(self, fill, data, entity, line, style, a, b, step, measure):
        before = [line[y] for y in range(a, b)]
        v = line[b]
        spread = 0.03 * abs(v)
        if v > max(before) + spread:
            words_of = ("highest", "lowest")
        elif v < min(before) - spread:
            words_of = ("lowest", "highest")
        else:
            return None
        return {**fill, "highest": words_of[0]}, {**fill, "highest": words_of[1]}

    def comparison(self, fill, data, entity, line, style, a, b, step, measure):
        other = self.random.choice(sorted(data))
        if other == entity or b not in data[other] or abs(line[b] - data[other][b]) <= 0.1 * abs(line[b]):
            return None
        higher = line[b] > data[other][b]
        true = {**fill, "E2": COUNTRIES[other], "higher": "higher" if higher else "lower"}
        if step == "direction":
            return true, {**true, "higher": "lower" if higher else "higher"}
        wrong = [e for e in sorted(data) if b in data[e] and (line[b] > data[e][b] * 1.1 if not higher else line[b] * 1.1 < data[e][b]) and e != entity]
        return (true, {**true, "E2": COUNTRIES[self.random.choice(wrong)]}) if wrong else None

    def average(self, fill, data, entity, line, style, a, b, step, measure):
        v = sum(line[y] for y in range(a, b + 1)) / (b - a + 1)
        if abs(v) < 1 or style in ("people", "deaths"):
            return None
        return {**fill, "v": words(v, style)[0]}, {**fill, "v": words(self.off(v, style), style)[0]}

    def steady(self, fill, data, entity, line, style, a, b, step, measure):
        least = min(line[y] for y in range(a, b + 1))
        if least < 1 or style == "years":
            return None
        low = bound(least, True)
        high = bound(least, False)
        if low is None or low <= 0 or (style == "percent" and high * 1.2 >= 100):
            return None
        return {**fill, "low": self.plain(low, style)}, {**fill, "low": self.plain(high * 1.2, style)}

    def rank(self, fill, data, entity, line, style, a, b, step, measure):
        known = {e: data[e][b] for e in G7 if e in data and b in data[e]}
        if len(known) < 7:
            return None
        order = sorted(known, key=known.get)
        top = self.random.random() < 0.5
        first, second = (order[-1], order[-2]) if top else (order[0], order[1])
        if abs(known[first] - known[second]) < 0.03 * abs(known[first]):
            return None
        wrong = self.random.choice([e for e in order if e not in (first, second)])
        true = {**fill, "E": COUNTRIES[first], "highest": "highest" if top else "lowest"}
        return true, {**true, "E": COUNTRIES[wrong]}


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    maker, wanted = Maker(pathlib.Path(sys.argv[1])), int(sys.argv[2])
    kinds = sorted(maker.kinds)
    seen, n = set(), 0
    with open(sys.argv[3], "w", encoding="utf-8") as out:
        while n < wanted:
            kind = kinds[n % len(kinds)]
            made = maker.pair(kind)
            if made is None or made[0] in seen or made[0] == made[1]:
                continue
            seen.add(made[0])
            for text, verdict, name in ((made[0], "Supported", "true"), (made[1], "Refuted", "false")):
                out.write(json.dumps({"id": f"{name}-{n}", "Claim": text, "Date": f"{DATE_YEAR}-06-15", "Verdict": verdict, "kind": kind, "falsified": made[2]},
                                     ensure_ascii=False) + "\n")
            n += 1


if __name__ == "__main__":
    main()
