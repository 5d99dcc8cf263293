"""What in a mail's body is the reply itself, what is quoted from earlier, and what is signature."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from foidesk.model.places import TextPlace
from foidesk.model.reading import Block, Table

_LABEL = re.compile(
    r"^[>\s*_]*(from|sent|date|to|cc|subject|importance|attachments|oddi wrth|anfonwyd|dyddiad|at|pwnc)"
    r"\s*:\**(?=\s|$)",
    re.I,
)
_ORIGINAL = re.compile(
    r"^\s*(?:-{2,}\s*(?:original message|original appointment|forwarded message|forwarded by\b.*|neges wreiddiol)"
    r"\s*-{2,}"
    r"|begin forwarded message:|>*\s*-{5,}\s*original message.*)\s*$",
    re.I,
)
_WROTE = re.compile(r"^\s*on\b.{6,200}?\bwrote\s*:\s*$|^\s*ar\b.{6,200}?\bysgrifennodd\b.*:\s*$", re.I | re.S)
_SIGN_OFF = re.compile(
    r"^\s*(?:yours\s+(?:sincerely|faithfully|truly)|(?:with\s+)?(?:kind(?:est)?|best|warm)\s*regards|regards|"
    r"kind\s+wishes|best\s+wishes|sincerely|respectfully|many\s+thanks|thanks|thank\s+you|cheers|"
    r"(?:gyda\s+)?cofion(?:\s+cynnes|\s+gorau)?|yn\s+gywir|yn\s+ddiffuant|diolch)\s*[,.!]?\s*$",
    re.I,
)
_DISCLAIMER = re.compile(
    r"^\s*[*_>]*\s*(?:this\s+(?:e-?mail|message|communication|transmission)\b.{0,160}?\b(?:confidential|intended|privileged|"
    r"scanned|monitored|virus)|confidentiality\s+(?:notice|note)|disclaimer\b|the\s+information\s+(?:contained\s+)?in\s+this\s+e-?mail|"
    r"please\s+consider\s+the\s+environment|internet\s+e-?mail\s+is\s+not|e-?mails?\s+(?:sent|received).{0,60}\bmonitored|"
    r"sent\s+from\s+my\s|get\s+outlook\s+for)",
    re.I,
)
_NEW_CONTENT = re.compile(
    r"^\s*(?:annex|appendix|schedule|enclosure|table|question|q\.?\s*\d|response|answer|request)\b.{0,120}$", re.I
)
# `Dismissed: 3` under a signature is an answer; `Ext: 3` is not.
_ANSWER = re.compile(
    r"^\s*(?!.*\b(?:tel|telephone|phone|ext|extension|fax|mob|mobile|direct|dial|room|floor|box|level|unit|suite|ref|"
    r"reference|no|number|page|ff[oô]n|est)\b)[A-Za-z][^\d]{2,80}[:=–-]\s*\d{1,4}\s*%?\s*$",
    re.I,
)
_INLINE = re.compile(
    r"\b(?:answers?|responses?|replies|comments?)\b[^.]{0,40}\b(?:below|in\s+(?:red|blue|green|bold|capitals)|inline|in-line|"
    r"under\s+each|beneath|embedded)\b|\b(?:see|set\s+out)\s+(?:answers?\s+)?(?:in\s+(?:red|blue|green)|inline)\b",
    re.I,
)


class TypedLine(NamedTuple):
    """A line of the body and what it is: "paragraph", "quoted" or "signature"."""

    start: int
    end: int
    kind: str


def type_lines(text: str) -> list[TypedLine]:
    """Each line of a mail's body with what it is."""
    lines = list(_spans(text))
    texts = [text[start:end] for start, end in lines]
    kinds: list[str] = []
    state = "paragraph"
    for at, line in enumerate(texts):
        state = _next_state(state, texts, at, kinds)
        kinds.append("quoted" if _is_marked(texts, at, line) else state)
    return [TypedLine(start, end, kind) for (start, end), kind in zip(lines, kinds, strict=True)]


def _is_marked(texts: list[str], at: int, line: str) -> bool:
    """A line that itself shows that it is quoted, or announces that what follows is."""
    return line.lstrip().startswith(">") or _announces(texts, at) or (at > 0 and _announces(texts, at - 1, 2))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        yield at, at + len(line)
        at += len(line) + 1


def _next_state(state: str, texts: list[str], at: int, kinds: list[str]) -> str:
    line = texts[at]
    if state == "mail header":
        state = "mail header" if line.strip() else "paragraph"
    elif _opens_quote(texts, at):
        # A mail that only passes another one on has nothing of its own: what it passes on is the reply.
        return "quoted" if _has_own_words(texts, kinds) else "mail header"
    if state == "quoted":
        return state
    if line.rstrip("\r") in ("-- ", "--", "-- \u00a0") or _DISCLAIMER.match(line):
        return "signature"
    if state == "signature":
        return "paragraph" if _NEW_CONTENT.match(line) or _ANSWER.match(line) else state
    return "signature" if _SIGN_OFF.match(line) and _has_own_words(texts, kinds) else state


def _opens_quote(texts: list[str], at: int) -> bool:
    line = texts[at]
    if not line.strip():
        return False
    if _ORIGINAL.match(line) or _is_header_run(texts, at):
        return True
    # Where the quoted lines carry marks, the marks decide: answers may stand between them.
    marked = any(other.lstrip().startswith(">") for other in texts[at + 1 :])
    return not marked and (_announces(texts, at) or _announces(texts, at, 2))


def _announces(texts: list[str], at: int, count: int = 1) -> bool:
    """`On 3 March 2014, the reporter wrote:`, on one line or on two."""
    line = texts[at].lstrip()
    if line[:2].lower() not in ("on", "ar"):
        return False
    return bool(_WROTE.match(" ".join(texts[at : at + count]))) and (count == 1 or not _WROTE.match(line))


def _is_header_run(texts: list[str], at: int) -> bool:
    """`From: ... Sent: ... To: ... Subject:` as Outlook writes above the mail it quotes."""
    first = _LABEL.match(texts[at])
    if not first or first[1].lower() not in ("from", "oddi wrth", "date", "sent"):
        return False
    names = [found[1].lower() for other in texts[at : at + 9] if (found := _LABEL.match(other))]
    return len(set(names)) >= 3


def _has_own_words(texts: list[str], kinds: list[str]) -> bool:
    own = [text for text, kind in zip(texts, kinds, strict=False) if kind == "paragraph"]
    return sum(len(text.split()) for text in own) >= 3


def answers_inline(text: str, lines: list[TypedLine]) -> bool:
    """True if the mail says that its answers stand among the quoted questions."""
    own = "\n".join(text[line.start : line.end] for line in lines if line.kind == "paragraph")
    quoted = any(line.kind == "quoted" for line in lines)
    return quoted and bool(_INLINE.search(own))


def kind_at(lines: list[TypedLine], start: int) -> str:
    """What the line is on which that character stands."""
    for line in lines:
        if line.start <= start <= line.end:
            return line.kind
    return "paragraph"


def typed_blocks(
    text: str, part: str, lines: list[TypedLine], tables: list[Table], starts: Collection[int] = ()
) -> list[Block]:
    """The body's paragraphs outside tables, each of one kind; `starts` are characters where one begins anyway."""
    covered = [t.place for t in tables if isinstance(t.place, TextPlace)]
    blocks: list[Block] = []
    run: list[TypedLine] = []
    for line in [*lines, TypedLine(-1, -1, "")]:
        blank = line.start < 0 or not text[line.start : line.end].strip()
        inside = any(
            place.start <= line.start < place.end or line.start < place.start < line.end for place in covered
        )
        if run and (blank or inside or line.kind != run[-1].kind or line.start in starts):
            blocks.append(_block(text, part, run))
            run = []
        if not blank and not inside:
            run.append(line)
    return blocks


def _block(text: str, part: str, run: list[TypedLine]) -> Block:
    start, end = run[0].start, run[-1].end
    return Block(run[0].kind, text[start:end], start, end, TextPlace(part, start, end))
