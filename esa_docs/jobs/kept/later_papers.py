"""What becomes of a paper that has left the office: a later paper changes it."""

from __future__ import annotations

from esa_docs.i18n import gettext as _
from esa_docs.model.base import Content
from esa_docs.model.document import Document
from esa_docs.model.kind import Kinds


def later_paper_hint(kinds: Kinds, document: Document[Content]) -> str:
    """Return, in words, which later paper changes one that was sent."""
    if kinds.of(document).amendments is not None:
        return _("The proper way is a later order that amends it (แก้ไขเพิ่มเติม) or cancels it (ยกเลิก).")
    return _("The proper way is a new paper that refers to this one.")
