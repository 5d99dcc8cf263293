"""The story as a page: every claim marked with its verdict, reachable by keyboard, fit for print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from foidesk.model import Claim

from .accepted import can_accept
from .page_accept import STYLE, accepting, button

_STYLE = """
:root { --paper: #fff; --ink: #1b1b1b; --link: #0b4fa0; --good: #2e7d32; --bad: #b71c1c; --open: #b45300;
  --waived: #6a4c93; --none: #767676; --bad-ground: #fbe3e3; --open-ground: #fdecd8; }
@media (prefers-color-scheme: dark) { :root { --paper: #181818; --ink: #ececec; --link: #8ab8ff; --good: #81c784;
  --bad: #ff8a80; --open: #ffb74d; --waived: #c3a6e8; --none: #a0a0a0; --bad-ground: #4a1414;
  --open-ground: #46300f; } }
body { font: 1.05rem/1.55 Georgia, serif; max-width: 78rem; margin: 2rem auto; padding: 0 1rem;
  background: var(--paper); color: var(--ink); }
a { color: var(--link); }
main { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 2.5rem; }
article { white-space: pre-wrap; tab-size: 32; }
h2 { font-size: 1.15rem; margin: 0 0 .6rem; }
.skip { position: absolute; left: -99rem; } .skip:focus { position: static; }
a.claim { color: inherit; border-radius: 2px; padding: 0 1px; text-decoration: underline 2px; }
a:focus, li:target, li:focus-within { outline: 3px solid var(--link); outline-offset: 2px; }
a.supported { text-decoration-color: var(--good); }
a.waived { text-decoration: underline 2px dotted var(--waived); }
a.contradicted { text-decoration: underline 4px double var(--bad); background: var(--bad-ground); }
a.misleading, a.not-established, a.no-data, a.needs-a-person
  { text-decoration: underline 2px dashed var(--open); background: var(--open-ground); }
a.not-a-claim-about-the-data { text-decoration: underline 1px dotted var(--none); }
ol, ul { font: .85rem/1.4 system-ui, sans-serif; padding-left: 2rem; } li { margin-bottom: .8rem; }
li { break-inside: avoid; overflow-wrap: anywhere; } nav li { margin-bottom: .2rem; }
sup { font: .65em system-ui, sans-serif; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
@media (max-width: 60rem) { main { display: block; } }
@media print {
  :root { --paper: #fff; --ink: #000; --bad-ground: #fff; --open-ground: #fff; }
  body { max-width: none; margin: 0; font-size: 10pt; } main { display: block; } section { break-before: page; }
  .skip, .back { display: none; }
  a.claim[data-open] { border: 1px solid; } a.claim[data-open] sup::after { content: " " attr(data-verdict); }
}
"""

Span = tuple[int, int, Claim]


@dataclass(frozen=True, slots=True)
class _Marked:
    """A stretch of the story that is one link: the claim that it goes to, and the others that it touches."""

    start: int
    end: int
    claims: tuple[tuple[int, Claim], ...]


def page(
    story: str, text: str, spans: Iterable[Span], places: Mapping[str, Mapping[str, Any]], source: str = ""
) -> str:
    """A self-contained HTML page; `spans` are the claims at their characters of the text.

    With `source`, the story as it is written, first readings can be accepted on the page.
    """
    marked = list(_marked(spans))
    every = [one for mark in marked for one in mark.claims]
    body, at = [], 0
    for mark in marked:
        body += [escape(text[at : mark.start]), _link(mark, text)]
        at = mark.end
    body.append(escape(text[at:]))
    asked = bool(source) and any(can_accept(claim) for _, claim in every)
    notes = "\n".join(_note(number, claim, places, asked) for number, claim in every)
    return (
        f'<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Checked: {escape(story)}</title>\n<style>{_STYLE}{STYLE if asked else ''}</style></head>\n"
        f"<body>\n<header>\n"
        f'<a class="skip" href="#verdicts">To the verdicts</a>\n<h1>Checked: {escape(story)}</h1>\n'
        f"<p>{escape(_tally(every))}</p>\n</header>\n{_open(every)}<main>\n"
        f'<article aria-label="Story">{"".join(body)}</article>\n'
        f'<section aria-labelledby="verdicts"><h2 id="verdicts" tabindex="-1">Verdicts</h2>\n<ol>\n{notes}\n</ol>'
        f"</section>\n</main>\n{accepting(source) if asked else ''}</body>\n</html>\n"
    )


def _marked(spans: Iterable[Span]) -> Iterator[_Marked]:
    """Claims that overlap are one stretch, in the order of the story; what blocks leads."""
    groups: list[list[Span]] = []
    end = -1
    for one in sorted(spans, key=lambda span: (span[0], -span[1])):
        if one[0] >= end:
            groups.append([])
        groups[-1].append(one)
        end = max(end, one[1])
    number = 0
    for group in groups:
        ordered = sorted(group, key=lambda span: not span[2].blocks)
        numbered = tuple((number + place, one[2]) for place, one in enumerate(ordered, 1))
        number += len(group)
        yield _Marked(group[0][0], max(one[1] for one in group), numbered)


def _link(mark: _Marked, text: str) -> str:
    """The words as a link to the first note, then the numbers of the others."""
    shown = []
    for place, (number, claim) in enumerate(mark.claims):
        words = "" if place else escape(text[mark.start : mark.end])
        is_open = " data-open" if claim.blocks else ""
        shown.append(
            f'<a class="claim {_name(claim)}" id="t{number}" href="#c{number}" title="{escape(claim.verdict)}"'
            f'{is_open}>{words}<sup data-verdict="{escape(claim.verdict)}">{number}</sup>'
            f'<span class="unseen"> {escape(claim.verdict)}</span></a>'
        )
    return " ".join(shown)


def _open(every: list[tuple[int, Claim]]) -> str:
    """What must be settled before the story appears, each a link to its place."""
    left = [(number, claim) for number, claim in every if claim.blocks]
    if not left:
        return ""
    items = "\n".join(
        f'<li><a href="#t{number}">{number}: “{escape(" ".join(claim.text.split()))}”</a> '
        f"{escape(claim.verdict)}</li>"
        for number, claim in left
    )
    return f'<nav aria-label="Open claims"><h2>Open: {len(left)}</h2>\n<ul>\n{items}\n</ul></nav>\n'


def _note(number: int, claim: Claim, places: Mapping[str, Mapping[str, Any]], asked: bool) -> str:
    known = [places[id] for id in claim.sources if id in places]
    told = list(dict.fromkeys(f"{one['body']}: {one['file']}, {one['place']}" for one in known))
    if len(told) > 3:
        told[3:] = [f"and {len(told) - 3:,} more places"]
    rows = [f"<b>{escape(claim.verdict)}</b> “{escape(' '.join(claim.text.split()))}”"]
    rows += [escape(text) for text in (claim.value, claim.why, *claim.caveats, *told) if text]
    accept = button(number, claim) if asked and can_accept(claim) else ""
    back = f'<a class="back" href="#t{number}" aria-label="back to claim {number}">back</a>'
    return f'<li id="c{number}">{"<br>".join(rows)} {back}{accept}</li>'


def _name(claim: Claim) -> str:
    return claim.verdict.replace(" ", "-")


def _tally(every: list[tuple[int, Claim]]) -> str:
    counts: dict[str, int] = {}
    for _, claim in every:
        counts[claim.verdict] = counts.get(claim.verdict, 0) + 1
    return ", ".join(f"{count} {verdict}" for verdict, count in sorted(counts.items())) or "No claims."
