"""Texts that a print cuts off or lets run out of their cells are named; turned words keep their order."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from foidesk.model.places import PagePlace
from foidesk.model.reading import Reading
from foidesk.readers.pdf_ink import Characters, turned_tokens

from .pages import Paper, read, texts

ROWS = [["", "", ""], ["Constable here", "14", "23"], ["Sergeant here", "5", "8"], ["Inspector here", "2", "31"]]


def doubted(reading: Reading) -> list[str]:
    return [w.quote for i in reading.issues if i.kind == "row-in-doubt" for w in i.locators]


def headed(*heads: tuple[float, str]) -> Reading:
    """A table of three columns at 60, 160 and 220 whose heads stand where these say."""
    paper = Paper()
    paper.table(100, ROWS, [100, 60, 60])
    for x, text in heads:
        paper.write(x, 112, text, 9)
    return read(paper)


def test_heads_that_have_room_are_not_doubted() -> None:
    assert doubted(headed((64, "Rank here"), (164, "Number of"), (224, "Cases in all"))) == []


def test_a_head_that_ends_where_the_next_begins_is_named() -> None:
    assert doubted(headed((64, "Rank here"), (161, "Number of offi"), (221, "Cases"))) == ["Number of offi"]


def test_a_head_that_runs_out_of_the_table_is_named() -> None:
    heads = (64, "Rank here"), (164, "Number of"), (224, "Cases which were closed")
    assert doubted(headed(*heads)) == ["which were"]


@pytest.mark.parametrize("turn", [90, -90])
def test_words_that_run_up_or_down_the_page_keep_their_order(turn: int) -> None:
    paper = Paper()
    paper.table(100, [["", "", ""]], [100, 60, 60], height=90)
    paper.table(190, ROWS[1:], [100, 60, 60])
    for x, words in ((190, "Number of officers"), (250, "Cases closed")):
        paper.canvas.saveState()
        paper.canvas.translate(x, paper.height - (186 if turn > 0 else 104))
        paper.canvas.rotate(turn)
        paper.canvas.setFont("Helvetica", 9)
        paper.canvas.drawString(0, 0, words)
        paper.canvas.restoreState()
    assert texts(read(paper).tables[0])[0][1:] == ["Number of officers", "Cases closed"]


def test_a_label_that_ends_at_the_rule_of_its_cell_is_named() -> None:
    rows = [["Rank", "Cases"], ["Constable", "14"], ["Sergeant of the", "5"], ["Inspector", "2"]]
    wide = 4 + stringWidth("Sergeant of the", "Helvetica", 9)
    paper, roomy = Paper(), Paper()
    paper.table(100, rows, [wide, 60])
    roomy.table(100, rows, [wide + 3, 60])
    assert (doubted(read(paper)), doubted(read(roomy))) == (["Sergeant of the"], [])


def test_a_label_cut_between_two_letters_is_named_if_the_page_has_the_longer_word() -> None:
    rows = [["Rank", "Cases"], ["Constable", "14"], ["Sergeant of offi", "5"], ["Inspector", "2"]]
    wide = 4 + stringWidth("Sergeant of offi", "Helvetica", 9) + 5
    told = Paper().write(60, 60, "Cases of all officers", 9)
    untold = Paper().write(60, 60, "Cases of all ranks", 9)
    for paper in (told, untold):
        paper.table(100, rows, [wide, 60])
    assert (doubted(read(told)), doubted(read(untold))) == (["Sergeant of offi"], [])


def test_the_place_of_a_head_that_runs_down_out_of_its_cell_is_where_its_words_stand() -> None:
    paper = Paper()
    paper.table(100, [["", "", ""]], [100, 60, 60], height=60)
    paper.table(160, ROWS[1:], [100, 60, 60])
    paper.canvas.saveState()
    paper.canvas.translate(190, paper.height - 156)
    paper.canvas.rotate(90)
    paper.canvas.setFont("Helvetica", 9)
    paper.canvas.drawString(0, 0, "Officers investigated")
    paper.canvas.restoreState()
    (head,) = [cell for cell in read(paper).tables[0].cells if cell.text.startswith("Officers")]
    length = stringWidth(head.text, "Helvetica", 9)
    assert isinstance(head.place, PagePlace)
    assert head.place.box.y1 - head.place.box.y0 == pytest.approx(length, abs=3)


def test_a_number_of_the_row_is_parted_from_its_label_where_their_heads_are() -> None:
    paper = Paper().write(60, 90, "Ref").write(110, 90, "Rank").write(230, 90, "Cases")
    labels = ["Constable", "Sergeant of", "Inspector", "Chief officer", "Staff", "Special"]
    for n, label in enumerate(labels, 1):
        y = 90 + 14 * n
        paper.write(110 - 2.78 - 5.56, y, str(n)).write(110, y, label).write(235, y, str(17 * n))
    rows = texts(read(paper).tables[0])
    assert rows[0] == ["Ref", "Rank", "Cases"]
    assert rows[2] == ["2", "Sergeant of", "34"]


def test_rows_behind_a_page_break_that_are_no_table_are_named() -> None:
    rows = [[f"Ward {n}", str(10 + n), str(70 - n), str(30 + n)] for n in range(30)]
    paper = Paper()
    paper.table(60, [["Ward", "2019", "2020", "2021"], *rows], [150, 60, 60, 60], rules="none", height=24)
    paper.next_page()
    paper.table(60, [["The last of the wards", "7", "8", "9"]], [150, 60, 60, 60], rules="none")
    assert doubted(read(paper)) == ["The last of the wards 7 8 9"]


def test_turned_letters_between_which_a_line_break_was_made_up_are_one_word() -> None:
    codes = [ord("C"), 13, 10, ord("h"), ord("i"), 13, 10, ord("a")]
    bottoms = [100.0, 94.0, 94.0, 94.0, 89.0, 86.0, 86.0, 82.0]  # the last stands a space away
    tops = [94.0, 94.0, 94.0, 89.0, 86.0, 86.0, 86.0, 77.0]
    left, right = [50.0] * 8, [57.0] * 8
    found = turned_tokens(Characters(codes, left, tops, right, bottoms), [0, 3, 4, 7])
    assert [token.text for token in found] == ["Chi", "a"]


def test_rows_of_figures_at_one_height_of_several_pages_are_no_page_head() -> None:
    paper = Paper()
    for n in range(3):
        paper.write(60, 40, "Sampleshire").write(60, 100, f"{n}").write(200, 100, f"4{n}").write(
            300, 100, f"1,23{n}"
        )
        paper.letter(250)
        paper.next_page()
    kinds = {block.text: block.kind for block in read(paper).parts[1].blocks}
    assert kinds["Sampleshire"] == "page header"
    assert "page header" not in {kind for text, kind in kinds.items() if "1,231" in text}


def test_a_head_of_several_words_over_two_columns_of_figures_is_named() -> None:
    paper = Paper().write(60, 100, "Rank").write(180, 100, "Theft dam Visits").write(300, 100, "Average")
    for n, rank in enumerate(("Constable", "Sergeant", "Inspector", "Chief", "Staff")):
        y = 114 + 14 * n
        paper.write(60, y, rank).write(182, y, f"{n + 11}").write(240, y, f"{n + 21}").write(310, y, f"{n + 31}")
    assert doubted(read(paper)) == ["Theft dam Visits"]


def clipped(paper: Paper, x: float, text: str, wide: float) -> None:
    """The text in a clip as wide as its cell, as spreadsheets print what is too long for it."""
    canvas = paper.canvas
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(x, 100, wide, 700)
    canvas.clipPath(path, stroke=0, fill=0)
    paper.write(x, 112, text, 9)
    canvas.restoreState()


@pytest.mark.parametrize("wide, named", [(-2.0, ["Number of b"]), (20.0, [])])
def test_a_head_that_runs_out_of_its_clip_is_named(wide: float, named: list[str]) -> None:
    paper = Paper()
    paper.table(100, ROWS, [100, 60, 60], rules="none")
    paper.write(64, 112, "Rank here", 9).write(224, 112, "Cases", 9)
    clipped(paper, 164, "Number of b", stringWidth("Number of b", "Helvetica", 9) + wide)
    assert doubted(read(paper)) == named


def test_clips_around_each_and_every_text_tell_nothing() -> None:
    paper = Paper()
    for n, row in enumerate([["Rank here", "Number of", "Cases"], *ROWS[1:]]):
        for x, text in zip((64, 164, 224), row, strict=True):
            canvas = paper.canvas
            canvas.saveState()
            path = canvas.beginPath()
            path.rect(x, 100, stringWidth(text, "Helvetica", 9) + 3, 700)
            canvas.clipPath(path, stroke=0, fill=0)
            paper.write(x, 112 + 18 * n, text + 4 * " ", 9)
            canvas.restoreState()
    assert doubted(read(paper)) == []


FITTED = [["Station here", "Thefts told", "Solved"], ["Old Mill", "212", "48"], ["Quayside", "1,045", "310"]]


def fitted(padding: float, cut: int = -1, letters: int = 3) -> Reading:
    """A ruled table whose columns are as wide as their heads; one may be cut, the rule 0.7 points off its rest."""
    heads = [head[:-letters] if n == cut else head for n, head in enumerate(FITTED[0])]
    paper = Paper()
    widths = [
        padding + stringWidth(head, "Helvetica", 9) + (0.7 if n == cut else padding)
        for n, head in enumerate(heads)
    ]
    paper.table(100, [[""] * 3] * 3, widths)
    for row, line in enumerate([heads, *FITTED[1:]]):
        for n, text in enumerate(line):
            paper.write(60 + sum(widths[:n]) + padding, 112 + 18 * row, text, 9)
    return read(paper)


@pytest.mark.parametrize("padding", [1.0, 1.5, 2.0, 3.0])
def test_heads_as_wide_as_their_columns_are_not_doubted_where_all_leave_the_same_white(padding: float) -> None:
    assert doubted(fitted(padding)) == []


@pytest.mark.parametrize("cut", [0, 1])
def test_a_head_cut_off_beside_heads_that_fit_is_named_alone(cut: int) -> None:
    head = FITTED[0][cut][:-3]
    assert doubted(fitted(1.5, cut)) == [head]
