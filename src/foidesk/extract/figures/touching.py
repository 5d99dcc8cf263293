"""The variable that labels have to do with, though the codebook holds few of them word for word.

"Domestic - dogs", "Intruder alarms" and "Trade premises" are kinds of what has the categories "dogs" and "alarms".
Which kind each is stays open: the labels are uncoded, and a person is asked about each.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from foidesk.words.alike import is_rest
from foidesk.words.normal import normalise

from ..basis.ground import Ground
from ..basis.terms import total_word

LEAST = 2
SHARE = 0.4
OTHERS = 3
"""No other variable may be touched by more than a third as many labels."""
LONGEST = 8
SHORTEST = 4
_SIGNS = re.compile(r"[-_/.:;,()&+]+")
_CODE_ENDS = frozenset("cd code cde type typ desc description txt text id name cat category".split())


def touched_variable(ground: Ground, labels: Iterable[str], besides: Collection[str] = ()) -> str:
    """The one variable of which categories are named in at least two fifths of the labels, two or more; or ""."""
    every = [text for text in labels if text.strip() and not total_word(text)]
    told = list(dict.fromkeys(every))
    names = [v.id for v in ground.context.codebook.variables if v.id not in besides]
    counts = {name: sum(touches(ground, text, name) for text in told) for name in names}
    best = max(counts, key=lambda name: counts[name], default="")
    rest = max((count for name, count in counts.items() if name != best), default=0)
    if not best or counts[best] < SHARE * len(told) or OTHERS * rest > counts[best]:
        return ""
    return best if counts[best] >= LEAST or _mostly_known(ground, every, best) else ""


def _mostly_known(ground: Ground, labels: list[str], variable: str) -> bool:
    """True for cells half of which or more are one category that the codebook knows."""
    known = sum(ground.matchers[variable].knows(text) for text in labels)
    return known > LEAST and 2 * known >= len(labels)


def touches(ground: Ground, text: str, variable: str) -> bool:
    """True if a short text names a category of the variable, in full or cut short ("SUSP"); "Other" is of any."""
    return ground.memo.get(("touches", text, variable), lambda: _touches(ground, text, variable))


def _touches(ground: Ground, text: str, name: str) -> bool:
    variable, matcher = ground.context.codebook.variable(name), ground.matchers[name]
    plain = " ".join(_SIGNS.sub(" ", text).split())
    if not plain or len(plain.split()) > LONGEST or is_rest(text, variable):
        return False
    if matcher.knows(text):
        return True
    hits = [hit for hit in matcher.find(plain) if hit.where.categories and not hit.negated]
    if any(not is_rest(plain[hit.start : hit.end], variable) for hit in hits):
        return True
    own = {
        word for c in variable.categories for said in (c.label, *c.synonyms) for word in normalise(said).split()
    }
    return any(
        len(word) >= SHORTEST and any(whole.startswith(word) and len(whole) > len(word) + 1 for whole in own)
        for word in normalise(plain).split()
    )


def abbreviated(ground: Ground, heading: str) -> str:
    """The one variable that a coded head stands for: "RSN" or "REASON_CD" for reason, "DISP" for disposition."""
    words = [word for word in re.split(r"[\W_]+", heading.casefold()) if word]
    words = [word for word in words if word not in _CODE_ENDS] if len(words) > 1 else words
    if len(words) != 1 or not _is_coded(heading):
        return ""
    found = {
        variable.id for variable in ground.context.codebook.variables
        for name in (variable.id, variable.label, *variable.names)
        for word in re.findall(r"[^\W\d_]+", name.casefold()) if _shortens(words[0], word)
    }  # fmt: skip
    return found.pop() if len(found) == 1 else ""


def _is_coded(heading: str) -> bool:
    return heading == heading.upper() or "_" in heading or heading.strip().endswith(".")


def _shortens(short: str, word: str) -> bool:
    """True for the first letters of a word, three or more, and for its consonants: "disp", "rsn", "otcm"."""
    if len(short) < 3 or len(word) <= len(short) or word[0] != short[0]:
        return False
    bones = word[0] + re.sub(r"[aeiouyäöü]", "", word[1:])
    return word.startswith(short) or re.sub(r"(.)\1", r"\1", bones) == short or bones == short
