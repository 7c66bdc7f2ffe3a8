"""The engines that a machine has."""

from __future__ import annotations

from pathlib import Path

import pytest

from esa_docs.pages import available_engines

pytestmark = pytest.mark.engines


def test_libreoffice_comes_first_where_there_is_one(tmp_path: Path) -> None:
    (tmp_path / "bootstraprc").write_text("[Bootstrap]\nProductKey=LibreOffice 24.8\n", encoding="utf-8")
    with available_engines.open_engines(tmp_path / "soffice") as engines:
        office, package = engines
        assert office.name == "LibreOffice 24.8"
        assert package.name.startswith("rdocx 0.")
        assert (office.draws, package.draws) == (True, False)
        assert office.limits == ""
        assert package.limits != ""


def test_without_an_office_suite_there_is_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(available_engines, "find_office_suite", lambda: None)
    with available_engines.open_engines() as engines:
        (package,) = engines
        assert package.name.split()[0] == "rdocx"


def test_engines_of_other_versions_have_other_identities(tmp_path: Path) -> None:
    identities = set()
    for build in ("1", "2"):
        (tmp_path / "versionrc").write_text(f"[Version]\nbuildid={build}\n", encoding="utf-8")
        with available_engines.open_engines(tmp_path / "soffice") as engines:
            identities |= {engine.identity for engine in engines}
    # LibreOffice has an identity of each build; rdocx has the same one twice.
    assert len(identities) == 3
