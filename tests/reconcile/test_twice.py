"""A document sent twice: which of the two is suggested, which rows differ, and what stands whichever is right."""

from __future__ import annotations

import pytest

from foidesk.model import VersionSeen
from foidesk.reconcile import Reconciled
from foidesk.reconcile.rowids import key_of

from .build import Reply, figure, run, year


def table(name: str, date: str, officers: int, said: str = "") -> Reply:
    reply = Reply(name, date=date)
    reply.version = VersionSeen(said, ()) if said else None
    reply.cell(officers, "by role", role="officer")
    reply.cell(8, "by role", role="staff")
    return reply


def suggestion(*replies: Reply) -> str:
    (choice,) = run(*replies).choices
    return next((one.label for one in choice.options if one.suggested), "")


@pytest.mark.parametrize(
    ("one", "other", "stands"),
    [
        (("log.pdf", "2014-03-01"), ("log2.pdf", "2014-05-01"), "log2.pdf stands"),
        (("log2.pdf", "2014-05-01"), ("log.pdf", "2014-03-01"), "log2.pdf stands"),
        (("log.pdf", "2014-03-01"), ("log2.pdf", "2014-03-01"), ""),
        (("log.pdf", ""), ("log2.pdf", "2014-03-01"), ""),
        (("log.pdf", "2014-03-01"), ("interim log.pdf", "2014-05-01"), "log.pdf stands"),
        (("log.pdf", "2014-05-01"), ("log corrected.pdf", "2014-03-01"), "log corrected.pdf stands"),
        (("corrected.pdf", "2014-03-01"), ("revised.pdf", "2014-05-01"), "revised.pdf stands"),
        (("final.pdf", "2014-03-01", "interim"), ("log.pdf", "2014-02-01"), "log.pdf stands"),
        (("log.pdf", "2014-03-01", "final"), ("log2.pdf", "2014-05-01"), "log.pdf stands (final)"),
    ],
)
def test_the_later_word_of_a_body_is_suggested_and_its_own_words_go_before_dates(
    one: tuple[str, ...], other: tuple[str, ...], stands: str
) -> None:
    first, second = (table(given[0], given[1], 10 + at, *given[2:]) for at, given in enumerate((one, other)))
    assert suggestion(first, second) == stands


def releases() -> tuple[Reply, Reply]:
    """Two yearly releases that overlap in 2010 and differ there."""
    first, second = Reply("release 1.csv", date="2011-01-01"), Reply("release 2.csv", date="2012-01-01")
    for reply, years in ((first, {2009: 3, 2010: 4}), (second, {2010: 5, 2011: 6})):
        for number, officers in years.items():
            reply.cell(officers, "by role", role="officer", period=year(number))
            reply.cell(1, "by role", role="staff", period=year(number))
    return first, second


def officers(result: Reconciled) -> list[tuple[int, int | None] | None]:
    return [figure(result, period=year(number), role="officer") for number in (2009, 2010, 2011)]


def test_of_overlapping_releases_only_the_years_of_both_hang_on_which_stands() -> None:
    replies = releases()
    result = run(*replies)
    assert officers(result) == [(3, 3), (4, 5), (6, 6)]
    (choice,) = result.choices
    first, second = (run(*replies, answers={choice.id: option.id}) for option in choice.options[:2])
    assert officers(first) == [(3, 3), (4, 4), (6, 6)] and officers(second) == [(3, 3), (5, 5), (6, 6)]


def rows(name: str, *words: str) -> Reply:
    reply = Reply(name)
    for each in words:
        reply.row(role="officer", outcome="warning" if "warned" in each else "advice", quote=each)
    return reply


def test_rows_that_differ_stand_side_by_side_and_one_without_a_fellow_alone() -> None:
    same = [f"Number {at} of June 2011 warned about a photograph" for at in range(4)]
    one = rows("one.csv", *same, "Sergeant Alpha warned about a picture", "Inspector advised about a message")
    other = rows("other.csv", *same, "Inspector advised about two messages", "Sergeant Alpha warned about a film")
    (difference,) = run(one, other).differences
    assert set(difference.rows) == {
        ("Sergeant Alpha warned about a picture", "Sergeant Alpha warned about a film"),
        ("Inspector advised about a message", "Inspector advised about two messages"),
    }
    (difference,) = run(one, rows("short.csv", *same, "Sergeant Alpha warned about a picture")).differences
    assert difference.rows == (("Inspector advised about a message", ""),)


def key(words: str) -> tuple[str, ...]:
    return key_of(rows("any.csv", words).observations[0])


def test_a_date_is_one_however_it_is_written() -> None:
    written = ("3 April 2011 warned", "03/04/2011 warned", "2011-04-03 warned", "3rd April 2011 warned")
    assert len({key(words) for words in written}) == 1
    other = ("4 April 2011 warned", "3 May 2011 warned", "3 April 2012 warned")
    assert len({key(words) for words in (*other, written[0])}) == 4
    assert key("31/12/2011 warned") == key("12/31/2011 warned") == key("31 December 2011 warned")


def test_lists_of_two_years_that_share_one_both_count_and_the_shared_rows_once() -> None:
    lists = []
    for name, years in (("one.csv", (2009, 2010)), ("other.csv", (2010, 2011))):
        reply = Reply(name)
        for number in years:
            for at in range(4):
                words = f"case {at} of {number} warned about a message"
                reply.row(role="officer", outcome="warning", period=year(number), quote=words)
        lists.append(reply)
    (choice,) = run(*lists).choices
    (once,) = [one for one in choice.options if one.suggested]
    assert once.id == choice.settled == "once" and figure(run(*lists)) == (12, 12)
    assert figure(run(*lists, answers={choice.id: "one.csv"})) == (8, 8)


def test_two_letters_that_differ_are_told_in_one_sentence_with_what_makes_one_the_later_word() -> None:
    first, second = Reply("a.eml", date="2023-03-06"), Reply("b.eml", date="2023-03-20")
    first.says(19, quote="19")
    second.says(23, quote="23")
    (issue,) = [one for one in run(first, second).issues if one.kind == "version"]
    assert any(said in issue.what for said in ("a.eml says “19”, b.eml “23”", "b.eml says “23”, a.eml “19”"))
    assert "both cannot be right" in issue.what
    assert "b.eml is of 2023-03-20, a.eml of 2023-03-06, and neither says so" in issue.what


def test_differing_cells_of_two_releases_are_named_by_kind_and_year() -> None:
    (issue,) = [one for one in run(*releases()).issues if one.kind in ("twin", "version")]
    assert "“officer, 2010: " in issue.what


def test_rows_that_only_one_list_has_are_told_so() -> None:
    replies = Reply("log.csv"), Reply("log.pdf")
    for at in range(6):
        for reply in replies[: 1 if at == 3 else 2]:
            reply.row(role="staff", outcome="warning", quote=f"{at} staff warned")
    (issue,) = [one for one in run(*replies).issues if one.kind == "twin" and one.severity != "note"]
    assert "only log.csv has “3 staff warned”" in issue.what and "holds what the other does not" in issue.what
