"""Own recipes: Python files in the survey folder's `recipes/`, which run only where the caller trusts them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from traceback import extract_tb
from types import ModuleType
from typing import TYPE_CHECKING, Any

from ..errors import FoideskError, SurveyFileError
from ..findings import RECIPES, Recipe
from ..findings.desk import Desk
from ..model import Finding, Issue, Query, SurveyDefinition
from ..store.originals import sha256

if TYPE_CHECKING:
    from .survey import Survey

FOLDER = "recipes"


def names(folder: Path) -> dict[str, Path]:
    """The recipes of the folder by name, without running any: top_heavy.py is `top-heavy`."""
    found = {path.stem.replace("_", "-"): path for path in sorted((folder / FOLDER).glob("*.py"))}
    for recipe in RECIPES:
        if recipe.name in found:
            raise SurveyFileError(
                f"{recipe.name!r} is a recipe of foidesk itself", where=str(found[recipe.name]),
                next="give the file another name",
            )  # fmt: skip
    return found


def asked(definition: SurveyDefinition) -> tuple[Query, ...]:
    """The findings that an own recipe computes."""
    built_in = {recipe.name for recipe in RECIPES}
    return tuple(query for query in definition.findings if query.recipe not in built_in)


def without(definition: SurveyDefinition) -> SurveyDefinition:
    """The definition with the findings that foidesk's own recipes compute."""
    theirs = asked(definition)
    return replace(definition, findings=tuple(query for query in definition.findings if query not in theirs))


def marks(survey: Survey) -> list[str]:
    """What the findings depend on beside the definition: the programs, and whether they may run."""
    if not asked(survey.definition):
        return []
    files = [f"{name} {sha256(path.read_bytes())}" for name, path in names(survey.folder).items()]
    return [f"trusted: {survey.trust}", *files]


def need_trust(survey: Survey) -> None:
    """Refuses where a finding needs a program of the survey folder that nobody trusts yet."""
    theirs = asked(survey.definition)
    if theirs and not survey.trust:
        raise FoideskError(
            _refusal(theirs[0]), where=f"{FOLDER}/", next="read that file, then run it with --trust"
        )


def issues(survey: Survey) -> Iterator[Issue]:
    """One for each finding that is not computed since its recipe is a program that nobody trusts yet."""
    for query in () if survey.trust else asked(survey.definition):
        yield Issue(
            "untrusted-recipe", "blocking", _refusal(query), where="survey.toml",
            next="read that file, then run with --trust; or take the finding out", blocks="publish",
        )  # fmt: skip


def _refusal(query: Query) -> str:
    file = f"{FOLDER}/{query.recipe.replace('-', '_')}.py"
    return (
        f"finding {query.name!r} is computed by {file}, a program in the survey folder: none runs without --trust"
    )


def load(survey: Survey) -> tuple[Recipe, ...]:
    """The recipes that the findings name, run; nothing at all where the caller does not trust them."""
    if not survey.trust:
        return ()
    files = names(survey.folder)
    return tuple(_recipe(name, files[name]) for name in dict.fromkeys(q.recipe for q in asked(survey.definition)))


def _recipe(name: str, path: Path) -> Recipe:
    source = path.read_bytes()
    module = ModuleType(f"foidesk_own_{path.stem}")
    module.__file__ = str(path)
    _guarded(path, lambda: exec(compile(source, str(path), "exec"), module.__dict__))
    run, validate = getattr(module, "run", None), getattr(module, "validate", None)
    version, doc = getattr(module, "VERSION", 1), (module.__doc__ or "").strip()
    if not callable(run) or not doc or not isinstance(version, int):
        raise FoideskError(
            "an own recipe has a docstring that says what it gives, a whole number VERSION, and run(desk)",
            where=str(path), next="see docs/own-recipes.md",
        )  # fmt: skip
    stamp = f"computed by the survey's own recipe {name} ({FOLDER}/{path.name}, SHA-256 {sha256(source)[:12]})"
    return Recipe(
        name, version, doc.splitlines()[0], partial(_validate, path, validate), partial(_run, path, run, stamp),
        levels=True,
    )  # fmt: skip


def _validate(path: Path, validate: Any, query: Query, definition: SurveyDefinition) -> None:
    if callable(validate):
        _guarded(path, lambda: validate(query, definition))


def _run(path: Path, run: Callable[[Desk], Finding], stamp: str, desk: Desk) -> Finding:
    found = _guarded(path, lambda: run(desk))
    if not isinstance(found, Finding):
        raise FoideskError(
            f"run(desk) gave {type(found).__name__}, no finding",
            where=str(path),
            next="end with desk.finding(...)",
        )
    return replace(found, caveats=(*found.caveats, f"{stamp}: `foidesk verify` does not run it"))


def _guarded(path: Path, what: Callable[[], Any]) -> Any:
    """What the program gives. An error in it is told with its line; one of ours stays as it is."""
    try:
        return what()
    except FoideskError:
        raise
    except Exception as error:
        lines = [frame.lineno for frame in extract_tb(error.__traceback__) if frame.filename == str(path)]
        line = lines[-1] if lines else getattr(error, "lineno", None)
        raise FoideskError(
            f"the recipe stopped: {type(error).__name__}: {error}",
            where=f"{path}, line {line}" if line else str(path), next="correct it",
        ) from error  # fmt: skip
