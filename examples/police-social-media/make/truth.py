"""What is really true of a draw, from the facts and not from the files; and the checks that it must pass."""

from __future__ import annotations

from collections import Counter
from typing import Any

from draw import FORMS
from letters import question_status, total_of
from model import Case, Outfile, Trap
from rehearsal import QUESTIONS
from reply_parts import financial_year
from vocabulary import NATURE_GROUP, OUTCOME_GROUP, ROLE_GROUP

Facts = dict[str, Any]
Body = dict[str, Any]
NOT_STATED = "not-stated"


def _tally(body: Body, key: str, question: int) -> Counter[str]:
    """Cases by category, each case once, at the narrowest category that the reply states."""
    tally: Counter[str] = Counter()
    for item in [*body["figures"], *body.get("lines", [])]:
        if key not in item or "n" not in item or item.get(f"{key}_inside") is True:
            continue
        tally[item[key]] += item["n"]
        if item.get(f"{key}_inside"):
            tally[item[f"{key}_inside"]] -= item["n"]
    for row in body.get("crosstab", {}).get("rows", []):
        if key == "outcome":
            tally.update({k: v for k, v in row.items() if k not in ("label", "nature") and v})
    tally[NOT_STATED] = total_of(body) - sum(tally.values())
    return +tally


def _real_natures(body: Body) -> Counter[str]:
    out: Counter[str] = Counter()
    lines = body.get("lines", [])
    for line in lines:
        if "nature" in line and line["q"] in (2, 4) and "n" in line:
            out[line["nature"]] += line["n"]
    for row in body.get("crosstab", {}).get("rows", []):
        out[row["nature"]] += sum(v for k, v in row.items() if k not in ("label", "nature"))
    rest = next((line["nature_rest"] for line in lines if "nature_rest" in line), "")
    left = total_of(body) - sum(out.values())
    out[rest or NOT_STATED] += left
    return +out


def _group(tally: Counter[str], groups: dict[str, str]) -> dict[str, int]:
    out: Counter[str] = Counter()
    for category, n in tally.items():
        parts = {groups.get(part, part) for part in category.split("|")}
        out["|".join(sorted(parts))] += n
    return dict(sorted(out.items()))


def _basis(body: Body) -> list[dict[str, Any]]:
    keep = ("q", "n", "role", "outcome", "nature", "year", "basis", "source", "text")
    items = [*body.get("figures", []), *body.get("lines", [])]
    return [{k: item[k] for k in keep if k in item} for item in items]


def real_truth(body: Body) -> dict[str, Any]:
    """The truth of a real force's reply."""
    roles, outcomes = _tally(body, "role", 3), _tally(body, "outcome", 4)
    detail = Counter(
        {
            line["role"]: line["n"]
            for line in body.get("lines", [])
            if line.get("role_inside") is True and "n" in line and "role" in line
        }
    )
    return {
        "status": "part" if any(question_status(body, q) != "answered" for q in range(1, 6)) else "answered",
        "questions": {str(q): question_status(body, q) for q in range(1, 6)},
        "cases_total": total_of(body),
        "unit_word": body.get("unit", "cases"),
        "people": body.get("people"),
        "by_role": dict(sorted(roles.items())),
        "by_role_group": _group(roles, ROLE_GROUP),
        "role_detail": dict(detail),
        "by_outcome": dict(sorted(outcomes.items())),
        "by_outcome_group": _group(outcomes, OUTCOME_GROUP),
        "by_nature": dict(sorted(_real_natures(body).items())),
        "by_year": {f["year"]: f["n"] for f in body["figures"] if "year" in f} or None,
        "total_basis": body["figures"][0]["basis"],
        "statements": _basis(body),
    }


def _stated_year(body: Body, case: Case) -> str:
    return financial_year(case.year) if body["form"] == "xls-interim" else str(case.year)


def _case(body: Body, case: Case) -> dict[str, Any]:
    told = {
        "year": _stated_year(body, case),
        "role": case.role or NOT_STATED,
        "outcome": case.outcome or NOT_STATED,
        "nature": list(case.natures),
        "stage": case.stage,
        "role_words": case.role_words,
        "outcome_words": case.outcome_words,
        "nature_words": case.nature_words,
    }
    if body["form"] in ("pdf-long-list", "xlsx-hidden-sheet", "csv"):
        told["platform"] = case.platform or NOT_STATED
    if case.incident:
        told["incident"] = case.incident
    return told


def rehearsal_truth(body: Body) -> dict[str, Any]:
    """The truth of a rehearsal force's reply."""
    cases: list[Case] = body["cases"]
    coarse = body["form"] == "pdf-years-as-columns"
    roles = Counter((ROLE_GROUP.get(c.role, "") if coarse else c.role) or NOT_STATED for c in cases)
    outcomes = Counter(c.outcome or NOT_STATED for c in cases)
    states = dict.fromkeys(range(1, 6), "answered") | QUESTIONS.get(body["form"], {})
    out: dict[str, Any] = {
        "status": "answered" if set(states.values()) == {"answered"} else "part",
        "questions": {str(q): state for q, state in states.items()},
        "cases_total": len(cases),
        "unit_word": "cases",
        "people": {"total": len(cases), "basis": "rehearsal"},
        "by_role": dict(sorted(roles.items())),
        "by_role_group": _group(roles, ROLE_GROUP),
        "by_outcome": dict(sorted(outcomes.items())),
        "by_outcome_group": _group(outcomes, OUTCOME_GROUP),
        "by_nature_mentions": dict(sorted(Counter(n for c in cases for n in c.natures).items())),
        "by_year": dict(sorted(Counter(_stated_year(body, c) for c in cases).items())),
        "total_basis": "rehearsal",
    }
    if body["form"] in ("docx-crosstab", "prose"):
        out["by_year"] = None
    if body["form"] == "docx-crosstab":
        shown = Counter(NATURE_GROUP.get(n, n) for c in cases for n in c.natures)
        out["by_nature_mentions"] = {n: k for n, k in sorted(shown.items()) if k >= 5}
        out["by_nature_suppressed"] = {n: "<5" for n, k in sorted(shown.items()) if k < 5}
    if FORMS[body["form"]][2]:
        out["cases"] = [_case(body, c) for c in cases]
    return out


def refusal_truth(body: Body) -> dict[str, Any]:
    return {
        "status": "refused",
        "questions": {str(q): "refused" for q in range(1, 6)},
        "ground": "not published",
        "cases_total": None,
        "total_basis": body["basis"],
    }


def _sum(bodies: dict[str, Any], key: str) -> dict[str, int]:
    out: Counter[str] = Counter()
    for told in bodies.values():
        out.update(told.get(key, {}))
    return dict(sorted(out.items()))


def make_truth(facts: Facts, draw: int, traps: list[Trap], files: dict[str, list[Outfile]]) -> dict[str, Any]:
    """The whole truth.json of a draw."""
    make = {"real": real_truth, "rehearsal": rehearsal_truth, "refuser": refusal_truth}
    bodies: dict[str, Any] = {}
    for body in facts["body"]:
        head = {
            "name": body["name"],
            "kind": body["kind"],
            "form": body["form"],
            "home": body["home"],
            "files": [one.path for one in files[body["id"]]],
            "letters": [{"file": one.path, "date": one.date, "kind": one.kind} for one in files[body["id"]]],
        }
        bodies[body["id"]] = head | make[body["kind"]](body)
    answered = {k: v for k, v in bodies.items() if v["status"] != "refused"}
    survey = {
        "asked": len(bodies),
        "answered": len(answered),
        "refused": [k for k, v in bodies.items() if v["status"] == "refused"],
        "reading": "stated",
        "unit": "cases",
        "cases_total": sum(v["cases_total"] for v in answered.values()),
        "by_role_group": _sum(answered, "by_role_group"),
        "by_outcome_group": _sum(answered, "by_outcome_group"),
        "by_role": _sum(answered, "by_role"),
        "by_outcome": _sum(answered, "by_outcome"),
        "ranking": sorted(((v["cases_total"], k) for k, v in answered.items()), reverse=True)[:5],
    }
    return {
        "notice": "REHEARSAL - not issued by any force",
        "draw": draw,
        "survey": survey,
        "bodies": bodies,
        "traps": [trap.__dict__ for trap in traps],
    }


def _same(what: str, got: object, want: object) -> None:
    if got != want:
        raise AssertionError(f"{what}: got {got!r}, must be {want!r}")


def _assert_sums(truth: dict[str, Any]) -> None:
    for name, told in truth["bodies"].items():
        if told["status"] == "refused":
            continue
        for key in ("by_role", "by_outcome", "by_role_group", "by_outcome_group"):
            _same(f"{name} {key}", sum(told[key].values()), told["cases_total"])
            if min(told[key].values()) < 0:
                raise AssertionError(f"{name} {key} has a negative count")


def _assert_invented(facts: Facts) -> None:
    for body in facts["body"]:
        items = [*body.get("figures", []), *body.get("lines", []), body.get("people", {"basis": "none"})]
        for item in items if body["kind"] == "real" else []:
            if item["basis"] == "rehearsal" and item.get("n", 10) < 10:
                raise AssertionError(f"{body['id']}: an invented figure below ten: {item}")
            if item["basis"] in ("published", "adjusted") and "source" not in item:
                raise AssertionError(f"{body['id']}: no source for {item}")
            if item["basis"] == "rehearsal" and item.get("outcome", "informal") not in (
                "informal",
                "no-further-action",
                "no-case-to-answer",
            ):
                raise AssertionError(f"{body['id']}: an invented result at a real force: {item}")


def assert_truth(facts: Facts, truth: dict[str, Any]) -> None:
    """Stop unless every total of the founding story comes out of this draw."""
    want, survey = facts["survey"]["totals"], truth["survey"]
    roles, outcomes = survey["by_role_group"], survey["by_outcome_group"]
    _same("cases", survey["cases_total"], want["cases"])
    for role in ("police-officer", "civilian-employee", "pcso"):
        _same(role, roles[role], want[role])
    _same("role not stated", roles[NOT_STATED], want["role-not-stated"])
    spread = sum(1 for told in truth["bodies"].values() if told.get("by_role", {}).get(NOT_STATED))
    _same("bodies with a role not stated, at least 6", spread >= 6, True)
    _same("left", outcomes["left"], want["left"])
    _same(
        "left kept apart",
        sum(survey["by_outcome"].get(k, 0) for k in ("dismissed", "resigned", "retired")),
        want["left"],
    )
    _same("no action", outcomes["no-action"], want["no-action"])
    _same("informal enough", outcomes["informal"] >= want["informal-at-least"], True)
    _same(
        "top",
        [tuple(pair) for pair in survey["ranking"][:3]],
        [(88, "greater-manchester"), (74, "west-midlands"), (69, "metropolitan")],
    )
    _same(
        "lowest",
        min((v["cases_total"], k) for k, v in truth["bodies"].items() if v["cases_total"])[1],
        "durham",
    )
    _same("answered", (survey["asked"], survey["answered"]), (43, 39))
    _same("refused", sorted(survey["refused"]), ["essex", "hampshire", "merseyside", "staffordshire"])
    for nature in ("racist", "homophobic", "religious"):
        bodies = [
            k
            for k, v in truth["bodies"].items()
            if (v.get("by_nature") or v.get("by_nature_mentions") or {}).get(nature)
        ]
        _same(f"bodies with {nature}, at least 2", len(bodies) >= 2, True)
    _assert_sums(truth)
    _assert_invented(facts)
