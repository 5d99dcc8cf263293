"""The words and turns by which `taken` tells what the readings of a sentence take."""

from __future__ import annotations

import re

from .wording import FALL, RISE

SPEAKER = re.compile(r",\s(?:said|says|told|added|according to)\b[^;:]*$|^\W*According to [^,]*,", re.IGNORECASE)
"""Who says so; his name restricts nothing."""
MOVES = re.compile(rf"\b(?:{RISE}|{FALL}|longer|shorter|better|worse|slower|faster|quicker)\b", re.IGNORECASE)
MOVING = frozenset({"change", "difference", "points", "trend", "multiple", "place", "highest", "lowest", "range"})
"""Statistics that take words of more and less."""
NOT = re.compile(r"\b(?:not|never|no|none|neither|nor|without|cannot)\b|n['’]t\b", re.IGNORECASE)
EACH = re.compile(r"\b(?:(?:per|each|every|an?)(?:\s(?:day|week|fortnight|month|year))?|apiece)\b", re.IGNORECASE)
YEARLY = re.compile(r"\b(?:yearly|annual(?:ly)?)\b", re.IGNORECASE)
MEAN = re.compile(r"\b(?:averag\w+|mean|on average|typical(?:ly)?|median|middle)\b", re.IGNORECASE)
ORDER = re.compile(
    r"\b(?:most|least|fewest|highest|lowest|biggest|largest|smallest|greatest|worst|best|busiest|quietest|"
    r"slowest|fastest|quickest|longest|shortest|top(?:ped|s)?|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|bottom|more|fewer|"
    r"other|than|any(?:one|where|body)?)\b",
    re.IGNORECASE,
)
SHARE = re.compile(r"\b(?:share|proportion|percentage|rate|majority|minority)\b", re.IGNORECASE)
MONEY = re.compile(
    r"\b(?:bills?|cost(?:s|ing)?|sums?|spend(?:ing|s)?|spent|pay(?:s|ing|out|outs)?|paid|cheques?|cash|"
    r"payments?|shell(?:s|ed|ing)?(?= out\b)|fork(?:s|ed|ing)?(?= out\b)|"
    r"pounds?|money|prices?|tabs?|outlay|expenditure|hauls?|takings|windfalls?|proceeds|revenues?|receipts|coffers|"
    r"kitty|jackpots?|paydays?|bonanzas?|"
    r"cough(?:ed|ing|s)|stump(?:ed|ing|s)(?= up\b)|splash(?:ed|ing)|splurg(?:ed|ing)|"
    r"squander(?:ed|ing)|pocket(?:ed|ing)|trouser(?:ed|ing)|scoop(?:ed|ing)|"
    r"part(?:ed|ing)(?= with\b)|shar(?:ed|ing)|compensat(?:ion|ed)|worth|hand(?:ed|ing) (?:over|out)|"
    r"handed(?= to\b)|"
    r"blown|blew|lavish(?:ed|es|ing))\b",
    re.IGNORECASE,
)
"""However a sum of money is told."""
ONLY = re.compile(r"\b(?:only|just)\b", re.IGNORECASE)
IN_ORDER = re.compile(r"\b(?:line|put|rank|list|sort|arrange)\b|\b(?:up|in order)(?: (?:of|by))?\b", re.IGNORECASE)
"""Before a place in the middle or at an end: "put the ten councils in order of"."""
OTHERS = re.compile(r"\b(?:other|remaining)\s$", re.IGNORECASE)
"""Before a number of a kind of its own: "in the other 75 the force did not give the role"."""
NOTHING = re.compile(r"\bnothing(?: at all)?\b", re.IGNORECASE)
NONE_BUT = re.compile(r"\b(?:no|none of the|not one|only)\b", re.IGNORECASE)
"""Before those of whom nobody, or one alone, is beyond another."""
DWELLS = re.compile(r"\b(?:stuck|wait(?:s|ed|ing)?|stay(?:s|ed)?|spent|held|queu\w+|sat|stood)\b", re.IGNORECASE)
"""However a length of time is told."""
CLOSES = re.compile(
    r"\b(?:(?:hand|dish|met|dol)(?:ed|ing) out|imposed|clos(?:es|ed)|conclud(?:es|ed)|resolved|settled|"
    r"further|another|additional)\b",
    re.IGNORECASE,
)
"""Beside a kind: how it came to be, or that it comes on top of another."""
BESIDES = re.compile(r"\b(?:others?|more)\b(?!\sthan)", re.IGNORECASE)
"""Beside a kind that was not told before: on top of those of other kinds."""
BREAKS_DOWN = re.compile(
    r"\s(?:that|which|who)\s(?:could |do |did |can )?"
    r"(?:record|give|gave|br[eo]a?ke?|split|log|note|state|show)"
    r"(?:s|ed)?\s(?:down )?(?:the|an?|its|their)\s"
    r"(?:causes?|reasons?|kinds?|types?|nature|breakdown|figures?|numbers?|totals?)(?: down)?(?: by (?P<by>\w+))?"
    r"(?=\s*(?:[,.;:)–—]|$)|\s(?:had|have|has|recorded|received|paid|logged|reported|saw|were|was|between|together|dealt|"
    r"took|made|got)\b)",
    re.IGNORECASE,
)
"""Behind a group, those of it that tell one kind from another: so many as the figure itself is of."""
ALL = re.compile(r"\b(?:all|every|any)(?:\s(?:one|single))?(?:\sof)?(?:\sthe)?\s$", re.IGNORECASE)
OWNER = re.compile(r"\b[A-Z][\w’']+['’]s\s$")
"""Before a group: "Scotland's twelve boards"."""
REGION = re.compile(
    r"\b(?i:in|across|throughout)\s(?:the\s)?(?P<name>[A-Z]\w+(?:\s(?:and\s)?(?:the\s)?[A-Z]\w+)*)"
)
"""A place whose bodies are listed in the same sentence."""
BESIDE = re.compile(
    r"\b(?P<how>after|before|since(?: the (?:start|beginning|turn) of)?|"
    r"until|till|by|prior to|up to|later than|earlier than|beyond|from|to|"
    r"through|of|in|"
    r"during)\s(?:the\s)?(?:year\s)?$",
    re.IGNORECASE,
)
"""Right before a date: which side of it is meant."""
PARTICLE = re.compile(
    r"\b(?:made|makes?|making|rack\w*|clog\w*|pil\w+|clock\w*|notch\w*|put|set|add\w*|chalk\w*|rak\w+|"
    r"pa(?:id|ys?|ying)|"
    r"shell\w*|fork\w*|cough\w*|hand\w*|walk\w*|splash\w*|turn\w*|end\w*|w[io]\w*nd|came|come|sp[ae]lt|"
    r"bunged|doled|dished|"
    r"patch\w*|mop\w*|clean\w*|clear\w*|pick\w*|tott?\w*|stump\w*|stack\w*|"
    r"carried|took|sent|divid\w+|split\w*|broke\w*|log\w*|own\w*)\s(?P<what>up|out|down|off|over|in)\b",
    re.IGNORECASE,
)
"""A particle that goes with its verb."""
TIMES = re.compile(r"\s+times\b(?!\s+(?:as|more|the|that|higher|longer)\b)", re.IGNORECASE)
"""Behind a number of occasions: "22,889 times"."""
BESIDE_FIGURE = re.compile(
    r"\b(?:(?:as )?(?:compared|against|opposed)(?: with| to)?|versus|vs\.?|by contrast|in contrast)"
    r"\s(?=(?:just |only |the )*[£$€]?\d)|\b(?:after|following)\s(?=(?:just |only )*[£$€]?\d[\d,.]*\s(?:in|"
    r"the|a|last)\b)",
    re.IGNORECASE,
)
"""Right before a figure that is set beside another."""
BESIDE_IT = re.compile(
    r"\b(?P<how>(?:as )?(?:compared|against|opposed)(?: with| to)?|versus)\s(?:just |only |the |an? |\w+ly )*$",
    re.IGNORECASE,
)
"""All that stands in front of a figure that is set beside another, in digits or words."""
ON_TOP = re.compile(r"\b(?P<how>further|another|additional|extra)\s$", re.IGNORECASE)
"""In front of a figure that comes on top of another's."""
COMPARED_TIME = re.compile(
    r"\b(?:as )?(?:compared|set) (?:with|to|against)\s(?=(?:the )?(?:previous|preceding|year|same|last|12|19|"
    r"20|in )\s?)",
    re.IGNORECASE,
)
"""Before the time that a change is counted from."""
HALF = 7
FIRST_WEEKS = re.compile(
    r"\b(?:the )?(?:first|opening|early) (?:few |couple of |\w+ )?(?:weeks|months|days) of (?P<year>(?:19|"
    r"20)\d\d)\b",
    re.IGNORECASE,
)
"""All of a year in which the window of the survey ends early."""
STILL = re.compile(r"\b(?:barely|hardly|scarcely) (?:moved|changed|budged|altered)\b", re.IGNORECASE)
ACCUSED = re.compile(
    r"\b(?:staff|people|those|officers|workers|employees|individuals)\s(?:who were )?(?:accused|involved|named)\b",
    re.IGNORECASE,
)
"""Whoever cases are told of."""
ASIDES = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"\bby (?:far|some (?:distance|margin|way)|an? (?:long|country|wide|large|huge|big|considerable) \w+)\b",
        r"\bto the tune of\b",
        r"^\W*(?:It|This|That|The (?:news|figures?|revelations?)) comes? (?:after|as|amid|despite)\b",
        r"\bunder (?:that|this|the same) (?:heading|head|category)\b",
        r"\b(?:or )?the equivalent of\b|\bequivalent to\b|\b(?:which )?(?:equates|works out|amounts) (?:to|at)\b",
        r"\b(?:neighbouring|nearby|adjoining|adjacent|rival|fellow|bordering)\s(?=(?-i:[A-Z]))",
        r"\bin the process\b",
        r"(?<=\bthat )could (?:say|tell us)\b",
        r"(?<=\bwere )down to(?=\s[a-z])|(?<=\bwas )down to(?=\s[a-z])",
        r"\b(?:a )?little (?=(?:more|less|over|under)\b)",
        r"\bon the receiving end of\b",
        r"\b(?:owned|owning|fessed) up(?: to)?\b",
        r"\b(?:by|in (?:stark |sharp )?)(?:contrast|comparison)\b",
        r"\bto (?:be precise|put it (?:another|simply)(?: way)?)\b",
        r"\bin other words\b",
        r"\bup and down the (?:country|land|county)\b",
        r"\bon top of (?:that|this|those|these|which)\b",
        r"\bfor good measure\b",
        r"\bout of (?:public funds|the public purse|taxpayers['’] money)\b",
        r"\bfor all (?:its|their|the) \w+",
        r",?\s(?:since|because|as)\s(?:one|some|an?|two) (?:figures?|cells?|numbers?) (?:is|are|was|were) \w+",
        r"\brather than (?:by )?(?:the )?(?:raw |sheer )?numbers?\b",
        r"\bout of (?:(?:the|a|their|his|her) (?:job|force|door|post)|a job)\b",
        r"\bout of\b",
        r"\bnot (?:only|just|merely)\b(?=.*\b(?:but|also|too)\b|[^;:]*:)",
        r"(?<=['’]s )own\b|(?<=s['’] )own\b|\b(?:its|their|our) own\b",
        r"\bin (?:the|our|this) (?:sample|survey|study|list|table)\b",
        r"\b(?:far|much|way|well)\s(?=(?:more|less|fewer|higher|lower)\s(?:than|of)|(?:above|below)\s)",
        r"\bwhether by\b",
        r"\bat the other end of the (?:scale|table|list|spectrum)\b",
        r",\s(?:with\s)?[\w -]{3,40}\s(?:among them|included)\b",
        r"\b(?:refused|declined) to (?:release|provide|disclose|give|say|send|hand over) anything(?: at all)?\b",
        r"\bc[ao]me to nothing\b",
        r"\b(?:pieces?|bits?) of\b",
        r"\bbefore (?:slipp|fall|dropp|dipp|slid|eas|ris|climb|jump|grow)ing(?=(?:\s(?:back|up|down))*\sto\b)",
        r",?\s?depending on (?:the |which )?\w+",
        r"\b(?:or|and) more senior\b",
        r"\bat (?:the )?(?:very )?(?:least|most)\b",
        r"\b(?:the|those|all) (?:that|which|who) (?:came clean|co-?operated|complied|opened up|played ball)\b",
    )
)
"""Turns of phrase that restrict nothing."""
