"""A finished Word file whose pages are to be laid out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class WordFile:
    """A finished Word file, with what its layout needs to know.

    Attributes:
        name: the file as readers know it; diagnostics name it.
        data: the .docx.
        family: the font family it is set in.
        pictures: PNG by ``wp:docPr`` id of its drawings, for engines that draw no shapes. A drawing without
            a PNG is laid out as a blank picture of the same size.
        document: ``year/name`` of its content file, by which a log names it. Empty where no content file
            stands behind the Word file.
    """

    name: str
    data: bytes
    family: str
    pictures: Mapping[int, bytes] = field(default_factory=dict)
    document: str = ""
