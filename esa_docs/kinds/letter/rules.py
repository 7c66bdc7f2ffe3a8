"""A letter begins and ends as a pair, and goes to each recipient once.

E120 a field in an annex that stands once for all letters of a file · E222 (info) annexes of several letters
in a file · E234 rows of recipients in such an annex · E440 two files of recipients with one name, or a key
that cannot be a name · E645 nothing is said · E647 a คำขึ้นต้น whose คำลงท้าย is not known · E657 (warning) a
recipient stands twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from esa_docs.diagnostics import Severity
from esa_docs.i18n import gettext as _
from esa_docs.kinds.correspondence.rules import missing_text
from esa_docs.kinds.letter.content import Letter
from esa_docs.kinds.letter.copies import file_key, key_field
from esa_docs.kinds.letter.salutations import respects_for
from esa_docs.model.file_names import is_file_name, same_name_key
from esa_docs.model.filled_copies import tables_in
from esa_docs.model.office import Office
from esa_docs.model.problem import Problem, unprinted
from esa_docs.rules.recipient_fields import placed_fields

_ANNEXES: Final = ("annexes",)


def check_letter(letter: Letter, office: Office) -> Iterator[Problem]:
    """Generate the problems of letters that memos do not have."""
    if not letter.text and not letter.invites:
        yield missing_text()
    yield from _check_respects(letter, office)
    yield from _repeated_recipients(letter)
    yield from _annexes_of_several(letter)
    if letter.recipients and not letter.separate_files:
        yield from _fields_of_shared_annexes(letter)
        yield from _rows_of_shared_annexes(letter)
    if letter.separate_files:
        yield from _check_keys(letter)


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


def _annexes_of_several(letter: Letter) -> Iterator[Problem]:
    """Generate an information that several letters in one file have their annexes once."""
    if letter.annexes and not letter.separate_files and len(letter.addressees) > 1:
        message = _("the annexes stand once, behind the last letter of the file")
        hint = _("If each letter is to have them, write 'separate_files: true': each is then a file.")
        yield unprinted(("annexes",), message, hint, Severity.INFO)


def _fields_of_shared_annexes(letter: Letter) -> Iterator[Problem]:
    """Generate the fields in annexes that stand once in the file: they say the same to all."""
    for path, column, spot in placed_fields(letter.annexes, _ANNEXES):
        message = _("'{mark}' stands in an annex, which stands once for all letters of the file")
        hint = _(
            "Write 'separate_files: true': each letter is then a file with annexes of its own."
            " Or move it into a paragraph of 'text'."
        )
        yield Problem(path, "E120", message.format(mark=f"{{field:{column}}}"), hint, spot=spot)


def _rows_of_shared_annexes(letter: Letter) -> Iterator[Problem]:
    """Generate the tables in such annexes whose rows belong to recipients: each would get the rows of all."""
    for path, _table in tables_in(letter.annexes, _ANNEXES):
        message = _("rows of recipients stand in an annex, which stands once for all letters of the file")
        hint = _(
            "Write 'separate_files: true': each letter is then a file with annexes of its own."
            " Or delete 'rows_of', and all recipients see all rows."
        )
        yield Problem((*path, "rows_of"), "E234", message, hint)


def _check_keys(letter: Letter) -> Iterator[Problem]:
    """Generate the recipients whose file has no name of its own."""
    recipients_by_name: dict[str, str] = {}
    for number, recipient in enumerate(letter.recipients):
        path = ("recipients", number, key_field(recipient))
        name = file_key(recipient)
        key = same_name_key(name)
        if not is_file_name(name):
            message = _("the key '{key}' cannot be a file name on every system").format(key=name)
            hint = _("Write a shorter key of letters and digits, such as the code of the school.")
            yield Problem(path, "E440", message, hint)
        elif key in recipients_by_name:
            message = _("'{name}' would be the name of this recipient's file and of that of '{other}'")
            message = message.format(name=name, other=recipients_by_name[key])
            hint = _("Give each recipient a key of its own: 'key:', in a table the column รหัส.")
            yield Problem(path, "E440", message, hint)
        else:
            recipients_by_name[key] = recipient.to
