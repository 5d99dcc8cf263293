"""A letter cut into clauses, each with the questions that its own numbering points at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ..sentences import sentences
from .cues import Cues
from .echoes import questions_in
from .figures import has_figure
from .headed import heads, is_heading
from .naming import questions_named
from .telling import tells
from .text import LetterText

_SPLIT = re.compile(
    r",?\s+(?=(?:except(?:ing)?|with the exception of|apart from|save|other than)(?: for| in respect of)?\s+"
    r"(?:questions?|parts?|points?|items?|requests?|q)\s?\(?\d[^.;]*?\b(?:which|that|as|because|since|where)\s)|"
    r";\s+|,\s+(?:however|nevertheless|nonetheless),?\s+(?=\w+ \w+ \w)|"
    r",\s+(?:and )?therefore,?\s+(?=(?:the|this|we|i|it|section|s\.|that) ?\w)|,\s+(?=(?:all |none |half |"
    r"both |most |each )?of (?:which|whom)\s|von denen\s)|,\s+but\s+|"
    r",\s+(?=(?:no|none|nil|nothing)\s)|(?<=[\w)%”\"])[,.]?\s+(?:and|but|while|whereas|although|though|"
    r"sowie|und|aber)\s+"
    r"(?=(?:the|an?|these|those|all|both|each|that|we|i|it|its|on|of|in|for|so|no|nothing|none|there|"
    r"received|their|die|der|das|es|"
    r"\w+ (?:is|are|was|were)\b|"
    r"(?:\w+\s){0,5}(?<!exemption )(?<!exemptions )(?<!section )(?<!sections )(?<!regulation )[£$€\d]))",
    re.IGNORECASE,
)


_INLINE = re.compile(
    r"(?:^|(?<=[.;:!?])\s+)(?P<mark>(?:(?:question|q|item|part|point|frage) ?)?\(?(?P<n>\d{1,2})[.):]\s+)"
    r"(?=[\w£$€\"'“(])",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"(?:^|\s)(?P<mark>\((?P<n>\d{1,2})\)\s+)(?=[\w£$€\"'“])")
_TWO_UNITS = re.compile(r"(\d (?:years?|months?|weeks?|days?|hours?|pounds?)),? and (?=\d+ \w)", re.IGNORECASE)
_TWO_SECTIONS = re.compile(
    r"(\d\w*(?:\(\w+\))*) (?:and|or|und) (?=(?:(?:sections?|ss?\.?|reg\.?|§) ?)?\d+\w*(?:\(|\b(?! \w)))", re.I
)
_TAKEN_OUT = re.compile(
    r"(\bwith (?:[\w'’]+,? ){1,6}?)and (?=(?:[\w'’]+ ){0,5}"
    r"(?:redacted|removed|withheld|blacked|blanked|taken out|deleted|omitted|obscured)\b)",
    re.IGNORECASE,
)
""" "... is attached, with names and addresses removed": one thing said of what is given."""
_LABELLED = re.compile(r"^[^\W\d][^:.?!\n]{2,50}: (?=\S)", re.MULTILINE)
""" "Tools in use: none", on a line of its own: an answer with its label."""


_TWO_NUMBERS = re.compile(
    r"((?:questions?|items?|parts?|points?|requests?|fragen|punkte) \d[\d, ]*) (?:and|und) (\d+\b)", re.I
)


_REFERS = re.compile(
    r"\b(?:see|refer(?:s|red)?(?: you)? to|as (?:for|per|in|at|with|under)|attached (?:at|to|in|under|with)|"
    r"(?:given|provided|included|answered|covered|set out|stated|contained|shown) (?:at|in|under|with)|"
    r"(?:response|answer|reply)s? (?:to|at|in)|siehe|vgl\.?) (?:\w+ ){0,8}?"
    r"(?:q|questions?|points?|parts?|items?|requests?|frage|ziffer|punkt)\W?\d",
    re.IGNORECASE,
)
""" "4. See the policies attached at Q2": an answer to question 4 that stands at another."""
_OPENS = re.compile(
    r"\W*(?:in (?:response|answer|reply|relation|regards?|respect) (?:to|of)|regarding|concerning|"
    r"with (?:regards?|respect) to|as (?:to|for)|for) (?:your |the )?"
    r"(?:questions?|q|points?|parts?|items?|requests?)\W?\d",
    re.IGNORECASE,
)
""" "In response to questions 3 and 4, ...": what begins here answers these."""
UNKNOWN = 0
"""A question with a number that we did not ask: what stands under it answers none of ours."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence. `asked` are the questions (from 1) that it names by number; `over` those before it.

    `echo`: it only repeats a question. `led`: a number stands in front of its line, or alone above.
    `after`: the questions under whose number the paragraphs before stand, where it has none of its own.
    """

    text: str
    sentence: str
    block: int
    asked: tuple[int, ...] = ()
    over: tuple[int, ...] = ()
    echo: bool = False
    led: bool = False
    after: tuple[int, ...] = ()


_GOES_ON = re.compile(
    r"\W*(?:furthermore|moreover|in addition|additionally|also|however|therefore|thus|accordingly|"
    r"consequently|as such|"
    r"for this reason|for these reasons|in this (?:case|instance)|further|nevertheless|that said|"
    r"this (?:is|means|information|"
    r"exemption|section|would|figure|number|includes?|does|data)|these (?:are|figures|numbers|records|include)|"
    r"such (?:a|an|information)|darüber hinaus|außerdem|ferner|zudem|daher|jedoch)\b",
    re.IGNORECASE,
)
"""How a paragraph begins that goes on with the question above it."""


def clauses(letter: LetterText, cues: Cues, questions: Sequence[str]) -> tuple[Clause, ...]:
    """All clauses in order; a number in front of a line holds for its block, and longer where it stood alone."""
    found: list[Clause] = []
    before = ""
    if _are_paragraphs(letter, len(questions)):
        letter = replace(letter, blocks=tuple(_PLAIN.sub("", block) for block in letter.blocks))
    headed = heads(letter.blocks, questions, cues)
    for number, block in enumerate(letter.blocks):
        if number in headed:
            question, start, end = headed[number]
            head, rest = block[start:end].strip(), block[end:].strip()
            found.append(Clause(head, head, number, (), (question,), echo=True))
            found += _of_block(rest, number, cues, questions, (question,)) if rest else ()
            before = block
            continue
        listed = block.startswith("> ") and before.startswith("> ") and _is_listed(block, before, questions)
        after = () if listed else _after(found, number)
        over = () if listed else _carried(found, number) or (after if _GOES_ON.match(block) else ())
        made = list(_of_block(block, number, cues, questions, over))
        made = [one if one.over or one.asked else replace(one, after=after) for one in made]
        found += [replace(one, over=()) for one in made] if listed else made
        before = block
    return tuple(_between_numbers(found))


def _is_listed(block: str, before: str, questions: Sequence[str]) -> bool:
    """True for one of a list of our questions, one a paragraph; not for one said back again, to be answered."""
    again = questions_in(before, questions) > 1 and any(
        questions_in(block, [one]) and questions_in(before, [one]) for one in questions
    )
    return questions_in(before, questions) > 0 and not (again and questions_in(block, questions) == 1)


def _between_numbers(found: Sequence[Clause]) -> Iterator[Clause]:
    """The clauses; what stands below the number of a question and above another's is of the first."""
    last = max((one.block for one in found if one.led and one.over), default=-1)
    for one in found:
        yield replace(one, over=one.after, after=()) if one.after and one.block < last else one


def _carried(found: Sequence[Clause], number: int) -> tuple[int, ...]:
    """The question of a heading that stands alone in the block before."""
    last = [one for one in found if one.block == number - 1]
    if len(last) == 1 and len(last[0].asked) == 1 and is_heading(last[0].sentence):
        return last[0].asked
    return last[-1].over or last[-1].asked if last and all(one.echo for one in last) else ()


_PLAIN = re.compile(r"^\W{0,3}(\d{1,2})[.)]\s+(?=[A-Z])", re.MULTILINE)
MORE = 2


def _are_paragraphs(letter: LetterText, count: int) -> bool:
    """True if the letter numbers its paragraphs, more of them than we asked questions."""
    blocks = [block for block in letter.blocks if not block.startswith("> ")]
    numbers = [int(one) for block in blocks for one in _PLAIN.findall(block)]
    return len(numbers) >= count + MORE and numbers == list(range(1, len(numbers) + 1))


def _after(found: Sequence[Clause], number: int) -> tuple[int, ...]:
    """The question whose number stands over the paragraph before, or over the one that it goes on from."""
    last = [one for one in found if one.block == number - 1]
    return (last[-1].over if last[-1].led else last[-1].after) if last else ()


def _of_block(
    block: str, number: int, cues: Cues, questions: Sequence[str], over: tuple[int, ...]
) -> Iterator[Clause]:
    if block.startswith("> "):
        yield from _quoted(block[2:], number, cues, questions, over)
        return
    led = bool(over)
    for line in _lines(block):
        leading, rest = _leading(line, cues, len(questions))
        over, led = leading or over, led or bool(leading)
        if leading and rest == line:
            yield Clause(line, line, number, (), over, echo=True, led=True)
            continue
        for sentence in sentences(rest):
            echo = echoed(sentence.text, questions)
            if echo and not leading:
                over = (echo,)
            if _adds_nothing(sentence.text, questions):
                yield Clause(sentence.text, sentence.text, number, (), over, echo=True)
                continue
            if echo and _only_asks(sentence.text) and not _states(sentence.text, questions[echo - 1], cues):
                yield Clause(sentence.text, sentence.text, number, (), over, echo=True)
                continue
            for part in _split(sentence.text):
                opens = bool(_OPENS.match(part))
                away = over and _REFERS.search(part) and not opens
                named = () if away else questions_named(part, cues, len(questions))
                over, led = named or over, led or (opens and bool(named))
                yield Clause(part, sentence.text, number, named, over, led=led)


def _quoted(
    block: str, number: int, cues: Cues, questions: Sequence[str], over: tuple[int, ...]
) -> Iterator[Clause]:
    """Our own words between the answers: they say which question is answered next, and nothing else."""
    found: list[int] = []
    numbered = True
    for line in block.splitlines():
        leading, rest = _leading(line.lstrip("> "), cues, len(questions))
        echo = echoed(rest, questions)
        numbered = numbered and (not echo or leading == (echo,))
        found += (echo,) if echo else leading
    several = questions_in(block, questions) > 1 or len(set(found)) > 1 or _asks_several(block, questions)
    listed = tuple(dict.fromkeys(number for number in found if number))
    some = several and numbered and 1 < len(listed) < len(questions)
    some = some and listed == tuple(range(listed[0], listed[-1] + 1))
    over = (listed if some else ()) if several else tuple(found[:1]) or over
    yield Clause(block, block, number, (), over, echo=True)


MOSTLY = 0.7


def _asks_several(block: str, questions: Sequence[str]) -> bool:
    """True if our own words ask more than one thing in a sentence: "how many were seen, and how many fined"."""
    best = echoed(block, questions)
    if not best:
        return False
    words, mine = (set(re.findall(r"\w+", text.lower())) for text in (block, questions[best - 1]))
    others = [set(re.findall(r"\w+", question.lower())) - mine for question in questions]
    return any(len(one) > 1 and len(one & words) >= MOSTLY * len(one) for one in others)


def _lines(block: str) -> Iterator[str]:
    """The lines of a block that begin with a number or a label of their own, else the block as one."""
    block = _numbers_apart(block)
    if len(_LABELLED.findall(block)) > 1:
        block = _LABELLED.sub(r"\n- \g<0>", block)
    block = _WRAPPED.sub(lambda seen: _unwrapped(seen, block), block)
    joined = re.sub(
        r"\n(?!\s*(?:[-•*·–]\s|\(?\d{1,2}[.):](?:\s|(?=[A-Z][a-z]))|\d{1,2}\s[-–]\s|(?:q|question|item|request|frage)\s?\d))",
        " ",
        block,
        flags=re.I,
    )
    for line in joined.split("\n"):
        if line.strip():
            yield line.strip()


_WRAPPED = re.compile(r"(?<=[a-z,])\n(?P<n>\d{1,2})\.\s(?=[A-Z])")


def _unwrapped(seen: re.Match[str], block: str) -> str:
    """ "no action / 2. None was": a number that the line above had no room for, where no 1 goes before it."""
    before = int(seen["n"]) - 1
    listed = before == 0 or re.search(rf"(?m)^\W{{0,3}}{before}[.):]", block)
    return seen[0] if listed else " " + seen[0][1:]


def _numbers_apart(block: str) -> str:
    """ "1) 45. 2) Exempt. 3) Not kept." in three lines; only where the numbers run 1, 2, ..."""
    for pattern in (_INLINE, _BRACKETED):
        numbers = [int(one["n"]) for one in pattern.finditer(block)]
        if len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)):
            return pattern.sub(r"\n\g<mark>", block)
    return block


def _split(sentence: str) -> list[str]:
    listed = _TWO_NUMBERS.sub(r"\1 & \2", sentence)
    listed = _TWO_UNITS.sub(r"\1 & ", listed)
    listed = _TAKEN_OUT.sub(r"\1& ", _TWO_SECTIONS.sub(r"\1 & ", listed))
    parts = _joined([part.strip() for part in _SPLIT.split(listed)])
    whole = all(_stands(part) for part in parts) and (len(parts) < LEAST or tells(parts[0]))
    return [part for part in parts if part] if whole else [sentence]


LEAST = 2
_HALF = re.compile(
    r"\W*(?:in terms of|as (?:to|for|regards)|regarding|with (?:regard|respect) to|concerning) "
    r"(?!.*\b(?:am|is|are|was|were|has|have|had|do|does|did|we|i|can|cannot|will)\b)[^,;:]*\W*",
    re.IGNORECASE,
)
""" "As to the number of complaints", of which the rest of the sentence tells."""


def _joined(parts: list[str]) -> list[str]:
    """The parts, one that only names a subject put before the next."""
    if len(parts) > 1 and _HALF.fullmatch(parts[0]):
        return [f"{parts[0]}, {parts[1]}", *parts[2:]]
    return parts


def _stands(part: str) -> bool:
    """True for a piece that can say something: two words, or a number."""
    return len(part.split()) > 1 or any(letter.isdigit() for letter in part)


@cache
def _marks(cues_number: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    plain = r"\W{0,3}(?P<n>\d{1,2})(?:(?:[.):]+|\s[-–:]|\s*\))\s+|[.)](?=[^\W\d_]{2})|[.)]$)"
    named = (
        rf"\W{{0,3}}{cues_number}\s*(?:number|no\b\.?|nr\b\.?)?\s*"
        r"\(?(?P<n>\d{1,2})\b\)?(?!\s*(?:and|und|,|&|to|bis)\s*\d)[\s.:)–-]*"
    )
    return re.compile(plain, re.IGNORECASE), re.compile(named, re.IGNORECASE)


_SEVERAL_LEAD = re.compile(r"\W{0,3}(?P<a>\d{1,2})[.)]?\s*(?:&|and|to|[-–])\s*(?P<b>\d{1,2})[.):]+\s+(?=\S)")
""" "1. & 2. The figures ..."."""


def _leading(line: str, cues: Cues, count: int) -> tuple[tuple[int, ...], str]:
    """The question number in front of a line, and what follows it."""
    both = _SEVERAL_LEAD.match(line)
    if both and 0 < int(both["a"]) < int(both["b"]) <= count:
        return tuple(range(int(both["a"]), int(both["b"]) + 1)), line[both.end() :]
    for pattern in _marks(cues.number):
        seen = pattern.match(line)
        if seen and int(seen["n"]) >= 1 and (seen.end() < len(line) or int(seen["n"]) <= count):
            number = int(seen["n"])
            return (number if number <= count else UNKNOWN,), line[seen.end() :] or line
    return (), line


# ---------------------------------------------------------------- our own words, said back to us


def echoed(text: str, questions: Sequence[str]) -> int:
    """The number of the question whose words the text repeats best; 0 if it repeats none."""
    words = set(re.findall(r"\w+", text.lower()))
    best, share = 0, 0.0
    for number, question in enumerate(questions, 1):
        asked = set(re.findall(r"\w+", question.lower()))
        like = len(asked) > 2 and len(asked & words) >= 0.75 * len(asked) and len(words) <= 2.2 * len(asked) + 3
        fits = len(asked & words) / len(asked | words) if like else 0.0
        if fits > share:
            best, share = number, fits
    return best


ENOUGH = 4


def _adds_nothing(text: str, questions: Sequence[str]) -> bool:
    """True if the text is a question, or some words of one, and nothing else."""
    words = re.findall(r"\w+", text.lower())
    said = f" {' '.join(words)} "
    return any(
        len(words) >= min(ENOUGH, len(asked)) and said in f" {' '.join(asked)} "
        for asked in (re.findall(r"\w+", question.lower()) for question in questions)
    )


def _states(text: str, question: str, cues: Cues) -> bool:
    """True if the sentence goes on from the words of the question to answer, deny or refuse something."""
    if has_figure(text) and not has_figure(question) and not text.rstrip(" \"'”’").endswith("?"):
        return not re.match(r"\W*you (?:have )?(?:also )?ask", text, re.I)
    return any(
        cues.says[kind].search(text) and not cues.says[kind].search(question)
        for kind in ("not_held", "refused", "cost", "ncnd", "nil", "given", "public")
    ) and not re.match(r"\W*you (?:have )?(?:also )?ask", text, re.I)


def _only_asks(text: str) -> bool:
    return (
        text.rstrip(" \"'”’").endswith("?")
        or not re.search(r"\d", text)
        or bool(re.match(r"\W*you (?:have )?(?:also )?ask", text, re.I))
    )
