"""Each verb from outside: what it prints, what `--json` holds, and the exit code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .outside import foidesk, process

ROOT = Path(__file__).resolve().parents[2]


def _documented(verb: str) -> set[str]:
    """The top fields that the verb's page promises: code words before any bracket, in the JSON paragraph."""
    page = (ROOT / "docs" / "verbs" / f"{verb}.md").read_text()
    paragraph = page.split("**JSON**")[1].split("\n\n")[0].replace("(`--json`)", "")
    return set(re.findall(r"`([a-z_]+)`", re.sub(r"\([^()]*\)", "", paragraph)))


VERBS = {
    "ingest": ("ingest",),
    "status": ("status",),
    "extract": ("extract",),
    "reconcile": ("reconcile",),
    "compute": ("compute",),
    "check": ("check",),
    "trace": ("trace", "total"),
    "publish": ("publish",),
    "run": ("run",),
}


@pytest.mark.parametrize("verb", VERBS)
def test_json_has_the_documented_fields_and_the_human_output_is_no_json(folder: Path, verb: str) -> None:
    said = foidesk(folder, *VERBS[verb], "--json")
    assert said.code == 0 and said.err == ""
    found = said.json[0] if isinstance(said.json, list) else said.json
    assert set(found) == _documented(verb)
    human = foidesk(folder, *VERBS[verb])
    assert human.code == 0 and human.out.strip() and not human.out.startswith(("{", "["))


def test_a_process_says_the_same_and_shows_no_progress_in_a_pipe(folder: Path) -> None:
    said = process(folder, "status")
    assert said.code == 0 and said.err == ""
    assert said.out == foidesk(folder, "status").out
    assert "Library fines in Exampleshire" in said.out and "Publish: foidesk publish" in said.out


def test_a_survey_is_found_from_inside_its_folders(folder: Path) -> None:
    assert foidesk(folder / "replies", "status").out == foidesk(folder, "status").out


def test_a_folder_that_is_not_there_is_not_taken_for_the_survey_above_it(folder: Path) -> None:
    said = foidesk(folder / "tpyo", "status")
    assert said.code == 2 and "no such folder" in said.err


def test_outside_a_survey_the_error_says_what_where_and_next(tmp_path: Path) -> None:
    said = foidesk(tmp_path, "status")
    assert said.code == 2
    assert said.err.startswith(f"Error: {tmp_path}: there is no survey.toml here or above\n  → ")


def test_with_json_an_error_is_json_too(tmp_path: Path) -> None:
    said = foidesk(tmp_path, "status", "--json")
    assert said.code == 2
    assert set(said.json["error"]) == {"what", "where", "next"}


def test_compute_gives_value_unit_population_reading_and_base(folder: Path) -> None:
    total = next(one for one in foidesk(folder, "compute", "--json").json if one["name"] == "total")
    assert total["value"] == {"lo": 37, "hi": 37, "text": "37"}
    assert (total["unit"], total["reading"], total["base"]) == ("complaints", "stated", {"n": 2, "of": 3})
    assert total["population"] == "the 2 of 3 bodies that answered"
    assert {"where", "basis", "source_count", "judgements"} <= set(total)
    assert total["source_count"] == 2


def test_compute_with_sources_gives_every_locator(folder: Path) -> None:
    found = foidesk(folder, "compute", "--json", "--sources").json
    total = next(one for one in found if one["name"] == "total")
    places = [place for part in total["bodies"] for place in part["places"]]
    assert {place["quote"] for place in places} == {"20", "17"}
    assert all(len(place["document"]) == 64 and place["place"] for place in places)


def test_a_wrong_digit_is_named_with_the_right_value_and_its_sources(folder: Path) -> None:
    story = folder / "story.md"
    story.write_text(story.read_text().replace("[20]", "[21]"))
    said = foidesk(folder, "check")
    assert said.code == 1
    assert "line 3" in said.out and "“21”" in said.out and "contradicted" in said.out
    assert "20 complaints" in said.out
    assert "foidesk trace by-body --body alphaton" in said.out
    assert foidesk(folder, *"trace by-body --body alphaton".split()).code == 0
    blocking = foidesk(folder, "check", "--json")
    assert blocking.code == 1 and blocking.json["blocking"] == 1
    wrong = [one for one in blocking.json["claims"] if one["verdict"] == "contradicted"]
    assert [one["text"] for one in wrong] == ["21"]
    assert story.read_text()[wrong[0]["start"] : wrong[0]["end"]] == "21"


def test_publish_refuses_while_a_claim_is_open_and_a_draft_is_stamped(folder: Path) -> None:
    assert foidesk(folder, "publish").code == 0
    clean = {path: path.read_bytes() for path in (folder / "site").rglob("*.html")}
    assert clean and not any(b"DRAFT" in data for data in clean.values())
    story = folder / "story.md"
    story.write_text(story.read_text().replace("[37]", "[38]"))
    said = foidesk(folder, "publish", "--json")
    assert said.code == 1 and "38" in said.json["blocked"]["what"]
    assert clean == {path: path.read_bytes() for path in (folder / "site").rglob("*.html")}
    ran = foidesk(folder, "run")
    assert ran.code == 1 and "Blocked" in ran.err and "38" in ran.err
    assert foidesk(folder, "publish", "--draft").code == 0
    assert all("DRAFT" in path.read_text() for path in (folder / "site").rglob("*.html"))


def test_a_number_is_never_borne_out_by_another_finding_that_has_its_value(folder: Path) -> None:
    (folder / "story.md").write_text("Alphaton had 37 complaints. Boroughs had 20 flying complaints.\n")
    said = foidesk(folder, "check", "--json")
    assert said.code == 1
    wrong, open_ = (one for one in said.json["claims"] if one["text"] in ("37", "20"))
    assert wrong["verdict"] == "contradicted" and wrong["reading"][0]["bodies"] == ["alphaton"]
    assert open_["verdict"] == "needs a person" and "flying" in open_["why"]


def test_another_draft_can_be_named(folder: Path) -> None:
    (folder / "other.md").write_text("There were [36]{f=total} complaints.\n")
    said = foidesk(folder, "check", str(folder / "other.md"), "--json")
    assert (said.code, said.json["story"], said.json["blocking"]) == (1, "other.md", 1)


def test_a_site_is_never_written_over_other_peoples_files(folder: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "thesis.txt").write_text("years of work")
    said = foidesk(folder, "publish", "--site", str(mine))
    assert said.code == 2 and "did not write" in said.err
    assert [path.name for path in mine.iterdir()] == ["thesis.txt"]


def test_publish_a_second_time_writes_nothing(folder: Path) -> None:
    assert foidesk(folder, "publish", "--json").json["written"]
    times = {path: path.stat().st_mtime_ns for path in (folder / "site").rglob("*")}
    assert not foidesk(folder, "publish", "--json").json["written"]
    assert times == {path: path.stat().st_mtime_ns for path in (folder / "site").rglob("*")}


def test_trace_shows_words_place_file_and_hash(folder: Path) -> None:
    said = foidesk(folder, "trace", "by-body", "--body", "alphaton")
    assert said.code == 0
    assert "alphaton/reply.csv" in said.out and "B5: “20”" in said.out
    assert re.search(r"\b[0-9a-f]{64}\b", said.out)
    assert "foots-to-printed-total" in said.out


def test_trace_of_a_claim_and_of_a_line(folder: Path) -> None:
    assert foidesk(folder, "trace", "claim:2").out == foidesk(folder, "trace", "by-body", "--body", "alphaton").out
    said = foidesk(folder, "trace", "outcomes", "--line", "withdrawn", "--json").json
    assert [one["value"] for one in said["sources"]] == ["3"]


@pytest.mark.parametrize(
    ("words", "what", "then"),
    [
        (("trace", "totl"), "no finding 'totl'", "did you mean 'total'"),
        (("trace", "total", "--body", "alfaton"), "'alfaton'", "did you mean 'alphaton'"),
        (("trace", "outcomes", "--line", "withdrawm"), "no line 'withdrawm'", "withdrawn"),
        (("trace", "claim:99"), "no claim '99'", "count from 1 to 4"),
        (("trace", "claim:²"), "no claim", "count from 1"),
        (("decide", "ffff", "--answer", "1", "--reason", "x"), "no open question 'ffff'", "foidesk decide"),
        (("decide", "ffff"), "no question 'ffff'", "foidesk decide"),
        (("decide", "--kind", "codng"), "'codng'", "did you mean 'coding'"),
        (("decide", "--revoke", "ffff", "--reason", "x"), "'ffff'", "--taken"),
        (("check", "nowhere.md"), "cannot be read", "Markdown"),
        (("ingest", "--from", "nowhere.toml"), "nowhere.toml", "[[replies]]"),
    ],
)
def test_a_wrong_name_is_answered_with_what_to_do(
    folder: Path, words: tuple[str, ...], what: str, then: str
) -> None:
    said = foidesk(folder, *words)
    assert said.code == 2
    assert what in said.err and "→" in said.err and then in said.err


@pytest.mark.parametrize(
    "words", ["decide --answer 1", "decide ffff --answer 1", "decide --revoke ffff", "trace", "no-such-verb"]
)
def test_a_command_that_lacks_something_says_what(folder: Path, words: str) -> None:
    said = foidesk(folder, *words.split())
    assert said.code == 2 and "Error: " in said.err


def _pdf(path: Path) -> None:
    """A letter with a ruled table, on one page."""
    from reportlab.lib import colors
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    lines = ("Outcome,Number of complaints", "Upheld,5", "Not upheld,12", "Withdrawn,3", "Total,20")
    grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
    title = Paragraph("Borough of Alphaton: complaints about library fines", getSampleStyleSheet()["Normal"])
    story = [title, Table([line.split(",") for line in lines], style=grid)]
    SimpleDocTemplate(str(path), invariant=1).build(story)


def test_trace_image_writes_the_cited_page_with_its_box_marked(folder: Path, tmp_path: Path) -> None:
    reply = folder / "replies" / "alphaton" / "reply.csv"
    reply.unlink()
    _pdf(reply.with_name("reply.pdf"))
    assert foidesk(folder, "run", "--draft").code == 0
    words = ("trace", "by-body", "--body", "alphaton", "--image", str(tmp_path / "pages"))
    said = foidesk(folder, *words, "--json")
    assert said.code == 0, said.err
    [place] = [one["places"]["value"] for one in said.json["sources"]]
    assert re.fullmatch(r"page 1 \[[\d. ]+\]", place["place"]) and place["quote"] == "20"
    [path] = said.json["images"]
    assert Path(path).read_bytes().startswith(b"\x89PNG")
    assert _colours_around(path, [float(side) for side in re.findall(r"[\d.]+", place["place"])[1:]]) > 20
    assert f"image: {path}" in foidesk(folder, *words).out


def _colours_around(path: str, box: list[float]) -> int:
    """How many pixels around the box (points of an A4 page) are coloured: the page itself is black on white."""
    from PIL import Image

    with Image.open(path) as picture:
        x0, y0, x1, y1 = (side * picture.width / 595.28 for side in box)
        around = picture.convert("RGB").crop((int(x0) - 4, int(y0) - 4, int(x1) + 4, int(y1) + 4))
    return sum(count for count, pixel in around.getcolors(1 << 20) if max(pixel) - min(pixel) > 60)


def test_a_reply_in_which_nothing_was_understood_is_counted_apart_and_named_as_a_step(folder: Path) -> None:
    (folder / "replies" / "alphaton" / "reply.csv").write_text("Thank you\nfor writing to us\n")
    assert foidesk(folder, "ingest").code == 0
    said = foidesk(folder, "status", "--json").json
    assert (said["answered"], said["refused"], said["unclear"], said["silent"]) == (1, 1, 1, 0)
    assert any("no answer was found" in step for step in said["next"])
