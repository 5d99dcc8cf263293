"""Quotations: found word for word in what the speaker wrote, ellipses marked; else they are not his."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from foidesk.model import Guideline, Statement

from ..verdict import Verdict
from .lexicon import Lexicon
from .seen import BodySeen
from .sentence import Sentence
from .stems import stems

_QUOTED = re.compile(r"“([^”]+)”|\"([^\"]+)\"")
_ELLIPSIS = re.compile(r"\s*(?:\[?\s*(?:…|\.\.\.|\. \. \.)\s*\]?)\s*")
_BODY_AGAIN = re.compile(
    r"\b(?:it|the (?:force|council|board|trust|body|authority)|its? (?:reply|letter))\b", re.IGNORECASE
)
"""The body spoken of before, as the speaker of a quotation."""
_SPEAKER = r"(?:the|this|that|its|their)\s(?:[a-z-]+\s){{0,2}}{noun}"
_VERB = (
    r"(?:said|says|wrote|writes|replied|answered|explained|added|adds|told|insist(?:s|ed)|admit(?:s|ted)|"
    r"states?d?)"
)
_BRACKET = re.compile(r"\[[^\]]*\]")
_SAYS = re.compile(
    r",?\s*(?:\w+ly\s+)?(?:said|says|wrote|writes|replied|answered|explained|added|told us)(?:\s+the)?", re.I
)
_LED = re.compile(
    r"(?<!was )(?<!were )(?<!been )\b(?:said|says|wrote|writes|replied|answered|explained|add(?:ed|s)|told us|"
    r"admit(?:ted|s)|conced(?:ed|es)|insist(?:ed|s)|claim(?:ed|s)|warn(?:ed|s)|argu(?:ed|es)|stat(?:ed|es)|"
    r"acknowledged|confirm(?:ed|s)|responded|declared|countered|maintain(?:ed|s)|accept(?:ed|s))\s*[:,]?\s*$",
    re.IGNORECASE,
)
"""Right before a quotation: whoever stands before it in its clause speaks."""
_BREAK = re.compile(r",\s|;|\s[–—-]\s|\b(?:and|but|while|whereas|whilst)\s")
_JOINED = re.compile(r"\s*(?:,|,?\s*(?:and|&|und))\s*(?:the\s+)?")
FEWEST = 2
"""Words that make a quotation; one alone in quotation marks is a word set apart."""
SET_APART = 5
"""Words of which fewer, with nobody who says them, are a name or a turn of phrase set apart."""


@dataclass(frozen=True, slots=True)
class Said:
    """Text that a body sent: whose, in which document and part."""

    body: str
    document: str
    part: str
    text: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation in characters `start` to `end`, and who is said to have said it."""

    start: int
    end: int
    text: str
    bodies: tuple[str, ...] = ()
    guidelines: tuple[Guideline, ...] = ()
    statements: tuple[Statement, ...] = ()
    others: tuple[str, ...] = ()
    elsewhere: tuple[Statement, ...] = ()
    """Statements of offices that the sentence names, but not as the speaker of this quotation."""
    is_led: bool = False
    """A verb of saying stands between the bodies and the quotation."""
    is_unknown: bool = False
    """Nobody is said to have said it."""


def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where quotations of some length stand."""
    return tuple(found.span() for found in _QUOTED.finditer(text) if len(_words(found[1] or found[2])) >= FEWEST)


def joined(every: tuple[tuple[int, int], ...], text: str) -> tuple[tuple[int, int], ...]:
    """The sentences, those that one quotation runs through as one: its numbers are its speaker's."""
    inside = [found.span() for found in _QUOTED.finditer(text) if "\n\n" not in found[0]]
    inside = [(start, end) for start, end in inside if text[start] == "“" or _is_paired(text, start)]
    found: list[tuple[int, int]] = []
    for start, end in every:
        if found and any(first < start < last and found[-1][1] > first for first, last in inside):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)


def _is_paired(text: str, at: int) -> bool:
    """A straight quotation mark opens where an even number of them stand before it in its paragraph."""
    start = text.rfind("\n\n", 0, at) + 1
    end = text.find("\n\n", at)
    own = text[start : end if end >= 0 else len(text)]
    return own.count('"') % 2 == 0 and text[start:at].count('"') % 2 == 0


def quotations(
    one: Sentence, text: str, lexicon: Lexicon, topic: tuple[str, ...], before: Quoted | None = None
) -> Iterator[Quoted]:
    """The quotations of a sentence with their speakers; `text` is the sentence with its quotation marks.

    A quotation in a sentence without another word is of who spoke before (`before`).
    """
    outside = _QUOTED.sub(lambda found: " " * len(found[0]), text)
    named = lexicon.bodies(outside)
    bodies = tuple(dict.fromkeys(seen.body for seen in named))
    guidelines = tuple(one for one in lexicon.definition.guidelines if _names(outside, one.title))
    statements = tuple(one for one in lexicon.definition.statements if _speaks(outside, one))
    if guidelines or statements:
        bodies = ()
    nobody = not (bodies or guidelines or statements)
    goes_on = nobody and not re.search(r"\w", outside) and before is not None
    if goes_on and before is not None:
        bodies, guidelines, statements = before.bodies, before.guidelines, before.statements
    elif nobody and (_BODY_AGAIN.search(outside) or _is_body_speaking(outside, lexicon)):
        bodies = topic
    unknown = nobody and not goes_on and not _is_other_speaking(outside, lexicon)
    for found in _QUOTED.finditer(text):
        inner = 1 if found[1] is not None else 2
        if len(_words(found[inner])) >= FEWEST:
            nearest = _speakers(named, outside, *found.span()) if bodies and len(bodies) > 1 and named else bodies
            quoted = Quoted(
                *found.span(inner), found[inner], nearest, guidelines, statements, bodies, is_unknown=unknown
            )
            yield _led_by(quoted, outside, text[: found.start()], named) if statements and named else quoted


def _is_body_speaking(outside: str, lexicon: Lexicon) -> bool:
    """ "The county said": a body of the survey, which the sentence before has named."""
    noun = _SPEAKER.format(noun=f"(?:{lexicon.body_nouns.pattern})")
    pattern = rf"\b{noun}\s(?:\w+ly\s)?{_VERB}\b|\b{_VERB}\s{noun}\b(?!['’])"
    return bool(re.search(pattern, outside, re.IGNORECASE))


def _is_other_speaking(outside: str, lexicon: Lexicon) -> bool:
    """Somebody who is no body of the survey: a verb of saying, or words that say whose it is."""
    if _is_body_speaking(outside, lexicon):
        return False
    return len(stems(outside)) >= FEWEST


def _led_by(quoted: Quoted, outside: str, before: str, named: tuple[BodySeen, ...]) -> Quoted:
    """The quotation of the body that stands in its clause, where the office stands in another."""
    start = max((found.end() for found in _QUOTED.finditer(before)), default=0)
    if not before.rstrip().endswith(":") and not _LED.search(before):
        return quoted
    clause = max((found.end() for found in _BREAK.finditer(outside, start, len(before))), default=start)
    own = outside[clause : len(before)]
    if any(_mentions(own, one) for one in quoted.statements):
        return quoted
    bodies = tuple(dict.fromkeys(seen.body for seen in named if clause <= seen.start and seen.end <= len(before)))
    if not bodies:
        return quoted
    return replace(
        quoted, bodies=bodies, statements=(), elsewhere=quoted.statements, is_led=bool(_LED.search(own))
    )


def _mentions(text: str, one: Statement) -> bool:
    """A word of the office stands there: then who speaks is not plain."""
    return bool(frozenset(stems(one.office)) & frozenset(stems(text)))


def _speakers(named: tuple[BodySeen, ...], outside: str, start: int, end: int) -> tuple[str, ...]:
    """Whose words they are, of several bodies: of those behind "said", else of those named last before."""
    behind = [one for one in named if one.start >= end]
    before = [one for one in named if one.end <= start]
    says = bool(behind) and _SAYS.fullmatch(outside[end : behind[0].start].strip()) is not None
    chain = behind if says or not before else before[::-1]
    speakers = [chain[0]]
    for one, other in pairwise(chain):
        between = outside[min(one.end, other.end) : max(one.start, other.start)]
        if not _JOINED.fullmatch(between):
            break
        speakers.append(other)
    return tuple(dict.fromkeys(one.body for one in speakers))


def _names(text: str, title: str) -> bool:
    key = frozenset(stems(title))
    return bool(key) and key <= frozenset(stems(text))


def _speaks(text: str, one: Statement) -> bool:
    """The office is named: most of its words stand there, the last of them among these."""
    key = stems(one.office)
    said = frozenset(stems(text))
    return bool(key) and sum(word in said for word in key) >= 0.75 * len(key)


def judge(quoted: Quoted, texts: Callable[[], tuple[Said, ...]], lexicon: Lexicon) -> Verdict:
    """Supported if the words stand in the speaker's own text, at a place that is given."""
    if quoted.bodies:
        return _of_body(quoted, texts(), lexicon)
    if quoted.guidelines:
        for guideline in quoted.guidelines:
            for clause in guideline.clauses:
                if _holds(clause.text, quoted.text):
                    return Verdict(
                        "supported",
                        "quotation",
                        f"{guideline.title}, {clause.id}: {clause.text}",
                        "word for word in the clause",
                    )
        return Verdict(
            "contradicted",
            "quotation",
            quoted.guidelines[0].title,
            "these words are in no clause of it as the survey holds it",
        )
    if quoted.statements:
        return _of_statement(quoted)
    if quoted.is_unknown and len(_words(quoted.text)) >= SET_APART:
        why = "the words do not say who said this; name the body, or whose words they are"
        return Verdict("needs a person", "quotation", why=why)
    why = "the speaker is none of the bodies, and no statement of his is in statements.toml"
    return Verdict("not a claim about the data", "quotation", why=why, reason="from elsewhere")


def _of_body(quoted: Quoted, texts: tuple[Said, ...], lexicon: Lexicon) -> Verdict:
    own = [one for one in texts if one.body in quoted.bodies]
    name = " and ".join(lexicon.definition.body(body).name for body in quoted.bodies)
    if not own:
        return Verdict("no data", "quotation", why=f"there is no letter of {name}", body=quoted.bodies[0])
    for one in own:
        if _holds(one.text, quoted.text):
            at = _place(one.text, quoted.text)
            return Verdict(
                "supported",
                "quotation",
                f"{name}, {one.part}, from character {at + 1}",
                "word for word in its reply",
                body=one.body,
                part=f"{one.document[:12]}:{one.part}:{at}",
            )
    if quoted.elsewhere and not quoted.is_led:
        why = f"the words before it name {name}, and do not say plainly who speaks"
        return Verdict("needs a person", "quotation", name, why, body=quoted.bodies[0])
    if any(one.body in quoted.others and _holds(one.text, quoted.text) for one in texts):
        why = f"these words are in no reply of {name}, but in that of another body of the sentence"
        return Verdict("needs a person", "quotation", name, why, body=quoted.bodies[0])
    return Verdict(
        "contradicted", "quotation", name, f"these words are in no reply of {name}", body=quoted.bodies[0]
    )


def _of_statement(quoted: Quoted) -> Verdict:
    for one in quoted.statements:
        if _holds(one.text, quoted.text):
            if not one.verbatim:
                why = (
                    "the statement is held in our words; take the quotation marks away, or enter the speaker's own"
                )
                return Verdict("needs a person", "quotation", one.text, why)
            return Verdict(
                "supported",
                "quotation",
                f"{one.office}: {one.text} ({one.source})",
                "word for word in the statement",
            )
    one = quoted.statements[0]
    return Verdict(
        "contradicted",
        "quotation",
        f"{one.office}: {one.text}",
        f"these words are not in the statement of the {one.office}",
    )


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9%£$€]+(?:['’][a-z]+)?", text.lower().replace("’", "'"))


def _holds(text: str, quote: str) -> bool:
    """All pieces between ellipses stand in the text, in order."""
    words = " " + " ".join(_words(text)) + " "
    at = 0
    for piece in _ELLIPSIS.split(_BRACKET.sub("…", quote)):
        said = " ".join(_words(piece))
        if not said:
            continue
        at = words.find(f" {said} ", at)
        if at < 0:
            return False
        at += len(said)
    return True


def _place(text: str, quote: str) -> int:
    first = _words(_ELLIPSIS.split(quote)[0])
    if not first:
        return 0
    found = re.search(r"\W+".join(re.escape(word).replace("'", "['’]") for word in first), text, re.IGNORECASE)
    return found.start() if found else 0
