"""How newspapers say what a code of conduct says: "booted out" is dismissed, "docked pay" a reduction in pay.

A group lends its words to a category of the survey only where the category's own words hold one of its seeds, and
only those that can mean no other category of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from foidesk.model import Category, Variable

from .stems import stems

_OF_PEOPLE = """
dismissed, sacked: sacked, sack, the sack, sacking, fired, booted out, kicked out, thrown out, axed, shown the
    door, lost his job, lost her job, lost their job, lost their jobs, dismissed, dismissal, given the boot,
    got the boot, the boot, marching orders, sent packing, turfed out, drummed out, got the chop, given the
    chop, shown the exit, given his cards, given her cards, given their cards, lost his post, lost her post,
    lost their posts, employment terminated, contract terminated, had their employment terminated, relieved of
    his duties, relieved of her duties, relieved of their duties, bundled out
resigned, resignation: resigned, resignation, quit, stepped down, stood down, walked out, handed in notice,
    handed in his notice, handed in her notice, handed in their notice, tendered his resignation, tendered her
    resignation, fell on his sword, fell on her sword, threw in the towel
retired, retirement: retired, retirement, took retirement, took early retirement, early retirement
demoted, demotion, reduction in rank: demoted, demotion, reduced in rank, stripped of rank, busted down,
    downgraded, knocked down a rank, moved down a grade, dropped a rank
reduction in pay, pay reduction, pay cut, fine, fined, loss of pay: pay cut, docked pay, had pay docked, pay
    docked, lost pay, reduction in pay, fined, pay reduced
no further action, no action, no action taken: no action, faced no action, let off, escaped action, no further
    action, not punished, went unpunished, unpunished, escaped punishment, escaped sanction, escaped censure,
    avoided punishment, faced no punishment, no punishment, no sanction, escaped without punishment, not
    disciplined, scot-free, scot free, let off the hook, off the hook, avoided sanction, escaped any sanction,
    escaped any punishment, faced no sanction, faced no further action, took no action, took no further
    action, taken no further
suspended, suspension: suspended, suspension
words of advice, advice, management advice: words of advice, given advice, told off, telling-off, ticking-off,
    ticked off, slap on the wrist, slapped wrist, rap on the knuckles, rapped over the knuckles,
    dressing-down, talking-to, a quiet word
under investigation, ongoing, live: still under investigation, is under investigation, being investigated,
    under investigation, still open, remains open, inquiry continues, being looked into, still being
    investigated
outcome awaited, awaited, awaiting outcome, pending: awaiting a decision, awaiting an outcome, yet to be
    decided, yet to hear the outcome
final written warning: last warning, final warning, last chance, final chance
verbal warning, oral warning: oral warning, spoken warning, verbal warning
refused: turned down, declined, rejected, knocked back, spurned, rebuffed
withdrawn: withdrawn, withdrew, abandoned, retracted
"""
"""One group a paragraph: the seeds before the colon."""
_FOUND = """
upheld, substantiated, sustained, proven, found proved, justified: upheld, proved, proven, substantiated,
    sustained, found to be justified, justified, well founded, vindicated, found in favour, borne out
"""
"""Of a complaint that was found to be so."""
_NOT_FOUND = """
not upheld, dismissed, rejected, unsubstantiated, not substantiated, not sustained, unfounded, not proven: not
    upheld, thrown out, threw out, rejected, turned down, knocked back, unfounded, baseless, without merit,
    without foundation, not proven, not substantiated, unsubstantiated, not sustained, dismissed, brushed
    aside, not borne out, batted away
"""
"""Of one that was not; only beside categories of the first sort is "dismissed" said of complaints."""


_OFFERED = """
withdrawn: dropped, shelved, scrapped, pulled
no further action, no action, no case to answer, not proven, not found, not upheld: cleared, exonerated, spared
resigned, resignation: left, departed, gone
dismissed, sacked: ousted, removed, expelled
not upheld, rejected, refused, not substantiated: dropped, binned, spiked
upheld, substantiated, proven: vindicated, well-founded, confirmed
"""
"""Words that may mean a category, and as well something else: which, a person says."""


def _groups(text: str) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    rows = [line.replace("\n", " ").split(":") for line in re.split(r"\n(?! )", text.strip())]
    return tuple((_listed(seeds), _listed(words)) for seeds, words in rows)


def _listed(words: str) -> tuple[str, ...]:
    return tuple(" ".join(one.split()) for one in words.split(","))


GROUPS, FOUND, NOT_FOUND = _groups(_OF_PEOPLE), _groups(_FOUND), _groups(_NOT_FOUND)
SEEDS = frozenset(stems(seed) for own, _ in (*GROUPS, *FOUND) for seed in own)
"""The stems of what codes of conduct call a sanction."""


def offered(word: str, variables: Iterable[Variable]) -> tuple[str, str] | None:
    """The variable and the one category of all that a word is likely to mean; None if it may mean two or none."""
    own = stems(word)
    seeds = [seed for seeds, words in _groups(_OFFERED) for seed in seeds if own in map(stems, words)]
    found = [(one.id, kind.id) for one in variables for kind in one.categories if seeds and _holds(seeds, kind)]
    return found[0] if len(found) == 1 else None


def further(
    category: Category, beside: Iterable[Category] = (), elsewhere: Iterable[Category] = ()
) -> tuple[str, ...]:
    """The newspaper's words for a category, which stands `beside` others of its variable.

    Where people are dismissed `elsewhere`, by another variable, complaints are thrown out by no word of this list.
    """
    judged = any(_holds(FOUND[0][0], other) for other in beside)
    people = any(_holds(GROUPS[0][0], other) for other in elsewhere)
    groups = (*FOUND, *GROUPS) if people or not judged else (*FOUND, *NOT_FOUND, *GROUPS[1:])
    return tuple(word for own, words in groups if _holds(own, category) for word in words)


def _holds(seeds: Iterable[str], category: Category) -> bool:
    own = {stems(words) for words in (category.label, *category.synonyms)}
    return any(stems(seed) in own for seed in seeds)
