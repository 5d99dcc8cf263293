"""Sizes, rates and the order of bodies as a reader of the site and a user of the command line meets them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from .. import boroughs
from .outside import foidesk

FINDINGS = """
[[findings]]
name = "by-body"
recipe = "by-body"
title = "Complaints of each borough"
denominator = "residents, mid-year estimate"
denominator_year = "2021"
per = 10000

[[findings]]
name = "top"
recipe = "ranking"
title = "The highest rates"
denominator = "residents, mid-year estimate"
denominator_year = "2021"
per = 10000

[[findings]]
name = "upheld"
recipe = "share-by-body"
title = "Complaints upheld"
where = { outcome = ["upheld"] }
"""
COMPARABLE = """
[comparison]
bodies = "ranked"
comparable = ["complaints"]
because = "All boroughs count by one code of practice."
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = boroughs.write(tmp_path_factory.mktemp("boroughs") / "survey", FINDINGS, COMPARABLE)
    said = foidesk(folder, "run", "--draft")
    assert said.code == 0, said.both
    yield folder


def words(page: Path) -> str:
    return " ".join(html.fromstring(page.read_bytes()).text_content().split())


def test_rates_come_with_count_size_interval_and_source(folder: Path) -> None:
    found = {one["name"]: one for one in foidesk(folder, "compute", "--json").json}
    bodies = {one["body"]: one for one in found["by-body"]["bodies"]}
    assert [*bodies] == sorted(bodies, key=lambda id: bodies[id]["name"])
    rate = bodies["betaford"]["rate"]
    assert bodies["betaford"]["value"]["lo"] == 22 and rate["size"]["lo"] == 52_000
    assert rate["value"]["text"] == "4.23" and rate["interval"]["lo"] == pytest.approx(2.651, abs=0.001)
    assert "fewer than 10" in bodies["alphaton"]["rate"]["why"] and bodies["alphaton"]["rate"]["value"] is None
    sources = {one["body"]: one for one in found["by-body"]["denominators"]}
    assert (
        sources["betaford"]["source"].startswith("https://") and sources["betaford"]["retrieved"] == "2023-02-01"
    )


def test_a_league_table_of_rates_stands_under_its_funnel(folder: Path) -> None:
    page = html.fromstring((folder / "site" / "findings" / "top.html").read_bytes())
    order = [each.get("id") or each.get("class") for each in page.xpath("//figure|//h2[@id='by-body']")]
    assert order[:2] == ["chart funnel", "by-body"]
    assert page.xpath("count(//figure//svg/title)") == page.xpath("count(//figure//svg/desc)") > 0
    rows = [" ".join(" ".join(row.itertext()).split()) for row in page.xpath("//table[1]/tbody/tr")][:3]
    assert rows[0].startswith("1st Borough of Deltaham") and "Above the 99.8 % limit" in rows[0]
    assert "All boroughs count by one code of practice." in words(folder / "site" / "findings" / "top.html")
    assert "without a place: Borough of Alphaton" in words(folder / "site" / "findings" / "top.html")


def test_the_package_holds_rates_with_their_sources_and_is_verified(folder: Path) -> None:
    with (folder / "site" / "data" / "findings.csv").open() as file:
        rows = {(row["finding"], row["body"]): row for row in csv.DictReader(file)}
    row = rows["by-body", "betaford"]
    assert float(row["rate_lo"]) == pytest.approx(22 * 10_000 / 52_000) and row["size"] == "52000"
    assert rows["upheld", "betaford"]["rate_unit"] == "of complaints"
    assert "https://statistics.example/boroughs" in (folder / "site" / "data" / "denominators.csv").read_text()
    said = foidesk(folder, "verify", str(folder / "site"), "--json").json
    assert said["equal"] and not said["differences"]


def test_the_pack_tells_a_body_its_count_in_its_own_unit_with_rank_and_rate(folder: Path) -> None:
    assert foidesk(folder, "pack").code == 0
    text = (folder / "pack" / "bodies" / "deltaham.md").read_text()
    assert "The highest rates: 78 complaints, rank 1, 10.4 complaints per 10,000 residents" in text
    assert "78 complaints per" not in text


def test_a_changed_rate_is_found_by_verify(folder: Path, tmp_path: Path) -> None:
    bundle = tmp_path / "data"
    bundle.mkdir()
    for path in (folder / "site" / "data").iterdir():
        (bundle / path.name).write_bytes(path.read_bytes())
    text = (bundle / "figures.json").read_text()
    (bundle / "figures.json").write_text(text.replace('"52000"', '"51000"'))
    said = foidesk(folder, "verify", str(bundle), "--json")
    assert said.code == 1 and any("betaford / rate" in one["what"] for one in said.json["differences"])


@pytest.mark.parametrize(
    ("cell", "wrong", "said"),
    [
        ("52000", "52,000", "no number above zero"),
        ("52000", "0", "no number above zero"),
        ("betaford", "betafrod", "did you mean 'betaford'?"),
        (",2021,52000", ",2021-22-23,52000", "is not one year or day"),
        ("https://statistics.example/boroughs", "a book", "no address"),
        ("2023-02-01", "1/2/2023", "is not a day"),
    ],
)  # fmt: skip
def test_a_size_that_cannot_be_trusted_is_refused_with_its_line(
    tmp_path: Path, cell: str, wrong: str, said: str
) -> None:
    folder = boroughs.write(tmp_path / "survey", FINDINGS, COMPARABLE)
    path = folder / "denominators.csv"
    quoted = f'"{wrong}"' if wrong == "52,000" else wrong
    path.write_text(path.read_text().replace(cell, quoted, 1))
    refused = foidesk(folder, "compute")
    assert refused.code == 2 and said in refused.err and "denominators.csv, line" in refused.err


def test_bodies_without_a_size_are_named_and_a_year_that_does_not_match_is_refused(tmp_path: Path) -> None:
    folder = boroughs.write(tmp_path / "survey", FINDINGS, COMPARABLE)
    boroughs.sizes(folder, skip=("betaford",))
    foidesk(folder, "ingest")
    found = {one["name"]: one for one in foidesk(folder, "compute", "--json").json}
    assert any("no rate: Borough of Betaford" in caveat for caveat in found["by-body"]["caveats"])
    boroughs.sizes(folder, year="2011")
    refused = foidesk(folder, "compute")
    assert refused.code == 2 and "denominator_year is one of 2011" in refused.err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('bodies = "sorted"', "write one of never, listed, ranked"),
        ('bodies = "never"', 'add because = "..."'),
        ('comparable = ["complants"]', "did you mean 'complaints'?"),
        ('comparable = ["complaints"]', 'add because = "..."'),
        ('bodys = "never"', "did you mean 'bodies'?"),
    ],
)
def test_a_word_on_comparing_that_is_not_understood_is_refused(tmp_path: Path, text: str, said: str) -> None:
    folder = boroughs.write(tmp_path / "survey", "", f"\n[comparison]\n{text}\n")
    refused = foidesk(folder, "compute")
    assert refused.code == 2 and said in refused.err and "survey.toml" in refused.err


NEVER = """
[comparison]
bodies = "never"
because = "Each borough counts in its own way."
"""
BY_BODY = """
[[findings]]
name = "by-body"
recipe = "by-body"
title = "Complaints of each borough"

[[findings]]
name = "outcomes"
recipe = "breakdown"
title = "How they ended"
by = "outcome"
"""
COMPARING_STORY = """# Boroughs under fire

Of those that answered, Lambdaham had the most complaints, with 128. The boroughs had [583]{f=total} complaints.
Lambdaham was [first]{f=by-body body=lambdaham part=rank}. Kappaton had [100]{f=by-body body=kappaton}.
Deltaham had more than three times as many complaints as Betaford.
Complaints rose at Alphaton from 2 in 2020 to 3 in 2022.
"""


@pytest.fixture(scope="module")
def never(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = boroughs.write(tmp_path_factory.mktemp("never") / "survey", BY_BODY, NEVER)
    (folder / "story.md").write_text(COMPARING_STORY)
    assert foidesk(folder, "run", "--draft").code == 0
    return folder


def test_a_draft_that_compares_bodies_which_must_not_be_compared_is_stopped(never: Path) -> None:
    said = foidesk(never, "check", "--json")
    verdicts = {one["text"]: (one["verdict"], one["why"]) for one in said.json["claims"]}
    for text in ("most", "first", "more than three times"):
        assert verdicts[text][0] == "misleading" and "counts in its own way" in verdicts[text][1]
    assert said.code == 1 and all(verdicts[text][0] == "supported" for text in ("583", "100", "128", "rose"))


def test_compute_and_the_site_put_no_body_against_another(never: Path) -> None:
    found = {one["name"]: one for one in foidesk(never, "compute", "--json").json}
    assert "bodies must not be compared: Each borough counts in its own way." in found["by-body"]["caveats"]
    assert all("rank" not in one for one in found["by-body"]["bodies"])
    for name in ("findings/by-body.html", "index.html"):
        page = html.fromstring((never / "site" / name).read_bytes())
        assert not page.xpath("//figure[contains(@class, 'tilemap')]")
        titles = [title.text for title in page.xpath("//figure//svg/title")]
        assert not any("Complaints of each borough" in (title or "") for title in titles)
    table = html.fromstring((never / "site" / "findings" / "by-body.html").read_bytes())
    names = [one.text_content() for one in table.xpath("//section[@aria-labelledby='by-body']//tbody//th")]
    assert names == sorted(names) and len(names) == 11
    assert "Possible place" not in words(never / "site" / "findings" / "by-body.html")
    assert "Bodies must not be compared here" in words(never / "site" / "method.html")


def test_the_pack_says_so_in_every_file(never: Path) -> None:
    assert foidesk(never, "pack").code == 0
    for path in (never / "pack").rglob("*.*"):
        assert "BODIES MUST NOT BE COMPARED" in path.read_text(encoding="utf-8-sig"), path
    assert "rank" not in (never / "pack" / "bodies" / "lambdaham.md").read_text()


def test_a_table_without_the_owners_word_is_alphabetical_and_without_places(tmp_path: Path) -> None:
    folder = boroughs.write(tmp_path / "survey", BY_BODY)
    assert foidesk(folder, "run", "--draft").code == 0
    page = words(folder / "site" / "findings" / "by-body.html")
    assert "in the order of the alphabet" in page and "Possible place" not in page
    with (folder / "site" / "data" / "findings.csv").open() as file:
        assert not any(row["rank_from"] for row in csv.DictReader(file))
