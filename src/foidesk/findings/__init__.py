"""Queries in the codebook's terms → findings: value, unit, population, base, reading, recipe, sources.

One statistic per file in `recipes`; each is validated for every query before any is run. Nothing here knows
how the bodies' figures came about: they are asked of `foidesk.model.Accounts`.
"""

from foidesk.words.amounts import ROUNDING, amount_words, ordinal, rank_words, share_words

from .as_json import amount_json, finding_json
from .compute import compute
from .desk import DATED
from .public import public, public_part
from .recipes import RECIPES, Recipe
from .recipes.majority import is_majority

VERSION = sum(recipe.version for recipe in RECIPES)
"""Goes up with every recipe's version."""

TIMED = frozenset(recipe.name for recipe in RECIPES if recipe.timed)
"""The recipes that ask how long the bodies took."""

OF_NO_BODY = frozenset(recipe.name for recipe in RECIPES if recipe.between) | {"bodies-with-any"}
"""The recipes whose figure is of all bodies together: what one body gave is counted there, but not it."""

__all__ = [
    "DATED",
    "OF_NO_BODY",
    "RECIPES",
    "ROUNDING",
    "TIMED",
    "VERSION",
    "Recipe",
    "amount_json",
    "amount_words",
    "compute",
    "finding_json",
    "is_majority",
    "ordinal",
    "public",
    "public_part",
    "rank_words",
    "share_words",
]
