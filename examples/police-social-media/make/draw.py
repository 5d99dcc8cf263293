"""Invented figures: another draw keeps every published fact and every total of the survey."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import Any

from model import Case
from vocabulary import (
    NATURE_WORDS,
    OUTCOME_GROUP,
    OUTCOME_WORDS,
    PLATFORM_WORDS,
    ROLE_GROUP,
    pick_words,
    role_words,
    stage_of,
)

Facts = dict[str, Any]
Body = dict[str, Any]

# form of a rehearsal force: fewest and most cases it suits, and whether it lists its cases one to a row
FORMS: dict[str, tuple[int, int, bool]] = {
    "pdf-long-list": (27, 34, True),
    "xlsx-hidden-sheet": (22, 30, True),
    "docx-merged-years": (18, 24, True),
    "twins": (15, 20, True),
    "pdf-years-as-columns": (14, 18, False),
    "xls-interim": (12, 16, True),
    "docx-crosstab": (11, 14, False),
    "html-table": (9, 13, True),
    "pdf-unruled-files": (8, 12, True),
    "csv": (7, 11, True),
    "scan": (6, 8, True),
    "prose": (4, 6, False),
    "text-table": (3, 5, True),
}
YEARS = (2009, 2010, 2011, 2012, 2013, 2014)
ROLE_MIX = {
    "constable": 70,
    "sergeant": 14,
    "special-constable": 9,
    "inspector-or-above": 5,
    "police-officer": 2,
}
LEFT_MIX = {"resigned": 25, "dismissed": 20, "retired": 8}
INFORMAL_MIX = {
    "words-of-advice": 16,
    "management-action": 16,
    "management-advice": 10,
    "guidance": 3,
    "training": 3,
    "counselling": 3,
    "local-resolution": 4,
    "reflective-practice": 3,
}
OTHER_MIX = {
    "written-warning": 16,
    "final-written-warning": 9,
    "verbal-warning": 4,
    "reduction-in-pay": 1,
    "other-formal": 1,
    "not-upheld": 6,
    "unsubstantiated": 3,
    "discontinued": 2,
    "withdrawn": 2,
    "live": 4,
    "suspended": 1,
}
NATURE_MIX = {
    "inappropriate-comments": 36,
    "harassment-threats": 11,
    "contact-association": 11,
    "disclosure-data": 14,
    "images": 11,
    "disrepute": 8,
    "excessive-use": 5,
    "racist": 4,
    "homophobic": 3,
    "religious": 3,
    "other-discriminatory": 3,
    "other-nature": 3,
}
PLATFORM_MIX = {
    "facebook": 70,
    "twitter": 15,
    "youtube": 3,
    "whatsapp": 2,
    "bebo": 2,
    "linkedin": 1,
    "dating-site": 2,
    "forum": 3,
    "other-platform": 2,
}


def real_tally(facts: Facts, key: str) -> Counter[str]:
    """Cases by role or by outcome that the replies of real forces state, each case once."""
    tally: Counter[str] = Counter()
    for body in facts["body"]:
        for item in [*body.get("figures", []), *body.get("lines", [])]:
            if key not in item or "n" not in item or (item.get(f"{key}_inside") is True):
                continue
            tally[item[key]] += item["n"]
            if item.get(f"{key}_inside"):
                tally[item[f"{key}_inside"]] -= item["n"]
        for row in body.get("crosstab", {}).get("rows", []) if key == "outcome" else []:
            tally.update({k: v for k, v in row.items() if k not in ("label", "nature")})
    return tally


def grouped(tally: Counter[str], groups: dict[str, str]) -> Counter[str]:
    """The tally by group; a phrase that may be one of several groups stays by itself."""
    out: Counter[str] = Counter()
    for category, n in tally.items():
        out[groups.get(category, category)] += n
    return out


def _dealt(rng: Random, mix: dict[str, int], n: int) -> list[str]:
    return rng.choices(list(mix), weights=list(mix.values()), k=n)


def needed(facts: Facts, rng: Random) -> tuple[list[str], list[str]]:
    """Roles and outcomes that the rehearsal forces must have for the survey's totals to come out."""
    totals = facts["survey"]["totals"]
    have = grouped(real_tally(facts, "role"), ROLE_GROUP)
    real = sum(f["n"] for b in facts["body"] for f in b.get("figures", [])[:1])
    size = totals["cases"] - real
    roles = _dealt(rng, ROLE_MIX, totals["police-officer"] - have["police-officer"])
    roles += ["civilian-employee"] * (totals["civilian-employee"] - have["civilian-employee"])
    roles += ["pcso"] * (totals["pcso"] - have["pcso"])
    roles += [""] * (size - len(roles))
    done = grouped(real_tally(facts, "outcome"), OUTCOME_GROUP)
    outcomes = _dealt(rng, LEFT_MIX, totals["left"] - done["left"])
    outcomes += _dealt(
        rng, {"no-further-action": 3, "no-case-to-answer": 2}, totals["no-action"] - done["no-action"]
    )
    informal = totals["informal-at-least"] + rng.randrange(2, 12) - done["informal"]
    outcomes += _dealt(rng, INFORMAL_MIX, informal)
    outcomes += [""] * 3
    outcomes += _dealt(rng, OTHER_MIX, size - len(outcomes))
    return roles, outcomes


def _natures(rng: Random) -> tuple[str, ...]:
    first = _dealt(rng, NATURE_MIX, 1)
    second = _dealt(rng, NATURE_MIX, 1) if rng.random() < 0.12 else []
    return tuple(dict.fromkeys(first + second))


def make_case(rng: Random, role: str, outcome: str, style: int, incident: dict[str, Any] | None = None) -> Case:
    """A case in the words of one force."""
    told = incident or {}
    natures = tuple(told.get("nature", ())) or _natures(rng)
    platform = told.get("platform") or _dealt(rng, PLATFORM_MIX, 1)[0]
    words = told.get("words") or "; ".join(pick_words(NATURE_WORDS, nature, rng) for nature in natures)
    year = rng.choices(YEARS, weights=(3, 4, 5, 6, 7, 1))[0]
    return Case(
        year,
        role,
        outcome,
        natures,
        platform,
        role_words(role, style),
        pick_words(OUTCOME_WORDS, outcome, rng),
        words,
        PLATFORM_WORDS[platform][style],
        stage_of(outcome),
        told.get("id", ""),
    )


def _sizes(rng: Random, whole: int, forms: list[str]) -> dict[str, int]:
    size = {form: (FORMS[form][0] + FORMS[form][1]) // 2 for form in forms}
    while (gap := whole - sum(size.values())) != 0:
        step = 1 if gap > 0 else -1
        form = rng.choice([f for f in forms if FORMS[f][0] <= size[f] + step <= FORMS[f][1]])
        size[form] += step
    for _ in range(20):
        one, two = rng.sample(forms, 2)
        if size[one] < FORMS[one][1] and size[two] > FORMS[two][0]:
            size[one], size[two] = size[one] + 1, size[two] - 1
    return size


def _deal_few_results(
    rng: Random,
    pairs: list[tuple[str, str]],
    dealt: dict[str, list[Case]],
    size: dict[str, int],
    style: dict[str, int],
) -> None:
    """Forms that count by result get few kinds of result; one kind stays in one year where years are columns."""
    common = [outcome for outcome, _ in Counter(o for r, o in pairs if r and o).most_common(9)]
    for form, kinds in (("docx-crosstab", 4), ("pdf-years-as-columns", 5)):
        few = set(rng.sample(common, kinds)) | ({"resigned", "retired"} if form == "docx-crosstab" else set())
        year = {
            (group, outcome): rng.choice((2010, 2011, 2012, 2013))
            for group in set(ROLE_GROUP.values())
            for outcome in common
        }
        while len(dealt[form]) < size[form]:
            fit = [at for at, (role, outcome) in enumerate(pairs) if role and outcome in few]
            role, outcome = pairs.pop(rng.choice(fit) if fit else -1)
            case = make_case(rng, role, outcome, style[form])
            if form == "pdf-years-as-columns" and rng.random() < 0.85:
                case.year = year.get((ROLE_GROUP[role], outcome), case.year)
            dealt[form].append(case)


def draw_cases(facts: Facts, rng: Random) -> dict[str, list[Case]]:
    """Cases by form: the incidents and the unrecorded go to forms that list cases, the rest is dealt by chance."""
    roles, outcomes = needed(facts, rng)
    size = _sizes(rng, len(roles), list(FORMS))
    style = {form: rng.randrange(3) for form in FORMS}
    dealt: dict[str, list[Case]] = {form: [] for form in FORMS}
    lists = [form for form in FORMS if FORMS[form][2]]
    for at, incident in enumerate(facts["incident"]):
        form = lists[at % len(lists)]
        if incident["outcome"] not in outcomes or incident["role"] not in roles:
            raise ValueError(f"draw has no room for the incident {incident['id']}")
        roles.remove(incident["role"])
        outcomes.remove(incident["outcome"])
        dealt[form].append(make_case(rng, incident["role"], incident["outcome"], style[form], incident))
    rng.shuffle(roles)
    rng.shuffle(outcomes)
    pairs = sorted(zip(roles, outcomes, strict=True), key=lambda pair: all(pair))
    _deal_few_results(rng, pairs, dealt, size, style)
    for form in [*lists, "prose"]:
        while len(dealt[form]) < size[form]:
            at = 0 if form in lists[:5] and not all(pairs[0]) and rng.random() < 0.2 else -1
            dealt[form].append(make_case(rng, *pairs.pop(at), style[form]))
    for cases in dealt.values():
        cases.sort(key=lambda case: case.year)
    return dealt


def _jitter(rng: Random, figures: list[dict[str, Any]], room: int) -> None:
    for _ in range(6):
        if len(figures) > 1:
            one, two = rng.sample(figures, 2)
            if two["n"] > 10:
                one["n"], two["n"] = one["n"] + 1, two["n"] - 1
    for figure in figures[:1] if room else []:
        step = rng.randrange(-3, 4)
        figure["n"] = max(10, min(figure["n"] + step, figure["n"] + room))


def redraw_real(facts: Facts, rng: Random) -> None:
    """Move the invented aggregates of real forces, none below ten; results may grow into the rest."""
    for body in facts["body"]:
        free = [f for f in body.get("figures", []) if f["basis"] == "rehearsal"]
        for key in ("role", "year"):
            _jitter(rng, [f for f in free if key in f], 0)
        stated = [f for f in body.get("figures", []) if "outcome" in f]
        told = sum(
            line["n"]
            for line in body.get("lines", [])
            if line.get("outcome") and line.get("n") and not line.get("outcome_inside")
        )
        spare = body["figures"][0]["n"] - sum(f["n"] for f in stated) - told if stated else 0
        _jitter(rng, [f for f in free if "outcome" in f], min(spare, 3))


def shuffle_forms(facts: Facts, rng: Random) -> None:
    """Let bodies change places: containers among real forces of a kind, homes among all."""
    real = [b for b in facts["body"] if b["kind"] == "real"]
    big = [b for b in real if len(b["figures"]) + len(b.get("lines", [])) > 2 and "crosstab" not in b]
    small = [b for b in real if b not in big and "crosstab" not in b]
    for pool in (big, small, [b for b in facts["body"] if b["kind"] == "refuser"]):
        forms = [b["form"] for b in pool]
        rng.shuffle(forms)
        for body, form in zip(pool, forms, strict=True):
            body["form"] = form
    homes = [b["home"] for b in facts["body"]]
    rng.shuffle(homes)
    for body, home in zip(facts["body"], homes, strict=True):
        body["home"] = home


def redraw(facts: Facts, draw: int) -> None:
    """Turn the committed facts into those of another draw, in place."""
    rng = Random(f"foidesk-example-{draw}")
    redraw_real(facts, rng)
    shuffle_forms(facts, rng)
    invented = [b for b in facts["body"] if b["kind"] == "rehearsal"]
    forms = list(FORMS)
    rng.shuffle(forms)
    for attempt in range(50):
        try:
            dealt = draw_cases(facts, Random(f"foidesk-cases-{draw}-{attempt}"))
            break
        except ValueError:
            continue
    else:
        raise ValueError(f"draw {draw} cannot seat every incident")
    for body, form in zip(invented, forms, strict=True):
        body["form"], body["cases"] = form, dealt[form]
