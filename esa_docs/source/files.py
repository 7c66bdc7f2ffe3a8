"""Which files of a project folder hold content, and the names their documents get."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from esa_docs import thai
from esa_docs.diagnostics import Diagnostic, Location
from esa_docs.hints import era_hint
from esa_docs.i18n import gettext as _

OFFICE_FILE = "office.yaml"
PEOPLE_FILE = "people.yaml"
TEMPLATES_FOLDER = "templates_docx"

_ENDINGS = (".yaml", ".yml")
_YEAR = re.compile(r"[0-9๐-๙]{4}")
_REFUSED_CHARACTERS = re.compile(r'[<>:"|?*\\\x00-\x1f\ud800-\udfff]|[. ]$|^ ')
_PASSED_OVER = (".", "~$")
"""Beginnings of names: hidden files, and the owner files that Word makes beside an open document."""
# Windows takes these names for devices, whatever ending follows.
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A content file below a year's folder.

    Attributes:
        path: where it lies.
        year: fiscal year in the Buddhist era.
        name: path below the year without the ending, with forward slashes.
        file_label: how diagnostics name the file.
        fault: why its name cannot become an output file; None where it can.
        is_outside: it lies outside the project, by a link, and is not read.
    """

    path: Path
    year: int
    name: str
    file_label: str
    fault: Diagnostic | None = None
    is_outside: bool = False

    @property
    def key(self) -> str:
        """``year/name``, which is unique in a project."""
        return f"{self.year}/{self.name}"


def path_label(path: Path) -> str:
    """Return how diagnostics name a file: its path, with forward slashes.

    It begins at the current folder where the file lies below it.
    """
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.absolute().as_posix()


def own_template(root: Path, form: str) -> Path | None:
    """Return the office's own template of a form; None where it uses the shipped one.

    Args:
        root: project folder.
        form: name of the form.
    """
    path = root / TEMPLATES_FOLDER / f"{form}.docx"
    return path if path.is_file() else None


def find_project(start: Path) -> Path | None:
    """Return the project folder at or above a path; None where there is none."""
    start = start.absolute()
    for folder in (start, *start.parents):
        if (folder / OFFICE_FILE).is_file():
            return folder
    return None


def find_years(root: Path) -> tuple[dict[int, Path], tuple[Diagnostic, ...]]:
    """Return the folders of fiscal years, in order, with diagnostics of folders that cannot be such.

    These are named by a year of the Christian era (E205), or by the year of another folder (E404).
    """
    years: dict[int, Path] = {}
    diagnostics: list[Diagnostic] = []
    folders = [path for path in root.iterdir() if path.is_dir() and _YEAR.fullmatch(path.name)]
    for folder in sorted(folders):
        year = int(thai.to_arabic_digits(folder.name))
        if not thai.FIRST_YEAR <= year <= thai.LAST_YEAR:
            diagnostics.append(_wrong_era(folder, year))
        elif year in years:
            diagnostics.append(_collision(path_label(years[year]), path_label(folder)))
        else:
            years[year] = folder
    return dict(sorted(years.items())), tuple(diagnostics)


def find_content(root: Path, years: dict[int, Path]) -> tuple[ContentFile, ...]:
    """Return the content files of all years; a file has a fault where its name cannot become an output file.

    Args:
        root: project folder.
        years: the folder of each fiscal year.
    """
    files: list[ContentFile] = []
    for year, folder in years.items():
        for path in _yaml_files(folder):
            files.append(_content_file(root, folder, path, year))
    files_by_output: dict[str, list[ContentFile]] = {}
    for file in files:
        files_by_output.setdefault(output_key(file.key), []).append(file)
    return tuple(_with_collision(file, files_by_output[output_key(file.key)]) for file in files)


def _yaml_files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        is_hidden = any(part.startswith(_PASSED_OVER) for part in parts)
        if path.suffix.lower() in _ENDINGS and not is_hidden and path.is_file():
            yield path


def _content_file(root: Path, folder: Path, path: Path, year: int) -> ContentFile:
    name = path.relative_to(folder).with_suffix("").as_posix()
    file_label = path_label(path)
    if is_inside(path, root):
        return ContentFile(path, year, name, file_label, name_fault(name, file_label))
    message = _("the file lies outside the project folder")
    fault = Diagnostic("E403", message, Location(file_label), _("Copy it into the project."))
    return ContentFile(path, year, name, file_label, fault, is_outside=True)


def output_key(key: str) -> str:
    """Return a key that is equal for two ``year/name`` whose output files a disk takes for one."""
    # By default the disks of Windows and macOS take A.docx and a.docx for one file. Those of macOS do so too
    # where a letter with an accent is one character in one name and two in the other.
    return unicodedata.normalize("NFC", key.casefold())


def _wrong_era(folder: Path, year: int) -> Diagnostic:
    message = _("a folder named by a year of the Buddhist era is expected, found {year}").format(year=year)
    return Diagnostic("E205", message, Location(path_label(folder)), era_hint(year))


def is_inside(path: Path, folder: Path) -> bool:
    """Return whether a path, links followed, lies in a folder."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except RuntimeError:
        # Path.resolve raises it of a link that leads to itself, before Python 3.13.
        return False


def project_file(root: Path, written_path: str) -> Path | None:
    """Return a file that content names; None where it is missing or lies outside the project folder.

    Args:
        root: project folder.
        written_path: its path from there, as written: with slashes of either kind.
    """
    path = root / written_path.strip().replace("\\", "/")
    if not is_inside(path, root) or not path.is_file():
        return None
    return path


def name_fault(name: str, file_label: str) -> Diagnostic | None:
    """Return the diagnostic of a name that a content file cannot have (E403); None of a good one.

    Windows could not have its output file, or the content file would be passed over.

    Args:
        name: path below the year's folder without the ending, with forward slashes.
        file_label: how diagnostics name the file.
    """
    for part in name.split("/"):
        if not part or part.startswith(_PASSED_OVER):
            message = _("'{part}' is no name for a content file").format(part=part)
            return Diagnostic("E403", message, Location(file_label), _("Choose another name."))
        if _REFUSED_CHARACTERS.search(part) or _DEVICE.fullmatch(part):
            message = _("the name '{part}' cannot be a file name on Windows").format(part=part)
            return Diagnostic("E403", message, Location(file_label), _("Rename the file."))
    return None


def _with_collision(file: ContentFile, files_of_output: list[ContentFile]) -> ContentFile:
    """Return a file, with a fault where another would make the same output file; a fault it has stays."""
    if file.fault:
        return file
    for other_file in files_of_output:
        if other_file.path != file.path:
            return replace(file, fault=_collision(other_file.file_label, file.file_label))
    return file


def _collision(other_label: str, file_label: str) -> Diagnostic:
    message = _("this file and {other} would make the same output file").format(other=other_label)
    return Diagnostic("E404", message, Location(file_label), _("Rename one of the two."))
