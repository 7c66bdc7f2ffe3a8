"""THIRD_PARTY.md names what is there, and nothing else."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from esa_docs.fonts.families import FAMILIES, SOURCE_PACKAGE, SOURCE_VERSION

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "esa_docs"
OURS = {".py", ".po", ".mo", ".typed", ".docx"}
"""Endings of what is written here; the Word templates are made by tools/make_templates.py."""
LICENCES = {
    *("MIT", "BSD", "BSD-3-Clause", "Apache-2.0", "MPL-2.0", "LGPL", "LGPL-2.1-only", "MIT-CMU"),
    *("MIT OR Apache-2.0", "BSD-3-Clause AND Apache-2.0"),
}
ROW = re.compile(r"^\| ([a-z][a-z0-9-]+) \| ([^|]+?) \|", re.MULTILINE)
HEADS = {"package", "what"}
NAME = re.compile(r"[a-z][a-z0-9-]*")
PATH = re.compile(r"`((?:esa_docs|tools|content|tests|docs)/[\w./-]*)`")


@pytest.fixture(scope="module")
def page() -> str:
    return (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    declared: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return declared


def _requirements(project: dict[str, Any]) -> Iterator[str]:
    """Give the name of every package that is declared, our own extras left out."""
    for requirement in chain(project["dependencies"], *project["optional-dependencies"].values()):
        name = NAME.match(requirement.lower())
        assert name
        if name[0] != project["name"]:
            yield name[0]


def test_every_package_declared_is_listed_and_no_other(page: str, project: dict[str, Any]) -> None:
    listed = [name for name, _licence in ROW.findall(page) if name not in HEADS]
    assert len(listed) > 25
    assert sorted(listed) == sorted(set(_requirements(project)))


def test_every_package_has_its_licence(page: str) -> None:
    rows = [(name, licence) for name, licence in ROW.findall(page) if name not in HEADS]
    assert {licence for _name, licence in rows} == LICENCES
    assert dict(rows)["docxtpl"] == "LGPL-2.1-only"


def test_every_file_of_data_in_the_package_is_listed(page: str) -> None:
    files = [path for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    data = [path for path in files if path.suffix not in OURS]
    assert {path.name for path in data} >= {"face_numbers.json", "sar-2560.yaml"}
    assert [path.name for path in data if path.name not in page] == []


def test_every_place_it_names_is_there(page: str) -> None:
    places = PATH.findall(page)
    assert len(places) > 12
    assert [place for place in places if not (ROOT / place).exists()] == []


def test_the_source_of_the_fonts_is_that_of_the_program(page: str) -> None:
    assert f"`{SOURCE_PACKAGE}` {SOURCE_VERSION}" in page
    assert [name for name in FAMILIES if name not in page] == []


def test_the_wheel_takes_it_along(project: dict[str, Any]) -> None:
    """A slow test looks into a wheel."""
    assert project["license-files"] == ["LICENSE", "THIRD_PARTY.md"]
