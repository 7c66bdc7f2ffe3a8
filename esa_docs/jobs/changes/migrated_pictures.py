"""Pictures among the evidence of a report: from version 2 on they are printed below the results."""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.diagnostics import Diagnostic, Severity
from esa_docs.i18n import gettext as _
from esa_docs.jobs.changes.migration_steps import Look
from esa_docs.source.assets.pictures import look_at_pictures
from esa_docs.source.folders.named_paths import ProjectFiles


def find_evidence_pictures(look: Look) -> Iterator[Diagnostic]:
    """Generate the reports that print pictures among their evidence, each at the first of them."""
    files = ProjectFiles(look.project.root)
    for written in look.documents:
        document = written.document
        kind = look.project.kinds.of(document)
        if kind.evidence is None:
            continue
        pictures = look_at_pictures(document.content, kind, written.tree, files, {}).files
        if pictures:
            first_picture = next(iter(pictures.values()))
            message = _("{count} pictures of the evidence are printed below the results that they show")
            hint = _("Nothing need be done; 'evidence_pictures: 0' in the report prints none.")
            text = message.format(count=len(pictures))
            yield Diagnostic(
                "E221", text, first_picture.place, hint, Severity.INFO, field=first_picture.field
            )
