"""Facts about a project as counts, codes and choices: no name, no text, no path."""

from __future__ import annotations

import hashlib
import os
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path, PurePath
from typing import Final, NamedTuple

from esa_docs.diagnostics import Diagnostic, EsaDocsError
from esa_docs.model.kind import Kinds
from esa_docs.model.office import Office
from esa_docs.model.project import Project
from esa_docs.source.folders.disk import Sort, is_there, look_at, read_bytes
from esa_docs.source.folders.files import TEMPLATES_FOLDER, find_years
from esa_docs.word.templates.reading.template_file import shipped_template

_TEXT_ENDINGS: Final = (".yaml", ".yml", ".json", ".jsonl", ".log", ".txt", ".md", ".csv", ".ics")
_OFFICE_ENDINGS: Final = (".xlsx", ".xlsm", ".xls", ".docx", ".docm", ".dotx", ".doc", ".pdf", ".zip")
_PICTURE_ENDINGS: Final = (".png", ".jpg", ".jpeg", ".svg", ".emf", ".wmf")
_ENDINGS: Final = frozenset((*_TEXT_ENDINGS, *_OFFICE_ENDINGS, *_PICTURE_ENDINGS))
"""Endings that are named. Any other counts as ``_OTHER``: it may be part of a name."""
_OTHER: Final = "other"
_LAST_PLACES: Final = 30
"""How many lines are packed of those that a fault came through, counted from the last."""
_CHOICES: Final = {"font", "sizes", "agenda_form"}
"""Keys of office.yaml that name nobody."""


class _Place(NamedTuple):
    """The part of a diagnostic that is packed: its fields are the keys of ``diagnostics.json``."""

    code: str
    severity: str
    ending: str
    line: int
    column: int


def project_facts(project: Project) -> dict[str, object]:
    """Return counts of people, groups and files, and for each year those of its documents."""
    years, _diagnostics = find_years(project.root)
    year_facts: dict[str, object] = {}
    files: dict[str, object] = {}
    for year, folder in years.items():
        year_facts[str(year)] = _year_facts(project, year)
        files[str(year)] = _count_files(folder, ())
    groups = len(project.office.groups) if project.office else None
    return {
        "people": len(project.people),
        "groups": groups,
        "years": year_facts,
        "files": files,
        "other_files": _count_files(project.root, years.values()),
    }


def diagnostic_facts(diagnostics: Iterable[Diagnostic]) -> list[dict[str, object]]:
    """Return code, severity and place of diagnostics, equal ones counted.

    Of a file only the ending is there, of a text nothing.
    """
    counts = Counter(_place_of(diagnostic) for diagnostic in diagnostics)
    return [place._asdict() | {"times": times} for place, times in sorted(counts.items())]


def office_facts(office: Office, kinds: Kinds) -> dict[str, object]:
    """Return the choices of office.yaml, and the names of its other keys that are filled in."""
    facts = office.model_dump(mode="json", include=_CHOICES)
    facts["numerals"] = {kind.name: office.numerals.get(kind.name, kind.numerals) for kind in kinds}
    other_values = office.model_dump(exclude={*_CHOICES, "numerals"}, exclude_none=True)
    facts["given"] = sorted(name for name, value in other_values.items() if value)
    return facts


def template_facts(root: Path, forms: Iterable[str]) -> dict[str, object]:
    """Return the SHA-256 of every template, the shipped one and the office's own.

    Of the other files in the folder of templates only the number is there.

    Args:
        root: project folder.
        forms: names of all forms.
    """
    folder = root / TEMPLATES_FOLDER
    other_files = {path.name for path in folder.glob("*")}
    hashes: dict[str, dict[str, str | None]] = {}
    for form in sorted(forms):
        file_name = f"{form}.docx"
        hashes[form] = _hashes(folder, file_name)
        other_files.discard(file_name)
    return {"forms": hashes, "others": len(other_files)}


def fault_facts(fault: BaseException) -> dict[str, object]:
    """Return the type of a fault of the program and the lines it came through.

    The words of the fault stay out: they may quote content.
    """
    frames = traceback.walk_tb(fault.__traceback__)
    places = [f"{frame.f_globals.get('__name__')}:{line}" for frame, line in frames]
    return {"type": type(fault).__name__, "at": places[-_LAST_PLACES:]}


def _year_facts(project: Project, year: int) -> dict[str, object]:
    kinds = Counter(document.kind for document in project.documents if document.year == year)
    faulty_keys = [key for key in project.faulty if key.startswith(f"{year}/")]
    return {"kinds": dict(sorted(kinds.items())), "faulty": len(faulty_keys)}


def _count_files(folder: Path, skipped_folders: Iterable[Path]) -> dict[str, dict[str, int]]:
    """Return the number of files of each ending below a folder, and their bytes."""
    counts: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    for path in _files(folder, frozenset(skipped_folders)):
        ending = _harmless_ending(path)
        counts[ending] += 1
        # A file may be deleted after it was found.
        with suppress(OSError):
            sizes[ending] += path.stat().st_size
    return {ending: {"count": counts[ending], "bytes": sizes[ending]} for ending in sorted(counts)}


def _files(root: Path, skipped_folders: frozenset[Path]) -> Iterator[Path]:
    """Generate the files below a folder, except hidden ones and those in the folders to skip."""
    for folder, subfolders, names in os.walk(root):
        names_to_enter = [name for name in _visible(subfolders) if Path(folder, name) not in skipped_folders]
        # os.walk enters only the folders that this list holds after the loop's body.
        subfolders[:] = sorted(names_to_enter)
        for name in sorted(_visible(names)):
            path = Path(folder, name)
            if look_at(path).sort is Sort.FILE:
                yield path


def _visible(names: Iterable[str]) -> list[str]:
    return [name for name in names if not name.startswith(".")]


def _place_of(diagnostic: Diagnostic) -> _Place:
    location = diagnostic.location
    # A sheet may be named after a person.
    path = PurePath(location.file)
    severity = str(diagnostic.severity)
    return _Place(diagnostic.code, severity, _harmless_ending(path), location.line, location.column)


def _harmless_ending(path: PurePath) -> str:
    """Return the ending of a file; empty where it has none, ``_OTHER`` where it may be part of a name."""
    ending = path.suffix.lower()
    # A name such as "นาย ก. ใจดี" has an ending that is none.
    if ending and ending not in _ENDINGS:
        return _OTHER
    return ending


def _hashes(office_folder: Path, file_name: str) -> dict[str, str | None]:
    shipped = _shipped(file_name)
    shipped_hash = _hash(shipped) if shipped else None
    office_template = office_folder / file_name
    office_hash = _hash(office_template) if is_there(office_template) else None
    return {"shipped": shipped_hash, "own": office_hash}


def _shipped(file_name: str) -> Path | None:
    try:
        return shipped_template(file_name)
    except EsaDocsError:
        return None


def _hash(path: Path) -> str:
    try:
        return hashlib.sha256(read_bytes(path)).hexdigest()
    except OSError:
        return "unreadable"
