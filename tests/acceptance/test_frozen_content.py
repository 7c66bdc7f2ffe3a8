"""Frozen content gives the same Word files as on the day it was frozen: see tests/frozen/README.md."""

from __future__ import annotations

from pathlib import Path

import take_digests


def test_frozen_content_builds_to_the_same_parts(tmp_path: Path) -> None:
    expected = take_digests.DIGESTS.read_text(encoding="utf-8").splitlines()
    take_digests.build_all(tmp_path)

    assert len(expected) == 267
    assert take_digests.digests_in(tmp_path) == expected
