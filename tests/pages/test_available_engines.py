"""Which engines a machine has."""

from __future__ import annotations

from pathlib import Path

import pytest

from esa_docs.pages import available_engines

pytestmark = pytest.mark.engines


def test_libreoffice_comes_first_where_there_is_one(tmp_path: Path) -> None:
    (tmp_path / "bootstraprc").write_text("[Bootstrap]\nProductKey=LibreOffice 24.8\n", encoding="utf-8")
    with available_engines.open_engines(tmp_path / "soffice") as engines:
        names = [one.name for one in engines]
        draws = [one.draws for one in engines]
        limits = [bool(one.limits) for one in engines]
    assert names[0] == "LibreOffice 24.8"
    assert names[1].startswith("rdocx 0.")
    assert (draws, limits) == ([True, False], [False, True])


def test_without_an_office_suite_there_is_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(available_engines, "find_office_suite", lambda: None)
    with available_engines.open_engines() as engines:
        assert [one.name.split()[0] for one in engines] == ["rdocx"]


def test_engines_of_other_versions_have_other_identities(tmp_path: Path) -> None:
    identities = set()
    for build in ("1", "2"):
        (tmp_path / "versionrc").write_text(f"[Version]\nbuildid={build}\n", encoding="utf-8")
        with available_engines.open_engines(tmp_path / "soffice") as engines:
            identities |= {one.identity for one in engines}
    assert len(identities) == 3
