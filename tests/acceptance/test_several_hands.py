"""Several hands at once, and commands that are killed: a few tries of each sort. The bench makes many."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_process import CommandProcess
from hands_project import HandsProject
from several_hands import Hands, Tally, all_kills, all_races

pytestmark = [
    pytest.mark.once,
    pytest.mark.skipif(os.name == "nt", reason="the processes of the bench are forked"),
]
RACES, KILLS = 2, 3


@pytest.fixture(scope="module")
def hands(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hands]:
    """Yield a project and two processes that change it."""
    folder = tmp_path_factory.mktemp("hands")
    with CommandProcess(folder / "1.txt") as first, CommandProcess(folder / "2.txt") as second:
        yield Hands(HandsProject(folder), first, second)


def _summaries(tallies: Iterator[Tally]) -> dict[str, tuple[bool, list[str]]]:
    """Return by the name of a sort whether there were tries, and what went wrong."""
    return {tally.name: (tally.tries > 0, tally.faults) for tally in tallies}


def test_two_hands_at_once_lose_and_double_nothing(hands: Hands, tmp_path: Path) -> None:
    assert _summaries(all_races(hands, RACES, tmp_path)) == {
        "one number given twice": (True, []),
        "two imports into one file": (True, []),
        "two builds into one folder": (True, []),
        "one report started twice": (True, []),
        "ids written twice": (True, []),
    }


def test_a_killed_command_leaves_nothing_half_done(hands: Hands, tmp_path: Path) -> None:
    assert _summaries(all_kills(hands, KILLS, tmp_path)) == {
        "issue": (True, []),
        "issue of a reserved number": (True, []),
        "sheet import": (True, []),
        "new": (True, []),
        "sent": (True, []),
        "people ids": (True, []),
        "build": (True, []),
    }
