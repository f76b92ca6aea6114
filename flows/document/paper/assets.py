"""What a page may load: files below `templates/` by the scheme asset:, and drawings in the page itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

if TYPE_CHECKING:
    from pathlib import Path

KINDS = {".css": "text/css", ".ttf": "font/ttf", ".svg": "image/svg+xml", ".png": "image/png"}


class AssetFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint ships no types
    """Serves the bundled assets and nothing else: no network, no other file."""

    def __init__(self, folder: Path) -> None:
        """`folder` is the templates folder."""
        super().__init__(allowed_protocols={"data", "asset"}, fail_on_errors=True)
        self.folder = folder.resolve()

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:  # noqa: ANN401 - WeasyPrint's own type
        """The asset.

        Raises:
            FatalURLFetchingError: anything but an asset of a known kind or a drawing in the page.
        """
        if url.startswith(("data:image/svg+xml;base64,", "data:image/png;base64,")):
            return super().fetch(url, headers)
        path = (self.folder / url.removeprefix("asset:")).resolve()
        known = url.startswith("asset:") and path.suffix in KINDS and path.is_relative_to(self.folder)
        if not known or not path.is_file():
            raise FatalURLFetchingError(f"refused: {url[:80]}")
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": KINDS[path.suffix]})
