"""A story in whatever format it was written: Markdown, text, Word, HTML."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from ..errors import FoideskError, SurveyFileError

TEXT = (".md", ".markdown", ".txt", ".text", "")


@dataclass(frozen=True, slots=True)
class Story:
    """The text of a story. `is_file` is true if the text is the file itself, so that places are places in it."""

    name: str
    text: str
    is_file: bool = True


def read_story(path: Path) -> Story:
    """The story with headline, standfirst and captions, in the order of reading."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _unread(path, str(error.strerror or error)) from error
    if path.suffix.lower() in TEXT:
        try:
            return Story(path.name, data.decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            raise _unread(path, f"it is no UTF-8: {error.reason}") from error
    return Story(path.name, _of_document(data, path), is_file=False)


def need_words(text: str, name: str) -> None:
    """Refuses a story without a word: that nothing is open in it would say nothing."""
    if not text.strip():
        raise SurveyFileError(
            "the story is empty: there is nothing to check", where=name,
            next="save the story to this file, or name the file that holds it: foidesk check STORY",
        )  # fmt: skip


def _of_document(data: bytes, path: Path) -> str:
    from .. import readers
    from ..readers.article import article

    if path.suffix.lower() in (".html", ".htm", ".xhtml"):
        data = article(data)
    try:
        reading = readers.read(data, path.name).reading
    except FoideskError as error:
        raise _unread(path, error.what) from error
    texts = [_blocks(part.text, [(b.start, b.end) for b in part.blocks]) for part in reading.visible_parts()]
    return "\n\n".join(text for text in texts if text.strip())


def _blocks(text: str, spans: list[tuple[int, int]]) -> str:
    """Blocks parted by blank lines, so that a heading or caption is no part of the sentence after it.

    What stands in no block, such as the cells of a box of facts, is text of the story too.
    """
    ends = sorted({0, len(text), *(end for span in spans for end in span)})
    each = (text[start:end].strip() for start, end in pairwise(ends))
    return "\n\n".join(one for one in each if one)


def _unread(path: Path, why: str) -> SurveyFileError:
    return SurveyFileError(
        f"the story cannot be read: {why}",
        where=str(path),
        next="write it as Markdown or text in UTF-8, DOCX or HTML",
    )
