"""What many tests start from."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from esa_docs import api
from esa_docs.model.document import Document

ROOT = Path(__file__).parents[1]


@pytest.fixture
def content() -> Path:
    """The shipped project folder; not to be written to."""
    return ROOT / "content"


@pytest.fixture
def project_dir(content: Path, tmp_path: Path) -> Path:
    """A copy of the shipped project that a test may change."""
    return Path(shutil.copytree(content, tmp_path / "content"))


@pytest.fixture(scope="session")
def manual() -> Document:
    """The shipped manual, loaded."""
    (document,) = api.load(ROOT / "content").documents
    return document


@pytest.fixture
def today() -> dt.date:
    """A fixed day: nothing in a test asks the clock."""
    return dt.date(2026, 9, 16)
