"""What to do in a folder that is no project (E902): it depends on what stands there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Diagnostic
from esa_docs.hints import command_word, few_names
from esa_docs.i18n import gettext as _
from esa_docs.source.disk import Entry, Sort, look_at, scan_folder
from esa_docs.source.files import OFFICE_FILE, YEAR_NAME, find_project, is_project, path_label
from esa_docs.source.named_files import folder_place

_STEM: Final = "office"
_LINES_OF_OFFICE_FILE: Final = (
    "'content: 2', 'name: …', 'short_name: …', 'parent: …', 'director: …', 'groups: [{id: …, name: …}]'"
)
LINES_OF_ROSTER: Final = "'people: [{id: …, prefix: …, first_name: …, last_name: …, position: …}]'"
"""What a first people.yaml holds, as hints show it."""


def no_project(root: Path) -> Diagnostic:
    """Return the diagnostic of a folder that is no project (E902), with what to do about it there."""
    message, hint = _words(root)
    return Diagnostic("E902", message, folder_place(root), hint)


def _words(root: Path) -> tuple[str, str]:
    """Return message and hint: of the folder's likely mistake, first the one that is easiest to mend."""
    if look_at(root).sort is not Sort.FOLDER:
        return _("a project folder is expected, there is no such folder"), _name_the_folder()
    entries = _entries(root)
    other_name = next(_names_like_office_file(entries), "")
    if other_name:
        message = _("a file called office.yaml is expected, found '{name}'").format(name=other_name)
        return message, _("Rename '{name}' to office.yaml.").format(name=other_name)
    years = [entry.path.name for entry in entries if _is_year(entry)]
    if years:
        message = _("office.yaml is missing; the years {years} are here").format(years=few_names(years))
        hint = _(
            "Put office.yaml back, from a copy or the recycle bin;"
            " else write it anew, with the lines {lines}."
        )
        return message, hint.format(lines=_LINES_OF_OFFICE_FILE)
    return _words_of_other_place(root, entries)


def _words_of_other_place(root: Path, entries: list[Entry]) -> tuple[str, str]:
    """Return message and hint of a folder with nothing of a project in it: another is meant, or a new one."""
    message = _("a project folder with office.yaml is expected")
    project_above = find_project(root)
    if project_above is not None:
        hint = _("The project is the folder above: add -C {folder}.")
        return message, hint.format(folder=command_word(path_label(project_above)))
    inner_projects = [entry.path for entry in entries if entry.sort is Sort.FOLDER and is_project(entry.path)]
    if inner_projects:
        hint = _("A project is in the folder '{name}': add -C {folder}.")
        folder = command_word(path_label(inner_projects[0]))
        return message, hint.format(name=inner_projects[0].name, folder=folder)
    hint = _(
        "Name the folder with -C DIR. To begin a new project, make two files in this folder:"
        " office.yaml with the lines {lines}; people.yaml with {people};"
        " then 'esa-docs new order orders/first --year 2569'."
    )
    return message, hint.format(lines=_LINES_OF_OFFICE_FILE, people=LINES_OF_ROSTER)


def _name_the_folder() -> str:
    return _("Correct the folder behind -C; go to the folder above it and look how it is spelled.")


def _entries(root: Path) -> list[Entry]:
    try:
        return scan_folder(root)
    except OSError:
        return []


def _is_year(entry: Entry) -> bool:
    return entry.sort is Sort.FOLDER and YEAR_NAME.fullmatch(entry.path.name) is not None


def _names_like_office_file(entries: list[Entry]) -> Iterator[str]:
    """Generate the names of files that are office.yaml under another ending, such as Notepad gives."""
    for entry in entries:
        stem, _dot, endings = entry.path.name.casefold().partition(".")
        is_yaml = endings.startswith(("yaml", "yml"))
        is_other_name = stem == _STEM and is_yaml and entry.path.name != OFFICE_FILE
        if entry.sort is Sort.FILE and is_other_name:
            yield entry.path.name
