"""What a clause states of the outcome: given, withheld, not held ... or nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..acts import AccessLaw
from .asides import main_part
from .cues import Cues
from .figures import has_figure, only_noughts
from .grounds import elsewhere, grounds
from .pieces import Clause
from .subjects import NO, SUBJECTS, is_subject
from .telling import tells

NEGATIVE = ("neither confirm nor deny", "cost limit", "not held", "not held, or none", "maybe zero", "refused")
_CITES = re.compile(r"\b(?:sections?|ss?|regulations?|reg|code)\.? ?\(?\d|\bcode section|§", re.IGNORECASE)
_WITHHOLDS = re.compile(
    r"\b(?:withh[eo]ld|exempt|refus|den(?:y|ied|ies)\b|declin|confidential|abgelehnt|verweiger)", re.IGNORECASE
)
_DENIED = re.compile(r"\b(?:not|no|nor|never|unable|cannot|without|nicht|keine?)\b|n['’]t\b", re.IGNORECASE)
_OF_ASIDE = ("refused", "granted", "attached", "upheld")
"""What may be said of a request for speed or for a waiver of fees: no outcome of a question."""
_STILL = re.compile(
    r"\b(?:remains?|stays?|still|continues? to be) (?:\w+ )?(?:withheld|exempt|refused)\b", re.IGNORECASE
)
_DECISION = r"(?:decisions?|refusals?|withholding|exemptions?|exceptions?|reliance|determinations?|ruling)"
_UNDO = (
    r"(?:overturn(?:ed|s|ing)?|set(?:s|ting)? aside|revers(?:e|ed|es|ing)|quash(?:ed|es)?|rescind(?:ed|s)?|"
    r"revok(?:e|ed|es))"
)
_UNDONE = re.compile(
    rf"(?<!not )(?<!not to )\b{_UNDO} (?:\w+ ){{0,4}}{_DECISION}\b(?!.*\b(?:in part|part(?:ial)?ly)\b)|"
    rf"\b{_DECISION}\b[^.;]{{0,90}}\b(?:is|are|was|were|be|been) "
    rf"(?:hereby |therefore |now )?{_UNDO}(?! (?:in part|partly))|"
    rf"\b(?:not|cannot|unable to) (?:therefore )?uph(?:o|e)ld (?:\w+ ){{0,4}}{_DECISION}\b",
    re.IGNORECASE,
)
"""A decision that is undone: what it withheld is no word of what now holds."""
_SOME = re.compile(
    r"(?<!this )(?<!that )\b(?:some|certain|parts?|elements?|portions?|aspects?) of (?:the|your|this|that|those|"
    r"these) (?:\w+ ){0,2}"
    r"(?:information|records?|data|documents?|material|correspondence|e-?mails?|content|requests?)\b(?! \d)|"
    r"\b(?:appl(?:y|ies|ied)|relat(?:e|es)) to some (?:of )?(?:the|this|that|these) |"
    r"\b(?:greyed|blacked|blanked|blocked|whited)[- ]out\b",
    re.IGNORECASE,
)
""" "We are unable to provide some of the information", "what is greyed out is exempt": the rest is given."""
_NOT_WHOLE = re.compile(
    r"\bnot (?:\w+ ){0,2}(?:treat|regard|consider|refus|aggregat|appl)\w* [^.;]{0,60}"
    r"\b(?:as a whole|whole|entire\w*|altogether)\b",
    re.IGNORECASE,
)
""" "We have not treated your request as a whole as exceeding the limit"."""
_THIS_PART = re.compile(
    r"\b(?:this|that) part of (?:the|your|this) (?:\w+ )?(?:request|information|question|letter)\b", re.IGNORECASE
)
""" "This part of your request is refused": the whole of what was asked there."""
_BARE_LINK = re.compile(r"\W*(?:https?://|www\.)\S+\W*", re.IGNORECASE)
"""An address alone says nothing of what stands there."""
_MANNER = re.compile(
    r"\bin (?:a|an|any|the|such a|this|that) (?:\w+ ){0,4}(?:format|form|way|manner|fashion)\b|\breadily\b",
    re.IGNORECASE,
)
""" "Not held in a format that would allow it to be extracted": it may be there all the same."""
_CONFIRMS = re.compile(
    r"\b(?:confirm(?:s|ed)?|advise[sd]?) (?:you )?that\b(?!.*\b(?:not|no|never)\b.{0,20}\bheld\b)"
    r".{0,80}\b(?:is|are) held\b",
    re.IGNORECASE,
)
""" "I can confirm that it is held by the Police, however cannot be disclosed": by the body that writes."""
_NOTE = re.compile(r"\s[–(-]\s?(?=please note\b|note that\b)", re.IGNORECASE)
_HOLDS = re.compile(r"\b(?:hold|holds|is held|are held|confirm)\b", re.IGNORECASE)
""" "Under section 1(1)(a) we confirm that we hold it": no word of a ground that is applied."""
_ANSWERS = re.compile(r"\W*(?:the |our |my |die )?(?:answer|reply|response|antwort)\b", re.IGNORECASE)
""" "The answer to question 2 is that ..."."""
_LABEL = re.compile(r"\W*(?:questions?|q|items?|parts?|points?|requests?|fragen?)?\W*\d{1,2}\W*", re.IGNORECASE)
"""The number of a question alone."""
_ORDERS = re.compile(
    r"\W*(?:please (?!find|see|note that|be (?:advised|aware|informed)|"
    r"(?:treat|accept|take|regard|consider) this)|"
    r"let (?:us|me) |do not |don['’]t |call (?:us|me|the|\d)|click |"
    r"tell (?:us|me) )",
    re.IGNORECASE,
)
"""A sentence that asks us to do something states nothing."""


_SMALL = re.compile(
    r"<\s?\d|\b(?:fewer|less) than (?:\d|five|six|ten)\b|\b(?:\d|five) or (?:fewer|less)\b|"
    r"\bweniger als (?:\d|fünf)",
    re.IGNORECASE,
)
"""A number that is kept back as small: some of an answer."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What one clause states, the sections it names, and whether it speaks of the request as a whole.

    `weak`: it only names a ground, and no word says that it is applied.
    `kind`: an outcome, or "granted" (all of it), "upheld" (an earlier decision), "elsewhere" (published).
    """

    kind: str
    clause: Clause
    sections: tuple[str, ...] = ()
    whole: bool = False
    partial: bool = False
    weak: bool = False

    @property
    def words(self) -> str:
        return self.clause.text


def _without_note(clause: Clause) -> str:
    """The words without "not held; *please note, however, that ...*", "12 - *please note that ...*"."""
    words = clause.text if ";" in clause.sentence else clause.sentence
    return _NOTE.split(words)[0] or words


@lru_cache(maxsize=8192)
def statement(clause: Clause, cues: Cues, law: AccessLaw | None, asked: str = "") -> Statement | None:
    """What the clause states; None if it supposes, explains, repeats us or says nothing of the outcome.

    `asked`: the questions in one; their own words ("how many were refused") are no words of the body's decision.
    """
    kind, weak = _kind(clause.text, cues, law), False
    if kind == "not held" and _CONFIRMS.search(clause.text):
        kind = "refused" if cues.says["refused"].search(clause.text) else ""
    if kind in SUBJECTS and not grounds(clause.sentence, law) and is_subject(clause.text, kind, cues, asked):
        kind = _given(clause.text, cues) or ("nil" if NO.match(clause.text) else "")
    strong = kind in ("neither confirm nor deny", "cost limit", "upheld")
    if _says_nothing(clause, kind, cues, asked) or (kind == "refused" and _cites_no_ground(clause, law)):
        return None
    if not kind and grounds(clause.text, law) and not has_figure(main_part(clause.text, cues)):
        if _UNDONE.search(clause.sentence):
            return None
        kind, weak = "refused", True
    kind = _of_part(kind, clause.text, cues)
    if kind == "refused":
        kind = _by_ground(grounds(clause.sentence, law), law)
    if kind == "nil" and (named := grounds(clause.text, law)):
        kind = _by_ground(named, law)  # "there never was one, so 12(4)(a)": the ground says what that comes to
    strong = strong or kind == "cost limit"
    if kind == "not held" and _MANNER.search(clause.text):
        weak = True
    if kind == "not held" and _HOLDS.search(clause.text) and not _DENIED.search(clause.text):
        return None
    if not kind or (not strong and cues.says["explains"].search(main_part(_without_note(clause), cues))):
        return None
    return Statement(
        kind,
        clause,
        _sections(kind, clause, law),
        whole=bool(cues.says["whole"].search(clause.text)),
        partial=bool(cues.says["partial"].search(clause.text) or _SMALL.search(clause.text)),
        weak=weak,
    )


def _of_part(kind: str, text: str, cues: Cues) -> str:
    """A refusal of some of it is one in part; one of "this part of your request" is of all that it asked."""
    if kind == "refused" and _SOME.search(text):
        return "in part"
    whole = kind == "in part" and _THIS_PART.search(text) and not cues.says["redacted"].search(text)
    return "refused" if whole else kind


_ALL_OF = re.compile(
    r"\W*(?:(?:nearly |almost )?(?:all|none|half|both|most|each|every one|the majority) of "
    r"(?:which|whom|them|these|those)\b|"
    r"(?:yes|correct|that is (?:right|correct)|we do|it does|they do|we have|it has)\W*$|yes[,.;:])",
    re.IGNORECASE,
)
"""An answer without a figure: "all of which were encrypted", "Yes"."""


def _denied(sentence: str, cues: Cues, asked: str) -> bool:
    """True for what was said before or is taken back, unless those are words of the questions."""
    found = cues.says["denies"].search(sentence)
    if found is None or _STILL.search(sentence):
        return False
    words = re.findall(r"\w{5,}", found[0].lower())
    return not (words and all(word in asked.lower() for word in words))


def _says_nothing(clause: Clause, kind: str, cues: Cues, asked: str) -> bool:
    """True for our own words, a question, an order to us, and what is supposed, long past or not yet decided."""
    says, sentence = cues.says, clause.sentence
    if clause.echo or sentence.rstrip(" \"'”’").endswith("?") or _ORDERS.match(clause.text):
        return True
    if kind == "elsewhere" and not clause.over and _BARE_LINK.fullmatch(clause.text):
        return True
    if kind in NEGATIVE and _NOT_WHOLE.search(sentence):
        return True
    if says["supposes"].search(sentence) and not _opens_with_figure(clause):
        return True
    if says["side"].search(sentence) and kind in _OF_ASIDE:
        return True
    if kind in (*NEGATIVE, "upheld") and _UNDONE.search(sentence) and not _STILL.search(sentence):
        return True
    instead = kind == "in part" and _UNDONE.search(
        sentence
    )  # "we set aside the decision and give you all but ..."
    if kind not in ("neither confirm nor deny", "upheld") and not instead and _denied(sentence, cues, asked):
        return True
    return kind != "neither confirm nor deny" and bool(says["undecided"].search(sentence))


_FIGURE_FIRST = re.compile(r"\W{0,3}[£$€]?\d[\d,.]*(?:\s|$)")


def _opens_with_figure(clause: Clause) -> bool:
    """True for an answer that begins with its figure under its number: "£112 under the complaints procedure"."""
    return clause.led and bool(clause.over) and bool(_FIGURE_FIRST.match(clause.sentence))


def _cites_no_ground(clause: Clause, law: AccessLaw | None) -> bool:
    """True for "under section 9": a section that is no ground, with no word of withholding beside it."""
    named = _CITES.search(clause.text) and not _WITHHOLDS.search(clause.text)
    return bool(named) and not grounds(clause.sentence, law) and not elsewhere(clause.sentence)


def _sections(kind: str, clause: Clause, law: AccessLaw | None) -> tuple[str, ...]:
    if kind not in (*NEGATIVE, "upheld", "elsewhere", "in part"):
        return ()
    named = grounds(clause.sentence, law)
    if kind == "refused":
        named = tuple(one for one in named if not is_cost(one, law)) + elsewhere(clause.sentence)
    return named or (_by_words(clause.sentence, law) if kind == "refused" else ())


def _by_words(sentence: str, law: AccessLaw | None) -> tuple[str, ...]:
    """The one ground whose words stand in the sentence, where it names no section ("this is personal data")."""
    if law is None:
        return ()
    grounds_of = [(one.section, one.words) for one in law.exemptions]
    grounds_of += [(one.section, one.words) for one in law.refusals]
    fitting = [section for section, words in grounds_of if any(word.lower() in sentence.lower() for word in words)]
    return tuple(fitting) if len(fitting) == 1 else ()


def _kind(text: str, cues: Cues, law: AccessLaw | None) -> str:
    says = cues.says
    if says["upheld"].search(text):
        return "upheld"
    if says["ncnd"].search(text):
        return "neither confirm nor deny"
    if says["cost"].search(text) and not (law is not None and law.unit == "regulation"):
        return "cost limit"
    if says["maybe_zero"].search(text):
        return "maybe zero"
    if says["not_held"].search(text):
        rest = says["not_held"].sub(" ", text)
        return "not held, or none" if says["nil"].search(rest) else "not held"
    if says["in_part"].search(text):
        return "in part"
    if says["public"].search(text) and not has_figure(text):
        return "elsewhere"
    if says["refused"].search(text):
        return "refused"
    return _given(text, cues)


_LONG = 5
"""A clause of so many words without one of the small words of the language is in another: it may deny."""


@lru_cache(maxsize=8192)
def told(clause: Clause, cues: Cues, *, named: bool = False) -> Statement | None:
    """An answer in words, under the number of its question or after "in terms of ...": "all were closed".

    `named`: it gives the name that a question of who or which asks for.
    """
    answers = clause.asked and _ANSWERS.match(clause.text)
    led = (clause.led and clause.over) or named or answers or cues.says["leads"].match(clause.text)
    foreign = len(words := re.findall(r"[^\W\d]+", clause.text.lower())) >= _LONG and not cues.stop & set(words)
    says_nothing = (
        foreign
        or clause.echo
        or _LABEL.fullmatch(clause.text)
        or _ORDERS.match(clause.text)
        or len(clause.text.split()) < 2
    )
    doubtful = any(
        cues.says[kind].search(clause.sentence) for kind in ("supposes", "undecided", "denies", "explains")
    )
    denied = _DENIED.search(clause.sentence)
    doubtful = doubtful or (clause.text != clause.sentence and not tells(clause.text))
    return None if not led or says_nothing or doubtful or denied else Statement("told", clause)


def same_again(
    clause: Clause, before: Statement | None, cues: Cues, last: Sequence[tuple[Clause, Statement | None]]
) -> Statement | None:
    """ "The same goes for what they cost and for when": the refusal before, for what these clauses name."""
    if before is None or before.kind not in NEGATIVE:
        return None
    goes_on = any(one is before and each.sentence == clause.sentence for each, one in last)
    goes_on = goes_on and bool(cues.says["same"].search(before.clause.text))
    if not goes_on and not cues.says["same"].search(clause.text):
        return None
    return Statement(before.kind, clause, before.sections)


def _given(text: str, cues: Cues) -> str:
    says = cues.says
    if says["granted"].search(text):
        return "granted"
    main = main_part(text, cues)
    if _ALL_OF.match(main):
        return "nil" if main.lower().lstrip().startswith("none") else "full"
    if says["nil"].search(main):
        return "nil" if not has_figure(says["nil"].sub(" ", main)) else "full"
    if has_figure(main) and not says["works_out"].search(main):
        return "nil" if only_noughts(main) else "full"
    return "attached" if says["given"].search(text) and not says["covers"].search(text) else ""


def _by_ground(named: Sequence[str], law: AccessLaw | None) -> str:
    """What a refusal comes to under grounds that have an outcome of their own ("section 17 notice": not held)."""
    kinds = {found.outcome if law and (found := law.refusal(one)) else "refused" for one in named}
    return kinds.pop() if len(kinds) == 1 else "refused"


def is_cost(section: str, law: AccessLaw | None) -> bool:
    """True if the section lets a body refuse for cost."""
    refusal = law.refusal(section) if law is not None else None
    return refusal is not None and refusal.outcome == "cost limit"
