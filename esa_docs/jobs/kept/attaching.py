"""Filing the scan of a signed paper beside its kept versions.

E453 the file is no PDF, or opens with a password only · E454 it is the scan of another paper.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from esa_docs import thai
from esa_docs.diagnostics import ContentError, Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.jobs.building.fingerprint import hash_bytes
from esa_docs.jobs.changes.project_changes import FileChange, hold_project, write_changes
from esa_docs.jobs.kept.keeping import Occasion
from esa_docs.jobs.kept.keeping_log import log_change
from esa_docs.jobs.kept.kept_papers import KeptPaper, find_kept
from esa_docs.jobs.kept.scan_numbers import refuse_number_in_name, refuse_number_in_text
from esa_docs.model.history import History, Scan
from esa_docs.model.kind import Kind, Kinds
from esa_docs.model.project import Project
from esa_docs.model.record import Record
from esa_docs.source.folders.disk import MOST_BYTES_OF_PDF
from esa_docs.source.folders.files import path_label
from esa_docs.source.kept.kept_files import refuse_damaged
from esa_docs.source.kept.kept_history import version_folder
from esa_docs.source.kept.kept_marks import scan_bytes
from esa_docs.source.loading.project import load_project
from esa_docs.source.yaml_files.text import read_or_raise

_NUMBER_LINE: Final = re.compile(
    r"^\s*ที่\s*((?:[ก-ฮ]{2}\s*[0-9.]+\s*/\s*)?(?:ว\s*)?[0-9]+(?:\s*/\s*[0-9]+)*)", re.MULTILINE
)
"""The line of a paper that says its number, after its digits were made arabic."""
_SLASH: Final = "/"


@dataclass(frozen=True, slots=True)
class Attachment:
    """The result of filing a scan.

    Attributes:
        path: where the scan lies in the project.
        is_written: whether it was filed now; it is not where the same file lies there already with this note.
    """

    path: Path
    is_written: bool


def attach_scan(
    root: Path, kinds: Kinds, paper: tuple[str, int | None], file: Path, note: str, occasion: Occasion
) -> Attachment:
    """File the scan of a signed paper beside its kept versions. Its content file may be gone.

    Args:
        root: project folder.
        kinds: the kinds of documents.
        paper: name of the paper, and fiscal year of its folder; None for the newest.
        file: the scan, a PDF.
        note: what somebody noted, such as corrections by pen; empty for nothing.
        occasion: when, and by whom.

    Raises:
        ContentError: as `find_kept`; or the file cannot be read (E110), is no PDF or needs a password (E453),
            or is the scan of another paper (E454); or what is kept of the paper is damaged (E450).
        MachineError: a file cannot be written (E401, E405).
    """
    name, year = paper
    # A slow disk must not keep others from the project.
    data = _read_pdf(file)
    sha256 = hash_bytes(data)
    with hold_project(root, occasion.at.date()):
        project = load_project(root, kinds, today=occasion.at.date())
        paper_kept = find_kept(project, name, year)
        history = paper_kept.history
        refuse_damaged(history)
        filed_scan = _filed_scan(history, sha256, note)
        if filed_scan is not None:
            return Attachment(filed_scan.path, is_written=False)
        _refuse_scan_of_another(project, paper_kept, file, sha256)
        kind = kinds.by_name[paper_kept.record.kind]
        refuse_number_in_name(file, kind, paper_kept.record)
        _refuse_other_number(file, data, paper_kept.record, kind)
        number = 1 + max((scan.number for scan in history.scans), default=0)
        path = version_folder(root, paper_kept.key) / f"scan-{number}.pdf"
        version = paper_kept.last.number
        scan = Scan(number, path, sha256, note, occasion.stamp, occasion.by, version, file.name)
        changes = [
            FileChange(path, None, data),
            FileChange(path.with_suffix(".json"), None, scan_bytes(scan)),
        ]
        changes.append(log_change(root, paper_kept.key, changes, occasion.stamp))
        write_changes(root, changes)
        return Attachment(path, is_written=True)


def _filed_scan(history: History, sha256: str, note: str) -> Scan | None:
    """Return the scan that a file is filed as already; None where it is to be filed.

    With a note that no scan of the file has it is filed once more, beside the note that is there.

    Args:
        history: what is kept of the paper.
        sha256: SHA-256 of the file.
        note: what somebody noted; empty for nothing.
    """
    for scan in history.scans:
        if scan.sha256 == sha256 and note in {"", scan.note}:
            return scan
    return None


def _read_pdf(file: Path) -> bytes:
    from esa_docs.pages.pdf_reading import NotAPdfError, check_pdf, is_locked  # noqa: PLC0415 loads pypdf

    data = read_or_raise(file, MOST_BYTES_OF_PDF)
    try:
        check_pdf(data)
    except NotAPdfError as fault:
        message = _("'{name}' is no PDF that can be read").format(name=file.name)
        hint = _("Scan the signed paper as PDF, and see that a PDF reader shows it.")
        raise ContentError([Diagnostic("E453", message, Location(path_label(file)), hint)]) from fault
    if is_locked(data):
        message = _("'{name}' is locked with a password: in later years nobody may be able to open it")
        hint = _("Save a copy without a password in the PDF reader, and attach that.")
        place = Location(path_label(file))
        raise ContentError([Diagnostic("E453", message.format(name=file.name), place, hint)])
    return data


def _refuse_scan_of_another(project: Project, paper: KeptPaper, file: Path, sha256: str) -> None:
    """Refuse a file that is filed as the scan of another paper already (E454)."""
    for key, history in project.histories.items():
        hashes = {scan.sha256 for scan in history.scans}
        if key != paper.key and sha256 in hashes:
            message = _("'{name}' is filed already as the scan of {other}").format(name=file.name, other=key)
            hint = _("Attach the scan of '{name}'.").format(name=paper.name)
            raise ContentError([Diagnostic("E454", message, Location(path_label(file)), hint)])


def _refuse_other_number(file: Path, data: bytes, record: Record, kind: Kind[Any]) -> None:
    """Refuse a PDF whose text says the number of another paper (E454). A picture says nothing."""
    from esa_docs.pages.pdf_reading import NotAPdfError, text_of  # noqa: PLC0415 loads pypdf

    number = next(iter(_numbers_in(record.text)), "")
    try:
        first_page = "\n".join(text_of(data)[:1])
    except NotAPdfError:
        # A PDF that is locked shows its pages and hides its text.
        return
    numbers_of_scan = _numbers_in(first_page)
    if not numbers_of_scan:
        refuse_number_in_text(first_page, file, kind, record)
    if not number or not numbers_of_scan or number in numbers_of_scan:
        return
    message = _("the file says number {other}, and the paper '{name}' has number {number}")
    text = message.format(other=numbers_of_scan[0], name=record.name, number=number)
    hint = _("Attach the scan of this paper; if it is, make the scan anew as a picture.")
    raise ContentError([Diagnostic("E454", text, Location(path_label(file)), hint)])


def _numbers_in(text: str) -> list[str]:
    """Return the numbers of the lines of a text that say the number of a paper, without spaces."""
    arabic_text = thai.to_arabic_digits(text).replace("\u00a0", " ")
    numbers: list[str] = []
    for match in _NUMBER_LINE.finditer(arabic_text):
        number = "".join(match[1].split())
        # Without a slash it is the beginning of another text, such as that of a list.
        if _SLASH in number:
            numbers.append(number)
    return numbers
