"""The properties a file shows in its folder: title, office, language. No clock, so equal builds are equal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from esa_docs.word.runs import escape

CORE_PART: Final = "docProps/core.xml"
_LONGEST_TITLE: Final = 255


def core_properties(properties: Mapping[str, str]) -> bytes:
    """Write the core properties part; ``properties`` has ``title`` and ``creator``."""
    title = escape(properties["title"][:_LONGEST_TITLE])
    creator = escape(properties["creator"])
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator><dc:language>th-TH</dc:language>"
        "</cp:coreProperties>"
    ).encode()
