"""A line through words of a PDF: they are told, and never run into the words that stand in their place."""

from __future__ import annotations

from foidesk.model import Reading

from .pages import Paper, read, texts


def struck(paper: Paper, x: float, y: float, text: str, size: float = 10) -> float:
    """Words with a line through their middle; gives where they end."""
    paper.write(x, y, text, size)
    end = x + float(paper.canvas.stringWidth(text, "Helvetica", size))
    paper.line(x, y - 0.27 * size, end, y - 0.27 * size)
    return end


def told(reading: Reading) -> list[str]:
    return [place.quote for one in reading.issues if one.kind == "struck-text" for place in one.locators]


def test_a_figure_written_behind_a_struck_one_is_a_figure_of_its_own() -> None:
    paper = Paper()
    paper.write(60, 100, "We received")
    end = struck(paper, 120, 100, "41")
    paper.write(end, 100, "57 complaints in 2022.")
    reading = read(paper)
    assert reading.parts[0].text.strip() == "We received 41 57 complaints in 2022."
    assert told(reading) == ["41"]


def test_it_is_so_in_a_table_and_the_line_is_no_rule() -> None:
    paper = Paper()
    paper.table(100, [["Ward", "2021"], ["North", ""], ["South", "9"]], [80, 80])
    end = struck(paper, 144, 130, "7", 9)
    paper.write(end, 130, "8", 9)
    reading = read(paper)
    assert texts(reading.tables[0]) == [["Ward", "2021"], ["North", "7 8"], ["South", "9"]]
    assert told(reading) == ["7"]


def test_lines_under_words_and_rules_of_tables_strike_nothing() -> None:
    paper = Paper()
    paper.table(100, [["Ward", "2021"], ["North", "7"], ["South", "9"]], [80, 80])
    paper.write(60, 200, "underlined 12 words").line(60, 202, 150, 202)
    paper.write(60, 230, "a rule 12 above").line(40, 220, 400, 220)
    assert not told(read(paper))


def test_a_line_through_a_whole_row_strikes_all_its_words() -> None:
    paper = Paper()
    for n, row in enumerate([["Year", "Opened"], ["2019", "812"], ["2020", "774"], ["2021", "903"]]):
        paper.write(80, 100 + 18 * n, row[0]).write(200, 100 + 18 * n, row[1])
    paper.line(70, 133.3, 300, 133.3)
    reading = read(paper)
    assert told(reading) == ["2020", "774"]
    assert texts(reading.tables[0])[2] == ["2020", "774"]


def test_a_watermark_across_a_table_is_told_and_moves_no_row() -> None:
    paper = Paper()
    for n, row in enumerate([["Year", "Opened"], ["2019", "812"], ["2020", "774"], ["2021", "903"]]):
        paper.write(80, 100 + 18 * n, row[0]).write(200, 100 + 18 * n, row[1])
    paper.letter(300)
    paper.canvas.saveState()
    paper.canvas.translate(100, paper.height - 190)
    paper.canvas.rotate(35)
    paper.canvas.setFont("Helvetica-Bold", 60)
    paper.canvas.drawString(0, 0, "DRAFT 7")
    paper.canvas.restoreState()
    reading = read(paper)
    assert texts(reading.tables[0]) == [["Year", "Opened"], ["2019", "812"], ["2020", "774"], ["2021", "903"]]
    (told_aslant,) = [one for one in reading.issues if one.kind == "words-aslant"]
    assert "".join(place.quote for place in told_aslant.locators) == "DRAFT7"
