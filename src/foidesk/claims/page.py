"""The story as a page: every claim marked with its verdict, reachable by keyboard, fit for print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from foidesk.model import Claim

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1.05rem/1.55 Georgia, serif; max-width: 78rem; margin: 2rem auto; padding: 0 1rem; }
main { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 2.5rem; }
article { white-space: pre-wrap; }
a.claim { color: inherit; text-decoration: underline 3px; border-radius: 2px; padding: 0 1px; }
a.claim:focus, li:target, li:focus-within { outline: 3px solid #1a5fb4; outline-offset: 2px; }
.supported { text-decoration-color: #2e7d32 !important; } .waived { text-decoration-color: #7b5ea7 !important; }
.contradicted { text-decoration-color: #c62828 !important; background: #c6282822; }
.misleading, .not-established, .no-data, .needs-a-person
  { text-decoration-color: #d77700 !important; background: #d7770022; }
.not-a-claim-about-the-data { text-decoration-color: #8888 !important; }
ol { font: .85rem/1.4 system-ui, sans-serif; padding-left: 2rem; } li { margin-bottom: .8rem; }
sup { font: .65em system-ui, sans-serif; }
@media (max-width: 60rem) { main { display: block; } }
@media print {
  body { max-width: none; margin: 0; font-size: 10pt; } main { display: block; }
  a.claim { border: 1px solid; text-decoration: none; } ol { break-before: page; }
}
"""


def page(
    story: str, text: str, spans: Iterable[tuple[int, int, Claim]], places: Mapping[str, Mapping[str, Any]]
) -> str:
    """A self-contained HTML page; `spans` are the claims at their characters of the text."""
    outer = _outermost(spans)
    body, at = [], 0
    for number, (start, end, claim) in enumerate(outer, 1):
        name = _name(claim)
        body.append(escape(text[at:start]))
        body.append(
            f'<a class="claim {name}" id="t{number}" href="#c{number}" title="{escape(claim.verdict)}">'
            f"{escape(text[start:end])}<sup>{number}</sup></a>"
        )
        at = end
    body.append(escape(text[at:]))
    notes = "\n".join(_note(number, claim, places) for number, (_, _, claim) in enumerate(outer, 1))
    return (
        f'<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Checked: {escape(story)}</title>\n<style>{_STYLE}</style></head>\n<body>\n"
        f"<h1>Checked: {escape(story)}</h1>\n<p>{escape(_tally(outer))}</p>\n<main>\n"
        f'<article>{"".join(body)}</article>\n<aside aria-label="Verdicts"><ol>\n{notes}\n</ol></aside>\n'
        f"</main>\n</body>\n</html>\n"
    )


def _outermost(spans: Iterable[tuple[int, int, Claim]]) -> list[tuple[int, int, Claim]]:
    """Claims that do not overlap: of two, the one that blocks, else the first."""
    kept: list[tuple[int, int, Claim]] = []
    for one in sorted(spans, key=lambda span: (not span[2].blocks, span[0], -span[1])):
        if not any(one[0] < other[1] and other[0] < one[1] for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda span: span[0])


def _note(number: int, claim: Claim, places: Mapping[str, Mapping[str, Any]]) -> str:
    told = [f"{one['body']}: {one['file']}, {one['place']}" for id in claim.sources[:3] if (one := places.get(id))]
    rows = [f"<b>{escape(claim.verdict)}</b> “{escape(' '.join(claim.text.split()))}”"]
    rows += [escape(text) for text in (claim.value, claim.why, *claim.caveats, *told) if text]
    return f'<li id="c{number}">{"<br>".join(rows)} <a href="#t{number}">back</a></li>'


def _name(claim: Claim) -> str:
    return claim.verdict.replace(" ", "-")


def _tally(spans: list[tuple[int, int, Claim]]) -> str:
    counts: dict[str, int] = {}
    for _, _, claim in spans:
        counts[claim.verdict] = counts.get(claim.verdict, 0) + 1
    return ", ".join(f"{count} {verdict}" for verdict, count in sorted(counts.items())) or "No claims."
