"""Which public body a letter is from: by sender, letterhead, folder, file name.

A name alone decides only where no other body fits: "Sussex" inside "East Sussex" is not Sussex.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from foidesk.model.bodies import PublicBody

from .terms import terms

FULL, CORE = 0, 1
WEIGHTS = {
    "sender": (0.8, 0.5),
    "letterhead": (0.9, 0.5),
    "folder": (0.95, 0.6),
    "file": (0.75, 0.45),
    "subject": (0.6, 0.3),
    "text": (0.4, 0.15),
}
SAME_DOMAIN = 0.97
ENOUGH, LEAD = 0.5, 4.0
_RUNNING = ("letterhead", "text")
GENERIC = frozenset(
    terms("""
    the | of | and | for | police | constabulary | force | service | services | council | borough | county
    | city | district | metropolitan | unitary | town | parish | nhs | foundation | trust | hospital
    | hospitals | university | college | school | academy | department | ministry | office | authority
    | agency | commission | board | combined | fire | rescue | ambulance | health | government | state
    | sheriff | bureau | public | royal | london | group | hm | his | her | majesty | limited | ltd | plc
    | foi | freedom | information | request | response | reply | disclosure | unit | team
    | stadt | gemeinde | kreis | landkreis | kreisstadt | hansestadt | landeshauptstadt | markt
    | samtgemeinde | verbandsgemeinde | stadtverwaltung | gemeindeverwaltung | kreisverwaltung
    | polizei | behörde | behoerde | amt | der | die | das | für | fuer | und | zu
    """)
)
_MODIFIES = frozenset(
    terms("""
    north | south | east | west | northern | southern | eastern | western | greater | great | new | mid
    | upper | lower | central | inner | outer | little | old | saint | st | royal
    """)
)
_HOST_NOISE = frozenset(terms("www | mail | email | foi | pnn | smtp | mx | info | web | secure | cjsm | net"))


@dataclass(frozen=True, slots=True)
class Clue:
    """Words that may name a body, and where they stood: one of the keys of `WEIGHTS`."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Match:
    """A body that the clues fit, how well (0 to 1), and the clues that say so."""

    body: str
    score: float
    evidence: tuple[Clue, ...]


def recognise(clues: Iterable[Clue], bodies: Iterable[PublicBody]) -> tuple[Match, ...]:
    """Every body that some clue fits, best first. Clues add up; one clue alone is rarely certain."""
    known = tuple(bodies)
    found: dict[str, list[tuple[float, Clue]]] = {}
    for clue in clues:
        for body, score in _of_clue(clue, known):
            found.setdefault(body, []).append((score, clue))
    matches = [Match(body, _together(said), tuple(clue for _, clue in said)) for body, said in found.items()]
    return tuple(sorted(matches, key=lambda match: (-match.score, match.body)))


def recognised(clues: Iterable[Clue], bodies: Iterable[PublicBody]) -> Match | None:
    """The one body that the clues fit; None where nothing fits well enough, or two fit nearly as well."""
    found = recognise(clues, bodies)
    if not found or found[0].score < ENOUGH:
        return None
    return found[0] if len(found) == 1 or _doubt(found[1]) >= LEAD * _doubt(found[0]) else None


def _doubt(match: Match) -> float:
    """What is left of doubt: two bodies are told apart by its ratio, since scores crowd together near 1."""
    return 1 - match.score


def _together(said: list[tuple[float, Clue]]) -> float:
    doubt = 1.0
    for score, _ in said:
        doubt *= 1 - score
    return 1 - doubt


def _of_clue(clue: Clue, bodies: tuple[PublicBody, ...]) -> Iterator[tuple[str, float]]:
    if clue.kind == "sender":
        same = [body.id for body in bodies if _host(clue.text) and _host(clue.text) in _hosts(body)]
        if same:
            yield from ((id, SAME_DOMAIN if len(same) == 1 else 0.4) for id in same)
            return
    full, core = WEIGHTS[clue.kind]
    words = _words(_readable(clue), running=clue.kind in _RUNNING)
    exact = _longest([(body.id, span) for body in bodies for span in _spans(words, _full_names(body))])
    if exact:
        yield from ((id, full) for id in exact)
        return
    cores = {
        body.id for body in bodies if any(_core_stands(words, body, span) for span in _spans(words, _cores(body)))
    }
    yield from ((id, core if len(cores) == 1 else core / 2) for id in sorted(cores))


# --- hosts -----------------------------------------------------------------------------------------------------


def _host(address: str) -> str:
    """The telling part of an address's host: "foi@mail.exampleton.gov.uk" and its website give the same."""
    host = (
        address.rsplit("@", 1)[-1]
        if "@" in address
        else urlsplit(address if "//" in address else f"//{address}").netloc
    )
    labels = [label for label in host.lower().strip("> ").split(".") if label and label not in _HOST_NOISE]
    return ".".join(labels) if len(labels) > 1 else ""


def _hosts(body: PublicBody) -> set[str]:
    return {host for address in (body.email, body.website) if address and (host := _host(address))}


# --- names -----------------------------------------------------------------------------------------------------


def _readable(clue: Clue) -> str:
    """File names and hosts as words: "NorthshirePolice_reply-2.pdf" is "Northshire Police reply 2"."""
    text = clue.text
    if clue.kind == "sender":
        text = re.sub(r"\.(?:gov|police|nhs|ac|org|co|com|uk|us|net)\b", " ", text.rsplit("@", 1)[-1])
    if clue.kind == "file":
        text = re.sub(r"\.\w{2,5}$", "", text)
    if clue.kind in ("file", "folder", "sender"):
        text = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)", " ", text)
    return re.sub(r"[_\-./\\]+", " ", text)


_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|&")


def _words(text: str, running: bool = False) -> list[str]:
    """The words of a name or a text, in lower case. Plurals stay: "Staffs" is a county, "staff" is not.

    In `running` text a body's name has a capital letter; a word without one ("met", "staffs") names nobody.
    """
    tokens = _TOKEN.findall(unicodedata.normalize("NFKC", text))
    return [_word(token) if not running or _may_name(token) else _NOBODY for token in tokens]


_NOBODY = "·"


def _may_name(token: str) -> bool:
    return not token.islower() or token in GENERIC


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
"""As German spells them where it has no umlauts; `casefold` makes "ss" of "ß"."""


def _word(token: str) -> str:
    if token.isdigit():
        return token.lstrip("0") or "0"
    return "and" if token == "&" else re.sub(r"['’]s?", "", token.casefold().translate(_UMLAUTS))


def _full_names(body: PublicBody) -> set[tuple[str, ...]]:
    return {words for name in (*body.names, body.id.replace("-", " ")) if (words := tuple(_words(name)))}


def _cores(body: PublicBody) -> set[tuple[str, ...]]:
    """Names without generic words: "Exampleton" of "Exampleton Borough Council"; none shorter than 4 letters."""
    found = {tuple(word for word in words if word not in GENERIC) for words in _full_names(body)}
    return {words for words in found if len("".join(words)) >= 4 and not all(word.isdigit() for word in words)}


_Span = tuple[int, int]


def _spans(words: list[str], names: set[tuple[str, ...]]) -> Iterator[_Span]:
    """Where a name stands among the words, run together or apart, and nothing before it changes its meaning."""
    squeezed = {"".join(name) for name in names}
    longest = max(map(len, squeezed), default=0)
    for first in range(len(words)):
        run = ""
        for last in range(first, len(words)):
            run += words[last]
            if len(run) > longest:
                break
            if run in squeezed and not _changed(words, first, last + 1):
                yield first, last + 1


def _changed(words: list[str], first: int, last: int) -> bool:
    """ "East" before "Sussex", a number after a name that ends in none, "and Cornwall" after "Devon"."""
    if first and words[first - 1] in _MODIFIES:
        return True
    after = words[last] if last < len(words) else ""
    numbered = after.isdigit() and len(after) < 3 and not words[last - 1].isdigit()
    paired = (
        after == "and"
        and last + 1 < len(words)
        and words[last + 1] not in GENERIC
        and words[last - 1] not in GENERIC
    )
    return numbered or paired


def _longest(found: list[tuple[str, _Span]]) -> set[str]:
    """The bodies whose name is not part of a longer body's name at the same place."""

    def inside(one: _Span, other: _Span) -> bool:
        return other[0] <= one[0] and one[1] <= other[1] and one != other

    return {id for id, span in found if not any(inside(span, other) for _, other in found)}


def goes_on(longer: PublicBody, shorter: PublicBody) -> bool:
    """True if a name of `longer` begins with all that tells in one of `shorter` ("Ashdene Vale", "Ashdene")."""
    firsts = _cores(shorter)
    return any(
        len(name) > len(first) and name[: len(first)] == first for first in firsts for name in _cores(longer)
    )


def _core_stands(words: list[str], body: PublicBody, span: _Span) -> bool:
    """False if another kind of body follows: "Exampleton Hospital" is not "Exampleton Borough Council"."""
    own = {word for name in _full_names(body) for word in name}
    after = words[span[1]] if span[1] < len(words) else ""
    neutral = {
        "the",
        "of",
        "and",
        "for",
        "foi",
        "freedom",
        "information",
        "request",
        "response",
        "reply",
        "unit",
        "team",
        "disclosure",
    }
    return after not in GENERIC or after in own or after in neutral
