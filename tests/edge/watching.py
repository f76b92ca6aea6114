"""The watch on a folder of workbooks, as a program that serves the page keeps it, made to look by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from flows.serving.rounds import Rounds

NAME = "record.xlsx"


@dataclass
class Watch:
    """The watch on a folder, with a clock set by hand."""

    form: UUID
    inputs: Path
    now: float = 0.0
    rounds: Rounds | None = None

    def start(self) -> None:
        """Begin as the program does when it starts."""
        from flows.serving import rounds  # noqa: PLC0415 - not before the settings of the tests stand

        self.rounds = rounds.begun(self.form)
        self.rounds.folder.clock = lambda: self.now

    def look(self, seconds: float = 4.0, every: float = 2.0) -> None:
        """Look again and again for so long."""
        assert self.rounds
        for _ in range(int(seconds / every) + 1):
            self.rounds.look()
            self.now += every

    def runs(self) -> list[Any]:
        """The runs of the form, the oldest first."""
        from prefect.client.orchestration import get_client  # noqa: PLC0415 - as above
        from prefect.client.schemas.filters import DeploymentFilter, DeploymentFilterId  # noqa: PLC0415

        ours = DeploymentFilter(id=DeploymentFilterId(any_=[self.form]))
        with get_client(sync_client=True) as client:
            return sorted(client.read_flow_runs(deployment_filter=ours), key=lambda run: run.created)

    def begun(self) -> list[str]:
        """The workbooks of those runs."""
        return [str(run.parameters["workbook"]) for run in self.runs()]

    def offered(self) -> list[str]:
        """The workbooks the form offers."""
        from prefect.client.orchestration import get_client  # noqa: PLC0415 - as above

        with get_client(sync_client=True) as client:
            schema: Any = client.read_deployment(self.form).parameter_openapi_schema
        return list(schema["properties"]["workbook"]["enum"])
