"""publish: the static site; refused while a claim of the draft is open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import extract, report
from ..errors import Blocked, FoideskError, SurveyFileError
from ..model import Box, Claim, digest
from ..report import SUMS, CodedTwice, NumberAccount, Publication, PublicJudgement, Rule
from ..store.originals import sha256
from . import answering, clearing, editions, own, replying
from .checking import Checked
from .choosing import chosen
from .citing import citations
from .figures import published
from .sealing import seal
from .tracing import observations

if TYPE_CHECKING:
    from .survey import Survey

MARKER = ".foidesk-site"
"""A file in the site's folder: what it was made from. A folder without it is never written over."""


@dataclass(frozen=True, slots=True)
class Published:
    """Where the site is, how many files it has, and whether it had to be written."""

    site: Path
    files: int
    draft: bool
    written: bool
    notes: tuple[str, ...] = ()

    @property
    def index(self) -> Path:
        return self.site / "index.html"

    def as_json(self) -> dict[str, Any]:
        return {
            "site": str(self.site), "files": self.files, "draft": self.draft, "written": self.written,
            "notes": list(self.notes),
        }  # fmt: skip


def publish(
    survey: Survey, site: Path | None = None, draft: bool = False, sealed: Path | None = None
) -> Published:
    """The site below `site` (else `site/` in the survey folder), written only if something changed.

    With `sealed`, also the sealed package, as a BagIt bag in that new folder.
    """
    own.need_trust(survey)
    done = _published(survey, site, draft)
    notes = report.left_out()
    if sealed:
        count = seal(survey, sealed, done.site)
        notes = (*notes, f"sealed package: {count} files in {sealed.resolve()}, not for publication")
    return replace(done, notes=notes)


def _published(survey: Survey, site: Path | None, draft: bool) -> Published:
    target = (site or survey.folder / "site").resolve()
    checked = survey.check() if (survey.folder / "story.md").exists() else None
    _gate(survey, checked, draft)
    _refuse_strangers_folder(target)
    key = _key(survey, checked, draft)
    if not draft:
        clearing.gate(survey, key)
    if _marker(target) == key and _is_whole(target):
        return Published(target, _count(target), draft, written=False)
    survey.progress("publishing", 0, 1)
    with survey.store.writing():
        _write(survey, target, checked, draft, key)
        if not draft:
            editions.record(survey, key, _last_event(survey))
    return Published(target, _count(target), draft, written=True)


def _gate(survey: Survey, checked: Checked | None, draft: bool) -> None:
    if draft:
        return
    replying.gate(survey, checked)
    blocking = checked.blocking if checked else ()
    every = (*survey.work.results.issues, *answering.disputes(survey))
    issues = [issue for issue in every if issue.blocks == "publish"]
    if blocking:
        raise Blocked(
            f"{len(blocking)} claim(s) of the draft are open: {_some(blocking)}",
            where=checked.story if checked else "",
            next="`foidesk check` says what each needs; `foidesk publish --draft` stamps every page DRAFT",
        )
    if issues:
        raise Blocked(
            f"{len(issues)} issue(s) stand in the way: {issues[0].what}",
            where=issues[0].where,
            next=issues[0].next,
        )


def _some(claims: tuple[Claim, ...]) -> str:
    named = ", ".join(f"{claim.text!r} (line {claim.line}, {claim.verdict})" for claim in claims[:3])
    return named + (" …" if len(claims) > 3 else "")


def _refuse_strangers_folder(target: Path) -> None:
    if target.exists() and any(target.iterdir()) and not (target / MARKER).exists():
        raise FoideskError(
            "the folder holds files that foidesk did not write",
            where=str(target),
            next="name an empty folder with --site, or move those files away",
        )


def _marker(target: Path) -> str:
    try:
        return (target / MARKER).read_text()
    except OSError:
        return ""


def _key(survey: Survey, checked: Checked | None, draft: bool) -> str:
    work = survey.work
    contents = [[id, one] for id, one in sorted(work.extraction_contents.items())]
    return digest(
        "site", report.VERSION, work.results_content, contents, work.reading_contents,
        list(work.deliveries), survey.definition,
        [_text(survey.folder / name) for name in ("letter.md", "tiles.csv")],
        list(survey.store.codings.all()), checked.text if checked else "",
        list(checked.claims) if checked else [], draft, _last_event(survey), length=32,
    )  # fmt: skip


def _is_whole(target: Path) -> bool:
    """Every file of the last edition is there, with the bytes that were written."""
    try:
        listed = [line.split("  ", 1) for line in (target / SUMS).read_text("utf-8").splitlines()]
        return bool(listed) and all(sha256((target / path).read_bytes()) == sha for sha, path in listed)
    except (OSError, ValueError):
        return False


def _write(survey: Survey, target: Path, checked: Checked | None, draft: bool, key: str) -> None:
    """Marked as unfinished first: after a kill the folder is still known as ours, and is written anew."""
    publication = _publication(survey, checked, key)
    target.mkdir(parents=True, exist_ok=True)
    (target / MARKER).write_text("unfinished")
    report.publish(target, publication, _images(survey), draft)
    (target / MARKER).write_text(key)


def _count(target: Path) -> int:
    return sum(1 for path in target.rglob("*") if path.is_file())


def _publication(survey: Survey, checked: Checked | None, key: str) -> Publication:
    work, results = survey.work, survey.work.results
    answered = results.answered()
    rules = tuple(Rule(entry.name, entry.does) for entry in extract.ACCEPTANCE)
    every = {id: one for id, (one, _) in observations(survey).items()}
    found, figures = published(survey, every)
    return Publication(
        definition=survey.definition,
        findings=found,
        figures=figures,
        corrections=editions.corrections(survey, found, key, _last_event(survey)),
        letter=_text(survey.folder / "letter.md"),
        tiles=_tiles(survey),
        observations=every,
        deliveries=work.deliveries,
        outcomes=results.outcomes,
        last_event=_last_event(survey),
        readings={one.document: work.reading(one) for one in work.deliveries},
        claims=checked.claims if checked else (),
        story=checked.text if checked else "",
        issues=(*results.issues, *answering.disputes(survey)),
        replies=answering.replies(survey),
        cited=citations(survey),
        choices_open=results.open_choices(),
        choices_answered=tuple(choice for choice in results.choices if choice.id in answered),
        judgements=tuple(PublicJudgement.of(one, rules) for one in survey.store.decisions.standing()),
        accounts=_accounts(survey),
        rules=rules,
        tools=_tools(survey),
        chosen_cases=clearing.told_cases(survey),
        coded_twice=_coded_twice(survey),
        whole=tuple(one.document for one in chosen(work.deliveries, survey.definition.whole)),
        originals=_originals(survey),
    )


def _originals(survey: Survey) -> dict[str, bytes]:
    """The bytes of the documents that are to be published as they came."""
    documents = [one.document for one in chosen(survey.work.deliveries, survey.definition.originals)]
    return {one: survey.store.originals.get(one) for one in documents if survey.store.originals.has(one)}


def _coded_twice(survey: Survey) -> tuple[CodedTwice, ...]:
    if not survey.store.codings.all():
        return ()
    from . import coders

    labels = {one.id: one.label for one in survey.definition.codebook.variables}
    return tuple(
        CodedTwice(
            labels[id], one.coders, one.units, _rounded(one.alike), _rounded(one.kappa), _rounded(one.alpha)
        )
        for id, one in coders.coded(survey).agreements.items()
    )


def _rounded(value: Fraction | None) -> str:
    return "–" if value is None else f"{float(value):.2f}"


def _tiles(survey: Survey) -> str:
    """The survey's own layout of the tile map. `SurveyFileError` names the line that is wrong."""
    text = _text(survey.folder / "tiles.csv")
    try:
        report.read_layout(text)
    except ValueError as error:
        raise SurveyFileError(
            str(error), where="tiles.csv", next="its columns are code,label,column,row"
        ) from error
    return text


def _text(path: Path) -> str:
    return path.read_text("utf-8-sig", "replace") if path.exists() else ""


def _accounts(survey: Survey) -> tuple[NumberAccount, ...]:
    extractions = survey.work.coded
    pairs = {one.document: extractions[one.id] for one in survey.work.matched if one.id in extractions}
    return tuple(NumberAccount.of(document, found.account) for document, found in sorted(pairs.items()))


def _tools(survey: Survey) -> tuple[str, ...]:
    found = {tool for one in survey.work.deliveries for tool in survey.work.reading(one).tools}
    return tuple(sorted(found))


def _last_event(survey: Survey) -> str:
    """The date that the whole site carries: of the last event or decision."""
    dates = [event.at for event in survey.store.events.all()] + [one.at for one in survey.store.decisions.all()]
    return max(dates, default="")


def _images(survey: Survey) -> Callable[[str, int, tuple[Box, ...]], bytes | None]:
    from ..readers import images as pictures

    def image(document: str, page: int, boxes: tuple[Box, ...]) -> bytes | None:
        if not survey.store.originals.has(document):
            return None
        try:
            return pictures.page_image(survey.store.originals.get(document), page, boxes)
        except FoideskError:
            return None

    return image
