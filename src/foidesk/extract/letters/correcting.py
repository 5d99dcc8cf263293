"""Corrections of an answer that another letter gave: "the figure for 2022 should read 14, not 12".

Which number of a sentence is the new one and which the old one, its grammar tells: "should be 14", "corrected to
14", "not 41", "from 41 to 14", "sondern 14". What it does not tell is no correction, and stays with a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from foidesk.model.observations import Correction, OneOf, Where
from foidesk.model.periods import Period
from foidesk.words.numbers import NumberWord

from ..basis.found import Found, Mark
from ..basis.ground import Ground
from ..basis.pieces import Piece
from ..figures.seen import Seen, look, strange_words
from ..sentences.over import Sentence
from .earlier import is_miscounted
from .whose_figure import counts_else, says_only

MARKED = "correction"
_SPELT = (
    r"(?:no|nil|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
)
CORRECTS = re.compile(
    rf"\b(?:should|ought\s+to)\s+(?:\w+\s+)?(?:read|have\s+read|be\s+(?=[£$€]?\d|{_SPELT}\b)|have\s+been|say)\b"
    r"|\bdisregard\s+(?:the|our|that|this)\b[^.]{0,30}\b(?:figure|total|number|count|answer)s?\b"
    r"|\b(?:figure|total|number|count|answer)s?\b[^.]{0,60}\b(?:not\s+(?:\w+\s+)?(?:right|correct|accurate)|inaccurate|"
    r"mis(?:typed|printed|counted|stated|read|reported|copied|calculated)|(?:counted|included)\s+twice|double[\s-]counted)\b"
    r"|\b(?:right|true|actual)\s+(?:figure|total|number|count|one)\b|\bcorrect\s+one\b"
    r"|\bcorrect(?:ed)?\s+(?:\w+\s+)?(?:figure|total|number|answer|sum|amount|count|version)\b"
    r"|\bthis\s+(?:\w+\s+)?(?:replaces|supersedes|corrects)\b"
    r"|\b(?:figure|total|number|table|answer|count|row|line)s?\b[^.]{0,60}\b(?:wrong|incorrect|mistaken|an?\s+(?:\w+\s+)?error|"
    r"in\s+error|(?:now\s+)?been\s+(?:corrected|amended|revised))\b"
    r"|\b(?:stated|given|reported|provided|included|entered|counted|listed|shown|omitted)\s+in\s+error\b"
    r"|\b(?:previously|originally|initially|first)\s+(?:stated|reported|given|provided|quoted)\b"
    r"|\b(?:erratum|corrigendum)\b|^\W*correction\b"
    r"|\b(?:not|instead\s+of|rather\s+than)\s+(?:the\s+)?\d[\d,.]*\s+(?:as\s+)?(?:\w+\s+)?"
    r"(?:stated|given|shown|reported|said|quoted|printed)\b"
    r"|\d[^.;()]{0,80}\(\s*(?:and\s+)?not\s+\d[\d,.]*\s*\)"
    r"|\d[^.;()]{0,80}\(\s*(?:previously|formerly|originally|earlier|bisher|zuvor|vorher|vormals)\s*:?\s*"
    r"(?:(?:stated|given|reported|shown)\s+as\s+|\w+\s+)?\d"
    r"|\d[\d,.]*\s+(?:instead\s+of|rather\s+than|in\s+(?:the\s+)?place\s+of)\s+[£$€]?\d"
    r"|\b(?:please|should)\s+read\s+[£$€]?\d|\bfor\s+[“\"']?[£$€]?\d[\d,.]*[”\"']?,?\s+(?:please\s+)?read\b"
    r"|\bshould\s+(?:\w+\s+)?be\s+(?:replaced|corrected|amended|changed)\b[^.]*\d"
    r"|\b(?:corrected|amended|revised|changed)\s+from\b"
    r"|\bthan\s+(?:we|I)\s+(?:had\s+|have\s+)?(?:told|gave|given|sent|stated|said|reported|wrote)\b"
    r"|\b(?:please\s+)?replace\b[^.]{0,60}\d[^.]{0,20}\b(?:with|by)\b"
    r"|\b(?:richtig|korrekt)(?:erweise)?\b[^.]{0,40}\d|\bberichtig\w+\b[^.]*\d|\bkorrigier\w+\b[^.]*\d"
    r"|\bmuss\b[^.]{0,60}\b(?:heißen|lauten)\b|\bnicht\s+\d[\d.]*\b[^.]{0,20}\bsondern\s+\d",
    re.IGNORECASE,
)
NOT_AS_TOLD = re.compile(
    r"\d[^.;()]{0,60}(?:,\s+(?:and\s+)?|\s+and\s+)not\s+(?:the\s+)?[£$€]?\d[\d,.]*"
    r"(?:\s+(?:as|that|which)\s+we\s+(?:told|gave|sent|wrote|stated|said)\b|\s*(?:[.;]|$))",
    re.IGNORECASE,
)
"""The "11, not 9" of a letter that corrects another: there only is the second number the one that it gave."""
_OLD = re.compile(
    r"(?:\b(?:not|instead\s+of|rather\s+than|from|replace|in\s+place\s+of|nicht|statt|anstatt|anstelle\s+von|von)"
    r"|\b(?!correct|amend|revis|chang|updat)\w+(?:ed|nt|wn)\s+as|\b(?:given|angegeben|genannt)\s+as"
    r"|\b(?:said|stated|reported|told\s+you|indicated|showed|gave|we\s+(?:wrote|printed))(?:\s+that)?(?:\s+there\s+(?:were|was|had\s+been))?"
    r"|\bgave\b[^.;]{0,80}\sas|\(\s*(?:previously|formerly|originally|earlier|bisher|zuvor|vorher|vormals)\s*:?)"
    r"\s+(?:the\s+|our\s+|die\s+|der\s+)?(?:figure\s+(?:of\s+)?|number\s+(?:of\s+)?|total\s+(?:of\s+)?|zahl\s+)?[(“\"']*$",
    re.IGNORECASE,
)
_NEW = re.compile(
    r"(?:\b(?:should|ought\s+to)\s+(?:\w+\s+)?(?:read|be|have\s+read|have\s+been|say)(?:\s+(?:as|that))?"
    r"|\b(?:corrected|amended|revised|changed|updated|berichtigt|korrigiert)\s+(?:to|auf|in)|\b(?:with|by|to|durch|auf)"
    r"|\bcorrect(?:ed)?\s+\w+(?:\s+(?!not\b)[\w/–-]+){0,8}?\s+(?:is|was|are|were)|\bcorrect(?:ed)?\s+\w+\s*[:=]"
    r"|\b(?:is|was|are)\s+(?:actually|in\s+fact|therefore|now)|\bread|\b(?:becomes?|comes?\s+to|numbers?)"
    r"|\bsondern|\b(?:richtig|korrekt)(?:erweise)?\s*(?:ist|sind|:|wäre\w*)|\b(?:muss|müsste)\s+(?:es\s+)?(?:richtig\s+)?)"
    r"\s*[(“\"']*$",
    re.IGNORECASE,
)
_BEFORE_SHOULD = re.compile(
    r"^[”\"']?,?\s+(?:please\s+)?read\s+[“\"'£$€\d]|^[^,;:]{0,40}\bshould\s+(?:\w+\s+)?(?:read|be|have\s+(?:read|been)|say)\b",
    re.IGNORECASE,
)
_ITSELF = re.compile(r"\W*(?:and\s+|but\s+)?(?:it|this|that|which|er|sie|es|dies)\b", re.IGNORECASE)
_TOTAL = re.compile(
    r"\b(?:totals?|sum|overall|altogether|in\s+all|gesamt\w*|summe|insgesamt|zusammen)\b", re.IGNORECASE
)
_CLAUSE = re.compile(
    r"[;](?!\s*(?:it|this|that|which)\b)|,?\s+\b(?:and|und|while|sowie)\s+(?!not\b|nicht\b)"
    r"|,?\s+\b(?:so\s+that|so|meaning(?:\s+that)?|which\s+means(?:\s+that)?|sodass|so\s+dass)\s+(?=the\b|our\b|die\b|der\b)",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\([^()]*\)|\b(?:under|at|in|to|for)\s+\d{1,2}\)", re.IGNORECASE)
_WRONG = re.compile(
    r"\b(?:wrong|incorrect|inaccurate|mistaken|an?\s+(?:\w+\s+)?error|in\s+error|disregard|not\s+(?:\w+\s+)?(?:right|correct|accurate)"
    r"|mis(?:typed|printed|counted|stated|read|reported|copied|calculated)|(?:counted|included)\s+twice|double[\s-]counted|"
    r"falsch|fehlerhaft)\b",
    re.IGNORECASE,
)
IS_RIGHT = re.compile(r"\b(?:right|true|actual|correct)\s+(?:figure|total|number|count|one)\b", re.IGNORECASE)
"""What a sentence without a number says of one that stands."""
_MISCOUNT = re.compile(
    r"\b(?:twice|double[\s-]?count\w*|duplicat\w*|should\s+not|must\s+not|(?:not|never)\s+(?:\w+\s+)?(?:counted|included|entered)|"
    r"overlooked|omitted|missing|further|additional|more|fewer|less)\b",
    re.IGNORECASE,
)
"""How many were wrongly counted is no figure that replaces another."""
_READS = re.compile(
    r"\b(?:should|ought|reads?|muss|lauten|right|correct(?:ed)?|actual|true|richtig|now|instead)\b"
    r"(?<!not right)(?<!not correct)",
    re.IGNORECASE,
)
"""Words of a right figure: beside them a number is the new one, else beside "wrong" the old one."""
_THAN_TOLD = re.compile(
    r"\bthan\s+(?:(?:we|I)\s+(?:had\s+|have\s+)?(?:told|gave|given|sent|stated|said|reported|wrote)|(?:previously\s+|first\s+)?"
    r"(?:stated|given|reported|told))\b",
    re.IGNORECASE,
)
_FEWER = re.compile(r"\s+(?:[^\W\d]+\s+)?(?:(?P<up>more|higher)|fewer|less|lower)\b", re.IGNORECASE)
_SO = re.compile(
    r"(?P<cause>[^;:]+?),?\s+(?:so(?:\s+that)?|hence|therefore|thus|which\s+means\s+that|meaning\s+that)\s+(?=\w)",
    re.IGNORECASE,
)
_REVISED = re.compile(r"\bbeen\s+(?:revised|corrected|amended)\b[^.;:]*:", re.IGNORECASE)
_FEW = 2
_IS = re.compile(r"\b(?:is|was|are|were|ist|sind|war|waren)\s+$", re.IGNORECASE)
_ALL_YEARS = re.compile(
    r"\b(?:(?:all|the|these|alle|die)\s+(?:two|three|four|five|six|\d|zwei|drei|vier|fünf)\s+(?:\w+\s+)?(?:years|jahren?)|period)\b",
    re.IGNORECASE,
)
IT = re.compile(
    r"^\W*(?:(?:this|that|it|which|the\s+(?:figure|number|answer)|richtig|dies|diese\s+zahl)\b(?:\s+(?:figure|number))?\s+"
    r"(?:should|is\s+(?:incorrect|wrong)|was\s+(?:incorrect|wrong)|muss|ist|wäre)\b"
    r"|the\s+(?:correct|corrected|right|true|actual)\s+(?:figure|number|amount|answer|one|sum)\s+(?:is|was|should\s+(?:be|read|have\s+been))\b)",
    re.IGNORECASE,
)
""" "This should have read 18" corrects what the sentence before has said."""
_STANDS = re.compile(
    r"^\W*(?:the|our)\s+(?:\w+\s+){0,2}(?:totals?|figures?|answers?|numbers?)\b[^.:;]{0,80}?\b(?:was|were|is|are|remains?|stands?)"
    r"(?:\s+(?:\w+\s+)?(?:correct|right|unchanged|unaffected|accurate))?\b[^.:;]{0,60}?(?:[:;]|,\s+but\b[^:;.]*[:;])",
    re.IGNORECASE,
)
"""What says of a figure that it stands, before the words that correct another."""


def corrections_in(ground: Ground, sentence: Sentence, before: Sentence | None = None) -> tuple[Correction, ...]:
    """What a sentence corrects: in each clause one new figure and at most one old one; () if any is unclear.

    "This should have read 18" corrects the one figure that the sentence `before` it says was given.
    """
    if before is not None and IT.match(sentence.text) and (of_it := _of_it(ground, sentence, before)):
        return of_it
    piece = sentence.piece
    for told in (_by_difference, _behind_its_cause):
        if (one := told(ground, sentence)) is not None:
            return (one,)
    piece = replace(piece, text=_without_remarks(_without_standing(piece.text)))
    whole = _correction(ground, sentence, piece) if len(look(ground, piece.text).numbers) <= _FEW else None
    if whole is not None:
        return (whole,)
    clauses = list(_clauses(ground, piece))
    made = [_correction(ground, sentence, clause) for clause in clauses]
    if any(made) and len(clauses) > 1:
        made = [one or _also(ground, sentence, clause) for one, clause in zip(made, clauses, strict=True)]
    return tuple(one for one in made if one is not None) if all(made) else _loosely(ground, sentence, before)


def _by_difference(ground: Ground, sentence: Sentence) -> Correction | None:
    """ "Ten fewer than we told you, 87": the old figure was 97, which the earlier letter must bear out."""
    seen = look(ground, sentence.text)
    words = [word for word in seen.numbers if word.kind == "integer" and word.exact is not None]
    changed = [(word, found) for word in words if (found := _FEWER.match(seen.text, word.end))]
    if not _THAN_TOLD.search(seen.text) or len(words) != _FEW or len(seen.numbers) != _FEW or len(changed) != 1:
        return None
    (by, found), new = changed[0], next(word for word in words if word is not changed[0][0])
    more, value = (by.exact or Decimal()), (new.exact or Decimal())
    old = value - more if found["up"] else value + more
    made = _made(ground, sentence, sentence.piece, seen, new, None, bool(_TOTAL.search(seen.text)))
    return replace(made, old=old)


def _behind_its_cause(ground: Ground, sentence: Sentence) -> Correction | None:
    """ "One had been entered twice, so the figure is 5 and not 6": the words before say of what it is."""
    found = _SO.match(sentence.text)
    if found is None or not is_miscounted(found["cause"]):
        return None
    made = _correction(ground, sentence, sentence.piece.cut(found.end(), len(sentence.text)))
    if made is None:
        return None
    ahead = look(ground, found["cause"])
    if not made.measures and not made.where:
        where: dict[str, Where] = {name: OneOf(hit.where.categories, "") for name, hit in ahead.categories}
        made = replace(made, measures=tuple(sorted({hit.measure for hit in ahead.nouns})), where=where)
    return made


def _loosely(ground: Ground, sentence: Sentence, before: Sentence | None) -> tuple[Correction, ...]:
    """What a sentence corrects by the figure that it names, where its grammar does not tell new from old.

    "Fourteen is the right one" is for what the sentence before says is wrong; "the figure of 12 for 2023 is wrong"
    gives no new one.
    """
    piece = replace(sentence.piece, text=_without_standing(sentence.text))
    seen = look(ground, piece.text)
    words = [word for word in seen.numbers if _is_plain(word) and not counts_else(seen, word)]
    named = bool(seen.categories or seen.periods or _TOTAL.search(piece.text))
    if len(words) > 1 or len(words) < len(seen.numbers):
        return _by_clause(ground, sentence, piece) if len(words) == len(seen.numbers) else ()
    is_wrong = _WRONG.search(piece.text) is not None
    if len(words) == 1 and not _OLD.search(piece.text[: words[0].start]) and _MISCOUNT.search(piece.text):
        return (_made(ground, sentence, piece, seen, None, None, False),) if named else ()
    is_old = is_wrong and not _READS.search(piece.text)
    of_all = not named and is_wrong and bool(seen.nouns)  # "the number of claims that we sent is incorrect"
    named = named or of_all
    old, new = (words, []) if is_old else ([], words)
    if not named and not old and before is not None and CORRECTS.search(before.text) and new:
        given = look(ground, before.text)
        if not given.numbers and (given.categories or given.periods):
            made = _made(ground, before, before.piece, given, None, None, bool(_TOTAL.search(before.text)))
            place = ground.locator(piece.cut(new[0].start, new[0].end))
            return (replace(made, new=new[0].exact, value=place),)
    if not (named or old) or not (is_old or new):
        return ()
    first, last = (new[0] if new else None), (old[0].exact if old else None)
    whole = of_all or _TOTAL.search(piece.text) is not None
    return (replace(_made(ground, sentence, piece, seen, first, None, whole), old=last),)


def _by_clause(ground: Ground, sentence: Sentence, piece: Piece) -> tuple[Correction, ...]:
    """ "For driving read 24 and for fares 11": in each clause a figure, and the kind or the year that it is of."""
    made, is_revised = list[Correction](), _REVISED.search(piece.text) is not None
    for clause in _clauses(ground, piece):
        seen = look(ground, clause.text)
        told = (
            bool(seen.categories or seen.periods or (seen.nouns and is_revised))
            or _TOTAL.search(clause.text) is not None
        )
        if len(seen.numbers) != 1 or not told or not _is_plain(seen.numbers[0]) or _OLD.search(
            clause.text[: seen.numbers[0].start]
        ):  # fmt: skip
            return ()
        whole = _TOTAL.search(clause.text) is not None
        made.append(_made(ground, sentence, clause, seen, seen.numbers[0], None, whole))
    return tuple(made)


def _also(ground: Ground, sentence: Sentence, clause: Piece) -> Correction | None:
    """The new figure of a clause beside one that corrects: "and the number in 2022 was 16", "for all years 35"."""
    seen = look(ground, clause.text)
    word = seen.numbers[0] if len(seen.numbers) == 1 else None
    if word is None or not _is_plain(word) or counts_else(seen, word) or _OLD.search(clause.text[: word.start]):
        return None
    told = _IS.search(clause.text[: word.start]) is not None or not strange_words(seen, seen.referred)
    whole = bool(_TOTAL.search(clause.text) or _ALL_YEARS.search(clause.text))
    return _made(ground, sentence, clause, seen, word, None, whole) if told else None


def _without_remarks(text: str) -> str:
    """The text with blanks for what stands in brackets and is no old figure: "(two digits were transposed)"."""

    def blank(found: re.Match[str]) -> str:
        digits = re.search(r"\d", found[0])
        return found[0] if digits and _OLD.search(found[0][: digits.start()]) else " " * len(found[0])

    return _REMARK.sub(blank, text)


def _without_standing(text: str) -> str:
    found = _STANDS.match(text)
    return text if found is None or _WRONG.search(found[0]) else " " * found.end() + text[found.end() :]


def _of_it(ground: Ground, sentence: Sentence, before: Sentence) -> tuple[Correction, ...]:
    """ "It should read 13, and the total is therefore 46": the figure before, and one a clause behind."""
    if (one := _of_before(ground, sentence, before, sentence.piece)) is not None:
        return (one,)
    first, *rest = _clauses(ground, sentence.piece)
    made = [_of_before(ground, sentence, before, first), *(_correction(ground, sentence, part) for part in rest)]
    return tuple(one for one in made if one is not None) if rest and all(made) else ()


def _of_before(ground: Ground, sentence: Sentence, before: Sentence, clause: Piece) -> Correction | None:
    """The correction of a figure that the sentence before repeats from another letter."""
    given, seen = look(ground, before.text), look(ground, clause.text)
    old, _ = _sorted_out(given.text, given.numbers)
    if len(given.numbers) != 1 or len(old) != 1 or len(seen.numbers) != 1 or not _is_plain(seen.numbers[0]):
        return None
    made = _made(ground, before, before.piece, given, old[0], old[0], bool(_TOTAL.search(given.text)))
    new = seen.numbers[0]
    return replace(
        made, new=new.exact or Decimal(), value=ground.locator(clause.cut(new.start, new.end)),
        said=ground.locator(sentence.piece),
    )  # fmt: skip


def totals_behind(ground: Ground, sentence: Sentence) -> tuple[Correction, ...]:
    """The new totals that a sentence behind a correction states: "The total is therefore 88"."""
    if not _TOTAL.search(sentence.text):
        return ()
    made = list[Correction]()
    for clause in _clauses(ground, sentence.piece):
        seen = look(ground, clause.text)
        old, new = _sorted_out(clause.text, seen.numbers)
        if len(seen.numbers) == 1:
            old, new = [], [word for word in seen.numbers if _is_plain(word)]
        told = _TOTAL.search(clause.text) or (seen.periods and not seen.categories)
        if not told or len(new) != 1 or len(old) > 1 or len(old) + len(new) != len(seen.numbers):
            return ()
        made.append(_made(ground, sentence, clause, seen, new[0], old[0] if old else None, whole=True))
    return tuple(made)


def is_of_old(text: str) -> bool:
    """True for a sentence that repeats what an earlier letter said: "the number was given as 512"."""
    return any(_OLD.search(text[: found.start()]) for found in re.finditer(r"[£$€]?\d", text))


def says_that_it_stands(ground: Ground, text: str) -> bool:
    """True for "we checked, and it is the right figure"."""
    return not look(ground, text).numbers and IS_RIGHT.search(text) is not None and not _WRONG.search(text)


def is_the_new_one(ground: Ground, text: str, value: Decimal) -> bool:
    """True for the 47 of "five had been counted twice; the correct total is 47": that figure stands."""
    old, new = _sorted_out(text, look(ground, text).numbers)
    return value in {word.exact for word in new} and value not in {word.exact for word in old}


def correction_marks(sentence: Sentence, ground: Ground) -> Found:
    """The numbers of a sentence that corrects, under their name."""
    seen = look(ground, sentence.text)
    named = [(word.start, word.end, MARKED) for word in seen.numbers]
    named += [(one.start, one.end, "period of a statement") for one in seen.periods]
    cuts = ((sentence.piece.cut(start, end), name) for start, end, name in named)
    return Found(marks=tuple(Mark(span, name) for piece, name in cuts for span in piece.spans))


def _clauses(ground: Ground, piece: Piece) -> Iterator[Piece]:
    """The stretches of a sentence that have a number each; one without goes with the next."""
    start = 0
    for cut in (*_CLAUSE.finditer(piece.text), None):
        end = cut.start() if cut else len(piece.text)
        part = piece.cut(start, end)
        if look(ground, part.text).numbers or (cut is None and start == 0):
            yield part
            start = cut.end() if cut else end


def _correction(ground: Ground, sentence: Sentence, clause: Piece) -> Correction | None:
    seen = look(ground, clause.text)
    if any(counts_else(seen, word) for word in seen.numbers):
        return None
    old, new = _sorted_out(clause.text, seen.numbers)
    if len(new) != 1 or len(old) > 1 or len(old) + len(new) != len(seen.numbers):
        return None
    whole = bool(_TOTAL.search(clause.text))
    made = _made(ground, sentence, clause, seen, new[0], old[0] if old else None, whole)
    return replace(made, sure=not old and _is_right(clause.text, new[0]) and says_only(ground, sentence.text))


def _is_right(text: str, word: NumberWord) -> bool:
    """True for the 175 of "the figure should be 175"; not for "fifty should not have been counted"."""
    return _NEW.search(text[: word.start]) is not None and not _MISCOUNT.search(text)


def _sorted_out(text: str, words: Sequence[NumberWord]) -> tuple[list[NumberWord], list[NumberWord]]:
    """The old and the new numbers of a clause, by the words before each; one before "should" is the old one."""
    old, new = list[NumberWord](), list[NumberWord]()
    for at, word in enumerate(words):
        before = text[words[at - 1].end if at else 0 : word.start]
        if not _is_plain(word):
            continue
        if _OLD.search(before) or (not old and _BEFORE_SHOULD.match(text[word.end :])):
            old.append(word)
        elif _NEW.search(before):
            new.append(word)
    left = [word for word in words if word not in (*old, *new) and _is_plain(word)]
    return old, left if old and not new and len(left) == 1 else new


def _is_plain(word: NumberWord) -> bool:
    return word.exact is not None


def _period(ground: Ground, sentence: Sentence, seen: Seen) -> Period | None:
    """The one period of a clause; of one that names none, the one that the sentence names before it."""
    start = sentence.text.find(seen.text)
    before = [one for one in look(ground, sentence.text).periods if one.end <= start]
    whole = _TOTAL.search(seen.text) or _ALL_YEARS.search(seen.text)
    named = seen.periods or (() if whole else tuple(before[-1:]))
    return named[0].period if len(named) == 1 else sentence.over.period


def _made(
    ground: Ground, sentence: Sentence, clause: Piece, seen: Seen, new: NumberWord | None, old: NumberWord | None,
    whole: bool,
) -> Correction:  # fmt: skip
    named = {hit.measure for hit in seen.nouns}
    asked = next((q.measures for q in ground.context.questions if q.id == sentence.over.question), ())
    where: dict[str, Where] = {name: OneOf(hit.where.categories, "") for name, hit in seen.categories}
    if not where and not whole and _ITSELF.match(clause.text):
        ahead = look(ground, sentence.text[: max(0, sentence.text.find(clause.text))])
        where = {name: OneOf(hit.where.categories, "") for name, hit in ahead.categories}
        named = named or {hit.measure for hit in ahead.nouns}
    return Correction(
        (new.exact or Decimal()) if new is not None else None,
        old.exact if old is not None else None,
        tuple(sorted(named)) or tuple(asked),
        where or dict(sentence.over.where),
        _period(ground, sentence, seen),
        whole,
        ground.locator(clause.cut(new.start, new.end) if new is not None else clause),
        ground.locator(sentence.piece),
    )
