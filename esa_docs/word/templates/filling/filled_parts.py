"""The parts of a template that change, once they are filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from esa_docs.word.contents import Contents
from esa_docs.word.templates.loops.copies import Copies


@dataclass(frozen=True, slots=True)
class FilledParts:
    """The parts of a template that change, filled in.

    Attributes:
        xml_of_part: XML of each of them; blocks are signs in it.
        contents: the headings of its contents.
        copies: the copies that its loops made.
    """

    xml_of_part: Mapping[str, str]
    contents: Contents
    copies: Copies
