"""Who may talk to the desk: this machine, by its own name, with the link that was printed, from its own pages.

Host is checked against names that turn out to lead here (DNS rebinding), Origin and Sec-Fetch-Site on whatever
changes something (another page in the same browser), the session on everything but the style sheet.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from threading import Lock

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SAFE_METHODS = ("GET", "HEAD")
OPEN_PATHS = ("/enter", "/favicon.ico", "/static/")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
SITE_POLICY = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
"""For the published site below /site/, whose pages carry styles of their own and no script."""
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # not no-referrer: a plain form would then come with Origin: null
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


@dataclass
class Doorkeeper:
    """The tokens of links not used yet. Each opens the desk once, in one browser."""

    _unused: set[str] = field(default_factory=set)
    _lock: Lock = field(default_factory=Lock)

    def invite(self) -> str:
        """A new token."""
        token = secrets.token_urlsafe(24)
        with self._lock:
            self._unused.add(token)
        return token

    def admit(self, token: str) -> bool:
        """True once for each token."""
        with self._lock:
            known = next((one for one in self._unused if secrets.compare_digest(one, token)), None)
            self._unused.discard(known or "")
            return known is not None


class Guard:
    """Refuses what does not come from the desk's own pages, and puts the safety headers on every answer."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str]) -> None:
        self.app, self.hosts = app, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        app: ASGIApp = refusal if refusal is not None else self.app
        await app(scope, receive, _with_headers(scope, send))

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if headers.get("host", "") not in self.hosts:
            return PlainTextResponse("This is not the address of the desk.", 400)
        if scope["method"] not in SAFE_METHODS and not self._from_own_page(headers):
            return PlainTextResponse("This did not come from a page of the desk.", 403)
        path: str = scope["path"]
        if not scope.get("session", {}).get("id") and not path.startswith(OPEN_PATHS):
            return PlainTextResponse(
                "Open the link that `foidesk serve` printed. Each link opens the desk once.", 403
            )
        return None

    def _from_own_page(self, headers: Headers) -> bool:
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        if origin is None and site is None:
            return False
        own = origin is None or origin in {f"http://{host}" for host in self.hosts}
        return own and site in (None, "same-origin")


def _with_headers(scope: Scope, send: Send) -> Send:
    policy = SITE_POLICY if scope["path"].startswith("/site/") else POLICY

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers["Content-Security-Policy"] = policy
            headers.setdefault("Cache-Control", "no-store")
            for name, value in HEADERS.items():
                headers[name] = value
        await send(message)

    return sending
