"""The flow, run once from a terminal: what `make briefing` does.

WORKBOOK, AS_OF, NEXT and LANGUAGES ("en fr") choose the edition. Where no Prefect server is running, a
temporary one is started for the length of the run.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flows import ports, report, settings, terminal, typed
from flows.serving import addresses, credentials
from flows.spoken import Refusal, said

if TYPE_CHECKING:
    from prefect.client.schemas.objects import State


def main() -> int:
    """Make the edition the environment asks for; print the paths of its PDFs last. 0 for a draft too."""

    def work() -> int:
        chosen = parameters()
        return tell(run(chosen), check_command(chosen.get("workbook")))

    return terminal.in_sentences(work)


def parameters() -> dict[str, Any]:
    """The flow's parameters from the environment; what is not there keeps the flow's own default.

    Raises `Mistyped` where a date or a language is none.
    """
    chosen: dict[str, Any] = {}
    if words := os.environ.get("WORKBOOK"):
        chosen["workbook"] = str(settings.workbook(words).absolute())
    for name, parameter in (("AS_OF", "as_of"), ("NEXT", "next_edition")):
        if words := os.environ.get(name):
            chosen[parameter] = typed.iso(words)
    if words := os.environ.get("LANGUAGES"):
        chosen["languages"] = typed.languages(words)
    return chosen


def check_command(workbook: str | None) -> str:
    """The command that lists the problems of that workbook, as it is typed in the checkout."""
    shipped = settings.INPUTS / settings.SHIPPED
    path = Path(workbook or shipped)
    if path == shipped:
        return "make check"
    near = path.relative_to(settings.ROOT) if path.is_relative_to(settings.ROOT) else path
    return f"WORKBOOK={terminal.argument(near)} make check"


def run(chosen: dict[str, Any]) -> State[Any]:
    """The state the flow ended in, on the server that runs already or on a temporary one.

    Raises `Refusal` where the one that runs asks for another name and password.
    """
    place = addresses.place(typed.host_set(), typed.port_set())
    given = credentials.to_give()
    settings.for_prefect(PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL="CRITICAL")
    if ports.prefect_answers(place.near, place.port):
        if not ports.lets_in(place.near, place.port, given):
            raise Refusal("auth_asked", address=place.local, variable=credentials.CLIENTS)
        terminal.complain(said("running", address=place.address))
        return ended(chosen, f"{place.local}/api")
    terminal.complain(said("going_on", doing=said("starting_for_once")))
    from prefect.server.api.server import SubprocessASGIServer  # noqa: PLC0415 - its settings have to stand first

    # It ends with this process, after Prefect has told it the last of the run; sooner would hold that up.
    server = SubprocessASGIServer()
    server.start(settings.PATIENCE)
    return ended(chosen, server.api_url)


def ended(chosen: dict[str, Any], api: str) -> State[Any]:
    """The state the flow ended in, without the second it takes a run's heartbeat to stop."""
    from prefect import settings as prefects  # noqa: PLC0415 - our own have to stand first

    from flows.briefing import briefing  # noqa: PLC0415 - it imports Prefect

    file = Path(chosen.get("workbook", settings.SHIPPED)).name
    terminal.complain(said("going_on", doing=said("making", file=file)))
    changed = {prefects.PREFECT_API_URL: api, prefects.PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}
    with prefects.temporary_settings(changed):
        state: State[Any] = briefing(**chosen, return_state=True)
    return state


def tell(state: State[Any], to_see_problems: str) -> int:
    """Say what came out, and with which command to see its problems; the PDFs' paths on standard output."""
    came = state.result(raise_on_failure=False)
    if isinstance(came, BaseException):
        return terminal.refused(came)
    if not isinstance(came, report.Edition):
        terminal.complain(said("not_made"))
        return terminal.REFUSED
    report.say(came, to_see_problems, map(str, came.pdfs))
    return terminal.FINE
