"""A letter begins and ends as a pair, and goes to each recipient once.

E645 nothing is said · E647 a คำขึ้นต้น whose คำลงท้าย is not known · E657 (warning) a recipient stands twice.
"""

from __future__ import annotations

from collections.abc import Iterator

from esa_docs.diagnostics import Severity
from esa_docs.i18n import gettext as _
from esa_docs.kinds.correspondence.rules import nothing_said
from esa_docs.kinds.letter.content import Letter
from esa_docs.kinds.letter.salutations import respects_for
from esa_docs.model.office import Office
from esa_docs.model.problem import Problem


def check_letter(letter: Letter, office: Office) -> Iterator[Problem]:
    """Find what is wrong with a letter alone."""
    if not (letter.text or letter.invites):
        yield nothing_said()
    if letter.salutation and not letter.respects and not respects_for(letter.salutation, office):
        message = _("no คำลงท้าย is known for the คำขึ้นต้น '{salutation}'")
        hint = _("Add 'respects:' with the words of ภาคผนวก 2 of the regulation.")
        yield Problem(("salutation",), "E647", message.format(salutation=letter.salutation), hint)
    yield from _twice(letter)


def _twice(letter: Letter) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, one in enumerate(letter.recipients):
        if one.to in seen:
            message = _("'{recipient}' is already among the recipients").format(recipient=one.to)
            hint = _("Delete one of the two, unless both are to have a letter.")
            yield Problem(("recipients", number, "to"), "E657", message, hint, Severity.WARNING)
        seen.add(one.to)
