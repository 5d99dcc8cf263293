"""A reply's words matched to the codebook: answers by `CategoryMatcher`, headings by `VariableMatcher`."""

from .categories import CategoryMatcher, category_matcher
from .headings import HEADINGS, HeadingHit, VariableMatcher, variable_matcher
from .joining import CategoryHit

__all__ = [
    "HEADINGS", "CategoryHit", "CategoryMatcher", "HeadingHit", "VariableMatcher", "category_matcher",
    "variable_matcher",
]  # fmt: skip
