"""`check STORY` for stories as Word and web desks give them: nothing lost, nothing twice, every place right."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from .outside import foidesk


def checked(folder: Path, story: Path) -> list[tuple[str, str]]:
    """The claims about the data with their verdicts. Each stands where the text says it does."""
    found = foidesk(folder, "check", str(story), "--json").json
    own = found["text"] if "text" in found else story.read_text(encoding="utf-8")
    for one in found["claims"] if "text" in found else []:
        assert own[one["start"] : one["end"]] == one["text"]
    return [(one["text"], one["verdict"]) for one in found["claims"] if not one["verdict"].startswith("not a")]


def tracked(paragraph: Paragraph, kind: str, words: str) -> None:
    """Words that a sub put in ("ins") or took out ("del") with changes tracked."""
    change, run = OxmlElement(f"w:{kind}"), OxmlElement("w:r")
    text: Any = OxmlElement("w:delText" if kind == "del" else "w:t")
    change.set(qn("w:id"), "9")
    text.text = words
    run.append(text)
    change.append(run)
    paragraph._p.append(change)


def test_a_word_file_with_changes_tables_and_odd_blanks(folder: Path) -> None:
    story = docx.Document()
    story.add_heading("Boroughs receive 37\u00a0complaints", 0)
    story.add_paragraph("Al\u00adphaton had 20\u2060 complaints.\u00b9 Borough of\u00a0Betaford had 17.")
    edited = story.add_paragraph("Alphaton had ")
    tracked(edited, "del", "41")
    tracked(edited, "ins", "20")
    edited.add_run(" complaints.")
    tracked(story.add_paragraph(""), "del", "Betaford had 99 complaints.")
    for item in ("Alphaton: 20 complaints", "Betaford: 17 complaints"):
        story.add_paragraph(item, style="List Bullet")
    table = story.add_table(rows=3, cols=2)
    for row, cells in enumerate((("Borough", "Complaints"), ("Alphaton", "20"), ("Betaford", "18"))):
        for column, words in enumerate(cells):
            table.cell(row, column).text = words
    story.add_paragraph("The boroughs received 37 complaints", style="Caption")
    story.save(str(folder / "web.docx"))
    assert checked(folder, folder / "web.docx") == [
        ("37", "supported"),
        ("20", "supported"), ("17", "supported"),
        ("20", "supported"),
        ("20", "supported"), ("17", "supported"),
        ("20", "supported"), ("18", "contradicted"),
        ("37", "supported"),
    ]  # fmt: skip


PAGE = """<html><head><script>var a = "Alphaton had 91 complaints"</script></head><body>
<nav><a href="/">Top 10 stories</a></nav>
<div class="head"><div><h1>Boroughs receive <span><b>3</b>7</span>&nbsp;complaints</h1></div>
<p class="standfirst">Alphaton had 20 complaints</p></div>
<article><figure><img src="a.jpg"><figcaption>Betaford had 17&#160;complaints<br>Picture: A. Desk</figcaption>
</figure><div><div><p>Al&shy;phaton had <b>2</b>0 complaints.<sup>1</sup></p>
<p>Alphaton had <del>21</del> <ins>20</ins> complaints.</p>
Alphaton had 22 complaints<br>Betaford had 17 complaints
<aside class="box"><h3>In numbers</h3><ul><li>Alphaton had 20 complaints</li></ul></aside>
<aside><a href="/more">Betaford has 55 pictures</a></aside>
<table><tr><th>Borough</th><th>Complaints</th></tr><tr><td>Alphaton</td><td>20</td></tr>
<tr><td>Betaford</td><td>18</td></tr></table>
<p hidden>Alphaton had 95 complaints.</p><form>Alphaton had 93 complaints</form></div></div></article>
<footer>Alphaton had 92 complaints</footer></body></html>"""


def test_a_page_as_a_system_gives_it(folder: Path) -> None:
    (folder / "web.html").write_text(PAGE, encoding="utf-8")
    assert checked(folder, folder / "web.html") == [
        ("37", "supported"), ("20", "supported"), ("17", "supported"),
        ("20", "supported"), ("20", "supported"),
        ("22", "contradicted"), ("17", "supported"),
        ("20", "supported"),
        ("20", "supported"), ("18", "contradicted"),
    ]  # fmt: skip
    told = foidesk(folder, "check", str(folder / "web.html"))
    left = [line for line in told.out.splitlines() if "left out" in line]
    assert [next(n for n in ("21", "55", "93") if n in line) for line in left] == ["21", "55", "93"]


def test_the_figures_of_a_table_are_read_with_row_and_column(folder: Path) -> None:
    story = folder / "web.md"
    story.write_text(
        "| Borough | Complaints | Upheld | Withdrawn (%) |\n|---|--:|--:|--:|\n"
        "| **Alphaton** | 20 | 5 | 15 |\n| Betaford | 17 | 8 | |\n| Total | 37 | 12 | |\n"
    )
    assert checked(folder, story) == [
        ("20", "supported"), ("5", "supported"), ("15", "supported"),
        ("17", "supported"), ("8", "contradicted"),
        ("37", "supported"), ("12", "supported"),
    ]  # fmt: skip
    found = foidesk(folder, "check", str(story), "--json").json["claims"]
    assert [story.read_text()[one["start"] : one["end"]] for one in found] == [one["text"] for one in found]
    page = folder / "page.html"
    foidesk(folder, "check", str(story), "--html", str(page))
    assert "Alphaton, Upheld" not in page.read_text()


def test_spans_hold_in_word_and_wrap_and_nest(folder: Path) -> None:
    story = docx.Document()
    story.add_paragraph("Alphaton had [21]{f=by-body body=betaford} complaints about [a [rare] 9]{not=“age”} dog.")
    story.save(str(folder / "web.docx"))
    assert checked(folder, folder / "web.docx") == [("21", "contradicted")]
    assert "17" in foidesk(folder, "check", str(folder / "web.docx")).out
    (folder / "web.md").write_text(
        "Alphaton had [20]{f=by-body\nbody=alphaton} dogs, see [page\n[9]]{not='name'}."
    )
    assert checked(folder, folder / "web.md") == [("20", "supported")]


def test_a_page_that_does_not_say_its_encoding_and_units_in_the_head_of_a_column(folder: Path) -> None:
    page = (
        "<article><p>The Borough of Alphaton said: “The figures you asked for are below”.</p>"
        "<table><tr><th>Borough</th><th>Fines taken (£m)</th></tr><tr><td>Alphaton</td><td>1.2</td></tr></table>"
        "</article>"
    )
    (folder / "web.html").write_text(page, encoding="utf-8")
    found = foidesk(folder, "check", str(folder / "web.html"), "--json").json
    assert "£m" in found["text"] and "“The figures" in found["text"]
    (figure,) = foidesk(folder, "check", str(folder / "web.html"), "--facts", "--json").json["figures"]
    assert (figure["text"], figure["kind"], figure["value"], figure["entity"]) == (
        "1.2",
        "money",
        1200000,
        "Alphaton",
    )


def test_a_draft_with_the_line_ends_of_windows_reads_the_same(folder: Path) -> None:
    text = (
        "---\ntitle: 99 dogs\n---\n# Fines\n\n| Borough | Complaints |\n|---|---|\n| Alphaton | 20 |\n"
        "| Betaford | 18 |\n\n"
        "> Alphaton had [20]{f=by-body\nbody=alphaton} complaints.\n\n```\n77\n```\n"
    )
    found = []
    for end in ("\n", "\r\n"):
        story = folder / "web.md"
        story.write_bytes(text.replace("\n", end).encode())
        claims = foidesk(folder, "check", str(story), "--json").json["claims"]
        own = story.read_bytes().decode()
        assert [own[one["start"] : one["end"]] for one in claims] == [one["text"] for one in claims]
        found.append([(one["line"], one["text"], one["verdict"], one["sentence"]) for one in claims])
    assert found[0] == found[1]
    assert [verdict for _, _, verdict, _ in found[0]] == ["supported", "contradicted", "supported"]
