"""The published site: static pages, pictures of sources, charts, tables and a data package."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .publication import ImageMaker, NumberAccount, Publication, PublicJudgement, Rule

VERSION = 1
"""Goes up whenever the files for some publication change."""

SUMS = "SHA256SUMS"
__all__ = [
    "SUMS",
    "VERSION",
    "ImageMaker",
    "NumberAccount",
    "PublicJudgement",
    "Publication",
    "Rule",
    "publish",
]

if TYPE_CHECKING:
    from .site import PublishedSite


def publish(site: Path, publication: Publication, images: ImageMaker, draft: bool = False) -> PublishedSite:
    """The site, written below the folder. See `foidesk.report.site.publish`."""
    from .site import publish as write

    return write(site, publication, images, draft)
