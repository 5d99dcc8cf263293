"""Editing the codebook: rename, merge, split, teach a word; what changes is shown before it is saved."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tomlkit
from tomlkit import TOMLDocument

from ..errors import FoideskError, UnknownName
from ..model import Event, Finding, Results
from ..store.events import event
from ..store.files import write_atomically
from ..store.originals import sha256
from ..words.amounts import amount_words
from ..words.normal import normalise
from . import own, own_laws
from .definition import SURVEY_FILES, load
from .tables import nearest

if TYPE_CHECKING:
    from .survey import Survey

FILES = ("codebook.toml", "survey.toml", "guidelines.toml")
"""The files in which a category is named."""
Edit = dict[str, Any]


class Recoding:
    """The files as they would be after some edits, kept as the person laid them out."""

    def __init__(self, folder: Path) -> None:
        paths = [folder / name for name in FILES]
        self.files: dict[str, TOMLDocument] = {
            path.name: tomlkit.parse(path.read_text("utf-8-sig")) for path in paths if path.exists()
        }

    def apply(self, edits: Iterable[Edit]) -> Recoding:
        """Carries the edits out, one after another; `UnknownName` for what the codebook does not have."""
        doing = {
            "rename": self._rename, "merge": self._merge, "teach": self._teach, "split": self._split,
            "book": self._book,
        }  # fmt: skip
        for edit in edits:
            if edit["do"] not in doing:
                raise UnknownName(f"there is no edit {edit['do']!r}", next=f"edits: {', '.join(doing)}")
            doing[edit["do"]](edit)
        book = self.files["codebook.toml"]
        book["version"] = int(str(book.get("version", 1))) + 1
        return self

    def write(self, folder: Path) -> None:
        for name, file in self.files.items():
            text = tomlkit.dumps(file)
            path = folder / name
            if not path.exists() or path.read_text("utf-8-sig") != text:
                write_atomically(path, text.encode())

    def _tables(self, file: str, name: str) -> list[Any]:
        found: list[Any] = self.files[file].get(name, []) if file in self.files else []
        return found

    def _categories(self, variable: str) -> Any:
        known = {str(one["id"]): one for one in self.files["codebook.toml"].get("variables", [])}
        return _one(known, variable, "variable").setdefault("categories", tomlkit.aot())

    def _category(self, variable: str, id: str) -> Any:
        return _one({str(one["id"]): one for one in self._categories(variable)}, id, f"category of {variable}")

    def _rename(self, edit: Edit) -> None:
        """A new label; the old one stays as words that mean it, since replies may use them."""
        category = self._category(edit["variable"], edit["category"])
        old, new = str(category.get("label", category["id"])), _clean(edit["label"])
        _add_words(category, [old])
        category["label"] = new

    def _merge(self, edit: Edit) -> None:
        """One category goes up in another, which takes over its words and its place in the findings."""
        if edit["category"] == edit["into"]:
            raise FoideskError("a category cannot be merged into itself", next="choose another")
        gone, into = (self._category(edit["variable"], edit[key]) for key in ("category", "into"))
        _add_words(into, [str(gone.get("label", gone["id"])), *map(str, gone.get("synonyms", []))])
        categories = self._categories(edit["variable"])
        categories.remove(gone)
        for one in categories:
            if one.get("parent") == edit["category"]:
                one["parent"] = edit["into"]
        if into.get("parent") == edit["category"] or into.get("parent") == edit["into"]:
            del into["parent"]
        self._replace(edit["variable"], edit["category"], edit["into"])

    def _replace(self, variable: str, old: str, new: str) -> None:
        """Names the remaining category wherever findings or guidance named the other."""
        for query in self._tables("survey.toml", "findings"):
            for part in ("where", "of"):
                if old in query.get(part, {}).get(variable, []):
                    kept = [str(id) for id in query[part][variable] if id != old]
                    query[part][variable] = list(dict.fromkeys([*kept, new]))
        for guideline in self._tables("guidelines.toml", "guidelines"):
            if old in guideline.get("categories", []):
                guideline["categories"] = list(
                    dict.fromkeys(new if id == old else str(id) for id in guideline["categories"])
                )

    def _teach(self, edit: Edit) -> None:
        """Words come to mean a category, in every body's reply."""
        self._forget(edit["variable"], edit["words"])
        _add_words(self._category(edit["variable"], edit["category"]), edit["words"])

    def _split(self, edit: Edit) -> None:
        """A category of its own for some words, taken from whichever had them."""
        label = _clean(edit["label"])
        categories = self._categories(edit["variable"])
        taken = {str(one["id"]) for one in categories}
        id = re.sub(r"[^a-z0-9]+", "-", label.casefold()).strip("-") or "category"
        if id in taken:
            raise FoideskError(f"there is a category {id!r} already", next="give the new one another name")
        self._forget(edit["variable"], edit["words"])
        new = tomlkit.table()
        new["id"], new["label"] = id, label
        if edit.get("parent"):
            new["parent"] = str(self._category(edit["variable"], edit["parent"])["id"])
        _add_words(new, edit["words"])
        categories.append(new)

    def _book(self, edit: Edit) -> None:
        """All variables and categories as a workbook has them; what it does not name goes."""
        book = self.files["codebook.toml"]
        _take_over(book.setdefault("variables", tomlkit.aot()), edit["variables"])

    def _forget(self, variable: str, words: Iterable[str]) -> None:
        gone = {normalise(one) for one in words}
        for category in self._categories(variable):
            kept = [str(one) for one in category.get("synonyms", []) if normalise(str(one)) not in gone]
            if len(kept) != len(category.get("synonyms", [])):
                category["synonyms"] = kept


def _one(known: dict[str, Any], id: str, what: str) -> Any:
    if id not in known:
        guess = nearest(id, known)
        raise UnknownName(f"there is no {what} {id!r}", next=f"did you mean {guess!r}?" if guess else "")
    return known[id]


def _take_over(tables: Any, wanted: list[dict[str, Any]]) -> None:
    """Makes an array of tables hold these, by id; comments and order stay where a table stays."""
    ids = [one["id"] for one in wanted]
    twice = next((id for id in ids if ids.count(id) > 1), None)
    if twice is not None:
        raise FoideskError(f"{twice!r} is there twice", next="give each its own id")
    for gone in [one for one in tables if str(one.get("id")) not in ids]:
        tables.remove(gone)
    held = {str(one["id"]): one for one in tables}
    for one in wanted:
        table = held.get(one["id"])
        if table is None:
            table = tomlkit.table()
            _fill(table, one)
            tables.append(table)
        else:
            _fill(table, one)


def _fill(table: Any, wanted: dict[str, Any]) -> None:
    for key in [key for key in table if key not in wanted]:
        del table[key]
    for key, value in wanted.items():
        if key == "categories":
            _take_over(table.setdefault(key, tomlkit.aot()), value)
        elif key not in table or table[key] != value:
            table[key] = value


def _clean(label: str) -> str:
    plain = " ".join(label.split())
    if not plain:
        raise FoideskError("a category needs a name", next="write one in the field")
    return plain


def _add_words(category: Any, words: Iterable[str]) -> None:
    have = [str(one) for one in category.get("synonyms", [])]
    known = {normalise(one) for one in [*have, str(category.get("label", ""))]}
    fresh = list({normalise(one): " ".join(one.split()) for one in words if normalise(one) not in known}.values())
    if fresh:
        category["synonyms"] = [*have, *fresh]


# --- what it would change


def mark_of(survey: Survey) -> str:
    """The fingerprint of the codebook as it stands."""
    path = survey.folder / "codebook.toml"
    return sha256(path.read_bytes()) if path.exists() else ""


def preview(survey: Survey, edits: list[Edit]) -> dict[str, Any]:
    """Each finding and line that would come out differently, and the decisions that would hang loose."""
    from .work import Work

    survey.refresh()
    mark, before = mark_of(survey), survey.work.results
    with tempfile.TemporaryDirectory() as name:
        for file in SURVEY_FILES:
            if (survey.folder / file).exists():
                shutil.copyfile(survey.folder / file, Path(name) / file)
        for inner in (own.FOLDER, own_laws.FOLDER):
            if (survey.folder / inner).is_dir():
                shutil.copytree(survey.folder / inner, Path(name) / inner)
        Recoding(survey.folder).apply(edits).write(Path(name))
        candidate = type(survey)(survey.folder, survey.progress, survey.trust)
        candidate.__dict__["definition"] = load(Path(name))
    after = Work(candidate, survey.progress).results
    return {"edits": edits, "mark": mark, "changes": list(_changes(before, after)), **_questions(before, after)}


def save(survey: Survey, edits: list[Edit], seen: str, who: str = "") -> None:
    """Writes the codebook, one version up, and records who did what. Refused if somebody changed it meanwhile."""
    with survey.store.writing():
        if mark_of(survey) != seen:
            raise FoideskError(
                "the codebook was changed by somebody else meanwhile", where="codebook.toml",
                next="look again at what your edit would change, then save",
            )  # fmt: skip
        done = Recoding(survey.folder).apply(edits)
        done.write(survey.folder)
        survey.store.recodings.append([_record(edits, done.files["codebook.toml"]["version"], who)])
    survey.refresh()


def _record(edits: list[Edit], version: object, who: str) -> Event:
    from .codebooks import told

    at = datetime.now(UTC).replace(microsecond=0).isoformat()
    return event("recoded", at, name=str(version), who=who, what=told(edits))


def _changes(before: Results, after: Results) -> Iterator[dict[str, str]]:
    old = {one.name: one for one in before.findings}
    for new in after.findings:
        was = old.get(new.name)
        told = dict(_told(was)) if was else {}
        for label, value in _told(new):
            if told.pop(label, "") != value:
                before_it = dict(_told(was)).get(label, "–") if was else "–"
                yield {"finding": new.title, "line": label, "before": before_it, "after": value}
        for label, value in told.items():
            yield {"finding": new.title, "line": label, "before": value, "after": "–"}


def _told(finding: Finding) -> Iterator[tuple[str, str]]:
    yield "", f"{amount_words(finding.value)} {finding.unit}"
    for line in finding.lines:
        yield line.label, amount_words(line.value)


def _questions(before: Results, after: Results) -> dict[str, Any]:
    held = {one.judgement.id for one in before.stale()}
    loose = [one for one in after.stale() if one.judgement.id not in held]
    return {
        "open_before": len(before.open_choices()), "open_after": len(after.open_choices()),
        "loose": [
            {"who": one.judgement.who, "answer": one.judgement.answer_label, "why": one.stale} for one in loose
        ],
    }  # fmt: skip
