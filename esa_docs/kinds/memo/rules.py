"""A memo has one form and somebody it is for.

E645 nothing is said · E646 a memo in both forms at once · E658 a memo for nobody.
"""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.i18n import gettext as _
from esa_docs.kinds.correspondence.rules import missing_text
from esa_docs.kinds.memo.content import Memo
from esa_docs.model.office import Office
from esa_docs.model.problem import Problem
from esa_docs.rules.captions import check_borrowed_captions


def check_memo(memo: Memo, office: Office) -> Iterator[Problem]:
    """Generate the problems of memos that letters do not have."""
    if memo.text and memo.is_long:
        message = _(
            "a memo in the short form ('text') or in the long form (with headings) is expected, not both"
        )
        hint = _("Move the paragraphs under a heading, or delete the headings.")
        yield Problem(("text",), "E646", message, hint)
    has_text = bool(memo.text) or memo.is_long
    is_about_document = memo.proposes is not None or memo.invites is not None
    if not has_text and not is_about_document:
        yield missing_text()
    own_paragraphs = memo.background if memo.is_long else memo.text
    if memo.proposes is not None and not own_paragraphs:
        # The causes of the order stand in the memo then.
        yield from check_borrowed_captions(memo.proposes.content.cause, ("proposes",))
    if memo.to is None and office.director is None:
        message = _("it is not said whom the memo is for, and office.yaml names no director")
        yield Problem((), "E658", message, _("Add 'to:', or 'director:' in office.yaml."))
