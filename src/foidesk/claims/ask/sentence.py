"""A sentence cut into parts with one figure each, and the words of the survey that stand in each part."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from functools import cached_property

from foidesk.words.figures import Figure, When

from .cut.asides import asides
from .groups import GroupSeen, groups
from .kinds_beside import INCLUDING, is_aside, is_of_telling, names_somebody, widened
from .lexicon import Lexicon
from .seen import BodySeen, CategorySeen
from .stems import tokens
from .wording import COMPARES, PREDICATE

RELATIVE = re.compile(r",\s(?:which|who|whose|where)\b[^,;:]*(?=,)")
"""A relative clause between commas."""
_NARROWS = re.compile(
    r"\b(?:only|alone|solely|exclusively|exclud\w+|except\w*|omit\w*|leav\w+ out)\b", re.IGNORECASE
)
"""In a relative clause, what would leave some out."""
IN_PART = re.compile(
    r",\s(?:which|who)\s(?:(?:could|would|did)\s)?(?:only\s)?(?:answer(?:ed)?|reply|replied|respond(?:ed)?)\s(?:only\s)?"
    r"(?:in part|partly|partially)"
)
"""Of a body that left out some answers: its figures are what it gave."""
_STRONG = re.compile(r";|\s(?:but|while|whereas)\s|[.:–—]\s")
"""Where a sentence is cut first."""
_WEAK = re.compile(
    r",\s(?:and|or|with|of which|of whom|in|by|up|down|ahead|behind|followed)\b|,|\s(?:and|ahead "
    r"of|behind|compared with|against|or)\s"
)
"""Where it is cut if there is no stronger sign."""
_BEFORE_FIGURE = re.compile(r"\s(?:in|from|to|with|at|on|of|for|involving|than|and)\s(?:the\s|just\s|only\s)?$")
"""Words that belong to the figure behind them."""
_TO_PAPER = re.compile(r"\b(?:by|to|for) [Tt]he $")
_PAPER = re.compile(
    r"\s(?:Gazette|Herald|Echo|Chronicle|Mercury|Argus|Advertiser|Observer|Telegraph|Courier|Journal|Times|Examiner)\b"
)
"""Before and behind the name of a body in that of a newspaper: "obtained by the *Exampleton Gazette*"."""
_OF = re.compile(
    r"\s+(?:out\s+)?of\s+(?:the\s+|all\s+|its\s+|their\s+|those\s+|these\s+|a total of\s+|"
    r"[A-Z][\w ]{2,40}['’]s?\s+)*"
)
"""Between a part and its whole: "six *of the* nine"."""
_ITS_OWN = re.compile(r"\s(?:(?:that|which)\s)?(?:it|they)\s(?:had\s)?\w+ed\b")
"""What is said of the whole, in a part that counts some of it: "53 of the 212 claims *it received*"."""
_OR = re.compile(r"(?:\s+[\w-]+){0,3}\s*(?:,\s*(?:or|that is|i\.e\.)\s+|\s\()", re.IGNORECASE)
"""Between a number and the same told otherwise: "12 claims, or 40%", "12 (40%)"."""
_NEAR = 40
_TWO = 2
_OTHERS = re.compile(r"\b(?:other|others|remaining|another|different)\b", re.IGNORECASE)
_WHO_ARE = re.compile(r"\s(?:that|which|who|with|where|whose|in|of|not|outside|without)\b")
"""Behind a number of bodies, what says which they are."""
_FROM_THEM = re.compile(r"\b(?:from|by)\s(?:[\w'’-]+\s){0,2}$", re.IGNORECASE)
_MADE = re.compile(
    r"(?:\s(?:in|at|of|from)\s(?:the\s)?[A-Z]\w+(?:\s[A-Z]\w+)*)?\s(?:(?:have|has|had|also|themselves|then)\s)*(?:made|make|lodged?|filed?|submitted|sent|send|brought|raised?|wrote|"
    r"complain(?:ed)?|put|took)\b"
)
"""Behind a kind, what it does itself."""
_ONE_MAN = re.compile(r"\b(?:an?|one|another|each|every)\s(?:[\w-]+\s){0,2}$", re.IGNORECASE)
_SOON = re.compile(
    r"\s(?:(?!(?:of|to|by|from|through|via|in|at|for|with|against|about|over|on|and|"
    r"or)\b)[a-z-]+\s){0,2}(?:of (?:them|these|those|which|whom)\s)?"
)
"""All that stands between a number and its noun."""
_ASIDE = re.compile(r"(?:\s[\w'’-]+){0,8}(?:,|\s\(|\s[–—-])\s?(?:or\s|about\s)?")
"""Between a figure and the same told otherwise between commas."""
_ASIDE_ENDS = re.compile(r"(?:\sin (?:total|all))?(?:,|\)|\s[–—-]\s)")
_WITH = re.compile(r",?\s(?:with|on|at|had|has|recorded|saw|reported|logged)?\s?(?:just\s|only\s)?")
"""Between a body and its figure: "and North Yorkshire, *with* 46"."""
_AND = re.compile(r"(?:,\s(?:and\s|while\s)?|\sand\s)(?:the\s)?$")
_NOUN = re.compile(r"(?:\s+[\w-]+){1,2}")
_HAD = re.compile(
    r"['’]s?\s(?:own\s)?(?:had|has|was|were|saw|recorded|did|stood|came|took|totalled|received|paid)\b"
)
_IT_WAS = re.compile(
    r"\b(?:it|that|the (?:figure|number|total|share|proportion|rate|tally|equivalent))\s"
    r"(?:was|is|stood at|came to)\b"
)
"""What stands for the thing counted before; the body alone is new."""
_OF_THEM_IN = re.compile(r"\d\s(?:of (?:them|these|those|which)\s)?(?:were\s|was\s)?(?:in|at)\s(?:the\s)?$")
_NEGATION = re.compile(r"\b(?:not|never|without|fail(?:ed|s)? to|no longer|nor)\b|n['’]t\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """Characters `start` to `end` of the sentence, the figure in it, and what its words name."""

    start: int
    end: int
    text: str
    bare: str
    figure: Figure | None
    categories: tuple[CategorySeen, ...] = ()
    bodies: tuple[BodySeen, ...] = ()
    groups: tuple[GroupSeen, ...] = ()
    whens: tuple[When, ...] = ()

    @property
    def stems(self) -> frozenset[str]:
        return said(self.bare)

    def negated(self) -> bool:
        """True if a "not" stands in the part outside the words of a category."""
        for found in _NEGATION.finditer(self.text):
            at = self.start + found.start()
            if not any(one.start <= at < one.end for one in self.categories):
                return True
        return False


@dataclass(frozen=True)
class Sentence:
    """A sentence with its figures and dates; all places count from its own beginning.

    `named` are the bodies that the sentence before names.
    """

    text: str
    figures: tuple[Figure, ...]
    whens: tuple[When, ...]
    lexicon: Lexicon
    named: tuple[str, ...] = ()

    @cached_property
    def plain(self) -> str:
        """The text with clauses in commas ("which does not record causes") left blank, and quotations too."""
        text = self.text
        for found in RELATIVE.finditer(text):
            own = any(found.start() <= one.start < found.end() for one in self.figures)
            if not own and (not _NARROWS.search(found[0]) or IN_PART.fullmatch(found[0])):
                text = text[: found.start()] + " " * len(found[0]) + text[found.end() :]
        return text

    @cached_property
    def bare(self) -> str:
        """The plain text without asides, and without what groups of bodies are called ("boards that answered")."""
        text = self.plain
        for start, end in self.asides:
            text = text[:start] + " " * (end - start) + text[end:]
        for seen in self.groups:
            start = seen.figure.end if seen.figure is not None else seen.start
            text = text[:start] + " " * (seen.end - start) + text[seen.end :]
        return text

    @cached_property
    def asides(self) -> tuple[tuple[int, int], ...]:
        """The stretches whose words restrict no figure, by where they stand."""
        told = tuple((seen.start, seen.end) for many in (self.figures, self.whens) for seen in many)
        kinds = tuple((seen.start, seen.end) for seen in self._coded)
        whose = tuple((seen.start, seen.end) for seen in self.groups)
        return asides(self.plain, told, kinds, whose, self.bodies, self.lexicon)

    @cached_property
    def bodies(self) -> tuple[BodySeen, ...]:
        text = self.plain
        return tuple(
            seen
            for seen in self.lexicon.bodies(text)
            if not (_PAPER.match(text, seen.end) and _TO_PAPER.search(text[: seen.start]))
        )

    @cached_property
    def groups(self) -> tuple[GroupSeen, ...]:
        found = groups(self.plain, self.figures, self.lexicon)
        return tuple(self._named(seen) for seen in found if not self._is_kind(seen))

    def _is_kind(self, seen: GroupSeen) -> bool:
        """ "Exampleton had 12, nine of them in *hospitals*": a kind of that name, beside a body that is named."""
        if seen.figure is not None or not self.bodies or not _OF_THEM_IN.search(self.plain[: seen.start]):
            return False
        return any(one.start < seen.end and seen.start < one.end for one in self.lexicon.categories(self.plain))

    def _named(self, seen: GroupSeen) -> GroupSeen:
        """ "The two forces": those just named, here or in the sentence before, if there were as many."""
        group = seen.group
        if group.kind != "some" or not seen.definite or seen.figure is None or (group.n or 0) < _TWO:
            return seen
        ahead = tuple(dict.fromkeys(one.body for one in self.bodies if one.end <= seen.start))
        named = ahead if self.bodies else self.named
        others = _OTHERS.search(self.plain[max(0, seen.start - 12) : seen.end]) or _WHO_ARE.match(
            self.plain, seen.end
        )
        its_own = len(group.ids) == group.n and not set(group.ids) & set(named)
        if len(named) != group.n or (self.bodies and others) or its_own:
            return seen
        return replace(seen, group=replace(group, kind="listed", ids=named))

    @cached_property
    def categories(self) -> tuple[CategorySeen, ...]:
        """The kinds named in the sentence, save in asides: "an analysis of the files *found*"."""
        return tuple(
            one
            for one in self._coded
            if one not in self.in_names and not any(start <= one.start < end for start, end in self.asides)
        )

    @cached_property
    def in_names(self) -> tuple[CategorySeen, ...]:
        """Kinds that are told as part of what a measure is called: "complaints about *clerks*", where those are
        a role of the cases that another question asks for."""
        named = (one for one in self._coded if self.lexicon.names_a_measure(one) and not self._counts(one))
        found = tuple(one for one in named if not self._acts(one))
        names = {one.variable for one in found}
        if not found or any(self._are_of_one(one, names) for one in self._coded):
            return ()
        words = said(self.plain)
        ids = {id for name in names for id in self.lexicon.measures_of(name)}
        told = any(phrase <= words for id in ids for phrase in self.lexicon.measure_phrases[id])
        return () if told else found

    def _acts(self, seen: CategorySeen) -> bool:
        """ "Complaints *from* clerks", "clerks made 12 complaints", where the name has them *about* clerks."""
        ahead = _FROM_THEM.search(self.plain[: seen.start])
        if ahead and self.lexicon.told_of.search(self.plain, max(0, ahead.start() - _NEAR), ahead.start()):
            return True
        made = _MADE.match(self.plain, seen.end)
        return bool(made and self.lexicon.told_of.search(self.plain, made.end(), made.end() + _NEAR))

    def _counts(self, seen: CategorySeen) -> bool:
        """ "145 clerks", "a clerk": somebody is counted or told of."""
        ahead = self.plain[: seen.start]
        if _ONE_MAN.search(ahead):
            return True
        near = [one for one in self.figures if one.end <= seen.start and _SOON.fullmatch(ahead, one.end)]
        return any(not self.lexicon.is_what_is_counted(self.plain, one.end, seen) for one in near)

    def _are_of_one(self, seen: CategorySeen, names: set[str]) -> bool:
        """A kind of another variable by which the same measures are divided: an incident, or a kind of case."""
        mine = set(self.lexicon.measures_of(seen.variable))
        return seen.variable not in names and any(mine & set(self.lexicon.measures_of(name)) for name in names)

    @cached_property
    def _coded(self) -> tuple[CategorySeen, ...]:
        return tuple(one for one in self.every_kind if not is_aside(one, self))

    @cached_property
    def every_kind(self) -> tuple[CategorySeen, ...]:
        """The kinds named anywhere in it, asides as well."""
        text = self.plain
        for seen in self.bodies:
            text = text[: seen.start] + "." * (seen.end - seen.start) + text[seen.end :]
        free = list(self.lexicon.categories(text))
        taken = [(body.start, body.end) for body in self.bodies]
        return tuple(one for one in free if not any(one.start < end and start < one.end for start, end in taken))

    @cached_property
    def is_elliptical(self) -> bool:
        """ "Glenmock's had nine", "at Exampleton it was six": what is counted stands in the sentence before."""
        if self.categories:
            return False
        owners = any(_HAD.match(self.plain, seen.end) for seen in self.bodies)
        told = _IT_WAS.search(self.plain) or COMPARES.match(self.plain)
        return owners or (bool(self.bodies) and bool(told))

    @cached_property
    def told_by(self) -> tuple[CategorySeen, ...]:
        """Words of telling that else mean a kind: "the 74 cases *disclosed* by Exampleton"."""
        found = (is_of_telling(one, self) or names_somebody(one, self) for one in self.every_kind)
        return tuple(one for one, is_so in zip(self.every_kind, found, strict=True) if is_so)

    @cached_property
    def included(self) -> tuple[CategorySeen, ...]:
        """Kinds that are told as some of those counted: "24 officers, *including special constables*"."""
        return tuple(one for one in self.every_kind if INCLUDING.search(self.plain[: one.start]))

    @cached_property
    def widenings(self) -> tuple[tuple[int, int], ...]:
        """Where a kind is told as an example of all: "fire engines and other vehicles"."""
        found = ((one.start, widened(one, self)) for one in self.every_kind)
        return tuple((start, others.end()) for start, others in found if others)

    def parts(self, figures: tuple[Figure, ...]) -> tuple[Part, ...]:
        """One part for each of the figures, together the whole sentence."""
        if not figures:
            return (self._part(0, len(self.text), None),)
        pairs = [
            at
            for at, (one, two) in enumerate(itertools.pairwise(figures))
            if _OF.fullmatch(self.plain[one.end : two.start])
        ]
        cuts = [0]
        for first, second in itertools.pairwise(figures):
            cuts.append(self._cut(first, second))
        cuts.append(len(self.text))
        cuts[0] = self._own_clause(figures[0])
        found = [self._part(cuts[at], cuts[at + 1], one) for at, one in enumerate(figures)]
        for at, (one, two) in enumerate(itertools.pairwise(figures)):
            last = at + 2 if at + 1 in pairs else at + 1
            if _OR.fullmatch(self.plain[one.end : two.start]) or self._is_apposed(one, two, figures[last]):
                found[at] = self._part(cuts[at], cuts[last + 1], one)
                found[at + 1] = self._part(cuts[at], cuts[last + 1], two)
        for at in pairs:
            own = self._part(cuts[at], cuts[at + 2], figures[at])
            found[at] = replace(own, bare=_ITS_OWN.sub(lambda one: " " * len(one[0]), own.bare))
            found[at + 1] = replace(self._noun_of(figures[at + 1], cuts[at + 2]), figure=figures[at + 1])
        return tuple(found)

    def _is_apposed(self, one: Figure, two: Figure, last: Figure) -> bool:
        """ "One in five handovers, 21 per cent, took …", "four in ten, ten of 24, …": the first told again.

        `last` is the last figure of what stands between the commas.
        """
        between, after = self.plain[one.end : two.start], self.plain[last.end : last.end + 24]
        shares = ("percent", "fraction", "ratio", "majority")
        alike = one.kind in shares and (two.kind in shares or two.kind in ("money", "count"))
        if one.kind in ("count", "money") and two.kind in shares and PREDICATE.match(after):
            return bool(_ASIDE.fullmatch(between))
        dashes = (two.kind in shares and one.kind in ("count", "money")) and (between, after[:3]) == (" – ", " – ")
        return dashes or (alike and bool(_ASIDE_ENDS.match(after)) and bool(_ASIDE.fullmatch(between)))

    def _is_behind_colon(self, seen: CategorySeen, figure: Figure | None, start: int) -> bool:
        """What follows a colon explains; it restricts nothing that is counted before it in words of its own."""
        if figure is None:
            return False
        colon = self.plain.find(":", figure.end)
        if colon < 0 or seen.start < colon:
            return False
        return any(start <= one.start < colon for one in self.categories) or bool(
            re.search(r"\w+", self.plain[figure.end : colon])
        )

    def _own_clause(self, figure: Figure) -> int:
        """Where the clause of the first figure begins, if the figure is the first word of it."""
        before = self.plain[: figure.start]
        found = re.search(r"(?:[,;]\s(?:and|but|while)\s|;\s|\sbut\s)$", before)
        return (
            found.start()
            if found and any(one.kind not in ("date",) for one in self.figures if one.end <= found.start())
            else 0
        )

    def _noun_of(self, figure: Figure, end: int) -> Part:
        """The whole in "six of the 17 cases": the number with its noun, without what is said of the part."""
        noun = _NOUN.match(self.plain, figure.end)
        stop = min(end, noun.end() if noun else figure.end)
        return replace(self._part(figure.start, stop, figure), categories=())

    def _cut(self, first: Figure, second: Figure) -> int:
        """Where the words of the second figure begin."""
        between = self.plain[first.end : second.start]
        if strong := [*_STRONG.finditer(between)]:
            return first.end + strong[-1].end()
        bodies = [seen for seen in self.bodies if first.end <= seen.start < second.start]
        begins = _AND.search(self.plain[first.end : bodies[0].start]) if len(bodies) == 1 else None
        if begins and _WITH.fullmatch(self.plain[bodies[0].end : second.start]):
            return first.end + begins.start()
        commas = [found for found in _WEAK.finditer(between) if not self._is_cause(found, first.end)]
        if commas:
            chosen = commas[-1]
            ahead = [
                found
                for found in commas
                if re.match(r",?\s?(?:ahead|behind|followed|compared|up|down)", found[0] + between[found.end() :])
            ]
            if ahead:
                chosen = ahead[0]
            return first.end + chosen.start()
        if before := _BEFORE_FIGURE.search(between):
            return first.end + before.start()
        return second.start

    def _is_cause(self, found: re.Match[str], offset: int) -> bool:
        """ "Construction waste *behind* 14": the cause of so many; no body is told to come after another."""
        at = offset + found.end()
        return "behind" in found[0] and not any(at <= seen.start <= at + 4 for seen in self.bodies)

    def _part(self, start: int, end: int, figure: Figure | None) -> Part:
        def inside(one: CategorySeen | BodySeen | GroupSeen | When) -> bool:
            return start <= one.start < end

        return Part(
            start,
            end,
            self.plain[start:end],
            self.bare[start:end],
            figure,
            tuple(one for one in self.categories if inside(one) and not self._is_behind_colon(one, figure, start)),
            tuple(one for one in self.bodies if inside(one)),
            tuple(one for one in self.groups if inside(one)),
            tuple(one for one in self.whens if inside(one)),
        )


def said(text: str) -> frozenset[str]:
    """The stems of a text; "the person" stands for whoever it is and names no measure."""
    return frozenset(token.stem for token in tokens(text) if text[token.start : token.end].lower() != "person")


def shifted(one: Figure, by: int) -> Figure:
    """The figure with its places counted from `by`."""
    return replace(one, start=one.start - by, end=one.end - by, at=one.at - by, to=one.to - by)


def shifted_when(one: When, by: int) -> When:
    return replace(one, start=one.start - by, end=one.end - by)
