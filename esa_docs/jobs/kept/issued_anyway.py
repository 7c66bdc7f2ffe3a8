"""Papers that were issued although something was missing in them, and still is.

E447 (info) such a paper: it is printed without the mark ร่าง.
"""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.diagnostics import Diagnostic, Severity
from esa_docs.i18n import gettext as _
from esa_docs.model.base import Content
from esa_docs.model.document import Document


def tell_issued_anyway(document: Document[Content]) -> Iterator[Diagnostic]:
    """Generate an information of each thing that is still missing in a paper that was issued anyway (E447).

    Args:
        document: the paper.
    """
    if not document.is_issued_anyway:
        return
    for missing in document.missing:
        message = _("the paper was issued anyway and is no draft any more: {reason}")
        text = message.format(reason=missing.message)
        hint = _('Complete it, then: esa-docs issue {name} --again --why "…".').format(name=document.name)
        yield Diagnostic("E447", text, missing.place, hint, Severity.INFO, field=missing.field)
