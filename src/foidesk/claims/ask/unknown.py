"""Words beside a number that may restrict what it counts and that the survey does not know."""

from __future__ import annotations

import re

from foidesk.words.figures import Figure
from foidesk.words.figures.context import Context

from .harmless import ADVERBS, BEARING, COLOUR, PEOPLE, stems_of
from .lexicon import Lexicon
from .reading import Where
from .sentence import Part, Sentence
from .stems import STOP, stem, stems, tokens
from .wording import FROM_TO, TO

_NEUTRAL = frozenset(
    stem(word)
    for word in (
        "total another additional new further separate such recorded reported individual different official "
        "confirmed overall other similar single more all only same whole annual yearly previous complete full "
        "known stated answered combined claimed made received logged counted registered lodged submitted filed "
        "brought opened investigated handled occurred happened place number numbers figure figures count "
        "tally sum list over since between during within period window year years time there they it that "
        "this these those which who them themselves had has have was were been being is are be do did "
        "noted seen saw got gave given took taken came went said told showed shown show found find "
        "revealed reveal according freedom information act request reply answer survey investigation data "
        "analysis also still just about around than then now while when where what how not no nor both "
        "each every per cent percent percentage across among amid against nationally nationwide country "
        "land altogether together respectively alone ever high low highest lowest up down rise rose fall "
        "fell most fewest average median mean share proportion part rest ahead behind follow followed "
        "compared double triple half third quarter so far last next first second month months week weeks "
        "day days "
    ).split()
)
_BEHIND = re.compile(
    (
        r"\s+(?:of|with|from|by|among|per|involving|over|about|concerning|for|against|where|in "
        r"which|in whom|that|who|"
        r"which|ended|ending|brought|led|resulted|came|due|caused|based|linked|"
        r"related)\b(?P<words>[^,;:.()]{0,70})"
    ),
    re.IGNORECASE,
)
"""Behind the noun, words that may restrict it: "cases *involving* …"."""
_LITTLE = frozenset(
    """into onto upon a an the of from by with for to in on at and or their his her its some any as than
    that which who but so if while when between among more less least most up down out off over under
    only just even still also then there all both each every he she it they we you i no not this these
    those such whom per like including since until about around nearly almost roughly one two three four
    five six seven eight nine ten yet though although however instead but""".split()
)
_COLOUR = stems_of(COLOUR, ADVERBS)
_BEARING = stems_of(BEARING)
_PEOPLE = frozenset(PEOPLE.split())
_PLACES = frozenset(
    """school schools hospital hospitals university universities road roads home homes office offices department
    departments agency agencies service services institution institutions organisation organisations""".split()
)
"""Of a body, but not the body: what is theirs need not be all of its own."""
VERBS = frozenset(
    stem(word)
    for word in (
        "have has had record log report receive get got saw see count make made handle deal note list "
        "register hold held face field attract draw drew spark cause generate prompt trigger account "
        "reach hit stand stood total number amount come came go went pass exceed top give gave show "
        "reveal find found suffer endure experience manage achieve post tally clock rack notch chalk take "
        "took run ran keep kept leave left say said tell told put send sent bring brought concern involve "
        "relate cover include blame lie lies sit sits attribute link end result lead led open begin began "
        "totalled totalling totaled start raise lodge "
        "submit file collect gather process admit confirm disclose state publish provide supply identify "
        "carry perform launch mount initiate instigate undertake undertook conduct probe field "
        "close settle conclude resolve compile add divide split break broke consist comprise contain form "
        "represent mean equal average "
        "range vary stay remain rise rose fall fell grow grew climb jump soar rocket surge drop dip "
        "decline decrease increase double treble triple halve cost spend spent pay paid cough shell fork "
        "splash earn know knew appear emerge occur happen exist investigate look against claim figure "
        "case incident complaint reply answer respond people force council board body "
    ).split()
)
_GIVING = frozenset(stem(word) for word in "hand issue impose dish mete dole administer".split())
"""Verbs of giving in front of what is given by its kind: "handed out two written warnings"."""
_OF_SUMS = frozenset(stem(word) for word in "hand worth blow lavish shell stump pocket trouser scoop bank".split())
"""Before or behind a sum of money, however it is paid out or comes to."""
_SOON = re.compile(r"\s(?:[a-z-]+\s)?")
_OF_SOME = frozenset(stem(word) for word in "confirmed open opened closed answered proven found".split())
"""Verbs of counting and telling that restrict as adjectives: "12 confirmed cases"."""
_SUMS = frozenset(
    "bill bills cost costs payout payouts spending spend caseload workload total totals record "
    "figure figures number numbers shelf shelves streets patch "
    "tally count rate share average median reply answer data books own yearly annual overall".split()
)
_MODAL = re.compile(
    r"\b(?:expects?|expected|expecting|may|might|could|would|should|will|shall|forecasts?|"
    r"predict(?:s|ed)?|projected|plans? to|planned|aims? to|targets? of|"
    r"hopes? to|fears?|feared|likely to|yet to|failed to|if|unless|suppose|imagine|next year|by 20[3-9]\d|"
    r"in future)\b(?!\s(?:not|also|even|only)?\s?(?:say|tell|note|remember|recall|notice|give (?:a|any|no)\b))",
    re.IGNORECASE,
)
"""What is expected, wished or supposed; "could not say", "will note" are said of the teller or the reader."""
_OWN_CLAUSE = re.compile(
    r"(?:,\s|;\s|\s)(?:though|although|because|since|but|while|whereas|before)\s|;\s|,\sand\s(?:the|it|its|he|she)\s|"
    r",\s(?:an?|money|something|enough)\s",
    re.IGNORECASE,
)
"""Behind a figure, where another clause begins."""
_OWNED = re.compile(r"['’]s?\s+(?:own\s+)?(?P<what>[a-z][\w-]+)")
"""Somebody of the body, not the body: "Exampleton's neighbour"."""
_SOME_OF = re.compile(
    r"\b(?:half|third|quarter|parts?|most|much|some|north|south|east|west|edge|outskirts|rest|corner|area)\s+of\s$",
    re.IGNORECASE,
)
"""In front of a body, a part of it."""
_JOINED = re.compile(r"\b(?P<what>[A-Za-z][a-z-]+)(?:,)?\s+(?:and|or|plus)\s+(?:an?\s|the\s)?$")
"""Right before a category, what is counted along with it: "*kerbs and* potholes"."""
_LAST_WORD = re.compile(r"(?P<word>[A-Za-z][\w'’-]*)\s*(?:up|out|off|down)?\s*$")
"""The verb in front of the figure, with its particle."""
_PASSIVE = re.compile(
    (
        r"\b(?:was|were|been|being|is|are|be|got)\s+(?:later\s|then\s|also\s|since\s|"
        r"\w+ly\s)?(?P<word>[a-z]+(?:ed|en|wn|id|nt|ught|ost|ade|old|one)\b)"
    ),
    re.IGNORECASE,
)
"""What was done to the things counted: "12 claims *were later withdrawn*"."""
_RELATIVE = re.compile(r"\s*(?:the|it|its|they|that)\b", re.IGNORECASE)
"""A relative clause of somebody who counts: "that *the force* looked into", "that *it* recorded"."""
_COUNTED = frozenset(
    stem(word)
    for word in (
        "have had has record log report receive get got hold held list register deal handle look into "
        "investigate face disclose see saw count note give gave tell told reveal release provide supply send "
        "sent name"
    ).split()
)
"""What is done to all that is counted."""
_TO = re.compile(r"\s+to\s(?![\d£$€])(?P<words>[^,;:.()]{0,70})")
"""Behind a sum of money, to whom or what it went."""
_WITHIN = re.compile(r"\b(?:in|within|over|during|for)\s(?:the\s|just\s|only\s)*$")
"""Right before a stretch of time in which it was counted."""
_COSTING = re.compile(
    r"\bcost(?:ing|s)?\s(?:the |its |their |local )?(?:taxpayers?|ratepayers?|public(?: purse)?|NHS|trusts?|"
    r"councils?|forces?|authority|authorities|service|boards?|departments?)\s(?:at least |more than |about )?$",
    re.IGNORECASE,
)
"""Before a sum, whom it cost."""
_FROM_NUMBER = re.compile(r"\bfrom\s[£$€]?\d")
_EACH = re.compile(r"(?:\s[\w-]+){0,2}\s(?:each|apiece)\b(?!\s(?:year|month|week|day|time|of)\b)", re.IGNORECASE)
_OF_THE = re.compile(r"\s+of\s+(?:the|these|those|all)\b", re.IGNORECASE)


def unexplained(
    figure: Figure, context: Context, part: Part, one: Sentence, lexicon: Lexicon, measure: str, where: Where
) -> str:
    """The first words that nothing of the survey explains; "" if all are known or harmless."""
    for words in (
        _unreal(figure, part, one),
        _another(part, one, lexicon),
        _other_time(figure, part, one, lexicon),
    ):
        if words:
            return words
    if figure.kind not in ("count", "money", "several"):
        return ""
    if strange := _verb(figure, part, one, lexicon, measure):
        return strange
    if context.inherited:
        return ""
    return _before_noun(figure, context, part, lexicon, measure) or _behind_noun(
        figure, context, part, one, lexicon, measure, where
    )


def _unreal(figure: Figure, part: Part, one: Sentence) -> str:
    """ "Expects", "may have", "if": nothing that a reply of the past can bear out.

    Said behind the figure in a clause of its own ("…, though it could not say why") it is of something else.
    """
    behind = _OWN_CLAUSE.search(one.bare, figure.end, part.end)
    found = _MODAL.search(one.bare, part.start, behind.start() if behind else part.end)
    return found[0] if found else ""


def _another(part: Part, one: Sentence, lexicon: Lexicon) -> str:
    """ "Exampleton's neighbour", "kerbs and potholes", "each": somebody or something else, or not the sum."""
    for seen in part.bodies:
        owned = _OWNED.match(one.plain, seen.end)
        at = owned.start("what") if owned else 0
        counted = any(one_figure.start <= at < one_figure.end for one_figure in one.figures)
        known = owned and (counted or owned["what"].lower() in _PEOPLE - _PLACES or _is_harmless(owned["what"]))
        if owned and not known and not _is_of_survey(owned["what"], lexicon):
            return one.plain[seen.start : owned.end()]
    for named in part.categories:
        joined = _JOINED.search(one.plain[max(part.start, named.start - 40) : named.start])
        if joined and not _is_of_survey(joined["what"], lexicon) and not _is_harmless(joined["what"]):
            return f"{joined['what']} and {named.text}"
    for seen in one.bodies:
        if any(re.fullmatch(r"['’]s?\s", one.plain[seen.end : figure.start]) for figure in one.figures):
            continue  # "half of Exampleton's 42 cases": of what is counted, not of the body
        if not _OWNED.match(one.plain, seen.end) and (of := _SOME_OF.search(one.plain[: seen.start])):
            return one.plain[of.start() : seen.end]
    each = len(part.bodies) > 1 and re.search(r"\beach\b", part.bare, re.IGNORECASE)
    if each and not (part.figure is not None and apiece(part.figure, one)):
        return "each"
    return ""


def apiece(figure: Figure, one: Sentence) -> bool:
    """ "Two cases *each*", "three *apiece*"."""
    return figure.kind in ("count", "money", "duration", "percent") and bool(_EACH.match(one.plain, figure.end))


def _is_harmless(word: str) -> bool:
    return bool(_NEUTRAL & {stem(word.lower()), *stems(word)}) or word.lower() in _SUMS


def _is_of_survey(word: str, lexicon: Lexicon) -> bool:
    own = next(iter(stems(word)), "")
    phrases = [phrase for many in lexicon.measure_phrases.values() for phrase in many]
    return (
        any(own in phrase for phrase in phrases)
        or own in lexicon.subject_words
        or bool(lexicon.categories(word))
        or bool(lexicon.body_nouns.match(word))
    )


def _other_time(figure: Figure, part: Part, one: Sentence, lexicon: Lexicon) -> str:
    """ "In three months": a stretch of time that is not the window of the survey."""
    if figure.kind in ("multiple", "percent", "fraction", "points"):
        return ""  # a change "in two years": whether its ends are so far apart, the account of words looks
    ahead = one.plain[: figure.start]
    if FROM_TO.search(ahead) or (TO.search(ahead) and _FROM_NUMBER.search(ahead)):
        return ""  # so are the two ends of one
    for other in one.figures:
        inside = part.start <= other.start < part.end and other is not figure
        within = inside and other.kind == "duration" and _WITHIN.search(one.plain[: other.at])
        if not within or is_window(other, lexicon):
            continue
        own = {token.stem for token in tokens(one.plain[other.at : other.end])}
        if not any(own <= phrase for many in lexicon.measure_phrases.values() for phrase in many):
            return other.text
    return ""


def _verb(figure: Figure, part: Part, one: Sentence, lexicon: Lexicon, measure: str) -> str:
    """ "Rejected 12 claims", "12 claims were withdrawn": a verb that the survey does not know."""
    before = _LAST_WORD.search(one.bare[part.start : figure.start])
    known = _known(lexicon, measure) | VERBS | _BEARING | _COLOUR | _subject(lexicon, measure)
    if any(_SOON.fullmatch(one.plain[figure.end : max(figure.end, seen.start)]) for seen in part.categories):
        known |= _GIVING
    if figure.kind == "money":
        known |= _OF_SUMS
        known |= frozenset[str]().union(*(phrase for many in lexicon.measure_phrases.values() for phrase in many))
    if figure.kind == "money" and _COSTING.search(one.bare[part.start : figure.start]):
        before = None
    if (
        before
        and not _is_covered(part.start + before.start("word"), part, one)
        and not _is_known(before["word"], known)
    ):
        return one.plain[part.start + before.start("word") : figure.end]
    for passive in _PASSIVE.finditer(one.bare, figure.end, part.end):
        at = passive.start("word")
        if not _is_covered(at, part, one) and not _is_known(passive["word"], known):
            return passive[0].strip()
    return ""


def _is_known(word: str, known: frozenset[str]) -> bool:
    lower = word.lower()
    return (
        bool({stem(lower), *stems(lower)} & known)
        or lower in _LITTLE
        or lower.endswith("ly")
        or lower[:1].isdigit()
    )


def _is_covered(at: int, part: Part, one: Sentence) -> bool:
    spans = [
        (seen.start, seen.end) for many in (one.categories, one.bodies, one.groups, one.whens) for seen in many
    ]
    return any(start <= at < end for start, end in spans)


def _known(lexicon: Lexicon, measure: str) -> frozenset[str]:
    own = frozenset(word for phrase in lexicon.measure_phrases[measure] for word in phrase)
    return own | _NEUTRAL | frozenset(stem(word) for word in lexicon.measure(measure).unit.lower().split())


def _subject(lexicon: Lexicon, measure: str) -> frozenset[str]:
    """What the survey is about, without what tells one measure or kind of it from another."""
    others = (many for id, many in lexicon.measure_phrases.items() if id != measure)
    apart = lexicon.category_words.union(*(phrase for many in others for phrase in many))
    return lexicon.subject_words - apart


def _asked_about(lexicon: Lexicon, measure: str) -> frozenset[str]:
    """What the question asks the measure about ("complaints about *bus services*"), as far as the question itself
    tells nothing apart by it: all that is counted is about that, whatever else kinds are called by these words."""
    others = (many for id, many in lexicon.measure_phrases.items() if id != measure)
    apart = lexicon.category_words.union(*(phrase for many in others for phrase in many))
    asked = [one for one in lexicon.definition.questions if measure in one.measures]
    alone = [one for one in asked if len(one.measures) == 1]
    texts = (word for one in alone or asked for word in stems(_DIVIDED.split(one.text)[0]))
    return frozenset(word for word in texts if word.isalpha()) - apart


_DIVIDED = re.compile(r",?\s(?:by|for each|broken down|split|in each)\b", re.IGNORECASE)
"""Where a question goes on with how it is to be broken down."""


def _before_noun(figure: Figure, context: Context, part: Part, lexicon: Lexicon, measure: str) -> str:
    """ "12 serious cases": an adjective between number and noun."""
    words = [token for token in tokens(context.unit) if token.word not in STOP]
    if len(words) < 2 or figure.kind == "money":
        return ""
    known = (_known(lexicon, measure) | lexicon.subject_words | _COLOUR) - _OF_SOME
    said = " ".join(seen.text.lower() for seen in part.categories)
    for token in words[:-1]:
        raw = context.unit[token.start : token.end].lower()
        if token.stem not in known and raw not in said and not _is_name(raw, part):
            return context.unit
    return ""


def _is_name(word: str, part: Part) -> bool:
    return any(word in part.text[seen.start - part.start : seen.end - part.start].lower() for seen in part.bodies)


def _noun_ends(figure: Figure, context: Context, one: Sentence) -> int:
    """Where the noun of a figure ends: "12 claims", "£300 in fines"."""
    at = figure.end
    if context.unit and figure.unit != context.unit:
        at = max(at, one.plain.find(context.unit, figure.end) + len(context.unit))
    into = re.match(r"\s+in\s+\w+", one.plain[at:]) if figure.kind == "money" else None
    return at + into.end() if into else at


def _behind_noun(
    figure: Figure, context: Context, part: Part, one: Sentence, lexicon: Lexicon, measure: str, where: Where
) -> str:
    """ "12 cases of something": a restriction behind the noun, of which no word is known."""
    at = _noun_ends(figure, context, one)
    of_whole = _OF_THE.match(one.plain, figure.end)
    found = _BEHIND.match(one.bare, at) or (_TO.match(one.bare, at) if figure.kind == "money" else None)
    if found is None:
        return one.plain[figure.start : at] if of_whole and not where and not part.bodies else ""
    start, end = found.start("words"), found.end("words")
    if re.match(r"\W*(?:(?:the|its|their|all|a total of)\s)*[£$€\d]", one.plain[start:end]) or any(
        other.start == start for other in one.figures
    ):
        return ""
    end = min(end, part.end) if end > part.end > start else end
    spans = [
        (seen.start, seen.end) for many in (one.categories, one.bodies, one.groups, one.whens) for seen in many
    ]
    if any(first < end and last > start for first, last in spans):
        return ""
    words = one.bare[start:end]
    for other in (other for other in one.figures if is_window(other, lexicon)):
        first, last = max(other.at, start) - start, max(other.end, start) - start
        words = words[:first] + " " * (min(last, len(words)) - min(first, len(words))) + words[last:]
    words = lexicon.body_nouns.sub(" ", words)
    known = _known(lexicon, measure).union(
        _subject(lexicon, measure) - lexicon.kind_words,
        _asked_about(lexicon, measure),
        *(phrase for many in lexicon.measure_phrases.values() for phrase in many),
    )
    if _RELATIVE.match(one.bare, start):
        known |= _COUNTED - lexicon.category_words
    strange = any(
        token.word not in STOP | _LITTLE and token.stem not in known and not any(map(str.isdigit, token.word))
        for token in tokens(words)
    )
    return " ".join(one.plain[at:end].split()) if strange else ""


def is_window(figure: Figure, lexicon: Lexicon) -> bool:
    """ "Three years" where the survey asks about three."""
    window = lexicon.definition.period
    if window is None or figure.kind != "duration" or figure.unit != "years" or figure.value is None:
        return False
    return abs((window.end - window.start).days / 365.25 - float(figure.value)) < 0.6
