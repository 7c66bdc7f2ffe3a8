"""Which files of a project folder hold content, and the names their documents get."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from esa_docs import thai
from esa_docs.diagnostics import Diagnostic, Location
from esa_docs.i18n import gettext as _

OFFICE_FILE = "office.yaml"
PEOPLE_FILE = "people.yaml"
TEMPLATES_FOLDER = "templates_docx"

_ENDINGS = (".yaml", ".yml")
_YEAR = re.compile(r"[0-9๐-๙]{4}")
_FIRST_BE_YEAR = 2400
_LAST_BE_YEAR = 2999
_CE_TO_BE = 543
_REFUSED_CHARACTERS = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ]$|^ ')
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A content file below a year's folder.

    Attributes:
        path: where it lies.
        year: fiscal year in the Buddhist era.
        name: path below the year without the ending, with forward slashes.
        shown: how diagnostics name the file.
    """

    path: Path
    year: int
    name: str
    shown: str

    @property
    def key(self) -> str:
        """Year and name: unique in a project."""
        return f"{self.year}/{self.name}"


def shown_path(path: Path) -> str:
    """Name a file as seen from the current folder where that is shorter, with forward slashes."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.absolute().as_posix()


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
        if _FIRST_BE_YEAR <= year <= _LAST_BE_YEAR:
            years[year] = folder
        else:
            found.append(_wrong_era(folder, year))
    return dict(sorted(years.items())), tuple(found)


def find_content(
    root: Path, years: dict[int, Path]
) -> tuple[tuple[ContentFile, ...], tuple[Diagnostic, ...]]:
    """Find the content files of all years, refusing names that cannot become output files everywhere."""
    files: dict[str, ContentFile] = {}
    found: list[Diagnostic] = []
    for year, folder in years.items():
        for path in _yaml_files(folder):
            file = _content_file(folder, path, year)
            fault = _name_fault(root, file) or _collision(files.get(file.key.casefold()), file)
            if fault:
                found.append(fault)
            else:
                files[file.key.casefold()] = file
    return tuple(files.values()), tuple(found)


def _yaml_files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
        if path.suffix.lower() in _ENDINGS and not hidden and path.is_file():
            yield path


def _content_file(folder: Path, path: Path, year: int) -> ContentFile:
    name = path.relative_to(folder).with_suffix("").as_posix()
    return ContentFile(path, year, name, shown_path(path))


def _wrong_era(folder: Path, year: int) -> Diagnostic:
    message = _("a folder named by a year of the Buddhist era is expected, found {year}").format(year=year)
    hint = _("Did you mean B.E. {year}?").format(year=year + _CE_TO_BE)
    return Diagnostic("E205", message, Location(shown_path(folder)), hint)


def _name_fault(root: Path, file: ContentFile) -> Diagnostic | None:
    if not file.path.resolve().is_relative_to(root.resolve()):
        message = _("the file lies outside the project folder")
        return Diagnostic("E403", message, Location(file.shown), _("Copy it into the project."))
    for part in file.name.split("/"):
        if _REFUSED_CHARACTERS.search(part) or _DEVICE.fullmatch(part):
            message = _("the name '{part}' cannot be a file name on Windows").format(part=part)
            return Diagnostic("E403", message, Location(file.shown), _("Rename the file."))
    return None


def _collision(other: ContentFile | None, file: ContentFile) -> Diagnostic | None:
    if other is None:
        return None
    message = _("this file and {other} would make the same output file").format(other=other.shown)
    return Diagnostic("E404", message, Location(file.shown), _("Rename one of the two."))
