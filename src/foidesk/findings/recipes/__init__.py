"""One statistic per file. A recipe is validated for every query before any is run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from foidesk.model import Finding, Query, SurveyDefinition

from ..checks import anything, needs_by, needs_part, needs_where
from ..desk import Desk
from . import (
    bodies_with_any,
    breakdown,
    by_body,
    by_period,
    change,
    change_percent,
    change_points,
    coverage,
    funnel,
    majority,
    median,
    quartiles,
    ranking,
    rate,
    response,
    share,
    share_by_body,
    total,
)


@dataclass(frozen=True, slots=True)
class Recipe:
    """A statistic: its name in survey.toml, its version, what it gives, what it needs, how it is computed.

    `version` goes up whenever its result for some accounts changes. `levels` is true where it adds nothing up, so
    that shares, rates and medians can be asked for too. `timed` is true where it asks how long the bodies took.
    `one_reading` is true where nothing can be stated otherwise than it is: who answered, and when. `between` is
    true where the value lies between those of the bodies, so that one body more would make it another figure.
    """

    name: str
    version: int
    doc: str
    validate: Callable[[Query, SurveyDefinition], None]
    run: Callable[[Desk], Finding]
    levels: bool = False
    timed: bool = False
    one_reading: bool = False
    between: bool = False


RECIPES = (
    Recipe("total", 2, "How many, over the bodies that answered.", anything, total.run),
    Recipe("count", 2, "How many of one kind; needs `where`.", needs_where, total.run),
    Recipe("share", 8, "A part as a share of a base; needs `where`; `of` is the base.", needs_part, share.run),
    Recipe("breakdown", 5, "The cases by one variable; needs `by`.", needs_by, breakdown.run),
    Recipe(
        "by-body",
        4,
        "Each body's figure, alphabetical, with what it counted; with `denominator`, its rate.",
        by_body.validate,
        by_body.run,
        True,
    ),
    Recipe(
        "share-by-body",
        5,
        "Each body's share, alphabetical; needs `where`; `of` is the base.",
        share_by_body.validate,
        share_by_body.run,
    ),
    Recipe(
        "rate", 3, "So many `per` so many, from sizes with a source; needs `denominator`.", rate.validate, rate.run
    ),
    Recipe(
        "funnel",
        3,
        "A rate or share with the limits of chance by size; needs counts declared comparable.",
        funnel.validate,
        funnel.run,
    ),
    Recipe(
        "ranking",
        4,
        "The bodies with the highest figures or rates, if the owner lets them be ranked; `top` says how many.",
        ranking.validate,
        ranking.run,
        True,
    ),
    Recipe("rank", 4, "The same as ranking.", ranking.validate, ranking.run, True),
    Recipe("median", 5, "The figure of the body in the middle.", anything, median.run, True, between=True),
    Recipe(
        "lower-quartile",
        3,
        "The figure below which a quarter lies.",
        anything,
        quartiles.run_lower,
        True,
        between=True,
    ),
    Recipe(
        "upper-quartile",
        3,
        "The figure above which a quarter lies.",
        anything,
        quartiles.run_upper,
        True,
        between=True,
    ),
    Recipe(
        "percentile",
        3,
        "The figure below which `percent` of a hundred bodies lie; needs `percent`.",
        quartiles.validate,
        quartiles.run,
        True,
        between=True,
    ),
    Recipe("bodies-with-any", 2, "At how many bodies there is at least one.", anything, bodies_with_any.run, True),
    Recipe(
        "coverage",
        2,
        "Who answered, who did not, and under which section; `by` or `where` name the question.",
        coverage.validate,
        coverage.run,
        True,
        one_reading=True,
    ),
    Recipe(
        "coverage-share",
        2,
        "What the bodies that answered are of all by size (workforce, population); needs `denominator`.",
        coverage.validate_share,
        coverage.run_share,
        True,
        one_reading=True,
    ),
    Recipe("majority", 6, "Whether a part is more than half of a base; needs `where`.", needs_part, majority.run),
    Recipe("change", 2, "How many more than before; needs `since` and `period`.", change.validate, change.run),
    Recipe(
        "change-percent",
        3,
        "By how many per cent more than before; needs `since` and `period`.",
        change_percent.validate,
        change_percent.run,
    ),
    Recipe(
        "change-points",
        4,
        "How a share moved, in percentage points; needs `where`, `since` and `period`.",
        change_points.validate,
        change_points.run,
    ),
    Recipe(
        "response-days",
        1,
        "The median of the days to the answer, by law and by section.",
        anything,
        response.run_days,
        True,
        True,
    ),
    Recipe(
        "on-time",
        1,
        "The share of bodies that answered by the last day of their clock.",
        anything,
        response.run_on_time,
        True,
        True,
    ),
    Recipe("by-period", 3, "The cases by the periods that the bodies used.", anything, by_period.run),
)

__all__ = ["RECIPES", "Recipe"]
