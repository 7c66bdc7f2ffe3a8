"""What of a project cannot be read is told at its place, and no number is certain then."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
from click.testing import CliRunner, Result
from numbered_office import write_order, write_project, write_register
from unreadable import (
    Maker,
    as_nobody,
    deep_folder,
    link_outside,
    make_endless_link,
    make_folder,
    make_lost_link,
    make_pipe,
    make_socket,
    needs_pipes,
    open_folder,
)
from written_project import other_findings, put

from esa_docs import api
from esa_docs.cli import app
from esa_docs.diagnostics import ContentError, MachineError
from esa_docs.model.project import Project
from esa_docs.source.folders import disk
from esa_docs.source.folders.disk import Sort, look_at

Finding = tuple[str, str, str]
"""File, severity and code."""
DATE = "16 มีนาคม 2569"
REPORT = """kind: sar
scheme: sar-2560
indicators:
  - indicator: '1.1'
    issues:
      - {number: 1, evidence: [{code: ข, name: ค, file: annex.pdf}]}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make a project with one numbered order and one that waits for its number."""
    folder = tmp_path / "office"
    folder.mkdir()
    return with_orders(folder)


def with_orders(folder: Path) -> Path:
    write_project(folder)
    write_order(folder, "2569/orders/a", "59", DATE)
    write_order(folder, "2569/orders/b")
    return folder


def findings_in(project: Project) -> list[Finding]:
    root = project.root.absolute()
    rows: list[Finding] = []
    for diagnostic in other_findings(project):
        file = Path(diagnostic.location.path).absolute().relative_to(root).as_posix()
        rows.append((file, str(diagnostic.severity), diagnostic.code))
    return rows


def unread_in(project: Project) -> list[tuple[str, str]]:
    """Return file and code of what cannot be read of all that holds numbers."""
    assert set(project.unread) <= set(project.diagnostics)
    root = project.root.absolute()
    rows: list[tuple[str, str]] = []
    for diagnostic in project.unread:
        path = Path(diagnostic.location.path).absolute()
        rows.append((path.relative_to(root).as_posix(), diagnostic.code))
    return sorted(rows)


def keys(project: Project) -> list[str]:
    return [document.key for document in project.documents]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


# Permissions, with a user who really has none


@pytest.fixture
def shared_root() -> Iterator[Path]:
    """Make the project where a user without rights may be refused, and load it once for its imports."""
    if not hasattr(os, "geteuid"):
        pytest.skip("Windows has no permissions of this sort")
    with open_folder() as folder:
        root = folder / "office"
        root.mkdir()
        api.load(with_orders(root))
        yield root


@pytest.mark.parametrize(
    ("name", "is_unread"),
    [
        ("2569/orders", True),
        ("2569", True),
        ("registers", True),
        ("issued/2569/orders", True),
        ("schemes", False),
        ("templates_docx", False),
    ],
)
def test_a_folder_without_permission_is_told(name: str, is_unread: bool, shared_root: Path) -> None:
    folder = shared_root / name
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0)
    with as_nobody():
        project = api.load(shared_root)
    assert findings_in(project) == [(name, "error", "E435")]
    assert unread_in(project) == [(name, "E435")] * is_unread
    assert project.is_whole is not is_unread


def test_the_project_folder_without_permission_is_told(shared_root: Path) -> None:
    shared_root.chmod(0)
    with as_nobody(), pytest.raises(MachineError) as error_info:
        api.load(shared_root)
    assert [diagnostic.code for diagnostic in error_info.value.diagnostics] == ["E435"]


def test_a_project_folder_that_lists_nothing_is_told(shared_root: Path) -> None:
    shared_root.chmod(0o311)
    with as_nobody():
        project = api.load(shared_root)
    assert findings_in(project) == [(".", "error", "E435")]
    assert not project.is_whole


@pytest.mark.parametrize(
    ("name", "code", "is_unread"),
    [
        ("2569/orders/a.yaml", "E110", True),
        ("registers/orders.csv", "E110", True),
        ("office.yaml", "E110", True),
        ("people.yaml", "E110", True),
        ("schemes/own.yaml", "E110", False),
        ("templates_docx/order.docx", "E435", False),
    ],
)
def test_a_file_without_permission_is_told(name: str, code: str, is_unread: bool, shared_root: Path) -> None:
    path = shared_root / name
    if not path.exists():
        put(shared_root, name, "")
    path.chmod(0)
    with as_nobody():
        project = api.load(shared_root)
    assert findings_in(project) == [(name, "error", code)]
    assert unread_in(project) == [(name, code)] * is_unread


def test_no_number_is_given_while_a_folder_has_no_permission(shared_root: Path) -> None:
    """The fault of the issue: number 60 was given twice, and check said 0 errors."""
    write_order(shared_root, "2568/orders/c", "60", DATE)
    folder = shared_root / "2568/orders"
    folder.chmod(0)
    b = shared_root / "2569/orders/b.yaml"
    before = b.read_bytes()
    # A command that changes a project needs to write there, for its lock.
    shared_root.chmod(0o777)
    with as_nobody(), pytest.raises(ContentError) as error_info:
        api.issue(shared_root, "orders/b", "60", api.this_day())
    assert [diagnostic.code for diagnostic in error_info.value.diagnostics] == ["E435"]
    assert b.read_bytes() == before


# The same without users: the seam is the one scan of a folder


def test_a_folder_that_the_system_refuses_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_scan(monkeypatch, root / "2569" / "orders", PermissionError(errno.EACCES, "Permission denied"))
    project = api.load(root)
    assert findings_in(project) == [("2569/orders", "error", "E435")]
    assert keys(project) == []


def test_a_folder_that_vanishes_while_it_is_read_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_scan(monkeypatch, root / "2569" / "orders", FileNotFoundError(errno.ENOENT, "No such file"))
    assert unread_in(api.load(root)) == [("2569/orders", "E435")]


def test_a_file_that_vanishes_while_it_is_read_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real_scan = disk.scan_folder

    def scan_then_delete(folder: Path) -> list[disk.Entry]:
        entries = real_scan(folder)
        if folder.name == "orders":
            (folder / "a.yaml").unlink()
        return entries

    monkeypatch.setattr("esa_docs.source.folders.walking.scan_folder", scan_then_delete)
    project = api.load(root)
    assert unread_in(project) == [("2569/orders/a.yaml", "E110")]
    assert keys(project) == ["2569/orders/b"]


def refuse_scan(monkeypatch: pytest.MonkeyPatch, refused_folder: Path, fault: OSError) -> None:
    real_scan = os.scandir

    def scan(folder: Any) -> Any:
        if Path(folder) == refused_folder:
            raise fault
        return real_scan(folder)

    monkeypatch.setattr("esa_docs.source.folders.disk.os.scandir", scan)


# Pipes, sockets, folders and links in the place of files

OBSTACLES = [
    pytest.param(make_pipe, "E437", marks=needs_pipes, id="pipe"),
    pytest.param(make_socket, "E437", marks=needs_pipes, id="socket"),
    pytest.param(make_folder, "E437", id="folder"),
    pytest.param(make_endless_link, "E436", id="endless link"),
    pytest.param(make_lost_link, "E436", id="lost link"),
    pytest.param(link_outside, "E436", id="outside"),
]


@pytest.mark.parametrize(("make", "code"), OBSTACLES)
@pytest.mark.parametrize(
    "name", ["office.yaml", "people.yaml", "schemes/own.yaml", "templates_docx/order.docx"]
)
def test_what_stands_in_the_place_of_a_file_is_told(make: Maker, code: str, name: str, root: Path) -> None:
    path = root / name
    path.unlink(missing_ok=True)
    path.parent.mkdir(exist_ok=True)
    make(path)
    project = api.load(root)
    assert findings_in(project) == [(name, "error", code)]
    # Office and roster say which registers there are.
    assert project.is_whole == ("/" in name)
    makes_orders = name == "schemes/own.yaml"
    assert keys(project) == ["2569/orders/a", "2569/orders/b"] * makes_orders


@pytest.mark.parametrize(("make", "code"), OBSTACLES)
def test_what_stands_in_the_place_of_a_register_is_told(make: Maker, code: str, root: Path) -> None:
    (root / "registers").mkdir()
    make(root / "registers" / "orders.csv")
    project = api.load(root)
    assert findings_in(project) == [("registers/orders.csv", "error", code)]
    assert unread_in(project) == [("registers/orders.csv", code)]


@pytest.mark.parametrize(
    ("make", "code"), [case for case in OBSTACLES if case.id not in {"folder", "outside"}]
)
@pytest.mark.parametrize("name", ["2569/x.yaml", "2569/orders/x.YML"])
def test_what_stands_in_the_place_of_content_is_told(make: Maker, code: str, name: str, root: Path) -> None:
    make(root / name)
    project = api.load(root)
    assert findings_in(project) == [(name, "error", code)]
    assert unread_in(project) == [(name, code)]
    assert keys(project) == ["2569/orders/a", "2569/orders/b"]


@needs_pipes
@pytest.mark.parametrize("name", ["2569/x", "2569/x.docx", "2569/.x.yaml", "2569/~$x.yaml"])
def test_a_pipe_that_is_no_content_is_passed_over(name: str, root: Path) -> None:
    make_pipe(root / name)
    assert findings_in(api.load(root)) == []


@pytest.mark.parametrize("make", [make_endless_link, make_lost_link])
def test_a_link_that_could_be_a_folder_is_told(make: Maker, root: Path) -> None:
    make(root / "2569" / "more")
    assert unread_in(api.load(root)) == [("2569/more", "E436")]


@pytest.mark.parametrize(
    ("name", "makes_year"), [("2570", False), ("๒๕๗๐", False), ("registers", True), ("issued", True)]
)
def test_a_file_in_the_place_of_a_folder_is_told(name: str, makes_year: bool, root: Path) -> None:
    put(root, name, "ก")
    project = api.load(root)
    assert unread_in(project) == [(name, "E437")]
    assert project.years == (2569,)
    # Papers whose kept versions cannot be seen are not made anew.
    expected_papers = 0 if name == "issued" else 2
    assert len(project.documents) == expected_papers


@pytest.mark.parametrize("name", ["schemes", "templates_docx"])
def test_a_file_in_the_place_of_the_offices_own_forms_is_told(name: str, root: Path) -> None:
    put(root, name, "ก")
    assert findings_in(api.load(root)) == [(name, "error", "E437")]


@pytest.mark.parametrize("make", [make_endless_link, make_lost_link])
def test_a_year_that_is_a_link_to_nothing_is_told(make: Maker, root: Path) -> None:
    make(root / "2568")
    project = api.load(root)
    assert unread_in(project) == [("2568", "E436")]
    assert project.years == (2569,)


# Folders that are links


def test_a_linked_folder_inside_the_project_is_read_once(root: Path) -> None:
    write_order(root, "shared/deep/c", "60", DATE)
    (root / "2569" / "from").symlink_to(root / "shared", target_is_directory=True)
    project = api.load(root)
    assert findings_in(project) == []
    assert keys(project) == ["2569/from/deep/c", "2569/orders/a", "2569/orders/b"]


def test_a_folder_that_two_links_lead_to_is_read_once_and_told(root: Path) -> None:
    write_order(root, "shared/deep/c", "60", DATE)
    (root / "2569" / "m").symlink_to(root / "shared" / "deep", target_is_directory=True)
    (root / "2569" / "n").symlink_to(root / "shared", target_is_directory=True)
    project = api.load(root)
    assert findings_in(project) == [("2569/n/deep", "warning", "E436")]
    assert keys(project) == ["2569/m/c", "2569/orders/a", "2569/orders/b"]
    assert project.is_whole


@pytest.mark.parametrize("link", ["2569/z", "2569/A", "2570"])
def test_a_link_to_a_folder_of_a_year_is_not_read_twice(link: str, root: Path) -> None:
    (root / link).symlink_to(root / "2569" / "orders", target_is_directory=True)
    project = api.load(root)
    assert findings_in(project) == [(link, "warning", "E436")]
    assert keys(project) == ["2569/orders/a", "2569/orders/b"]
    (diagnostic,) = other_findings(project)
    assert "2569/orders" in diagnostic.message


@pytest.mark.parametrize(("link", "target"), [("2569/orders/x", "2569"), ("2569/x", "."), ("2570", ".")])
def test_a_link_to_a_folder_above_it_is_told(link: str, target: str, root: Path) -> None:
    (root / link).symlink_to(root / target, target_is_directory=True)
    project = api.load(root)
    assert findings_in(project) == [(link, "error", "E436")]
    assert keys(project) == ["2569/orders/a", "2569/orders/b"]
    assert not project.is_whole


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("2569/orders/z.yaml", "2569/orders/a.yaml"),
        ("2569/orders/0.yaml", "2569/orders/a.yaml"),
        ("2570/a.yaml", "2569/orders/a.yaml"),
        ("2569/z.YML", "2569/orders/a.yaml"),
    ],
)
def test_a_link_to_a_file_of_a_year_is_no_second_document(link: str, target: str, root: Path) -> None:
    """The fault of the issue: `issue` of the link gave one number to two papers."""
    (root / "2570").mkdir()
    (root / link).symlink_to(root / target)
    project = api.load(root)
    assert findings_in(project) == [(link, "warning", "E436")]
    assert keys(project) == ["2569/orders/a", "2569/orders/b"]
    assert project.is_whole
    (diagnostic,) = other_findings(project)
    assert target in diagnostic.message


def test_a_file_that_two_links_lead_to_is_read_once_and_told(root: Path) -> None:
    path = write_order(root, "shared/c", "60", DATE)
    (root / "2569/m.yaml").symlink_to(path)
    (root / "2569/n.yaml").symlink_to(path)
    project = api.load(root)
    assert findings_in(project) == [("2569/n.yaml", "warning", "E436")]
    assert keys(project) == ["2569/m", "2569/orders/a", "2569/orders/b"]


def test_a_file_of_a_linked_folder_that_a_link_leads_to_is_read_once(root: Path) -> None:
    path = write_order(root, "shared/c", "60", DATE)
    (root / "2569/from").symlink_to(root / "shared", target_is_directory=True)
    (root / "2569/z.yaml").symlink_to(path)
    project = api.load(root)
    assert findings_in(project) == [("2569/z.yaml", "warning", "E436")]
    assert keys(project) == ["2569/from/c", "2569/orders/a", "2569/orders/b"]


def test_of_a_link_and_the_file_in_a_linked_folder_the_link_is_told(root: Path) -> None:
    path = write_order(root, "shared/c", "60", DATE)
    (root / "2569/from").symlink_to(root / "shared", target_is_directory=True)
    (root / "2569/a.yaml").symlink_to(path)
    project = api.load(root)
    assert findings_in(project) == [("2569/a.yaml", "warning", "E436")]
    assert keys(project) == ["2569/a", "2569/orders/a", "2569/orders/b"]


@pytest.mark.parametrize("target", ["2569/.hidden.yaml", "2569/order.text", "2571/c.yaml"])
def test_a_link_to_a_file_that_is_not_read_itself_is_read(target: str, root: Path) -> None:
    path = put(root, target, NUMBERED.replace("60", "61"))
    folder = path.parent.rename(root / "archive") if "2571" in target else path.parent
    (root / "2569/c.yaml").symlink_to(folder / path.name)
    assert "2569/c" in keys(api.load(root))


def test_two_links_to_one_file_outside_are_errors_of_their_own(root: Path, tmp_path: Path) -> None:
    path = put(tmp_path, "elsewhere.yaml", NUMBERED)
    (root / "2569/m.yaml").symlink_to(path)
    (root / "2569/n.yaml").symlink_to(path)
    assert unread_in(api.load(root)) == [("2569/m.yaml", "E403"), ("2569/n.yaml", "E403")]


def test_hard_links_are_two_files_that_part_at_the_first_change(root: Path) -> None:
    os.link(root / "2569/orders/b.yaml", root / "2569/orders/c.yaml")
    api.issue(root, "orders/c", "60", api.this_day())
    assert "number" not in (root / "2569/orders/b.yaml").read_text(encoding="utf-8")


def test_a_folder_outside_the_project_is_not_read(root: Path, tmp_path: Path) -> None:
    write_order(tmp_path / "elsewhere", "c", "60", DATE)
    (root / "2569" / "more").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    project = api.load(root)
    assert unread_in(project) == [("2569/more", "E436")]
    assert keys(project) == ["2569/orders/a", "2569/orders/b"]


def test_a_project_that_is_itself_a_link_is_read(root: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(root, target_is_directory=True)
    project = api.load(link)
    assert findings_in(project) == []
    assert keys(project) == ["2569/orders/a", "2569/orders/b"]


@needs_pipes
def test_folders_nest_deeper_than_python_nests_calls(root: Path) -> None:
    with deep_folder(root / "2569", 1100):
        project = api.load(root)
    assert findings_in(project) == []
    assert keys(project) == ["2569/orders/a", "2569/orders/b"]


# Names


def test_a_name_that_is_no_unicode_is_told(root: Path) -> None:
    name = os.fsdecode(b"\xa1\xd2\xc3.yaml")
    try:
        put(root, f"2569/{name}", (root / "2569/orders/b.yaml").read_text(encoding="utf-8"))
    except (OSError, UnicodeEncodeError):
        pytest.skip("this disk takes no such name")
    project = api.load(root)
    assert [(severity, code) for _file, severity, code in findings_in(project)] == [("error", "E403")]
    result = run("check", "-C", root, "--format", "json")
    assert result.exit_code == 1


def test_names_that_differ_by_their_form_alone_are_told(root: Path) -> None:
    order = (root / "2569/orders/b.yaml").read_text(encoding="utf-8")
    # A tone mark and a vowel below: Unicode takes both orders for one.
    for name in ("ก\u0e38\u0e48", "ก\u0e48\u0e38"):
        put(root, f"2569/{name}.yaml", order)
    codes = [code for _file, _severity, code in findings_in(api.load(root))]
    assert codes == ["E404", "E404"]


def test_a_document_is_found_by_its_name_in_any_form(root: Path) -> None:
    put(root, "2569/ก\u0e48\u0e38.yaml", (root / "2569/orders/b.yaml").read_text(encoding="utf-8"))
    put(root, "2569/memo.yaml", "kind: memo\nproposes: ก\u0e38\u0e48\nsignature: {by: ก}\n")
    project = api.load(root)
    assert findings_in(project) == []
    assert "2569/ก\u0e38\u0e48" in keys(project)


@pytest.mark.parametrize(
    "name",
    [
        "2569/x.yaml.txt",
        "2569/orders/x.YML.txt",
        "people.csv.txt",
        "office.yaml.TXT",
        "2569/x.yaml.bak",
        "2569/x.yaml~",
        "2569/x.ymal",
        "2569/x.yam",
    ],
)
def test_an_ending_that_windows_hides_is_told(name: str, root: Path) -> None:
    put(root, name, "ก")
    assert findings_in(api.load(root)) == [(name, "info", "E439")]


@pytest.mark.parametrize("name", ["2569/x.txt", "2569/.x.yaml.txt", "notes.txt", "x.yaml.txt", "2569/x.xml"])
def test_other_names_are_passed_over(name: str, root: Path) -> None:
    put(root, name, "ก")
    assert findings_in(api.load(root)) == []


NUMBERED = f"kind: order\nsubject: ก\nnumber: 60\ndate: {DATE}\ncause: [ข]\nclauses: [ค]\n"


@pytest.mark.parametrize(
    ("name", "read_name"),
    [
        ("2569/orders/c.yaml.txt", "c.yaml"),
        ("2569/orders/c.YML.TXT", "c.YML"),
        ("2569/orders/c.yaml.txt.txt", "c.yaml"),
        ("2569/orders/c.yaml.bak", "c.yaml"),
        ("2569/orders/c.yaml~", "c.yaml"),
        ("2569/orders/c.yaml (1)", "c.yaml"),
        ("2569/orders/c.ymal", "c.yaml"),
        ("2569/orders/c.yam", "c.yaml"),
        ("2569/orders/c.yl", "c.yaml"),
        ("2569/orders/c.txt", "c.yaml"),
        ("2569/orders/c", "c.yaml"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
def test_content_under_a_name_that_is_not_read_stops_numbers(
    name: str, read_name: str, encoding: str, root: Path
) -> None:
    """The fault of the issue: number 60 was given twice, and check said nothing but an info."""
    (root / name).write_bytes(NUMBERED.encode(encoding))
    project = api.load(root)
    assert findings_in(project) == [(name, "error", "E439")]
    assert unread_in(project) == [(name, "E439")]
    (diagnostic,) = other_findings(project)
    assert f" {read_name} " in diagnostic.hint.replace(",", " ")
    before = (root / "2569/orders/b.yaml").read_bytes()
    result = run("issue", "orders/b", "--number", "60", "--date", "2569-03-20", "-C", root)
    assert (result.exit_code, "[E439]" in result.output) == (1, True)
    assert (root / "2569/orders/b.yaml").read_bytes() == before
    assert run("check", "-C", root).exit_code == 1


@pytest.mark.parametrize(
    "text",
    ["part_of: sar\nindicator: '1.1'\n", "{kind: order, number: 60}", "'kind' : order\r\n", "# ก\rkind: x"],
)
def test_keys_of_content_are_seen_however_they_are_written(text: str, root: Path) -> None:
    (root / "2569/c.yaml.txt").write_bytes(text.encode())
    assert unread_in(api.load(root)) == [("2569/c.yaml.txt", "E439")]


@pytest.mark.parametrize("name", ["2569/orders/a.yaml.bak", "2569/orders/a.yaml~", "2569/orders/a.yaml.old2"])
def test_a_backup_beside_its_original_stops_nothing(name: str, root: Path) -> None:
    put(root, name, NUMBERED)
    project = api.load(root)
    assert findings_in(project) == [(name, "info", "E439")]
    assert project.is_whole


def test_endings_in_capitals_are_read(root: Path) -> None:
    put(root, "2569/orders/c.YAML", NUMBERED)
    project = api.load(root)
    assert findings_in(project) == []
    assert "2569/orders/c" in keys(project)


def test_a_file_under_such_a_name_that_cannot_be_read_stops_numbers(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(root, "2569/c.yaml.txt", NUMBERED)

    def refuse(other_path: Path) -> NoReturn:
        assert other_path == path
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("esa_docs.source.folders.odd_endings.open_file", refuse)
    assert unread_in(api.load(root)) == [("2569/c.yaml.txt", "E439")]


def test_an_edition_under_such_a_name_is_told_and_hides_no_number(root: Path) -> None:
    put(root, "schemes/own.yaml.txt", "scheme: sar\nid: sar-2560\n")
    project = api.load(root)
    assert findings_in(project) == [("schemes/own.yaml.txt", "error", "E439")]
    assert project.is_whole


# Numbers


@pytest.mark.parametrize(
    ("text", "is_unread"),
    [
        ("kind: order\nsubject: 'ก\nnumber: 60\n", True),
        ("kind: order\nnumber: 60\nsubject: [ก\n", True),
        ("{kind: order, number: 60, subject: [ก}\n", True),
        ("kind: order\nsubject: 'ก\n", False),
        ("part_of: sar\nindicator: '1.1\n", False),
        ("", False),
    ],
)
def test_a_file_that_cannot_be_parsed_may_hold_a_number(text: str, is_unread: bool, root: Path) -> None:
    put(root, "2569/x.yaml", text)
    project = api.load(root)
    assert [path for path, _code in unread_in(project)] == ["2569/x.yaml"] * is_unread
    assert len(findings_in(project)) > 0


def test_a_number_in_another_encoding_may_be_taken(root: Path) -> None:
    path = root / "2569/x.yaml"
    path.write_bytes("kind: order\nnumber: 60\nsubject: แต่งตั้งคณะกรรมการ\n".encode("cp874"))
    assert unread_in(api.load(root)) == [("2569/x.yaml", "E103")]


def test_a_register_in_another_encoding_hides_numbers(root: Path) -> None:
    write_register(root, "เลขที่,ลงวันที่,เรื่อง\n60,16 มีนาคม 2569,ก\n", "cp874")
    assert unread_in(api.load(root)) == [("registers/orders.csv", "E103")]


def test_a_year_of_another_era_and_a_second_folder_of_a_year_hide_numbers(root: Path) -> None:
    write_order(root, "2026/c", "60", DATE)
    write_order(root, "๒๕๖๙/d", "61", DATE)
    assert unread_in(api.load(root)) == [("2026", "E205"), ("๒๕๖๙", "E404")]


def test_commands_tell_what_they_could_not_read(root: Path) -> None:
    make_lost_link(root / "2568")
    for arguments in (["list"], ["status"], ["numbers"], ["people", "where", "ก"], ["check"]):
        result = run(*arguments, "-C", root)
        assert (arguments, result.exit_code) == (arguments, 1)
        assert "2568: error:" in result.output
        assert "[E436]" in result.output
    order = root / "2569/orders/b.yaml"
    before = order.read_bytes()
    result = run("issue", "orders/b", "--number", "60", "--date", DATE, "-C", root)
    assert (result.exit_code, "[E436]" in result.output) == (1, True)
    assert order.read_bytes() == before


def test_the_next_free_number_is_not_named_as_certain(root: Path) -> None:
    assert (
        json.loads(run("numbers", "orders", "-C", root, "--format", "json").stdout)["registers"][0][
            "next_free"
        ]
        == 60
    )
    line = run("numbers", "orders", "-C", root).stdout.splitlines()[-1]
    assert line.endswith("60")
    make_lost_link(root / "2568")
    write_order(root, "2569/orders/c", "59", "17 มีนาคม 2569")
    result = json.loads(run("numbers", "orders", "-C", root, "--format", "json").stdout)
    assert [table["next_free"] for table in result["registers"]] == [None]
    (taken_twice,) = [row for row in result["diagnostics"] if row["code"] == "E605"]
    assert "60" not in taken_twice["hint"]
    assert line not in run("numbers", "orders", "-C", root).stdout.splitlines()


@pytest.mark.parametrize("place", ["2569/more", "2569", "."])
def test_check_of_a_path_tells_of_the_link_in_it(place: str, root: Path) -> None:
    (root / "2569" / "more").symlink_to(root.parent, target_is_directory=True)
    result = run("check", "--format", "json", root / place)
    codes = {row["code"] for row in json.loads(result.stdout)}
    assert codes - {"E455", "E501"} == {"E436"}
    elsewhere = run("check", "--format", "json", root / "2569" / "orders")
    codes_elsewhere = {row["code"] for row in json.loads(elsewhere.stdout)}
    assert (elsewhere.exit_code, codes_elsewhere - {"E455"}) == (0, set())


def test_check_of_a_path_tells_of_a_folder_that_hides_it(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_scan(monkeypatch, root / "2569", PermissionError(errno.EACCES, "Permission denied"))
    result = run("check", "--format", "json", root / "2569" / "orders")
    assert [row["code"] for row in json.loads(result.stdout)] == ["E435"]


def test_a_document_that_may_stand_where_nobody_can_look_is_not_called_unknown_alone(root: Path) -> None:
    make_lost_link(root / "2569" / "more")
    with pytest.raises(ContentError) as error_info:
        api.find(api.load(root), "more/x")
    assert [diagnostic.code for diagnostic in error_info.value.diagnostics] == ["E436", "E408"]


def test_a_new_document_does_not_replace_what_the_search_could_not_see(root: Path) -> None:
    make_lost_link(root / "2569" / "x.yaml")
    with pytest.raises(ContentError) as error_info:
        api.start(root, "order", "x")
    assert [diagnostic.code for diagnostic in error_info.value.diagnostics] == ["E415"]
    assert (root / "2569" / "x.yaml").is_symlink()


def test_no_file_is_called_stale_while_a_year_cannot_be_read(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    api.build(api.load(root), out=out)
    (root / "2569/orders").rename(root / "moved")
    make_lost_link(root / "2569" / "orders")
    codes = {diagnostic.code for diagnostic in api.build(api.load(root), out=out).diagnostics}
    assert codes == {"E436"}


# Files that content names

OBSTACLES_OF_TABLES = [case for case in OBSTACLES if case.id not in {"folder", "outside"}]


@pytest.mark.parametrize(("make", "_code_of_link"), OBSTACLES_OF_TABLES)
def test_a_table_that_is_no_file_is_told_where_it_is_named(
    make: Maker, _code_of_link: str, root: Path
) -> None:
    letter = "kind: letter\nsubject: ก\ntext: [ข]\nowner: อำนวยการ\nrecipients_from: lists/x.csv\n"
    put(root, "2569/letter.yaml", letter)
    (root / "lists").mkdir()
    make(root / "lists" / "x.csv")
    assert findings_in(api.load(root)) == [("2569/letter.yaml", "error", "E438")]


@pytest.mark.parametrize(("make", "_code_of_link"), OBSTACLES_OF_TABLES)
def test_evidence_that_is_no_file_is_told_where_it_is_named(
    make: Maker, _code_of_link: str, root: Path
) -> None:
    put(root, "2569/sar.yaml", REPORT)
    make(root / "annex.pdf")
    assert findings_in(api.load(root)) == [("2569/sar.yaml", "error", "E438")]


def test_evidence_that_the_system_refuses_is_told(shared_root: Path) -> None:
    checksum = f"sha256: '{'0' * 64}'"
    put(shared_root, "2569/sar.yaml", REPORT.replace("file: annex.pdf", f"file: annex.pdf, {checksum}"))
    put(shared_root, "annex.pdf", "").chmod(0)
    with as_nobody():
        project = api.load(shared_root)
    assert findings_in(project) == [("2569/sar.yaml", "error", "E438")]


# Looking at the disk


def test_a_path_is_looked_at(tmp_path: Path) -> None:
    put(tmp_path, "file", "")
    make_lost_link(tmp_path / "lost")
    make_endless_link(tmp_path / "endless")
    (tmp_path / "link").symlink_to("file")
    sorts = {
        name: look_at(tmp_path / name).sort for name in ("file", "lost", "endless", "link", "no", "a" * 300)
    }
    assert sorts == {
        "file": Sort.FILE,
        "lost": Sort.LOST,
        "endless": Sort.ENDLESS,
        "link": Sort.FILE,
        "no": Sort.MISSING,
        "a" * 300: Sort.MISSING,
    }
    assert look_at(tmp_path).sort is Sort.FOLDER
    assert look_at(tmp_path / "file" / "below").sort is Sort.MISSING
    assert look_at(Path("a\0b")).sort is Sort.MISSING


def test_a_refusal_is_never_taken_for_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> NoReturn:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "lstat", refuse)
    assert look_at(tmp_path).sort is Sort.UNKNOWN
    assert disk.is_there(tmp_path)


@needs_pipes
def test_a_pipe_is_never_waited_for(tmp_path: Path) -> None:
    make_pipe(tmp_path / "pipe")
    with pytest.raises(OSError, match=r"."):
        disk.read_bytes(tmp_path / "pipe")
