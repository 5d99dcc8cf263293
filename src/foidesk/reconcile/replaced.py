"""An answer that a later letter says it replaces, and gives anew in full: the later one stands by rule.

A person may still take the earlier one. Where anything that would fall is not said again, a person is asked.
"""

from __future__ import annotations

from collections.abc import Iterable

from foidesk.model import Amount, Choice, Issue, Observation

from .versions import Letter


def replaced(
    one: Letter, other: Letter, falling: tuple[frozenset[str], frozenset[str]], held: list[Letter]
) -> int:
    """0 or 1 for the letter that the other one surely replaces; -1 for none.

    The later says so in its own words, is not the earlier by its date, and says again, as finely or more finely,
    all that would fall; no other letter of the body claims to replace one. `falling` are the statements that fall
    on each side, `held` all letters of the body.
    """
    claims = [_says_so(letter) for letter in (one, other)]
    if claims[0] == claims[1] or len({bundle(letter) for letter in held if _says_so(letter)}) > 1:
        return -1
    old = claims.index(False)
    early, late = (one, other)[old], (one, other)[1 - old]
    if bundle(early) == bundle(late) or early.delivery.date[:10] > (late.delivery.date[:10] or "9"):
        return -1
    anew = [seen for letter in held if bundle(letter) == bundle(late) for seen in letter.observations]
    gone = [seen for letter in held for seen in letter.observations if seen.id in falling[old]]
    return old if gone and all(_is_told(seen, anew) for seen in gone) else -1


def _says_so(letter: Letter) -> bool:
    version = letter.version
    return version is not None and version.replaces is not None


def bundle(letter: Letter) -> str:
    """The mail that a document came in or is: what came together stands together."""
    return letter.delivery.parent or letter.delivery.document


def _is_told(seen: Observation, anew: Iterable[Observation]) -> bool:
    """True if something accepted says it again, of just these cases or of a part of them; a case row never is.

    A nought may be left out: what is not listed any more is none still.
    """
    if seen.role == "case row" or not isinstance(seen.value, Amount):
        return False
    if seen.where and seen.value.hi == 0:
        return True
    return any(_is_of(new, seen) for new in anew if new.accepted_by)


def _is_of(new: Observation, old: Observation) -> bool:
    if new.measure != old.measure or not isinstance(new.value, Amount):
        return False
    if old.period is not None and (new.period is None or not new.period.inside(old.period)):
        return False
    if not old.where and new.where:
        return False
    return all(name in new.where and _same(new, old, name) for name in old.where)


def _same(new: Observation, old: Observation, name: str) -> bool:
    mine, theirs = new.where[name], old.where[name]
    if mine.categories or theirs.categories:
        return mine.categories == theirs.categories
    return mine.phrase.casefold().split() == theirs.phrase.casefold().split()


def replaced_note(one: Letter, other: Letter, old: int, choice: Choice, body: str) -> Issue:
    """That an earlier answer was replaced, with the words that say so and all figures that differ."""
    early, late = (one, other)[old], (one, other)[1 - old]
    assert late.version is not None and late.version.replaces is not None
    words = " ".join(late.version.replaces.quote.split())[:160]
    return Issue(
        "version", "note",
        f"{late.name} replaces {early.name}: “{words}” All that the earlier one gave is given anew; the later "
        "figures are used.",
        late.name, f"Look at both; `foidesk decide {choice.id[:8]}` takes the first answer instead.",
        (late.version.replaces, *choice.locators), body=body, key=choice.id,
    )  # fmt: skip
