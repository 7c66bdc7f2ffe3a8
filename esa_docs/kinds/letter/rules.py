"""A letter begins and ends as a pair, and goes to each recipient once.

E645 nothing is said · E647 a คำขึ้นต้น whose คำลงท้าย is not known · E657 (warning) a recipient stands twice.
"""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.diagnostics import Severity
from esa_docs.i18n import gettext as _
from esa_docs.kinds.correspondence.rules import missing_text
from esa_docs.kinds.letter.content import Letter
from esa_docs.kinds.letter.salutations import respects_for
from esa_docs.model.office import Office
from esa_docs.model.problem import Problem


def check_letter(letter: Letter, office: Office) -> Iterator[Problem]:
    """Generate the problems of letters that memos do not have."""
    if not letter.text and not letter.invites:
        yield missing_text()
    yield from _check_respects(letter, office)
    yield from _repeated_recipients(letter)


def _check_respects(letter: Letter, office: Office) -> Iterator[Problem]:
    salutation = letter.salutation
    if not salutation or letter.respects:
        return
    if not respects_for(salutation, office):
        message = _("no คำลงท้าย is known for the คำขึ้นต้น '{salutation}'").format(salutation=salutation)
        hint = _("Add 'respects:' with the words of ภาคผนวก 2 of the regulation.")
        yield Problem(("salutation",), "E647", message, hint)


def _repeated_recipients(letter: Letter) -> Iterator[Problem]:
    seen_names: set[str] = set()
    for number, recipient in enumerate(letter.recipients):
        if recipient.to in seen_names:
            message = _("'{recipient}' is already among the recipients").format(recipient=recipient.to)
            hint = _("Delete one of the two, unless both are to have a letter.")
            yield Problem(("recipients", number, "to"), "E657", message, hint, Severity.WARNING)
        seen_names.add(recipient.to)
