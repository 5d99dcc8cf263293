"""A small survey of plainly invented bodies, written as a person would write it."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

SURVEY = """
[survey]
id = "library-fines"
title = "Library fines in Exampleshire"
law = "uk-foia-2000"

[survey.period]
from = 2020-01-01
to = 2022-12-31

[[questions]]
id = "q1"
text = "How many complaints about library fines were made?"
measures = ["complaints"]
variables = ["outcome"]

[[measures]]
id = "complaints"
label = "complaints"
unit = "complaints"
nouns = ["complaints", "complaint", "number of complaints"]

[[findings]]
name = "total"
recipe = "total"
title = "Complaints in all"
headline = true

[[findings]]
name = "by-body"
recipe = "by-body"
title = "Complaints of each borough"

[[findings]]
name = "upheld"
recipe = "share"
title = "Complaints upheld"
where = { outcome = ["upheld"] }

[[findings]]
name = "outcomes"
recipe = "breakdown"
title = "How the complaints ended"
by = "outcome"

[[findings]]
name = "coverage"
recipe = "coverage"
title = "Who answered"
"""

CODEBOOK = """
version = 1

[[variables]]
id = "outcome"
label = "Outcome"
question = "q1"
names = ["outcome", "result"]

[[variables.categories]]
id = "upheld"
label = "Upheld"
synonyms = ["complaint upheld"]

[[variables.categories]]
id = "not-upheld"
label = "Not upheld"
synonyms = ["rejected"]

[[variables.categories]]
id = "withdrawn"
label = "Withdrawn"
"""

BODIES = """id,name,aliases,official_code,email,website,law,kind,note
alphaton,Borough of Alphaton,Alphaton Council,,foi@alphaton.example,,,council,
betaford,Borough of Betaford,Betaford Council,,foi@betaford.example,,,council,
gammaley,Borough of Gammaley,Gammaley Council,,foi@gammaley.example,,,council,
"""

STORY = """# Fines anger readers

Boroughs received [37]{f=total} complaints. Alphaton had [20]{f=by-body body=alphaton}.
Of three boroughs, [two]{f=coverage part=n} answered.
"""


def write(folder: Path) -> Path:
    """The survey with three replies: a CSV, a mail with a sentence-free table, a refusal. Gives the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (("survey.toml", SURVEY), ("codebook.toml", CODEBOOK), ("bodies.csv", BODIES)):
        (folder / name).write_text(text.lstrip(), encoding="utf-8")
    (folder / "story.md").write_text(STORY, encoding="utf-8")
    _replies(folder / "replies")
    return folder


def _replies(folder: Path) -> None:
    (folder / "alphaton").mkdir(parents=True)
    rows = "Outcome,Number of complaints\nUpheld,5\nNot upheld,12\nWithdrawn,3\nTotal,20\n"
    (folder / "alphaton" / "reply.csv").write_text(rows, encoding="utf-8")
    table = "Outcome      Number of complaints\nUpheld       7\nRejected     10\nTotal        17\n"
    mail(
        "betaford",
        f"Dear requester,\n\nThe figures you asked for are below.\n\n{table}\nYours,\nThe FOI team\n",
        folder,
    )
    refusal = (
        "Dear requester,\n\nWe refuse your request under section 12 of the Freedom of Information Act 2000.\n"
    )
    mail("gammaley", refusal, folder)


def mail(body: str, text: str, folder: Path) -> Path:
    """A mail from the body's FOI address, as it would be saved."""
    message = EmailMessage()
    message["From"] = f"FOI team <foi@{body}.example>"
    message["To"] = "desk@paper.example"
    message["Subject"] = "Your request"
    message["Date"] = "Mon, 06 Feb 2023 10:00:00 +0000"
    message["Message-ID"] = f"<{body}@{body}.example>"
    message.set_content(text)
    path = folder / f"{body}.eml"
    path.write_bytes(message.as_bytes())
    return path
