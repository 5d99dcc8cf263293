"""The names of a sentence, and how each stands in it: as the subject, behind a preposition, as who tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..lazy import lazy
from .figure import Figure
from .pieces import NUMBER

_WORD = r"(?:[A-Z][\w'’&.-]*[A-Za-z’']|[A-Z]{2,})"
_PLAIN = rf"(?:(?:{_WORD}|[A-Z])(?: +(?:of|the|and|for|de|du|upon|on|le|&)(?= +[A-Z])| +{_WORD})*)"
_FEW = rf"{_WORD}(?: +{_WORD}){{0,3}}"
_NATION = "(?:England|Scotland|Wales|Northern Ireland)"
_STATES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|"
    "Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|"
    "Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|"
    "Oklahoma|"
    "Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|"
    "Washington|"
    r"West Virginia|Wisconsin|Wyoming|(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|"
    r"Minn|"
    r"Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|N\.[HJMYCD]|S\.[CD]|W\.Va|R\.I)\."
)
_NAME = lazy(
    rf"(?:The )?(?:Departments?|Ministry|Office|Committee|Board|Commission|Directorate|Secretary|"
    rf"Minister) (?:for|of) (?:the )?"
    rf"{_FEW}(?:, {_FEW})+,? and {_FEW}"
    rf"|(?:The )?{_FEW}(?:, {_FEW})+,? (?:and|&) {_WORD}(?: +{_WORD})*? (?:(?:NHS|Health|Care|Fire|Rescue|"
    rf"Ambulance|University|"
    rf"Hospitals?|Partnership|Foundation|Mental|Community|Integrated|Police) +)+(?:Trust|Board|Service|"
    rf"Authority)\b"
    rf"|{_NATION}(?:, {_NATION})+,? and {_NATION}\b"
    rf"|{_FEW}, (?:{_STATES})(?!\w)|{_PLAIN}"
)
"""A name; with commas where a kind of body says that it is one: "Department for Food, Farms and Woods"."""
_NO_NAME = frozenset(
    """the a an in of at on for it he she they but and or as by to from with this that these those there
    here more most
    half one two three four five six seven eight nine ten some many all no none nearly almost about around
    over under
    another other others however meanwhile while when after before since if figures according freedom
    information act foi foia foisa foip
    among between just only both each every what who how why where up last next his her their its our your we i you
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december mr mrs ms dr total forces councils officers police staff hundreds dozens
    thousands out not also then now still even within despite although though because during it's
    less fewer
    unlike amid amongst besides throughout until without whereas whether once date posted published updated
    nationally nationwide overall new latest separate official recent across according analysis trust
    a&e gp gps nhs it hr cctv pc pcs pcso pcsos dc dcs mp mps ceo tv id ict e-mail email cid ed icu hmo hmos
    council force board constabulary authority hospital university school college department city county commission
    vice deputy
    chancellor chancellors vice-chancellor vice-chancellors chief executive executives director directors
    chairman chairwoman
    president mayor commissioner sergeant inspector constable superintendent detective councillor
    table tables figure chart graphic source picture
    usb usbs cd cds dvd dvds pdf gdpr sms dna atm atms suv suvs led gps gcse gcses phd covid
    facebook twitter instagram whatsapp tiktok youtube snapchat linkedin x google bebo myspace""".split()
)
_COMMON_OPENERS = frozenset(
    """data demand response reporter council force trust board hospital university school government parliament
    ministers campaigners residents taxpayers drivers motorists patients pupils teachers nurses doctors parents
    information documents records results research statistics numbers under published updated revealed exclusive
    ambulance housing prison social nursing
    income revenue pay overtime parking sickness absence alcohol drugs knife hate
    spending cost costs crime violence abuse theft fraud nothing nobody everyone people men women
    children similar further additional such""".split()
)
_BODIES = frozenset("council force trust board hospital university school government parliament".split())
_MODIFIER = lazy(r".{2,}(?:ed|al|ic|ive|ous|ary|ing)$")
"""The ending of an adjective that may open a sentence: "Stressed teachers", "Local authorities"."""
_ABSTRACT = lazy(r".{3,}(?:ment|tion|sion|ness|ity|ence|ance)$|[a-z]+(?:-[a-z]+)*-[a-z]+(?:ed|en|ing|old)$")
"""The ending of a noun of no place, or of words joined to one: "Confidence remains", "Cash-strapped council"."""
_NOUN_FOLLOWS = lazy(r" (?:(?:or|and) [a-z]|(?!(?:has|was|is|says|pays|does)\b)[a-z]+s\b)")
_TOWNS_IN_S = frozenset(
    """leeds wales wells staines lewes hastings cowes dumfries barts hants lothians borders fens highlands brussels
    paris texas kansas dallas arkansas massachusetts minneapolis indianapolis athens naples cyprus
    falklands orkneys hebrides powys widnes barnes""".split()
)
_TOLD_BY = (
    r"(?:obtained|seen|published|compiled|requested|released|supplied|provided|gathered|collected|analysed|analyzed|"
    r"commissioned|conducted|carried out|collated|held|revealed) by"
)
_ATTRIBUTION = lazy(
    rf"\b(?:according to|said|says|told|reported by|{_TOLD_BY}|by the|figures from|from the|data from|data by)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_PRESS = lazy(
    rf"\b(?:according to(?: (?:\w+ ){{0,2}}(?:data|figures|analysis|research|statistics|a report|reports)"
    rf"(?: from| by| compiled by)?)?|{_TOLD_BY.replace('|held', '')}|told|submitted by|requests? (?:from|by|"
    rf"made by)(?-i:(?: [a-z]+){{0,3}})|analysis by|"
    r"research (?:from|by)|(?:survey|study|investigation) (?:by|from)|reported to|referred to|passed to|"
    r"complained to|appealed to|sent to|(?:released|given|disclosed|supplied|provided) to)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before who tells it rather than whom it is told of."""
_SAYS = lazy(
    r",?\s+(?:has |have |had |can |could )?(?:said|says|told|added|claimed|claims|warned|argued|suggested|"
    r"estimates?|"
    r"estimated|spokes\w+|data|figures|statistics|party|found|finds?|reveal(?:s|ed)?|discovered|"
    r"reports?(?= that\b)|reported(?= that\b))\b"
)
"""Behind a name: it speaks of others."""
_SEEKS = lazy(
    r"/[A-Z]|,?\s+(?:has |have |had |can |could |also |only )*(?:analysis|investigations?|survey|research|study|"
    r"poll|"
    r"reporters?|journalists?|newspapers?|asked|find|obtained|compiled|gathered|collated|analysed|analyzed|surveyed|"
    r"contacted|uncovered|sent (?:out )?(?:a |an )?(?:series of )?(?:\w+ of \w+ )?requests?|"
    r"used (?:the )?FoI\w*|"
    r"found that|found (?:[\w’'-]+ ){1,6}?(?:had|have|has|were|was|are|is))\b",
    re.IGNORECASE,
)
"""Behind a name: it looked into others."""
_PUBLISHER = lazy(
    r"^(?:The )?(?:[A-Z]\w+ Office|(?:Ministry|Department|Office) (?:of|for) .*|ONS|"
    r".* (?:Inspectorate|Statistics))$"
)
"""Who counts what others do: its data are told of them."""
_ITS_FIGURES = lazy(r"(?:['’]s?)? (?:own |latest |new |official )*(?:data|figures|statistics|records)\b")
_COLLECTS = lazy(
    r"\s+(?:has |have |had )?(?:collected|requested|received|reviewed|obtained|sought)\b[^.;]*?\b(?:from|to|"
    r"records)\b"
)
_OUTLET = lazy(
    r"(?<!Royal )\b(?:BBC|ITV|Guardian|Times|Telegraph|Mail|Mirror|Independent|Post|Herald|News|Press|Gazette|"
    r"Journal|"
    r"Chronicle|Echo|Express|Argus|Tribune|Examiner|Record|Scotsman|Bureau of Investigative Journalism|Today|"
    r"Weekly|"
    r"Magazine|I-[Tt]eam|Investigates|TV|Radio|FiveThirtyEight|Marshall Project|ProPublica)(?: (?:Live|Online|"
    r"Scotland|"
    r"Wales|English Regions|on Sunday))?$"
)
"""The last word of the name of a paper or station, which tells of others."""
_PREPOSITION = lazy(
    r"\b(?:in|of|for|from|at|across|to|on|by|with|against|throughout|near|outside|inside|into|around|between|within|"
    r"involving|including|named|called)\s+(?:the\s+|(?:\w+ )?(?:firm|company|contractor|supplier|consultants?|"
    r"charity)\s+)?$",
    re.IGNORECASE,
)
_HEADS = lazy(
    r"(?:^|[,;:–—•]\s+|\b(?:and|while|but|whereas)\s+)\W*(?:in|at|across|for)\s+(?:the\s+)?$", re.IGNORECASE
)
"""Before a place that heads its clause: "while in Lincolnshire the rise was …"."""
_BY_LINE = lazy(r"(?:^|\n)\s*by\s(?:an?\s)?$", re.IGNORECASE)
_SHORT = lazy(r"\s\((?:the )?[A-Z][A-Za-z&]{1,8}\)")
"""The short form in brackets behind a name: "Ministry of Justice *(MoJ)*"."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name in characters `start` to `end`, and how it stands in its sentence."""

    start: int
    end: int
    name: str
    before: str
    after: str

    @property
    def is_told(self) -> bool:
        return bool(_ATTRIBUTION.search(self.before))

    @property
    def speaks(self) -> bool:
        return bool(_SAYS.match(self.after))

    @property
    def is_source(self) -> bool:
        """True for who looked into it or published it, who is never whom it is told of."""
        return bool(
            _PRESS.search(self.before)
            or _SEEKS.match(self.after)
            or _COLLECTS.match(self.after)
            or _OUTLET.search(self.name)
            or self.before.endswith("/")
            or re.match(r",? saying\b", self.after)
            or (_PUBLISHER.search(self.name) and _ITS_FIGURES.match(self.after))
        )

    @property
    def receives(self) -> bool:
        """True behind "sent to", which tells whose a figure behind which it stands is."""
        return bool(
            re.search(r"\b(?:sent|referred|passed|reported|complained|appealed) to\s+(?:the\s+)?$", self.before)
        )

    @property
    def heads(self) -> bool:
        holding = self.before.endswith("with ") and re.match(r"\s(?:[a-z]+\s)?[a-z]+ing\b", self.after)
        return bool(holding or _HEADS.search(self.before))

    @property
    def is_governed(self) -> bool:
        return bool(_PREPOSITION.search(self.before))


def names(text: str, sentence: tuple[int, int], one: Figure) -> list[Named]:
    """The names of a sentence in their order; none of a sentence that is all in capitals."""
    return [] if _is_shout(text, sentence) else list(_names(text, sentence, one))


def _names(text: str, sentence: tuple[int, int], one: Figure) -> Iterator[Named]:
    for found in _NAME.finditer(text, *sentence):
        for start, end in _parts(found):
            name = text[start:end]
            if is_no_name(name) or _is_opener(text, sentence, start, name) or _is_its_noun(text, one, start, end):
                continue
            if _BY_LINE.search(text[max(0, start - 8) : start]) or _is_short(text, start, end):
                continue
            if _is_thing(text, start, name):
                continue
            short = _SHORT.match(text, end)
            behind = short.end() if short else end
            yield Named(start, end, name, text[max(sentence[0], start - 60) : start], text[behind : behind + 90])


def _is_its_noun(text: str, one: Figure, start: int, end: int) -> bool:
    """ "12 *Labour* members"; not "the £27 million *Exampleton* paid"."""
    if not one.end <= start <= one.end + 1:
        return False
    return one.kind != "money" or not re.match(r"\s(?:paid|spent|gave|owed|lost|has|had)\b", text[end:])


def _is_short(text: str, start: int, end: int) -> bool:
    return (
        text[max(0, start - 2) : start] == " ("
        and bool(_SHORT.match(text, start - 2))
        and text[start - 3].isalpha()
    )


def _is_thing(text: str, start: int, name: str) -> bool:
    """ "Used *Tasers*", "a Taser", "Tasers were drawn": a thing that is written large."""
    if " " in name or name.isupper() or name.lower() in _TOWNS_IN_S:
        return False
    one = re.escape(name.removesuffix("s"))
    if re.search(rf"\b(?:a|an) {one}\b(?!['’]s| [A-Z])", text):
        return True
    used = _USES.search(text, max(0, start - 12), start) or re.match(
        r"s (?:were|are|have)\b", text[start + len(name) - 1 :]
    )
    return name.endswith("s") and not name.endswith("ss") and bool(used)


def _parts(found: re.Match[str]) -> Iterator[tuple[int, int]]:
    """ "Exampleton's A&E": an owner and what is his are two names; "Demand for NHS 111" begins with none."""
    start = found.start()
    if (opener := _OPENER.match(found[0])) and opener["word"].lower() in _COMMON_OPENERS - _BODIES:
        start += opener.end()
    for cut in re.finditer(rf"['’]s +(?!{_OWNED}\b)", found[0]):
        yield start, found.start() + cut.start()
        start = found.start() + cut.end()
    yield start, found.end() - (2 if found[0].endswith(("'s", "’s")) else 0)


_OWNED = (
    "(?:Office|Hospitals?|College|School|Trust|University|Society|Union|Federation|Service|Court|Association|"
    "Institute|Inspectorate|Council|Academy|Board|Commission|Revenue)"
)
"""What is part of its owner's name: "Information Commissioner's *Office*"."""
_USES = lazy(r"\b(?:us(?:e|es|ed|ing)|deploy(?:s|ed|ing)?|carry|carrying|dr[ae]wn?|fired|of)\s$")
_NUMBER = lazy(NUMBER, re.IGNORECASE)
_OPENER = lazy(r"(?P<word>[A-Z][a-z]+) (?:for|of|in|on|at) ")


def _is_opener(text: str, sentence: tuple[int, int], start: int, name: str) -> bool:
    """A common word that is written large because it opens the sentence: "Data", "Fines", "Complaints"."""
    lead = text[max(sentence[0], text.rfind("\n", 0, start) + 1) : start]
    if " " in name or lead.strip(" \n\t“‘\"'([-*#>•"):
        return False
    word = name.lower()
    if word in _COMMON_OPENERS:
        return True
    if re.search(rf"(?<![\w’'-]){re.escape(word)}(?![\w’'-])", text):
        return True
    elsewhere = re.search(rf"[a-z,] {re.escape(name)}\b", text)
    follows = _NOUN_FOLLOWS.match(text, start + len(name))
    if ((_MODIFIER.match(word) and follows) or _ABSTRACT.match(word)) and not elsewhere:
        return True
    plural = word.endswith(("s", "ly", "ing")) and not word.endswith("ss") and word not in _TOWNS_IN_S
    return plural and not elsewhere and bool(re.match(r",? [a-z]", text[start + len(name) :]))


def is_no_name(words: str) -> bool:
    """True for common words that are only written large: "The Freedom of Information Act", "FOIs", "HOTSPOTS"."""
    return (
        len(words) < 2
        or bool(re.fullmatch(r"[A-Z]{5,}S", words))
        or bool(re.fullmatch(r"[A-Z]{2,5}s|[A-Z]&[A-Z]s?", words) or _NUMBER.fullmatch(words))
        or all(word.lower().strip("'’.") in _NO_NAME or len(word) == 1 for word in re.findall(r"[\w'’&-]+", words))
    )


def _is_shout(text: str, sentence: tuple[int, int]) -> bool:
    letters = [letter for letter in text[slice(*sentence)] if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) > 0.7 * len(letters)
