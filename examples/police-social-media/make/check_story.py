"""Compare the statements of founding-story.toml with truth.json of draw 0, and their ids with story-notes.md."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

from vocabulary import NATURE_GROUP, OUTCOME_GROUP, ROLE_GROUP

FOLDER = Path(__file__).parent.parent
GROUPS = {"role": ROLE_GROUP, "outcome": OUTCOME_GROUP, "nature": NATURE_GROUP}


def _within(category: str, wanted: list[str], variable: str) -> bool:
    return all(part in wanted or GROUPS[variable].get(part) in wanted for part in category.split("|"))


def _tally(told: dict[str, Any], variable: str) -> dict[str, int]:
    if variable == "nature":
        found: dict[str, int] = told.get("by_nature") or told.get("by_nature_mentions") or {}
        return found
    return dict(told.get(f"by_{variable}", {}))


def count(told: dict[str, Any], where: dict[str, list[str]]) -> int | None:
    """Cases of one body, by at most one variable; None if truth.json does not join the variables asked for."""
    if len(where) > 1:
        return None
    for variable, wanted in where.items():
        return sum(n for k, n in _tally(told, variable).items() if _within(k, wanted, variable))
    return int(told["cases_total"])


def answer(truth: dict[str, Any], query: dict[str, Any]) -> object:
    """The value of a query, or None where this quick check has no way to it."""
    bodies = {k: v for k, v in truth["bodies"].items() if v["cases_total"] is not None}
    only = [bodies[query["body"]]] if query.get("body") in bodies else list(bodies.values())
    if query["measure"] != "cases" or query["reading"] != "stated" or len(query["where"]) > 1:
        return None
    counts = [count(told, query["where"]) or 0 for told in only]
    kind, total = query["statistic"], truth["survey"]["cases_total"]
    if kind == "rank":
        order = sorted(bodies, key=lambda k: bodies[k]["cases_total"], reverse="order" not in query)
        return order.index(query["body"]) + 1
    if kind == "coverage":
        refused = [k for k, v in truth["bodies"].items() if v["status"] == "refused"]
        if "status" not in query:
            return len(bodies)
        return int(query["body"] in refused) if "body" in query else len(refused)
    if kind == "majority":
        base = query.get("base", {})
        return 2 * sum(counts) > (sum(count(told, base) or 0 for told in only) if base else total)
    return {
        "total": sum(counts),
        "share": round(100 * sum(counts) / total),
        "bodies-with-any": sum(1 for n in counts if n),
    }[kind]


def _agrees(got: object, want: object) -> bool:
    if isinstance(want, dict) and isinstance(got, int):
        return bool(want["lo"] <= got <= want["hi"])
    return got == want


def main() -> None:
    truth = json.loads((FOLDER / "truth.json").read_text(encoding="utf-8"))
    story = tomllib.loads((FOLDER / "founding-story.toml").read_text(encoding="utf-8"))["statement"]
    wrong, checked = [], 0
    for told in story:
        got = answer(truth, told["query"]) if "query" in told else None
        checked += got is not None
        if got is not None and not _agrees(got, told["expect"]):
            wrong.append(f"{told['id']}: truth {got}, expected {told['expect']}")
    notes = (FOLDER / "story-notes.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\b(?:incident|count|rank|role|bodies|refused|guideline|official)-[a-z-]+", notes))
    wrong += [
        f"story-notes.md names {one}, which is no statement" for one in named - {told["id"] for told in story}
    ]
    print(f"{len(story)} statements, {checked} compared with truth.json, {len(wrong)} wrong")
    if wrong:
        raise SystemExit("\n".join(wrong))


if __name__ == "__main__":
    main()
