"""Nothing is made in the project's own folders; other folders beside and inside a project are allowed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from kept_office import bytes_below, issue, write_papers

from esa_docs import api
from esa_docs.cli import app
from esa_docs.diagnostics import ContentError

CLOSED = [
    *(".", "2569", "2569/orders", "2570", "๒๕๗๐", "issued", "issued/2569", "ISSUED", "registers"),
    *("templates_docx", "schemes/new", ".esa-docs", "build/../issued"),
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = write_papers(tmp_path / "content")
    issue(root)
    return root


def build(root: Path, out: Path) -> None:
    api.build(api.load(root), out=out, choice=api.Choice(("orders/x",)))


def refusal(error: ContentError) -> tuple[str, str]:
    (diagnostic,) = error.diagnostics
    return diagnostic.code, diagnostic.location.path


@pytest.mark.parametrize("folder", CLOSED)
def test_no_build_writes_into_the_folders_of_a_project(root: Path, folder: str) -> None:
    before = bytes_below(root)
    out = root / folder
    with pytest.raises(ContentError) as error_info:
        build(root, out)
    assert refusal(error_info.value) == ("E446", api.path_label(out))
    with pytest.raises(ContentError) as error_info:
        api.copy(api.load(root), "orders/x", api.CopyForm.OF_FILE, out=out)
    assert refusal(error_info.value) == ("E446", api.path_label(out))
    document = api.find(api.load(root), "orders/x")
    with pytest.raises(ContentError) as error_info:
        dict(api.draw_pages(document, out, dpi=30))
    assert refusal(error_info.value) == ("E446", api.path_label(out))
    assert bytes_below(root) == before


def test_the_folders_of_another_project_are_closed_too(root: Path, tmp_path: Path) -> None:
    other_root = write_papers(tmp_path / "other")
    with pytest.raises(ContentError, match="E446"):
        build(root, other_root / "2569")
    assert list(other_root.rglob("*.docx")) == []


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_link_into_a_project_is_followed(root: Path, tmp_path: Path) -> None:
    link = tmp_path / "out"
    link.symlink_to(root / "issued")
    with pytest.raises(ContentError, match="E446"):
        build(root, link)


@pytest.mark.parametrize("folder", ["../build", "build", "build/2569", "issued-copies", "เอกสาร/2569"])
def test_another_folder_may_be_the_output_folder(root: Path, folder: str) -> None:
    build(root, root / folder)
    assert (root / folder / "2569/orders/x.docx").is_file()


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.mark.parametrize("folder", ["issued", "2569", "."])
def test_the_command_line_refuses_before_anything_is_held(
    root: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    monkeypatch.chdir(root)
    before = bytes_below(root)
    for command in (("build",), ("copy", "orders/x"), ("preview", "orders/x")):
        result = run(*command, "--out", folder)
        assert (result.exit_code, "[E446]" in result.stdout) == (1, True), command
    assert bytes_below(root) == before


@pytest.mark.parametrize("folder", ["issued/2569/orders/x", ".esa-docs", "Issued"])
def test_files_are_not_written_among_kept_versions(root: Path, folder: str) -> None:
    before = bytes_below(root)
    place = root / folder
    commands = [
        ("numbers", "orders", "-o", str(place / "a.csv")),
        ("numbers", "orders", "-o", str(place / "a.docx")),
    ]
    for command in commands:
        result = run(*command, "-C", str(root))
        assert (result.exit_code, "[E446]" in result.stdout) == (1, True), (command, result.output)
    assert bytes_below(root) == before


def test_a_register_may_be_written_into_the_folder_of_a_year(root: Path) -> None:
    file = root / "2569/register.csv"
    assert run("numbers", "orders", "-o", str(file), "-C", str(root)).exit_code == 0
    assert file.is_file()


def test_none_of_several_files_is_written_where_one_is_refused(root: Path, tmp_path: Path) -> None:
    files = {tmp_path / "a.txt": b"a", root / "issued/b.txt": b"b"}
    with pytest.raises(ContentError) as error_info:
        list(api.write_files(files))
    assert refusal(error_info.value) == ("E446", api.path_label(root / "issued/b.txt"))
    assert not (tmp_path / "a.txt").exists()
