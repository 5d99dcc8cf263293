"""Ruling lines of a scanned page: long thin dark runs of its picture."""

from __future__ import annotations

import re

from PIL import Image

from foidesk.readers.tables.ink import Rule


def ruling_lines(grey: Image.Image, dpi: int) -> tuple[list[Rule], list[Rule]]:
    """Long dark runs along the rows and down the columns of the picture, in points."""
    dark = grey.point([1 if v < 190 else 0 for v in range(256)])
    run = re.compile(b"\x01{%d,}" % int(0.25 * dpi))
    turned = dark.transpose(Image.Transpose.TRANSPOSE)
    return _runs(dark, run, dpi), _runs(turned, run, dpi)


def _runs(dark: Image.Image, run: re.Pattern[bytes], dpi: int) -> list[Rule]:
    data, width, scale = dark.tobytes(), dark.width, 72 / dpi
    out: list[Rule] = []
    for y in range(dark.height):
        for hit in run.finditer(data, y * width, (y + 1) * width):
            out.append(Rule((hit.start() - y * width) * scale, (hit.end() - y * width) * scale, y * scale))
    return _thin(out)


def _thin(runs: list[Rule]) -> list[Rule]:
    """Without thick areas (shading, photographs): a rule is at most 4 points thick."""
    kept: list[Rule] = []
    stack: list[list[Rule]] = []
    for rule in runs:
        for pile in stack:
            last = pile[-1]
            if rule.at - last.at < 0.6 and min(rule.hi, last.hi) - max(rule.lo, last.lo) > 0:
                pile.append(rule)
                break
        else:
            stack.append([rule])
        done = [p for p in stack if rule.at - p[-1].at > 1.0]
        kept.extend(_flat(p) for p in done if p[-1].at - p[0].at < 4)
        stack = [p for p in stack if rule.at - p[-1].at <= 1.0]
    kept.extend(_flat(p) for p in stack if p[-1].at - p[0].at < 4)
    return kept


def _flat(pile: list[Rule]) -> Rule:
    return Rule(min(r.lo for r in pile), max(r.hi for r in pile), sum(r.at for r in pile) / len(pile))
