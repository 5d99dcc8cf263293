"""letter.md: the request with fields for each body, its numbered questions, and its subject."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from ..errors import SurveyFileError

_FIELD = re.compile(r"\{\{\s*([a-z_.]+)\s*\}\}")
_NUMBERED = re.compile(r"^\s{0,3}(\d{1,2})[.)]\s+(.*(?:\n(?!\s*\n|\s{0,3}\d{1,2}[.)]\s).+)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter with its fields still open. `subject` is the first heading, which the text then leaves out."""

    subject: str
    text: str

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields it uses, in order, each once."""
        return tuple(dict.fromkeys(_FIELD.findall(f"{self.subject}\n{self.text}")))

    @property
    def questions(self) -> tuple[tuple[int, str], ...]:
        """The numbered questions, each on one line."""
        found = _NUMBERED.findall(self.text)
        return tuple((int(number), " ".join(text.split())) for number, text in found)


def read_letter(text: str, title: str) -> Letter:
    """The letter; without a heading of its own its subject is the survey's title."""
    heading = re.match(r"\s*#\s+(.+)\n", text)
    if heading:
        return Letter(heading[1].strip(), text[heading.end() :].strip() + "\n")
    return Letter(title, text.strip() + "\n")


def fill(text: str, values: Mapping[str, str], where: str = "letter.md") -> str:
    """The text with every field filled. `SurveyFileError` names a field that there is not, or that is empty."""

    def value(found: re.Match[str]) -> str:
        name = found[1]
        if name not in values:
            near = get_close_matches(name, values, n=1)
            known = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(sorted(values))}"
            raise SurveyFileError(f"there is no field {name!r}", where=where, next=known)
        if not values[name]:
            raise SurveyFileError(
                f"the field {name!r} is empty", where=where, next=_FILL.get(name.split(".")[0], "")
            )
        return values[name]

    return _FIELD.sub(value, text)


_FILL = {
    "body": "fill the column in bodies.csv",
    "applicant": "fill [sender] in mail.toml: name, address, email",
    "period": "give [survey.period] in survey.toml",
}
