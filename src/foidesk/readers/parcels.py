"""A `Read` as plain tuples and back: small to send between processes, and safe to receive.

Only numbers, texts, bytes, lists, dictionaries and tuples travel, so a process that a hostile file took over
cannot make the receiver build anything but nouns. What a noun has not made yet (`model.later`) travels as the
columns of its sheet, once for all tables of the sheet.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from typing import Any, NoReturn

from foidesk import errors
from foidesk.errors import UnreadableDocument
from foidesk.model.issues import Issue
from foidesk.model.later import Later, later_of, made_later
from foidesk.model.places import Box, Locator, PagePlace, SheetPlace, TextPlace
from foidesk.model.protocols import Read
from foidesk.model.quick import has_maker, maker
from foidesk.model.reading import Attachment, Block, Cell, Envelope, Part, Reading, Table, Word

from .sheet_cells import LaidCells, LaidWords

_NOUNS: tuple[type, ...] = (
    Read, Reading, Part, Table, Cell, Word, Block, Attachment, Envelope, Issue, Locator,
    PagePlace, SheetPlace, TextPlace, Box,
)  # fmt: skip
_LEAVES = {SheetPlace, TextPlace, Box, Attachment}
_CODES = {noun: code for code, noun in enumerate(_NOUNS)}
_FIELDS: dict[type, Callable[[Any], tuple[Any, ...]]] = {
    noun: attrgetter(*(part.name for part in fields(noun))) for noun in _NOUNS
}
_MAKERS = [(maker(noun) if has_maker(noun) else noun, noun in _LEAVES) for noun in _NOUNS]
_REFUSAL, _LATER = -1, -2


class _PlainUnpickler(pickle.Unpickler):
    """Refuses every class and function: the parcel holds plain values."""

    def find_class(self, module_name: str, global_name: str) -> NoReturn:
        raise pickle.UnpicklingError(f"a parcel never names {module_name}.{global_name}")


def pack(result: Read | UnreadableDocument) -> bytes:
    """The bytes of a result."""
    if isinstance(result, UnreadableDocument):
        plain: Any = (_REFUSAL, type(result).__name__, result.what, result.where, result.next)
    else:
        plain = _flat(result)
    return pickle.dumps(plain, protocol=5)


def unpack(data: bytes) -> Read | UnreadableDocument:
    """The result in the bytes."""
    plain = _PlainUnpickler(io.BytesIO(data)).load()
    if plain[0] == _REFUSAL:
        _, kind, what, where, then = plain
        refusal = getattr(errors, kind, UnreadableDocument)
        known = isinstance(refusal, type) and issubclass(refusal, UnreadableDocument)
        return (refusal if known else UnreadableDocument)(what, where=where, next=then)
    result = _whole(plain)
    if not isinstance(result, Read):
        raise pickle.UnpicklingError("a parcel holds a Read")
    return result


def pack_plain(value: tuple[Any, ...]) -> bytes:
    """The bytes of a tuple of plain values."""
    return pickle.dumps(value, protocol=5)


def unpack_plain(data: bytes) -> Any:
    """The plain values in the bytes."""
    return _PlainUnpickler(io.BytesIO(data)).load()


def _flat(value: Any) -> Any:
    kind = type(value)
    if kind in _LEAVES:
        return (_CODES[kind], *_FIELDS[kind](value))
    if kind in _CODES:
        later = later_of(value) if isinstance(value, Later) else None
        return (_CODES[kind], *map(_flat, _FIELDS[kind](value))) if later is None else _flat_later(value, *later)
    if kind is tuple:
        return [_flat(item) for item in value]
    return value


def _flat_later(noun: Later, name: str, make: Any) -> Any:
    """A noun whose named field is not made yet."""
    given = {part.name: _flat(getattr(noun, part.name)) for part in fields(noun) if part.name != name}  # type: ignore[arg-type]
    return (_LATER, _CODES[type(noun)], given, make.plain())


def _whole_later(code: int, given: dict[str, Any], plain: dict[str, Any]) -> Later:
    noun, wanted = _NOUNS[code], {name: _whole(value) for name, value in given.items()}
    if noun is Part:
        return made_later(Part, "words", LaidWords.of(plain), **wanted)
    if noun is Table:
        return made_later(Table, "cells", LaidCells.of(plain), **wanted)
    raise pickle.UnpicklingError(f"no {noun.__name__} is made later")


def _whole(value: Any) -> Any:
    kind = type(value)
    if kind is tuple:
        if value[0] == _LATER:
            return _whole_later(*value[1:])
        make, leaf = _MAKERS[value[0]]
        return make(*value[1:]) if leaf else make(*map(_whole, value[1:]))
    if kind is list:
        return tuple([_whole(item) for item in value])
    return value
