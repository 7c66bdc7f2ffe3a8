"""Which files of a project folder hold content, and the names their documents get."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from esa_docs import thai
from esa_docs.diagnostics import Checked, Diagnostic, Location
from esa_docs.hints import era_hint
from esa_docs.i18n import gettext as _
from esa_docs.source.folders.disk import Entry, Sort, is_there, look_at, scan_folder
from esa_docs.source.folders.refused_names import refused_name
from esa_docs.source.folders.unread import (
    HIDDEN_ENDING,
    diagnose_folder,
    diagnose_hidden_ending,
    diagnose_place_of_folder,
)
from esa_docs.source.folders.walking import PASSED_OVER, FoundFile, Walker

OFFICE_FILE = "office.yaml"
PEOPLE_FILE = "people.yaml"
TEMPLATES_FOLDER = "templates_docx"

_SHARED_FILES = (OFFICE_FILE, PEOPLE_FILE, "people.csv", "people.xlsx")
"""Files of the project folder that are read, beside the folders of years."""
YEAR_NAME = re.compile(r"[0-9๐-๙]{4}")
_REFUSED_CHARACTERS = re.compile(r'[<>:"|?*\\\x00-\x1f\ud800-\udfff]|[. ]$|^ ')
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
    # One that cannot be read is returned too: a shipped template never stands in for it.
    return path if is_there(path) else None


def is_project(folder: Path) -> bool:
    """Return whether a folder is a project: office.yaml is there, though it may be none that can be read."""
    return is_there(folder / OFFICE_FILE)


def find_project(start: Path) -> Path | None:
    """Return the project folder at or above a path; None where there is none."""
    start = start.absolute()
    for folder in (start, *start.parents):
        if is_project(folder):
            return folder
    return None


def find_years(root: Path) -> tuple[dict[int, Path], tuple[Diagnostic, ...]]:
    """Return the folders of fiscal years, in order, with diagnostics of what cannot be such.

    These are the project folder itself (E435), a folder named by a year of the Christian era (E205), or by
    the year of another folder (E404), what is no folder (E435 to E437), and hidden endings (E439).
    """
    entries = list_root(root)
    if entries.value is None:
        return {}, entries.diagnostics
    return years_in(entries.value)


def list_root(root: Path) -> Checked[list[Entry]]:
    """Return what the project folder holds, or why it cannot be read (E435)."""
    try:
        return Checked(scan_folder(root))
    except OSError as fault:
        return Checked(None, (diagnose_folder(fault, path_label(root)),))


def years_in(entries: Sequence[Entry]) -> tuple[dict[int, Path], tuple[Diagnostic, ...]]:
    """Return the folders of fiscal years among what the project folder holds, as `find_years` does."""
    years: dict[int, Path] = {}
    diagnostics = list(_hidden_endings(entries))
    for entry in entries:
        if YEAR_NAME.fullmatch(entry.path.name):
            diagnostics += _add_year(entry, years)
    return dict(sorted(years.items())), tuple(diagnostics)


def _add_year(entry: Entry, years: dict[int, Path]) -> Iterator[Diagnostic]:
    """Add the folder of a year to those that are there already; generate what is wrong with it."""
    year = int(thai.to_arabic_digits(entry.path.name))
    is_buddhist = thai.FIRST_YEAR <= year <= thai.LAST_YEAR
    if entry.sort is not Sort.FOLDER:
        fault = diagnose_place_of_folder(entry, path_label(entry.path))
        if fault and is_buddhist:
            yield fault
    elif not is_buddhist:
        yield _wrong_era(entry.path, year)
    elif year in years:
        yield _collision(path_label(years[year]), path_label(entry.path))
    else:
        years[year] = entry.path


def _hidden_endings(entries: Iterable[Entry]) -> Iterator[Diagnostic]:
    """Generate a diagnostic for each file that would be read but for an ending that Windows hides."""
    names = {f"{name}{HIDDEN_ENDING}" for name in _SHARED_FILES}
    for entry in entries:
        if entry.path.name.lower() in names:
            yield diagnose_hidden_ending(entry.path, entry.path.stem, path_label(entry.path))


@dataclass(frozen=True, slots=True)
class ContentFiles:
    """The content files of all years.

    Attributes:
        files: the files, in the order of years and names.
        diagnostics: what cannot be read (E435 to E437), and what looks like content and is not read (E439).
    """

    files: tuple[ContentFile, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def find_content(root: Path, years: Mapping[int, Path]) -> ContentFiles:
    """Return the content files of all years; a file has a fault where its name cannot become an output file.

    Args:
        root: project folder.
        years: the folder of each fiscal year.
    """
    folders = {year: look_at(folder) for year, folder in years.items()}
    walker = Walker(root, path_label(root), folders.values())
    files: list[ContentFile] = []
    for year, folder in folders.items():
        files += [_content_file(file, year) for file in walker.files_below(folder)]
    files_by_output: dict[str, list[ContentFile]] = {}
    for file in files:
        files_by_output.setdefault(output_key(file.key), []).append(file)
    checked_files = [_with_collision(file, files_by_output[output_key(file.key)]) for file in files]
    return ContentFiles(tuple(checked_files), tuple(walker.diagnostics))


def _content_file(file: FoundFile, year: int) -> ContentFile:
    # As texts that refer to documents are read: the disk may have a letter with a mark in another form.
    name = unicodedata.normalize("NFC", file.name)
    name = name.removesuffix(PurePath(name).suffix)
    if not file.is_outside:
        return ContentFile(file.path, year, name, file.file_label, name_fault(name, file.file_label))
    message = _("the file lies outside the project folder")
    fault = Diagnostic("E403", message, Location(file.file_label), _("Copy it into the project."))
    return ContentFile(file.path, year, name, file.file_label, fault, is_outside=True)


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
    except (RuntimeError, ValueError):
        # Path.resolve raises the one of a link that leads to itself, before Python 3.13; the other of NUL.
        return False


def name_fault(name: str, file_label: str) -> Diagnostic | None:
    """Return the diagnostic of a name that a content file cannot have (E403); None of a good one.

    Windows could not have its output file, or the content file would be passed over.

    Args:
        name: path below the year's folder without the ending, with forward slashes.
        file_label: how diagnostics name the file.
    """
    for part in name.split("/"):
        if not part or part.startswith(PASSED_OVER):
            message = _("'{part}' is no name for a content file").format(part=part)
            return Diagnostic("E403", message, Location(file_label), _("Choose another name."))
        if _REFUSED_CHARACTERS.search(part) or _DEVICE.fullmatch(part):
            return refused_name(part, file_label)
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
