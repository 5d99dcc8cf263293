"""How near two wordings are in meaning: word vectors of a pinned package, read from disk, never from a network.

Dictionaries know the words that somebody wrote down; a reporter writes "vanished" and the codebook says "missing".
The vectors (WordLlama's 256 numbers for each piece of a word, MIT licence, in the package itself) know such pairs.
They say only which of several offered wordings is nearest and by how much: a caller offers the choices, sets the
margin, and asks a person below it. They know no negation and no grade ("found again" lies near "missing"): what
must not be confused is kept apart by rules, before or after.

The package has no wheels for every system. Where it is absent `available()` is false and every nearness is 0.0, so
that nothing passes a margin and more is asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Vector = np.ndarray[Any, np.dtype[np.float32]]

PACKAGE = "wordllama"
WEIGHTS = "weights/l2_supercat_256.safetensors"
PIECES = "tokenizers/l2_supercat_tokenizer_config.json"


def available() -> bool:
    """Whether the vectors are on this machine."""
    return _model() is not None


def near(one: str, other: str) -> float:
    """The cosine between two wordings, -1.0 to 1.0; 0.0 where one has no words or the vectors are absent."""
    first, second = vector(one), vector(other)
    return 0.0 if first is None or second is None else float(first @ second)


def ranked(text: str, choices: Iterable[str]) -> tuple[tuple[str, float], ...]:
    """The choices with their nearness to the text, nearest first; equally near ones keep their order."""
    return tuple(sorted(((choice, near(text, choice)) for choice in choices), key=lambda pair: -pair[1]))


@lru_cache(maxsize=20_000)
def vector(text: str) -> Vector | None:
    """The mean of the vectors of the text's pieces, of length 1; None where there is nothing to take a mean of."""
    model = _model()
    if model is None:
        return None
    import numpy as np

    weights, pieces = model
    ids = pieces.encode(" ".join(text.split()), add_special_tokens=False).ids
    if not ids:
        return None
    mean = weights[ids].astype(np.float32).mean(axis=0)
    length = float(np.linalg.norm(mean))
    return mean / length if length else None


@cache
def _model() -> tuple[Any, Any] | None:
    """The table of vectors and the program that cuts words into its pieces; None where the package is absent."""
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        return None
    from safetensors.numpy import load_file
    from tokenizers import Tokenizer

    folder = Path(found.origin).parent  # importing the package itself would load a library for downloads
    (weights,) = load_file(folder / WEIGHTS).values()
    pieces = Tokenizer.from_file(str(folder / PIECES))
    pieces.no_padding()
    pieces.no_truncation()
    return weights, pieces
