"""The published site: static pages, pictures of sources, charts, tables and a data package."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .bag import faults as bag_faults
from .bag import is_bag, listed_faults, write_bag
from .disclosure import disclosed_part
from .downloads import plain_finding
from .figures import Figures, Recorder, read_figures
from .package import left_out
from .publication import ImageMaker, NumberAccount, Publication, PublicJudgement, Rule

VERSION = 2
"""Goes up whenever the files for some publication change."""

SUMS = "SHA256SUMS"
__all__ = [
    "SUMS",
    "VERSION",
    "Figures",
    "ImageMaker",
    "NumberAccount",
    "PublicJudgement",
    "Publication",
    "Recorder",
    "Rule",
    "bag_faults",
    "disclosed_part",
    "is_bag",
    "left_out",
    "listed_faults",
    "plain_finding",
    "publish",
    "read_figures",
    "write_bag",
]

if TYPE_CHECKING:
    from .site import PublishedSite


def publish(site: Path, publication: Publication, images: ImageMaker, draft: bool = False) -> PublishedSite:
    """The site, written below the folder. See `foidesk.report.site.publish`."""
    from .site import publish as write

    return write(site, publication, images, draft)
