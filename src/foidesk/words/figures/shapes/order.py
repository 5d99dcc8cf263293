"""Places in an order: ranks and superlatives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ...lazy import lazy
from ..figure import Figure
from ..pieces import NUMBER, VALUES
from .common import FLAGS, figure

_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
ORDINALS = {word: place for place, word in enumerate(_ORDINAL_WORDS, 1)}
_TOP = r"(?:most|highest|largest|biggest|greatest|worst|top|busiest|longest|costliest|heaviest|deadliest)"
_BOTTOM = r"(?:fewest|lowest|smallest|least|shortest|cheapest)"
_PLACE = (
    r"(?:\d{1,3}(?:,\d{3})*(?:st|nd|rd|th)|"
    + "|".join(_ORDINAL_WORDS)
    + r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:"
    + "|".join(_ORDINAL_WORDS[:9])
    + "))"
)
_RANK = lazy(
    (
        rf"\b(?P<joint>joint[- ]|equal[- ]|jointly )?(?P<place>{_PLACE})(?:[- ](?P<how>{_TOP}|"
        rf"{_BOTTOM})\b)?(?P<equal>[- ]equal\b)?"
    ),
    FLAGS,
)
_FIRST_IS_RANK = lazy(
    (
        r"\b(?:came|come|comes|coming|finish(?:ed|ing)?|rank(?:ed|s|ing)?|placed?|was|were|is|stood|"
        r"stands|in|lay|lies)(?: (?:in|at|joint))? $"
    ),
    FLAGS,
)
_RANK_NOUN = lazy(
    r"[ -](?:time|place|year|month|day|week|quarter|half|six|three|\d|round|stage|phase|"
    r"anniversary|birthday|edition|consecutive|successive|straight|"
    r"report|arrest|officer|man|woman|person|victim|suspect|case|death|attempt|offence|incident|"
    r"force|council|country|city|of the|to be|in the)\b",
    FLAGS,
)
_SUPERLATIVE = lazy(
    rf"(?<!\bat )(?<!\bat the )(?<!\bat the very )(?<![-\w])(?P<how>{_TOP}|{_BOTTOM})\b(?P<after>[ -]\w+)?", FLAGS
)
_AMOUNT_NOUN = (
    r"number|numbers|proportion|percentage|total|totals|rate|rates|share|figure|figures|amount|"
    r"sum|level|levels|cost|costs|bill|bills|"
    r"spend|spender|spenders|spending|payout|payouts|increase|rise|fall|drop|decrease|recorded|"
    r"single|average|count|tally|in|of|on|for|ever|since|at"
)


_NUMBER_ONE = lazy(
    r"(?<!\w)(?:number[- ](?P<word>one|two|three|four|five|six|seven|eight|nine|ten)|"
    r"(?:number |no\.? ?|#)(?P<digit>10|[1-9]))(?![\w-])(?=(?P<ends>\s*(?:[.,;]|$))?)(?!\.\d|,\d)",
    FLAGS,
)
_NUMBER_THING = lazy(
    r" (?:priorit|concern|issue|reason|cause|goal|aim|job|rule|fan|enemy|question|target|single|hit|song|album|"
    r"seed|(?-i:[A-Z]))",
    FLAGS,
)
_IS = lazy(
    r"\b(?:is|was|are|were|ranked|came|remains?|remained|became|the|their|its|our)(?: also)?(?: the)? $",
    FLAGS,
)
_NAMED = lazy(r"\b[A-Z][a-z]+(?: at| in)? $")


def numbered(text: str) -> Iterator[Figure]:
    """ "The number one force", "No 2 for complaints": places that are else taken for names or turns of phrase."""
    for found in _NUMBER_ONE.finditer(text):
        before = text[max(0, found.start() - 24) : found.start()]
        place = VALUES[found["word"].lower()] if found["word"] else int(found["digit"])
        is_place = _IS.search(before) or (place > 1 and found["ends"] is not None and _NAMED.search(before))
        if is_place and not _NUMBER_THING.match(text, found.end()):
            yield figure(found, "rank", Decimal(place), found.span(), direction=1, joint=False, step=Decimal(0))


def ranks(text: str) -> Iterator[Figure]:
    for found in _RANK.finditer(text):
        place = found["place"].lower()
        if re.match(r"\s(?:century|centuries)\b", text[found.end() :], FLAGS) or _is_date_part(found, text):
            continue
        if (
            not found["how"]
            and not found["joint"]
            and not found["equal"]
            and not _ranks_something(place, found, text)
        ):
            continue
        number = Decimal(re.sub(r"\D", "", place)) if place[0].isdigit() else Decimal(_ordinal(place))
        joint = bool(found["joint"] or found["equal"])
        direction = -1 if found["how"] and re.fullmatch(_BOTTOM, found["how"], FLAGS) else 1
        yield figure(found, "rank", number, found.span("place"), direction=direction, joint=joint, step=Decimal(0))


def _ordinal(words: str) -> int:
    tens, _, ones = words.rpartition("-")
    return (VALUES[tens] if tens else 0) + ORDINALS[ones]


def _is_date_part(found: re.Match[str], text: str) -> bool:
    months = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    return bool(re.match(rf"\s(?:of\s)?{months}", text[found.end() :])) or bool(
        re.search(rf"{months}\w*\s$", text[: found.start()])
    )


def _ranks_something(place: str, found: re.Match[str], text: str) -> bool:
    """ "came first", "the third officer to"; "first" alone mostly tells of time."""
    before, after = text[max(0, found.start() - 24) : found.start()], text[found.end() : found.end() + 20]
    if _FIRST_IS_RANK.search(before) and not re.match(r"\s(?:half|place to|instance)\b", after):
        return bool(
            re.match(
                (
                    r"\s*(?:[,.;:)\n]|$|place\b|with\b|and\b|on\b|in\b|of\b|for\b|behind\b|overall\b|time\b|out\b|"
                    r"among\b|at\b|equal\b)"
                ),
                after,
            )
        )
    if place == "first":
        return bool(
            re.match(
                r"[ -](?:time (?:in|since)|six|three|two|four|five|ten|nine|\d|quarter|half of)\b", after, FLAGS
            )
        )
    if (
        place == "second"
        and re.match(r"\s*(?:[.,;]|$)", after)
        and re.search(r"\b(?:a|per|every|each)\s$", before)
    ):
        return False
    return bool(re.match(r"[ -][a-z]|\s*[,.;]| of\b", after)) and not re.match(
        r"[ -](?:hand|class|home|wave|language|life|nature|row)\b", after
    )


def superlatives(text: str) -> Iterator[Figure]:
    for found in _SUPERLATIVE.finditer(text):
        how = found["how"].lower()
        direction = -1 if re.fullmatch(_BOTTOM, how) else 1
        if not _is_of_amount(how, found, text) or re.search(
            rf"(?:{NUMBER}|\x00)\s$", text[max(0, found.start() - 12) : found.start()], FLAGS
        ):
            continue
        yield Figure(
            *found.span("how"),
            found["how"],
            "superlative",
            *found.span("how"),
            Decimal(1),
            None,
            None,
            "",
            "",
            True,
            direction=direction,
        )


def _is_of_amount(how: str, found: re.Match[str], text: str) -> bool:
    after = text[found.end("how") : found.end("how") + 40].lower()
    before = text[max(0, found.start() - 12) : found.start()].lower()
    if how in ("most", "least"):
        if not re.search(r"\bthe $|\bof $|\bby far the $|\bhad $|\brecorded $|\bsaw $", before) or re.search(
            r"\bmake the $", before
        ):
            return False
        return bool(
            re.match(
                (
                    r"\s*(?:[,.;:)]|$|with\b|by\b|at\b|in\b|of any\b|among\b|recorded\b|number\b|money\b)|"
                    r"[ -]?\w+(?:s|people|children|women|men|staff|money|complaints)\b(?! \w*ly\b)"
                ),
                after,
            )
        ) and not re.match(
            (
                r" (?:serious|dangerous|previous|famous|various|religious|generous|notorious|vicious|precious|"
                r"obvious|outrageous|disastrous|common|recent|likely|popular|important|part)\b"
            ),
            after,
        )
    if how in ("top", "worst", "longest", "shortest", "busiest"):
        return (
            bool(re.match(rf"[ -](?:of the|the|{_AMOUNT_NOUN.replace('|in|', '|')})\b", after)) and how != "top"
        ) or bool(re.match(r" of the (?:list|table|league)", after))
    return bool(
        re.match(
            (
                rf"\s*(?:[,.;:)]|$)|[ -](?:{_AMOUNT_NOUN})\b|(?: [a-z-]+){{1,2}} (?:{_AMOUNT_NOUN})\b|,? "
                rf"with\b| \w+s?\b"
            ),
            after,
        )
    )
