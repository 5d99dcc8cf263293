"""A map of tiles: each body one square of one size, roughly where it lies: no large area outweighs a small one.

Layouts are data: a CSV of `code` (official code or id of the body), `label`, `column` and `row`. One comes with
the program; a survey brings its own as tiles.csv. A body that no layout places stands below the map.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files

from foidesk.model import PublicBody

from .naming import short

LAYOUTS = ("tiles-police-forces.csv",)
SIDE, GAP, ACROSS = 58, 4, 9
ENOUGH = 0.5
"""A layout that comes with the program is used if it places this share of the bodies."""
SHADES = (
    ("#e3eef6", "#1d1d1b"), ("#b4d3e7", "#1d1d1b"), ("#6fa9cd", "#1d1d1b"), ("#2b74a8", "#ffffff"),
    ("#083f63", "#ffffff"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a body's tile stands, both from 1, and the short name on it."""

    label: str
    column: int
    row: int


@dataclass(frozen=True, slots=True)
class Tile:
    """A body on the map: its figure as a number and in words, or the state of its request; None: no figure."""

    body: PublicBody
    value: float | None
    words: str
    is_range: bool = False


@dataclass(frozen=True, slots=True)
class TileMap:
    """The picture, its title, the classes of its key (shade, words), and the rows of the table underneath."""

    title: str
    svg: str
    key: tuple[tuple[str, str], ...]
    rows: tuple[Tile, ...]
    refused: bool
    silent: bool
    loose: int


def read_layout(text: str) -> dict[str, Spot]:
    """The spots by code of a layout; ValueError says what is wrong with which line, and with two on one spot."""
    reader = csv.DictReader(io.StringIO(text))
    found: dict[str, Spot] = {}
    for row in reader:
        line = f"line {reader.line_num}"
        try:
            spot = Spot(row["label"].strip(), int(row["column"]), int(row["row"]))
            code = row["code"].strip()
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise ValueError(
                f"line {reader.line_num}: code, label, column and row are needed ({error})"
            ) from error
        if spot.column < 1 or spot.row < 1 or code in found:
            raise ValueError(f"{line}: columns and rows count from 1, and a code stands once")
        if any((each.column, each.row) == (spot.column, spot.row) for each in found.values()):
            raise ValueError(
                f"line {reader.line_num}: another tile stands at column {spot.column}, row {spot.row}"
            )
        found[code] = spot
    return found


@dataclass(frozen=True, slots=True)
class Layout:
    """The spot of each body by its id, and the spots of the layout that stand for no body of the survey."""

    spots: dict[str, Spot]
    others: tuple[Spot, ...] = ()


def layout_for(bodies: Sequence[PublicBody], own: str) -> Layout:
    """The survey's own layout, else one that knows most bodies, else an empty one."""
    if own.strip():
        return _placed(bodies, read_layout(own))
    for name in LAYOUTS:
        placed = _placed(bodies, read_layout((files(__package__) / "data" / name).read_text("utf-8")))
        if placed.spots and len(placed.spots) >= ENOUGH * len(bodies):
            return placed
    return Layout({})


def _placed(bodies: Sequence[PublicBody], spots: dict[str, Spot]) -> Layout:
    codes = ((body, spots.get(body.id) or spots.get(body.official_code)) for body in bodies)
    found = {body.id: spot for body, spot in codes if spot}
    taken = {(spot.column, spot.row) for spot in found.values()}
    return Layout(found, tuple(spot for spot in spots.values() if (spot.column, spot.row) not in taken))


def tile_map(title: str, unit: str, tiles: Sequence[Tile], layout: Layout) -> TileMap | None:
    """The map, or None where no layout places a body or no body has a figure."""
    values = sorted({tile.value for tile in tiles if tile.value is not None})
    spots = layout.spots
    if not spots or not values:
        return None
    edges = _edges(values)
    last = max(spot.row for spot in (*spots.values(), *layout.others))
    placed = {**spots, **_below(tiles, spots, last + 1)}
    svg = _svg(title, tiles, placed, edges, layout.others)
    states = {tile.words for tile in tiles if tile.value is None}
    refused, silent = bool(states & set(REFUSALS)), bool(states - set(REFUSALS))
    return TileMap(title, svg, _key(edges, values, unit), tuple(tiles), refused, silent, len(tiles) - len(spots))


def _edges(values: Sequence[float]) -> list[float]:
    """The lowest value of each class: as many bodies' values in each as can be, no more classes than shades."""
    count = min(len(SHADES), len(values))
    return sorted({values[len(values) * at // count] for at in range(count)})


def _class(value: float, edges: Sequence[float]) -> int:
    at = max(at for at, edge in enumerate(edges) if value >= edge)
    return at + len(SHADES) - len(edges)


def _key(edges: Sequence[float], values: Sequence[float], unit: str) -> tuple[tuple[str, str], ...]:
    found = []
    for at, edge in enumerate(edges):
        inside = [each for each in values if each >= edge and (at + 1 == len(edges) or each < edges[at + 1])]
        words = f"{inside[0]:,g}" if inside[0] == inside[-1] else f"{inside[0]:,g}–{inside[-1]:,g}"
        found.append((SHADES[_class(edge, edges)][0], words if at + 1 < len(edges) else f"{words} {unit}"))
    return tuple(found)


def _below(tiles: Sequence[Tile], spots: dict[str, Spot], empty: int) -> dict[str, Spot]:
    """The bodies without a place, in rows under the map, below the empty one."""
    loose = [tile for tile in tiles if tile.body.id not in spots]
    return {
        tile.body.id: Spot(_initials(tile.body.name), at % ACROSS + 1, empty + 1 + at // ACROSS)
        for at, tile in enumerate(loose)
    }


def _initials(name: str) -> str:
    """A short name: the initials and the last word where that is a number ("RF 01")."""
    words = name.split()
    if words and words[-1].isdigit():
        return f"{''.join(word[0] for word in words[:-1])[:3]} {words[-1]}"
    return name[:6] if len(words) < 2 else "".join(word[0] for word in words)[:5]


def _svg(
    title: str, tiles: Sequence[Tile], spots: dict[str, Spot], edges: Sequence[float], others: Sequence[Spot]
) -> str:
    every = (*spots.values(), *others)
    width, height = (max(ends) * (SIDE + GAP) for ends in zip(*((s.column, s.row) for s in every), strict=True))
    id = "map-" + short(f"{title} {tiles}", 8)
    told = sum(tile.value is not None for tile in tiles)
    words = f"{len(tiles)} bodies as tiles; {told} have a figure. The table below has the same figures."
    drawn = "".join([*map(_ghost, others), *(_tile(tile, spots[tile.body.id], edges) for tile in tiles)])
    return (
        f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        f'aria-labelledby="{id}-t {id}-d" font-size="13" text-anchor="middle">'
        f'<title id="{id}-t">{escape(title)}</title><desc id="{id}-d">{escape(words)}</desc>'
        f'<defs><pattern id="{id}-h" width="6" height="6" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><path d="M0 0V6" stroke="#d55e00" stroke-width="2"/></pattern></defs>'
        f"{drawn.replace('HATCH', f'{id}-h')}{_gap_words(every)}</svg>\n"
    )


def _gap_words(every: Sequence[Spot]) -> str:
    """What stands below the empty row, said in it; nothing where no row is empty."""
    rows = {spot.row for spot in every}
    empty = [row for row in range(min(rows), max(rows)) if row not in rows]
    if not empty:
        return ""
    y = empty[-1] * (SIDE + GAP) - 14
    return f'<text x="2" y="{y}" text-anchor="start" fill="#54595e">Without a place on the map</text>'


def _ghost(spot: Spot) -> str:
    """A place of the layout without a body of the survey: it keeps the shape of the whole."""
    x, y = (spot.column - 1) * (SIDE + GAP), (spot.row - 1) * (SIDE + GAP)
    return f'<rect x="{x + 1}" y="{y + 1}" width="{SIDE - 2}" height="{SIDE - 2}" rx="2" fill="#f1f3f4"/>'


def _tile(tile: Tile, spot: Spot, edges: Sequence[float]) -> str:
    x, y = (spot.column - 1) * (SIDE + GAP), (spot.row - 1) * (SIDE + GAP)
    fill, ink = ("#ffffff", "#54595e") if tile.value is None else SHADES[_class(tile.value, edges)]
    frame = f'<rect x="{x + 1}" y="{y + 1}" width="{SIDE - 2}" height="{SIDE - 2}" rx="2"'
    middle = x + SIDE / 2
    label = f'<text x="{middle:g}" y="{y + 23}" fill="{ink}">{escape(spot.label)}</text>'
    if tile.value is None:
        hatch = f'{frame} fill="url(#HATCH)" stroke="#d55e00"/>' if tile.words in REFUSALS else ""
        dashed = "" if hatch else f'{frame} fill="#ffffff" stroke="#7b8187" stroke-dasharray="4 3"/>'
        back = f'<rect x="{x + 5}" y="{y + 10}" width="{SIDE - 10}" height="18" fill="#ffffff"/>'
        return f"{hatch}{dashed}{back}{label}"
    figure = f'<text x="{middle:g}" y="{y + 45}" fill="{ink}" font-size="17">{escape(tile.words)}</text>'
    return f'{frame} fill="{fill}"/>{label}{figure}'


REFUSALS = ("refused", "cost limit", "neither confirm nor deny")
