"""What each command does."""

from __future__ import annotations

import errno
import io
import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from click.testing import CliRunner, Result

from esa_docs.cli import app
from esa_docs.kinds import KINDS

TITLE = "งานการจัดระบบบริหารสำนักงานเขตพื้นที่การศึกษา"


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def _codes(result: Result) -> list[tuple[str, str]]:
    return [(row["code"], Path(row["path"]).name) for row in json.loads(result.stdout)]


def _break(project: Path, name: str) -> Path:
    """Add a document whose second line is no YAML."""
    path = project / "2569" / f"{name}.yaml"
    path.write_text("kind: manual\ntitle: [ก\n", encoding="utf-8")
    return path


# -C


def test_the_project_is_content_below_the_current_folder(
    project_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project_dir.parent)
    assert _run("build").exit_code == 0
    assert (project_dir.parent / "build/2569/manual.docx").is_file()


def test_the_project_is_the_current_folder_where_there_is_no_content(
    project_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project_dir)
    result = _run("list")
    assert (result.exit_code, result.stdout) == (0, f"2569/manual\tmanual\t{TITLE}\tเสนอลงนาม\n")


def test_a_folder_content_that_is_no_project_is_passed_over(
    project_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project_dir / "content").mkdir()
    monkeypatch.chdir(project_dir)
    assert _run("list").exit_code == 0


def test_the_project_asked_for_goes_before_content(
    project_dir: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other_project = Path(shutil.copytree(project_dir, tmp_path / "other office"))
    (other_project / "2569/manual.yaml").rename(other_project / "2569/other.yaml")
    monkeypatch.chdir(tmp_path)
    assert _run("list", "-C", "other office").stdout.split("\t")[0] == "2569/other"


# build


def test_only_the_named_are_built(project_dir: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        shutil.copy(project_dir / "2569/manual.yaml", project_dir / f"2569/{name}.yaml")
    result = _run("build", "a", "manual", "-C", project_dir, "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "out/2569").iterdir()) == ["a.docx", "manual.docx"]


def test_year_and_kind_choose(project_dir: Path, tmp_path: Path) -> None:
    shutil.copytree(project_dir / "2569", project_dir / "2568")
    out = tmp_path / "out"
    result = _run("build", "-C", project_dir, "--out", out, "--year", "๒๕๖๘", "--kind", "manual")
    assert result.exit_code == 0
    assert [path.relative_to(out).as_posix() for path in out.rglob("*.docx")] == ["2568/manual.docx"]


def test_force_overwrites_an_edited_file(project_dir: Path, tmp_path: Path) -> None:
    file = tmp_path / "out/2569/manual.docx"
    arguments = ["build", "-C", project_dir, "--out", tmp_path / "out"]
    _run(*arguments)
    built_bytes = file.read_bytes()
    file.write_bytes(b"mine")
    plain = _run(*arguments, "--format", "json")
    assert (plain.exit_code, _codes(plain), file.read_bytes()) == (0, [("E402", "manual.docx")], b"mine")
    forced = _run(*arguments, "--force", "--format", "json")
    assert (forced.exit_code, _codes(forced), file.read_bytes()) == (0, [], built_bytes)


# list


def test_list_shows_documents_parts_and_faulty_ones(project_dir: Path) -> None:
    part = project_dir / "2569/works/more.yaml"
    part.parent.mkdir()
    work = "part_of: manual\nname: ง\nobjectives: [ก]\nscope: [{text: ข}]\nsteps: [{text: ค}]\n"
    part.write_text(work + "table: [{step: ก, detail: ข, owner: ค}]\n", encoding="utf-8")
    _break(project_dir, "broken")
    result = _run("list", "-C", project_dir)
    assert result.exit_code == 1
    document_line, part_line, faulty_line = result.stdout.splitlines()
    assert document_line == f"2569/manual\tmanual\t{TITLE}\tเสนอลงนาม"
    mark, _space, part_path = part_line.strip().partition(" ")
    assert (mark, Path(part_path).name) == ("+", "more.yaml")
    assert faulty_line.startswith("2569/broken\t-\t")
    assert faulty_line.endswith("\tร่าง")


def test_list_as_json(project_dir: Path) -> None:
    path = _break(project_dir, "orders")
    result = _run("list", "-C", project_dir, "--format", "json")
    assert result.exit_code == 1
    good, faulty = json.loads(result.stdout)
    sources = good.pop("sources")
    assert good == {
        "name": "manual",
        "year": 2569,
        "kind": "manual",
        "title": TITLE,
        "state": "for_signature",
        "missing": [],
        "files": ["2569/manual.docx"],
        "faulty": False,
        "unrecorded": False,
        "version": None,
        "sent": None,
        "copies": None,
        "scans": [],
    }
    assert [Path(source) for source in sources] == [project_dir / "2569/manual.yaml"]
    assert (faulty["name"], faulty["year"], faulty["faulty"]) == (path.stem, 2569, True)
    assert set(faulty) == {*good, "sources"}


def test_list_of_another_year_leaves_out_this_one(project_dir: Path) -> None:
    (project_dir / "2568").mkdir()
    _break(project_dir, "broken")
    result = _run("list", "-C", project_dir, "--year", "2568", "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])


# check


def test_check_of_the_shipped_content_finds_nothing(content: Path) -> None:
    result = _run("check", "-C", content, "--strict")
    assert (result.exit_code, result.stdout) == (0, "")


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        ([], ["a.yaml", "b.yaml", "people.yaml"]),
        (["2569/a.yaml"], ["a.yaml", "people.yaml"]),
        (["2569/b.yaml", "2569/a.yaml"], ["a.yaml", "b.yaml", "people.yaml"]),
        (["2569"], ["a.yaml", "b.yaml", "people.yaml"]),
        (["."], ["a.yaml", "b.yaml", "people.yaml"]),
        (["people.yaml"], ["people.yaml"]),
        (["2569/manual.yaml"], ["people.yaml"]),
        (["schemas"], []),
    ],
)
@pytest.mark.parametrize("with_root", [True, False])
def test_check_tells_of_the_paths_given_and_of_what_keeps_their_papers_from_being_built(
    project_dir: Path, paths: list[str], names: list[str], with_root: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    _break(project_dir, "a")
    _break(project_dir, "b")
    people = project_dir / "people.yaml"
    people.write_text(people.read_text(encoding="utf-8") + "extra: 1\n", encoding="utf-8")
    monkeypatch.chdir(project_dir)
    root = ["-C", "."] if with_root else []
    result = _run("check", *paths, *root, "--format", "json")
    assert sorted({name for _code, name in _codes(result)}) == names
    expected_exit_code = 1 if names else 0
    assert result.exit_code == expected_exit_code


def test_check_finds_the_projects_of_its_paths(project_dir: Path, tmp_path: Path) -> None:
    other_project = Path(shutil.copytree(project_dir, tmp_path / "other"))
    paths = [_break(project_dir, "one"), _break(other_project, "two")]
    result = _run("check", *paths, "--format", "json")
    assert (result.exit_code, {name for _code, name in _codes(result)}) == (1, {"one.yaml", "two.yaml"})


def test_check_of_a_file_outside_any_project_exits_3(tmp_path: Path) -> None:
    path = tmp_path / "lonely.yaml"
    path.write_text("kind: manual\n", encoding="utf-8")
    result = _run("check", path, "--format", "json")
    assert (result.exit_code, [code for code, _name in _codes(result)]) == (3, ["E902"])


# schema


def test_schema_writes_files_and_the_line_for_the_editor(project_dir: Path) -> None:
    shutil.rmtree(project_dir / "schemas")
    result = _run("schema", "-C", project_dir)
    parts = [kind.parts.schema for kind in KINDS if kind.parts and kind.parts.schema]
    names = ("office", "people", *KINDS.names, *parts)
    files = [project_dir / "schemas" / f"{name}.schema.json" for name in names]
    assert result.exit_code == 0
    assert [Path(line) for line in result.stdout.splitlines()] == files
    for file in files:
        schema = json.loads(file.read_text(encoding="utf-8"))
        assert schema["properties"]
    line = result.stderr.splitlines()[-1]
    assert line == "# yaml-language-server: $schema=../schemas/manual.schema.json"
    _start, _key, relative_path = line.partition("$schema=")
    schema_file = project_dir / "schemas" / "manual.schema.json"
    assert (project_dir / "2569" / relative_path).resolve() == schema_file


def test_schema_writes_what_it_prints(project_dir: Path) -> None:
    _run("schema", "-C", project_dir)
    result = _run("schema", "--stdout", "people")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (project_dir / "schemas/people.schema.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("fault", ["a file in the way", "no rights"])
def test_schemas_that_cannot_be_written_are_told(
    project_dir: Path, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deny(*_: object, **__: object) -> NoReturn:
        raise PermissionError(errno.EACCES, "Permission denied")

    if fault == "no rights":
        monkeypatch.setattr(Path, "open", deny)
    else:
        shutil.rmtree(project_dir / "schemas")
        (project_dir / "schemas").write_bytes(b"mine")
    result = _run("schema", "-C", project_dir)
    assert result.exit_code == 3
    assert "office.schema.json: error: " in result.stdout
    assert "[E405]" in result.stdout


# verify


def _part_changed(name: str, before: bytes, after: bytes) -> Callable[[bytes, Path], None]:
    """Return a function that writes a Word file with other bytes in one of its parts."""

    def write(data: bytes, path: Path) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(path, "w") as new:
            for part in old.namelist():
                content = old.read(part)
                if part == name:
                    assert before in content
                    content = content.replace(before, after, 1)
                new.writestr(part, content)

    return write


def _write_nothing(_data: bytes, _path: Path) -> None: ...


MAIN = "word/document.xml"
BROKEN: dict[str, tuple[Callable[[bytes, Path], object], str]] = {
    "missing": (_write_nothing, "E110"),
    "folder": (lambda _data, path: path.mkdir(), "E110"),
    "empty": (lambda _data, path: path.write_bytes(b""), "E701"),
    "no zip": (lambda _data, path: path.write_bytes(b"no Word file"), "E701"),
    "cut short": (lambda data, path: path.write_bytes(data[: len(data) // 2]), "E701"),
    "broken part": (_part_changed("word/styles.xml", b"<w:styles", b"<w:styles <"), "E701"),
    "tag left": (_part_changed(MAIN, b"</w:t>", b" {{ x }}</w:t>"), "E703"),
    "schema": (_part_changed(MAIN, b"<w:body>", b"<w:body><w:nonsense/>"), "E720"),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the shipped manual once for all tests here, and return its Word file."""
    out = tmp_path_factory.mktemp("built")
    content = Path(__file__).parents[2] / "content"
    assert _run("build", "-C", content, "--out", out).exit_code == 0
    return out / "2569" / "manual.docx"


def test_verify_says_nothing_about_a_good_file(built: Path) -> None:
    result = _run("verify", built, "--strict")
    assert (result.exit_code, result.stdout) == (0, "")


@pytest.mark.parametrize("fault", BROKEN)
def test_verify_tells_a_broken_file(built: Path, tmp_path: Path, fault: str) -> None:
    spoil, code = BROKEN[fault]
    path = tmp_path / "แฟ้ม เสีย.docx"
    spoil(built.read_bytes(), path)
    result = _run("verify", path, "--format", "json")
    assert (result.exit_code, set(_codes(result))) == (1, {(code, path.name)})


def test_verify_reports_on_all_files(built: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "b.docx", tmp_path / "a.docx"
    first.write_bytes(b"no Word file")
    second.write_bytes(b"no Word file")
    result = _run("verify", first, built, tmp_path / "gone.docx", second, "--format", "json")
    assert result.exit_code == 1
    assert _codes(result) == [("E701", "a.docx"), ("E701", "b.docx"), ("E110", "gone.docx")]


def test_verify_counts_warnings_only_when_strict(built: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    write_with_empty_paragraph = _part_changed(MAIN, b"<w:body>", b"<w:body><w:p/>")
    write_with_empty_paragraph(built.read_bytes(), path)
    relaxed = _run("verify", path, "--format", "json")
    strict = _run("verify", path, "--format", "json", "--strict")
    assert ("E706", "a.docx") in _codes(relaxed)
    assert {row["severity"] for row in json.loads(relaxed.stdout)} == {"warning"}
    assert (relaxed.exit_code, strict.exit_code) == (0, 1)
