"""An output folder before a build: what its own notes are worth, and where links in it lead.

E467 the manifest is broken and is made anew · E469 documents go out of the output folder, by a link.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.jobs.building.manifest import manifest_path, read_manifest
from esa_docs.jobs.building.plan import Job
from esa_docs.jobs.changes.output_places import refuse_output
from esa_docs.source.folders.files import is_inside, path_label


def check_output(jobs: Iterable[Job], out: Path) -> tuple[Diagnostic, ...]:
    """Return what is to be told of an output folder before anything is written there.

    Args:
        jobs: what is to be made.
        out: output folder.

    Raises:
        ContentError: a link in it leads into a project (E446).
        MachineError: its manifest cannot be read, or a newer program wrote it (E467).
    """
    folders = sorted({job.output.parent for job in jobs})
    for folder in folders:
        refuse_output(folder)
    return (*_check_manifest(out), *_check_links(folders, out))


def _check_manifest(out: Path) -> Iterator[Diagnostic]:
    """Generate a diagnostic of a manifest that lost records (E467)."""
    if not read_manifest(out).is_whole:
        message = _("the list of the files that builds made is damaged and is made anew")
        hint = _(
            "Files that a build makes just so are known again. Beside each other file lies a new one: "
            "look at both. --force overwrites all."
        )
        place = Location(path_label(manifest_path(out)))
        yield Diagnostic("E467", message, place, hint, Severity.WARNING)


def _check_links(folders: Iterable[Path], out: Path) -> Iterator[Diagnostic]:
    """Generate a diagnostic of each folder that leads out of the output folder (E469)."""
    for folder in folders:
        if not is_inside(folder, out):
            message = _("a link leads out of the output folder: documents are written to {place}")
            text = message.format(place=Path(os.path.realpath(folder)).as_posix())
            hint = _("If that is not meant, delete the link and build again.")
            yield Diagnostic("E469", text, Location(path_label(folder)), hint, Severity.INFO)
