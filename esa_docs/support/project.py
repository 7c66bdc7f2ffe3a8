"""What a project is like, as counts, codes and choices: no name, no text, no path."""

from __future__ import annotations

import hashlib
import os
import re
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import Final

from esa_docs.diagnostics import Diagnostic, EsaDocsError
from esa_docs.model.kind import Kinds
from esa_docs.model.office import Office
from esa_docs.model.project import Project
from esa_docs.source.files import TEMPLATES_FOLDER, find_years
from esa_docs.word.template_file import shipped_template

_CELL: Final = re.compile(r"\.xlsx!.*", re.IGNORECASE | re.DOTALL)
_ENDINGS: Final = frozenset(
    (
        *(
            ".yaml",
            ".yml",
            ".json",
            ".jsonl",
            ".log",
            ".txt",
            ".md",
            ".csv",
            ".xlsx",
            ".xlsm",
            ".xls",
            ".zip",
        ),
        *(".docx", ".docm", ".dotx", ".doc", ".pdf", ".png", ".jpg", ".jpeg", ".svg", ".emf", ".wmf", ".ics"),
    )
)
"""Endings that are told; any other may be part of a name."""
_OTHER: Final = "other"
_LAST_PLACES: Final = 30
_CHOICES: Final = {"font", "sizes", "agenda_form"}
"""Keys of office.yaml that name nobody."""


def project_facts(project: Project) -> dict[str, object]:
    """Count people and groups, and for each year the documents of each kind, those with errors, and files."""
    folders = {str(year): folder for year, folder in find_years(project.root)[0].items()}
    return {
        "people": len(project.people),
        "groups": len(project.office.groups) if project.office else None,
        "years": {year: _year_facts(project, year) for year in folders},
        "files": {year: _count_files(folder, ()) for year, folder in folders.items()},
        "other_files": _count_files(project.root, folders.values()),
    }


def diagnostic_facts(diagnostics: Iterable[Diagnostic]) -> list[dict[str, object]]:
    """Give code, weight and place of what was found; of a file only the ending is told, of a text nothing."""
    counted = Counter(_place_of(found) for found in diagnostics)
    names = ("code", "severity", "ending", "line", "column")
    return [
        dict(zip(names, place, strict=True)) | {"times": times} for place, times in sorted(counted.items())
    ]


def office_facts(office: Office, kinds: Kinds) -> dict[str, object]:
    """Give the choices of office.yaml, and which of its other keys are there."""
    given = office.model_dump(exclude={*_CHOICES, "numerals"}, exclude_none=True)
    return {
        **office.model_dump(mode="json", include=_CHOICES),
        "numerals": {kind.name: office.numerals.get(kind.name, kind.numerals) for kind in kinds},
        "given": sorted(name for name, value in given.items() if value),
    }


def template_facts(root: Path, forms: Iterable[str]) -> dict[str, object]:
    """Give the SHA-256 of every template: the shipped one, and the office's own where there is one."""
    folder = root / TEMPLATES_FOLDER
    hashes = {form: _hashes(folder, f"{form}.docx") for form in sorted(forms)}
    others = {path.name for path in folder.glob("*")} - {f"{form}.docx" for form in hashes}
    return {"forms": hashes, "others": len(others)}


def fault_facts(fault: BaseException) -> dict[str, object]:
    """Give the kind of a fault of the program and the lines it came through; its words may quote content."""
    passed = traceback.walk_tb(fault.__traceback__)
    places = [f"{frame.f_globals.get('__name__')}:{line}" for frame, line in passed]
    return {"type": type(fault).__name__, "at": places[-_LAST_PLACES:]}


def _year_facts(project: Project, year: str) -> dict[str, object]:
    kinds = Counter(document.kind for document in project.documents if str(document.year) == year)
    faulty = [key for key in project.faulty if key.startswith(f"{year}/")]
    return {"kinds": dict(sorted(kinds.items())), "faulty": len(faulty)}


def _count_files(folder: Path, besides: Iterable[Path]) -> dict[str, dict[str, int]]:
    """Count the files of each ending below a folder, and their bytes."""
    counted: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    for path in _files(folder, frozenset(besides)):
        ending = _told_ending(path)
        counted[ending] += 1
        sizes[ending] += path.stat().st_size
    return {ending: {"count": counted[ending], "bytes": sizes[ending]} for ending in sorted(counted)}


def _files(folder: Path, besides: frozenset[Path]) -> Iterator[Path]:
    """Give the files below a folder, hidden ones and those of some folders left out."""
    for place, folders, names in os.walk(folder):
        kept = [name for name in folders if not name.startswith(".") and Path(place, name) not in besides]
        folders[:] = sorted(kept)
        paths = (Path(place, name) for name in sorted(names) if not name.startswith("."))
        yield from (path for path in paths if path.is_file())


def _place_of(found: Diagnostic) -> tuple[str, str, str, int, int]:
    path = PurePath(_CELL.sub(".xlsx", found.location.path))
    return (found.code, str(found.severity), _told_ending(path), found.location.line, found.location.column)


def _told_ending(path: PurePath) -> str:
    ending = path.suffix.lower()
    return ending if ending in _ENDINGS or not ending else _OTHER


def _hashes(own_folder: Path, name: str) -> dict[str, str | None]:
    own = own_folder / name
    return {"shipped": _hash(_shipped(name)), "own": _hash(own if own.is_file() else None)}


def _shipped(name: str) -> Path | None:
    try:
        return shipped_template(name)
    except EsaDocsError:
        return None


def _hash(path: Path | None) -> str | None:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() if path else None
    except OSError:
        return "unreadable"
