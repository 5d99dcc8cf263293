"""Outlook's own files: .msg with its attachments and inner mails, bodies in compressed RTF."""

from __future__ import annotations

import io
import random
import struct
import zipfile

import pytest

from foidesk import readers
from foidesk.errors import UnreadableDocument
from foidesk.readers.lzfu import unpack_rtf

from . import make
from .cfb import compound, message_tree, outlook_mail

RTF = rb"{\rtf1\ansi\pard We hold 3 cases.\par}"


def stored_rtf(rtf: bytes) -> bytes:
    """Compressed RTF that is not compressed."""
    return struct.pack("<IIII", len(rtf) + 12, len(rtf), 0x414C454D, 0) + rtf


def literal_rtf(rtf: bytes) -> bytes:
    """Compressed RTF of literals and the end mark, as the simplest writer makes it."""
    packed = b"".join(b"\0" + rtf[at : at + 8] for at in range(0, len(rtf), 8))
    return struct.pack("<IIII", len(packed) + 12, len(rtf), 0x75465A4C, 0) + packed


def test_a_mail_has_envelope_body_and_attachments() -> None:
    data = outlook_mail(
        "Re: request", "We hold 3 cases.\r\n\r\nRegards\r\nA Clerk", {"answer.csv": b"Year,Cases\n2012,5\n"}
    )
    found = readers.read(data, "a.msg")
    told = found.reading.envelope
    assert told is not None
    assert (told.sender, told.sender_name, told.subject) == ("foi@council.example", "FOI Unit", "Re: request")
    assert told.date.startswith("2014-03-0")
    assert [(block.kind, block.text) for block in found.reading.parts[0].blocks] == [
        ("paragraph", "We hold 3 cases."), ("signature", "Regards\nA Clerk")
    ]  # fmt: skip
    (attachment,) = found.reading.attachments
    assert (attachment.name, attachment.media_type) == ("answer.csv", "text/csv")
    assert found.contents[attachment.sha256] == b"Year,Cases\n2012,5\n"


def test_transport_headers_say_more_than_properties() -> None:
    headers = (
        "From: Unit <unit@force.example>\r\nTo: a@b.example\r\nMessage-ID: <7@x>\r\nIn-Reply-To: <1@x>\r\n\r\n"
    )
    told = readers.read(outlook_mail("Re: request", "None.", headers=headers), "a.msg").reading.envelope
    assert told is not None
    assert (told.sender, told.message_id, told.in_reply_to) == ("unit@force.example", "<7@x>", ("<1@x>",))
    assert told.subject == "Re: request"


def test_the_thread_of_a_mail_saved_without_its_headers_is_in_its_properties() -> None:
    thread = {"1035": "<7@x>", "1042": "<2@x>", "1039": "<1@x> <2@x>"}
    extra = {f"__substg1.0_{tag}001F": value.encode("utf-16-le") for tag, value in thread.items()}
    told = readers.read(outlook_mail("Re: request", "None.", extra=dict(extra)), "a.msg").reading.envelope
    assert told is not None
    assert (told.message_id, told.in_reply_to) == ("<7@x>", ("<1@x>", "<2@x>"))


def test_a_mail_inside_the_mail_becomes_an_eml() -> None:
    inner = message_tree("inner figures", "We had 6 cases.", {"b.csv": b"Year,Cases\n2011,6\n"}, "", {})
    found = readers.read(outlook_mail("FW", "See below, please.", {"inner": inner}), "a.msg")
    (attachment,) = found.reading.attachments
    assert (attachment.name, attachment.media_type) == ("inner figures.eml", "message/rfc822")
    again = readers.read(found.contents[attachment.sha256], attachment.name)
    assert "We had 6 cases." in again.reading.parts[0].text
    assert [file.name for file in again.reading.attachments] == ["b.csv"]


@pytest.mark.parametrize("pack", [stored_rtf, literal_rtf])
def test_a_body_in_compressed_rtf_is_read(pack: object) -> None:
    assert callable(pack)
    packed = pack(RTF)
    assert unpack_rtf(packed) == RTF.decode()
    reading = readers.read(outlook_mail("Re", "", extra={"__substg1.0_10090102": packed}), "a.msg").reading
    assert reading.parts[0].text.strip() == "We hold 3 cases."


def test_a_run_of_compressed_rtf_may_reach_into_itself() -> None:
    # Literal "a", then "copy 5 from where the a was written": aaaaaa.
    packed = b"\x02a" + struct.pack(">H", 207 << 4 | 3)
    assert unpack_rtf(struct.pack("<IIII", len(packed) + 12, 6, 0x75465A4C, 0) + packed) == "aaaaaa"


def test_damaged_mails_are_refused_in_our_words() -> None:
    data = outlook_mail("Re: request", "We hold 3 cases. " * 400, {"answer.csv": b"Year,Cases\n2012,5\n"})
    chance = random.Random(7)
    for _ in range(60):
        hurt = bytearray(data)
        for _ in range(chance.choice((1, 5, 40))):
            hurt[chance.randrange(len(hurt))] = chance.randrange(256)
        try:
            readers.read(bytes(hurt[: chance.randrange(600, len(hurt))]), "a.msg")
        except UnreadableDocument as error:
            assert error.where


def test_a_damaged_attachment_costs_itself_and_not_the_mail() -> None:
    data = outlook_mail(
        "Re: request", "We hold 3 cases.", {"a.csv": b"Year,Cases\n2012,5\n", "b.csv": b"1,2\n3,4\n"}
    )
    name = "__properties_version1.0".encode("utf-16-le")
    last = data.rfind(name)
    reading = readers.read(data[:last] + b"x" + data[last + 1 :], "a.msg").reading
    assert "3 cases" in reading.parts[0].text
    assert [one.kind for one in reading.issues] == ["unreadable-attachment"]
    assert len(reading.attachments) == 1


def test_a_file_pasted_into_a_word_document_is_an_attachment() -> None:
    answer = b"Year,Cases\n2012,5\n"
    native = b"\2\0answer.csv\0C:\\x\\answer.csv\0\0\0\3\0\4\0\0\0tmp\0" + struct.pack("<I", len(answer)) + answer
    wrapped = compound({"\x01Ole10Native": struct.pack("<I", len(native)) + native})
    pdf = compound({"CONTENTS": b"%PDF-1.4\n" + b"x" * 50, "\x01Ole": b"1"})
    odd = compound({"Equation Native": b"1"})
    data = _with_embeddings({"oleObject1.bin": wrapped, "oleObject2.bin": pdf, "oleObject3.bin": odd})
    found = readers.read(data, "a.docx").reading
    assert [(a.name, a.media_type) for a in found.attachments] == [
        ("answer.csv", "text/csv"), ("oleObject2.bin", "application/pdf")
    ]  # fmt: skip
    assert [issue.kind for issue in found.issues] == ["unreadable-attachment"]


def _with_embeddings(objects: dict[str, bytes]) -> bytes:
    held = io.BytesIO(make.word(lambda document: document.add_paragraph("See the file below.")))
    with zipfile.ZipFile(held, "a") as archive:
        for name, data in objects.items():
            archive.writestr(f"word/embeddings/{name}", data)
    return held.getvalue()
