"""Nouns to plain JSON and back, without loss: `decode(encode(noun)) == noun`.

A noun becomes {"_": class name, field: value ...} with fields at their default left out.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from . import (
    bodies,
    claims,
    codebook,
    comparing,
    findings,
    guidelines,
    issues,
    judgements,
    observations,
    periods,
    places,
    reading,
    values,
)
from . import survey as survey_nouns
from .quick import has_maker, maker

_MODULES = (
    bodies, claims, codebook, comparing, findings, guidelines, issues, judgements, observations, periods, places,
    reading, survey_nouns, values,
)  # fmt: skip
NOUNS: dict[str, type] = {
    name: noun
    for module in _MODULES
    for name, noun in vars(module).items()
    if isinstance(noun, type) and is_dataclass(noun)
}


@cache
def _fields(name: str) -> tuple[tuple[str, Any], ...]:
    return tuple((part.name, _default(part)) for part in fields(NOUNS[name]))


def _default(part: Field[Any]) -> Any:
    if part.default_factory is not MISSING:
        return part.default_factory()
    return part.default


def encode(value: Any) -> Any:
    """Plain JSON values (dict, list, str, int, float, bool, None)."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    if isinstance(value, Decimal):
        return {"_": "Decimal", "v": str(value)}
    if isinstance(value, date):
        return {"_": "date", "v": value.isoformat()}
    if isinstance(value, Mapping):
        return {"_": "map", "v": {key: encode(item) for key, item in value.items()}}
    return _encode_noun(value)


def _encode_noun(noun: Any) -> dict[str, Any]:
    out: dict[str, Any] = {"_": type(noun).__name__}
    for name, default in _fields(type(noun).__name__):
        value = getattr(noun, name)
        if default is MISSING or value != default:
            out[name] = encode(value)
    return out


def decode(value: Any) -> Any:
    """The nouns back; lists become tuples."""
    if isinstance(value, list):
        return tuple([decode(item) for item in value])
    if not isinstance(value, dict):
        return value
    name = value["_"]
    if name == "Decimal":
        return Decimal(value["v"])
    if name == "date":
        return date.fromisoformat(value["v"])
    if name == "map":
        return {key: decode(item) for key, item in value["v"].items()}
    return _maker(name)(**{key: decode(item) for key, item in value.items() if key != "_"})


@cache
def _maker(name: str) -> Callable[..., Any]:
    """What builds the noun: itself where it checks what it is given."""
    noun = NOUNS[name]
    return maker(noun) if has_maker(noun) else noun


def dumps(value: Any) -> str:
    """Canonical JSON: equal nouns give equal text."""
    return json.dumps(encode(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def loads(text: str | bytes) -> Any:
    """The nouns of `dumps`."""
    return decode(json.loads(text))


def digest(*parts: Any, length: int = 16) -> str:
    """A short stable name for content: the start of the SHA-256 of its canonical JSON, in hexadecimal."""
    return hashlib.sha256(dumps(parts).encode()).hexdigest()[:length]
