r"""Paragraphs cut where a value asks for it: ``\a`` begins a paragraph, ``\f`` a page.

So docxtpl documents it for its ``Listing``. Content cannot hold these signs, but a template can write them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

PARAGRAPH_SIGN: Final = "\a"
PAGE_SIGN: Final = "\f"
_TO_BLANKS: Final = str.maketrans({PARAGRAPH_SIGN: " ", PAGE_SIGN: " "})
_TOKEN: Final = re.compile(r"<(?P<end>/?)(?P<name>[\w:.-]+)[^>]*?(?P<empty>/?)>|(?P<sign>[\a\f])")
_PARAGRAPH: Final = "w:p"
_PROPERTIES: Final = re.compile(r"<w:pPr>.*?</w:pPr>", re.DOTALL)
_SECTION: Final = re.compile(r"<w:sectPr.*</w:sectPr>", re.DOTALL)
_PAGE_RUN: Final = '<w:r><w:br w:type="page"/></w:r>'
_BREAKS: Final = {PARAGRAPH_SIGN: "<w:r><w:br/></w:r>", PAGE_SIGN: _PAGE_RUN}
"""What a sign becomes inside a link or a content control, which ends with its paragraph."""


def split_paragraphs(xml: str) -> str:
    """Return the XML of a part with new paragraphs at the signs in it."""
    if PARAGRAPH_SIGN not in xml and PAGE_SIGN not in xml:
        return xml
    return "".join(_pieces(xml))


def _pieces(xml: str) -> Iterator[str]:
    """Generate the XML of a part in pieces, with new paragraphs in place of signs."""
    place = 0
    names: list[str] = []
    starts: list[int] = []
    for token in _TOKEN.finditer(xml):
        yield xml[place : token.start()]
        place = token.end()
        if token["sign"]:
            yield _replacement(token["sign"], names, xml, starts)
            continue
        # No attribute has paragraphs.
        yield token[0].translate(_TO_BLANKS)
        if token["end"]:
            names.pop()
            starts.pop()
        elif not token["empty"]:
            names.append(token["name"])
            starts.append(token.end())
    yield xml[place:]


def _replacement(sign: str, names: list[str], xml: str, starts: list[int]) -> str:
    """Return what takes the place of a sign.

    Args:
        sign: the sign.
        names: the elements around it, the outermost first.
        xml: the whole part.
        starts: places behind the opening of each of the elements.
    """
    if names[-1] == _PARAGRAPH:
        properties = _PROPERTIES.match(xml, starts[-1])
        opening = "<w:p>"
        if properties is not None:
            opening += _SECTION.sub("", properties[0])
        page = f"<w:p>{_PAGE_RUN}</w:p>" if sign == PAGE_SIGN else ""
        return f"</w:p>{page}{opening}"
    if _PARAGRAPH in names and "w:r" not in names[_last_paragraph(names) :]:
        return _BREAKS[sign]
    return " "


def _last_paragraph(names: list[str]) -> int:
    """Return the index of the innermost paragraph."""
    return len(names) - 1 - names[::-1].index(_PARAGRAPH)
