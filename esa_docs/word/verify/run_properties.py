"""Rules about character properties: Thai is complex script, so each property stands twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, cast

from lxml import etree

from esa_docs.diagnostics import Diagnostic
from esa_docs.i18n import gettext as _
from esa_docs.ooxml.names import MC, RPR_ORDER, local, w
from esa_docs.ooxml.styles import StyleSheet, path_to
from esa_docs.thai.loose_marks import THAI_MARKS
from esa_docs.word.verify.parsed_file import Element, ParsedWordFile, TextRun
from esa_docs.word.verify.places import cut

_THAI: Final = re.compile("[\u0e00-\u0e7f]")
_MARK: Final = re.compile(f"[{THAI_MARKS}]")
"""Thai vowel signs and tone marks that belong to the letter before them."""
_THAI_LETTER_LAST: Final = re.compile("[\u0e01-\u0e4e]\\Z")
_FACES: Final = tuple(map(w, ("ascii", "hAnsi", "eastAsia", "cs")))
_PAIRS: Final = ((w("sz"), w("szCs")), (w("b"), w("bCs")), (w("i"), w("iCs")))
"""Properties that Word keeps apart for Latin text and for Thai."""
_VALUE: Final = w("val")
_RANK: Final = {w(name): rank for rank, name in enumerate(RPR_ORDER)}
_CS: Final = w("cs")
_LONGEST_NAMES: Final = 400
"""Signs of the names of all properties of a run."""
_ALTERNATIVES: Final = f"{{{MC}}}AlternateContent"
"""Stands where the properties in it would stand: Word writes it for the font of an emoji."""


def half_named_fonts(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """Generate E707: a font is named for Latin only, or through the theme; Thai then has another font."""
    for part in document.styled_parts:
        for fonts in part.elements("rFonts"):
            if _is_half_named(fonts):
                message = _("a font is not named for all four scripts (ascii, hAnsi, eastAsia, cs)")
                hint = _("Choose the font for the whole style in Word.")
                yield part.diagnostic("E707", message, hint, near=fonts)


def _is_half_named(fonts: Element) -> bool:
    for name in fonts.attrib:
        # Word takes the font of the theme, where one stands beside a named font.
        if name.lower().endswith("theme"):
            return True
    return any(fonts.get(face) is None for face in _FACES)


def half_set_properties(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """Generate E708: size, weight or slant is set for Latin and not for Thai, or the other way round."""
    for part in document.styled_parts:
        for properties in part.formatting:
            values = {child.tag: child.get(_VALUE, "true") for child in properties}
            for latin, thai in _PAIRS:
                if values.get(latin) != values.get(thai):
                    message = _("{latin} and {thai} differ: Thai and Latin text would look unlike")
                    text = message.format(latin=local(latin), thai=local(thai))
                    yield part.diagnostic("E708", text, near=properties)


def disordered_properties(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """Generate E709: children of ``w:rPr`` stand out of the schema's order; Word drops some of them."""
    for part in document.styled_parts:
        for properties in part.formatting:
            ranks = [_RANK.get(child.tag, len(_RANK)) for child in properties if child.tag != _ALTERNATIVES]
            if ranks != sorted(ranks):
                names = ", ".join(local(child.tag) for child in properties)
                message = _("run properties out of order: {names}").format(names=cut(names, _LONGEST_NAMES))
                yield part.diagnostic("E709", message, near=properties)


def wrong_script_marks(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """Generate E710: a run with Thai lacks ``w:cs``, or a run without Thai or a style has it.

    Word takes font, size and spelling by that mark. Text of spaces alone may have either.
    """
    for part in document.printed_stories:
        for _run, properties, text in (*part.text_runs, *part.instructions):
            is_thai = _THAI.search(text) is not None
            is_wrong = is_thai != _is_marked(properties)
            if is_wrong and text.strip():
                yield part.diagnostic("E710", _("a run is not marked by its script"), near=text)
    styles = document.part_of("styles")
    if styles is not None and styles.select("//w:rPr/w:cs"):
        yield styles.diagnostic("E710", _("a style marks all its text as complex script"))


def _is_marked(properties: Element | None) -> bool:
    """Return whether the properties of a run mark it as complex script."""
    if properties is None or len(properties) == 0:
        return False
    # Usually the mark stands last: looking there first is quicker.
    return properties[-1].tag == _CS or properties.find(_CS) is not None


def badly_split_runs(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """Generate E711: a run begins with the mark of a Thai letter before it, or equals its neighbour.

    A mark behind anything else, such as ``5์``, was typed so, and `check` tells it (W516).
    """
    for part in document.printed_stories:
        for before, after in pairwise(part.text_runs):
            if after.run.getprevious() is not before.run:
                continue
            if _MARK.match(after.text) and _THAI_LETTER_LAST.search(before.text):
                message = _("a Thai word is torn between two runs")
                yield part.diagnostic("E711", message, near=after.text)
            elif _have_equal_properties(before, after):
                message = _("two runs of one formatting stand side by side")
                yield part.diagnostic("E711", message, near=after.text)


def _have_equal_properties(before: TextRun, after: TextRun) -> bool:
    children_before = _children(before.properties)
    children_after = _children(after.properties)
    if len(children_before) != len(children_after):
        return False
    pairs = zip(children_before, children_after, strict=True)
    return all(_are_equal(child_before, child_after) for child_before, child_after in pairs)


def _children(properties: Element | None) -> Sequence[Element]:
    """Return the children of run properties; without a ``w:rPr`` there are none, as in an empty one."""
    if properties is None:
        return ()
    # An element is the sequence of its children. A list of them would cost a third of the rule's time.
    return cast("Sequence[Element]", properties)


def _are_equal(first: Element, second: Element) -> bool:
    if first.tag != second.tag or dict(first.attrib) != dict(second.attrib):
        return False
    # Properties of newer versions of Word, such as the outline of letters, say more in their children.
    if len(first) == 0 and len(second) == 0:
        return True
    return etree.tostring(first, with_tail=False) == etree.tostring(second, with_tail=False)


def cancelled_bold(document: ParsedWordFile) -> Iterator[Diagnostic]:
    """Generate E714: a paragraph style and a character style are bold on one text; in Word they cancel."""
    styles = document.styles
    for part in document.printed_stories:
        for properties in part.formatting:
            character_style = properties.find(w("rStyle"))
            if _is_bold(character_style, styles) and _is_bold(_paragraph_style(properties), styles):
                message = _("bold of a paragraph style and of a character style cancel each other")
                hint = _("Take bold out of one of the two styles.")
                yield part.diagnostic("E714", message, hint, near=properties)


def _paragraph_style(properties: Element) -> Element | None:
    """Return the ``w:pStyle`` of the paragraph in which run properties stand; None where it has none."""
    paragraph = next(properties.iterancestors(w("p")), None)
    if paragraph is None:
        return None
    return paragraph.find(path_to("pPr", "pStyle"))


def _is_bold(style: Element | None, styles: StyleSheet) -> bool:
    """Return whether the style that an element names sets bold, itself or by its base; False for None."""
    if style is None:
        return False
    return styles.find(style.get(w("val")), path_to("rPr", "b")) is not None


RULES: Final = (
    half_named_fonts,
    half_set_properties,
    disordered_properties,
    wrong_script_marks,
    badly_split_runs,
    cancelled_bold,
)
