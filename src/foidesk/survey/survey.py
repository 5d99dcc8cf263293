"""A survey folder, and every verb that can be done to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import NotASurvey
from ..model import SurveyDefinition
from ..store import EventLog, Store
from .chain import Progress, silent
from .definition import load

if TYPE_CHECKING:
    from .checking import Checked
    from .coders import Coded, CodeOrder
    from .deciding import Decided
    from .entering import Entry
    from .ingesting import Ingested
    from .ordering import Order
    from .publishing import Published
    from .receiving import Received, Says
    from .reconciling import Reconciliation
    from .replying import ReplyOrder
    from .running import Ran
    from .sending import Sent
    from .serving import Served
    from .sizes import Sizes
    from .status import Status
    from .tracing import Trace
    from .work import Work


class Survey:
    """One investigation in one folder: a method per verb, each of which can be read in a file of its own.

        survey = Survey.find(Path("police-social-media"))
        survey.run()

    Methods that only look change nothing but the cache. Errors are `FoideskError`s that say what to do next.
    `trust` lets the programs in the folder's `recipes/` run; nothing else in it ever does.
    """

    def __init__(self, folder: Path, progress: Progress = silent, trust: bool = False) -> None:
        self.folder = folder
        self.progress = progress
        self.trust = trust
        self.store = Store(folder)
        self.publications = EventLog(folder / "publications.jsonl")

    @classmethod
    def find(cls, start: Path, progress: Progress = silent, trust: bool = False) -> Survey:
        """The survey that `start` is, or lies in."""
        start = start.resolve()
        if not start.is_dir():
            raise NotASurvey("there is no such folder", where=str(start), next="name one with -C FOLDER")
        for folder in (start, *start.parents):
            if (folder / "survey.toml").exists():
                return cls(folder, progress, trust)
        raise NotASurvey(
            "there is no survey.toml here or above",
            where=str(start),
            next="go into a survey folder, name one with -C FOLDER, or make one: foidesk new FOLDER",
        )

    @cached_property
    def definition(self) -> SurveyDefinition:
        """What survey.toml, codebook.toml, bodies.csv and their companions say."""
        return load(self.folder)

    @property
    def replies(self) -> Path:
        return self.folder / "replies"

    @cached_property
    def work(self) -> Work:
        """The evidence and what follows from it, made when first asked for."""
        from .work import Work

        return Work(self, self.progress)

    def refresh(self) -> None:
        """Looks at the folder afresh."""
        self.__dict__.pop("work", None)
        self.__dict__.pop("definition", None)

    @classmethod
    def new(cls, folder: Path, source: Path | None = None, progress: Progress = silent) -> dict[str, Any]:
        """A survey folder to start from; with `source`, drafted from the replies that lie there."""
        from .beginning import begin

        return begin(folder, source, progress)

    @classmethod
    def serve(cls, folder: Path) -> Served:
        """The folder kept open for the desk in the browser; it need not be a survey yet."""
        from .serving import Served

        return Served(folder)

    def bodies(
        self, source: str = "", tag: str = "", law: str = "", sizes: Sizes | None = None, *, fill: bool = False
    ) -> dict[str, Any]:
        """Who is asked; with a source, what was added to bodies.csv from it; with sizes, to denominators.csv."""
        from .asking import bodies
        from .sizes import add_sizes

        return add_sizes(self, sizes) if sizes else bodies(self, source, tag, law, fill=fill)

    def send(self, order: Order | None = None) -> Sent:
        """Letters read over, drafted, recorded or sent; without an order to send, a dry run."""
        from .ordering import Order, send

        return send(self, order or Order())

    def receive(self, paths: Sequence[Path] = (), imap: bool = False, says: Says | None = None) -> Received:
        """Takes in mail and files, matches them, says what they suggest; or records what a person says of one."""
        from .receiving import receive

        return receive(self, paths, imap, says)

    def reply(self, order: ReplyOrder | None = None) -> list[dict[str, Any]]:
        """The right of reply of each body: where it stands, drafted, asked, answered or waived."""
        from .replying import ReplyOrder, reply

        return reply(self, order or ReplyOrder())

    def pack(self, embargo: str = "") -> dict[str, Any]:
        """The embargoed pack for partners; `publish` then refuses before the embargo."""
        from .packing import pack

        return pack(self, embargo)

    def ingest(self, replies_toml: Path | None = None) -> Ingested:
        """Takes in what lies in the drop folder (first fetching what a replies.toml lists)."""
        from .ingesting import ingest

        return ingest(self, replies_toml)

    def extract(self) -> dict[str, Any]:
        """What each reply says, with the account of its numbers."""
        from .extracting import account

        return account(self)

    def decide(self, choice: str, answer: str, who: str, reason: str, note: str = "") -> Decided:
        """Records the answer to an open question."""
        from .deciding import decide

        return decide(self, choice, answer, who, reason, note)

    def revoke(self, judgement: str, who: str, reason: str) -> Decided:
        """Takes a decision back; both stay on record."""
        from .deciding import revoke

        return revoke(self, judgement, who, reason)

    def code(self, order: CodeOrder | None = None) -> Coded:
        """Blind coding by several people: sheets out and in, how far they agree, what they chose alike adopted."""
        from .coders import CodeOrder, code

        return code(self, order or CodeOrder())

    def codebook(self, to: Path | None = None, source: Path | None = None, who: str = "") -> dict[str, Any]:
        """Variables, categories, recodings; as a workbook out, or in: what that would change, saved by `who`."""
        from . import codebooks

        return codebooks.codebook(self, to, source, who)

    def enter(self, entry: Entry) -> Decided:
        """Records a figure that a person read in a document, with its place."""
        from .entering import enter

        return enter(self, entry)

    def reconcile(self, body: str = "", explain: str = "") -> Reconciliation:
        """How far every body's figures are settled; with `explain`, which statements force a figure's ends."""
        from .reconciling import reconcile

        return reconcile(self, body, explain)

    def query(self, sql: str) -> dict[str, Any]:
        """The dataset asked in SQL, or by the name of a question that survey.toml keeps."""
        from .dataset import query

        return query(self, sql)

    def compute(self, sources: bool = False) -> list[dict[str, Any]]:
        """The findings as plain data, `sources` with every locator."""
        from .. import findings
        from . import own

        own.need_trust(self)
        return [
            findings.finding_json(findings.public(finding), self.definition, sources=sources)
            for finding in self.work.results.findings
        ]

    def check(self, story: Path | None = None, day: date | None = None) -> Checked:
        """Every number of the draft against the findings; `day` is when it appears, for "last year"."""
        from .checking import check

        return check(self, story, day)

    def publish(self, site: Path | None = None, draft: bool = False, sealed: Path | None = None) -> Published:
        """The static site. `Blocked` while a claim or a question before publication is open, unless a draft."""
        from .publishing import publish

        return publish(self, site, draft, sealed)

    def trace(self, name: str, body: str = "", line: str = "") -> Trace:
        """Where a finding or a claim comes from: quoted words, place, file, hash."""
        from .tracing import trace

        return trace(self, name, body, line)

    def status(self, why: str = "", on: date | None = None) -> Status:
        """Where the survey and every request stand and what to do next; `why`: one body's clock day by day."""
        from .status import status

        return status(self, why, on)

    def run(self, site: Path | None = None, draft: bool = False) -> Ran:
        """All that is out of date: ingest, extract, compute, check, publish."""
        from .running import run

        return run(self, site, draft)
