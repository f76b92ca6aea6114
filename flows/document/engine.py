"""The version of what lays out the pages and is not a Python package."""

from __future__ import annotations


def versions() -> dict[str, str]:
    """Pango's version: the same workbook may break its lines elsewhere with another one."""
    from weasyprint.text.ffi import pango  # noqa: PLC0415 - loads Pango, which a mere check does without

    number: int = pango.pango_version()
    return {"pango": f"{number // 10000}.{number // 100 % 100}.{number % 100}"}
