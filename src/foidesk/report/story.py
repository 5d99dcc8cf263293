"""The story as a page: Markdown with Pandoc spans, each claim a link to what bears it out.

The claims' offsets are those of the file, and a Markdown parser keeps none; so each claim is first wrapped in
private characters, which pass through the parser and become links in the HTML.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape

from markdown_it import MarkdownIt

from foidesk.model import Claim
from foidesk.words.brackets import Bracketed, bracketed

OPEN, MIDDLE, CLOSE, POINT = "\ue000", "\ue001", "\ue002", "\ue003"
PRIVATE = re.compile("[\ue000-\ue003]")
AREA = re.compile(r"\[[^\[\]]*\]\([^()]*\)|`[^`]*`|<[^<>\s]+>")
FINDING = re.compile(r"(?:^|\s)f\s*=\s*[\"']?([^\s\"']+)")
MARKUP = re.compile(r"[*_`\[\]<>\\!#|\n]")
TH = '<th scope="col"'
FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n.*?\n(?:---|\.\.\.)[ \t]*\r?\n", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Piece:
    """What a stretch of the file becomes: characters `start` to `end` replaced by `text`, bound to a claim.

    `wraps` is false where the words cannot become a link (they hold markup, or other claims): a mark follows.
    """

    start: int
    end: int
    text: str
    claim: Claim | None
    wraps: bool
    finding: str = ""


Link = Callable[[Claim | None, str], str | None]
"""The link from the story to what bears a claim out; the second argument is the finding that its span names."""


def story_html(source: str, claims: tuple[Claim, ...], link: Link, draft: bool) -> str:
    """The story as HTML. In a draft each claim carries its verdict; raw HTML and pictures come out as text."""
    text = PRIVATE.sub("\ufffd", source)
    pieces = list(_pieces(text, claims))
    markdown = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"]).disable("image")
    marked = _front(_marked(text, pieces))
    html = str(markdown.render(marked))
    return re.sub(r"<th\b", TH, _linked(html, pieces, link, draft))


def story_title(source: str) -> str:
    """The first heading of the story, without markup; "" if it has none."""
    match = re.search(r"^#\s+(.+)$", source, re.MULTILINE)
    return bare_markdown(match.group(1)) if match else ""


def bare_markdown(text: str) -> str:
    """The words of a stretch of Markdown, without spans and emphasis."""
    return re.sub(r"[*_`]", "", _unspanned(text)).strip()


def _unspanned(text: str) -> str:
    """The text with the words of its spans alone, inner ones too."""
    dropped = [edge for one in bracketed(text) for edge in ((one.start, one.start + 1), (one.words[1], one.end))]
    for start, end in sorted(dropped, reverse=True):
        text = text[:start] + text[end:]
    return text


def _front(text: str) -> str:
    return FRONT_MATTER.sub("", text)


# From the file to marked Markdown


def _pieces(text: str, claims: tuple[Claim, ...]) -> Iterator[Piece]:
    """Spans of the file and claims outside them, in order and without overlap; marks follow longer claims."""
    every = bracketed(text)
    outer = [one for one in every if not any(o.start < one.start and one.end < o.end for o in every)]
    spans = [_span_piece(one, text, claims) for one in outer]
    taken = [(piece.start, piece.end) for piece in spans] + [match.span() for match in AREA.finditer(text)]
    loose = [claim for claim in claims if not any(piece.claim is claim for piece in spans)]
    bare: list[Piece] = []
    for claim in sorted(loose, key=lambda each: (each.end - each.start, each.start)):
        wraps = _wrappable(text, claim) and not _clashes(taken, claim.start, claim.end)
        if wraps:
            taken.append((claim.start, claim.end))
        start = claim.start if wraps else _after(claim.end, taken)
        bare.append(Piece(start, claim.end if wraps else start, text[claim.start : claim.end], claim, wraps))
    yield from sorted([*spans, *bare], key=lambda piece: (piece.start, piece.wraps, piece.end))


def _span_piece(span: Bracketed, text: str, claims: tuple[Claim, ...]) -> Piece:
    """The span with its innermost claim: the shortest that lies in it or around it."""
    inside = [claim for claim in claims if span.start <= claim.start and claim.end <= span.end]
    named = FINDING.search(span.attributes)
    claim = min(inside, key=lambda each: (not each.finding, each.end - each.start), default=None)
    words = _unspanned(text[slice(*span.words)])
    return Piece(span.start, span.end, words, claim, True, named.group(1) if named else "")


def _wrappable(text: str, claim: Claim) -> bool:
    words = text[claim.start : claim.end]
    return bool(words.strip()) and not MARKUP.search(words)


def _clashes(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(a < end and start < b for a, b in taken)


def _after(at: int, taken: list[tuple[int, int]]) -> int:
    """The first place from `at` on that lies inside no piece."""
    return next((b for a, b in taken if a < at < b), at)


def _marked(text: str, pieces: list[Piece]) -> str:
    out, at = [], 0
    for index, piece in enumerate(pieces):
        out.append(text[at : piece.start])
        words = f"{MIDDLE}{piece.text}{CLOSE}" if piece.wraps else POINT
        out.append(f"{OPEN}{index}{words}")
        at = max(at, piece.end)
    return "".join([*out, text[at:]])


# From HTML with private characters to links


def _linked(html: str, pieces: list[Piece], link: Link, draft: bool) -> str:
    open_pieces: list[Piece] = []

    def replace(match: re.Match[str]) -> str:
        if match.group(0) == CLOSE:
            return _close(open_pieces.pop(), link, draft)
        piece = pieces[int(match.group(1))]
        if match.group(2) == POINT:
            return _point(piece, link, draft)
        open_pieces.append(piece)
        return _open(piece, link)

    return re.sub(f"{OPEN}(\\d+)([{MIDDLE}{POINT}])|{CLOSE}", replace, html)


def _target(piece: Piece, link: Link) -> str | None:
    return link(piece.claim, piece.finding)


def _open(piece: Piece, link: Link) -> str:
    target = _target(piece, link)
    kind = escape(piece.claim.kind if piece.claim else "number")
    title = f' title="{escape(_hint(piece))}"' if _hint(piece) else ""
    if target is None:
        return f'<span class="claim unbound" data-kind="{kind}"{title}>'
    return f'<a class="claim" data-kind="{kind}" href="{escape(target)}"{title}>'


def _close(piece: Piece, link: Link, draft: bool) -> str:
    tag = "span" if _target(piece, link) is None else "a"
    return f"</{tag}>{_verdict(piece.claim) if draft else ''}"


def _hint(piece: Piece) -> str:
    return f"The replies give: {piece.claim.value}" if piece.claim and piece.claim.value else ""


def _point(piece: Piece, link: Link, draft: bool) -> str:
    """The mark after a claim that is no link itself: "source", and in a draft its verdict."""
    target = _target(piece, link)
    mark = ""
    if target is not None:
        words = escape(piece.text.strip())
        mark = f'<a class="claim-source" href="{escape(target)}" aria-label="Source of: {words}">source</a>'
    return mark + (_verdict(piece.claim) if draft else "")


def _verdict(claim: Claim | None) -> str:
    if claim is None:
        return ' <small class="verdict unchecked">not checked</small>'
    kind = "blocks" if claim.blocks else "passes"
    return f' <small class="verdict {kind}">{escape(claim.verdict)}</small>'
