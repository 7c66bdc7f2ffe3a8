"""A name that no document of the year has: the hint says where it stands, or which name is meant (E408)."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_office import write_manual, write_office

from esa_docs import api
from esa_docs.diagnostics import ContentError
from esa_docs.jobs.building.plan import Choice, find_document, plan_jobs
from esa_docs.jobs.building.unknown_names import unknown_name_hint

KEYS = ("2569/memos/m", "2569/orders/old", "2570/memos/m", "2570/orders/only", "2571/orders/o", "2571/manual")


ONLY = "'orders/only' is a document of the year 2570: name it so, and add --year 2570."
MEMO = "'memos/m' is a document of the years 2569, 2570: name it so, and add one, such as --year 2570."


@pytest.mark.parametrize(
    ("typed_name", "hint"),
    [
        ("memos/m", MEMO),
        ("orders/only", ONLY),
        ("2570/orders/only.yaml", ONLY),
        ("only", ONLY),
        ("memos/", "'memos/m' is a document of the year 2570: name it so, and add --year 2570."),
        ("o", "Known here: orders/o."),
        ("orders", "Did you mean 'orders/o'?"),
        ("orders/o.yaml", "Did you mean 'orders/o'?"),
        ("build/2571/orders/o.docx", "Did you mean 'orders/o'?"),
        (r"content\2571\orders\o.yaml", "Did you mean 'orders/o'?"),
        ("./2571/manual.yml", "Did you mean 'manual'?"),
        ("manaul", "Did you mean 'manual'?"),
        ("zzz", "Known here: orders/o, manual."),
    ],
)
def test_the_hint_is_what_to_type(monkeypatch: pytest.MonkeyPatch, typed_name: str, hint: str) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    assert unknown_name_hint(typed_name, 2571, KEYS) == hint


def test_where_there_is_no_document_the_hint_says_how_to_make_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    hint = "There is no document yet: make one with 'esa-docs new'."
    assert unknown_name_hint("x/y", 2569, ()) == hint
    assert unknown_name_hint("x/y", None, ()) == hint


def test_a_document_of_an_older_year_is_told_with_its_year(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    root = write_office(tmp_path, ["old"])
    write_manual(root, "new", year="2570")
    project = api.load(root)
    for act in (
        lambda: find_document(project, "old"),
        lambda: plan_jobs(project, Choice(("old",)), tmp_path),
    ):
        with pytest.raises(ContentError) as caught:
            act()
        (fault,) = caught.value.diagnostics
        assert (fault.code, fault.location.path) == ("E408", root.as_posix())
        assert fault.hint == "'old' is a document of the year 2569: name it so, and add --year 2569."


def test_a_project_without_years_names_no_year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    project = api.load(write_office(tmp_path, []))
    with pytest.raises(ContentError) as caught:
        find_document(project, "x")
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.message) == (
        "E408",
        "no document is named 'x': the project has no folder of a year yet",
    )
