"""The versions with which CI tests: one for all that is required, within the bounds of pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import constraints
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LINE = re.compile(r"([A-Za-z0-9._-]+)==([0-9][0-9a-z.]*)")


def pinned() -> dict[str, str]:
    """Read constraints.txt: the version of each package."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    matches = [LINE.fullmatch(line) for line in lines if not line.startswith("#")]
    assert None not in matches, "a line is more than a name and a version"
    return {canonicalize_name(match[1]): match[2] for match in matches if match}


def required() -> list[Requirement]:
    """Read what pyproject.toml asks for, of others."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lists = [project["dependencies"], *project["optional-dependencies"].values()]
    requirements = [Requirement(text) for texts in lists for text in texts]
    return [one for one in requirements if one.name != project["name"]]


@pytest.mark.parametrize("requirement", required(), ids=lambda one: str(one.name))
def test_what_is_required_has_a_version_within_its_bounds(requirement: Requirement) -> None:
    version = pinned()[canonicalize_name(requirement.name)]
    assert requirement.specifier.contains(version), "run python3.11 tools/constraints.py"


def test_a_line_tells_name_and_version_and_no_place() -> None:
    report = {
        "install": [
            _package("Zulu", "1.0", {"url": "https://example.org/zulu.whl", "archive_info": {}}),
            _package("esa-docs", "0.1.0", {"url": "file:///home/somchai/esa-docs", "dir_info": {}}),
            _package("alpha", "2.0.post1", {"url": "https://example.org/alpha.whl", "archive_info": {}}),
        ]
    }
    assert constraints.constraints(report) == f"{constraints.HEADER}alpha==2.0.post1\nZulu==1.0\n"


def _package(name: str, version: str, source: dict[str, object]) -> dict[str, object]:
    return {"metadata": {"name": name, "version": version}, "download_info": source}
