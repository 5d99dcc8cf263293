"""Numbers of a news text that are no figures: names, references, turns of phrase, each by its name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..lazy import lazy
from ..shapes import PHONE, POSTCODE, SECTION, WEB, YEAR
from .figure import Passed
from .pieces import SMALL

_HEADS = (
    r"Section|Sections|Article|Articles|Schedule|Regulation|Clause|Paragraph|Rule|Part|Chapter|"
    r"Appendix|Annex|Table|"
    r"Figure|Fig\.|Page|Question|Tier|Band|Grade|Stage|Phase|Level|Type|Category|Class|Unit|Ward|Room|Block|Flat|"
    r"Floor|Gate|Terminal|Platform|Line|Route|Highway|Interstate|Junction|Exit|Pier|Studio|Flight|Boeing|Airbus|"
    r"Apollo|Windows|iPhone|iPad|Galaxy|Xbox|PlayStation|Channel|Radio|BBC|ITV|Formula|Euro|Expo|Agenda|Vision|"
    r"Operation|Area|Region|Division|Precinct|District|Zone|Sector|Station|Engine|Ladder|Squad|Year|Key Stage|"
    r"Volume|Vol\.|Issue|Series|Season|Episode|Act|Scene|Bay|Lot|Plot|Court|World War|Super Bowl|Catch|Fortnite|"
    r"Proposition|Measure|Amendment|Title|Form|Form No\.?|Bill|Resolution|Protocol|Version|Model|"
    r"Mark|Force|Studio|"
    r"Level|Rehearsal Force|Covid|COVID|Covid-|No\.?|Number|Nos\.?|size|Size"
)
_CAPITAL_ORDINAL = r"(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth)"
_IDIOMS = (
    r"\b24\s?/\s?7\b|\b9/11\b|\b7/7\b|\b4x4s?\b|\b50[-/]50\b|\bcatch[- ]22\b|\b20[-/]20 (?:vision|"
    r"hindsight)\b|\bA-?\d{1,2}\b(?!\s+\w+s\b)|"
    r"\bone[- ](?:off|offs|way|sided|stop|man band|to[- ]one|upmanship|time)\b|\bone[- ](?:by|"
    r"after|on|for)[- ]one\b|"
    r"\b(?:no|any|every|some|each|which|this|that|the other|another|a new|an old|loved|the only|"
    r"the same|number|back to square|"
    r"square|day|the right|the wrong)[- ]ones?\b|"
    r"\bno[- ]one\b|\bone another\b|\bone (?:or (?:more|another|both|other)|day,|thing|and "
    r"(?:only|the same|all)|of a kind|"
    r"hand\b|moment|in the eye|could|can|must|should|might|may|would)\b|"
    r"\bat one (?:point|stage|time|another)\b|\bon (?:the )?one hand\b|\bone['’](?:s|d)\b|\bone "
    r"of (?:my|our|his|her|their|its|your)\b|"
    r"\bone of (?:the|[\w ]+['’]s?|Britain['’]s|the \w+['’]s) (?:\w+ ){0,2}?(?:most|best|worst|"
    r"biggest|largest|oldest|longest|"
    r"highest|lowest|first|greatest|leading|top|main|key|few|only|many|smallest|youngest|richest|"
    r"poorest|ways?|reasons?|things|"
    r"problems|issues|factors|questions|challenges|causes|\w{3,}est)\b|"
    r"\bone of (?:those|these) (?:things|people who)\b|"
    r"\btwo[- ](?:way|faced|fold|tone|step|sided|edged|pronged|horse|time|timing)\b|\btwo sides "
    r"of\b|\bin two minds\b|\bbetween the two\b|"
    r"\bthe other two\b(?! \w+s\b)|\bput two and two\b|\bzero[- ](?:tolerance|hours?|sum|carbon|"
    r"emissions?)\b|\bnet[- ]zero\b|\bground zero\b|\bhalf[- ](?:hearted|term|baked|time|life|way|"
    r"brother|sister|mast|marathon|century)\b|"
    r"\b(?:first|second|third)[- ](?:hand|class|rate|party|parties|aid|degree|floor|nature|"
    r"thoughts?|born|home|language|guess\w*|lady|"
    r"minister|name|names|reading|wave|sector|person|opinion|world|responders?|come|instance|"
    r"place to|instance)\b|"
    r"\bat first(?: sight| glance| hand)?\b|\bfirst (?:obtained|reported|published|seen|heard|"
    r"emerged|came to|revealed|appeared|joined|began|told|"
    r"introduced|met|started|used|made|become|became|became|raised|asked|noticed|arrived|"
    r"contacted|thing|of its kind|up|off)\b|"
    r"\bfor the (?:first|second|third|umpteenth) time\b(?! in| since)|\ba second (?:chance|look|"
    r"time)\b|\bnext to none\b|\bsecond to none\b|"
    r"\bsplit second\b|\bhang on a second\b|\bsecond[- ]in[- ]command\b|\bbeing second[- ]guessed\b|"
    r"\bsix[- ]figure|\bfive[- ]figure|\bseven[- ]figure|\b(?:four|five)[- ](?:letter|star|"
    r"legged)\b|\bnine to five\b|\bone-and-only\b|"
    r"\bfirst (?:of all|and foremost|and only)\b|\bthree[- ](?:line whip|ring circus|dimensional|"
    r"point turn)\b|\b[23]D\b|\b[45]G\b|\bG(?:7|8|20)\b|\bR&D\b|"
    r"\bmillions? of (?:reasons|miles away)\b|\ba million (?:miles|times)\b|\bone in the\b|"
    r"\bforty winks\b|\b(?:the )?(?:Big|Famous|Fab|Gang of|Group of) "
    r"(?:Two|Three|Four|Five|Six|Seven|Eight)\b|\bTop (?:Gear|Shop)\b"
)
_NAMES = (
    (
        r"(?<!this )(?<!that )(?<!each )(?<!every )(?<!same )(?<!any )"
        r"\b(?:type|tier|band|grade|category|key stage)[ -]"
        r"(?:(?:one|two|three|four|five|six)\b(?!\s(?:in|of|out)\b)|[1-9]\b(?! (?:in|out of) \d))"
        r"(?!\s?(?:%|per cent|percent)|[,.]\d)"
    ),
    (
        rf"\b(?:{_HEADS})[\s\u00a0-]+#?\d[\d.,]*[A-Za-z]?\b(?!\s?(?:%|per cent|"
        rf"percent))(?:\s?(?:\(\w+\))+)?(?:(?:,\s?| and | to |[-–])\d{{1,3}}\b(?!\s+[a-z]+s\b))?"
    ),
    (
        rf"\b(?:{_HEADS})[\s-](?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|"
        rf"I{{1,3}}|IV|VI{{0,3}}|IX|X)\b"
    ),
    rf"(?<=[\w,] ){_CAPITAL_ORDINAL} (?:World War|[A-Z]\w+)",
    (
        r"\b(?:First|Second|Third) World War\b|\bSecond World War\b|\b(?:First|Deputy First) "
        r"Minister\b|\bFirst Lady\b"
    ),
    r"\b[A-Z][A-Za-z]+-\d{1,3}\b(?!-)",
    r"\b(?:[A-Z]{1,4}\d{1,4}[A-Za-z]?|\d{1,2}[A-Z]{2,})\b(?![,.]\d)",
    (
        r"\b\d{1,3}[A-Za-z]? (?:[A-Z][\w'’]+ ){1,2}(?:Street|Road|Avenue|Lane|Square|Terrace|Drive|"
        r"Crescent|Close|Place|Way)\b"
    ),
    r"\b(?:Elizabeth|Charles|Henry|George|Edward|William|Louis|Pope \w+) [IVX]{1,5}\b",
)
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "number of an item",
        lazy(r"(?:\A|(?<=\n\n)|(?<=[.!?:;]\n))[ \t]*\d{1,2}[.)](?=[ \t]+[A-Z“\"'‘£\d])"),
    ),
    ("web address", WEB),
    (
        "reference",
        lazy(
            r"\b(?:FOI|EIR|RFI|ref(?:erence)?|case|request)\b[\s:.]*(?:no\.?|"
            r"number)?\s*[#:]?\s*[A-Z]{0,5}[-/]?\d{2,}(?:[-/]\w+)+\b"
            r"|(?-i:\b[A-Z]{2,6}[-/]\d{2,}(?:[-/]\d+)*\b|\b[A-Z]{1,3}\d{5,}\b)|#\d+\b",
            re.IGNORECASE,
        ),
    ),
    ("section of an Act", SECTION),
    (
        "section of an Act",
        lazy(
            r"\b(?:sections?|sec\.|articles?|schedule|paragraphs?|regulation|clause|rule)\s\d+[A-Z]?"
            r"(?:\(\w+\))*(?:(?:, | and | or )\d+[A-Z]?(?:\(\w+\))*)*",
            re.IGNORECASE,
        ),
    ),
    ("years that do not follow each other", lazy(rf"(?<![\w.,/£$€-]){YEAR}/(?:\d\d|{YEAR})(?![\w/]|[,.]\d)")),
    ("postcode", POSTCODE),
    ("telephone", PHONE),
    (
        "telephone",
        lazy(
            (
                r"\bNHS (?:111|24)\b|"
                r"\b(?:call(?:ed|ing)?|dial(?:led|ling)?|ring|phon(?:e|ed|ing)|on|and|or) (?:101|111|112|911|999|"
                r"0\d{3,4}[ \d]{6,9})\b(?! \w+s\b)|\b(?:999|911|101|111)(?= (?:emergency|call-outs?|response)\b)|"
                r"\b(?:999|911|101|111) (?:calls?|call-?handlers?|operators?|service|line)\b"
            ),
            re.IGNORECASE,
        ),
    ),
    ("turn of phrase", lazy(_IDIOMS, re.IGNORECASE)),
    *(("name", lazy(pattern)) for pattern in _NAMES),
)
_SAYS = (
    r"(?:\w+ ){0,2}?(?:said|says|told|added|wrote|described|recalled|claimed|asked|explained|"
    r"warned|argued|admitted|"
    r"tweeted|joked|commented|suggested|put it|remembered)\b"
)
_PRONOUN = lazy(
    rf"\bone\b(?= (?:{_SAYS}|who\b|which\b|that\b|is\b(?! of)|it\b|he\b|she\b|they\b|we\b|you\b|"
    rf"as\b|where\b|has to\b|needs to\b))"
    r"|\b(?:was|is|be|as|into|for|than|like|an?|this|very|got|have|had|given|got|find|found|get|"
    r"make|made|with|of) one\b(?=[.,;:!?)\n]|$)"
    r"|\bone (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|morning|evening|night|afternoon|summer|winter)\b"
    r"|\bthe one\b(?= (?:who|that|which|to|place|thing)\b|[.,;:!?)\n]|$)|\bthe (?-i:One [A-Z]\w+)"
    r"|\b(?:big|small|good|bad|old|new|former|latter|wrong|right|next|last|first|second|third|different|same|"
    r"single-\w+|important|difficult|easy|tough|serious|simple) one\b|\b(?:such|more) one\b|\bone-",
    re.IGNORECASE,
)


_ACT = lazy(r"\b(?:Act|Regulations|Order|Rules|Code|Bill) (?:\([A-Z][\w ]+\) )?(?:of )?(?:19|20)\d\d\b")


def acts(text: str) -> Iterator[Passed]:
    """The years that laws are called by, which are no dates: "Freedom of Information Act 2000"."""
    return (Passed(*found.span(), found[0], "name") for found in _ACT.finditer(text))


def passed(text: str) -> Iterator[Passed]:
    """The numbers that are none, none overlapping, in no order."""
    taken: list[tuple[int, int]] = []
    for reason, pattern in (*_PATTERNS, ("pronoun", _PRONOUN)):
        for found in pattern.finditer(text):
            if not _has_number(found[0]) or any(
                found.start() < end and start < found.end() for start, end in taken
            ):
                continue
            taken.append(found.span())
            yield Passed(*found.span(), found[0], reason)


_NUMBER_WORD = lazy(
    rf"\d|\b(?:{SMALL}|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|half|"
    r"hundred|thousand|million|dozen|ones?|none|[IVX]+)\b",
    re.IGNORECASE,
)


def _has_number(words: str) -> bool:
    return bool(_NUMBER_WORD.search(words))
