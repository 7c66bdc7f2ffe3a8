"""The versions with which CI tests: one for each package that is required, within pyproject.toml's bounds."""

from __future__ import annotations

import re
import tomllib
from itertools import chain
from pathlib import Path

import constraints
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LINE = re.compile(r"([A-Za-z0-9._-]+)==([0-9][0-9a-z.]*)")


def pinned_versions() -> dict[str, str]:
    """Return the version of each package in constraints.txt."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    versions: dict[str, str] = {}
    for line in lines:
        if line.startswith("#"):
            continue
        match = LINE.fullmatch(line)
        assert match, "a line is more than a name and a version"
        name, version = match.groups()
        versions[canonicalize_name(name)] = version
    return versions


def requirements() -> list[Requirement]:
    """Return what pyproject.toml requires, without our own extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    texts = chain(project["dependencies"], *project["optional-dependencies"].values())
    all_requirements = [Requirement(text) for text in texts]
    return [requirement for requirement in all_requirements if requirement.name != project["name"]]


@pytest.mark.parametrize("requirement", requirements(), ids=lambda requirement: str(requirement.name))
def test_what_is_required_has_a_version_within_its_bounds(requirement: Requirement) -> None:
    version = pinned_versions()[canonicalize_name(requirement.name)]
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
