"""A small page beside Prefect's own: workbooks come in, are checked at once, and editions are looked at.

app           the room as an application, to be mounted by whoever serves it
home, check, upload, compare    one page each: what it shows, and what is done there
inbox         inputs/: the workbooks, their former versions, how one is stored
shelf         outputs/: the editions; pictures: their first pages
readings      what reading a workbook has given, done once for each content
coming        the next dates that matter
guards        what a form, a request and an answer have to pass
addresses, pages, wording       where everything is, how it is set, what it says
"""

from __future__ import annotations

from flows.reading_room.application import app

__all__ = ["app"]
