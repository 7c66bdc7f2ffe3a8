"""Mutated templates print a paper that passes, or are refused: no traceback, no text lost unsaid."""

from __future__ import annotations

from pathlib import Path

import fuzz_templates
import pytest
from fuzz_templates import run
from template_mutations import MUTATIONS, Mutant
from word_files import DOCUMENT, ROOT, Element, alter_part, xpath

pytestmark = pytest.mark.once

CONTENT = ROOT / "content"


def test_no_mutated_template_makes_a_traceback_or_a_paper_that_is_wrong(tmp_path: Path) -> None:
    outcomes = run(CONTENT, tmp_path, len(MUTATIONS))

    assert [outcome for outcome in outcomes if outcome.faults] == []
    assert {outcome.result for outcome in outcomes} == {"printed", "told and printed", "refused"}


def test_the_run_sees_a_text_that_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lose_own_words(_seed: int, data: bytes) -> Mutant:
        def empty_texts(root: Element) -> None:
            for text in xpath(root, "//w:t[not(contains(., '{'))]"):
                text.text = ""

        return Mutant("its own words are gone", alter_part(data, DOCUMENT, empty_texts), keeps_text=True)

    monkeypatch.setattr(fuzz_templates, "mutate", lose_own_words)

    (outcome,) = run(CONTENT, tmp_path, 1)

    assert outcome.faults == ("its text is another one",)
