"""Names without a title: known from who writes, who signs and who is greeted, then taken out everywhere."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from foidesk.model import Part
from foidesk.report import personal_data, publish
from foidesk.report.masking import knowing, mask
from foidesk.report.people import names_in, pattern_of, people

from . import made


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("From: Ottoline Quillfeather <foi@exampleton.example>\n", ["Ottoline Quillfeather"]),
        ('To: "Quillfeather, Ottoline" <foi@exampleton.example>\n', ["Ottoline Quillfeather"]),
        ("Kind regards,\n\nOttoline Quillfeather\nInformation Officer\n", ["Ottoline Quillfeather"]),
        ("Yours sincerely\nMs O. Quillfeather\n", ["O. Quillfeather"]),
        ("write to ottoline.quillfeather@exampleton.example", ["Ottoline Quillfeather"]),
        ("Dear Ottoline Quillfeather,\n", ["Ottoline Quillfeather"]),
    ],
)
def test_a_letter_gives_names_away(text: str, names: list[str]) -> None:
    assert list(names_in(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "From: FOI Team <foi@exampleton.example>\n",
        "Yours faithfully,\n\nFreedom of Information Officer\n",
        "Kind regards\nExampleton Borough Council\n",
        "write to foi.requests@exampleton.example",
        "Dear Sir or Madam,\n",
        "Written Warning\nFinal Written Warning\n",
    ],
)
def test_offices_and_results_are_no_names(text: str) -> None:
    assert list(names_in(text)) == []


def test_a_known_name_is_taken_out_wherever_it_stands() -> None:
    with knowing(pattern_of(["Ottoline Quillfeather"])):
        assert mask("as OTTOLINE  QUILLFEATHER told us") == "as [name withheld] told us"
        assert mask("Quillfeather, Ottoline: 12 cases") == "[name withheld]: 12 cases"
        assert mask("Quillfeathering 12") == "Quillfeathering 12"
    assert mask("Ottoline Quillfeather") == "Ottoline Quillfeather"


def test_a_first_name_alone_is_taken_out_of_a_greeting() -> None:
    assert mask("Dear Ottoline,\n") == "[name withheld],\n"
    assert mask("Dear Sir,\n") == "Dear Sir,\n"


def test_no_file_of_the_site_holds_a_name_that_a_letter_gives_away(tmp_path: Path) -> None:
    publication = made.publication()
    document, reading = next(iter(sorted(publication.readings.items())))
    told = Part("mail", "text", "From: Ottoline Quillfeather <foi@exampleton.example>\n\nplease\n")
    readings = {**publication.readings, document: replace(reading, parts=(*reading.parts, told))}
    issues = (
        replace(publication.issues[0], what="Ottoline Quillfeather gives 12 and 13"),
        *publication.issues[1:],
    )
    done = publish(tmp_path, replace(publication, readings=readings, issues=issues), made.images, draft=True)
    assert not any(b"Quillfeather" in (tmp_path / path).read_bytes() for path in done.files)
    assert any("[name withheld] gives 12" in (tmp_path / p).read_text("utf-8") for p in done.pages)


def test_a_name_that_the_desk_tells_on_purpose_is_kept() -> None:
    reading = next(iter(made.publication().readings.values()))
    told = replace(reading, parts=(Part("mail", "text", "From: Ottoline Quillfeather <a@b.example>\n"),))
    assert people([told]) == {"Ottoline Quillfeather"}
    assert people([told], "the commissioner, Ottoline Quillfeather, said") == frozenset()
    (names,) = [found for found in personal_data({"a": told}) if found.kind.id == "names"]
    assert names.count == 1
