"""What stands in front of every page and every answer of the server: nothing foreign gets in or out.

A question has to be sound, meant for this server, asked by its own page or by no page, and, where a name and
password are asked for, come with them. All of that is settled before Prefect sees it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from starlette.datastructures import Headers, MutableHeaders

from flows import settings
from flows.serving import bodies, credentials, refusing

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from flows.serving.addresses import Place
    from flows.serving.refusing import Objection

NOTHING_FOREIGN = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; worker-src 'self' blob:; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self' ws: data: blob:; object-src 'none'; frame-ancestors 'none'; base-uri 'self'"
)
ONLY_TO_READ = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'; sandbox allow-downloads allow-popups"
)
"""For the HTML of an edition: its words come from cells, and beside it stands a page that starts flows."""
OPEN = {"/api/health", "/api/ready"}  # whether the server is well, for whoever watches over it
LONGEST = 8192  # characters of an address
# Control characters, backslashes and steps up: as sent, and as whoever decodes them once or twice reads them.
ODD_PATH = re.compile(r"[\x00-\x1f\x7f\\]|(?:^|/)\.\.(?:/|$)")
ODD_QUERY = re.compile(r"\x00|(?:^|[=&/\\])\.\.(?:[&/\\]|$)")


@dataclass(frozen=True, slots=True)
class Door:
    """What has to be known of a server to tell who may come in."""

    place: Place
    auth: str | None  # the name and password asked for
    is_shell: Callable[
        [Scope], bool
    ]  # whether only the files of Prefect's page answer there, which hold no data


class Asked(NamedTuple):
    """A question, with its headers read."""

    scope: Scope
    headers: Headers

    @property
    def path(self) -> str:
        """The address, decoded."""
        return str(self.scope["path"])


def guarded(app: ASGIApp, door: Door) -> ASGIApp:
    """The same application behind that door."""

    async def answered(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await app(scope, receive, send)
            return
        hedged = sealed(scope, send)
        objection = refused(Asked(scope, Headers(scope=scope)), door)
        if not objection and scope["path"].startswith(settings.API):
            receive, objection = await bodies.looked_through(scope, receive)
        if objection:
            await refusing.answer(objection, scope, hedged)
        else:
            await app(scope, receive, hedged)

    return answered


def sealed(scope: Scope, send: Send) -> Send:
    """The same way out, on which each page is told what it may do."""
    if scope["type"] != "http":
        return send

    async def with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in seals(scope["path"]).items():
                headers.setdefault(name, value)  # a page that says more of itself is left its own
        await send(message)

    return with_headers


def seals(path: str) -> dict[str, str]:
    """What a browser is told of the answer at that address, beside what stands in it."""
    told = {
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "x-frame-options": "DENY",
    }
    if policy := policy_of(path):
        told["content-security-policy"] = policy
    if path.startswith(settings.SHELF):
        told["cache-control"] = "private, no-cache"
    return told


def policy_of(path: str) -> str | None:
    """What the page at that address may do; None for the other files of the shelf, PDFs above all."""
    if not path.startswith(settings.SHELF):
        return NOTHING_FOREIGN
    return ONLY_TO_READ if path.lower().endswith((".html", ".htm")) else None


def refused(asked: Asked, door: Door) -> Objection | None:
    """Why the question is not passed on; None where it is."""
    return odd(asked) or misdirected(asked, door) or from_another_page(asked, door) or unnamed(asked, door)


def odd(asked: Asked) -> Objection | None:
    """Against an address that is none, and a token that Prefect could not compare."""
    path = (asked.scope.get("raw_path") or asked.path.encode()).decode("latin-1")
    query = asked.scope.get("query_string", b"").decode("latin-1")
    if len(path) + len(query) > LONGEST:
        return refusing.Objection(414, "address_long")
    token = asked.headers.get("prefect-csrf-token", "")
    if (
        any(map(ODD_PATH.search, read(path)))
        or any(map(ODD_QUERY.search, read(query)))
        or not token.isascii()
    ):
        return refusing.Objection(400, "address_odd")
    return None


def read(sent: str) -> tuple[str, str, str]:
    """What was sent, as it stands, decoded, and decoded twice."""
    once = unquote(sent, "latin-1")
    return sent, once, unquote(once, "latin-1")


def misdirected(asked: Asked, door: Door) -> Objection | None:
    """Against a name that is not ours: a foreign page can give its own name this machine's address."""
    hosts = asked.headers.getlist("host")
    reached = (asked.scope.get("server") or (None,))[0]
    if len(hosts) == 1 and door.place.is_called(hosts[0], reached):
        return None
    return refusing.Objection(421, "misdirected", {"host": ", ".join(hosts) or "–"})


def from_another_page(asked: Asked, door: Door) -> Objection | None:
    """Against what another site's page asks for; to follow a link from there is all right."""
    ours = {f"http://{asked.headers['host'].lower()}", door.place.outside}
    foreign = any(origin not in ours for origin in asked.headers.getlist("origin"))
    site = asked.headers.get("sec-fetch-site", "none")
    if foreign or (site not in {"none", "same-origin"} and not follows_a_link(asked)):
        return refusing.Objection(403, "from_another_page")
    return None


def follows_a_link(asked: Asked) -> bool:
    """Whether a person opens a page in a window of its own, which the site that links to it cannot read."""
    return (
        asked.scope.get("method") in {"GET", "HEAD"}
        and asked.headers.get("sec-fetch-mode") == "navigate"
        and asked.headers.get("sec-fetch-dest") == "document"
        and not asked.path.startswith(settings.API)
    )


def unnamed(asked: Asked, door: Door) -> Objection | None:
    """Against whoever does not give the name and password, where they are asked for."""
    socket = asked.scope["type"] == "websocket"
    if door.auth is None or (asked.path in OPEN and not socket) or door.is_shell(asked.scope):
        return None
    if socket and asked.path.startswith(settings.API):
        return None  # a browser cannot give them here: Prefect asks for them with the first message
    if credentials.are_given(asked.headers.getlist("authorization"), door.auth):
        return None
    return refusing.Objection(401, "name_yourself")
