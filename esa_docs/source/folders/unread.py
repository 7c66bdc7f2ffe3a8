"""What of a project cannot be read, in words: unreadable places are errors, never "nothing there".

E435 a folder, or what is in it, cannot be looked at · E436 a link leads to nothing, in a circle, out of the
project, or (warning) to what is read already · E437 something else stands where a file or folder is expected
· E439 a file looks like content and is not read: `odd_endings.py`, and `register_names.py` of registers/.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from esa_docs.diagnostics import Diagnostic, Location, Severity
from esa_docs.i18n import gettext as _
from esa_docs.source.folders.disk import Entry, Sort, reason_of

HIDDEN_ENDING: Final = ".txt"
"""What Notepad puts behind a name; Windows does not show it."""


def diagnose_folder(fault: OSError, file_label: str) -> Diagnostic:
    """Return the diagnostic of a folder that cannot be read (E435).

    Args:
        fault: why.
        file_label: how diagnostics name the folder.
    """
    return diagnose_refused(reason_of(fault), file_label)


def diagnose_file(entry: Entry, file_label: str) -> Diagnostic | None:
    """Return the diagnostic of what cannot be read as a file (E435 to E437).

    None of a file, of one that is missing, and of a folder where the name may be that of a folder.

    Args:
        entry: what stands where a file is expected.
        file_label: how diagnostics name it.
    """
    if entry.sort is Sort.FOLDER:
        message = _("a file is expected, a folder stands here")
        hint = _("Give the folder another name, or move it out of the project.")
        return Diagnostic("E437", message, Location(file_label), hint)
    if entry.sort is Sort.OTHER:
        message = _("a file is expected, a pipe, a socket or a device stands here")
        hint = _("Delete it, or give it another name.")
        return Diagnostic("E437", message, Location(file_label), hint)
    return _diagnose_link(entry, file_label)


def diagnose_place_of_folder(entry: Entry, file_label: str) -> Diagnostic | None:
    """Return the diagnostic of what cannot be read as a folder (E435 to E437).

    None of a folder, and of one that is missing.

    Args:
        entry: what stands where a folder is expected.
        file_label: how diagnostics name it.
    """
    if entry.sort in {Sort.FILE, Sort.OTHER}:
        message = _("a folder is expected, something else stands here")
        hint = _("Give it another name, or move it out of the project.")
        return Diagnostic("E437", message, Location(file_label), hint)
    return _diagnose_link(entry, file_label)


def _diagnose_link(entry: Entry, file_label: str) -> Diagnostic | None:
    if entry.sort is Sort.LOST:
        message = _("the link leads to what is not there")
        hint = _("Put there what it should lead to, or delete the link.")
        return Diagnostic("E436", message, Location(file_label), hint)
    if entry.sort is Sort.ENDLESS:
        return diagnose_circle(file_label)
    if entry.sort is Sort.UNKNOWN:
        return diagnose_refused(entry.reason, file_label)
    return None


def diagnose_circle(file_label: str) -> Diagnostic:
    """Return the diagnostic of a link that leads to itself, or to a folder in which it lies (E436)."""
    message = _("the link leads in a circle")
    return Diagnostic("E436", message, Location(file_label), _("Delete the link."))


def diagnose_outside(file_label: str) -> Diagnostic:
    """Return the diagnostic of a link out of the project folder (E436)."""
    message = _("the link leads out of the project folder, and what is there is not read")
    hint = _("Copy what it leads to into the project, in place of the link.")
    return Diagnostic("E436", message, Location(file_label), hint)


def diagnose_linked_folder(file_label: str) -> Diagnostic:
    """Return the diagnostic of a link where the folder itself must stand (E436).

    It may lead to an empty folder, which would look as if nothing had been kept.
    """
    message = _("a folder is expected, a link to a folder stands here and is not followed")
    hint = _("Put the folder itself here in place of the link, with all that was in it.")
    return Diagnostic("E436", message, Location(file_label), hint)


def diagnose_second_way(file_label: str, folder: str) -> Diagnostic:
    """Return the diagnostic of a link to a folder or file that is read without it (E436, a warning).

    Args:
        file_label: how diagnostics name the link.
        folder: where it leads.
    """
    message = _("the link leads to {folder}, which is read already; it is not read twice")
    hint = _("Delete the link; copy the files if they are wanted twice.")
    text = message.format(folder=folder)
    return Diagnostic("E436", text, Location(file_label), hint, Severity.WARNING)


def diagnose_refused(reason: str, file_label: str) -> Diagnostic:
    """Return the diagnostic of what cannot be read (E435).

    Args:
        reason: why, in words.
        file_label: how diagnostics name it.
    """
    message = _("this cannot be read, so nobody knows what is in it: {reason}")
    hint = _("Close what has it open, or ask for the right to read it; then run the command again.")
    return Diagnostic("E435", message.format(reason=reason), Location(file_label), hint)


def diagnose_hidden_ending(path: Path, name: str, file_label: str) -> Diagnostic:
    """Return the diagnostic of a file that would be read but for its ending (E439, info).

    Args:
        path: the file.
        name: the name by which it would be read.
        file_label: how diagnostics name it.
    """
    message = _("the file is not read, because its name ends in '{ending}'").format(ending=path.suffix)
    hint = _("If it is content, rename it to {name}. To see endings: File Explorer > View > File extensions.")
    return Diagnostic("E439", message, Location(file_label), hint.format(name=name), Severity.INFO)
