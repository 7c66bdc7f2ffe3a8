"""Faces with which the tests lay out pages."""

from __future__ import annotations

import os
import shutil
import tempfile
from functools import cache
from pathlib import Path
from unittest import mock

from page_files import FAMILY

from esa_docs.fonts.folders import FONTS_VARIABLE
from esa_docs.pages.layout_fonts import LayoutFonts, find_layout_fonts

_FONTS = Path(__file__).parents[2] / ".fonts"


@cache
def real_fonts() -> LayoutFonts:
    """Return layout faces made from the real TH SarabunPSK; for tests with the mark ``office``."""
    with tempfile.TemporaryDirectory() as folder:
        for file in _FONTS.glob("THSarabun-*.ttf"):
            shutil.copy(file, folder)
        with mock.patch.dict(os.environ, {FONTS_VARIABLE: folder}):
            fonts = find_layout_fonts(FAMILY)
    assert fonts is not None
    assert fonts.text.has_outlines
    return fonts


@cache
def fonts_of_numbers() -> LayoutFonts:
    """Return layout faces made from the table of numbers, as on a machine without the fonts."""
    with mock.patch("esa_docs.fonts.layout_faces.find_faces", return_value=None):
        fonts = find_layout_fonts(FAMILY)
    assert fonts is not None
    assert not fonts.text.has_outlines
    return fonts
