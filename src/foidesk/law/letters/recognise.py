"""A letter's events and outcomes: each with the words it rests on, unsure where a person should look."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..acts import AccessLaw
from .asides import without_asides
from .cues import Cues, cues
from .doubting import is_of_another
from .folding import TOLD, QuestionSeen
from .grounds import grounds
from .hits import STEPS, Hits, hits_in, under_numbers
from .naming import questions_named
from .ordering import Placed
from .outcomes import Folded, outcomes
from .reviewing import named_for_review
from .second import weighed
from .seen import REPLIES, EventSeen, FirstReading, LetterSeen
from .settling import by_sections
from .statements import NEGATIVE, is_cost
from .text import LetterText
from .topics import Topics
from .whatever import doubted_event


def recognise(letter: LetterText, law: AccessLaw | None, questions: Sequence[str]) -> LetterSeen:
    """What the letter says of the request and of each question (numbered from 1), read twice; then what is plain
    from the section of a question alone."""
    words = cues(law.language if law else "en")
    whole, letter = letter, without_asides(letter, words, questions)
    first = first_reading(letter, words, law, questions)
    seen = _agreed(first.seen, weighed(first, letter, law, words, questions))
    seen = doubted_event(by_sections(seen, letter, law, words, questions), letter)
    if set(seen.names) == {"final reply"} and is_of_another(letter, words, questions):
        seen = replace(seen, sure=False)
    return named_for_review(seen, whole, law, words, questions)


def _agreed(first: LetterSeen, second: LetterSeen) -> LetterSeen:
    """The second reading, unsure of an outcome where the first is sure of another."""
    sure = {one.question: one.outcome for one in first.outcomes if one.sure and one.outcome != "none"}
    outcomes = (
        replace(one, sure=False) if one.sure and sure.get(one.question, one.outcome) != one.outcome else one
        for one in second.outcomes
    )
    return replace(second, outcomes=tuple(outcomes))


def by_wording(letter: LetterText, law: AccessLaw | None, questions: Sequence[str]) -> LetterSeen:
    """The first reading alone: what the letter says by the phrases and the order of its sentences."""
    words = cues(law.language if law else "en")
    return first_reading(without_asides(letter, words, questions), words, law, questions).seen


def first_reading(
    letter: LetterText, words: Cues, law: AccessLaw | None, questions: Sequence[str]
) -> FirstReading:
    """What the first reading sees in a letter without its asides, also if it is a reply, or a mere step."""
    hits = hits_in(letter, words, questions)
    hits.only_outside(under_numbers(letter, words, questions))
    folded = outcomes(letter, words, law, questions, hits.is_step, review="review outcome" in hits)
    if _is_upheld(folded, words, letter, hits):
        folded = _upheld(folded, words, law, letter, Topics(questions, words))

    def _seen(decided: Decision, folded: Folded) -> LetterSeen:
        seen = tuple(
            EventSeen(name, hits.first(name) or _resting_on(folded), _concerned(hits.all(name), words, questions))
            for name in decided[0]
        )
        return LetterSeen(seen, _outcomes(*decided, folded), decided[1])

    step = None if letter.data or any(_binds(one) for one in folded.placed) else _without_answers(folded)
    return FirstReading(
        _seen(_decide(letter, hits, folded), folded),
        folded.outcomes,
        _seen(_decide(letter, hits, step), step) if step else None,
        open=any(event in hits for event in (*_OPEN, "retraction")),
        worded={event: len(told) for event, told in hits.sure.items()},
        hinted=frozenset(hits.ask),
    )


def _binds(one: Placed) -> bool:
    """True for an answer that names its question by number or in a row, and for a refusal with its section."""
    if one.negative and one.said.sections:
        return True
    return one.by in ("number", "row") and one.said.kind != "told"


def _without_answers(folded: Folded) -> Folded:
    """The letter if none of its sentences answers a question: what is left of it is a step on the way."""
    nothing = tuple(QuestionSeen(one.question, "none") for one in folded.outcomes)
    return Folded(nothing, folded.waiting, loose=False, placed=())


def _concerned(told: Sequence[str], words: Cues, questions: Sequence[str]) -> tuple[int, ...]:
    """The questions that some sentences name: by number or, where none does, each in its words."""
    numbered = {number for text in told for number in questions_named(text, words, len(questions))}
    topics = Topics(questions, words)
    return tuple(sorted(numbered or {number for text in told for number in topics.about(text)}))


def _resting_on(folded: Folded) -> str:
    return next((one.words for one in folded.outcomes if one.words), "")


def _outcomes(events: Sequence[str], sure: bool, folded: Folded) -> tuple[QuestionSeen, ...]:
    """Outcomes as the events allow them: a letter that is no reply gives none."""
    found = folded.outcomes
    if sure and "retraction" in events and any(one.outcome in NEGATIVE for one in found):
        return tuple(one if one.outcome in NEGATIVE else QuestionSeen(one.question, "none") for one in found)
    if sure and not set(events) & set(REPLIES):
        return tuple(QuestionSeen(one.question, "none") for one in found)
    if not sure:
        return tuple(replace(one, sure=False) for one in found)
    if "correction" in events or "part reply" in events:
        return tuple(_to_come(one, folded) for one in found)
    return tuple(one if one.outcome != "none" else replace(one, sure=False) for one in found)


def _to_come(one: QuestionSeen, folded: Folded) -> QuestionSeen:
    """In a part of a reply, or a corrected one, a question without answer waits; in doubt if a figure is loose."""
    if one.outcome != "none" or one.question in folded.waiting or not folded.loose:
        return one
    return replace(one, sure=False)


def _is_upheld(folded: Folded, words: Cues, letter: LetterText, hits: Hits) -> bool:
    upheld = "review outcome" in hits and any(one.said.kind == "upheld" for one in folded.placed)
    return upheld and not words.says["overturned"].search(letter.text)


def _upheld(folded: Folded, words: Cues, law: AccessLaw | None, letter: LetterText, topics: Topics) -> Folded:
    """A review that changes nothing: the decision it upholds is the outcome of every question.

    Where it names what that decision was of, a person says what holds of the other questions.
    """
    said = [one.said for one in folded.placed if one.said.kind == "upheld"]
    sections = tuple(dict.fromkeys(section for one in said for section in one.sections)) or grounds(
        letter.text, law
    )
    if any(is_cost(section, law) for section in sections):
        kind = "cost limit"
    else:
        kind = "neither confirm nor deny" if words.says["ncnd"].search(letter.text) else "refused"
    own = {number for one in folded.placed if one.by in ("number", "row") for number in one.questions}
    given = [one for one in folded.placed if one.said.kind in ("full", "nil") and one.by in TOLD]
    own |= {number for one in given for number in one.questions}
    apart = any(words.says["leads"].match(one.words) or one.clause.asked for one in said)
    sure = bool(sections) and not (folded.loose and apart)
    named = {number for one in said for number in topics.best(one.words)}
    found = (
        one
        if one.question in own
        else QuestionSeen(
            one.question, kind, sections, said[0].words, sure and one.question in (named or {one.question})
        )
        for one in folded.outcomes
    )
    return replace(folded, outcomes=tuple(found))


Decision = tuple[tuple[str, ...], bool]


def _decide(letter: LetterText, hits: Hits, folded: Folded) -> Decision:
    for step in (_returned, _not_ours, _machine, _taken_back, _answer, _step):
        decided = step(letter, hits, folded)
        if decided is not None:
            return decided
    return ("final reply" if folded.loose else "not a reply",), False


def _answers(folded: Folded) -> bool:
    return any(one.outcome != "none" and one.sure for one in folded.outcomes)


def _states(folded: Folded) -> bool:
    return any(one.outcome != "none" for one in folded.outcomes)


def _returned(letter: LetterText, hits: Hits, folded: Folded) -> Decision | None:
    machine = letter.report or letter.sender.split("@")[0] in ("mailer-daemon", "postmaster")
    if not machine and not ("bounce" in hits and letter.auto):
        return None
    return ("bounce",), "bounce" in hits and "bounce" not in hits.ask


def _not_ours(letter: LetterText, hits: Hits, folded: Folded) -> Decision | None:
    """From a regulator, or no answer of any kind."""
    if "regulator" in hits:
        return ("regulator",), hits.many("regulator") > 1 or not _answers(folded)
    if "not a reply" in hits:
        others = set(hits.sure) & {"extended", "fee asked", "final reply", "transferred"}
        numbered = any(one.by in ("number", "row") for one in folded.placed)
        bulk = hits.many("not a reply") > 1 and not numbered
        return ("not a reply",), (bulk or not _answers(folded)) and not others
    return None


def _machine(letter: LetterText, hits: Hits, folded: Folded) -> Decision | None:
    if not letter.auto and "auto-reply" not in hits:
        return None
    answered = any(one.by in ("number", "row", "words") and not one.negative for one in folded.placed)
    received = any(not _COURTESY.fullmatch(one) for one in hits.sure.get("acknowledged", ()))
    if letter.auto and "auto-reply" in hits and received and not answered:
        return ("acknowledged", "auto-reply"), True
    if "portal" in hits:
        return ("portal",), not _answers(folded)
    if letter.auto and not hits.sure and not _states(folded):
        return ("auto-reply",), not hits.ask
    if "auto-reply" not in hits or _answers(folded):
        return None
    doubtful = "auto-reply" in hits.ask
    return (("acknowledged", "auto-reply") if received else ("auto-reply",)), not doubtful


_COURTESY = re.compile(
    r"\W*(?:many )?thank(?:s| you)(?: very much)? for (?:your |the |this )?(?:recent )?"
    r"(?:e-?mail|message|mail|note|contacting us|getting in touch)\W*",
    re.IGNORECASE,
)
""" "Thank you for your email", alone: a machine thanks for whatever comes in."""


def _taken_back(letter: LetterText, hits: Hits, folded: Folded) -> Decision | None:
    figures = any(one.outcome in ("full", "nil") for one in folded.outcomes)
    if "retraction" in hits and not ("correction" in hits and figures):
        return ("retraction",), not figures
    if "review outcome" in hits:
        return ("review outcome",), _states(folded) or hits.many("review outcome") > 1
    if "correction" in hits:
        return ("correction",), _answers(folded) or (hits.many("correction") > 1 and folded.loose)
    return None


_REFUSES = re.compile(r"\b(?:withh[eo]ld|refus|deni(?:ed|al)|declin|abgelehnt)", re.IGNORECASE)
"""A decision taken, where "engaged" or "applies" may be said of one still to be taken."""
_OPEN = ("extended", "fee asked", "clarification asked", "transferred", "portal")


def _answer(letter: LetterText, hits: Hits, folded: Folded) -> Decision | None:
    """A reply, whole or in part."""
    if not _states(folded) and not letter.data:
        return None
    kinds = {one.outcome for one in folded.outcomes} - {"none"}
    if "transferred" in hits and kinds <= {"not held"}:
        return ("transferred",), True
    if (
        "portal" in hits
        and not letter.data
        and all(one.said.kind in ("granted", "attached") for one in folded.placed)
    ):
        return ("portal",), True
    if (
        "fee asked" in hits
        and kinds <= {"full", "partial"}
        and not any(one.sections for one in folded.outcomes)
        and not any(one.by in ("number", "row") for one in folded.placed)
    ):
        few = sum(one.outcome != "none" for one in folded.outcomes) <= 1
        return ("fee asked",), hits.many("fee asked") > 1 or few
    if "extended" in hits and kinds <= {"refused"} and not any(one.by == "number" for one in folded.placed):
        return ("extended",), not any(_REFUSES.search(one.said.words) for one in folded.placed if one.negative)
    competing = [event for event in _OPEN if event in hits]
    waiting = [one for one in folded.outcomes if one.outcome == "none"]
    if any(one.question in folded.waiting for one in waiting) and "holding" in hits and "part reply" not in hits:
        return ("part reply",), False
    if "part reply" in hits and _states(folded) and (waiting or not _answers(folded) or competing):
        if competing == ["extended"] and waiting and _answers(folded):
            return ("part reply", "extended"), True
        return ("part reply",), bool(waiting) and _answers(folded) and set(competing) <= {"portal"}
    if not _answers(folded) and (competing or set(hits.sure) & set(STEPS)):
        return None
    if hits.many("clarification asked") > 1 and kinds <= _NO_GROUND and not _pointed(folded):
        return ("final reply",), False
    firm = _answers(folded) or any(one.said.kind not in ("elsewhere", "attached") for one in folded.placed)
    return ("final reply",), firm and (not competing or not waiting)


_NO_GROUND = {"not held", "full", "nil", "attached"}
"""What a question back to us may seem to state, where it only says why it asks."""


def _pointed(folded: Folded) -> bool:
    """True if some statement names its question."""
    return any(one.by in ("number", "row", "words") for one in folded.placed)


_FIRM = re.compile(
    r"acknowledg|accepted|logged|registered|reference|receipt of (?:your|that|the|this)", re.IGNORECASE
)
_DUE = re.compile(r"\b(?:due|dates?|deadline|days)\b", re.IGNORECASE)


_ANEW = re.compile(
    r"clarif|payment|fee|cheque|explanation|thank|perfect|receiv|restart|afresh|again", re.IGNORECASE
)
"""What makes a clock start anew; a new date alone may be that of an extension."""


def _is_received(hits: Hits) -> bool:
    """True if the letter says more of the receipt than when an answer is due."""
    others = set(hits.sure.get("acknowledged", ())) - set(hits.sure["clock restarted"])
    firm = [one for one in hits.sure.get("acknowledged", ()) if _FIRM.search(one)]
    return bool(firm) or any(not _DUE.search(one) for one in others)


_THANKS = re.compile(
    r"recei|acknowledg|logged|regist|referen|number|thank|pass|gone|allocat|assign|reach|got|arriv|landed|hands|opened|begun|"
    r"being|will|shall|expect|aim|hope|look|treat|accept|process|eing|dank|bearbeit|erhalt|zeichen|nummer|bestätig",
    re.IGNORECASE,
)
"""Words of taking a request in: a due date alone may be that of another letter."""


_NUMBERED = re.compile(
    r"\b(?:logged|registered|numbered|recorded|given)\b[^.;]{0,40}\b(?:\w*\d|number|reference)", re.IGNORECASE
)
""" "Logged as FOI 9127": beside a question back to us it takes the request in as well, "receipt of" does not."""


_ORDER = (
    "clock restarted", "fee asked", "extended", "transferred", "clarification asked", "portal", "holding",
    "acknowledged",
)  # fmt: skip


def _step(letter: LetterText, hits: Hits, folded: Folded) -> Decision | None:
    """A step on the way: the most telling of those that the letter words."""
    named = [event for event in _ORDER if event in hits]
    if "extended" in named and not any(_ANEW.search(one) for one in hits.sure.get("clock restarted", ())):
        named = [event for event in named if event != "clock restarted"]
    if not named:
        return (("clarification asked",), True) if "clarification asked" in hits.ask else None
    if named[0] == "clock restarted" and _is_received(hits):
        return ("acknowledged", "clock restarted"), not _states(folded)
    rivals = [event for event in named if event not in ("acknowledged", "holding", "clarification asked")]
    if named[0] == "acknowledged" and not any(_THANKS.search(one) for one in hits.sure["acknowledged"]):
        return ("acknowledged",), False
    also = named[0] == "clarification asked" and any(map(_NUMBERED.search, hits.sure.get("acknowledged", ())))
    return ("acknowledged", named[0]) if also else (named[0],), len(rivals) < 2 and not any(
        one.sections and one.outcome != "none" for one in folded.outcomes
    )
