"""Memos and letters come from a unit of the office and say something.

E642 the unit is not in office.yaml · E645 nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.kinds.correspondence.content import Correspondence
from esa_docs.model.office import Office
from esa_docs.model.problem import Problem


def check_correspondence(content: Correspondence, office: Office) -> Iterator[Problem]:
    """Generate the problems that memos and letters have in common."""
    owner = content.owner
    group_ids = [group.id for group in office.groups]
    if owner is not None and owner not in group_ids:
        message = _("an id of the groups in office.yaml is expected, found '{group}'")
        text = message.format(group=owner)
        yield Problem(("owner",), "E642", text, nearest_hint(owner, group_ids))


def missing_text() -> Problem:
    """Return the problem of a memo or letter without a paragraph (E645)."""
    message = _("paragraphs are expected: the document says nothing yet")
    return Problem((), "E645", message, _("Add 'text:' with at least one paragraph."))
