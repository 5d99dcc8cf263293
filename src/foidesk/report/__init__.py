"""The published site: static pages, pictures of sources, charts, tables and a data package."""

from .publication import ImageMaker, NumberAccount, Publication, PublicJudgement, Rule
from .site import PublishedSite, publish

VERSION = 1
"""Goes up whenever the files for some publication change."""

__all__ = [
    "VERSION",
    "ImageMaker",
    "NumberAccount",
    "PublicJudgement",
    "Publication",
    "PublishedSite",
    "Rule",
    "publish",
]
