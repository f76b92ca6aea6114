"""Web addresses that lead nowhere, or not to what was read, in the columns that hold any."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import polars as pl

from flows.workbook.cleaning import detours
from flows.workbook.cleaning.citations import AFTER, WEB, unwrapped
from flows.workbook.cleaning.harvest import cell
from flows.workbook.complaints import problem
from flows.workbook.complaints.addresses import FAULTS
from flows.workbook.complaints.words import clip, guess, own_address
from flows.workbook.text import key, parts, placeholder, run_in, tidied

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from flows.workbook.problems import Problem

Fault = tuple[str | None, dict[str, str]]
"""The rule that an address breaks, or None, and what its sentences name besides."""

SORTS = ("sources", "address")
SOUND = r"^https?://(?:[\p{L}\p{N}_-]+\.)+\p{L}[\p{L}\p{N}-]+\.?(?::[0-9]{2,5})?(?:[/?#][^\s<>\x22]*)?$"
"""What nearly all addresses look like: whatever else stands in the cell is looked at one by one."""

HOST = r"(?:[^\W_][\w-]*\.)+[^\W\d_][\w-]+\.?(?::\d{2,5})?"
BEFORE_ANOTHER = "/=?&#:|-"
"""What an address within another, as an archive has it, comes after."""

SHORTENERS = frozenset(
    (
        *("bit.ly", "t.co", "tinyurl.com", "goo.gl", "ow.ly", "buff.ly", "is.gd", "lnkd.in", "dlvr.it"),
        *("fb.me", "amzn.to", "cutt.ly", "rebrand.ly", "rb.gy", "t.ly", "shorturl.at", "trib.al", "wp.me"),
        *("j.mp", "tiny.cc", "v.gd", "nyti.ms", "wapo.st", "reut.rs", "on.ft.com", "bbc.in", "urlr.me"),
    )
)
SEARCHES = re.compile(
    r"(?i)^https?://(?:(?:www\.|news\.)?google\.[a-z.]{2,6}/search\b|(?:www\.)?bing\.com/(?:news/)?search\b|"
    r"(?:www\.|html\.)?duckduckgo\.com/(?:html/)?\?|(?:[a-z]+\.)?search\.yahoo\.|(?:www\.)?qwant\.com/\?|"
    r"(?:www\.)?ecosia\.org/search|(?:www\.)?startpage\.com/|(?:www\.)?baidu\.com/s\b|yandex\.[a-z]+/search)"
)
PRIVATE = re.compile(
    r"(?i)^(?:https?://)?(?:localhost|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|"
    r"172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|[\w-]+\.(?:local|lan|intranet|internal))(?::\d+)?(?:/|$)"
)
MAIL = re.compile(r"(?i)^(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+$")
FILE = re.compile(
    r"(?i)^(?:file:|[a-z]:[\\/]|\\\\|~?/[^/\s]+/|\.{1,2}[\\/])|^[^\s/:]+\.(?:pdf|docx?|xlsx?|pptx?|png|jpe?g|html?|eml|txt)$"
)
MISSPELT_SCHEME = re.compile(
    r"(?i)^(?:h{1,2}t{1,3}p{0,2}s{0,2}|htps?|hptts?|ttps?|https?)\s*(?::\s*/{1,3}|;\s*//|:\\\\|//|:(?=[\w-]+\.))\s*(?=\S)"
)
BARE = re.compile(r"(?i)^(?:[\w-]+\.)+([a-z]{2,24})(?:[/?#]\S*)?$")
WEB_START = re.compile(r"(?i)^(?:https?://|www\.)")
ONE_SOURCE = re.compile(r"(?i)S[ _-]?(\d{1,9})")
CUT = re.compile(r"…|\.\.\.$")
LEADS_ON = frozenset(
    (
        *("and", "or", "see", "cf", "via", "at", "on", "read", "seen", "source", "sources", "url", "link"),
        *("et", "ou", "voir", "sur", "lu", "vu", "lien"),
    )
)
"""Words beside an address that are no loss."""
TOPS = frozenset(
    (
        *("com", "org", "net", "edu", "gov", "mil", "int", "info", "news", "tv", "media", "press", "blog"),
        *("law", "app", "dev", "io", "ai", "co", "eu", "fr", "uk", "us", "de", "ca", "be", "ch", "es", "it"),
        *("nl", "au", "nz", "ie", "in", "jp", "br", "se", "no", "dk", "fi", "pl", "at", "pt", "cz"),
    )
)
"""Endings that make of words with dots an address; "Amazon.com" alone is a name all the same."""


def web(cells: pl.DataFrame, language: str) -> Iterator[Problem]:
    """A complaint about each address that cannot be followed, or only by the team."""
    whole = unwrapped(tidied(pl.col("text")))
    alone = pl.concat_list(whole)  # an address may have a ; in it, and a list of them cannot
    held = cells.filter(pl.col("sort").is_in(SORTS)).with_columns(
        part=pl.when(pl.col("sort") == "sources").then(parts(pl.col("text"))).otherwise(alone)
    )
    entries = held.explode("part", empty_as_null=True).filter(pl.col("part").is_not_null())
    sound = pl.col("part").str.contains(f"(?i){SOUND}")
    site = pl.col("part").str.extract("(?i)^https?://(?:www[.])?([^/?#:]+)").str.to_lowercase()
    dubious = site.is_in(list(SHORTENERS)) | pl.col("part").str.contains("(?i)google|bing|search|[?]q=|/url")
    dubious |= pl.col("part").str.contains(f"(?i){detours.HINT}") | pl.col("part").str.contains(CUT.pattern)
    twice = pl.col("part").str.count_matches("(?i)https?:/") > 1
    private = pl.col("part").str.contains("(?i)^https?://(?:[0-9]|[^/]*[.](?:local|lan|intranet|internal))")
    kept = set(cells.filter(pl.col("name") == "publisher").select("sheet", "row", "text").iter_rows())
    odd = entries.filter((~sound | dubious | twice | private) & ~placeholder(pl.col("part")))
    for found in odd.iter_rows(named=True):
        behind = found["link"] and WEB_START.match(found["link"]) and "://" not in found["part"]
        known = (found["sheet"], found["row"], host(found["part"])) in kept  # kept as it is, and said so
        if not behind and not known:
            yield from _judged(found, language)


def _judged(found: dict[str, Any], language: str) -> Iterator[Problem]:
    typed: str = found["part"]
    alone = found["sort"] == "address" or not re.search(r"\s", typed)
    where = cell(found)
    rule, details = _fault(typed, language) if alone else _within(typed, language)
    if rule is None and found["sort"] == "sources":
        rule, details = _beside(typed)
    elif rule is None and not WEB_START.match(typed):
        rule, details = "not_an_address", {}
    if rule:
        yield problem(rule, where, language, typed, None, **details)


def _fault(typed: str, language: str) -> Fault:
    """What is wrong with an entry that is one address, or was to be one."""
    if detours.through(typed):
        return "detour_address", {"end": own_address(detours.end_of(typed), language)}
    several = _apart(typed)
    if len(several) > 1:
        return "addresses_run_together", {"entries": "; ".join(several)}
    for rule, shape in (
        ("mail_for_source", MAIL),
        ("private_address", PRIVATE),
        ("search_address", SEARCHES),
    ):
        if shape.match(typed):
            return rule, {}
    if host(typed) in SHORTENERS and WEB_START.match(typed):
        return "short_address", {}
    return _broken(typed, language)


def _broken(typed: str, language: str) -> Fault:
    if FILE.match(typed) and not WEB_START.match(typed):
        return "file_for_source", {}
    bare = BARE.match(typed)
    if bare and not WEB_START.match(typed) and bare[1].lower() in TOPS:
        return "address_without_scheme", {"offered": f"https://{typed}"}
    if not WEB_START.match(typed):
        begun = MISSPELT_SCHEME.match(typed)
        return ("broken_address", _of(typed, "scheme", begun, language)) if begun else (None, {})
    if re.search(r"\s", typed):
        return "broken_address", _of(typed, "space", None, language)
    if CUT.search(typed):
        return "broken_address", _of(typed, "cut", None, language)
    fine = re.match(
        r"(?i)(?:https?://|(?=www\.))(?:[^\W_][\w-]*\.)+[^\W\d_][\w-]+\.?(?::\d{2,5})?(?:[/?#]|$)", typed
    )
    numbers = re.match(r"(?i)https?://\d+\.\d+\.\d+\.\d+(?::\d+)?(?:[/?#]|$)", typed)
    return (None, {}) if fine or numbers else ("broken_address", _of(typed, "host", None, language))


def _within(typed: str, language: str) -> Fault:
    """What is wrong with an address among words, which are none of it unless a space tore it apart."""
    words = typed.split()
    begun = [at for at, word in enumerate(words) if WEB_START.match(word)]
    if len(begun) == 1 and begun[0] == 0 and _goes_on(words):
        return "broken_address", _of(typed, "space", None, language)
    if any(MISSPELT_SCHEME.match(word) and not WEB_START.match(word) for word in words):
        return "broken_address", _of(typed, "scheme", None, language)
    faults = (_fault(word, language) for word in words if WEB_START.match(word))
    return next(((rule, details) for rule, details in faults if rule), (None, {}))


def _beside(typed: str) -> Fault:
    """What stands beside an address and is read by nobody: the ids of sources, or words."""
    addresses = [each.rstrip(AFTER if "(" in each else f"{AFTER})") for each in re.findall(WEB, typed)]
    rest = " ".join(re.sub(WEB, " ", typed).split()).strip(" ,:&/()")
    if not addresses or not {key(word) for word in rest.split()} - LEADS_ON - {""}:
        return None, {}
    alone = ONE_SOURCE.fullmatch(rest)
    ids = (f"S{int(alone[1]):03}",) if alone else run_in(rest)
    if ids and all(each.startswith("S") for each in ids):
        return "id_beside_address", {"entries": "; ".join((*ids, *addresses))}
    return "words_beside_address", {"lost": clip(rest)}


def _goes_on(words: list[str]) -> bool:
    """Whether what follows the first space looks like the rest of the address, not like words about it."""
    first, *rest = words
    _, _, path = re.sub("(?i)^https?://", "", first).partition("/")
    host_only = not path and "." not in re.sub(r"(?i)^(?:https?://)?(?:www\.)?", "", first).rstrip(".")
    marks = r"[/?=&%]|\.(?:html?|php|aspx?|pdf)\b|^\.[a-z]"
    return host_only or any(re.search(marks, word) and not WEB_START.match(word) for word in rest)


def _of(typed: str, fault: str, begun: re.Match[str] | None, language: str) -> dict[str, str]:
    mended = f"https://{typed[begun.end() :]}" if begun else None
    return {"fault": FAULTS[fault][language], "guess": guess(mended, language)}


def _apart(typed: str) -> list[str]:
    """The addresses of an entry with several and nothing between; an archive's address holds another."""
    starts = [found.start() for found in re.finditer(r"(?i)https?:/", typed)]
    own = [at for at in starts if at == 0 or typed[at - 1] not in BEFORE_ANOTHER]
    if len(own) < 2 or own[0] or re.search(r"\s", typed):  # noqa: PLR2004 - two of them
        return []
    ends = [*own[1:], len(typed)]
    return [typed[at:end].rstrip(",;") for at, end in zip(own, ends, strict=True)]


def host(typed: str) -> str:
    """The site of an address, in small letters, without www."""
    return re.sub(r"(?i)^(?:https?://)?(?:www\.)?", "", typed).partition("/")[0].partition("?")[0].lower()
