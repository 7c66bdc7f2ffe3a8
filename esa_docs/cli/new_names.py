"""The place of a new document as people type it: a name, or the path that a file window or a list shows."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import Final

import click

from esa_docs.cli.options import parse_year
from esa_docs.i18n import gettext as _

_ENDINGS: Final = (".yaml", ".yml", ".txt", ".docx", ".doc", ".pdf")
"""Endings of files that are no part of the name of a document."""
_YEAR: Final = re.compile(r"[0-9๐-๙]{4}")
_DRIVE: Final = re.compile(r"[A-Za-z]:")


def place_of(typed_name: str, root: Path, year: int | None) -> tuple[str, int | None]:
    """Return the name of a document below the folder of its year, and the year.

    Args:
        typed_name: a name such as ``orders/pmqa``, or a path, with slashes of either sort, from the folder of
            the project, of the year or of this command, or a whole one; with or without the ending.
        root: project folder.
        year: fiscal year that ``--year`` says; None for none.

    Raises:
        click.BadParameter: the path leads elsewhere, its year is none or another than ``--year`` says, or it
            names no document.
    """
    typed_path = typed_name.strip().replace("\\", "/")
    if typed_path.endswith("/"):
        message = _("the name of a document is expected behind the folder, such as {name}first")
        raise click.BadParameter(message.format(name=typed_path), param_hint="NAME")
    path = _without_endings(typed_path)
    parts = [part for part in _below_project(path, root).split("/") if part not in {"", "."}]
    if parts and _YEAR.fullmatch(parts[0]):
        year = _checked_year(parts.pop(0), year)
    if not parts:
        message = _("the name of a document is expected, such as orders/pmqa, found '{name}'")
        raise click.BadParameter(message.format(name=typed_name), param_hint="NAME")
    return "/".join(parts), year


def _without_endings(path: str) -> str:
    while PurePosixPath(path).suffix.lower() in _ENDINGS:
        path = path[: -len(PurePosixPath(path).suffix)]
    return path


def _below_project(path: str, root: Path) -> str:
    """Return a path as seen from the project folder.

    Raises:
        click.BadParameter: it is a whole path that leads elsewhere.
    """
    whole_root = root.absolute().as_posix()
    # Windows does not tell capital letters from small ones.
    if path.casefold().startswith(f"{whole_root.casefold()}/"):
        return path[len(whole_root) :]
    if path.startswith(("/", "~")) or _DRIVE.match(path):
        message = _("a name inside the project folder {root} is expected, found '{name}'")
        raise click.BadParameter(message.format(root=whole_root, name=path), param_hint="NAME")
    relative_root = root.as_posix()
    if relative_root not in {".", ""} and path.startswith(f"{relative_root}/"):
        return path[len(relative_root) :]
    return path


def _checked_year(word: str, year: int | None) -> int | None:
    year_of_path = parse_year(None, None, word)
    if year is not None and year != year_of_path:
        message = _("the name says the year {path_year}, and --year says {year}: which is meant?")
        raise click.BadParameter(message.format(path_year=year_of_path, year=year), param_hint="NAME")
    return year_of_path
