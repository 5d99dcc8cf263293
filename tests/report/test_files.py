"""The files of the site: the same bytes each time, complete, checkable, and nothing stale left behind."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from dataclasses import replace
from pathlib import Path

from foidesk.model import Claim, Evidence, Locator, SheetPlace
from foidesk.report import PublicJudgement, publish
from foidesk.report.downloads import csv_text
from foidesk.report.fields import TEXT, DataTable, Field
from foidesk.report.story import story_html

from . import made
from .conftest import WHOLE, Site


def rows(site: Site, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(site.text(f"data/{name}.csv"))))


def test_a_rebuild_gives_the_same_bytes(site: Site, tmp_path: Path) -> None:
    again = publish(tmp_path, made.publication(whole=WHOLE), made.images, draft=False)
    assert again.files == site.published.files
    for path in again.files:
        assert (tmp_path / path).read_bytes() == (site.folder / path).read_bytes(), path


def test_the_sums_fit_every_file(site: Site) -> None:
    lines = [line.split("  ") for line in site.text("SHA256SUMS").splitlines()]
    assert {path for _, path in lines} == set(site.published.files) - {"SHA256SUMS"}
    for digest, path in lines:
        assert hashlib.sha256((site.folder / path).read_bytes()).hexdigest() == digest


def test_a_page_of_the_last_edition_does_not_stay_online(tmp_path: Path) -> None:
    publish(tmp_path, made.publication(), made.images, draft=False)
    (tmp_path / "own.html").write_text("the publisher's own file")
    later = publish(tmp_path, made.publication(findings=(made.total(),)), made.images, draft=False)
    assert "findings/outcomes.html" in later.removed
    assert not (tmp_path / "findings/outcomes.html").exists()
    assert (tmp_path / "own.html").exists()


def test_sums_that_name_a_file_outside_remove_nothing(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("mine")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "SHA256SUMS").write_text(f"0  ../outside.txt\n0  {outside}\n")
    publish(tmp_path / "site", made.publication(), made.images, draft=False)
    assert outside.exists()


def test_the_data_have_full_values_units_and_bases(site: Site) -> None:
    share = next(row for row in rows(site, "findings") if row["finding"] == "dismissed" and not row["body"])
    assert share["lo"].startswith("0.147058") and share["unit"] == "of cases" and share["how"] == "exact"
    assert share["true_hi"].startswith("0.38235") and share["basis"] == "adjusted + published + rehearsal"
    parts = {row["body"]: row for row in rows(site, "findings") if row["finding"] == "total" and row["body"]}
    assert (parts["force-07"]["lo"], parts["force-07"]["basis"]) == ("7", "rehearsal")


def test_observations_are_tidy_and_say_what_they_rest_on(site: Site) -> None:
    by_id = {row["observation"]: row for row in rows(site, "observations")}
    few = by_id["mail-few"]
    assert (few["lo"], few["hi"], few["how"], few["where_outcome"]) == ("0", "4", "suppressed", "warning")
    assert by_id["mail-no"]["missing"] == "refused" and by_id["mail-no"]["lo"] == ""
    assert by_id["pdf-4"]["role"] == "total" and by_id["pdf-4"]["period_end"] == "2021-12-31"
    assert by_id["pdf-4"]["used_in"] == "total" and by_id["pdf-4"]["basis"] == "published"
    assert not [id for id in by_id if id.startswith("row") and id != "row 7"]


def test_coverage_keeps_the_body_that_never_answered(site: Site) -> None:
    assert {row["body"] for row in rows(site, "coverage")} == {"exampleton", "force-07", "force-08", "force-09"}


def test_the_package_describes_every_column(site: Site) -> None:
    package = json.loads(site.text("data/datapackage.json"))
    assert package["created"] == made.publication().last_event
    for resource in package["resources"]:
        header = site.text(f"data/{resource['path']}").splitlines()[0].split(",")
        assert header == [field["name"] for field in resource["schema"]["fields"]]
        assert all(field["description"] for field in resource["schema"]["fields"])


def test_the_json_findings_carry_bases_and_sources(site: Site) -> None:
    content = json.loads(site.text("data/findings.json"))
    assert content["rehearsal"] is True
    body = next(each for each in content["findings"][0]["bodies"] if each["body"] == "exampleton")
    assert body["basis"] == ["published"] and body["sources"] == ["../sources/aaaaaaaaaaaa-p1.html#pdf-4"]


def test_words_that_a_spreadsheet_would_run_are_made_harmless() -> None:
    words = ('=HYPERLINK("x")', "+1", "@x", "-1+cmd", "-5", "-", "plain")
    table = DataTable("t", "", (Field("w", TEXT, ""),), tuple((each,) for each in words))
    kept = [row[0] for row in csv.reader(io.StringIO(csv_text(table)))][1:]
    assert kept == ['\'=HYPERLINK("x")', "'+1", "'@x", "'-1+cmd", "-5", "-", "plain"]


def test_a_judgement_made_public_loses_name_and_note() -> None:
    public = PublicJudgement.of(made.judgement(), made.RULES)
    assert (
        public.by == "the data desk" and made.SECRET_NOTE not in repr(public) and made.PERSON not in repr(public)
    )
    assert public.evidence == (
        Evidence("Which category is this?", made.BOOK, "sheet 'Data', C2", "Warning", phrase="warning"),
    )


def test_a_claim_inside_a_markdown_link_or_over_emphasis_gets_a_mark_after_it() -> None:
    source = "See [the 12 cases](https://a.example) and **5 of** 6 more.\n"
    spans = [(source.index("12"), source.index("12") + 2), (source.index("**5"), source.index(" more"))]
    claims = tuple(Claim(a, b, 1, source[a:b], "number", "supported", "total") for a, b in spans)
    html = story_html(source, claims, lambda claim, named: "f.html", draft=False)
    assert html.count("claim-source") == 2
    assert '<a href="https://a.example">the 12 cases</a><a class="claim-source"' in html


def test_a_case_row_beside_a_chosen_measure_of_the_same_row_is_told() -> None:
    publication = made.publication()
    row = publication.observations[made.ROW_IDS[-1]]
    money = replace(row, id="paid", places={"value": Locator(made.BOOK, SheetPlace("Data", 8, 3, 8, 3), "£5")})
    assert publication.tells(money)
