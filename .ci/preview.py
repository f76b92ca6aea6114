"""Shows a briefing anew at every save of a template, a style sheet or the code of a page: `make preview`.

Each time a process of its own draws the two core pages first and then the rest, in both languages, into
`outputs/preview/`, so that changed code counts too. Ctrl-C ends it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
import traceback
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows import steps
    from flows.order import Order

ROOT = Path(__file__).resolve().parents[1]
INTO = ROOT / "outputs" / "preview"
WATCHED = {"templates": ("*.j2", "*.css", "*.ttf"), "flows": ("*.py",)}
EVERY = 0.4  # seconds between two looks
BESIDE = (".png", ".jpg", ".jpeg", ".svg")  # what a logo may be


def main() -> int:
    """Draw, wait for a save, draw again; 0 once somebody has stopped it."""
    workbook = Path(os.environ.get("WORKBOOK") or ROOT / "inputs" / "facial-recognition.xlsx").resolve()
    if "--once" in sys.argv:
        return drawn(workbook)
    say(f"Watching templates and code for {workbook.name}; Ctrl-C stops. The pages are in outputs/preview.")
    drawing = None
    try:
        while True:
            seen = saved(workbook)
            drawing = subprocess.Popen([sys.executable, __file__, "--once"])
            while saved(workbook) == seen:
                time.sleep(EVERY)
            drawing.kill()
            drawing.wait()
    except KeyboardInterrupt:
        say("Stopped.")
        return 0
    finally:
        if drawing:
            drawing.kill()


def saved(workbook: Path) -> dict[Path, int]:
    """When each file that a page hangs on was last saved."""
    folders = ((ROOT / folder, kind) for folder, kinds in WATCHED.items() for kind in kinds)
    files = [path for folder, kind in folders for path in folder.rglob(kind)]
    beside = [path for path in workbook.parent.glob("*") if path.suffix.lower() in BESIDE]
    return dict(_times([workbook, *files, *beside]))


def _times(paths: list[Path]) -> Iterator[tuple[Path, int]]:
    for path in paths:
        try:
            yield path, path.stat().st_mtime_ns
        except OSError:  # an editor writes a file anew by removing it first
            continue


def drawn(workbook: Path) -> int:
    """Draw everything once; 1 where something is wrong, which is said in one line."""
    sys.path.insert(0, str(ROOT))
    try:
        _draw(workbook)
    except KeyboardInterrupt:
        return 0
    except Exception as wrong:  # noqa: BLE001 - whatever a template or a half-typed line may raise
        say(f"{where(wrong)}{why(wrong)}")
        return 1
    return 0


def _draw(workbook: Path) -> None:
    from flows import steps  # noqa: PLC0415 - code that may just have been broken
    from flows.order import Order  # noqa: PLC0415 - the same

    chosen = os.environ.get("AS_OF")
    day = date.fromisoformat(chosen) if chosen else date.today()  # noqa: DTZ011 - the day on the wall
    book = steps.read(workbook)
    cleaned = steps.clean(book)
    INTO.mkdir(parents=True, exist_ok=True)
    for extent in ("core", "full"):
        order = Order(day, extent=extent)
        examined = steps.examined(book, cleaned, steps.find(cleaned, order), order)
        for language in order.languages:
            _keep(examined, order, language)


def _keep(examined: steps.Examined, order: Order, language: str) -> None:
    """Draw one language, for paper and for the screen, and say so."""
    from flows import steps  # noqa: PLC0415 - as above
    from flows.document import render  # noqa: PLC0415 - as above

    begun = time.monotonic()
    made = render.rendered(lambda slack: steps.compose(examined, order, language, slack))
    for kind, content in (("pdf", made.pdf), ("html", made.screen.encode())):
        name = f"briefing-{language}.{kind}"
        (INTO / f".{name}").write_bytes(content)
        (INTO / f".{name}").replace(
            INTO / name
        )  # whole or not at all, for a viewer that looks again by itself
    took = time.monotonic() - begun
    say(f"briefing-{language}.pdf and .html, {order.extent}: {made.pages} pages, {took:.1f} s")


def where(wrong: Exception) -> str:
    """The file of ours, and the line of it, that is at fault: "templates/partials/x.html.j2, line 4: "."""
    named = [(getattr(wrong, "filename", None), getattr(wrong, "lineno", None))]
    frames = [(each.filename, each.lineno) for each in traceback.extract_tb(wrong.__traceback__)]
    for file, line in (*named, *reversed(frames)):
        path = Path(str(file)).resolve()
        ours = path.is_relative_to(ROOT) and ".venv" not in path.parts and path != Path(__file__).resolve()
        if file and ours:
            return f"{path.relative_to(ROOT).as_posix()}, line {line}: "
    return ""


def why(wrong: Exception) -> str:
    """What is wrong, on one line."""
    sentence = getattr(wrong, "sentence", None)
    words = sentence("en") if callable(sentence) else getattr(wrong, "message", None) or str(wrong)
    return " ".join(str(words).split()) or type(wrong).__name__


def say(words: str) -> None:
    """One line for whoever watches."""
    print(f"{time.strftime('%H:%M:%S')}  {words}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
