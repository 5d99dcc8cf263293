"""Phrases that say the same in another spelling: "Search/Seizure" is "search or seizure", "Dept" a department.

Only what changes no sense: British and American spelling, plain abbreviations, articles, German cases, the
sign between two halves of one label. Never a synonym, never the order of words: "staff abuse" may be by staff.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from foidesk.model.codebook import Category, Variable

from .normal import normalise
from .terms import terms

_JOINED = re.compile(r"\s*(?:/|&|\+|\band\s*/\s*or\b|\b(?:and|or|und|oder|bzw)\b)\s*", re.IGNORECASE)
_EITHER = re.compile(r"\s*(?:/|,|\bor\b|\boder\b)\s*", re.IGNORECASE)
_UNION = re.compile(r"/|\b(?:or|oder)\b", re.IGNORECASE)
_ARTICLES = frozenset("the a an der die das den dem des ein eine einer eines einem einen".split())
_SHORT = {
    "dept": "department", "dpt": "department", "govt": "government", "misc": "miscellaneous",
    "mgmt": "management", "hosp": "hospital", "veh": "vehicle", "info": "information", "sgt": "sergeant",
    "supt": "superintendent", "maint": "maintenance", "incl": "including", "tel": "telephone",
}  # fmt: skip
_SPELT = (
    (re.compile(r"(\w{3})iz(e|ed|er|ing|ation)$"), r"\1is\2"),
    (re.compile(r"(\w{3})yz(e|ed|er|ing)$"), r"\1ys\2"),
    (re.compile(r"^(cance|trave|labe|mode)l(ed|ing|er|ation)$"), r"\1ll\2"),
    (re.compile(r"^(lab|col|hon|fav|hum|rum|val|vig|behavi|neighb|endeav|flav|harb)or"), r"\1our"),
    (re.compile(r"^(defen|offen|licen|practi)se(d?)$"), r"\1ce\2"),
    (re.compile(r"^(cent|theat|fib)er$"), r"\1re"),
    (re.compile(r"^judgment"), "judgement"),
    (re.compile(r"^program$"), "programme"),
    (re.compile(r"^gray"), "grey"),
    (re.compile(r"^tire$"), "tyre"),
)
_UMLAUTS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})
_ENDING = re.compile(r"(?<=\w{4})(?:ern|en|em|er|es|e|n|(?<!s)s)$")
_REST = frozenset(map(normalise, terms("""
    other | others | all other | all others | any other | miscellaneous | misc | everything else | anything else
    | all else | sonstiges | sonstige | sonstigen | alles andere | andere | anderes | übrige | übriges | weitere
""")))  # fmt: skip
_OF_REST = re.compile(
    r"(?:(?:all|any)\s+)?(?:other|miscellaneou|misc|sonstig\w*|übrig\w*|ander\w{1,2})\s+(?P<noun>\w+)"
)
_PLAIN_NOUNS = frozenset(terms("reason | type | kind | category | cause | grund | gründe | art | arten | fälle"))


def same(phrase: str, german: bool) -> str:
    """The key under which phrases of one sense fall together."""
    halves = [" ".join(_word(word, german) for word in _words(half)) for half in _JOINED.split(phrase)]
    return " | ".join(half for half in halves if half)


def _words(text: str) -> Iterator[str]:
    yield from (word for word in normalise(text).split() if word not in _ARTICLES)


def _word(word: str, german: bool) -> str:
    if german:
        return _ENDING.sub("", word.translate(_UMLAUTS))
    spelt = _SHORT.get(word, word)
    for pattern, british in _SPELT:
        spelt = pattern.sub(british, spelt)
    return spelt


def alike(variable: Variable, phrases: Mapping[str, Iterable[str]], german: bool) -> dict[str, str]:
    """The category of each key that only one category's phrases have, spelt otherwise or in part.

    A single word of a label that names several ("Advice, training or other action") is a part of that category,
    unless another category uses the word. What is grave is never told by likeness.
    """
    found: dict[str, set[str]] = {}
    used = {one: {word for text in texts for word in _words(text)} for one, texts in phrases.items()}
    for category in variable.categories:
        for text in phrases[category.id]:
            found.setdefault(same(text, german), set()).add(category.id)
        for part in _parts(category):
            others = (words for one, words in used.items() if one != category.id)
            if not any(normalise(part) in words for words in others):
                found.setdefault(same(part, german), set()).add(category.id)
    grave = {category.id for category in variable.categories if category.grave}
    return {key: next(iter(ids)) for key, ids in found.items() if key and len(ids) == 1 and not ids & grave}


def _parts(category: Category) -> Iterator[str]:
    """The single words of a label that is nothing but such words joined by "or"; "or other ..." may end it."""
    if not _UNION.search(category.label):
        return
    parts = [part.strip() for part in _EITHER.split(category.label) if part.strip()]
    if re.match(r"(?:an)?other\b|sonstig|ander", parts[-1], re.IGNORECASE):
        parts = parts[:-1]
    if all(part.isalpha() for part in parts):
        yield from parts


def is_rest(phrase: str, variable: Variable) -> bool:
    """True for words that mean no more than "none of the others": "Everything else", "Other reasons"."""
    key = normalise(phrase)
    if key in _REST:
        return True
    found = _OF_REST.fullmatch(key)
    if found is None:
        return False
    nouns = {word for text in (variable.label, *variable.names) for word in normalise(text).split()}
    return same(found["noun"], True) in {same(word, True) for word in nouns | _PLAIN_NOUNS}
