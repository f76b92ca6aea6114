"""The elements of a part, told one by one as they are unpacked; nothing kept, no definition obeyed."""

from collections.abc import Callable, Mapping
from functools import partial
from xml.parsers import expat

from flows.workbook.reading.package import Package

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
LONGEST_TAG = 3 << 20  # bytes of a tag or a remark: the parser begins it anew with each piece it is fed
OUT_OF_MEMORY = 1  # expat's number for it

Attributes = dict[str, str]
Began = Callable[[Attributes], object]


class Watch:
    """What to do at the elements of one part, named "namespace name"; `at` is how far the parser has come."""

    def __init__(
        self,
        began: Mapping[str, Began],
        ended: Mapping[str, Callable[[], object]] | None = None,
        root: str | None = None,
        letters: Callable[[str], object] | None = None,
    ) -> None:
        """Call `began` with an element's attributes at its start, `ended` at its end, `letters` between.

        With a `root`, the part has to be that one.
        """
        self.began = began
        self.letters = letters
        self.ended = ended or {}
        self.root = root
        self.found: str | None = None  # the part's outermost element
        self.at: Callable[[], int] = int  # bytes of the part before the element, set when the scan starts
        self.depth: Callable[[], int] = int  # of the element, so too


def scan(package: Package, name: str, watch: Watch | None = None) -> int:
    """How many elements the part has; on the way `watch` is told of them.

    Raises `Unreadable` for a part that is missing, damaged, not well formed, nested too deep, too big, of
    another kind than its root should tell, or that carries a document type: those can name files of this
    machine or grow without end.
    """
    watch = watch or Watch({})
    parser, count = _parser(package, name, watch)
    pieces = package.stream(name)
    fed = 0
    try:
        for piece in pieces:
            parser.Parse(piece)
            fed += len(piece)
            if fed - parser.CurrentByteIndex > LONGEST_TAG:
                raise package.refusal("zip_bomb", name)
        parser.Parse(b"", True)  # noqa: FBT003 - expat takes no name for "this was all"
    except expat.ExpatError as error:
        if error.code == OUT_OF_MEMORY:
            raise MemoryError from error
        for _ in pieces:  # a wrong checksum at the end is the better reason
            continue
        raise package.refusal("bad_xml", name) from error
    except (LookupError, ValueError, TypeError) as error:  # an encoding nobody knows
        raise package.refusal("bad_xml", name) from error
    _check_root(package, name, watch)
    return count()


def drain(package: Package, name: str) -> None:
    """Unpack a part that is not looked into, for its size and checksum."""
    for _ in package.stream(name):
        pass


def elements(package: Package, name: str, *kept: str) -> list[tuple[str, Attributes]]:
    """The part's elements named in `kept`, with their attributes, in document order."""
    found: list[tuple[str, Attributes]] = []

    def keep(tag: str, attributes: Attributes) -> None:
        found.append((tag, attributes))

    scan(package, name, Watch({tag: partial(keep, tag) for tag in kept}))
    return found


def _parser(package: Package, name: str, watch: Watch) -> tuple[expat.XMLParserType, Callable[[], int]]:
    depth, deepest = 0, package.limits.depth
    count, most = 0, package.limits.elements
    began, ended = watch.began, watch.ended

    def start(tag: str, attributes: Attributes) -> None:
        nonlocal depth, count
        depth += 1
        count += 1
        if depth > deepest:
            raise package.refusal("too_deep", name)
        if count > most:
            raise package.refusal("zip_bomb", name)
        if count == 1:
            watch.found = tag
        if tag in began:
            began[tag](attributes)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        if tag in ended:
            ended[tag]()

    def doctype(*_: object) -> None:
        raise package.refusal("doctype", name)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.StartDoctypeDeclHandler = doctype
    if watch.letters is not None:
        parser.buffer_text, parser.CharacterDataHandler = True, watch.letters
    watch.at = lambda: parser.CurrentByteIndex
    watch.depth = lambda: depth
    return parser, lambda: count


def _check_root(package: Package, name: str, watch: Watch) -> None:
    if watch.root in (None, watch.found):
        return
    strict = watch.found == str(watch.root).replace(MAIN, STRICT)
    raise package.refusal("strict") if strict else package.refusal("wrong_part", name)
