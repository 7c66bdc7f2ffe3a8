"""What compiling tells of braces that look like a part of a tag and are printed as they are (E336)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from esa_docs.diagnostics import Diagnostic
from esa_docs.ooxml.xml_parts import parse_part
from esa_docs.word.templates.checking.reading import TagReader
from esa_docs.word.templates.faults.paragraphs import paragraphs_of

_CODE: Final = "E336"
_TAGS_AND_XML: Final = re.compile(r"\{\{[^{}]*\}\}(?!\})|\{%[^{}]*%\}(?!\})|\{#[^{}]*#\}(?!\})|<[^>]*>")
_BRACE: Final = re.compile("[{}｛｝]")


def stray_brace_warnings(prepared: Mapping[str, str], file_label: str) -> Iterator[Diagnostic]:
    """Generate the warnings of a template.

    Args:
        prepared: the XML of its parts by their names, before tags are compiled.
        file_label: how diagnostics name the template.
    """
    for name, xml in prepared.items():
        # Most parts have whole tags alone: only others are parsed for this.
        if _BRACE.search(_TAGS_AND_XML.sub("", xml)) is None:
            continue
        reader = TagReader(paragraphs_of(parse_part(xml.encode(), name), name))
        for finding in reader.findings:
            if finding.code == _CODE:
                yield finding.as_diagnostic(file_label)
