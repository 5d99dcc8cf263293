"""A page for each finding, and one for each line of a breakdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP

from foidesk.model import Amount, Change, Count, Denominator, Finding, Line, Rate, Share, Support

from .. import amounts
from ..charts import Bar, Chart, bar_chart
from ..coverage import BodyState, body_states
from ..edition import Edition, Page, Part
from ..fields import body_name
from ..funnel import Funnel, Mark, funnel_chart
from ..naming import breakdown_page, finding_page
from ..publication import PublicJudgement
from ..tiles import Tile, TileMap, layout_for, tile_map
from ..words import basis_words, query_words, reading_words


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of a breakdown, ready to print."""

    label: str
    href: str
    value: str
    true: str
    how: str
    bodies: int


@dataclass(frozen=True, slots=True)
class CategoryView:
    """A category in the codebook's words: its variable, what holds it, what it holds, the words taken for it."""

    variable: str
    parent: str
    inside: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding, ready to print."""

    finding: Finding
    href: str
    compact: str
    value: str
    how: str
    true: str
    basis: str
    base: str
    about: str
    unit: str
    reading: str
    asked: tuple[tuple[str, str], ...]
    fraction: str


def view(edition: Edition, finding: Finding) -> FindingView:
    """The words that every page prints for a finding."""
    return FindingView(
        finding,
        finding_page(finding.name),
        amounts.compact(finding.value),
        amounts.words(finding.value),
        amounts.how(finding.value),
        true_words(finding.value, finding.true),
        basis_words(finding.basis),
        base_words(finding),
        about_words(finding),
        amounts.unit_after(finding.value),
        reading_words(finding),
        query_words(edition.publication.definition, finding.query),
        _fraction(finding),
    )


def base_words(finding: Finding) -> str:
    return f"{finding.base.n:,} of {finding.base.of:,} bodies"


def about_words(finding: Finding) -> str:
    """What the figure speaks about, with its base unless the words give it already."""
    base, population = finding.base, finding.population
    told = f"{base.n} of {base.of}" in population or (base.n == base.of and f"all {base.n}" in population)
    return population if told else f"{population}; {base_words(finding)}"


def true_words(value: Amount, true: Amount | None) -> str:
    """The true range in words; "" where none is given or where it is the value itself."""
    if true is None or (true.lo, true.hi) == (value.lo, value.hi):
        return ""
    return amounts.words(true)


def _fraction(finding: Finding) -> str:
    if finding.numerator is None or finding.denominator is None:
        return ""
    joined = "for" if isinstance(finding.value, Rate) else "out of"
    return f"{amounts.words(finding.numerator)} {joined} {amounts.words(finding.denominator)}"


def pages(edition: Edition) -> Iterator[Page]:
    """The figure, what it speaks of and what it leaves open, its chart and table, and every source behind it."""
    for finding in edition.publication.findings:
        yield Page(finding_page(finding.name), "finding.html", finding.title, _content(edition, finding))


def _content(edition: Edition, finding: Finding) -> dict[str, object]:
    return {
        "view": view(edition, finding),
        "parts": _parts(edition, finding),
        "ranked": is_ranking(finding),
        "rate_heads": _rate_heads(finding),
        "funnel": funnel(edition, finding),
        "declared": _declared(edition, finding),
        "sizes": _sizes(edition, finding),
        "lines": line_views(finding),
        "lines_chart": lines_chart(finding),
        "parts_chart": None if finding.limits else parts_chart(edition, finding),
        "map": None if finding.lines or finding.limits else parts_map(edition, finding),
        "judgements": _judgements(edition, finding),
    }


def _sizes(edition: Edition, finding: Finding) -> list[tuple[str, str, Denominator]]:
    """The sizes that the rates divide by, by the bodies' names."""
    named = [(body_name(edition.publication, each.body), each) for each in finding.denominators]
    ordered = sorted(named, key=lambda pair: (pair[0].casefold(), sorted(pair[1].where.items())))
    return [(name, amounts.plain(each.number, 3, ROUND_HALF_UP), each) for name, each in ordered]


def _forbidden(edition: Edition) -> bool:
    """True where the owner of the survey says that bodies must not be compared."""
    return edition.publication.definition.comparison.forbidden


def _declared(edition: Edition, finding: Finding) -> str:
    """Why the counts may be compared, where a figure rests on that."""
    rests = finding.limits or any(each.rate and each.rate.interval for each in finding.supports)
    return edition.publication.definition.comparison.because if rests else ""


def _rate_heads(finding: Finding) -> dict[str, str]:
    """The headings of the columns of a table with rates; none where there are no rates."""
    rates = [each.rate for each in finding.supports if each.rate]
    if not rates:
        return {}
    unit = next((each.value.unit for each in rates if each.value), "")
    size = rates[0].size.unit
    head = f"Share {unit}" if unit.startswith("of ") else unit
    return {
        "size": size[:1].upper() + size[1:],
        "rate": head[:1].upper() + head[1:] or "Rate",
        "interval": "95 % interval" if any(each.interval for each in rates) else "",
        "outside": "Against chance" if finding.limits else "",
    }


def funnel(edition: Edition, finding: Finding) -> Funnel | None:
    """The funnel plot of a finding with limits of chance."""
    marks = [_mark(edition.part(each).name, each) for each in finding.supports if each.rate and each.rate.value]
    value, size = finding.value, next((each.rate.size.unit for each in finding.supports if each.rate), "")
    axes = (size[:1].upper() + size[1:], _axis(value))
    title = f"{finding.title}: each body by its size"
    return funnel_chart(title, axes, value, finding.limits, marks, isinstance(value, Share))


def _mark(name: str, support: Support) -> Mark:
    rate = support.rate
    assert rate is not None and rate.value is not None
    hi = None if rate.value.hi is None else float(rate.value.hi)
    return Mark(name, float(rate.size.lo), float(rate.value.lo), hi, bool(rate.outside))


def is_ranking(finding: Finding) -> bool:
    """True where the order of the bodies is the answer; everywhere else they stand in that of the alphabet."""
    return "rank" in finding.recipe


def _parts(edition: Edition, finding: Finding) -> tuple[Part, ...]:
    if is_ranking(finding):
        return tuple(edition.part(each) for each in finding.supports)
    return edition.parts(finding.supports)


def line_views(finding: Finding) -> tuple[LineView, ...]:
    """The lines of a breakdown in the order that the recipe gave."""
    return tuple(
        LineView(
            line.label[:1].upper() + line.label[1:],
            breakdown_page(finding.name, line.key),
            amounts.words(line.value),
            true_words(line.value, line.true),
            amounts.how(line.value),
            len({support.body for support in line.supports}),
        )
        for line in finding.lines
    )


def _judgements(edition: Edition, finding: Finding) -> tuple[PublicJudgement, ...]:
    supports = (*finding.supports, *(each for line in finding.lines for each in line.supports))
    ids = {*finding.judgements, *(id for support in supports for id in support.judgements)}
    return tuple(each for each in edition.publication.judgements if each.id in ids)


def breakdowns(edition: Edition) -> Iterator[Page]:
    """One line of a breakdown: its figure, its range, and each body's part with the sources."""
    for finding in edition.publication.findings:
        for line, shown in zip(finding.lines, line_views(finding), strict=True):
            title = line.label.removeprefix("of which ")
            content = {
                "view": view(edition, finding),
                "line": shown,
                "basis": basis_words(_bases(line.supports) or finding.basis),
                "parts": edition.parts(line.supports),
                "ranked": False,
                "category": _category(edition, finding, line.key),
                "chart": _parts_chart(edition, f"{finding.title}: {title}", line.supports),
                "map": _parts_map(edition, f"{finding.title}: {title}", line.supports),
                "title": title[:1].upper() + title[1:],
                "caveats": _caveats(edition, line),
            }
            yield Page(breakdown_page(finding.name, line.key), "breakdown.html", title, content)


def _caveats(edition: Edition, line: Line) -> tuple[str, ...]:
    """The caveats of the bodies whose parts make up the line, each with the body's name."""
    named = (edition.part(each) for each in line.supports)
    own = tuple(f"{part.name}: {caveat}" for part in named for caveat in part.caveats)
    said = edition.publication.definition.comparison
    several = said.forbidden and len(line.supports) > 1
    return (f"bodies must not be compared: {said.because}", *own) if several else own


def _category(edition: Edition, finding: Finding, key: str) -> CategoryView | None:
    """What the codebook says of the category that the line stands for; None for a line that is none."""
    variables = edition.publication.definition.codebook.variables
    variable = next((each for each in variables if each.id == finding.query.by), None)
    found = next((each for each in variable.categories if each.id == key), None) if variable else None
    if variable is None or found is None:
        return None
    labels = {each.id: each.label for each in variable.categories}
    inside = tuple(each.label for each in variable.categories if each.parent == key)
    return CategoryView(variable.label or variable.id, labels.get(found.parent, ""), inside, found.synonyms)


def _bases(supports: Iterable[Support]) -> tuple[str, ...]:
    return tuple(sorted({basis for support in supports for basis in support.basis}))


# Charts


def _charts(charts: Iterable[Chart | None]) -> tuple[Chart, ...]:
    return tuple(chart for chart in charts if chart)


def lines_chart(finding: Finding, top: bool = False) -> Chart | None:
    """The lines of a breakdown as a chart, `top` without the finer ones; None if there are fewer than two."""
    lines = [line for line in finding.lines if not (top and line.label.startswith("of which "))]
    if len(lines) < 2:
        return None
    bars = [_bar(line.label[:1].upper() + line.label[1:], line.value, line.true) for line in lines]
    first = finding.lines[0].value
    title = f"{finding.title}: the two periods" if isinstance(finding.value, Change) else finding.title
    return bar_chart(title, _description(bars), _axis(first), bars, isinstance(first, Share))


def parts_map(edition: Edition, finding: Finding) -> TileMap | None:
    """The bodies' parts on a map of tiles; None if there is no layout, or the parts are no whole counts."""
    return _parts_map(edition, _parts_title(finding), finding.supports)


def _parts_map(edition: Edition, title: str, given: tuple[Support, ...]) -> TileMap | None:
    supports = {support.body: support for support in given}
    counts = all(isinstance(each.value, Count) and each.value.lo >= 0 for each in supports.values())
    if len(supports) < 2 or not counts or given[0].value.unit == "bodies" or _forbidden(edition):
        return None
    states = body_states(edition.publication)
    layout = layout_for([each.body for each in states], edition.publication.tiles)
    tiles = [_tile(each, supports.get(each.body.id)) for each in states]
    return tile_map(title, given[0].value.unit, tiles, layout)


def _tile(state: BodyState, support: Support | None) -> Tile:
    if support is None:
        return Tile(state.body, None, _absent(state.state))
    value = support.value
    return Tile(state.body, float(value.lo), amounts.compact(value), not value.is_exact)


def parts_chart(edition: Edition, finding: Finding) -> Chart | None:
    """The bodies' parts of a finding as a chart; None if fewer than two bodies have one."""
    return _parts_chart(edition, _parts_title(finding), finding.supports)


def _parts_chart(edition: Edition, title: str, supports: tuple[Support, ...]) -> Chart | None:
    """All bodies asked, in the order of the alphabet; those without a figure say why."""
    if len(supports) < 2 or supports[0].value.unit == "bodies" or _forbidden(edition):
        return None
    by_body = {support.body: support for support in supports}
    bars = [
        _bar(each.body.name, by_body[each.body.id].value, None)
        if each.body.id in by_body
        else Bar(each.body.name, None, None, None, _absent(each.state))
        for each in body_states(edition.publication)
    ]
    value = supports[0].value
    return bar_chart(title, _description(bars), _axis(value), bars, isinstance(value, Share))


def _parts_title(finding: Finding) -> str:
    """The title of the bodies' chart; the bodies' parts of a share are counts, and the title says so."""
    own = finding.supports[0].value if finding.supports else finding.value
    if type(own) is type(finding.value) and own.unit == finding.value.unit:
        return f"{finding.title}: body by body"
    if isinstance(own, Change):
        return f"{finding.title}: the change of each body, in {own.unit}"
    return f"{finding.title}: the {own.unit} of each body"


def _absent(state: str) -> str:
    return "no figure for this" if state.startswith("answered") else state


def _axis(value: Amount) -> str:
    return f"Share {value.unit}" if isinstance(value, Share) else value.unit[:1].upper() + value.unit[1:]


def _description(bars: list[Bar]) -> str:
    """The chart in words, as far as a listener can follow: a long one is left to the table."""
    if len(bars) > 12:
        return f"{len(bars)} rows in the order of the table below, which has the same figures."
    return "; ".join(f"{bar.label}: {bar.words}" for bar in bars) + "."


def _bar(label: str, value: Amount, true: Amount | None) -> Bar:
    """The stated value as a bar, the true range as a line over it; a value that is a range is a line alone."""
    bounds = true or value
    stated = float(value.lo) if value.is_exact else None
    hi = None if bounds.hi is None else float(bounds.hi)
    told = true_words(value, true) and true and amounts.compact(true)
    words = f"{amounts.compact(value)} ({told})" if told else amounts.compact(value)
    return Bar(label, stated, float(bounds.lo), hi, words)


def part_of(edition: Edition, finding: Finding, body: str) -> Part | None:
    """A body's part of a finding, or None if it gave none."""
    return next((edition.part(each) for each in finding.supports if each.body == body), None)
