"""A paragraph that gives way to the blocks whose signs stand in it; the words beside them stay."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from esa_docs.word.blocks.host import Host, MisplacedBlockError
from esa_docs.word.blocks.signs import PAGE_BREAK
from esa_docs.word.prose_signs import BLOCK, SIGN, from_bytes

PrintBlock = Callable[[int, Host], str]
"""A function that returns the XML of the block of a number in the place of a paragraph."""

_PROPERTIES: Final = re.compile(r"<w:pPr>(?P<inner>.*?)</w:pPr>", re.DOTALL)
_RUN: Final = re.compile(
    r"<w:r>(?:<w:rPr>(?P<properties>(?:(?!</w:rPr>).)*)</w:rPr>)?"
    rf"(?P<before>(?:(?!</w:r>|{BLOCK}).)*)<w:t(?: [^>]*)?>(?P<words>[^<{BLOCK}]*){BLOCK}",
    re.DOTALL,
)
"""A run as far as the sign of a block in it."""
_ELEMENT: Final = re.compile(r"<(?P<end>/?)[\w:.-]+[^>]*?(?P<empty>/?)>")
_SECTION: Final = re.compile(r"<w:sectPr.*</w:sectPr>|<w:sectPr[^>]*/>", re.DOTALL)
_NUMBERING: Final = re.compile(r"<w:numPr>.*?</w:numPr>|<w:pageBreakBefore/>", re.DOTALL)
_BEGINS_PAGE: Final = "<w:pageBreakBefore/>"
_READ: Final = re.compile(r"<w:t[ >]|<w:(?:tab|br|sym|drawing|pict|object|fldChar|footnoteReference)\b")
"""What makes a paragraph one that is seen."""
_EMPTY_RUN: Final = re.compile(
    r"\A<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t[^>]*>\s*</w:t></w:r>", re.DOTALL
)
_RANGES: Final = re.compile(r"<w:bookmark(?:Start|End)[^>]*/>")


def replaced_paragraph(xml: str, print_block: PrintBlock, place: Host) -> str:
    """Return what takes the place of a paragraph: its blocks, and paragraphs of the words beside them.

    Args:
        xml: the paragraph.
        print_block: returns the XML of a block.
        place: where it stands, without its properties.

    Raises:
        MisplacedBlockError: a block stands in a link, a field or the like.
    """
    opening, properties, content = _taken_apart(xml)
    outer_properties = _SECTION.sub("", properties)
    pieces: list[str] = []
    while BLOCK in content:
        run = _run_of_block(content)
        before, behind = run.string[: run.start()], content[run.end() :]
        if pieces:
            before = _without_empty_texts(before)
        run_properties = run["properties"] or ""
        run_opening = f"<w:r><w:rPr>{run_properties}</w:rPr>" if run["properties"] else "<w:r>"
        number, behind = _number_of_block(behind)
        if run["before"] or run["words"].strip():
            before += f'{run_opening}{run["before"]}<w:t xml:space="preserve">{run["words"]}</w:t></w:r>'
        words_before = _words_in_paragraph(opening, outer_properties, before)
        begins_page = not words_before and _BEGINS_PAGE in outer_properties
        if begins_page:
            words_before = PAGE_BREAK
        pieces.append(words_before)
        host = replace(place, properties=outer_properties, run_properties=run_properties)
        pieces.append(print_block(number, host))
        outer_properties = _NUMBERING.sub("", outer_properties)
        content = f'{run_opening}<w:t xml:space="preserve">{behind}'
    last_properties = _NUMBERING.sub("", properties)
    pieces.append(_words_in_paragraph(opening, last_properties, _without_empty_texts(content)))
    return "".join(pieces)


def _taken_apart(xml: str) -> tuple[str, str, str]:
    """Return the opening of a paragraph, the XML of its properties, and its content."""
    start = xml.index(">") + 1
    properties = _PROPERTIES.match(xml, start)
    content_start = properties.end() if properties else start
    inner = properties["inner"] if properties else ""
    return xml[:start], inner, xml[content_start : -len("</w:p>")]


def _run_of_block(content: str) -> re.Match[str]:
    """Return the run with the first block of a paragraph.

    Raises:
        MisplacedBlockError: it stands in no run of the paragraph itself, such as in that of a link.
    """
    sign = content.index(BLOCK)
    start = content.rfind("<w:r>", 0, sign)
    run = _RUN.match(content, start) if start >= 0 else None
    if run is None or _depth(content[:start]):
        raise misplaced(content)
    return run


def misplaced(xml: str) -> MisplacedBlockError:
    """Return the error of the first block in some XML."""
    _before, _sign, behind = xml.partition(BLOCK)
    number, _behind = _number_of_block(behind)
    return MisplacedBlockError(number)


def _depth(xml: str) -> int:
    """Return how many elements are open at the end of some XML."""
    depth = 0
    for element in _ELEMENT.finditer(xml):
        if element["end"]:
            depth -= 1
        elif not element["empty"]:
            depth += 1
    return depth


def _number_of_block(behind: str) -> tuple[int, str]:
    """Return the number of a block and what stands behind its sign."""
    sign = SIGN.match(BLOCK + behind)
    assert sign is not None, "a sign is followed by its number"  # noqa: S101
    return int(from_bytes(sign["bytes"])), behind[sign.end() - 1 :]


def _words_in_paragraph(opening: str, properties: str, content: str) -> str:
    """Return a paragraph of the words beside a block; without any, what has no room of its own stays."""
    has_section = "<w:sectPr" in properties
    if _READ.search(content) is None and not has_section:
        return "".join(_RANGES.findall(content))
    inner = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"{opening}{inner}{content}</w:p>"


def _without_empty_texts(content: str) -> str:
    """Return the rest of a paragraph without a text of blanks alone at its beginning."""
    return _EMPTY_RUN.sub("", content, count=1)
