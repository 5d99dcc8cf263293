"""Words beside a phrase that take its sense away: "not dismissed", "would have been dismissed"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .terms import terms

_BEFORE = "|".join(
    terms("""
    not | never | no | nor | neither | without | cannot | rather than | instead of | other than
    | as opposed to | except | excluding | but not | to be | to have been | if | unless | whether
    | required to | asked to | invited to | told to | allowed to | permitted to | opportunity to
    | refused to | forced to | pressure to | pending | before | prior to | awaiting | avoid | avoided
    | facing | face | faced | risk of | threat of | threatened with | threatened | considered for
    | consider | considered | recommended for | recommended | recommend | recommendation for
    | recommendation of | proposed | possible | potential | likely | alternative to | appeal against
    | appealed | nicht | noch nicht | kein | keine | keiner | keinen | keinem | ohne | statt | weder
    """)
)
_MODAL = r"(?:would|could|should|might|may|can|will|must) (?:not )?(?:have )?(?:be|been|have)?"
_FILLERS = (
    r"(?: (?:been|be|being|have|had|formally|yet|subsequently|later|a|an|the|any|for|of|"
    r"summarily|either|to|it|him|her|them))*"
)
_OPENS = re.compile(rf"(?:^| )(?P<words>(?:{_BEFORE}|{_MODAL}){_FILLERS})$")
_AFTER = re.compile(
    r"^(?P<words>(?:(?:was|were|has been|later|subsequently|then|decision|being)\s?)*"
    r"(?:overturned|quashed|rescinded|reversed|set aside|revoked|cancelled|withdrawn|"
    r"not (?:upheld|proven|imposed|given|issued|"
    r"warranted|appropriate|considered|taken|followed)|considered|recommended|not|"
    r"nicht|aufgehoben|widerrufen|zurückgenommen|zurückgezogen))\b"
)
_LOOK = 8


def negation(before: Sequence[str], after: Sequence[str]) -> str:
    """The words that negate what stands between, given its neighbours in normal spelling; "" if none do."""
    if found := _OPENS.search(" ".join(before[-_LOOK:])):
        return found["words"].strip()
    found = _AFTER.match(" ".join(after[:_LOOK]))
    return found["words"].strip() if found else ""
