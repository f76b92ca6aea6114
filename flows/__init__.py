"""On Record: a workbook becomes a record, the record a document, the document an edition.

record/     what the team knows: facts, and what follows from them on a date
workbook/   Excel in and out: cells to facts, complaints to cells
            blank/: an empty workbook, or one with an older one's rows
document/   what the reader sees: findings to pages, in English and French
            chapters/: a long briefing cut up, drawn side by side, kept, bound
edition/    what is kept: folders written whole or not at all, their manifests; guard: what may leave
            sealing/: PDFs signed, or under a password
delivery/   what is sent: who gets an edition, once, and what became of it

steps       read, clean, find, compose: the way through the rooms; keeping: its last step
printing    the pages drawn, side by side; and all the steps to an edition, in order
mending/    what is to be put right, told to the team: the page problems.html, and what to fill in next
briefing    the same as a Prefect flow; `from flows import briefing` gives the flow itself
distribution     the flow that sends one; handing_over: blocks looked up, outcomes shown and named
tasks       the steps as its tasks; making: the tasks in their order; publishing/: what its page shows of them
releasing   whether an edition may go out; approval: the question a run stops at until a person answers
once        the flow, run once from a terminal (make briefing); serving/: in Prefect's UI (make ui)
reading_room/    a page beside Prefect's: workbooks come in, editions are looked at
cli         the command `onrecord`, without any server; commands: where each of its words stands
building    build, findings and diff; served: ui and notify, which need a server
early       commands that begin to read a workbook before all else is loaded
usage       what may be typed after it; usage_sending: the same for what sends, usage_new for what starts
starting    a new workbook, empty or with an older one's rows
dispatch/   an edition on its way out: send and deliveries; reaching: the server that runs, for a command
terminal    how the person there is spoken to; spoken: every sentence in both languages; typed: what was meant
settled     what a team has decided of its check, in a sentence; check_words: what else a check says
checking    a workbook checked there; ticking: how long a step has taken so far, told at a terminal
order       what edition is asked for; earlier: the one before it, and what changed since
to_fix      the workbook handed back with its problems in it; to_fix_words: what is said of that
report      what came out, for people and scripts; verifying: whether a file is what was issued
blocks/     mail server, recipients, keys and stores, as Prefect's page keeps them for the team
notices     who is told of a failure or a draft; notice_words: what is said of that at the terminal
settings    where things are; workbooks: those in inputs/; cipher: the key to what Prefect keeps secret
ports       whether one is free, and who answers there
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flows.briefing import briefing as briefing


class _Package(ModuleType):
    """This package, whose `briefing` is the flow although a file has that name; Prefect waits until asked."""

    @property
    def briefing(self) -> object:
        """The Prefect flow `briefing(...)`."""
        return import_module("flows.briefing").briefing

    @briefing.setter
    def briefing(self, file: ModuleType) -> None:
        """Let Python's import machinery hand over the file, which is not what the name means here."""


sys.modules[__name__].__class__ = _Package
