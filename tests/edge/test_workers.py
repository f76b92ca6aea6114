"""The flow beyond one machine: `prefect.yaml`, the image, and what a run of a worker may do."""

from __future__ import annotations

import errno
import json
import os
import re
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import jsonschema
import pytest
import yaml

from flows.edition import locks, store

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
SERVER = ROOT / "docs" / "server"
PLAN = yaml.safe_load((ROOT / "prefect.yaml").read_text(encoding="utf-8"))
DEPLOYMENTS = {one["name"]: one for one in PLAN["deployments"]}
DOCKERFILE = (SERVER / "Dockerfile").read_text(encoding="utf-8")
FILES = (ROOT / "prefect.yaml", ROOT / ".dockerignore", *SERVER.iterdir())
each = pytest.mark.parametrize("name", DEPLOYMENTS)


def texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever YAML holds
    """Every text in it, at any depth, names included."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from (str(name), *texts(inner))
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)
    else:
        yield str(value)


def test_there_is_a_deployment_for_each_kind_of_work_pool() -> None:
    assert {name: one["work_pool"]["name"] for name, one in DEPLOYMENTS.items()} == {
        kind: f"on-record-{kind}" for kind in ("process", "docker", "kubernetes")
    }


@each
def test_a_deployment_leads_to_the_flow_and_fits_its_form(name: str) -> None:
    from prefect.flows import load_flow_from_entrypoint  # noqa: PLC0415 - Prefect loads only where it is needed

    from flows.document import EXTENTS  # noqa: PLC0415 - as above
    from flows.serving import form  # noqa: PLC0415 - as above

    plan = DEPLOYMENTS[name]
    assert load_flow_from_entrypoint(plan["entrypoint"]).name == "briefing"
    assert plan["parameters"]["extent"] in EXTENTS
    jsonschema.validate(plan["parameters"], form.schema(["facial-recognition.xlsx"], None, ()))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**plan["parameters"], "extent": "half"}, form.schema(["x.xlsx"], None, ()))


@each
def test_a_deployment_starts_nothing_by_itself_and_knows_its_time_zone(name: str) -> None:
    (weekly,) = DEPLOYMENTS[name]["schedules"]
    assert weekly["active"] is False
    assert ZoneInfo(weekly["timezone"])
    assert DEPLOYMENTS[name]["enforce_parameter_schema"] is True
    assert DEPLOYMENTS[name]["tags"] == ["on-record"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_file_for_a_server_names_a_registry_or_a_secret(path: Path) -> None:
    content = path.read_text(encoding="utf-8")
    told = content if path.suffix == ".json" else re.sub(r"#.*", "", content)
    images = re.findall(r"(?m)^(?:FROM|\s+image:)\s+(\S+)", told)
    assert [image for image in images if "/" in image] == []
    assert [
        kept for kept in re.findall(r"(?i)password\w*[=:]\s*(\S+)", told) if not kept.startswith("/run")
    ] == []
    for address in re.findall(r"https?://[^/\s\"'}]+", told):
        assert address in {"http://127.0.0.1:4200", "https://briefing.example.org"}


def test_the_images_are_those_that_are_built_here() -> None:
    named = {DEPLOYMENTS[kind]["work_pool"]["job_variables"]["image"] for kind in ("docker", "kubernetes")}
    compose = yaml.safe_load((SERVER / "compose.yaml").read_text(encoding="utf-8"))
    assert named == {compose["services"]["server"]["image"]} == {"on-record:latest"}


def test_the_image_has_a_python_that_will_do_and_all_that_setting_up_installs() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    least = tuple(map(int, project["requires-python"].removeprefix(">=").split(".")))
    found = re.search(r"^FROM python:(\d+)\.(\d+)", DOCKERFILE, re.MULTILINE)
    assert found
    assert (int(found[1]), int(found[2])) >= least
    setting_up = (ROOT / ".ci" / "setup.py").read_text(encoding="utf-8").partition("class Checker")[0]
    ends = re.findall(r'"(lib[a-z0-9.-]+)",?\s*\)', setting_up)
    needed = {name for name in ends if not name.endswith(".dll")}
    assert "libharfbuzz-subset0" in needed
    assert [package for package in needed if package not in DOCKERFILE.split()] == []
    assert "--require-hashes" in DOCKERFILE
    assert re.search(r"^USER [1-9]", DOCKERFILE, re.MULTILINE)


def test_the_image_holds_every_folder_the_code_needs_and_no_workbook() -> None:
    kept = [
        line
        for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    assert kept[0] == "*"
    copied = {words.split()[0].rstrip("/") for words in re.findall(r"^COPY (.+)$", DOCKERFILE, re.MULTILINE)}
    assert {"flows", "templates", "requirements.lock"} <= copied
    assert [name for name in copied if not (ROOT / name).exists()] == []
    assert {f"!{name}" for name in copied} <= set(kept)
    assert "!*.xlsx" not in kept


def test_volumes_are_where_the_image_looks_for_them() -> None:
    docker = DEPLOYMENTS["docker"]["work_pool"]["job_variables"]
    pod = json.loads((SERVER / "kubernetes-job.json").read_text(encoding="utf-8"))
    container = pod["job_configuration"]["job_manifest"]["spec"]["template"]["spec"]["containers"][0]
    for folder in ("inputs", "outputs"):
        place = f"/srv/on-record/{folder}"
        assert docker["env"][folder.upper()] == place
        assert f"{folder.upper()}={place}" in DOCKERFILE
        assert any(volume.split(":")[1] == place for volume in docker["volumes"])
        assert any(mount["mountPath"] == place for mount in container["volumeMounts"])
    assert "{{ env }}" in set(texts(container))


def test_a_start_leaves_alone_what_a_worker_runs() -> None:
    from prefect.client.schemas.objects import FlowRun  # noqa: PLC0415 - as above
    from prefect.states import Running  # noqa: PLC0415 - as above

    from flows.serving import runs  # noqa: PLC0415 - as above

    begun = {"flow_id": uuid4(), "state": Running(), "expected_start_time": datetime.now(UTC)}
    assert runs.is_a_workers(FlowRun.model_validate({**begun, "work_pool_name": "on-record-process"}))
    assert not runs.is_a_workers(FlowRun.model_validate(begun))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such locks")
def test_where_no_lock_can_be_had_nobody_waits_for_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def as_on_nfs(_entry: int, _how: int) -> None:
        raise OSError(errno.EBADF, "a folder is never open for writing")

    monkeypatch.setattr("flows.edition.locks.fcntl.flock", as_on_nfs)
    waited: list[str] = []
    with store.alone(tmp_path, "record", lambda: waited.append("once")):
        assert (tmp_path / "record").is_dir()
    assert waited == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such locks")
def test_where_another_holds_it_one_waits(tmp_path: Path) -> None:
    (tmp_path / "record").mkdir()
    lock = locks.held(tmp_path / "record")
    assert lock is not None
    with store.alone(tmp_path, "record", lambda: os.close(lock), again=0.01):
        assert locks.held(tmp_path / "record", wait=False) is None
