"""From a passage to the cells its words rest on, by tab, line and the model's name of the column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.document.tracing.columns import CALLED, CITABLE, DECIDED, NEEDED, NEVER, PRINTED, SPOKEN
from flows.document.tracing.kinds import ANEW, BARRED, KINDS
from flows.document.tracing.passages import Passage
from flows.document.tracing.related import Related

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flows.document.tracing.related import Fact
    from flows.record.facts import Grid, Origin
    from flows.record.results import Findings

Cell = tuple[str, int, str]
"""A tab, a line, the model's name of a column."""
Column = tuple[str, str]
"""A tab and the model's name of a column."""

EXTRA = "extra:"  # before the header of a column of the team's own
INHERITED = ("actor", "reacted_on", "about", "source")  # what a dotted row may leave to its base (model 1.1)
NAMING = ("organisation", "actor", "target", "aimed_at", "recipients")
CITING = {"source": "sources", "answer_source": "answer_sources"}
ASIDE = frozenset(
    " ".join(NEEDED.values()).split()
)  # of a row set aside: more may lead to cells nobody prints
OTHER = {"en": "fr", "fr": "en"}


class Cells:
    """What passages rest on in one edition."""

    def __init__(self, findings: Findings, grids: Iterable[Grid]) -> None:
        """`grids` say where each sheet's cells stand."""
        self.related = Related(findings)
        self.language = findings.record.language
        self.compared = findings.previous is not None
        self.grids = {grid.label: grid for grid in grids}
        self.columns = {grid.label: dict(grid.columns) for grid in self.grids.values()}
        self.known: dict[tuple[Origin, str, str, str], frozenset[Cell]] = {}
        self.unresolved = tuple(
            f"{one.sheet}-{one.origin.row}"
            for one in findings.set_aside
            if one.category == "to_resolve" and not one.out_of_sight
        )

    def of(self, passage: Passage, language: str) -> frozenset[Cell]:
        """The cells of rows: those it names, and those that go with them."""
        if passage.kind == "aside":
            return frozenset(cell for cell in self._aside(passage.ids) if cell[2] in ASIDE)
        rests, to = KINDS[passage.kind], self.related
        # Whatever is corrected in a row brings the bar and its word.
        barred = PRINTED if self.compared and passage.kind in BARRED else ""
        parts = (
            (rests.own, to.own), (rests.chain, to.chain), (rests.voices, to.voices),
            (rests.evidence, to.evidence), (rests.about, to.about), (rests.alike, to.same_voice),
            (rests.gifts, to.gifts), (barred, to.own), (barred, to.chain), (barred, to.evidence),
        )  # fmt: skip
        told = (
            self._told(row, columns, rests.bodies, language)
            for columns, rows in parts
            if columns
            for row in rows(passage.ids)
        )
        return frozenset().union(*told)

    def _told(self, row: Fact, columns: str, bodies: str, language: str) -> frozenset[Cell]:
        """Those of one row, worked out once for all passages that rest on it in the same way."""
        key = row.origin, columns, bodies, language
        if key not in self.known:
            self.known[key] = frozenset(self._row(row, self._named(row, columns), bodies, language))
        return self.known[key]

    def _named(self, row: Fact, columns: str) -> list[str]:
        """The columns meant, of the row's own sheet: by name, or all that are printed."""
        if columns != PRINTED:
            own = [name for name in self.columns[row.origin.sheet] if name.startswith(EXTRA)]
            return [*columns.split(), *(own if "extras" in columns.split() else ())]
        return [name for name in self.columns[row.origin.sheet] if name not in NEVER]

    def needed(self, passage: Passage, language: str) -> frozenset[Cell]:
        """What its rows are not printed without: those it names, their commitment's, their base.

        A row to resolve, once a cell of it is mended, may stand wherever rows of its sheet are chosen.
        """
        rests, to = KINDS[passage.kind], self.related
        if passage.kind == "aside":
            return frozenset(self._aside(passage.ids))
        if passage.kind in {"release", "furniture"}:
            return self._released(language)
        ids = passage.ids
        bases = [one.partition(".")[0] for one in ids if "." in one]
        parts = (
            to.own((*ids, *bases)),
            to.chain(ids) if rests.chain else (),
            to.about(ids) if rests.about else (),
        )
        rows = (row for found in parts for row in found)
        kept = (
            cell
            for row in rows
            for column in NEEDED.get(self.grids[row.origin.sheet].sheet, "").split()
            for cell in self._cell(row, column, language)
        )
        return frozenset((*kept, *(self._aside(self.unresolved) if rests.whole else ())))

    def _released(self, language: str) -> frozenset[Cell]:
        """What the mark of a draft rests on beside whole columns: quotes, and demands called met."""
        quoted = (
            cell for row in self.related.quoting() for cell in self._row(row, SPOKEN.split(), "", language)
        )
        met = (self.of(Passage("outcome", (one,), ()), language) for one in self.related.met())
        return frozenset(quoted).union(*met)

    def whole(self, kind: str) -> frozenset[Column]:
        """The whole columns a kind of passage rests on, twins included."""
        whole = KINDS[kind].whole
        if kind in ANEW:
            whole = {"*": PRINTED} if self.compared else {} if kind == "changes" else whole
        found = ((grid, whole.get(grid.sheet, whole.get("*"))) for grid in self.grids.values())
        return frozenset(
            (grid.label, column)
            for grid, names in found
            if names and not (names == PRINTED and grid.sheet in DECIDED)
            for column, _ in grid.columns
            if _among(column.removesuffix("_en").removesuffix("_fr"), names)
        )

    def named(self, passage: Passage) -> list[str]:
        """The ids of the rows a passage names; of a row set aside only where the page tells its id."""
        if passage.kind != "aside":
            return list(passage.ids)
        aside = {f"{one.sheet}-{one.origin.row}": one.id for one in self.related.findings.set_aside}
        return [told for row in passage.ids if (told := aside.get(row))]

    def sources(self, passage: Passage) -> list[str]:
        """What the rows it names cite: ids of printed sources and addresses, in order."""
        rows = self.related.own(passage.ids)
        cited = (one for row in rows for name in CITING.values() for one in getattr(row, name, ()))
        kept = (one.value for one in cited if one.kind == "url" or one.value in self.related.sources)
        return list(dict.fromkeys(kept))

    def _aside(self, rows: Iterable[str]) -> Iterator[Cell]:
        """Every cell of a row set aside: whichever of them is mended may bring it back."""
        for row in rows:
            sheet, _, line = row.rpartition("-")
            for label, grid in self.grids.items():
                if grid.sheet == sheet:
                    yield from ((label, int(line), column) for column, _ in grid.columns)

    def _row(self, row: Fact, columns: Iterable[str], bodies: str, language: str) -> Iterator[Cell]:
        for column in columns:
            yield from self._cell(row, column, language)
            if column in NAMING:
                called = f"{CALLED} {bodies}".split()
                known = (body for name in _names(row, column) for body in self.related.bodies.get(name, ()))
                yield from (
                    cell for body in known for one in called for cell in self._cell(body, one, language)
                )
            for source in self.related.own(_cited(row, column)):
                yield from (cell for one in CITABLE.split() for cell in self._cell(source, one, language))

    def _cell(self, row: Fact, column: str, language: str) -> Iterator[Cell]:
        """The row's cell in that column, its twin where that counts, its base row's where it is blank."""
        label, line = row.origin.sheet, row.origin.row
        blank = (line, column) not in self.grids[label].filled
        if column in self.columns[label]:
            yield label, line, column
            if blank and column in INHERITED and "." in getattr(row, "id", ""):
                bases = self.related.own([row.id.partition(".")[0]])
                yield from ((base.origin.sheet, base.origin.row, column) for base in bases)
        twin = f"{column}_{language if language != self.language else OTHER[language]}"
        if twin in self.columns[label] and (blank or language != self.language):
            yield label, line, twin


def _among(column: str, names: str) -> bool:
    """Whether the column is meant: by name, or as one of all that are printed, or of all."""
    if names == PRINTED:
        return column not in NEVER
    return names == "*" or column in names.split()


def _names(row: Fact, column: str) -> Iterator[str]:
    """The organisations a row names in that column."""
    for where in (row, getattr(row, "demand", None)):
        named = getattr(where, column, None) or ()
        yield from (named,) if isinstance(named, str) else named


def _cited(row: Fact, column: str) -> Iterator[str]:
    """The ids of sources a row cites in that column."""
    if column in CITING:
        yield from (one.value for one in getattr(row, CITING[column], ()) if one.kind == "id")
