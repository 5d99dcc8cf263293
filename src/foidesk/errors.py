"""What stops the work: the caller or the set-up is wrong.

FoideskError                what is wrong, where, and what to do next
├── SurveyFileError         a file that people write (survey.toml, codebook.toml, bodies.csv ...) is wrong
├── UnknownName             a body, finding, variable, question or category that the survey does not have
├── NotASurvey              the folder holds no survey.toml
├── UnreadableDocument      a reader gives up on the bytes; becomes an Issue, the run goes on
│   ├── Encrypted           a password is needed
│   ├── Truncated           the file ends too early or is damaged
│   └── MissingProgram      an optional program is needed to read this format
├── Blocked                 something must be decided first; carries what
├── Busy                    another process holds the survey
├── CannotFetch             an address did not give the bytes that were promised
└── CannotSend              a message could not be handed over

Oddities of the *evidence* are not errors: they are `foidesk.model.Issue`s, recorded with their place.
"""

from __future__ import annotations


class FoideskError(Exception):
    """Something the user can put right. Reads: what, where, what to do next."""

    def __init__(self, what: str, *, where: str = "", next: str = "") -> None:
        self.what, self.where, self.next = what, where, next
        super().__init__(what)

    def __str__(self) -> str:
        where = f"{self.where}: " if self.where else ""
        then = f"\n  → {self.next}" if self.next else ""
        return f"{where}{self.what}{then}"


class SurveyFileError(FoideskError):
    """A file that people write holds something foidesk cannot use; `where` gives file and line."""


class UnknownName(FoideskError):
    """A name that the survey does not have; `next` gives the nearest that it has."""


class NotASurvey(FoideskError):
    """The folder holds no survey.toml."""


class UnreadableDocument(FoideskError):
    """A document that cannot be read. The run records it as an issue and goes on."""


class Encrypted(UnreadableDocument):
    """The document asks for a password."""


class Truncated(UnreadableDocument):
    """The document is empty, ends too early, or is damaged."""


class MissingProgram(UnreadableDocument):
    """The format needs a program that is not on this machine."""


class Blocked(FoideskError):
    """A person must decide something first."""


class Busy(FoideskError):
    """Another foidesk process is writing to this survey."""


class CannotFetch(FoideskError):
    """An address did not give the bytes that were promised."""


class CannotSend(FoideskError):
    """A message could not be handed over to the mail server."""
