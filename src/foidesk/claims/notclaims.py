"""Numbers of a draft that assert nothing about the data, each for a reason that has a name."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a number is no claim: the name that a writer puts into `{not="..."}`, and what it covers."""

    name: str
    doc: str


NOT_CLAIMS = (
    Reason("date of the window", "The days or years that the survey asks about, or their length in round words."),
    Reason("date", "A date or a time of day that no reply has to bear out."),
    Reason("name", "A part of a name or a title: of a body, a unit, a road, a programme."),
    Reason("count of words", "A count of things that stand in the sentence itself: “the three apart”."),
    Reason("about this text", "Of the article, the survey or the example, not of what the replies say."),
    Reason("figure of speech", "A number that counts nothing: “at first”, “one by one”, “second-hand”."),
    Reason("age", "Somebody's age."),
    Reason("quotation", "Inside a quotation, which is checked as a whole."),
    Reason("from elsewhere", "From a source outside the survey, which the sentence names."),
)


EXCUSES = {
    "date": ("date", "a date, a year or a time of day"),
    "age": ("age", "somebody's age"),
    "score": ("from elsewhere", "a score or a vote"),
    "window": ("date of the window", "a length of time that the survey does not ask about"),
    "size": ("from elsewhere", "a size that the survey does not ask about"),
    "part of the measure": ("name", "part of the name of what is measured"),
    "threshold": ("name", "the limit that bodies are counted by; it is checked with their number"),
    "unrelated": ("from elsewhere", "the sentence holds no word of the survey: no body, measure or category"),
    "forecast": ("from elsewhere", "what somebody promises or expects; no reply bears it out"),
    "turn of phrase": ("figure of speech", "a turn of phrase"),
    "count of words": ("count of words", "a count of things that stand in the sentence itself"),
    "dateline": ("date", "the date of the story"),
    "quotation": ("quotation", "inside a quotation"),
}
"""Why an unbound number says nothing of the data: the name of the reason, and in words."""


def reason(name: str) -> Reason | None:
    """The reason of that name."""
    return next((one for one in NOT_CLAIMS if one.name == name.strip().lower()), None)


def nearest(name: str, names: list[str]) -> str:
    """“ Did you mean X?”, or the names there are."""
    near = get_close_matches(name, names, 1, 0.4)
    return f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(names) or 'none'}"
