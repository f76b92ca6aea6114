"""What is done once where it comes to the same: not one byte of a page is another."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from typing import TYPE_CHECKING

from flows.document.paper import typeset
from flows.document.paper.quicker import lengths_once
from tests import books
from tests.conftest import ROOT
from tests.document import making

if TYPE_CHECKING:
    from pathlib import Path
    from types import FunctionType

WITHOUT = """
import hashlib, sys
from pathlib import Path
from flows.document.paper import typeset
typeset.lengths_once = lambda: None
from tests import books
from tests.document import making
pdf = making.drawn(making.found(Path(sys.argv[1]), books.sound()), "fr").pdf
from weasyprint.layout import percent
assert not hasattr(percent.resolve_percentages, "shared")
print(hashlib.sha256(pdf).hexdigest())
"""


def of_layout() -> FunctionType:
    """The function of WeasyPrint's that is called from all over its layout."""
    typeset.ready()
    from weasyprint.layout import block  # noqa: PLC0415 - its private parts, as they are now

    found: FunctionType = block.resolve_percentages
    return found


def test_the_bytes_are_those_of_weasyprint_as_it_is(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WITHOUT, str(tmp_path)]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603 - ours
    pdf = making.drawn(making.found(tmp_path, books.sound()), "fr").pdf
    assert told.stdout.split()[-1] == hashlib.sha256(pdf).hexdigest()


def test_it_is_in_use_and_put_there_once() -> None:
    first = of_layout()
    assert vars(first)["shared"]
    lengths_once()
    assert of_layout() is first
