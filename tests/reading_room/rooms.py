"""A reading room over real folders: workbooks built in code, editions kept as a run keeps them, undrawn."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

import pypdfium2
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from flows import reading_room
from flows.document import LANGUAGES, file, markup
from flows.edition import manifest, store
from flows.record import as_json, findings
from flows.workbook.read import Limits
from tests import books
from tests.edition.orders import asked

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it asks for httpx's successor, which Prefect does not bring yet
    from starlette.testclient import TestClient

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from httpx import Response

ORIGIN = "http://127.0.0.1:4200"
Headers = Mapping[str, str | None]
"""Those of a request; None for one that a browser would send and this one does not."""
ORIGINAL: Headers = {"origin": ORIGIN}
MOST = Limits().file_bytes
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def kept(outputs: Path, folder: Path, as_of: date, book: books.Book, name: str = "record.xlsx") -> Path:
    """An edition's folder: its record and its manifest as they are, its PDFs blank pages."""
    cleaned = books.cleaned(folder, book)
    found = findings.compute(cleaned.record, as_of=as_of)
    files = {file(language, "pdf"): blank() for language in LANGUAGES}
    files |= {file(language, "html"): b"<!DOCTYPE html><title>x</title>" for language in LANGUAGES}
    files |= {"record.json": as_json.canonical(found).encode(), "changes.json": b"{}", "problems.json": b"[]"}
    files["problems.html"] = b"<!DOCTYPE html><title>x</title>"
    made = manifest.Made(asked(workbook=name, as_of=as_of), found.release, found.holds)
    files[manifest.NAME] = manifest.seal(made, files, markup.TEMPLATES, {})
    return store.keep(outputs, store.stem(name), as_of, files)


def blank() -> bytes:
    """A PDF of one blank page."""
    with pypdfium2.PdfDocument.new() as document:
        document.new_page(595, 842).close()
        written = io.BytesIO()
        document.save(written)
    return written.getvalue()


def served(inputs: Path, outputs: Path, most: int = MOST) -> Starlette:
    """The room where the server has it, beside the shelf."""
    for folder in (inputs, outputs):
        folder.mkdir(exist_ok=True)
    return Starlette(
        routes=[
            Mount("/editions", StaticFiles(directory=outputs)),
            Mount("/room", reading_room.app(inputs, outputs, most=most)),
        ]
    )


@dataclass
class Visitor:
    """A browser without a window, in front of a room over two folders."""

    client: TestClient
    inputs: Path
    outputs: Path

    def get(self, rest: str) -> Response:
        """The answer for an address below the room's."""
        answer: Response = self.client.get(f"/room{rest}", follow_redirects=False)
        return answer

    def text(self, rest: str) -> str:
        """The words of a page that is there, in one line."""
        answer = self.get(rest)
        assert answer.status_code == 200, answer.status_code
        return words(answer.text)

    def send(self, name: str, content: bytes, language: str = "en", headers: Headers = ORIGINAL) -> Response:
        """The answer to the form with that file, from the room's own page unless the headers say else."""
        page = self.client.get(f"/room/{language}/")
        (token,) = re.findall(r'name="token" value="([^"]+)"', page.text)
        answer: Response = self.client.post(
            f"/room/{language}/upload",
            data={"token": token},
            files={"workbook": (name, content, EXCEL)},
            headers={key: value for key, value in headers.items() if value is not None},
            follow_redirects=False,
        )
        return answer


def words(page: str) -> str:
    """What is read of a page, in one line; every kind of space is one."""
    body = page[page.index("<body>") :]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", re.sub(r"<wbr>|</?sup>", "", body))).split())


@contextmanager
def visiting(folder: Path, most: int = MOST) -> Iterator[Visitor]:
    """A visitor of a room in that folder."""
    inputs, outputs = folder / "inputs", folder / "outputs"
    with TestClient(served(inputs, outputs, most=most), base_url=ORIGIN) as client:
        yield Visitor(client, inputs, outputs)
