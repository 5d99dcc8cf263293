"""Stretches of a sentence that restrict no figure by where they stand, whatever their words.

The grammar of positions: who says so, what critics make of it, against what odds, with what effect, what sort of
a body it is. None of them is part of the counted thing or of what became of it. A stretch counts only if it holds
no figure, date, body, group or category, no name, and none of the words that would leave some out (`LEAVES_OUT`).
Words in the noun phrase of what is counted, its attached phrases and the verb that governs it are never here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..harmless import LITTLE, NEGATIONS, stems_of
from ..lexicon import Lexicon
from ..seen import BodySeen
from ..stems import stem
from ..wording import FALL, RISE

LEAVES_OUT = stems_of(
    """only alone solely exclusively except excepting excluding exclude excludes excluded apart bar barring save
    without minus besides unless until till before since after once during when where if whether whose first last
    half quarter third each every per part partly mainly mostly largely least most ignoring omitting discounting
    disregarding leaving-out counting including include includes covering involving concerning relating regarding
    cover provisional estimated estimate pending unpaid preliminary limited restricted confined other others
    another further additional previously initially finally eventually originally recently currently formerly
    locally nationally regionally annually yearly monthly weekly daily quarterly hourly nightly usually normally
    typically generally frequently regularly occasionally repeatedly formally informally internally externally
    allegedly supposedly possibly probably potentially theoretically technically provisionally temporarily newly
    lately early subsequently simultaneously partially primarily predominantly chiefly wholly entirely fully
    completely hardly scarcely rarely seldom family assembly supply ally bully rally anomaly elderly"""
)
"""Words that may leave some out, narrow the time or take the sense away, wherever they stand."""

_AGAINST = r"(?:despite|in spite of|notwithstanding|amid|amidst|even though|although|though|even as)"
_EFFECT = (
    r"(?:prompting|sparking|raising|fuelling|fueling|drawing|angering|enraging|infuriating|forcing|triggering|"
    r"provoking|heaping|piling|underlining|underscoring|highlighting|reflecting|laying|exposing|stoking|igniting|"
    r"renewing|reviving|deepening|casting|throwing|putting pressure|adding to|earning|embarrassing|alarming|"
    r"worrying|stunning|shocking|dismaying|disappointing|delighting|pleasing|surprising|reigniting|intensifying)"
)
_WHAT = (
    r"(?:figures?|numbers?|totals?|sums?|tally|tallies|rates?|shares?|records?|results?|situation|trend|picture|"
    r"state of affairs|sign|problem|blow|reminder|scandal|disgrace|shame|headache|embarrassment|concern|worry|"
    r"burden|drain|indictment|performance|showing|pattern|practice|surprise|bill)"
)
_SPOKE = (
    r"(?:said|says|told|tells|added|adds|warned|warns|argued|argues|insisted|insists|complained|complains|"
    r"acknowledged|conceded|explained|explains|pointed out|according to)"
)
_SPEAKS = (
    r"(?:said|says?|told|tells?|added|adds?|warn(?:ed|s)?|argu(?:ed|es?)|claim(?:ed|s)?|insist(?:ed|s)?|call(?:ed|s)?|"
    r"describ(?:ed|es?)|complain(?:ed|s)?|fear(?:ed|s)?|believ(?:ed|es?)|branded|dubbed|labelled|acknowledg(?:ed|es?)|"
    r"conced(?:ed|es?)|noted?|notes|point(?:ed|s)? out|explain(?:ed|s)?|reckon(?:ed|s)?)"
)
_MOVED = r"(?:shocked|angered|alarmed|worried|stunned|dismayed|infuriated|enraged|horrified|surprised|embarrassed)"
_EMERGES = r"(?:emerge[sd]?|transpire[sd]?|turn(?:s|ed) out|appears?)"
_FEELING = r"(?:dismay|anger|fury|annoyance|surprise|relief|delight|alarm|horror|frustration|embarrassment|shame)"
_JUDGED = rf"(?:(?:that|which)\s)?(?:(?:\w+\s){{0,4}}{_SPEAKS}|(?:has\s|have\s)?{_MOVED})"
_END = r"(?=[,;:()–—]|\.?\s*$)"
_PAPERS = (
    r"(?:figures|numbers|data|records|files|replies|answers|responses|returns|documents|papers|letters|statistics|"
    r"analysis|investigation|inquiry|survey|research|study|requests?|Act|books|report)"
)
_SHOW = (
    r"(?:shows?|showed|reveals?|revealed|suggests?|suggested|indicates?|indicated|finds?|found|confirms?|confirmed|"
    r"discloses?|disclosed)"
)
_TO_GO_BY = (
    r"(?:going by|to go by|judging by|to judge by|judged by|on the evidence of|based on|on the basis of|"
    r"(?:in )?(?:answer|reply|response) to)"
)
_OPENER = (
    r"(?:for (?:example|instance)|of course|by contrast|in fact|in truth|after all|to be fair|"
    r"in short|as it happens|not surprisingly|no wonder|in the event)"
)
_STRETCHES = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        rf"(?:^\W*|[,;–—(]\s?){_AGAINST}\s[^,;:()–—]*{_END}",
        r"^\W*as\s(?!(?:a|an|the|of|at|part|many|much|few|little|well|long|soon|for|in|to)\b)[^,;:()–—]*(?=,)",
        rf",\s(?:\w+ly\s)?{_EFFECT}\b[^,;:()–—]*{_END}",
        rf",\s(?:an?|the|yet another)\s(?:[\w-]+\s){{0,3}}{_WHAT}(?:\s{_JUDGED}\b[^,;:()–—]*)?{_END}",
        rf",\s(?:which|something(?: that)?|what|in what)\s(?:\w+\s){{0,4}}{_SPEAKS}\b[^,;:()–—]*{_END}",
        rf",\s(?:[\w.’'-]+\s){{0,9}}{_SPOKE}\b[^;:()–—]*$",
        rf",\s(?:much\s)?to the (?:[\w-]+\s)?{_FEELING}\b[^,;:()–—]*{_END}",
        rf"(?:^\W*|,\s)according to\s[^,;:()–—]*{_END}",
        rf"(?:^\W*|,\s){_OPENER}(?=,)",
        rf"^\W*(?:it|this|that|what)\s(?:has\s|have\s)?{_EMERGES}\b[^,;:]*?\bthat\b",
    )
)
_FOUND = re.compile(rf",\s(?=[^,;:()–—]*\b{_PAPERS}\b)[^,;:()–—]{{0,90}}\s{_SHOW}\s*\.?\s*$", re.IGNORECASE)
"""Behind the figures, whose they are: "…, an analysis of the files found"; its verb is no kind of case."""
_GOING_BY = re.compile(rf"(?:^\W*|[,–—(]\s?){_TO_GO_BY}\s[^,;:()–—]*{_END}", re.IGNORECASE)
"""By what one tells: "going by the replies that describe the conduct"."""
_UNDER_LAW = re.compile(
    r"\b(?:under|using|via|through)\s(?:the\s|an?\s)?(?:Freedom of Information|FOIA?)\b"
    r"(?:\s\(Scotland\))?(?:\s(?:Act(?:\s(?:of\s)?(?:19|20)\d\d)?|laws?|legislation|rules|requests?)\b)?",
    re.IGNORECASE,
)
"""By what law it was asked: "under the Freedom of Information Act"; its words name no kind of case."""
_HEADING = re.compile(r"^\W*[A-Z][A-Z’'&-]*(?:\s[A-Z’'&-]+)+\s?[:!]\s")
"""A label in capitals at the head: "HOUR OF NEED: long waits soar"."""
_CAPTION = re.compile(
    r"^\W*(?:(?:file |main |stock |library )?(?:photo(?:graph)?|picture|image|pic|caption)s?(?: caption)?|"
    r"pictured(?: (?:above|below|left|right))?)"
    r"\s?[:–—-]\s",
    re.IGNORECASE,
)
"""A label of a picture."""
_SEAT = re.compile(
    r"['’]?s?\s(?:(?:town|city|county|civic|guild|shire) (?:hall|centre|offices?)|council (?:offices?|chamber|"
    r"house)|headquarters|HQ|"
    r"police station)(?=[.,;:]|\s(?:in|on)\s|\s?$)"
)
"""Right behind a body's name, where it sits."""
_SAID_SO = re.compile(r"^[\s\"“”'‘’,]{12,}(?P<word>[a-z]+)\s(?=(?:the\s)?[A-Z])")
"""Right behind a quotation, whatever verb stands before the speaker's name: "…, cautioned Exampleton"."""
_SORT = re.compile(
    r",\s(?P<words>an?\s(?!(?:figure|number|total|count|tally|sum)\b)[^,;:()–—]*)(?=[,;:()–—]|\.?\s*$)",
    re.IGNORECASE,
)
"""Right behind a kind, what sort of thing it is: "a police officer, a category that …"."""
_TELLS_MORE = re.compile(
    rf"\b(?:{RISE}|{FALL}|\w+est|best|worst|better|worse|most|majority|minority|fraction|record|double|times|than|"
    r"rate|ratio|average)\b",
    re.IGNORECASE,
)
"""Words that say something of numbers; where they stand it is no mere sort."""
_ADVERB = re.compile(
    r"(?:^\W*|,\s)(?P<word>\w+(?:ingly|ably|ibly|unately)|(?:shame|pain|hope|thank|regret|disgrace)fully|ironically|"
    r"sadly|oddly|curiously|tellingly|admittedly|undoubtedly|predictably|inevitably)(?=,)",
    re.IGNORECASE,
)
"""What the teller makes of it: "Surprisingly, …"; no other adverb, it may say how or when."""
_ADJECTIVE = (
    r"(?P<words>(?:[a-z]+-(?:\w+ed|hit|prone|run|led|poor|rich|hungry|ridden|stricken|struck|laden|held|loving)|"
    r"[a-z]+(?:ful|less|ous)|tiny|sleepy|leafy|wealthy|affluent|deprived|poor|sprawling|"
    r"picturesque|bustling|humble|proud|remote|scenic|genteel|gritty)\s)$"
)
"""A word that can be nothing but an adjective, as "final month" or "parish" cannot."""
_OF_BODY = re.compile(
    rf"(?:^\W*|[,;:–—]\s|\b(?:at|in|by|from|and|but|while|that|against|to|for|of|the)\s){_ADJECTIVE}",
    re.IGNORECASE,
)
"""Right before a body's name: "at cash-strapped Exampleton"."""
_SMALL = (
    r"(?:in|at|of|from|by|to|for|with|and|or|but|than|on|the|an?|its|their|our|was|were|is|are|had|has|that|which|"
    r"who|as|when|while|about|over|under|against|among|near|per|each|every|all|some|any|no|not)"
)
_KIND_OF_BODY = (
    rf"(?:(?:the|its|their|our)\s)?(?P<mods>(?:(?!{_SMALL}\b)[a-z][\w-]*\s|[A-Z]\w+-(?:run|led|controlled|held|dominated)\s){{0,3}})"
    r"(?:(?:city|town|borough|county|village|resort|port|island|authority|council|force|trust|board|service)(?:\sof)?|"
    r"(?<=\w\s)(?:neighbou?r|rival),?)\s$"
)
"""In front of a body's name, what it is: "the seaside authority of Exampleton", "its neighbour Exampleton"."""
_WHAT_IT_IS = re.compile(rf"(?:^\W*|[\s(])(?P<words>{_KIND_OF_BODY})")
_MODIFIES = (
    r"(?:(?!\w+ly\b)[a-z]+(?:ing|ed|ful|less|ous|ic|ish|al|ive|ary|ent|y)|(?:[A-Za-z]\w+-){1,3}[a-z]+|small|large|big|rich|poor|"
    r"remote|humble|proud|sprawling|picturesque|affluent|genteel|seaside|inland|cathedral|market|spa|port|nearby)"
)
_ADJECTIVES = re.compile(
    r"(?:(?P<first>^\W*)|[,;:–—(]\s|\b(?:at|in|by|from|and|but|while|that|against|to|for|of|than|with|on|when|as|"
    rf"whereas|although|though|even|including|is|was|were|behind)\s(?:the\s)?)(?P<words>(?P<mods>(?:{_MODIFIES},?\s){{0,2}}{_MODIFIES}\s))$",
    re.IGNORECASE,
)
"""Right before a body's name, words that can only be said of it: a name needs no telling apart."""
_LIES = frozenset("rural urban northern southern eastern western".split())
"""What a town or a force is, though not a part of one: "the rural service of Exampleton"."""
_FRONTS = frozenset(
    "only yesterday today finally surely early likely family supply daily weekly monthly yearly during despite "
    "including excluding regarding concerning following barring by any many every very my county city".split()
)
_ELSEWHERE = re.compile(
    r"^\W*(?P<words>(?:Elsewhere(?: in (?:the |)[\w ]{2,24})?|(?:Further|Farther) (?:north|south|east|west|"
    r"afield|along|inland|up|down)"
    r"(?: the [a-z]+)?|(?:In|On|Over in|Down in|Up in|Across) the (?:far )?(?:north|south|east|west|"
    r"north-?east|north-?west|"
    r"south-?east|south-?west|middle|other end|other side) of (?:the )?(?:country|region|nation|border|river|"
    r"[a-z]+ border|"
    r"England|Scotland|Wales|Ireland|Britain|UK)|(?:On|At) the other (?:side|"
    r"end) of (?:the )?(?:[a-z]+ ){0,2}[a-z]+|"
    r"(?:Just |Not far )?(?:across|over) the (?:[a-z]+ )?(?:border|river|water|boundary|estuary)|(?:Up|Down|"
    r"Along) the "
    r"(?:road|coast|line|motorway|river|track)|Next door|Nearby|Not far away|(?:A (?:few|couple of)|Some|Just|"
    r"\w+) miles (?:away|up the road|down the road|north|south|east|west)|"
    r"Meanwhile|In the neighbouring (?:county|borough|district|area))),?\s(?=(?P<behind>(?:[a-z]+ (?:in|at|"
    r"of) )?[A-Z]))",
)
"""At the head, where the body named right behind it lies."""
_NOT_OF_BODY = stems_of(
    """former near outside around beyond remaining refusing answering responding new old same joint combined
    predecessor successor north south east west northern southern eastern western central inner outer rural urban
    upper lower greater mid unlike like next besides and or than with within part parts most
    some all many few other another every each via is was has had nor not""",
    LITTLE,
)
"""What would move the name to somewhere else."""
_APPOSED = re.compile(
    r"\s?,\s(?:(?:an?|one of|home to|long|with|whose|where|itself)\s|which\s(?!(?:were|are|have|had|then)\b))"
    r"(?P<words>[^,;:()–—]*)(?=,|\.?\s*$)"
)
"""Right behind a body's name, what sort of body it is: "Exampleton, a seaside town, …"."""
_JUDGED_BODIES = re.compile(
    r"(?:^\W*|[,;:]\s)(?P<word>(?!(?:car|police|tax|home)less\b)[A-Za-z]+(?:less|ful|ous|-strapped|-hit|-starved)\s)$"
)
"""At the head, what the teller makes of all bodies: "Heartless councils …"."""
_THE_BODY = re.compile(rf"\b(?:the|this|that)\s{_ADJECTIVE}", re.IGNORECASE)
"""Right before "council" where one is spoken of: "the cash-strapped council"."""
_PUBLISHED = re.compile(
    r"\b(?:last night|yesterday|today|this week|last week|this month|on \w+day)\b", re.IGNORECASE
)
"""When somebody said so."""


Span = tuple[int, int]


def asides(
    text: str,
    numbers: tuple[Span, ...],
    kinds: tuple[Span, ...],
    groups: tuple[Span, ...],
    bodies: tuple[BodySeen, ...],
    lexicon: Lexicon,
) -> tuple[Span, ...]:
    """The stretches whose words restrict no figure.

    `numbers` are figures and dates: a heading may name a body beside them, and "found" is said of papers.
    """
    read = (*numbers, *kinds, *groups, *((seen.start, seen.end) for seen in bodies))
    free = [span for span in _found(text, kinds, bodies, lexicon) if _is_free(span, text, read)]
    place = _ELSEWHERE.match(text)
    if place and any(place.start("behind") <= seen.start <= place.end() + _LEAD_IN for seen in bodies):
        free.append(place.span("words"))
    for pattern in (_FOUND, _GOING_BY, _UNDER_LAW, _HEADING, _SAID_SO, _CAPTION):
        found = pattern.search(text)
        if (
            found
            and not any(first < found.end() and found.start() < last for first, last in numbers)
            and not _leaves_out(found[0])
        ):
            free.append(found.span("word") if pattern is _SAID_SO else found.span())
    return tuple(free)


def _found(text: str, kinds: tuple[Span, ...], bodies: tuple[BodySeen, ...], lexicon: Lexicon) -> Iterator[Span]:
    for pattern in _STRETCHES:
        yield from (found.span() for found in pattern.finditer(text))
    for _, end in kinds:
        sort = _SORT.match(text, end)
        if sort and not _TELLS_MORE.search(sort["words"]):
            yield sort.span("words")
    yield from (found.span("word") for found in _ADVERB.finditer(text))
    for seen in bodies:
        ahead = _OF_BODY.search(text[: seen.start])
        if ahead and not _is_other(ahead["words"].strip()):
            yield ahead.span("words")
        yield from _before_name(text[: seen.start])
        if seat := _SEAT.match(text, seen.end):
            yield seat.span()
        if behind := _APPOSED.match(text, seen.end):
            yield behind.span("words")
    for noun in lexicon.body_nouns.finditer(text):
        if noun[0].lower().endswith("s") and (judged := _JUDGED_BODIES.search(text[: noun.start()])):
            yield judged.span("word")
        the = None if noun[0].lower().endswith("s") else _THE_BODY.search(text[: noun.start()])
        if the and not any(_is_other(word) for word in the["words"].split()):
            yield the.span("words")


_LEAD_IN = 14


def _before_name(text: str) -> Iterator[Span]:
    """What is said of a body right before its name, where nothing of it can move the name elsewhere."""
    for pattern in (_WHAT_IT_IS, _ADJECTIVES):
        found = pattern.search(text)
        words = re.findall(r"[\w-]+", found["mods"].lower()) if found else []
        words = words[words[:1] == ["old"] and len(words) > 1 :]
        words = [word for word in words if pattern is not _WHAT_IT_IS or word not in _LIES]
        if found and not any(_is_other(word) or word in _FRONTS for word in words):
            yield found.span("words")


def _is_other(word: str) -> bool:
    return word.lower() in _NOT_OF_BODY or word.lower() in LEAVES_OUT


def _is_free(span: Span, text: str, read: tuple[Span, ...]) -> bool:
    """True if nothing in the stretch is read or leaves something out; when somebody said so may stand in it."""
    start, end = span
    published = [(start + found.start(), start + found.end()) for found in _PUBLISHED.finditer(text[start:end])]
    for first, last in read:
        inside = first < end and start < last
        if inside and not any(begin <= first and last <= stop for begin, stop in published):
            return False
    own = _PUBLISHED.sub(" ", text[start:end])
    return not _leaves_out(own) and not any(map(str.isdigit, own))


def _leaves_out(text: str) -> bool:
    """A word that may leave some out, narrow the time or take the sense away."""
    words = {word.lower() for word in re.findall(r"[\w-]+", text)}
    return bool((words | {stem(word) for word in words}) & (LEAVES_OUT | NEGATIONS))
