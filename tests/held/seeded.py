#!/usr/bin/env python3
"""Errors put into true news by a seeded generator: how many are found, by check.

usage: seeded.py ROOT PROGRAM SHARED [--count 500] [--seed 1] [--show CHECK]

Sentences are found by patterns of this file's own, which know nothing of the program, and kept where their arithmetic holds. One number,
date or direction is then changed so that the arithmetic misses by more than a rounding: the ends are taken as far as their digits allow,
and the percentage by a whole unit of its last place. A sentence that the program objects to before the change is left out. An error is
found if a claim that touches the changed sentence is contradicted or misleading. At most a fifth of all errors are of one kind of change, and a tenth of those that need no arithmetic.
This measures and never fails.
"""
import argparse
import calendar
import datetime
import gzip
import json
import pathlib
import random
import re
import subprocess
import tempfile
from collections import Counter, defaultdict
from fractions import Fraction

NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
SCALES = {"mln": 6, "million": 6, "bln": 9, "billion": 9, "trillion": 12}
LEVEL = rf"({NUMBER})(?: ({'|'.join(SCALES)}))?((?: (?!from\b|to\b|in\b|and\b|or\b|a\b|the\b|against\b|compared\b)[a-z]+){{0,3}}?)"
WHEN = r"(?:,? (?:in (?:the )?[A-Z]?[a-z0-9]+(?: (?:of )?(?:1986|1987|last year|this year|quarter|half))?|last (?:month|year)|this year|a year ago|from a year (?:ago|earlier)))?"
TO = r"(?:(?:an? )?(?:seasonally adjusted |record |provisional |total of |unadjusted ))?"
OLD = r"(?:(?:an? |the )?(?:revised |adjusted |year-earlier |year-ago |previous )?)"
UP = "rose increased climbed advanced grew jumped up rise soared".split()
DOWN = "fell decreased declined dropped slipped slid down fall plunged".split()
TURNED = dict(zip(UP, DOWN)) | dict(zip(DOWN, UP))
VERB = "|".join(UP + DOWN)
MONTHS = list(calendar.month_name)[1:]
MONTH = "|".join(MONTHS)
DAYS = list(calendar.day_name)
SIZED = re.compile(rf"\b({VERB}) (?:by |about |some )?({NUMBER}) pct{WHEN},? to {TO}{LEVEL}{WHEN},? from {OLD}{LEVEL}(?=[ ,.;])")
APART = re.compile(rf"\b{LEVEL}{WHEN},? (?:was |were )?(up|down) ({NUMBER}) pct from {OLD}{LEVEL}(?=[ ,.;])")
PLAIN = re.compile(rf"\b({VERB})(?: slightly| sharply)? to {TO}{LEVEL}{WHEN},? from {OLD}{LEVEL}(?=[ ,.;])")
WEEKDAY = re.compile(rf"\b({'|'.join(DAYS)}),? ({MONTH}) (\d{{1,2}})\b(?!,? \d)")
LAST_DAY = re.compile(r"\b(April|June|September|November) (30)\b")
ORDER = re.compile(rf"\bin ({MONTH}),? after (?:an? |the )?(?:[a-z0-9.]+ ){{0,5}}in ({MONTH})\b(?! last| of| 19)")
RANGE = re.compile(rf"\bbetween ({NUMBER}) and ({NUMBER})(?= (?:mln|billion|bln|pct|dlrs|tonnes|people|million))")
SUBSET = re.compile(rf"\b{LEVEL}, of (?:which|whom) ({NUMBER})(?: ({'|'.join(SCALES)}))?(?= )")
LENGTHS = re.compile(rf"\b({NUMBER}) (km|kms|miles|feet|metres|tonnes|short tons) \(({NUMBER}) (miles|km|kms|metres|feet)\)")
IN_METRES = {"km": Fraction(1000), "kms": Fraction(1000), "miles": Fraction(1609344, 1000), "feet": Fraction(3048, 10000), "metres": Fraction(1)}
PLAIN_CHANGES = ("date-exists", "range-order")
SENTENCE_END = re.compile(r"(?<=[a-z0-9)\"])\.\s+(?=[A-Z\"])")


def value(text):
    return Fraction(text.replace(",", ""))


def unit_of(text):
    """One unit of the last printed place."""
    return Fraction(1, 10 ** len(text.partition(".")[2]))


def ends(to, to_scale, to_unit, old, old_scale, old_unit):
    """The two levels as intervals; none where they are not of one kind."""
    if to_scale and not old_scale:
        if not value(to) / 10 < value(old) < value(to) * 10:
            return None
        old_scale = to_scale
    if old_scale and not to_scale:
        if not value(old) / 10 < value(to) < value(old) * 10:
            return None
        to_scale = old_scale
    if to_unit.strip() and old_unit.strip() and to_unit.split()[0] != old_unit.split()[0]:
        return None
    out = []
    for text, scale in ((to, to_scale), (old, old_scale)):
        power = 10 ** SCALES.get(scale, 0)
        out.append(((value(text) - unit_of(text) / 2) * power, (value(text) + unit_of(text) / 2) * power))
    return out if out[0][0] > 0 and out[1][0] > 0 else None


def changes(pair):
    """Between which percentages the change lies."""
    (to_low, to_high), (old_low, old_high) = pair
    return (to_low / old_high - 1) * 100, (to_high / old_low - 1) * 100


def holds(percent, pair, sign):
    low, high = changes(pair)
    half = unit_of(percent) / 2
    return low <= sign * value(percent) + half and sign * value(percent) - half <= high


def misses(percent, pair, sign):
    low, high = changes(pair)
    unit, said = unit_of(percent), sign * value(percent)
    return said + unit < low or said - unit > high


def other_digits(text, rng):
    """The number with one digit changed, two swapped, or the point moved; as long as it was."""
    digits = [i for i, c in enumerate(text) if c.isdigit()]
    kind = rng.choice(("digit", "swap", "point"))
    chars = list(text)
    if kind == "swap" and len(digits) > 1:
        i = rng.randrange(len(digits) - 1)
        chars[digits[i]], chars[digits[i + 1]] = chars[digits[i + 1]], chars[digits[i]]
    elif kind == "point" and "." in text and text.index(".") > 1:
        at = text.index(".")
        chars[at - 1], chars[at] = chars[at], chars[at - 1]
    else:
        i = rng.choice(digits)
        chars[i] = rng.choice([d for d in "123456789" if d != chars[i]])
    out = "".join(chars)
    return out if out != text and out[0] not in "0,." and re.fullmatch(NUMBER, out) and value(out) > 0 else None


def replaced(text, match, group, new):
    return text[: match.start(group)] + new + text[match.end(group):]


def in_percent(text, rng, pattern, groups):
    """A percentage, one of its two ends or its direction."""
    for match in pattern.finditer(text):
        word, size, to, to_scale, to_unit, old, old_scale, old_unit = (match.group(g) for g in groups)
        pair = ends(to, to_scale, to_unit, old, old_scale, old_unit)
        sign = -1 if word in DOWN or word == "down" else 1
        if pair is None or is_rate_of_exchange(text, match, to_scale or old_scale) or not holds(size, pair, sign):
            continue
        if misses(size, pair, -sign):
            yield "percent-change: direction", match, replaced(text, match, groups[0], TURNED[word])
        what = rng.choice(("percentage", "end"))
        group = groups[1] if what == "percentage" else rng.choice((groups[2], groups[5]))
        new = other_digits(match.group(group), rng)
        if new is None:
            continue
        after = ends(new if group == groups[2] else to, to_scale, to_unit, new if group == groups[5] else old, old_scale, old_unit)
        percent = new if group == groups[1] else size
        if after is not None and misses(percent, after, sign):
            yield f"percent-change: {what}", match, replaced(text, match, group, new)


def is_rate_of_exchange(text, match, scale):
    """A rate of exchange falls as the currency rises: no check covers it."""
    around = text[max(0, match.start() - 200): match.end() + 60]
    return not scale and re.search(r"\byen\b|\bdollar\b|\bmarks?\b|exchange|\bstg\b|currency|\bfrancs?\b|\bshr\b|share", around)


def in_direction(text, rng):
    for match in PLAIN.finditer(text):
        word = match.group(1)
        pair = ends(*match.groups()[1:])
        if pair is None or is_rate_of_exchange(text, match, match.group(3) or match.group(6)):
            continue
        (to_low, to_high), (old_low, old_high) = pair
        rises = to_low > old_high
        if rises == (to_high < old_low) or rises != (word in UP):
            continue
        if rng.random() < 0.5:
            yield "direction: word", match, replaced(text, match, 1, TURNED[word])
        else:
            new = text[: match.start(2)] + match.group(5) + text[match.end(2): match.start(5)] + match.group(2) + text[match.end(5):]
            if (match.group(3) or "") == (match.group(6) or "") or not match.group(6):
                yield "direction: swapped ends", match, new


def in_calendar(text, rng, day):
    for match in WEEKDAY.finditer(text):
        month = MONTHS.index(match.group(2)) + 1
        try:
            dates = [datetime.date(day.year + step, month, int(match.group(3))) for step in (-1, 0, 1)]
        except ValueError:
            continue
        nearest = min(dates, key=lambda d: abs((d - day).days))
        if DAYS[nearest.weekday()] == match.group(1):
            new = rng.choice([d for d in DAYS if d != match.group(1)])
            yield "weekday-date", match, replaced(text, match, 1, new)
    for match in LAST_DAY.finditer(text):
        yield "date-exists", match, replaced(text, match, 2, "31")
    for match in ORDER.finditer(text):
        later, former = (MONTHS.index(match.group(g)) for g in (1, 2))
        if (later - former) % 12 == 1 and later > former:
            new = text[: match.start(1)] + match.group(2) + text[match.end(1): match.start(2)] + match.group(1) + text[match.end(2):]
            yield "date-order", match, new


def in_figures(text, rng):
    for match in RANGE.finditer(text):
        low, high = match.group(1), match.group(2)
        if value(low) * Fraction(11, 10) < value(high):
            new = text[: match.start(1)] + high + text[match.end(1): match.start(2)] + low + text[match.end(2):]
            yield "range-order", match, new
    for match in SUBSET.finditer(text):
        whole = value(match.group(1)) * 10 ** SCALES.get(match.group(2), 0)
        part = value(match.group(4)) * 10 ** SCALES.get(match.group(5), 0)
        if part < whole and match.group(2) == match.group(5):
            more = str(int(value(match.group(1)) * Fraction(3, 2)) + 1)
            yield "impossible: part over whole", match, replaced(text, match, 4, more)
    for match in LENGTHS.finditer(text):
        if match.group(2) not in IN_METRES or match.group(4) not in IN_METRES or match.group(2)[0] == match.group(4)[0]:
            continue
        right = value(match.group(1)) * IN_METRES[match.group(2)] / IN_METRES[match.group(4)]
        new = other_digits(match.group(3), rng)
        if new is not None and abs(value(match.group(3)) / right - 1) < Fraction(1, 10) and abs(value(new) / right - 1) > Fraction(1, 4):
            yield "conversion", match, replaced(text, match, 3, new)


def sentence_around(text, match):
    begin = max([0] + [m.end() for m in SENTENCE_END.finditer(text, 0, match.start())])
    end = SENTENCE_END.search(text, match.end())
    return begin, end.start() if end else len(text)


def errors_in(row, rng):
    """Every error that could be put into an item: kind, the sentence's place, the item with the error."""
    text = row["text"].replace("\n", " ")
    day = datetime.datetime.strptime(row["date"].split()[0], "%d-%b-%Y").date()
    found = [*in_percent(text, rng, SIZED, (1, 2, 3, 4, 5, 6, 7, 8)), *in_percent(text, rng, APART, (4, 5, 1, 2, 3, 6, 7, 8))]
    found += [*in_direction(text, rng), *in_calendar(text, rng, day), *in_figures(text, rng)]
    for kind, match, changed in found:
        yield {"kind": kind, "id": row["id"], "day": day.isoformat(), "place": sentence_around(text, match), "text": text, "changed": changed}


def chosen(rows, count, rng):
    """As many as asked for, no item twice, and no kind too often."""
    pool = [error for row in rows for error in errors_in(row, rng)]
    rng.shuffle(pool)
    kinds, items, out = Counter(), set(), []
    for error in pool:
        if len(out) < count and kinds[error["kind"]] < count // (10 if error["kind"] in PLAIN_CHANGES else 5) and error["id"] not in items:
            kinds[error["kind"]] += 1
            items.add(error["id"])
            out.append(error)
    return out


def findings(root, program, texts):
    """The claims that do not hold, by the text's number."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "texts.jsonl"
        path.write_text("".join(json.dumps({"id": str(i), "date": day, "text": text}) + "\n" for i, (day, text) in enumerate(texts)), encoding="utf-8")
        packs = [option for pack in ("consistency", "calendar") for option in ("--rules", str(root / "rules" / pack))]
        run = subprocess.run([program, *packs, "--format", "jsonl", str(path)], capture_output=True, text=True, check=False)
    out = defaultdict(list)
    for line in run.stdout.splitlines():
        document = json.loads(line)
        out[int(document["id"])] = [c for c in document["claims"] if c["verdict"] in ("contradicted", "misleading")]
    return out


def touches(claim, place):
    return claim["start"] < place[1] + 1 and claim["end"] > place[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("root", type=pathlib.Path)
    parser.add_argument("program")
    parser.add_argument("shared", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", default="")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    with gzip.open(options.shared / "corpus/reuters.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    errors = chosen(rows, options.count + options.count // 10, rng)
    before = findings(options.root, options.program, [(e["day"], e["text"]) for e in errors])
    errors = [e for i, e in enumerate(errors) if not any(touches(c, e["place"]) for c in before[i])][: options.count]
    after = findings(options.root, options.program, [(e["day"], e["changed"]) for e in errors])
    sums = defaultdict(lambda: [0, 0])
    for i, error in enumerate(errors):
        found = any(touches(c, error["place"]) for c in after[i])
        for kind in (error["kind"], "all"):
            sums[kind][0] += 1
            sums[kind][1] += found
        if options.show and options.show in error["kind"] and not found:
            print(error["id"], error["kind"], "|", error["changed"][error["place"][0]: error["place"][1]], "\n")
    print(f"{'change':32s} errors  found")
    for kind, (count, found) in sorted(sums.items()):
        print(f"{kind:32s} {count:6d} {found:6d}  {100 * found / count:5.1f} %")


main()
