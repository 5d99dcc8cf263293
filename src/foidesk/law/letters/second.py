"""A second and third reading of a letter, by counted words: where all agree nobody need look, else a person does.

The bounds were chosen on letters of hands that the model had not been trained on (`benchmarks/letters/train.py`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..acts import AccessLaw
from .agreeing import agreed, names_ground, of_one_sentence, refuses_beside, silent
from .answering import heard
from .cues import Cues
from .figures import has_figure
from .folding import QuestionSeen, Suggestion
from .grounds import grounds
from .judging import shares
from .kinds import evidence, kinds, same, together
from .naming import questions_named
from .seen import REPLIES, EventSeen, FirstReading, LetterSeen
from .statements import NEGATIVE
from .steps import told, words_of
from .steps import values as told_values
from .text import LetterText
from .tokens import Passages, of_letter, of_question, sentences_of, tokens
from .topics import Topics
from .weights import Likely, Weights, likeliest, weights


@dataclass(frozen=True, slots=True)
class Bounds:
    """How clear the second reading must be: beside a sure first reading, an unsure one, and against each."""

    sure: float
    unsure: float
    alone: float
    against: float = 2.0


EVENT = Bounds(sure=0.50, unsure=0.65, alone=0.70, against=0.90)
"""Of the share of a set of kinds: where the phrases and the words of the whole letter say the same; the phrases
unsure; these words alone; one of both or neither.
"""
FIRMLY = 0.75
"""So clear must the second reading be where the sentences only tell something, in no word of an outcome."""
BETWEEN = 0.80
"""So clear to decide between several things that the sentences state of a question."""
MOST = 0.6
"""So much of a question's words makes a sentence with a figure an answer to it."""
_WORD = re.compile(r"\w+")
OUTCOME = Bounds(sure=0.58, unsure=0.70, alone=0.90)


HELD = 0.70
"""An answer that all readings together give a smaller share is asked about, whatever either says."""
CLEAR = 0.80
"""An answer of the first reading with this share of all together is sure."""
ALONE = 0.90
"""So large must the share be of an answer that the first reading has not, or beside others."""
WEAK = 0.60
"""Where nothing has this share, nothing speaks against a refusal with its section."""
SLIGHT = 0.25
"""So small is the share of an outcome of which nothing is said."""
REPLY = 0.9
"""A letter with this share of being a reply answers, whatever else it may be."""
HALF = 0.5
_REVIEWED = re.compile(r"\W*following (?:on from )?your request for (?:an? )?(?:internal )?review\b", re.I)
OTHERWISE = 0.45
"""The second reading alone says something else where it gives that this share."""


def weighed(
    first: FirstReading, letter: LetterText, law: AccessLaw | None, cues: Cues, questions: Sequence[str]
) -> LetterSeen:
    """What the letter says by all readings, with what to offer first wherever a person is asked."""
    passages = Passages(letter, cues, tuple(questions))
    events, third, told_of = weights("events").shares(of_letter(passages)), heard(passages), told(passages)
    second = [weights("outcomes").shares(of_question(passages, number)) for number in range(1, len(questions) + 1)]
    of_kind = kinds(evidence(first, letter, events, second, third, told_values(told_of)))
    is_ = Kinds(together(of_kind), likeliest(events).best, told_of)
    found = _compared(first, law, passages, is_)
    found = replace(found, events=tuple(_with_words(one, passages, told_of) for one in found.events))
    settle = "part reply" not in found.names  # what is said of all in one says it of that part
    answers = bool(set(found.names) & set(REPLIES))
    reply = found.sure or is_.reply > REPLY
    as_letter = {"reply": reply, "settle": settle, "answers": answers}
    outcomes = tuple(
        _together(one, first, passages, law, events, third[one.question - 1], **as_letter)
        for one in found.outcomes
    )
    outcomes = of_one_sentence(outcomes, first)
    if is_.reply > HALF or (not found.sure and set(is_.best) & set(REPLIES)):
        outcomes = silent(outcomes)
    if found.sure:
        return replace(found, outcomes=outcomes)
    return replace(found, outcomes=outcomes, likely=is_.events())


def _with_words(
    one: EventSeen, passages: Passages, told_of: Sequence[tuple[str, Mapping[str, float]]]
) -> EventSeen:
    """The event with a sentence of the letter where it would rest on no words, or on the subject alone."""
    if one.words.strip() and one.words != passages.letter.subject:
        return one
    return replace(one, words=words_of(told_of, one.event))


def _together(
    one: QuestionSeen,
    first: FirstReading,
    passages: Passages,
    law: AccessLaw | None,
    events: Mapping[str, float],
    third: Mapping[str, float],
    *,
    reply: bool,
    settle: bool,
    answers: bool,
) -> QuestionSeen:
    """The outcome as all readings together leave it: sure, or asked about with the likeliest one.

    `reply`: it is sure what the letter is. `settle`: an answer of which the first reading is unsure may be sure,
    and state something if the letter `answers`.
    """
    said = weights("outcomes").shares(of_question(passages, one.question))
    found = shares(one.question, first, passages.letter, events, said, third)
    best, share = next(iter(found.items()))
    only = reply and answers and len(first.seen.outcomes) == 1  # of one question a reply says something
    stands = _stands(one, found, law, 1.0 if only else WEAK)
    if one.sure and (_share(one, found, law) > HELD or stands):
        ended = one
    else:
        likely = _likeliest(one, found, passages, law)
        ended = replace(one, sure=False, likely=likely)
        settle = settle and (answers or best == "none") and not _is_beside(one)
        if settle and share > _enough(best, one, first) and likely.outcome == best:
            ended = replace(one, outcome=best, sections=likely.sections, words=likely.words, sure=True)
    other = _says_other(ended, said, law)
    doubtful = _is_doubtful(ended, passages, reply=reply) or not _is_stated(ended, one, first)
    if ended.sure and (doubtful or (other and not (stands and other == "none"))):
        ended = replace(one, sure=False, likely=_likeliest(one, found, passages, law))
    likely = _likeliest(one, found, passages, law)
    raw = next((each for each in first.seen.outcomes if each.question == one.question), one)
    if not ended.sure and likely.words and (outcome := agreed(raw, found, said, third)):
        ended = replace(one, outcome=outcome, sections=likely.sections, words=likely.words, sure=True)
    doubtful = names_ground(ended, passages, law) or refuses_beside(ended, first)
    return replace(one, sure=False, likely=likely) if ended.sure and doubtful else ended


def _is_beside(one: QuestionSeen) -> bool:
    """True for a refusal for cost beside something given all the same: of what, no reading tells."""
    return {"cost limit", "in part"} <= set(one.kinds)


def _enough(best: str, one: QuestionSeen, first: FirstReading) -> float:
    """So large must the share be of an answer of which the first reading is unsure, or which it has not."""
    several = len(one.kinds) > 1
    return CLEAR if _is_worded(best, one, first) and not several else ALONE


def _likeliest(
    one: QuestionSeen, found: Mapping[str, float], passages: Passages, law: AccessLaw | None
) -> Suggestion:
    """What to offer first, with its words; of a letter without words nothing can be offered."""
    best, share = next(iter(found.items()))
    other = one if best == one.outcome else _second_outcome(one.question, best, passages, law)
    if best != "none" and not other.words:
        return Suggestion("none", share=found["none"])
    return Suggestion(best, other.sections, other.words, share)


def _is_doubtful(one: QuestionSeen, passages: Passages, *, reply: bool) -> bool:
    """True for answers of what may be no reply, and for a document refused beside one with gaps."""
    if one.outcome != "refused" or not (reply or one.sections):  # its section says that it is a refusal
        return not reply and one.outcome != "none"
    asked = Topics(passages.questions, passages.cues).kinds[one.question - 1]
    return "document" in asked and bool(passages.cues.says["redacted"].search(passages.letter.text))


def _is_stated(ended: QuestionSeen, one: QuestionSeen, first: FirstReading) -> bool:
    """False for an answer where no sentence states anything of the question: weights alone state nothing."""
    answer = next((each for each in first.answers if each.question == one.question), one)
    return ended.outcome == "none" or bool(one.kinds or answer.kinds)


def _share(one: QuestionSeen, found: Mapping[str, float], law: AccessLaw | None) -> float:
    """The share of an outcome; words of refusal speak for the one that the law gives the section relied on."""
    refused = found.get("refused", 0.0) if one.outcome != "refused" and _by_section(one, law) else 0.0
    return found.get(one.outcome, 0.0) + refused


def _says_other(one: QuestionSeen, said: Mapping[str, float], law: AccessLaw | None) -> str:
    """What the second reading alone clearly says instead; "" if nothing."""
    other = max(said, key=said.__getitem__)
    if other == one.outcome or (other == "refused" and _by_section(one, law)):
        return ""
    return other if said[other] > OTHERWISE else ""


def _says_twice(one: QuestionSeen) -> bool:
    """True for words of refusal with the section they rely on, and nothing else said of the question."""
    return bool(one.sections) and one.outcome == "refused" and one.kinds == ("refused",)


def _stands(one: QuestionSeen, found: Mapping[str, float], law: AccessLaw | None, weak: float) -> bool:
    """True for words of refusal with the section they rely on, where nothing else is said of the question.

    That is so if neither silence has a share that is not `weak`, nor any other outcome a `SLIGHT` one.
    """
    own = {one.outcome, "refused"} if _by_section(one, law) else {one.outcome}
    if not one.sections or one.kinds != (one.outcome,) or (one.outcome != "refused" and "refused" not in own):
        return False
    other = max((share for name, share in found.items() if name not in own | {"none"}), default=0.0)
    return found.get("none", 0.0) < weak and other < SLIGHT


def _is_worded(outcome: str, one: QuestionSeen, first: FirstReading) -> bool:
    """True if the first reading has the outcome too: weights alone neither state nor put away what words do."""
    also = [each for each in (*first.seen.outcomes, *first.answers, one) if each.question == one.question]
    stated = {kind for each in also for kind in each.kinds}
    if outcome == "none":
        return not stated and any(each.outcome == "none" for each in also)
    return outcome in stated or any(each.outcome == outcome for each in also)


def _compared(first: FirstReading, law: AccessLaw | None, passages: Passages, is_: Kinds) -> LetterSeen:
    """What the first reading saw, sure where the second says the same; its own reading where it is very clear."""
    seen = first.seen
    if first.step is not None and _is_step(first.step, is_) and not _answers_too(is_, passages):
        return first.step
    found = _event(first, is_, passages)
    if first.open and not found.sure and not set(is_.best) & set(REPLIES):
        return replace(found, outcomes=tuple(_doubted(one, passages, law) for one in seen.outcomes))
    if first.answers and set(found.names) & set(REPLIES) and not set(seen.names) & set(REPLIES):
        seen = replace(
            seen, outcomes=tuple(replace(one, sure=one.sure and one.outcome != "none") for one in first.answers)
        )
    if found.sure and not set(found.names) & set(REPLIES):
        return replace(found, outcomes=tuple(_kept_back(one, found, passages, law) for one in seen.outcomes))
    read = [_outcome(one, passages, law) for one in seen.outcomes]
    doubted = [one for one in read if _is_open(one, found, is_)]
    return replace(found, outcomes=tuple(replace(one, sure=False) if one in doubted else one for one in read))


def _is_open(one: QuestionSeen, found: LetterSeen, is_: Kinds) -> bool:
    """True where the letter may be no reply, still weighs a refusal, or tells of two decisions."""
    reply = bool(set(found.names) & set(REPLIES) and set(is_.best) & set(REPLIES))
    weighs = "extended" in found.names and one.outcome == "refused"
    two = "review outcome" in found.names and len(one.kinds) > 1
    return (not found.sure and not reply) or weighs or two


def _is_sure(said: bool, likely: Likely, agree: bool, bounds: Bounds) -> bool:
    if not agree:
        return likely.lead >= (bounds.against if said else bounds.alone)
    return likely.lead >= (bounds.sure if said else bounds.unsure)


@dataclass(frozen=True, slots=True)
class Kinds:
    """How likely the letter is each set of kinds, the likeliest first; what the words of the whole letter say
    alone ("a+b"); and what each of its sentences tells.
    """

    sets: Mapping[tuple[str, ...], float]
    second: str
    told: Sequence[tuple[str, Mapping[str, float]]]

    @property
    def best(self) -> tuple[str, ...]:
        return next(iter(self.sets))

    @property
    def share(self) -> float:
        return self.sets[self.best]

    @property
    def reply(self) -> float:
        """How likely it is a reply, whatever else it is."""
        return sum(share for some, share in self.sets.items() if set(some) & set(REPLIES))

    def events(self) -> tuple[EventSeen, ...]:
        """The likeliest kinds, each with the sentence that speaks most for it."""
        return tuple(EventSeen(name, words_of(self.told, name)) for name in self.best)


def _is_step(step: LetterSeen, is_: Kinds) -> bool:
    """True where all readings see the same mere step, once what looks like an answer is left out."""
    mere = step.sure and not set(step.names) & set(REPLIES)
    share = is_.share
    if set(step.names) == {"acknowledged", "clarification asked"} and is_.best == ("clarification asked",):
        share += is_.sets.get(step.names, 0.0)  # its number tells that the request was taken in as well
    elif not same(step.names, is_.best):
        return False
    return mere and share >= EVENT.alone


def _event(first: FirstReading, is_: Kinds, passages: Passages) -> LetterSeen:
    """What the letter is, sure where its share is large enough for how many readings say the same.

    What seems to answer is not put away as a mere step by tone.
    """
    seen = first.seen
    same_first, same_second = same(is_.best, seen.names), same(is_.best, is_.second.split("+"))
    answers = any(one.outcome != "none" for one in seen.outcomes)
    away = answers and not same_first and not set(is_.best) & set(REPLIES)
    away = away or _answers_too(is_, passages)
    if _is_link(seen) and same_first and not away:
        return replace(seen, sure=is_.share >= EVENT.sure)
    if "review outcome" not in is_.best and any(_REVIEWED.match(one.words) for one in seen.events):
        return replace(seen, sure=False)  # only its words tell the outcome of a review from any other answer
    wanted = EVENT.against
    if same_first and same_second and not away:
        wanted = EVENT.sure if seen.sure else EVENT.unsure
    elif same_second and not away:
        wanted = EVENT.alone
    if is_.share < wanted:
        return replace(seen, sure=False)
    return replace(seen, sure=True) if same_first else replace(seen, sure=True, events=is_.events())


def _answers_too(is_: Kinds, passages: Passages) -> bool:
    """ "31 in all; the rest is at https://...", "items 1 and 3 are released": a link beside an answer."""
    if is_.best != ("portal",):
        return False
    return any(
        about and (has_figure(clause.text) or _decides_by_number(clause.text, passages))
        for clause, about, _ in passages.placed
    )


def _decides_by_number(text: str, passages: Passages) -> bool:
    """True for words that give or keep back what they name by its number."""
    said = (passages.cues.says[kind].search(text) for kind in ("given", "refused", "redacted", "not_held"))
    return bool(questions_named(text, passages.cues, len(passages.questions))) and any(said)


def _is_link(seen: LetterSeen) -> bool:
    """True for a reply behind an address that the letter names: it may expire, so it is told at once."""
    return seen.names == ("portal",) and "://" in seen.events[0].words


def _doubted(one: QuestionSeen, passages: Passages, law: AccessLaw | None) -> QuestionSeen:
    """No sure outcome where the letter may be a mere step: its figures may be those of a fee."""
    read = _outcome(one, passages, law)
    return read if read.outcome == "none" else replace(read, sure=False)


def _kept_back(one: QuestionSeen, seen: LetterSeen, passages: Passages, law: AccessLaw | None) -> QuestionSeen:
    """No outcome in a letter that is no reply, but for a refusal that a retraction puts in place of an answer."""
    if "retraction" in seen.names and one.outcome in NEGATIVE:
        return _outcome(one, passages, law)
    return QuestionSeen(one.question, "none")


def _outcome(one: QuestionSeen, passages: Passages, law: AccessLaw | None) -> QuestionSeen:
    """The outcome read twice. Where no passage speaks of the question a doubt stays: tone settles none."""
    likely = weights("outcomes").likely(of_question(passages, one.question))
    agree = one.outcome == likely.best or (likely.best == "refused" and _by_section(one, law))
    refuses = (one.sure and one.sections and one.outcome == "refused") or _says_twice(one)
    if refuses and likely.best == "none":
        return replace(
            one, sure=True
        )  # words of refusal and the section they rely on say it twice; the model says nothing else
    stated = agree or (likely.lead < FIRMLY and (one.outcome != "full" or _says_back(one, passages)))
    if one.firm and (one.sure or one.outcome == "maybe zero") and stated:
        return replace(one, sure=True)
    if not one.sure and likely.best in one.kinds and likely.lead >= BETWEEN and not _is_beside(one):
        return replace(_second_outcome(one.question, likely.best, passages, law), kinds=one.kinds)
    sure = _is_sure(one.sure, likely, agree, OUTCOME) and (one.sure or bool(passages.of(one.question)[0]))
    if agree and likely.lead < _wanted(one):
        return replace(one, sure=False)
    if agree or not sure:
        return replace(one, sure=sure)
    if likely.best != "none" or one.kinds:
        return replace(one, sure=False)  # tone neither states what no sentence does, nor puts away what one states
    return _second_outcome(one.question, likely.best, passages, law)


def _says_back(one: QuestionSeen, passages: Passages) -> bool:
    """True if the sentence holds a figure and most words of the question: "Four people died in custody"."""
    asked = set(_WORD.findall(passages.questions[one.question - 1].lower())) - passages.cues.stop
    said = set(_WORD.findall(one.words.lower()))
    return has_figure(one.words) and len(asked) > 1 and len(asked & said) >= MOST * len(asked)


def _wanted(one: QuestionSeen) -> float:
    """How clear an agreeing reading must be where sentences state several things, or only tell something."""
    several = len(one.kinds) > 1 and not one.sure
    only_told = not one.kinds and one.outcome == "full"
    return BETWEEN if several else FIRMLY if only_told else 0.0


def _by_section(one: QuestionSeen, law: AccessLaw | None) -> bool:
    """True where the law gives the section relied on this outcome: words alone tell only that it is refused."""
    found = [law.refusal(section) for section in one.sections] if law is not None else []
    return any(refusal is not None and refusal.outcome == one.outcome for refusal in found)


def _second_outcome(question: int, outcome: str, passages: Passages, law: AccessLaw | None) -> QuestionSeen:
    """The outcome as the second reading has it, with the sentence that speaks most for it and its grounds."""
    if outcome == "none":
        return QuestionSeen(question, outcome)
    texts = sentences_of(passages, question)
    model = weights("outcomes")
    words = max(texts, key=lambda text: _speaks(model, text, "o", outcome), default="")
    cited = outcome in (*NEGATIVE, "partial")
    return QuestionSeen(question, outcome, grounds(" ".join(texts), law) if cited else (), words, bool(words))


def _speaks(model: Weights, text: str, where: str, name: str) -> float:
    return model.speaks(tokens(text, where, pairs=True), name)
