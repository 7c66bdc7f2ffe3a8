"""What a system refuses in the midst of a command: told as a fault of the machine, with what to do.

E474 the system refuses something, such as to write to a full disk or to standard output · E475 the memory is
full · E476 something is nested too deeply · E477 the folder in which the command was started is gone.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Diagnostic, Location, MachineError
from esa_docs.i18n import gettext as _
from esa_docs.system_words import cure_in_words, reason_in_words

_PROGRAM: Final = "esa-docs"
"""How diagnostics name the place of a fault that has no file."""


def check_working_folder() -> None:
    """Refuse to work in a folder that somebody has deleted: no path could be found from it.

    Raises:
        MachineError: it is gone (E477).
    """
    try:
        Path.cwd()
    except OSError as fault:
        message = _("the folder in which the command was started is gone, or may not be read")
        hint = _("Go to another folder with cd, and try again.")
        raise MachineError([Diagnostic("E477", message, Location("."), hint)]) from fault


def refused_by_machine(fault: Exception) -> Diagnostic | None:
    """Return the diagnostic of a fault that the machine or its user causes; None for one of the program.

    Args:
        fault: what nobody has turned into a diagnostic.
    """
    match fault:
        case OSError():
            return _refused_by_system(fault)
        case MemoryError():
            message = _("the memory of this machine is full")
            hint = _("Close other programs, and make fewer documents at a time, such as with -j 1.")
            return Diagnostic("E475", message, Location(_PROGRAM), hint)
        case RecursionError():
            message = _("something is nested too deeply to be read")
            hint = _("Look at the file that was changed last: brackets in brackets, or lists in lists.")
            return Diagnostic("E476", message, Location(_PROGRAM), hint)
    return None


def _refused_by_system(fault: OSError) -> Diagnostic:
    message = _("the system refuses to read or write: {reason}").format(reason=reason_in_words(fault))
    hint = cure_in_words(fault)
    hint = hint or _("Look at the free space, the rights and the length of the path, then try again.")
    return Diagnostic("E474", message, Location(_label(fault.filename)), hint)


def _label(name: object) -> str:
    """Return the name of a file as readers know it; that of the program where a fault names none."""
    if not isinstance(name, str | bytes) or not name:
        return _PROGRAM
    return Path(os.fsdecode(name)).as_posix()
