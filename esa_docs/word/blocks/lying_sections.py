"""The properties of the pieces into which landscape pages divide a section."""

from __future__ import annotations

import re
from typing import Final

from esa_docs.word.blocks.page_rooms import PageForm

_TYPE: Final = re.compile(r'<w:type w:val="(?P<kind>\w+)"\s*/>')
_CONTINUOUS: Final = "continuous"
_FIRST_PAGE: Final = re.compile(r"<w:titlePg(?: [^>]*)?/>")
_PAGE_NUMBERS: Final = re.compile(r"<w:pgNumType [^>]*>")
_START: Final = re.compile(r' w:start="[^"]*"')
_NEW_LINE_NUMBERS: Final = re.compile(r'(?P<before><w:lnNumType [^>]*w:restart=")newSection"')
_NEW_NOTE_NUMBERS: Final = re.compile(r'<w:numRestart w:val="eachSect"\s*/>')
_FIRST_NOTE_NUMBER: Final = re.compile(r"<w:numStart [^>]*>")
_PAGE: Final = re.compile(r"<w:pg(?:Sz|Mar)(?: [^>]*)?/>")
_BEFORE_PAGE: Final = re.compile(
    r"<w:sectPr(?: [^>]*)?>(?:\s*<w:(?:header|footer)Reference [^>]*/>)*"
    r"(?:\s*<w:(?P<note>footnotePr|endnotePr)(?:/>|>.*?</w:(?P=note)>))*(?:\s*<w:type [^>]*/>)?",
    re.DOTALL,
)
"""What stands before the size of the pages in the properties of a section (ECMA-376 part 1, 17.6.17)."""
_EMPTY: Final = re.compile(r"(?P<opening><w:sectPr(?: [^>]*)?)/>")
_SIDES: Final = ("top", "right", "bottom", "left", "header", "footer", "gutter")
_USUAL: Final = {"header": 708.0, "footer": 708.0, "gutter": 0.0}
"""What Word takes where a template says none."""


def lies(section: str) -> bool:
    """Return whether the pages of a section lie on their side already."""
    return PageForm.of(section).lies


def piece_of_section(section: str, *, is_first: bool, begins_page: bool, is_lying: bool) -> str:
    """Return the properties of a piece of a section.

    Args:
        section: the properties of the section.
        is_first: whether it is the first piece; only that has a first page, and first numbers, of its own.
        begins_page: whether its pages have another form than those before, and so cannot begin within one.
        is_lying: whether its pages lie.
    """
    piece = _EMPTY.sub(r"\g<opening>></w:sectPr>", section)
    if not is_first:
        piece = _going_on(piece)
    elif begins_page:
        piece = beginning_a_page(piece)
    return _on_its_side(piece) if is_lying else piece


def beginning_a_page(section: str) -> str:
    """Return the properties of a section that begins a page, if only the next one."""
    kind = _TYPE.search(section)
    if kind is not None and kind["kind"] == _CONTINUOUS:
        return section.replace(kind[0], "")
    return section


def _going_on(section: str) -> str:
    """Return the properties of a section that goes on with its headers and all its numbers on a new page."""
    piece = _FIRST_PAGE.sub("", _TYPE.sub("", section))
    piece = _PAGE_NUMBERS.sub(lambda numbers: _START.sub("", numbers[0]), piece)
    piece = _NEW_LINE_NUMBERS.sub(r'\g<before>continuous"', piece)
    piece = _NEW_NOTE_NUMBERS.sub('<w:numRestart w:val="continuous"/>', piece)
    return _FIRST_NOTE_NUMBER.sub("", piece)


def _on_its_side(section: str) -> str:
    form = PageForm.of(section).turned()
    width, height = round(form.size["w"]), round(form.size["h"])
    margins = {**_USUAL, **form.margins}
    sides = "".join(f' w:{side}="{round(margins[side])}"' for side in _SIDES)
    page = f'<w:pgSz w:w="{width}" w:h="{height}" w:orient="landscape"/><w:pgMar{sides}/>'
    without_page = _PAGE.sub("", section)
    before = _BEFORE_PAGE.match(without_page)
    assert before is not None, "the properties of a section begin with their element"  # noqa: S101
    return f"{before[0]}{page}{without_page[before.end() :]}"
