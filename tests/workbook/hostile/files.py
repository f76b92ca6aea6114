"""Every file the tests make that must be refused, and every one that looks dangerous and must not be."""

from tests.workbook import attacks, damage, doors, lookalikes
from tests.workbook.broken import Broken
from tests.workbook.hostile import heavy, letters, loads, names, rows, ways, words, zips
from tests.workbook.hostile.tame import Tame


def refused() -> list[Broken]:
    """Files made to harm, in the order of what they try."""
    return [
        *zips.lying(),
        *names.named(),
        *letters.written(),
        *ways.leading(),
        *rows.placed(),
        *heavy.weighed(),
    ]


def read() -> list[Tame]:
    """Files that look dangerous, and hold what they hold."""
    return [*words.told(), *loads.borne()]


def all_refused() -> list[Broken]:
    """The same as `refused`, and files of other kinds, harmed ones and bombs."""
    return [
        *refused(),
        *attacks.hostile(),
        *attacks.bombs(),
        *damage.torn(),
        *lookalikes.others(),
        *doors.hostile(),
    ]


def everything() -> list[Broken | Tame]:
    """All of them."""
    return [*all_refused(), *read()]
