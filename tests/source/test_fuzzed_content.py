"""Files changed at random: the program never stumbles, and what was typed is printed or told.

``bench/fuzz_content.py`` tries hundreds; here are a few of them, and proofs that the search finds a loss.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

import pytest
from content_fuzzer import ContentFuzzer, Reading
from content_mutations import MUTATIONS
from typed_words import plain, typed_words

from esa_docs.diagnostics import Diagnostic, Location, Severity

pytestmark = pytest.mark.once

ROOT: Final = Path(__file__).parents[2]
SEEDS: Final = [f"suite/{number}" for number in range(20)]
FEWEST_TOLD: Final = 10


@pytest.fixture(scope="module")
def fuzzer(tmp_path_factory: pytest.TempPathFactory) -> ContentFuzzer:
    """Return a copy of the orders of the shipped content, to be changed."""
    content = tmp_path_factory.mktemp("content")
    for name in ("office.yaml", "people.yaml", "2569/announcements", "2569/orders", "2569/minutes"):
        source = ROOT / "content" / name
        target = content / name
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            shutil.copyfile(source, target)
    return ContentFuzzer(content, tmp_path_factory.mktemp("fuzzed") / "project")


def test_no_change_is_lost_in_silence_or_ends_the_program(fuzzer: ContentFuzzer) -> None:
    verdicts = [fuzzer.try_change(seed) for seed in SEEDS]
    assert [str(verdict) for verdict in verdicts if verdict.faults] == []
    assert len([verdict for verdict in verdicts if verdict.is_told]) >= FEWEST_TOLD


def test_what_is_told_of_a_project_elsewhere_is_near(fuzzer: ContentFuzzer) -> None:
    """Its paths are absolute, and W502 told at the very line is no loss."""
    path = fuzzer._files[0]
    diagnostic = Diagnostic("W502", "ก", Location(str(path), 1, 1), "", Severity.INFO)
    assert fuzzer._is_in(diagnostic, path.relative_to(fuzzer._root).as_posix())
    assert not fuzzer._is_in(diagnostic, "2569/orders/other.yaml")


def test_a_seed_gives_one_change(fuzzer: ContentFuzzer) -> None:
    assert fuzzer.try_change("suite/0") == fuzzer.try_change("suite/0")
    assert len({fuzzer.try_change(f"suite/{number}").change for number in range(3)}) == 3


def test_there_are_many_sorts_of_changes() -> None:
    assert len({mutate.__name__ for mutate in MUTATIONS}) >= 18


def test_a_loss_is_found(fuzzer: ContentFuzzer) -> None:
    """A word that is typed and stands nowhere, and one that stood there and is gone."""
    text = "cause:\n  - ด้วยสำนักงาน\n"
    before = "ด้วยสำนักงาน"
    fuzzer._before = Reading((), before)
    typed_more = "cause:\n  - ด้วยสำนักงานซฟหกด\n"
    lost_words = list(fuzzer._lost_words("a.yaml", text, typed_more, Reading((), before)))
    assert [(word.text, word.key, word.line) for word in lost_words] == [("ด้วยสำนักงานซฟหกด", "cause", 2)]
    lost_words = list(fuzzer._lost_words("a.yaml", text, text, Reading((), "")))
    assert [(word.text, word.line) for word in lost_words] == [("ด้วยสำนักงาน", 2)]
    assert list(fuzzer._lost_words("a.yaml", text, text, Reading((), before))) == []


def test_an_exception_is_found(fuzzer: ContentFuzzer, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(_root: object) -> None:
        message = "a fault of the program"
        raise RuntimeError(message)

    monkeypatch.setattr("content_fuzzer.api.load", stumble)
    assert "RuntimeError: a fault of the program" in fuzzer.try_change("suite/0").faults[0]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("subject: แต่งตั้งคณะทำงาน #1 ของเขต", ["แต่งตั้งคณะทำงาน", "ของเขต"]),
        ("# ทั้งบรรทัด", []),
        ("subject: # คำอธิบาย", []),
        ("number: 1 # คำอธิบาย", []),
        ("  - {role: กรรมการ} # คำอธิบาย", ["กรรมการ"]),
        ("item: '1.1' # คำอธิบาย", []),
        ("date: ๒๕๖๙", ["2569"]),
    ],
)
def test_what_counts_as_typed(line: str, words: list[str]) -> None:
    assert [word.text for word in typed_words(f"{line}\n")] == words


def test_a_word_has_all_keys_above_it() -> None:
    text = (
        "committees:\n  - name: คณะทำงาน\n    members:\n"
        "      - {person: สมชาย, role: ประธาน}\nclauses:\n  - ให้\n"
    )
    keys = [(word.text, word.key) for word in typed_words(text)]
    assert keys == [
        ("คณะทำงาน", "committees.name"),
        ("สมชาย", "committees.members.person"),
        ("ประธาน", "committees.members.role"),
        ("ให้", "clauses"),
    ]


def test_blanks_and_digits_make_no_difference() -> None:
    assert plain("ที่ ๑๒ / ๒๕๖๙") == "ที่12/2569"
