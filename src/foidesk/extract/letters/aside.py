"""A document that is no reply to the request: kept and shown; nothing in it counts until a person enters it."""

from __future__ import annotations

from dataclasses import replace

from foidesk.model import OUTSIDE_FOI
from foidesk.model.observations import Extraction


def set_aside(found: Extraction) -> Extraction:
    """The extraction of what came from outside FOI: each number ignored by that name, no statement."""
    account = tuple(replace(one, status="ignored", name=OUTSIDE_FOI) for one in found.account)
    return replace(found, observations=(), choices=(), statuses=(), footings=(), issues=(), account=account)
