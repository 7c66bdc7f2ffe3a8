"""Memos and letters come from a unit of the office, say something, and begin and end as a pair.

E642 the unit is not in office.yaml · E645 nothing is said · E646 a memo in both forms at once ·
E647 a คำขึ้นต้น whose คำลงท้าย is not known · E657 (warning) a recipient stands twice · E658 a memo for nobody.
"""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.diagnostics import Severity
from esa_docs.hints import nearest_hint
from esa_docs.i18n import gettext as _
from esa_docs.model.correspondence import Correspondence
from esa_docs.model.letter import Letter
from esa_docs.model.memo import Memo
from esa_docs.model.office import Office
from esa_docs.model.salutations import respects_for
from esa_docs.rules.finding import Finding


def check_correspondence(content: Correspondence, office: Office) -> Iterator[Finding]:
    """Find what memos and letters may both have wrong."""
    known = [group.id for group in office.groups]
    if content.owner is not None and content.owner not in known:
        message = _("an id of the groups in office.yaml is expected, found '{group}'")
        yield Finding(
            ("owner",), "E642", message.format(group=content.owner), nearest_hint(content.owner, known)
        )


def check_memo(memo: Memo, office: Office) -> Iterator[Finding]:
    """Find what is wrong with a memo alone."""
    if memo.text and memo.is_long:
        message = _(
            "a memo in the short form ('text') or in the long form (with headings) is expected, not both"
        )
        yield Finding(
            ("text",), "E646", message, _("Move the paragraphs under a heading, or delete the headings.")
        )
    if not (memo.text or memo.is_long or memo.proposes or memo.invites):
        yield _nothing_said()
    if memo.to is None and office.director is None:
        message = _("it is not said whom the memo is for, and office.yaml names no director")
        yield Finding((), "E658", message, _("Add 'to:', or 'director:' in office.yaml."))


def check_letter(letter: Letter, office: Office) -> Iterator[Finding]:
    """Find what is wrong with a letter alone."""
    if not (letter.text or letter.invites):
        yield _nothing_said()
    if letter.salutation and not letter.respects and not respects_for(letter.salutation, office):
        message = _("no คำลงท้าย is known for the คำขึ้นต้น '{salutation}'")
        hint = _("Add 'respects:' with the words of ภาคผนวก 2 of the regulation.")
        yield Finding(("salutation",), "E647", message.format(salutation=letter.salutation), hint)
    yield from _twice(letter)


def _twice(letter: Letter) -> Iterator[Finding]:
    seen: set[str] = set()
    for number, one in enumerate(letter.recipients):
        if one.to in seen:
            message = _("'{recipient}' is already among the recipients").format(recipient=one.to)
            hint = _("Delete one of the two, unless both are to have a letter.")
            yield Finding(("recipients", number, "to"), "E657", message, hint, Severity.WARNING)
        seen.add(one.to)


def _nothing_said() -> Finding:
    message = _("paragraphs are expected: the document says nothing yet")
    return Finding((), "E645", message, _("Add 'text:' with at least one paragraph."))
