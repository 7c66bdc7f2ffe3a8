"""PDFs that cannot be bound behind a paper: told by ``check``, and by the build that binds.

E690 (warning) a PDF that cannot be read · E691 (warning) a PDF that is locked.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from esa_docs.diagnostics import Diagnostic, Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.document import AnnexFile
from esa_docs.model.project import Project
from esa_docs.source.folders.disk import open_file


def check_bound_pdfs(project: Project) -> Iterator[Diagnostic]:
    """Generate the PDFs that a build with PDFs could not bind behind the papers of a project.

    Each is looked at once: whether it is locked, and whether its pages can be counted. The build, which reads
    all of it, may find more.

    Args:
        project: the project.
    """
    faults: dict[Path, str] = {}
    for document in project.documents:
        for file in document.annex:
            if file.path not in faults:
                faults[file.path] = _fault_of(file.path)
            if faults[file.path]:
                yield tell_pdf(file, faults[file.path])


def _fault_of(path: Path) -> str:
    """Return the code of what is wrong with a PDF; empty where nothing is seen."""
    from esa_docs.pages.pdf_look import look_at_pdf  # noqa: PLC0415 few projects have such PDFs
    from esa_docs.pages.pdf_reading import NotAPdfError  # noqa: PLC0415 as above

    try:
        with open_file(path) as opened:
            return "E691" if look_at_pdf(opened) else ""
    except (OSError, NotAPdfError):
        return "E690"


def tell_pdf(file: AnnexFile, code: str) -> Diagnostic:
    """Return the warning that a PDF is not bound behind its paper.

    Args:
        file: which PDF it is.
        code: E690 where it cannot be read, E691 where it is locked.
    """
    if code == "E691":
        message = _("'{file}' is a locked PDF and was not bound behind the paper")
        hint = _("Save a copy without a password or restrictions, and name the copy.")
    else:
        message = _("'{file}' cannot be read as PDF and was not bound behind the paper")
        hint = _("Open it in a PDF reader; if it cannot be shown there, make it anew.")
    text = message.format(file=file.path.name)
    return Diagnostic(code, text, file.place, hint, Severity.WARNING, file.field)
