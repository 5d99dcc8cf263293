"""Named guidance, and where a reply cites it."""

from __future__ import annotations

from dataclasses import dataclass

from .places import Locator


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of guidance, in our words. `cited_as` are the names that replies give it ("section 4")."""

    id: str
    text: str
    cited_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Guideline:
    """Named guidance: who issued it, whom it binds, from when, its clauses in our words, its source.

    `categories` are the roles of the codebook that it binds; `cited_as` the names that replies give it beside its
    title.
    """

    id: str
    title: str
    issuer: str
    binds: str
    since: str
    source: str
    clauses: tuple[Clause, ...] = ()
    categories: tuple[str, ...] = ()
    note: str = ""
    basis: str = ""
    cited_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A place where a reply itself names guidance, or a clause of it; nothing is assigned that is not named.

    `guideline` and `clause` are ids ("" where the reply names no clause, or one that guidelines.toml does not
    hold: `unknown` is then how the reply calls it). `names` are the names that stand there. `table` and `row` as
    an observation has them, for a citation in a row; `over` is the name over its column where only that names
    the guidance.
    """

    guideline: str
    clause: str
    names: tuple[str, ...]
    locator: Locator
    unknown: str = ""
    table: str = ""
    row: int = -1
    over: Locator | None = None
