"""What pypdf has to say of damaged bytes is said by diagnostics alone, never on standard error."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
import io, esa_docs.{module}
from pypdf import PdfReader
try:
    PdfReader(io.BytesIO(b"%PDF-1.4 broken"))
except Exception:
    print("damaged")
"""


@pytest.mark.parametrize("module", ["pages.pdf_reading", "pages.pdf_outline"])
def test_nothing_of_pypdf_is_printed(module: str) -> None:
    code = PROGRAM.format(module=module)
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (ran.stdout, ran.stderr) == ("damaged\n", "")
