"""The figures of news prose: a grammar of its own.

`words.numbers` reads replies: cells, rows, letters. News tells its numbers in words, hedges, ranks and shares, and
is full of numbers that are no figures; its grammar is here.
"""

from .dating import When, dateline, whens
from .figure import KINDS, Figure, Passed
from .scan import Scanned, figures, scan
from .sentences import sentences

__all__ = ["KINDS", "Figure", "Passed", "Scanned", "When", "dateline", "figures", "scan", "sentences", "whens"]
