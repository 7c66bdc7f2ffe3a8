"""What becomes of a paper: it is issued, sent, its scan is filed, it is copied."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from esa_docs.api.clock import this_occasion
from esa_docs.jobs.kept.attaching import Attachment, attach_scan
from esa_docs.jobs.kept.copying import CopyForm, make_copy
from esa_docs.jobs.kept.issuing import Issuance, IssueRequest, issue_paper
from esa_docs.jobs.kept.keeping import Occasion
from esa_docs.jobs.kept.sending import send_paper
from esa_docs.kinds import KINDS
from esa_docs.model.project import Project


def issue(
    root: Path,
    name: str,
    number: str | None = None,
    date: dt.date | None = None,
    *,
    year: int | None = None,
    force: bool = False,
    again: bool = False,
    why: str = "",
    anyway: bool = False,
    occasion: Occasion | None = None,
) -> Issuance:
    """Write number and date of a document into its content file, and keep what is then printed.

    Args:
        root: project folder.
        name: name of the document.
        number: its number without the year, in either digit set; None for the one that stands there already,
            and for a kind that bears none.
        date: its date; None for the one that stands there already.
        year: fiscal year of its folder; None for the newest.
        force: replace another number or date that stands there already.
        again: keep a further version of a paper that is kept already.
        why: reason of the further version.
        anyway: issue it although something is missing.
        occasion: when, and by whom; None for now and the user of the machine.

    Raises:
        ContentError: there is no such document (E407, E408), its content has errors, it cannot be issued so
            (E412 to E414, E445, E459, E605, E639, E696, E697), or something kept cannot be read (E110,
            E450).
        MachineError: a file cannot be written (E401, E405).
    """
    request = IssueRequest(name, year, number, date, force, again, why, anyway)
    return issue_paper(root, KINDS, request, occasion or this_occasion())


def send(
    root: Path,
    name: str,
    date: dt.date | None = None,
    *,
    year: int | None = None,
    occasion: Occasion | None = None,
) -> Issuance:
    """Note that a document was sent; see ``jobs.kept.sending.send_paper``. Arguments as for ``issue``."""
    return send_paper(root, KINDS, name, year, date, occasion or this_occasion())


def attach(
    root: Path,
    name: str,
    file: Path,
    note: str = "",
    *,
    year: int | None = None,
    occasion: Occasion | None = None,
) -> Attachment:
    """File the signed scan of a document; see ``jobs.kept.attaching.attach_scan``."""
    return attach_scan(root, KINDS, (name, year), file, note, occasion or this_occasion())


def copy(
    project: Project,
    name: str,
    form: CopyForm,
    *,
    year: int | None = None,
    out: str | Path = "build",
    by: str | None = None,
) -> dict[Path, bytes]:
    """Return the files of a copy of what is kept of a paper, by path; see ``jobs.kept.copying.make_copy``.

    Args:
        project: whose paper it is.
        name: name of the paper.
        form: which copy: certified, or that of the file.
        year: fiscal year of its folder; None for the newest.
        out: output folder.
        by: id of the person who certifies it; None for blank lines.
    """
    return make_copy(project, (name, year), form, Path(out), by)
