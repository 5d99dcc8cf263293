"""A reply's words matched to the codebook: answers by `CategoryMatcher`, headings by `VariableMatcher`."""

from .categories import CategoryHit, CategoryMatcher
from .headings import HEADINGS, HeadingHit, VariableMatcher

__all__ = ["HEADINGS", "CategoryHit", "CategoryMatcher", "HeadingHit", "VariableMatcher"]
