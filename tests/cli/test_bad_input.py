"""What is wrong is said, with its place and what to do; nothing is lost, and no traceback is ever printed."""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from .outside import Said, foidesk, process

GOOD = "Outcome,Number of complaints\nUpheld,1\nTotal,1\n"


@cache
def _encrypted_pdf() -> bytes:
    from reportlab.lib import pdfencrypt
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, encrypt=pdfencrypt.StandardEncryption("secret"), invariant=1)
    canvas.drawString(100, 700, "Complaints: 12")
    canvas.save()
    return out.getvalue()


def _plain_pdf() -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    canvas.drawString(100, 700, "Borough of Alphaton. Thank you for your letter.")
    canvas.save()
    return out.getvalue()


@cache
def _workbook() -> bytes:
    from openpyxl import Workbook

    out, book = io.BytesIO(), Workbook()
    book.active.append(["Outcome", "Number of complaints"])
    book.save(out)
    return out.getvalue()


def _zip(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return out.getvalue()


def _encrypted_zip() -> bytes:
    data = bytearray(_zip(reply=GOOD.encode()))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    return bytes(data)


BAD: dict[str, Callable[[], bytes]] = {
    "random.bin": lambda: bytes(range(256)) * 40,
    "empty.pdf": lambda: b"",
    "empty.csv": lambda: b"",
    "empty": lambda: b"",
    "locked.pdf": _encrypted_pdf,
    "locked.xlsx": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504),
    "locked.zip": _encrypted_zip,
    "cut.pdf": lambda: _plain_pdf()[:300],
    "cut.xlsx": lambda: _workbook()[:1500],
    "cut.zip": lambda: _zip(a=b"x" * 4000)[:60],
    "really-a-workbook.pdf": _workbook,
    "really-a-pdf.xlsx": _plain_pdf,
    "really-text.docx": lambda: b"We refuse your request.",
    "bomb.zip": lambda: _zip(a=_zip(b=_zip(c=_zip(d=b"deep")))),
    "bytes.txt": lambda: b"\xff\xfe\x00\xd8 complaints 12",
    "bad-mail.eml": lambda: b"From: \xff\xfe\nDate: yesterday-ish\nContent-Type: multipart/mixed\n\n--x\n",
}


@pytest.fixture(scope="module")
def with_bad(run_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small survey with every bad file in the folder of a body."""
    import shutil

    folder = Path(shutil.copytree(run_once, tmp_path_factory.mktemp("bad") / "survey"))
    for name, make in BAD.items():
        (folder / "replies" / "alphaton" / name).write_bytes(make())
    assert foidesk(folder, "run", "--draft").code == 0
    return folder


def test_bad_files_stop_nothing_and_change_no_figure(with_bad: Path) -> None:
    total = foidesk(with_bad, "compute", "--json").json[0]["value"]
    assert total["text"] == "37"
    status = foidesk(with_bad, "status")
    assert status.code == 0 and "issues" in status.out


@pytest.mark.parametrize("name", BAD)
def test_every_bad_file_is_kept_and_accounted_for(with_bad: Path, name: str) -> None:
    from foidesk.survey import Survey

    survey = Survey(with_bad)
    path = f"alphaton/{name}"
    [delivery] = [one for one in survey.work.deliveries if one.path == path]
    assert survey.store.originals.get(delivery.document) == BAD[name]()
    read = survey.work.reading(delivery)
    told = [issue for issue in survey.work.results.issues if issue.where.startswith((path, name))]
    assert told or any(part.text for part in read.parts) or read.attachments or read.tables
    for issue in told:
        assert issue.what and issue.next


def test_a_file_that_fits_no_body_or_two_waits_as_a_question(folder: Path) -> None:
    (folder / "replies" / "figures.csv").write_text(GOOD)
    (folder / "replies" / "Borough of Alphaton - Borough of Betaford.csv").write_text(GOOD.replace("1", "2"))
    said = foidesk(folder, "ingest")
    assert said.code == 0 and "decide --kind body" in said.out
    asked = foidesk(folder, "decide", "--kind", "body", "--json").json
    assert len(asked) == 2
    assert foidesk(folder, "compute", "--json").json[0]["value"]["text"] == "37"


# --- files that people write -----------------------------------------------------------------------------------

TYPOS = [
    ("survey.toml", 'title = "Library', 'titel = "Library', "line 3", "did you mean 'title'"),
    ("survey.toml", "[[findings]]", "[[finding]]", "finding", "did you mean 'findings'"),
    ("survey.toml", 'recipe = "share"', 'recipe = "shear"', "shear", "share"),
    ("survey.toml", 'outcome = ["upheld"]', 'outcome = ["uphold"]', "uphold", "did you mean 'upheld'"),
    ("survey.toml", "where = { outcome", "where = { outcom", "outcom", "did you mean 'outcome'"),
    ("survey.toml", 'measures = ["complaints"]', 'measures = ["complaint"]', "line 13", "'complaints'"),
    ("survey.toml", 'by = "outcome"', 'by = "outcom"', "outcom", "outcome"),
    ("survey.toml", "from = 2020-01-01", "from = 2020-13-01", "survey.toml", "correct that line"),
    ("survey.toml", "from = 2020-01-01", "from = 2024-01-01", "ends before it starts", "both days"),
    ("survey.toml", 'unit = "complaints"', 'unit = 12', "text in quotes", "12"),
    ("survey.toml", 'unit = "complaints"', 'type = "cuont"', "cuont", "did you mean 'count'"),
    ("survey.toml", 'law = "uk-foia-2000"', 'law = "uk-foia-200"', "uk-foia-200", "did you mean 'uk-foia-2000'"),
    ("survey.toml", '"number of complaints"]', '"number of complaints", 7]', "nouns", "text in quotes"),
    ("survey.toml", "[survey.period]\nfrom = 2020-01-01\nto = 2022-12-31", "period = 3", "period", "table"),
    ("survey.toml", "[[questions]]", "[questions]", "questions", "list"),
    ("survey.toml", "headline = true", "headline = 'yes'", "headline", "true or false"),
    ("codebook.toml", "synonyms =", "synonims =", "line 12", "did you mean 'synonyms'"),
    ("codebook.toml", 'id = "outcome"', "", "no 'id'", "add id"),
    ("codebook.toml", 'names = ["outcome", "result"]', 'names = "outcome"', "names", "list in [ ]"),
    ("codebook.toml", 'label = "Withdrawn"', 'label = "Withdrawn"\nparent = "uphld"', "uphld", "'upheld'"),
    ("codebook.toml", 'id = "not-upheld"', 'id = "upheld"', "upheld", "twice"),
    ("codebook.toml", "version = 1", "version = one", "codebook.toml", "line 1"),
    ("bodies.csv", "id,name,aliases", "id,name,alias", "line 1", "did you mean 'aliases'"),
    ("bodies.csv", "betaford,Borough of Betaford", ",Borough of Betaford", "line 3", "fill it in"),
    ("bodies.csv", "gammaley,Borough", "alphaton,Borough", "line 4", "an id of its own"),
    ("bodies.csv", "Betaford Council,,foi", "Betaford Council,foi", "line 3", "double quotes"),
    ("bodies.csv", "foi@gammaley.example,,,council", "foi@gammaley.example,,uk-foi,council", "line 4", "2000"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "where", "then"), TYPOS, ids=[f"{t[0]}-{t[2][:20]}" for t in TYPOS]
)
def test_a_typo_is_named_with_its_line_and_the_nearest_name(
    folder: Path, file: str, old: str, new: str, where: str, then: str
) -> None:
    text = (folder / file).read_text()
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1))
    said = foidesk(folder, "compute")
    assert said.code == 2, said.out
    assert file in said.err and where in said.err and then in said.err
    (folder / file).write_text(text)
    assert foidesk(folder, "compute", "--json").json[0]["value"]["text"] == "37"


@pytest.mark.parametrize("file", ["survey.toml", "codebook.toml", "bodies.csv", "story.md"])
def test_a_file_that_is_not_utf8_is_named(folder: Path, file: str) -> None:
    (folder / file).write_bytes("título ñ £".encode("utf-16"))
    said = foidesk(folder, "check")
    assert said.code == 2 and file in said.err and "→" in said.err


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(folder: Path) -> None:
    before = foidesk(folder, "compute", "--json").json
    for name in ("survey.toml", "codebook.toml", "bodies.csv"):
        path = folder / name
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert foidesk(folder, "compute", "--json").json == before


@pytest.fixture
def with_decision(folder: Path) -> Path:
    (folder / "decisions.csv").unlink()
    (folder / "replies" / "figures.csv").write_text(GOOD)
    foidesk(folder, "ingest")
    [asked] = foidesk(folder, "decide", "--kind", "body", "--json").json
    words = ("--answer", "Borough of Gammaley", "--reason", "they rang")
    assert foidesk(folder, "decide", asked["id"], *words).code == 0
    return folder


def _spoil_decisions(folder: Path, old: str, new: str) -> Said:
    path = folder / "decisions.csv"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    return foidesk(folder, "compute")


def test_a_typo_in_the_heading_of_decisions_is_named(with_decision: Path) -> None:
    said = _spoil_decisions(with_decision, "reason", "raeson")
    assert said.code == 2 and "decisions.csv, line 1" in said.err and "'reason'" in said.err


def test_a_row_of_decisions_cut_short_is_named_with_its_line_and_not_passed_over(with_decision: Path) -> None:
    path = with_decision / "decisions.csv"
    path.write_bytes(path.read_bytes()[:-90])
    said = foidesk(with_decision, "compute")
    assert said.code == 2 and "decisions.csv, line 2" in said.err and "→" in said.err


def test_a_decision_for_an_answer_nobody_offers_is_listed_as_stale(with_decision: Path) -> None:
    said = _spoil_decisions(with_decision, "gammaley", "gamaley")
    assert said.code == 0 or "gamaley" in said.err
    stale = foidesk(with_decision, "decide", "--stale")
    assert stale.code == 0


def test_a_line_of_events_cut_in_the_middle_of_a_letter_is_passed_over_and_made_good(folder: Path) -> None:
    (folder / "replies" / "alphaton" / "é.csv").write_text(GOOD)
    assert foidesk(folder, "ingest").code == 0
    before = foidesk(folder, "compute", "--json").json
    path = folder / "events.jsonl"
    data = path.read_bytes()
    path.write_bytes(data[: data.rindex("é".encode()) + 1])
    assert foidesk(folder, "ingest", "--json").json["new"] == ["alphaton/é.csv"]
    assert foidesk(folder, "compute", "--json").json == before


# --- names -----------------------------------------------------------------------------------------------------

NAMES = [
    "two\nlines.csv", 'quo"te\'s.csv', "..csv", "..%2F..%2Fetc.csv", "é🦉 – figures.csv", "a" * 196 + ".csv",
    "!odd!.csv", "a!b.csv", "<script>alert(1)<∕script>.csv", "-rf.csv", " .csv", "line\u2028sep\x85.csv",
    "{{ body.name }}.csv", "=cmd|calc.csv", "no extension", "trailing dot.",
]  # fmt: skip


def test_odd_names_are_taken_in_read_published_and_found_again(folder: Path) -> None:
    for number, name in enumerate(NAMES):
        (folder / "replies" / "betaford" / name).parent.mkdir(exist_ok=True)
        (folder / "replies" / "betaford" / name).write_text(f"Notes\n{name}\nnumber {number}\n")
    said = foidesk(folder, "run", "--draft", "--json")
    assert said.code == 0, said.err
    assert sorted(said.json["ingested"]["new"]) == sorted(f"betaford/{name}" for name in NAMES)
    again = foidesk(folder, "run", "--draft", "--json").json
    assert (again["ingested"]["unchanged"], again["ingested"]["new"], again["made"]) == (len(NAMES) + 3, [], {})
    for verb in ("status", "extract", "decide", "compute"):
        assert foidesk(folder, verb).code == 0
    assert "<script>alert" not in "".join(path.read_text() for path in (folder / "site").rglob("*.html"))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_name_that_is_no_utf8_is_taken_in_and_a_survey_in_such_a_folder_runs(folder: Path) -> None:
    path = os.fsencode(folder / "replies" / "alphaton") + b"/na\xefve.csv"
    with open(path, "w") as file:  # noqa: PTH123
        file.write(GOOD)
    said = process(folder, "run", "--draft", "--json")
    assert said.code == 0, said.err
    assert said.json["ingested"]["new"] == ["alphaton/na\\xefve.csv"]
    assert process(folder, "run", "--draft", "--json").json["ingested"]["unchanged"] == 4
    assert all(json.loads(line) for line in (folder / "events.jsonl").read_bytes().splitlines())


def test_a_zip_with_names_that_climb_out_writes_nothing_outside(folder: Path) -> None:
    names = {"../../escaped.csv": GOOD.encode(), "/abs.csv": GOOD.encode(), "alphaton/ok.csv": GOOD.encode()}
    (folder / "replies" / "all.zip").write_bytes(_zip(**names))
    before = {path for path in folder.parent.rglob("*") if ".foidesk" not in path.parts}
    assert foidesk(folder, "ingest").code == 0
    after = {path for path in folder.parent.rglob("*") if ".foidesk" not in path.parts}
    assert after == before


# --- folders ---------------------------------------------------------------------------------------------------


def test_a_survey_without_replies_runs_and_says_what_to_do(folder: Path) -> None:
    import shutil

    shutil.rmtree(folder / "replies")
    for path in (folder / "events.jsonl", folder / "story.md"):
        path.unlink()
    assert foidesk(folder, "run").code == 0
    said = foidesk(folder, "status")
    assert said.code == 0
    assert "Put the replies into replies/" in said.out and "story.md" in said.out


def test_a_missing_story_is_said_by_check_and_does_not_stop_the_rest(folder: Path) -> None:
    (folder / "story.md").unlink()
    said = foidesk(folder, "check")
    assert said.code == 2 and "story.md" in said.err and "→" in said.err
    for verb in ("run", "publish", "status", "compute"):
        assert foidesk(folder, verb).code == 0


def test_a_place_where_nothing_can_be_written_is_said(folder: Path) -> None:
    import shutil

    shutil.rmtree(folder / ".foidesk")
    (folder / ".foidesk").write_text("a file in the way")
    for verb in ("ingest", "run", "compute", "status"):
        said = foidesk(folder, verb)
        assert said.code == 2 and ".foidesk" in said.err and "→" in said.err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_said(folder: Path) -> None:
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        (folder / "replies").chmod(0o755)
        (folder / "replies" / "new.csv").write_text(GOOD)
        said = foidesk(folder, "run")
        assert said.code == 2 and "→" in said.err
    finally:
        for path in [folder, *folder.rglob("*")]:
            path.chmod(0o755)


def test_a_disk_that_is_full_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import errno

    from foidesk.store import originals

    def full(path: Path, data: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    (folder / "replies" / "alphaton" / "new.csv").write_text(GOOD)
    monkeypatch.setattr(originals, "write_atomically", full)
    said = foidesk(folder, "ingest")
    assert said.code == 2 and "No space left" in said.err and "make room" in said.err
    monkeypatch.undo()
    assert foidesk(folder, "ingest", "--json").json["new"] == ["alphaton/new.csv"]


def test_extract_says_why_a_file_gave_no_number_and_what_to_do(folder: Path) -> None:
    (folder / "replies" / "betaford").mkdir(exist_ok=True)
    (folder / "replies" / "betaford" / "locked.pdf").write_bytes(_encrypted_pdf())
    (folder / "replies" / "betaford" / "thanks.txt").write_text("Thank you for your letter.\n")
    assert foidesk(folder, "ingest").code == 0
    said = foidesk(folder, "extract", "--json")
    told = {row["path"]: [one["kind"] for one in row["unread"]] for row in said.json["deliveries"]}
    assert told["betaford/locked.pdf"] == ["encrypted"]
    assert [path for path, kinds in told.items() if kinds] == ["betaford/locked.pdf"]
    assert (
        "locked.pdf: the PDF asks for a password\n  → ask the body for an open copy"
        in foidesk(folder, "extract").out
    )


def fails(folder: Path, *words: str) -> str:
    """What the command says where it could not run."""
    said = foidesk(folder, *words)
    assert said.code == 2 and "Traceback" not in said.err, said.out + said.err
    return said.err


def ok(folder: Path, *words: str) -> str:
    said = foidesk(folder, *words)
    assert said.code == 0, said.out + said.err
    return said.out


LOOP = """
[[variables.categories]]
id = "a"
parent = "b"

[[variables.categories]]
id = "b"
parent = "a"
"""
LIST = """id,name,aliases
alphaton,Borough of Alphaton,Alphaton Council
betaford,Borough of Betaford,
gammaley,Borough of Gammaley,
"""


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "bodies.csv: the file is empty\n  → start it with: id,name,"),
        (
            b"\xef\xbb\xbf" + LIST.replace(",", ";").encode(),
            "line 1: the columns are parted by semicolons\n  → save it with commas",
        ),
        (LIST.replace(",", "\t").encode(), "line 1: the columns are parted by tabs\n  → save it with commas"),
        (
            LIST.replace("Betaford", "Bet\xe4ford").encode("cp1252"),
            "line 3: this is not written in UTF-8\n  → save it in UTF-8",
        ),
        (LIST.encode("utf-16"), "line 1: this is not written in UTF-8"),
    ],
)
def test_a_list_of_bodies_as_spreadsheets_save_it_is_refused_with_what_to_do(
    folder: Path, data: bytes, said: str
) -> None:
    (folder / "bodies.csv").write_bytes(data)
    assert said in fails(folder, "compute")


def test_blank_rows_at_the_end_of_a_list_of_bodies_are_none(folder: Path) -> None:
    (folder / "bodies.csv").write_text(LIST + ",,\n,,\n", encoding="utf-8")
    assert "37 complaints" in ok(folder, "compute")


def test_a_line_of_events_that_cannot_be_read_is_told(folder: Path) -> None:
    assert "events.jsonl" not in ok(folder, "status")
    path = folder / "events.jsonl"
    path.write_text("<<<<<<< mine\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert "1. Mend events.jsonl, or restore it: 1 line(s) cannot be read" in ok(folder, "status")


def test_a_survey_whose_list_of_bodies_is_gone_says_so_first(folder: Path) -> None:
    (folder / "bodies.csv").unlink()
    assert "1. Say who is asked: bodies.csv is not there or lists nobody" in ok(folder, "status")


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        (
            "survey.toml",
            '\n[[findings]]\nrecipe = "median"\n',
            "survey.toml, near line 51: [[findings]] has no 'name'",
        ),
        ("survey.toml", '\n[[findings]]\nname = "r"\nrecipe = "ranking"\ntop = -5\n', "top of 'r' is below zero"),
        (
            "survey.toml",
            '\n[[findings]]\nname = "r"\nrecipe = "rate"\n',
            "survey.toml: finding 'r' has no 'denominator'",
        ),
        ("survey.toml", "\n[comparison]\nbodies = 5\n", "'bodies' of [comparison] must be a text in quotes"),
        (
            "codebook.toml",
            '\n[[variables.categories]]\nid = "a"\nparent = "a"\n',
            "the category 'a' of outcome lies within itself",
        ),
        (
            "codebook.toml",
            LOOP,
            "the category 'a' of outcome lies within itself",
        ),
    ],
)
def test_a_slip_in_a_table_is_named(folder: Path, file: str, text: str, said: str) -> None:
    with (folder / file).open("a", encoding="utf-8") as out:
        out.write(text)
    assert said in fails(folder, "compute")


def test_one_bracket_for_two_is_said(folder: Path) -> None:
    path = folder / "survey.toml"
    path.write_text(path.read_text().replace("[[measures]]", "[measures]"), encoding="utf-8")
    assert "write each as [[measures]], in two brackets" in fails(folder, "compute")


SIZES = "body,definition,year,number,unit,variable,category,source,retrieved,note\n"


def test_a_size_given_twice_for_the_same_days_is_refused_however_the_year_is_written(folder: Path) -> None:
    row = "alphaton,heads,{},{},people,,,https://s.example/x,2023-01-01,\n"
    (folder / "denominators.csv").write_text(SIZES + row.format("2020/21", 10) + row.format("2020-21", 20))
    assert "line 2 gives heads of alphaton for these days (2020-21) too" in fails(folder, "compute")
    (folder / "denominators.csv").write_text(SIZES + row.format("2020/21", 10) + row.format("2021/22", 20))
    assert "37 complaints" in ok(folder, "compute")


@pytest.mark.parametrize(
    ("body", "value", "said"),
    [
        ("alphaton", "1.5", "'1.5' is no number of complaints: these are counted whole"),
        ("betaford", "5", "reply.csv is of alphaton, not of betaford"),
    ],
)
def test_a_figure_that_could_never_count_is_not_recorded(folder: Path, body: str, value: str, said: str) -> None:
    said_by_hand = ("--measure", "complaints", "--where", "outcome=upheld", "--reason", "faint")
    before = (folder / "decisions.csv").read_bytes()
    assert said in fails(folder, "enter", body, "alphaton/reply.csv", "sheet 'csv' 2,2,2,2", value, *said_by_hand)
    assert (folder / "decisions.csv").read_bytes() == before
