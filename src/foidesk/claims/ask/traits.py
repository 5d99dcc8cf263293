"""What each variable of a codebook tells of a case: the person, the act, the sanction or the stage.

Asked of the codebook itself: the words of label, headings and question for the person; the categories' own words
for sanction and stage. What was done
by the words of label and headings; what is none of these is compared by its categories alone.
"""

from __future__ import annotations

import re
from functools import lru_cache

from foidesk.model import SurveyDefinition, Variable

from .stems import stems
from .thesaurus import SEEDS

PERSON, ACT, SANCTION, STAGE, OTHER = "person", "act", "sanction", "stage", "other"
_OF_PERSON = frozenset(
    word
    for words in (
        "role rank post position job grade person employee occupation profession title seniority staff member "
        "designation band who whom"
    ).split()
    for word in stems(words)
)
_OF_ACT = frozenset(
    word
    for words in (
        "nature allegation act offence breach conduct misconduct behaviour complaint concern accusation charge "
        "matter reason subject type what ground fault incident"
    ).split()
    for word in stems(words)
)
_OF_WRONG = frozenset(
    word
    for words in "allegation offence breach conduct misconduct behaviour complaint accusation charge fault".split()
    for word in stems(words)
)
"""A heading with one of these is of no person, whom else it names: "complaint against staff"."""
_OF_STAGE = re.compile(
    r"\b(?:alleged|allegation|accused|under investigation|being investigated|investigating|found|proven|proved|"
    r"upheld|substantiated|unfounded|admitted|denied|concluded|pending|charged|convicted|acquitted)\b",
    re.IGNORECASE,
)


def traits(definition: SurveyDefinition) -> dict[str, str]:
    """The trait that each variable tells, by its id."""
    return _traits(definition.codebook.variables, tuple((one.id, one.text) for one in definition.questions))


@lru_cache(maxsize=16)
def _traits(variables: tuple[Variable, ...], questions: tuple[tuple[str, str], ...]) -> dict[str, str]:
    return {one.id: _trait(one) for one in variables}


def _trait(variable: Variable) -> str:
    of_stage, of_sanction, n = 0, 0, 0
    for category in variable.categories:
        if category.missing:
            continue
        n += 1
        of_sanction += any(stems(phrase) in SEEDS for phrase in (category.label, *category.synonyms))
        of_stage += bool(_OF_STAGE.search(category.label))
    if n and of_stage * 2 >= n:
        return STAGE
    if of_sanction >= 2:
        return SANCTION
    named = [frozenset(stems(name)) for name in (variable.id, variable.label, *variable.names)]
    if any(words & _OF_PERSON and not words & _OF_WRONG for words in named):
        return PERSON
    return ACT if any(words & _OF_ACT for words in named) else OTHER
