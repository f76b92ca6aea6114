"""A page opened in a browser that lets no request leave, and all that it asked for or complained of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page, Route

Scheme = Literal["light", "dark"]


@dataclass
class Opened:
    """A page on the screen, every address it asked for, every line on its console."""

    page: Page
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


class Visit(Protocol):
    """Opens the page of that name."""

    def __call__(self, name: str, *, width: int = 1280, scheme: Scheme = "light") -> Opened: ...


@dataclass
class Visits:
    """The windows of one test."""

    browser: Browser
    shelf: Callable[[str], Path]
    windows: list[BrowserContext] = field(default_factory=list)

    def open(self, name: str, *, width: int = 1280, scheme: Scheme = "light") -> Opened:
        """The page in a window of that width, in the light or in the dark."""
        window = self.browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
        self.windows.append(window)
        made = Opened(window.new_page())
        address = self.shelf(name).as_uri()

        def answer(route: Route) -> None:
            made.asked.append(route.request.url)
            if route.request.url == address:
                route.continue_()
            else:
                route.abort()

        made.page.on("console", lambda line: made.said.append(line.text))
        made.page.on("pageerror", lambda error: made.said.append(str(error)))
        made.page.on("request", lambda request: made.asked.append(request.url))
        made.page.route("**/*", answer)
        made.page.goto(address)
        return made

    def close(self) -> None:
        """Close every window."""
        for window in self.windows:
            window.close()
