"""The suite sees no fonts of the machine it runs on: they would change its results."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from font_files import PSK, put_faces

from esa_docs.fonts.folders import installed_folders
from esa_docs.fonts.lookup import find_faces

FOLDERS_OF_FONTS = {"linux": ".fonts", "darwin": "Library/Fonts"}


@pytest.mark.skipif(sys.platform not in FOLDERS_OF_FONTS, reason="Windows does not ask HOME")
def test_the_fonts_of_this_user_are_not_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    folder = tmp_path / FOLDERS_OF_FONTS[sys.platform]
    put_faces(folder, PSK)
    assert folder in installed_folders()
    assert find_faces(PSK) is None
