"""Styles that a template names and lacks (E331), and fonts without Thai letters (E332)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from esa_docs.diagnostics import Severity
from esa_docs.fonts.families import find_family
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import local, w
from esa_docs.word.templates.checking.findings import Finding
from esa_docs.word.templates.faults.paragraphs import TemplateParagraph, paragraphs_of
from esa_docs.word.theme import contents_styles

_STYLES: Final = "word/styles.xml"
FONT_TABLE: Final = "word/fontTable.xml"
_REFERENCES: Final = tuple(map(w, ("pStyle", "rStyle", "tblStyle")))
_THAI_BIT: Final = 1 << 24
"""Bit of Thai in the first number of the Unicode ranges of a font (OpenType, OS/2, ulUnicodeRange1)."""

_KNOWN_WITHOUT_THAI: Final = frozenset(
    {
        "aptos",
        "arial",
        "calibri",
        "cambria",
        "courier new",
        "georgia",
        "segoe ui",
        "times new roman",
        "verdana",
    }
)
"""Fonts of Windows and Office that count as fonts without Thai letters (not verified for each release)."""
_THAI_OR_TAG: Final = re.compile("[\u0e01-\u0e4e]|\\{\\{")

Element = Any


def check_styles(roots: Mapping[str, Element], printed_parts: Sequence[str]) -> Iterator[Finding]:
    """Generate the styles that paragraphs, runs and tables name, or the contents, and that are not there.

    Args:
        roots: the XML parts of the template, prepared.
        printed_parts: names of the parts that are filled in.
    """
    styles = roots[_STYLES]
    known_ids = {style.get(w("styleId")) for style in styles.iter(w("style"))}
    missing: dict[str, TemplateParagraph | None] = {}
    if any(_has_contents(roots[name]) for name in printed_parts):
        missing = {style: None for style in contents_styles(styles).values() if style not in known_ids}
    for name in printed_parts:
        for reference in roots[name].iter(*_REFERENCES):
            style = reference.get(w("val"), "")
            if style not in known_ids and style not in missing:
                missing[style] = _paragraph_around(reference, roots[name], name)
    for style, paragraph in missing.items():
        message = _("the template has no style '{style}'").format(style=style)
        hint = _("Copy the style from the shipped template, or give the text another style.")
        yield Finding("E331", message, hint, paragraph, severity=Severity.WARNING)


def check_fonts(roots: Mapping[str, Element], printed_parts: Sequence[str]) -> Iterator[Finding]:
    """Generate the fonts for Thai text that have no Thai letters, as the font table of the template says.

    Of a font that the table does not describe nothing is known but that of Windows' own, and nothing is said.
    """
    without_thai = set(fonts_without_thai(roots.get(FONT_TABLE)))
    seen_fonts: set[str] = set()
    for name in (_STYLES, *printed_parts):
        for fonts in roots[name].iter(w("rFonts")):
            font = fonts.get(w("cs"), "")
            lacks_thai = font in without_thai or _is_known_to_lack_thai(fonts)
            if lacks_thai and font not in seen_fonts:
                seen_fonts.add(font)
                yield _font_without_thai(font, fonts, roots[name], name)


def _is_known_to_lack_thai(fonts: Element) -> bool:
    """Return whether a run of Thai text or of tags has a font of Windows without Thai letters.

    Styles that somebody else made often name such fonts, and no text has them.
    """
    is_of_theme = fonts.get(w("cstheme")) is not None
    run = next(fonts.iterancestors(w("r")), None)
    if is_of_theme or run is None or fonts.get(w("cs"), "").casefold() not in _KNOWN_WITHOUT_THAI:
        return False
    return any(_THAI_OR_TAG.search(text.text or "") for text in run.iter(w("t")))


def _font_without_thai(font: str, fonts: Element, root: Element, part: str) -> Finding:
    message = _("the font '{font}' has no Thai letters").format(font=font)
    paragraph = None
    if part == _STYLES:
        style = _style_around(fonts)
        message = _("{fault}; the style '{style}' uses it").format(fault=message, style=style)
    else:
        paragraph = _paragraph_around(fonts, root, part)
    hint = _("Choose a Thai font, such as that of the office, for the text (complex script) in Word.")
    return Finding("E332", message, hint, paragraph, severity=Severity.WARNING)


def fonts_without_thai(table: Element | None) -> Iterator[str]:
    """Generate the fonts without Thai letters, as the font table of a template says; none without a table."""
    if table is None:
        return
    for font in table.iter(w("font")):
        name = font.get(w("name"), "")
        signature = font.find(w("sig"))
        if signature is None or find_family(name) is not None:
            continue
        ranges = int(signature.get(w("usb0"), "0") or "0", 16)
        # A signature of nothing but zeros says that nobody knew.
        if ranges and not ranges & _THAI_BIT:
            yield name


def _style_around(fonts: Element) -> str:
    """Return the name of the style of some fonts; its element where it is none, such as docDefaults."""
    for style in fonts.iterancestors(w("style")):
        name = style.find(w("name"))
        if name is not None:
            return str(name.get(w("val")))
        return str(style.get(w("styleId")))
    return str(local(next(fonts.iterancestors(w("docDefaults")), fonts).tag))


def _has_contents(root: Element) -> bool:
    instructions = ((element.text or "").split() for element in root.iter(w("instrText")))
    return any(words[:1] == ["TOC"] for words in instructions)


def _paragraph_around(element: Element, root: Element, part: str) -> TemplateParagraph | None:
    """Return the paragraph in which an element stands; the first of a table; None where it has no text."""
    paragraph = next(element.iterancestors(w("p")), None)
    if paragraph is None:
        table = next(element.iterancestors(w("tbl")), root)
        paragraph = next(table.iter(w("p")), None)
    numbers = {element: number for number, element in enumerate(root.iter(w("p")), 1)}
    for template_paragraph in paragraphs_of(root, part):
        if template_paragraph.number == numbers.get(paragraph):
            return template_paragraph
    return None
