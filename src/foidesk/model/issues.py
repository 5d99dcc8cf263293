"""Oddities of the evidence: recorded with their place; work goes on."""

from __future__ import annotations

from dataclasses import dataclass

from .places import Locator

SEVERITIES = ("note", "warning", "blocking")


@dataclass(frozen=True, slots=True)
class Issue:
    """An oddity of the evidence. `kind` is a short stable code ("total-differs", "row-cut-by-page-break").

    `what` says it in one plain sentence, `where` names document and place for a person, `next` says what to do.
    `blocks` names the verb that must not go on while it is open ("", "publish"). `key` tells apart two issues
    of one kind in one document.
    """

    kind: str
    severity: str
    what: str
    where: str
    next: str
    locators: tuple[Locator, ...] = ()
    blocks: str = ""
    body: str = ""
    key: str = ""

    def __post_init__(self) -> None:
        if self.severity not in SEVERITIES:
            raise ValueError(f"severity is one of {', '.join(SEVERITIES)}, not {self.severity!r}")
