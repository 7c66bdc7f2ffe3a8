"""What to do in a folder that is no project (E902): it depends on what stands there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from esa_docs import thai
from esa_docs.diagnostics import Diagnostic
from esa_docs.hints import command_word, few_names
from esa_docs.i18n import gettext as _
from esa_docs.source.folders.disk import Entry, Sort, look_at, scan_folder
from esa_docs.source.folders.files import OFFICE_FILE, YEAR_NAME, find_project, is_project, path_label
from esa_docs.source.folders.named_files import folder_place

_STEM: Final = "office"
_ROSTERS: Final = ("people.yaml", "people.xlsx", "people.csv")


def lines_of_roster() -> str:
    """Return what a first people.yaml holds, as hints show it."""
    # A value that begins with … is told as not filled in (E463).
    return _(
        "'people: [{id: …, prefix: …, first_name: …, last_name: …, position: …}]'"
        " (id, title, first name, surname, post)"
    )


def _lines_of_office_file() -> str:
    return _(
        "'content: 2', 'name: … full name of the office', 'short_name: … short name', 'parent: … the office"
        " above it', 'director: … id of the director in the roster', 'groups: [{id: …, name: …}]'"
        " (short and full name of each unit)"
    )


def no_project(root: Path, today: dt.date | None = None) -> Diagnostic:
    """Return the diagnostic of a folder that is no project (E902), with what to do about it there.

    Args:
        root: the folder.
        today: the day of which the hint proposes the fiscal year; None where nobody knows it.
    """
    year = _("YEAR") if today is None else str(thai.fiscal_year(today))
    message, hint = _words(root, year)
    return Diagnostic("E902", message, folder_place(root), hint)


def is_lost_project(root: Path) -> bool:
    """Return whether a folder that is no project was meant as one: no other command can do its work there.

    It is not there, office.yaml has another name, or a year or a roster is there without office.yaml. Where
    nothing of that is, a project may still be begun.
    """
    if look_at(root).sort is not Sort.FOLDER:
        return True
    entries = _entries(root)
    if any(map(_is_year, entries)) or any(entry.path.name in _ROSTERS for entry in entries):
        return True
    return any(_names_like_office_file(entries))


def _words(root: Path, year: str) -> tuple[str, str]:
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
        return message, hint.format(lines=_lines_of_office_file())
    return _words_of_other_place(root, entries, year)


def _words_of_other_place(root: Path, entries: list[Entry], year: str) -> tuple[str, str]:
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
    return message, _how_to_begin([entry.path.name for entry in entries], year)


def _how_to_begin(names: Collection[str], year: str) -> str:
    """Return how to make a project of a folder.

    Args:
        names: names of what stands in it: a roster that is there is not to be made.
        year: the fiscal year of the first document.
    """
    lines = _lines_of_office_file()
    if any(name in names for name in _ROSTERS):
        hint = _(
            "Name the folder with -C DIR. To begin a new project here, make office.yaml beside the roster,"
            " with the lines {lines}; then 'esa-docs new order orders/first --year {year}'."
        )
        return hint.format(lines=lines, year=year)
    hint = _(
        "Name the folder with -C DIR. To begin a new project, make two files in this folder:"
        " office.yaml with the lines {lines}; people.yaml with {people};"
        " then 'esa-docs new order orders/first --year {year}'."
    )
    return hint.format(lines=lines, people=lines_of_roster(), year=year)


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
