"""Words by which a letter says that an earlier one of the same body is wrong, or puts it right.

Only of the body's own letter: "our response", "the figures that we sent you", "as we told you". What is wrong with
the figures of others, what may be wrong, and what has been put right in the figures given here is none of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..basis.ground import Ground
from ..figures.seen import Seen, look
from ..sentences.over import Sentence

_LETTERS = (
    r"(?:e-?mails?|letters?|repl(?:y|ies)|responses?|answers?|disclosures?|messages?|information|data|figures?|numbers?|"
    r"totals?|tables?|spreadsheets?)"
)
_EARLIER = r"(?:(?:earlier|previous|first|original|initial|last|recent|final|full|foi|interim)\s+){0,2}"
_SENT = (
    r"(?:told|gave|sent|provided|supplied|wrote|reported|stated|quoted|disclosed|released|replied|responded|"
    r"answered|had\s+given)"
)
_GIVEN = (
    r"(?:told|given|sent|provided|supplied|reported|stated|quoted|disclosed|released)\s+(?:to\s+you|before|earlier|previously|"
    r"(?:in|with|by|on)\s+(?:our|my|the|\d))"
)
OWN = re.compile(
    rf"\b(?:our|my)\s+{_EARLIER}{_LETTERS}\b|\b(?:we|I)\s+(?:(?:had|have|originally|previously|first|then)\s+)?{_SENT}\b"
    rf"|\byou\s+were\s+(?:told|given|sent)\b|\b{_GIVEN}|\b(?:the|that|those)\s+(?:earlier|previous|first|original)\s+{_LETTERS}\b"
    r"|\b(?:unser|mein)(?:e[rnms]?)?\s+(?:\w+\s+){0,2}?(?:auskunft|antwort|schreiben|e-?mail|mail|nachricht|zahlen|angaben|tabelle|bescheid)\b"
    r"|\b(?:the|our)\s+answers?\s+to\s+(?:your\s+)?(?:question|part|item|point)s?\s+\d",
    re.IGNORECASE,
)
"""An earlier letter of the body itself, or what it gave in one."""
_COUNTED = r"(?:counted|included|entered|recorded|listed|added|reported|shown|logged)"
_MISCOUNTED = (
    rf"{_COUNTED}\s+twice|{_COUNTED}\s+(?:(?:under|in|against)\s+)the\s+wrong|double[\s-]?count\w*|duplicat(?:ed|es?|ions?)"
    rf"|overlooked|left\s+out|(?:not|never)\s+(?:yet\s+)?(?:been\s+)?{_COUNTED}|should\s+not\s+have\s+been\s+{_COUNTED}"
    rf"|wrongly\s+{_COUNTED}|{_COUNTED}\s+(?:wrongly|in\s+error|by\s+mistake)|(?:was|were|are|is)\s+missing\s+from"
    r"|(?:put|placed)\s+(?:under|in|into|against)\s+(?:the\s+wrong|20\d\d)|miscounted|misclassified"
)
_AMISS = (
    rf"{_MISCOUNTED}|errors?|mistakes?|inaccurac(?:y|ies)|inaccurate|incorrect(?:ly)?|wrong(?:ly)?|mis(?:typed|printed|stated|read|"
    r"calculated|reported|copied)|transposed|turned\s+(?:about|around|round)|changed\s+places|omitted|omissions?|missing"
    r"|(?:not|never)\s+(?:\w+\s+)?(?:right|correct|accurate|reliable|complete)|unreliable|incomplete|overstated|understated"
    r"|swapped|interchanged|exchanged|reversed|mixed\s+up|the\s+wrong\s+way\s+round|too\s+(?:many|few|high|low)"
    r"|(?:not|never)\s+(?:yet\s+)?(?:been\s+)?(?:included|counted|entered)|should\s+not\s+have\s+been\s+(?:given|sent|disclosed|included|counted)"
    r"|fehler|fehlerhaft\w*|falsch\w*|irrtümlich\w*|versehentlich\w*|doppelt|unrichtig\w*|unzutreffend\w*|fehlt|fehlte|fehlten"
)
_PUT_RIGHT = (
    r"correct(?:s|ing|ed|ions?)|correct(?=\s+(?:the|our|my|this|that|these|those|an?|one|two|three|some|it)\b)|amend(?:s|ing|ed|ments?)?|revis(?:e|es|ing|ed|ions?)|rectif(?:y|ies|ied|ying)|supersed(?:e|es|ed|ing)"
    r"|replac(?:e|es|ed|ing)|(?:put|set)\s+(?:\w+\s+){0,3}?right|(?:has|have)\s+(?:since\s+)?been\s+(?:updated|changed)|to\s+change|disregard|ignore"
    r"|use\s+(?:only\s+)?(?:the|this|these)\s+[^.;]{0,40}\binstead\s+of|withdraw(?:n|s)?|take\s+back|berichtig\w+|korrigier\w+|richtig(?:zu)?stell\w+|ersetz\w+|(?:zu\s+)?ändern"
)
_WRONG = re.compile(rf"\b(?:{_AMISS})\b", re.IGNORECASE)
_RIGHTS = re.compile(rf"\b(?:{_PUT_RIGHT})\b", re.IGNORECASE)
_MISCOUNT = re.compile(rf"\b(?:{_MISCOUNTED})\b", re.IGNORECASE)
_FIGURE_WRONG = re.compile(
    r"\b(?:figures?|totals?|numbers?|counts?|amounts?)\b[^.;]{0,60}\bshould\s+(?:be|have\s+been|read)\b[^.;]{0,20}\d|"
    r"\b(?:figures?|numbers?|totals?|counts?)\b[^.;]{0,90}\bshould\s+not\s+have\s+been\s+(?:given|sent|disclosed|released|included|counted)\b|"
    r"\b(?:wrong|incorrect|inaccurate|mistaken)\s+(?:figures?|numbers?|totals?|counts?|columns?|rows?|lines?|tables?|data)\b",
    re.IGNORECASE,
)
_DISREGARD = re.compile(
    r"\b(?:please\s+)?(?:disregard|ignore|discard|strike\s+out|delete)\s+(?:the\s+|our\s+)?(?:(?:first|second|third|fourth|last|final)\s+)?"
    r"(?:rows?|lines?|columns?|tables?|figures?|numbers?|totals?|page|sheet|tab|answers?)\b",
    re.IGNORECASE,
)
_HEADED = re.compile(
    r"^\W*(?:correction|corrigendum|erratum|errata|amendment|corrected\s+(?:response|reply|figures))s?"
    r"(?:\s+to\s+(?:our|my|the)\s+[^.;:]{0,60})?\W*$",
    re.IGNORECASE,
)
_TOO_MANY = re.compile(
    r"^\W*(?:that|this|it|which|these)\s+(?:is|was|were|are)\s+(?:[\w-]+\s+)?too\s+(?:many|few|high|low)\b",
    re.IGNORECASE,
)
_SORRY = re.compile(
    r"\b(?:sorry|apologi[sz]e|apologies|regret)\b[^.;]{0,20}?\b(?:for\s+)?(?:the|this|our|my|these)\s+(?:\w+\s+)?"
    r"(?:errors?|mistakes?|omissions?|oversights?|inaccurac(?:y|ies)|slips?|miscounts?)\b",
    re.IGNORECASE,
)
_BEING = re.compile(
    r"\b(?:is|are)\s+(?:now\s+|currently\s+)?being\s+(?:revised|corrected|amended)\b", re.IGNORECASE
)
_AS_TOLD = re.compile(
    rf"\bnot\s+(?:the\s+)?\S{{1,12}}\s+(?:as\s+|that\s+|which\s+)?(?:we\s+{_SENT}|{_GIVEN})", re.IGNORECASE
)
_MAY_BE = re.compile(
    r"\b(?:if|should\s+you|whether|unless|could|would|might|(?-i:may)|can|cannot|tell\s+us|let\s+us\s+know|sollten|falls|wenn|ob|könn\w+|believe|think|(?:to|you|may)\s+complain|"
    r"asked\s+whether|you\s+(?:say|said|wrote|asked))\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:tell\s+us|let\s+us\s+know|contact\s+us|(?:to|you|may)\s+complain|asked\s+whether|"
    r"you\s+(?:say|said|wrote|asked|think|believe|feel|consider|find))\b",
    re.IGNORECASE,
)
_NO_FIGURE = re.compile(
    r"\b(?:links?|web\s?(?:site|page)s?|address|names?|mis?spel\w+|dated|reference\s+number|(?:tele)?phone|subject\s+line|"
    r"attachment\s+name)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\b(?:figures?|totals?|counts?|tables?|columns?|rows?|data|answers?)\b", re.IGNORECASE)
"""What may be wrong of a letter beside its figures: "the link in our response was wrong"."""
_IS_FINE = re.compile(
    r"\bkeine?[nr]?\b[^.;,]{0,30}\bfehler\b|\bnicht\s+(?:zu\s+)?(?:berichtig\w+|korrigier\w+|ändern|ersetzt)\b|"
    r"\b(?:no|not\s+any|nothing|none|without|free\s+of|neither)\b[^.;,]{0,30}\b(?:errors?|mistakes?|inaccurac\w+|wrong|incorrect|missing|"
    r"omitted|overlooked|duplicat\w+|chang\w+|correct\w+|amend\w+|revis\w+|updat\w+|twice)\b"
    r"|\b(?:is|are|was|were|do|does|did|has|have|need)\s+not\s+(?:need\s+to\s+)?(?:be\s+|been\s+)?(?:chang\w+|amend\w+|revis\w+|updat\w+|"
    r"affect\w*|wrong|incorrect|replac\w+|supersed\w+|correcting|corrected|disregard\w*)\b"
    r"|[,;(]\s*as\s+(?:already\s+)?(?:stated|given|shown|set\s+out)\s+in\s+(?:our|my)\b|\bstands?\s*(?:[.,;]|$)|\b(?:remain|stay)s?\s+(?:\w+\s+)?(?:correct|unchanged|the\s+same)\b",
    re.IGNORECASE,
)
_TOTAL_STANDS = re.compile(
    r"\b(?:total|totals|overall\s+(?:figure|number|total)|sum|gesamtzahl|summe)\b(?:\s+(?:for|of|in|number|figure|all|years?|\d[\d,./-]*)){0,5}"
    r"\s+(?:(?:is|are|was|were|remains?|stays?|ist|bleib(?:t|en))\s+(?:therefore\s+|thus\s+|still\s+|however\s+)?"
    r"(?:unchanged|unaffected|the\s+same|correct|right|not\s+(?:changed|affected)|unverändert|gleich)|(?:does|do)\s+not\s+change|stands?)\b"
    r"|\b(?:does|do|did)\s+not\s+(?:affect|change|alter)\s+the\s+(?:\w+\s+)?totals?\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    rf"\b(?:removed|excluded|deducted|taken\s+out|eliminated)\b|\b(?:duplicat\w+|{_COUNTED})\b[^.;]{{0,40}}\b(?:here|above|below)\b",
    re.IGNORECASE,
)
"""What was wrong, and is no longer so in the figures given: "duplicates have been removed"."""
_HOW_MANY = re.compile(
    r"\s+(?:\w+\s+)?(?:things?|errors?|mistakes?|figures?|points?|corrections?|changes?|items?|entries|typing\s+errors?|slips?|places?|"
    r"cells?|numbers?|rows?|lines?|columns?)\b",
    re.IGNORECASE,
)


def says_total_stands(text: str) -> bool:
    """True for "the total is unchanged", "this does not affect the total for 2022"."""
    return _TOTAL_STANDS.search(text) is not None


def is_unsaid(text: str) -> bool:
    """True for what only may be wrong, and for what is said to be right: "please tell us of any error"."""
    return bool(_MAY_BE.search(text) or _IS_FINE.search(text) or is_of_no_figure(text))


def asks_us(text: str) -> bool:
    """True for "please tell us if a figure is not correct", what the request said, and what is no figure."""
    return bool(_ASKS.search(text) or _IS_FINE.search(text) or is_of_no_figure(text))


def is_of_no_figure(text: str) -> bool:
    """True for "the link in our response was wrong", "it should have been dated 27 February"."""
    return _NO_FIGURE.search(text) is not None and _FIGURE.search(text) is None


def is_of_earlier(text: str) -> bool:
    """True for "two things in our response of 6 May were not right", "not 97 as we told you"."""
    if _BEING.search(text) and OWN.search(text):
        return True
    if is_unsaid(text):
        return False
    amiss = _WRONG.search(text) or _RIGHTS.search(text)
    return bool(_HEADED.match(text) or _AS_TOLD.search(text) or (amiss and OWN.search(text)))


def is_miscounted(text: str) -> bool:
    """True for words that some were counted twice, left out or put in the wrong place, and are so still."""
    return bool(_MISCOUNT.search(text)) and not (
        _MAY_BE.search(text) or _IS_FINE.search(text) or _DONE.search(text)
    )


def is_of_figures(text: str) -> bool:
    """True for "please disregard row 2", "wrong figures for 2023", "we are sorry for this error"."""
    if is_unsaid(text):
        return False
    return any(told.search(text) for told in (_DISREGARD, _FIGURE_WRONG, _TOO_MANY, _SORRY))


_FOLLOWS = re.compile(
    r"\b(?:as\s+a\s+(?:result|consequence)|therefore|consequently|accordingly|thus|hence|it\s+follows)\b"
    r"|\b(?:is|are)\s+(?:also|now|then)\b",
    re.IGNORECASE,
)
_MOVES = re.compile(
    r"\b(?:lower|higher|fewer|smaller|larger|greater|less|(?:reduced|increased|falls?|rises?)\s+(?:to|by|from))\b",
    re.IGNORECASE,
)


def follows(ground: Ground, text: str) -> bool:
    """True for what a correction makes of another figure: "as a result the fines of 2024 are also lower"."""
    told = _FOLLOWS.search(text) and _MOVES.search(text) and not is_unsaid(text)
    return bool(told and look(ground, text).nouns)


def miscounts(ground: Ground, text: str) -> bool:
    """True for what is miscounted of the survey's own: "two of the cases in 2023 were counted twice"."""
    return is_miscounted(text) and bool(look(ground, text).nouns)


def speaks_again(ground: Ground, sentences: Iterable[Sentence]) -> bool:
    """True for a letter that says that an earlier one is wrong: of its figures, or of what these count."""
    return any(is_of_earlier(one.text) or miscounts(ground, one.text) for one in sentences)


def announced(seen: Seen) -> int | None:
    """The two of "two things were not right": so many must follow."""
    told = [word for word in seen.numbers if word.exact is not None and _HOW_MANY.match(seen.text[word.end :])]
    return int(told[0].exact) if len(told) == 1 and told[0].exact is not None else None
