"""``esa-docs new`` takes kinds and names as people type them; ``--kind`` is repeated and takes Thai names."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from esa_docs.cli import app
from esa_docs.kinds import KINDS
from esa_docs.model.kind_names import kinds_named


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def _new_files(root: Path) -> list[str]:
    """Return the files of documents below a project, apart from the manual."""
    paths = (path.relative_to(root).as_posix() for path in root.rglob("*.yaml"))
    return sorted(path for path in paths if path.count("/") and path != "2569/manual.yaml")


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("orders/y", "2569/orders/y.yaml"),
        ("orders/y.yaml", "2569/orders/y.yaml"),
        ("orders/y.YML", "2569/orders/y.yaml"),
        ("orders/y.yaml.txt", "2569/orders/y.yaml"),
        ("orders/y.docx", "2569/orders/y.yaml"),
        ("orders\\y", "2569/orders/y.yaml"),
        ("./orders/y", "2569/orders/y.yaml"),
        ("orders//y", "2569/orders/y.yaml"),
        (" orders/y ", "2569/orders/y.yaml"),
        ("2569/orders/y", "2569/orders/y.yaml"),
        ("2569\\orders\\y.yaml", "2569/orders/y.yaml"),
        ("๒๕๖๙/orders/y", "2569/orders/y.yaml"),
        ("2570/orders/y", "2570/orders/y.yaml"),
        ("content/2569/orders/y", "2569/orders/y.yaml"),
        ("{root}/2569/orders/y.yaml", "2569/orders/y.yaml"),
        ("orders/kpi.round1", "2569/orders/kpi.round1.yaml"),
        ("orders/คำสั่ง กลุ่มอำนวยการ", "2569/orders/คำสั่ง กลุ่มอำนวยการ.yaml"),
    ],
)
def test_a_document_goes_where_its_name_means(
    project_dir: Path, monkeypatch: pytest.MonkeyPatch, typed: str, place: str
) -> None:
    monkeypatch.chdir(project_dir.parent)
    result = _run("new", "order", typed.format(root=project_dir.as_posix()))
    assert result.exit_code == 0, result.output
    assert _new_files(project_dir) == [place]


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["/elsewhere/2569/orders/y"], "/elsewhere/2569/orders/y"),
        (["C:\\Users\\a\\orders\\y.yaml"], "C:/Users/a/orders/y"),
        (["~/orders/y"], "~/orders/y"),
        (["2569"], "2569"),
        (["2026/orders/y"], "2026"),
        (["2568/orders/y", "--year", "2569"], "2568"),
        ([".yaml"], "'.yaml'"),
    ],
    ids=str,
)
def test_a_name_that_leads_elsewhere_is_told(
    project_dir: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], word: str
) -> None:
    monkeypatch.chdir(project_dir.parent)
    result = _run("new", "order", *arguments)
    assert result.exit_code == 2 or "[E403]" in result.output
    assert word in result.output
    assert _new_files(project_dir) == []


def test_the_folder_above_is_no_place(project_dir: Path) -> None:
    result = _run("new", "order", "../y", "-C", str(project_dir))
    assert (result.exit_code, "[E403]" in result.output) == (1, True)


NAMES_OF_KINDS = {kind.name: kind.thai_name for kind in KINDS}


@pytest.mark.parametrize("name", NAMES_OF_KINDS)
def test_every_kind_is_begun_by_its_thai_name(content: Path, tmp_path: Path, name: str) -> None:
    root = tmp_path / "content"
    shutil.copytree(content, root)
    (root / "2569" / "manual.yaml").unlink()
    result = _run("new", NAMES_OF_KINDS[name], "a", "-C", str(root))
    assert result.exit_code == 0, result.output
    text = (root / "2569" / "a.yaml").read_text(encoding="utf-8")
    assert f"\nkind: {name}\n" in text


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("order", ["order"]),
        ("Order", ["order"]),
        ("orders", ["order"]),
        ("คำสั่ง", ["order"]),
        ("คำ สั่ง", ["order"]),
        ("รายงาน การประชุม", ["minutes"]),
        ("คู่มือ", ["manual"]),
        ("บันทึก", ["memo"]),
        ("หนังสือ", ["letter"]),
        ("SAR", ["sar"]),
        ("รายงาน", ["sar", "pmqa", "minutes"]),
        ("ระเบียบ", []),
        ("", []),
        ("  ", []),
    ],
)
def test_kinds_are_named_as_people_type_them(word: str, names: list[str]) -> None:
    assert [kind.name for kind in kinds_named(KINDS, word)] == names


def _listed(root: Path, *arguments: str) -> list[str]:
    result = _run("list", "-C", str(root), *arguments)
    assert result.exit_code == 0, result.output
    return [line.split("\t")[0] for line in result.stdout.splitlines() if line.startswith("2569/")]


def test_kind_may_be_repeated_and_thai(project_dir: Path) -> None:
    for kind, name in (("order", "o"), ("memo", "m")):
        assert _run("new", kind, name, "-C", str(project_dir)).exit_code == 0
    assert _listed(project_dir, "--kind", "คำสั่ง") == ["2569/o"]
    assert _listed(project_dir, "--kind", "order", "--kind", "คู่มือ") == ["2569/manual", "2569/o"]
    assert _listed(project_dir) == ["2569/m", "2569/manual", "2569/o"]


def test_a_build_takes_several_kinds(project_dir: Path, tmp_path: Path) -> None:
    for kind, name in (("order", "o"), ("memo", "m")):
        assert _run("new", kind, name, "-C", str(project_dir)).exit_code == 0
    out = tmp_path / "out"
    _run("build", "-C", str(project_dir), "--out", str(out), "--kind", "คำสั่ง", "--kind", "memo")
    assert sorted(path.name for path in (out / "2569").glob("*.docx")) == ["m.docx", "o.docx"]


@pytest.mark.parametrize("command", ["build", "list"])
def test_a_word_that_means_several_kinds_is_told(command: str) -> None:
    result = _run(command, "--kind", "รายงาน")
    assert (result.exit_code, result.stdout) == (2, "")
    for name in ("sar", "pmqa", "minutes"):
        assert name in result.stderr


def test_a_register_is_named_once() -> None:
    result = _run("issue", "--cancel", "4", "--kind", "order", "--kind", "memo", "--why", "x")
    assert (result.exit_code, "order, memo" in result.stderr) == (2, True)
