"""Fonts of a template in which Word prints and no PDF is made (E340)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from esa_docs.diagnostics import ContentError, Severity
from esa_docs.fonts.families import FAMILIES, SHIPPED_FONT
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import local, w
from esa_docs.word.templates.checking.findings import Finding
from esa_docs.word.templates.checking.styles import FONT_TABLE, fonts_without_thai
from esa_docs.word.templates.faults.paragraphs import paragraphs_of
from esa_docs.word.templates.reading.template_parts import STYLES_PART, read_parts

_SLOTS: Final = ("ascii", "hAnsi", "cs")
_STYLE_NAMES: Final = tuple(map(w, ("pStyle", "rStyle", "tblStyle")))
_TRUE: Final = frozenset({"1", "true", "on"})

Element = Any


def check_pdf_fonts(roots: Mapping[str, Element], printed_parts: Sequence[str]) -> Iterator[Finding]:
    """Generate the fonts in which no PDF is made, each with the first place that names it.

    The font of the shipped templates stands for that of the office.

    Args:
        roots: the XML parts of the template, prepared.
        printed_parts: names of the parts that are filled in.
    """
    told_already = set(fonts_without_thai(roots.get(FONT_TABLE)))
    for font, place in _other_fonts(roots, printed_parts).items():
        if font in told_already:
            continue
        message = _("text is set in the font '{font}', in which no PDF is made: {place}")
        hint = _(
            "For the Word file alone there is nothing to do. For a PDF set the text in {shipped}, in whose "
            "place comes the font of office.yaml ({families})."
        ).format(shipped=SHIPPED_FONT, families=", ".join(FAMILIES))
        yield Finding("E340", message.format(font=font, place=place), hint, severity=Severity.INFO)


def font_places(data: bytes, file_label: str, font: str) -> list[str]:
    """Return where a template names fonts other than that of the office, such as ``Arial (paragraph 3)``.

    Args:
        data: the Word file; of one that cannot be read nothing is said.
        file_label: how diagnostics name it.
        font: font of the office.
    """
    try:
        parts = read_parts(data, file_label)
    except ContentError:
        return []
    places = _other_fonts(parts.roots, parts.text_parts)
    return [f"{other_font} ({place})" for other_font, place in places.items() if other_font != font]


def _other_fonts(roots: Mapping[str, Element], printed_parts: Sequence[str]) -> dict[str, str]:
    """Return the place of each font but the shipped one: of styles only those that the text uses count."""
    places: dict[str, str] = {}
    for style in _styles_in_use(roots, printed_parts):
        for font in _fonts_in(style):
            places.setdefault(font, _name_of_style(style))
    for name in printed_parts:
        for font, paragraph in _first_paragraphs(roots[name]).items():
            if font not in places:
                places[font] = _place_of(paragraph, roots[name], name)
    return places


def _first_paragraphs(root: Element) -> dict[str, Element]:
    """Return the first paragraph of each font but the shipped one."""
    paragraphs: dict[str, Element] = {}
    for paragraph in root.iter(w("p")):
        for font in _fonts_in(paragraph):
            paragraphs.setdefault(font, paragraph)
    return paragraphs


def _fonts_in(element: Element) -> Iterator[str]:
    for fonts in element.iter(w("rFonts")):
        for slot in _SLOTS:
            font = fonts.get(w(slot), SHIPPED_FONT)
            if font != SHIPPED_FONT:
                yield font


def _styles_in_use(roots: Mapping[str, Element], printed_parts: Sequence[str]) -> list[Element]:
    """Return the defaults of the file, and the styles of its text with those on which they are based."""
    styles = {style.get(w("styleId")): style for style in roots[STYLES_PART].iter(w("style"))}
    waiting = [name for name, style in styles.items() if style.get(w("default")) in _TRUE]
    for part in printed_parts:
        waiting += [reference.get(w("val")) for reference in roots[part].iter(*_STYLE_NAMES)]
    in_use: dict[str, Element] = {}
    while waiting:
        name = waiting.pop(0)
        if name in styles and name not in in_use:
            in_use[name] = styles[name]
            waiting += [base.get(w("val")) for base in styles[name].iter(w("basedOn"))]
    return [*roots[STYLES_PART].findall(w("docDefaults")), *in_use.values()]


def _name_of_style(style: Element) -> str:
    name = style.find(w("name"))
    if name is None:
        return _("the defaults of the file") if local(style.tag) == "docDefaults" else style.get(w("styleId"))
    return _("the style '{style}'").format(style=name.get(w("val")))


def _place_of(paragraph: Element, root: Element, part: str) -> str:
    """Return the place of a paragraph; the name of its part where it has no text."""
    paragraphs = list(root.iter(w("p")))
    number = paragraphs.index(paragraph) + 1
    for template_paragraph in paragraphs_of(root, part):
        if template_paragraph.number == number:
            return template_paragraph.place
    return _("paragraph {number}").format(number=number)
