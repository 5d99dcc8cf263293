"""The oddities that several kinds of document share, in the same words."""

from __future__ import annotations

from collections.abc import Sequence

from foidesk.model.places import Place
from foidesk.model.protocols import Source

from .basket import Seen, plural

MOST_PLACES = 500


def note_changes(seen: Seen, source: Source, inserted: int, deleted: int) -> None:
    """Record that the document carries tracked changes."""
    if inserted or deleted:
        counts = f"{plural(inserted, 'insertion')}, {plural(deleted, 'deletion')}"
        what = f"The document carries tracked changes ({counts}); it was read as if they were accepted."
        then = "Ask the body which version it meant to send."
        seen.note("tracked-changes", what, source, then, severity="warning")


def note_comments(seen: Seen, source: Source, count: int, place: str = "", at: Sequence[Place] = ()) -> None:
    """Record that there are comments: they are sealed. `at`: the cells that they hang on, as far as known."""
    if count:
        what = f"{plural(count, 'comment')} left unread."
        then = "Open it and look whether they bear on the figures."
        seen.note("comments", what, source, then, place=place, at=[(one, "") for one in at[:MOST_PLACES]])


def note_hidden_text(seen: Seen, source: Source, count: int) -> None:
    """Record that there is hidden text: it is sealed."""
    if count:
        what = f"{plural(count, 'passage')} of hidden text left unread."
        then = "Decide whether the body meant to send it; open it by hand if the figures need it."
        seen.note("hidden-text", what, source, then, severity="warning")


def note_struck(
    seen: Seen, source: Source, passages: list[str], at: Sequence[tuple[Place, str]] = (), place: str = ""
) -> None:
    """Record that words are struck through: they are read as they stand, for a person to decide.

    `at`: the cells of tables that they stand in.
    """
    said = [words for words in passages if words.strip()]
    if said:
        shown = ", ".join(f"“{words.strip()[:60]}”" for words in said[:5]) + (" and more" if len(said) > 5 else "")
        what = f"{plural(len(said), 'passage')} struck through, read as if they stood: {shown}."
        then = "Look at the document and decide whether the body withdrew them."
        seen.note("struck-text", what, source, then, severity="warning", at=at[:MOST_PLACES], place=place)


def note_macros(seen: Seen, source: Source) -> None:
    """Record that there are macros: nothing in a reply is ever run."""
    seen.note("macros", "The file holds macros; they were not run.", source, "Nothing to do.")


def note_ignored(seen: Seen, source: Source, name: str, why: str) -> None:
    """Record a file that is no evidence, by name and with the reason."""
    seen.note("ignored-attachment", f"{name!r} ignored: {why}.", source, "Nothing to do.", key=name)


def note_unread(seen: Seen, source: Source, name: str, why: str) -> None:
    """Record a file inside this one that cannot be read."""
    then = "Ask the body to send it again, as an ordinary attachment."
    what = f"{name!r} could not be read: {why}."
    seen.note("unreadable-attachment", what, source, then, severity="warning", key=name)
