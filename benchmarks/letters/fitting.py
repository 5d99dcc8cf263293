"""Linear models fitted and written as `foidesk.law.letters.weights` reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import MaxAbsScaler, StandardScaler

from foidesk.law.letters.weights import STEP

RARE = 2
"""A term of fewer texts tells nothing."""
LEAST = 2
"""Weights of fewer steps are left out: the file stays small, and what it says the same."""


def counted(bags: Sequence[list[str]], labels: Sequence[str], strength: float, *, balanced: bool) -> str:
    """Classes by bags of tokens: terms with their rarity and the weights that are not nearly nought."""
    count = TfidfVectorizer(analyzer=list, min_df=RARE, sublinear_tf=True)
    table = count.fit_transform(bags)
    weight = "balanced" if balanced else None
    model = LogisticRegression(C=strength, max_iter=500, class_weight=weight, tol=1e-3)
    model.fit(table, labels)
    lines = ["\t".join(model.classes_), "\t".join(f"{one:.3f}" for one in model.intercept_)]
    terms = count.get_feature_names_out()
    for at in np.argsort(terms):
        whole = np.rint(model.coef_[:, at] / STEP).astype(int)
        found = [f"{index}:{weight}" for index, weight in enumerate(whole) if abs(weight) >= LEAST]
        lines.append("\t".join([terms[at], str(round(100 * count.idf_[at])), *found]))
    return "\n".join(lines) + "\n"


def valued(rows: Sequence[Mapping[str, float]], labels: Sequence[str], strength: float) -> str:
    """Classes by named values of like weight each, however large they are."""
    count, scale = DictVectorizer(sparse=False), StandardScaler()
    table = scale.fit_transform(count.fit_transform(rows))
    model = LogisticRegression(C=strength, max_iter=2000).fit(table, labels)
    by_value = model.coef_ / scale.scale_
    bias = model.intercept_ - by_value @ scale.mean_
    if len(bias) == 1:  # of two classes the first has no weights of its own
        bias, by_value = np.array([0.0, bias[0]]), np.vstack([np.zeros_like(by_value), by_value])
    return _table(model.classes_, bias, by_value, count)


def each_valued(
    rows: Sequence[Mapping[str, float]],
    kinds: Sequence[str],
    wanted: Sequence[Set[str]],
    fine: Sequence[Set[str]],
    strength: float,
) -> str:
    """For each kind a yes or no by its own values ("...: kind") and those of none; what is fine is no example."""
    count, scale = DictVectorizer(sparse=False), StandardScaler()
    table = scale.fit_transform(count.fit_transform(rows))
    of = [name.partition(": ")[2] for name in count.get_feature_names_out()]
    bias, by_value = np.zeros(len(kinds)), np.zeros((len(kinds), len(of)))
    for at, kind in enumerate(kinds):
        own = [place for place, name in enumerate(of) if name in ("", kind)]
        kept = [row for row, is_ in enumerate(wanted) if kind in is_ or kind not in fine[row]]
        labels = [kind in wanted[row] for row in kept]
        model = LogisticRegression(C=strength, max_iter=1000).fit(table[np.ix_(kept, own)], labels)
        by_value[at, own] = model.coef_[0] / scale.scale_[own]
        bias[at] = model.intercept_[0] - by_value[at] @ scale.mean_
    return _table(kinds, bias, by_value, count)


def decided(rows: Sequence[Mapping[str, float]], labels: Sequence[bool], strength: float) -> str:
    """Yes or no by named values, most of them nought or one."""
    count, scale = DictVectorizer(), MaxAbsScaler()
    table = scale.fit_transform(count.fit_transform(rows))
    model = LogisticRegression(C=strength, max_iter=1000).fit(table, labels)
    yes = model.coef_[0] / scale.scale_
    bias = np.array([0.0, model.intercept_[0]])
    return _table(("no", "yes"), bias, np.vstack([np.zeros_like(yes), yes]), count)


def _table(classes: Sequence[str], bias: np.ndarray, by_value: np.ndarray, count: DictVectorizer) -> str:
    lines = ["\t".join(classes), "\t".join(f"{one:.4f}" for one in bias)]
    for at, name in enumerate(count.get_feature_names_out()):
        lines.append("\t".join([name, *(f"{one:.4f}" for one in by_value[:, at])]))
    return "\n".join(lines) + "\n"
