"""Draft → claims → verdicts. Every number is a claim; what it rests on is said in the draft, never guessed.

    Officers were investigated [828]{f=total} times; Exampleton had the [most]{f=by-body body=ex part=rank}.

The way: `draft` (Markdown → plain text and spans) → `quantity` (its numbers and places in an order) → `facts`
(the value a span is bound to) → `rounding` and `places` (does it fit?) → claims with verdicts.
"""

from .accepted import attributes, can_accept, in_words, written
from .annotate import Annotated, annotate
from .ask import Said
from .check import Evidence, blocking, check
from .draft import clean
from .facts import PARTS
from .legal import legal_read
from .listing import COLUMNS, Listed, listing
from .notclaims import NOT_CLAIMS
from .page import page
from .rounding import RULES
from .waivers import READ_OTHERWISE

VERSION = 72
"""Goes up whenever some draft would get another verdict."""

__all__ = [
    "COLUMNS",
    "NOT_CLAIMS",
    "PARTS",
    "READ_OTHERWISE",
    "RULES",
    "VERSION",
    "Annotated",
    "Evidence",
    "Listed",
    "Said",
    "annotate",
    "attributes",
    "blocking",
    "can_accept",
    "check",
    "clean",
    "in_words",
    "legal_read",
    "listing",
    "page",
    "written",
]
