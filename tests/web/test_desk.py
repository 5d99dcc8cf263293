"""What a person does at the desk, asked page by page."""

from __future__ import annotations

import re
from pathlib import Path

from foidesk.survey import Survey
from foidesk.web.running import Running

from .conftest import Open
from .visitor import Answer, Visitor


def ids(answer: Answer) -> list[tuple[str, str]]:
    """The hidden fields of the question shown."""
    return [("id", one) for one in re.findall(r'name="id" value="([^"]+)"', answer.text)]


def test_the_overview_says_where_the_survey_stands(looking: Visitor) -> None:
    text = looking.get("/").text
    assert "2 of 3 bodies answered, 1 refused" in text
    assert "open question" in text and 'href="/review"' in text


def test_alike_questions_are_asked_as_one_with_each_instance(looking: Visitor) -> None:
    shown = looking.get("/review")
    assert "Sent back unread" in shown.text and len(ids(shown)) == 2
    assert "Borough of Alphaton" in shown.text and "Borough of Betaford" in shown.text


def test_an_answer_is_recorded_for_each_body_and_moves_the_figure(visitor: Visitor, folder: Path) -> None:
    before = visitor.get("/findings/upheld").text
    shown = visitor.get("/review")
    answer = visitor.post("/review", ids(shown), answer="withdrawn", reason="both say so")
    assert answer.code == 303
    taken = Survey(folder).store.decisions.standing()
    assert [(one.who, one.answer, one.reason) for one in taken] == [
        ("A. Reporter", "withdrawn", "both say so")
    ] * 2
    visitor.settled()
    assert not Survey(folder).work.results.stale()
    assert "Withdrawn" in visitor.get("/findings/outcomes").text
    assert before != visitor.get("/findings/upheld").text or "13" in visitor.get("/findings/outcomes").text


def test_undo_takes_the_whole_answer_back_and_asks_again(visitor: Visitor, folder: Path) -> None:
    shown = visitor.get("/review")
    visitor.post("/review", ids(shown), answer="withdrawn", reason="both say so")
    assert ids(visitor.get("/review")) != ids(shown)
    visitor.post("/review/undo")
    assert ids(visitor.get("/review")) == ids(shown)
    assert len(Survey(folder).store.decisions.all()) == 4 and not Survey(folder).store.decisions.standing()
    assert ids(visitor.settled().get("/review")) == ids(shown)


def test_an_answer_from_before_can_be_taken_back_after_the_figures_came(visitor: Visitor) -> None:
    shown = visitor.get("/review")
    visitor.post("/review", ids(shown), answer="withdrawn", reason="both say so")
    assert not ids(visitor.settled().get("/review"))
    visitor.post("/review/undo")
    assert ids(visitor.get("/review")) == ids(shown)


def test_unreadable_leaves_the_readings_open_and_is_not_asked_again(visitor: Visitor, folder: Path) -> None:
    before = Survey(folder).compute()
    visitor.post("/review", ids(visitor.get("/review")), answer="unreadable", reason="cannot be told")
    visitor.settled()
    assert not ids(visitor.get("/review"))
    assert [one["value"] for one in Survey(folder).compute()] == [one["value"] for one in before]


def test_later_is_for_this_sitting_only(visitor: Visitor, folder: Path) -> None:
    batch = re.search(r'name="batch" value="([^"]+)"', visitor.get("/review").text)
    assert batch
    visitor.post("/review/later", batch=batch[1])
    assert ids(visitor.get("/review")), "it comes back after the others"
    assert not Survey(folder).store.decisions.all()


def test_an_answer_that_is_not_offered_is_refused(visitor: Visitor, folder: Path) -> None:
    shown = visitor.get("/review")
    for answer in ("resigned", ""):
        assert visitor.post("/review", ids(shown), answer=answer, reason="x").code == 409
    assert visitor.post("/review", ids(shown), answer="upheld", reason=" ").code == 409
    assert not Survey(folder).store.decisions.all()


def test_a_category_beyond_the_keys_can_be_chosen(visitor: Visitor, folder: Path) -> None:
    shown = visitor.get("/review")
    assert '<option value="kind-9">' in shown.text
    fields = [*ids(shown), ("use-other", "yes"), ("other", "kind-9")]
    assert visitor.post("/review", fields, reason="a kind of its own").code == 303
    assert {one.answer for one in Survey(folder).store.decisions.all()} == {"kind-9"}


def test_a_body_page_tells_what_passed(looking: Visitor) -> None:
    text = looking.get("/bodies/gammaley").text
    assert "refused" in text and "section 12" in text
    assert "We refuse your request" in text and "gammaley.eml" in text


def test_a_note_stays_with_the_body(visitor: Visitor, folder: Path) -> None:
    visitor.post("/bodies/alphaton/notes", text="rang them <b>twice</b>")
    text = visitor.settled().get("/bodies/alphaton").text
    assert "rang them &lt;b&gt;twice&lt;/b&gt;" in text and "A. Reporter" in text
    assert not (folder / "site").exists()


def test_a_figure_leads_to_its_cell(looking: Visitor) -> None:
    text = looking.get("/findings/by-body?body=alphaton").text
    link = re.search(r'href="(/document/[0-9a-f]{64}\?at=[^"]+)"', text)
    assert link
    assert (
        '<td class="marked" data-ref="B4"><mark>8</mark></td>' in looking.get(link[1].replace("&amp;", "&")).text
    )


def test_the_search_finds_words_with_their_place(looking: Visitor) -> None:
    text = looking.get("/search?q=%22sent+back%22+unread").text
    assert "2 passages" in text and "<mark>Sent back</mark>" in text and "alphaton/reply.csv" in text
    assert "0 passages" in looking.get('/search?q="back+sent"').text
    assert looking.get("/search?q=%22%22+AND+NEAR(+*").code == 200


def test_the_draft_is_saved_checked_and_not_written_over(visitor: Visitor, desk: Running, folder: Path) -> None:
    mark = re.search(r'name="mark" id="mark" value="(\w+)"', visitor.get("/story").text)
    assert mark
    draft = "# Fines\n\nBoroughs had [999]{f=total} complaints.\n"
    assert visitor.post("/story", text=draft, mark=mark[1]).code == 303
    assert "contradicted" in visitor.get("/story/verdicts").text
    other = Visitor.admitted(desk, "B. Editor")
    assert other.post("/story", text="mine", mark=mark[1]).code == 409
    assert (folder / "story.md").read_text() == draft
    assert "alphaton/reply.csv" in visitor.get("/story/claim/1").text


def test_a_reading_is_accepted_into_the_draft(visitor: Visitor, folder: Path) -> None:
    mark = re.search(r'name="mark" id="mark" value="(\w+)"', visitor.get("/story").text)
    assert mark
    draft = "# Fines\n\nAlphaton had 8 quirky complaints.\n"
    assert visitor.post("/story", text=draft, mark=mark[1]).code == 303
    text = visitor.get("/story/verdicts").text
    given = re.search(r'name="accept" value="(read=\w+)"><input type="hidden" name="mark" value="(\w+)"', text)
    assert given and "Accept: " in text
    assert visitor.get("/story/claim/1").code == 200
    assert visitor.post("/story/accept", accept="read=00000000", mark=given[2]).code == 409
    assert visitor.post("/story/accept", accept=given[1], mark="stale").code == 409
    assert (folder / "story.md").read_text() == draft
    assert visitor.post("/story/accept", accept=given[1], mark=given[2]).code == 303
    assert f'[8]{{{given[1]} by="A. Reporter"}} quirky complaints' in (folder / "story.md").read_text()
    assert "to settle" not in visitor.get("/story/verdicts").text


def test_an_edit_of_the_codebook_is_shown_before_it_is_saved(visitor: Visitor, folder: Path) -> None:
    before = (folder / "codebook.toml").read_bytes()
    seen = visitor.post(
        "/codebook/outcome/preview", [("words", "Sent back unread")], do="split", label="Sent back"
    )
    assert "What it would change" in seen.text and "How the complaints ended" in seen.text and "13" in seen.text
    assert (folder / "codebook.toml").read_bytes() == before
    fields = dict(re.findall(r'name="(edits|mark)" value="([^"]*)"', seen.text))
    fields["edits"] = fields["edits"].replace("&#34;", '"')
    assert visitor.post("/codebook/outcome/save", list(fields.items())).code == 303
    assert not ids(visitor.settled().get("/review"))
    assert Survey(folder).definition.codebook.version == 2
    assert visitor.post("/codebook/outcome/save", list(fields.items())).code == 409, "it was changed since"


def test_publishing_is_held_back_and_a_draft_is_not(visitor: Visitor, folder: Path) -> None:
    assert "Held back" in visitor.post("/publish").text
    assert "stamped DRAFT" in visitor.post("/publish", draft="yes").text
    assert "DRAFT" in visitor.get("/site/index.html").text


def test_a_first_run_from_dragged_replies(tmp_path: Path, open_desk: Open) -> None:
    visitor = Visitor.admitted(open_desk(tmp_path / "new"))
    assert "Start a survey from replies" in visitor.get("/").text
    rows = b"Outcome,Number of cases\nUpheld,5\nNot upheld,3\nTotal,8\n"
    more = b"Outcome,Number of cases\nUpheld,4\nNot upheld,3\nTotal,7\n"
    files = [("replies/Alphaton/a.csv", rows), ("replies/Betaford/b.csv", more)]
    answer = visitor.upload("/begin", files, title="Fines")
    assert answer.code == 303
    text = visitor.settled().get("/").text
    assert "<h1>Fines</h1>" in text and "2 of 2 bodies answered" in text
    assert 'class="big">15 <span class="unit">cases' in text


def test_more_replies_are_taken_in(visitor: Visitor) -> None:
    rows = b"Outcome,Number of complaints\nUpheld,5\nTotal,5\n"
    visitor.upload("/replies", [("gammaley/late.csv", rows)])
    assert "3 of 3 bodies answered" in visitor.settled().get("/").text


def test_what_a_person_answers_before_publication_is_asked_at_the_desk(visitor: Visitor, folder: Path) -> None:
    asked = visitor.get("/publish/questions").text
    questions = re.findall(r'name="answer:([^"]+)" value="([^"]+)"', asked)
    first = dict(reversed(questions))
    assert first and "Personal data" in asked
    given = [(f"answer:{id}", option) for id, option in first.items()]
    assert visitor.post("/publish/questions", given, reason=" ").code == 409
    assert (
        visitor.post("/publish/questions", [(f"answer:{id}", "unreadable") for id in first], reason="x").code
        == 409
    )
    assert not Survey(folder).store.decisions.all()
    assert visitor.post("/publish/questions", given, reason="looked through every page").code == 303
    assert "has an answer that holds" in visitor.get("/publish/questions").text


def ending(visitor: Visitor) -> Answer:
    """The question how a question ended, once all before it are put off."""
    for _ in range(9):
        shown = visitor.get("/review")
        if "How did “" in shown.text:
            return shown
        batch = re.search(r'name="batch" value="([^"]+)"', shown.text)
        assert batch
        visitor.post("/review/later", batch=batch[1])
    raise AssertionError("no ending was ever asked about")


def test_what_a_letter_leaves_open_is_confirmed_or_changed_at_the_desk(evasive: Path, open_desk: Open) -> None:
    visitor = Visitor.admitted(open_desk(evasive), "A. Reporter").settled()
    shown = ending(visitor)
    assert all(one in shown.text for one in ("prefer to say nothing", "suggested", "Section relied on"))
    assert "How did “" in visitor.get("/bodies/gammaley").text
    answer = visitor.post("/review", ids(shown), answer="cost limit", section="12(1)", reason="so they meant it")
    assert answer.code == 303
    visitor.settled()
    (ended,) = [one for one in Survey(evasive).work.results.outcomes if one.body == "gammaley"]
    assert (ended.outcome, ended.section) == ("cost limit", "12(1)")
    assert "cost limit, section 12(1)" in visitor.get("/bodies/gammaley").text
    visitor.post("/review/undo")
    assert ids(ending(visitor)) == ids(shown), "taken back, it is asked again"
