"""How a run ended whose process was ended from outside, in words for whoever reads its page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prefect.runner._state_proposer import StateProposer

if TYPE_CHECKING:
    from prefect.client.schemas.objects import FlowRun, State

ENDED = "Process exited with status code"  # how Prefect's own words begin
SENTENCE = (
    "The run was ended from outside, or ran out of memory. Press Run again: what had been kept is not made "
    "twice, and what was sent is not sent twice."
)


def in_words() -> None:
    """Have Prefect's runner say so in our words; its own, which name the signal, stand behind them."""
    theirs = StateProposer.propose_crashed

    async def propose_crashed(self: StateProposer, flow_run: FlowRun, message: str) -> State[Any] | None:
        said = f"{SENTENCE} ({message})" if message.startswith(ENDED) else message
        return await theirs(self, flow_run, said)

    # There is no other way to be asked: a hook comes after the state, which would be told of twice then.
    StateProposer.propose_crashed = propose_crashed  # type: ignore[method-assign]
