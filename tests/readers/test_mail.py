"""Mail: what the body itself says, apart from what it quotes; attachments under their right names."""

from __future__ import annotations

import mailbox
from email.message import EmailMessage
from pathlib import Path

import pytest

from foidesk import readers
from foidesk.errors import Encrypted
from foidesk.model.protocols import Read
from foidesk.readers.mailbody import type_lines

from . import make


def kinds(text: str) -> dict[str, str]:
    return {
        text[line.start : line.end].strip(): line.kind
        for line in type_lines(text)
        if text[line.start : line.end].strip()
    }


MIXED = "From: a@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=X\n\n"
OUTLOOK = "From: Reporter\nSent: 3 March 2014\nTo: FOI\nSubject: request"
GMAIL = "On Mon, 3 Mar 2014 at 10:00, Reporter <r@p.example> wrote:"


@pytest.mark.parametrize(
    "opener", [OUTLOOK, "-----Original Message-----", GMAIL, "________________________________\n" + OUTLOOK]
)
def test_what_follows_the_opener_is_quoted(opener: str) -> None:
    found = kinds(f"We hold 3 cases here.\n\n{opener}\n\nHow many cases over 5?")
    assert found["We hold 3 cases here."] == "paragraph"
    assert found["How many cases over 5?"] == "quoted"


def test_welsh_headers_open_a_quote_too() -> None:
    found = kinds("Tri achos oedd yno.\n\nOddi wrth: A\nAnfonwyd: B\nAt: C\nPwnc: D\n\nFaint?")
    assert found["Faint?"] == "quoted"


def test_answers_between_marked_lines_are_paragraphs() -> None:
    found = kinds(f"Answers below, as asked.\n\n{GMAIL}\n> How many?\nThere were 7.\n> Why?\nUnknown.")
    assert (found["> How many?"], found["There were 7."], found["Unknown."]) == (
        "quoted",
        "paragraph",
        "paragraph",
    )


def test_a_wrapped_announcement_is_found() -> None:
    found = kinds(
        "We hold none of it.\n\nOn Monday 3 March 2014 at 10:00, Reporter\n<r@p.example> wrote:\n\nHow many?"
    )
    assert found["How many?"] == "quoted"


def test_a_passed_on_mail_is_the_reply() -> None:
    found = kinds(f"{OUTLOOK}\n\nWe had 12 cases.")
    assert found["We had 12 cases."] == "paragraph"
    assert found["Sent: 3 March 2014"] == "mail header"


@pytest.mark.parametrize(
    "close", ["Yours sincerely,", "Kind regards", "-- ", "Many thanks", "Cofion gorau", "Regards."]
)
def test_after_the_sign_off_comes_the_signature(close: str) -> None:
    found = kinds(f"We hold 3 cases in all.\n\n{close}\nA Clerk\nTel 01632 960001")
    assert found["Tel 01632 960001"] == "signature"


def test_an_annex_after_the_signature_counts_again() -> None:
    found = kinds("Please see the annex below.\n\nYours sincerely\nA Clerk\n\nAnnex A\nThere were 4 cases.")
    assert found["There were 4 cases."] == "paragraph"


def test_a_disclaimer_is_signature() -> None:
    found = kinds(
        "We hold 3 cases.\n\nThis email and any attachments are confidential and may be privileged.\nUnit 12"
    )
    assert found["Unit 12"] == "signature"


def test_an_answer_below_the_signature_is_no_signature() -> None:
    found = kinds("Please see the figures.\n\nKind regards\nA Clerk\nExt: 12\n\nDismissed: 3\nResigned: 4")
    assert (found["Ext: 12"], found["Dismissed: 3"], found["Resigned: 4"]) == (
        "signature",
        "paragraph",
        "paragraph",
    )


def test_a_table_of_figures_below_the_signature_is_a_table() -> None:
    body = (
        "Please see the figures.\n\nKind regards\nA Clerk\n\nRank       2012\nConstable     4\nSergeant      1\n"
    )
    (table,) = readers.read(make.mail(body), "a.eml").reading.tables
    assert [cell.text for cell in table.cells] == ["Rank", "2012", "Constable", "4", "Sergeant", "1"]


def test_paragraphs_of_an_html_mail_are_blocks_of_their_own() -> None:
    page = "<p>We hold 3 cases.</p><p>All were dismissed.</p><div>Kind regards</div><div>A Clerk</div>"
    blocks = readers.read(make.mail(page, kind="text/html"), "a.eml").reading.parts[0].blocks
    assert [block.text for block in blocks][:2] == ["We hold 3 cases.", "All were dismissed."]
    assert {block.kind for block in blocks[2:]} == {"signature"}


def issue_kinds(found: Read) -> list[str]:
    return [issue.kind for issue in found.reading.issues]


def test_answers_said_to_stand_among_the_questions_are_an_issue() -> None:
    body = f"Please see our responses below in red.\n\n{OUTLOOK}\n\nHow many? 12"
    assert issue_kinds(readers.read(make.mail(body), "a.eml")) == ["answers-among-quotes"]


def test_the_envelope_says_who_when_and_in_answer_to_what() -> None:
    headers = (
        "Subject: =?utf-8?b?QW5zd2VyIOKAkyAx?=\nMessage-ID: <2@x>\nIn-Reply-To: <1@x>\nReferences: <0@x> <1@x>"
    )
    told = readers.read(make.mail("None.", headers), "a.eml").reading.envelope
    assert told is not None
    assert (told.sender, told.recipients, told.subject) == ("foi@council.example", ("a@b.example",), "Answer – 1")
    assert (told.date, told.message_id, told.in_reply_to) == (
        "2014-03-04T09:00:00+00:00",
        "<2@x>",
        ("<1@x>", "<0@x>"),
    )


@pytest.mark.parametrize(
    "header", ["Auto-Submitted: auto-replied", "Subject: Automatic reply: request", "X-Autoreply: yes"]
)
def test_an_automatic_answer_is_marked(header: str) -> None:
    told = readers.read(make.mail("Away.", header), "a.eml").reading.envelope
    assert told is not None
    assert told.auto


def with_attachment(name: str, data: bytes, kind: str = "octet-stream") -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@b.example", "c@d.example", "figures"
    message.set_content("Please see the attached file.")
    message.add_attachment(data, "application", kind, filename=name)
    return message.as_bytes()


@pytest.mark.parametrize("name", ["Réponse – 2014 £.csv", "a" * 120 + ".csv", "FOI 12; final.csv"])
def test_attachments_keep_their_names_and_bytes(name: str) -> None:
    found = readers.read(with_attachment(name, b"Year,Cases\n2012,5\n"), "a.eml")
    (attachment,) = found.reading.attachments
    assert (attachment.name, attachment.media_type) == (name, "text/csv")
    assert found.contents[attachment.sha256] == b"Year,Cases\n2012,5\n"


def test_an_attachment_cannot_name_a_place() -> None:
    found = readers.read(with_attachment("../../etc/passwd", b"x: 5"), "a.eml")
    assert found.reading.attachments[0].name == "passwd"


def test_a_zip_in_a_mail_is_an_attachment_to_be_read_in_turn() -> None:
    found = readers.read(with_attachment("a.zip", make.zipped({"b.csv": "Year,Cases\n1,2\n"})), "a.eml")
    inner = readers.read(found.contents[found.reading.attachments[0].sha256], "a.zip")
    assert [attachment.name for attachment in inner.reading.attachments] == ["b.csv"]


def test_winmail_dat_gives_its_files() -> None:
    wrapped = make.tnef((0x9002, b"\0" * 14), (0x8010, b"answer.csv\0"), (0x800F, b"Year,Cases\n2012,5\n"))
    found = readers.read(with_attachment("winmail.dat", wrapped, "ms-tnef"), "a.eml")
    assert [attachment.name for attachment in found.reading.attachments] == ["answer.csv"]


def test_winmail_dat_gives_the_body_that_the_mail_lacks() -> None:
    wrapped = make.tnef((0x800C, b"We hold 3 cases.\0"))
    assert readers.read(wrapped, "winmail.dat").reading.parts[0].text == "We hold 3 cases."


def test_a_table_that_only_the_html_has_is_read_from_the_html() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "a@b.example", "figures"
    message.set_content("Year Cases 2012 4")
    message.add_alternative("<table><tr><td>Year<td>Cases<tr><td>2012<td>4</table>", subtype="html")
    (table,) = readers.read(message.as_bytes(), "a.eml").reading.tables
    assert [cell.text for cell in table.cells] == ["Year", "Cases", "2012", "4"]


def test_tables_of_a_signature_are_no_tables() -> None:
    page = "<p>We hold three cases.</p><p>Kind regards</p><table><tr><td>Tel<td>01632<tr><td>Fax<td>960001</table>"
    assert readers.read(make.mail(page, kind="text/html"), "a.eml").reading.tables == ()


def test_a_mailbox_gives_its_mails(tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "box")
    for subject in ("first", "second"):
        message = EmailMessage()
        message["From"], message["Subject"] = "a@b.example", subject
        message.set_content("From the archive: 5\n")
        box.add(message)
    box.close()
    found = readers.read((tmp_path / "box").read_bytes(), "box.mbox")
    assert [attachment.name for attachment in found.reading.attachments] == ["1 first.eml", "2 second.eml"]
    body = readers.read(found.contents[found.reading.attachments[0].sha256], "a.eml").reading.parts[0].text
    assert body.startswith("From the archive: 5")


def test_zip_members_with_one_name_are_both_kept() -> None:
    found = readers.read(make.zipped({"a/x.csv": "Year,Cases\n1,2\n", "b/x.csv": "Year,Cases\n3,4\n"}), "a.zip")
    assert [attachment.name for attachment in found.reading.attachments] == ["a/x.csv", "b/x.csv"]
    assert len(found.contents) == 2


def test_a_zip_bomb_is_refused_by_name() -> None:
    found = readers.read(make.zipped({"zeros.bin": bytes(80_000_000)}), "a.zip")
    assert (found.reading.attachments, issue_kinds(found)) == ((), ["archive-too-large"])


def test_a_locked_zip_asks_for_its_password() -> None:
    data = bytearray(make.zipped({"a.csv": "Year,Cases\n1,2\n"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(mark) + offset] |= 1
    with pytest.raises(Encrypted):
        readers.read(bytes(data), "a.zip")


def test_html_between_plain_texts_keeps_all_of_them() -> None:
    parts = ("text/plain", "Before 1."), ("text/html", "<p>We hold 12 cases.</p>"), ("text/plain", "Footer 3.")
    inner = "".join(f"--X\nContent-Type: {kind}\n\n{text}\n" for kind, text in parts)
    text = readers.read((MIXED + f"{inner}--X--\n").encode(), "a.eml").reading.parts[0].text
    assert [text.index(word) for word in ("Before 1.", "12 cases", "Footer 3.")] == sorted(
        text.index(word) for word in ("Before 1.", "12 cases", "Footer 3.")
    )


def test_a_stub_of_plain_text_gives_way_to_the_html() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "a@b.example", "figures"
    message.set_content("Your mail program cannot show this message.")
    message.add_alternative("<p>" + "We hold twelve cases of it. " * 12 + "</p>", subtype="html")
    assert "twelve cases" in readers.read(message.as_bytes(), "a.eml").reading.parts[0].text


def test_a_multipart_without_its_boundary_is_read_as_text() -> None:
    assert "4 cases" in readers.read((MIXED + "We hold 4 cases.\n").encode(), "a.eml").reading.parts[0].text


def test_a_mail_inside_that_breaks_the_rule_of_seven_bits_costs_nothing() -> None:
    inner = b'Subject: Inner\r\nContent-Type: multipart/mixed; boundary="=\xe9="\r\n\r\n--=\xe9=\r\n\r\n3 in all'
    outer = b'Subject: Fw\r\nContent-Type: multipart/mixed; boundary="o"\r\n\r\n--o\r\n\r\nSee below.\r\n--o\r\n'
    data = outer + b"Content-Type: message/rfc822\r\n\r\n" + inner + b"--o--\r\n"
    found = readers.read(data, "a.eml")
    (attached,) = found.reading.attachments
    assert "3 in all" in readers.read(found.contents[attached.sha256], attached.name).reading.parts[0].text
