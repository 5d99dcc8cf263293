"""How newspapers say what a code of conduct says: "booted out" is dismissed, "docked pay" a reduction in pay.

A group lends its words to a category of the survey only where the category's own words hold one of its seeds.
"""

from __future__ import annotations

from foidesk.model import Category

from .stems import stems

GROUPS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (
        ("dismissed", "sacked"),
        (
            "sacked",
            "sack",
            "the sack",
            "sacking",
            "fired",
            "booted out",
            "kicked out",
            "thrown out",
            "axed",
            "shown the door",
            "lost his job",
            "lost her job",
            "lost their job",
            "lost their jobs",
            "dismissed",
            "dismissal",
        ),
    ),
    (
        ("resigned", "resignation"),
        ("resigned", "resignation", "quit", "stepped down", "walked out", "handed in notice"),
    ),
    (("retired", "retirement"), ("retired", "retirement", "took retirement")),
    (
        ("demoted", "demotion", "reduction in rank"),
        ("demoted", "demotion", "reduced in rank", "stripped of rank", "busted down", "downgraded"),
    ),
    (
        ("reduction in pay", "pay reduction", "pay cut", "fine", "fined", "loss of pay"),
        (
            "pay cut",
            "docked pay",
            "had pay docked",
            "pay docked",
            "lost pay",
            "reduction in pay",
            "fined",
            "pay reduced",
        ),
    ),
    (
        ("no further action",),
        (
            "no action",
            "faced no action",
            "let off",
            "escaped action",
            "no further action",
            "not punished",
            "went unpunished",
            "unpunished",
            "escaped punishment",
            "escaped sanction",
            "escaped censure",
            "avoided punishment",
            "faced no punishment",
            "no punishment",
            "no sanction",
            "escaped without punishment",
            "not disciplined",
        ),
    ),
    (("suspended", "suspension"), ("suspended", "suspension")),
    (("words of advice", "advice"), ("words of advice", "given advice", "told off", "ticking-off", "ticked off")),
    (
        ("under investigation", "ongoing", "live"),
        (
            "still under investigation",
            "is under investigation",
            "being investigated",
            "under investigation",
            "still open",
            "remains open",
            "inquiry continues",
        ),
    ),
    (("final written warning",), ("last warning", "final warning")),
    (("verbal warning",), ("oral warning", "spoken warning")),
    (("refused",), ("turned down", "declined", "rejected", "knocked back")),
    (("upheld",), ("upheld", "proved", "proven", "substantiated")),
)


def further(category: Category) -> tuple[str, ...]:
    """The newspaper's words for a category."""
    own = {stems(words) for words in (category.label, *category.synonyms)}
    found: list[str] = []
    for seeds, words in GROUPS:
        if any(stems(seed) in own for seed in seeds):
            found += words
    return tuple(found)
