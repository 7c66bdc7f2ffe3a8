"""The emblem on its way from a Word file into a project: what is to be written, and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import ContentError, Diagnostic, Location, MachineError
from esa_docs.i18n import gettext as _
from esa_docs.model.document import Emblem
from esa_docs.source.emblem import named_emblem, parse_emblem, with_emblem_named
from esa_docs.source.files import OFFICE_FILE, path_label
from esa_docs.source.project import no_project
from esa_docs.source.text import unreadable

_NAMES: Final = {"image/png": "emblem.png", "image/jpeg": "emblem.jpg"}


@dataclass(frozen=True, slots=True)
class Taking:
    """An emblem found in a Word file.

    Attributes:
        name: of the picture in the project folder, as office.yaml is to have it.
        files: what is to be written, in this order; nothing where all is as it should be.
        is_named: office.yaml names it once the files are written.
        diagnostics: what was noticed.
    """

    name: str
    files: Mapping[Path, bytes]
    is_named: bool
    diagnostics: tuple[Diagnostic, ...]


def plan_taking(file: Path, root: Path, *, force: bool) -> Taking:
    """Find the emblem in a Word file and say what taking it into a project changes there.

    The line that names it goes to the end of office.yaml, unless that file names one or has errors.

    Args:
        file: an official Word file.
        root: the project folder.
        force: overwrite another picture of the same name.

    Raises:
        ContentError: a file cannot be read (E110), it has no emblem that can be used (E423, E426 to E428), or
            another picture is in the place (E425).
        MachineError: the folder is no project (E902).
    """
    if not (root / OFFICE_FILE).is_file():
        raise MachineError([no_project(root)])
    emblem, told = _find(file)
    name = _NAMES[emblem.media_type]
    files = _picture(root / name, emblem.data, force=force)
    office = _bytes_of(root / OFFICE_FILE)
    named = with_emblem_named(office, name)
    if named is not None:
        files[root / OFFICE_FILE] = named
    return Taking(name, files, named is not None or named_emblem(office) == name, told)


def _find(file: Path) -> tuple[Emblem, tuple[Diagnostic, ...]]:
    from esa_docs.word.emblem_extraction import extract_emblem  # noqa: PLC0415 loads lxml

    file_label = path_label(file)
    found = extract_emblem(_bytes_of(file), file_label)
    if found.value is None:
        raise ContentError(found.diagnostics)
    emblem = parse_emblem(found.value, Location(file_label))
    told = (*found, *emblem)
    if emblem.value is None:
        raise ContentError(told)
    return emblem.value, told


def _picture(path: Path, data: bytes, *, force: bool) -> dict[Path, bytes]:
    """Give the picture if it is to be written; another one in its place is kept, unless by force."""
    there = _bytes_of(path) if path.exists() else None
    if there == data:
        return {}
    if there is None or force:
        return {path: data}
    message = _("another picture named {name} is in the project folder already").format(name=path.name)
    hint = _("Use --force to overwrite it.")
    raise ContentError([Diagnostic("E425", message, Location(path_label(path)), hint)])


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise ContentError([unreadable(fault, Location(path_label(path)))]) from fault
