"""serve: the survey kept open for many looks. Decisions are recorded at once, figures are computed behind them."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock, Timer
from typing import Any

from ..errors import FoideskError, UnknownName
from ..model import FIGURE, Choice, Judgement, Option, loads
from ..store import QuestionRow
from ..store.events import event
from . import deciding, entering, judging
from .desk import jobs
from .desk.backroom import BackRoom
from .desk.inputs import fingerprint
from .ingesting import now
from .survey import Survey

TAKEN_BACK = "taken back at the desk"
PAUSE = 0.4
"""Seconds from a decision until the figures are computed anew: the next question is drawn first."""


class AnsweredMeanwhile(FoideskError):
    """Somebody else has answered the question since it was drawn."""


@dataclass(slots=True)
class _Since:
    """What was decided after the board was put up: read from the end of decisions.csv, so other processes' too."""

    size: int = 0
    answered: dict[str, Judgement] = field(default_factory=dict)
    opened: set[str] = field(default_factory=set)
    by_id: dict[str, Judgement] = field(default_factory=dict)


class Served:
    """One folder at the desk, whether or not it is a survey yet. Safe to use from several threads."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.survey = Survey(self.folder)
        self.figures, self.pictures = BackRoom(behind=True), BackRoom()
        self.error = ""
        self.changed: list[tuple[str, str, str]] = []
        self._lock = RLock()
        self._since = _Since()
        self._board_at = ""
        self._meta: dict[str, Any] = {}
        self._values: dict[str, str] = {}
        self._updating: Future[Any] | None = None
        self._due: Timer | None = None
        self._again = False
        self._failed_at = (0, "")

    def close(self) -> None:
        """Ends the processes behind it; whatever was decided is recorded already."""
        if self._due is not None:
            self._due.cancel()
        self.figures.close()
        self.pictures.close()

    @property
    def is_survey(self) -> bool:
        return (self.folder / "survey.toml").exists()

    # --- the board, and whether it is up to date

    @property
    def meta(self) -> dict[str, Any]:
        """What the board was made from; {} before the first one is up."""
        stamp = _stamp(self.survey.store.board.path)
        with self._lock:
            if stamp != self._board_at:
                meta = self.survey.store.board.card("meta") if stamp else None
                if (meta or {}) != self._meta:
                    self._meta, self._since = meta or {}, _Since(size=(meta or {}).get("position", 0))
                self._board_at = stamp
            return self._meta

    @property
    def updating(self) -> bool:
        return self._due is not None or self._computing

    @property
    def _computing(self) -> bool:
        return self._updating is not None and not self._updating.done()

    @property
    def is_current(self) -> bool:
        """True if nothing was decided, received or edited since the board was made."""
        meta = self.meta
        return bool(meta) and (meta["position"], meta["mark"]) == self._inputs()

    def update(self, take_in: bool = False) -> Future[Any]:
        """Computes anew in the other process; asked for again while it runs, it runs once more."""
        with self._lock:
            if self._computing and self._updating is not None and not take_in:
                self._again = True
                return self._updating
            return self._start(jobs.refresh, str(self.folder), take_in)

    def update_soon(self) -> None:
        """The same, once whoever decided has the next question before them."""
        with self._lock:
            if self._due is None:
                self._due = Timer(PAUSE, self._now_due)
                self._due.daemon = True
                self._due.start()

    def _now_due(self) -> None:
        with self._lock:
            self._due = None
            self.update()

    def keep_current(self) -> None:
        """Computes anew if somebody decided, received or edited something, at this desk or elsewhere.

        What failed is tried again once something is different.
        """
        if not self.is_survey or not self.meta or self.updating or self.is_current:
            return
        if not self.error or self._failed_at != self._inputs():
            self.update()

    def _inputs(self) -> tuple[int, str]:
        """What tells whether anything changed that the board rests on."""
        return self.survey.store.decisions.size, fingerprint(self.survey)

    def begin(self, staged: Path, title: str) -> None:
        """Drafts the survey from what was dragged in."""
        with self._lock:
            self._start(jobs.begin, str(self.folder), str(staged), title)

    def _start(self, job: Callable[..., Any], *given: Any) -> Future[Any]:
        self.error, self._again = "", False
        self._updating = self.figures.submit(job, *given)
        self._updating.add_done_callback(self._done)
        return self._updating

    def _done(self, future: Future[Any]) -> None:
        with self._lock:
            try:
                values = future.result()["values"]
            except FoideskError as error:
                self.error = str(error)
            except BaseException as error:
                self.error = f"the figures could not be computed: {error or type(error).__name__}"
            else:
                old, self._values = self._values, values
                self.changed = [
                    (name, old[name], new) for name, new in values.items() if old.get(name, new) != new
                ]
                self.survey.refresh()
                self.pictures.submit(jobs.warm)
            self._failed_at = self._inputs() if self.error else self._failed_at
            if self._again and not self.error:
                self._start(jobs.refresh, str(self.folder), False)

    # --- questions

    def overlay(self) -> _Since:
        """What was decided since the board was put up, by anybody."""
        with self._lock:
            self.meta  # noqa: B018  (a new board starts it afresh)
            since, log = self._since, self.survey.store.decisions
            if log.size > since.size:
                size = log.size
                for judgement in log.since(since.size):
                    self._note_judgement(since, judgement)
                since.size = size
            return since

    def _note_judgement(self, since: _Since, judgement: Judgement) -> None:
        since.by_id[judgement.id] = judgement
        if judgement.revokes:
            gone = since.by_id.get(judgement.revokes)
            since.answered = {id: one for id, one in since.answered.items() if one is not gone}
            since.opened |= set(self.survey.store.board.answered_by(judgement.revokes))
            return
        for id in self.survey.store.board.with_evidence(judging.evidence_key(judgement.kind, judgement.evidence)):
            since.answered[id] = judgement

    def open_count(self) -> int:
        since = self.overlay()
        return max(0, self.survey.store.board.counts()[0] - len(set(since.answered) - since.opened) + len(
            since.opened - set(since.answered)))  # fmt: skip

    def next_batches(self, later: set[str], count: int = 1) -> list[list[QuestionRow]]:
        """The questions to ask now, alike ones together, and those that follow; [] if nothing is open."""
        since = self.overlay()
        batches = self.survey.store.board.open_batches(set(since.answered), since.opened, later, count)
        return [self.open_in(batch) for batch in batches]

    def open_in(self, batch: str) -> list[QuestionRow]:
        """The questions of a batch that are still open."""
        since = self.overlay()
        rows = self.survey.store.board.batch(batch)
        return [
            one for one in rows if one.id not in since.answered and (not one.judgement or one.id in since.opened)
        ]

    def decide(self, ids: list[str], answer: str, who: str, reason: str, note: str = "") -> list[str]:
        """Records one answer to questions that are alike, durably and before anything is computed; the new ids."""
        rows = [row for row in map(self.survey.store.board.question, ids) if row is not None]
        if len(rows) != len(set(ids)) or not rows:
            raise UnknownName("this question is not open any more", next="the next one is shown")
        if not reason.strip() or not who.strip():
            raise FoideskError(
                "a decision needs a name and a reason", next="fill in both fields beside the options"
            )
        choices: list[Choice] = [loads(row.data["choice"]) for row in rows]
        version = int(self.meta.get("codebook", 1))
        made = [
            deciding.judgement_on(one, deciding.find_option(one, answer), version, who, reason, note)
            for one in choices
        ]
        return self._record(made, set(ids))

    def enter(self, entry: entering.Entry) -> list[str]:
        """Records a figure read by hand."""
        return self._record([entering.judgement_of(self.survey.definition, entry)])

    def take_back(self, ids: list[str], who: str, reason: str = TAKEN_BACK) -> None:
        """Revokes judgements; both rows stay on record."""
        standing = {one.id: one for one in self.survey.store.decisions.standing()}
        self._record([deciding.revocation(standing[id], who, reason) for id in ids if id in standing])

    def _record(self, made: list[Judgement], asked: set[str] | None = None) -> list[str]:
        with self.survey.store.writing():
            for id in sorted(asked or ()):
                self._refuse_answered(id)
            size = self.survey.store.decisions.size
            dated = [deciding.dated(one, size + number) for number, one in enumerate(made)]
            self.survey.store.decisions.append(*dated)
        self.overlay()
        self.update_soon()
        return [one.id for one in dated]

    def _refuse_answered(self, id: str) -> None:
        """`AnsweredMeanwhile` if somebody answered the question, before the board was put up or after."""
        since, row = self.overlay(), self.survey.store.board.question(id)
        one = since.answered.get(id)
        if one is None and row is not None and row.judgement and id not in since.opened:
            one = next((each for each in self.survey.store.decisions.all() if each.id == row.judgement), None)
        if one is not None:
            raise AnsweredMeanwhile(f"{one.who} answered this meanwhile: {one.answer_label or one.answer}")

    def standing_figures(self) -> list[Judgement]:
        """The figures entered by hand that nobody took back."""
        return [one for one in self.survey.store.decisions.standing() if one.kind == FIGURE]

    def note(self, body: str, text: str, who: str) -> None:
        """Keeps a private note on a body, as an event."""
        if not text.strip():
            raise FoideskError("the note is empty", next="write it in the field")
        with self.survey.store.writing():
            self.survey.store.events.append([event("note", now(), body=body, text=text.strip(), who=who)])
        self.update()


def _option(choice: Choice, answer: str) -> Option:
    """The option of exactly that id; else what `decide` would take it for."""
    return next((one for one in choice.options if one.id == answer), None) or deciding.find_option(choice, answer)


def _stamp(path: Path) -> str:
    """Changes when the board does: a new one is written to the log beside the file first."""
    files = [path, path.with_name(path.name + "-wal")]
    stats = [one.stat() for one in files if one.exists()]
    return " ".join(f"{stat.st_mtime_ns}.{stat.st_size}" for stat in stats)
