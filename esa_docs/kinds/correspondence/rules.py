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
    """Find what memos and letters may both have wrong."""
    known = [group.id for group in office.groups]
    if content.owner is not None and content.owner not in known:
        message = _("an id of the groups in office.yaml is expected, found '{group}'")
        yield Problem(
            ("owner",), "E642", message.format(group=content.owner), nearest_hint(content.owner, known)
        )


def nothing_said() -> Problem:
    """Tell that no paragraph is there (E645)."""
    message = _("paragraphs are expected: the document says nothing yet")
    return Problem((), "E645", message, _("Add 'text:' with at least one paragraph."))
