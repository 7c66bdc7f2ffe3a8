"""A build of one letter tells nothing of the lists and tables of other letters."""

from __future__ import annotations

from pathlib import Path

import pytest
from written_project import OFFICE, PEOPLE, put

from esa_docs import api
from esa_docs.jobs.building.concerning import findings_of_build
from esa_docs.jobs.building.plan import Choice, plan_jobs

LETTER = "kind: letter\nsubject: เรื่อง\nrecipients_from: lists/{list}.csv\ntext: ['{{field:วัน}}']\n"


def put_lists(root: Path, **lists: str) -> Path:
    """Write a project with a letter to each list, whose date is not certain."""
    put(root, "office.yaml", f"content: 2\n{OFFICE}letter_code: ศธ 04000\n")
    put(root, "people.yaml", PEOPLE)
    for name, list_name in lists.items():
        put(root, f"2569/{name}.yaml", LETTER.format(list=list_name))
        put(root, f"lists/{list_name}.csv", "เรียน,วัน\nก,3/4/2026\n")
    return root


def told_lists(root: Path, *names: str) -> set[str]:
    """Return the files of lists of which a build of some letters tells something."""
    project = api.load(root)
    choice = Choice(names)
    findings = findings_of_build(project, choice, 2569, plan_jobs(project, choice, root / "out"))
    return {Path(each.location.file).name for each in findings if each.code == "W503"}


@pytest.mark.parametrize(
    ("names", "files"),
    [(("a",), {"one.csv"}), (("b",), {"two.csv"}), (("a", "b"), {"one.csv", "two.csv"})],
)
def test_only_lists_of_what_is_built_are_told(
    tmp_path: Path, names: tuple[str, ...], files: set[str]
) -> None:
    root = put_lists(tmp_path, a="one", b="two")
    assert told_lists(root, *names) == files
    assert told_lists(root) == {"one.csv", "two.csv"}


def test_a_list_of_two_letters_is_told_with_each(tmp_path: Path) -> None:
    root = put_lists(tmp_path, a="one", b="one")
    assert [told_lists(root, "a"), told_lists(root, "b")] == [{"one.csv"}, {"one.csv"}]


def test_a_list_of_a_letter_of_another_year_is_passed_by(tmp_path: Path) -> None:
    root = put_lists(tmp_path, a="one")
    put(root, "2568/old.yaml", LETTER.format(list="old"))
    put(root, "lists/old.csv", "เรียน,วัน\nก,3/4/2026\n")
    assert told_lists(root) == {"one.csv"}


def test_all_lists_are_told_while_a_letter_to_be_built_has_errors(tmp_path: Path) -> None:
    root = put_lists(tmp_path, a="one", b="two")
    put(root, "2569/a.yaml", LETTER.format(list="two") + "nothing: 1\n")
    assert told_lists(root, "a") == {"two.csv"}
