"""สำเนา: copies of what is kept of a paper, never of its content.

What a copy has that the paper has not is told in ``word/copy_marks.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from pathlib import Path, PurePosixPath

from esa_docs import thai
from esa_docs.diagnostics import ContentError
from esa_docs.i18n import gettext as _
from esa_docs.jobs.building.plan import find_document, wanted_key
from esa_docs.jobs.changes.output_places import refuse_output
from esa_docs.jobs.kept.frozen import in_folder_of
from esa_docs.jobs.kept.keeping import not_kept
from esa_docs.jobs.people.named_people import who_acts_today
from esa_docs.jobs.program_documents import another_file
from esa_docs.model.history import History, KeptFile
from esa_docs.model.people import Person
from esa_docs.model.project import Project
from esa_docs.model.record import Record
from esa_docs.source.folders.disk import MOST_BYTES_OF_PDF, is_there
from esa_docs.source.kept.kept_files import files_of, read_kept, read_record
from esa_docs.source.yaml_files.text import read_or_raise


class CopyForm(StrEnum):
    """A form of copy; its value is what stands behind the name of the file."""

    CERTIFIED = "certified"
    """สำเนาถูกต้อง."""
    OF_FILE = "file-copy"
    """สำเนาคู่ฉบับ: the copy that the office keeps."""


def make_copy(
    project: Project, paper: tuple[str, int | None], form: CopyForm, out: Path, by: str | None
) -> dict[Path, bytes]:
    """Return the files of a copy of a paper, by their paths, made of its last kept version.

    A paper of several files, such as a circular of which each recipient has one, gives a certified copy of
    each, in a folder. The office files one of them: the first.

    Args:
        project: whose paper it is.
        paper: its name, and fiscal year of its folder; None for the newest.
        form: which copy.
        out: output folder.
        by: id of the person who certifies it; None for blank lines.

    Raises:
        ContentError: there is no such paper (E407, E408), no version of it is kept (E459), the version is
            damaged (E450), no such person (E601), the person has left (E620), another file is where the
            copy goes (E418), or the output folder belongs to a project (E446).
    """
    refuse_output(out)
    history, record = _kept_paper(project, paper)
    person: Person | None = None
    if by:
        person, _warnings = who_acts_today(project, by)
    files: dict[Path, bytes] = {}
    kept_files = files_of(history.versions[-1])
    if form is CopyForm.OF_FILE:
        kept_files = kept_files[:1]
    for file in kept_files:
        path = _path_of(record, file, form, out)
        # A link in the output folder may lead into a project.
        refuse_output(path.parent)
        data = _with_lines(read_kept(file), form, person)
        _refuse_other_copy(path, data, history, file.name)
        files[path] = data
    return files


def _refuse_other_copy(place: Path, data: bytes, history: History, name: str) -> None:
    """Refuse to write over a file that is no copy of any version, or that somebody edited (E418).

    Args:
        place: where the copy goes.
        data: its bytes.
        history: the kept versions of its paper.
        name: name of the copied file in them.
    """
    from esa_docs.word.core_properties import is_made_here  # noqa: PLC0415 loads what lists do not need

    if not is_there(place):
        return
    present_data = read_or_raise(place, MOST_BYTES_OF_PDF)
    if present_data == data:
        return
    for title in _titles(history, name):
        if is_made_here(present_data, title):
            return
    hint = _("Give that file another name, or put the copy into another folder: --out FOLDER.")
    raise ContentError([another_file(place, hint)])


def _titles(history: History, name: str) -> Iterator[str]:
    """Generate the title that a file has in each version, the newest first: a correction may change it."""
    from esa_docs.word.core_properties import title_of  # noqa: PLC0415 loads what lists do not need

    for version in reversed(history.versions):
        record = version.record or read_record(version.path).value
        for file in files_of(replace(version, record=record)):
            if file.name == name:
                yield title_of(read_kept(file))


def _kept_paper(project: Project, paper: tuple[str, int | None]) -> tuple[History, Record]:
    """Return the history of a paper of which a version is kept, with the record of the last version.

    The content file of the paper may be gone.
    """
    name, year = paper
    key = wanted_key(project, name, year)
    history = project.histories.get(key)
    if history is not None and history.record is not None:
        return history, history.record
    raise not_kept(project, find_document(project, name, year))


def _path_of(record: Record, file: KeptFile, form: CopyForm, out: Path) -> Path:
    """Return where the copy of a file goes: ``x-certified.docx``, or ``x-certified/001.docx``."""
    folder = out / str(record.year)
    name = f"{record.name}-{form}"
    if form is CopyForm.CERTIFIED:
        kept_name = in_folder_of(record, file.name)
        beyond_name = PurePosixPath(kept_name).relative_to(PurePosixPath(record.name).parent).parts[1:]
        name = "/".join([name, *beyond_name])
    return folder / f"{name}.docx"


def _with_lines(data: bytes, form: CopyForm, person: Person | None) -> bytes:
    from esa_docs.word import copy_marks  # noqa: PLC0415 loads what lists do not need

    if form is CopyForm.OF_FILE:
        return copy_marks.with_marks(data, copy_marks.file_copy_marks())
    name = thai.normalise_spaces(person.full_name) if person else ""
    post = person.post if person else ""
    return copy_marks.with_marks(data, copy_marks.certifying_marks(name, post))
