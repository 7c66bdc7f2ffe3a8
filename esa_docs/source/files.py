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
"""How hidden files and the owner files of Word begin."""
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A content file below a year's folder.

    Attributes:
        path: where it lies.
        year: fiscal year in the Buddhist era.
        name: path below the year without the ending, with forward slashes.
        file_label: how diagnostics name the file.
        fault: why its name cannot become an output file.
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
        """Year and name: unique in a project."""
        return f"{self.year}/{self.name}"


def path_label(path: Path) -> str:
    """Name a file as seen from the current folder where that is shorter, with forward slashes."""
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
    """Find the project folder at or above a path."""
    start = start.absolute()
    return next((folder for folder in (start, *start.parents) if (folder / OFFICE_FILE).is_file()), None)


def find_years(root: Path) -> tuple[dict[int, Path], tuple[Diagnostic, ...]]:
    """Find the folders of fiscal years; a folder named by a year of the Christian era is told."""
    years: dict[int, Path] = {}
    found: list[Diagnostic] = []
    for folder in sorted(path for path in root.iterdir() if path.is_dir() and _YEAR.fullmatch(path.name)):
        year = int(thai.to_arabic_digits(folder.name))
        if not thai.FIRST_YEAR <= year <= thai.LAST_YEAR:
            found.append(_wrong_era(folder, year))
        elif year in years:
            found.append(_collision(path_label(years[year]), path_label(folder)))
        else:
            years[year] = folder
    return dict(sorted(years.items())), tuple(found)


def find_content(root: Path, years: dict[int, Path]) -> tuple[ContentFile, ...]:
    """Find the content files of all years; names that cannot become output files everywhere are marked."""
    files = [
        _content_file(root, folder, path, year)
        for year, folder in years.items()
        for path in _yaml_files(folder)
    ]
    same: dict[str, list[ContentFile]] = {}
    for file in files:
        same.setdefault(output_key(file.key), []).append(file)
    return tuple(_with_collision(file, same[output_key(file.key)]) for file in files)


def _yaml_files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(_PASSED_OVER) for part in path.relative_to(folder).parts)
        if path.suffix.lower() in _ENDINGS and not hidden and path.is_file():
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
    """Give what is equal for two ``year/name`` whose output files a disk takes for one."""
    return unicodedata.normalize("NFC", key.casefold())


def _wrong_era(folder: Path, year: int) -> Diagnostic:
    message = _("a folder named by a year of the Buddhist era is expected, found {year}").format(year=year)
    return Diagnostic("E205", message, Location(path_label(folder)), era_hint(year))


def is_inside(path: Path, folder: Path) -> bool:
    """Tell whether a path, links followed, lies in a folder."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except RuntimeError:  # a link that leads to itself, before Python 3.13
        return False


def project_file(root: Path, named: str) -> Path | None:
    """Find a file that content names; None where it is missing or lies outside the project folder.

    Args:
        root: project folder.
        named: its path from there, as written: with slashes of either kind.
    """
    path = root / named.strip().replace("\\", "/")
    return path if is_inside(path, root) and path.is_file() else None


def name_fault(name: str, file_label: str) -> Diagnostic | None:
    """Tell a name that cannot become an output file everywhere, or whose file would be passed over (E403).

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


def _with_collision(file: ContentFile, same: list[ContentFile]) -> ContentFile:
    other = next((one.file_label for one in same if one.path != file.path), None)
    return file if file.fault or other is None else replace(file, fault=_collision(other, file.file_label))


def _collision(other: str, file_label: str) -> Diagnostic:
    message = _("this file and {other} would make the same output file").format(other=other)
    return Diagnostic("E404", message, Location(file_label), _("Rename one of the two."))
