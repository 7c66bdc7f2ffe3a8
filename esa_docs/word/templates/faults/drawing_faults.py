"""Where the tag of a drawing stands that cannot stand there (E314)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from esa_docs.ooxml.package import DOCUMENT_PART
from esa_docs.word.drawings import is_mark
from esa_docs.word.templates.faults.fault_places import PartSource
from esa_docs.word.templates.faults.paragraphs import TemplateParagraph

_TAG: Final = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_WORD: Final = re.compile(r"\w+")


def find_drawing_tag(part: PartSource, context: Mapping[str, Any]) -> tuple[str, TemplateParagraph | None]:
    """Return the first tag of a part that prints a drawing where none can stand, and its paragraph.

    Both are empty where the tag bears another name than the drawing, such as in a loop.

    Args:
        part: the part; in the text of the pages a drawing can stand, in its fields and descriptions not.
        context: what the template is filled in with.
    """
    names = set(_names_of_marks(context))
    for paragraph in part.paragraphs().values():
        for tag in _TAG.findall(paragraph.source):
            is_in_text = part.name == DOCUMENT_PART and tag in paragraph.text
            if names.intersection(_WORD.findall(tag)) and not is_in_text:
                return tag, paragraph
    return "", None


def _names_of_marks(values: Mapping[str, Any]) -> Iterator[str]:
    """Generate the names of the drawings among values, the last word of their path."""
    for name, value in values.items():
        members = value if isinstance(value, list | tuple) else [value]
        for member in members:
            if isinstance(member, str) and is_mark(member):
                yield name
            elif isinstance(member, Mapping):
                yield from _names_of_marks(member)
