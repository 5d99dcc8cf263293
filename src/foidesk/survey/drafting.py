"""The draft beside its verdicts: reading, saving and checking story.md from the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ..errors import FoideskError
from ..model import Claim
from ..store.files import write_atomically
from ..store.originals import sha256

if TYPE_CHECKING:
    from .survey import Survey


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
    claims = [
        one | {"number": number, "blocks": claim.blocks}
        for number, (one, claim) in enumerate(zip(said["claims"], checked.claims, strict=True), 1)
    ]
    html = story_html(checked.text, checked.claims, link, draft=True)
    return {"html": html, "claims": claims, "blocking": said["blocking"], "verdicts": said["verdicts"]}
