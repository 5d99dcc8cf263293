"""desk.db: what the pages of the desk show, made from the last figures. Can be deleted: it is made anew."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import local
from typing import Any

_OLD = "DROP TABLE IF EXISTS card; DROP TABLE IF EXISTS question;"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS card (
    kind TEXT NOT NULL, key TEXT NOT NULL, place INTEGER NOT NULL, data TEXT NOT NULL, PRIMARY KEY (kind, key)
) STRICT;
CREATE INDEX IF NOT EXISTS card_place ON card (kind, place);
CREATE TABLE IF NOT EXISTS question (
    id TEXT PRIMARY KEY, place INTEGER NOT NULL, batch TEXT NOT NULL, evidence TEXT NOT NULL,
    judgement TEXT NOT NULL, data TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS question_order ON question (place, id, batch, judgement);
CREATE INDEX IF NOT EXISTS question_batch ON question (batch);
CREATE INDEX IF NOT EXISTS question_evidence ON question (evidence);
CREATE INDEX IF NOT EXISTS question_judgement ON question (judgement);
"""


LAYOUT = 2
"""Goes up with the tables: a board laid out otherwise is thrown away, and put up anew."""


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question as the desk asks it: in which order, in which batch, answered by which judgement ("" if open)."""

    id: str
    place: int
    batch: str
    evidence: str
    judgement: str
    data: dict[str, Any]


class Board:
    """Cards by kind and key, and the questions in the order in which they are asked.

    Replaced as a whole in one transaction: a reader sees the old board or the new one, never a mixture.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._kept = local()

    @contextmanager
    def kept_open(self) -> Iterator[None]:
        """Lets everything this thread asks inside share one connection: opening one costs more than a look."""
        if getattr(self._kept, "connection", None) is not None:
            yield
            return
        with self._opened() as self._kept.connection:
            try:
                yield
            finally:
                self._kept.connection = None

    def replace(self, cards: Iterable[tuple[str, str, Any]], questions: Iterable[QuestionRow]) -> None:
        """Puts up a new board. `cards` are (kind, key, data), shown in the order given."""
        with self._open() as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("DELETE FROM card")
            connection.execute("DELETE FROM question")
            connection.executemany("INSERT OR REPLACE INTO card VALUES (?, ?, ?, ?)", _card_rows(cards))
            connection.executemany("INSERT INTO question VALUES (?, ?, ?, ?, ?, ?)", _question_rows(questions))
            connection.execute("COMMIT")

    def card(self, kind: str, key: str = "") -> Any:
        """The data of one card, or None."""
        with self._open() as connection:
            row = connection.execute("SELECT data FROM card WHERE kind = ? AND key = ?", (kind, key)).fetchone()
        return json.loads(row[0]) if row else None

    def cards(self, kind: str) -> list[Any]:
        """The data of all cards of a kind, in order."""
        with self._open() as connection:
            found = connection.execute("SELECT data FROM card WHERE kind = ? ORDER BY place", (kind,)).fetchall()
        return [json.loads(data) for (data,) in found]

    def open_batches(self, answered: set[str], opened: set[str], later: set[str], count: int = 1) -> list[str]:
        """The first batches with an open question, those in `later` last; [] if nothing is open."""
        found: dict[str, None] = {}
        put_off: dict[str, None] = {}
        query = "SELECT id, batch, judgement FROM question ORDER BY place, id"
        with self._open() as connection:
            for id, batch, judgement in connection.execute(query):
                if id in answered or (judgement and id not in opened):
                    continue
                (put_off if batch in later else found)[batch] = None
                if len(found) == count:
                    break
        return [*found, *put_off][:count]

    def batch(self, batch: str) -> list[QuestionRow]:
        """The questions of a batch, in order."""
        return self._questions("batch = ?", batch)

    def question(self, id: str) -> QuestionRow | None:
        return next(iter(self._questions("id = ?", id)), None)

    def with_evidence(self, evidence: str) -> list[str]:
        """The ids of the questions that hang on that evidence."""
        return [one.id for one in self._questions("evidence = ?", evidence)]

    def answered_by(self, judgement: str) -> list[str]:
        """The ids of the questions that a judgement answered when the board was made."""
        return [one.id for one in self._questions("judgement = ?", judgement)] if judgement else []

    def counts(self) -> tuple[int, int]:
        """How many questions are open on the board, and how many there are."""
        with self._open() as connection:
            query = "SELECT count(*) FILTER (WHERE judgement = ''), count(*) FROM question"
            still, every = connection.execute(query).fetchone()
        return still, every

    def _questions(self, condition: str, value: str) -> list[QuestionRow]:
        query = f"SELECT id, place, batch, evidence, judgement, data FROM question WHERE {condition}"
        with self._open() as connection:
            rows = connection.execute(f"{query} ORDER BY place, id", (value,)).fetchall()
        return [QuestionRow(a, b, c, d, e, json.loads(data)) for a, b, c, d, e, data in rows]

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """The connection that this thread keeps open, else a new one."""
        kept = getattr(self._kept, "connection", None)
        if kept is not None:
            yield kept
            return
        with self._opened() as connection:
            yield connection

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self.path, isolation_level=None, timeout=60)
        try:
            if connection.execute("PRAGMA user_version").fetchone()[0] != LAYOUT:
                connection.execute("PRAGMA journal_mode=WAL")
                connection.executescript(_OLD + _SCHEMA + f"PRAGMA user_version = {LAYOUT};")
            connection.execute("PRAGMA synchronous=NORMAL")
            yield connection
        finally:
            connection.close()


def _card_rows(cards: Iterable[tuple[str, str, Any]]) -> Iterator[tuple[str, str, int, str]]:
    for place, (kind, key, data) in enumerate(cards):
        yield kind, key, place, json.dumps(data, ensure_ascii=False, default=str)


def _question_rows(questions: Iterable[QuestionRow]) -> Iterator[tuple[str, int, str, str, str, str]]:
    for one in questions:
        data = json.dumps(one.data, ensure_ascii=False, default=str)
        yield one.id, one.place, one.batch, one.evidence, one.judgement, data
