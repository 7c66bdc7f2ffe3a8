"""Stale files: those of an output folder whose documents no longer exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.jobs.manifest import read_manifest
from esa_docs.source.files import path_label


def find_stale(out: Path, keys: Iterable[str]) -> Iterator[Diagnostic]:
    """Generate a diagnostic (E406) for each file whose document no longer exists.

    Args:
        out: output folder.
        keys: ``year/name`` of every document of the project.
    """
    file_keys: set[str] = set()
    for key in keys:
        file_keys.add(f"{key}.docx")
        file_keys.add(f"{key}.pdf")
    for file_key in sorted(read_manifest(out).records):
        path = out / file_key
        if file_key not in file_keys and path.exists():
            message = _("the document this file was made from is no longer there")
            hint = _("Delete the file if it is not needed any more.")
            yield Diagnostic("E406", message, Location(path_label(path)), hint, Severity.INFO)
