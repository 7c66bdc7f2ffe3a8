"""The names of the files in ``registers/``: which is the register of a series, and what else lies there.

What lies there and is not read may hold any number, so it is an error (E439): another name, another ending, a
folder; a conflict copy is told as such (E433). Hidden files, files that Office lays beside an open one, and
notes (``.txt``, ``.md``) may lie there, unless their name is that of a register.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Diagnostic, Location
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.model.abilities import NumberSeries
from esa_docs.source.folders.conflict_copies import diagnose_copy_of_register
from esa_docs.source.folders.disk import Entry, Sort, look_at
from esa_docs.source.folders.files import path_label
from esa_docs.source.folders.named_files import list_folder
from esa_docs.source.registers.register_text import REGISTERS_FOLDER

REGISTER_ENDING: Final = ".csv"
_NOTES: Final = frozenset({".txt", ".md"})
"""Endings of files that clerks write notes into."""
_TABLES: Final = frozenset({".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".numbers"})
"""Endings of workbooks."""
_NAMES_OF_MACHINES: Final = frozenset({"thumbs.db", "desktop.ini"})
"""Files that Windows lays into folders."""


def register_file(numbers: NumberSeries) -> str:
    """Return the name of the register file that notes numbers of a series which no document bears."""
    return f"{REGISTERS_FOLDER}/{numbers.register}{REGISTER_ENDING}"


def register_path(root: Path, numbers: NumberSeries) -> Path:
    """Return where the register file of a series lies, or would lie.

    ``ORDERS.CSV`` is that of orders where it is the only one: Windows takes both names for one file.

    Args:
        root: project folder.
        numbers: the series.
    """
    path = root / register_file(numbers)
    if look_at(path).sort is not Sort.MISSING:
        return path
    entries = list_folder(root, path.parent).value or []
    paths = [entry.path for entry in entries if _folded(entry.path.name) == _folded(path.name)]
    return paths[0] if len(paths) == 1 else path


def check_register_names(entries: Sequence[Entry], registers: Sequence[str]) -> Iterator[Diagnostic]:
    """Generate the errors of what lies in registers/ and is not read as a register (E439, E433 of a copy).

    Args:
        entries: what the folder holds.
        registers: names of the register files of the office, without folder and ending.
    """
    names = [f"{register}{REGISTER_ENDING}" for register in registers]
    read_names = _read_names(entries, names)
    for entry in entries:
        path = entry.path
        if path.name not in read_names and not _may_pass(path, names):
            yield diagnose_copy_of_register(path) or _diagnose(entry, names)


def _read_names(entries: Sequence[Entry], names: Sequence[str]) -> frozenset[str]:
    """Return the names of those files that are read, see `register_path`."""
    present_names = [entry.path.name for entry in entries]
    read_names: set[str] = set()
    for name in names:
        folded_names = [present for present in present_names if _folded(present) == _folded(name)]
        if name in folded_names:
            read_names.add(name)
        elif len(folded_names) == 1:
            read_names.add(folded_names[0])
    return frozenset(read_names)


def _may_pass(path: Path, names: Sequence[str]) -> bool:
    """Return whether a file is nobody's register: hidden, of a machine or of Office, or a note."""
    name = _folded(path.name)
    if name.startswith((".", "~$")) or name in _NAMES_OF_MACHINES:
        return True
    folded_names = {_folded(register_name) for register_name in names}
    first_name = name.partition(".")[0] + REGISTER_ENDING
    return path.suffix.lower() in _NOTES and first_name not in folded_names


def _diagnose(entry: Entry, names: Sequence[str]) -> Diagnostic:
    """Return the diagnostic of what is not read (E439)."""
    path = entry.path
    if entry.sort is Sort.FOLDER:
        message = _("folders in registers/ are not read: the numbers in it do not count")
        hint = _("Move it out of registers/, and what is a register into registers/ itself.")
    elif path.suffix.lower() in _TABLES:
        message = _("the register is not read, because it is an Excel workbook: its numbers do not count")
        hint = _(
            "In Excel save it as CSV UTF-8 with the name {name}, then move the workbook out of registers/."
        )
        hint = hint.format(name=_nearest_name(path, names))
    else:
        message = _(
            "the file is not read, because no register of this office has its name: its numbers do not count"
        )
        hint = _hint_of_names(path, names)
    return Diagnostic("E439", message, Location(path_label(path)), hint)


def _hint_of_names(path: Path, names: Sequence[str]) -> str:
    """Return a hint that names the register whose name is most like that of a file."""
    first_name = f"{path.name.partition('.')[0].lower()}{REGISTER_ENDING}"
    near = nearest_hint(first_name, names)
    if first_name in names:
        near = _("Its name is {name}.").format(name=first_name)
    hint = _("Move its numbers there, or move the file out of registers/ if it is no register.")
    return f"{near} {hint}"


def _nearest_name(path: Path, names: Sequence[str]) -> str:
    """Return the name of the register that is most like that of a file; its own where none is like it."""
    own_name = f"{path.stem.lower()}{REGISTER_ENDING}"
    near_names = difflib.get_close_matches(own_name, names, n=1, cutoff=0.5)
    return near_names[0] if near_names else own_name


def _folded(name: str) -> str:
    """Return a name that is equal for two names which a disk takes for one."""
    return unicodedata.normalize("NFC", name.casefold())
