"""Several documents of one body: copies, twins, versions, further lists."""

from __future__ import annotations

from dataclasses import replace

from foidesk.reconcile import reconcile

from .build import BODY, Reply, definition, figure, kinds, notes, option, run, year


def listing(name: str, *outcomes: str, date: str = "", role: str = "officer") -> Reply:
    reply = Reply(name, date=date)
    for number, outcome in enumerate(outcomes):
        reply.row(role=role, outcome=outcome, quote=f"SM{number:02} {outcome}")
    return reply


def test_the_same_bytes_twice_count_once() -> None:
    first, again = Reply("reply.pdf", sha="same"), Reply("copy of reply.pdf", sha="same")
    first.row(role="officer")
    deliveries = (first.delivery(), again.delivery())
    deliveries = (deliveries[0], type(deliveries[1])(**{**_fields(deliveries[1]), "id": "d-again"}))
    extractions = {deliveries[0].id: first.extraction(), "d-again": first.extraction()}
    result = reconcile(definition(), extractions, deliveries, {})
    assert figure(result) == (1, 1)
    assert "duplicate-file" in notes(result)


def _fields(noun: object) -> dict[str, object]:
    return {name: getattr(noun, name) for name in noun.__dataclass_fields__}  # type: ignore[attr-defined]


def test_the_same_list_in_two_formats_counts_once_without_a_question() -> None:
    result = run(listing("list.pdf", "left", "warning"), listing("list.xlsx", "left", "warning"))
    assert figure(result) == (2, 2)
    assert not result.choices and "twin" in notes(result)


def test_nearly_the_same_list_is_a_question_and_spans_both() -> None:
    pdf = listing("list.pdf", "left", "warning", "advice")
    sheet = listing("list.xlsx", "left", "advice", "advice", "warning")
    result = run(pdf, sheet)
    assert kinds(result) == ["twin"]
    assert figure(result) == (3, 4)
    assert figure(result, outcome="advice") == (1, 2)
    (choice,) = result.choices
    assert "SM01 advice" in choice.question
    decided = run(pdf, sheet, answers={choice.id: option(choice, "list.xlsx")})
    assert figure(decided) == (4, 4)


def test_a_corrected_reply_is_suggested_and_both_are_spanned() -> None:
    interim, final = Reply("interim reply.pdf", date="2014-03-01"), Reply("corrected reply.pdf", date="2014-04-01")
    interim.says(21)
    final.says(12)
    result = run(interim, final)
    (choice,) = result.choices
    assert choice.kind == "version"
    assert [one.label for one in choice.options if one.suggested] == ["corrected reply.pdf stands"]
    assert figure(result) == (12, 21)
    assert figure(run(interim, final, answers={choice.id: "corrected reply.pdf"})) == (12, 12)


def test_what_the_mail_around_an_interim_list_says_falls_with_it() -> None:
    mail, later = Reply("interim.eml", date="2014-05-15"), Reply("corrected.eml", date="2014-05-29")
    mail.says(2)
    old = listing("interim list.xls", "left", "warning", date="2014-05-15")
    new = listing("corrected list.xls", "left", "warning", "advice", date="2014-05-29")
    held = [mail.delivery(), later.delivery()]
    held += [replace(o.delivery(), parent=m.document) for o, m in zip((old, new), tuple(held), strict=True)]
    extractions = {d.id: r.extraction() for d, r in zip(held, (mail, later, old, new), strict=True)}
    (choice,) = reconcile(definition(), extractions, tuple(held), {}).choices
    assert [one.id for one in choice.options if one.suggested] == ["corrected list.xls"]
    settled = reconcile(definition(), extractions, tuple(held), {choice.id: "corrected list.xls"})
    assert figure(settled) == (3, 3)
    assert not [one for one in settled.choices if one.id != choice.id]


def test_lists_of_other_years_add_up() -> None:
    one, other = Reply("2009.csv"), Reply("2010.csv")
    for reply, number in ((one, 2009), (other, 2010)):
        for _ in range(3):
            reply.row(role="officer", period=year(number))
    result = run(one, other)
    assert figure(result) == (6, 6)
    assert not result.choices


def test_lists_of_other_roles_add_up() -> None:
    result = run(listing("officers.csv", "left", "left"), listing("staff.csv", "left", role="staff"))
    assert figure(result) == (3, 3)
    assert not result.choices


def test_lists_that_may_be_further_cases_span_one_and_both() -> None:
    result = run(
        listing("a.csv", "left", "left"), listing("b.csv", "left", "advice", "warning", "warning", "advice")
    )
    assert kinds(result) == ["twin"]
    assert figure(result) == (2, 7)


def test_a_letter_and_its_attachment_that_agree_need_no_question() -> None:
    letter, sheet = Reply("letter.docx"), listing("list.xlsx", "left", "warning")
    letter.says(2)
    assert figure(run(letter, sheet)) == (2, 2)


def test_a_letter_and_its_attachment_that_differ_clash() -> None:
    letter, sheet = Reply("letter.docx"), listing("list.xlsx", "left", "warning")
    letter.says(3)
    result = run(letter, sheet)
    assert kinds(result) == ["contradiction"]
    assert figure(result) == (2, 3)


def test_the_id_of_a_question_does_not_depend_on_the_order_of_documents() -> None:
    letter, sheet = Reply("letter.docx"), listing("list.xlsx", "left", "warning")
    letter.says(3)
    assert [c.id for c in run(letter, sheet).choices] == [c.id for c in run(sheet, letter).choices]


def test_tables_by_year_in_files_of_their_own_add_up() -> None:
    replies = []
    for number in (2009, 2010, 2011):
        reply = Reply(f"{number}.xlsx")
        reply.cell(4, role="officer", period=year(number))
        reply.cell(1, role="staff", period=year(number))
        replies.append(reply)
    result = run(*replies)
    assert figure(result) == (15, 15)
    assert figure(result, role="staff") == (3, 3)


def test_another_bodys_reply_is_its_own() -> None:
    mine, theirs = Reply("reply.pdf"), Reply("reply.pdf", body="rehearsal-08")
    mine.says(3)
    theirs.says(5)
    result = run(mine, theirs, survey=definition(bodies=2))
    assert figure(result) == (3, 3)
    assert figure(result, body="rehearsal-08") == (5, 5)
    assert result.accounts.answered("cases") == ("rehearsal-07", "rehearsal-08")


def council(name: str, left: int, warning: int, advice: int = 0) -> Reply:
    """A file with a table by outcome and its total."""
    reply = Reply(name)
    reply.cell(left, outcome="left")
    reply.cell(warning, outcome="warning")
    if advice:
        reply.cell(advice, outcome="advice")
    reply.total(left + warning + advice, "Table 1")
    return reply


def test_two_files_of_two_parts_of_a_body_are_added_where_a_person_says_so() -> None:
    north, south = council("north.xlsx", 3, 4), council("south.xlsx", 5, 6)
    result = run(north, south)
    (choice,) = [one for one in result.choices if one.kind in ("twin", "version")]
    assert option(choice, "both, added") == "both added"
    added = run(north, south, answers={choice.id: "both added"})
    assert (figure(added), figure(added, outcome="left"), figure(added, outcome="warning")) == (
        (18, 18), (8, 8), (10, 10),
    )  # fmt: skip
    assert [one.id for one in added.choices] == [choice.id]
    support = added.accounts.support(BODY, "cases", {"outcome": ("left",)})
    assert support is not None
    assert len(support.observations) == 2
    assert {place.document for place in support.locators} == {north.delivery().document, south.delivery().document}


def test_what_one_file_alone_gives_stands_beside_the_sums() -> None:
    north, south = council("north.xlsx", 3, 4), council("south.xlsx", 5, 6, 2)
    (choice,) = [one for one in run(north, south).choices if one.kind in ("twin", "version")]
    added = run(north, south, answers={choice.id: "both added"})
    assert (figure(added), figure(added, outcome="advice")) == ((20, 20), (2, 2))


def test_a_number_that_one_file_withholds_leaves_the_sum_open_above() -> None:
    north, south = Reply("north.xlsx"), Reply("south.xlsx")
    for reply, left in ((north, 3), (south, (1, 4))):
        reply.cell(left, outcome="left")
        reply.cell(6 if reply is south else 4, outcome="warning")
    (choice,) = [one for one in run(north, south).choices if one.kind in ("twin", "version")]
    added = run(north, south, answers={choice.id: "both added"})
    assert figure(added, outcome="left") == (4, 7)


def test_of_lists_of_cases_no_sum_is_offered() -> None:
    result = run(
        listing("list.pdf", "left", "warning", "advice"), listing("list.xlsx", "left", "advice", "warning", "left")
    )
    assert not [one for choice in result.choices for one in choice.options if one.id == "both added"]


def test_where_one_file_says_that_it_corrects_the_other_no_sum_is_offered() -> None:
    result = run(council("interim figures.xlsx", 3, 4), council("corrected figures.xlsx", 5, 6))
    assert not [one for choice in result.choices for one in choice.options if one.id == "both added"]
