"""The lines that hints give to begin with, typed as they stand, are not taken for filled in (E463, W506)."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from esa_docs import api
from esa_docs.source.folders.no_project import lines_of_roster, no_project
from esa_docs.source.loading.unfilled_values import is_unfilled

QUOTED = re.compile(r"'([a-z_]+: [^']*)'")


@pytest.mark.parametrize("language", ["en", "th"])
def test_the_lines_of_the_hint_typed_literally_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", language)
    hint = no_project(tmp_path).hint.replace(lines_of_roster(), "")
    office = QUOTED.findall(hint)
    roster = QUOTED.findall(lines_of_roster())
    assert [line.partition(":")[0] for line in office] == [
        *("content", "name", "short_name", "parent", "director", "groups"),
    ]
    (tmp_path / "office.yaml").write_text("\n".join(office) + "\n", encoding="utf-8")
    (tmp_path / "people.yaml").write_text("\n".join(roster) + "\n", encoding="utf-8")
    unfilled = [fault for fault in api.check(api.load(tmp_path)) if fault.code == "E463"]
    places = {(Path(fault.location.path).name, fault.field) for fault in unfilled}
    assert places == {
        *(("office.yaml", key) for key in ("name", "short_name", "parent", "director")),
        *(("office.yaml", f"groups[0].{key}") for key in ("id", "name")),
        *(
            ("people.yaml", f"people[0].{key}")
            for key in ("id", "prefix", "first_name", "last_name", "position")
        ),
    }


def test_a_cell_of_dots_in_a_roster_is_told(project_dir: Path) -> None:
    text = (project_dir / "people.yaml").read_text(encoding="utf-8")
    changed = re.sub(r"position: [^,}\n]+", "position: '...'", text, count=1)
    assert changed != text
    (project_dir / "people.yaml").write_text(changed, encoding="utf-8")
    (fault,) = [fault for fault in api.check(api.load(project_dir)) if fault.code == "E463"]
    assert (Path(fault.location.path).name, fault.field[-9:]) == ("people.yaml", ".position")
    assert fault.location.line > 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("…", True),
        (" … ชื่อ", True),
        ("...", True),
        (". . .", True),
        ("", False),
        ("น.ส.", False),
        ("และ…", False),
    ],
)
def test_only_a_text_that_begins_so_is_unfilled(text: str, expected: bool) -> None:
    assert is_unfilled(text) is expected


def test_the_year_of_the_hint_is_that_of_the_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    for day, year in ((dt.date(2026, 9, 30), "2569"), (dt.date(2026, 10, 1), "2570")):
        assert no_project(tmp_path, day).hint.endswith(f"--year {year}'.")


def test_where_the_roster_is_there_only_office_yaml_is_to_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    (tmp_path / "people.xlsx").write_bytes(b"")
    hint = no_project(tmp_path).hint
    assert "make office.yaml beside the roster" in hint
    assert "first_name" not in hint
