"""Office files behind a password: named as such, so that a person can ask for one without."""

from __future__ import annotations

from foidesk.model.protocols import Source

from .basket import Seen
from .refusals import locked


def see(source: Source) -> Seen:
    """Never anything: the file is `Encrypted`."""
    raise locked(source.name)
