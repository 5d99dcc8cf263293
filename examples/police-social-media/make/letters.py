"""What FOI letters say around the figures, and the whole letter of a real force or of a refuser."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

from model import Answer, Block, Letter, Para, Table
from vocabulary import group_words, in_words

Body = dict[str, Any]

OPENINGS = (
    [
        "Thank you for your request of 18 February 2014 about the use of social media by officers and staff.",
        "We have now looked for the information and our answer is below.",
    ],
    [
        "I write about your Freedom of Information request, received here on 18 February 2014.",
        (
            "The Act gives you two rights: to be told whether we hold what you ask for, and, if so, to be "
            "sent it. Information is held, and I answer question by question."
        ),
    ],
    [
        (
            "Further to your e-mail of 18/02/2014, a search has been made by our Professional Standards "
            "Department (PSD)."
        ),
        (
            "Please see the response below. The searches used the key words Facebook, Twitter, Bebo, YouTube "
            "and 'social'."
        ),
    ],
    [
        "Freedom of Information Act 2000: your request about social media.",
        (
            "The system used (Centurion) has no marker for social media, so cases were found by key words. "
            "It is a live system, and figures may change."
        ),
    ],
)

REVIEWS = (
    (
        "If you are not content with this reply you may ask for an internal review within 40 working days of "
        "its date, at {email}. If you are still not content you may apply to the Information Commissioner's "
        "Office, Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF (helpline 0303 123 1113)."
    ),
    (
        "COMPLAINTS: should you wish to complain, write within two months to the address above, giving our "
        "reference. A member of staff who did not deal with your request will look at it again within 20 "
        "working days. After that the Information Commissioner (Wycliffe House, Water Lane, Wilmslow SK9 "
        "5AF; 0303 123 1113) can be asked to decide."
    ),
)
CAVEATS = (
    (
        "Forces record these matters in different ways and for their own purposes. The figures given here "
        "should not be set against those of another force without care."
    ),
    (
        "Every effort is made to see that the figures are right, but they come from a system made for "
        "managing cases and not for statistics. There are 43 forces in England and Wales and their methods "
        "differ."
    ),
)
SIGNS = (
    "Freedom of Information Officer, Information Management. Tel. 01632 960{tel}",
    "Disclosure Officer, Information Compliance Unit. Telephone: 01632 960 {tel} (ext. {ext})",
    "Information Access Adviser, Legal Services. T: 01632 960{tel}  F: 01632 961{tel}",
)
DISCLAIMERS = (
    (
        "This e-mail is meant for the person it is addressed to. If it reached you in error please delete it "
        "and ring 01632 960999. E-mails may be monitored. Dial 101 for non-urgent matters and 999 in an "
        "emergency."
    ),
    (
        "Do you need to print this message? The contents may be confidential. To report a matter that is not "
        "urgent call 101. Registered data controller, number Z0000000."
    ),
)
COVERS = (
    "Please find attached our answer to your request, reference {ref}.",
    "Good afternoon,\n\nPlease see the attachment in reply to your FOI ({ref}).",
    "Dear Survey desk,\n\nI attach the response to request {ref}. The original will not follow by post.",
)
ACKS = (
    (
        "Thank you for your request, which was received on 18 February 2014 and has the reference {ref}. We "
        "aim to answer within 20 working days, that is by 18 March 2014. This mailbox is not read at "
        "weekends."
    ),
    (
        "AUTOMATIC REPLY: your message has reached the FOI team. Requests are answered within 20 working "
        "days. If it would take more than 18 hours (at £25 an hour, £450) we may have to refuse it. "
        "Reference {ref}."
    ),
)
GUIDANCE = (
    (
        "The guidance in use is the national one: the ACPO guidelines on the safe use of the internet and "
        "social media by officers and staff (2013) and the Standards of Professional Behaviour."
    ),
    (
        "Please see the national guidelines issued by ACPO in 2013. Officers are further bound by the "
        "Standards of Professional Behaviour in the Police (Conduct) Regulations 2012."
    ),
)


def closing(body: Body, rng: Random) -> list[str]:
    """Caveat, right of review, signature."""
    tel, ext = rng.randrange(100, 999), rng.randrange(2000, 8000)
    sign = rng.choice(SIGNS).format(tel=tel, ext=ext)
    return [
        rng.choice(CAVEATS),
        rng.choice(REVIEWS).format(email=body["email"]),
        "Yours faithfully,",
        f"{sign}. {body['name']}.",
    ]


def reply_date(rng: Random) -> dt.date:
    day = dt.date(2014, 3, 3) + dt.timedelta(days=rng.randrange(0, 140))
    return day - dt.timedelta(days=max(0, day.weekday() - 4))


def blank_letter(body: Body, rng: Random) -> Letter:
    """A letter with all but its answers."""
    style = rng.randrange(4)
    # how a search was made is not published: only rehearsal forces tell it
    opening = OPENINGS[style if body["kind"] == "rehearsal" else style % 2]
    return Letter(body, body["ref"], reply_date(rng), list(opening), [], closing(body, rng), style)


def _count(number: int, words: bool) -> str:
    return in_words(number) if words else str(number)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lines(body: Body, question: int) -> list[Block]:
    return [Para(line["text"]) for line in body.get("lines", []) if line["q"] == question]


def _figures(body: Body, question: int, *, inside: bool = False) -> list[dict[str, Any]]:
    return [f for f in body["figures"] if f["q"] == question and f.get("inside", False) is inside]


def total_of(body: Body) -> int:
    return int(_figures(body, 1)[0]["n"])


def _first(body: Body, words: bool, rng: Random) -> list[Block]:
    n = total_of(body)
    default = rng.choice(
        (
            "Between 1 January 2009 and 17 February 2014 the number of officers and staff investigated was {n}.",
            "{n} investigations were recorded in the period asked about.",
            "The total for the period 01/01/2009 to 17/02/2014 is {n}.",
        )
    )
    if n == 1:
        default = "{n} investigation was recorded in the period asked about."
    blocks: list[Block] = [Para(_sentence(body.get("says", default).format(n=_count(n, words))))]
    years = _figures(body, 1, inside=True)
    if years:
        rows = [[f["year"], str(f["n"])] for f in years]
        blocks.append(Table(["Year", "Number"], [*rows, ["Total", str(n)]], widths=[2, 1]))
        blocks.append(Para("Years are calendar years. 2014 is a part year, up to 17 February."))
    return blocks + _lines(body, 1)


def _label(figure: dict[str, Any], style: int) -> str:
    return str(figure.get("label") or group_words(figure.get("role") or figure["outcome"], style % 3))


def _split(body: Body, question: int, head: str, style: int, shape: str) -> list[Block]:
    figures = _figures(body, question)
    if not figures:
        return []
    if shape == "table":
        rows = [[_label(f, style), str(f["n"])] for f in figures]
        whole = sum(f["n"] for f in figures)
        if whole == total_of(body):
            rows.append(["Total", str(whole)])
        return [Table([head, "Number"], rows, widths=[3, 1])]
    if shape == "lines":
        return [Para(f"{_label(f, style)}: {f['n']}") for f in figures]
    parts = [f"{_label(f, style)} {_count(f['n'], shape == 'words')}" for f in figures]
    return [
        Para(
            f"{head}: "
            + ", ".join(part[:1].lower() + part[1:] if not part[:3].isupper() else part for part in parts)
            + "."
        )
    ]


def _crosstab(body: Body) -> list[Block]:
    cross = body.get("crosstab")
    if not cross:
        return []
    keys = [key for key in cross["rows"][0] if key not in ("label", "nature")]
    rows = [[row["label"], *(str(row[k]) for k in keys), str(sum(row[k] for k in keys))] for row in cross["rows"]]
    sums = [sum(row[k] for row in cross["rows"]) for k in keys]
    return [
        Table(
            cross["head"],
            [*rows, ["Total", *map(str, sums), str(sum(sums))]],
            widths=[2.2] + [1.0] * (len(keys) + 1),
        )
    ]


def _rest(body: Body) -> list[Block]:
    text = body.get("rest", "The results of the remaining cases are not broken down in this reply.")
    return [Para(text)] if text else []


def question_status(body: Body, question: int) -> str:
    """answered, part, refused or not-answered, as the reply of a real force leaves it."""
    if body.get("refused"):
        return "refused"
    lines = [line for line in body.get("lines", []) if line["q"] == question]
    told = [line["status"] for line in lines if "status" in line]
    if told:
        return str(told[0])
    if question in (1, 5):
        return "answered"
    if question == 4:
        states = _figures(body, 4) or lines or body.get("crosstab")
        return "not-answered" if not states else "part" if body.get("rest", "x") else "answered"
    return ("part" if question == 2 else "answered") if lines or _figures(body, question) else "not-answered"


def real_letter(body: Body, shape: str, rng: Random) -> Letter:
    """The reply of a real force: its aggregates, and the published lines, question by question."""
    letter = blank_letter(body, rng)
    style, words = letter.style, shape == "words"
    second = _lines(body, 2) or [Para("The nature of each allegation is not given in this reply.")]
    third = _split(body, 3, "Role", style, shape) + _lines(body, 3)
    fourth = _split(body, 4, "Outcome", style, shape) + _crosstab(body) + _lines(body, 4)
    known = bool(fourth)
    fourth += _rest(body) if known else [Para("The outcomes are not given in this reply.")]
    third = third or [Para("The rank or role is not given in this reply.")]
    blocks: tuple[list[Block], ...] = (
        _first(body, words, rng),
        second,
        third,
        fourth,
        [Para(rng.choice(GUIDANCE))],
    )
    letter.answers = [Answer(q, found, question_status(body, q)) for q, found in enumerate(blocks, 1)]
    return letter


def refusal_letter(body: Body, rng: Random) -> Letter:
    """The letter of a force that refused: no section, no ground, since none was published."""
    letter = blank_letter(body, rng)
    letter.opening = [
        "Thank you for your request of 18 February 2014 about the use of social media by officers and staff.",
        "The request is refused. This letter covers all 5 of your questions, and no information is released.",
        (
            "The newspapers named this force among those that refused, but did not publish the ground. This "
            "is a rehearsal, so no section of the Act and no reason is given here."
        ),
    ]
    letter.closing = [letter.closing[1], *letter.closing[2:]]
    return letter
