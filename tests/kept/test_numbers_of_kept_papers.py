"""A kept paper keeps number, date and name; whoever changes them by hand is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from kept_office import (
    MARCH_16,
    OCCASION,
    bytes_below,
    codes,
    issue,
    issue_again,
    record_of,
    replace_text,
    send,
    version_path,
    with_code,
    write_papers,
)

from esa_docs import api
from esa_docs.diagnostics import ContentError, Diagnostic

X = "2569/orders/x.yaml"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    root = write_papers(tmp_path / "office")
    issue(root)
    return root


def issue_or_send(root: Path, **request: object) -> None:
    """Issue the order with a request; send it without one."""
    if request:
        api.issue(root, "orders/x", occasion=OCCASION, **request)  # type: ignore[arg-type]
    else:
        send(root)


def refusal(root: Path, **request: object) -> Diagnostic:
    """Require that sending, or issuing with a request, is refused for one reason; nothing changes."""
    before = bytes_below(root)
    with pytest.raises(ContentError) as error_info:
        issue_or_send(root, **request)
    assert bytes_below(root) == before
    (diagnostic,) = error_info.value.diagnostics
    return diagnostic


def type_another_number(root: Path) -> None:
    replace_text(root / X, "number: '12'", "number: '40'")


def type_another_date(root: Path) -> None:
    replace_text(root / X, "date: 16 มีนาคม 2569", "date: 17 มีนาคม 2569")


AGAIN = {"again": True, "why": "x"}
REQUESTS = [
    {},
    AGAIN,
    {**AGAIN, "force": True},
    {**AGAIN, "number": "40"},
    {"number": "40", "force": False},
]


@pytest.mark.parametrize("request_options", REQUESTS)
def test_another_number_typed_by_hand_is_refused_with_both_and_the_cure(
    root: Path, request_options: dict[str, object]
) -> None:
    type_another_number(root)
    diagnostic = refusal(root, **request_options)
    line = (root / X).read_text(encoding="utf-8").splitlines().index("number: '40'") + 1
    assert (diagnostic.code, Path(diagnostic.location.path).name) == ("E459", "x.yaml")
    assert diagnostic.location.line == line
    assert [word in diagnostic.message for word in ("40", "12", "16 มีนาคม 2569")] == [True, True, True]
    command = 'esa-docs issue orders/x --again --force --number 40 --date 16/3/2569 --why "…"'
    assert command in diagnostic.hint


@pytest.mark.parametrize("request_options", [{}, AGAIN, {**AGAIN, "date": dt.date(2026, 3, 17)}])
def test_another_date_typed_by_hand_is_refused(root: Path, request_options: dict[str, object]) -> None:
    type_another_date(root)
    diagnostic = refusal(root, **request_options)
    assert (diagnostic.code, "17 มีนาคม 2569" in diagnostic.message) == ("E459", True)


@pytest.mark.parametrize("is_sent", [True, False])
@pytest.mark.parametrize("type_another", [type_another_number, type_another_date])
def test_another_number_or_date_has_one_cure_in_check_and_build(
    root: Path, tmp_path: Path, type_another: Callable[[Path], None], *, is_sent: bool
) -> None:
    if is_sent:
        send(root)
    type_another(root)
    checked = api.check(api.load(root))
    built = api.build(api.load(root), out=tmp_path / "a", choice=api.Choice(names=("orders/x",))).diagnostics
    for diagnostics in (checked, built):
        assert with_code(diagnostics, "E456") == []
    (warning,) = with_code(checked, "E457")
    assert "esa-docs issue orders/x --again --force --number" in warning.hint


@pytest.mark.parametrize("line", ["number: '12'\n", "date: 16 มีนาคม 2569\n"])
def test_the_cure_of_a_lost_number_or_date_is_to_write_it_back(root: Path, line: str) -> None:
    replace_text(root / X, line, "")
    (warning,) = with_code(api.check(api.load(root)), "E457")
    assert "number: 12, date: 16 มีนาคม 2569" in warning.hint
    assert "esa-docs issue" not in warning.hint


def test_one_that_is_said_with_force_does_not_let_the_other_pass(root: Path) -> None:
    type_another_number(root)
    type_another_date(root)
    assert refusal(root, **AGAIN, force=True, number="40").code == "E459"


def test_the_command_of_the_cure_keeps_the_new_number(root: Path) -> None:
    type_another_number(root)
    issuance = api.issue(root, "orders/x", "40", MARCH_16, force=True, again=True, why="x", occasion=OCCASION)
    assert (issuance.version, record_of(version_path(root, number=2))["number"]) == (2, "40")
    assert with_code(api.load(root).diagnostics, "E457") == []
    assert send(root).sent == MARCH_16


def test_force_may_give_the_kept_number_back(root: Path) -> None:
    type_another_number(root)
    api.issue(root, "orders/x", "12", MARCH_16, force=True, again=True, why="x", occasion=OCCASION)
    assert "number: '12'" in (root / X).read_text(encoding="utf-8")


def test_changed_text_is_still_kept_by_sent(root: Path) -> None:
    replace_text(root / X, "ให้ปฏิบัติตามนี้", "ให้ปฏิบัติดังนี้")
    assert send(root).version == 2


def test_issue_without_again_tells_what_was_not_kept(root: Path) -> None:
    assert issue(root).outdated_version is None
    replace_text(root / X, "ให้ปฏิบัติตามนี้", "ให้ปฏิบัติดังนี้")
    before = bytes_below(root)
    issuance = issue(root)
    (warning,) = with_code(issuance.diagnostics, "E456")
    assert (issuance.is_written, issuance.outdated_version) == (False, 1)
    assert "esa-docs issue orders/x --again --why" in warning.hint
    assert bytes_below(root) == before


def test_a_build_of_a_kept_paper_that_changed_says_so(root: Path, tmp_path: Path) -> None:
    choice = api.Choice(names=("orders/x",))
    assert with_code(api.build(api.load(root), out=tmp_path / "a", choice=choice).diagnostics, "E456") == []
    replace_text(root / X, "ให้ปฏิบัติตามนี้", "ให้ปฏิบัติดังนี้")
    report = api.build(api.load(root), out=tmp_path / "a", choice=choice)
    (note,) = with_code(report.diagnostics, "E456")
    assert (note.severity, Path(note.location.path).name) == ("info", "x.yaml")


def test_all_that_is_missing_for_a_number_is_told_at_once(root: Path) -> None:
    (root / "2569/orders/y.yaml").write_text(
        "kind: order\nsubject: ก\ndraft: true\ncause: [ด้วยเหตุ]\nclauses: [ข้อ]\n", encoding="utf-8"
    )
    with pytest.raises(ContentError) as error_info:
        api.issue(root, "orders/y", occasion=OCCASION)
    diagnostics = error_info.value.diagnostics
    assert [diagnostic.code for diagnostic in diagnostics] == ["E412", "E412", "E445"]
    assert ("--date" in diagnostics[0].hint, "13" in diagnostics[1].hint) == (True, True)
    assert {Path(diagnostic.location.path).name for diagnostic in diagnostics} == {"y.yaml"}


@pytest.mark.parametrize(
    ("name", "number", "expected"),
    [
        ("orders/x", "12", "คำสั่ง number 12/2569 of 16 มีนาคม 2569"),
        ("circular", "5", "หนังสือภายนอก number ศธ 04001/ว 5 of 16 มีนาคม 2569"),
        ("notice", None, "ประกาศ of 16 มีนาคม 2569"),
    ],
)
def test_what_was_issued_is_called_by_number_and_date(
    tmp_path: Path, name: str, number: str | None, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ESA_DOCS_LANG", "en")
    root = write_papers(tmp_path / "another")
    assert issue(root, name, number).paper_name == expected


def errors_of_numbers(root: Path) -> list[tuple[str, str]]:
    findings = [d for d in api.load(root).diagnostics if d.code in {"E433", "E455", "E457", "E460", "E605"}]
    return [(finding.code, Path(finding.location.path).name) for finding in findings]


@pytest.mark.parametrize("is_sent", [True, False])
def test_a_renamed_file_is_told_once_with_its_old_name(root: Path, *, is_sent: bool) -> None:
    if is_sent:
        send(root)
    (root / X).rename(root / "2569/orders/y.yaml")
    assert errors_of_numbers(root) == [("E460", "y.yaml")]
    (root / "2569/orders/y.yaml").rename(root / X)
    assert errors_of_numbers(root) == []


@pytest.mark.parametrize(("is_sent", "state"), [(True, "sent"), (False, "issued")])
def test_a_renamed_file_is_one_paper_everywhere(root: Path, state: str, *, is_sent: bool) -> None:
    if is_sent:
        send(root)
    (root / X).rename(root / "2569/orders/y.yaml")
    project = api.load(root)
    rows = [entry.source for entry in api.register(project, "order").entries if entry.number == "12"]
    assert rows == ["2569/orders/y"]
    (paper,) = [paper for paper in api.papers_of(project, 2569) if paper.name.startswith("orders/")]
    assert (paper.name, paper.state, paper.is_unrecorded, paper.is_faulty) == ("orders/y", state, False, True)
    (missing,) = paper.missing
    assert ("2569/orders/x" in missing.message, Path(missing.place.path).name) == (True, "y.yaml")
    assert paper.as_dict()["version"] == 1


def test_a_version_of_a_renamed_file_is_refused_with_the_new_name(root: Path) -> None:
    (root / X).rename(root / "2569/orders/y.yaml")
    with pytest.raises(ContentError) as error_info:
        api.issue(root, "orders/x", again=True, why="x", occasion=OCCASION)
    (diagnostic,) = error_info.value.diagnostics
    assert (diagnostic.code, Path(diagnostic.location.path).name) == ("E460", "y.yaml")
    assert "2569/orders/x" in diagnostic.hint


def test_a_renamed_file_without_number_is_told_by_date_and_title(root: Path) -> None:
    issue(root, "notice", None)
    (root / "2569/notice.yaml").rename(root / "2569/news.yaml")
    assert errors_of_numbers(root) == [("E460", "news.yaml")]
    replace_text(root / "2569/news.yaml", "เรื่องประกาศ", "เรื่องอื่น")
    assert sorted(errors_of_numbers(root)) == [("E455", "news.yaml"), ("E457", "1.zip")]


@pytest.mark.parametrize("name", ["x (1)", "x (conflicted copy 2569-03-01)"])
def test_a_conflict_copy_of_a_kept_paper_leaves_the_paper_alone(root: Path, name: str) -> None:
    text = (root / X).read_text(encoding="utf-8")
    (root / f"2569/orders/{name}.yaml").write_text(text, encoding="utf-8")
    assert errors_of_numbers(root) == [("E433", f"{name}.yaml")]
    assert api.load(root).faulty == (f"2569/orders/{name}",)


@pytest.mark.parametrize("name", ["a", "x-PC2", "z"])
def test_a_copy_under_any_name_takes_no_number_from_the_kept_paper(root: Path, name: str) -> None:
    text = (root / X).read_text(encoding="utf-8")
    (root / f"2569/orders/{name}.yaml").write_text(text, encoding="utf-8")
    project = api.load(root)
    assert ("E605", f"{name}.yaml") in errors_of_numbers(root)
    assert project.faulty == (f"2569/orders/{name}",)


def test_what_office_or_roster_alone_would_change_of_sent_papers_is_told_once(root: Path) -> None:
    issue(root, "notice", None)
    for name in ("orders/x", "notice"):
        send(root, name)
    replace_text(root / "people.yaml", "last_name: นามตัวอย่าง", "last_name: นามใหม่")
    (note,) = with_code(api.check(api.load(root)), "E456")
    assert (note.severity, "2" in note.message) == ("info", True)
    assert [name in note.message for name in ("orders/x", "notice", "นามใหม่")] == [True, True, True]

    replace_text(root / X, "ให้ปฏิบัติตามนี้", "ให้ปฏิบัติดังนี้")
    findings = with_code(api.check(api.load(root)), "E456")
    places = sorted((str(finding.severity), Path(finding.location.path).name) for finding in findings)
    assert places == [("info", "office"), ("warning", "x.yaml"), ("warning", "x.yaml")]


def test_a_remark_in_the_file_of_a_sent_paper_is_no_other_print(root: Path) -> None:
    send(root)
    with (root / X).open("a", encoding="utf-8") as file:
        file.write("# หมายเหตุ\n")
    assert codes(with_code(api.check(api.load(root)), "E456")) == []


def test_a_recipient_that_is_added_after_sending_asks_for_sending_alone(root: Path) -> None:
    issue(root, "circular", "5")
    send(root, "circular")
    line = "  - {to: ผู้อำนวยการโรงเรียนสอง, short: สอง}\n"
    added = f"{line}  - {{to: ผู้อำนวยการโรงเรียนสาม, short: สาม}}\n"
    replace_text(root / "2569/circular.yaml", line, added)
    (warning,) = with_code(issue_again(root, "circular").diagnostics, "E458")
    assert "esa-docs sent circular" in warning.hint
    send(root, "circular")
    replace_text(root / "2569/circular.yaml", "โรงเรียนหนึ่ง", "โรงเรียนที่หนึ่ง")
    (warning,) = with_code(issue_again(root, "circular").diagnostics, "E458")
    assert "esa-docs sent" not in warning.hint
