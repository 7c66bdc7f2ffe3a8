"""The installed program: from a wheel or as an editable install, in an empty environment and any folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import docx
import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
PROGRAMS = "Scripts" if sys.platform == "win32" else "bin"
LEFT_OUT = shutil.ignore_patterns(".git", ".*_cache", ".hypothesis", ".venv", "build", "dist", "__pycache__")


def _run(*arguments: str | Path, cwd: Path) -> str:
    """Run a program that knows nothing of the checkout; return what it printed."""
    # PYTHONPATH and its like would lead the program to the checkout.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment |= {"PYTHONIOENCODING": "utf-8", "ESA_DOCS_LANG": "en", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    process = subprocess.run(
        [str(argument) for argument in arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    output = process.stdout + process.stderr
    assert process.returncode == 0, output
    return output


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the files of a clone, so that building leaves nothing in this one; return the folder."""
    place = tmp_path_factory.mktemp("clone") / "esa-docs"
    return Path(shutil.copytree(ROOT, place, ignore=LEFT_OUT))


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an empty environment, in which the wheel is built and installed; return its folder of programs."""
    return _empty_environment(tmp_path_factory.mktemp("wheel") / "venv")


@pytest.fixture(scope="module")
def wheel(checkout: Path, programs: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    _pip(programs, "wheel", "--no-deps", "--wheel-dir", folder, checkout)
    (path,) = folder.glob("esa_docs-*.whl")
    return path


def _empty_environment(folder: Path) -> Path:
    venv.create(folder, with_pip=True)
    return folder / PROGRAMS


def _pip(programs: Path, command: str, *arguments: str | Path) -> None:
    _run(programs / "python", "-m", "pip", command, "--quiet", *arguments, cwd=programs)


def _build_and_look(programs: Path, project: Path) -> None:
    """Build the shipped content in its own folder, twice, and check the file."""
    desk = project.parent
    assert "written: build/2569/manual.docx" in _run(programs / "esa-docs", "build", cwd=desk)
    path = desk / "build/2569/manual.docx"
    document = docx.Document(str(path))
    long_tables = [table for table in document.tables if len(table.rows) > 5]
    assert [len(table.columns) for table in long_tables] == [6] * 4
    _run(programs / "esa-docs", "verify", "--strict", path, cwd=desk)
    _run(programs / "esa-docs", "doctor", cwd=desk)
    before = path.stat().st_mtime_ns
    assert "unchanged: build/2569/manual.docx" in _run(programs / "esa-docs", "build", cwd=desk)
    assert path.stat().st_mtime_ns == before


def _place_of_package(programs: Path, cwd: Path) -> Path:
    code = "import esa_docs, sys; sys.stdout.write(esa_docs.__file__)"
    return Path(_run(programs / "python", "-c", code, cwd=cwd)).resolve()


def test_the_wheel_holds_templates_messages_and_types(wheel: Path) -> None:
    names = _names_in(wheel)
    templates = _names_of(ROOT / "templates_docx", "*.docx")
    assert templates
    assert {f"esa_docs/{name}" for name in templates} <= names
    assert "esa_docs/locale/th/LC_MESSAGES/esa_docs.mo" in names
    assert "esa_docs/py.typed" in names
    assert "esa_docs/cli/__init__.py" in names
    modules = _names_of(ROOT / "esa_docs", "**/*.py")
    assert {name for name in names if name.endswith(".py")} == modules


def _names_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as package:
        return set(package.namelist())


def _names_of(folder: Path, pattern: str) -> set[str]:
    """Return the paths of the files that match a pattern, below the checkout."""
    return {path.relative_to(ROOT).as_posix() for path in folder.glob(pattern)}


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    names = _names_in(wheel)
    first_folders = {name.partition("/")[0] for name in names}
    assert {folder.partition("-")[0] for folder in first_folders} == {"esa_docs"}
    endings = {Path(name).suffix for name in names if name.startswith("esa_docs/")}
    assert endings <= {".py", ".docx", ".json", ".mo", ".po", ".typed", ".yaml"}
    assert [name for name in names if "/tests/" in name or "/content/" in name] == []
    schemes = _names_of(ROOT / "esa_docs/kinds", "*/schemes/*.yaml")
    assert schemes
    assert {name for name in names if name.endswith(".yaml")} == schemes


def test_the_wheel_says_what_is_ours_and_what_is_not(wheel: Path) -> None:
    texts: dict[str, bytes] = {}
    with zipfile.ZipFile(wheel) as package:
        for name in package.namelist():
            if "/licenses/" in name:
                texts[Path(name).name] = package.read(name)
    assert texts == {
        "LICENSE": (ROOT / "LICENSE").read_bytes(),
        "THIRD_PARTY.md": (ROOT / "THIRD_PARTY.md").read_bytes(),
    }


def test_an_installed_wheel_builds_in_any_folder(wheel: Path, programs: Path, project_dir: Path) -> None:
    _pip(programs, "install", wheel)
    _build_and_look(programs, project_dir)
    environment = programs.resolve().parent
    assert _place_of_package(programs, project_dir).is_relative_to(environment)
    # Where these files do not name the checkout, the installed program does not need it.
    records = [path for path in environment.rglob("*") if path.name in {"direct_url.json", "RECORD"}]
    assert records
    assert [path for path in records if str(ROOT) in path.read_text(encoding="utf-8")] == []
    thai_help = _run(programs / "python", "-c", THAI_HELP, cwd=project_dir)
    assert "สร้าง" in thai_help


THAI_HELP = """
import os
os.environ["ESA_DOCS_LANG"] = "th"
from esa_docs.cli import app
app(["--help"], standalone_mode=False)
"""


def test_an_editable_install_builds_in_any_folder(checkout: Path, project_dir: Path, tmp_path: Path) -> None:
    programs = _empty_environment(tmp_path / "venv")
    _pip(programs, "install", "--editable", checkout)
    _build_and_look(programs, project_dir)
    assert _place_of_package(programs, project_dir) == checkout.resolve() / "esa_docs" / "__init__.py"
