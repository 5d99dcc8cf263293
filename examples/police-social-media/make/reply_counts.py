"""Replies that count: years as columns with multipliers in cells, and a crosstab with small numbers."""

from __future__ import annotations

from collections import Counter
from random import Random

from model import Block, Case, Para, Table, Trap
from render_office import letter_docx
from render_pdf import letter_pdf
from reply_parts import GUIDE_21, GUIDE_HELD, SEE_TABLE, Body, Reply, attached, cover, mail, numbered, total_text
from vocabulary import GROUP_WORDS, NATURE_GROUP, NATURE_LABELS, OUTCOME_WORDS, ROLE_GROUP, ROLE_WORDS, in_words

GROUPS = ("police-officer", "civilian-employee", "pcso")
JOINED = "resigned/retired"
SMALL = (
    "Numbers below five are shown as <5, so that nobody can be recognised. A case may have more than one nature."
)


def _cell(cases: list[Case], group: str, year: int) -> str:
    """What is in one cell: "3x Final written warning, 1x Dismissed"."""
    here = [c for c in cases if ROLE_GROUP[c.role] == group and c.year == year]
    words = Counter(OUTCOME_WORDS[c.outcome][0] for c in here)
    return ", ".join(f"{n}x {word}" for word, n in words.items()) or "-"


def pdf_years_as_columns(body: Body, rng: Random, quoted: str) -> Reply:
    """Roles by years, the results of each written out in the cell."""
    cases: list[Case] = body["cases"]
    years = sorted({c.year for c in cases})
    groups = [group for group in GROUPS if any(ROLE_GROUP[c.role] == group for c in cases)]
    rows = [[GROUP_WORDS[group][1], *(_cell(cases, group, year) for year in years)] for group in groups]
    head = ["Role", *(f"{year} (to 17 Feb)" if year == 2014 else str(year) for year in years)]
    table = Table(head, rows, widths=[1.2] + [1.0] * len(years))
    natures = Counter(nature for c in cases for nature in c.natures)
    listed = "; ".join(f"{NATURE_LABELS[nature]} ({n})" for nature, n in natures.most_common())
    second = f"{listed}. A case may have more than one breach, so these may come to more than the cases."
    first = total_text(cases, rng)
    letter = numbered(body, rng, first, second, SEE_TABLE.format(4), [table], GUIDE_21)
    pdf = attached(letter, "Response", "pdf", letter_pdf(letter))
    what = "years are columns; a cell holds a list such as '3x Final written warning, 1x Dismissed'"
    trap = Trap(
        "years-as-columns", body["id"], [], what, "one case a cell", f"{len(cases)} cases by the multipliers"
    )
    return [mail(letter, cover(letter), [pdf], quoted)], [trap]


def _shown(case: Case) -> str:
    return JOINED if case.outcome in ("resigned", "retired") else case.outcome


def _crosstab(cases: list[Case]) -> Table:
    outcomes = list(dict.fromkeys(map(_shown, cases)))
    roles = list(dict.fromkeys(c.role for c in cases))
    cells = Counter((c.role, _shown(c)) for c in cases)
    rows = [
        [ROLE_WORDS[role][0], *(str(cells[role, o]) for o in outcomes), str(sum(cells[role, o] for o in outcomes))]
        for role in roles
    ]
    rows.append(["Total", *(str(sum(cells[role, o] for role in roles)) for o in outcomes), str(len(cases))])
    named = ["Resigned/retired" if o == JOINED else OUTCOME_WORDS[o][0] for o in outcomes]
    return Table(["Role", *named, "Total"], rows)


def _natures(cases: list[Case]) -> Table:
    natures = Counter(NATURE_GROUP.get(nature, nature) for c in cases for nature in c.natures)
    rows = [[NATURE_LABELS[nature], str(n) if n >= 5 else "<5"] for nature, n in natures.most_common()]
    return Table(["Nature of allegation", "Number"], rows, widths=[3, 1])


def docx_crosstab(body: Body, rng: Random, quoted: str) -> Reply:
    """Role by outcome with totals both ways, and natures with small numbers suppressed."""
    cases: list[Case] = body["cases"]
    kinds = Counter(c.outcome for c in cases if _shown(c) == JOINED)
    resigned, retired = (in_words(kinds[kind]) if kinds[kind] else "none" for kind in ("resigned", "retired"))
    note = f"Of those under resigned/retired, {resigned} resigned and {retired} retired."
    fourth: list[Block] = [_crosstab(cases), *([Para(note)] if kinds else [])]
    second: list[Block] = [_natures(cases), Para(SMALL)]
    letter = numbered(body, rng, total_text(cases, rng), second, SEE_TABLE.format(4), fourth, GUIDE_HELD)
    doc = attached(letter, "FOI_reply", "docx", letter_docx(letter))
    n, name = len(cases), body["id"]
    traps = [
        Trap("suppressed-cells", name, [], "counts by nature below five are '<5'", "0 or missing", "1 to 4 each"),
        Trap("crosstab", name, [], "role by outcome with totals both ways", f"{3 * n} cases", f"{n} cases"),
    ]
    if kinds:
        what = "resigned/retired is one column; a note takes it apart"
        traps.append(Trap("joined-outcome", name, [], what, "one of a set", note, "joined-outcome"))
    return [mail(letter, cover(letter), [doc], quoted)], traps
