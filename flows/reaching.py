"""The server that runs already, for a command that has to ask it: where it is, and whether it lets one in."""

from __future__ import annotations

from flows import ports, settings, typed
from flows.spoken import Refusal


def settled(port: int) -> None:
    """Settle where the running server is, and who asks it; before Prefect is imported.

    Raises `Refusal` where none runs, or it asks for another name and password.
    """
    from flows.serving import addresses, credentials  # noqa: PLC0415 - nobody else needs them

    place, given = addresses.place(typed.host_set(), port), credentials.to_give()
    if not ports.prefect_answers(place.near, place.port):
        raise Refusal("no_server", address=place.address)
    if not ports.lets_in(place.near, place.port, given):
        raise Refusal("auth_asked", address=place.local, variable=credentials.CLIENTS)
    settings.towards(place.local, place.address)
