"""Files of an output folder whose documents are gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.jobs.manifest import read_manifest
from esa_docs.source.files import path_label


def find_stale(out: Path, keys: Iterable[str]) -> Iterator[Diagnostic]:
    """Name the files of documents that no longer exist.

    Args:
        out: output folder.
        keys: ``year/name`` of every document of the project.
    """
    known = {f"{key}{ending}" for key in keys for ending in (".docx", ".pdf")}
    for key in sorted(read_manifest(out).made):
        path = out / key
        if key not in known and path.exists():
            message = _("the document this file was made from is no longer there")
            hint = _("Delete the file if it is not needed any more.")
            yield Diagnostic("E406", message, Location(path_label(path)), hint, Severity.INFO)
