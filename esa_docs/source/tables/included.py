"""A document together with the tables that it names, which are files of their own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Checked, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.source.assets.missing_files import hint_of_missing_file
from esa_docs.source.folders.named_files import diagnose_unreadable, obstacle
from esa_docs.source.folders.named_paths import ProjectFiles
from esa_docs.source.yaml_files.tree import Mapping

_ENDINGS: Final = frozenset({".csv", ".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls", ".ods", ".fods"})
"""Endings of the names of tables; of what is not read among them `workbook_file.py` tells the cure."""


@dataclass(frozen=True, slots=True)
class Included:
    """A document with the content of its tables.

    Attributes:
        tree: the document. It stays as it was where a table is not sound.
        paths: files of the tables that are there.
        diagnostics: what is wrong with the tables.
    """

    tree: Mapping
    paths: tuple[Path, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def find_table(files: ProjectFiles, written_path: str, place: Location, field: str) -> Checked[Path]:
    """Return the file of a table that content names, or why there is none (E438, E621, E648).

    The file lies in the project folder.

    Args:
        files: the files of the project.
        written_path: its path from the project folder, as written.
        place: where it is written.
        field: the key where it is written.
    """
    file = files.look_for(written_path)
    if file.path is not None:
        if file.path.suffix.lower() not in _ENDINGS:
            return Checked(None, (_no_table(written_path, place, field),))
        return Checked(file.path)
    reason = obstacle(file)
    if reason:
        return Checked(None, (diagnose_unreadable(written_path, reason, place, field),))
    message = _("the table '{file}' is expected in the project folder and is not there")
    message = message.format(file=written_path)
    hint = hint_of_missing_file(written_path, file.entry.path)
    return Checked(None, (Diagnostic("E648", message, place, hint, field=field),))


def _no_table(written_path: str, place: Location, field: str) -> Diagnostic:
    """Return the diagnostic of a file that is no table by its name, such as office.yaml (E621).

    A file of another program for tables is told at that file, with what it is.
    """
    message = _("a table is an Excel file (.xlsx) or a .csv, found '{file}'").format(file=written_path)
    hint = _("Name a table of the project folder, such as tables/list.xlsx.")
    return Diagnostic("E621", message, place, hint, field=field)
