"""Every name of the corpus is printed as the corpus says, and read back from print."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from esa_docs.thai import NO_BREAK_SPACE, format_name
from esa_docs.thai.name_parts import NameParts, parse_name

CORPUS_FILE = Path(__file__).parents[1] / "corpus" / "names.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load(CORPUS_FILE.read_text(encoding="utf-8"))
CERTAINTIES = {"second-hand", "usage", "decision"}


def test_every_name_says_why_and_how_surely() -> None:
    assert len(CASES) >= 40
    for case in CASES:
        assert set(case) == {"parts", "printed", "sure", "why"}
        assert case["sure"] in CERTAINTIES
    assert len({case["printed"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["printed"])
def test_a_name_is_printed_on_one_line(case: dict[str, Any]) -> None:
    assert format_name(*case["parts"]) == case["printed"].replace(" ", NO_BREAK_SPACE), case["why"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["printed"])
def test_a_printed_name_is_read_back(case: dict[str, Any]) -> None:
    assert parse_name(case["printed"]) == NameParts(*case["parts"]), case["why"]
