"""One site of the invented publication, built once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import html

from foidesk.report import publish
from foidesk.report.site import PublishedSite

from . import made

WHOLE = (made.PDF, made.BOOK, made.MAIL)
"""Documents that are published whole, so that every test of the site looks at such pages too."""


@dataclass(frozen=True)
class Site:
    """A published site and its parsed pages."""

    folder: Path
    published: PublishedSite

    def text(self, path: str) -> str:
        return (self.folder / path).read_text("utf-8")

    def page(self, path: str) -> html.HtmlElement:
        return html.fromstring(self.text(path).encode())

    def pages(self) -> dict[str, html.HtmlElement]:
        return {path: self.page(path) for path in self.published.pages}

    def words(self, path: str) -> str:
        """The page's text with white space folded."""
        return " ".join(self.page(path).text_content().split())


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("site")
    return Site(folder, publish(folder, made.publication(whole=WHOLE), made.images, draft=False))


@pytest.fixture(scope="session")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("draft")
    return Site(folder, publish(folder, made.publication(), made.images, draft=True))
