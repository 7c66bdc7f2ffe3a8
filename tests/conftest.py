"""Fixtures that many tests start from, and hooks that keep the machine away from tests."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from machine_apart import Apart

from esa_docs import api
from esa_docs.fonts.folders import FONTS_VARIABLE
from esa_docs.model.document import Document

ROOT = Path(__file__).parents[1]
TODAY = dt.date(2026, 9, 16)

# How fast a machine is, and what else it does just now, is not what a property is about.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


@pytest.fixture(scope="session")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the shipped project with its manual alone, so that tests can count. Tests do not write to it."""
    folder = tmp_path_factory.mktemp("shipped") / "content"
    shutil.copytree(ROOT / "content" / "schemas", folder / "schemas")
    (folder / "2569").mkdir()
    for name in ("office.yaml", "people.yaml", "2569/manual.yaml"):
        shutil.copy2(ROOT / "content" / name, folder / name)
    return folder


@pytest.fixture
def project_dir(content: Path, tmp_path: Path) -> Path:
    """Return a copy of the shipped project that a test may change."""
    return Path(shutil.copytree(content, tmp_path / "content"))


@pytest.fixture
def short_project(project_dir: Path) -> Path:
    """Return a copy of the shipped project whose manual ends with its first work: quick to lay out."""
    path = project_dir / "2569" / "manual.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    first_lines_of_works = [index for index, line in enumerate(lines) if line.startswith("  - name: ")]
    _first_work, second_work, *_other_works = first_lines_of_works
    path.write_text("".join(lines[:second_work]), encoding="utf-8")
    return project_dir


@pytest.fixture(scope="session")
def manual() -> Document[Any]:
    """Return the shipped manual."""
    project = api.load(ROOT / "content")
    return api.find(project, "manual")


@pytest.fixture(scope="session")
def manual_bytes(manual: Document[Any]) -> bytes:
    """Return the Word file of the shipped manual."""
    return api.render(manual, today=TODAY)


@pytest.fixture
def today() -> dt.date:
    """Return a fixed day: nothing in a test asks the clock."""
    return TODAY


FONTS = ROOT / ".fonts"
ACCEPTANCE = ROOT / "tests" / "acceptance"
ON_ONE_PYTHON = (
    # rules about the text of our sources, our catalogue and our pages
    *("test_diagnostics_documented.py", "test_layers.py", "test_message_wording.py", "test_messages.py"),
    *("test_plain_code.py", "test_third_party.py"),
    # processes of the program by the dozen; acceptance/test_commands.py starts it on every version
    *("acceptance/test_examples.py", "acceptance/test_frozen_content.py", "acceptance/test_roster_change.py"),
    *("cli/test_cli_console.py", "cli/test_cli_streams.py", "kinds/test_throwaway_kind.py"),
    "test_message_language.py",
)
"""Files of tests that say the same on every version of Python: all their tests have the mark ``once``."""
APART = pytest.StashKey[Apart]()


@pytest.fixture
def real_faces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program find the real TH Sarabun faces; for tests with the mark ``office``."""
    monkeypatch.setenv(FONTS_VARIABLE, str(FONTS))


def pytest_configure(config: pytest.Config) -> None:
    """Prepare what keeps the machine away from tests."""
    folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
    config.add_cleanup(folder.cleanup)
    config.stash[APART] = Apart(Path(folder.name))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark acceptance tests by their folder, and what one version of Python suffices for by its file."""
    paths_of_once = {ROOT / "tests" / name for name in ON_ONE_PYTHON}
    for item in items:
        if ACCEPTANCE in item.path.parents:
            item.add_marker("acceptance")
        if item.path in paths_of_once:
            item.add_marker("once")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Keep the machine away from a test and its fixtures, also those of modules and of the session."""
    with item.config.stash[APART].while_running(item):
        return (yield)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip tests that look at pages on a machine that cannot lay them out; fail them on CI."""
    if item.get_closest_marker("office") is None:
        return
    missing = [name for name in ("soffice", "pdftotext", "pdffonts") if shutil.which(name) is None]
    if not list(FONTS.glob("*.ttf")):
        missing.append("TH Sarabun (ESA_DOCS_FONTS=.fonts esa-docs fonts install --layout-only)")
    if missing and "CI" in os.environ:
        pytest.fail(f"CI must have {', '.join(missing)}")
    if missing:
        pytest.skip(f"not on this machine: {', '.join(missing)}")
