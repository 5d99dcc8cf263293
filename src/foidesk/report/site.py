"""From a publication to the files of a site, byte for byte the same each time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path, PurePosixPath

from foidesk.errors import Blocked

from .disclosure import disclosed
from .edition import Edition, Page
from .masking import knowing
from .naming import source_picture
from .originals import originals
from .package import package, sums
from .pages import PAGES
from .people import pattern_of, people
from .pictures import Picture
from .proof import prove
from .publication import ImageMaker, Publication
from .rendering import Renderer
from .screening import screened

SUMS = "SHA256SUMS"


@dataclass(frozen=True, slots=True)
class PublishedSite:
    """What was written: the folder, and the paths of all files in it, sorted; `removed` are those of the last
    edition that this one no longer has."""

    folder: Path
    files: tuple[str, ...]
    removed: tuple[str, ...] = ()

    @property
    def pages(self) -> tuple[str, ...]:
        return tuple(path for path in self.files if path.endswith(".html"))


def publish(site: Path, publication: Publication, images: ImageMaker, draft: bool) -> PublishedSite:
    """Writes the site. All is rendered before the first byte is written, so a failure leaves the old site whole.

    Raises `Blocked` while a claim or an issue stands against publishing, unless it is a draft; a draft says
    DRAFT on every page. Files of the last edition that this one no longer has are removed; others are left.
    """
    if not draft:
        _refuse_if_blocked(publication)
    with knowing(pattern_of(people(publication.readings.values(), publication.own_words))):
        edition = Edition(screened(disclosed(publication)), images, draft)
        pictures: dict[str, Picture] = {}
        content = dict(_contents(edition, pictures))
        prove(content, pictures, edition)
    content[SUMS] = sums(content)  # also the list of what this edition wrote
    removed = _remove_old(site, content)
    for path, data in content.items():
        target = site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return PublishedSite(site, tuple(sorted(content)), removed)


def _refuse_if_blocked(publication: Publication) -> None:
    claims = [
        f"line {claim.line}: “{claim.text}” is {claim.verdict}" for claim in publication.claims if claim.blocks
    ]
    issues = [f"{issue.where}: {issue.what}" for issue in publication.issues if issue.blocks == "publish"]
    if claims or issues:
        counts = f"{len(claims)} claims and {len(issues)} issues stand against publishing"
        raise Blocked(
            f"{counts}: {'; '.join((claims + issues)[:5])}",
            next="settle them with 'foidesk decide', or see the site with 'foidesk publish --draft'",
        )


def _contents(edition: Edition, pictures: dict[str, Picture]) -> Iterator[tuple[str, bytes]]:
    """Every file of the site; the pictures are also put into `pictures`, by their path."""
    renderer = Renderer(edition)
    for kind in PAGES:
        for page in kind.make(edition):
            yield page.path, renderer.html(page).encode()
            yield from _beside(page, pictures)
            yield from _of_whole(page, pictures)
    yield from _data(edition)
    yield from originals(edition)
    yield "site.css", (files(__package__) / "static" / "site.css").read_bytes()


def _beside(page: Page, pictures: dict[str, Picture]) -> Iterator[tuple[str, bytes]]:
    """The picture of a source page."""
    picture = page.content.get("picture")
    if isinstance(picture, Picture):
        source = page.content["page"]
        path = source_picture(source.document, source.number)
        pictures[path] = picture
        yield path, picture.data


def _of_whole(page: Page, pictures: dict[str, Picture]) -> Iterator[tuple[str, bytes]]:
    """The pictures of a document that is published whole; a cited page has its own already."""
    for part in page.content.get("parts", ()) if page.template == "whole.html" else ():
        path = source_picture(page.content["document"], part.number)
        if part.picture is not None and path not in pictures:
            pictures[path] = part.picture
            yield path, part.picture.data


def _data(edition: Edition) -> Iterator[tuple[str, bytes]]:
    for name, data in package(edition):
        yield f"data/{name}", data


def _remove_old(site: Path, content: Mapping[str, bytes]) -> tuple[str, ...]:
    """Removes what the last edition wrote and this one does not: a page withdrawn must not stay online."""
    removed = []
    for path in _last_edition(site):
        target = site / path
        if path not in content and _inside(path) and target.is_file() and not target.is_symlink():
            target.unlink()
            removed.append(path)
    return tuple(sorted(removed))


def _last_edition(site: Path) -> list[str]:
    sums = site / SUMS
    if not sums.is_file():
        return []
    return [line.partition("  ")[2] for line in sums.read_text("utf-8").splitlines() if "  " in line]


def _inside(path: str) -> bool:
    parts = PurePosixPath(path)
    return not parts.is_absolute() and ".." not in parts.parts and "\\" not in path
