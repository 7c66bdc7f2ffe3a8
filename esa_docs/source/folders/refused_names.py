"""Names of files that are refused (E403): why, in words."""

from __future__ import annotations

from esa_docs.diagnostics import Diagnostic, Location
from esa_docs.i18n import gettext as _


def refused_name(part: str, file_label: str) -> Diagnostic:
    """Return the diagnostic of a name that Windows refuses, or that is not UTF-8 (E403).

    Args:
        part: the name of the file or of a folder. Bytes that are not UTF-8 stand in it as lone surrogates, as
            Python reads them on Linux; a name of Windows may hold others of these.
        file_label: how diagnostics name the file.
    """
    try:
        data = part.encode("utf-8", "surrogateescape")
        shown_part = data.decode("utf-8", "backslashreplace")
        is_utf8 = shown_part == part
    except UnicodeEncodeError:
        # NTFS takes half of a pair of surrogates in a name, which is no byte that Linux read.
        shown_part = part.encode("utf-8", "backslashreplace").decode("utf-8")
        is_utf8 = True
    if not is_utf8:
        message = _("the name '{part}' is not written in UTF-8").format(part=shown_part)
        hint = _("Delete the name and type it again. It comes from another system, or from an old zip file.")
        return Diagnostic("E403", message, Location(file_label), hint)
    message = _("the name '{part}' cannot be a file name on Windows").format(part=shown_part)
    return Diagnostic("E403", message, Location(file_label), _("Rename the file."))
