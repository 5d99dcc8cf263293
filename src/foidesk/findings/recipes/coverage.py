"""coverage: who answered, who did not, and on what ground."""

from __future__ import annotations

from foidesk.model import Finding, Line, Outcome, Support

from ..desk import Desk, bodies_count

ANSWERED = "answered"


def run(desk: Desk) -> Finding:
    """How many bodies gave a usable figure, of how many asked, with a line for each way of not giving one."""
    lines = [_line(ANSWERED, "Gave a usable figure", [_support(body) for body in desk.answered])]
    silent = [body for body in desk.asked if body not in desk.answered]
    ends = {body: _end(desk, body) for body in silent}
    for outcome in dict.fromkeys(end.outcome for end in ends.values()):
        supports = [_support(body, end) for body, end in ends.items() if end.outcome == outcome]
        lines.append(_line(outcome, outcome[0].upper() + outcome[1:], supports))
    return desk.finding(bodies_count(len(desk.answered)), (), n=len(desk.answered), lines=tuple(lines))


def _end(desk: Desk, body: str) -> Outcome:
    """How the question on this measure ended there; a full answer that gives no figure is no answer found."""
    asked = [q.id for q in desk.definition.questions if desk.query.measure in q.measures and not q.variables]
    asked += [q.id for q in desk.definition.questions if desk.query.measure in q.measures]
    ours = {one.question: one for one in desk.outcomes if one.body == body}
    found = next((ours[id] for id in asked if id in ours), None) or next(iter(ours.values()), None)
    if found is None:
        return Outcome(body, "", "no reply")
    if found.outcome in ("full", "partial"):
        return Outcome(body, found.question, "no answer found", words=found.words, document=found.document)
    return found


def _support(body: str, end: Outcome | None = None) -> Support:
    ground = (f"section {end.section}{f' {end.act}' if end.act else ''}",) if end and end.section else ()
    return Support(body, bodies_count(1), caveats=ground)


def _line(key: str, label: str, supports: list[Support]) -> Line:
    return Line(key, label, bodies_count(len(supports)), None, tuple(supports))
