"""The list an edition goes out to where nobody names another: the sheet of its own workbook."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from flows import settings, steps
from flows.edition import manifest
from flows.spoken import Refusal

if TYPE_CHECKING:
    from flows.workbook.people import Recipient


def of_its_workbook(edition: Path) -> tuple[Recipient, ...]:
    """Everybody on the sheet of the workbook the edition was made from, as it is in the folder inputs now.

    Raises `Refusal` where that workbook is not there; `Unreadable` where it cannot be read.
    """
    own = json.loads((edition / manifest.NAME).read_bytes())["workbook"]["name"]
    workbook = settings.inputs() / Path(own).name
    if not workbook.is_file():
        raise Refusal("no_list", file=own)
    return steps.recipients(workbook)
