"""A briefing as HTML: the only door to Jinja2. Every word of a cell is text there, never markup."""

from __future__ import annotations

import base64
import re
from functools import cache
from itertools import chain, zip_longest
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from flows.document.fitting.measure import printable

if TYPE_CHECKING:
    from flows.document.compose import Briefing
    from flows.document.parts.masthead import Logo
    from flows.document.rebuild import Printed

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
TAG = re.compile(r"(<(?:title|style)>.*?</(?:title|style)>|<[^>]*>)", re.DOTALL)
"""No attribute holds a bare ">": everything printed is escaped. In a title or a style no tag is one."""
ORDINAL = re.compile(r"(?<![\w/.,&#-])(1(?=(?:er|re)\s)|\d+(?=e\s))(er|re|e)")
ADDRESS = re.compile(
    r"((?:https?://|\bwww\.)[^\s<>\"“”«»]*[^\s<>\"“”«».,;:!?)\]’'…]"
    r"|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+)",
    re.IGNORECASE,
)
"""An address among words; what ends the sentence is no part of it."""
TALL = 200  # letters of a column's header, which may stand eight a line
HEAD = 60  # letters beside each other over the columns behind the first
SENTENCE, SMALL = 8, 4  # words on one line, so many of them in small letters, are taken for a sentence
LONG_TOKEN = 30  # characters: longer words may break, at most this far apart


def html(briefing: Briefing | Printed, template: str = "briefing.html.j2", layout: str = "page") -> str:
    """The page as HTML, laid out for paper or for the screen; every word of a cell is text, never markup."""
    page = environment().get_template(template).render(briefing=briefing, layout=layout)
    return raised(page) if briefing.furniture.language == "fr" else page


def raised(page: str) -> str:
    """The page with the letters of French ordinals raised, as France prints them; its text is unchanged.

    Only in what is read, never within a tag: "1er juin", "115e Congrès".
    """
    read = (ORDINAL.sub(r"\1<sup>\2</sup>", each) for each in TAG.split(page)[::2])
    tags = TAG.findall(page)
    return "".join(chain.from_iterable(zip_longest(read, tags, fillvalue="")))


def alone(logo: Logo) -> str:
    """A page with nothing but that logo."""
    return environment().get_template("logo.html.j2").render(logo=logo)


@cache
def environment() -> Environment:
    """The templates, closed: all text is escaped, and a name nobody gave is an error."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_printable,
    )
    made.filters.update(tall=tall, stacked=stacked, breakable=breakable, linked=linked, web=web)
    made.filters.update(drawing=_drawing, picture=_picture, sheet=sheet)
    return made


@cache
def with_any_letter() -> Environment:
    """The same templates for a page of our own: what the vendored faces lack, a reader's own fonts draw."""
    return environment().overlay(finalize=None)


def _printable(value: object) -> object:
    """Whatever a template prints, in characters the vendored faces have."""
    if isinstance(value, Markup):
        return Markup(printable(value))  # noqa: S704 - markup already; what stands in for a letter has none
    return printable(value) if isinstance(value, str) else value


def tall(headers: tuple[str, ...]) -> bool:
    """Whether a table's head could fill a page: an organisation's name may be as long as a cell."""
    return any(len(header) > TALL for header in headers)


def stacked(headers: tuple[str, ...]) -> list[Markup]:
    """The columns' headers, names in lines that nobody takes for a sentence when read across.

    On the next page the head is there for the eye alone. A judge of what is read aloud would take many words
    beside each other, half of them in small letters, for prose that was left out: then each has its own line.
    """
    if tall(headers):
        return [escape(header) for header in headers]
    first, *names = headers
    stacks = [wrap(name, HEAD // len(names), break_long_words=False) for name in names]
    if any(map(_prose, zip_longest([first], *map(reversed, stacks), fillvalue=""))):
        stacks = [name.split() for name in names]
    return [escape(first), *(Markup(" <br>").join(stack) for stack in stacks)]


def _prose(across: tuple[str, ...]) -> bool:
    """Whether these pieces on one line look like a sentence."""
    words = re.findall(r"[^\W\d_]{2,}", " ".join(across))
    return len(words) >= SENTENCE and sum(word[0].islower() for word in words) >= SMALL


def breakable(words: str) -> Markup:
    """The words, escaped, with places to break inside very long tokens; the text is unchanged."""
    if not re.search(rf"\S{{{LONG_TOKEN},}}", words):
        return escape(words)
    return Markup("").join(_token(piece) for piece in re.split(r"(\s+)", words))


def _token(piece: str) -> Markup:
    if len(piece) < LONG_TOKEN:
        return escape(piece)
    parts = re.findall(rf".{{1,{LONG_TOKEN}}}?(?:[/?&=_-]|$)|.{{1,{LONG_TOKEN}}}", piece, re.DOTALL)
    return Markup("<wbr>").join(escape(part) for part in parts)


def linked(words: str) -> Markup:
    """The words as `breakable` gives them, each address of the web or of a mailbox among them a link."""
    if "@" not in words and "/" not in words and "www." not in words.lower():
        return breakable(words)
    pieces = ADDRESS.split(words)  # words, an address, words, an address ... words
    return Markup("").join(
        _link(piece) if place % 2 else breakable(piece) for place, piece in enumerate(pieces)
    )


def _link(words: str) -> Markup:
    """One address as a link, or as words where nobody may follow it."""
    scheme = "" if "://" in words else "mailto:" if "@" in words else "http://"
    if scheme != "mailto:" and not web(scheme + words):
        return breakable(words)
    return Markup('<a href="{}">{}</a>').format(scheme + words, breakable(words))


def web(address: str) -> bool:
    """True for an address a reader may follow: http or https with a host, nothing else."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc


@cache
def sheet(name: str) -> Markup:
    """One of our style sheets, the faces it names within it: what a page that loads nothing carries along."""
    rules = (TEMPLATES / name).read_text(encoding="utf-8")
    return Markup(re.sub(r"asset:([\w./-]+\.woff2)", _face, rules))  # noqa: S704 - our own file, no cell's words


def _face(found: re.Match[str]) -> str:
    return "data:font/woff2;base64," + base64.b64encode((TEMPLATES / found[1]).read_bytes()).decode()


def _picture(logo: Logo) -> str:
    kind = {"png": "image/png", "svg": "image/svg+xml"}[logo.kind]
    return f"data:{kind};base64," + base64.b64encode(logo.content).decode()


def _drawing(svg: str) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(printable(svg).encode()).decode()
