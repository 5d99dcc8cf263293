"""Names of persons that a letter itself gives away: its sender, its signature, its greeting, its addresses.

A name without a title cannot be told from other words by its shape. But who writes and who signs says so, and a
name known from there is taken out wherever it stands again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from foidesk.model import Reading

_HEADER = re.compile(
    r"^[ \t>]*(?:From|To|Cc|Bcc|Sender|Reply-To)[ \t]*:[ \t]*(?P<who>[^\n]+)$", re.IGNORECASE | re.MULTILINE
)
_ADDRESS = re.compile(r"(?<![\w.])(?P<local>[A-Za-z]+(?:[._][A-Za-z]+){1,2})@[\w-]+(?:\.[\w-]+)+")
_GREETING = re.compile(r"^[ \t>]*(?:Dear|Hello|Hi)[ \t]+(?P<who>[^\n,:;!]{3,40})[,:;!]?[ \t]*$", re.MULTILINE)
_SIGNED = re.compile(
    r"\b(?:yours (?:sincerely|faithfully|truly)|(?:kind|best|warm)(?:est)? (?:regards|wishes)|regards|many thanks)"
    r"[,.]?[ \t>]*(?:\n[ \t>]*)+(?P<who>[^\n]{3,50})",
    re.IGNORECASE,
)
_TITLE = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Rev)\.?\s+")
_WORD = re.compile(r"^(?:[A-Z]\.?|(?:Mc|Mac|O['’]|D['’])?[A-Z][a-zà-ÿ]+(?:[-'’][A-Z]?[a-zà-ÿ]+)*)$")
_MOST, _FEWEST = 4, 2
_OFFICE = frozenset(
    """
    access act address admin administration administrator adviser advisor agency analyst applicant assistant
    association authority board borough bureau business centre chief city clerk college commission
    commissioner committee communications complaint complaints compliance constable constabulary contact
    controller coordinator copy corporate council councillor county customer data date dear department deputy
    desk director directorate disclosure district division enquiries enquiry environmental executive feedback
    finance foi foia foundation freedom from governance government group head health hello help hospital
    human inbox information inspector law legal madam mail mailbox manager management media members ministry
    news noreply nhs office officer paper performance people police press principal privacy professional
    protection public records reference regards reply reporter request requester requests research resources
    response review reviewer senior sergeant service services sir sirs solicitor specialist staff standards
    subject support superintendent team thank thanks the to town trust unit university whom wishes with your
    yours
    """.split()
)
"""Words of offices, teams and greetings: a line that holds one names no person."""


def people(readings: Iterable[Reading], own: str = "") -> frozenset[str]:
    """The names that the documents give away; none that stand in `own`, the desk's own words."""
    found = {name for reading in readings for part in reading.parts for name in names_in(part.text)}
    return frozenset(name for name in found if name.casefold() not in own.casefold())


def names_in(text: str) -> Iterator[str]:
    """The names in headers, addresses, greetings and under the close of a letter."""
    for header in _HEADER.finditer(text):
        for one in re.split(r";|(?<=>)\s*,", header["who"]):
            yield from _name(one.partition("<")[0].strip(" \"'"))
    for address in _ADDRESS.finditer(text):
        words = [word for word in re.split(r"[._]", address["local"]) if len(word) > 1]
        if all(len(word) > 2 for word in words):
            yield from _name(" ".join(word.capitalize() for word in words))
    for pattern in (_GREETING, _SIGNED):
        for found in pattern.finditer(text):
            yield from _name(found["who"])


def _name(words: str) -> Iterator[str]:
    """The words as a name, if they can be one: two to four, each with a capital, none of an office."""
    surname, comma, given = words.partition(",")
    told = f"{given} {surname}" if comma and len(given.split()) < 3 and len(surname.split()) == 1 else surname
    parts = _TITLE.sub("", " ".join(told.split())).split(" ")
    if not _FEWEST <= len(parts) <= _MOST or any(word.casefold().strip(".") in _OFFICE for word in parts):
        return
    if (
        all(_WORD.match(word) for word in parts)
        and sum(len(word.strip(".")) > 1 for word in parts)
        and len(parts[-1]) > 2
    ):
        yield " ".join(parts)


def pattern_of(names: Iterable[str]) -> re.Pattern[str] | None:
    """What finds the names again: in any case, over line ends, and with the surname first."""
    ways = [way for name in sorted(names, key=lambda one: (-len(one), one)) for way in _ways(name)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)", re.IGNORECASE) if ways else None


def _ways(name: str) -> Iterator[str]:
    words = [re.escape(word) for word in name.split()]
    yield r"\s+".join(words)
    yield rf"{words[-1]},\s*" + r"\s+".join(words[:-1])
