"""What no edition can be made of, in a sentence for whoever asked: the record itself has no language."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flows.record.findings import Tally


class DoesNotAddUp(Exception):  # noqa: N818 - read aloud: it does not add up
    """Some row read would be neither printed nor accounted for, or twice (R16): no edition then."""

    def sentence(self, language: str) -> str:
        """The sheets that do not add up, with their figures, in `language` ("en" or "fr")."""
        tallies: tuple[Tally, ...] = self.args
        figures = "; ".join(figured(tally) for tally in tallies)
        if language == "fr":
            return (
                "Aucune édition n’a été produite\u00a0: les lignes lues et les lignes comptées diffèrent. "
                f"{figures}. Merci de le signaler en joignant le classeur\u202f; aucune de vos cellules "
                "n’est en cause."
            )
        return (
            f"No edition was made: the rows read and the rows accounted for differ. {figures}. "
            "Please report this with the workbook; no cell of yours is the cause."
        )


def figured(tally: Tally) -> str:
    """A sheet's sum: "announcements: 3 ≠ 1 + 0 + 0 + 1 + 0"."""
    parts = (tally.printed, tally.retired, tally.future, tally.to_resolve, tally.empty)
    return f"{tally.sheet}: {tally.read} ≠ {' + '.join(str(part) for part in parts)}"
