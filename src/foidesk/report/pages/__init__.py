"""The pages of the site: one maker per kind of page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..edition import Edition, Page
from . import bodies, documents, findings, front, texts, whole


@dataclass(frozen=True, slots=True)
class PageKind:
    """A kind of page: its name, and what makes the pages of an edition."""

    name: str
    make: Callable[[Edition], Iterator[Page]]

    @property
    def docstring(self) -> str:
        return (self.make.__doc__ or "").strip()


PAGES = (
    PageKind("front", front.pages),
    PageKind("findings", findings.pages),
    PageKind("breakdowns", findings.breakdowns),
    PageKind("bodies", bodies.pages),
    PageKind("sources", documents.pages),
    PageKind("whole", whole.pages),
    PageKind("story", texts.story),
    PageKind("method", texts.method),
    PageKind("issues", texts.issues),
    PageKind("guidelines", texts.guidelines),
    PageKind("clauses", texts.clauses),
    PageKind("statements", texts.statements),
    PageKind("corrections", texts.corrections),
    PageKind("glossary", texts.glossary),
)
