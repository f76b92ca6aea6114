"""An edition that stands on the shelf already, made from the very same: nothing needs to be made twice."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from flows.edition import manifest, store

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from flows.edition.manifest import Asked

EVER = datetime.min.replace(tzinfo=UTC)


def same(
    outputs: Path,
    asked: Asked,
    templates: Path,
    engine: Callable[[], Mapping[str, str]],
    not_before: datetime = EVER,
) -> Path | None:
    """The newest edition of that day with the same workbook, order, code and versions, still whole.

    `engine` gives what `manifest.seal` was given; it is asked only where all else is the same. None where
    there is no such edition, or none kept since that instant.
    """
    day = asked.as_of.isoformat()
    shelf = outputs / store.stem(asked.workbook)
    dated = sorted((one for one in store.numbered(shelf) if one[0] == day), reverse=True)
    wanted = manifest.origin(asked)
    recent = [folder for _, _, folder in dated if not_before == EVER or kept_at(folder) >= not_before]
    alike = [folder for folder in recent if _origin(folder) == wanted and whole(folder)]
    if not alike:
        return None
    versions = manifest.versions(templates, engine())
    return next((folder for folder in alike if _told(folder).get("versions") == versions), None)


def kept_at(folder: Path) -> datetime:
    """When its manifest was written, the last of its files; long ago where there is none."""
    try:
        return datetime.fromtimestamp((folder / manifest.NAME).stat().st_mtime, UTC)
    except OSError:
        return EVER


def whole(folder: Path) -> bool:
    """Whether every file that the edition's manifest names stands there as it was written."""
    files = _told(folder).get("files", {})
    try:
        return bool(files) and all(
            manifest.fingerprint((folder / name).read_bytes()) == digest for name, digest in files.items()
        )
    except OSError:
        return False


def _origin(folder: Path) -> dict[str, object]:
    told = _told(folder)
    return {name: told[name] for name in ("edition", "parameters", "workbook", "logo") if name in told}


def _told(folder: Path) -> dict[str, dict[str, str]]:
    """What the manifest tells; nothing where it cannot be read."""
    try:
        told: dict[str, dict[str, str]] = json.loads((folder / manifest.NAME).read_bytes())
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}
