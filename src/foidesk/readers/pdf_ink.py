"""From a PDF's page to its ink: words with boxes, and ruling lines, as displayed.

Characters are fetched with one C call each but without a line of Python in between (`map` over bare function
pointers, boxes written into one buffer): reading is most of the time a table finder takes.
"""

from __future__ import annotations

import ctypes
import math
import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from itertools import repeat
from typing import Any, NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from foidesk.readers.pdf_aslant import without_aslant
from foidesk.readers.pdf_attached import pinned_files
from foidesk.readers.pdf_clips import clipped_ends
from foidesk.readers.pdf_forms import remarks_on, typed_tokens
from foidesk.readers.pdf_marks import with_marks
from foidesk.readers.pdf_pictures import telling_pictures
from foidesk.readers.pdf_seams import WHITE, parted_at_seams
from foidesk.readers.pdf_sideways import is_headlong, is_sideways, quarter_of, some_of
from foidesk.readers.pdf_strokes import Pen, drawn_on
from foidesk.readers.pdf_struck import parted_by_strikes, set_off
from foidesk.readers.pdf_unseen import dark_fills, unseen
from foidesk.readers.pdf_view import FLOAT, INT, POINTER, View, bare, view_of
from foidesk.readers.tables.ink import Frame, PageInk, Rule, Token, frame_of

HYPHEN, NOTHING = 2, frozenset((0, 0xFFFE, 0xFFFF, 0xAD, 0x200B, 0xFEFF))
SPACES = frozenset((9, 10, 11, 12, 13, 32, 160, 0x2002, 0x2003, 0x2009, 0x200A, 0x202F, 0x3000))
BLANK = SPACES | NOTHING
LOOKS_LIKE = {
    HYPHEN: "-",
    0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF0FE: "☒", 0xF06F: "□", 0xF0A8: "□",
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl",
}  # fmt: skip
DIGITS = frozenset(range(48, 58))
WORD_GAP = 0.25
TOUCH = 0.06
SAME = 0.05  # points: edges that are one
LAYER = 60  # letters: less over a picture is a label, no text layer of a scan
LIGATURE = -1.3  # the letters of a ligature all have its box: the next begins left of where the last ends
HEAVY = re.compile(rb"bold|black|heavy", re.IGNORECASE)


_unicode = bare(raw.FPDFText_GetUnicode, ctypes.c_uint, POINTER, INT)
_loose_box = bare(raw.FPDFText_GetLooseCharBox, INT, POINTER, INT, POINTER)
_angle = bare(raw.FPDFText_GetCharAngle, FLOAT, POINTER, INT)
_font = bare(raw.FPDFText_GetFontInfo, ctypes.c_ulong, POINTER, INT, POINTER, ctypes.c_ulong, POINTER)


def page_ink(document: Any, index: int, form: Any = None) -> PageInk:
    """The ink of the page with this index (from 0), with what was typed into the fields of its form."""
    page = document[index]
    try:
        view, quarter = view_of(page), 0
        pen = drawn_on(page, view)
        tokens, bold, sealed, of_scan, seams, struck, aslant, headlong = tokens_of(page, view, pen)
        if headlong or is_sideways(tokens):
            quarter = 180 if headlong else quarter_of(tokens)
            view = view._replace(turn=(view.turn + quarter) % 360)
            pen = drawn_on(page, view)
            tokens, bold, sealed, of_scan, seams, struck, aslant, _ = tokens_of(page, view, pen)
        tokens += typed_tokens(page, form, view)
        dark = dark_fills(pen)
        bold |= {t.start for t in tokens if any(f.has(t.centre, t.middle) for f in dark)} if dark else frozenset()
        return PageInk(
            index + 1, *view.size, tokens, pen.across, pen.down, pen.images, pen.slants, bold, pen.drawn,
            sealed=sealed, of_scan=of_scan, remarks=remarks_on(page),
            clipped=clipped_ends(pen), quarter=quarter, seams=seams, struck=struck, aslant=aslant,
            files=list(pinned_files(page)),
            pictures=telling_pictures(page, view, pen.images, tokens),
        )  # fmt: skip
    finally:
        page.close()


# ------------------------------------------------------------------ characters


class Characters(NamedTuple):
    """The characters of a page in stream order, with their boxes as displayed, one list per side."""

    codes: list[int]
    x0: list[float]
    y0: list[float]
    x1: list[float]
    y1: list[float]


def characters_of(text: int, count: int, view: View) -> Characters:
    """Codes and loose boxes (full font height: one line, one height) of all characters."""
    buffer = (ctypes.c_float * (4 * count))()
    base = ctypes.addressof(buffer)
    codes = list(map(_unicode, repeat(text), range(count)))
    list(map(_loose_box, repeat(text), range(count), range(base, base + 16 * count, 16)))
    flat = memoryview(buffer).cast("B").cast("f").tolist()
    left, top, right, bottom = flat[0::4], flat[1::4], flat[2::4], flat[3::4]
    if view.turn == 0:
        shift, height = view.left, view.top
        return Characters(
            codes, [x - shift for x in left], [height - y for y in top],
            [x - shift for x in right], [height - y for y in bottom],
        )  # fmt: skip
    frames = [view.frame(*box) for box in zip(left, bottom, right, top, strict=True)]
    unite_ligatures(text, frames, view.turn)
    return Characters(codes, *([f[side] for f in frames] for side in range(4)))


def unite_ligatures(text: int, frames: list[Frame], turn: int) -> None:
    """Give the letters of each ligature its whole box: on a turned page they share it across their line.

    PDFium cuts a ligature's box along the page as it is stored, on a page upside down backwards. Words that do
    run up the page lie like that too: their angle tells.
    """
    start = 0
    for i in range(1, len(frames) + 1):
        if i < len(frames) and _shares(frames[i - 1], frames[i], turn):
            continue
        if i - start > 1 and round(math.degrees(_angle(text, start)) + turn) % 360 == 0:
            whole = frame_of(frames[start:i])
            frames[start:i] = [whole] * (i - start)
        start = i


def _shares(a: Frame, b: Frame, turn: int) -> bool:
    """True if the second letter's box goes on where no next letter of a line stands."""
    if turn == 180:
        return abs(a.x0 - b.x1) < SAME and abs(a.y0 - b.y0) < SAME and abs(a.y1 - b.y1) < SAME and b.x1 > b.x0
    level = abs(a.x0 - b.x0) < SAME and abs(a.x1 - b.x1) < SAME and b.x1 > b.x0
    return level and min(abs(a.y0 - b.y1), abs(a.y1 - b.y0)) < SAME


class Seen(NamedTuple):
    """The words of a page, the starts of bold lines, where hidden words stand, and if a scan shows the words.

    `seams`: words in which two runs of text meet, and nothing tells whether they are one word. `struck`: words
    that a line is drawn through. `aslant`: those aslant across the lines, with what they say. `headlong`: the
    page says nearly all upside down.
    """

    tokens: list[Token]
    bold: frozenset[int]
    sealed: list[Frame]
    of_scan: bool
    seams: list[Frame]
    struck: list[Frame]
    aslant: list[tuple[Frame, str]]
    headlong: bool = False


def tokens_of(page: Any, view: View, pen: Pen) -> Seen:
    """The words that show on the page, none of them through a rule that runs down."""
    textpage = page.get_textpage()
    try:
        count = raw.FPDFText_CountChars(textpage)
        if count <= 0:
            return Seen([], frozenset(), [], False, [], [], [])
        text = ctypes.cast(textpage.raw, ctypes.c_void_p).value or 0
        characters = characters_of(text, count, view)
        hidden, of_scan = unseen(page, view, pen, text, characters.codes, characters[1:])
        sealed = list(_sealed(characters, sorted(hidden)))
        spans = list(parted_numbers(characters, closed_up(characters, list(word_spans(characters)))))
        spans, aslant = without_aslant(text, spans)
        if pen.down:
            spans = list(parted_by_rules(characters, spans, sorted(pen.down, key=lambda rule: rule.at)))
        struck = parted_by_strikes(characters, spans, pen.across)
        if struck.lines:
            pen.across = [rule for rule in pen.across if rule not in struck.lines]
        seams = parted_at_seams(text, characters, struck.spans)
        spans = seams.spans
        headlong = is_headlong(math.degrees(_angle(text, at)) + view.turn for at in some_of([s for s, _ in spans]))
        codes = characters.codes
        begin = (start for start, _ in spans if not start or codes[start - 1] in (10, 13))
        bold = frozenset(start for start in begin if _is_bold(text, start))
        tokens = list(_tokens(text, characters, spans, view, sealed))
        if seams.cuts:
            tokens = [_drawn_in(token, seams.cuts) for token in tokens]
        if struck.starts:
            tokens = [set_off(token, struck.starts) for token in tokens]
        letters = sum(len(token.text) for token in tokens)
        is_scan = len(of_scan) > max(LAYER, letters // 2)
        across = [(Frame(*_token(characters, *span)[:4]), _spell(codes[slice(*span)])) for span in aslant]
        return Seen(tokens, bold, sealed, is_scan, seams.open, struck.words, across, headlong)
    finally:
        textpage.close()


def _drawn_in(token: Token, cuts: frozenset[int]) -> Token:
    """The word with a little white at the seam where it meets another cell's."""
    x0 = token.x0 + WHITE * token.size * (token.start in cuts)
    x1 = token.x1 - WHITE * token.size * (token.end in cuts)
    return token._replace(x0=x0, x1=x1)


def _sealed(characters: Characters, hidden: list[int]) -> Iterator[Frame]:
    """Where the hidden words stand; they are taken out of the characters."""
    if not hidden:
        return
    lone = characters._replace(codes=[0] * len(characters.codes))
    for i in hidden:
        lone.codes[i], characters.codes[i] = characters.codes[i], 0
    for start, end in word_spans(lone):
        yield Frame(*_token(lone, start, end)[:4])


def _is_bold(text: int, start: int) -> bool:
    name = ctypes.create_string_buffer(96)
    _font(text, start, ctypes.addressof(name), 96, None)
    return bool(HEAVY.search(name.value))


def word_spans(characters: Characters) -> Iterator[tuple[int, int]]:
    """Start and end of each run of characters that stand side by side on one line."""
    start = -1
    right = size = middle = 0.0
    for i, (code, x0, y0, x1, y1) in enumerate(zip(*characters, strict=True)):
        if code in BLANK:
            if start >= 0:
                yield start, i
                start = -1
            continue
        if start >= 0:
            gap = x0 - right
            if gap > WORD_GAP * size or gap < LIGATURE * size or abs(y0 + y1 - middle) > size:
                yield start, i
                start = -1
        if start < 0:
            start = i
        right = x1
        size = y1 - y0
        middle = y0 + y1
    if start >= 0:
        yield start, len(characters.codes)


def closed_up(chars: Characters, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans, letters that are printed s p a c e d  o u t put together: no space stands between them."""
    at = 0
    while at < len(spans):
        run = at
        if spans[at][1] - spans[at][0] > 1:
            yield spans[at]
            at += 1
            continue
        while run + 1 < len(spans) and _goes_on(chars, spans[run], spans[run + 1]):
            run += 1
        if run - at > 1 and _is_even([chars.x0[i + 1] - chars.x1[i] for i in range(spans[at][0], spans[run][0])]):
            yield spans[at][0], spans[run][1]
        else:
            yield from spans[at : run + 1]
        at = run + 1


def _goes_on(chars: Characters, a: tuple[int, int], b: tuple[int, int]) -> bool:
    """True for two lone letters on one line, the second written right after the first."""
    if a[1] != b[0] or b[1] - b[0] != 1 or a[1] - a[0] != 1:
        return False
    i, j = a[0], b[0]
    size = chars.y1[i] - chars.y0[i]
    return 0 < chars.x0[j] - chars.x1[i] < 0.8 * size and abs(chars.y0[i] - chars.y0[j]) < 0.2 * size


def _is_even(gaps: list[float]) -> bool:
    return max(gaps) - min(gaps) < 0.25 * max(gaps)


def parted_numbers(chars: Characters, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans cut between a number and a word with a capital that stand further apart than letters do.

    So spreadsheets print a number set to the right and the words of the next cell: no space is as narrow.
    """
    for start, end in spans:
        if end - start > 2 and chars.codes[start] in DIGITS:
            cut = next((i for i in range(start, end) if chars.codes[i] not in DIGITS), end)
            if cut < end - 1 and _is_capital(chars.codes, cut):
                gaps = [chars.x0[i + 1] - chars.x1[i] for i in range(cut - 1, end - 1)]
                if gaps[0] > max(0.1 * (chars.y1[start] - chars.y0[start]), 2 * max(gaps[1:])):
                    yield start, cut
                    start = cut
        yield start, end


def _is_capital(codes: list[int], at: int) -> bool:
    return chr(codes[at]).isupper() and chr(codes[at + 1]).islower()


def parted_by_rules(
    chars: Characters, spans: list[tuple[int, int]], down: list[Rule]
) -> Iterator[tuple[int, int]]:
    """The spans cut where a rule runs down between two characters: words of two cells that stand close."""
    places = [rule.at for rule in down]
    for start, end in spans:
        first, last = bisect(places, chars.x0[start] + 1), bisect(places, chars.x1[end - 1] - 1)
        if first >= last or end - start < 2:
            yield start, end
            continue
        y = (chars.y0[start] + chars.y1[start]) / 2
        for rule in down[first:last]:
            if rule.lo < y < rule.hi:
                cut = next((i for i in range(start + 1, end) if chars.x0[i] > rule.at - 1), end)
                if cut < end and chars.x0[cut - 1] < rule.at:
                    yield start, cut
                    start = cut
        yield start, end


def _tokens(
    text: int, chars: Characters, spans: list[tuple[int, int]], view: View, sealed: list[Frame]
) -> Iterator[Token]:  # fmt: skip
    """The words on the page; those beside it, or too small to be seen, are sealed."""
    width, height = view.size
    turned: list[int] = []
    for start, end in spans:
        if (end - start <= 2 or _is_stacked(chars, start, end)) and _is_turned(text, start, view):
            turned.extend(range(start, end))
            continue
        token = _token(chars, start, end)
        if token.x1 > 0 and token.x0 < width and token.y1 > 0 and token.y0 < height and token.size > 0.5:
            yield token
        else:
            sealed.append(_inside(token, width, height))
    yield from turned_tokens(chars, turned)


def _inside(token: Token, width: float, height: float) -> Frame:
    """The frame of a word beside the page, moved to its edge."""
    xs, ys = ([min(max(v, 0.0), most) for v in pair] for pair, most in
              (((token.x0, token.x1), width), ((token.y0, token.y1), height)))  # fmt: skip
    return Frame(xs[0], ys[0], xs[1], ys[1])


def _token(chars: Characters, start: int, end: int) -> Token:
    y0, y1, x1 = chars.y0[start], chars.y1[start], chars.x1[start]
    text = _spell(chars.codes[start:end])
    if end - start > 1:
        tops, feet = chars.y0[start:end], chars.y1[start:end]
        if tops.count(y0) < end - start:  # seldom: then there is something to compare
            y0 = min(tops)
        if feet.count(y1) < end - start:
            y1 = max(feet)
            text = with_marks(text, tops, feet)
        x1 = max(chars.x1[start:end])
    return Token(chars.x0[start], y0, x1, y1, text, y1 - y0, start, end)


def _spell(codes: list[int]) -> str:
    text = "".join(map(chr, codes))
    return text if text.isascii() and HYPHEN not in codes else text.translate(LOOKS_LIKE)


def _is_stacked(chars: Characters, start: int, end: int) -> bool:
    """True for the letters of a ligature, which all have its box."""
    return chars.y0[start] == chars.y0[end - 1] and chars.x0[start] == chars.x0[end - 1]


def _is_turned(text: int, index: int, view: View) -> bool:
    degrees = math.degrees(_angle(text, index)) - view.turn
    return 30 < degrees % 180 < 150


def turned_tokens(chars: Characters, indexes: list[int]) -> Iterator[Token]:
    """Words that run up or down the page: rotated column heads, stamps in the margin."""
    run: list[int] = []
    for i in indexes:
        if run and not _follows(chars, run[-1], i):
            yield _turned_token(chars, run)
            run = []
        run.append(i)
    if run:
        yield _turned_token(chars, run)


def _follows(chars: Characters, a: int, b: int) -> bool:
    size = chars.x1[a] - chars.x0[a]
    gap = max(chars.y0[a], chars.y0[b]) - min(chars.y1[a], chars.y1[b])
    same_line = abs(chars.x0[a] + chars.x1[a] - chars.x0[b] - chars.x1[b]) < size
    # PDFium makes line breaks of the kerning between turned letters that touch.
    broken = b - a > 1 and (gap > TOUCH * size or any(code not in (10, 13) for code in chars.codes[a + 1 : b]))
    return not broken and same_line and gap < WORD_GAP * size


def _turned_token(chars: Characters, run: list[int]) -> Token:
    x0, x1 = min(chars.x0[i] for i in run), max(chars.x1[i] for i in run)
    y0, y1 = min(chars.y0[i] for i in run), max(chars.y1[i] for i in run)
    text = _spell([chars.codes[i] for i in run])
    return Token(x0, y0, x1, y1, text, x1 - x0, run[0], run[-1] + 1, upright=False)


def open_document(data: bytes) -> Any:
    """The PDFium document; its errors are the caller's to name."""
    return pdfium.PdfDocument(data)
