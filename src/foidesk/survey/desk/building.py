"""Putting up the board: one pass over the last figures, in the process that computed them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from ...model import Reading
from .. import left_open
from ..tracing import observations
from .asking import Ground, questions
from .bodies import body_cards, summary
from .figures import finding_cards, values
from .indexing import index
from .inputs import fingerprint
from .words import variable_cards

if TYPE_CHECKING:
    from ..survey import Survey


def build(survey: Survey) -> dict[str, str]:
    """Puts up the board; gives each finding's value in words."""
    survey.refresh()
    return put_up(survey)


def put_up(survey: Survey) -> dict[str, str]:
    """The board from the work as it stands. What lists show is kept apart from what only one page shows."""
    position, mark = survey.store.decisions.size, fingerprint(survey)
    results = survey.work.results
    paths = {one.document: one.path for one in reversed(survey.work.deliveries)}
    figures = finding_cards(survey, paths)
    cards = [("meta", "", _meta(survey, position, mark)), ("overview", "", _overview(survey))]
    bodies = body_cards(survey)
    cards += [("body", one["id"], summary(one)) for one in bodies]
    cards += [("body-page", one["id"], one) for one in bodies]
    cards += [("variable", one["id"], one) for one in variable_cards(survey)]
    cards += [("finding", one["name"], _without_sources(one)) for one in figures]
    cards += [("finding-page", one["name"], one) for one in figures]
    cards += list(_documents(survey))
    asking = (*results.choices, *left_open.questions(survey))
    asked = {place.document for choice in asking for place in choice.locators}
    seen = {id: one for id, (one, _) in observations(survey).items()}
    survey.store.board.replace(cards, questions(Ground(survey, seen, _readings(survey, asked), paths)))
    index(survey)
    return values(figures)


def _without_sources(finding: dict[str, Any]) -> dict[str, Any]:
    return {
        key: value for key, value in finding.items() if key not in ("bodies", "lines", "caveats", "judgements")
    }


def _readings(survey: Survey, documents: set[str]) -> dict[str, Reading]:
    names = {one.document: one for one in survey.work.deliveries}
    return {document: survey.work.reading(names[document]) for document in documents if document in names}


def _documents(survey: Survey) -> Iterator[tuple[str, str, Any]]:
    names = {body.id: body.name for body in survey.definition.bodies}
    for one in survey.work.deliveries:
        yield "document", one.document, {"document": one.document, "path": one.path, "name": one.name,
                                         "body": one.body, "body_name": names.get(one.body, "")}  # fmt: skip


def _meta(survey: Survey, position: int, mark: str) -> dict[str, Any]:
    definition = survey.definition
    return {
        "position": position, "mark": mark, "codebook": definition.codebook.version, "title": definition.title,
        "rehearsal": definition.rehearsal, "at": datetime.now(UTC).astimezone().strftime("%H:%M:%S"),
        "measures": [{"id": one.id, "label": one.label} for one in definition.codebook.measures],
        "variables": [
            {"id": v.id, "label": v.label, "categories": [{"id": c.id, "label": c.label} for c in v.categories]}
            for v in definition.codebook.variables
        ],
        "bodies": [{"id": one.id, "name": one.name} for one in definition.bodies],
    }  # fmt: skip


def _overview(survey: Survey) -> dict[str, Any]:
    status = survey.status().as_json()
    has_story = (survey.folder / "story.md").exists()
    return {"overdue": 0} | status | {"has_story": has_story, "steps": _steps(status, has_story)}


def _steps(status: dict[str, Any], has_story: bool) -> list[dict[str, Any]]:
    """What to do next, in order, as kinds with counts: each page says it in its own words."""
    counts = {
        "replies": int(not status["documents"]), "sender": status["unmatched"], "unclear": status["unclear"],
        "stale": status["stale"], "decide": status["choices_open"], "numbers": status["numbers"]["open"],
        "write": int(not has_story), "claims": status["claims_open"],
    }  # fmt: skip
    steps = [{"kind": kind, "count": count} for kind, count in counts.items() if count]
    ready = has_story and not status["claims_open"]
    return [*steps, {"kind": "publish", "count": 0}] if ready else steps
