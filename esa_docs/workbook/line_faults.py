"""E685: what is said of a line in a cell that cannot be read."""

from __future__ import annotations

from esa_docs.diagnostics import Diagnostic, Location
from esa_docs.i18n import gettext as _
from esa_docs.model.cell_lines import BlockLineError, HiddenValuesError, LineError, RepeatedBlockError


def unreadable_line(line_error: LineError, place: Location) -> Diagnostic:
    """Return that a line of a cell cannot be read (E685)."""
    if isinstance(line_error, BlockLineError):
        return _unknown_block(line_error, place)
    if isinstance(line_error, RepeatedBlockError):
        return _repeated_block(line_error, place)
    if isinstance(line_error, HiddenValuesError):
        return _hidden_values(line_error, place)
    message = _("'{shape}' is expected on each line, found '{line}'")
    hint = _("Begin a line with Alt+Enter; a bar inside a text is written \\|.")
    text = message.format(shape=line_error.shape, line=line_error.line)
    return Diagnostic("E685", text, place, hint)


def _unknown_block(line_error: BlockLineError, place: Location) -> Diagnostic:
    message = _("a table or list of this text stands as one line in the cell; none stands as '{line}'")
    hint = _("Delete the line. A table is added in the content file.")
    if line_error.lines:
        hint = _(
            "Put the line back as it was, or delete it; here stand: {lines}. "
            "The table itself is changed in the content file."
        )
    cure = hint.format(lines=", ".join(line_error.lines))
    return Diagnostic("E685", message.format(line=line_error.line), place, cure)


def _repeated_block(line_error: RepeatedBlockError, place: Location) -> Diagnostic:
    message = _("the line '{line}' stands twice in the cell, and texts refer to its table, picture or chart")
    hint = _("Delete one of the two lines. A copy of the table is added in the content file.")
    return Diagnostic("E685", message.format(line=line_error.line), place, hint)


def _hidden_values(line_error: HiddenValuesError, place: Location) -> Diagnostic:
    message = _("the item '{line}' has a table or more in the content file, and no line shows where it goes")
    hint = _("Put this line back and change it after a new export, or change it in the content file.")
    return Diagnostic("E685", message.format(line=line_error.line), place, hint)
