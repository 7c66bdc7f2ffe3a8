"""What a zip file is that holds no Word file: OpenDocument and e-books say so in their first part."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Final

from esa_docs.i18n import gettext as _

_TYPE_PART: Final = "mimetype"
_LONGEST_TYPE: Final = 200
_UNREADABLE: Final = (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, ValueError)
"""What `zipfile` raises for a package that is damaged, or packed in a way it does not know."""


def words_of_package(data: bytes) -> str:
    """Return in words what sort of file a zip file is; empty where it does not say.

    Args:
        data: the file.
    """
    media_type = _media_type(data)
    words_of_type = {
        "application/vnd.oasis.opendocument.text": _("a text of LibreOffice (.odt)"),
        "application/vnd.oasis.opendocument.text-template": _("a template of LibreOffice (.ott)"),
        "application/vnd.oasis.opendocument.spreadsheet": _("a table of LibreOffice (.ods)"),
        "application/vnd.oasis.opendocument.presentation": _("a presentation of LibreOffice (.odp)"),
        "application/epub+zip": _("an e-book (.epub)"),
    }
    if not media_type:
        return ""
    return words_of_type.get(media_type, _("a file of the type {name}").format(name=media_type))


def _media_type(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if _TYPE_PART not in archive.namelist():
                return ""
            with archive.open(_TYPE_PART) as part:
                return part.read(_LONGEST_TYPE).decode("ascii", "replace").strip()
    except _UNREADABLE:
        return ""
