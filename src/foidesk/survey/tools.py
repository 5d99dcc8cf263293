"""Tools that need no survey: tables of any file, and the founding example."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

from .. import claims, readers
from ..errors import FoideskError, UnreadableDocument
from ..readers import pdf
from .chain import Progress
from .expectations import reproduce
from .file_tables import FileTables, tables_of_files
from .stories import Story, need_words, read_story
from .survey import Survey

EXAMPLE = "police-social-media"


def tables(files: tuple[Path, ...]) -> FileTables:
    """The tables of each file and of what lies inside it, as plain data; the oddities; the files that failed."""
    return tables_of_files(files)


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UnreadableDocument(
            f"it cannot be opened: {error.strerror}", where=str(file), next="check the name"
        ) from error


def facts(file: Path) -> dict[str, Any]:
    """Every figure of a story with measure, unit, entity and span, and the numbers that are none."""
    story = _story(file)
    found = _listed(story)
    more = {} if story.is_file else {"text": story.text, "left_out": list(story.left_out)}
    return {"story": file.name, **found.as_json(), **more}


def facts_csv(file: Path) -> str:
    """The figures of a story as CSV."""
    return _listed(_story(file)).as_csv()


def _story(file: Path) -> Story:
    story = read_story(file)
    need_words(story.text, story.name)
    return story


def _listed(story: Story) -> claims.Listed:
    return claims.listing(story.text, markdown=story.name.lower().endswith((".md", ".markdown")))


def draw(files: tuple[Path, ...], folder: Path) -> list[Path]:
    """One PNG per page of each PDF: rules, columns, rows and cells as the table finder saw them."""
    return [path for file in files for path in _draw(file, folder)]


def _draw(file: Path, folder: Path) -> Iterator[Path]:
    data = _bytes(file)
    reading = readers.read(data, file.name).reading
    for page in range(1, 1 + sum(part.kind == "page" for part in reading.parts)):
        path = folder / f"{file.stem}-page-{page}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pdf.draw_steps(data, page))
        yield path


def example_folder() -> Path:
    """The founding example: inside the installed package, or in the clone."""
    packaged = Path(str(resources.files("foidesk"))) / "examples" / EXAMPLE
    clone = Path(__file__).resolve().parents[3] / "examples" / EXAMPLE
    for folder in (packaged, clone):
        if (folder / "survey.toml").exists():
            return folder
    raise FoideskError("the example is not in this installation", next="install the wheel or clone the repository")


def demo(folder: Path, progress: Progress) -> dict[str, Any]:
    """Copies the founding example, runs it, compares it with what the founding story says."""
    _copy_example(folder)
    survey = Survey(folder.resolve(), progress)
    ran = survey.run()
    published = ran.published or survey.publish(draft=True)
    return {
        "folder": str(folder),
        "site": str(folder / "site"),
        "open": (folder.resolve() / "site" / "index.html").as_uri(),
        "statements": reproduce(survey),
        "claims": ran.checked.as_json()["verdicts"] if ran.checked else {},
        "draft": published.draft,
        "claims_open": len(ran.checked.blocking) if ran.checked else 0,
    }


def _copy_example(folder: Path) -> None:
    """A fresh copy; a folder that holds the example already is used again, any other is refused."""
    if folder.exists() and any(folder.iterdir()):
        if (folder / "founding-story.toml").exists():
            return
        raise FoideskError("the folder is not empty", where=str(folder), next="name another: foidesk demo FOLDER")
    ignored = shutil.ignore_patterns("make", "site", ".foidesk", "__pycache__", "truth.json")
    shutil.copytree(example_folder(), folder, ignore=ignored, dirs_exist_ok=True)
