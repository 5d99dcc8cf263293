"""From letters and events to states, chasing letters and statistics, from outside."""

from __future__ import annotations

import csv
import json
import shutil
from datetime import UTC, date, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from foidesk.errors import Blocked, FoideskError
from foidesk.mail.state import Step, alaveteli, correspondence
from foidesk.store.events import event
from foidesk.survey import Survey
from foidesk.survey.ordering import Order
from foidesk.survey.receiving import Says
from foidesk.survey.replying import ReplyOrder, embargo, gate

from ..cli.outside import foidesk
from ..post.conftest import survey_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return survey_folder(tmp_path / "social")


SENT = date(2026, 3, 2)


def mail(folder: Path, body: str, text: str, day: str = "Tue, 10 Mar 2026 10:00:00 +0000", **headers: str) -> Path:
    message = EmailMessage()
    message["From"] = f"foi@{body}.police.example"
    message["To"] = "desk@desk.example"
    message["Subject"] = headers.pop("Subject", "Your request")
    message["Date"] = day
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(text + "\n\nREHEARSAL - not issued by any public body\n")
    path = folder.parent / f"{abs(hash((body, text, day)))}.eml"
    path.write_bytes(bytes(message))
    return path


def sent(folder: Path, *bodies: str) -> Survey:
    survey = Survey(folder)
    for body in bodies:
        survey.send(Order(record=body, on=SENT, by="post"))
    return survey


def state(folder: Path, body: str, on: str = "2026-03-20") -> dict[str, object]:
    tracked = Survey(folder).status(on=date.fromisoformat(on)).tracking
    assert tracked is not None
    return next(one for one in tracked.as_json()["requests"] if one["body"] == body)


def test_a_dry_run_sends_nothing_and_records_nothing(folder: Path) -> None:
    found = Survey(folder).send()
    assert len(found.would) == 43 and found.done == ()
    assert not (folder / "events.jsonl").exists()


def test_drafts_lie_in_the_outbox(folder: Path) -> None:
    found = Survey(folder).send(Order(drafts=True, only=("aldersea", "brackwell")))
    assert sorted(path.name for path in (folder / "outbox").iterdir()) == [
        "aldersea-request-1.eml", "brackwell-request-1.eml", "merge.csv", "whatdotheyknow.md",
    ]  # fmt: skip
    assert len(found.files) == 4


def test_the_clock_runs_from_the_day_recorded_and_is_explained(folder: Path) -> None:
    sent(folder, "aldersea")
    assert state(folder, "aldersea")["due"] == "2026-03-31"
    said = foidesk(folder, "status", "--why", "aldersea")
    assert said.code == 0 and "last day: 2026-03-31" in said.out and "Northern Ireland" in said.out


def test_the_days_off_are_kept_with_the_request(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sent(folder, "aldersea")
    from foidesk.survey import requests

    monkeypatch.setattr(requests, "days_off", lambda *_: {date(2026, 3, day): "new" for day in range(3, 31)})
    assert state(folder, "aldersea")["due"] == "2026-03-31"


def test_a_letter_suggests_a_state_and_a_person_confirms_or_corrects(folder: Path) -> None:
    survey = sent(folder, "aldersea")
    path = mail(folder, "aldersea", "Please can you clarify what you mean by 'investigated'?")
    found = survey.receive([path])
    assert found.letters[0]["events"][0]["event"] == "clarification asked"
    before = state(folder, "aldersea")
    assert before["state"] == "clarification asked" and before["suggested"]
    assert str(before["paused"]).startswith("clarification asked")
    survey.receive(says=Says(found.letters[0]["id"], "acknowledged", "Ada", "a question by the way"))
    after = state(folder, "aldersea")
    assert (after["state"], after["suggested"], after["due"]) == ("acknowledged", [], "2026-03-31")


def test_a_clarification_given_restarts_the_clock(folder: Path) -> None:
    survey = sent(folder, "aldersea")
    survey.receive([mail(folder, "aldersea", "Please can you clarify what you mean by 'investigated'?")])
    survey.send(Order(record="aldersea", round="clarification given", on=date(2026, 3, 12), by="mail"))
    assert state(folder, "aldersea")["due"] == "2026-04-14"


def test_a_retraction_is_told_and_changes_no_figure(folder: Path) -> None:
    survey = sent(folder, "aldersea")
    survey.receive([mail(folder, "aldersea", "1. 12 cases were investigated.\n\n2. All 12 ended in advice.")])
    before = Survey(folder).compute()
    later = "Thu, 12 Mar 2026 10:00:00 +0000"
    survey.receive([mail(folder, "aldersea", "We would like to recall our response. Please delete it.", later)])
    assert state(folder, "aldersea")["state"] == "retracted"
    after = Survey(folder).compute()
    assert [one["value"] for one in after] == [one["value"] for one in before]
    assert "since withdrawn" in after[0]["caveats"][0]


def test_an_expiring_link_stands_first_in_what_to_do(folder: Path) -> None:
    survey = sent(folder, "aldersea", "brackwell")
    survey.receive(
        [mail(folder, "brackwell", "Collect your response from https://drop.example/k/8 before 20 March.")]
    )
    tracked = Survey(folder).status(on=date(2026, 4, 20)).tracking
    assert tracked is not None
    first = next(iter(tracked.today()))
    assert first[0] == "brackwell" and "portal" in first[1]


def test_a_reminder_is_in_the_thread_of_mails_that_are_there(folder: Path) -> None:
    """What was answered by hand has no Message-ID that we know, unless the person gives it."""
    late, said = date(2026, 5, 20), {"record": "aldersea", "round": "clarification given", "on": date(2026, 3, 12)}
    survey = sent(folder, "aldersea")
    survey.receive([mail(folder, "aldersea", "Please can you clarify what you mean by 'investigated'?")])
    survey.send(Order(**said, by="mail"))
    (first,) = Survey(folder).send(Order(round="reminder", on=late)).would
    assert len(first.answers) == 1 and ".request.1@" in first.answers[0]
    survey = Survey(folder)
    survey.send(Order(**said, message="<ours-2@desk.example>"))
    (second,) = Survey(folder).send(Order(round="reminder", on=late)).would
    assert second.answers == (first.answers[0], "<ours-2@desk.example>")


def test_chasing_goes_from_reminder_to_review_and_is_drafted_from_the_events(folder: Path) -> None:
    survey = sent(folder, "aldersea")
    late = date(2026, 4, 2)
    assert survey.send(Order(round="reminder", on=date(2026, 3, 31))).would == ()
    (reminder,) = survey.send(Order(round="reminder", on=late)).would
    assert "31 March 2026" in reminder.text and "section 10(1)" in reminder.text
    survey.send(Order(record="aldersea", round="reminder", on=late))
    (review,) = Survey(folder).send(Order(round="review asked", on=date(2026, 4, 20))).would
    assert "2 April 2026: my reminder" in review.text
    assert Survey(folder).send(Order(round="reminder", on=date(2026, 4, 20))).would == ()


def test_a_corrected_letter_goes_in_the_thread_and_not_as_a_new_request(folder: Path) -> None:
    survey = sent(folder, "aldersea", "brackwell")
    assert survey.send(Order(only=("aldersea",))).skipped == (("aldersea", "sent before"),)
    letter = folder / "letter.md"
    letter.write_text(letter.read_text().replace("social media", "social networks"))
    assert survey.send(Order(only=("aldersea",))).would == ()
    (one, _) = survey.send(Order(round="correction")).would
    assert one.answers and "same request" in one.text
    survey.send(Order(record="aldersea", round="correction", on=date(2026, 3, 9)))
    assert [each.body for each in Survey(folder).send(Order(round="correction")).would] == ["brackwell"]
    assert state(folder, "aldersea")["due"] == "2026-03-31", "a correction starts no clock"


def test_statistics_states_and_calendar(folder: Path, tmp_path: Path) -> None:
    survey = sent(folder, "aldersea", "brackwell", "calderfold")
    answer = "1. 12 cases were investigated.\n\n2. All 12 ended in advice."
    survey.receive([mail(folder, "aldersea", answer)])
    survey.receive([mail(folder, "brackwell", answer, "Wed, 08 Apr 2026 10:00:00 +0000")])
    said = foidesk(
        folder, "status", "--json", "--on", "2026-04-10", "--ics", str(tmp_path / "due.ics"), "--states",
        str(tmp_path / "states.csv"),
    )  # fmt: skip
    timing = json.loads(said.out)["tracking"]["statistics"]["timing"]
    assert (timing["on time"], timing["late"], timing["overdue"]) == (["aldersea"], ["brackwell"], ["calderfold"])
    assert json.loads(said.out)["overdue"] == 1
    rows = {row["body"]: row for row in csv.DictReader((tmp_path / "states.csv").read_text().splitlines())}
    assert rows["calderfold"]["described_state"] == "waiting_response" and rows["brackwell"]["days_late"] == "8"
    calendar = (tmp_path / "due.ics").read_text()
    assert "DTSTART;VALUE=DATE:20260331" in calendar
    assert f"UID:{Survey(folder).definition.id}.calderfold-" in calendar  # another survey's entry is another


def test_what_came_before_comes_only_once(folder: Path) -> None:
    path = mail(folder, "aldersea", "We acknowledge receipt of your request.")
    assert len(Survey(folder).receive([path]).new) == 1
    again = Survey(folder).receive([path])
    assert (again.new, again.known) == ((), 1)


def test_request_json_of_whatdotheyknow_is_read_for_its_states(folder: Path) -> None:
    events = [
        {"id": 1, "event_type": "sent", "created_at": "2026-03-02T10:00:00Z", "described_state": None},
        {"id": 2, "event_type": "response", "created_at": "2026-03-09T10:00:00Z"},
    ]
    events[1]["described_state"] = "waiting_clarification"
    data = {"url_title": "x", "public_body": {"name": "Aldersea Police"}, "info_request_events": events}
    path = folder.parent / "request.json"
    path.write_text(json.dumps(data))
    assert [one["body"] for one in Survey(folder).receive([path]).told] == ["aldersea", "aldersea"]
    found = state(folder, "aldersea")
    assert (found["state"], found["alaveteli"]) == ("clarification asked", "waiting_clarification")


def test_bodies_come_from_a_list_and_from_any_table(folder: Path, tmp_path: Path) -> None:
    count = len(Survey(folder).definition.bodies)
    added = Survey(folder).bodies("uk-police", law="uk-foia-2000")
    assert len(added["added"]) == 48
    assert Survey(folder).bodies("uk-police")["added"] == []
    table = tmp_path / "all-authorities.csv"
    table.write_text(
        "Name,Short name,URL name,Tags,Home page\nNorthtown Council,NTC,northtown_council,council,https://n.example\n"
        "Northtown Police,NTP,northtown_police,police_force uk,https://p.example\n"
    )
    found = Survey(folder).bodies(str(table), tag="police_force")
    assert found["added"] == ["northtown-police"] and found["bodies"] == count + 49


def test_a_body_comes_in_once_whatever_the_list_calls_it(folder: Path, tmp_path: Path) -> None:
    Survey(folder).bodies("uk-police")
    table = tmp_path / "all-authorities.csv"
    table.write_text(
        "Internal ID,Name,URL name,Tags,Version\n"
        "1,Avon and Somerset Constabulary,avon_and_somerset,police_force,3\n"
        "2,Oldshire Police,oldshire_police,police_force defunct,1\n"
    )
    found = Survey(folder).bodies(str(table), tag="police_force")
    assert (found["added"], found["known"]) == ([], ["avon-and-somerset"])
    assert (found["closed"], found["unused"]) == (["Oldshire Police"], ["Internal ID", "Version"])


def test_sizes_come_from_a_published_table_and_nothing_is_lost_unsaid(folder: Path, tmp_path: Path) -> None:
    Survey(folder).bodies("uk-police")
    table = tmp_path / "workforce.csv"
    table.write_text(
        'Force,Code,Officers\nKent,,"3,210"\nBedfordshire,E23000026,1 048\nAtlantis,,5\nSussex,,n/a\n'
    )
    said = ["--column", "Officers", "--definition", "officers, headcount", "--year", "2014", "--unit", "officers"]
    done = foidesk(folder, "bodies", "--sizes", str(table), *said, "--source", "https://source.example/t")
    assert done.code == 0 and "Atlantis" in done.out and "Sussex: n/a" in done.out
    rows = list(csv.DictReader((folder / "denominators.csv").read_text().splitlines()))
    assert [(one["body"], one["number"]) for one in rows] == [("kent", "3210"), ("bedfordshire", "1048")]
    before = (folder / "denominators.csv").read_bytes()
    assert (
        foidesk(folder, "bodies", "--sizes", str(table), *said[:3], "other", *said[4:], "--source", "a book").code
        == 2
    )
    assert (folder / "denominators.csv").read_bytes() == before


def test_a_similar_request_is_seen_though_the_other_survey_names_the_body_otherwise(folder: Path) -> None:
    beside = folder.parent / "beside"
    shutil.copytree(folder, beside, ignore=shutil.ignore_patterns(".foidesk", "replies"))
    rows = (beside / "bodies.csv").read_text().splitlines()
    (beside / "bodies.csv").write_text("\n".join([rows[0], *("x-" + row for row in rows[1:])]) + "\n")
    first = Survey(beside).definition.bodies[0]
    Survey(beside).send(Order(record=first.id, on=SENT, by="post"))
    remarks = Survey(folder).send(Order(check=True, on=date(2026, 4, 1))).remarks
    assert first.id[2:] in {one.where for one in remarks if one.code == "similar-request"}


FEED = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><published>2026-03-20T08:00:00Z</published>
<link href="https://www.whatdotheyknow.com/request/x/response/7"/>
<title>Response by Aldersea Police to R. Lind on 20 March 2026.</title></entry></feed>"""


def test_an_answer_that_a_feed_tells_of_is_to_be_fetched_until_it_is_here(folder: Path, tmp_path: Path) -> None:
    feed = tmp_path / "feed.atom"
    feed.write_text(FEED)
    survey = sent(folder, "aldersea")
    survey.receive([feed])
    status = foidesk(folder, "status", "--on", "2026-03-23").out
    assert "download the answer of 20 March 2026" in status
    letter = mail(folder, "aldersea", "We do not hold this information.", "Fri, 20 Mar 2026 10:00:00 +0000")
    Survey(folder).receive([letter])
    assert "download the answer" not in foidesk(folder, "status", "--on", "2026-03-23").out


def test_states_go_out_in_alavetelis_terms_and_come_back_the_same(folder: Path, tmp_path: Path) -> None:
    events = [
        {"id": 1, "event_type": "response", "created_at": "2026-03-09T10:00:00Z", "described_state": "rejected"}
    ]
    data = {"url_title": "x", "public_body": {"name": "Aldersea Police"}, "info_request_events": events}
    path = tmp_path / "request.json"
    path.write_text(json.dumps(data))
    Survey(folder).receive([path])
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    foidesk(folder, "status", "--states", str(first))
    assert "aldersea,replied,rejected,,,2026-03-09" in first.read_text()
    other = survey_folder(tmp_path / "other")
    Survey(other).receive([first])
    foidesk(other, "status", "--states", str(second))
    assert second.read_text() == first.read_text()


def test_a_letter_unfit_to_go_does_not_go(folder: Path) -> None:
    (folder / "mail.toml").write_text(
        '[sender]\nname = "A"\nemail = "a@b.example"\n[smtp]\nhost = "127.0.0.1"\nport = 1\nsecurity = "none"\n'
    )
    with pytest.raises(FoideskError, match="not fit to go"):
        Survey(folder).send(Order(go=True))
    assert foidesk(folder, "send", "--check").code == 1


def test_mail_never_leaves_unencrypted(folder: Path) -> None:
    (folder / "mail.toml").write_text('[smtp]\nhost = "smtp.paper.example"\nsecurity = "none"\n')
    said = foidesk(folder, "send", "--go")
    assert said.code == 2 and "unencrypted" in said.err


# ---------------------------------------------------------------- right of reply and pack


RANKING = """
[[findings]]
name = "top"
recipe = "ranking"
title = "Most cases"
top = 2

[comparison]
bodies = "ranked"
"""


def ranked(folder: Path) -> Survey:
    survey_toml = folder / "survey.toml"
    survey_toml.write_text(survey_toml.read_text().replace("rehearsal = true", "rehearsal = false") + RANKING)
    survey = sent(folder, "aldersea")
    survey.receive([mail(folder, "aldersea", "12 cases were investigated.")])
    return Survey(folder)


def test_no_ranked_body_is_published_before_its_right_of_reply(folder: Path) -> None:
    survey = ranked(folder)
    with pytest.raises(Blocked, match="right of reply"):
        survey.publish()
    survey.publish(draft=True)
    stands = survey.reply(ReplyOrder(draft=date(2026, 4, 10)))
    assert next(one for one in stands if one["body"] == "aldersea")["state"] == "not asked"
    text = (folder / "right-of-reply" / "aldersea.md").read_text()
    assert "12" in text and "10 April 2026" in text and "“12" in text
    survey.reply(ReplyOrder(asked="aldersea", deadline=date(2100, 1, 1), who="Ada"))
    with pytest.raises(Blocked, match="waiting"):
        Survey(folder).publish()
    survey.reply(ReplyOrder(answered="aldersea", text="The figure is right.", who="Ada"))
    gate(Survey(folder), None)


def test_a_waiver_names_who_and_why(folder: Path) -> None:
    survey = ranked(folder)
    with pytest.raises(FoideskError, match="reason"):
        survey.reply(ReplyOrder(waive="all", who="Ada"))
    survey.reply(ReplyOrder(waive="all", text="figures published by the bodies themselves", who="Ada"))
    gate(Survey(folder), None)


def test_the_pack_says_the_embargo_on_every_file_and_publish_waits(folder: Path) -> None:
    survey = ranked(folder)
    survey.reply(ReplyOrder(answered="aldersea", text="The figure is right.", who="Ada"))
    found = Survey(folder).pack("2100-01-01T00:00+00:00")
    pack = folder / "pack"
    for name in found["files"]:
        assert "EMBARGOED UNTIL 2100-01-01" in (pack / name).read_text("utf-8-sig").splitlines()[0]
    assert "The figure is right." in (pack / "bodies" / "aldersea.md").read_text()
    with pytest.raises(Blocked, match="embargo"):
        Survey(folder).publish()
    Survey(folder).pack("2020-01-01T00:00+00:00")
    embargo(Survey(folder))
    gate(Survey(folder), None)


# ---------------------------------------------------------------- states


def test_the_state_does_not_step_back_for_a_late_acknowledgement() -> None:
    steps = [Step("request", SENT), Step("final reply", date(2026, 3, 9)), Step("acknowledged", date(2026, 3, 10))]
    assert correspondence(steps) == "replied"
    assert correspondence(reversed(steps)) == "replied"


@pytest.mark.parametrize(
    ("state", "outcomes", "theirs"),
    [
        ("sent", [], "waiting_response"),
        ("replied", ["full"], "successful"),
        ("replied", ["full", "refused"], "partially_successful"),
        ("replied", ["not held"], "not_held"),
        ("replied", ["cost limit"], "rejected"),
        ("replied", [], "waiting_classification"),
        ("under review", ["refused"], "internal_review"),
    ],
)
def test_the_crosswalk_to_alaveteli(state: str, outcomes: list[str], theirs: str) -> None:
    assert alaveteli(state, outcomes) == theirs


def test_status_says_first_what_to_do_then_who_is_overdue_longest(folder: Path) -> None:
    survey = sent(folder, "aldersea", "brackwell", "calderfold")
    answer = "1. 12 cases were investigated.\n\n2. All 12 ended in advice."
    survey.receive([mail(folder, "aldersea", answer)])
    link = "Collect your response from https://drop.example/k/8 before 20 March."
    survey.receive([mail(folder, "brackwell", link)])
    lines = foidesk(folder, "status", "--on", "2026-04-02").out.splitlines()
    assert lines[2].startswith("  today  brackwell") and "portal" in lines[2]
    head = next(number for number, line in enumerate(lines) if line.startswith("body "))
    assert lines[head + 2].split()[0] in ("brackwell", "calderfold")
    assert any("OVERDUE for 2 days" in line for line in lines) and "40 bodies not asked yet" in lines


def test_what_a_letter_leaves_open_is_offered_and_confirming_takes_the_offer(folder: Path) -> None:
    survey = sent(folder, "aldersea")
    patient = (
        "Thank you for being so patient. The lady who deals with these has looked at the first part; the rest"
    )
    letter = survey.receive([mail(folder, "aldersea", f"{patient} is another matter.")]).letters[0]
    assert letter["sure"] is False and letter["events"]
    assert all(one["likely"] for one in letter["outcomes"] if one["outcome"] == "ask")
    survey.receive(says=Says(letter["id"], "", "Ada", "as it seems"))
    tracked = Survey(folder).status(on=date(2026, 3, 20)).tracking
    assert tracked is not None
    confirmed = {step.kind for one in tracked.requests for step in one.steps if step.confirmed}
    assert {one["event"] for one in letter["events"]} <= confirmed


def test_status_offers_the_likeliest_end_of_a_question_with_the_command_that_records_it(folder: Path) -> None:
    survey = sent(folder, "aldersea")
    handful = "1. There were a handful. 2. The detail is not something we would normally hand out."
    survey.receive([mail(folder, "aldersea", handful)])
    tracked = Survey(folder).status(on=date(2026, 3, 20)).tracking
    assert tracked is not None
    offered = [do for _, do in tracked.today() if "foidesk decide --outcome aldersea" in do]
    assert offered and all("perhaps" in do and "--answer" in do for do in offered)


def test_what_a_letter_leaves_open_is_asked_in_decide_with_its_words(folder: Path) -> None:
    survey = sent(folder, "aldersea")
    handful = "1. There were a handful. 2. The detail is not something we would normally hand out."
    survey.receive([mail(folder, "aldersea", handful)])
    asked = json.loads(foidesk(folder, "decide", "--kind", "outcome", "--json").out)
    assert asked and {one["body"] for one in asked} == {"aldersea"}
    first = asked[0]
    assert [one["suggested"] for one in first["options"]].count(True) == 1
    assert any(part in handful for part in first["places"][0]["quote"].split(". "))
    assert "open question" in foidesk(folder, "status").out
    said = foidesk(
        folder, "decide", first["id"][:8], "--answer", "refused 31(1)", "--by", "Ada", "--reason", "so it reads"
    )
    assert said.code == 0, said.err
    found = {(one.body, one.question): one for one in Survey(folder).work.results.outcomes}
    ended = [one for one in found.values() if one.outcome == "refused"]
    assert [(one.body, one.section) for one in ended] == [("aldersea", "31(1)")]
    left = json.loads(foidesk(folder, "decide", "--kind", "outcome", "--json").out)
    assert first["id"] not in {one["id"] for one in left}


def test_an_ending_said_by_its_body_and_question_is_not_asked_again(folder: Path) -> None:
    survey = sent(folder, "aldersea")
    survey.receive([mail(folder, "aldersea", "1. There were a handful. 2. It is not something we hand out.")])
    first = asked_endings(folder)[0]
    question = next(one.id for one in Survey(folder).definition.questions if one.text in first["question"])
    said = foidesk(
        folder, "decide", "--outcome", "aldersea", question, "--answer", "partial", "--reason", "r", "--json"
    )
    assert first["id"] not in {one["id"] for one in asked_endings(folder)}
    foidesk(folder, "decide", "--revoke", json.loads(said.out)["id"], "--reason", "misread")
    assert first["id"] in {one["id"] for one in asked_endings(folder)}
    unread = foidesk(folder, "decide", first["id"], "--answer", "unreadable", "--reason", "nobody can tell")
    assert unread.code == 0, unread.err
    assert first["id"] not in {one["id"] for one in asked_endings(folder)}


def asked_endings(folder: Path) -> list[dict[str, str]]:
    """The questions how a question ended that are open."""
    found: list[dict[str, str]] = json.loads(foidesk(folder, "decide", "--kind", "outcome", "--json").out)
    return found


def test_a_letter_sent_past_midnight_in_summer_time_counts_from_that_day(folder: Path) -> None:
    """23:30 UTC on 9 June is 10 June in London: a deadline a day too early would accuse a body falsely."""
    survey = Survey(folder)
    survey.store.events.append([event("sent", "2026-06-09T23:30:00+00:00", body="aldersea", round="request")])
    assert state(folder, "aldersea", "2026-07-08")["due"] == "2026-07-09"  # 15 June is a holiday in Scotland
    survey.receive([mail(folder, "aldersea", "1. 12. 2. None.", "Thu, 9 Jul 2026 22:30:00 +0000")])
    assert state(folder, "aldersea", "2026-07-20")["late"] == 0


def test_two_mails_of_one_message_id_are_both_kept(folder: Path) -> None:
    """A careless gateway gives two answers one Message-ID: neither is taken for the other."""
    survey = sent(folder, "aldersea")
    both = [
        mail(folder, "aldersea", text, Message_ID="<same@aldersea.police.example>")
        for text in ("1. 12. 2. None.", "A correction: 1. 14. 2. None.")
    ]
    assert len(survey.receive(both).new) == 2
    kept = [one for one in Survey(folder).work.matched if one.body == "aldersea"]
    assert len({one.document for one in kept}) == 2


def test_a_reply_moved_to_another_body_is_no_longer_the_first_ones(folder: Path) -> None:
    survey = sent(folder, "aldersea", "brackwell")
    reply = folder / "replies" / "aldersea" / "answer.txt"
    reply.parent.mkdir(parents=True, exist_ok=True)
    reply.write_text("Dear Sir\n\n1. 12.\n\n2. None.\n\nREHEARSAL\n", encoding="utf-8")
    survey.ingest()
    assert {one.body for one in Survey(folder).work.matched} == {"aldersea"}
    (folder / "replies" / "brackwell").mkdir(parents=True, exist_ok=True)
    reply.rename(folder / "replies" / "brackwell" / "answer.txt")
    Survey(folder).ingest()
    assert {one.body for one in Survey(folder).work.matched} == {"brackwell"}


def test_an_embargo_reads_as_it_was_given(folder: Path) -> None:
    """In UTC one minute past midnight in summer time is the day before: a partner would print a day early."""
    Survey(folder).pack("2036-07-20T00:01+01:00")
    first = (folder / "pack" / "national.md").read_text(encoding="utf-8").splitlines()[0]
    assert "2036-07-20T00:01:00+01:00" in first
    with pytest.raises(Blocked, match="2036-07-20T00:01"):
        embargo(Survey(folder))
    embargo(Survey(folder), datetime(2036, 7, 19, 23, 1, tzinfo=UTC))
