"""What the replies of the rehearsal forces have in common: the mail around them, and sentences that recur."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

from letters import COVERS, blank_letter
from model import MIME, Answer, Attachment, Block, Case, Letter, Para, Trap
from render_mail import Mail

Body = dict[str, Any]
Reply = tuple[list[Mail], list[Trap]]

PART_YEAR = "2014 is up to 17 February only."
SEE_TABLE = "See the table at question {}."
SUBJECTS = (
    "FOI request {ref}",
    "RE: Freedom of Information request - {ref}",
    "Response to your request {ref} [OFFICIAL]",
    "{ref} - social media - FOI response",
    "Your information request, our reference {ref}",
)
GUIDE_HELD = "Our own guidance is a supplement to the national guidelines; a copy can be sent on request."
GUIDE_21 = "Question 5 is exempt under section 21 of the Act, as the guidelines are on our website already."
GUIDE_NONE = "No such guidance of our own is held."
TOTALS = (
    "In the period there were {n} cases. Each case is one person investigated.",
    "{n} cases were recorded, one person to a case.",
    "A total of {n} officers and staff were investigated; each is one case below.",
)


def mail(letter: Letter, text: str, attachments: list[Attachment], quoted: str, html: str = "") -> Mail:
    """A mail of the body on the day of the letter."""
    subject = SUBJECTS[(letter.style + len(letter.ref)) % len(SUBJECTS)].format(ref=letter.ref)
    when = dt.datetime.combine(letter.date, dt.time(9 + letter.style, 11 * letter.style + 3))
    return Mail(when, subject, text, html, attachments, quoted, letter.style)


def attached(letter: Letter, stem: str, ext: str, data: bytes) -> Attachment:
    """The bytes under a file name with the reference of the letter."""
    safe = letter.ref.replace("/", "-").replace(" ", "_")
    return Attachment(f"{stem}_{safe}.{ext}", data, MIME[ext])


def cover(letter: Letter) -> str:
    """The few lines of a mail that carries its answer as an attachment."""
    return COVERS[letter.style % len(COVERS)].format(ref=letter.ref) + "\n\n" + letter.closing[-1]


def total_text(cases: list[Case], rng: Random) -> str:
    return rng.choice(TOTALS).format(n=len(cases))


def numbered(body: Body, rng: Random, *contents: str | list[Block]) -> Letter:
    """A letter whose answers are the contents, from question 1 on."""
    letter = blank_letter(body, rng)
    for question, content in enumerate(contents, 1):
        blocks: list[Block] = [Para(content)] if isinstance(content, str) else content
        letter.answers.append(Answer(question, blocks))
    return letter


def in_one_table(body: Body, rng: Random, first: str, second: list[Block], guide: str = GUIDE_HELD) -> Letter:
    """A letter whose second answer is the list that serves questions 2 to 4."""
    see = SEE_TABLE.format(2)
    return numbered(body, rng, first, second, see, see, guide)


def financial_year(year: int) -> str:
    """The financial year of a case; the first weeks of 2014 belong to 2013/14."""
    start = min(year, 2013)
    return f"{start}/{(start + 1) % 100:02d}"
