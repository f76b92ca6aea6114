"""The flow, run once from a terminal: what `make briefing` does.

WORKBOOK, AS_OF, NEXT and LANGUAGES ("en fr") choose the edition. Where no Prefect server is running, a
temporary one is started for the length of the run.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from flows import cli, ports, settings, steps, terminal

if TYPE_CHECKING:
    from prefect.client.schemas.objects import State

SLOW = "Starting Prefect's temporary server; the first time this takes up to half a minute ..."
FOUND = "Prefect's server is running: the run will show on its page, {address}"


def main() -> int:
    """Make the edition the environment asks for; print the paths of its PDFs last. 0 for a draft too."""
    with terminal.plain_streams():
        try:
            chosen = parameters()
            state = run(chosen)
        except (ValueError, OSError) as refusal:
            terminal.complain(str(refusal))
            return cli.REFUSED
        except KeyboardInterrupt:
            terminal.complain("Stopped. Nothing was kept.")
            return cli.STOPPED
        return report(state)


def parameters() -> dict[str, Any]:
    """The flow's parameters from the environment; what is not there keeps the flow's own default.

    Raises ValueError with a sentence where a date or a language is none.
    """
    chosen: dict[str, Any] = {}
    if typed := os.environ.get("WORKBOOK"):
        chosen["workbook"] = str(settings.workbook(typed).absolute())
    for name, parameter in (("AS_OF", "as_of"), ("NEXT", "next_edition")):
        if typed := os.environ.get(name):
            chosen[parameter] = cli.iso(typed)
    if typed := os.environ.get("LANGUAGES"):
        chosen["languages"] = typed.replace(",", " ").split()
        unknown = [language for language in chosen["languages"] if language not in steps.LANGUAGES]
        if unknown:
            raise ValueError(f"“{unknown[0]}” is not a language of the briefing; type en, fr, or both.")
    return chosen


def run(chosen: dict[str, Any]) -> State[Any]:
    """The state the flow ended in, on the server that runs already or on a temporary one."""
    settings.for_prefect(PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL="CRITICAL")
    if ports.prefect_answers(settings.HOST, settings.port()):
        address = f"http://{settings.HOST}:{settings.port()}"
        terminal.complain(FOUND.format(address=address))
        return ended(chosen, f"{address}/api")
    terminal.complain(SLOW)
    from prefect.server.api.server import SubprocessASGIServer  # noqa: PLC0415 - its settings have to stand first

    # It ends with this process, after Prefect has told it the last of the run; sooner would hold that up.
    server = SubprocessASGIServer()
    server.start(settings.PATIENCE)
    return ended(chosen, server.api_url)


def ended(chosen: dict[str, Any], api: str) -> State[Any]:
    """The state the flow ended in, without the second it takes a run's heartbeat to stop."""
    from prefect import settings as prefects  # noqa: PLC0415 - our own have to stand first

    from flows.briefing import briefing  # noqa: PLC0415 - it imports Prefect

    terminal.complain("Making the edition ...")
    changed = {prefects.PREFECT_API_URL: api, prefects.PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}
    with prefects.temporary_settings(changed):
        state: State[Any] = briefing(**chosen, return_state=True)
    return state


def report(state: State[Any]) -> int:
    """Say what came out; the PDFs' paths on standard output."""
    if not state.is_completed():
        terminal.complain(state.message or "The edition could not be made.")
        return cli.REFUSED
    edition: steps.Edition = state.result()
    terminal.complain(steps.told(edition))
    for pdf in edition.pdfs:
        terminal.result(str(pdf))
    return cli.FINE
