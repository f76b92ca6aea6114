"""One change in words (R9): which row, what it was and what it is now, and why that counts.

For the page and for `onrecord diff` alike, so that both say the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flows.document import named
from flows.document.cells import Cells
from flows.document.tongues import TWIN, elsewhere
from flows.document.values import Line, Run, passage
from flows.document.wording import dates, sentences
from flows.document.wording.sentences import capital
from flows.document.wording.words import WORDS, word
from flows.record.facts import OUT_OF_SIGHT, Day, Text
from flows.record.staleness import fate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from flows.document.named import Names
    from flows.document.values import Filling
    from flows.record.editions import Change, Changes, Consequence, Difference, Vanished
    from flows.record.facts import Organisation


ANSWERS = ("answer", "answer_twin")
"""The columns of what is known of a question."""


@dataclass(frozen=True, slots=True)
class Teller:
    """What changed, in one language."""

    changes: Changes
    language: str
    names: Names

    @property
    def cells(self) -> Cells:
        """What tells the content of a cell."""
        return self.names.cells

    def say(self, name: str, /, **values: str) -> str:
        """Fixed words, filled in."""
        return sentences.say(name, self.language, **values)

    def who(self, change: Change) -> tuple[Run, ...]:
        """Which row it is: see `named`."""
        return self.names.who(change)

    def lines(self, change: Change) -> tuple[Line, ...]:
        """What changed, a sentence each, and of cells why they count."""
        if change.what == "cells":
            return self._cells(change)
        if not change.substantive:
            return (self._line("change_form_only", columns=capital(self.say("why_looked_again"))),)
        return (getattr(self, f"_{change.what}")(change),)

    def _cells(self, change: Change) -> tuple[Line, ...]:
        """Each cell before and after, then the rules by which they count."""
        weighty = [one for one in change.columns if one.substantive]
        if not weighty:
            return (self._line("change_form_only", columns=capital(self.editorial(change))),)
        reasons = dict.fromkeys(self.say(f"why_{one.because}") for one in weighty)
        why = self._line("change_why", reasons=sentences.SEMICOLON[self.language].join(reasons))
        return (*(self._cell(change, one) for one in self._shown(weighty)), why)

    def _shown(self, cells: list[Difference]) -> list[Difference]:
        """Of a column and its twin, where both changed, the one in the page's language."""
        own = self.language == self.cells.own
        names = {one.column for one in cells}
        twins = {name for name in names if name.endswith(TWIN) and name.removesuffix(TWIN) in names}
        hidden = twins if own else {name.removesuffix(TWIN) for name in twins}
        return [one for one in cells if one.column not in hidden]

    def _cell(self, change: Change, one: Difference) -> Line:
        other = elsewhere(change, one.column, self.names.row(change), self.language, self.cells.own)
        called = self.cells.column(one.column.removesuffix(TWIN))
        column = capital(self.say("change_other_language", column=called) if other else called)
        if change.sheet == "responses":
            column = f"{column} ({self._answer(change)})"
        if change.sheet == "questions" and one.column in ANSWERS and fate(self.names.row(change)) == "open":
            column = self.say("change_answer_part")
        line = self._before_and_after(column, one, filled=change.heading == "new" and one.before is None)
        stale = self.say("change_twin_stale")
        return Line((*line.runs, Run(f" {stale}"))) if other else line

    def _before_and_after(self, column: str, one: Difference, *, filled: bool) -> Line:
        """What stood there and what stands there now; of a cell not printed either time, that it changed."""
        if all(one.withheld):
            return self._line("change_unseen", column=column)
        before, after = (
            self.cells.value(one.column, value, withheld=withheld)
            for value, withheld in zip((one.before, one.after), one.withheld, strict=True)
        )
        if filled:
            return self._line("change_filled", column=column, after=after)
        return self._line("change_cell", column=column, before=before, after=after)

    def editorial(self, change: Change) -> str:
        """The columns of which only the form changed, and by which rule."""
        if not change.columns:
            return self.say("why_looked_again")
        reasons: dict[str, list[str]] = {}
        for one in change.columns:
            reasons.setdefault(one.because, []).append(self.cells.column(one.column))
        told = (
            self.say(
                "change_editorial",
                columns=sentences.listed(list(dict.fromkeys(names)), self.language),
                reason=self.say(f"why_{because}"),
            )
            for because, names in reasons.items()
        )
        return sentences.SEMICOLON[self.language].join(told)

    def _row(self, change: Change) -> Line:
        if change.heading == "withdrawn":
            removed = change.after == ("row_removed",)
            return self._line("change_removed") if removed else self._retired(_listed(change.after))
        row = self.names.row(change)
        if change.sheet == "organisations":
            since = dates.with_word("since", row.watch_from, self.language) if row.watch_from else ""
            return self._line("change_followed", since=since) if since else self._line("change_body")
        if change.sheet == "responses":
            outcome = word("outcome", row.outcome or "not_checked", self.language)
            return self._line("change_response", answer=self._answer(change), outcome=outcome)
        if change.sheet == "questions":
            return self._asked(change.after)
        return self._dated(change.after, self._said(row))

    def _answer(self, change: Change) -> str:
        """Whose answer to a demand, and of which day: a demand may have many."""
        whose = self.cells.name(change.target)
        return f"{whose}, {dates.day(change.on, self.language)}" if change.on else whose

    def _asked(self, day: object) -> Line:
        """A question's words are its name already: when it was asked."""
        if not isinstance(day, Day):
            return self._line("change_question")
        return self._line("change_asked", on=dates.with_word("on", day, self.language))

    def _said(self, row: Any) -> tuple[Run, ...]:  # noqa: ANN401 - a row of any sheet with words of its own
        """What the row says: its demand or summary; a source its title."""
        own = getattr(row, "demand", None)
        said = own.words if own is not None else getattr(row, "summary", None)
        if said is not None:
            return passage(said, self.language)
        foreign = row.language if row.language != self.language else None
        return (Run(row.title, foreign),) if row.title else (Run(row.url or row.id),)

    def _dated(self, day: object, words: tuple[Run, ...]) -> Line:
        if isinstance(day, Day):
            on = capital(dates.day(day, self.language))
            return sentences.line("change_row", self.language, (), date=on, words=words)
        return sentences.line("change_words_alone", self.language, (), words=words)

    def _set_aside(self, change: Change) -> Line:
        came = change.heading == "new"
        return self._by_rule("change_set_aside_at_once" if came else "change_set_aside", change.after)

    def _restored(self, change: Change) -> Line:
        if change.before == ("retired",):
            return self._line("change_restored_retired")
        return self._by_rule("change_restored", change.before)

    def _status(self, change: Change) -> Line:
        before, after = (word("status", str(code), self.language) for code in (change.before, change.after))
        return self._line("change_status", before=before, after=after)

    def _outcome(self, change: Change) -> Line:
        before, after = (word("outcome", str(code), self.language) for code in (change.before, change.after))
        return self._line("change_outcome", target=self.cells.name(change.target), before=before, after=after)

    def _setting(self, change: Change) -> Line:
        return self._line("change_setting", before=str(change.before), after=str(change.after))

    def whose(self, one: Consequence) -> str:
        """Whose commitment or demand it is."""
        sheet = "announcements" if one.what == "status" else "reactions"
        row = self.names.rows.get((sheet, one.id))
        return self.cells.name(getattr(row, "organisation", None) or getattr(row, "actor", None))

    def vanished(self, one: Vanished) -> Line:
        """The alarm for an id that is gone, with the question whether it was renumbered (R9)."""
        told = self._line("change_vanished", id=self.known_as(one))
        if not one.perhaps:
            return told
        asked = self.say("change_renumbered", ids=sentences.listed(list(one.perhaps), self.language))
        return Line((*told.runs, Run(f" {asked}")))

    def known_as(self, one: Vanished) -> str:
        """The id that is gone, and what its row was in the edition before where that had it."""
        was = named.plain(self.names.was(one.sheet, one.id))
        return self.say("change_was", id=one.id, was=was) if was else one.id

    def led(self, one: Consequence) -> Line:
        """What the change of a row led to."""
        before, after = (word(one.what, code, self.language) for code in (one.before, one.after))
        sheet = "reactions" if one.what == "outcome" else "announcements"
        values: dict[str, str] = {"before": before, "after": after, "whose": self.names.whose(sheet, one.id)}
        if one.what == "outcome":
            values["target"] = self.cells.name(one.target)
        return sentences.line(f"change_led_{one.what}", self.language, (one.id,), **values)

    def _line(self, name: str, /, **values: Filling) -> Line:
        return sentences.line(name, self.language, (), **values)

    def _by_rule(self, name: str, rules: object) -> Line:
        """A sentence with the rules that set a row aside, in words."""
        known = (rule if rule in WORDS["aside"] else "otherwise" for rule in _listed(rules))
        told = dict.fromkeys(word("aside", rule, self.language) for rule in known)
        return self._line(name, reasons=sentences.SEMICOLON[self.language].join(told))

    def _retired(self, reasons: tuple[str, ...]) -> Line:
        """A sentence with the words typed when a row was retired, or that it is out of sight."""
        if not OUT_OF_SIGHT_RULES.isdisjoint(reasons):
            return self._by_rule("change_withdrawn", reasons)
        words = Text("; ".join(reasons), self.cells.own)
        return self._line("change_withdrawn", reasons=passage(words, self.language))


OUT_OF_SIGHT_RULES = frozenset(OUT_OF_SIGHT)


def _listed(value: object) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, tuple) else ()


def teller(changes: Changes, language: str, names: Mapping[str, str] | None = None) -> Teller:
    """What tells the changes; without `names` bodies go by those the later edition has for them."""
    record = changes.after.record
    own = _named(record.organisations, language) if names is None else names
    return Teller(changes, language, named.names(changes, Cells(language, record.language, own)))


def _named(bodies: Iterable[Organisation], language: str) -> dict[str, str]:
    """The bodies that have a name of their own in the language."""
    return {
        body.name: body.name_twin.words
        for body in bodies
        if body.name_twin is not None and body.name_twin.language == language
    }
