"""What a person sees of a stored number: the workbook's number format applied to it.

Dates come out in ISO 8601, whatever order the format gives: 03/04/2019 is two different days.
"""

from __future__ import annotations

import itertools
import math
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

BUILTIN: dict[int, str] = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "$#,##0;-$#,##0", 6: "$#,##0;-$#,##0",
    7: "$#,##0.00;-$#,##0.00", 8: "$#,##0.00;-$#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
    13: "# ??/??", 14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm", 37: "#,##0;(#,##0)",
    38: "#,##0;(#,##0)", 39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;(#,##0.00)", 41: "#,##0;-#,##0;-",
    42: "$#,##0;-$#,##0;-", 43: "#,##0.00;-#,##0.00;-", 44: "$#,##0.00;-$#,##0.00;-", 45: "mm:ss",
    46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_(?P<space>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<ampm>AM/PM|A/P)|(?P<exponent>E[+-])|(?P<plain>.)",
    re.S | re.I,
)
_CONDITION = re.compile(r"(<=|>=|<>|=|<|>)\s*(-?\d+(?:\.\d+)?)")
_SIGN = re.compile(r"[-−–(]|\b(?:cr|dr|minus|neg)", re.I)
_ELAPSED = re.compile(r"^(h+|m+|s+)$", re.I)
_ROOM = Context(prec=400)
"""Digits enough for the largest number in the longest format: 308 before the point, 30 behind it."""
_DATE_1900, _DATE_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)


@dataclass(frozen=True, slots=True)
class Section:
    """One of the up to four parts of a number format."""

    kind: str  # "general", "number", "date", "elapsed", "text", "literal"
    before: str = ""
    after: str = ""
    decimals: int = 0
    optional_decimals: int = 0
    whole: int = 0
    grouped: bool = False
    scale: int = 0
    percent: int = 0
    exponent: bool = False
    inner: tuple[str, ...] = ()
    fraction: bool = False
    seconds: bool = False
    days: bool = True
    clock: bool = False
    condition: tuple[str, float] | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A number as displayed, and what the format makes of it: "number", "date"; "unseen" where it shows nothing.

    A number that is not shown keeps its text, for whoever unseals it.
    """

    text: str
    kind: str


def plain(value: float | Decimal) -> str:
    """The shortest exact decimal of a stored number, never with an exponent: 88.0 is `88`."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    text = format(Decimal(repr(value)) if isinstance(value, float) else value, "f")
    return _trim(text)


def short(value: float) -> str:
    """What both `plain` and `general` give, where that can be told at once; else nothing."""
    text = repr(value)
    if text.endswith(".0"):
        return text[:-2] if len(text) < 17 and text != "-0.0" else ""
    return text if len(text) < 17 and "e" not in text and "n" not in text else ""


def show(value: float, code: str = "General", base_1904: bool = False) -> Shown:
    """The number as its format displays it; what is no number at all (a damaged cell) by its name."""
    if not math.isfinite(value):
        return Shown(general(value), "number")
    sections = parse(code or "General")
    section, absolute = _choose(sections, value)
    if section.kind in ("date", "elapsed"):
        return _show_time(value, section, base_1904)
    if section.kind in ("general", "text"):
        return Shown(section.before + general(value) + section.after, "number")
    if section.kind == "literal":
        return Shown(section.before, "number") if section.before.strip() else Shown(general(value), "unseen")
    text = _show_number(abs(value) if absolute else value, section)
    # Where only a colour tells a negative number, or nothing does, the sign is written.
    return Shown("-" + text if absolute and not _SIGN.search(section.before + section.after) else text, "number")


def general(value: float) -> str:
    """A number without a format, free of the artefacts of binary fractions: 0.1 + 0.2 is `0.3`."""
    if abs(value) < 1e15 and value == int(value):
        return str(int(value))
    return _trim(format(Decimal(f"{value:.15g}"), "f"))


def is_date(code: str) -> bool:
    """True if the format shows a number as a day or a time of day."""
    return parse(code)[0].kind == "date"


@lru_cache(maxsize=1024)
def hides_text(code: str) -> bool:
    """True if the format shows no words: its fourth part is empty, as in `;;;`."""
    parts = _split(code)
    return len(parts) > 3 and not parts[3]


@lru_cache(maxsize=1024)
def scales(code: str) -> bool:
    """True if the format shows numbers in thousands or millions, as `#,##0,` does."""
    return any(section.scale for section in parse(code or "General"))


@lru_cache(maxsize=1024)
def parse(code: str) -> tuple[Section, ...]:
    """The sections of a number format."""
    return tuple(_parse_section(part) for part in _split(code)) or (Section("general"),)


def _split(code: str) -> list[str]:
    parts = [""]
    for token in _TOKEN.finditer(code):
        if token["plain"] == ";":
            parts.append("")
        else:
            parts[-1] += token[0]
    return parts


def _choose(sections: tuple[Section, ...], value: float) -> tuple[Section, bool]:
    """The section that applies, and whether it shows the number without its sign."""
    if len(sections) == 1:
        return sections[0], False
    numeric = [section for section in sections[:3] if section.kind != "text"] or [sections[0]]
    for section in numeric:
        if section.condition and _holds(value, section.condition):
            return section, False
    if any(section.condition for section in numeric):
        return numeric[-1], False
    if value < 0 and len(numeric) > 1:
        return numeric[1], True
    if value == 0 and len(numeric) > 2:
        return numeric[2], False
    return numeric[0], False


def _holds(value: float, condition: tuple[str, float]) -> bool:
    sign, bound = condition
    return {
        "<": value < bound, ">": value > bound, "=": value == bound,
        "<=": value <= bound, ">=": value >= bound, "<>": value != bound,
    }[sign]  # fmt: skip


def _parse_section(code: str) -> Section:
    if code.strip().lower() in ("", "general", "standard"):
        return Section("literal" if code == "" else "general")
    tokens = list(_TOKEN.finditer(code))
    condition = next((_condition(t["bracket"]) for t in tokens if t["bracket"]), None)
    letters = "".join(t["plain"] for t in tokens if t["plain"]).lower()
    if any(t["bracket"] and _ELAPSED.match(t["bracket"]) for t in tokens):
        return Section("elapsed", seconds="s" in letters, condition=condition)
    if "general" in letters:
        return _around_general(tokens, condition)
    if any(mark in letters for mark in "ymdhs") and not set(letters) & set("0#?"):
        return _date_section(letters, condition)
    if re.search(r"[ymdhs]", letters) and re.search(r"s\.0+|[ymd]{2}", letters):
        return _date_section(letters, condition)
    return _number_section(tokens, letters, condition)


def _condition(bracket: str) -> tuple[str, float] | None:
    found = _CONDITION.fullmatch(bracket.strip())
    return (found[1], float(found[2])) if found else None


def _date_section(letters: str, condition: tuple[str, float] | None) -> Section:
    clock = "h" in letters or "s" in letters
    days = any(mark in letters for mark in "yd") or ("m" in letters and not clock)
    return Section("date", days=days, clock=clock, seconds="s" in letters, condition=condition)


def _around_general(tokens: list[re.Match[str]], condition: tuple[str, float] | None) -> Section:
    text = "".join(_literal(t) or (t["plain"] or "") for t in tokens)
    before, _, after = re.sub("general", "\0", text, flags=re.I).partition("\0")
    return Section("general", before=before, after=after, condition=condition)


def _number_section(tokens: list[re.Match[str]], letters: str, condition: tuple[str, float] | None) -> Section:
    # The zeros of an exponent (0.00E+00) are no decimals; the mark itself is a token of its own.
    mantissa = itertools.takewhile(lambda token: not token["exponent"], tokens)
    digits = re.sub(r"[^0#?.,]", "", "".join(token["plain"] or "" for token in mantissa))
    if not re.search(r"[0#?]", digits):
        kind = "text" if "@" in letters else "literal"
        before, _, after = "".join(_shown(t) for t in tokens).partition("@")
        return Section(kind, before=before, after=after, condition=condition)
    whole, _, decimals = digits.partition(".")
    before, after = _surroundings(tokens)
    return Section(
        "number", before, after,
        decimals=len(re.findall(r"[0#?]", decimals)),
        optional_decimals=len(re.findall(r"[#?]", decimals)),
        whole=whole.count("0"),
        grouped="," in whole.rstrip(","),
        scale=len(digits) - len(digits.rstrip(",")),
        percent=letters.count("%"),
        exponent=any(t["exponent"] for t in tokens),
        inner=_inner(tokens),
        fraction="/" in letters and "?" in letters,
        condition=condition,
    )  # fmt: skip


def _surroundings(tokens: list[re.Match[str]]) -> tuple[str, str]:
    """The literal characters before the first digit place and after the last one."""
    spots = [i for i, t in enumerate(tokens) if (t["plain"] or " ") in "0#?.,"]
    before = "".join(_shown(t) for t in tokens[: spots[0]])
    after = "".join(_shown(t) for t in tokens[spots[-1] + 1 :] if not t["exponent"])
    return before.lstrip(), after.rstrip()


def _inner(tokens: list[re.Match[str]]) -> tuple[str, ...]:
    """Each place for a digit and what stands between them, where something does: (000) 000-0000."""
    spots = [i for i, t in enumerate(tokens) if (t["plain"] or " ") in "0#?.,"]
    pieces = [(t["plain"] or "") if (t["plain"] or " ") in "0#?.," else _shown(t) for t in tokens]
    inside = tuple(piece for piece in pieces[spots[0] : spots[-1] + 1] if piece)
    odd = any(piece not in "0#?.,%" for piece in inside)
    return inside if odd and not {".", ","} & set(inside) else ()


def _shown(token: re.Match[str]) -> str:
    return _literal(token) or (token["plain"] or "")


def _literal(token: re.Match[str]) -> str:
    bracket = token["bracket"] or ""
    if bracket.startswith("$"):
        return bracket[1:].split("-")[0]
    if token["space"]:
        return " "
    return token["quoted"] or token["escaped"] or ""


def _show_number(value: float, section: Section) -> str:
    exact = Decimal(repr(value)).scaleb(2 * section.percent - 3 * section.scale)
    if section.fraction:
        body = general(float(exact))
    elif section.exponent:
        body = f"{exact:.{section.decimals}E}"
    elif section.inner:
        body = _placed(exact, section.inner)
    else:
        body = _fixed(exact, section)
    sign = "-" if body.startswith("-") else ""
    return (sign + section.before + body.removeprefix("-") + section.after).strip()


def _fixed(value: Decimal, section: Section) -> str:
    # Excel rounds halves away from zero, on the 15 digits that it shows.
    clean = Decimal(f"{value:.15g}")
    rounded = clean.quantize(Decimal(1).scaleb(-section.decimals), ROUND_HALF_UP, _ROOM)
    text = format(rounded, ",f" if section.grouped else "f")
    for _ in range(section.optional_decimals):
        text = text[:-1] if text.endswith("0") and "." in text else text
    text = text.rstrip(".")
    return "0" if text in ("-0", "") else _padded(text, section)


def _placed(value: Decimal, inner: tuple[str, ...]) -> str:
    """The digits in their places, from the right; those left over stand before the first."""
    digits = list(format(abs(value).quantize(Decimal(1), ROUND_HALF_UP, _ROOM), "f"))
    out: list[str] = []
    for piece in reversed(inner):
        if piece in ("0", "#", "?"):
            out.append(digits.pop() if digits else "0" if piece == "0" else "")
        elif digits or "0" in inner:
            out.append(piece)
    return ("-" if value < 0 else "") + "".join(digits) + "".join(reversed(out))


def _padded(text: str, section: Section) -> str:
    """Leading zeros that the format asks for, as in the reference number 00123."""
    if section.grouped or section.whole < 2:
        return text
    sign = "-" if text.startswith("-") else ""
    whole, dot, rest = text.removeprefix("-").partition(".")
    return sign + whole.zfill(section.whole) + dot + rest


def _show_time(value: float, section: Section, base_1904: bool) -> Shown:
    if section.kind == "elapsed":
        return Shown(_elapsed(value, section.seconds), "number")
    moment = date_of(value, base_1904)
    if moment is None:
        return Shown(general(value), "number")
    if section.days and not (section.clock and value % 1):
        return Shown(moment.date().isoformat(), "date")
    clock = moment.strftime("%H:%M:%S" if section.seconds else "%H:%M")
    return Shown(f"{moment.date().isoformat()} {clock}" if section.days else clock, "date")


def _elapsed(value: float, seconds: bool) -> str:
    total = round(abs(value) * 86400)
    sign = "-" if value < 0 else ""
    text = f"{sign}{total // 3600}:{total // 60 % 60:02d}"
    return f"{text}:{total % 60:02d}" if seconds else text


def date_of(value: float, base_1904: bool = False) -> datetime | None:
    """The moment a serial number means; None outside the years 1900 to 9999."""
    if not 0 <= value < 2_958_466:
        return None
    if base_1904:
        return _DATE_1904 + timedelta(seconds=round(value * 86400))
    # Excel believes that 1900 was a leap year: days before its 29 February are one off.
    shift = 1 if 1 <= value < 60 else 0
    return _DATE_1900 + timedelta(days=shift, seconds=round(value * 86400))


def _trim(text: str) -> str:
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"
