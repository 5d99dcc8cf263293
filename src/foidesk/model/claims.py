"""What a draft asserts, and whether the findings bear it out."""

from __future__ import annotations

from dataclasses import dataclass

VERDICTS = (
    "supported",
    "contradicted",
    "not established",
    "misleading",
    "no data",
    "needs a person",
    "not a claim about the data",
    "waived",
)
BLOCKING = ("contradicted", "not established", "misleading", "no data", "needs a person")


@dataclass(frozen=True, slots=True)
class Claim:
    """Something asserted in a draft: characters `start` to `end` of the file, its binding and its verdict.

    `finding` is the finding (and `line`, `body` the part of it) the span is bound to; "" if unbound.
    `value` is what the finding says, in words; `why` the reason for the verdict in one sentence. `reading` is, for
    a claim without a binding, the question that its words were read as (JSON); `sources` are the observations
    under it; `sentence` is the whole sentence, by which a waiver is held. `caveats` are what must be told with the
    figure ("people counted as cases: exampleton"). `first` is, where a person is needed, the verdict if the first
    reading is meant and no word restricts it; "" if no reading could be fixed.
    """

    start: int
    end: int
    line: int
    text: str
    kind: str
    verdict: str
    finding: str = ""
    part: str = ""
    body: str = ""
    value: str = ""
    why: str = ""
    reason: str = ""
    reading: str = ""
    sources: tuple[str, ...] = ()
    sentence: str = ""
    caveats: tuple[str, ...] = ()
    first: str = ""

    def __post_init__(self) -> None:
        if self.verdict not in VERDICTS:
            raise ValueError(f"unknown verdict {self.verdict!r}")

    @property
    def blocks(self) -> bool:
        return self.verdict in BLOCKING
