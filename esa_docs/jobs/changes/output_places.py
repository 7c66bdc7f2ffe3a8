"""Places in which nothing is made: the project's own folders, which hold what papers are made from.

E446 an output folder, or a file, in such a place.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import ContentError, Diagnostic, Location
from esa_docs.hints import command_word
from esa_docs.i18n import gettext as _
from esa_docs.model.history import ISSUED_FOLDER
from esa_docs.source.assets.schemes import SCHEMES_FOLDER
from esa_docs.source.folders.disk import Sort, look_at
from esa_docs.source.folders.files import OFFICE_FILE, TEMPLATES_FOLDER, YEAR_NAME, path_label
from esa_docs.source.registers.register_text import REGISTERS_FOLDER

# Not from jobs/building/manifest.py, which writes files itself.
_STATE_FOLDER: Final = ".esa-docs"
_CLOSED_TO_FILES: Final = frozenset({ISSUED_FOLDER, _STATE_FOLDER})
"""Folders of a project in which only the program itself keeps files."""
_CLOSED_TO_OUTPUT: Final = _CLOSED_TO_FILES | {REGISTERS_FOLDER, TEMPLATES_FOLDER, SCHEMES_FOLDER}
"""Folders of a project, beside those of years, that are no output folder."""


def refuse_output(out: Path) -> None:
    """Refuse an output folder that is a project folder, or lies in a folder of which a project is read.

    Another folder of a project, such as ``build``, may be an output folder. It is the same for every project,
    not only for the one that is built.

    Args:
        out: output folder; it need not be there.

    Raises:
        ContentError: nothing may be made there (E446).
    """
    for names in _names_in_project(out):
        is_year = bool(names) and YEAR_NAME.fullmatch(names[0]) is not None
        if names == () or is_year or _begins_in(names, _CLOSED_TO_OUTPUT):
            message = _("this folder belongs to the project: documents are never made in it")
            raise ContentError([Diagnostic("E446", message, Location(path_label(out)), _cure_of_output())])


def _cure_of_output() -> str:
    """Return what to type: inside a folder of the project, 'build' lies in the project too."""
    here = Path.cwd()
    project_folder = _project_above(here)
    if project_folder is None or project_folder == here:
        return _("Choose another folder with --out, such as 'build'.")
    hint = _("Go to the project folder, or add: -C {folder} --out {out}")
    folder = command_word(path_label(project_folder))
    return hint.format(folder=folder, out=command_word(path_label(project_folder / "build")))


def refuse_place(file: Path) -> None:
    """Refuse a file that is to lie among the kept versions or the notes of the program.

    Args:
        file: where it would go.

    Raises:
        ContentError: nothing may be written there (E446).
    """
    for names in _names_in_project(file.parent):
        if _begins_in(names, _CLOSED_TO_FILES):
            message = _("the program keeps its own files in this folder: nothing else is written there")
            hint = _("Choose another folder for the file.")
            raise ContentError([Diagnostic("E446", message, Location(path_label(file)), hint)])


def _names_in_project(folder: Path) -> list[tuple[str, ...]]:
    """Return the names of the folders from its project down to a folder; nothing for one in no project.

    A link is looked at where it lies and where it leads to.
    """
    all_names: list[tuple[str, ...]] = []
    # Not Path.absolute, which keeps "..".
    for place in (os.path.abspath(folder), os.path.realpath(folder)):  # noqa: PTH100
        path = Path(place)
        project_folder = _project_above(path)
        if project_folder is not None:
            all_names.append(path.relative_to(project_folder).parts)
    return all_names


def _project_above(start: Path) -> Path | None:
    """Return the project folder at or above a path; None where there is none.

    A folder that nobody may look into counts as none here: nothing can be written there anyway.
    """
    for folder in (start, *start.parents):
        if look_at(folder / OFFICE_FILE).sort not in {Sort.MISSING, Sort.UNKNOWN}:
            return folder
    return None


def _begins_in(names: tuple[str, ...], closed_folders: Collection[str]) -> bool:
    """Return whether a path begins with one of some folders; Windows takes ISSUED for issued."""
    return bool(names) and names[0].casefold() in closed_folders
