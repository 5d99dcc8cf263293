"""A first run at the desk: dragged files become a survey folder, and its first figures."""

from __future__ import annotations

import re
import shutil
from pathlib import Path, PurePosixPath

from ..errors import FoideskError
from ..store.files import write_atomically
from .chain import Progress

OF_A_SURVEY = (
    "survey.toml", "codebook.toml", "bodies.csv", "basis.csv", "denominators.csv", "tiles.csv", "guidelines.toml",
    "statements.toml", "letter.md", "story.md", "decisions.csv",
)  # fmt: skip
"""Files that are taken over from a folder that is a survey already; all else but replies/ and laws/ is left."""
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?\Z", re.IGNORECASE)
FORBIDDEN = re.compile(r'[\x00-\x1f<>:"|?*\\]')


def safe_path(name: str) -> PurePosixPath:
    """A relative path from what a browser or a reply calls a file: nothing that leads out, nothing special."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".")]
    if not parts or ".." in parts or len(name) > 1000:
        raise FoideskError(f"{name[:80]!r} is not a usable file name", next="rename the file and choose it again")
    return PurePosixPath(*(_safe_part(part) for part in parts))


def _safe_part(part: str) -> str:
    plain = FORBIDDEN.sub("_", part).rstrip(". ") or "_"
    plain = f"_{plain}" if RESERVED.match(plain) or plain.startswith(".foidesk") else plain
    while len(plain.encode()) > 200:
        plain = plain[:-1]
    return plain


def keep(folder: Path, name: str, data: bytes) -> Path:
    """Puts a file below the folder; another file of that name stays, and this one gets a number."""
    path = folder / safe_path(name)
    if not path.resolve().is_relative_to(folder.resolve()):
        raise FoideskError(f"{name[:80]!r} leads out of the folder", next="rename the file and choose it again")
    free, number = path, 2
    while free.exists() and free.read_bytes() != data:
        free, number = path.with_name(f"{path.stem} ({number}){path.suffix}"), number + 1
    write_atomically(free, data)
    return free


def start_from(folder: Path, staged: Path, title: str, progress: Progress) -> None:
    """The survey: taken over if a survey lies in what was staged, else drafted from the replies there."""
    from .beginning import begin  # here, since it brings in all of extract

    source = _survey_in(staged)
    if source is None:
        begin(folder, _only_folder(staged), progress)
        if title.strip():
            _entitle(folder, title.strip())
        return
    if (folder / "survey.toml").exists():
        raise FoideskError("there is a survey here already", where=str(folder), next="nothing was changed")
    folder.mkdir(parents=True, exist_ok=True)
    if (source / "laws").is_dir():
        shutil.copytree(source / "laws", folder / "laws", dirs_exist_ok=True)
    for name in sorted(OF_A_SURVEY, key="survey.toml".__eq__):
        if (source / name).exists() and not (folder / name).exists():
            shutil.copyfile(source / name, folder / name)
    if (source / "replies").is_dir():
        shutil.copytree(source / "replies", folder / "replies", dirs_exist_ok=True)
    (folder / "replies").mkdir(exist_ok=True)


def _survey_in(staged: Path) -> Path | None:
    return next((one for one in (staged, *sorted(staged.iterdir())) if (one / "survey.toml").is_file()), None)


def _only_folder(staged: Path) -> Path:
    """The folder inside, where a folder was chosen whole; its sub-folders are then the bodies."""
    inside = list(staged.iterdir())
    return inside[0] if len(inside) == 1 and inside[0].is_dir() else staged


def _entitle(folder: Path, title: str) -> None:
    import tomlkit

    path = folder / "survey.toml"
    file = tomlkit.parse(path.read_text("utf-8"))
    file["survey"]["title"] = title
    write_atomically(path, tomlkit.dumps(file).encode())
