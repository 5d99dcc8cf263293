"""The published site: static pages, pictures of sources, charts, tables and a data package."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .amounts import words as figure_words
from .bag import faults as bag_faults
from .bag import is_bag, listed_faults, write_bag
from .disclosure import disclosed_part
from .figures import Figures, NotGiven, Recorder, Replay, read_figures
from .finding_data import plain_finding
from .package import left_out
from .personal import Found, personal_data
from .publication import (
    BodyReply,
    CitedBy,
    CodedTwice,
    Correction,
    ImageMaker,
    NumberAccount,
    Publication,
    PublicJudgement,
    Rule,
    own_words,
)
from .tiles import read_layout

VERSION = 11
"""Goes up whenever the files for some publication change."""

SUMS = "SHA256SUMS"
__all__ = [
    "SUMS",
    "VERSION",
    "BodyReply",
    "CitedBy",
    "CodedTwice",
    "Correction",
    "Figures",
    "Found",
    "ImageMaker",
    "NotGiven",
    "NumberAccount",
    "PublicJudgement",
    "Publication",
    "Recorder",
    "Replay",
    "Rule",
    "bag_faults",
    "disclosed_part",
    "figure_words",
    "is_bag",
    "left_out",
    "listed_faults",
    "own_words",
    "personal_data",
    "plain_finding",
    "publish",
    "read_figures",
    "read_layout",
    "write_bag",
]

if TYPE_CHECKING:
    from .site import PublishedSite


def publish(site: Path, publication: Publication, images: ImageMaker, draft: bool = False) -> PublishedSite:
    """The site, written below the folder. See `foidesk.report.site.publish`."""
    from .site import publish as write

    return write(site, publication, images, draft)
