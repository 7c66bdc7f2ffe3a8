"""The marks of copies: lines at the lower edge of the last page of a finished Word file.

The lines stand in a frame before the last paragraph of the text, to which Word anchors it. Nothing else in
the file changes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

from esa_docs.ooxml.package import DOCUMENT_PART, read_package, write_package
from esa_docs.word.runs import RunStyle, escape, make_splitter

Side = Literal["left", "right"]
_WIDTH: Final = 5103
"""Width of the lines, in twentieths of a point: 9 cm, room for a signature and a long post."""
_LAST_SECTION: Final = "<w:sectPr"
_PARAGRAPH_EDGE: Final = re.compile(r"<w:p(?: [^>]*)?(?<!/)>|</w:p>")
_END: Final = "</w:p>"


def with_marks(data: bytes, lines: Sequence[str], side: Side) -> bytes:
    """Return a Word file with lines at the lower edge of its last page.

    Args:
        data: the Word file.
        lines: the lines.
        side: the margin at which they stand.

    Raises:
        NotAPackageError: the bytes are no Word file.
    """
    parts = read_package(data)
    text, section, end = parts[DOCUMENT_PART].decode().rpartition(_LAST_SECTION)
    place = _start_of_last_paragraph(text)
    frame = "".join(_paragraph(line, side) for line in lines)
    parts[DOCUMENT_PART] = f"{text[:place]}{frame}{text[place:]}{section}{end}".encode()
    return write_package(parts)


def _start_of_last_paragraph(text: str) -> int:
    """Return where the last paragraph of a text begins; the end of the text where a table stands there."""
    place = len(text)
    if not text.endswith(_END):
        return place
    starts: list[int] = []
    # A paragraph holds others where a drawing in it has text.
    for edge in _PARAGRAPH_EDGE.finditer(text):
        if edge[0] != _END:
            starts.append(edge.start())
        elif starts:
            place = starts.pop()
    return place


def _paragraph(line: str, side: Side) -> str:
    # Paragraphs with equal frame properties stand in one frame.
    frame = (
        f'<w:framePr w:w="{_WIDTH}" w:wrap="around" w:vAnchor="margin" w:hAnchor="margin"'
        f' w:xAlign="{side}" w:yAlign="bottom"/>'
    )
    write_runs = make_splitter(RunStyle())
    return f"<w:p><w:pPr><w:keepNext/>{frame}</w:pPr>{write_runs(escape(line))}</w:p>"
