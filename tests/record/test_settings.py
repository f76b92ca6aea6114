"""The limits a workbook may set by name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from flows.record.as_json import as_dict
from flows.record.defaults import NAMES, Limits, with_settings
from tests.record.rows import announced, found


@pytest.mark.parametrize("name", NAMES)
def test_every_limit_may_be_set(name: str) -> None:
    assert getattr(with_settings(Limits(), [(name, "7")]), name) == 7


@pytest.mark.parametrize("value", ["", "soon", "-3", "1.5", "٣", "99999999", "٣٠"])
def test_what_is_no_number_sets_nothing(value: str) -> None:
    assert with_settings(Limits(), [("ends_soon", value)]) == Limits()


def test_other_settings_are_left_alone() -> None:
    assert with_settings(Limits(), [("title", "On Record"), ("accent", "12")]) == Limits()


def test_the_findings_carry_the_limits_in_force() -> None:
    findings = found(announced("A001", "2020-06-10"), as_of="2020-07-01", settings=(("review_days", "9"),))
    assert findings.limits == replace(Limits(), review_days=9)
    assert as_dict(findings)["limits"]["review_days"] == 9
