"""The tile map: every body is on it or below it, a refusal is seen, and a survey may bring its own layout."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from lxml import etree, html

from foidesk.model import PublicBody
from foidesk.report import publish
from foidesk.report.plain import plain
from foidesk.report.tiles import LAYOUTS, Tile, layout_for, read_layout, tile_map

from . import made

OWN = "code,label,column,row\nalpha,Alp,1,1\nE9,Bet,2,1\nnobody,Xyz,1,2\n"
BODIES = (PublicBody("alpha", "Alpha"), PublicBody("beta", "Beta", official_code="E9"), PublicBody("c", "Cee 01"))
TILES = (Tile(BODIES[0], 3.0, "3"), Tile(BODIES[1], None, "refused"), Tile(BODIES[2], 40.0, "40+"))


def _picture(tiles: tuple[Tile, ...] = TILES) -> etree._Element:
    found = tile_map("Cases", "cases", tiles, layout_for(BODIES, OWN))
    assert found is not None
    return etree.fromstring(found.svg)


def test_every_body_is_on_the_map_or_below_it() -> None:
    words = [text.strip() for text in _picture().itertext() if text.strip()]
    assert {"Alp", "3", "Bet", "C 01", "40+", "Without a place on the map"} <= set(words)


def test_a_refusal_is_hatched_and_carries_no_number() -> None:
    picture = _picture()
    hatched = [each for each in picture.iter("{*}rect") if "url(" in each.get("fill", "")]
    assert len(hatched) == 1 and "refused" not in "".join(picture.itertext())
    assert (
        picture.get("role") == "img"
        and picture.find("{*}title") is not None
        and picture.find("{*}desc") is not None
    )


def test_a_layout_that_knows_few_of_the_bodies_is_not_used() -> None:
    assert layout_for(BODIES, "").spots == {}
    assert tile_map("Cases", "cases", TILES, layout_for(BODIES, "")) is None


@pytest.mark.parametrize("name", LAYOUTS)
def test_each_layout_of_the_program_is_sound(name: str) -> None:
    spots = read_layout((files("foidesk.report") / "data" / name).read_text("utf-8"))
    assert len(spots) == 43 and all(len(spot.label) <= 6 for spot in spots.values())


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("x,X,1,1", "another tile stands"),
        ("x,X,0,2", "count from 1"),
        ("x,X,one,2", "are needed"),
        ("alpha,X,5,5", "stands once"),
    ],
)
def test_a_wrong_line_of_a_layout_is_named(line: str, words: str) -> None:
    with pytest.raises(ValueError, match=f"line 5: .*{words}"):
        read_layout(OWN + line + "\n")


def test_a_survey_brings_its_own_tiles_and_the_front_page_has_the_table(tmp_path: Path) -> None:
    publication = made.publication()
    ids = [body.id for body in publication.definition.bodies]
    own = "code,label,column,row\n" + "".join(
        f"{id},T{at},{at % 4 + 1},{at // 4 + 1}\n" for at, id in enumerate(ids)
    )
    publish(tmp_path, replace(publication, tiles=own), made.images, draft=False)
    front = html.fromstring((tmp_path / "index.html").read_bytes())
    [figure] = front.find_class("tilemap")
    assert len(figure.findall(".//tbody/tr")) == len(ids)
    assert figure.find(".//svg") is not None


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("set aside: Does this sentence count? “Six kinds.”", "One passage of the reply is not counted"),
        ("undecided: Is it a count? “Two (2);”", "Open: one passage can be read in two ways"),
        ("the figures run from 1 Jan 2010 to 31 Dec 2010, not 1 Jan 2009 to 17 Feb 2014", "Covers 1 Jan 2010 to"),
        ("34 more are stated only as one of several kinds, of which this is one", "Beside these, 34 are given"),
    ],
)
def test_caveats_are_told_in_words_for_readers(said: str, told: str) -> None:
    assert plain(said).startswith(told)
    assert "Does this" not in plain(said)


@pytest.mark.parametrize("said", ["contradicted: 3 or 4", "people counted as cases", "rounded to 5"])
def test_a_caveat_that_no_rule_knows_stays_as_it_is(said: str) -> None:
    assert plain(said) == said
