"""The words that FOI offices use for roles, natures, platforms and outcomes, by codebook id."""

from __future__ import annotations

from random import Random

ROLE_GROUP = {
    "police-officer": "police-officer",
    "constable": "police-officer",
    "sergeant": "police-officer",
    "inspector-or-above": "police-officer",
    "special-constable": "police-officer",
    "civilian-employee": "civilian-employee",
    "pcso": "pcso",
    "volunteer": "volunteer",
}
OUTCOME_GROUP = {
    **dict.fromkeys(("dismissed", "resigned", "retired"), "left"),
    **dict.fromkeys(
        ("final-written-warning", "written-warning", "verbal-warning", "reduction-in-pay", "other-formal"),
        "formal-sanction",
    ),
    **dict.fromkeys(
        (
            "informal",
            "management-advice",
            "management-action",
            "words-of-advice",
            "guidance",
            "training",
            "counselling",
            "local-resolution",
            "reflective-practice",
        ),
        "informal",
    ),
    **dict.fromkeys(("no-further-action", "no-case-to-answer"), "no-action"),
    **dict.fromkeys(("not-upheld", "unsubstantiated", "discontinued", "withdrawn"), "not-proven"),
    **dict.fromkeys(("live", "suspended"), "no-result-yet"),
}
NATURE_GROUP = dict.fromkeys(
    ("racist", "homophobic", "religious", "other-discriminatory"), "offensive-discriminatory"
)

# Three house styles of role words; a clerk keeps to one, more or less.
ROLE_WORDS: dict[str, tuple[str, str, str]] = {
    "police-officer": ("Police officer", "Officer", "Police Officer (rank not recorded)"),
    "constable": ("Police Constable", "PC", "Constable"),
    "sergeant": ("Sergeant", "PS", "Police Sergeant"),
    "inspector-or-above": ("Inspector", "Insp", "Inspector or above"),
    "special-constable": ("Special Constable", "SC (special)", "Special"),
    "civilian-employee": ("Police Staff", "Staff", "Member of police staff"),
    "pcso": ("PCSO", "PCSO", "Police Community Support Officer"),
    "": ("Not recorded", "-", "Not known"),
}
GROUP_WORDS: dict[str, tuple[str, ...]] = {
    "police-officer": (
        "Police officers (including special constables)",
        "Officers, specials included",
        "Police officers of any rank",
    ),
    "civilian-employee": ("Police staff", "Civilian employees", "Civilian staff"),
    "pcso": ("PCSOs", "Police community support officers", "PCSOs"),
    "constable": ("Constable", "PC", "Police constable"),
    "sergeant": ("Sergeant", "PS", "Police sergeant"),
    "inspector-or-above": ("Inspector", "Inspector or above", "Inspector"),
    "special-constable": ("Special constable", "Special", "Special constable"),
    "informal": (
        "Advice, guidance or management action",
        "Management action, advice or guidance",
        "Dealt with by advice, guidance or management action",
    ),
    "no-further-action": ("No further action", "NFA", "No further action taken"),
    "no-case-to-answer": ("No case to answer", "No Case to Answer", "Found to have no case to answer"),
    "resigned": ("Resigned", "Resignation", "Resigned"),
    "dismissed": ("Dismissed", "Dismissal", "Dismissed"),
    "not-upheld": ("Not upheld", "Not upheld", "Not upheld"),
    "unsubstantiated": ("Unsubstantiated", "Unsubstantiated", "Unsubstantiated"),
    "written-warning": ("Written warning", "Written warning", "Written warning"),
    "management-action": ("Management action", "Management action", "Management action"),
    "management-advice": ("Management advice", "Management advice", "Management advice"),
    "local-resolution": ("Local resolution", "Local resolution", "Local resolution"),
    "final-written-warning": ("Final written warning", "FWW", "Final written warning"),
}

NATURE_WORDS: dict[str, tuple[str, ...]] = {
    "inappropriate-comments": (
        "Inappropriate comments posted about a colleague",
        "Inappropriate comment on a local news page",
        "Posted derogatory remarks about senior managers",
        "Unprofessional remarks about a member of the public",
        "Discourteous reply to a resident",
        "Inappropriate post about an on-going operation",
        "Criticism of pay and duties in a post open to all",
        "Inappropriate commentary on a televised trial",
    ),
    "racist": ("Racist comment", "Posted a racist joke", "Shared a post of a racist nature"),
    "homophobic": ("Homophobic comment", "Homophobic remarks about a colleague"),
    "religious": ("Religiously aggressive comment", "Offensive remarks about a religion"),
    "other-discriminatory": (
        "Misogynistic remarks",
        "Derogatory remarks about travellers",
        "Discriminatory comment about disability",
    ),
    "harassment-threats": (
        "Harassment of former partner by messages",
        "Threatening message sent to a neighbour",
        "Bullying of a colleague in a closed group",
        "Abusive message",
    ),
    "contact-association": (
        "Friend request to a victim of crime",
        "Inappropriate contact with a witness",
        "Inappropriate association",
        "Contacted a complainant through a private account",
    ),
    "disclosure-data": (
        "Improper disclosure of information",
        "Disclosed details of an incident",
        "Confidential information posted",
        "Data protection breach",
    ),
    "excessive-use": ("Excessive internet use on duty", "Accessed social networking site while on duty"),
    "images": (
        "Posted photograph taken at a scene",
        "Inappropriate photograph in uniform",
        "Image of colleagues posted without consent",
        "Photograph showing force crest",
    ),
    "disrepute": (
        "Conduct likely to bring the force into disrepute",
        "Discreditable conduct",
        "Membership of a group at odds with the force's values",
    ),
    "other-nature": (
        "Impersonation of a colleague",
        "Profile altered after complaint",
        "Orders and instructions",
    ),
}
NATURE_LABELS = {
    "inappropriate-comments": "Inappropriate comments",
    "offensive-discriminatory": "Offensive or discriminatory comments",
    "racist": "Racist comments",
    "homophobic": "Homophobic comments",
    "religious": "Religiously aggressive comments",
    "other-discriminatory": "Other discriminatory comments",
    "harassment-threats": "Harassment or threats",
    "contact-association": "Inappropriate contact or association",
    "disclosure-data": "Disclosure of information",
    "excessive-use": "Excessive use on duty",
    "images": "Photographs and images",
    "disrepute": "Bringing the force into disrepute",
    "other-nature": "Other",
}

PLATFORM_WORDS: dict[str, tuple[str, ...]] = {
    "facebook": ("Facebook", "Facebook", "FB"),
    "twitter": ("Twitter", "Twitter", "Twitter"),
    "youtube": ("YouTube", "You Tube", "YouTube"),
    "whatsapp": ("WhatsApp", "Whatsapp", "WhatsApp"),
    "bebo": ("Bebo", "Bebo", "Bebo"),
    "linkedin": ("LinkedIn", "linkdin", "Linked In"),
    "dating-site": ("Dating site", "Plenty of Fish", "dating website"),
    "forum": ("Internet forum", "forum", "motor forum"),
    "other-platform": ("Friends Reunited", "phone app", "Other site"),
    "": ("", "", ""),
}

OUTCOME_WORDS: dict[str, tuple[str, ...]] = {
    "dismissed": ("Dismissed", "Dismissed without notice", "Dismissal", "Sacked (dismissed)"),
    "resigned": (
        "Resigned",
        "Resigned prior to hearing",
        "Resigned during investigation",
        "Resigned prior to meeting",
    ),
    "retired": ("Retired", "Retired prior to hearing", "Retired during investigation"),
    "final-written-warning": ("Final written warning", "FWW", "Final Written Warning"),
    "written-warning": ("Written warning", "WW", "First written warning"),
    "verbal-warning": ("Verbal warning", "Informal verbal warning"),
    "reduction-in-pay": ("Reduction in pay", "Fined (3 days' pay)"),
    "other-formal": ("Reprimand", "Formal warning"),
    "management-advice": ("Management advice", "Mgt advice", "Management Advice"),
    "management-action": ("Management action", "Informal management action", "Management Action"),
    "words-of-advice": ("Words of advice", "Words of Advice", "Advice given"),
    "guidance": ("Guidance given", "Guidance"),
    "training": ("Training", "Diversity training"),
    "counselling": ("Counselling", "Counselled"),
    "local-resolution": ("Local resolution", "Locally resolved"),
    "reflective-practice": ("Reflective practice", "Learning from reflection"),
    "no-further-action": ("No further action", "NFA", "No Further Action"),
    "no-case-to-answer": ("No case to answer", "NCTA (no case to answer)", "No Case to Answer"),
    "not-upheld": ("Not upheld", "Not proven"),
    "unsubstantiated": ("Unsubstantiated", "Not substantiated"),
    "discontinued": ("Discontinued", "Investigation discontinued"),
    "withdrawn": ("Withdrawn", "Complaint withdrawn"),
    "live": ("Live", "Ongoing", "Investigation live"),
    "suspended": ("Suspended", "Suspended pending hearing"),
    "": ("Not recorded", "Not known", "Not recorded"),
}

STAGE_WORDS = {
    "found": "Proven",
    "not-found": "Not proven",
    "under-investigation": "Live",
    "alleged": "No finding",
}

_SMALL = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(number: int) -> str:
    """The number in English words, below one hundred."""
    if number < 20:
        return _SMALL[number]
    tens, rest = divmod(number, 10)
    return _TENS[tens] + (f"-{_SMALL[rest]}" if rest else "")


def role_words(role: str, style: int) -> str:
    return ROLE_WORDS[role][style]


def group_words(category: str, style: int) -> str:
    return GROUP_WORDS[category][style]


def pick_words(table: dict[str, tuple[str, ...]], category: str, rng: Random) -> str:
    return rng.choice(table[category])


def stage_of(outcome: str) -> str:
    """What a result says of the allegation; a departure before a hearing leaves it alleged."""
    group = OUTCOME_GROUP.get(outcome, "")
    if group == "no-result-yet":
        return "under-investigation"
    if group in ("no-action", "not-proven"):
        return "not-found"
    if outcome in ("resigned", "retired", ""):
        return "alleged"
    return "found"
