"""Evidence of a report that is seen from version 2 on: its pictures, and QR codes of its links."""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.diagnostics import Diagnostic, Severity
from esa_docs.i18n import gettext as _
from esa_docs.jobs.changes.migration_steps import Look
from esa_docs.model.people import KeyPath
from esa_docs.model.qr_codes import is_whole_address
from esa_docs.source.assets.pictures import look_at_pictures
from esa_docs.source.binding.binding import locate
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


def find_evidence_links(look: Look) -> Iterator[Diagnostic]:
    """Generate the reports that print QR codes of links of their evidence, each at the first of these."""
    for written in look.documents:
        content = written.document.content
        evidence_use = look.project.kinds.of(written.document).evidence
        if evidence_use is None or not evidence_use.has_codes(content):
            continue
        paths: dict[str, KeyPath] = {}
        for path, evidence in evidence_use.pieces(content):
            if is_whole_address(evidence.link or ""):
                paths.setdefault(evidence.link or "", path)
        if paths:
            place, field = locate(written.tree, (*next(iter(paths.values())), "link"))
            message = _(
                "{count} links of the evidence are printed as QR codes below the results that they show"
            )
            hint = _("Nothing need be done; 'qr_codes: false' in the report prints none.")
            text = message.format(count=len(paths))
            yield Diagnostic("E221", text, place, hint, Severity.INFO, field=field)
