"""A letter as one text: the mail's own words and those of the letter attached to it, quotations left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from foidesk.model.reading import Block, Reading

from .woven import woven

_OWN = ("paragraph", "heading", "list item")


@dataclass(frozen=True, slots=True)
class LetterText:
    """What there is to recognise: subject, sender, paragraphs in order, rows of small tables, and data attached.

    `report` is true for a delivery report: a mail that returns ours.
    """

    subject: str
    sender: str
    auto: bool
    blocks: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    data: tuple[str, ...] = ()
    report: bool = False

    @property
    def text(self) -> str:
        return "\n".join(self.blocks)


def letter_text(mail: Reading, contents: Sequence[tuple[str, Reading]] = ()) -> LetterText:
    """The letter in a mail and its attachments (name and reading of each). Mails inside are not its own words."""
    envelope = mail.envelope
    own = [(name, one) for name, one in contents if one.envelope is None]
    letters = [mail, *(one for _, one in own if not _is_data(one))]
    nested = any(one.envelope is not None for _, one in contents)
    sender = envelope.sender if envelope else ""
    return LetterText(
        subject=envelope.subject if envelope else "",
        sender=sender,
        auto=envelope.auto if envelope else False,
        blocks=tuple(text for one in letters for text in _own(one)),
        rows=tuple(row for one in letters for row in _rows(one)),
        data=tuple(name for name, one in own if _is_data(one)),
        report=nested and sender.split("@")[0] in ("mailer-daemon", "postmaster"),
    )


def _is_data(reading: Reading) -> bool:
    return any(part.kind == "sheet" for part in reading.parts)


_WITHIN = re.compile(
    r"\b(?:answers?|answered|responses?|responded|comments?|replies|replied)\b[^.\n]{0,60}\b(?:within|in[- ]?line|"
    r"in (?:red|blue|green|bold|italics?|colou?r|capitals)|against (?:each|your|the)|"
    r"(?:below|under|after|beside|next to) each|"
    r"in the (?:text|body) of your)\b",
    re.IGNORECASE,
)
""" "Please see answers below against each of your questions in red": they stand in our own mail."""


def _own(reading: Reading) -> list[str]:
    """The letter's own paragraphs; a quoted one stays, marked ">", where an answer follows or stands in it."""
    found: list[str] = []
    between = woven(reading)
    for part in reading.visible_parts():
        again = iter(_again(part.blocks))
        placed = [(next(again) if block is not None else None, texts) for block, texts in between[part.name]]
        kept = [(block, texts) for block, texts in placed if _is_own(block)]
        own = [at for at, (block, _) in enumerate(kept) if block is None or block.kind != "quoted"]
        last = max(own, default=-1)
        if any(_WITHIN.search(block.text) for block, _ in (kept[at] for at in own) if block is not None):
            last = len(kept)
        for at, (block, texts) in enumerate(kept):
            if block is None:
                found += texts
            elif block.kind != "quoted":
                found.append(block.text.strip())
            elif at < last and at > 0:
                found.append("> " + block.text.strip().lstrip("> "))
    return found


def _is_own(block: Block | None) -> bool:
    return block is None or (block.kind in ("quoted", *_OWN) and bool(block.text.strip()))


_SALUTATION = re.compile(r"[^\W\d]+(?: [^\W\d]+\.?){1,3}[,:]?")
_SIGNED = re.compile(r"\W*(?:yours|kind|best|with) (?:\w+ ?){1,2}[,\n]|\W*mit freundlichen", re.IGNORECASE)


def _again(blocks: Sequence[Block]) -> list[Block]:
    """The paragraphs; a letter that greets us by name again below its signature (another language) is read on."""
    greeted, inside, found = "", False, list[Block]()
    for block in blocks:
        text = block.text.strip()
        if _SALUTATION.fullmatch(text) and block.kind != "quoted":
            name = text.rstrip(",:").split()[-1].lower()
            inside = inside or (block.kind == "signature" and name == greeted)
            greeted = greeted or name
        inside = inside and not _SIGNED.match(text)
        found.append(replace(block, kind="paragraph") if inside and block.kind == "signature" else block)
    return found


def _rows(reading: Reading) -> list[tuple[str, ...]]:
    return [
        tuple(cell.text.strip() for cell in row if cell is not None)
        for table in reading.tables
        for row in table.grid()
    ]
