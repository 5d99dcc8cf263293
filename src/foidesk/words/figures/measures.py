"""What a figure is a measure of, as a phrase: "sanctions declared", "spent on private legal advice"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..lazy import lazy
from .changing import CHANGE
from .context import Context
from .dating import When
from .entities import CLAUSE, MANY_BODIES
from .figure import Figure
from .phrases import STOP
from .pieces import NUMBER

_MOST = 12
_EDGE = lazy(r"[;:()–—“”\"•]|[.,](?!\d)|\s(?=per\s(?:\d|[a-z]+\b(?<!cent)))|\s(?=(?:every|each)\s)|\n|\s-\s")
_LOOSE = frozenset(
    """of in to for at by on with from since after before and or but as than a an the that who which were was are
    is be been being have has had either not its their his her over under into between about around some just only
    nearly
    almost more less fewer least up down when where while so such no this these those it they also then per
    said says showed shows compared including because if last next total average across against during among within
    without until towards involving representing being""".split()
)
"""Words that begin or end no phrase."""
_ENDS_NOT = _LOOSE - {"not", "it", "up", "down"}
_AUXILIARY = frozenset("have has had were was are is be been being either also then all both now there".split())
_DATE_LEAD = lazy(
    r"\b(?:in|over|during|for|on|since|throughout|within|by|between|from)?\s*(?:the\s)?$", re.IGNORECASE
)
_VERB = lazy(
    r"\b(?P<verb>spen[dt]|spending|paid|pay|paying|pays|cost(?:ing|s)?|earn\w*|rais(?:ed|ing|es)|owe[ds]?|lost|losing|"
    r"sav(?:ed|ing)|award\w*|giv(?:en|ing|es) out|gave out|allocat\w+|claim(?:ed|ing)|invest\w*|charg\w+|fined|"
    r"settled|"
    r"receiv\w+|collect\w+|wait(?:ed|ing|s)?|tak(?:e|ing|es|en)|took|last(?:ed|ing)|respon\w+|serv(?:ed|ing)|earning|"
    r"budgeted|set aside|worth)\b(?:\s(?!(?:on|for|to|in)\b)[\w’'-]+){0,3}\s*$",
    re.IGNORECASE,
)
"""The verb of a sum or a length of time, right in front of it."""
_COPULA = lazy(
    rf"\s(?:(?:has|have|had|is|are|was|were|will|would|can|could)\b|{CHANGE}\b|up\b|down\b|averag\w+|exceed\w+|reach\w+|hit\b)"
)
_TO_NUMBER = lazy(
    r"\b(?:of|was|were|is|are|to|at|by|from|than|had|been|be|up|down|a|an|just|only|closer|likely)\s*$"
)
_CHANGE_IN = lazy(r"[^,;.()]{0,50}?\b(?:in|of|to)\s(?:the\s)?(?:number of\s|proportion of\s)?(?=[a-z])")
_NOUN = lazy(r"\s(?:increase|rise|fall|drop|decrease|decline|reduction|cut|jump|surge|growth|hike)s?\b")
_FRONT = lazy(
    r"^\W*(?:(?:In|At|Across|Over|Since|During|For|On) [^,]{1,40},\s|But |And |However,? |Meanwhile,? |"
    r"(?:[Ii]n|[Aa]cross|[Aa]t) (?:the )?(?:[A-Z][\w’'-]*\s)+(?=[a-z]))?"
)
_REPORTS = lazy(
    r"\b(?:shows?|showed|reveal(?:s|ed)?|found|suggests?|suggested|indicates?|confirms?|said|says|reported that|"
    r"estimated?)\b(?: that\b)?"
)
_CHANGES_IT = lazy(
    r"\b(?:reduc\w+|cut(?:s|ting)?|slash\w*|rais\w+|increas\w+|lower\w*|trimm\w+|boost\w*|grew|grown?)\s(?:its |"
    r"their |the |his |her )?"
    r"(?P<what>(?!by\b)[\w’'&-]+(?:\s(?!by\b)[\w’'&-]+){0,7})\sby(?:\s\w+){0,4}\s*$"
)


_COUNTED = lazy(rf"(?:{NUMBER})\s(?:[a-z-]+\s){{0,2}}$", re.IGNORECASE)
"""In front of a noun that another number counts."""
_PARTICIPLE = lazy(
    r"(?:\w+(?:ed|en|ing)|been|being|either|also|since|already|made|paid|sent|lost|left|put|cut|shut|sold|spent|kept|"
    r"held|told|found|done|gone|led|met|won|hurt|built|brought)$",
    re.IGNORECASE,
)
"""What an auxiliary verb stands in front of that a phrase does without: "libraries *have* closed"."""
_PRONOUN = lazy(r"^(?:This|That|It|They|These|Those|There|He|She)\b")


class Measures:
    """The phrases of a text's figures, taken in their order."""

    def __init__(self, text: str, dates: Sequence[When]) -> None:
        self.text = text
        self.dates = [(when.start, when.end) for when in dates]
        self.last, self.last_in = "", (0, 0)

    def of(self, one: Figure, context: Context, limit: int) -> str:
        """The phrase of a figure; `limit` is where the next figure of its sentence begins."""
        if one.kind in ("date", "time", "age", "score"):
            return ""
        found = self._of(one, context, min(limit, context.sentence[1]))
        if found and one.kind != "duration" and not MANY_BODIES.search(context.unit):
            self.last, self.last_in = found, context.sentence
        return found

    def _of(self, one: Figure, context: Context, limit: int) -> str:
        if context.change in ("up", "down"):
            return self._changed(one, context, limit)
        if one.kind in ("money", "duration", "size", "points"):
            return self._amount(one, context, limit)
        if not context.unit:
            ahead = self._tail(one.end, limit) or self._ahead(one, context)
            return self.last if re.search(r"\d", ahead) and self.last_in == context.sentence else ahead
        noun = context.unit
        if context.inherited:
            ahead = self._from_noun(noun, one, context)
            told = ahead if ahead and ahead != noun else _joined(noun, self._tail(one.end, limit))
            return told or noun
        tail = self._tail(context.end, limit)
        lead = "" if tail or one.kind not in ("percent", "fraction", "ratio") else self._lead(one, context)
        return _joined(lead, noun, tail)

    # --- the kinds of phrase ---

    def _object(self, before: str) -> str:
        """What a verb changes: "reduce *their budgets* by"."""
        found = _CHANGES_IT.search(before)
        return _cut(found["what"]) if found else ""

    def _changed(self, one: Figure, context: Context, limit: int) -> str:
        """What rose or fell: behind "increase in", in front of the verb, or what was told before."""
        noun = _NOUN.match(self.text, one.end)
        if noun and (found := _CHANGE_IN.match(self._without_dates(noun.end(), limit))):
            return _cut(self._without_dates(noun.end(), limit)[found.end() :])
        if context.unit not in ("", one.unit) and not context.inherited:
            return _joined(context.unit, self._tail(context.end, limit))
        begin = self._clause(one, context)
        before = self._without_dates(begin, one.start)
        if found := re.search(
            r"\b(?:increase|rise|fall|drop|decrease|decline|reduction|cut) (?:in|to) (.+?) (?:of|by)\s*$",
            before,
        ):
            return _cut(found[1])
        last = self.last if self.last_in == context.sentence else ""
        if changed := self._object(before):
            return changed
        ahead = "" if noun and last else self._ahead(one, context)
        return last if not ahead or re.search(r"\d|\)", ahead) else ahead

    def _amount(self, one: Figure, context: Context, limit: int) -> str:
        before = self.text[self._clause(one, context) : one.start]
        tail = self._tail(one.end, limit)
        if verb := _VERB.search(before):
            return _joined(verb["verb"].lower(), tail)
        if _TO_NUMBER.search(before) and (ahead := self._ahead(one, context)) and not re.search(r"\d", ahead):
            return ahead
        if one.kind != "money":
            return ""
        return (
            tail
            or self._close(before)
            or (self.last if self.last_in == context.sentence else self._ahead(one, context))
        )

    def _close(self, before: str) -> str:
        """The noun right in front of a sum: "had *surpluses* of £5 million"."""
        words: list[str] = []
        for word in reversed(before.split()):
            if word.lower() in STOP or not word.isalpha() or len(words) == 3:
                break
            words.insert(0, word)
        return " ".join(words) if words and words[-1].islower() else ""

    def _ahead(self, one: Figure, context: Context) -> str:
        """The subject in front of the verb that leads to the number: "total value of successful claims"."""
        before = self._without_dates(self._clause(one, context), one.start)
        if told := [*_REPORTS.finditer(before)]:
            before = before[told[-1].end() :]
        before = before[_FRONT.match(before).end() :]  # type: ignore[union-attr]
        if _PRONOUN.match(before.strip()):
            return ""
        *earlier, clause = re.split(r"\sand\s|,\s", before)
        if earlier and _COPULA.search(" ".join(earlier)) and (own := _COPULA.search(clause)) and own.start() > 2:
            before = clause
        verb = _COPULA.search(before)
        subject = (
            before[: verb.start()] if verb else re.sub(r"(?: of)?(?: an?| just| only| nearly)*\s*$", "", before)
        )
        return _cut(subject, last=True)

    def _lead(self, one: Figure, context: Context) -> str:
        """The verb in front of a share behind which nothing follows: "pay out in 25% of cases"."""
        before = self._without_dates(self._clause(one, context), one.start)
        words = before.split()[-4:]
        while words and (words[0].lower() in _LOOSE or words[0][0].isupper()):
            words.pop(0)
        words = [word for word in words if word.lower() not in ("just", "only", "about", "nearly", "around")]
        return " ".join(words) if words and words[-1].lower() in ("in", "for", "to", "with", "on") else ""

    def _from_noun(self, noun: str, one: Figure, context: Context) -> str:
        """The noun where it stands in front of the number, with what restricts it: "sanctions declared"."""
        at = self.text.rfind(noun, self._clause(one, context), one.start)
        if at < 0 or _COUNTED.search(self.text, max(0, at - 40), at):
            return ""
        rest = self._without_dates(at + len(noun), one.start)
        verb = _COPULA.search(rest)
        return _joined(noun, _cut(_EDGE.split(rest[: verb.start()] if verb else rest)[0]))

    # --- pieces ---

    def _clause(self, one: Figure, context: Context) -> int:
        begin = context.sentence[0]
        for cut in CLAUSE.finditer(self.text, begin, one.start):
            begin = cut.end()
        return max(begin, self.text.rfind("(", begin, one.start) + 1)

    def _tail(self, start: int, limit: int) -> str:
        """The words behind a place as far as its clause goes, without dates."""
        bracket = re.compile(r"\s*\([^()]{1,30}\)").match(self.text, start)
        start = bracket.end() if bracket else start
        clause = CLAUSE.search(self.text, start, limit)
        edge = _EDGE.search(self.text, start, clause.start() if clause else limit)
        end = edge.start() if edge else clause.start() if clause else limit
        return _cut(self._without_dates(start, end))

    def _without_dates(self, start: int, end: int) -> str:
        found = self.text[start:end]
        for first, last in reversed([span for span in self.dates if start <= span[0] < end]):
            lead = _DATE_LEAD.sub("", found[: first - start])
            found = f"{lead.rstrip()} {found[last - start :].lstrip()}"
        return found


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _cut(words: str, last: bool = False) -> str:
    """The first words (or the last) of some, without those that begin or end no phrase."""
    found = words.split()
    while len(found) > 1 and found[0].lower() in _AUXILIARY and _PARTICIPLE.match(found[1]):
        found.pop(0)
    found = found[-_MOST:] if last else found[:_MOST]
    while found and found[-1].lower().strip("'’") in _ENDS_NOT:
        found.pop()
    while found and last and found[0].lower() in _LOOSE - {"total", "average", "more"}:
        found.pop(0)
    return " ".join(found).strip(" ,.;:'’-")
