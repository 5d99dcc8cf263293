"""Write the replies of the police-social-media example, and the truth about them.

python make/generate.py --out DIR [--draw N]
"""

from __future__ import annotations

import argparse
import copy
import datetime as dt
import json
import shutil
import tomllib
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from decisions import decisions
from draw import redraw
from letters import ACKS, DISCLAIMERS, real_letter, refusal_letter
from model import MIME, NOTICE, Attachment, Case, Letter, Outfile, Para, Trap
from rehearsal import MAKERS
from render_mail import Mail, letter_html, letter_text, saved
from render_office import book_xls, book_xlsx, letter_docx, packed, sheet_csv
from render_pdf import letter_pdf, logo
from reply_parts import attached, cover, mail
from truth import assert_truth, make_truth

HERE = Path(__file__).parent
Facts = dict[str, Any]
Body = dict[str, Any]

NEXT, AGAIN = 10_000, 50_000
"""The steps to the numbers that stand in for a draw that cannot be made, and where they end."""


def load_facts() -> Facts:
    """The committed facts, with what can be told of every body by its place in the file."""
    facts: Facts = tomllib.loads((HERE / "facts.toml").read_text(encoding="utf-8"))
    for body in facts["body"]:
        invented = body["id"].startswith("rehearsal")
        body["kind"] = "refuser" if body.get("refused") else "rehearsal" if invented else "real"
        body["email"] = f"foi@{body['id']}.police.example"
        body["website"] = f"https://www.{body['id']}.police.example/"
        body["cases"] = [Case(**{**told, "natures": tuple(told["natures"])}) for told in body.get("cases", [])]
    return facts


def request_text(body: Body) -> str:
    """The request as it was sent to the body."""
    letter = (HERE.parent / "letter.md").read_text(encoding="utf-8")
    return letter.replace("{{ body.name }}", body["name"]).split("\n", 2)[2]


def _sheet(letter: Letter) -> list[list[str]]:
    rows = [[NOTICE], [letter.body["name"], letter.ref], ["Question", "Answer", "Number"]]
    for answer in letter.answers:
        for block in answer.blocks:
            if isinstance(block, Para):
                rows.append([str(answer.question), block.text])
            else:
                rows += [[str(answer.question), *row] for row in block.rows]
    return rows


def _attachment(letter: Letter, form: str) -> Attachment:
    if form in ("pdf", "pdf-unruled"):
        return attached(letter, "FOI", "pdf", letter_pdf(letter, ruled=form == "pdf"))
    if form == "xlsx":
        return attached(letter, "Data", "xlsx", book_xlsx([("Answers", _sheet(letter), "visible")]))
    if form == "xls":
        return attached(letter, "Data", "xls", book_xls([("Answers", _sheet(letter))]))
    if form == "csv":
        return attached(letter, "data", "csv", sheet_csv(_sheet(letter)))
    word = attached(letter, "Reply", "docx", letter_docx(letter))
    if form == "docx":
        return word
    return Attachment(word.name.replace(".docx", ".zip"), packed([(word.name, word.data)]), MIME["zip"])


def real_mail(body: Body, rng: Random, quoted: str) -> Mail:
    """The reply of a real force, in the container of this draw."""
    form = body["form"]
    shape = (
        "table" if form in ("xlsx", "xls", "csv") else body.get("style") or rng.choice(("table", "lines", "prose"))
    )
    letter = refusal_letter(body, rng) if body["kind"] == "refuser" else real_letter(body, shape, rng)
    files = [] if form in ("mail-text", "mail-html") else [_attachment(letter, form)]
    text = letter_text(letter, pipes=letter.style % 2 == 0) if form == "mail-text" else cover(letter)
    html = letter_html(letter) if form == "mail-html" else ""
    one = mail(letter, text, files, quoted, html)
    one.kind = "refusal" if body["kind"] == "refuser" else "answer"
    return one


def acknowledgement(body: Body, rng: Random) -> Mail:
    text = rng.choice(ACKS).format(ref=body["ref"])
    when = dt.datetime(2014, 2, 18, 9, 13) + dt.timedelta(minutes=rng.randrange(30))
    return Mail(
        when,
        f"Acknowledgement of your request {body['ref']}",
        text,
        style=rng.randrange(3),
        kind="acknowledgement",
    )


def body_mails(body: Body, draw: int) -> tuple[list[Mail], list[Trap]]:
    """All mails of one body, in the order of their dates."""
    rng = Random(f"foidesk-{draw}-{body['id']}")
    quoted = request_text(body) if rng.random() < 0.6 else ""
    if body["kind"] == "rehearsal":
        mails, traps = MAKERS[body["form"]](body, rng, quoted)
    else:
        mails, traps = [real_mail(body, rng, quoted)], []
    if rng.random() < 0.2:
        mails.append(acknowledgement(body, rng))
    if rng.random() < 0.15:
        mails[0].attachments.append(Attachment("image001.png", logo(), "image/png"))
    for one in mails:
        if one.text and rng.random() < 0.7:
            one.text += "\n\n" + "_" * 40 + "\n" + rng.choice(DISCLAIMERS)
    return sorted(mails, key=lambda one: one.date), traps


def put(body: Body, mails: list[Mail]) -> list[Outfile]:
    """The files of one body; home "file" leaves its attachments loose, as a download page would give them."""
    if body["home"] != "file":
        return saved(body, mails, "folder" if body["home"] == "folder" else "loose")
    name = body["name"].replace(" ", "_")
    carriers = [one for one in mails if one.attachments]
    loose = [
        Outfile(f"{name}_{a.name}", a.data, one.kind, f"{one.date:%Y-%m-%d}")
        for one in carriers
        for a in one.attachments
    ]
    return [*loose, *saved(body, [one for one in mails if not one.attachments], "loose")]


def all_files(facts: Facts, draw: int) -> tuple[list[Outfile], list[Trap], dict[str, list[Outfile]]]:
    """Every file of replies/, the traps, and which files belong to which body."""
    out: list[Outfile] = []
    zipped: list[tuple[str, bytes]] = []
    traps: list[Trap] = []
    files: dict[str, list[Outfile]] = {}
    for body in facts["body"]:
        mails, built = body_mails(body, draw)
        made = put(body, mails)
        if body["home"] == "zip":
            zipped += [(one.path, one.data) for one in made]
            files[body["id"]] = [replace(one, path=f"saved-mail.zip!{one.path}") for one in made]
        else:
            out += made
            files[body["id"]] = made
        for trap in built:
            trap.files = [one.path for one in files[body["id"]]]
        traps += built
    return [*out, Outfile("saved-mail.zip", packed(zipped))], traps + real_traps(facts, files), files


REAL_TRAPS = (
    (
        "inexact-total",
        "kent",
        "more than 50 beside 51 entries",
        "at least 51, or 50",
        "51",
        "kent-more-than-50",
    ),
    (
        "lumped-outcome",
        "kent",
        "the rest of the 36: a written warning or advice",
        "34 of either",
        "one of a set",
        "",
    ),
    (
        "two-splits",
        "west-mercia",
        "13 and 6 in the sentence, 13 and 7 in the table",
        "19",
        "20",
        "west-mercia-staff",
    ),
    ("numbers-not-data", "west-mercia", "pay band '8+'", "8", "no count", ""),
    (
        "people-not-cases",
        "northumbria",
        "24 incidents, 21 people (17 + 4)",
        "17 officers, 4 staff as cases",
        "24 cases without role; 21 people",
        "northumbria-unit",
    ),
    (
        "not-joined",
        "nottinghamshire",
        "roles and results are two lists",
        "joined by position",
        "not joined",
        "",
    ),
    (
        "not-joined",
        "dorset",
        "roles and results are two lists; six kinds for ten cases",
        "joined by position",
        "not joined",
        "dorset-discontinued",
    ),
    ("other-request", "metropolitan", "71 since 2010 belongs to another request", "71", "69", ""),
    (
        "within",
        "lancashire",
        "two of the four told cases are inside the informal figure; a PCSO is the victim of one",
        "28 informal, one PCSO",
        "26 informal, no PCSO",
        "",
    ),
    ("within", "northamptonshire", "2 specials are inside the officers", "2 more officers", "inside", ""),
    (
        "refusal-of-one-question",
        "north-yorkshire",
        "question 2 withheld, the rest answered",
        "refused",
        "part",
        "",
    ),
    (
        "sanctions-overlap",
        "north-yorkshire",
        "ten with some sanction, three of them final written warnings",
        "13",
        "10, of which 3",
        "",
    ),
)


def real_traps(facts: Facts, files: dict[str, list[Outfile]]) -> list[Trap]:
    there = {body["id"] for body in facts["body"]}
    return [
        Trap(kind, body, [one.path for one in files[body]], what, naive, true, decision and f"@{decision}")
        for kind, body, what, naive, true, decision in REAL_TRAPS
        if body in there
    ]


def generate(draw: int) -> tuple[list[Outfile], dict[str, Any]]:
    """The files and the truth of a draw, checked; one of hundreds misses the story's totals and is drawn anew."""
    *others, last = range(draw, draw + AGAIN, NEXT) if draw else (draw,)
    for number in others:
        with suppress(AssertionError):
            return _drawn(number)
    return _drawn(last)


def _drawn(draw: int) -> tuple[list[Outfile], dict[str, Any]]:
    facts = copy.deepcopy(load_facts())
    if draw:
        redraw(facts, draw)
    files, traps, by_body = all_files(facts, draw)
    truth = make_truth(facts, draw, traps, by_body)
    truth["decisions"] = decisions([trap for trap in traps if not trap.decision.startswith("@")])
    for trap in traps:
        trap.decision = trap.decision.lstrip("@")
    assert_truth(facts, truth)
    return files, truth


def write(out: Path, files: list[Outfile], truth: dict[str, Any]) -> None:
    """Write replies/ afresh, and truth.json beside it."""
    replies = out / "replies"
    if replies.exists():
        shutil.rmtree(replies)
    for one in files:
        path = replies / one.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            raise ValueError(f"two files would be {one.path}")
        path.write_bytes(one.data)
    text = json.dumps(truth, indent=1, ensure_ascii=False) + "\n"
    (out / "truth.json").write_text(text, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--out", type=Path, required=True, help="folder for replies/ and truth.json")
    parser.add_argument(
        "--draw", type=int, default=0, help="0 writes the committed example; N redraws what is invented"
    )
    given = parser.parse_args()
    files, truth = generate(given.draw)
    write(given.out, files, truth)
    size = sum(len(one.data) for one in files)
    print(f"draw {given.draw}: {len(files)} files, {size / 1e6:.2f} MB, {truth['survey']['cases_total']} cases")


if __name__ == "__main__":
    main()
