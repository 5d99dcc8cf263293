"""Texts that the desk's programs made, with the words of unpublished case rows taken out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from foidesk.model import Choice, Finding, Issue, Line, Support

from .figures import Figures, Replay
from .masking import mask
from .plain import plain
from .publication import Publication, PublicJudgement
from .veils import NOT_UNDERSTOOD, Veils

WITHHELD = "[words of a case row]"
WORDS_THAT_TELL = 3
OTHER_SUBJECT = "subject-unnamed"
FIRST_WORDS = ("; it begins:", "; they speak of")
"""Behind these an issue quotes the first words of a table."""
Screen = Callable[[str], str]


def screened(publication: Publication) -> Publication:
    """The publication whose caveats, issues, questions and decisions quote no case row that nobody chose.

    A phrase of one or two words ("written warning") tells of no case and stays.
    """
    veils = Veils(publication)
    screen = _screen(_hidden_words(publication))
    return replace(
        publication,
        findings=tuple(_finding(each, screen) for each in publication.findings),
        issues=tuple(_issue(each, publication, veils, screen) for each in publication.issues),
        choices_open=tuple(_choice(each, screen) for each in publication.choices_open),
        choices_answered=tuple(_choice(each, screen) for each in publication.choices_answered),
        judgements=tuple(_judgement(each, screen) for each in publication.judgements),
        figures=publication.figures and _figures(publication.figures, screen),
    )


def _figures(figures: Figures, screen: Screen) -> Figures:
    own = figures.accounts
    clean = {
        asked: {body: _caveats(each, screen) for body, each in given.items()}
        for asked, given in own.figures.items()
    }
    return replace(figures, accounts=Replay(own.given, own.stretches, clean, own.sums, own.changes))


def _caveats(support: Support | None, screen: Screen) -> Support | None:
    return support and replace(support, caveats=_all(support.caveats, screen))


def _hidden_words(publication: Publication) -> set[str]:
    rows = (each for each in publication.observations.values() if not publication.tells(each))
    quotes = {locator.quote.strip() for row in rows for part, locator in row.places.items() if part != "heading"}
    return {quote for quote in quotes if len(quote.split()) >= WORDS_THAT_TELL}


def _screen(hidden: Iterable[str]) -> Screen:
    longest_first = sorted(hidden, key=lambda words: (-len(words), words))
    if not longest_first:
        return mask
    pattern = re.compile("|".join(_loosely(words) for words in longest_first), re.IGNORECASE)
    return lambda text: mask(pattern.sub(WITHHELD, text))


def _loosely(words: str) -> str:
    """The words with any white space between them."""
    return r"\s+".join(re.escape(word) for word in words.split())


def _finding(finding: Finding, screen: Screen) -> Finding:
    return replace(
        finding,
        caveats=_all(finding.caveats, screen),
        supports=_supports(finding.supports, screen),
        lines=tuple(_line(line, screen) for line in finding.lines),
    )


def _line(line: Line, screen: Screen) -> Line:
    return replace(line, supports=_supports(line.supports, screen))


def _supports(supports: tuple[Support, ...], screen: Screen) -> tuple[Support, ...]:
    return tuple(
        replace(each, caveats=_all(each.caveats, screen), counting=screen(each.counting)) for each in supports
    )


def _all(texts: tuple[str, ...], screen: Screen) -> tuple[str, ...]:
    """Each caveat in a reader's words, each once; one that names its body keeps the name."""
    return tuple(dict.fromkeys(screen(_plain(text)) for text in texts))


def _plain(text: str) -> str:
    name, colon, rest = text.partition(": ")
    told = plain(text)
    return told if told != text or not colon else f"{name}: {plain(rest)}"


def _issue(issue: Issue, publication: Publication, veils: Veils, screen: Screen) -> Issue:
    hidden = any(veils.hides(locator) for locator in issue.locators)
    where = _places(issue, publication) if hidden else screen(issue.where)
    what = _without_first_words(issue) if issue.kind in (NOT_UNDERSTOOD, OTHER_SUBJECT) else issue.what
    return replace(issue, what=screen(what), where=where, next=screen(issue.next))


def _without_first_words(issue: Issue) -> str:
    """What the issue says, without the words of a table's first rows: they may be those of a case."""
    start = min(filter(lambda at: at >= 0, (issue.what.find(cut) for cut in FIRST_WORDS)), default=-1)
    return issue.what if start < 0 else f"{issue.what[:start]}."


def _places(issue: Issue, publication: Publication) -> str:
    """The files that an issue is about, without the words that stand there."""
    names = {delivery.document: delivery.name for delivery in publication.deliveries}
    files = dict.fromkeys(names.get(each.document, each.document[:12]) for each in issue.locators)
    return ", ".join(mask(name) for name in files)


def _choice(choice: Choice, screen: Screen) -> Choice:
    options = tuple(replace(each, label=screen(each.label), value=screen(each.value)) for each in choice.options)
    return replace(choice, question=screen(choice.question), options=options, phrase=screen(choice.phrase))


def _judgement(judgement: PublicJudgement, screen: Screen) -> PublicJudgement:
    evidence = tuple(
        replace(each, quote=screen(each.quote), phrase=screen(each.phrase), question=screen(each.question))
        for each in judgement.evidence
    )
    return replace(judgement, answer=screen(judgement.answer), reason=screen(judgement.reason), evidence=evidence)
