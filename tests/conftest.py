"""What many tests start from."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from esa_docs import api
from esa_docs.model.document import Document

ROOT = Path(__file__).parents[1]
TODAY = dt.date(2026, 9, 16)


@pytest.fixture
def content() -> Path:
    """Give the shipped project folder; not to be written to."""
    return ROOT / "content"


@pytest.fixture
def project_dir(content: Path, tmp_path: Path) -> Path:
    """Give a copy of the shipped project that a test may change."""
    return Path(shutil.copytree(content, tmp_path / "content"))


@pytest.fixture(scope="session")
def manual() -> Document:
    """Load the shipped manual."""
    (document,) = api.load(ROOT / "content").documents
    return document


@pytest.fixture(scope="session")
def manual_bytes(manual: Document) -> bytes:
    """Make the Word file of the shipped manual."""
    return api.render(manual, today=TODAY)


@pytest.fixture
def today() -> dt.date:
    """Give a fixed day: nothing in a test asks the clock."""
    return TODAY


FONTS = ROOT / ".fonts"
FONT_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
</fontconfig>
"""


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip tests that look at pages where that cannot be done; CI must be able to."""
    if item.get_closest_marker("office") is None:
        return
    missing = [name for name in ("soffice", "pdftotext", "pdffonts") if shutil.which(name) is None]
    missing += [] if list(FONTS.glob("*.ttf")) else ["TH Sarabun (python3 tools/fetch_fonts.py)"]
    if missing and "CI" in os.environ:
        pytest.fail(f"CI must have {', '.join(missing)}")
    if missing:
        pytest.skip(f"not on this machine: {', '.join(missing)}")


@pytest.fixture(scope="session")
def to_pdf(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Turn a Word file into a PDF beside it, by LibreOffice with the real fonts and a profile of its own."""
    home = tmp_path_factory.mktemp("office")
    configuration = home / "fonts.conf"
    text = FONT_CONFIGURATION.format(fonts=FONTS, cache=home / "cache")
    configuration.write_text(text, encoding="utf-8")

    def convert(word: Path) -> Path:
        profile = f"-env:UserInstallation={(home / 'profile').as_uri()}"
        target = ["--outdir", str(word.parent), str(word)]
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", *target]
        environment = {**os.environ, "FONTCONFIG_FILE": str(configuration)}
        subprocess.run(command, check=True, capture_output=True, env=environment, timeout=180)
        pdf = word.with_suffix(".pdf")
        assert pdf.is_file(), "LibreOffice ended without a PDF"
        return pdf

    return convert
