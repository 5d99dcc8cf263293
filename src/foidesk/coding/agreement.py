"""How far people who coded the same words apart from each other agree: per cent, kappa, alpha.

Cohen's kappa: J. Cohen, "A Coefficient of Agreement for Nominal Scales", Educational and Psychological Measurement
20 (1960). Krippendorff's alpha for nominal data, any number of coders, units left out: K. Krippendorff, "Computing
Krippendorff's Alpha-Reliability" (2011).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations

Ratings = Mapping[str, str]
"""One unit: coder to the category that coder chose."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of the `units` that two or more of the `coders` coded: the share of pairs alike, kappa and alpha.

    `kappa` is for exactly two coders. A coefficient is None where it is not defined: nothing was coded twice, or
    everybody always chose one and the same category, so that agreement by chance would be certain.
    """

    coders: int
    units: int
    alike: Fraction | None
    kappa: Fraction | None
    alpha: Fraction | None


def agreement(units: Iterable[Ratings]) -> Agreement:
    """The agreement over all units; those that fewer than two people coded take no part."""
    paired = [dict(one) for one in units if len(one) > 1]
    coders = sorted({coder for one in paired for coder in one})
    return Agreement(
        len(coders),
        len(paired),
        _alike(paired) if paired else None,
        _kappa(paired, coders[0], coders[1]) if len(coders) == 2 else None,
        _alpha(paired) if paired else None,
    )


def _alike(units: list[dict[str, str]]) -> Fraction:
    """The mean over the units of the share of pairs of coders that chose the same."""
    shares = []
    for one in units:
        pairs = list(permutations(one.values(), 2))
        shares.append(Fraction(sum(a == b for a, b in pairs), len(pairs)))
    return sum(shares, Fraction(0)) / len(shares)


def _kappa(units: list[dict[str, str]], first: str, second: str) -> Fraction | None:
    count = len(units)
    alike = Fraction(sum(one[first] == one[second] for one in units), count)
    mine, theirs = Counter(one[first] for one in units), Counter(one[second] for one in units)
    chance = sum((Fraction(mine[each] * theirs[each], count * count) for each in mine), Fraction(0))
    return None if chance == 1 else (alike - chance) / (1 - chance)


def _alpha(units: list[dict[str, str]]) -> Fraction | None:
    weights: dict[tuple[str, str], Fraction] = {}
    for one in units:
        for pair in permutations(one.values(), 2):
            weights[pair] = weights.get(pair, Fraction(0)) + Fraction(1, len(one) - 1)
    each: dict[str, Fraction] = {}
    for (category, _), weight in weights.items():
        each[category] = each.get(category, Fraction(0)) + weight
    total = sum(each.values(), Fraction(0))
    apart = sum((weight for (a, b), weight in weights.items() if a != b), Fraction(0))
    chance = total * total - sum((one * one for one in each.values()), Fraction(0))
    return None if chance == 0 else 1 - (total - 1) * apart / chance
