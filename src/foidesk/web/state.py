"""What the pages share: the survey kept open, who sits at the desk, and the templates."""

from __future__ import annotations

import getpass
import os
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from ..survey.serving import Served
from ..words.amounts import with_unit
from .safety import Doorkeeper

MARK_OPEN, MARK_CLOSE = "\ue000", "\ue001"


@dataclass
class Sitting:
    """One person in one browser: what they put off, what they decided, the reason last given."""

    later: set[str] = field(default_factory=set)
    done: list[list[str]] = field(default_factory=list)
    reason: str = ""


@dataclass
class Desk:
    """The survey kept open, with its visitors."""

    served: Served
    door: Doorkeeper = field(default_factory=Doorkeeper)
    sittings: dict[str, Sitting] = field(default_factory=lambda: defaultdict(Sitting))
    templates: Environment = field(default_factory=lambda: _environment())

    def sitting(self, request: Request) -> Sitting:
        return self.sittings[request.session["id"]]

    def who(self, request: Request) -> str:
        """The name under which decisions are recorded."""
        return str(request.session.get("who") or default_name())

    def page(self, request: Request, name: str, code: int = 200, **given: Any) -> Response:
        """A whole page."""
        html = self.templates.get_template(name).render(**self._shared(request), **given)
        return HTMLResponse(html, code)

    def part(self, request: Request, name: str, code: int = 200, **given: Any) -> Response:
        """A part of a page, for htmx to put in place."""
        return self.page(request, f"parts/{name}.html", code, **given)

    def _shared(self, request: Request) -> dict[str, Any]:
        served = self.served
        seen = request.query_params.get("at", "") if request.url.path == "/pulse" else ""
        return {
            "meta": served.meta, "path": request.url.path, "who": self.who(request), "pulse": pulse(served, seen),
            "open_questions": served.open_count() if served.meta else 0,
            "flash": request.session.pop("flash", "") if "flash" in request.session else "",
        }  # fmt: skip


def default_name() -> str:
    return os.environ.get("FOIDESK_USER") or getpass.getuser()


def pulse(served: Served, seen: str = "") -> dict[str, Any]:
    """Whether the figures are the latest; `seen` says which ones the page shows that asks."""
    at = served.meta.get("at", "")
    state = "updating" if served.updating else "failed" if served.error else "current"
    heard = served.figures.heard() if served.updating else ("", 0, 0)
    return {"state": state, "stage": heard, "error": served.error, "at": at, "seen": seen or at,
            "newer": bool(seen) and seen != at, "changed": served.changed}  # fmt: skip


def is_htmx(request: Request) -> bool:
    return request.headers.get("hx-request") == "true"


def back_to(path: str) -> Response:
    """Goes on to a page after something was changed (303: a reload does not do it twice)."""
    return RedirectResponse(path, 303)


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("foidesk.web"), autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters |= {"segment": _segment, "marked": _marked, "plural": _plural, "thousands": "{:,}".format}
    environment.filters |= {"beside": _beside}
    return environment


def _beside(unit: str, words: str) -> str:
    """The unit that goes beside the words of a figure; nothing beside "$1,250", which says it already."""
    return "" if with_unit(words, unit) == words else unit


def _segment(text: str) -> str:
    """The text as one segment of an address."""
    return quote(str(text), safe="")


def _marked(snippet: str) -> Markup:
    """A search snippet with its marks; all else escaped."""
    safe = str(escape(snippet))
    return Markup(safe.replace(MARK_OPEN, "<mark>").replace(MARK_CLOSE, "</mark>"))


def _plural(count: int, one: str, many: str = "") -> str:
    return f"{count:,} {one if count == 1 else many or one + 's'}"
