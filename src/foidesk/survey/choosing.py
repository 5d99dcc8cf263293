"""Which documents a person chose to publish whole: `[publication]` of survey.toml."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..errors import SurveyFileError
from ..model import Delivery
from .tables import TomlFile, nearest


@dataclass(frozen=True, slots=True)
class PublicationTable:
    """The table `[publication]`: for how many days answers hold, and which documents are published whole."""

    answers_hold: int
    whole: tuple[str, ...]
    originals: tuple[str, ...]


def publication_table(file: TomlFile) -> PublicationTable:
    """The table, checked. `SurveyFileError` for a key it does not have."""
    what = "[publication]"
    table = file.optional(file.table, "publication", dict, {}, "survey.toml")
    file.check_keys(table, ("answers_hold_days", "whole", "originals"), what)
    days: int = file.optional(table, "answers_hold_days", int, 30, what)
    if days < 1:
        raise file.wrong("answers hold for a day at least", "answers_hold_days", next="write a number of days")
    return PublicationTable(days, file.texts(table, "whole", what), file.texts(table, "originals", what))


def chosen(deliveries: Iterable[Delivery], files: tuple[str, ...]) -> tuple[Delivery, ...]:
    """The documents of these files (paths below replies/); `SurveyFileError` for one that did not come in."""
    known = {one.path.partition("replies/")[2] or one.path: one for one in deliveries}
    for file in files:
        if file not in known:
            guess = nearest(file, list(known))
            raise SurveyFileError(
                f"no document {file!r} came in",
                where="survey.toml, [publication]",
                next=f"did you mean {guess!r}?" if guess else "name it by its path below replies/",
            )
    return tuple(known[file] for file in files)
