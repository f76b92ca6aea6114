"""What the log of a run leaves out: what Prefect says of its own between the sentences of the steps.

Its trace of a refusal, whose sentence stands there already, that a task "finished in state Completed()", and
with what values inside it one that failed is tried again.
"""

from __future__ import annotations

import logging

from prefect.exceptions import FailedRun

from flows import steps

OWN_WORDS = ("Finished in state ", "Suspending flow run", "Task run failed with ")
LOGS = ("prefect.flow_runs", "prefect.task_runs")


def without_traces() -> None:
    """Keep it out of the run's log; the trace of a fault of the program stays, as does what went wrong."""
    for name in LOGS:
        logging.getLogger(name).addFilter(tells)


def tells(line: logging.LogRecord) -> bool:
    """Whether a line of the log is more than Prefect's own word on a step that has spoken itself."""
    if not line.exc_info:
        return line.levelno > logging.INFO or not str(line.msg).startswith(OWN_WORDS)
    kind = line.exc_info[0]  # None where Prefect logs a trace and there is none
    return kind is not None and not issubclass(kind, (FailedRun, *steps.REFUSALS))
