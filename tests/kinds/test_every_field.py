"""What is typed is printed or told: every text of every kind, those of kinds to come too.

A text that is neither has the type `SteeringText`: an id, a path, the name of something else. Numbers, dates
and times are looked at too: the mark `STEERS` says which of them only steer.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import filled_in
import pytest
from filled_in import Filling, full_content, leaves_of
from written_project import put_office

from esa_docs.kinds import KINDS
from esa_docs.source.yaml_files.tree import format_path


def filling_of(name: str, folder: Path) -> Filling:
    """Return a project with a document of a kind, ready to be filled in."""
    kind = KINDS.by_name[name]
    return Filling(put_office(folder / "office"), kind, full_content(kind))


@pytest.fixture(scope="module")
def fillings(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Filling]:
    """Return what returns the project of a kind, filled in once."""

    @cache
    def filled(name: str) -> Filling:
        filling = filling_of(name, tmp_path_factory.mktemp(name))
        filling.run()
        return filling

    return filled


@pytest.mark.parametrize("name", KINDS.names)
def test_every_text_is_printed_or_told(name: str, fillings: Callable[[str], Filling]) -> None:
    filling = fillings(name)
    assert {format_path(path) for path in filling.outcome.silent} == set()
    # With a key that it needs a text is printed, and without that key it is told.
    assert {format_path(path) for path in filling.run_alone()} == set()
    assert {format_path(path) for path in filling.run_numbers()} == set()
    assert {format_path(path) for path in filling.run_without_partners()} == set()


@pytest.mark.parametrize(
    ("name", "printed", "codes"),
    [
        (
            "order",
            {"changes[0].join[0].note", "committees[0].members[0].note", "effect"},
            {"amends.number": "E639"},
        ),
        ("sar", {"indicators[0].issues[0].twelve_months.results[0]"}, {}),
        ("minutes", {"others[0].position"}, {"members[0].note": "E222", "continued[0].title": "E653"}),
        ("memo", {"proposal[0]"}, {"text[0]": "E646"}),
        ("letter", {"to", "recipients[0].to"}, {}),
    ],
)
def test_what_becomes_of_some_texts(
    name: str, printed: set[str], codes: dict[str, str], fillings: Callable[[str], Filling]
) -> None:
    outcome = fillings(name).outcome
    codes_by_field = {format_path(path): code for path, code in outcome.codes.items()}
    assert printed <= {format_path(path) for path in outcome.printed}
    assert codes.items() <= codes_by_field.items()


def test_a_text_that_nothing_prints_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real_text = filled_in.printed_text
    kind = KINDS.by_name["announcement"]
    (closing,) = [leaf for leaf in leaves_of(kind, full_content(kind)) if leaf.path == ("closing",)]
    monkeypatch.setattr(
        filled_in, "printed_text", lambda kind, document: real_text(kind, document).replace(closing.word, "")
    )
    filling = filling_of("announcement", tmp_path)
    assert filling.run().silent == {("closing",)}
    assert filling.run_alone() == {("closing",)}
