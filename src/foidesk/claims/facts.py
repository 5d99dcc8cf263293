"""What a finding says at the part that a claim is bound to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from foidesk.errors import FoideskError
from foidesk.model import Amount, Finding, Line, Rate, Share, Support, SurveyDefinition
from foidesk.words.amounts import amount_words

from .notclaims import nearest

HALF = Decimal("0.5")


class Unbound(FoideskError):
    """The binding names something that the finding does not have; becomes a claim that needs a person."""


class NoFigure(FoideskError):
    """The body is one of the survey, but gave no figure for this finding; becomes a claim without data."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A value of a finding: an amount, a place in an order (best, worst), or yes, no, open.

    `of` are the places of all bodies for a rank; `tied` names the bodies that surely share the place.
    """

    kind: str
    amount: Amount | None = None
    lowest_first: tuple[int, int] | None = None
    highest_first: tuple[int, int] | None = None
    tied: tuple[str, ...] = ()
    is_so: bool | None = None
    words: str = ""
    population: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a finding that a span can name with `part=`."""

    name: str
    doc: str
    of: Callable[[Finding, Binding, SurveyDefinition], Fact]


@dataclass(frozen=True, slots=True)
class Binding:
    """What a span names: finding, part, line and body."""

    finding: str
    part: str = ""
    line: str = ""
    body: str = ""


def fact(finding: Finding, binding: Binding, definition: SurveyDefinition, is_share: bool) -> Fact:
    """The value at the binding. `Unbound` if the finding has no such part, line or body."""
    name = binding.part or _default(finding, is_share, binding)
    bodies = [body.id for body in definition.bodies]
    if binding.body and binding.body not in bodies:
        raise Unbound(f"there is no body {binding.body!r}", next=nearest(binding.body, bodies))
    part = next((one for one in PARTS if one.name == name), None)
    if part is None:
        raise Unbound(f"there is no part {name!r}", next=nearest(name, [one.name for one in PARTS]))
    return part.of(finding, binding, definition)


def _default(finding: Finding, is_share: bool, binding: Binding) -> str:
    """A per cent claims the share, any other number the value; of a share the value is its numerator."""
    return "share" if is_share and (finding.numerator is not None or binding.line) else "value"


def _value(finding: Finding, binding: Binding, definition: SurveyDefinition) -> Fact:
    amount = _amount(finding, binding)
    if isinstance(amount, Share) and finding.numerator is not None and not (binding.line or binding.body):
        amount = finding.numerator
    return _of(amount, finding, binding, definition)


def _share(finding: Finding, binding: Binding, definition: SurveyDefinition) -> Fact:
    if isinstance(finding.value, Share) and not (binding.line or binding.body):
        return _of(finding.value, finding, binding, definition)
    if not (binding.line or binding.body):
        raise Unbound(f"{finding.name} is no share", next="bind it to a finding of recipe share, or to a line")
    part, base = _amount(finding, binding), finding.denominator or finding.value
    if part.hi is None or base.hi is None or not base.is_exact or not base.lo or isinstance(base, Share):
        raise Unbound(f"the base of {finding.name} is not settled", next="give the number instead of the share")
    return _of(
        Share.between(part.lo / base.lo, part.hi / base.lo, f"of {base.unit}"), finding, binding, definition
    )


def _n(finding: Finding, binding: Binding, definition: SurveyDefinition) -> Fact:
    return _of(_bodies(finding.base.n), finding, binding, definition)


def _asked(finding: Finding, binding: Binding, definition: SurveyDefinition) -> Fact:
    return _of(_bodies(finding.base.of), finding, binding, definition)


def _numerator(finding: Finding, binding: Binding, definition: SurveyDefinition) -> Fact:
    return _of(_given(finding.numerator, finding, "numerator"), finding, binding, definition)


def _denominator(finding: Finding, binding: Binding, definition: SurveyDefinition) -> Fact:
    return _of(_given(finding.denominator, finding, "denominator"), finding, binding, definition)


def _true(finding: Finding, binding: Binding, definition: SurveyDefinition) -> Fact:
    line = _line_of(finding, binding.line) if binding.line else None
    return _of(_given(line.true if line else finding.true, finding, "true bounds"), finding, binding, definition)


def _given(amount: Amount | None, finding: Finding, what: str) -> Amount:
    if amount is None:
        raise Unbound(f"{finding.name} gives no {what}", next="bind it to another part")
    return amount


def _rank(finding: Finding, binding: Binding, definition: SurveyDefinition) -> Fact:
    if not binding.body:
        raise Unbound("a place in an order needs a body", next="add body=... to the span")
    supports = _supports(finding, binding.line)
    own = _support_of(supports, binding.body, finding)
    high, low = _places(own, supports, 1), _places(own, supports, -1)
    tied = tuple(s.body for s in supports if s is not own and s.value.is_exact and _same(s.value, own.value))
    name = definition.body(binding.body).name
    words = f"{name}: place {_range(high)} of {len(supports)} from the top, with {amount_words(own.value)}"
    return Fact("rank", own.value, low, high, tied, None, words, finding.population, binding.body)


def _rate(finding: Finding, binding: Binding, definition: SurveyDefinition) -> Fact:
    if not binding.body:
        if not isinstance(finding.value, Rate):
            raise Unbound(f"{finding.name} gives no rate", next='bind it to a finding of recipe "rate"')
        return _of(finding.value, finding, binding, definition)
    own = _support_of(_supports(finding, binding.line), binding.body, finding).rate
    if own is None:
        raise Unbound(
            f"{finding.name} gives no rate of {binding.body}", next="give it a denominator whose sizes are on file"
        )
    if own.value is None:
        raise NoFigure(own.why or f"{binding.body} has no rate", next="tell the number instead")
    return _of(own.value, finding, binding, definition)


def _majority(finding: Finding, binding: Binding, definition: SurveyDefinition) -> Fact:
    part, base = _given(finding.numerator, finding, "share"), _given(finding.denominator, finding, "share")
    is_so = _more_than_half(finding.value) if isinstance(finding.value, Share) else None
    if base.hi is not None and part.lo * 2 > base.hi:
        is_so = True
    elif part.hi is not None and part.hi * 2 <= base.lo:
        is_so = False
    words = f"{amount_words(part)} of {amount_words(base)}"
    return Fact("truth", is_so=is_so, words=words, population=finding.population, part=binding.body)


def _more_than_half(share: Share) -> bool | None:
    """What a share says whose part and base are bounded together."""
    if share.lo > HALF:
        return True
    return False if share.hi is not None and share.hi <= HALF else None


PARTS = (
    Part(
        "value", "The finding's number; of a share, the number of its part. With `line` or `body`, theirs.", _value
    ),
    Part("share", "The share; of a line, its share of the finding's total.", _share),
    Part("n", "How many bodies the figure covers.", _n),
    Part("of", "How many bodies were asked.", _asked),
    Part("numerator", "The part of a share.", _numerator),
    Part("denominator", "The base of a share.", _denominator),
    Part("true", "The bounds of what is true.", _true),
    Part("rank", "The place of a body in the order of the figures; needs `body`.", _rank),
    Part("rate", "So many per so many of the body's size; with `body`, that body's.", _rate),
    Part("majority", "Whether the part is more than half of its base.", _majority),
)


def _of(amount: Amount, finding: Finding, binding: Binding, definition: SurveyDefinition) -> Fact:
    population = definition.body(binding.body).name if binding.body else finding.population
    return Fact("amount", amount, words=_with_unit(amount), population=population, part=binding.line)


def _with_unit(amount: Amount) -> str:
    return (
        amount_words(amount) if amount.unit in ("GBP", "EUR", "USD") else f"{amount_words(amount)} {amount.unit}"
    )


def _bodies(number: int) -> Amount:
    return Amount.exactly(Decimal(number), "bodies")


def _amount(finding: Finding, binding: Binding) -> Amount:
    if binding.body:
        return _support_of(_supports(finding, binding.line), binding.body, finding).value
    return _line_of(finding, binding.line).value if binding.line else finding.value


def _supports(finding: Finding, line: str) -> tuple[Support, ...]:
    return _line_of(finding, line).supports if line else finding.supports


def _line_of(finding: Finding, key: str) -> Line:
    for line in finding.lines:
        if line.key == key:
            return line
    raise Unbound(f"{finding.name} has no line {key!r}", next=nearest(key, [line.key for line in finding.lines]))


def _support_of(supports: tuple[Support, ...], body: str, finding: Finding) -> Support:
    for support in supports:
        if support.body == body:
            return support
    raise NoFigure(f"{body} gave no figure for {finding.name}", next="ask it, or leave it out")


def _places(own: Support, supports: tuple[Support, ...], sign: int) -> tuple[int, int]:
    """The best and worst place; from the top (1) or from the bottom (-1)."""
    best = worst = 1
    for other in supports:
        if other is own:
            continue
        first, second = (other.value, own.value) if sign > 0 else (own.value, other.value)
        best += second.hi is not None and first.lo > second.hi
        worst += first.hi is None or first.hi > second.lo
    return best, worst


def _same(one: Amount, other: Amount) -> bool:
    return one.lo == other.lo and one.hi == other.hi


def _range(places: tuple[int, int]) -> str:
    return f"{places[0]}" if places[0] == places[1] else f"{places[0]} to {places[1]}"
