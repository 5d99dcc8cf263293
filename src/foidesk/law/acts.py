"""Access laws: exemptions, refusals, time to answer and cost limits, each with the section that it rests on.

The data stands in `data/*.toml`; every file names its source and the day it was written down.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from foidesk.errors import UnknownName


@dataclass(frozen=True, slots=True)
class Exemption:
    """A ground for withholding; `test` is "absolute" or "qualified" (weighed against the public interest).

    `words` are those that letters use for it; `ncnd` the subsection that lets a body neither confirm nor deny.
    """

    section: str
    title: str
    test: str
    words: tuple[str, ...] = ()
    ncnd: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Another ground for not answering: `outcome` is one of the outcomes of a question, `section` its rule."""

    outcome: str
    section: str
    title: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ResponseTime:
    """How long a body has: `amount` of `unit`, counted from the day after `counted_from`.

    `holidays` are the places whose bank holidays do not count. Data only: the clock is not kept here.
    """

    what: str
    amount: int
    unit: str
    section: str
    counted_from: str
    holidays: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class ClockRule:
    """How long a step has: `amount` of `unit` after the day of a fact ("request", "final reply", "review asked").

    `needs` is a fact without which the rule does not apply ("extended"). `standing` is "Act" or "guidance",
    `whose` turn it is "theirs" or "ours". `silence` is the section by which it also counts from the last day of
    the step that `after` would end, where nothing came by then: no answer counts as a refusal, or a review may be
    asked for without one. `whole_time` is the section by which it counts from that day also where
    `after` came before.
    """

    step: str
    after: str
    amount: int
    unit: str
    section: str
    standing: str
    needs: str = ""
    whose: str = "theirs"
    note: str = ""
    silence: str = ""
    whole_time: str = ""


@dataclass(frozen=True, slots=True)
class ClockStops:
    """What a question about the request, and a demand for a fee, do to the clock: "restart", "pause" or "none"."""

    clarification: str = "none"
    clarification_section: str = ""
    fee: str = "none"
    fee_section: str = ""


@dataclass(frozen=True, slots=True)
class CostLimit:
    """Above which cost a body may refuse: a sum of money at an hourly rate, which gives hours."""

    bodies: str
    amount: Decimal
    currency: str
    hourly_rate: Decimal
    hours: Decimal
    section: str


@dataclass(frozen=True, slots=True)
class AccessLaw:
    """One access law. `unit` is its word for a rule ("section", "regulation", "exemption").

    `year_start` is the first month and day of the financial year where it holds; `day_first` and `decimal` how
    dates and numbers are written there; `language` that of its letters; `zone` the
    time zone that its days are counted in ("Europe/London"); `regulator` who decides on complaints.
    """

    id: str
    title: str
    names: tuple[str, ...]
    jurisdiction: str
    unit: str
    in_force: str
    written_down: str
    source: str
    exemptions: tuple[Exemption, ...]
    refusals: tuple[Refusal, ...]
    times: tuple[ResponseTime, ...]
    cost_limits: tuple[CostLimit, ...] = ()
    year_start: tuple[int, int] = (4, 1)
    day_first: bool = True
    decimal: str = "."
    language: str = "en"
    zone: str = ""
    regulator: str = ""
    note: str = ""
    clock: tuple[ClockRule, ...] = ()
    clock_stops: ClockStops = ClockStops()

    def exemption(self, section: str) -> Exemption | None:
        """The exemption that a section ("40(2)", "b(6)") belongs to; None if it is no exemption of this law."""
        fitting = [item for item in self.exemptions if _belongs(section, item.section)]
        return max(fitting, key=lambda item: len(item.section), default=None)

    def refusal(self, section: str) -> Refusal | None:
        """The other ground for refusal that a section belongs to, or None."""
        fitting = [item for item in self.refusals if item.section and _belongs(section, item.section)]
        return max(fitting, key=lambda item: len(item.section), default=None)

    @property
    def response_time(self) -> ResponseTime:
        """The ordinary time to answer."""
        return self.times[0]


def _belongs(section: str, rule: str) -> bool:
    """ "40(2)" belongs to "40", "12(4)(b)" to "12(4)"; "4" does not belong to "40"."""
    return section == rule or (section.startswith(rule) and section[len(rule)] == "(")


_OWN: dict[str, dict[str, AccessLaw]] = {}
"""The laws that surveys bring along, by the folder that they stand in."""


def adopt(folder: str, acts: Iterable[AccessLaw]) -> None:
    """Makes the laws of a survey's own folder known beside ours, in place of those adopted from it before.

    Raises `ValueError` for an id that is one of ours, or that another folder gives to another law: a deadline must
    not depend on which survey was opened last.
    """
    own = {act.id: act for act in acts}
    for gone in [each for each in _OWN if not Path(each).is_dir()]:
        del _OWN[gone]
    for id, act in own.items():
        if id in _load():
            raise ValueError(f"there is an access law {id!r} already")
        others = [other for other, known in _OWN.items() if other != folder and known.get(id, act) != act]
        if others:
            raise ValueError(f"the survey in {others[0]} has another access law {id!r}")
    _OWN[folder] = own


def _known() -> dict[str, AccessLaw]:
    return _load() | {id: act for own in _OWN.values() for id, act in own.items()}


def laws(folder: str | None = None) -> tuple[AccessLaw, ...]:
    """Every access law that foidesk knows, by id, ours first; with `folder` ours and that survey's."""
    known = _known() if folder is None else _load() | _OWN.get(folder, {})
    return tuple(known.values())


def law(id: str) -> AccessLaw:
    """The access law of that id. Raises `UnknownName` with the ids that there are."""
    known = _known()
    if id not in known:
        raise UnknownName(f"no access law {id!r}", next=f"use one of: {', '.join(known)}")
    return known[id]


@cache
def _load() -> dict[str, AccessLaw]:
    found = [entry for entry in files(__package__).joinpath("data").iterdir() if entry.name.endswith(".toml")]
    read = [access_law(tomllib.loads(entry.read_text(encoding="utf-8"))) for entry in found]
    return {act.id: act for act in sorted(read, key=lambda act: act.id)}


def access_law(data: dict[str, Any]) -> AccessLaw:
    """The law that a file of `data/` holds; the tables that it takes out of `data` are named in `PARTS`."""
    lists: dict[str, Any] = {
        "exemptions": tuple(Exemption(**_tuples(item)) for item in data.pop("exemptions")),
        "refusals": tuple(Refusal(**_tuples(item)) for item in data.pop("refusals")),
        "times": tuple(ResponseTime(**_tuples(item)) for item in data.pop("times")),
        "clock": tuple(ClockRule(**item) for item in data.pop("clock", ())),
        "clock_stops": ClockStops(**data.pop("clock_stops", {})),
        "cost_limits": tuple(CostLimit(**_decimals(item)) for item in data.pop("cost_limits", ())),
    }
    return AccessLaw(**_tuples(data), **lists)


PARTS: Mapping[str, type] = {
    "exemptions": Exemption, "refusals": Refusal, "times": ResponseTime, "clock": ClockRule,
    "clock_stops": ClockStops, "cost_limits": CostLimit,
}  # fmt: skip
"""What stands in each table of a law's file."""


def _tuples(item: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in item.items()}


def _decimals(item: dict[str, Any]) -> dict[str, Any]:
    money = ("amount", "hourly_rate", "hours")
    return {key: Decimal(value) if key in money else value for key, value in item.items()}
