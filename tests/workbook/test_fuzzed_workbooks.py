"""Mutated workbooks are refused or taken over as they are: no traceback, no silent change."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzz_workbooks import raw_cells, run
from hands_project import HandsProject
from workbook_mutations import MUTATIONS, mutate

from esa_docs.workbook import changes

pytestmark = pytest.mark.once


def test_no_mutated_workbook_makes_a_traceback_or_a_silent_change(tmp_path: Path) -> None:
    outcomes = run(tmp_path, len(MUTATIONS))

    assert [outcome for outcome in outcomes if outcome.faults] == []
    results = [outcome.result for outcome in outcomes]
    assert (results[0], results[1], results[2], results[11]) == (
        "taken over",
        "taken over",
        "refused",
        "refused",
    )


def test_the_run_sees_a_text_that_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "digest_of", lambda text: "")
    (outcome,) = run(tmp_path, 1)

    assert outcome.faults[0].startswith("lost: ")


def test_the_same_seed_makes_the_same_workbook(tmp_path: Path) -> None:
    book = HandsProject(tmp_path).workbook(tmp_path / "sar.xlsx", {}).read_bytes()

    assert mutate(5, book) == mutate(5, book)
    assert raw_cells(book)["E4"][2] == "ทำแล้ว"
