"""What a formula says in each cell of a group that Excel keeps it once for."""

from xml.etree.ElementTree import Element

from openpyxl.formula.tokenizer import TokenizerError
from openpyxl.formula.translate import Translator, TranslatorError

from flows.workbook.reading.places import Place, address


class Formulas:
    """One sheet's groups of formulas, each as its first cell has it."""

    def __init__(self, most: int) -> None:
        """None of them yet; no more than so many characters will be said anew for another cell."""
        self._left = most
        self._groups: dict[str, tuple[str, Place]] = {}
        self._taken_apart: dict[str, Translator] = {}

    def note(self, place: Place, formula: Element) -> None:
        """Keep the formula where it begins a group: the others of the group hold only its number."""
        if formula.get("t") == "shared" and formula.text:
            self._groups[formula.get("si", "")] = (f"={formula.text}", place)
            self._taken_apart.pop(formula.get("si", ""), None)

    def typed(self, place: Place, formula: Element) -> str:
        """The formula as it stands in that cell; as its group begins where it cannot be said anew."""
        group = formula.get("si", "")
        if formula.text or formula.get("t") != "shared" or group not in self._groups:
            return f"={formula.text or ''}"
        first, origin = self._groups[group]
        self._left -= len(first)
        if self._left < 0:
            return first
        try:
            if group not in self._taken_apart:
                self._taken_apart[group] = Translator(first, address(*origin))
            return str(self._taken_apart[group].translate_formula(address(*place)))
        except (TokenizerError, TranslatorError, ValueError, IndexError):
            return first
