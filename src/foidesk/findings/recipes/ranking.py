"""ranking: the bodies with the highest figures."""

from __future__ import annotations

from foidesk.model import Finding, Support

from ..desk import Desk, ranked, silent_on

CAVEAT = "bodies record in different ways: a high figure may only mean better records"


def run(desk: Desk) -> Finding:
    """The bodies by their figures, highest first; with `top`, all that may be among the first so many.

    Where figures are open, a body has several possible places; none is made up.
    """
    supports = ranked(desk.supports(desk.query.where))
    top = desk.query.top or len(supports)
    listed = sorted((one for one in supports if _best(one) <= top), key=_order)
    caveats = (*silent_on(desk, supports), CAVEAT)
    return desk.finding(desk.sum(supports), tuple(listed), n=len(supports), caveats=caveats)


def _best(support: Support) -> int:
    return support.rank[0] if support.rank else 0


def _order(support: Support) -> tuple[int, int, str]:
    return (*(support.rank or (0, 0)), support.body)
