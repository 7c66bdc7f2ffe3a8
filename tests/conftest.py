"""What many tests start from."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from esa_docs import api
from esa_docs.fonts import lookup
from esa_docs.model.document import Document

ROOT = Path(__file__).parents[1]
TODAY = dt.date(2026, 9, 16)

# How fast a machine is, and what else it does just now, is not what a property is about.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


@pytest.fixture(scope="session")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the shipped project with its manual alone, so that tests can count; not to be written to."""
    place = tmp_path_factory.mktemp("shipped") / "content"
    folders = ("orders", "announcements", "memos", "letters", "minutes", "sar", "pmqa", "2568", "tables")
    others = shutil.ignore_patterns(*folders, "sar.yaml", "pmqa.yaml")
    return Path(shutil.copytree(ROOT / "content", place, ignore=others))


@pytest.fixture
def project_dir(content: Path, tmp_path: Path) -> Path:
    """Give a copy of the shipped project that a test may change."""
    return Path(shutil.copytree(content, tmp_path / "content"))


@pytest.fixture(scope="session")
def manual() -> Document:
    """Load the shipped manual."""
    return api.find(api.load(ROOT / "content"), "manual")


@pytest.fixture(scope="session")
def manual_bytes(manual: Document) -> bytes:
    """Make the Word file of the shipped manual."""
    return api.render(manual, today=TODAY)


@pytest.fixture
def today() -> dt.date:
    """Give a fixed day: nothing in a test asks the clock."""
    return TODAY


FONTS = ROOT / ".fonts"
FONTS_VARIABLE = "ESA_DOCS_FONTS"


@pytest.fixture(scope="session", autouse=True)
def no_fonts_kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep tests away from what this user's cache holds: page numbers come from the table of numbers."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(FONTS_VARIABLE, str(tmp_path_factory.mktemp("fonts")))
        yield


@pytest.fixture(scope="session", autouse=True)
def no_fonts_installed() -> Iterator[None]:
    """Keep tests away from the fonts of this user and of this machine, on every system."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lookup, "installed_folders", lambda: ())
        yield


@pytest.fixture
def real_faces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the program the real TH Sarabun faces; for tests with the mark ``office``."""
    monkeypatch.setenv(FONTS_VARIABLE, str(FONTS))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip tests that look at pages where that cannot be done; CI must be able to."""
    if item.get_closest_marker("office") is None:
        return
    missing = [name for name in ("soffice", "pdftotext", "pdffonts") if shutil.which(name) is None]
    missing += (
        []
        if list(FONTS.glob("*.ttf"))
        else ["TH Sarabun (ESA_DOCS_FONTS=.fonts esa-docs fonts install --layout-only)"]
    )
    if missing and "CI" in os.environ:
        pytest.fail(f"CI must have {', '.join(missing)}")
    if missing:
        pytest.skip(f"not on this machine: {', '.join(missing)}")
