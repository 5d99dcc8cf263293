"""A reply's words matched to the codebook: answers by `CategoryMatcher`, headings by `VariableMatcher`."""

from .categories import CategoryMatcher
from .headings import HEADINGS, HeadingHit, VariableMatcher
from .joining import CategoryHit

__all__ = ["HEADINGS", "CategoryHit", "CategoryMatcher", "HeadingHit", "VariableMatcher"]
