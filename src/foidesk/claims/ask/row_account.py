"""The account of an accusation's words: those that the row of its case does not bear out."""

from __future__ import annotations

import re

from foidesk.model import Observation
from foidesk.words.figures import When

from .alike import sense
from .case_rows import Rows, among, is_near, long_words, names_of, row_words
from .harmless import ADVERBS, COLOUR, LITTLE, NEGATIONS, TELLING, stems_of, written
from .incident import Told
from .incident_dates import settles
from .more_than_row import TELLS, more_than_row, row_tells
from .procedure import borne_out, unborne
from .seen import CategorySeen
from .sentence import Sentence
from .stages import NOT_MADE_OUT, NOT_YET_FOUND
from .stems import stems, tokens
from .traits import ACT, PERSON, SANCTION

_ALSO = """
somebody someone anybody anyone afterwards emerged emerge emerges earned earning earns cost costs guilty
offence offended offender probe probed suspected suspicion elsewhere disciplinary duly
"""
_FORMS = """
accusing alleging alarmed angered bringing coming concluding employing employment ending facing followed giving
handing leading offending probing receiving remaining resulting sending slapping suspecting taking telling worked
"""
"""Other forms of these words that are as harmless; a stem would take "spat" for a spate, "quit" for quite."""
HARMLESS = stems_of(LITTLE, COLOUR, ADVERBS, TELLING, _ALSO)
"""Words of which a row need not say anything, with all that comes down to the same."""
_WRITTEN = written(LITTLE, COLOUR, ADVERBS, TELLING, _ALSO, _FORMS)
"""These words alone."""
_DISCLOSED = re.compile(
    r"\b(?:disclosed|revealed|confirmed|said|says|reveals|discloses|confirms)\s(?:in its reply\s)?that\b",
    re.IGNORECASE,
)
"""Who says so, ahead of what is told."""
_CLEARED = re.compile(r"\b(?:cleared|exonerated|acquitted)\b", re.IGNORECASE)
_GRAVE = frozenset(("cleared", "charged", "convicted"))
"""Words of an end whose stems are harmless: "those cleared" is not "it is clear"."""
_TURNS = re.compile(
    r"\bor (?:a )?(?:more senior|above)(?: officer| rank)?\b|\b(?:got|gets|let) (?:off|away) with\b|"
    r"\b(?:over|amid|following|after|facing|denied|denies) (?:the\s)?(?:claims?|allegations?|accusations?|"
    r"suspicions?) (?:that|of|about)\b|"
    r"\b(?:said|believed|thought|understood|reported|supposed) to have\b|\bbeing (?:probed|looked into)\b|"
    r"\b(?:dat|go)(?:es|e|ed|ing)? back to\b|\bwent back to\b",
    re.IGNORECASE,
)
"""Turns of phrase that are looked at as rank, sanction or stage, not word by word."""
_WITH_SANCTION = re.compile(
    r"\swith\s(?:just\s|only\s|a\s|an\s|mere\s)*(?:\w+\s){0,2}(?:warning|advice|guidance|telling|reprimand|words|caution|fine)\b"
)
"""Behind "let off": with what, which is the sanction."""
_THE_SAME = re.compile(
    r"\b(?:of|did|done|do|does|for|doing|in) the same\b(?!\s\w)|\bthe same (?:way|thing)\b", re.IGNORECASE
)
"""What was done is told before; where nothing was carried over, nobody knows what it was."""
_OF_SAME = re.compile(
    r"\bthe same(?: (?:reason|offence|thing|way|act|charge|allegation|outcome|sanction))?\b", re.IGNORECASE
)
"""What was taken over from the incident before."""


def left_of(rows: Rows, told: Told, case: Observation, one: Sentence, whens: tuple[When, ...]) -> str:
    """The first word of the incident that its row does not bear out; "" if all are accounted for."""
    stage, words = rows.stage(case), row_words(case)
    other = _told_besides(rows, told, case) or unborne(told.full, words, stage)
    roles = tuple(seen.text for seen in told.categories if rows.traits[seen.variable] == PERSON)
    acts = " ".join(case.where[name].phrase for name in rows.acts(case))
    other = other or more_than_row(one.plain[told.start : told.end], words, acts, roles, stage)
    if not other and case.period is not None:
        other = next((when.text for when in whens if not settles(case, when) and when.text not in words), "")
    if other := other or (told.ends_like if not told.carried else ""):
        return other
    if not told.carried and (same := _THE_SAME.search(told.text)):
        return same[0]
    row = rows.senses_of(case)
    spans = _borne_out(rows, told, case, one, whens)
    turns = (_TURNS, _DISCLOSED, *borne_out(stage, rows.sanction(case), told.text))
    turns += (NOT_MADE_OUT, NOT_YET_FOUND, _CLEARED) if stage == "not found" else ()
    text = one.plain
    turns += (_OF_SAME,) if told.carried else ()
    if len(told.bodies) == 1:
        turns += (re.compile(rf"\bthe same (?={rows.lexicon.body_nouns.pattern})", re.IGNORECASE),)
    for turn in turns:
        text = turn.sub(lambda one: " " * len(one[0]), text)
    free = [*spans, *one.asides]
    for token in tokens(text[told.start : told.end]):
        at, end = told.start + token.start, told.start + token.end
        if any(first <= at < last for first, last in free) or _is_label(text, at, end):
            continue
        if text[at:end].lower() == "only" and _is_before_sanction(rows, told, end):
            continue
        behind = re.match(r"\s+(\w+)", text[end:])
        if not _says(rows, text[at:end], case, row, behind[1] if behind else "", bool(told.carried)):
            return text[at:end]
    return next((word for word in told.led if not _says(rows, word, case, row, "", True)), "")


def _is_before_sanction(rows: Rows, told: Told, at: int) -> bool:
    """ "Only a warning" says no more than the warning."""
    return any(0 < seen.start - at < 5 for seen in told.categories if rows.traits[seen.variable] == SANCTION)


def _says(rows: Rows, word: str, case: Observation, row: frozenset[str], behind: str, carried: bool) -> bool:
    """True if the row says the word, or it tells nothing; a "not" only with the word `behind` it."""
    raw = word.lower().strip("'’")
    if raw in TELLS:
        return row_tells(raw, row_words(case), rows.stage(case))
    if raw in NEGATIONS:
        return f"{raw} {behind}".lower().strip() in row_words(case).lower() and bool(behind)
    for token in tokens(word):
        if not any(map(str.isalnum, token.word)):
            continue
        names = {raw, token.word, token.stem, sense(token.stem)} if raw not in _GRAVE else {raw}
        is_known = token.stem in rows.lexicon.subject_words or rows.lexicon.body_nouns.fullmatch(raw)
        near = not carried and is_near(raw, long_words(row_words(case)))
        if not (names & row or {raw, token.word} & _WRITTEN or is_known or near):
            return False
    return True


def _borne_out(
    rows: Rows, told: Told, case: Observation, one: Sentence, whens: tuple[When, ...]
) -> list[tuple[int, int]]:
    """The places of kinds, bodies and dates that were compared with the row already."""
    kinds = [
        seen for seen in told.categories if rows.traits[seen.variable] != ACT or _is_all_of_row(rows, seen, case)
    ]
    dates = tuple(when for when in whens if settles(case, when))
    return [(seen.start, seen.end) for many in (kinds, one.bodies, dates) for seen in many]


def _is_all_of_row(rows: Rows, seen: CategorySeen, case: Observation) -> bool:
    """Row and sentence both tell the act in words of the codebook: neither says more than the other.

    Words that the codebook has from another row ("friend request to a victim") tell of that one.
    """
    given = case.where.get(seen.variable)
    if given is None or len(given.categories) != 1 or tuple(given.categories) != seen.categories:
        return False
    own = {stems(words) for words in names_of(rows.lexicon.variable(seen.variable), given.categories[0])}
    told = stems(seen.text)
    if told != stems(given.phrase) and told in rows.told_in_rows:
        return False
    return stems(given.phrase) in own and told in own


def _told_besides(rows: Rows, told: Told, case: Observation) -> str:
    """ "Resigned" beside another word that fits: a category that is neither the row's nor in its words."""
    said = row_words(case).lower()
    for found in told.categories:
        given = case.where.get(found.variable)
        if rows.traits[found.variable] not in (PERSON, SANCTION) or given is None or not given.categories:
            continue
        fits = among(rows.lexicon.variable(found.variable), found.categories, given.categories)
        if _WITH_SANCTION.match(told.text, max(0, found.end - told.start)):
            continue
        if not fits and found.text.lower() not in said:
            return found.text
    return ""


def _is_label(text: str, start: int, end: int) -> bool:
    """ "POSER: a constable …": a word in capitals at the head."""
    word = text[start:end]
    return (
        word.isupper() and len(word) > 2 and not text[:start].strip(" “‘\"'(-–—•") and text[end : end + 1] in ":!"
    )
