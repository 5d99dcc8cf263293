"""Files that come along without being evidence, and why each is ignored."""

from __future__ import annotations

import re

_SYSTEM = {
    "thumbs.db": "a folder's picture cache",
    "desktop.ini": "a folder's settings",
    ".ds_store": "a folder's settings",
}
_INLINE_NAME = re.compile(
    r"^(?:image|logo|signature|footer|header|banner|icon|att|outlook)[-_ ]?\w*\.(?:png|jpe?g|gif|bmp)$", re.I
)
_SMALL_PICTURE = 12_000


def why_ignored(path: str) -> str:
    """Why a member of an archive or a file of a folder is no evidence; empty if it may be some."""
    parts = path.replace("\\", "/").split("/")
    name = parts[-1]
    if "__MACOSX" in parts or name.startswith("._"):
        return "macOS's own bookkeeping"
    if name.startswith(("~$", ".~lock")):
        return "a lock file of an open document"
    return _SYSTEM.get(name.lower(), "")


def why_ignored_in_mail(name: str, media_type: str, size: int, referenced: bool, disposition: str) -> str:
    """Why a picture in a mail is no evidence: it decorates the text; empty if it may be some."""
    if not media_type.startswith("image/"):
        return ""
    if referenced and disposition != "attachment" and size < 150_000:
        return "a logo or signature in the text"
    if size < _SMALL_PICTURE and (disposition != "attachment" or _INLINE_NAME.match(name)):
        return "a logo or signature, judging by its size"
    return ""
