"""run: everything that is out of date, in order."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import Blocked
from .checking import Checked
from .ingesting import Ingested
from .publishing import Published

if TYPE_CHECKING:
    from .survey import Survey


@dataclass(frozen=True, slots=True)
class Ran:
    """What was taken in, how many results of each stage were made or stood, the claims, the site."""

    ingested: Ingested
    made: dict[str, int]
    kept: dict[str, int]
    checked: Checked | None
    published: Published | None
    blocked: str = ""

    def as_json(self) -> dict[str, Any]:
        return {
            "ingested": self.ingested.as_json(),
            "made": self.made,
            "kept": self.kept,
            "claims": self.checked.as_json()["verdicts"] if self.checked else {},
            "site": str(self.published.site) if self.published else "",
            "blocked": self.blocked,
        }


def run(survey: Survey, site: Path | None = None, draft: bool = False) -> Ran:
    """All that is out of date. A blocked site is reported, not raised: what could be done is done."""
    ingested = survey.ingest()
    survey.work.results_content  # noqa: B018  (made here, so that the stages below find it)
    checked = survey.check() if (survey.folder / "story.md").exists() else None
    published, blocked = None, ""
    try:
        published = survey.publish(site, draft)
    except Blocked as error:
        blocked = str(error)
    tally = survey.work.chain.tally
    return Ran(ingested, dict(tally.made), dict(tally.kept), checked, published, blocked)
