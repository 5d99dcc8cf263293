"""Replies that come twice: twins, interim and corrected, a nil return withdrawn, a refusal reversed."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from random import Random

from model import Case, Table, Trap
from render_mail import letter_text
from render_office import book_xls, book_xlsx, sheet_rows
from render_pdf import letter_pdf
from reply_parts import (
    GUIDE_21,
    GUIDE_HELD,
    PART_YEAR,
    Body,
    Reply,
    attached,
    cover,
    financial_year,
    in_one_table,
    mail,
    numbered,
    total_text,
)
from vocabulary import GROUP_WORDS, NATURE_LABELS, OUTCOME_GROUP, OUTCOME_WORDS, in_words

ONE = {"pcso": "PCSO", "civilian-employee": "member of police staff", "police-officer": "police officer"}


def _older(cases: list[Case], rows: list[list[str]]) -> tuple[list[list[str]], int, int]:
    """The list as it was before: one outcome other, one row missing; and which rows those are."""
    mild = [no for no, c in enumerate(cases) if OUTCOME_GROUP.get(c.outcome) == "informal"]
    changed = (mild or [no for no, c in enumerate(cases) if c.outcome != "written-warning"])[0]
    dropped = next(no for no in range(len(cases) - 2, 0, -1) if no != changed)
    old = [[*row[:4], "Written warning"] if no == changed else row for no, row in enumerate(rows) if no != dropped]
    return old, changed, dropped


def twins(body: Body, rng: Random, quoted: str) -> Reply:
    """The same list as a PDF and as a workbook, not identical."""
    cases: list[Case] = body["cases"]
    head = ["Ref", "Year", "Role", "Nature", "Outcome"]
    rows = [
        [f"SM{no:02d}", str(c.year), c.role_words, c.nature_words, c.outcome_words]
        for no, c in enumerate(cases, 1)
    ]
    old, changed, dropped = _older(cases, rows)
    letter = in_one_table(body, rng, "See the list.", [Table(head, old, widths=[0.7, 0.6, 1.3, 2.6, 1.5])])
    pdf = attached(letter, "List", "pdf", letter_pdf(letter))
    notes = [PART_YEAR, f"Updated {letter.date:%d/%m/%Y} after the PDF was made."]
    book = book_xlsx([("List", sheet_rows(letter, [Table(head, rows)], notes), "visible")])
    text = (
        f"{cover(letter)}\n\n1. {total_text(cases, rng)}\nThe list is sent twice, as a PDF and, since you asked "
        f"for one, "
        "as a spreadsheet. The spreadsheet was brought up to date after the PDF was printed."
    )
    what = (
        f"the PDF lacks {rows[dropped][0]} and gives a written warning for {rows[changed][0]}; the workbook "
        f"says {rows[changed][4]!r}"
    )
    n = len(cases)
    naive, true = f"{2 * n - 1} cases, or {n - 1}", f"{n} cases, as in the workbook"
    trap = Trap("twin-lists", body["id"], [], what, naive, true, "twin-lists")
    return [mail(letter, text, [pdf, attached(letter, "List", "xlsx", book)], quoted)], [trap]


def xls_interim(body: Body, rng: Random, quoted: str) -> Reply:
    """An interim list, and a corrected one by financial year that replaces it."""
    cases: list[Case] = body["cases"]
    head = ["Number", "Financial year", "Allegation", "Rank or role", "Result"]
    rows = [
        [str(no), financial_year(c.year), c.nature_words, c.role_words, c.outcome_words]
        for no, c in enumerate(cases, 1)
    ]
    early = [[*row[:4], "Live"] if no == 1 else row for no, row in enumerate(rows[:-3])]
    whole = total_text(cases, rng)
    letter = numbered(body, rng, whole)
    note = ["Financial years run from April to March."]
    books = [book_xls([("Sheet1", sheet_rows(letter, [Table(head, part)], note))]) for part in (early, rows)]
    first = (
        "This is an interim reply. The list attached holds the cases found so far; one department has still "
        "to report."
        f"\n\n1. So far {len(early)} cases.\n\n{letter.closing[-1]}"
    )
    second = (
        "Please find our corrected reply, which replaces the interim one sent earlier.\n\n"
        f"1. {whole}\n2. to 4. See the list.\n5. {GUIDE_HELD}\n\n{letter.closing[-1]}"
    )
    one = mail(letter, first, [attached(letter, "Interim", "xls", books[0])], quoted)
    two = mail(letter, second, [attached(letter, "Corrected", "xls", books[1])], "")
    one.subject, two.subject = f"Interim response {letter.ref}", f"CORRECTED response {letter.ref}"
    one.kind, two.kind = "interim", "corrected"
    two.date += dt.timedelta(days=14)
    what = (
        f"an interim list of {len(early)} and a corrected one of {len(rows)}; the first list has another "
        f"result in row 2"
    )
    naive, true = f"{len(early) + len(rows)} cases, or {len(early)}", f"{len(rows)} cases"
    trap = Trap("interim-and-corrected", body["id"], [], what, naive, true, "interim-and-corrected")
    return [one, two], [trap]


def _spelled(cases: list[Case]) -> list[str]:
    """Cases by role and outcome in number words: "two constables: words of advice"."""
    out = []
    for (role, outcome), n in Counter((c.role, c.outcome) for c in cases).items():
        what = ONE.get(role) or GROUP_WORDS[role][0].lower()
        many = what.replace("member", "members") if what.startswith("member") else f"{what}s"
        many = many.replace("inspector or aboves", "inspectors or above")
        out.append(f"{in_words(n)} {what if n == 1 else many}: {OUTCOME_WORDS[outcome][0].lower()}")
    return out


def prose(body: Body, rng: Random, quoted: str) -> Reply:
    """A nil return, and the reply in number words that takes its place."""
    cases: list[Case] = body["cases"]
    natures = Counter(nature for c in cases for nature in c.natures)
    nature = ", ".join(f"{NATURE_LABELS[x].lower()} in {in_words(n)}" for x, n in natures.items())
    results = Counter(OUTCOME_WORDS[c.outcome][0] for c in cases)
    spelled = "; ".join(_spelled(cases))
    letter = numbered(
        body,
        rng,
        f"{in_words(len(cases)).capitalize()} cases, each about one person.",
        f"The allegations were: {nature}. Where a case had two natures it is in both.",
        f"{spelled[:1].upper()}{spelled[1:]}.",
        "In short: " + ", ".join(f"{n} x {word}" for word, n in results.items()) + ". Volunteers: NIL.",
        GUIDE_HELD,
    )
    nil = "\n".join(["1. NIL", *(f"{q}. Not applicable" for q in (2, 3, 4)), f"5. {GUIDE_HELD}"])
    early = mail(letter, f"Ref {letter.ref}\n\n{nil}\n\n{letter.closing[-1]}", [], quoted)
    sorry = (
        "Our nil return was sent in error: the search had covered the force's own accounts only. Please use this "
    )
    late = mail(letter, f"{sorry}reply in its place.\n\n{letter_text(letter)}", [], "")
    late.subject, late.date = f"RE: FOI request {letter.ref} - replacement", late.date + dt.timedelta(days=21)
    early.kind, late.kind = "nil-withdrawn", "replacement"
    what = "a nil return, later replaced by a reply in number words"
    trap = Trap("nil-then-figures", body["id"], [], what, "0 cases", f"{len(cases)} cases", "nil-withdrawn")
    return [early, late], [trap]


def text_list(body: Body, rng: Random, quoted: str) -> Reply:
    """A refusal for cost, and later an answer as a table in the text of a mail."""
    cases: list[Case] = body["cases"]
    rows = [[str(c.year), c.role_words, c.nature_words, c.outcome_words] for c in cases]
    table = Table(["Year", "Role", "Allegation", "Result"], rows)
    letter = in_one_table(body, rng, total_text(cases, rng), [table], GUIDE_21)
    no = (
        f"Ref {letter.ref}\n\nYour request as it stands is refused under section 12(1): about 1,300 files would "
        f"have to "
        "be opened, at 10 minutes each, 217 hours. You may wish to accept a key word search instead; let us know."
    )
    refusal = mail(letter, f"{no}\n\n{letter.closing[-1]}", [], quoted)
    refusal.kind = "refusal-reversed"
    refusal.date -= dt.timedelta(days=14)
    pipes = rng.random() < 0.7
    later = mail(
        letter, "As agreed, here is the result of a key word search.\n\n" + letter_text(letter, pipes), [], ""
    )
    later.subject = f"RE: FOI request {letter.ref} (refined)"
    what = "an earlier refusal with 1,300 files, 10 minutes and 217 hours; then an answer"
    trap = Trap("refusal-then-answer", body["id"], [], what, "refused", f"answered, {len(cases)} cases")
    return [refusal, later], [trap]
