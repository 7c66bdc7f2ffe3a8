"""Taking the emblem out of a Word file into a project: which files are to be written, and where."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import ContentError, Diagnostic, Location, MachineError
from esa_docs.i18n import gettext as _
from esa_docs.jobs.changes.project_changes import FileChange
from esa_docs.model.document import Emblem
from esa_docs.source.assets.emblem import named_emblem, parse_emblem, with_emblem_named
from esa_docs.source.folders.disk import is_there
from esa_docs.source.folders.files import OFFICE_FILE, is_project, path_label
from esa_docs.source.folders.no_project import no_project
from esa_docs.source.yaml_files.text import read_or_raise

_FILE_NAMES: Final = {"image/png": "emblem.png", "image/jpeg": "emblem.jpg"}


@dataclass(frozen=True, slots=True)
class EmblemPlan:
    """The changes of a project when the emblem of a Word file is taken into it.

    Attributes:
        name: file name of the picture in the project folder, as office.yaml is to name it.
        changes: the changes of files, in this order; empty where nothing is to be changed.
        is_named: whether office.yaml names the picture once the changes are made.
        diagnostics: findings about the picture.
    """

    name: str
    changes: tuple[FileChange, ...]
    is_named: bool
    diagnostics: tuple[Diagnostic, ...]


def plan_taking(file: Path, root: Path, *, force: bool) -> EmblemPlan:
    """Find the emblem in a Word file, and return what taking it changes in a project.

    The line that names the picture goes to the end of office.yaml, unless that file names a picture or has
    errors.

    Args:
        file: an official Word file.
        root: the project folder.
        force: overwrite another picture of the same name.

    Raises:
        ContentError: a file cannot be read (E110), it has no emblem that can be used (E423, E426 to E428), or
            another picture is in the place (E425).
        MachineError: the folder is no project (E902).
    """
    if not is_project(root):
        raise MachineError([no_project(root)])
    emblem, diagnostics = _find_emblem(file)
    name = _FILE_NAMES[emblem.media_type]
    picture = root / name
    changes: list[FileChange] = []
    present_picture = read_or_raise(picture) if picture.exists() else None
    if present_picture != emblem.data:
        if not force:
            _refuse_other_picture(picture)
        changes.append(FileChange(picture, present_picture, emblem.data))
    office = read_or_raise(root / OFFICE_FILE)
    office_with_emblem = with_emblem_named(office, name)
    if office_with_emblem is None:
        return EmblemPlan(name, tuple(changes), named_emblem(office) == name, diagnostics)
    changes.append(FileChange(root / OFFICE_FILE, office, office_with_emblem))
    return EmblemPlan(name, tuple(changes), is_named=True, diagnostics=diagnostics)


def _find_emblem(file: Path) -> tuple[Emblem, tuple[Diagnostic, ...]]:
    from esa_docs.word.emblem_extraction import extract_emblem  # noqa: PLC0415 loads lxml

    file_label = path_label(file)
    picture = extract_emblem(read_or_raise(file), file_label)
    if picture.value is None:
        raise ContentError(picture.diagnostics)
    emblem = parse_emblem(picture.value, Location(file_label))
    diagnostics = (*picture, *emblem)
    if emblem.value is None:
        raise ContentError(diagnostics)
    return emblem.value, diagnostics


def _refuse_other_picture(path: Path) -> None:
    """Refuse to write a picture where there is one.

    Raises:
        ContentError: a picture is in the place (E425).
    """
    if not is_there(path):
        return
    message = _("another picture named {name} is in the project folder already").format(name=path.name)
    hint = _("Use --force to overwrite it.")
    raise ContentError([Diagnostic("E425", message, Location(path_label(path)), hint)])
