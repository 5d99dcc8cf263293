"""The draft beside its verdicts: reading, saving and checking story.md from the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from .. import claims
from ..errors import FoideskError
from ..model import Claim
from ..store.files import write_atomically
from ..store.originals import sha256

if TYPE_CHECKING:
    from .survey import Survey


def _read_as(survey: Survey, claim: Claim) -> str:
    """The first reading of an open claim in plain words; "" where none can be accepted."""
    return claims.in_words(claim, survey.definition) if claims.can_accept(claim) else ""


def text_of(survey: Survey) -> tuple[str, str]:
    """The draft and its fingerprint; "" where there is none yet."""
    path = survey.folder / "story.md"
    data = path.read_bytes() if path.exists() else b""
    return data.decode("utf-8-sig", "replace"), sha256(data)


def save(survey: Survey, text: str, seen: str) -> str:
    """Saves the draft. Refused if somebody changed it since `seen` was its fingerprint: nothing is lost."""
    with survey.store.writing():
        now, mark = text_of(survey)
        data = text.replace("\r\n", "\n").encode()
        if mark != seen and now != data.decode():
            raise FoideskError(
                "the draft was changed by somebody else while you wrote", where="story.md",
                next="your words are still in the editor: copy them, reload, and put them in",
            )  # fmt: skip
        write_atomically(survey.folder / "story.md", data)
    return sha256(data)


def accept(survey: Survey, given: str, seen: str, who: str) -> str:
    """Writes the span that accepts the first reading of a claim, and gives the draft's new fingerprint.

    `given` is what the check told to write (`accept`). Refused if the draft is another than `seen`, or if no open
    claim has that reading any more.
    """
    from .accepting import askable, write

    checked = survey.check()
    taken = [one for one in askable(checked) if claims.attributes(one) == given]
    with survey.store.writing():
        if text_of(survey)[1] != seen:
            raise FoideskError(
                "the draft was changed by somebody else while you looked", where="story.md",
                next="nothing was written: reload, and look at the claim again",
            )  # fmt: skip
        if not taken or not write(survey, checked, None, taken[:1], who):
            raise FoideskError(
                "this reading cannot be accepted here", where="story.md",
                next="the claim was settled meanwhile, or its words hold markup: write the span yourself",
            )  # fmt: skip
    return text_of(survey)[1]


def checked_draft(survey: Survey) -> dict[str, Any]:
    """The draft as HTML, each claim with its verdict and a link to what bears it out; and the claims as data."""
    if not (survey.folder / "story.md").exists():
        return {"html": "", "claims": [], "blocking": 0}
    from ..report.story import story_html  # here, since the desk needs none of it to start

    checked = survey.check()
    numbers = {claim: number for number, claim in enumerate(checked.claims, 1)}

    def link(claim: Claim | None, finding: str) -> str | None:
        if claim is not None and claim.finding:
            return f"/story/claim/{numbers[claim]}"
        return f"/findings/{quote(finding, safe='')}" if finding else None

    said = checked.as_json()
    found = [
        one | {"number": number, "blocks": claim.blocks, "read_as": _read_as(survey, claim)}
        for number, (one, claim) in enumerate(zip(said["claims"], checked.claims, strict=True), 1)
    ]
    html = story_html(checked.text, checked.claims, link, draft=True)
    return {"html": html, "claims": found, "blocking": said["blocking"], "verdicts": said["verdicts"]}
