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
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    table: dict[str, Any] = tomllib.loads(text)["project"]
    return table


def _requirements(project: dict[str, Any]) -> Iterator[str]:
    """Generate the name of every package that is declared, our own extras left out."""
    for requirement in chain(project["dependencies"], *project["optional-dependencies"].values()):
        match = NAME.match(requirement.lower())
        assert match
        name = match[0]
        if name != project["name"]:
            yield name


def _listed_packages(page: str) -> list[tuple[str, str]]:
    """Return name and licence of each package in the tables of the page."""
    return [(name, licence) for name, licence in ROW.findall(page) if name not in HEADS]


def test_every_package_declared_is_listed_and_no_other(page: str, project: dict[str, Any]) -> None:
    names = [name for name, _licence in _listed_packages(page)]
    assert len(names) > 25
    assert sorted(names) == sorted(set(_requirements(project)))


def test_every_package_has_its_licence(page: str) -> None:
    packages = _listed_packages(page)
    assert {licence for _name, licence in packages} == LICENCES
    assert dict(packages)["docxtpl"] == "LGPL-2.1-only"


def test_every_file_of_data_in_the_package_is_listed(page: str) -> None:
    files = [path for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    names_of_data = [path.name for path in files if path.suffix not in OURS]
    assert set(names_of_data) >= {"face_numbers.json", "sar-2560.yaml"}
    assert [name for name in names_of_data if name not in page] == []


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
