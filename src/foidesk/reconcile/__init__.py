"""Statements of replies → what each body's replies establish, what they leave open, and where they clash.

Lists add up, breakdowns add up over disjoint categories, totals are checks. What is contradicted, suppressed
or not yet decided becomes exact bounds, never a guess. The way: `statements` (observations as counts of
regions, in statement tables) → `groups` (tables of one shape, added over rows and periods) → `nesting` (cells
that hold cells) → `totals` → `ledger` (figures of one consistent set) → `parts`, `axes`, `equations`, `exact`
(the ledger as equations over unknown tables, bounded by `solver`; `attested`: where cases stand in several of its
tables) → `clashes` and `worlds` (one ledger for each way of deciding what is open; `contradictions` and `causes`
tell them) → `account` (the hull over them) → `accounts`.
"""

from .accounts import BodyAccounts
from .copies import Difference
from .explain import Explanation
from .reconcile import Reconciled, reconcile
from .words import Names, sentence_of

VERSION = 52
"""Goes up whenever the accounts of some replies change."""

__all__ = [
    "VERSION",
    "BodyAccounts",
    "Difference",
    "Explanation",
    "Names",
    "Reconciled",
    "reconcile",
    "sentence_of",
]
