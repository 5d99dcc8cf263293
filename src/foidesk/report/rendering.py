"""Templates to HTML: everything from a reply is escaped, and every link is checked for where it may lead."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from foidesk.errors import UnknownName
from foidesk.law import law

from . import amounts, words
from .coverage import outcome_words
from .edition import Edition, Page
from .masking import mask
from .naming import anchor, body_page, clause_page, source_picture
from .story import bare_markdown

NAVIGATION = (
    ("index.html", "Results"),
    ("story.html", "Story"),
    ("bodies/index.html", "Bodies"),
    ("method.html", "Method"),
    ("issues.html", "Open issues"),
    ("corrections.html", "Corrections"),
    ("guidelines.html", "Rules"),
    ("statements.html", "Statements"),
    ("glossary.html", "Terms"),
)


class Renderer:
    """Turns the pages of one edition into HTML."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._environment = Environment(
            loader=PackageLoader(__package__ or "foidesk.report"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._environment.filters |= _filters()
        self._environment.globals |= self._globals()

    def html(self, page: Page) -> str:
        """The whole page."""
        template = self._environment.get_template(page.template)
        return template.render(**page.content, path=page.path, root=page.root, page_title=page.title)

    def _globals(self) -> dict[str, Any]:
        publication = self._edition.publication
        return {
            "survey": publication.definition,
            "law_title": law_title(publication.definition.law),
            "draft": self._edition.draft,
            "last_event": publication.last_event,
            "desk": publication.desk,
            "navigation": self._navigation(),
            "source_picture": source_picture,
            "body_page": body_page,
            "clause_page": clause_page,
            "basis_meaning": words.BASIS_WORDS,
            "web_link": web_link,
            "has_observations": bool(publication.observations),
        }

    def _navigation(self) -> list[tuple[str, str]]:
        """Pages with something on them."""
        publication = self._edition.publication
        empty = {
            "story.html": not publication.story.strip(),
            "corrections.html": not publication.corrections,
            "guidelines.html": not publication.definition.guidelines,
            "statements.html": not publication.definition.statements,
        }
        return [(path, name) for path, name in NAVIGATION if not empty.get(path)]


def _filters() -> dict[str, Any]:
    return {
        "mask": mask,
        "day": words.day,
        "counted": words.counted,
        "anchor": anchor,
        "amount": amounts.words,
        "outcome": outcome_words,
        "svg": Markup,
        "bare_markdown": bare_markdown,
        "part_class": lambda part: "m-" + part.partition(":")[0],
        "first_upper": lambda text: text[:1].upper() + text[1:],
    }


def law_title(id: str) -> str:
    """The name of the access law; an id that the law room does not know is printed as it stands."""
    try:
        return law(id).title
    except UnknownName:
        return id


def web_link(source: str) -> Markup:
    """A source as a link if it is a web address, else as text: no other scheme becomes a link."""
    if not source.startswith(("https://", "http://")) or any(character.isspace() for character in source):
        return escape(source)
    shown = source.partition("://")[2].removeprefix("www.").rstrip("/")
    return Markup('<a href="{}" rel="noreferrer">{}</a>').format(source, shown)
